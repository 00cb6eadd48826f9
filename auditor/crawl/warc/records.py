"""Our own WARC/1.1 records, made byte by byte: what came of a request as one record, with SHA-256 digests.

A record has the same bytes whenever it is made of the same answer: its id comes from its address and its time.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import uuid
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from auditor import __version__
from auditor.crawl.redirects import Hop
from auditor.crawl.warc.marks import DRAWN_FROM, FAILURE, HEAD, TLS_ERROR, VIEW
from auditor.facts import Unreachable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.crawl.exchange import Reply
    from auditor.facts import Skipped

SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
SAME_PAGE = "urn:auditor:revisit:page-not-modified"
"""Profiles of revisit records: the body was the same, or the server said that it is; or, of a picture, all that it
was drawn from was, so that no other was drawn."""

ANSWER = "application/http; msgtype=response"
NEWLINE = b"\r\n"

_CODINGS = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_LEVEL = 6
_BREAKS = re.compile(r"[\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record: its fields in order, and its block in parts."""

    fields: tuple[tuple[str, str], ...]
    block: tuple[bytes, ...] = ()

    def field(self, name: str) -> str | None:
        """The value of a field."""
        return next((value for key, value in self.fields if key.lower() == name.lower()), None)

    def pieces(self) -> Iterator[bytes]:
        """Its bytes."""
        length = ("Content-Length", str(sum(map(len, self.block))))
        lines = (f"{name}: {_BREAKS.sub(' ', value)}" for name, value in (*self.fields, length))
        yield "\r\n".join(("WARC/1.1", *lines, "", "")).encode("utf-8", "replace")
        yield from self.block
        yield NEWLINE * 2


def pressed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes of a record as one member of a gzip file."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    yield from map(packer.compress, pieces)
    yield packer.flush()


def digest(*parts: bytes) -> str:
    """What stands for bytes in digest fields."""
    sha256 = hashlib.sha256()
    for part in parts:
        sha256.update(part)
    return digest_of(sha256.hexdigest())


def digest_of(sha256: str) -> str:
    """A hexadecimal SHA-256 as digest fields have it."""
    return f"sha256:{base64.b32encode(bytes.fromhex(sha256)).decode()}"


def date_of(at: datetime) -> str:
    """WARC-Date of a moment, to the microsecond."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def record_id(url: str, at: datetime) -> str:
    """The id of the record of what came of asking for an address at a moment."""
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{url} {at.isoformat()}')}>"


def info_record(name: str, at: datetime) -> Record:
    """The first record of a file."""
    about = f"software: auditor/{__version__}\r\nformat: WARC File Format 1.1\r\n".encode()
    return Record(
        fields=(
            ("WARC-Type", "warcinfo"),
            ("WARC-Record-ID", record_id(name, at)),
            ("WARC-Date", date_of(at)),
            ("WARC-Filename", name),
            ("WARC-Block-Digest", digest(about)),
            ("Content-Type", "application/warc-fields"),
        ),
        block=(about,),
    )


def record_of(url: str, method: str, hop: Hop | Unreachable | Skipped, tls_error: str | None) -> Record:
    """What came of one request."""
    if not isinstance(hop, Hop):
        at = hop.at if isinstance(hop, Unreachable) else datetime.now(UTC)
        fields = {"state": type(hop).__name__.lower(), "why": hop.why, "detail": hop.detail, "method": method}
        return _metadata(url, at, FAILURE, fields)
    marks = ((TLS_ERROR, " ".join(tls_error.split())),) if hop.insecure and tls_error else ()
    if method == "HEAD":
        return _metadata(url, hop.at, HEAD, {"status": hop.reply.status, "headers": _kept_fields(hop.reply)}, marks)
    head, body = _head(hop.reply), hop.reply.body
    return Record(
        fields=(
            ("WARC-Type", "response"),
            *_named(url, hop.at),
            *marks,
            ("WARC-Payload-Digest", digest(body)),
            ("WARC-Block-Digest", digest(head, body)),
            ("Content-Type", ANSWER),
        ),
        block=(head, body),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body that an earlier record holds."""

    digest: str
    url: str  # of that record
    date: str


def revisit_record(
    url: str, at: tuple[str, str], head: bytes, body: Body, profile: str, marks: tuple[tuple[str, str], ...] = ()
) -> Record:
    """That an address gave a body which is kept already; `at`: id and WARC-Date of the answer."""
    return Record(
        fields=(
            ("WARC-Type", "revisit"),
            ("WARC-Record-ID", at[0]),
            ("WARC-Target-URI", url),
            ("WARC-Date", at[1]),
            *marks,
            ("WARC-Profile", profile),
            ("WARC-Refers-To-Target-URI", body.url),
            ("WARC-Refers-To-Date", body.date),
            ("WARC-Payload-Digest", body.digest),
            ("WARC-Block-Digest", digest(head)),
            ("Content-Type", ANSWER),
        ),
        block=(head,),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A page as it answered, of which there is a picture."""

    url: str
    at: datetime
    body: str  # digest of what answered
    drawn_from: str  # stands for all that makes it look as it does

    @property
    def page(self) -> str:
        """The id of the record of the page."""
        return record_id(self.url, self.at)

    @property
    def view(self) -> str:
        """The address of the picture."""
        return f"{VIEW}{self.url}"

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """What tells which page a record shows."""
        return ("WARC-Concurrent-To", self.page), (DRAWN_FROM, self.drawn_from)


def view_record(sight: Sight, at: datetime, kind: str, picture: bytes) -> Record:
    """A picture of a page, drawn `at` a moment; `kind`: its media type."""
    same = digest(picture)
    return Record(
        fields=(
            ("WARC-Type", "resource"),
            *_named(sight.view, at),
            *sight.fields,
            ("WARC-Payload-Digest", same),
            ("WARC-Block-Digest", same),
            ("Content-Type", kind),
        ),
        block=(picture,),
    )


def view_again_record(sight: Sight, at: datetime, body: Body, profile: str) -> Record:
    """That a picture which is kept already shows a page as well."""
    return Record(
        fields=(
            ("WARC-Type", "revisit"),
            *_named(sight.view, at),
            *sight.fields,
            ("WARC-Profile", profile),
            ("WARC-Refers-To-Target-URI", body.url),
            ("WARC-Refers-To-Date", body.date),
            ("WARC-Payload-Digest", body.digest),
            ("WARC-Block-Digest", digest(b"")),
        )
    )


def _metadata(
    url: str, at: datetime, kind: str, said: dict[str, Any], marks: tuple[tuple[str, str], ...] = ()
) -> Record:
    block = json.dumps(said, ensure_ascii=True).encode()
    return Record(
        fields=(
            ("WARC-Type", "metadata"),
            *_named(url, at),
            *marks,
            ("WARC-Block-Digest", digest(block)),
            ("Content-Type", kind),
        ),
        block=(block,),
    )


def _named(url: str, at: datetime) -> tuple[tuple[str, str], ...]:
    return ("WARC-Record-ID", record_id(url, at)), ("WARC-Target-URI", url), ("WARC-Date", date_of(at))


def _head(reply: Reply) -> bytes:
    status = f"HTTP/1.1 {reply.status} {_phrase(reply.status)}".rstrip()
    lines = (f"{name}: {value}" for name, value in _kept_fields(reply))
    return "\r\n".join((status, *lines, "", "")).encode("utf-8", "replace")


def _kept_fields(reply: Reply) -> list[tuple[str, str]]:
    """The header fields of an answer whose body is kept decoded; one line each, whatever they held."""
    kept = []
    for name, value in reply.headers:
        plain = " ".join(value.split())
        kept.append((f"x-archive-orig-{name}" if name in _CODINGS else name, plain))
    if reply.location is not None:
        kept = [(name, value) for name, value in kept if name != "location"]
        kept.append(("location", " ".join(_percented(reply.location).split())))
    return [*kept, ("content-length", str(len(reply.body)))]


def _percented(location: bytes) -> str:
    return "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in location)  # noqa: PLR2004


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
