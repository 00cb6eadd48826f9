"""Zip archives from strangers (RELIABILITY_RULES 14): bytes are counted as they come out, names are only names.

Members are read as streams and never written anywhere. A member that is an archive itself is not opened.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from auditor.extract.refusal import RefusedError, damaged, over_limit
from auditor.facts import DocumentState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.config import DocumentLimits

_FREE = 1024 * 1024  # what small archives may unpack to at any ratio
_CHUNK = 64 * 1024
_ENTRY = b"PK\x01\x02"
_NESTED = 20  # times as many marks of entries as members are allowed: some may lie in archives inside
_LOCKED = 1
_KNOWN = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))


class Archive:
    """A zip archive in memory. Raises `RefusedError` for one that is damaged or asks for too much."""

    def __init__(self, body: bytes, limits: DocumentLimits) -> None:
        most = limits.archive_members
        if body.count(_ENTRY) > _NESTED * most:  # before the directory becomes a list of objects
            raise over_limit(f"more than {most} members")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(body))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as exc:
            raise damaged(f"no archive: {exc}"[:300]) from exc
        self.members = tuple(self._zip.infolist())
        if len(self.members) > most:
            raise over_limit(f"more than {most} members")
        self._limits = limits
        self._by_name = {_key(member.filename): member for member in self.members}
        self._size = len(body)
        self._out = 0

    def has(self, name: str) -> bool:
        """Is there such a member? Names of parts are compared as OPC does, without case."""
        return _key(name) in self._by_name

    def read(self, name: str) -> Iterator[bytes]:
        """The member's bytes as they come out; nothing for an absent one."""
        member = self._by_name.get(_key(name))
        if member is None:
            return
        if member.flag_bits & _LOCKED:
            raise RefusedError(DocumentState.ENCRYPTED, "a member is encrypted")
        if member.compress_type not in _KNOWN:
            raise damaged(f"packed in an unknown way ({member.compress_type})")
        out = 0
        with self._zip.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                out += len(chunk)
                self._count(len(chunk), out, member.compress_size)
                yield chunk

    def _count(self, size: int, out: int, packed: int) -> None:
        self._out += size
        most, ratio = self._limits.unpacked_bytes, self._limits.unpacked_ratio
        if self._out > most:
            raise over_limit(f"unpacks to more than {most} bytes")
        if out > _FREE + ratio * packed or self._out > _FREE + ratio * self._size:
            raise over_limit(f"unpacks to more than {ratio} times its size")


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
