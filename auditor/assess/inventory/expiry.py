"""Until which day an item may stand there as current, as it says itself (clause 3.2).

Only a date with a label tells it. Archives and notices of results are kept on purpose: the information law wants
them open to inspection.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.thai.dates import DateRole, Precision
from auditor.thai.fiscal import fiscal_year_of, fiscal_years_in
from auditor.thai.item_words import closes_offers, may_close, opens_applications, says_closed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from auditor.assess.inventory.lines import Line, LineReader
    from auditor.assess.lexicon import Lexicon
    from auditor.thai.dates import DateSpan

NOTICES = frozenset({"jobs", "procurement-notice"})
"""Topics whose items state by when one may apply or offer."""
_LONGEST_CALL = 62  # days in which one may apply; a longer span is one of work


def last_day(lines: Iterable[Line], reader: LineReader, *, notice: bool) -> date | None:
    """The last day that lines state: of application, offer or publication; of several the latest.

    `notice`: the lines are about a vacancy or a purchase, in which «ภายในวันที่» (by) means that day too.
    """
    days = [
        span.last
        for line in lines
        if may_close(line.text)
        for span in reader.read(line.text).found.dates
        if span.last is not None and span.precision is Precision.DAY
        if _closes(span, line.text, notice=notice)
    ]
    return max(days, default=None)


def _closes(span: DateSpan, line: str, *, notice: bool) -> bool:
    """Does the last day of the span end an offer: by its own label, or in a notice as the days to apply?"""
    if span.role is DateRole.EXPIRES:
        return notice or closes_offers(span.label) or closes_offers(line[: span.start])
    days = (span.last - span.first).days if span.first is not None and span.last is not None else 0
    within = notice and span.role is DateRole.PERIOD and 0 < days <= _LONGEST_CALL
    return within and opens_applications(line[: span.start])


def is_closed(lines: Iterable[Line]) -> bool:
    """Is it said that one can no longer apply or offer? What says so is not shown as current."""
    return any(says_closed(line.text) for line in lines)


def is_kept(names: Iterable[str], lexicon: Lexicon, as_of: date) -> bool:
    """Do the item's own name and the headings it stands under say that it is kept, or only tells a result?"""
    for place, name in enumerate(names):
        if lexicon.holds("archive-words", name) or (place == 0 and lexicon.holds("result-words", name)):
            return True
        years = fiscal_years_in(name) if place else ()
        if years and max(years) < fiscal_year_of(as_of):
            return True  # the folder of an earlier year
    return False
