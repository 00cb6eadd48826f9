"""A few addresses of a site asked for a second time: over new connections, with the same manners, reading as a crawl.

Follows no link and writes nothing down; nothing that a site does raises past here.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from auditor.crawl.earlier import Recall
from auditor.crawl.external import check_links
from auditor.crawl.fetch import Fetcher
from auditor.crawl.frontier import Candidate, Frontier
from auditor.crawl.naming import Naming
from auditor.crawl.not_found import NotFound, probe_url
from auditor.crawl.permission import Permissions
from auditor.crawl.polite import PoliteFetcher
from auditor.crawl.purpose import Purpose
from auditor.crawl.render import browser_for
from auditor.crawl.resources import fetched, resource
from auditor.crawl.targets import Target
from auditor.crawl.visit import Readers, Visitor
from auditor.extract.worker import Worker
from auditor.facts import Kind, Page, Resource, Response
from auditor.urls import Scope

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from auditor.config import CrawlSettings
    from auditor.crawl.fetch import Counters, Keeper
    from auditor.crawl.redirects import Outcome
    from auditor.facts import Site

_UNBOUNDED = 1_000_000  # the caller bounds what is asked for
_TARGETS = {Kind.PAGE: Target.PAGE, Kind.DOCUMENT: Target.DOCUMENT}


class Revisitor:
    """Looks again at addresses of one site."""

    def __init__(
        self,
        site: Site,
        settings: CrawlSettings,
        readers: Readers,
        scope: Scope,
        home: Resource,
        keeper: Keeper | None,
    ) -> None:
        self._site, self._settings, self._readers, self._scope, self._home = site, settings, readers, scope, home
        fetcher = Fetcher(settings, allowed_origins=scope.origins, keeper=keeper)
        self.counters: Counters = fetcher.counters
        self._polite = PoliteFetcher(fetcher, settings)
        self._permissions = Permissions(scope, self._polite, settings)
        self._naming = Naming()
        self._naming.settle(home.url)
        self._not_found: NotFound | None = None

    async def prepare(self) -> None:
        """Read robots.txt, and learn what the site answers to an address that cannot exist."""
        home = self._home
        await self._permissions.read_robots(home.url)
        probe = probe_url(self._site.id, home.url)
        outcome = await self._polite.fetch(probe, purpose=Purpose.PROBE, permit=self._permissions.refuses)
        if isinstance(outcome, Response):
            read = await self._visitor().read(outcome)
            page = read.content if read is not None and isinstance(read.content, Page) else None
            start = home.content if isinstance(home.content, Page) else None
            self._not_found = NotFound.learnt(probe, outcome, page, start, home.key)

    async def look(self, addresses: Iterable[Resource]) -> tuple[tuple[Resource, tuple[Resource, ...]], ...]:
        """What comes of each address now: what it turned out to be first, then what else is known by it."""
        asked, found = tuple(addresses), dict[str, tuple[Resource, ...]]()
        waiting = iter(asked)

        async def work() -> None:
            for first in waiting:
                found[first.key] = await self._look(first)

        async with asyncio.TaskGroup() as group:
            for _ in range(self._settings.politeness.concurrency):
                group.create_task(work())
        return tuple((first, found[first.key]) for first in asked)

    async def _look(self, first: Resource) -> tuple[Resource, ...]:
        candidate = self._candidate(first)
        if first.kind in _TARGETS:
            visit = await self._visitor().visit(candidate)
            return visit.resources
        told: list[Resource] = []

        def tell(asked: Candidate, outcome: Outcome) -> None:
            fetch = fetched(outcome, None, None) if isinstance(outcome, Response) else outcome
            told.append(resource(asked, fetch, kind=first.kind))

        await check_links([candidate], self._polite, tell, most=1, permit=self._permissions.refuses_elsewhere)
        return tuple(told)

    def _candidate(self, first: Resource) -> Candidate:
        return Candidate(
            key=first.key,
            url=first.url,
            target=_TARGETS.get(first.kind, Target.PART),
            depth=first.depth,
            trail=first.trail,
            parent="",
            home=first.key == self._home.key,
            from_menu=first.from_menu,
        )

    def _visitor(self) -> Visitor:
        """One that has seen nothing yet, so that every redirect is followed to its end."""
        frontier = Frontier(max_pages=_UNBOUNDED, max_documents=_UNBOUNDED)
        anew = Recall(None, self._readers.worker, self._naming.key, self._settings)
        visitor = Visitor(self._scope, frontier, self._permissions, self._naming, self._polite, self._readers, anew)
        visitor.not_found = self._not_found
        return visitor


@contextlib.asynccontextmanager
async def revisiting(
    site: Site,
    settings: CrawlSettings,
    home: Resource,
    *,
    shared_hosts: tuple[str, ...] = (),
    keeper: Keeper | None = None,
) -> AsyncIterator[Revisitor]:
    """Make ready to look again at a site whose start page the first look found as `home`."""
    scope = Scope.of(site.url, site.also, shared_hosts)
    async with Worker(settings.documents, ocr=settings.ocr) as worker, browser_for(settings) as browser:
        readers = Readers(worker=worker, browser=browser)
        again = Revisitor(site, settings, readers, scope, home, keeper)
        await again.prepare()
        yield again
