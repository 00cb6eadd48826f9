"""Bytes to facts. Knows no rule."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.extract.cache import DocumentCache
from auditor.extract.encoding import decode_html, is_read_as
from auditor.extract.html import read_page
from auditor.extract.kinds import READ_IN_CHILD
from auditor.extract.pictures import PICTURES, read_picture
from auditor.extract.plain import read_plain
from auditor.extract.scan import LARGE, scan
from auditor.extract.sniff import is_locked_office, sniff
from auditor.extract.worker import Worker
from auditor.facts import Document, DocumentState, Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor.facts import Response

    KnownPage = Callable[[str], Page | None]

__all__ = ["DocumentCache", "Extraction", "Worker", "extract"]

_LONG_TO_HASH = 1024 * 1024  # bytes that would keep the event loop for milliseconds
_PLAIN = frozenset(("txt", "csv"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What a body is and says; `actual_type` is the lower-case extension of what the bytes are."""

    actual_type: str | None  # None: no bytes, or bytes of no known kind
    sha256: str | None  # of the decoded body; None without one
    content: Page | Document | None


async def extract(response: Response, worker: Worker, known: KnownPage | None = None) -> Extraction:
    """The facts in an answer's body, by what its bytes are, not what they claim. Never raises for them.

    `known`: the page that was read before of bytes with a digest, at the same address.
    """
    if (same := response.unchanged) is not None:
        return Extraction(actual_type=same.fetch.actual_type, sha256=same.fetch.sha256, content=same.content)
    body, declared = response.body, response.header("content-type")
    if not body:
        empty = Document(kind=_extension(response.final_url), state=DocumentState.EMPTY)
        return Extraction(actual_type=None, sha256=None, content=empty)
    sha256 = await _hash(body)
    kind = sniff(body, declared) or sniff(body, response.final_url)
    if kind == "html":
        page = known(sha256) if known is not None else None
        reads_alike = page is not None and is_read_as(page.charset, body, declared)
        content: Page | Document = (
            page if page is not None and reads_alike else await _page(body, response.final_url, declared, worker)
        )
    else:
        content = await worker.with_ocr(await _document(kind, body, sha256, worker), body, sha256)
    return Extraction(actual_type=kind, sha256=sha256, content=content)


async def _hash(body: bytes) -> str:
    if len(body) > _LONG_TO_HASH:
        return await asyncio.to_thread(lambda: hashlib.sha256(body).hexdigest())
    return hashlib.sha256(body).hexdigest()


async def _page(body: bytes, url: str, declared: str | None, worker: Worker) -> Page:
    if len(body) > 4 * LARGE:  # so large in any encoding that the event loop does not even decode it
        return await worker.parse_html(body, url, declared)
    decoded = decode_html(body, declared)
    scanned = scan(decoded.text)
    if scanned.heavy:
        return await worker.parse_html(body, url, declared)
    return read_page(decoded, scanned, url)


async def _document(kind: str | None, body: bytes, sha256: str, worker: Worker) -> Document:
    if kind in _PLAIN:
        return read_plain(kind, body, worker.limits)
    if kind in PICTURES:
        return read_picture(kind, body)
    if is_locked_office(body):
        return Document(kind=kind or "", state=DocumentState.ENCRYPTED)
    if kind in READ_IN_CHILD:
        return await worker.document(kind, body, sha256)
    return Document(kind=kind or "", state=DocumentState.UNSUPPORTED)


def _extension(url: str) -> str:
    name = url.partition("?")[0].rpartition("/")[2]
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    return extension if extension.isascii() and extension.isalnum() and len(extension) <= 5 else ""  # noqa: PLR2004
