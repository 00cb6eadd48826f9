"""One site of `auditor run`, in its process: what was left is finished, else a new audit is made and published."""

from __future__ import annotations

import asyncio
import signal
import sys
import traceback
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from auditor.cli.exits import FULL_DISK, Exit, exit_code
from auditor.cli.processes import Caps, Task
from auditor.cli.review import load_reviews_of
from auditor.cli.stopping import Stopped, held_back, until_stopped
from auditor.cli.telling import put_aside
from auditor.errors import AuditorError, StoreError
from auditor.keeping import STILL_TONIGHT, Order, confirm_and_keep, crawl_on, give_up, judge_and_keep
from auditor.past import audits_until
from auditor.register import read_register
from auditor.report import Wanted
from auditor.report.brief import brief
from auditor.report.publishing import publish, site_folder, tidy
from auditor.report.safe_text import one_line
from auditor.store import open_store
from auditor.store.runs import RunState
from auditor.urls import display, parse

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from auditor.cli.processes import Died
    from auditor.config import CrawlSettings, FailOn, Lang, ReportFormat
    from auditor.configfile import Config, SiteTable
    from auditor.crawl.progress import Progress
    from auditor.evidence import Plan
    from auditor.findings import Audit
    from auditor.report.messages import Messages
    from auditor.rules import Rulebook
    from auditor.store import Store
    from auditor.store.runs import StoredRun


_PATIENCE = 12.0  # seconds: processes of a run that was killed need some to end
_JUDGING_SECONDS = 3_600.0  # that a site may take beyond its crawl, for everything after it


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What all audits of one configuration share."""

    config: Config
    store: str
    rulebook: Rulebook
    texts: tuple[tuple[str, str], ...]
    messages: Messages
    as_of: date
    output: Path
    formats: tuple[ReportFormat, ...]
    lang: Lang
    fail_on: FailOn
    evidence: Plan
    workers: int
    verbose: bool = False  # every address that is read is told on standard error

    def caps(self) -> Caps:
        """The memory that the processes may take."""
        limits = self.config.limits
        return Caps(each=limits.site_memory_bytes, together=limits.total_memory_bytes)

    def order(self, table: SiteTable, due_at: datetime | None = None) -> Order:
        """The audit to make of a site; `due_at`: the time for which it was planned."""
        return Order(
            site=table.site(self.rulebook.vocabulary.words("shared-hosts")),
            due_at=due_at,
            settings=self._settings(table),
            rulebook=self.rulebook,
            texts=self.texts,
            packs=table.packs or self.config.auditor.packs,
            as_of=self.as_of,
            set_aside=tuple(table.set_aside.items()),
            register=read_register(table.register, self.rulebook.vocabulary) if table.register else None,
            reviews=load_reviews_of(table.reviews, self.rulebook) if table.reviews else None,
            evidence=self.evidence,
        )

    def _settings(self, table: SiteTable) -> CrawlSettings:
        """What the crawl is told; its part of the requests that all audits together may have in flight."""
        settings = self.config.for_site(table).crawl_settings()
        part = max(1, settings.politeness.total_concurrency // self.workers)
        return replace(settings, politeness=replace(settings.politeness, total_concurrency=part))


class Passed(StrEnum):
    """Why an audit that was due was not made, through nobody's fault."""

    ELSEWHERE = "another audit of this site is going on"
    DONE = "it was audited already"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a site, for whoever started it: an exit code, lines for standard output, or a problem."""

    code: int
    lines: tuple[str, ...] = ()
    problem: str = ""  # why there is no audit
    untold: str = ""  # why nobody will be told of it
    passed: Passed | None = None


def task_of(night: Night, table: SiteTable, due_at: datetime | None = None) -> Task[Outcome]:
    """The audit of a site as work for a process of its own; one at a time asks the same host."""
    site = table.site(night.rulebook.vocabulary.words("shared-hosts"))
    address = parse(site.url)
    return Task(
        name=site.id,
        work=lambda: audit_one(night, table, due_at),
        seconds=night.config.for_site(table).crawl.max_seconds + _JUDGING_SECONDS,
        alone_on=f"{address.host}:{address.port}" if address else "",
    )


def outcome_of(result: Outcome | Died) -> Outcome:
    """What came of a site, also where its process ended before it could say so."""
    if isinstance(result, Outcome):
        return result
    return Outcome(code=Exit.NOT_DONE, problem=f"the audit could not be done: {result}; the next run goes on with it")


def audit_one(night: Night, table: SiteTable, due_at: datetime | None = None) -> Outcome:
    """Audit a site; every failure is an outcome, and none is anybody else's."""
    try:
        with open_store(night.store, check=False) as store:
            return _Site(night, table, due_at, store).audited()
    except AuditorError as exc:
        return Outcome(code=Exit.NOT_DONE, problem=str(exc))
    except OSError as exc:
        if exc.errno in FULL_DISK:
            return Outcome(code=Exit.NOT_DONE, problem=f"the disk is full: {exc.filename or exc.strerror}")
        return _our_mistake()
    except Exception:  # noqa: BLE001  (whatever it is, no other site may pay for it)
        return _our_mistake()


def _our_mistake() -> Outcome:
    return Outcome(
        code=Exit.NOT_DONE, problem=f"{traceback.format_exc()}this is a mistake in auditor: please report it"
    )


class _Site:
    """The audit of one site while it goes on."""

    def __init__(self, night: Night, table: SiteTable, due_at: datetime | None, store: Store) -> None:
        self._night, self._table, self._store = night, table, store
        self._order = night.order(table, due_at)
        self._folder = site_folder(night.output, self._order.site.id)
        self._told = ""  # the address that was told last

    def audited(self) -> Outcome:
        with self._store.claim(self._order.site.id, _PATIENCE) as mine:
            if not mine and self._order.due_at is None:
                raise StoreError(Passed.ELSEWHERE)
            if not mine or self._is_covered():
                return Outcome(code=Exit.GOOD, passed=Passed.DONE if mine else Passed.ELSEWHERE)
            tidy(self._folder)
            return self._finished() or self._made()

    def _is_covered(self) -> bool:
        """Was this site audited for the time for which it is due, or after it?"""
        covered = self._store.covered(datetime.now(UTC)).get(self._order.site.id)
        return bool(self._order.due_at and covered and covered >= self._order.due_at)

    def _finished(self) -> Outcome | None:
        """What an earlier start left, if it was to be this run."""
        self._judge_what_is_left()
        left = self._store.unpublished(self._order.site.id)
        outcomes = [self._published(run, self._store.audit(run)) for run in reversed(left)]
        return outcomes[-1] if left and _is_of_tonight(left[0]) else None

    def _judge_what_is_left(self) -> None:
        """Judge crawls that came to their end; one that cannot be judged bars this night and no other."""
        for run in reversed(self._store.unfinished(self._order.site.id)):
            if run.state is not RunState.CRAWLED:
                continue
            if _is_of_tonight(run):
                self._judged(run)
                continue
            try:
                judge_and_keep(self._store, run, self._order)
            except Exception:  # noqa: BLE001  (whatever it is, it would be so every night)
                give_up(self._store, run, self._order)

    def _made(self) -> Outcome:
        on_progress = self._tell if self._night.verbose else None
        run, caught = asyncio.run(
            until_stopped(lambda stop: crawl_on(self._store, self._order, stop, on_progress=on_progress))
        )
        if run is None:
            raise Stopped(caught or signal.SIGTERM)
        return self._published(self._store.run(run.id), self._judged(run))

    def _judged(self, run: StoredRun) -> Audit:
        """Judge a crawl of tonight, and look a second time at what got worse.

        Raises:
            Stopped: a signal came; nothing is kept, and the next start judges again.
        """
        audit, caught = asyncio.run(until_stopped(lambda stop: confirm_and_keep(self._store, run, self._order, stop)))
        if audit is None:
            raise Stopped(caught or signal.SIGTERM)
        return audit

    def _tell(self, progress: Progress) -> None:
        if progress.url != self._told:
            self._told = progress.url
            seconds, url = f"{progress.seconds:7.1f} s", one_line(display(progress.url))
            sys.stderr.write(f"{one_line(self._order.site.id)} {seconds}  {url}\n")

    def _published(self, run: StoredRun, audit: Audit) -> Outcome:
        night = self._night
        lines = self._store.audits(run.site.id)
        wanted = Wanted(
            audit=audit,
            rulebook=night.rulebook,
            messages=night.messages,
            lang=night.lang,
            history=audits_until(lines, run.id),
        )
        newest = lines[-1].run == run.id
        with held_back():
            files = publish(wanted, self._folder, night.formats, latest=newest)
            untold = put_aside(night, self._table, self._store, audit) if _is_of_tonight(run) else ""
            self._store.mark_published(run)
        return Outcome(code=exit_code(audit, night.fail_on), lines=tuple(brief(wanted, files)), untold=untold)


def _is_of_tonight(run: StoredRun) -> bool:
    return abs(datetime.now(UTC) - run.started_at) < STILL_TONIGHT


def complain(site: str, problem: str) -> None:
    """Tell on standard error what went wrong with a site."""
    for line in problem.splitlines():
        sys.stderr.write(f"auditor: {one_line(site)}: {one_line(line)}\n")
