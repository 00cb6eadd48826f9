"""Single days and ranges of days: with the month as a word, in figures, as programs write them."""

from __future__ import annotations

import re
from datetime import date

from auditor.thai.date_text import BETWEEN, TO, Form, Reading, year
from auditor.thai.date_types import DateRole, Precision
from auditor.thai.months import MONTH, MONTH_ALONE, month_number
from auditor.thai.years import Year, day_of, read_year

_S = BETWEEN
_DAY = r"(?:[012]?\d|3\d)(?!\d)"  # 31 เมษายน must be seen to be refused; ต.ค.66-ก.ย.67 holds no day
_ORDINAL = r"(?:st|nd|rd|th)?(?:\s?of(?=\s))?"
_MONTH_AT = rf"{_S}(?:เดือน\s?)?"
_MONTHS = 12
_EMPTY_DATE = date(1970, 1, 1)  # what a program prints for "no date"


def year_of(match: re.Match[str], name: str) -> Year | None:
    """The year in the group that `date_text.year(name)` made; None if it is absent or impossible."""
    groups = match.groupdict()
    digits, era = groups.get(name), groups.get(name + "e") or ""
    if digits is None:
        return None
    digits = digits.strip("'")
    if digits.isdigit():
        return read_year(digits, era)
    # 253\62: the key beside Enter was hit and the wrong digit left standing.
    slip = read_year("25" + digits[-2:], era)
    return slip and Year(slip.christian, certain=False, buddhist_written=True)


def _single(day: date | None, *, certain: bool, start: int | None = None) -> Reading | None:
    if day is None or day == _EMPTY_DATE:
        return None
    return Reading(first=day, last=day, precision=Precision.DAY, certain=certain, start=start)


def _worded(match: re.Match[str]) -> Reading | None:
    """A day, or two days with a joiner between; the left one borrows what it lacks from the right one."""
    groups = match.groupdict()
    month, right = month_number(groups["m2"]), year_of(match, "y2")
    if month is None or right is None:
        return None
    last = day_of(right, month[0], int(groups["d2"]))
    certain = right.certain and month[1]
    if groups.get("d1") is None or last is None:
        return _single(last, certain=certain, start=min(match.start("d2"), match.start("m2")))
    left_month = month_number(groups["m1"]) if groups.get("m1") else month
    left = year_of(match, "y1") or right
    if left_month is None:
        return _single(last, certain=certain, start=match.start("d2"))
    if groups.get("y1") is None and left_month[0] > month[0]:
        left = Year(right.christian - 1, right.certain, right.buddhist_written)
    first = day_of(left, left_month[0], int(groups["d1"]))
    if first is None or first > last:
        return _single(last, certain=certain, start=match.start("d2"))
    return Reading(first=first, last=last, precision=Precision.DAY, certain=certain and left.certain)


def _until(match: re.Match[str]) -> Reading | None:
    """From now on until a day."""
    reading = _worded(match) if "m2" in match.groupdict() else _figures(match)
    if reading is None:
        return None
    return Reading(
        first=None, last=reading.last, precision=Precision.DAY, certain=reading.certain, role=DateRole.EXPIRES
    )


def _figures(match: re.Match[str]) -> Reading | None:
    """Day first, as Thai usage has it; month first only where nothing else is possible and the year is Christian."""
    first, second, right = int(match["a2"]), int(match["b2"]), year_of(match, "y2")
    if right is None:
        return None
    certain, day = right.certain, day_of(right, second, first)
    two_digits = len(match["y2"].strip("'")) == len("67")
    if day is None and not (right.buddhist_written and right.certain):
        day, certain = day_of(right, first, second), False
    elif not right.buddhist_written and first <= _MONTHS and first != second:
        certain = False
    if day is None or (two_digits and match["s2"] == "." and not right.buddhist_written):
        return None
    if match.groupdict().get("a1") is None:
        return _single(day, certain=certain)
    left = year_of(match, "y1") or right
    start = day_of(left, int(match["b1"] or second), int(match["a1"]))
    if start is None or start > day:
        return _single(day, certain=certain, start=match.start("a2"))
    return Reading(first=start, last=day, precision=Precision.DAY, certain=certain and left.certain)


def _machine(match: re.Match[str]) -> Reading | None:
    """Year first."""
    which = read_year(match["y"])
    if which is None:
        return None
    day = day_of(which, int(match["m"]), int(match["d"]))
    return _single(day, certain=which.certain and match["s"] != "")


_WORDED_END = rf"(?P<d2>{_DAY}){_ORDINAL}{_MONTH_AT}(?P<m2>{MONTH}){_S}{year('y2')}"
_WORDED_START = rf"(?<![a-z\d.,/])(?P<d1>{_DAY}){_ORDINAL}(?:{_MONTH_AT}(?P<m1>{MONTH})(?:{_S}{year('y1')})?)?"
_FIGURES = r"(?P<a2>\d{1,2})(?P<s2>[/.\-])(?P<b2>\d{1,2})(?P=s2)"
_FIGURE_END = _FIGURES + r"(?P<y2>\d{4}|\d{2})(?![\d/]|[.\-]\d)"
_NOW = r"(?:ตั้งแต่\s?)?(?:บัดนี้|วันนี้|now)(?:เป็นต้นไป)?"

DAY_FORMS: tuple[Form, ...] = (
    Form("until-worded", re.compile(rf"{_NOW}{TO}{_WORDED_END}"), _until),
    Form("until-figures", re.compile(rf"{_NOW}{TO}{_FIGURE_END}"), _until),
    Form("worded-range", re.compile(rf"{_WORDED_START}{TO}{_WORDED_END}"), _worded),
    # 1, 3 และ 5 มกราคม 2567: from the first to the last.
    Form(
        "worded-list",
        re.compile(rf"(?<![a-z\d.,/])(?P<d1>{_DAY})(?:\s?(?:,|และ|&)\s?{_DAY}){{0,8}}\s?(?:,|และ|&)\s?{_WORDED_END}"),
        _worded,
    ),
    Form("worded", re.compile(rf"(?<![a-z\d,])(?<!\d[./]){_WORDED_END}"), _worded),
    # 22 / พ.ย. / 2565, as in the line of a form
    Form(
        "worded-apart",
        re.compile(rf"(?<![a-z\d,])(?<!\d[./])(?P<d2>{_DAY})\s?/\s?(?P<m2>{MONTH})\s?/\s?{year('y2')}"),
        _worded,
    ),
    # A trap: 40 สิงหาคม 2568 is no day, and no month either.
    Form("impossible", re.compile(rf"(?<![a-z\d.,/])\d{{2}}\s?(?:เดือน\s?)?{MONTH}{_S}{year('y2')}")),
    # December 11, 2014; January 10 - 12, 2567
    Form(
        "month-first",
        re.compile(
            rf"(?P<m2>{MONTH_ALONE})\s?(?:(?P<d1>{_DAY}){_ORDINAL}\s?-\s?)?(?P<d2>{_DAY}){_ORDINAL},?\s"
            rf"{year('y2', two=None)}"
        ),
        _worded,
    ),
    Form(
        "machine",
        re.compile(r"(?<!\d)(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)"),
        _machine,
    ),
)
NUMERIC_FORMS: tuple[Form, ...] = (
    Form(
        "figures-range",
        re.compile(
            r"(?<![\d/.\-])(?P<a1>\d{1,2})(?:[/.](?P<b1>\d{1,2})(?:[/.](?P<y1>\d{4}|\d{2}))?)?"
            rf"{TO}{_FIGURE_END}"
        ),
        _figures,
    ),
    Form("figures", re.compile(rf"(?:(?<![\d/.\-])|(?<=[ก-๎]\.)){_FIGURE_END}"), _figures),  # ลว.12/01/69, too
    # 22 / 11 / 2565: with four digits only, for counts stand beside each other so too.
    Form(
        "figures-apart",
        re.compile(
            r"(?<![\d/.\-])(?<![\d/\-]\s)(?P<a2>\d{1,2})\s?(?P<s2>[/\-])\s?(?P<b2>\d{1,2})\s?(?P=s2)\s?(?P<y2>\d{4})"
            r"(?![\d/]|[.\-]\d)"
        ),
        _figures,
    ),
    # วันที่ 9 เดือน 2 พ.ศ. 2568
    Form(
        "figures-named",
        re.compile(
            rf"(?:(?<=วันที่)|(?<=วันที่\s))(?P<a2>\d{{1,2}})\s?เดือน(?P<s2>\s?)(?P<b2>\d{{1,2}})\s?{year('y2', two=None)}"
        ),
        _figures,
    ),
    # 363-10-09-2561: a running number before a day, in addresses.
    Form("figures-in-address", re.compile(rf"(?<=[1-9]\d\d-){_FIGURES}(?P<y2>\d{{4}})(?![\d/\-])"), _figures),
    # 20231022160856, IMG_20240131: only as part of a name.
    Form(
        "stamp",
        re.compile(
            r"(?<![\d.,])(?P<y>20[0-4]\d|25[3-9]\d)(?P<s>)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])"
            r"(?:(?<=[_/\-=]\d{8})(?![\d,])|(?=(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?:\d{3})?(?!\d))\d{6,9}|(?=[_\-]|\.[a-z]))"
        ),
        _machine,
    ),
)
