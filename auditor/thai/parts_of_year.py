"""Quarters, half-years and rounds: parts that mean something only with the fiscal year that stands near them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from auditor.thai.date_text import Reading
from auditor.thai.date_types import DateRole, Precision
from auditor.thai.years import fiscal_months, read_year

NEAR = 64  # letters between a part and its fiscal year
BESIDE = 8  # … and a year that is not called fiscal: ไตรมาส 2 พ.ศ. 2567
_ORDINALS = {"แรก": 1, "หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "สุดท้าย": 4, "หลัง": 2}
_OWN_YEAR = r"(?:\s?[/\-_]\s?(?P<year>\d{4}|[4-7]\d)(?!\d))?"
_QUARTER = re.compile(
    r"(?:ไตรมาส\s?(?:ที่)?\s?(?P<n>[1-4]|แรก|หนึ่ง|สอง|สาม|สี่|สุดท้าย)|(?:(?<![a-z])q|tri|quarter\s?)(?P<q>[1-4]))"
    rf"(?!\d)(?:\s?(?:-|ถึง|และ)\s?(?P<to>[2-4])(?![\d/]))?{_OWN_YEAR}"
)
_HALF = re.compile(
    r"(?:รอบ|ราย|ระยะ)?\s?(?:ที่\s?)?6\s?เดือน(?:\s?(?P<n>แรก|หลัง|(?:ครั้ง)?ที่\s?[12]))?|ครึ่งปี\s?(?:งบประมาณ)?\s?(?P<h>แรก|หลัง)"
    r"|รอบ(?:การประเมิน)?\s?ที่\s?(?P<r>[12])(?![\d/])"
)
_PRECISIONS = {"3": Precision.QUARTER, "9": Precision.HALF, "12": Precision.FISCAL_YEAR}
_MONTHS = re.compile(r"(?:รอบ|ราย)\s?(?:ที่\s?)?(?P<n>3|9|12)\s?เดือน")


@dataclass(frozen=True, slots=True)
class Part:
    """Months `first` to `last` of a fiscal year, October being 1, and where the text says so."""

    start: int
    end: int
    first: int
    last: int
    precision: Precision
    year: int | None = None  # B.E., where it stands in the same word: ไตรมาส 1/2567


@dataclass(frozen=True, slots=True)
class NamedYear:
    """A fiscal year (B.E.) that the text names; one named only as a year must stand right beside."""

    start: int
    end: int
    year: int
    near: int = NEAR


def parts_in(text: str) -> tuple[Part, ...]:
    """All parts of years in a text made ready by `date_text`."""
    quarters = (_quarter(match) for match in _QUARTER.finditer(text))
    halves = (_half(match) for match in _HALF.finditer(text))
    months = (Part(*match.span(), 1, int(match["n"]), _PRECISIONS[match["n"]]) for match in _MONTHS.finditer(text))
    return tuple(sorted((*quarters, *halves, *months), key=lambda part: part.start))


def _quarter(match: re.Match[str]) -> Part:
    which = match["n"] or match["q"]
    number = int(which) if which.isdigit() else _ORDINALS[which]
    through = max(number, int(match["to"] or 0))
    year = read_year(match["year"]) if match["year"] else None
    precision = Precision.QUARTER if through == number else Precision.HALF
    return Part(*match.span(), 3 * number - 2, 3 * through, precision, year.buddhist if year else None)


def _half(match: re.Match[str]) -> Part:
    which = match["n"] or match["h"] or match["r"] or "1"
    number = int(which[-1]) if which[-1].isdigit() else _ORDINALS[which]
    return Part(*match.span(), 6 * number - 5, 6 * number, Precision.HALF)


def joined(text: str, part: Part, years: tuple[NamedYear, ...]) -> tuple[Reading, NamedYear | None] | None:
    """A part with its year: its own, else the nearest one behind it in the same line, else the nearest before."""
    if part.year is not None:
        return _reading(part, part.year, part.start, part.end), None
    at = bisect_left(years, part.end, key=lambda named: named.start)
    behind = next((y for y in years[at : at + 1] if _close(text, part.end, y.start, y.near)), None)
    named = behind or next((y for y in years[max(0, at - 1) : at] if _close(text, y.end, part.start, y.near)), None)
    if named is None:
        return None
    return _reading(part, named.year, min(part.start, named.start), max(part.end, named.end)), named


def _close(text: str, end: int, start: int, near: int) -> bool:
    return 0 <= start - end <= near and "\n" not in text[end:start]


def _reading(part: Part, year: int, start: int, end: int) -> Reading:
    first, last = fiscal_months(year, part.first, part.last)
    return Reading(
        first=first,
        last=last,
        precision=part.precision,
        role=DateRole.PERIOD,
        fiscal_year=year,
        start=start,
        end=end,
    )
