"""Dates as Thai official pages write them, and the many numbers that only look like dates.

Reads every form met on agency sites, each with its place in the text as given and the role that a label beside it
tells. Knows nothing of HTML; a date in the markup or the address is found by `extract`, which calls this.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from auditor.thai.date_labels import label_before
from auditor.thai.date_text import Form, Reading, date_text
from auditor.thai.date_times import with_time
from auditor.thai.date_traps import NAME_TRAPS, NUMBER_TRAPS, YEAR_TRAPS
from auditor.thai.date_types import DateRole, DateSpan, Precision
from auditor.thai.day_forms import DAY_FORMS, NUMERIC_FORMS
from auditor.thai.parts_of_year import BESIDE, NamedYear, joined, parts_in
from auditor.thai.period_forms import FISCAL_FORMS, ITEM_FORMS, MONTH_FORMS, YEAR_FORMS
from auditor.thai.relative_dates import relative_forms
from auditor.thai.years import BUDDHIST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.thai.rewriting import Traced

__all__ = ["DateRole", "DateSpan", "Precision", "find_dates"]

# The order decides: what is read first claims its letters.
_FORMS = (
    *NAME_TRAPS,
    *DAY_FORMS,
    *ITEM_FORMS,
    *NUMBER_TRAPS,
    *NUMERIC_FORMS,
    *MONTH_FORMS,
    *FISCAL_FORMS,
    *YEAR_TRAPS,
    *YEAR_FORMS,
)
# Roles that a label may give to something less exact than a day: a month is no deadline and no day of an event, and
# «ฉบับปรับปรุง 2567» (revised edition) no day of change.
_ROLES = {
    Precision.MONTH: frozenset(set(DateRole) - {DateRole.EXPIRES, DateRole.EVENT}),
    Precision.YEAR: frozenset({DateRole.AS_OF}),
}
_OPENING = re.compile(r"^(?:เปิด)?รับ(?:สมัคร|ลงทะเบียน)(?:สอบ|คัดเลือก|งาน|ได้)*$")  # says neither from nor until
_SINCE = re.compile(r"ตั้งแต่\s*(?:วันที่)?$|since$", re.IGNORECASE)


def find_dates(text: str, *, reference: date | None = None) -> tuple[DateSpan, ...]:
    """Every date, range, month, year or fiscal year in a text, in order of place.

    Args:
        text: anything; offsets of the spans are those of this very string.
        reference: the day on which the text was read; without it «2 วันที่แล้ว» (2 days ago) is no date.

    An impossible date (31 เมษายน) gives nothing. Times are Bangkok times, days Gregorian.
    """
    if reference is None and not any(letter.isdecimal() for letter in text):
        return ()
    traced = date_text(text)
    sheet = _Sheet(traced.text)
    sheet.take_parts_with_year()
    sheet.take(_FORMS)
    sheet.take_other_parts()
    if reference is not None:
        sheet.take(relative_forms(reference))
    spans = (_span(text, traced, found) for found in sheet.found)
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    reading: Reading


@dataclass(slots=True)
class _Sheet:
    """A text on which forms claim letters one after the other."""

    text: str
    found: list[_Found] = field(default_factory=list)
    taken: bytearray = field(init=False)

    def __post_init__(self) -> None:
        self.taken = bytearray(len(self.text))

    def take(self, forms: Iterable[Form]) -> None:
        """Read every form in its order; what one has read is closed to the next."""
        for form in forms:
            at = 0
            while match := form.pattern.search(self.text, at):
                start, end = match.span()
                overlap = self.taken.rfind(1, start, end)
                if overlap < 0:
                    self._claim(start, end, form.read(match) if form.read else None)
                # Where letters were taken before, the form may still fit behind them.
                at = end if overlap < 0 else overlap + 1

    def take_parts_with_year(self) -> None:
        """ไตรมาส 1/2567 would else be taken for number 1 of the year 2567."""
        for part in parts_in(self.text):
            if part.year is not None and (read := joined(self.text, part, ())):
                self._claim(part.start, part.end, read[0])

    def take_other_parts(self) -> None:
        """Quarters and halves take the fiscal year beside them into one reading."""
        named = {
            year: found
            for found in sorted(self.found, key=lambda found: found.start)
            if (year := _named_year(found)) is not None
        }
        years, used = tuple(named), set[NamedYear]()
        for part in parts_in(self.text):
            if self.taken.find(1, part.start, part.end) >= 0 or not (read := joined(self.text, part, years)):
                continue
            reading, year = read
            self._claim(part.start, part.end, reading)
            if year is not None:
                used.add(year)
        gone = {id(named[year]) for year in used}
        self.found = [found for found in self.found if id(found) not in gone]

    def _claim(self, start: int, end: int, reading: Reading | None) -> None:
        """Mark the letters as used, also for a trap or an impossible date, so that no part of it is read again."""
        if reading is not None:
            end = reading.end or end
            reading, end = with_time(reading, self.text, end)
            self.found.append(_Found(start if reading.start is None else reading.start, end, reading))
        self.taken[start:end] = b"\x01" * (end - start)


def _named_year(found: _Found) -> NamedYear | None:
    reading = found.reading
    if reading.role is DateRole.FISCAL_YEAR and reading.fiscal_year is not None:
        return NamedYear(found.start, found.end, reading.fiscal_year)
    if (
        reading.precision is Precision.YEAR
        and reading.first is not None
        and reading.first.year == _year(reading.last)
    ):
        return NamedYear(found.start, found.end, reading.first.year + BUDDHIST, BESIDE)
    return None


def _year(day: date | None) -> int | None:
    return day.year if day else None


def _span(text: str, traced: Traced, found: _Found) -> DateSpan:
    reading = found.reading
    start, end = traced.span(found.start, found.end)
    span = DateSpan(
        start=start,
        end=end,
        raw=text[start:end],
        first=reading.first,
        last=reading.last,
        precision=reading.precision,
        role=reading.role,
        time=reading.time,
        fiscal_year=reading.fiscal_year,
        certain=reading.certain,
    )
    label = label_before(traced.text, found.start)
    if label is None or label.end <= label.start:
        return replace(span, role=DateRole.PERIOD) if _whole_months(span) else span
    words = text[slice(*traced.span(label.start, label.end))].strip(" \n:")
    return _labelled(span, label.role, words)


def _labelled(span: DateSpan, role: DateRole, words: str) -> DateSpan:
    if span.precision is Precision.DAY:
        if role is DateRole.EXPIRES and span.first == span.last and _OPENING.search(words):
            return span
        own = span.role if span.role is not DateRole.UNKNOWN else role
        if not _SINCE.search(words):
            return replace(span, role=own, label=words)
        if span.first == span.last:  # nothing says until when
            return replace(span, role=own, label=words, last=None)
        return replace(span, role=DateRole.PERIOD if own is DateRole.AS_OF else own, label=words)
    if role in _ROLES.get(span.precision, ()):
        return replace(span, role=role, label=words)
    return span


def _whole_months(span: DateSpan) -> bool:
    """A range from the first day of a month to the last of one is what something covers, not when it took place."""
    if span.role is not DateRole.UNKNOWN or span.first is None or span.last is None:
        return False
    return span.first < span.last and span.first.day == 1 and (span.last + timedelta(days=1)).day == 1
