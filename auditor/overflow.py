"""Records by key, of which only so many are in memory: the rest wait in a scratch file, which goes with its owner.

Small sites never get there. What is read back equals what was put, but is another object: whoever changes a record
puts it again.
"""

from __future__ import annotations

import contextlib
import pickle
import sqlite3
from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

V = TypeVar("V")

IN_MEMORY = 1_000
"""Records that are in memory at most, if nothing else is said."""

_AT_ONCE = 500  # records written or read in one go
_PAGES_KB = 2_000  # of the scratch file that are held in memory

_PUT = """INSERT INTO record (number, key, body) VALUES (?, ?, ?)
    ON CONFLICT (number) DO UPDATE SET body = excluded.body"""


class Overflow(Generic[V]):
    """A mapping that remembers the order in which its keys came."""

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._in_memory = in_memory
        self._hot: OrderedDict[str, tuple[int, V]] = OrderedDict()  # used last stands last
        self._count = 0
        self._scratch: _Scratch | None = None

    def __len__(self) -> int:
        return self._count

    def __contains__(self, key: str) -> bool:
        return self._entry(key) is not None

    def __setitem__(self, key: str, record: V) -> None:
        known = self._entry(key)
        number = self._count if known is None else known[0]
        self._count += known is None
        self._keep(key, number, record)

    def get(self, key: str) -> V | None:
        """What was put last under the key."""
        entry = self._entry(key)
        return None if entry is None else entry[1]

    def items(self) -> Iterator[tuple[str, V]]:
        """Keys with their records, in the order in which the keys came; records may be put again meanwhile."""
        if self._scratch is None:
            yield from [(key, record) for key, (_, record) in sorted(self._hot.items(), key=lambda each: each[1][0])]
            return
        self._spill(len(self._hot))
        for first in range(0, self._count, _AT_ONCE):
            for key, body in self._scratch.between(first, first + _AT_ONCE):
                yield key, _unpacked(body)

    def _entry(self, key: str) -> tuple[int, V] | None:
        if key in self._hot:
            self._hot.move_to_end(key)
            return self._hot[key]
        found = None if self._scratch is None else self._scratch.find(key)
        if found is None:
            return None
        number, body = found
        record: V = _unpacked(body)
        self._keep(key, number, record)
        return number, record

    def _keep(self, key: str, number: int, record: V) -> None:
        self._hot[key] = number, record
        self._hot.move_to_end(key)
        if len(self._hot) > self._in_memory:
            self._spill(max(1, min(_AT_ONCE, self._in_memory // 2)))

    def _spill(self, count: int) -> None:
        """Write down those that were used longest ago."""
        if self._scratch is None:
            self._scratch = _Scratch()
        old = [self._hot.popitem(last=False) for _ in range(count)]
        self._scratch.put((number, key, pickle.dumps(record)) for key, (number, record) in old)


class _Scratch:
    """A database without a name: SQLite removes it with its connection."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._database.execute(f"PRAGMA cache_size = -{_PAGES_KB}")
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("CREATE TABLE record (number INTEGER PRIMARY KEY, key TEXT UNIQUE, body BLOB)")

    def __del__(self) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._database.close()

    def put(self, rows: Iterator[tuple[int, str, bytes]]) -> None:
        self._database.executemany(_PUT, rows)

    def find(self, key: str) -> tuple[int, bytes] | None:
        found: tuple[int, bytes] | None = self._database.execute(
            "SELECT number, body FROM record WHERE key = ?", (key,)
        ).fetchone()
        return found

    def between(self, first: int, end: int) -> list[tuple[str, bytes]]:
        chosen = "SELECT key, body FROM record WHERE number >= ? AND number < ? ORDER BY number"
        return self._database.execute(chosen, (first, end)).fetchall()


def _unpacked(body: bytes) -> Any:
    return pickle.loads(body)  # noqa: S301 - written by ourselves, into a file that nobody else can open
