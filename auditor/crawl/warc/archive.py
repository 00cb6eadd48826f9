"""Reading a WARC file: an index of what it holds, and single records within bounds."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from auditor.crawl.decoding import Body
from auditor.crawl.exchange import REDIRECTS, Reply
from auditor.crawl.gauge import RefusedAnswer
from auditor.crawl.headers import codings
from auditor.crawl.redirects import Hop
from auditor.crawl.warc.marks import DRAWN_FROM, FAILURE, HEAD, TLS_ERROR
from auditor.crawl.warc.records import digest
from auditor.errors import UsageError
from auditor.facts import Skipped, SkipWhy, Unreachable, Why
from auditor.urls import absolute, canonical

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditor.crawl.purpose import Allowance

_BROKEN = (ArchiveLoadFailed, OSError, EOFError, ValueError, AttributeError, TypeError, KeyError)
_SLICE = 64 * 1024
_BAD = 400
_NO_BYTES = frozenset({"sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", digest(b"")})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Where one record lies in the file, and what a look-up needs to know of it."""

    offset: int
    kind: str  # response, revisit, resource, failure, head
    status: int
    at: datetime
    digest: str | None = None
    whole: bool = True  # False: the file breaks off in it


@dataclass(slots=True)
class Archive:
    """The index of a WARC file: the best record for each address, found by its spelling or its canonical form."""

    path: Path
    entries: dict[str, Entry] = field(default_factory=dict)
    heads: dict[str, Entry] = field(default_factory=dict)  # what HEAD requests got
    damaged: bool = False  # the file breaks off or is broken further on
    first_at: datetime | None = None
    last_at: datetime | None = None
    views: dict[str, str] = field(default_factory=dict)  # records of pictures, by those of the pages
    _digests: dict[str, int] = field(default_factory=dict)
    _canonical: dict[str, str] = field(default_factory=dict)

    def take(self, record: Any, records: Any) -> None:
        """Put one record into the index: of several answers of one address the last that is no error."""
        if record.rec_headers.get_header(DRAWN_FROM):
            page, view = map(record.rec_headers.get_header, ("WARC-Concurrent-To", "WARC-Record-ID"))
            self.views[page or ""] = view or ""
            return
        url = record.rec_headers.get_header("WARC-Target-URI")
        url = absolute(url, url) if url else None
        kind = _kind(record)
        if url is None or kind is None:
            return
        at, status = _date(record.rec_headers.get_header("WARC-Date")), _status(record)
        payload = record.rec_headers.get_header("WARC-Payload-Digest")
        offset = records.get_record_offset()  # reads to the record's end
        whole = not getattr(record.raw_stream, "limit", 0)
        self.damaged = self.damaged or not whole
        entry = Entry(offset=offset, kind=kind, status=status, at=at, digest=payload, whole=whole)
        self.first_at = min(filter(None, (self.first_at, at)))
        self.last_at = max(filter(None, (self.last_at, at)))
        if kind == "response" and payload:
            self._digests.setdefault(payload, entry.offset)
        if kind == "head":
            self.heads[url] = entry
            return
        known = self.entries.get(url)
        if known is None or _goodness(entry) >= _goodness(known):
            self.entries[url] = entry
            self._canonical.setdefault(canonical(url), url)

    def find(self, url: str, method: str = "GET") -> Entry | None:
        """The record of what a request for `url` got."""
        if method == "HEAD" and url in self.heads:
            return self.heads[url]
        return self.entries.get(url) or self.entries.get(self._canonical.get(canonical(url), ""))

    def read(self, entry: Entry, allowance: Allowance) -> Hop | Unreachable | Skipped:
        """What a record holds, within the bounds of a request for it."""
        if not entry.whole:
            return Unreachable(
                why=Why.TRUNCATED, detail="the file breaks off in this record", attempts=1, at=entry.at
            )
        try:
            with self.path.open("rb") as file:
                file.seek(entry.offset)
                record = next(iter(ArchiveIterator(file)))
                return self._read(record, entry, allowance)
        except RefusedAnswer as error:
            return Unreachable(why=error.why, detail=str(error), attempts=1, at=entry.at)
        except (*_BROKEN, StopIteration) as error:
            return Unreachable(why=Why.TRUNCATED, detail=f"damaged record: {error}"[:300], attempts=1, at=entry.at)

    def _read(self, record: Any, entry: Entry, allowance: Allowance) -> Hop | Unreachable | Skipped:
        if entry.kind in {"failure", "head"}:
            fields = json.loads(record.raw_stream.read(_SLICE))
            return _failure(fields, entry.at) if entry.kind == "failure" else _head(fields, entry.at)
        http = record.http_headers
        headers = _fields(http) if http else (("content-type", record.content_type or ""),)
        body, wire = self._body(record, entry, headers, allowance)
        location = next((value for name, value in headers if name == "location"), None)
        moved = entry.status in REDIRECTS
        reply = Reply(
            status=entry.status,
            headers=headers,
            body=b"" if moved else body,
            wire_bytes=wire,
            location=(location or "").encode() if moved else None,
            warc=record.rec_headers.get_header("WARC-Record-ID"),
        )
        return Hop(reply=reply, at=entry.at, insecure=bool(record.rec_headers.get_header(TLS_ERROR)))

    def tls_error(self, entry: Entry) -> str | None:
        """What was wrong with the TLS of the connection that a record was made of."""
        with self.path.open("rb") as file:
            file.seek(entry.offset)
            value = next(iter(ArchiveIterator(file, no_record_parse=True))).rec_headers.get_header(TLS_ERROR)
        return value or None

    def _body(
        self, record: Any, entry: Entry, headers: tuple[tuple[str, str], ...], allowance: Allowance
    ) -> tuple[bytes, int]:
        if entry.kind == "revisit" and entry.digest in self._digests:
            with self.path.open("rb") as file:
                file.seek(self._digests[entry.digest])
                return _payload(next(iter(ArchiveIterator(file))), headers, allowance)
        if entry.kind == "revisit" and entry.status not in REDIRECTS and entry.digest not in _NO_BYTES:
            raise RefusedAnswer(Why.TRUNCATED, "its body is in another WARC file")
        return _payload(record, headers, allowance)


def read_index(path: Path) -> Archive:
    """Index a WARC file; a file that breaks off is used as far as it goes.

    Raises:
        UsageError: the file cannot be opened or holds no answer at all.
    """
    archive = Archive(path)
    try:
        with path.open("rb") as file:
            records = ArchiveIterator(file)
            try:
                for record in records:
                    archive.take(record, records)
            except _BROKEN:
                archive.damaged = True
    except OSError as error:
        raise UsageError(f"--from-warc {path}: {error.strerror}") from error
    if not archive.entries:
        raise UsageError(f"--from-warc {path}: no answer of a web server is in this file; is it a WARC file?")
    return archive


def _kind(record: Any) -> str | None:
    if record.rec_type == "metadata":
        return {FAILURE: "failure", HEAD: "head"}.get(record.content_type or "")
    if record.rec_type in {"response", "revisit"}:
        return str(record.rec_type) if record.http_headers else None
    return "resource" if record.rec_type == "resource" else None


def _status(record: Any) -> int:
    code = record.http_headers.get_statuscode() if record.http_headers else "200"
    return int(code) if code.isascii() and code.isdigit() and 200 <= int(code) <= 599 else 0  # noqa: PLR2004


def _goodness(entry: Entry) -> int:
    return 0 if entry.kind == "failure" or not entry.status else 1 if entry.status >= _BAD else 2


def _payload(record: Any, headers: tuple[tuple[str, str], ...], allowance: Allowance) -> tuple[bytes, int]:
    """The decoded body of a record, within its bounds; raises RefusedAnswer."""
    if (record.length or 0) > allowance.wire_bytes + _SLICE and not allowance.cut:
        raise RefusedAnswer(Why.TOO_LARGE, f"{record.length} bytes kept, {allowance.wire_bytes} allowed")
    chunked = any(name == "transfer-encoding" and "chunked" in value.lower() for name, value in headers)
    stream = ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream
    body = Body(codings(headers), wire_limit=allowance.wire_bytes, limit=allowance.decoded_bytes, cut=allowance.cut)
    wire = 0
    for piece in _pieces(stream):
        wire += len(piece)
        body.feed(piece)
        if body.full:
            break
    return body.finish(), wire


def _pieces(stream: Any) -> Iterator[bytes]:
    while piece := stream.read(_SLICE):
        yield piece


def _failure(fields: dict[str, Any], at: datetime) -> Unreachable | Skipped:
    if fields["state"] == "skipped":
        return Skipped(why=SkipWhy(fields["why"]), detail=str(fields["detail"]))
    return Unreachable(why=Why(fields["why"]), detail=str(fields["detail"]), attempts=1, at=at)


def _head(fields: dict[str, Any], at: datetime) -> Hop:
    headers = tuple((str(name).lower(), str(value)) for name, value in fields["headers"])
    status = int(fields["status"])
    location = next((value for name, value in headers if name == "location"), "")
    moved = status in REDIRECTS
    reply = Reply(
        status=status, headers=headers, body=b"", wire_bytes=0, location=location.encode() if moved else None
    )
    return Hop(reply=reply, at=at)


def _fields(http: Any) -> tuple[tuple[str, str], ...]:
    return tuple((str(name).lower(), str(value)) for name, value in http.headers)


def _date(text: str | None) -> datetime:
    """WARC-Date; the beginning of time where it is missing or wrong."""
    try:
        parsed = datetime.fromisoformat(text or "")
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
