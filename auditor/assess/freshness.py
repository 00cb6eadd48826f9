"""For which time a thing holds, by its own words first: labels lie about years (THAI_WEB.md 7.3, F7–F8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from auditor.assess.outcome import because
from auditor.findings import Reason, ReasonCode, Status
from auditor.thai.dates import DateRole, Precision, find_dates
from auditor.thai.fiscal import fiscal_year_of, fiscal_years_in
from auditor.watched_day import age_in_days

if TYPE_CHECKING:
    from datetime import date

    from auditor.assess.passages import Passage
    from auditor.rules import Freshness

_HEAD = 500
_TAIL = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeliness:
    """Whether a thing is of the time asked for."""

    status: Status  # PASS where it is, or where no time is asked
    reason: Reason | None
    dated: bool | None  # None: no time is asked


UNASKED = Timeliness(status=Status.PASS, reason=None, dated=None)


def wanted_years(asked: Freshness, fiscal_year: int) -> tuple[int, ...]:
    """The fiscal years (B.E.) that are accepted."""
    return tuple(fiscal_year + offset for offset in asked.fiscal_years)


def of_passage(
    asked: Freshness | None,
    passage: Passage,
    labels: tuple[str, ...],
    fiscal_year: int,
    *,
    posted: date | None = None,
    signed_first: bool = False,
) -> Timeliness:
    """Judge one thing by the years it states; `labels` name it from outside, nearest first.

    `posted` is the day of a news post, which counts where the post itself is what is asked for. `signed_first`: the
    day on which an order or announcement was signed says more than what stands above its link.
    """
    if asked is None or not asked.fiscal_years:
        return UNASKED
    wanted = wanted_years(asked, fiscal_year)
    stated = years_of(passage, labels, signed_first=signed_first) or ((fiscal_year_of(posted),) if posted else ())
    shown_wanted = " / ".join(map(str, wanted))
    if not stated:
        return Timeliness(
            status=Status(asked.undated), reason=because(ReasonCode.UNDATED, wanted=shown_wanted), dated=False
        )
    if set(stated) & set(wanted):
        year = min(set(stated) & set(wanted), key=wanted.index)
        return Timeliness(status=Status.PASS, reason=because(ReasonCode.CURRENT_PERIOD, period=str(year)), dated=True)
    found = ", ".join(map(str, stated[:3]))
    return Timeliness(
        status=Status(asked.may_be_old),
        reason=because(ReasonCode.WRONG_YEAR, found=found, wanted=shown_wanted),
        dated=False,
    )


def of_edition(year: int | None, fiscal_year: int) -> Timeliness:
    """Judge a page of a site that was kept under its year (B.E.): what it says may have changed since."""
    if year is None or year >= fiscal_year - 1:
        return UNASKED
    reason = because(ReasonCode.WRONG_YEAR, found=str(year), wanted=str(fiscal_year))
    return Timeliness(status=Status.PARTIAL, reason=reason, dated=None)


def years_of(passage: Passage, labels: tuple[str, ...], *, signed_first: bool = False) -> tuple[int, ...]:
    """The fiscal years that a thing states: in its head, else its label, else by the day it was signed."""
    own = _stated(f"{passage.title}\n{passage.text[:_HEAD]}")
    named = next((years for label in labels if (years := _stated(label))), ())
    signed = _signed_years(passage.text)
    return own or (signed or named if signed_first else named or signed)


def _stated(text: str) -> tuple[int, ...]:
    return fiscal_years_in(text) or _years_of_months(text)


def _years_of_months(text: str) -> tuple[int, ...]:
    """The fiscal years of the months, quarters and periods that a text states."""
    years = {
        fiscal_year_of(day)
        for span in find_dates(text)
        if span.precision in {Precision.MONTH, Precision.QUARTER, Precision.HALF} or span.role is DateRole.PERIOD
        for day in (span.first, span.last)
        if day
    }
    return tuple(sorted(years, reverse=True))


def _signed_years(text: str) -> tuple[int, ...]:
    """The fiscal years of the days on which a paper says it was signed or is dated."""
    ends = text if len(text) <= _HEAD + _TAIL else f"{text[:_HEAD]}\n{text[-_TAIL:]}"
    days = {
        fiscal_year_of(span.first)
        for span in find_dates(ends)
        if span.first and span.precision is Precision.DAY and span.role in {DateRole.DOCUMENT, DateRole.AS_OF}
    }
    return tuple(sorted(days, reverse=True))


def of_list(asked: Freshness | None, newest: date | None, as_of: date) -> Timeliness:
    """Judge a list by its newest entry."""
    if asked is None or (not asked.fiscal_years and asked.max_age_days is None):
        return UNASKED
    if newest is None:
        return Timeliness(
            status=Status(asked.undated),
            reason=because(ReasonCode.UNDATED, wanted=_wanted(asked, as_of)),
            dated=False,
        )
    current_year = fiscal_year_of(newest) in wanted_years(asked, fiscal_year_of(as_of))
    young = asked.max_age_days is not None and newest >= as_of - timedelta(days=asked.max_age_days)
    if young or current_year:
        return Timeliness(status=Status.PASS, reason=None, dated=True)
    return Timeliness(
        status=Status(asked.may_be_old),
        reason=because(
            ReasonCode.STALE,
            newest=newest.isoformat(),
            age=age_in_days(newest, as_of),
            allowed=asked.max_age_days or 365,
        ),
        dated=False,
    )


def _wanted(asked: Freshness, as_of: date) -> str:
    return " / ".join(map(str, wanted_years(asked, fiscal_year_of(as_of))))
