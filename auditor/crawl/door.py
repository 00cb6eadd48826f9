"""How a single address is asked for: robots.txt of its origin first, and of every origin that it redirects to."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from auditor.crawl.fetch import Fetcher
from auditor.crawl.permission import Permissions
from auditor.crawl.polite import PoliteFetcher
from auditor.crawl.purpose import Purpose
from auditor.facts import Skipped, SkipWhy
from auditor.urls import Scope

if TYPE_CHECKING:
    from auditor.config import CrawlSettings
    from auditor.crawl.fetch import Conditions, Counters, Keeper
    from auditor.crawl.redirects import Outcome
    from auditor.facts import Site

_ORIGINS = 4  # of one site: with and without www., http and https


class Door:
    """The one way to the addresses of a site, and to what its pages need of others."""

    def __init__(self, scope: Scope, permissions: Permissions, polite: PoliteFetcher) -> None:
        self._scope, self._permissions, self._polite = scope, permissions, polite

    @classmethod
    def anew(
        cls, site: Site, settings: CrawlSettings, shared_hosts: tuple[str, ...], keeper: Keeper | None = None
    ) -> Door:
        """One that knows nothing of the site yet, for what is asked after a crawl."""
        scope = Scope.of(site.url, site.also, shared_hosts)
        polite = PoliteFetcher(Fetcher(settings, allowed_origins=scope.origins, keeper=keeper), settings)
        return cls(scope, Permissions(scope, polite, settings), polite)

    @property
    def counters(self) -> Counters:
        """What was spent behind it."""
        return self._polite.fetcher.counters

    async def ask(self, url: str, *, purpose: Purpose = Purpose.ANY, conditions: Conditions | None = None) -> Outcome:
        """Fetch an address in its turn, if robots.txt and scope allow it; nothing that a site does raises."""
        permissions = self._permissions
        permit = permissions.refuses if self._scope.contains(url) else permissions.refuses_elsewhere
        await permissions.read_robots(url)
        for _ in range(_ORIGINS):
            outcome = await self._polite.fetch(url, purpose=purpose, permit=permit, conditions=conditions)
            if not (by_robots(outcome) and permissions.unread(outcome.detail)):
                break
            await permissions.read_robots(outcome.detail)
        return outcome


def by_robots(outcome: Outcome) -> TypeGuard[Skipped]:
    """Was it robots.txt that forbade it?"""
    return isinstance(outcome, Skipped) and outcome.why is SkipWhy.ROBOTS
