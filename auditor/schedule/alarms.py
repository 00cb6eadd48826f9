"""The home of APScheduler: a job for each site, whose times are those of its cron line.

A job is taken for running from the moment it is due until its audit is at its end. It wakes nobody by itself: the
program rings, often enough that no change of the clock on the wall goes unnoticed for long.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from apscheduler.events import EVENT_JOB_MAX_INSTANCES
from apscheduler.executors.base import BaseExecutor
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.triggers.combining import OrTrigger
from apscheduler.triggers.cron import CronTrigger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from zoneinfo import ZoneInfo

    from auditor.cron import Cron

    Heard = Callable[[str, datetime], None]
    """Takes a site and the time at which it is due."""

_WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")  # APScheduler's own numbers count from Monday
_LOOKS_BACK = tuple(timedelta(days=days) for days in (0.05, 1.05, 8, 32, 367, 8 * 366))
_MOMENT = timedelta(microseconds=1)


class Times:
    """The times of a cron line in a time zone."""

    def __init__(self, cron: Cron, zone: ZoneInfo) -> None:
        self.trigger = _trigger(cron, zone)

    def after(self, moment: datetime) -> Iterator[datetime]:
        """Those after a moment, as long as the calendar has any."""
        at: datetime | None = moment + _MOMENT
        found = self.trigger.get_next_fire_time(None, at)
        while found is not None:
            yield found
            found = self.trigger.get_next_fire_time(found, found)

    def last(self, now: datetime) -> datetime | None:
        """The last one up to now; None if there was none for years."""
        for back in _LOOKS_BACK:
            found: datetime | None = None
            for at in self.after(now - back):
                if at > now:
                    break
                found = at
            if found is not None:
                return found
        return None


def _trigger(cron: Cron, zone: ZoneInfo) -> Any:
    def at(days: tuple[int, ...] = (), weekdays: tuple[int, ...] = ()) -> CronTrigger:
        return CronTrigger(
            minute=_listed(cron.minutes),
            hour=_listed(cron.hours),
            day=_listed(days) or "*",
            month=_listed(cron.months),
            day_of_week=",".join(_WEEKDAYS[day] for day in weekdays) or "*",
            timezone=zone,
        )

    if cron.either_day:
        return OrTrigger([at(days=cron.days), at(weekdays=cron.weekdays)])
    return at(cron.days, cron.weekdays)


def _listed(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))


class _HandingOver(BaseExecutor):  # type: ignore[misc]  # APScheduler has no types
    """Tells that a job is due; it is at its end when `free` says so."""

    def _do_submit_job(self, job: Any, run_times: list[datetime]) -> None:
        job.func(*job.args, run_times[-1])

    def free(self, site: str) -> None:
        self._run_job_success(site, [])


class Alarms(BaseScheduler):  # type: ignore[misc]  # APScheduler has no types
    """The alarms of all sites.

    However many times of a site have passed, it is due once, for the last of them, and never while it is under way.
    """

    def __init__(self, due: Heard, overlapped: Heard) -> None:
        """`due`: a site is to be audited; `overlapped`: it would be, were its audit before not still under way."""
        self._due = due
        self._hands = _HandingOver()
        super().__init__(timezone=UTC, executors={"default": self._hands})
        self.add_listener(
            lambda event: overlapped(event.job_id, event.scheduled_run_times[-1]), EVENT_JOB_MAX_INSTANCES
        )

    def arm(self, site: str, times: Times, at: datetime) -> None:
        """Set the alarm of a site, the first one for a moment that may have passed."""
        self.add_job(
            self._hear,
            times.trigger,
            args=(site,),
            id=site,
            next_run_time=at,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,  # however late it is, a night is caught up
            replace_existing=True,
        )

    def keep_only(self, sites: set[str]) -> None:
        """Drop the alarms of all other sites."""
        for job in self.get_jobs():
            if job.id not in sites:
                self.remove_job(job.id)

    def ring(self) -> None:
        """Tell of all that is due by now."""
        self._process_jobs()

    def free(self, site: str) -> None:
        """The audit of a site is at its end, or will not be made."""
        self._hands.free(site)

    def next_times(self) -> dict[str, datetime]:
        """When each site is due next."""
        return {job.id: job.next_run_time for job in self.get_jobs() if job.next_run_time}

    def wakeup(self) -> None:
        """Nothing sleeps here."""

    def shutdown(self, wait: bool = True) -> None:  # noqa: FBT001, FBT002  (as APScheduler has it)
        """Let go of it."""
        super().shutdown(wait)

    def _hear(self, site: str, *due: datetime) -> None:
        self._due(site, due[-1].astimezone(UTC))
