"""What is no longer kept: old runs with their audits, and, sooner, what pages and documents said.

Of each site the newest audit and the newest complete one stay whole, however old: the next audit is compared with
them. Everything is deleted in short transactions, so that audits that go on meanwhile wait for none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, exists, func, select, update

from auditor.store import tables
from auditor.store.moments import stamp
from auditor.store.runs import RunState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Row

    from auditor.store.database import Database

_FACTS_A_TURN = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """How many days things are kept."""

    facts_days: int
    text_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruned:
    """How much was deleted."""

    runs: int
    texts: int  # runs whose contents are gone
    facts: int


def prune(database: Database, now: datetime, keep: Keep) -> Pruned:
    """Delete what is older than it is kept."""
    run = tables.run
    with database.reading() as connection:
        newest = set(_newest(connection))
        rows = connection.execute(
            select(run.c.number, run.c.site, run.c.started_at, run.c.has_text).order_by(run.c.number)
        ).all()
    began = _began(rows, stamp(now))
    old = stamp(now - timedelta(days=keep.facts_days))
    shut = stamp(now - timedelta(days=min(keep.text_days, keep.facts_days)))
    dropped = [row.number for row in rows if began[row.number] < old and row.number not in newest]
    emptied = [
        row.number
        for row in rows
        if began[row.number] < shut and row.has_text and row.number not in newest and row.number not in dropped
    ]
    for number in dropped:
        _drop(database, number)
    for number in emptied:
        _empty(database, number)
    facts = sum(_sweep(database))
    _forget(database, shut)
    database.shrink()
    return Pruned(runs=len(dropped), texts=len(emptied), facts=facts)


def _began(rows: Iterable[Row[Any]], now: int) -> dict[int, int]:
    """When each run began, or the last one of its site before it where a clock had been put back."""
    began: dict[int, int] = {}
    last: dict[str, int] = {}
    for row in rows:
        began[row.number] = max(row.started_at, last.get(row.site, 0))
        if row.started_at <= now:
            last[row.site] = began[row.number]
    return began


def _newest(connection: Connection) -> Iterator[int]:
    """Of each site the newest audited run, and the newest complete one."""
    run = tables.run
    rows = connection.execute(
        select(run.c.number, run.c.site, run.c.complete)
        .where(run.c.state == RunState.AUDITED)
        .order_by(run.c.number.desc())
    )
    seen: set[tuple[str, bool]] = set()
    for row in rows:
        for kind in (False, True) if row.complete else (False,):
            if (row.site, kind) not in seen:
                seen.add((row.site, kind))
                yield row.number


def _drop(database: Database, number: int) -> None:
    with database.writing() as connection:
        for table in (tables.item, tables.finding, tables.verdict, tables.audit, tables.visit, tables.resource):
            connection.execute(delete(table).where(table.c.run == number))
        connection.execute(delete(tables.run).where(tables.run.c.number == number))


def _empty(database: Database, number: int) -> None:
    """Forget what was there; what answered, and that it did, stays. A crawl that goes on no more is closed."""
    run, resource = tables.run, tables.resource
    with database.writing() as connection:
        connection.execute(update(resource).where(resource.c.run == number).values(content=None))
        connection.execute(update(run).where(run.c.number == number).values(has_text=False))
        connection.execute(delete(tables.visit).where(tables.visit.c.run == number))
        unjudged = (run.c.number == number) & (run.c.state != RunState.AUDITED)
        connection.execute(update(run).where(unjudged).values(state=RunState.CLOSED))


def _forget(database: Database, before: int) -> None:
    """Delete what was worked out and not used since."""
    with database.writing() as connection:
        connection.execute(delete(tables.kept).where(tables.kept.c.used_at < before))


def _sweep(database: Database) -> Iterator[int]:
    """Delete the facts that nothing names any more; how many, turn by turn."""
    facts = tables.facts
    with database.reading() as connection:
        last = connection.scalar(select(func.max(facts.c.id))) or 0
    for first in range(0, last + 1, _FACTS_A_TURN):
        turn = facts.c.id.between(first, first + _FACTS_A_TURN - 1)
        with database.writing() as connection:
            yield connection.execute(delete(facts).where(turn, *(~named for named in _named()))).rowcount


def _named() -> Iterator[ColumnElement[bool]]:
    """For each column that names facts: does it name this one?"""
    for table in tables.TABLES.sorted_tables:
        for column in table.columns:
            if column.references(tables.facts.c.id):
                yield exists().where(column == tables.facts.c.id)
