"""What the store knows of the nights of a site: every run, whether or not anything came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from auditor.facts import Coverage
from auditor.portfolio import NightLine
from auditor.store import tables
from auditor.store.moments import moment_of
from auditor.store.packing import unpack
from auditor.store.runs import RunState

if TYPE_CHECKING:
    from auditor.store.database import Database


def nights_of(database: Database, site: str, most: int) -> tuple[NightLine, ...]:
    """The last runs of a site, newest first."""
    run, audit = tables.run, tables.audit
    columns = (run.c.id, run.c.started_at, run.c.state, run.c.complete, run.c.coverage, audit.c.percent)
    chosen = (
        select(*columns)
        .outerjoin(audit, audit.c.run == run.c.number)
        .where(run.c.site == site)
        .order_by(run.c.number.desc())
        .limit(most)
    )
    with database.reading() as connection:
        rows = connection.execute(chosen).all()
    return tuple(
        NightLine(
            run=row.id,
            started_at=moment_of(row.started_at),
            judged=row.state == RunState.AUDITED,
            percent=row.percent,
            complete=row.complete,
            coverage=None if row.complete or row.coverage is None else _coverage(row.coverage),
        )
        for row in rows
    )


def _coverage(body: bytes) -> Coverage | None:
    """What was looked at; None where that is damaged, which no other night has to pay for."""
    try:
        coverage: Coverage = unpack(Coverage, body)
    except ValueError:
        return None
    return coverage
