"""Runs: one crawl of a site each, from its first resource to the end of its reports.

A run is being crawled, then crawled, then audited; what cannot be taken up again is closed, and nothing is ever said
of it. What a crawl finds is committed every 50 resources or two seconds.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from auditor.errors import StoreError
from auditor.facts import Coverage, Run, Site
from auditor.store import tables
from auditor.store.moments import moment_of, stamp
from auditor.store.packing import pack, put_facts, unless_there, unpack
from auditor.store.resources import lines_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Connection, Row, Select

    from auditor.facts import Resource
    from auditor.store.database import Database

_BATCH = 50
_SECONDS = 2.0

Settings = tuple[tuple[str, str | int | float | bool | None], ...]


class RunState(StrEnum):
    """How far a run has come."""

    CRAWLING = "crawling"
    CRAWLED = "crawled"
    AUDITED = "audited"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a run was told."""

    site: Site
    config: Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRun:
    """A run as the store knows it."""

    number: int
    id: str
    state: RunState
    site: Site
    config: Settings
    as_of: date  # the day for which it is to be judged
    started_at: datetime
    finished_at: datetime | None
    complete: bool
    has_text: bool  # it can be judged again
    coverage: Coverage | None

    def finished(self) -> tuple[Run, Coverage]:
        """Its Run and Coverage.

        Raises:
            StoreError: it is not finished.
        """
        if self.finished_at is None or self.coverage is None:
            raise StoreError(f"run {self.id} was never finished, so nothing can be said of it")
        run = Run(id=self.id, started_at=self.started_at, finished_at=self.finished_at, config=self.config)
        return run, self.coverage


def begin_run(database: Database, run_id: str, told: Told, as_of: date, started_at: datetime) -> StoredRun:
    """Write down that a crawl begins."""
    with database.writing() as connection:
        site = told.site
        row = {"id": site.id, "url": site.url, "host": site.host}
        connection.execute(unless_there(connection, tables.site), row)
        connection.execute(update(tables.site).where(tables.site.c.id == site.id), row)
        (fact,) = put_facts(connection, [told])
        connection.execute(
            insert(tables.run).values(
                id=run_id,
                site=site.id,
                state=RunState.CRAWLING,
                started_at=stamp(started_at),
                as_of=as_of.isoformat(),
                complete=False,
                has_text=True,
                told=fact,
            )
        )
    return run_named(database, run_id)


def close_run(database: Database, number: int) -> None:
    """Give a run up: nothing will be said of it."""
    with database.writing() as connection:
        chosen = update(tables.run).where(tables.run.c.number == number)
        connection.execute(chosen.values(state=RunState.CLOSED, has_text=False))
        connection.execute(tables.resource.delete().where(tables.resource.c.run == number))


def run_named(database: Database, run_id: str) -> StoredRun:
    """The run of this id.

    Raises:
        StoreError: there is none.
    """
    with database.reading() as connection:
        row = connection.execute(_runs().where(tables.run.c.id == run_id)).one_or_none()
    if row is None:
        raise StoreError(f"the store has no run {run_id}")
    return _run_of(row)


def runs_of(database: Database, site: str, *states: RunState) -> list[StoredRun]:
    """The runs of a site in these states, newest first."""
    table = tables.run
    chosen = _runs().where(table.c.site == site, table.c.state.in_(states))
    with database.reading() as connection:
        return [_run_of(row) for row in connection.execute(chosen.order_by(table.c.started_at.desc(), table.c.id))]


def unpublished_of(database: Database, site: str) -> list[StoredRun]:
    """The runs of a site that were judged and whose reports do not stand where they belong, newest first."""
    table, audit = tables.run, tables.audit
    chosen = _runs().join(audit, audit.c.run == table.c.number)
    chosen = chosen.where(table.c.site == site, audit.c.published.is_(False))
    with database.reading() as connection:
        return [_run_of(row) for row in connection.execute(chosen.order_by(table.c.started_at.desc(), table.c.id))]


def _runs() -> Select[Any]:
    run, facts = tables.run, tables.facts
    return select(run, facts.c.body.label("told_body")).join(facts, facts.c.id == run.c.told)


def _run_of(row: Row[Any]) -> StoredRun:
    told: Told = unpack(Told, row.told_body)
    return StoredRun(
        number=row.number,
        id=row.id,
        state=RunState(row.state),
        site=told.site,
        config=told.config,
        as_of=date.fromisoformat(row.as_of),
        started_at=moment_of(row.started_at),
        finished_at=None if row.finished_at is None else moment_of(row.finished_at),
        complete=row.complete,
        has_text=row.has_text,
        coverage=None if row.coverage is None else unpack(Coverage, row.coverage),
    )


class Recorder:
    """Keeps what one crawl finds. Never raises while the crawl goes on: `failure` tells, and `finish` raises."""

    def __init__(self, database: Database, run: StoredRun, stopped: Callable[[], bool] = lambda: False) -> None:
        """`stopped`: from when on nothing is kept any more, so that the run can be taken up where it was."""
        self.run = run
        self.failure: StoreError | None = None
        self._database, self._stopped = database, stopped
        self._waiting: dict[str, Resource] = {}
        self._since = 0.0
        self._numbers = self._known()

    def _known(self) -> dict[bytes, int]:
        table = tables.resource
        with self._database.reading() as connection:
            chosen = select(table.c.key, table.c.number).where(table.c.run == self.run.number)
            return {bytes(row.key): row.number for row in connection.execute(chosen)}

    def add(self, resource: Resource) -> None:
        """Keep a resource; what was said of the same key before is replaced, in its old place."""
        if self.failure is not None or self._stopped():
            return
        if not self._waiting:
            self._since = time.monotonic()
        self._waiting[resource.key] = resource
        if len(self._waiting) >= _BATCH:
            self.flush()

    def tick(self) -> None:
        """Commit what has waited long enough; to be called now and then."""
        if self._waiting and time.monotonic() - self._since >= _SECONDS:
            self.flush()

    def flush(self) -> None:
        """Commit what waits; `failure` tells if that is impossible."""
        if self.failure is not None:
            return
        try:
            with self._database.writing() as connection:
                self._write(connection)
        except StoreError as exc:
            self.failure = exc
        self._waiting.clear()

    def finish(self, finished_at: datetime, coverage: Coverage) -> StoredRun:
        """Commit the rest, and that the crawl is at its end.

        Raises:
            StoreError: what was found could not all be kept.
        """
        if self.failure is not None:
            raise self.failure
        with self._database.writing() as connection:
            self._write(connection)
            connection.execute(
                update(tables.run)
                .where(tables.run.c.number == self.run.number)
                .values(
                    state=RunState.CRAWLED,
                    finished_at=stamp(finished_at),
                    complete=coverage.complete,
                    coverage=pack(coverage),
                )
            )
        self._waiting.clear()
        return run_named(self._database, self.run.id)

    def _write(self, connection: Connection) -> None:
        table = tables.resource
        fresh, changed = [], []
        for line in lines_of(connection, list(self._waiting.values())):
            row = {"at": line.at, "about": line.about, "content": line.content}
            known = self._numbers.get(line.key)
            if known is None:
                self._numbers[line.key] = known = len(self._numbers)
                fresh.append({"run": self.run.number, "number": known, "key": line.key, **row})
            else:
                changed.append({"its_number": known, **row})
        if fresh:
            connection.execute(insert(table), fresh)
        if changed:
            mine = (table.c.run == self.run.number) & (table.c.number == bindparam("its_number"))
            connection.execute(update(table).where(mine), changed)
