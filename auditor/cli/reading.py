"""`auditor history`, `diff`, `report` and `reassess`: what the store knows, without a single request."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.running import CONFIG, DEFAULT_CONFIG, FAIL_ON, FORMAT, LANG, QUIET
from auditor.config import FailOn
from auditor.errors import UsageError

if TYPE_CHECKING:
    from auditor.cli.archive import Archive
    from auditor.findings import Audit
    from auditor.rules import Rulebook
    from auditor.store.runs import StoredRun

_Site = Annotated[str, typer.Argument(metavar="SITE", help="Id of the site, or its address.")]
_MaybeSite = Annotated[
    str | None, typer.Argument(metavar="[SITE]", help="Id of the site, or its address. [default: all agencies]")
]
_RunA = Annotated[
    str | None, typer.Argument(metavar="[A]", help="Run, or how its id begins. [default: the last complete before B]")
]
_RunB = Annotated[str | None, typer.Argument(metavar="[B]", help="A later run. [default: the newest]")]
_Run = Annotated[str | None, typer.Option("--run", metavar="ID", help="Run, or how its id begins. [default: newest]")]
_Packs = Annotated[
    list[str] | None, typer.Option("--pack", metavar="ID", help="Rule pack; repeatable. [default: as it was]")
]
_AsOf = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="Day for which is judged. [default: as it was]")
]
_AsUsed = Annotated[bool, typer.Option("--as-used", help="By the rules as they were then, not as they are now.")]
_Json = Annotated[bool, typer.Option("--json", help="For programs, as JSON.")]
_Output = Annotated[Path | None, typer.Option(metavar="DIR", help="Another folder for the reports.")]


def history(site: _Site, *, config: CONFIG = DEFAULT_CONFIG, lang: LANG = None, as_json: _Json = False) -> None:
    """List the audits of a site, with the course of its score."""
    from auditor.cli.archive import archive  # noqa: PLC0415  (not needed for --help)
    from auditor.report.history import history_lines  # noqa: PLC0415
    from auditor.report.past_json import history_json  # noqa: PLC0415

    with archive(config, lang) as opened:
        found = opened.site(site)
        if as_json:
            typer.echo(history_json(found, opened.audits(found)))
            return
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        for line in history_lines(found, opened.audits(found), opened.messages, opened.lang, width):
            typer.echo(line)


def diff(
    site: _Site,
    run_a: _RunA = None,
    run_b: _RunB = None,
    *,
    config: CONFIG = DEFAULT_CONFIG,
    lang: LANG = None,
    as_json: _Json = False,
) -> None:
    """Tell what is different between two audits of a site."""
    from auditor.assess.changes import difference  # noqa: PLC0415  (not needed for --help)
    from auditor.cli.archive import archive  # noqa: PLC0415
    from auditor.report.difference import difference_lines  # noqa: PLC0415
    from auditor.report.past_json import difference_json  # noqa: PLC0415

    with archive(config, lang) as opened:
        store, found = opened.store, opened.site(site)
        after = opened.run(found, run_b)
        before = opened.run(found, run_a) if run_a else _last_complete(opened, after)
        if before.number >= after.number:
            raise UsageError(f"{before.id} did not begin before {after.id}: name the earlier one first")
        told = difference(
            store.audit(before),
            store.audit(after),
            store.snapshot(after, whole=False),
            store.findings_before(before),
        )
        if as_json:
            typer.echo(difference_json(told, opened.messages))
            return
        for line in difference_lines(told, opened.messages, opened.lang):
            typer.echo(line)


def report(
    site: _MaybeSite = None,
    *,
    run_id: _Run = None,
    config: CONFIG = DEFAULT_CONFIG,
    output: _Output = None,
    format_: FORMAT = None,
    lang: LANG = None,
    quiet: QUIET = False,
) -> None:
    """Write the reports of an audit again, from the store; without SITE, the pages of all agencies."""
    from auditor.cli.archive import archive  # noqa: PLC0415  (not needed for --help)

    with archive(config, lang) as opened:
        if site is None:
            files = _portfolio(opened, run_id, format_, output)
        else:
            run = opened.run(opened.site(site), run_id)
            audit = opened.store.audit(run)
            files = _write(opened, audit, opened.rules_of(audit), format_, output)
    if not quiet:
        for path in files:
            typer.echo(path)


def reassess(  # noqa: PLR0913  (one parameter for each option of the contract)
    site: _Site,
    *,
    run_id: _Run = None,
    pack: _Packs = None,
    as_of: _AsOf = None,
    as_used: _AsUsed = False,
    config: CONFIG = DEFAULT_CONFIG,
    output: _Output = None,
    format_: FORMAT = None,
    lang: LANG = None,
    fail_on: FAIL_ON = FailOn.FAIL,
    quiet: QUIET = False,
) -> None:
    """Judge a stored crawl again, by other rules or for another day, and tell which results change."""
    from auditor.assess.changes import status_changes  # noqa: PLC0415  (not needed for --help)
    from auditor.cli.archive import archive  # noqa: PLC0415
    from auditor.cli.exits import exit_code  # noqa: PLC0415
    from auditor.report.difference import flip_lines  # noqa: PLC0415
    from auditor.rulebook import load_rulebook  # noqa: PLC0415

    with archive(config, lang) as opened:
        run = opened.run(opened.site(site), run_id)
        then = opened.store.audit(run)
        rulebook = opened.rules_of(then) if as_used else load_rulebook(opened.config.auditor.rules)
        now = _judged_again(opened, run, then, rulebook, (pack, as_of))
        files = _write(opened, now, rulebook, format_, output or _apart(opened, run.site.id))
        flips = list(status_changes(then, now))
    if not quiet:
        key = "reassess-changed" if flips else "reassess-same"
        text = opened.messages.word(key, count=len(flips))
        typer.echo(text.th if opened.lang == "th" else text.en)
        for line in flip_lines(flips, opened.messages, opened.lang):
            typer.echo(line)
        for path in files:
            typer.echo(path)
    raise typer.Exit(exit_code(now, fail_on))


def _last_complete(opened: Archive, after: StoredRun) -> StoredRun:
    from auditor.past import audits_until  # noqa: PLC0415  (not needed for --help)

    *before, _ = audits_until(opened.audits(after.site.id), after.id)
    earlier = [line for line in before if line.complete]
    if not earlier:
        raise UsageError(f"{after.site.id} has no complete audit before {after.id} to compare it with")
    return opened.store.run(earlier[-1].run)


def _judged_again(
    opened: Archive, run: StoredRun, then: Audit, rulebook: Rulebook, told: tuple[list[str] | None, str | None]
) -> Audit:
    from auditor.cli.audit import _day  # noqa: PLC0415
    from auditor.cli.review import load_reviews_of  # noqa: PLC0415
    from auditor.keeping import Order, judge  # noqa: PLC0415
    from auditor.register import read_register  # noqa: PLC0415

    packs, as_of = told
    known = [pack.id for pack in rulebook.packs]
    chosen = tuple(packs or (used.id for used in then.packs))
    for each in chosen:
        if each not in known:
            raise UsageError(f"there is no rule pack {each!r}: choose from {', '.join(known)}")
    table = opened.table(run.site.id, rulebook)
    order = Order(
        site=run.site,
        settings=opened.config.crawl_settings(),
        rulebook=rulebook,
        texts=(),
        packs=chosen,
        as_of=_day(as_of) if as_of else then.as_of,
        set_aside=tuple(table.set_aside.items()) if table else (),
        register=read_register(table.register, rulebook.vocabulary) if table and table.register else None,
        reviews=load_reviews_of(table.reviews, rulebook) if table and table.reviews else None,
        evidence=opened.evidence,
    )
    return judge(opened.store, run, order)


def _write(
    opened: Archive, audit: Audit, rulebook: Rulebook, format_: str | None, output: Path | None
) -> tuple[Path, ...]:
    """Write reports, into `output` or where those of the run stand."""
    from auditor.cli.audit import _formats  # noqa: PLC0415
    from auditor.past import audits_until  # noqa: PLC0415
    from auditor.report import Wanted, prepare_folder, write_reports  # noqa: PLC0415
    from auditor.report.publishing import publish, site_folder  # noqa: PLC0415

    history = audits_until(opened.audits(audit.site.id), audit.run.id)
    wanted = Wanted(audit=audit, rulebook=rulebook, messages=opened.messages, lang=opened.lang, history=history)
    formats = _formats(format_) or opened.config.report.formats
    if output is not None:
        prepare_folder(output)
        return write_reports(wanted, output, formats)
    folder = site_folder(opened.config.auditor.output, audit.site.id)
    newest = opened.audits(audit.site.id)[-1].run == audit.run.id
    return publish(wanted, folder, formats, latest=newest)


def _portfolio(opened: Archive, run_id: str | None, format_: str | None, output: Path | None) -> tuple[Path, ...]:
    """Write the page of all agencies, and the history of each."""
    from datetime import UTC, datetime  # noqa: PLC0415

    from auditor.cli.audit import _formats  # noqa: PLC0415
    from auditor.cli.portfolio import FILES, Rendering  # noqa: PLC0415
    from auditor.rulebook import load_rulebook  # noqa: PLC0415

    if run_id is not None:
        raise UsageError("--run needs the SITE whose run it is")
    formats = _formats(format_) or tuple(FILES)
    if unknown := [each for each in formats if each not in FILES]:
        raise UsageError(f"all agencies together are not written as {unknown[0]}: choose from {', '.join(FILES)}")
    rulebook = load_rulebook(opened.config.auditor.rules)
    rendering = Rendering(opened, rulebook, output or opened.config.auditor.output)
    rendered = rendering.write(datetime.now(UTC), formats)
    if rendered.problems:
        raise rendered.problems[0]
    return rendered.files


def _apart(opened: Archive, site: str) -> Path:
    """Where reports stand that are no run's own."""
    from auditor.report.publishing import site_folder  # noqa: PLC0415

    return site_folder(opened.config.auditor.output, site) / "reassessed"
