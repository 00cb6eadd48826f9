"""How gently a host is asked (RELIABILITY_RULES 10 and 11): gaps, turns, back-off, the circuit breaker.

The gap runs from the start of one request to the start of the next on the same host (and the same address). It is
at least the last answer's time, so on average one request is in flight; the second turn only bridges answers of
uneven length. A site that answers in 300 ms is thus asked three times a second, 150 pages in about 45 s, and one
that answers in 3 s only every three.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor.crawl.gauge import RefusedAnswer
from auditor.crawl.headers import http_date
from auditor.facts import Why

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from datetime import datetime

    from auditor.config import Politeness

_SLOW_SECONDS = 2.0  # an answer that takes this long says that the host is under strain
_MOST_STRAIN = 8.0  # times the gap while errors go on
_SLOW_STRAIN = 2.0  # times the gap while answers are only slow
_JITTER = 0.25
_DIGITS = 12  # of a number of seconds that are read at all
_SECONDS = re.compile(r"[0-9]+")
_STRAINED = frozenset({429, 500, 502, 503, 504})
_HOST_FAILED = frozenset({429, 502, 503, 504})  # a 500 is mostly one broken page, not a host that is down


@dataclass(slots=True, kw_only=True)
class Lane:
    """What is known of one host or address; seconds on a monotonic clock."""

    in_flight: int = 0
    started: float = -math.inf  # the last request
    answer_seconds: float = 0.0  # of the last request, to the head of its answer
    strain: float = 1.0
    failures: int = 0  # in a row
    crawl_delay: float | None = None
    paused_until: float = -math.inf
    put_off_until: float = -math.inf

    def gap(self, politeness: Politeness) -> float:
        """Seconds between the starts of two requests."""
        asked = min(self.crawl_delay or 0.0, politeness.crawl_delay_cap)
        adaptive = politeness.delay > 0 or self.strain > 1
        own = max(politeness.delay, self.answer_seconds) if adaptive else 0.0
        return min(max(asked, own) * self.strain, max(asked, politeness.crawl_delay_cap))

    def wait(self, politeness: Politeness, now: float) -> float:
        """Seconds until the next request may start; infinite while every turn is taken."""
        if self.in_flight >= (1 if self.crawl_delay else politeness.concurrency):
            return math.inf
        return max(self.started + self.gap(politeness), self.paused_until) - now

    def begin(self, now: float) -> None:
        """A request starts."""
        self.in_flight += 1
        self.started = now

    def end(self, seconds: float, status: int | None) -> None:
        """It was answered after `seconds`, or (None) failed."""
        self.in_flight -= 1
        self.answer_seconds = seconds
        self.failures = self.failures + 1 if status is None or status in _HOST_FAILED else 0
        if status is None or status in _STRAINED:
            self.strain = min(self.strain * 2, _MOST_STRAIN)
        elif seconds >= _SLOW_SECONDS:
            self.strain = max(self.strain / 2, _SLOW_STRAIN)
        else:
            self.strain = max(self.strain / 2, 1.0)


@dataclass(slots=True, kw_only=True)
class TimedTurn:
    """One request's turn: notes when its answer began."""

    clock: Callable[[], float]
    began: float
    seconds: float | None = None
    status: int | None = None

    def answered(self, status: int) -> None:
        """The head of the answer is there."""
        self.seconds = self.clock() - self.began
        self.status = status


@dataclass(slots=True)
class Throttle:
    """Gives out turns: at most so many in flight per host, per address and in all, with their gaps."""

    politeness: Politeness
    clock: Callable[[], float] = field(default=lambda: asyncio.get_running_loop().time())
    _lanes: dict[str, Lane] = field(default_factory=dict)
    _in_flight: int = 0
    _waiting: list[asyncio.Future[None]] = field(default_factory=list)

    def lane(self, name: str) -> Lane:
        """What is known of a host or address."""
        return self._lanes.setdefault(name, Lane())

    @contextlib.asynccontextmanager
    async def turn(self, host: str, address: str) -> AsyncIterator[TimedTurn]:
        """Wait for a turn and keep it; raises RefusedAnswer if the host is down or was put off."""
        lanes = (self.lane(host), self.lane(f"address {address}"))
        await self._enter(lanes)
        turn = TimedTurn(clock=self.clock, began=self.clock())
        try:
            yield turn
        finally:
            self._leave(lanes, turn)

    def pause(self, host: str, seconds: float) -> None:
        """Ask nothing of a host for a while."""
        self.lane(host).paused_until = self.clock() + seconds

    def put_off(self, host: str, seconds: float) -> None:
        """Refuse every request to a host for longer than anyone waits."""
        self.lane(host).put_off_until = self.clock() + seconds
        self._wake()

    async def _enter(self, lanes: tuple[Lane, ...]) -> None:
        while True:
            self._refuse(lanes[0])
            now = self.clock()
            wait = max(lane.wait(self.politeness, now) for lane in lanes)
            if self._in_flight >= self.politeness.total_concurrency:
                wait = math.inf
            if wait <= 0:
                break
            waker = asyncio.get_running_loop().create_future()
            self._waiting.append(waker)
            await asyncio.wait([waker], timeout=None if wait == math.inf else wait)
        self._in_flight += 1
        for lane in lanes:
            lane.begin(now)

    def _leave(self, lanes: tuple[Lane, ...], turn: TimedTurn) -> None:
        seconds = self.clock() - turn.began if turn.seconds is None else turn.seconds
        self._in_flight -= 1
        for lane in lanes:
            lane.end(seconds, turn.status)
        self._wake()

    def _wake(self) -> None:
        """Let everyone who waits look again, first come first served."""
        waiting, self._waiting = self._waiting, []
        for waker in waiting:
            if not waker.done():
                waker.set_result(None)

    def _refuse(self, lane: Lane) -> None:
        if lane.failures >= self.politeness.breaker_failures:
            raise RefusedAnswer(Why.HOST_DOWN, f"failed {lane.failures} times in a row and is left alone")
        if (left := lane.put_off_until - self.clock()) > 0:
            raise RefusedAnswer(Why.PUT_OFF, f"asked to come back in {math.ceil(left)} s")


def retry_after(value: str, now: datetime, cap: float) -> float | None:
    """Seconds that a Retry-After (RFC 9110 10.2.3) asks to wait, at most `cap`; None for garbage."""
    text = value.strip()
    if text.isascii() and _SECONDS.fullmatch(text):
        digits = text.lstrip("0")[:_DIGITS] or "0"
        return min(float(digits), cap)
    moment = http_date(text)
    return None if moment is None else min(max((moment - now).total_seconds(), 0.0), cap)


def jittered(seconds: float, url: str, attempt: int) -> float:
    """A wait made up to a quarter longer, differently for each address but the same in every run."""
    digest = hashlib.sha256(f"{attempt} {url}".encode()).digest()
    return seconds * (1 + _JITTER * int.from_bytes(digest[:4], "big") / 2**32)
