"""Years: Buddhist and Christian era, two digits, fiscal years. Knows numbers only, no words of a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

BUDDHIST = 543  # B.E. = C.E. + 543
_BUDDHIST_YEARS = range(2400, 2600)
_CHRISTIAN_YEARS = range(1900, 2100)
_SURE_SHORT = range(40, 76)  # ๔๐–๗๕ after a Thai month: 2540–2575
_LATE_SHORT = range(31, 40)
_NEW_YEAR_MOVED = 2483  # until 2482 the Thai year began on 1 April
_FIRST_OF_OLD_YEAR = 4
_FISCAL_START = 10


@dataclass(frozen=True, slots=True)
class Year:
    """A year in the Christian era; not certain where the era had to be guessed."""

    christian: int
    certain: bool = True
    buddhist_written: bool = False

    @property
    def buddhist(self) -> int:
        """The same year in the Buddhist era."""
        return self.christian + BUDDHIST


def read_year(digits: str, era: str = "") -> Year | None:
    """The year that four or two digits mean; None for an impossible one, which is never bent into shape.

    Args:
        digits: ASCII digits as written.
        era: what stands before them: พ.ศ., ค.ศ., BE, AD or nothing.
    """
    number = int(digits)
    if len(digits) == len("67"):
        return _short_year(number, era)
    if number in _BUDDHIST_YEARS and not _is_christian(era):
        return Year(number - BUDDHIST, buddhist_written=True)
    if number in _CHRISTIAN_YEARS and not era.startswith("พ"):
        return Year(number)
    # A Christian year under a Buddhist name is a slip of a page's program.
    return Year(number, certain=False) if number in _CHRISTIAN_YEARS else None


def _short_year(number: int, era: str) -> Year | None:
    if _is_christian(era):
        return Year(2000 + number)
    if number in _SURE_SHORT:
        return Year(2500 + number - BUDDHIST, buddhist_written=True)
    if number in _LATE_SHORT or era.startswith("พ"):
        return Year(2500 + number - BUDDHIST, certain=False, buddhist_written=True)
    return Year(2000 + number, certain=False) if number < _LATE_SHORT.start else None


def _is_christian(era: str) -> bool:
    return era.startswith(("ค", "a", "c"))


def day_of(year: Year, month: int, day: int) -> date | None:
    """The Gregorian day, or None if there is no such day."""
    christian = year.christian
    if year.buddhist_written and year.buddhist < _NEW_YEAR_MOVED and month < _FIRST_OF_OLD_YEAR:
        christian += 1
    try:
        return date(christian, month, day)
    except ValueError:
        return None


def month_bounds(year: Year, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    first = day_of(year, month, 1)
    if first is None:
        raise ValueError(f"no such month: {month}")
    following = date(first.year + month // 12, month % 12 + 1, 1)
    return first, date.fromordinal(following.toordinal() - 1)


def year_bounds(year: Year) -> tuple[date, date]:
    """1 January and 31 December."""
    return date(year.christian, 1, 1), date(year.christian, 12, 31)


def fiscal_year_of(day: date) -> int:
    """The Thai fiscal year (B.E.) that a day belongs to: year N runs from 1 October N−1 to 30 September N.

    Source: พ.ร.บ.วิธีการงบประมาณ พ.ศ. 2561 มาตรา 4.
    """
    return day.year + BUDDHIST + (day.month >= _FISCAL_START)


def fiscal_bounds(year: int) -> tuple[date, date]:
    """First and last day of a fiscal year (B.E.)."""
    return fiscal_months(year, 1, 12)


def fiscal_months(year: int, first: int, last: int) -> tuple[date, date]:
    """First and last day of the given months, 1–12, of a fiscal year (B.E.); October is 1."""
    start, end = _fiscal_month(year, first), _fiscal_month(year, last + 1)
    return start, date.fromordinal(end.toordinal() - 1)


def _fiscal_month(year: int, number: int) -> date:
    months = number + _FISCAL_START - 2
    return date(year - BUDDHIST - 1 + months // 12, months % 12 + 1, 1)
