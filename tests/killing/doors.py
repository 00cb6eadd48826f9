"""The commands that are killed, each with what must hold once it was run again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.killing import promises
from tests.killing.house import LATER, TONIGHT, files_below
from tests.killing.moments import Moment, Whom, course_of, moments, struck
from tests.killing.processes import begun, done

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from tests.killing.agencies import Agencies
    from tests.killing.house import House, StoredRun
    from tests.notify.mailbox import Mailbox

_SOON, _LATER = timedelta(minutes=5), timedelta(minutes=10)  # until somebody runs it again, and once more
_SAME = frozenset(
    {".json", ".csv", ".md", ".gz", ".cdxj"}
)  # endings of files that are the same whenever they are made
_AGAIN = 0.3  # of those that were killed, the share that is killed once more when they go on


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """Everything around a house."""

    sites: Agencies
    box: Mailbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A house in which a command was killed and then run again, beside the one where nobody killed."""

    before: House
    reference: House
    killed: tuple[StoredRun, ...]  # the runs as the last kill left them
    asked: dict[str, int]  # requests to each site by the command that was run again
    fresh: dict[str, int]  # … and by the one that nobody killed
    house: House

    @property
    def new(self) -> tuple[StoredRun, ...]:
        """The runs that came with the command."""
        old = {run.id for run in self.before.runs()}
        return tuple(run for run in self.house.runs() if run.id not in old)


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A command, when it is called, and what must hold in the end."""

    name: str
    words: tuple[str, ...]
    at: datetime
    holds: Callable[[Town, Case], Iterator[str]]
    codes: frozenset[int] = frozenset({0})


@dataclass(slots=True, kw_only=True)
class Toll:
    """What came of killing at one door."""

    running: int = 0  # kills that met it while it ran
    late: int = 0  # … and those that came when it was over
    broken: list[str] = field(default_factory=list)


class Killer:
    """Kills one command again and again, each time in a copy of the same house."""

    def __init__(self, town: Town, house: House, door: Door, scratch: Path, chance: random.Random) -> None:
        self._town, self._house, self._door, self._scratch, self._chance = town, house, door, scratch, chance
        self._reference = house.copy(scratch / "reference")
        before = town.sites.asked_of()
        process = begun(*door.words, cwd=self._reference.folder, at=door.at)
        self._course = course_of(process, self._asked_since())
        self._fresh = _since(before, town.sites.asked_of())
        if process.returncode not in door.codes:
            raise AssertionError(f"{door.name} ends with {process.returncode} where nobody kills it")

    def _asked_since(self) -> Callable[[], int]:
        start = self._town.sites.asked()
        return lambda: self._town.sites.asked() - start

    def kill(self, count: int, tell: Callable[[str], object] = lambda _: None) -> Toll:
        """Kill at so many moments, and tell of each at once; the house stays as it is."""
        toll = Toll()
        for moment in moments(self._course, count, self._chance):
            broken = [f"{moment}: {each}" for each in self._survived(moment, toll)]
            tell("".join(f"  {each}\n" for each in broken) or ".")
            toll.broken += broken
        self._reference.remove()
        return toll

    def _survived(self, moment: Moment, toll: Toll) -> Iterator[str]:
        """Kill once or twice and go on; every broken promise."""
        house = self._house.copy(self._scratch / "house")
        yield from self._struck(house, moment, toll, self._door.at)
        if self._chance.random() < _AGAIN:
            seconds = self._chance.uniform(0, sum(self._course.stretches))
            again = Moment(stretch=0, requests=0, seconds=seconds, whom=Whom.ALL)
            yield from self._struck(house, again, toll, self._door.at + _SOON)
        killed, before = house.runs(), self._town.sites.asked_of()
        done_again = done(*self._door.words, cwd=house.folder, at=self._door.at + _LATER)
        if done_again.returncode not in self._door.codes:
            yield f"run again it ends with {done_again.returncode}: {done_again.stderr}"
        asked = _since(before, self._town.sites.asked_of())
        case = Case(
            before=self._house, reference=self._reference, house=house, killed=killed, asked=asked, fresh=self._fresh
        )
        yield from promises.lost(self._house, self._reference, house)
        yield from promises.in_order(self._house, house, self._door.at)
        yield from self._door.holds(self._town, case)
        house.remove()

    def _struck(self, house: House, moment: Moment, toll: Toll, at: datetime) -> Iterator[str]:
        blow = struck(self._door.words, house.folder, at, moment, self._asked_since(), self._chance)
        toll.running += blow.running
        toll.late += not blow.running
        yield from (f"process {pid} did not end" for pid in blow.left)
        yield from promises.at_once(self._house, self._reference, house)


def _since(before: dict[str, int], now: dict[str, int]) -> dict[str, int]:
    return {name: count - before[name] for name, count in now.items()}


# --- what must hold ----------------------------------------------------------------------------------------------


def _audits(town: Town, case: Case, *, due: bool) -> Iterator[str]:
    """Each site has its audit of tonight, once if it was `due`, else another one after each that was finished."""
    for site in town.sites.sites:
        old = {run.id for run in case.before.runs()}
        of_killed = [run for run in case.killed if run.site == site and run.id not in old]
        finished = sum(run.finished for run in of_killed)
        many = sum(run.site == site for run in case.new)
        if many != (1 if due else finished + 1):
            yield f"{site}: {many} audits of tonight, of which {finished} were finished when it was killed"
        most = _most_requests(of_killed, case.fresh[site], due=due)
        if case.asked[site] > most:
            yield f"{site}: asked {case.asked[site]} times by {of_killed}, where {most} would do"
    yield from promises.judged_as(case.reference, case.house, case.new)
    yield from promises.told_of(town.box, case.house, case.new, TONIGHT)
    yield from promises.verified(case.house, case.new[len(case.new) // 2], TONIGHT)


def _most_requests(killed: list[StoredRun], fresh: int, *, due: bool) -> int:
    """How often a site may be asked by the command that goes on."""
    states = {run.state: run for run in killed if not run.finished}
    if "audited" in states or (due and any(run.finished for run in killed)):
        return 0
    if "crawled" in states:
        return promises.ASKED_ANYWAY
    remembered = states["crawling"].remembered if "crawling" in states else 0
    return fresh - remembered + promises.ASKED_ANYWAY


def _run_again(town: Town, case: Case) -> Iterator[str]:
    yield from _audits(town, case, due=False)


def _scheduled_again(town: Town, case: Case) -> Iterator[str]:
    yield from _audits(town, case, due=True)


def _pruned(_: Town, case: Case) -> Iterator[str]:
    """Just what was to go is gone."""
    for query in (
        "SELECT id, state, has_text FROM run ORDER BY number",
        "SELECT sha256 FROM facts ORDER BY id",
        "SELECT run, body FROM audit ORDER BY run",
        "SELECT count(*) FROM kept",
    ):
        if case.house.rows(query) != case.reference.rows(query):
            yield f"pruned otherwise: {query}"
    yield from _same_files(case, "evidence")


def _copied(_: Town, case: Case) -> Iterator[str]:
    """The copy is the store."""
    with closing(sqlite3.connect(case.house.folder / "copy.db")) as copy:
        if copy.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            yield "the copy is damaged"
        for table in ("run", "resource", "audit", "finding", "facts"):
            query = f"SELECT * FROM {table} ORDER BY 1, 2"  # noqa: S608  (our own names)
            if copy.execute(query).fetchall() != case.house.rows(query):
                yield f"the copy has another {table}"


def _written_again(_: Town, case: Case) -> Iterator[str]:
    yield from _same_files(case, "output")


def _same_files(case: Case, below: str) -> Iterator[str]:
    """The files are those of the house where nobody killed; pages of all agencies tell ages by the minute."""
    told, due = (
        {path.relative_to(house.folder): path for path in files_below(house.folder / below)}
        for house in (case.house, case.reference)
    )
    yield from (f"{path} is there or is not" for path in sorted(told.keys() ^ due.keys()))
    for path in sorted(told.keys() & due.keys()):
        if path.suffix in _SAME and told[path].read_bytes() != due[path].read_bytes():
            yield f"{path} is otherwise"


DOORS = (
    Door(name="run", words=("run", "--fail-on", "never"), at=TONIGHT, holds=_run_again),
    Door(name="schedule", words=("schedule", "--once"), at=TONIGHT, holds=_scheduled_again, codes=frozenset({0, 1})),
    Door(name="prune", words=("store", "prune"), at=LATER, holds=_pruned),
    Door(name="backup", words=("store", "backup", "copy.db"), at=LATER, holds=_copied, codes=frozenset({0, 2})),
    Door(name="report", words=("report", "papers"), at=LATER, holds=_written_again),
    Door(name="portfolio", words=("report",), at=LATER, holds=_written_again),
    Door(name="reassess", words=("reassess", "papers"), at=LATER, holds=_written_again, codes=frozenset({1})),
)
"""Every command that writes."""
