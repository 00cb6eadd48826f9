"""What a document says of itself beside its text: title, author, program, times and language.

Shared by the readers of all kinds of documents. The times are those of making, which is often the day of a scan or
of an export (THAI_WEB F13): they are told as uncertain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from auditor.facts import DateSeen, DateSource
from auditor.thai.dates import DateRole, DateSpan, Precision

_LONGEST = 500
_LONGEST_LANG = 35  # BCP 47: no tag in use is longer
_UNSUITABLE = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_LANG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
_ISO = re.compile(
    r"\s*(\d{4})-(\d\d)(?:-(\d\d))?(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,12})?)?)?"
    r"\s*(?:([Zz])|([+-])(\d\d):?(\d\d))?"
)
_ERA = 543  # some Thai programs write Buddhist years
_FIRST_ERA_YEAR = 2400
BANGKOK = timezone(timedelta(hours=7))
_DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A document's own information; times in UTC."""

    title: str | None = None
    author: str | None = None
    producer: str | None = None  # the program that made it
    created: datetime | None = None
    modified: datetime | None = None
    lang: str = ""  # as stated: "th", "th-TH"

    @property
    def dates(self) -> tuple[DateSeen, ...]:
        """The times as dates that were seen: when a file was made is not when it was published."""
        roles = ((self.created, DateRole.UNKNOWN), (self.modified, DateRole.MODIFIED))
        return tuple(_seen(moment, role) for moment, role in roles if moment)


def clean(text: str) -> str:
    """The text as valid Unicode with plain line ends."""
    return _UNSUITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str | None) -> str | None:
    """A field of the information, on one line and capped; None if it says nothing."""
    return " ".join(clean((text or "")[: 4 * _LONGEST]).split())[:_LONGEST] or None


def language(text: str | None) -> str:
    """A language tag as stated; "" for anything else."""
    tag = (text or "").strip()[: _LONGEST_LANG + 1]
    return tag if len(tag) <= _LONGEST_LANG and _LANG.fullmatch(tag) else ""


def moment_of(
    year: int, month: int, day: int, clock: tuple[int, int, int] = (0, 0, 0), zone: timezone = BANGKOK
) -> datetime | None:
    """A moment in UTC; a Buddhist year becomes the Gregorian one. None if there is no such moment."""
    year = year - _ERA if year >= _FIRST_ERA_YEAR else year
    try:
        return datetime(year, month, day, *clock, tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def zone_of(utc: str | None, sign: str | None, hours: str | None, minutes: str | None) -> timezone:
    """The zone that a date states; Bangkok's where it states none, or none that exists."""
    if utc:
        return UTC
    if not sign:
        return BANGKOK
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    return timezone(-offset if sign == "-" else offset) if offset < _DAY else BANGKOK


def iso_moment(text: str | None) -> datetime | None:
    """The moment in an ISO 8601 date, in UTC; without a zone it is Bangkok's."""
    found = _ISO.match(text or "")
    if not found:
        return None
    day, hour, minute, second = (int(found[part] or least) for part, least in ((3, 1), (4, 0), (5, 0), (6, 0)))
    zone = zone_of(found[7], found[8], found[9], found[10])
    return moment_of(int(found[1]), int(found[2]), day, (hour, minute, second), zone)


def _seen(moment: datetime, role: DateRole) -> DateSeen:
    local = moment.astimezone(BANGKOK)
    span = DateSpan(
        start=0,
        end=0,
        raw=local.isoformat(),
        first=local.date(),
        last=local.date(),
        precision=Precision.DAY,
        role=role,
        time=local.time(),
        certain=False,
    )
    return DateSeen(span=span, source=DateSource.DOCUMENT_INFO)
