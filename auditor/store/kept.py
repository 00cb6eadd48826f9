"""What was worked out once and need not be again: readings of documents, and judgements.

Keys say all that decides the value, so that no entry goes stale; one that is gone or damaged costs only the work.
Nothing here ever raises: whoever asks can do without.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update

from auditor.errors import StoreError
from auditor.store import tables
from auditor.store.moments import stamp
from auditor.store.packing import pack_bytes, unless_there, unpack_bytes

if TYPE_CHECKING:
    from auditor.store.database import Database

_BATCH = 20
_AT_ONCE = 500  # keys in one statement
_BATCH_BYTES = 4 * 1024 * 1024


class Kept:
    """The table, with what waits to be written to it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self._size = 0

    def get(self, key: str) -> bytes | None:
        """What was put under the key; None if nothing is there, or it is damaged."""
        mark, table = _mark(key), tables.kept
        if mark in self._waiting:
            return self._waiting[mark]
        try:
            with self._database.reading() as connection:
                row = connection.execute(
                    select(table.c.sha256, table.c.body).where(table.c.key == mark)
                ).one_or_none()
            value = None if row is None else unpack_bytes(row.body)
        except (StoreError, ValueError):
            return None
        if row is None or value is None or hashlib.sha256(value).digest() != bytes(row.sha256):
            return None
        self._used.add(mark)
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep it; written by and by."""
        self._waiting[_mark(key)] = value
        self._size += len(value)
        if len(self._waiting) >= _BATCH or self._size >= _BATCH_BYTES:
            self.flush()

    def flush(self) -> None:
        """Write what waits, and down that what was asked for is still of use."""
        if not (self._waiting or self._used):
            return
        table, now = tables.kept, stamp(datetime.now(UTC))
        rows = [
            {"key": mark, "used_at": now, "sha256": hashlib.sha256(value).digest(), "body": pack_bytes(value)}
            for mark, value in self._waiting.items()
        ]
        used = sorted(self._used)
        self._waiting, self._used, self._size = {}, set(), 0
        try:
            with self._database.writing() as connection:
                for first in range(0, len(used), _AT_ONCE):
                    mine = table.c.key.in_(used[first : first + _AT_ONCE])
                    connection.execute(update(table).where(mine).values(used_at=now))
                if rows:
                    connection.execute(delete(table).where(table.c.key.in_([row["key"] for row in rows])))
                    connection.execute(unless_there(connection, table), rows)
        except StoreError:
            return


def _mark(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()
