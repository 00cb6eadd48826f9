"""Counts of what was looked at and what was not: the coverage of a crawl, told truthfully.

Sees resources only; whether the frontier ran empty, and which limits ended the crawl, is told to it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from auditor.facts import (
    Coverage,
    Document,
    Fetched,
    Kind,
    Page,
    Resource,
    RobotsState,
    Skipped,
    SkipWhy,
    TrapCut,
    Unreachable,
    Why,
)

NOT_ARCHIVED = "not-archived"
"""Why an address was not looked at: the file that is read instead of the network does not hold it."""
SHALLOW = 2  # clicks: every page that the start page and its menus link to (CONTRACT section 2)
_BAD = 400
_MANY_ERRORS = 5
_SHARE_OF_ERRORS = 0.1  # of the pages asked for; beyond it the site, not the page, is out of order
_GONE = frozenset({404, 410})  # an answer to the question; other errors are not
# What makes a crawl incomplete although nothing waits any more.
_HOST_LIMITS = {Why.HOST_DOWN: "host-down", Why.PUT_OFF: "put-off"}


@dataclass(slots=True)
class Tally:
    """Running counts; `note` each resource once."""

    pages: int = 0
    documents: int = 0
    rendered: int = 0
    errors: int = 0
    unread_pages: int = 0
    shallow_known: int = 0
    shallow_read: int = 0
    skipped: Counter[SkipWhy] = field(default_factory=Counter)
    limits: dict[str, None] = field(default_factory=dict)
    robots: RobotsState = RobotsState.ABSENT
    robots_detail: str = ""
    crawl_delay: float | None = None
    not_found_probe: int | None = None
    start_read: bool = False

    def note(self, resource: Resource) -> None:
        """Count one resource."""
        if resource.kind is Kind.EXTERNAL:
            self._note_external(resource)
            return
        read = was_read(resource)
        self.pages += read and isinstance(resource.content, Page)
        self.rendered += isinstance(resource.content, Page) and resource.content.rendered
        self.documents += read and isinstance(resource.content, Document)
        self.errors += not read and not isinstance(resource.fetch, Skipped)
        self.unread_pages += not read and resource.kind is Kind.PAGE and not isinstance(resource.fetch, Skipped)
        if isinstance(resource.fetch, Skipped):
            if resource.fetch.detail == NOT_ARCHIVED:
                self.limit(NOT_ARCHIVED)
            self.skipped[resource.fetch.why] += 1
        elif isinstance(resource.fetch, Unreachable) and resource.fetch.why in _HOST_LIMITS:
            self.limit(_HOST_LIMITS[resource.fetch.why])
        if resource.kind is Kind.PAGE and resource.depth <= SHALLOW and not _set_aside(resource):
            self.shallow_known += 1
            self.shallow_read += read

    def limit(self, name: str) -> None:
        """Note why the crawl stopped short."""
        self.limits[name] = None

    def coverage(
        self,
        *,
        requests: int,
        wire_bytes: int,
        external_resolved: int,
        traps: tuple[TrapCut, ...],
        tls_error: str | None,
    ) -> Coverage:
        """The counts as they stand.

        The crawl was complete if the start page could be read and no limit left anything that it wanted to look at.
        A site that answered many of its pages with errors was not looked at either.
        """
        if not self.limits and self.unread_pages >= max(
            _MANY_ERRORS, _SHARE_OF_ERRORS * (self.pages + self.unread_pages)
        ):
            self.limit("errors")
        return Coverage(
            pages=self.pages,
            documents=self.documents,
            requests=requests,
            bytes=wire_bytes,
            errors=self.errors,
            skipped=tuple(sorted(self.skipped.items())),
            complete=self.start_read and not self.limits,
            limits=tuple(self.limits),
            robots=self.robots,
            robots_detail=self.robots_detail,
            crawl_delay=self.crawl_delay,
            shallow_known=self.shallow_known,
            shallow_read=self.shallow_read,
            traps=traps,
            external_resolved=external_resolved,
            tls_error=tls_error,
            not_found_probe=self.not_found_probe,
            rendered=self.rendered,
        )

    def _note_external(self, resource: Resource) -> None:
        """Of other sites only what could not be looked at counts, and never as an error of this one."""
        match resource.fetch:
            case Skipped(why=why):
                self.skipped[why] += 1
            case Unreachable():
                self.skipped[SkipWhy.EXTERNAL] += 1


def was_read(resource: Resource) -> bool:
    """Was the question what is at this address answered, be it with "nothing"?"""
    return isinstance(resource.fetch, Fetched) and (resource.fetch.status < _BAD or resource.fetch.status in _GONE)


def _set_aside(resource: Resource) -> bool:
    """Is this an address that nobody wanted to look at?"""
    return isinstance(resource.fetch, Skipped) and resource.fetch.why not in {SkipWhy.BUDGET, SkipWhy.ROBOTS}
