"""What the store knows of a site's earlier audits.

Runs follow one another as they were begun, by their numbers: the clock may have been put back or forth in between.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from auditor.findings import Carried, Past, Status
from auditor.past import AuditLine, RunStatuses
from auditor.store import tables
from auditor.store.audits import read_audit
from auditor.store.moments import moment_of
from auditor.store.runs import run_named

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from auditor.store.database import Database


def audits_of(database: Database, site: str) -> tuple[AuditLine, ...]:
    """Every audit of a site, oldest first."""
    run, audit = tables.run, tables.audit
    chosen = (
        select(run.c.id, run.c.number, run.c.started_at, run.c.complete, run.c.has_text, audit)
        .join(audit, audit.c.run == run.c.number)
        .where(run.c.site == site)
        .order_by(run.c.number)
    )
    with database.reading() as connection:
        rows = connection.execute(chosen).all()
        counts = _counts(connection, site)
        found = _found(connection, site)
    return tuple(
        AuditLine(
            run=row.id,
            started_at=moment_of(row.started_at),
            as_of=date.fromisoformat(row.as_of),
            percent=row.percent,
            complete=row.complete,
            has_text=row.has_text,
            counts=tuple((status, counts.get((row.number, status), 0)) for status in Status),
            findings=found.get(row.number, 0),
        )
        for row in rows
    )


def statuses_of(database: Database, site: str) -> tuple[RunStatuses, ...]:
    """What every audit of a site says of each requirement, oldest first."""
    run, verdict = tables.run, tables.verdict
    said = (
        select(run.c.id, run.c.started_at, run.c.has_text, verdict.c.pack, verdict.c.requirement, verdict.c.status)
        .join(verdict, verdict.c.run == run.c.number)
        .where(run.c.site == site)
        .order_by(run.c.number, verdict.c.number)
    )
    with database.reading() as connection:
        rows = connection.execute(said).all()
    return tuple(
        RunStatuses(
            run=run_id,
            started_at=moment_of(started_at),
            has_text=has_text,
            statuses=tuple((row.pack, row.requirement, Status(row.status)) for row in told),
        )
        for (run_id, started_at, has_text), told in groupby(rows, lambda row: (row.id, row.started_at, row.has_text))
    )


def past_of(database: Database, site: str, before: int) -> Past:
    """What the audits of a site say whose crawls began before that of a run with this number."""
    run, audit, finding = tables.run, tables.audit, tables.finding
    earlier = (run.c.site == site) & (run.c.number < before)
    with database.reading() as connection:
        numbers = select(run.c.number, run.c.id, run.c.complete).join(audit, audit.c.run == run.c.number)
        rows = connection.execute(numbers.where(earlier).order_by(run.c.number.desc())).all()
        last = next((place for place, row in enumerate(rows) if row.complete), None)
        since = [row.number for row in rows[: None if last is None else last + 1]]
        seen = select(finding.c.id, func.min(finding.c.first_seen).label("day"))
        seen = seen.where(finding.c.run.in_(since), finding.c.first_seen.is_not(None)).group_by(finding.c.id)
        first_seen = tuple((row.id, date.fromisoformat(row.day)) for row in connection.execute(seen.order_by("id")))
        good = _good(connection, site, before)
    baseline = None if last is None else read_audit(database, run_named(database, rows[last].id), items=False)
    return Past(baseline=baseline, first_seen=first_seen, good=good)


def ids_before(database: Database, site: str, before: int) -> frozenset[str]:
    """Ids of the findings of all audits of a site whose crawls began before that of a run with this number."""
    run, finding = tables.run, tables.finding
    chosen = select(finding.c.id).distinct().join(run, run.c.number == finding.c.run)
    with database.reading() as connection:
        return frozenset(connection.scalars(chosen.where(run.c.site == site, run.c.number < before)))


def sites_in(database: Database) -> tuple[str, ...]:
    """Ids of the sites that were ever audited."""
    with database.reading() as connection:
        return tuple(connection.scalars(select(tables.site.c.id).order_by(tables.site.c.id)))


def _good(connection: Connection, site: str, before: int) -> tuple[tuple[str, str, Carried], ...]:
    """The last verdict on each requirement that came from a look."""
    run, audit, verdict = tables.run, tables.audit, tables.verdict
    chosen = (
        select(verdict.c.pack, verdict.c.requirement, verdict.c.status, audit.c.as_of)
        .join(audit, audit.c.run == verdict.c.run)
        .join(run, run.c.number == verdict.c.run)
        .where(
            run.c.site == site,
            run.c.number < before,
            verdict.c.status != Status.UNVERIFIABLE.value,
        )
        .order_by(run.c.number.desc(), verdict.c.number)
    )
    newest: dict[tuple[str, str], Carried] = {}
    for row in connection.execute(chosen):
        carried = Carried(status=Status(row.status), as_of=date.fromisoformat(row.as_of))
        newest.setdefault((row.pack, row.requirement), carried)
    return tuple((pack, requirement, carried) for (pack, requirement), carried in newest.items())


def _counts(connection: Connection, site: str) -> dict[tuple[int, Status], int]:
    run, verdict = tables.run, tables.verdict
    chosen = select(verdict.c.run, verdict.c.status, func.count().label("many")).join(
        run, run.c.number == verdict.c.run
    )
    rows = connection.execute(chosen.where(run.c.site == site).group_by(verdict.c.run, verdict.c.status))
    return {(row.run, Status(row.status)): row.many for row in rows}


def _found(connection: Connection, site: str) -> dict[int, int]:
    run, finding = tables.run, tables.finding
    chosen = select(finding.c.run, func.count().label("many")).join(run, run.c.number == finding.c.run)
    return {row.run: row.many for row in connection.execute(chosen.where(run.c.site == site).group_by(finding.c.run))}
