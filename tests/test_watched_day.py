"""A watched day answers as any day, and knows until when."""

from __future__ import annotations

import copy
from datetime import date, timedelta
from operator import gt, le, lt, ne
from typing import TYPE_CHECKING, Any

import pytest

from auditor.thai.fiscal import fiscal_year_of
from auditor.watched_day import Watch, age_in_days

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2024, 6, 15)
SOON, PAST = date(2024, 6, 20), date(2024, 6, 1)
WEEK = timedelta(days=7)

QUESTIONS: tuple[tuple[str, Callable[[date], Any]], ...] = (
    ("later than a past day", lambda day: day > PAST),
    ("not before a past day", lambda day: le(PAST, day)),
    ("before a coming day", lambda day: day < SOON),
    ("a coming day has come", lambda day: le(SOON, day)),
    ("a coming day is over", lambda day: lt(SOON, day)),
    ("is a coming day", lambda day: day == SOON),
    ("is no coming day", lambda day: ne(SOON, day)),
    ("is today", lambda day: day == TODAY),
    ("is no day", lambda day: day == "2024-06-15" or day is None),
    ("today is over", lambda day: lt(TODAY, day)),
    ("a coming day is the next", lambda day: gt(SOON, day + timedelta(days=1))),
    ("a week ago", lambda day: date(2024, 6, 10) >= day - WEEK),
    ("a year ago", lambda day: date(2023, 7, 1) >= day - timedelta(days=365)),
    ("the end of all days", lambda day: date.max > day + WEEK),
    ("the beginning of all days", lambda day: date.min < day - WEEK),
    ("its fiscal year", fiscal_year_of),
    ("its month", lambda day: (day.year, day.month)),
    ("its day", lambda day: day.day),
    ("its letters", str),
    ("its form", lambda day: f"{day:%d/%m/%Y}"),
    ("its own letters", repr),
    ("its number", lambda day: day.toordinal()),
    ("its weekday", lambda day: (day.weekday(), day.isoweekday(), day.isocalendar())),
    ("its distance", lambda day: ((day - PAST).days, (SOON - day).days)),
    ("its place among others", lambda day: day in {TODAY: 1}),
    ("itself at another time", lambda day: day.replace(day=1)),
    ("its year's end", lambda day: day.replace(month=12, day=31)),
    ("a copy", copy.copy),
    ("sorted among others", lambda day: sorted([SOON, day, PAST]).index(SOON)),
    ("the larger", lambda day: max(day, PAST) == PAST),
)


@pytest.mark.parametrize("question", [pytest.param(ask, id=name) for name, ask in QUESTIONS])
def test_what_a_watched_day_answered_holds_until_it_says(question: Callable[[date], Any]) -> None:
    watch = Watch(TODAY)
    answer = question(watch.day())
    assert answer == question(TODAY)
    day = TODAY
    while day <= min(watch.until, date(2025, 12, 31)):
        assert question(day) == answer
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("question", "until"),
    [
        (lambda day: day > PAST, date.max),
        (lambda day: day < SOON, date(2024, 6, 19)),
        (lambda day: day == TODAY, TODAY),
        (lambda day: gt(SOON, day + WEEK), date.max),
        (lambda day: date(2024, 6, 25) > day + WEEK, date(2024, 6, 17)),
        (fiscal_year_of, date(2024, 6, 30)),
        (str, TODAY),
        (lambda day: day - PAST, TODAY),
        (lambda day: age_in_days(PAST, day), date.max),
    ],
)
def test_how_long_an_answer_holds(question: Callable[[date], Any], until: date) -> None:
    watch = Watch(TODAY)
    question(watch.day())
    assert watch.until == until
