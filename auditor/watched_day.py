"""A day that notes until when all that was asked of it holds.

What is worked out for one day is mostly the same for the next: it depends on the day only through comparisons, each
of which turns at a day that is known. Whatever is asked and is no comparison (its letters, its weekday, its distance
from another day) is taken to differ tomorrow. Only `datetime.combine` looks past all this: it is not for such days.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any, Self

_DAY = timedelta(days=1)
_SAME_ALL_MONTH = frozenset({"year", "month"})
_TELLING = frozenset(
    {"day", "isoformat", "strftime", "timetuple", "ctime", "toordinal", "weekday", "isoweekday", "isocalendar"}
)


def age_in_days(day: date, as_of: date) -> int:
    """How old something is. Ages are counted anew by whoever takes over what was worked out for another day."""
    return date.toordinal(as_of) - day.toordinal()


class Watch:
    """The last day on which everything that was asked of a day is answered alike."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.until = date.max

    def day(self) -> WatchedDay:
        """The day, as it is to be asked."""
        return WatchedDay.of(self, self.today, timedelta())

    def turns(self, day: date) -> None:
        """Note that something is otherwise from a day on, or the day after; what turned before never turns again."""
        if day >= self.today:
            self.until = min(self.until, max(self.today, day - _DAY))


class WatchedDay(date):
    """A day, or one so many days from it, that tells its `Watch` what it is asked."""

    _watch: Watch
    _shift: timedelta

    @classmethod
    def of(cls, watch: Watch, day: date, shift: timedelta) -> Self:
        """The day that is `shift` after the one watched."""
        made = cls(day.year, day.month, day.day)
        made._watch, made._shift = watch, shift
        return made

    def _plain(self) -> date:
        return date.fromordinal(date.toordinal(self))

    def _pin(self) -> date:
        """The plain day, of which anything may be asked."""
        self._watch.turns(self._watch.today)
        return self._plain()

    def _compare(self, other: object) -> date:
        """The plain day, to be compared with another."""
        if isinstance(other, WatchedDay) or not isinstance(other, date):
            return self._plain()
        try:
            self._watch.turns(other - self._shift)
        except OverflowError:
            return self._pin()
        return self._plain()

    def __getattribute__(self, name: str) -> Any:
        if name in _TELLING:
            self._pin()
        elif name in _SAME_ALL_MONTH:
            plain = self._plain()
            last = plain.replace(day=calendar.monthrange(plain.year, plain.month)[1])
            self._watch.turns(last - self._shift + _DAY)
        return super().__getattribute__(name)

    def __eq__(self, other: object) -> bool:
        return self._compare(other) == other

    def __ne__(self, other: object) -> bool:
        return self._compare(other) != other

    def __lt__(self, other: date) -> bool:
        return self._compare(other) < other

    def __le__(self, other: date) -> bool:
        return self._compare(other) <= other

    def __gt__(self, other: date) -> bool:
        return self._compare(other) > other

    def __ge__(self, other: date) -> bool:
        return self._compare(other) >= other

    def replace(self, *parts: Any, **named: Any) -> date:  # type: ignore[override]
        """A plain day that is like this one but for some parts."""
        return self._pin().replace(*parts, **named)

    def __reduce__(self) -> tuple[Any, ...]:
        plain = self._pin()
        return date, (plain.year, plain.month, plain.day)

    def __hash__(self) -> int:
        return hash(self._pin())

    def __repr__(self) -> str:
        return repr(self._pin())

    def __add__(self, other: timedelta) -> Self:
        return self.of(self._watch, self._plain() + other, self._shift + other)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        return self + -other if isinstance(other, timedelta) else self._pin() - other

    def __rsub__(self, other: date) -> timedelta:
        return other - self._pin()
