"""What is told beside the share of things that are current: ages, the newest of each list, false stamps."""

from __future__ import annotations

from statistics import median_low
from typing import TYPE_CHECKING

from auditor.assess.deciders.publication import list_title
from auditor.assess.outcome import because
from auditor.findings import ReasonCode
from auditor.thai.fiscal import fiscal_year_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from auditor.assess.case import Case
    from auditor.findings import Reason

_MOST_LISTS = 5
_LEAST = 3  # dated items of a list or category of which something is told


def remarks(case: Case) -> Iterator[Reason]:
    """What an assessor should know of how current the site is; none of it changes a verdict."""
    stamp = case.survey.frame.stamps.scripted
    if stamp is not None:
        yield because(ReasonCode.STAMP_BY_SCRIPT, quote=stamp.quote, pages=stamp.pages, day=stamp.day.isoformat())
    yield from _categories(case)
    yield from _lists(case)


def _categories(case: Case) -> Iterator[Reason]:
    ages: dict[str, list[date]] = {}
    for item in case.items:
        if item.category and item.published is not None and item.published.shown:
            ages.setdefault(item.category, []).append(item.published.day)
    known = [(category, days) for category, days in ages.items() if len(days) >= _LEAST]
    for category, days in sorted(known, key=lambda each: [int(part) for part in each[0].split(".")]):
        newest, middle = max(days), sorted((case.as_of - day).days for day in days)
        told = {"category": category, "newest": newest.isoformat()}
        yield because(ReasonCode.AGES_OF_CATEGORY, **told, count=len(days), median=max(median_low(middle), 0))
        if fiscal_year_of(newest) < case.fiscal_year:
            yield because(ReasonCode.NONE_THIS_YEAR, **told, year=str(case.fiscal_year))


def _lists(case: Case) -> Iterator[Reason]:
    """The newest item of each list, those that lie longest first."""
    lists: dict[str, list[date]] = {}
    for item in case.items:
        if item.published is not None and item.published.shown:
            for page in item.listed_on:
                lists.setdefault(page, []).append(item.published.day)
    known = [(max(days), page, len(days)) for page, days in lists.items() if len(days) >= _LEAST]
    for newest, page, count in sorted(known)[:_MOST_LISTS]:
        title = list_title(page, case)
        yield because(ReasonCode.NEWEST_OF_LIST, list=title, url=page, count=count, newest=newest.isoformat())
