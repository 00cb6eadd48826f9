"""The run of an earlier night, as the crawl of the next one asks for it (`crawl.earlier`)."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, null, select

from auditor.errors import StoreError
from auditor.facts import Fetched
from auditor.store import tables
from auditor.store.resources import content_of, key_digest, resource_of
from auditor.store.runs import RunState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Row, Select

    from auditor.facts import Document, Page
    from auditor.store.database import Database

_LENT = 64  # contents that were given out and will come back to be written


def _row() -> Select[Any]:
    """The row of a resource with what was read there, as `resource_of` wants it and without that."""
    table, about, content = tables.resource, tables.facts.alias("about"), tables.facts.alias("content")
    said = (about.c.body.label("about"), null().label("content"), content.c.id.label("fact"), content.c.body)
    return (
        select(table.c.at, table.c.confirmed, *said)
        .join(about, about.c.id == table.c.about)
        .join(content, content.c.id == table.c.content)
        .where(table.c.run == bindparam("its_run"), table.c.number == bindparam("its_number"))
    )


_ROW = _row()


class EarlierRun:
    """What a finished run found. Asking never raises: where the store fails, nothing is known."""

    def __init__(self, database: Database, number: int) -> None:
        """`number`: of the run."""
        self._database, self._number = database, number
        self._rows: OrderedDict[bytes, Row[Any] | None] = OrderedDict()
        self._lent: OrderedDict[int, tuple[Page | Document, int]] = OrderedDict()
        table = tables.resource
        with database.reading() as connection:
            rows = connection.execute(select(table.c.key, table.c.number).where(table.c.run == number))
            self.places: Mapping[bytes, int] = {bytes(row.key): row.number for row in rows}

    def fetch(self, key: str) -> Fetched | None:
        """How an address answered, if what it answered is still there."""
        row = self._row(key_digest(key))
        try:
            found = None if row is None else resource_of(row)
        except ValueError:
            return None
        return found.fetch if found is not None and isinstance(found.fetch, Fetched) else None

    def content(self, key: str) -> Page | Document | None:
        """What was read there."""
        row = self._row(key_digest(key))
        try:
            content = None if row is None else content_of(row.body)
        except ValueError:
            return None
        if row is not None and content is not None:
            self._lend(content, row.fact)
        return content

    def _row(self, mark: bytes) -> Row[Any] | None:
        """The row of an address; those asked for last are remembered, since most are asked for twice."""
        place = self.places.get(mark)
        if place is None:
            return None
        if mark not in self._rows:
            try:
                with self._database.reading() as connection:
                    row = connection.execute(_ROW, {"its_run": self._number, "its_number": place}).one_or_none()
            except StoreError:
                return None
            self._rows[mark] = row
            if len(self._rows) > _LENT:
                self._rows.popitem(last=False)
        return self._rows[mark]

    def _lend(self, content: Page | Document, fact: int) -> None:
        self._lent[id(content)] = content, fact
        if len(self._lent) > _LENT:
            self._lent.popitem(last=False)

    def fact_of(self, content: Page | Document | None) -> int | None:
        """The number of the fact, if it is one that was given out here: it need not be written again. Asked once."""
        return self._lent.pop(id(content), (None, None))[1]


def earlier_run(database: Database, site: str, reader: str) -> EarlierRun | None:
    """Of the newest audit of a site and the newest complete one, which retention spares, that which holds more.

    So no outage is one to go by, nor a crawl of long ago where a site has outgrown what a crawl may take. None if it
    was read otherwise than now.
    """
    run, table = tables.run, tables.resource
    held = select(func.count(table.c.content)).where(table.c.run == run.c.number).scalar_subquery()
    audits = select(run.c.number, run.c.reader, run.c.has_text, held.label("held"))
    newest = select(func.max(run.c.number)).where(run.c.site == site, run.c.state == RunState.AUDITED)
    with database.reading() as connection:
        rows = [
            row
            for chosen in (newest, newest.where(run.c.complete.is_(True)))
            if (row := connection.execute(audits.where(run.c.number == chosen.scalar_subquery())).one_or_none())
        ]
    best = max(rows, key=lambda row: row.held, default=None)
    usable = best is not None and best.reader == reader and best.has_text
    return EarlierRun(database, best.number) if best is not None and usable else None
