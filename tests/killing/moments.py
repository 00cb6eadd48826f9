"""Moments at which to kill: spread over all of a command's course, as an unkilled one went.

A command that asks a website has three stretches: until its first request, until its last, and until its end. The
last is short, and what is written for people is written there: it gets as many moments as the crawl.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tests.killing.processes import begun, below, kill, left_of

if TYPE_CHECKING:
    import random
    import subprocess
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

_LOOK = 0.005  # seconds between two looks
_ASKING_SHARES = (0.2, 0.4, 0.4)
_SHARES = (0.25, 0.75)


class Whom(StrEnum):
    """Who is killed."""

    ALL = "all"  # with everything below it, as when the power fails
    PARENT = "parent"
    CHILD = "child"  # one of those below it, if there is any


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How an unkilled command went."""

    asked: int  # requests
    stretches: tuple[float, ...]  # seconds: to the first request, to the last, to the end; or, without one, all


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When to kill, and whom."""

    stretch: int
    requests: int  # how many must have come
    seconds: float  # after that
    whom: Whom


@dataclass(frozen=True, slots=True, kw_only=True)
class Blow:
    """What came of it."""

    moment: Moment
    running: bool  # was it still running?
    left: tuple[int, ...]  # processes that did not end


def course_of(process: subprocess.Popen[bytes], asked: Callable[[], int]) -> Course:
    """Follow a command to its end; `asked` counts the requests so far."""
    start = time.monotonic()
    times: list[tuple[float, int]] = [(start, 0)]
    while process.poll() is None:
        if (count := asked()) != times[-1][1]:
            times.append((time.monotonic(), count))
        time.sleep(_LOOK)
    end, count = time.monotonic(), times[-1][1]
    if not count:
        return Course(asked=0, stretches=(end - start,))
    first, last = times[1][0], times[-1][0]
    return Course(asked=count, stretches=(first - start, last - first, end - last))


def moments(course: Course, count: int, chance: random.Random) -> Iterator[Moment]:
    """So many moments, in no order, some in every part of each stretch."""
    found = [
        moment for stretch, many in enumerate(_shared(course, count)) for moment in _in(course, stretch, many, chance)
    ]
    chance.shuffle(found)
    # Half of the blows strike everything; the others one process alone.
    whom = [Whom.ALL if number % 2 else (Whom.PARENT, Whom.CHILD)[number // 2 % 2] for number in range(count)]
    for moment, who in zip(found, whom, strict=True):
        yield Moment(stretch=moment.stretch, requests=moment.requests, seconds=moment.seconds, whom=who)


def _shared(course: Course, count: int) -> tuple[int, ...]:
    """How many moments each stretch gets; a command without requests is mostly busy with starting at first."""
    shares = _ASKING_SHARES if course.asked else _SHARES
    first = [round(count * share) for share in shares[:-1]]
    return (*first, count - sum(first))


def _in(course: Course, stretch: int, many: int, chance: random.Random) -> Iterator[Moment]:
    start, length = 0.0, course.stretches[min(stretch, len(course.stretches) - 1)]
    if not course.asked:
        start, length = (0.0, length * 0.4) if stretch == 0 else (length * 0.4, length * 0.6)
    requests = (0, 1, course.asked)[stretch] if course.asked else 0
    for number in range(many):
        seconds = start + (number + chance.random()) / many * length
        yield Moment(stretch=stretch, requests=requests, seconds=seconds, whom=Whom.ALL)


def struck(
    words: tuple[str, ...],
    folder: Path,
    at: datetime,
    moment: Moment,
    asked: Callable[[], int],
    chance: random.Random,
) -> Blow:
    """Begin a command and kill at a moment; whoever is left may end."""
    before = asked()
    process = begun(*words, cwd=folder, at=at)
    while asked() - before < moment.requests and process.poll() is None:
        time.sleep(_LOOK)
    time.sleep(moment.seconds)
    running = process.poll() is None
    family = below(process.pid)
    match moment.whom:
        case Whom.CHILD if family:
            kill([chance.choice(family)])
        case Whom.ALL:
            process.kill()
            kill(family)
        case _:
            process.kill()
    process.wait(timeout=300)
    return Blow(moment=moment, running=running, left=tuple(left_of(family)))
