"""`auditor run`: every site of the configuration, or those named, several at a time."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from auditor.config import FailOn, Lang
from auditor.errors import OutputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.cli.night import Night
    from auditor.config import ReportFormat
    from auditor.configfile import Config, SiteTable
    from auditor.rules import Rulebook

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
PACKS = Annotated[
    list[str] | None, typer.Option("--pack", metavar="ID", help="Rule pack; repeatable. [default: as configured]")
]
WORKERS = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Sites audited at a time. [default: as configured]")
]
QUIET = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]
VERBOSE = Annotated[bool, typer.Option("--verbose", "-v", help="Print every address that is read.")]

DEFAULT_CONFIG = Path("config.toml")


def run(  # noqa: PLR0913  (one parameter for each option of the contract)
    sites: SITES = None,
    *,
    config: CONFIG = DEFAULT_CONFIG,
    pack: PACKS = None,
    as_of: AS_OF = None,
    output: OUTPUT = None,
    format_: FORMAT = None,
    lang: LANG = None,
    fail_on: FAIL_ON = FailOn.FAIL,
    workers: WORKERS = None,
    quiet: QUIET = False,
    verbose: VERBOSE = False,
) -> None:
    """Audit the websites of the configuration now, keep what was found, publish the reports."""
    from auditor.cli.audit import _day, _formats  # noqa: PLC0415  (not needed for --help)
    from auditor.cli.configuration import load_checked  # noqa: PLC0415
    from auditor.cli.stopping import Stopped  # noqa: PLC0415

    chosen, rulebook = load_checked(config)
    tables = _with_packs(chosen_sites(chosen, rulebook, sites or []), tuple(pack or ()), rulebook)
    told = Wishes(output=output, formats=_formats(format_), lang=lang, fail_on=fail_on, workers=workers or 0)
    night = replace(prepared(config, chosen, rulebook, tables, told), as_of=_day(as_of), verbose=verbose)
    try:
        codes = list(_audits(night, _longest_ago_first(night, tables), quiet=quiet))
        codes += _all_agencies(night, tables, quiet=quiet)
    except Stopped as exc:
        typer.echo("auditor: stopped; what was fetched is kept, and the next run goes on with it", err=True)
        raise typer.Exit(128 + exc.number) from exc
    raise typer.Exit(worst(codes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the command line says otherwise than the configuration; empty for as it is configured."""

    output: Path | None = None
    formats: tuple[ReportFormat, ...] = ()
    lang: Lang | None = None
    fail_on: FailOn = FailOn.FAIL
    workers: int = 0


def prepared(
    path: Path,
    config: Config,
    rulebook: Rulebook,
    tables: tuple[SiteTable, ...],
    told: Wishes,
    *,
    make: bool = True,
) -> Night:
    """What the audits of these sites share, for today; `make`: folder, browser and store can be used.

    Raises:
        UsageError, OutputError, StoreError: they cannot.
    """
    from auditor.cli.archive import evidence_plan  # noqa: PLC0415
    from auditor.cli.job import check_browser  # noqa: PLC0415
    from auditor.cli.night import Night  # noqa: PLC0415
    from auditor.configfile import store_url  # noqa: PLC0415
    from auditor.report.messages import Messages  # noqa: PLC0415
    from auditor.rulebook.texts import rule_texts  # noqa: PLC0415
    from auditor.store import open_store  # noqa: PLC0415

    night = Night(
        config=config,
        store=store_url(config, path),
        rulebook=rulebook,
        texts=rule_texts(config.auditor.rules),
        messages=Messages.load(thai_digits=config.report.thai_digits),
        as_of=datetime.now(ZoneInfo(config.auditor.timezone)).date(),
        output=told.output or config.auditor.output,
        formats=told.formats or config.report.formats,
        lang=told.lang or config.auditor.lang,
        fail_on=told.fail_on,
        workers=told.workers or config.auditor.workers or os.cpu_count() or 1,
        evidence=evidence_plan(config, path),
    )
    if make:
        _check_output(night)
        for table in tables:
            check_browser(night.formats, config.for_site(table).crawl.render)
        open_store(night.store).close()
    return night


def _with_packs(tables: tuple[SiteTable, ...], packs: tuple[str, ...], rulebook: Rulebook) -> tuple[SiteTable, ...]:
    """The sites, judged by these packs if any is named."""
    from auditor.cli.job import check_packs  # noqa: PLC0415

    if not packs:
        return tables
    for table in tables:
        check_packs(rulebook, packs, tuple(table.set_aside))
    return tuple(replace(table, packs=packs) for table in tables)


def _longest_ago_first(night: Night, tables: tuple[SiteTable, ...]) -> list[SiteTable]:
    """Those that were never audited, then those whose last audit is oldest: so that none is always the last."""
    from auditor.store import open_store  # noqa: PLC0415

    with open_store(night.store, check=False) as store:
        covered = store.covered(datetime.now(UTC))
    never = datetime.min.replace(tzinfo=UTC)
    shared_hosts = night.rulebook.vocabulary.words("shared-hosts")
    return sorted(tables, key=lambda table: covered.get(table.site(shared_hosts).id, never))


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


def _audits(night: Night, tables: list[SiteTable], *, quiet: bool) -> Iterator[int]:
    """Audit the sites and tell of each; their exit codes."""
    from auditor.cli.exits import Exit  # noqa: PLC0415
    from auditor.cli.night import Outcome, complain, outcome_of, task_of  # noqa: PLC0415
    from auditor.cli.processes import in_processes  # noqa: PLC0415
    from auditor.cli.telling import Teller  # noqa: PLC0415

    teller = Teller(night)
    shared_hosts = night.rulebook.vocabulary.words("shared-hosts")
    known = {table.site(shared_hosts).id: table for table in tables}
    tasks = (task_of(night, table) for table in tables)
    seconds = night.config.limits.total_seconds
    for task, result in in_processes(tasks, night.workers, caps=night.caps(), seconds=seconds):
        over = Outcome(code=Exit.NOT_DONE, problem="not audited: the time for all sites was over")
        outcome = over if result is None else outcome_of(result)
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


def _all_agencies(night: Night, tables: tuple[SiteTable, ...], *, quiet: bool) -> Iterator[int]:
    """Write the page of all agencies. Only a full disk has an exit code; all else that fails is merely told."""
    from auditor.cli.exits import Exit  # noqa: PLC0415
    from auditor.cli.night import complain  # noqa: PLC0415
    from auditor.cli.portfolio import render_after  # noqa: PLC0415

    shown = render_after(night, tables)
    for problem in shown.problems:
        complain("index.html", problem)
    for line in () if quiet else shown.lines:
        typer.echo(line)
    if shown.full_disk:
        yield Exit.NOT_DONE


def worst(codes: list[int]) -> int:
    """The exit code of all (CONTRACT.md section 1): not done before not met before good."""
    from auditor.cli.exits import Exit  # noqa: PLC0415

    if any(code not in {Exit.GOOD, Exit.NOT_MET} for code in codes):
        return Exit.NOT_DONE
    return max(codes, default=Exit.GOOD)
