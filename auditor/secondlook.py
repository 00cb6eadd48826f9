"""A fall is confirmed by a second look in the same run, before it is told.

What seems to be missing, empty or changed is asked for once more, some seconds later and over new connections. What
answers as it did before replaces the first look, and the site is judged again; what still fails stays as it was met.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from auditor.assess.doubts import behind, doubts_of, takes_back
from auditor.crawl.again import revisiting
from auditor.crawl.bounded import bounded
from auditor.crawl.tally import was_read
from auditor.crawl.targets import Target, target_of
from auditor.facts import Coverage, Document, Page, Resource
from auditor.urls import Scope, canonical, is_second_view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.assess.doubts import Doubt
    from auditor.config import CrawlSettings
    from auditor.crawl.again import Revisitor
    from auditor.crawl.fetch import Keeper
    from auditor.facts import Site, Snapshot
    from auditor.findings import Audit

UNSTEADY = "unsteady"
"""Why a crawl is incomplete whose pages lead elsewhere at a second look."""

_ROUNDS = 3  # clicks followed from a page that came back to what was cited behind it
_MOST_SECONDS = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a second look takes back."""

    resources: tuple[Resource, ...]
    coverage: Coverage
    finished_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """How to look again."""

    site: Site
    settings: CrawlSettings
    shared_hosts: tuple[str, ...]
    keeper: Keeper | None = None


async def look_twice(
    looking: Looking, audit: Audit, before: Audit, snapshot: Snapshot, stop: asyncio.Event
) -> Looked | None:
    """Look again at what makes results worse than `before`; None where nothing is taken back.

    Setting `stop` ends it with nothing.
    """
    most, wait = looking.settings.limits.second_look, looking.settings.limits.second_look_wait
    doubts = doubts_of(audit, before, snapshot)[:most]
    home = next(iter(snapshot), None)
    if not doubts or home is None:
        return None
    second = _Second(audit, before, snapshot)
    now = asyncio.get_running_loop().time

    async def work() -> None:
        await asyncio.sleep(wait)
        async with revisiting(
            looking.site, looking.settings, home, shared_hosts=looking.shared_hosts, keeper=looking.keeper
        ) as again:
            await second.look(again, doubts, most)

    ended = await bounded(work(), now() + wait + _MOST_SECONDS, stop)
    if not second.taken or (ended is not None and stop.is_set()):
        return None
    scope = Scope.of(looking.site.url, looking.site.also, looking.shared_hosts)
    return Looked(
        resources=tuple(second.fresh.values()), coverage=second.coverage(scope), finished_at=datetime.now(UTC)
    )


class _Second:
    """A second look while it goes on."""

    def __init__(self, audit: Audit, before: Audit, snapshot: Snapshot) -> None:
        self._audit, self._before, self._snapshot = audit, before, snapshot
        self.taken: list[tuple[Resource, Resource]] = []  # first and second look
        self.fresh: dict[str, Resource] = {}
        self._requests = self._bytes = 0

    async def look(self, again: Revisitor, doubts: tuple[Doubt, ...], most: int) -> None:
        left = most
        for _ in range(_ROUNDS):
            left -= len(doubts)
            by_key = {doubt.first.key: doubt for doubt in doubts}
            came_back = []
            for first, found in await again.look([doubt.first for doubt in doubts]):
                if found and takes_back(by_key[first.key], found[0]):
                    self.taken.append((first, found[0]))
                    self.fresh |= {each.key: each for each in found}
                    came_back.append(found[0])
            self._requests, self._bytes = again.counters.requests, again.counters.wire_bytes
            led_to = behind(came_back, self._audit, self._before, self._snapshot)
            doubts = tuple(doubt for doubt in led_to if doubt.first.key not in self.fresh)[:left]
            if not doubts:
                return

    def coverage(self, scope: Scope) -> Coverage:
        """What was looked at, in both looks."""
        was = self._snapshot.coverage
        pages, documents, errors = (
            sum(count(second) - count(first) for first, second in self.taken)
            for count in (_is_page, _is_document, _is_error)
        )
        unsteady = (UNSTEADY,) if any(self._leads_to_the_unmet(second, scope) for _, second in self.taken) else ()
        return replace(
            was,
            pages=was.pages + pages,
            documents=was.documents + documents,
            errors=was.errors + errors,
            requests=was.requests + self._requests,
            bytes=was.bytes + self._bytes,
            limits=(*was.limits, *unsteady),
            complete=was.complete and not unsteady,
        )

    def _leads_to_the_unmet(self, page: Resource, scope: Scope) -> bool:
        """Does a page that came back lead to what the crawl never met, so that it did not see all there is?"""
        return any(not self._is_known(url) for url in _inner_links(page, scope))

    def _is_known(self, url: str) -> bool:
        key = canonical(url)
        return key in self.fresh or self._snapshot.get(key) is not None


def _inner_links(page: Resource, scope: Scope) -> Iterable[str]:
    links = page.content.links if isinstance(page.content, Page) else ()
    urls = dict.fromkeys(link.url for link in links)
    return (
        url for url in urls if scope.contains(url) and target_of(url) is not Target.PART and not is_second_view(url)
    )


def _is_page(resource: Resource) -> int:
    return was_read(resource) and isinstance(resource.content, Page)


def _is_document(resource: Resource) -> int:
    return was_read(resource) and isinstance(resource.content, Document)


def _is_error(resource: Resource) -> int:
    return not was_read(resource)
