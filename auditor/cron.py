"""Cron times as cron itself reads them: minute, hour, day, month, weekday.

Weekdays count from Sunday: 0 and 7 are both Sunday. Where neither the day nor the weekday begins with `*`, either of
them is enough, as crontab(5) has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 500  # letters; a list of all minutes has 169
_LONGEST_NUMBER = 4  # digits
_ITEM = re.compile(r"(?P<all>\*)(?:/(?P<every>\d{1,4}))?|(?P<first>\w+)(?:-(?P<last>\w+)(?:/(?P<step>\d{1,4}))?)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SUNDAY = 7  # the other name of 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    name: str
    least: int
    most: int
    words: tuple[str, ...] = ()  # names of values, from `least` on


_FIELDS = (
    _Field(name="minute", least=0, most=59),
    _Field(name="hour", least=0, most=23),
    _Field(name="day", least=1, most=31),
    _Field(name="month", least=1, most=12, words=_MONTHS),
    _Field(name="weekday", least=0, most=_SUNDAY, words=_WEEKDAYS),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cron:
    """Times of a calendar, every value spelt out; weekdays from 0, Sunday, to 6."""

    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    days: tuple[int, ...]
    months: tuple[int, ...]
    weekdays: tuple[int, ...]
    either_day: bool = False  # a day that fits or a weekday that fits; otherwise both must


def parse_cron(text: str) -> Cron:
    """The times that a line of cron means.

    Raises:
        ValueError: what is wrong with it, and how it is written.
    """
    words = text.lower().split()
    if len(words) != len(_FIELDS) or len(text) > _LONGEST:
        raise ValueError(f'"{text[:_LONGEST]}" is no cron time: minute hour day month weekday, such as "0 2 * * *"')
    minutes, hours, days, months, weekdays = map(_values, _FIELDS, words)
    any_day, any_weekday = (words[place].startswith("*") for place in (2, 4))
    if any_weekday and not any(_LONGEST_MONTHS[month - 1] >= days[0] for month in months):
        raise ValueError(f'"{text}" never comes: no such month has a day {days[0]}')
    return Cron(
        minutes=minutes,
        hours=hours,
        days=days,
        months=months,
        weekdays=tuple(sorted({day % _SUNDAY for day in weekdays})),
        either_day=not (any_day or any_weekday),
    )


def _values(field: _Field, word: str) -> tuple[int, ...]:
    return tuple(sorted({value for item in word.split(",") for value in _span(field, item)}))


def _span(field: _Field, item: str) -> Iterator[int]:
    found = _ITEM.fullmatch(item)
    if found is None:
        raise _wrong(field, item)
    if found["all"]:
        first, last = field.least, field.most - (field.most == _SUNDAY)
    else:
        first = _value(field, found["first"], item)
        last = _value(field, found["last"], item, at_end=True) if found["last"] else first
    step = int(found["every"] or found["step"] or 1)
    if first > last or not step:
        raise _wrong(field, item)
    yield from range(first, last + 1, step)


def _value(field: _Field, word: str, item: str, *, at_end: bool = False) -> int:
    if word in field.words:
        value = field.words.index(word) + field.least
        return _SUNDAY if at_end and field.words is _WEEKDAYS and not value else value
    value = int(word) if word.isascii() and word.isdecimal() and len(word) <= _LONGEST_NUMBER else -1
    if not field.least <= value <= field.most:
        raise _wrong(field, item)
    return value


def _wrong(field: _Field, item: str) -> ValueError:
    names = f", or {field.words[0]} to {field.words[-1]}" if field.words else ""
    return ValueError(
        f'"{item}" is no {field.name} of a cron time: {field.least} to {field.most}{names}; '
        "*, */2, 1-5, 1-9/2 and 1,3 are understood"
    )
