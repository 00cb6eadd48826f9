"""What may be asked for: scope, robots.txt and the rule against buttons, at the first address and at every redirect.

One robots.txt an origin, read when the origin is first met (RELIABILITY_RULES 7–9).
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from auditor.crawl.robots import product_token, read_robots
from auditor.crawl.targets import is_button
from auditor.facts import SkipWhy, Unreachable, Why
from auditor.urls import is_document_elsewhere, parse

if TYPE_CHECKING:
    from auditor.config import CrawlSettings
    from auditor.crawl.polite import PoliteFetcher
    from auditor.crawl.purpose import Purpose
    from auditor.crawl.redirects import Outcome
    from auditor.crawl.robots import Robots
    from auditor.urls import Scope

_NO_HTTPS = frozenset({Why.REFUSED, Why.TLS, Why.TIMEOUT, Why.RESET, Why.PROTOCOL})
_NO_HOST = frozenset({Why.DNS, Why.REFUSED, Why.TLS})  # it is not robots.txt that cannot be had, but anything


class Permissions:
    """What this crawl may ask of which origin."""

    def __init__(self, scope: Scope, polite: PoliteFetcher, settings: CrawlSettings) -> None:
        self._scope, self._polite, self._settings = scope, polite, settings
        self._robots: dict[str, Robots] = {}
        self._failures: dict[str, Unreachable] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def read_robots(self, url: str) -> Robots:
        """The robots.txt that rules an address, asked for once an origin; obeyed unless the settings say not to."""
        origin, host = _origin(url)
        async with self._locks.setdefault(origin, asyncio.Lock()):
            if origin not in self._robots:
                robots = await read_robots(self._ask, origin, token=product_token(self._settings.user_agent))
                self._robots[origin] = robots.ignored() if self._settings.ignore_robots else robots
                if (delay := self._robots[origin].crawl_delay) is not None:
                    self._polite.set_crawl_delay(host, delay)
        return self._robots[origin]

    async def _ask(self, url: str, *, purpose: Purpose) -> Outcome:
        outcome = await self._polite.fetch(url, purpose=purpose)
        if isinstance(outcome, Unreachable):
            self._failures[_origin(url)[0]] = outcome
        return outcome

    def no_https(self, url: str) -> bool:
        """Did the origin of an address whose robots.txt was asked for not even answer over TLS?"""
        failure = self._failures.get(_origin(url)[0])
        return failure is not None and failure.why in _NO_HTTPS

    def no_host(self, url: str) -> Unreachable | None:
        """Why nothing at all can be had from the origin of an address whose robots.txt was asked for; None if so."""
        failure = self._failures.get(_origin(url)[0])
        return failure if failure is not None and failure.why in _NO_HOST else None

    def unread(self, url: str) -> bool:
        """Does the robots.txt that rules this address still have to be read?"""
        return _origin(url)[0] not in self._robots

    def refuses(self, url: str) -> SkipWhy | None:
        """Why an address met on the way to a page or document of the site may not be asked for; None if it may.

        An origin of the site whose robots.txt is unread is refused: read it, then ask again. A redirect may leave
        the site for a file.
        """
        if not self._scope.contains(url):
            return None if is_document_elsewhere(url) else SkipWhy.SCOPE
        if is_button(url):
            return SkipWhy.LOGOUT
        robots = self._robots.get(_origin(url)[0])
        return None if robots is not None and robots.allows(url) else SkipWhy.ROBOTS

    def refuses_elsewhere(self, url: str) -> SkipWhy | None:
        """The same on the way to a file on another host: its redirects are followed wherever they lead."""
        if self._scope.contains(url):
            return self.refuses(url)
        robots = self._robots.get(_origin(url)[0])
        return None if robots is None or robots.allows(url) else SkipWhy.ROBOTS


def _origin(url: str) -> tuple[str, str]:
    """Scheme with authority, and the host."""
    address = parse(url)
    return (url, "") if address is None else (f"{address.scheme}://{address.authority}", address.host)
