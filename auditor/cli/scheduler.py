"""`auditor schedule` while it is up: rings the alarms, starts what is due, tells what came of it."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from auditor.cli.exits import Exit
from auditor.cli.loaded import load, stamp_of
from auditor.cli.night import Outcome, Passed, outcome_of, task_of
from auditor.cli.places import with_lines
from auditor.cli.portfolio import PAGE, page_task
from auditor.cli.processes import Pool
from auditor.cli.telling import Post, Teller, failure_put_aside, missed_put_aside
from auditor.errors import AuditorError, ComplaintsError, StoreError
from auditor.schedule.agenda import Agenda, End, Entry
from auditor.schedule.alarms import Alarms
from auditor.schedule.health import Board
from auditor.schedule.notices import Notice, Told, What
from auditor.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from auditor.cli.loaded import Loaded
    from auditor.cli.night import Night
    from auditor.cli.processes import Died, Task
    from auditor.cli.signals import Signals

_TURN = 5.0  # seconds between two looks at clock and files, whatever else happens
_LEAST = 0.05
_ALIVE = 30.0  # seconds between two health files
_CLOCK_SET = 60.0  # seconds by which the clock on the wall may drift from the other one in a turn
_LATE = timedelta(hours=1)  # after which a night counts as missed, though it is caught up
_AUDITED = frozenset({Exit.GOOD, Exit.NOT_MET})


def wall_clock() -> datetime:
    """Now."""
    return datetime.now(UTC)


class Scheduler:
    """The scheduler.

    `once`: what is due or was missed is audited, without jitter or further tries, and then it ends.
    """

    def __init__(
        self,
        path: Path,
        loaded: Loaded,
        told: tuple[Told, ...],
        *,
        health: Path | None = None,
        once: bool = False,
        now: Callable[[], datetime] = wall_clock,
    ) -> None:
        self._path, self._loaded, self._once, self._now = path, loaded, once, now
        self._health = health
        self._board = Board(now(), os.getpid())
        self._told = (*told, self._board)
        self._agenda = Agenda()
        self._alarms = Alarms(self._due, self._overlapped)
        self._covered: dict[str, datetime] = {}
        self._left: frozenset[str] = frozenset()
        self._since: dict[str, datetime] = {}  # from when on we look after a site
        self._unread_at: float | None = None  # when the store could not be read
        self._drift = self._offset()
        self._alive_at = -_ALIVE
        self._changed = True  # since the last health file
        self._post_waits = False
        self._unshown: set[str] = set()  # sites that were audited since the page of all agencies was begun
        self.codes: list[int] = []  # of the audits that ended

    def run(self, signals: Signals) -> None:
        """Stay up until a signal says otherwise; with `once`, until nothing is left to do."""
        self._tell(What.BEGUN, f"{len(self._loaded.plans)} site(s), up to {self._loaded.night.workers} at a time")
        self._alarms.start()
        self._take(self._loaded)
        with Pool[Outcome](self._loaded.night.caps()) as pool, Post() as post:
            while signals.stop is None:
                if signals.reload() or self._files_changed():
                    self._reload(pool)
                self._look_at_clock()
                if self._unread_at is not None and time.monotonic() > self._unread_at + _ALIVE:
                    self._set_alarms(self._now())
                self._alarms.ring()
                self._start(pool)
                self._show(pool)
                self._write_health()
                if self._once and not len(pool):
                    break
                pool.wait(self._pause(), signals.wakes)
                for task, result in pool.ended():
                    self._ended(task, result)
                    self._post_waits = True
                if self._post_waits:
                    post.hurry()
                    self._post_waits = False
                self._tell_all(post.turn(self._loaded.night))
            left = len(self._agenda.running)
        if self._once and signals.stop is None:
            self._tell_all(Teller(self._loaded.night).ended())
        self._agenda.running.clear()
        if signals.stop is not None:
            self._tell(
                What.STOPPED, f"{left} audit(s) under way; the next start goes on with them" if left else "idle"
            )
        self._write_health(at_once=True)

    # --- what is due -------------------------------------------------------------------------------------------

    def _take(self, loaded: Loaded) -> None:
        """From now on this configuration holds."""
        now, self._loaded = self._now(), loaded
        for site in self._agenda.plan(loaded.plans, now):
            self._alarms.free(site)
        self._alarms.keep_only(set(loaded.plans))
        self._set_alarms(now)

    def _set_alarms(self, now: datetime) -> None:
        """Each alarm for the last time if nothing covers it, else for the next one."""
        try:
            with open_store(self._loaded.night.store, check=False) as store:
                self._covered, self._left = store.covered(now), store.left()
            if self._unread_at is not None:
                self._tell(What.MENDED, "the store can be read again")
            self._unread_at = None
        except StoreError as exc:
            self._tell(What.TROUBLE, str(exc))
            self._unread_at = time.monotonic()
        busy = self._agenda.waiting.keys() | self._agenda.running.keys()
        for site, times in self._loaded.times.items():
            self._since[site] = min(self._since.get(site, now), now)
            at = None if site in busy else self._missed(site, now)
            at = at or next(times.after(now), None)
            if at is not None:
                self._alarms.arm(site, times, at)

    def _missed(self, site: str, now: datetime) -> datetime | None:
        """The last time of a site if no audit covers it.

        Of a site that was never audited, only what came since we look after it; but what was begun and left is gone
        on with, and `once` looks after nothing for long.
        """
        covered = self._covered.get(site)
        if covered is None and not self._once and site not in self._left:
            covered = self._since[site]
        last = self._loaded.times[site].last(now)
        return last if last and (covered is None or covered < last) else None

    def _due(self, site: str, due_at: datetime) -> None:
        now = self._now()
        entry = self._agenda.due(site, due_at, now)
        if not self._once:
            if now - due_at > _LATE:
                self._miss("there was no audit when it was due; it is caught up now", site, due_at, made_late=True)
            start = entry.start_at.astimezone(self._loaded.zone)
            self._tell(What.DUE, f"starts from {start.isoformat(sep=' ', timespec='seconds')} on", entry)

    def _overlapped(self, site: str, due_at: datetime) -> None:
        missed = self._agenda.overlap(site, due_at)
        if missed is not None:
            self._miss("no audit: the one before was still under way", site, missed, made_late=False)

    def _miss(self, message: str, site: str, due_at: datetime, *, made_late: bool) -> None:
        """Tell of a night that was left out, and let people be told of it."""
        self._tell(What.MISSED, message, site=site, due_at=due_at)
        night, table = self._tonight(), self._loaded.tables[site]
        self._tell_all(filter(None, [missed_put_aside(night, table, due_at, made_late=made_late)]))
        self._post_waits = True

    def _miss_what_is_skipped(self, entry: Entry) -> None:
        """With `once` a night is late by as much as it is called late; only one that is never made is missed."""
        covered = self._covered.get(entry.site) if self._once else None
        skipped = None if covered is None else next(self._loaded.times[entry.site].after(covered), None)
        if skipped is not None and skipped < entry.due_at:
            self._miss("no audit was made for this time", entry.site, skipped, made_late=True)

    def _tonight(self) -> Night:
        """What the audits that start now share."""
        return replace(self._loaded.night, as_of=self._now().astimezone(self._loaded.zone).date())

    # --- what is done ------------------------------------------------------------------------------------------

    def _start(self, pool: Pool[Outcome]) -> None:
        """Start what may start, as long as there is room."""
        night = self._tonight()
        for entry in self._ready(self._now()):
            if len(pool) >= night.workers:
                return
            task = task_of(night, self._loaded.tables[entry.site], entry.due_at)
            if pool.may_start(task):
                pool.start(task)
                self._agenda.start(entry.site)
                self._tell(What.STARTED, f"judged for {night.as_of}", entry)
                self._miss_what_is_skipped(entry)

    def _ready(self, now: datetime) -> list[Entry]:
        if not self._once:
            return self._agenda.ready(now)
        for entry in tuple(self._agenda.waiting.values()):
            if not self._loaded.plans[entry.site].is_open(now):
                self._drop(entry.site)
                self._tell(What.PASSED, "its window is closed", entry)
        return sorted(self._agenda.waiting.values(), key=lambda entry: (entry.due_at, entry.start_at))

    def _show(self, pool: Pool[Outcome]) -> None:
        """Make the page of all agencies when no audit goes on and there is something new to tell."""
        if self._unshown and not len(pool):
            tables = self._loaded.tables
            pool.start(page_task(self._loaded.night, tuple(tables[site] for site in self._unshown if site in tables)))
            self._unshown.clear()

    def _page_ended(self, result: Outcome | Died) -> None:
        problem = result.problem if isinstance(result, Outcome) else str(result)
        if problem:
            self._tell(What.TROUBLE, f"the page of all agencies could not be written: {problem}")
        if isinstance(result, Outcome) and result.code != Exit.GOOD:
            self.codes.append(result.code)

    def _drop(self, site: str) -> None:
        del self._agenda.waiting[site]
        self._alarms.free(site)

    def _ended(self, task: Task[Outcome], result: Outcome | Died) -> None:
        if task.name == PAGE:
            self._page_ended(result)
            return
        outcome = outcome_of(result)
        now, entry = self._now(), self._agenda.running[task.name]
        how = _how(outcome)
        again = self._agenda.end(task.name, End.DONE if self._once else how, now)
        if again is None:
            self._alarms.free(task.name)
        if outcome.passed:
            self._tell(What.PASSED, outcome.passed, entry)
            return
        self._unshown.add(task.name)
        self.codes.append(outcome.code)
        failure = "" if again else self._failure_put_aside(entry, outcome)
        self._tell_all(filter(None, (outcome.untold, failure)))
        what = What.ENDED if outcome.code in _AUDITED else What.FAILED
        self._tell(what, _message(outcome, again, self._loaded), entry, code=outcome.code)

    def _failure_put_aside(self, entry: Entry, outcome: Outcome) -> str:
        """Let people be told of a night without an audit, once it is not tried again."""
        table = self._loaded.tables.get(entry.site)
        return failure_put_aside(self._tonight(), table, outcome) if table else ""

    # --- what changes meanwhile ----------------------------------------------------------------------------------

    def _files_changed(self) -> bool:
        return any(stamp_of(path) != stamp for path, stamp in self._loaded.files.items())

    def _reload(self, pool: Pool[Outcome]) -> None:
        """Take the configuration as it is now; a broken one is refused."""
        files = {path: stamp_of(path) for path in self._loaded.files}
        try:
            loaded = load(self._path)
        except (AuditorError, OSError) as exc:
            why = "\n".join(map(str, with_lines(exc.complaints))) if isinstance(exc, ComplaintsError) else str(exc)
            self._tell(What.REFUSED, f"{why}\nthe configuration before it is still in force")
            self._loaded = replace(self._loaded, files=files)
            return
        self._take(loaded)
        pool.limit(loaded.night.caps())
        self._tell(What.RELOADED, f"{len(loaded.plans)} site(s), up to {loaded.night.workers} at a time")

    def _look_at_clock(self) -> None:
        """Was the clock on the wall set? Then what was worked out by it is worked out again."""
        drift, before = self._offset(), self._drift
        self._drift = drift
        if abs(drift - before) < _CLOCK_SET:
            return
        now = self._now()
        for site in self._agenda.turn_clock(now):
            self._alarms.free(site)
        self._set_alarms(now)
        self._tell(What.CLOCK, f"the clock was set, or the machine slept: {drift - before:+.0f} s")

    def _offset(self) -> float:
        return self._now().timestamp() - time.monotonic()

    def _pause(self) -> float:
        """Seconds to the next thing to do."""
        now = self._now()
        next_ones = [*self._alarms.next_times().values(), self._agenda.next_start() or now + timedelta(days=1)]
        # What could have started before waits for room, and that wakes us.
        soon = min(((at - now).total_seconds() for at in next_ones if at > now), default=_TURN)
        return max(_LEAST, min(_TURN, soon))

    # --- what is told --------------------------------------------------------------------------------------------

    def _tell(
        self,
        what: What,
        message: str,
        entry: Entry | None = None,
        *,
        site: str = "",
        due_at: datetime | None = None,
        code: int | None = None,
    ) -> None:
        if entry is not None:
            site, due_at = entry.site, entry.due_at
        notice = Notice(at=self._now(), what=what, message=message, site=site, due_at=due_at, code=code)
        for told in self._told:
            told(notice)
        self._changed = True

    def _tell_all(self, untold: Iterable[str]) -> None:
        """Tell of messages that could not be sent."""
        for problem in untold:
            self._tell(What.UNTOLD, problem)

    def _write_health(self, *, at_once: bool = False) -> None:
        path = self._health or self._loaded.night.config.schedule.health
        alive = time.monotonic()
        if path is None or not (at_once or self._changed or alive > self._alive_at + _ALIVE):
            return
        self._alive_at, self._changed = alive, False
        before = self._board.problem
        self._board.write(path, self._board.health(self._now(), self._agenda, self._alarms.next_times()))
        if self._board.problem != before:
            self._tell(
                What.TROUBLE if self._board.problem else What.MENDED, self._board.problem or f"{path} is written"
            )
            self._changed = False


def _how(outcome: Outcome) -> End:
    if outcome.passed is Passed.ELSEWHERE:
        return End.ELSEWHERE
    return End.FAILED if outcome.problem else End.DONE


def _message(outcome: Outcome, again: Entry | None, loaded: Loaded) -> str:
    said = outcome.problem or " · ".join(line.strip() for line in outcome.lines)
    if again is None:
        return said
    at = again.start_at.astimezone(loaded.zone)
    return f"{said}\ntried again from {at.isoformat(sep=' ', timespec='seconds')} on"
