"""Rounds of months of a fiscal year, each with a paper of its own: which there are, and of which papers are there.

Pure. The rounds of a fiscal year begin on 1 October; how long they are and how many days their papers may take stand
in the pack (`rules.Cadence`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from auditor.thai.fiscal import fiscal_bounds, fiscal_year_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.items import Item
    from auditor.rules import Cadence

_MONTHS = 12


@dataclass(frozen=True, slots=True, order=True)
class Round:
    """The days that one paper of a series covers, both ends included."""

    first: date
    last: date

    def __str__(self) -> str:
        """ISO months: `2023-10`, or `2023-10/2023-12` of several."""
        first, last = f"{self.first:%Y-%m}", f"{self.last:%Y-%m}"
        return first if first == last else f"{first}/{last}"


def rounds_of(cadence: Cadence, year: int) -> tuple[Round, ...]:
    """The rounds of a fiscal year (B.E.), in order."""
    starts = [_after(fiscal_bounds(year)[0], months) for months in range(0, _MONTHS + 1, cadence.every_months)]
    return tuple(Round(first, following - timedelta(days=1)) for first, following in pairwise(starts))


def deadline(cadence: Cadence, due: Round) -> date:
    """The last day on which the paper of a round may still be missing."""
    return due.last + timedelta(days=cadence.grace_days)


def stated(items: Iterable[Item], topics: tuple[str, ...], cadence: Cadence) -> dict[Round, tuple[Item, ...]]:
    """The rounds that published items of these topics say they cover."""
    found: dict[Round, list[Item]] = {}
    for item in items:
        if set(item.topics) & set(topics) and (covered := _round_of(item, cadence)) is not None:
            found.setdefault(covered, []).append(item)
    return {covered: tuple(papers) for covered, papers in found.items()}


def _round_of(item: Item, cadence: Cadence) -> Round | None:
    """The round that an item covers, if its period is just that."""
    period = item.period
    if period is None or period.start is None or period.end is None:
        return None
    wanted = Round(period.start, period.end)
    return wanted if wanted in rounds_of(cadence, fiscal_year_of(period.start)) else None


def _after(day: date, months: int) -> date:
    """The first day of the month so many months later."""
    number = day.year * _MONTHS + day.month - 1 + months
    return date(number // _MONTHS, number % _MONTHS + 1, 1)
