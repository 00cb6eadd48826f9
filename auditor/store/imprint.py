"""What stands for all that a run found, so that two runs that found the same are known by it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from auditor.store import tables

if TYPE_CHECKING:
    from auditor.store.database import Database

_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """The facts of a run, and when they were seen."""

    digest: str  # of every fact, in order
    times: tuple[int | None, ...]  # of the resources, in order (`moments`)


def imprint_of(database: Database, number: int) -> Imprint:
    """The imprint of a run."""
    table, about, content = tables.resource, tables.facts.alias("about"), tables.facts.alias("content")
    chosen = (
        select(table.c.number, table.c.at, about.c.sha256.label("about"), content.c.sha256.label("content"))
        .join(about, about.c.id == table.c.about)
        .outerjoin(content, content.c.id == table.c.content)
        .where(table.c.run == number)
        .order_by(table.c.number)
        .limit(_AT_ONCE)
    )
    digest, times, last = hashlib.sha256(), [], -1
    while True:
        with database.reading() as connection:
            rows = connection.execute(chosen.where(table.c.number > last)).all()
        for row in rows:
            digest.update(bytes(row.about))
            digest.update(b"-" if row.content is None else bytes(row.content))
            times.append(row.at)
        if len(rows) < _AT_ONCE:
            return Imprint(digest=digest.hexdigest(), times=tuple(times))
        last = rows[-1].number
