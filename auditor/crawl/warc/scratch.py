"""Everything that one crawl got, in a plain WARC file that lies aside until the crawl is judged.

It is taken up where a start of the program that was killed left it: a record that breaks off is cut away. It takes no
more of the disk than it may, and a disk that is full costs the crawl nothing but what is not kept.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from auditor.crawl.warc.records import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditor.crawl.redirects import Hop
    from auditor.crawl.warc.records import Record
    from auditor.facts import Skipped, Unreachable

_SPARE = 64 * 1024 * 1024  # bytes of the disk that are left to the audit itself
_LONGEST_HEAD = 256 * 1024
_END = b"\r\n\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A whole record of a plain WARC file: its fields, and where its bytes lie."""

    fields: tuple[tuple[str, str], ...]
    offset: int
    block: int  # where its block begins …
    length: int  # … and how long that is

    @property
    def end(self) -> int:
        """Where the next record begins."""
        return self.block + self.length + len(_END)

    def field(self, name: str) -> str:
        """The value of a field; empty if it has none."""
        return next((value for key, value in self.fields if key == name), "")


class Scratch:
    """The file of one crawl while it goes on."""

    def __init__(self, path: Path, most_bytes: int) -> None:
        """Begin it, or go on with it; raises OSError."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.lost = 0  # answers that could not be kept
        self.why = ""
        self._most = most_bytes
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        with contextlib.ExitStack() as undo:
            undo.callback(os.close, self._handle)
            with path.open("rb") as file:
                self._end = max((place.end for place in places_in(file)), default=0)
            self._cut()
            undo.pop_all()

    def keep(
        self, url: str, method: str, hop: Hop | Unreachable | Skipped, tls_error: str | None
    ) -> Hop | Unreachable | Skipped:
        """Keep what came of one request; the same."""
        self.put(record_of(url, method, hop, tls_error))
        return hop

    def close(self) -> None:
        """Let go of it."""
        os.close(self._handle)

    def put(self, record: Record) -> None:
        """Keep a record, if there is room for it."""
        pieces = tuple(record.pieces())
        length = sum(map(len, pieces))
        room = os.fstatvfs(self._handle)
        if self._end + length > self._most:
            self._lose("[evidence] crawl_bytes is reached")
        elif room.f_bavail * room.f_frsize < length + _SPARE:
            self._lose("the disk is full")
        else:
            try:
                for piece in pieces:
                    _write_all(self._handle, piece)
                self._end += length
            except OSError as error:
                self._lose(error.strerror or str(error))
                with contextlib.suppress(OSError):
                    self._cut()

    def _lose(self, why: str) -> None:
        self.lost += 1
        self.why = why

    def _cut(self) -> None:
        """Leave nothing behind the last whole record."""
        os.ftruncate(self._handle, self._end)
        os.lseek(self._handle, self._end, os.SEEK_SET)


def places_in(file: IO[bytes]) -> Iterator[Place]:
    """The whole records of a plain WARC file, from where it stands; nothing of a block is read."""
    size = os.fstat(file.fileno()).st_size
    offset = file.tell()
    while (place := _place_at(file, offset)) is not None and place.end <= size:
        file.seek(place.end - len(_END))
        if file.read(len(_END)) != _END:
            return
        yield place
        offset = place.end


def _place_at(file: IO[bytes], offset: int) -> Place | None:
    file.seek(offset)
    if not file.readline(_LONGEST_HEAD).startswith(b"WARC/"):
        return None
    fields = []
    while (line := file.readline(_LONGEST_HEAD)) not in {b"\r\n", b""}:
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if not colon or not line.endswith(b"\r\n"):
            return None
        fields.append((name, value.strip()))
    length = dict(fields).get("Content-Length", "")
    if not line or not length.isdecimal():
        return None
    return Place(fields=tuple(fields), offset=offset, block=file.tell(), length=int(length))


def _write_all(handle: int, message: bytes) -> None:
    rest = memoryview(message)
    while rest:
        rest = rest[os.write(handle, rest) :]
