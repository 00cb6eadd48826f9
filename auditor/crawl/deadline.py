"""The total deadline of a fetch (RELIABILITY_RULES 4), kept from outside the HTTP client on a monotonic clock."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


class Deadline:
    """Wall time of one request with all its redirects; waiting for politeness does not count."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._left = seconds
        self._timeout: asyncio.Timeout | None = None

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Let time run; raises TimeoutError when there is none left."""
        start = asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout(self._left) as self._timeout:
                yield
        finally:
            self._timeout = None
            self._left -= asyncio.get_running_loop().time() - start

    @contextlib.contextmanager
    def suspended(self) -> Iterator[None]:
        """Let no time run while we wait for ourselves."""
        clock = asyncio.get_running_loop().time
        timeout, start = self._timeout, clock()
        due = timeout.when() if timeout else None
        if timeout:
            timeout.reschedule(None)
        try:
            yield
        finally:
            waited = clock() - start
            self._left += waited
            if timeout and due is not None:
                timeout.reschedule(due + waited)

    def extend(self, seconds: float) -> None:
        """Allow more time, now that the answer turned out to be larger than expected."""
        self.seconds += seconds
        self._left += seconds
        if self._timeout and (when := self._timeout.when()) is not None:
            self._timeout.reschedule(when + seconds)
