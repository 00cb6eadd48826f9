"""Fetching with manners: turns, second tries and Retry-After around `Fetcher` (RELIABILITY_RULES 10 and 11)."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from auditor.crawl.politeness import Throttle, jittered, retry_after
from auditor.facts import Response, Unreachable, Why
from auditor.urls import parse
from auditor.urls.hosts import ascii_host

if TYPE_CHECKING:
    from auditor.config import CrawlSettings
    from auditor.crawl.fetch import Conditions, Counters, Gate
    from auditor.crawl.purpose import Purpose
    from auditor.crawl.redirects import Outcome, Permit

# A time-out has waited long enough already, and a name that does not exist will not exist in a second.
_RETRIED_CAUSES = frozenset({Why.REFUSED, Why.RESET, Why.TRUNCATED})
_RETRIED_STATUSES = frozenset({408, 429, 500, 502, 503, 504})


class Source(Protocol):
    """Where answers come from: the network (`Fetcher`) or an archive (`ArchiveFetcher`)."""

    @property
    def counters(self) -> Counters:
        """What the crawl has cost so far."""
        ...

    def tls_error(self, host: str) -> str | None:
        """What was wrong with the TLS of an ASCII host; None if nothing was."""
        ...

    async def fetch(
        self,
        url: str,
        *,
        purpose: Purpose,
        method: str = "GET",
        conditions: Conditions | None = None,
        permit: Permit | None = None,
        gate: Gate | None = None,
    ) -> Outcome:
        """As `Fetcher.fetch`."""
        ...


class PoliteFetcher:
    """Fetches for one crawl, never faster than its hosts bear."""

    def __init__(self, fetcher: Source, settings: CrawlSettings) -> None:
        """The time that `settings.limits.max_seconds` gives runs from the first fetch."""
        self.fetcher = fetcher
        self._settings = settings
        self._throttle = Throttle(settings.politeness)
        self._ends: float | None = None

    def set_crawl_delay(self, host: str, seconds: float) -> None:
        """Obey a Crawl-delay: at least so many seconds (up to the cap) between requests, one at a time."""
        self._throttle.lane(ascii_host(host) or host).crawl_delay = seconds if seconds > 0 else None

    async def fetch(
        self,
        url: str,
        *,
        purpose: Purpose,
        method: str = "GET",
        conditions: Conditions | None = None,
        permit: Permit | None = None,
    ) -> Outcome:
        """As `Fetcher.fetch`, each hop in its turn; connection errors and passing statuses are tried again."""
        tries = 1 + self._settings.politeness.retries
        for attempt in range(1, tries + 1):
            outcome = await self.fetcher.fetch(
                url, purpose=purpose, method=method, conditions=conditions, permit=permit, gate=self._throttle.turn
            )
            if not _may_pass(outcome):
                break
            wait = self._wait_before_next(outcome, url, attempt)
            if isinstance(wait, Unreachable):
                return wait
            if wait is None or attempt == tries:
                break
            await asyncio.sleep(wait)
        return replace(outcome, attempts=attempt) if isinstance(outcome, Unreachable) else outcome

    def _wait_before_next(self, outcome: Outcome, url: str, attempt: int) -> float | Unreachable | None:
        """Seconds before the next try; None if there is no time for one; Unreachable if the host was put off."""
        politeness = self._settings.politeness
        waits = politeness.retry_waits or (0.0,)
        backoff = jittered(waits[min(attempt, len(waits)) - 1], url, attempt)
        asked = _asked_wait(outcome, politeness.retry_after_cap)
        left = self._seconds_left()
        if asked is None:
            return backoff if backoff < left else None
        host = _host(outcome, url)
        if asked >= politeness.retry_after_cap or asked > left:
            self._throttle.put_off(host, asked)
            detail = f"{host} asks to come back in {asked:g} s"
            return Unreachable(why=Why.PUT_OFF, detail=detail, attempts=attempt, at=datetime.now(UTC))
        self._throttle.pause(host, asked)  # nobody else may ask it meanwhile either
        return max(asked, backoff)

    def _seconds_left(self) -> float:
        now = asyncio.get_running_loop().time()
        if self._ends is None:
            self._ends = now + self._settings.limits.max_seconds
        return self._ends - now


def _may_pass(outcome: Outcome) -> bool:
    """Is it worth asking again?"""
    if isinstance(outcome, Response):
        return outcome.status in _RETRIED_STATUSES
    return isinstance(outcome, Unreachable) and outcome.why in _RETRIED_CAUSES


def _asked_wait(outcome: Outcome, cap: float) -> float | None:
    """What Retry-After asks for."""
    value = outcome.header("retry-after") if isinstance(outcome, Response) else None
    return None if value is None else retry_after(value, datetime.now(UTC), cap)


def _host(outcome: Outcome, url: str) -> str:
    address = parse(outcome.final_url if isinstance(outcome, Response) else url)
    return address.host if address else ""
