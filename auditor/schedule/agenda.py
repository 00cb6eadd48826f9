"""Which audits wait, which go on, and which starts next. Knows no clock but the moments that it is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.schedule.plans import Plan

_PAUSES = (timedelta(minutes=15), timedelta(minutes=60))  # before a further try of an audit that could not be made
_ELSEWHERE = timedelta(minutes=5)  # between two looks at whether another scheduler has done it


class End(StrEnum):
    """How an audit that was started ended."""

    DONE = "done"
    FAILED = "failed"  # not made; what there is of it can be gone on with
    ELSEWHERE = "elsewhere"  # another program makes it


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An audit that is due."""

    site: str
    due_at: datetime
    start_at: datetime  # not before
    tries: int = 0  # that failed


class Agenda:
    """The audits that are due."""

    def __init__(self) -> None:
        self.plans: dict[str, Plan] = {}
        self.waiting: dict[str, Entry] = {}
        self.running: dict[str, Entry] = {}

    def plan(self, plans: dict[str, Plan], now: datetime) -> list[str]:
        """From now on these plans hold. The sites whose audits wait no longer: they are not in them."""
        self.plans = plans
        gone = [site for site in self.waiting if site not in plans]
        for site in gone:
            del self.waiting[site]
        self._place_again(now)
        return gone

    def turn_clock(self, now: datetime) -> list[str]:
        """The clock was set. The sites whose audits wait no longer: they were due in what is the future again."""
        gone = [site for site, entry in self.waiting.items() if entry.due_at > now]
        for site in gone:
            del self.waiting[site]
        self._place_again(now)
        return gone

    def _place_again(self, now: datetime) -> None:
        for site, entry in self.waiting.items():
            self.waiting[site] = replace(entry, start_at=self.plans[site].start(entry.due_at, now))

    def due(self, site: str, due_at: datetime, now: datetime) -> Entry:
        """A site is due that neither waits nor is audited."""
        self.waiting[site] = Entry(site=site, due_at=due_at, start_at=self.plans[site].start(due_at, now))
        return self.waiting[site]

    def overlap(self, site: str, due_at: datetime) -> datetime | None:
        """A site is due whose audit before is not at its end. The time for which there will be no audit, if any."""
        waiting = self.waiting.get(site)
        if waiting is None:
            running = self.running.get(site)
            return due_at if running is None or due_at > running.due_at else None
        if due_at <= waiting.due_at:
            return None
        self.waiting[site] = replace(waiting, due_at=due_at)
        return waiting.due_at

    def ready(self, now: datetime) -> list[Entry]:
        """Those that may start, longest waiting first; what missed its window waits for the next one."""
        for site, entry in self.waiting.items():
            if entry.start_at <= now and not self.plans[site].is_open(now):
                self.waiting[site] = replace(entry, start_at=self.plans[site].opening(now, entry.due_at))
        ready = (entry for entry in self.waiting.values() if entry.start_at <= now)
        return sorted(ready, key=lambda entry: (entry.start_at, entry.tries, entry.site))

    def start(self, site: str) -> None:
        """An audit has begun."""
        self.running[site] = self.waiting.pop(site)

    def end(self, site: str, how: End, now: datetime) -> Entry | None:
        """An audit has ended. When it is tried again, if it is."""
        entry = self.running.pop(site)
        if how is End.DONE or site not in self.plans:
            return None
        if how is End.ELSEWHERE:
            again = replace(entry, start_at=now + _ELSEWHERE)
        elif entry.tries < len(_PAUSES):
            again = replace(entry, start_at=now + _PAUSES[entry.tries], tries=entry.tries + 1)
        else:
            return None
        self.waiting[site] = again
        return again

    def next_start(self) -> datetime | None:
        """When the next of those that wait may start."""
        return min((entry.start_at for entry in self.waiting.values()), default=None)
