"""Spans of hours in which audits may start, such as `22:00-05:00`: from the first minute to before the last."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

_SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Hours of every day; those that close before they open go over midnight."""

    opens: time
    closes: time

    @property
    def length(self) -> timedelta:
        """How long it is open."""
        return (_since_midnight(self.closes) - _since_midnight(self.opens)) % _DAY

    def is_open(self, local: datetime) -> bool:
        """Is it open by the clock on the wall?"""
        return (_since_midnight(local.time()) - _since_midnight(self.opens)) % _DAY < self.length

    def opening(self, local: datetime) -> datetime:
        """The next time that it opens, in the time zone of the moment that is given."""
        today = datetime.combine(local.date(), self.opens, local.tzinfo)
        if today.timestamp() > local.timestamp():
            return today
        return datetime.combine(local.date() + _DAY, self.opens, local.tzinfo)


def parse_window(text: str) -> Window:
    """The hours that a text such as `22:00-05:00` names.

    Raises:
        ValueError: it names none.
    """
    found = _SPAN.fullmatch(text)
    if found is None:
        raise ValueError(f'"{text}" is no span of hours: write "22:00-05:00"')
    opens, closes = (time(int(found[place]), int(found[place + 1])) for place in (1, 3))
    if opens == closes:
        raise ValueError(f'"{text}" opens when it closes: leave it out for the whole day')
    return Window(opens=opens, closes=closes)


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second, microseconds=at.microsecond)
