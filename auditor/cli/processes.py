"""Work in processes of its own, so many at a time: one that crashes, hangs or is killed costs no other.

When the program that started them ends, however it does, they are told to end too.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import signal
import threading
import time
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from auditor.cli.stopping import Stopped, end_at_signals
from auditor.weight import weight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess
    from types import TracebackType

T = TypeVar("T")

_GRACE = 9.0  # seconds from SIGTERM to SIGKILL
_WEIGHING = 2.0  # seconds between two looks at the memory that is taken
_CONTEXT = multiprocessing.get_context("fork")  # what was loaded is shared


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Generic[T]):
    """Work to be done in a process of its own, and the seconds it may take."""

    name: str
    work: Callable[[], T]
    seconds: float
    alone_on: str = ""  # a host; of the tasks that name the same one, one goes on at a time


class Why(StrEnum):
    """Why a process was ended."""

    TIME = "it took too long"
    MEMORY = "it took too much memory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Died:
    """A process that ended without a result; as `Popen.returncode`, negative for a signal."""

    code: int
    why: Why | None = None  # None: by itself, or by somebody else's doing

    def __str__(self) -> str:
        return self.why or f"its process ended with {self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """Bytes of memory that processes may take with all that they start; 0: as much as there is."""

    each: int = 0
    together: int = 0


@dataclass(slots=True, kw_only=True)
class _Running(Generic[T]):
    task: Task[T]
    process: ForkProcess
    results: Connection
    ends: float
    why: Why | None = None


class Pool(Generic[T]):
    """Processes that work; a context that ends those that are left: first asked, then killed."""

    def __init__(self, caps: Caps = Caps()) -> None:
        self._caps = caps
        self._weighed_at = -_WEIGHING
        self._running: list[_Running[T]] = []

    def __enter__(self) -> Self:
        self._life = os.pipe()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        running, self._running = self._running, []
        try:
            _end(running)
        finally:
            for end in self._life:
                os.close(end)

    def __len__(self) -> int:
        return len(self._running)

    def may_start(self, task: Task[T]) -> bool:
        """Does no other go on where it wants to be alone?"""
        return not task.alone_on or all(each.task.alone_on != task.alone_on for each in self._running)

    def hurry(self) -> None:
        """Ask all that go on to end."""
        for each in self._running:
            if each.why is None:
                _ask_to_end(each, Why.TIME)

    def limit(self, caps: Caps) -> None:
        """From now on these limits hold."""
        self._caps = caps

    def start(self, task: Task[T]) -> None:
        """Begin to work."""
        self._running.append(_start(task, self._life))

    def wait(self, seconds: float, *also: int) -> None:
        """Wait until one is at its end, one of the files can be read, or the time is over."""
        wait([*(each.process.sentinel for each in self._running), *also], timeout=seconds)

    def ended(self) -> list[tuple[Task[T], T | Died]]:
        """Those that came to their end since, with what they have; asks those to end that take too much."""
        done = [each for each in self._running if not each.process.is_alive()]
        self._running = [each for each in self._running if each not in done]
        results: list[tuple[Task[T], T | Died]] = []
        for each in done:
            found: T | Died = _result(each)
            results.append((each.task, found))
        self._end_late()
        self._end_heavy()
        return results

    def _end_late(self) -> None:
        now = time.monotonic()
        for each in (each for each in self._running if now > each.ends):
            if each.why:
                each.process.kill()
            else:
                _ask_to_end(each, Why.TIME)

    def _end_heavy(self) -> None:
        now = time.monotonic()
        if not (self._caps.each or self._caps.together) or now < self._weighed_at + _WEIGHING:
            return
        self._weighed_at = now
        weights = [(weight(each.process.pid or 0), each) for each in self._running]
        weights.sort(key=lambda pair: pair[0])
        total = sum(bytes_ for bytes_, _ in weights)
        while weights:
            heaviest, each = weights.pop()
            too_much = 0 < self._caps.each < heaviest or 0 < self._caps.together < total
            if too_much and each.why is None:
                _ask_to_end(each, Why.MEMORY)
            total -= heaviest


def in_processes(
    tasks: Iterable[Task[T]],
    workers: int,
    *,
    caps: Caps = Caps(),
    seconds: float = 0.0,
) -> Iterator[tuple[Task[T], T | Died | None]]:
    """Do all tasks, at most `workers` at a time, and tell of each when it is done; None: there was no time for it.

    `seconds`: after these none is started any more, and those that go on are ended; 0: as long as it takes.

    An exception thrown in, such as Stopped, ends those that run: first asked, then killed.
    """
    waiting = list(tasks)
    end = time.monotonic() + seconds if seconds else math.inf
    with Pool[T](caps) as pool:
        while waiting or len(pool):
            while len(pool) < workers and (task := next(filter(pool.may_start, waiting), None)) is not None:
                waiting.remove(task)
                pool.start(task)
            pool.wait(min(1.0, max(0.0, end - time.monotonic())))
            yield from pool.ended()
            if time.monotonic() > end:
                yield from ((task, None) for task in waiting)
                waiting, end = [], math.inf
                pool.hurry()


def _start(task: Task[T], life: tuple[int, int]) -> _Running[T]:
    receiving, sending = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_child, args=(task.work, sending, life), name=task.name)
    process.start()
    sending.close()
    return _Running(task=task, process=process, results=receiving, ends=time.monotonic() + task.seconds)


def _result(each: _Running[T]) -> T | Died:
    each.process.join()
    with each.results:
        try:
            # What it started may outlive it and keep the other end.
            if each.results.poll():
                result: T = each.results.recv()
                return result
        except EOFError:
            pass
        return Died(code=each.process.exitcode or 0, why=each.why)


def _ask_to_end(each: _Running[Any], why: Why) -> None:
    each.why = why
    each.ends = time.monotonic() + _GRACE
    each.process.terminate()


def _end(running: list[_Running[T]]) -> None:
    """Ask all to end, and kill those that do not in time; a signal meanwhile means at once."""
    try:
        for each in running:
            each.process.terminate()
        end = time.monotonic() + _GRACE
        for each in running:
            each.process.join(max(0.0, end - time.monotonic()))
    finally:
        for each in running:
            each.process.kill()
            each.process.join()
            each.results.close()


def _child(work: Callable[[], Any], results: Connection, life: tuple[int, int]) -> None:
    os.setsid()  # Ctrl-C on the terminal is for the parent, which tells us
    reading, writing = life
    os.close(writing)
    try:
        end_at_signals()
        threading.Thread(target=_end_with_parent, args=(reading,), daemon=True).start()
        results.send(work())
    except Stopped as exc:
        os._exit(128 + exc.number)


def _end_with_parent(reading: int) -> None:
    os.read(reading, 1)  # nobody ever writes: it returns when the parent is gone
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE)
    os._exit(128 + signal.SIGKILL)
