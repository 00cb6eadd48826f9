"""The answer that a record holds: its body piece by piece, or all of it."""

from __future__ import annotations

import contextlib
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import IO, TYPE_CHECKING

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from auditor.crawl.headers import content_type
from auditor.crawl.purpose import PAGE_TYPES
from auditor.crawl.warc.records import Sight

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

_SLICE = 256 * 1024
_BROKEN = (ArchiveLoadFailed, zlib.error, EOFError, ValueError, StopIteration, AttributeError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer as our own records keep it."""

    fields: tuple[tuple[str, str], ...]  # lower-case names, in order
    body: bytes  # decoded


def body_at(file: IO[bytes], offset: int) -> Iterator[bytes]:
    """The body of the answer that lies there, as our own records keep it: decoded.

    Raises:
        OSError: the record is damaged.
    """
    try:
        file.seek(offset)
        record = next(iter(ArchiveIterator(file)))
        while piece := record.raw_stream.read(_SLICE):
            yield piece
    except _BROKEN as exc:
        raise OSError(f"damaged record: {exc}"[:300]) from exc


def pages_in(file: IO[bytes], records: AbstractSet[str]) -> Iterator[tuple[Sight, int]]:
    """Those of some records of ours that hold pages, and where they lie; as far as the file can be read."""
    with contextlib.suppress(*_BROKEN, OSError):
        found = ArchiveIterator(file)
        for record in found:
            fields = record.rec_headers
            is_page = (
                record.http_headers and content_type(record.http_headers.get_header("content-type"))[0] in PAGE_TYPES
            )
            if is_page and fields.get_header("WARC-Record-ID") in records:
                body = fields.get_header("WARC-Payload-Digest")
                at = datetime.fromisoformat(fields.get_header("WARC-Date"))
                sight = Sight(url=fields.get_header("WARC-Target-URI"), at=at, body=body, drawn_from=body)
                yield sight, int(found.get_record_offset())


def answer_at(file: IO[bytes], offset: int, most: int) -> Answer:
    """The answer that lies there.

    Raises:
        OSError: the record is damaged, or holds more than `most` bytes.
    """
    try:
        file.seek(offset)
        record = next(iter(ArchiveIterator(file)))
        fields = tuple((name.lower(), value) for name, value in record.http_headers.headers)
        body = b""
        while len(body) <= most and (piece := record.raw_stream.read(_SLICE)):
            body += piece
    except _BROKEN as exc:
        raise OSError(f"damaged record: {exc}"[:300]) from exc
    if len(body) > most:
        raise OSError(f"more than {most} bytes")
    return Answer(fields=fields, body=body)
