"""Visits remembered over stops of the program, so that a crawl is taken up where it was (RELIABILITY_RULES 17).

The queue is not written down but made again: a crawl that goes on starts as it did, and what was visited already is
answered from memory, at no request. So what was seen, what waits and what looks endless come out as they were.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from auditor.crawl.frontier import Candidate
from auditor.crawl.targets import Target
from auditor.crawl.visit import Visit
from auditor.facts import Page, Resource
from auditor.facts.album import NAMES
from auditor.records import Album, to_bytes

if TYPE_CHECKING:
    from auditor.crawl.fetch import Counters
    from auditor.facts import Document

_ALBUM = Album({**NAMES, "Candidate": Candidate, "Target": Target})


class Journal(Protocol):
    """Whatever keeps visits and what was read at them."""

    @property
    def spent(self) -> float:
        """Seconds that the crawl has taken before this start of the program."""
        ...

    def visit(self, key: str) -> bytes | None:
        """What was remembered of an address."""
        ...

    def content(self, key: str) -> Page | Document | None:
        """What was read there."""
        ...

    def remember(self, key: str, visit: bytes, seconds: float) -> None:
        """Keep a visit, which was over so many seconds after this start."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A visit without the content of what was read, and what the crawl had cost by then."""

    resources: tuple[Resource, ...]
    at: Candidate
    follows: bool
    leads_out: str | None
    requests: int
    wire_bytes: int
    external_resolved: int


class Memory:
    """The visits of one crawl."""

    def __init__(self, journal: Journal | None, counters: Counters) -> None:
        self._journal, self._counters = journal, counters
        self._began = asyncio.get_running_loop().time() - self.spent
        self.requests = self.wire_bytes = self.external_resolved = 0  # of earlier starts, as far as recalled

    @property
    def spent(self) -> float:
        """Seconds that the crawl has taken before this start of the program."""
        return 0.0 if self._journal is None else self._journal.spent

    @property
    def seconds(self) -> float:
        """How long the crawl has taken, over all starts of the program."""
        return asyncio.get_running_loop().time() - self._began

    def note(self, name: str) -> bytes | None:
        """What was written down under a name that is no address."""
        return None if self._journal is None else self._journal.visit(name)

    def write_down(self, name: str, note: bytes) -> None:
        """Keep something that is no visit."""
        if self._journal is not None:
            self._journal.remember(name, note, self.seconds)

    def recall(self, candidate: Candidate) -> Visit | None:
        """The visit to an address, if there was one."""
        message = None if self._journal is None else self._journal.visit(candidate.key)
        if self._journal is None or message is None:
            return None
        kept: Kept = _ALBUM.from_bytes(Kept, message)
        content = self._journal.content(kept.resources[0].key)
        if kept.follows and not isinstance(content, Page):
            return None
        self.requests = max(self.requests, kept.requests)
        self.wire_bytes = max(self.wire_bytes, kept.wire_bytes)
        self.external_resolved = max(self.external_resolved, kept.external_resolved)
        found, *rest = kept.resources
        return Visit(
            resources=(replace(found, content=content), *rest),
            at=kept.at,
            page=content if kept.follows and isinstance(content, Page) else None,
            leads_out=kept.leads_out,
        )

    def remember(self, candidate: Candidate, visit: Visit) -> None:
        """Keep a visit; what was read stands in its resources, which are kept elsewhere."""
        if self._journal is None:
            return
        kept = Kept(
            resources=tuple(replace(each, content=None) for each in visit.resources),
            at=visit.at,
            follows=visit.page is not None,
            leads_out=visit.leads_out,
            requests=self.requests + self._counters.requests,
            wire_bytes=self.wire_bytes + self._counters.wire_bytes,
            external_resolved=self.external_resolved + self._counters.external_resolved,
        )
        self._journal.remember(candidate.key, to_bytes(kept), self.seconds)
