"""The time of day that stands behind a date, and what it does to the day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from auditor.thai.date_text import Reading

BANGKOK = timezone(timedelta(hours=7))  # no summer time since 1920

_NOON = 12
_ZONE = r"(?:\s?(?P<zone>z(?![a-z])|[+-]\d{2}:?\d{2}))?"
_HALF = r"\s?(?P<half>[ap])\.?m\b\.?"
_TIMES = (
    re.compile(
        rf"(?:t|,?\s?[|@\-]?\s?(?:เวลา(?:ประมาณ)?|at)?\s?)(?P<h>\d{{1,2}}):(?P<m>\d{{2}})(?::(?P<s>\d{{2}})(?:\.\d{{1,9}})?)?"
        rf"(?!\d)(?:{_HALF})?(?:\s?น(?:\.|(?![ก-๎])))?{_ZONE}"
    ),
    # 16.00 น.: the dot also divides decimals, so a word must say that it is a time.
    re.compile(r",?\s?เวลา(?:ประมาณ)?\s?(?P<h>\d{1,2})\.(?P<m>\d{2})(?!\d)(?:\s?น(?:\.|(?![ก-๎])))?"),
    re.compile(r",?\s?[|\-]?\s?(?P<h>\d{1,2})\.(?P<m>\d{2})\s?น(?:\.|(?![ก-๎]))"),
    re.compile(
        rf"\s?(?:เวลา\s?)?(?P<h>\d{{1,2}})\s?นาฬิกา(?:\s?(?P<m>\d{{1,2}})\s?นาที)?(?:\s?(?P<s>\d{{1,2}})\s?วินาที)?{_ZONE}"
    ),
    re.compile(r"-(?P<h>\d{2})-(?P<m>\d{2})-(?P<s>\d{2})(?!\d)"),  # in addresses made from the time of creation
    re.compile(r"(?P<h>\d{2})(?P<m>\d{2})(?P<s>\d{2})(?=\D|$)"),
)


def with_time(reading: Reading, text: str, end: int) -> tuple[Reading, int]:
    """The reading of a single day with the time right behind it, and where that ends.

    Times with an offset become Bangkok time, which may move the day. An impossible time is left unread; so is
    12:00 AM, the default of programs that know only the day.
    """
    if reading.first is None or reading.first != reading.last:
        return reading, end
    for pattern in _TIMES:
        if match := pattern.match(text, end):
            return _timed(reading, reading.first, match, end)
    return reading, end


def _timed(reading: Reading, day: date, match: re.Match[str], end: int) -> tuple[Reading, int]:
    groups = match.groupdict()
    hour, minute, second = int(groups["h"]), int(groups["m"] or 0), int(groups.get("s") or 0)
    half = groups.get("half")
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        at = time(hour, minute, second)
    except ValueError:
        return reading, end
    if half and at == time(0):
        return reading, match.end()
    if zone := groups.get("zone"):
        moment = datetime.combine(day, at, _offset(zone)).astimezone(BANGKOK)
        day, at = moment.date(), moment.time()
    return replace(reading, first=day, last=day, time=at), match.end()


def _offset(zone: str) -> timezone:
    if zone == "z":
        return UTC
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    offset = timedelta(hours=min(hours, 14), minutes=min(minutes, 59))
    return timezone(-offset if zone[0] == "-" else offset)
