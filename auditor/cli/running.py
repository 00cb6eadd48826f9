"""`auditor run`: every site of the configuration, or those named, several at a time."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.config import FailOn, Lang
from auditor.errors import OutputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.cli.night import Night, Outcome
    from auditor.cli.processes import Died, Task
    from auditor.configfile import Config, SiteTable
    from auditor.rules import Rulebook

_JUDGING_SECONDS = 3_600.0  # that a site may take beyond its crawl, for everything after it

SITES = Annotated[
    list[str] | None, typer.Argument(metavar="[SITE]…", help="Ids of sites of the configuration. [default: all]")
]
CONFIG = Annotated[Path, typer.Option("--config", metavar="FILE", help="The configuration.")]
AS_OF = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="Day for which is judged. [default: today in Bangkok]")
]
OUTPUT = Annotated[Path | None, typer.Option(metavar="DIR", help="Folder of the reports. [default: as configured]")]
FORMAT = Annotated[
    str | None, typer.Option("--format", metavar="LIST", help="What is written. [default: as configured]")
]
LANG = Annotated[Lang | None, typer.Option(help="Language of results and reports. [default: as configured]")]
FAIL_ON = Annotated[FailOn, typer.Option(help="From which result on a required requirement to exit with 1.")]
WORKERS = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Sites audited at a time. [default: as configured]")
]
QUIET = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]

DEFAULT_CONFIG = Path("config.toml")


def run(  # noqa: PLR0913  (one parameter for each option of the contract)
    sites: SITES = None,
    *,
    config: CONFIG = DEFAULT_CONFIG,
    as_of: AS_OF = None,
    output: OUTPUT = None,
    format_: FORMAT = None,
    lang: LANG = None,
    fail_on: FAIL_ON = FailOn.FAIL,
    workers: WORKERS = None,
    quiet: QUIET = False,
) -> None:
    """Audit the websites of the configuration now, keep what was found, publish the reports."""
    from auditor.cli.audit import _day, _formats  # noqa: PLC0415  (not needed for --help)
    from auditor.cli.configuration import load_checked  # noqa: PLC0415
    from auditor.cli.job import check_browser  # noqa: PLC0415
    from auditor.cli.night import Night  # noqa: PLC0415
    from auditor.cli.stopping import Stopped  # noqa: PLC0415
    from auditor.configfile import store_url  # noqa: PLC0415
    from auditor.report.messages import Messages  # noqa: PLC0415
    from auditor.rulebook.texts import rule_texts  # noqa: PLC0415
    from auditor.store import open_store  # noqa: PLC0415

    chosen, rulebook = load_checked(config)
    tables = chosen_sites(chosen, rulebook, sites or [])
    night = Night(
        config=chosen,
        store=store_url(chosen, config),
        rulebook=rulebook,
        texts=rule_texts(chosen.auditor.rules),
        messages=Messages.load(thai_digits=chosen.report.thai_digits),
        as_of=_day(as_of),
        output=output or chosen.auditor.output,
        formats=_formats(format_) or chosen.report.formats,
        lang=lang or chosen.auditor.lang,
        fail_on=fail_on,
    )
    _check_output(night)
    for table in tables:
        check_browser(night.formats, chosen.for_site(table).crawl.render)
    open_store(night.store).close()
    try:
        codes = list(_audits(night, tables, workers or chosen.auditor.workers or os.cpu_count() or 1, quiet=quiet))
    except Stopped as exc:
        typer.echo("auditor: stopped; what was fetched is kept, and the next run goes on with it", err=True)
        raise typer.Exit(128 + exc.number) from exc
    raise typer.Exit(_worst(codes))


def chosen_sites(config: Config, rulebook: Rulebook, named: list[str]) -> tuple[SiteTable, ...]:
    """The sites named by their ids, all if none is.

    Raises:
        UsageError: the configuration has no such site, or none at all.
    """
    from auditor.codec import nearest  # noqa: PLC0415

    shared_hosts = rulebook.vocabulary.words("shared-hosts")
    known = {table.site(shared_hosts).id: table for table in config.site}
    if not known:
        raise UsageError("the configuration names no site: add a [[site]] with its url")
    for name in named:
        if name not in known:
            mend = nearest(name, known) or "known: " + ", ".join(known)
            raise UsageError(f"the configuration has no site {name!r} ({mend})")
    return tuple(known[name] for name in dict.fromkeys(named or known))


def _check_output(night: Night) -> None:
    from auditor.cli.job import check_folder  # noqa: PLC0415

    try:
        check_folder(night.output)
    except OutputError as exc:
        raise OutputError(f"{exc}; nothing was audited") from exc


def _audits(night: Night, tables: tuple[SiteTable, ...], workers: int, *, quiet: bool) -> Iterator[int]:
    """Audit the sites and tell of each; their exit codes."""
    from auditor.cli.night import complain  # noqa: PLC0415
    from auditor.cli.processes import in_processes  # noqa: PLC0415
    from auditor.cli.telling import Teller  # noqa: PLC0415

    teller = Teller(night)
    known = {night.order(table).site.id: table for table in tables}
    for task, result in in_processes((_task(night, table) for table in tables), workers):
        outcome = _outcome(result)
        if outcome.problem:
            complain(task.name, outcome.problem)
        if not quiet:
            for line in outcome.lines:
                typer.echo(line)
        for problem in teller.heard(known[task.name], outcome):
            complain("notify", problem)
        yield outcome.code
    for problem in teller.ended():
        complain("notify", problem)


def _task(night: Night, table: SiteTable) -> Task[Outcome]:
    from auditor.cli.night import audit_one  # noqa: PLC0415
    from auditor.cli.processes import Task  # noqa: PLC0415

    order = night.order(table)
    seconds = order.settings.limits.max_seconds + _JUDGING_SECONDS
    return Task(name=order.site.id, work=lambda: audit_one(night, table), seconds=seconds)


def _outcome(result: Outcome | Died) -> Outcome:
    from auditor.cli.exits import Exit  # noqa: PLC0415
    from auditor.cli.night import Outcome  # noqa: PLC0415

    if isinstance(result, Outcome):
        return result
    why = "it took too long" if result.too_long else f"its process ended with {result.code}"
    problem = f"the audit could not be done: {why}; the next run goes on with it"
    return Outcome(code=Exit.NOT_DONE, problem=problem, failed=True)


def _worst(codes: list[int]) -> int:
    """The exit code of all (CONTRACT.md section 1): not done before not met before good."""
    from auditor.cli.exits import Exit  # noqa: PLC0415

    if any(code not in {Exit.GOOD, Exit.NOT_MET} for code in codes):
        return Exit.NOT_DONE
    return max(codes, default=Exit.GOOD)
