"""Days of the last change that a script writes: the day of the visit, whatever page is opened (THAI_WEB.md E7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from auditor.assess.quoting import shorten
from auditor.facts import DateSource, Fetched, Page
from auditor.thai.dates import DateRole, Precision

if TYPE_CHECKING:
    from datetime import date

    from auditor.facts import Resource

_BANGKOK = timezone(timedelta(hours=7))
_SEEN = frozenset({DateSource.LABEL, DateSource.TEXT})
_LEAST_PAGES = 5
"""On fewer pages such a day may be true."""
_SHARE = 0.9
_QUOTE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """The day that a script writes on page after page, and in whose words."""

    day: date
    quote: str
    pages: int


class Stamps:
    """Counts the pages that say when they were last changed, and those that say it was on the day of the visit."""

    def __init__(self) -> None:
        self._stamped = 0
        self._of_today = 0
        self._first: tuple[date, str] | None = None

    def count(self, resource: Resource) -> None:
        """Take one page into the counts."""
        if not isinstance(resource.content, Page) or not isinstance(resource.fetch, Fetched):
            return
        today = resource.fetch.at.astimezone(_BANGKOK).date()
        stated = dict(_stated(resource.content))
        if not stated:
            return
        self._stamped += 1
        if max(stated) == today:
            self._of_today += 1
            self._first = self._first or (today, stated[today])

    @property
    def scripted(self) -> Stamp | None:
        """The stamp, if nearly all pages that have one have that of the day on which they were opened."""
        if self._first is None or self._of_today < max(_LEAST_PAGES, self._stamped * _SHARE):
            return None
        day, quote = self._first
        return Stamp(day=day, quote=quote, pages=self._of_today)


def _stated(page: Page) -> list[tuple[date, str]]:
    """The days of a last change that a page states, with their words."""
    return [
        (seen.span.last, shorten(page.blocks[seen.block].text, _QUOTE))
        for seen in page.dates
        if seen.source in _SEEN
        and seen.span.role is DateRole.MODIFIED
        and seen.span.precision is Precision.DAY
        and seen.span.last is not None
        and seen.block is not None
    ]
