"""A stored crawl as a `facts.Snapshot`: read as a stream, with small memories; never whole."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import null, select

from auditor.errors import StoreError
from auditor.marks import Marks
from auditor.snapshot import looked_up
from auditor.store import tables
from auditor.store.resources import content_of, key_digest, resource_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Row, Select

    from auditor.facts import Coverage, Resource, Run, Site
    from auditor.store.database import Database
    from auditor.store.runs import StoredRun

_AT_ONCE = 50  # rows of one reading
_KEYS = 1_000  # likewise, without their contents
_ADDRESSES, _CONTENTS = 1_024, 24  # looked up last, and remembered


class StoredSnapshot:
    """A finished crawl in the store."""

    def __init__(self, database: Database, stored: StoredRun, *, whole: bool = True) -> None:
        """Raises StoreError if the crawl was not finished, or is to be `whole` and its contents are not kept."""
        self._run, self._coverage = stored.finished()
        if whole and not stored.has_text:
            raise StoreError(
                f"what the pages of run {stored.id} said is no longer kept ([retention] text_days): "
                "it can be shown, but not judged again"
            )
        self._site, self._number, self._database = stored.site, stored.number, database
        self._keys = Marks()  # digests: most addresses that are asked for in vain cost no look into the database
        with database.reading() as connection:
            keys = select(tables.resource.c.key).where(tables.resource.c.run == self._number)
            for key in connection.execution_options(yield_per=_KEYS).scalars(keys):
                self._keys.add(bytes(key))
        self._find = lru_cache(_ADDRESSES)(self._found)
        self._content = lru_cache(_CONTENTS)(self._read)

    @property
    def site(self) -> Site:
        """Whose site it is."""
        return self._site

    @property
    def run(self) -> Run:
        """When it was made."""
        return self._run

    @property
    def coverage(self) -> Coverage:
        """How much of the site it holds."""
        return self._coverage

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[Resource]:
        """Every resource once, in the order in which it was met; the start page comes first."""
        return self._all(contents=True)

    def headings(self) -> Iterator[Resource]:
        """The same without what was read."""
        return self._all(contents=False)

    def _all(self, *, contents: bool) -> Iterator[Resource]:
        chosen = _resources(self._number, contents=contents)
        last = -1
        while True:
            batch = chosen.where(tables.resource.c.number > last).order_by(tables.resource.c.number).limit(_AT_ONCE)
            with self._database.reading() as connection:
                rows = connection.execute(batch).all()
            if not rows:
                return
            last = rows[-1].number
            yield from map(self._resource, rows)

    def get(self, key: str) -> Resource | None:
        """The resource with this canonical URL; redirects are followed to where they ended."""
        found = looked_up(key, self._find)
        content = None if found is None else self._content(found.key)
        return found if found is None or content is None else replace(found, content=content)

    def heading(self, key: str) -> Resource | None:
        """As `get`, without what was read."""
        return looked_up(key, self._find)

    def _found(self, key: str) -> Resource | None:
        digest = key_digest(key)
        if digest not in self._keys:
            return None
        chosen = _resources(self._number, contents=False).where(tables.resource.c.key == digest)
        with self._database.reading() as connection:
            row = connection.execute(chosen).one_or_none()
        return None if row is None else self._resource(row)

    def _read(self, key: str) -> Any:
        table, facts = tables.resource, tables.facts
        chosen = (
            select(facts.c.body)
            .join(table, table.c.content == facts.c.id)
            .where(table.c.run == self._number, table.c.key == key_digest(key))
        )
        with self._database.reading() as connection:
            body = connection.scalar(chosen)
        return None if body is None else content_of(body)

    def _resource(self, row: Row[Any]) -> Resource:
        try:
            return resource_of(row)
        except ValueError as exc:
            raise StoreError(f"the store holds what it cannot read: {exc}; run `auditor store check`") from exc


def _resources(run: int, *, contents: bool) -> Select[Any]:
    """Rows as `resource_of` wants them."""
    table, about, content = tables.resource, tables.facts.alias("about"), tables.facts.alias("content")
    body = content.c.body if contents else null()
    chosen = (
        select(table.c.number, table.c.at, table.c.confirmed, about.c.body.label("about"), body.label("content"))
        .join(about, about.c.id == table.c.about)
        .where(table.c.run == run)
    )
    return chosen.outerjoin(content, content.c.id == table.c.content) if contents else chosen
