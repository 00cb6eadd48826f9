"""Is a WARC file what it was when it was written: every digest of every record, and where it breaks off."""

from __future__ import annotations

import contextlib
import io
import zlib
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

if TYPE_CHECKING:
    from collections.abc import Iterator

_BROKEN = (ArchiveLoadFailed, zlib.error, OSError, EOFError, ValueError, AttributeError, TypeError, KeyError)
_SLICE = 64 * 1024
_MEMBER = b"\x1f\x8b\x08"
_ZIPPED = 2  # bytes that tell a gzip file


@dataclass(slots=True, kw_only=True)
class Checked:
    """What a look at a file gave."""

    records: int = 0
    digests: int = 0  # records whose digests are right
    wrong: list[str] = field(default_factory=list)  # ids of records whose digests are not
    broken: list[int] = field(default_factory=list)  # where the file cannot be read
    payloads: dict[str, str] = field(default_factory=dict)  # digest of the payload, by id of the record
    revisits: dict[str, str] = field(default_factory=dict)  # the same of bodies that lie elsewhere


def check_warc(file: IO[bytes]) -> Checked:
    """Read all of a WARC file; what cannot be read is passed over to the next record that can."""
    checked = Checked()
    offset: int | None = 0
    while offset is not None:
        file.seek(offset)
        with contextlib.redirect_stderr(io.StringIO()):  # warcio tells it there
            broken = _check_on(file, offset, checked)
        if broken is None:
            break
        checked.broken.append(broken)
        offset = next(_members_after(file, broken), None)
    return checked


def _check_on(file: IO[bytes], start: int, checked: Checked) -> int | None:
    """Check from a record on; where reading broke, None at the end of the file."""
    at = start
    try:
        records = ArchiveIterator(file, check_digests=True)
        for record in records:
            offset, length = int(records.get_record_offset()), int(records.get_record_length())
            at = max(at, offset)
            if getattr(record.raw_stream, "limit", 0):
                return at
            _note(record, checked)
            at = offset + length
    except _BROKEN:
        return at
    return None


def _note(record: Any, checked: Checked) -> None:
    name = (record.rec_headers.get_header("WARC-Record-ID") or "").strip("<>")
    digest = record.rec_headers.get_header("WARC-Payload-Digest") or ""
    checked.records += 1
    if record.digest_checker.passed is False:
        checked.wrong.append(name)
    elif record.digest_checker.passed:
        checked.digests += 1
    if digest:
        (checked.revisits if record.rec_type == "revisit" else checked.payloads)[name] = digest


def _members_after(file: IO[bytes], offset: int) -> Iterator[int]:
    """Where records of a compressed file begin behind a place."""
    file.seek(0)
    if file.read(_ZIPPED) != _MEMBER[:_ZIPPED]:
        return
    start = offset + 1
    while True:
        file.seek(start)
        slice_ = file.read(_SLICE)
        if len(slice_) < len(_MEMBER):
            return
        place = slice_.find(_MEMBER)
        while place != -1:
            if _begins_record(file, start + place):
                yield start + place
            place = slice_.find(_MEMBER, place + 1)
        start += len(slice_) - len(_MEMBER) + 1


def _begins_record(file: IO[bytes], offset: int) -> bool:
    file.seek(offset)
    with contextlib.suppress(zlib.error):
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(file.read(1024), 8).startswith(b"WARC/")
    return False
