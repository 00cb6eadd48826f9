"""From what answered to what the crawl remembers: the one place where a Resource is made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.crawl.headers import content_type, last_modified
from auditor.crawl.targets import Target
from auditor.facts import Document, Fetched, Kind, Page, Resource

if TYPE_CHECKING:
    from auditor.crawl.frontier import Candidate
    from auditor.facts import Response, Skipped, Unreachable

# Kinds of bytes that serve a page or a program and say nothing to a reader.
_NO_READING = frozenset(
    {"css", "js", "json", "xml", "rss", "atom", "svg", "ico", "woff", "woff2", "ttf", "otf", "eot"}
)
_PROMISED = {
    Target.PAGE: Kind.PAGE,
    Target.DOCUMENT: Kind.DOCUMENT,
    Target.RECORDING: Kind.OTHER,
    Target.PART: Kind.OTHER,
}


def kind_of(content: Page | Document | None, actual_type: str | None, target: Target) -> Kind:
    """What the bytes are; what the address promised where there are none."""
    if isinstance(content, Page):
        return Kind.PAGE
    if actual_type in _NO_READING:
        return Kind.OTHER
    return Kind.DOCUMENT if isinstance(content, Document) else _PROMISED[target]


def fetched(response: Response, actual_type: str | None, sha256: str | None) -> Fetched:
    """That an answer came. Its size is that of the body, or the declared one where only the head was asked for."""
    if response.unchanged is not None:
        return _again(response.unchanged.fetch, response)
    return Fetched(
        status=response.status,
        final_url=response.final_url,
        redirects=response.redirects,
        at=response.at,
        declared_type=content_type(response.header("content-type"))[0],
        actual_type=actual_type,
        size=len(response.body) or _declared_size(response),
        sha256=sha256,
        last_modified=last_modified(response.header("last-modified")),
        etag=response.header("etag"),
        insecure=response.insecure,
        warc=response.warc,
    )


def _again(known: Fetched, response: Response) -> Fetched:
    """What came on an earlier night, answered now."""
    return replace(
        known,
        redirects=response.redirects,
        at=response.at,
        insecure=response.insecure,
        warc=response.warc,
        confirmed=known.confirmed + 1,
    )


def resource(
    candidate: Candidate,
    fetch: Fetched | Unreachable | Skipped,
    *,
    kind: Kind | None = None,
    content: Page | Document | None = None,
    soft_404: bool = False,
) -> Resource:
    """What came of a candidate."""
    return Resource(
        key=candidate.key,
        url=candidate.url,
        kind=kind or _PROMISED[candidate.target],
        depth=candidate.depth,
        trail=candidate.trail,
        fetch=fetch,
        content=content,
        soft_404=soft_404,
        from_menu=candidate.from_menu,
    )


def _declared_size(response: Response) -> int | None:
    length = response.header("content-length") or ""
    return int(length) if length.isascii() and length.isdigit() else None
