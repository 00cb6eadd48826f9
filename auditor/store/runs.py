"""Runs: one crawl of a site each, from its first resource to the end of its reports.

A run is being crawled, then crawled, then audited; what cannot be taken up again is closed, and nothing is ever said
of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, insert, select, update

from auditor.errors import StoreError
from auditor.facts import Coverage, Run, Site
from auditor.store import tables
from auditor.store.moments import moment_of, stamp
from auditor.store.packing import put_facts, unless_there, unpack

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row, Select

    from auditor.store.database import Database

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


def begin_run(
    database: Database,
    run_id: str,
    told: Told,
    as_of: date,
    started_at: datetime,
    due_at: datetime | None,
    reader: str,
) -> StoredRun:
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
                due_at=None if due_at is None else stamp(due_at),
                as_of=as_of.isoformat(),
                complete=False,
                has_text=True,
                told=fact,
                reader=reader,
            )
        )
    return run_named(database, run_id)


def close_run(database: Database, number: int) -> None:
    """Give a run up: nothing will be said of it, and another may be made for the time for which it was planned."""
    with database.writing() as connection:
        chosen = update(tables.run).where(tables.run.c.number == number)
        connection.execute(chosen.values(state=RunState.CLOSED, has_text=False, due_at=None))
        for table in (tables.visit, tables.resource):
            connection.execute(table.delete().where(table.c.run == number))


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
        return [_run_of(row) for row in connection.execute(chosen.order_by(table.c.number.desc()))]


def covered(database: Database, now: datetime) -> dict[str, datetime]:
    """Of each site with reports: the last time by which it was due, begun or finished; none after `now`.

    What a clock that went wrong wrote into the future counts for nothing.
    """
    table, audit, until = tables.run, tables.audit, stamp(now)
    moments = (table.c.due_at, table.c.started_at, table.c.finished_at)
    newest = (func.max(case((moment <= until, moment))).label(moment.name) for moment in moments)
    chosen = select(table.c.site, *newest).join(audit, audit.c.run == table.c.number)
    chosen = chosen.where(audit.c.published.is_(True)).group_by(table.c.site)
    with database.reading() as connection:
        rows = connection.execute(chosen).all()
    last = ((row.site, [each for each in row[1:] if each is not None]) for row in rows)
    return {site: moment_of(max(found)) for site, found in last if found}


def left(database: Database) -> frozenset[str]:
    """Sites with runs that were begun, and are neither given up nor shown as reports."""
    table, audit = tables.run, tables.audit
    begun = select(table.c.site).where(table.c.state.in_((RunState.CRAWLING, RunState.CRAWLED)))
    judged = select(table.c.site).join(audit, audit.c.run == table.c.number).where(audit.c.published.is_(False))
    with database.reading() as connection:
        return frozenset(connection.scalars(begun.union(judged)))


def unpublished_of(database: Database, site: str) -> list[StoredRun]:
    """The runs of a site that were judged and whose reports do not stand where they belong, newest first."""
    table, audit = tables.run, tables.audit
    chosen = _runs().join(audit, audit.c.run == table.c.number)
    chosen = chosen.where(table.c.site == site, audit.c.published.is_(False))
    with database.reading() as connection:
        return [_run_of(row) for row in connection.execute(chosen.order_by(table.c.number.desc()))]


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
