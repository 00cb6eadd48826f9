"""What has to come down, and what falls due, in the next days."""

from __future__ import annotations

from datetime import date

import pytest

from auditor.items import Item, ItemKind, ItemPeriod
from auditor.rulebook import load_rulebook
from auditor.thai.fiscal import fiscal_bounds
from auditor.upcoming import coming_down, falling_due

ASKED = next(pack for pack in load_rulebook().packs if pack.id == "moph-web-2567").requirements
PLANS = ("1.1.strategy", "1.1.action-plan", "1.1.projects-budget", "1.1.annual-report", "1.1.performance-agreement")


def item(name: str, *topics: str, expires: date | None = None, period: tuple[date, date] | None = None) -> Item:
    return Item(
        key=name,
        url=name,
        title=name,
        kind=ItemKind.DOCUMENT,
        listed_on=(),
        topics=topics,
        expires=expires,
        period=ItemPeriod(start=period[0], end=period[1], quote="") if period else None,
    )


@pytest.mark.parametrize(
    ("expires", "told"),
    [
        (date(2024, 6, 14), False),  # over: a finding
        (date(2024, 6, 15), True),
        (date(2024, 7, 15), True),
        (date(2024, 7, 16), False),
        (None, False),
    ],
)
def test_an_item_comes_down_when_its_last_day_is_near(expires: date | None, *, told: bool) -> None:
    found = coming_down((item("a", expires=expires),), date(2024, 6, 15))
    assert [each.key for each in found] == (["a"] if told else [])


def test_the_nearest_last_day_comes_first() -> None:
    days = {"late": date(2024, 7, 1), "soon": date(2024, 6, 16), "b": date(2024, 6, 20), "a": date(2024, 6, 20)}
    found = coming_down((item(name, expires=day) for name, day in days.items()), date(2024, 6, 15))
    assert [each.key for each in found] == ["soon", "a", "b", "late"]


@pytest.mark.parametrize(
    ("as_of", "told"), [(date(2024, 8, 30), False), (date(2024, 8, 31), True), (date(2024, 10, 1), False)]
)
def test_the_turn_of_the_fiscal_year_asks_for_new_plans(as_of: date, *, told: bool) -> None:
    found = {due.requirement.id: due for due in falling_due(ASKED, (), as_of)}
    assert (found.keys() >= set(PLANS)) is told
    assert not {"1.8.news", "1.1.history"} & found.keys()
    if told:
        assert (found["1.1.action-plan"].years, found["1.1.annual-report"].years) == ((2568,), (2567, 2568))
        assert found["1.1.action-plan"].by == date(2024, 9, 30)


def test_a_plan_that_covers_the_new_year_is_not_asked_for() -> None:
    strategy = item("strategy", "strategy", period=(date(2022, 10, 1), date(2027, 9, 30)))
    plan = item("plan", "action-plan", period=fiscal_bounds(2567))
    found = {due.requirement.id for due in falling_due(ASKED, (strategy, plan), date(2024, 9, 10))}
    assert "1.1.strategy" not in found
    assert "1.1.action-plan" in found


@pytest.mark.parametrize(
    ("as_of", "there", "due"),
    [
        (date(2024, 6, 15), (4,), ["2024-05"]),  # by 1 July
        (date(2024, 6, 15), (4, 5), []),
        (date(2024, 5, 20), (), ["2024-04"]),
        (date(2024, 10, 5), (8,), ["2024-09"]),  # of the last fiscal year
    ],
)
def test_a_monthly_summary_falls_due(as_of: date, there: tuple[int, ...], due: list[str]) -> None:
    papers = tuple(
        item(
            f"skr-{month}",
            "procurement-result",
            period=(date(2024, month, 1), date(2024, month, 31 if month in {5, 8} else 30)),
        )
        for month in there
    )
    found = falling_due(ASKED, papers, as_of)
    assert [str(each.round) for each in found if each.requirement.id == "1.8.procurement-result"] == due
