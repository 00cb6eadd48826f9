"""Ctrl-C and SIGTERM: what was fetched is judged and kept, within ten seconds (RELIABILITY_RULES 25).

Who waits at a terminal may give it longer: a second Ctrl-C ends it at once.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from types import FrameType

T = TypeVar("T")

GRACE = 8.0
"""Seconds in which stopped work must come to its end; the rest of the ten is for writing."""

_TURN = 0.5  # seconds in which work that is cancelled can end in order

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""Those that end a command: from a person, from a service manager, from a terminal that was closed."""


class Stopped(BaseException):
    """Work was stopped and had nothing to show in time: no error, so that nothing that bears errors bears it."""

    def __init__(self, number: int, message: str = "stopped before anything could be saved") -> None:
        super().__init__(message)
        self.number = number


def end_at_signals() -> None:
    """From here on, where nothing else is said, a signal ends the program by raising Stopped."""
    for number in _heeded():
        signal.signal(number, _raise_stopped)


@contextlib.contextmanager
def held_back() -> Iterator[list[int]]:
    """Let short work be finished first; gives the numbers of the signals that came meanwhile."""
    came: list[int] = []
    before = {number: signal.signal(number, lambda number, _: came.append(number)) for number in _heeded()}
    try:
        yield came
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _heeded() -> tuple[signal.Signals, ...]:
    """Those that we were not told to ignore: `nohup` does so with SIGHUP."""
    ignored = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    return tuple(number for number in SIGNALS if not (ignored and number is signal.SIGHUP))


def _raise_stopped(number: int, _: FrameType | None) -> None:
    raise Stopped(number)


async def until_stopped(
    work: Callable[[asyncio.Event], Awaitable[T]],
    *,
    patient: frozenset[int] = frozenset(),
    on_stop: Callable[[int], None] = lambda _: None,
) -> tuple[T, int | None]:
    """Run the work; at a signal set its event, and wait for what it has.

    Args:
        work: what is done.
        patient: signals after which it may take as long as it needs.
        on_stop: told the number of the first signal, in its handler: no time for much.

    Returns:
        Its result, and the number of the signal that came, if one did.

    Raises:
        Stopped: it did not end in time, or a second signal came.
    """
    stop = asyncio.Event()
    caught: list[int] = []
    task = asyncio.ensure_future(work(stop))
    loop = asyncio.get_running_loop()

    def note(number: int, _: FrameType | None) -> None:
        caught.append(number)
        # Work that gives the loop no turn is ended by the clock.
        if len(caught) > 1:
            loop.call_soon_threadsafe(task.cancel)
            signal.setitimer(signal.ITIMER_REAL, _TURN)
            return
        loop.call_soon_threadsafe(stop.set)
        if number not in patient:
            signal.setitimer(signal.ITIMER_REAL, GRACE + _TURN)
        on_stop(number)

    before = {number: signal.signal(number, note) for number in _heeded()}
    before[signal.SIGALRM] = signal.signal(signal.SIGALRM, lambda *_: _raise_stopped(caught[0], None))
    try:
        return await _result(task, stop, caught, patient), caught[0] if caught else None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            signal.signal(number, handler)


async def _result(task: asyncio.Future[T], stop: asyncio.Event, caught: list[int], patient: frozenset[int]) -> T:
    stopped = asyncio.ensure_future(stop.wait())
    either: set[asyncio.Future[Any]] = {task, stopped}
    try:
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            await asyncio.wait({task}, timeout=None if caught[0] in patient else GRACE)
    finally:
        stopped.cancel()
    if task.done() and not task.cancelled():
        return task.result()
    task.cancel()
    raise Stopped(caught[0])
