"""Ctrl-C and SIGTERM: what was fetched is judged and kept, within ten seconds (RELIABILITY_RULES 25)."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING, Any, TypeVar

from auditor.errors import AuditorError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")

GRACE = 8.0
"""Seconds in which stopped work must come to its end; the rest of the ten is for writing."""


class Stopped(AuditorError):  # noqa: N818  (no error of ours: someone asked for it)
    """Work was stopped and had nothing to show in time."""

    def __init__(self, number: int) -> None:
        super().__init__("stopped before anything could be saved")
        self.number = number


async def until_stopped(work: Callable[[asyncio.Event], Awaitable[T]]) -> tuple[T, int | None]:
    """Run the work; at SIGINT or SIGTERM set its event, and wait for what it has.

    Returns:
        Its result, and the number of the signal that came, if one did.

    Raises:
        Stopped: it did not end in time, or a second signal came.
    """
    stop = asyncio.Event()
    caught: list[int] = []
    task = asyncio.ensure_future(work(stop))

    def note(number: int) -> None:
        if caught:
            task.cancel()
        caught.append(number)
        stop.set()

    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, note, number)
    try:
        return await _result(task, stop, caught), caught[0] if caught else None
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)


async def _result(task: asyncio.Future[T], stop: asyncio.Event, caught: list[int]) -> T:
    stopped = asyncio.ensure_future(stop.wait())
    either: set[asyncio.Future[Any]] = {task, stopped}
    try:
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            await asyncio.wait({task}, timeout=GRACE)
    finally:
        stopped.cancel()
    if task.done() and not task.cancelled():
        return task.result()
    task.cancel()
    raise Stopped(caught[0])
