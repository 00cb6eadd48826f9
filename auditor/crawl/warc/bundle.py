"""A compressed WARC file while it is made, with its index: each record a gzip member of its own."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import IO, TYPE_CHECKING

from auditor.crawl.warc.cdxj import REVISIT, Line, index_text
from auditor.crawl.warc.marks import DRAWN_FROM
from auditor.crawl.warc.records import Record, info_record, pressed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from auditor.crawl.warc.scratch import Place

_SLICE = 256 * 1024
_LONGEST_HEAD = 256 * 1024
_BLANK_LINE = b"\r\n\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of an HTTP answer, as its bytes and read; empty where a record holds none."""

    raw: bytes = b""
    status: str = ""
    fields: tuple[tuple[str, str], ...] = ()

    def field(self, name: str) -> str:
        """The value of a field, by lower-case name; empty if it has none."""
        return next((value for key, value in self.fields if key == name), "")


def head_of(file: IO[bytes], place: Place) -> Head:
    """The head of the answer that a record of a plain WARC file holds."""
    file.seek(place.block)
    start = file.read(min(place.length, _LONGEST_HEAD))
    raw = start[: start.find(_BLANK_LINE) + len(_BLANK_LINE)]
    return read_head(raw)


def read_head(raw: bytes) -> Head:
    """The head of an answer."""
    first, *lines = raw.decode("utf-8", "replace").split("\r\n")
    parts = (line.partition(":") for line in lines if ":" in line)
    fields = tuple((name.strip().lower(), value.strip()) for name, _, value in parts)
    return Head(raw=raw, status=next(iter(first.split()[1:2]), ""), fields=fields)


class Bundle:
    """The file; `close` writes its index, and only then may others see the two."""

    def __init__(self, path: Path, name: str, at: datetime) -> None:
        """Begin it at `path`, to be called `name`; raises OSError, as all that writes does."""
        self.lines: list[Line] = []
        self._name = name
        self._file = path.open("wb")
        self._file.writelines(pressed(info_record(name, at).pieces()))

    def put(self, record: Record, head: Head) -> Line:
        """Add a record that was made."""
        return self._noted(dict(record.fields), head, pressed(record.pieces()))

    def put_place(self, file: IO[bytes], place: Place, head: Head) -> Line:
        """Add a record of a plain file as it is."""
        return self._noted(dict(place.fields), head, pressed(_slices(file, place)))

    def put_member(self, file: IO[bytes], line: Line) -> Line:
        """Add a record of another compressed file as it is; `line`: where it lies there."""
        offset = self._file.tell()
        file.seek(line.offset)
        left = line.length
        while left and (piece := file.read(min(left, _SLICE))):
            self._file.write(piece)
            left -= len(piece)
        if left:
            raise OSError(f"{line.filename} is shorter than its index says")
        self.lines.append(replace(line, offset=offset, filename=self._name))
        return self.lines[-1]

    def close(self, index: Path | None = None) -> None:
        """See the file on the disk, and its index where one is wanted."""
        with self._file as file:
            _settle(file)
        if index is not None:
            with index.open("w", encoding="ascii", newline="\n") as text:
                text.write(index_text(self.lines))
                _settle(text)

    def drop(self) -> None:
        """Let go of a file that came to nothing."""
        self._file.close()

    def _noted(self, fields: dict[str, str], head: Head, pieces: Iterable[bytes]) -> Line:
        offset = self._file.tell()
        self._file.writelines(pieces)
        line = Line(
            url=fields.get("WARC-Target-URI", ""),
            date=fields.get("WARC-Date", ""),
            record=fields.get("WARC-Record-ID", "").strip("<>"),
            mime=_mime(fields, head),
            status=head.status,
            digest=fields.get("WARC-Payload-Digest", ""),
            offset=offset,
            length=self._file.tell() - offset,
            filename=self._name,
            shows=fields.get("WARC-Concurrent-To", "").strip("<>"),
            drawn_from=fields.get(DRAWN_FROM, ""),
        )
        self.lines.append(line)
        return line


def _mime(fields: dict[str, str], head: Head) -> str:
    kind = fields.get("WARC-Type")
    if kind == "revisit":
        return REVISIT
    declared = head.field("content-type") if kind == "response" else fields.get("Content-Type", "")
    return declared.partition(";")[0].strip().lower() or "unk"


def _slices(file: IO[bytes], place: Place) -> Iterator[bytes]:
    file.seek(place.offset)
    left = place.end - place.offset
    while left and (piece := file.read(min(left, _SLICE))):
        yield piece
        left -= len(piece)


def _settle(file: IO[bytes] | IO[str]) -> None:
    file.flush()
    os.fsync(file.fileno())
