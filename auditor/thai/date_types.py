"""What a date read from a text is. The readers are in `auditor.thai.dates`, from where these names are imported."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time


class Precision(StrEnum):
    """How much of the date was said."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    FISCAL_YEAR = "fiscal-year"


class DateRole(StrEnum):
    """What a date says of the thing it stands by: the fields of clause 2.2 and their look-alikes."""

    PUBLISHED = "published"
    MODIFIED = "modified"
    DOCUMENT = "document-date"  # ลงวันที่: the day of the letter, order or law
    EVENT = "event"
    AS_OF = "as-of"
    PERIOD = "period"
    FISCAL_YEAR = "fiscal-year"
    EXPIRES = "expires"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """A date or range of dates in a text. `first` and `last` are both included; a single day has them equal."""

    start: int  # offsets into the text given
    end: int
    raw: str  # exactly as found
    first: date | None  # None: open at this end (ตั้งแต่บัดนี้)
    last: date | None
    precision: Precision
    role: DateRole = DateRole.UNKNOWN
    label: str = ""  # the word beside it that tells the role
    time: time | None = None
    fiscal_year: int | None = None  # B.E., where the text names a fiscal year
    certain: bool = True  # False where a two-digit year, a missing year or a day/month order had to be guessed
