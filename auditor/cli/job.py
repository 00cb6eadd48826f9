"""One audit from the first request to its exit code: pipeline, reports, summary."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
import webbrowser
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor.chromium import installed
from auditor.cli.exits import FULL_DISK, exit_code
from auditor.cli.leaving import PATIENT, say_stopping, what_is_left
from auditor.cli.progress import ProgressLine
from auditor.cli.stopping import Stopped, held_back, until_stopped
from auditor.config import FailOn, Render, ReportFormat
from auditor.crawl.crawler import Archives
from auditor.crawl.render import can_render
from auditor.crawl.warc import WarcKeeper
from auditor.errors import OutputError, UsageError
from auditor.pipeline import audit_site
from auditor.report import Wanted, prepare_folder, write_reports
from auditor.report.terminal import print_summary

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from auditor.config import CrawlSettings, Lang
    from auditor.evidence import Plan
    from auditor.facts import Site
    from auditor.findings import Audit
    from auditor.register import Register
    from auditor.report.messages import Messages
    from auditor.reviews import Reviews
    from auditor.rules import Rulebook

LEAST_FREE = 20 * 1024 * 1024
"""Bytes that must be free on the disk of the reports before a crawl is worth starting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One audit to make: everything decided before the first request."""

    site: Site
    settings: CrawlSettings
    rulebook: Rulebook
    packs: tuple[str, ...]
    as_of: date
    set_aside: tuple[tuple[str, str], ...]
    folder: Path
    formats: tuple[ReportFormat, ...]
    lang: Lang
    messages: Messages
    archives: Archives = field(default_factory=Archives)
    register: Register | None = None
    reviews: Reviews | None = None
    store: str = ""  # address of the store that keeps the history; "": none
    evidence: Plan | None = None
    images: int = 0  # pictures of pages, for a WARC file that is kept
    texts: tuple[tuple[str, str], ...] = ()  # the rule files, for the store


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How a command tells what it does."""

    fail_on: FailOn = FailOn.FAIL
    quiet: bool = False
    verbose: bool = False
    open_report: bool = False


def run(job: Job, shown: Shown) -> int:
    """Audit the site, write its reports, print the summary.

    Returns:
        The exit code.

    Raises:
        UsageError: the packs or the folder cannot be used; nothing was started.
        OutputError: the reports cannot be written, or the disk is full.
    """
    check_packs(job.rulebook, job.packs, tuple(requirement for requirement, _ in job.set_aside))
    check_folder(job.folder)
    check_browser(job.formats, job.settings.render)
    try:
        return _audit_and_write(job, shown)
    finally:
        if isinstance(job.archives.keeper, WarcKeeper):
            job.archives.keeper.close()


def _audit_and_write(job: Job, shown: Shown) -> int:
    audit, caught = _audited(job, shown)
    wanted = Wanted(audit=audit, rulebook=job.rulebook, messages=job.messages, lang=job.lang)
    files: tuple[Path, ...] = ()
    try:
        with held_back() as late:
            files = write_reports(wanted, job.folder, job.formats)
    finally:
        # What was found is told even where it cannot be kept.
        if not shown.quiet:
            print_summary(wanted, files, sys.stdout)
            sys.stdout.flush()
    if shown.open_report:
        webbrowser.open(_for_people(files).resolve().as_uri())
    return exit_code(audit, shown.fail_on, caught or next(iter(late), None))


def _audited(job: Job, shown: Shown) -> tuple[Audit, int | None]:
    """The audit, and the signal that ended it early. Raises Stopped, with what is left, if it ended it altogether."""
    on_stop = (lambda _: None) if shown.quiet else say_stopping
    try:
        return asyncio.run(until_stopped(lambda stop: _audit(job, shown, stop), patient=PATIENT, on_stop=on_stop))
    except Stopped as exc:
        keeper = job.archives.keeper
        raise Stopped(exc.number, what_is_left(job, keeper.path if isinstance(keeper, WarcKeeper) else None)) from exc


def _for_people(files: tuple[Path, ...]) -> Path:
    """The file that a browser shows best."""
    return next((path for path in files if path.suffix == ".html"), files[0])


async def _audit(job: Job, shown: Shown, stop: asyncio.Event) -> Audit:
    with ProgressLine(sys.stderr, job.messages, job.lang, verbose=shown.verbose) as line:
        if job.store and job.archives.archive is None:
            return await _audit_with_history(job, None if shown.quiet else line, stop)
        audit = await audit_site(
            job.site,
            job.settings,
            job.rulebook,
            job.packs,
            job.as_of,
            set_aside=job.set_aside,
            archives=job.archives,
            register=job.register,
            reviews=job.reviews,
            on_progress=None if shown.quiet else line,
            stop=stop,
        )
    return await _with_pictures(job, audit, stop)


async def _with_pictures(job: Job, audit: Audit, stop: asyncio.Event) -> Audit:
    """The audit with the pictures of its pages that lie in a WARC file, or come into one."""
    from auditor.evidence.citing import with_views  # noqa: PLC0415  (most checks keep nothing)
    from auditor.evidence.single import Drawing, drawn  # noqa: PLC0415

    archive, keeper = job.archives.archive, job.archives.keeper
    if archive is not None:
        return with_views(audit, archive.views)
    if not isinstance(keeper, WarcKeeper):
        return audit
    shared_hosts = job.rulebook.vocabulary.words("shared-hosts")
    drawing = Drawing(site=job.site, settings=job.settings, shared_hosts=shared_hosts, most=job.images)
    return await drawn(drawing, audit, keeper, stop)


async def _audit_with_history(job: Job, line: ProgressLine | None, stop: asyncio.Event) -> Audit:
    from auditor.keeping import Order, audit_and_keep  # noqa: PLC0415  (most checks keep nothing)

    order = Order(
        site=job.site,
        settings=job.settings,
        rulebook=job.rulebook,
        texts=job.texts,
        packs=job.packs,
        as_of=job.as_of,
        set_aside=job.set_aside,
        register=job.register,
        reviews=job.reviews,
        keeper=job.archives.keeper,
        evidence=job.evidence,
    )
    return await audit_and_keep(job.store, order, on_progress=line, stop=stop)


def check_packs(rulebook: Rulebook, packs: tuple[str, ...], set_aside: tuple[str, ...]) -> None:
    """Are the packs there, and do they ask for what is set aside?

    Raises:
        UsageError: no.
    """
    known = [pack.id for pack in rulebook.packs]
    for pack in packs:
        if pack not in known:
            raise UsageError(f"there is no rule pack {pack!r}: choose from {', '.join(known)}")
    asked = {each.id for pack in rulebook.packs if pack.id in packs for each in pack.requirements}
    for requirement in set_aside:
        if requirement not in asked:
            raise UsageError(f"set_aside names {requirement!r}, which no chosen pack asks for")


def check_browser(formats: tuple[ReportFormat, ...], render: Render) -> None:
    """Is there a browser for what needs one?

    Raises:
        UsageError: there is none.
    """
    if ReportFormat.PDF in formats and installed() is None:
        raise UsageError("--format pdf needs Chromium, which is not installed: install it, or leave pdf out")
    if render is Render.ALWAYS and not can_render():
        raise UsageError(
            "--render always needs Chromium and the extra auditor[render]: install both, or say --render auto"
        )


def check_folder(folder: Path) -> None:
    """Can reports be written there, and is there room for what an audit needs?

    Raises:
        UsageError: the folder cannot be used.
        OutputError: the disk is full.
    """
    try:
        prepare_folder(folder)
        tempfile.gettempdir()
    except FileNotFoundError as exc:
        raise OutputError("there is no folder for temporary files: free some space, or name one in TMPDIR") from exc
    except OutputError as exc:
        if isinstance(exc.__cause__, OSError) and exc.__cause__.errno in FULL_DISK:
            raise
        raise UsageError(f"the folder of the reports cannot be used: {exc}") from exc
    if shutil.disk_usage(folder).free < LEAST_FREE:
        raise OutputError(
            f"the disk of {folder} is full: free at least {LEAST_FREE // 1024 // 1024} MB and try again"
        )
