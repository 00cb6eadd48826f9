"""Records packed for the store: compressed JSON, named by the SHA-256 of the JSON. The home of zstandard."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import zstandard
from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from auditor import findings, items, register, rules
from auditor.facts.album import NAMES
from auditor.records import Album, to_bytes
from auditor.store import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection, Table
    from sqlalchemy.sql.dml import Insert

_LEVEL = 6  # smaller than 3 by a tenth, and still no part of what a page costs
_AT_ONCE = 200  # digests asked for in one statement

ALBUM = Album({**NAMES, **vars(rules), **vars(items), **vars(register), **vars(findings)})


def pack(record: object) -> bytes:
    """A record, or a tuple of them, as compressed JSON."""
    return pack_bytes(to_bytes(record))


def pack_bytes(message: bytes) -> bytes:
    """Bytes that somebody else understands, compressed."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(message)


def unpack_bytes(body: bytes) -> bytes:
    """The bytes back.

    Raises:
        ValueError: they are damaged.
    """
    try:
        return zstandard.ZstdDecompressor().decompress(body)
    except zstandard.ZstdError as exc:
        raise ValueError(f"damaged: {exc}") from exc


def unpack(kind: Any, body: bytes) -> Any:
    """The record back.

    Raises:
        ValueError: it is damaged, or not of this kind.
    """
    return ALBUM.from_bytes(kind, unpack_bytes(body))


def digest_of(body: bytes) -> bytes:
    """The SHA-256 of what a packed record says.

    Raises:
        ValueError: it is damaged.
    """
    return hashlib.sha256(unpack_bytes(body)).digest()


def put_facts(connection: Connection, records: Iterable[object]) -> list[int]:
    """The numbers of facts, in order; those that are new are written, each once."""
    messages = [to_bytes(record) for record in records]
    named = {hashlib.sha256(message).digest(): message for message in messages}
    known = dict(_numbers(connection, tuple(named)))
    fresh = [sha256 for sha256 in named if sha256 not in known]
    if fresh:
        packer = zstandard.ZstdCompressor(level=_LEVEL)
        rows = [{"sha256": sha256, "body": packer.compress(named[sha256])} for sha256 in fresh]
        connection.execute(unless_there(connection, tables.facts), rows)
        known |= _numbers(connection, fresh)
    return [known[hashlib.sha256(message).digest()] for message in messages]


def unless_there(connection: Connection, table: Table) -> Insert:
    """An insertion that passes over rows whose key is taken."""
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    return make(table).on_conflict_do_nothing()


def _numbers(connection: Connection, digests: Sequence[bytes]) -> Iterator[tuple[bytes, int]]:
    table = tables.facts
    for first in range(0, len(digests), _AT_ONCE):
        chosen = digests[first : first + _AT_ONCE]
        rows = connection.execute(select(table.c.sha256, table.c.id).where(table.c.sha256.in_(chosen)))
        yield from ((bytes(row.sha256), row.id) for row in rows)
