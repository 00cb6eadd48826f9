"""Is everything in the store what it was when it was written?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, select

from auditor.store import tables
from auditor.store.packing import digest_of
from auditor.store.runs import RunState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.store.database import Database

_AT_ONCE = 500


def ailments(database: Database) -> Iterator[str]:
    """Everything that is wrong, in words."""
    yield from database.ailments(thorough=True)
    yield from _changed_facts(database)
    yield from _unjudged(database)


def _changed_facts(database: Database) -> Iterator[str]:
    """Facts that are no longer what their digests say."""
    facts, last = tables.facts, -1
    while True:
        with database.reading() as connection:
            rows = connection.execute(
                select(facts).where(facts.c.id > last).order_by(facts.c.id).limit(_AT_ONCE)
            ).all()
        if not rows:
            return
        last = rows[-1].id
        for row in rows:
            try:
                whole = digest_of(row.body) == bytes(row.sha256)
            except ValueError:
                whole = False
            if not whole:
                yield f"fact {row.id} is not what it was when it was written"


def _unjudged(database: Database) -> Iterator[str]:
    """Runs that are said to be judged and have no audit."""
    run, audit = tables.run, tables.audit
    chosen = select(run.c.id).where(run.c.state == RunState.AUDITED, ~exists().where(audit.c.run == run.c.number))
    with database.reading() as connection:
        yield from (f"run {run_id} is said to be judged and has no audit" for run_id in connection.scalars(chosen))
