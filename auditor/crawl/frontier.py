"""What is asked for next: every address once, what a menu names first, and no page's links before all others'.

Knows nothing of requests or robots; addresses come in as canonical keys and are handed out one by one.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.marks import Marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.crawl.targets import Target
    from auditor.facts import Step

# How far a link is moved up or down, in clicks. A disclosure page three clicks deep comes before the ordinary
# second one, but not before the menu; what can wait comes after everything that readers reach in three clicks.
MENU_RANK = 0.5
PREFERRED_GAIN = 1.5
WAIT = 4.0
HIDDEN_WAIT = 1.0
_MOST_SEEN = 100_000  # addresses of one site that are asked for or noted: each may wait with the way to it
NO_CLICK_DEPTH = 3  # of what only a sitemap names: no number of clicks is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An address that was met, the best way to it so far, and its place in the order."""

    key: str  # canonical URL
    url: str  # as first spelled
    target: Target
    depth: int
    trail: tuple[Step, ...]
    parent: str  # address of the page it was met on
    home: bool = False  # the start page, or what stands for it: a frame of it, the page behind a splash
    from_menu: bool = False
    preferred: bool = False
    waits: bool = False  # a print version, a sorting, a calendar's day …
    hidden: bool = False
    framed: bool = False  # one frame of a frameset: what it links to is what its frameset links to
    from_sitemap: bool = False

    @property
    def rank(self) -> float:
        """Its place in the order, in clicks; less is earlier."""
        clicks = MENU_RANK if self.from_menu else float(self.depth)
        gain = PREFERRED_GAIN if self.preferred else 0.0
        return clicks - gain + WAIT * self.waits + HIDDEN_WAIT * self.hidden

    def shorter_than(self, other: Candidate) -> bool:
        """Is this a better way to the same address: by links rather than a sitemap, fewer clicks, by a menu?"""
        return (self.from_sitemap, self.depth, not self.from_menu, self.rank) < (
            other.from_sitemap,
            other.depth,
            not other.from_menu,
            other.rank,
        )


class Queue:
    """Candidates of one kind: lowest rank first; within a rank the pages they were met on take turns."""

    def __init__(self) -> None:
        self._ranks: dict[float, OrderedDict[str, deque[str]]] = {}
        self._waiting: dict[str, Candidate] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def __contains__(self, key: str) -> bool:
        return key in self._waiting

    def __iter__(self) -> Iterator[Candidate]:
        return iter(self._waiting.values())

    def get(self, key: str) -> Candidate | None:
        """The waiting candidate with this key."""
        return self._waiting.get(key)

    def put(self, candidate: Candidate) -> None:
        """Add a candidate, or move one that waits to its new place."""
        old = self._waiting.get(candidate.key)
        self._waiting[candidate.key] = candidate
        if old is None or (old.rank, old.parent) != (candidate.rank, candidate.parent):
            turns = self._ranks.setdefault(candidate.rank, OrderedDict())
            turns.setdefault(candidate.parent, deque()).append(candidate.key)

    def remove(self, key: str) -> Candidate | None:
        """Take a candidate out of turn."""
        return self._waiting.pop(key, None)

    def take(self) -> Candidate | None:
        """The next candidate; None when none waits."""
        while self._ranks:
            rank = min(self._ranks)
            key = self._next_of(rank)
            candidate = self._waiting.get(key)
            # A candidate that has moved or gone leaves its old place behind, to be passed over here.
            if candidate is not None and candidate.rank == rank:
                return self._waiting.pop(key)
        return None

    def _next_of(self, rank: float) -> str:
        turns = self._ranks[rank]
        parent, keys = turns.popitem(last=False)
        key = keys.popleft()
        if keys:
            turns[parent] = keys
        elif not turns:
            del self._ranks[rank]
        return key


class Frontier:
    """The seen-set and what waits: pages, documents, and documents on other hosts, which need not wait for this one.

    Pages and documents have budgets of their own.
    """

    def __init__(self, *, max_pages: int, max_documents: int) -> None:
        self.pages, self.documents, self.elsewhere = Queue(), Queue(), Queue()
        self._pages_left, self._documents_left = max_pages, max_documents
        self._share = max_documents / max_pages if max_pages else 1.0
        self._taken_pages = self._taken_documents = 0
        self._seen = Marks()
        self._full = False

    def __len__(self) -> int:
        return sum(map(len, self._queues))

    @property
    def _queues(self) -> tuple[Queue, Queue, Queue]:
        return self.pages, self.documents, self.elsewhere

    def admit(self, key: str) -> bool:
        """Remember an address; False if it was met before, or if no more can be remembered."""
        if key in self._seen:
            return False
        self._full = self._full or len(self._seen) >= _MOST_SEEN
        if not self._full:
            self._seen.add(key)
        return not self._full

    def offer(self, candidate: Candidate, queue: Queue) -> bool:
        """Queue an address that was not met before; a better way to one that waits replaces the old one."""
        if self.admit(candidate.key):
            queue.put(candidate)
            return True
        for waiting in self._queues:
            old = waiting.get(candidate.key)
            if old is not None and candidate.shorter_than(old):
                waiting.put(replace(candidate, url=old.url, preferred=candidate.preferred or old.preferred))
        return False

    def waiting(self, key: str) -> bool:
        """Is this address still to be asked for?"""
        return any(key in queue for queue in self._queues)

    def settled(self, key: str) -> bool:
        """Is there nothing left to learn about this address: it had its turn, or no more can be remembered?"""
        return (self._full or key in self._seen) and not self.waiting(key)

    def claim(self, key: str) -> Candidate | None:
        """Mark an address as met out of turn (a redirect led there); the candidate, if it was waiting."""
        self._seen.add(key)
        return next(filter(None, (queue.remove(key) for queue in self._queues)), None)

    def take(self) -> Candidate | None:
        """The next address of the site within the budgets; documents get their share of the turns, never more."""
        if self._document_is_due():
            return self._take_document(self.documents)
        if self._pages_left > 0 and self.pages:
            self._pages_left -= 1
            self._taken_pages += 1
            return self.pages.take()
        return None

    def take_elsewhere(self) -> Candidate | None:
        """The next document on another host, within the budget of documents."""
        return self._take_document(self.elsewhere) if self.elsewhere and self._documents_left > 0 else None

    def charge_document(self) -> None:
        """What was taken as a page turned out to be a document: charge it there while that budget lasts."""
        if self._documents_left > 0:
            self._documents_left -= 1
            self._pages_left += 1

    def charge_page(self) -> None:
        """What was taken as a document turned out to be a page: charge it there while that budget lasts."""
        if self._pages_left > 0:
            self._pages_left -= 1
            self._documents_left += 1

    @property
    def exhausted(self) -> tuple[str, ...]:
        """Names of the budgets that leave addresses waiting."""
        pages = ("max-pages",) if self.pages and self._pages_left <= 0 else ()
        documents = ("max-documents",) if self._some_document and self._documents_left <= 0 else ()
        return pages + documents + (("max-addresses",) if self._full else ())

    @property
    def _some_document(self) -> bool:
        return bool(self.documents or self.elsewhere)

    def _take_document(self, queue: Queue) -> Candidate | None:
        self._documents_left -= 1
        self._taken_documents += 1
        return queue.take()

    def _document_is_due(self) -> bool:
        if not self.documents or self._documents_left <= 0:
            return False
        if not self.pages or self._pages_left <= 0:
            return True
        return self._taken_documents < self._share * self._taken_pages
