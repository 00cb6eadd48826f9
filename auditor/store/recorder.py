"""What one crawl finds and remembers, committed every 50 finds or two seconds (RELIABILITY_RULES 17)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, select, update

from auditor.errors import StoreError
from auditor.store import tables
from auditor.store.moments import stamp
from auditor.store.packing import pack, pack_bytes, unpack_bytes
from auditor.store.places import Places
from auditor.store.resources import content_of, key_digest, lines_of
from auditor.store.runs import RunState, run_named

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Connection, Select

    from auditor.facts import Coverage, Document, Page, Resource
    from auditor.store.database import Database
    from auditor.store.earlier import EarlierRun
    from auditor.store.runs import StoredRun

_BATCH = 50
_SECONDS = 2.0


class Recorder:
    """Keeps what one crawl finds. Adding never raises while the crawl goes on: `failure` tells, and `finish` raises.

    It is also the crawl's journal (`crawl.memory`): what was visited is remembered until the crawl is at its end.
    """

    def __init__(
        self,
        database: Database,
        run: StoredRun,
        stopped: Callable[[], bool] = lambda: False,
        earlier: EarlierRun | None = None,
    ) -> None:
        """`stopped`: from when on nothing is kept any more, so that the run can be taken up where it was.

        `earlier`: the run whose order is kept, so that nothing is judged otherwise for having come sooner or later.
        """
        self.run = run
        self.failure: StoreError | None = None
        self._database, self._stopped = database, stopped
        self._waiting: dict[str, Resource] = {}
        self._visits: dict[bytes, tuple[bytes, float]] = {}
        self._since = 0.0
        resource, visit = tables.resource, tables.visit
        with database.reading() as connection:
            self.earlier = earlier
            start = connection.scalar(
                select(resource.c.key).where(resource.c.run == run.number, resource.c.number == 0)
            )
            taken = connection.scalars(select(resource.c.number).where(resource.c.run == run.number))
            self._places = Places(None if start is None else bytes(start), taken, earlier)
            visited = select(visit.c.key).where(visit.c.run == run.number)
            self._visited = frozenset(bytes(key) for key in connection.scalars(visited))
            spent = select(func.max(visit.c.seconds)).where(visit.c.run == run.number)
            self._spent = float(connection.scalar(spent) or 0.0)

    def add(self, resource: Resource) -> None:
        """Keep a resource; what was said of the same key before is replaced, in its old place."""
        if self.failure is not None or self._stopped():
            return
        self._begin_waiting()
        self._waiting[resource.key] = resource
        if len(self._waiting) >= _BATCH:
            self.flush()

    @property
    def spent(self) -> float:
        """Seconds that the crawl had taken when it was last stopped."""
        return self._spent

    def visit(self, key: str) -> bytes | None:
        """What was remembered of an address before the crawl was last stopped."""
        mark, table = key_digest(key), tables.visit
        if mark not in self._visited:
            return None
        body = self._body(select(table.c.body).where(table.c.run == self.run.number, table.c.key == mark))
        return None if body is None else unpack_bytes(body)

    def content(self, key: str) -> Page | Document | None:
        """What was read at an address before the crawl was last stopped."""
        table, facts = tables.resource, tables.facts
        mine = (table.c.run == self.run.number) & (table.c.key == key_digest(key))
        body = self._body(select(facts.c.body).join(table, table.c.content == facts.c.id).where(mine))
        return None if body is None else content_of(body)

    def _body(self, chosen: Select[tuple[bytes]]) -> bytes | None:
        """Something that was kept; None also where the store fails, which `failure` tells."""
        try:
            with self._database.reading() as connection:
                return connection.scalar(chosen)
        except StoreError as exc:
            self.failure = self.failure or exc
            return None

    def remember(self, key: str, visit: bytes, seconds: float) -> None:
        """Keep what the crawl wants to remember of an address, after so many seconds."""
        if self.failure is None and not self._stopped():
            self._begin_waiting()
            self._visits[key_digest(key)] = (visit, seconds)

    def _begin_waiting(self) -> None:
        if not (self._waiting or self._visits):
            self._since = time.monotonic()

    def tick(self) -> None:
        """Commit what has waited long enough; to be called now and then."""
        if (self._waiting or self._visits) and time.monotonic() - self._since >= _SECONDS:
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
        self._visits.clear()

    def finish(self, finished_at: datetime, coverage: Coverage) -> StoredRun:
        """Commit the rest, and that the crawl is at its end.

        Raises:
            StoreError: what was found could not all be kept.
        """
        if self.failure is not None:
            raise self.failure
        with self._database.writing() as connection:
            self._write(connection)
            connection.execute(delete(tables.visit).where(tables.visit.c.run == self.run.number))
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
        self._visits.clear()
        return run_named(self._database, self.run.id)

    def _write(self, connection: Connection) -> None:
        table = tables.resource
        fresh, changed = [], []
        fact_of = self.earlier.fact_of if self.earlier is not None else lambda _: None
        lines = lines_of(connection, list(self._waiting.values()), fact_of)
        known = self._numbers(connection, [line.key for line in lines])
        for line in lines:
            row = {"at": line.at, "about": line.about, "content": line.content, "confirmed": line.confirmed}
            number = known.get(line.key)
            if number is None:
                number = self._places.give(line.key)
                fresh.append({"run": self.run.number, "number": number, "key": line.key, **row})
            else:
                changed.append({"its_number": number, **row})
        if fresh:
            connection.execute(insert(table), fresh)
        if changed:
            mine = (table.c.run == self.run.number) & (table.c.number == bindparam("its_number"))
            connection.execute(update(table).where(mine), changed)
        self._write_visits(connection)

    def _numbers(self, connection: Connection, keys: list[bytes]) -> dict[bytes, int]:
        """The numbers of those addresses that have one, by digest."""
        table = tables.resource
        mine = (table.c.run == self.run.number) & table.c.key.in_(keys)
        rows = connection.execute(select(table.c.key, table.c.number).where(mine))
        return {bytes(row.key): row.number for row in rows}

    def _write_visits(self, connection: Connection) -> None:
        table = tables.visit
        mine = table.c.run == self.run.number
        connection.execute(delete(table).where(mine, table.c.key.in_(list(self._visits))))
        rows = [
            {"run": self.run.number, "key": mark, "seconds": seconds, "body": pack_bytes(visit)}
            for mark, (visit, seconds) in self._visits.items()
        ]
        if rows:
            connection.execute(insert(table), rows)
