"""Documents read before, by what they hold: the same bytes are never parsed twice in one audit.

Kept as the bytes of `wire`, so that a store can keep them between audits: it need only offer `DocumentCache`.
"""

from __future__ import annotations

import asyncio
import hashlib
import weakref
from collections import OrderedDict
from dataclasses import astuple
from typing import TYPE_CHECKING, Protocol

from auditor.build import build
from auditor.extract.wire import read_fact
from auditor.facts import Document, DocumentState
from auditor.records import to_bytes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from auditor.config import DocumentLimits

_MOST_BYTES = 32 * 1024 * 1024


class DocumentCache(Protocol):
    """What was read of documents. A key tells content, kind, limits and version, so that no entry goes stale."""

    def get(self, key: str) -> bytes | None:
        """What was put under the key; None if nothing is there (any more)."""

    def put(self, key: str, reading: bytes) -> None:
        """Keep a reading; whoever is asked may keep it shortly or not at all."""


class MemoryCache:
    """Keeps the readings last asked for, up to so many bytes."""

    def __init__(self, most_bytes: int = _MOST_BYTES) -> None:
        self._most = most_bytes
        self._size = 0
        self._readings: OrderedDict[str, bytes] = OrderedDict()

    def get(self, key: str) -> bytes | None:
        """What was put under the key and not pushed out since."""
        reading = self._readings.get(key)
        if reading is not None:
            self._readings.move_to_end(key)
        return reading

    def put(self, key: str, reading: bytes) -> None:
        """Keep it, and push out what was not asked for longest."""
        self._size += len(reading) - len(self._readings.pop(key, b""))
        self._readings[key] = reading
        while self._size > self._most:
            _, oldest = self._readings.popitem(last=False)
            self._size -= len(oldest)


class Readings:
    """Reads a document once and remembers what came of it.

    A reading that ran out of time or memory is remembered for this audit alone: the next night may have more of them.
    """

    def __init__(
        self,
        read: Callable[[str, bytes], Awaitable[Document]],
        limits: DocumentLimits,
        kept: DocumentCache | None = None,
        *,
        by: str = "reader",
    ) -> None:
        self._read = read
        self._by = by
        self._limits = limits
        self._kept = kept
        self._own = MemoryCache()
        self._locks: weakref.WeakValueDictionary[str, asyncio.Lock] = weakref.WeakValueDictionary()

    async def of(self, kind: str, body: bytes, sha256: str | None = None) -> Document:
        """The document of that kind in these bytes; `sha256` is their hash, where it is known already."""
        key = key_of(kind, sha256 or hashlib.sha256(body).hexdigest(), self._limits, by=self._by)
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:  # whoever comes second finds what the first one read
            known = self._known(key)
            if known is not None:
                return known
            document = await self._read(kind, body)
            self._remember(key, document)
            return document

    def knows(self, kind: str, sha256: str) -> bool:
        """Was a document with this digest read before?"""
        return self._known(key_of(kind, sha256, self._limits, by=self._by)) is not None

    def _known(self, key: str) -> Document | None:
        reading = self._own.get(key) or (self._kept.get(key) if self._kept is not None else None)
        if reading is None:
            return None
        try:
            document = read_fact(reading)
        except ValueError:  # kept by another hand, or damaged: read it again
            return None
        return document if isinstance(document, Document) else None

    def _remember(self, key: str, document: Document) -> None:
        reading = to_bytes(document)
        self._own.put(key, reading)
        if self._kept is not None and document.state is not DocumentState.LIMITED:
            self._kept.put(key, reading)


def key_of(kind: str, sha256: str, limits: DocumentLimits, *, by: str = "reader") -> str:
    """The key of a reading: what was read, as what, within which limits, by what and which version of it."""
    bounds = hashlib.sha256(repr(astuple(limits)).encode()).hexdigest()[:16]
    return f"{build()}/{by}/{kind}/{sha256}/{bounds}"
