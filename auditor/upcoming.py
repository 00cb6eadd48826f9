"""What is coming: items whose last day is near, and papers that will be asked for. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from auditor.rounds import Round, deadline, rounds_of, stated
from auditor.rules import Decide
from auditor.thai.fiscal import fiscal_bounds, fiscal_year_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from auditor.items import Item
    from auditor.rules import Requirement

SOON = 30
"""Days from the day of the audit that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A paper that will be asked for from the day after `by`: of fiscal years, or of a round of months."""

    requirement: Requirement
    by: date
    years: tuple[int, ...] = ()  # B.E., any of which will be accepted
    round: Round | None = None


def coming_down(items: Iterable[Item], as_of: date, days: int = SOON) -> tuple[Item, ...]:
    """Items whose stated last day lies within the next days, that of the audit included, the nearest first."""
    until = as_of + timedelta(days=days)
    ending = [(item.expires, item.key, item) for item in items if item.expires and as_of <= item.expires <= until]
    return tuple(item for _, _, item in sorted(ending, key=lambda each: each[:2]))


def falling_due(
    requirements: Iterable[Requirement], items: Sequence[Item], as_of: date, days: int = SOON
) -> tuple[Due, ...]:
    """Papers that are not there and will be asked for within the next days, the nearest first."""
    asked = [each for each in requirements if each.off is None and each.freshness is not None]
    found = [due for each in asked for due in (*_rounds(each, items, as_of), *_years(each, items, as_of))]
    until = as_of + timedelta(days=days)
    near = [due for due in found if as_of <= due.by <= until]
    return tuple(sorted(near, key=lambda due: (due.by, due.requirement.id)))


def _rounds(requirement: Requirement, items: Sequence[Item], as_of: date) -> Iterator[Due]:
    """Rounds that are over, or will be, and of which no paper is there."""
    cadence = requirement.freshness.cadence if requirement.freshness else None
    if cadence is None:
        return
    there = stated(items, requirement.topics, cadence)
    year = fiscal_year_of(as_of)
    for each in (*rounds_of(cadence, year - 1), *rounds_of(cadence, year)):
        if each not in there:
            yield Due(requirement=requirement, by=deadline(cadence, each), round=each)


def _years(requirement: Requirement, items: Sequence[Item], as_of: date) -> Iterator[Due]:
    """Plans and reports of the fiscal year that begins on 1 October."""
    asked = requirement.freshness
    if asked is None or not asked.fiscal_years or asked.cadence or requirement.decide is not Decide.CONTENT:
        return
    coming = fiscal_year_of(as_of) + 1
    years = tuple(sorted(coming + offset for offset in asked.fiscal_years))
    if not any(_covers(item, requirement.topics, years) for item in items):
        yield Due(requirement=requirement, by=fiscal_bounds(coming - 1)[1], years=years)


def _covers(item: Item, topics: tuple[str, ...], years: tuple[int, ...]) -> bool:
    """Does the item say that it covers one of the years?"""
    period = item.period
    if period is None or not set(item.topics) & set(topics):
        return False
    starts, ends = period.start or period.end, period.end or period.start
    if starts is None or ends is None:
        return False
    return any(fiscal_year_of(starts) <= year <= fiscal_year_of(ends) for year in years)
