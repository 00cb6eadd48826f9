"""Audits in the store: saved and read whole. Items and findings are facts, which unchanged nights share."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from auditor.errors import StoreError
from auditor.findings import Audit, Finding
from auditor.items import Item
from auditor.longlist import listed
from auditor.store import tables
from auditor.store.packing import pack, put_facts, unless_there, unpack
from auditor.store.runs import RunState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection, Row, Table

    from auditor.store.database import Database
    from auditor.store.runs import StoredRun

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTexts:
    """Rule files by name, as they were."""

    files: tuple[tuple[str, str], ...]


def save_audit(database: Database, stored: StoredRun, audit: Audit, texts: RuleTexts, *, published: bool) -> None:
    """Keep an audit of a run, with the rules that judged; all of it or nothing."""
    run = stored.number
    with database.writing() as connection:
        _save_packs(connection, audit, texts)
        connection.execute(
            insert(tables.audit).values(
                run=run,
                as_of=audit.as_of.isoformat(),
                percent=audit.score.percent,
                published=published,
                body=pack(replace(audit, items=(), findings=())),
            )
        )
        _insert(connection, tables.verdict, (_verdict_row(run, *each) for each in enumerate(audit.verdicts)))
        _insert(connection, tables.finding, _finding_rows(connection, run, audit.findings))
        _insert(connection, tables.item, _item_rows(connection, run, audit.items))
        # Judging may find that less was looked at than the crawl knew.
        judged = {"state": RunState.AUDITED, "complete": audit.coverage.complete}
        connection.execute(update(tables.run).where(tables.run.c.number == run).values(judged))


def mark_published(database: Database, run: int) -> None:
    """Write down that the reports of an audit stand where they belong."""
    with database.writing() as connection:
        connection.execute(update(tables.audit).where(tables.audit.c.run == run).values(published=True))


def read_audit(database: Database, stored: StoredRun, *, items: bool = True, findings: bool = True) -> Audit:
    """The audit of a run, as it was saved; without its items or findings if they are not asked for.

    Raises:
        StoreError: there is none, or it is damaged.
    """
    with database.reading() as connection:
        audit = _conclusions(connection, stored)
        with _told_of_damage(stored):
            return replace(
                audit,
                findings=tuple(_findings(connection, stored.number)) if findings else (),
                items=listed(_items(connection, stored.number)) if items else (),
            )


def amend(database: Database, stored: StoredRun, audit: Audit) -> None:
    """Keep other conclusions of a run than were saved; its findings and items stay."""
    body = pack(replace(audit, items=(), findings=()))
    with database.writing() as connection:
        connection.execute(update(tables.audit).where(tables.audit.c.run == stored.number).values(body=body))


def read_rules(database: Database, sha256: str) -> RuleTexts:
    """The rule files that judged as the pack with this digest.

    Raises:
        StoreError: they are not kept.
    """
    table, facts = tables.pack, tables.facts
    chosen = select(facts.c.body).join(table, table.c.texts == facts.c.id).where(table.c.sha256 == sha256)
    with database.reading() as connection:
        body = connection.scalar(chosen)
    if body is None:
        raise StoreError(f"the store has no rules with the digest {sha256}")
    texts: RuleTexts = unpack(RuleTexts, body)
    return texts


def _conclusions(connection: Connection, stored: StoredRun) -> Audit:
    body = connection.scalar(select(tables.audit.c.body).where(tables.audit.c.run == stored.number))
    if body is None:
        raise StoreError(f"run {stored.id} was never judged")
    with _told_of_damage(stored):
        audit: Audit = unpack(Audit, body)
        return audit


@contextlib.contextmanager
def _told_of_damage(stored: StoredRun) -> Iterator[None]:
    try:
        yield
    except ValueError as exc:
        raise StoreError(f"the audit of run {stored.id} is damaged: {exc}; run `auditor store check`") from exc


def _save_packs(connection: Connection, audit: Audit, texts: RuleTexts) -> None:
    (fact,) = put_facts(connection, [texts])
    for used in audit.packs:
        row = {"sha256": used.sha256, "id": used.id, "version": used.version, "texts": fact}
        connection.execute(unless_there(connection, tables.pack), row)


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    waiting = iter(rows)
    while portion := list(islice(waiting, _AT_ONCE)):
        connection.execute(insert(table), portion)


def _verdict_row(run: int, number: int, verdict: Any) -> dict[str, Any]:
    return {
        "run": run,
        "number": number,
        "requirement": verdict.requirement,
        "pack": verdict.pack,
        "status": verdict.status.value,
    }


def _finding_rows(connection: Connection, run: int, findings: tuple[Finding, ...]) -> Iterator[dict[str, Any]]:
    for number, (each, body) in enumerate(_kept(connection, findings, first_seen=None)):
        day = each.first_seen.isoformat() if each.first_seen else None
        yield {"run": run, "number": number, "id": each.id, "first_seen": day, "body": body}


def _item_rows(connection: Connection, run: int, items: Sequence[Item]) -> Iterator[dict[str, Any]]:
    for number, (each, body) in enumerate(_kept(connection, items, age_days=None)):
        yield {"run": run, "number": number, "age_days": each.age_days, "body": body}


def _kept(connection: Connection, records: Sequence[Any], **without: None) -> Iterator[tuple[Any, int]]:
    """Records with the numbers of their facts, which do not say what differs from night to night."""
    for first in range(0, len(records), _AT_ONCE):
        chosen = records[first : first + _AT_ONCE]
        yield from zip(chosen, put_facts(connection, [replace(each, **without) for each in chosen]), strict=True)


def _findings(connection: Connection, run: int) -> Iterator[Finding]:
    for row in _bodies(connection, tables.finding, run):
        finding: Finding = unpack(Finding, row.fact)
        yield replace(finding, first_seen=date.fromisoformat(row.first_seen) if row.first_seen else None)


def _items(connection: Connection, run: int) -> Iterator[Item]:
    for row in _bodies(connection, tables.item, run):
        item: Item = unpack(Item, row.fact)
        yield replace(item, age_days=row.age_days)


def _bodies(connection: Connection, table: Table, run: int) -> Iterator[Row[Any]]:
    facts = tables.facts
    chosen = select(table, facts.c.body.label("fact")).join(facts, facts.c.id == table.c.body)
    ordered = chosen.where(table.c.run == run).order_by(table.c.number)
    yield from connection.execution_options(yield_per=_AT_ONCE).execute(ordered)
