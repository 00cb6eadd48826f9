"""Dates told from the day of reading: today, yesterday, three days ago. Without that day they mean nothing."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from auditor.thai.date_text import Form, Reading
from auditor.thai.date_types import Precision

if TYPE_CHECKING:
    from collections.abc import Callable

_NAMED = {
    "เมื่อวานซืน": -2,
    "วานซืน": -2,
    "เมื่อวานนี้": -1,
    "เมื่อวาน": -1,
    "yesterday": -1,
    "วันนี้": 0,
    "เมื่อสักครู่": 0,
    "เมื่อครู่": 0,
    "ตอนนี้": 0,
    "today": 0,
    "just now": 0,
    "พรุ่งนี้": 1,
    "tomorrow": 1,
    "มะรืน": 2,
}
_UNITS = {
    "วัน": 1,
    "day": 1,
    "สัปดาห์": 7,
    "อาทิตย์": 7,
    "week": 7,
    "เดือน": 30,
    "month": 30,
    "ปี": 365,
    "year": 365,
    "ชั่วโมง": 0,
    "ชม.": 0,
    "hour": 0,
    "นาที": 0,
    "minute": 0,
    "วินาที": 0,
    "second": 0,
}
_AGO = re.compile(
    rf"(?<!\d)(?P<n>\d{{1,3}})\s?(?P<unit>{'|'.join(map(re.escape, _UNITS))})s?\s?(?:ที่แล้ว|ที่ผ่านมา|ก่อน(?![ก-๎])|ago\b)"
)
_DAY_WORD = re.compile("|".join(_NAMED))


def relative_forms(reference: date) -> tuple[Form, ...]:
    """Forms that read relative dates as of a day; never certain."""
    return (
        Form("ago", _AGO, lambda match: _reading(_ago(match, reference))),
        Form("day-word", _DAY_WORD, lambda match: _reading(reference + timedelta(days=_NAMED[match[0]]))),
    )


def _ago(match: re.Match[str], reference: date) -> date | None:
    count, unit = int(match["n"]), match["unit"]
    if unit in {"เดือน", "month"}:
        return _months_back(reference, count)
    if unit in {"ปี", "year"}:
        return _months_back(reference, 12 * count)
    return _safely(lambda: reference - timedelta(days=count * _UNITS[unit]))


def _months_back(day: date, count: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    return _safely(lambda: date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])))


def _safely(make: Callable[[], date]) -> date | None:
    try:
        return make()
    except (ValueError, OverflowError):
        return None


def _reading(day: date | None) -> Reading | None:
    if day is None:
        return None
    return Reading(first=day, last=day, precision=Precision.DAY, certain=False)
