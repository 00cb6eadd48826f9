"""`auditor form`: publication request forms, filled in from the last audit of a site."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.running import DEFAULT_CONFIG
from auditor.config import Lang
from auditor.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.configfile import Config, SiteTable
    from auditor.report.audit_reading import AuditRead, ItemRead
    from auditor.report.form import FormWriter

AUDIT = "audit.json"
FORMATS = ("html", "docx")
BANGKOK = timezone(timedelta(hours=7))

_Site = Annotated[
    str,
    typer.Argument(
        metavar="SITE", help="Address, host or configured id of the website; or the path of an audit.json."
    ),
]
_Items = Annotated[
    list[str] | None, typer.Option("--item", metavar="URL", help="The item at this address; repeatable.")
]
_New = Annotated[
    bool, typer.Option("--new", help="What is new since the audit before, everything if there was none. [default]")
]
_Unregistered = Annotated[
    bool, typer.Option("--unregistered", help="What is published and not in the publication register.")
]
_Format = Annotated[
    str | None, typer.Option("--format", metavar="LIST", help="html,docx or one of them. [default: html,docx]")
]
_Output = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Folder of the forms. [default: that of the audit]")
]
_ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="Configuration: sites and officers. [default: config.toml, if there]"
    ),
]
_Lang = Annotated[Lang | None, typer.Option(help="Language of the forms. [default: th]")]
_Day = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Day of the request. [default: today in Bangkok]")
]


def form(  # noqa: PLR0913  (one parameter for each option)
    site: _Site,
    *,
    item: _Items = None,
    new: _New = False,
    unregistered: _Unregistered = False,
    format_: _Format = None,
    output: _Output = None,
    config: _ConfigFile = None,
    lang: _Lang = None,
    day: _Day = None,
) -> None:
    """Fill in publication request forms (the announcement's annex) for items of the last audit."""
    from auditor.configfile import Config, load_config  # noqa: PLC0415  (not needed for --help)
    from auditor.report.audit_reading import read_audit  # noqa: PLC0415

    if (bool(item) + new + unregistered) > 1:
        raise UsageError("--item, --new and --unregistered exclude each other: give one of them")
    formats, asked_on = _formats(format_), _day(day)
    file = config or (DEFAULT_CONFIG if DEFAULT_CONFIG.is_file() else None)
    chosen = load_config(file) if file else Config()
    path = _audit_file(site, chosen)
    audit = read_audit(path)
    items = _items(audit, path, item, unregistered=unregistered)
    if not items:
        typer.echo("auditor: no form is needed: there is nothing new or unregistered", err=True)
        return
    writer = _writer(audit, chosen, asked_on, lang or chosen.auditor.lang)
    for made in _write(writer, items, output or path.parent, formats):
        typer.echo(made)


def _writer(audit: AuditRead, config: Config, day: date, lang: Lang) -> FormWriter:
    """Forms of the audited agency, with the officers whom the configuration names."""
    from auditor.facts import Staff  # noqa: PLC0415
    from auditor.report.form import FormWriter  # noqa: PLC0415
    from auditor.report.messages import Messages  # noqa: PLC0415

    table = next((each for each in config.site if _is_site(each, audit)), None)
    return FormWriter(
        unit=(table.name if table else None) or audit.site.name or "",
        day=day,
        staff=table.staff if table else Staff(),
        messages=Messages.load(thai_digits=True),  # as the announcement's own form has them
        lang=lang,
    )


def _write(
    writer: FormWriter, items: tuple[ItemRead, ...], folder: Path, formats: tuple[str, ...]
) -> tuple[Path, ...]:
    from auditor.report import form_docx, form_html, prepare_folder, write_whole  # noqa: PLC0415

    render = {"html": form_html.render_forms, "docx": form_docx.render_forms}
    forms = writer.forms(items)
    prepare_folder(folder)
    made = {folder / f"request-forms.{each}": render[each](forms, writer) for each in formats}
    write_whole(made)
    return tuple(made)


def _formats(text: str | None) -> tuple[str, ...]:
    chosen = tuple(part.strip().lower() for part in (",".join(FORMATS) if text is None else text).split(","))
    for part in chosen:
        if part not in FORMATS:
            raise UsageError(f"--format {part!r} is not known: choose from {', '.join(FORMATS)}")
    return tuple(dict.fromkeys(chosen))


def _day(text: str | None) -> date:
    if text is None:
        return datetime.now(BANGKOK).date()
    try:
        return date.fromisoformat(text)
    except ValueError as exc:
        raise UsageError(f"--date {text!r} is no day: write it as 2024-06-15 (Gregorian)") from exc


# --- which audit ----------------------------------------------------------------------------------------------------


def _audit_file(site: str, config: Config) -> Path:
    """The audit that is meant: a file or folder by its path, else where `check` and `run` put the last one."""
    places = tuple(dict.fromkeys(_places(site, config)))
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        looked = ", ".join(map(str, places))
        raise UsageError(f"there is no audit of {site}: audit it first (auditor check); looked for {looked}")
    return found


def _places(site: str, config: Config) -> Iterator[Path]:
    from auditor.urls import parse  # noqa: PLC0415

    named = Path(site)
    if named.suffix == ".json":
        yield named
        return
    if named.is_dir():
        yield named / AUDIT
    key = _key(site)
    for table in config.site:
        made = table.site()
        if site == made.id or (key is not None and key == _key(table.url)):
            yield config.auditor.output / made.id / "latest" / AUDIT
            yield Path("auditor-report") / made.host / AUDIT
    address = parse(key) if key else None
    host = address.host if address else site
    if "/" not in host and host not in {".", ".."}:
        yield Path("auditor-report") / host / AUDIT


def _key(address: str) -> str | None:
    """What tells that two addresses are one site; None for what is no address."""
    from auditor.urls import canonical, typed  # noqa: PLC0415

    try:
        return canonical(typed(address))
    except ValueError:
        return None


def _is_site(table: SiteTable, audit: AuditRead) -> bool:
    return table.site().id == audit.site.id or _key(table.url) == _key(audit.site.url)


# --- which items ----------------------------------------------------------------------------------------------------


def _items(audit: AuditRead, path: Path, urls: list[str] | None, *, unregistered: bool) -> tuple[ItemRead, ...]:
    from auditor.report.form import new_items, unregistered_items  # noqa: PLC0415

    if urls:
        return tuple(_item(audit, path, url) for url in urls)
    if unregistered:
        found = unregistered_items(audit)
        if found is None:
            raise UsageError(f"{path} was made without a register: auditor check URL --register FILE")
        return found
    if not audit.items:
        raise UsageError(f"{path} lists no published items: name what is meant with --item URL")
    return new_items(audit)


def _item(audit: AuditRead, path: Path, url: str) -> ItemRead:
    from auditor.codec import nearest  # noqa: PLC0415
    from auditor.report.form import item_at  # noqa: PLC0415

    key = _key(url)
    found = item_at(audit, key) if key else None
    if found is None:
        hint = nearest(url, (each.url for each in audit.items))
        raise UsageError(f"--item {url} is in no item of {path}" + (f" ({hint})" if hint else ""))
    return found
