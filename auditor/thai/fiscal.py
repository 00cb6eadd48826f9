"""The Thai fiscal year: which days it holds, which of them a text states, and days as Thai people write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.thai.dates import DateSpan, Precision, find_dates
from auditor.thai.months import FULL_NAMES, SHORT_NAMES
from auditor.thai.years import BUDDHIST, fiscal_bounds, fiscal_year_of

if TYPE_CHECKING:
    from datetime import date

__all__ = ["covers_fiscal_year", "fiscal_bounds", "fiscal_year_of", "fiscal_years_in", "thai_date", "without_years"]

_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_YEAR_IN_NAME = re.compile(
    r"(?:ประจำ)?\s?(?:ปี)?\s?(?:งบประมาณ)?\s?(?:พ\.?\s?ศ\.?|พุทธศักราช)?\s?[0-9๐-๙]{2,4}(?:\s?[-–/]\s?[0-9๐-๙]{2,4})?"
)
_STATED = frozenset({Precision.FISCAL_YEAR, Precision.YEAR, Precision.QUARTER, Precision.HALF})


def thai_date(day: date, *, short: bool = False, thai_digits: bool = False) -> str:
    """A day as Thai offices write it: «25 ธันวาคม 2566», short «25 ธ.ค. 66»."""
    year = day.year + BUDDHIST
    if short:
        written = f"{day.day} {SHORT_NAMES[day.month - 1]} {year % 100:02}"
    else:
        written = f"{day.day} {FULL_NAMES[day.month - 1]} {year}"
    return written.translate(_TO_THAI) if thai_digits else written


def years_of(span: DateSpan) -> tuple[int, ...]:
    """The fiscal years (B.E.) that a span speaks of.

    A calendar year counts as the fiscal year of the same number, as agencies use the two words alike (ปี 2567);
    a day, month or quarter belongs to the fiscal year it lies in.
    """
    ends = [end for end in (span.first, span.last) if end is not None]
    if not ends:
        return ()
    if span.precision is Precision.YEAR:
        return tuple(range(ends[0].year + BUDDHIST, ends[-1].year + BUDDHIST + 1))
    return tuple(range(fiscal_year_of(ends[0]), fiscal_year_of(ends[-1]) + 1))


def covers_fiscal_year(span: DateSpan, year: int) -> bool:
    """Whether a span speaks of the fiscal year (B.E.): names it, holds it, or lies in it at least partly."""
    return year in years_of(span)


def fiscal_years_in(text: str) -> tuple[int, ...]:
    """Every fiscal year (B.E.) that a label or title states, in order of place, each once.

    ปีงบประมาณ 2567, ประจำปี 2567, ITA 2567, ไตรมาส 1/2567; ปี 2566-2570 states all five. Days and months state none.
    """
    stated = (span for span in find_dates(text) if span.precision in _STATED)
    return tuple(dict.fromkeys(year for span in stated for year in years_of(span)))


def without_years(name: str) -> str:
    """A name without the years in it and the words for year before them."""
    return " ".join(_YEAR_IN_NAME.sub(" ", name).split())
