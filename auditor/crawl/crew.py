"""Workers on a queue that grows while they work; they end when nothing waits and nobody is busy."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Iterable

    from auditor.crawl.frontier import Candidate

    Take = Callable[[], Candidate | None]  # the next candidate; None when none waits just now


class Crew:
    """The workers of one crawl."""

    def __init__(self, handle: Callable[[Candidate], Awaitable[object]]) -> None:
        """`handle` may add to what waits."""
        self.in_flight: dict[str, Candidate] = {}
        self._handle = handle
        self._busy = 0
        self._changed = asyncio.Event()

    async def work(self, takes: Iterable[Take], beside: Coroutine[None, None, None]) -> None:
        """Work with one worker for each of `takes`; `beside` is other work that may add to what waits."""
        async with asyncio.TaskGroup() as group:
            self._busy += 1
            group.create_task(self._beside(beside))
            for take in takes:
                group.create_task(self._worker(take))

    async def handle(self, candidate: Candidate) -> None:
        """Handle one candidate; what was broken off stays in flight."""
        self.in_flight[candidate.key] = candidate
        await self._handle(candidate)
        self.settle(candidate)

    def settle(self, candidate: Candidate) -> None:
        """Whatever is still done for a candidate, what it is has been said."""
        self.in_flight.pop(candidate.key, None)

    async def _worker(self, take: Take) -> None:
        while True:
            candidate = take()
            if candidate is None and not self._busy:
                return
            if candidate is None:
                await self._changed.wait()
                continue
            self._busy += 1
            try:
                await self.handle(candidate)
            finally:
                self._done()

    async def _beside(self, work: Coroutine[None, None, None]) -> None:
        try:
            await work
        finally:
            self._done()

    def _done(self) -> None:
        self._busy -= 1
        self._changed.set()
        self._changed = asyncio.Event()
