"""Work in processes of its own, so many at a time: one that crashes, hangs or is killed costs no other.

When the program that started them ends, however it does, they are told to end too.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from auditor.cli.stopping import Stopped, end_at_signals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

T = TypeVar("T")

_GRACE = 9.0  # seconds from SIGTERM to SIGKILL
_CONTEXT = multiprocessing.get_context("fork")  # what was loaded is shared


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Generic[T]):
    """Work to be done in a process of its own, and the seconds it may take."""

    name: str
    work: Callable[[], T]
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Died:
    """A process that ended without a result; as `Popen.returncode`, negative for a signal."""

    code: int
    too_long: bool = False


@dataclass(slots=True, kw_only=True)
class _Running(Generic[T]):
    task: Task[T]
    process: ForkProcess
    results: Connection
    ends: float
    too_long: bool = False


def in_processes(tasks: Iterable[Task[T]], workers: int) -> Iterator[tuple[Task[T], T | Died]]:
    """Do all tasks, at most `workers` at a time, and tell of each when it is done.

    An exception thrown in, such as Stopped, ends those that run: first asked, then killed.
    """
    reading, writing = os.pipe()
    waiting = iter(tasks)
    running: list[_Running[T]] = []
    try:
        while True:
            while len(running) < workers and (task := next(waiting, None)) is not None:
                running.append(_start(task, (reading, writing)))
            if not running:
                return
            wait([each.process.sentinel for each in running], timeout=1.0)
            for each in [each for each in running if not each.process.is_alive()]:
                running.remove(each)
                result = _result(each)
                yield each.task, result
            _end_late(running)
    finally:
        _end(running)
        os.close(reading)
        os.close(writing)


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
            result: T = each.results.recv()
        except EOFError:
            return Died(code=each.process.exitcode or 0, too_long=each.too_long)
        return result


def _end_late(running: list[_Running[T]]) -> None:
    now = time.monotonic()
    for each in (each for each in running if now > each.ends):
        if each.too_long:
            each.process.kill()
        else:
            each.too_long = True
            each.ends = now + _GRACE
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
    end_at_signals()
    reading, writing = life
    os.close(writing)
    threading.Thread(target=_end_with_parent, args=(reading,), daemon=True).start()
    try:
        results.send(work())
    except Stopped as exc:
        os._exit(128 + exc.number)


def _end_with_parent(reading: int) -> None:
    os.read(reading, 1)  # nobody ever writes: it returns when the parent is gone
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE)
    os._exit(128 + signal.SIGKILL)
