"""What is told of how current a site is (2.2.current), and the days of change that only a script writes."""

from __future__ import annotations

import pytest

from auditor.findings import ReasonCode, Status
from tests.assess.building import judge, site, verdict
from tests.assess.inventory.sighting import page

WORDS = "<p>เจ้าหน้าที่ร่วมกันดำเนินงานตามแผนที่วางไว้ โดยได้รับความร่วมมือจากประชาชนเป็นอย่างดี</p>"
DAYS = ("10 มิถุนายน 2567", "2 พฤษภาคม 2567", "4 มกราคม 2567", "9 ธันวาคม 2566")
OLD = ("10 มิถุนายน 2566", "2 พฤษภาคม 2566", "4 มกราคม 2566")


def news(*days: str, stamp: str = "") -> dict[ReasonCode, list[dict[str, object]]]:
    """The reasons of 2.2.current for a site with a list of news of these days and a stamp on every page."""
    foot = f"<div>{stamp}</div>" if stamp else ""
    lines = "".join(f'<li><a href="/news/{n}">ข่าวประชาสัมพันธ์เรื่องที่ {n}</a> {day}</li>' for n, day in enumerate(days))
    posts = (
        page(f"/news/{n}", f"<h1>ข่าวประชาสัมพันธ์เรื่องที่ {n}</h1><p>{day}</p>{WORDS}{foot}", title=f"ข่าว {n}")
        for n, day in enumerate(days)
    )
    listed = page("/news", f"<h1>ข่าวประชาสัมพันธ์</h1><ul>{lines}</ul>{foot}", title="ข่าวประชาสัมพันธ์", from_menu=True)
    others = (page(f"/p{n}", f"<h1>หน้าที่ {n}</h1>{WORDS}{foot}", title=f"หน้าที่ {n}") for n in range(4))
    found: dict[ReasonCode, list[dict[str, object]]] = {}
    for reason in verdict(judge(site(listed, *posts, *others)), "2.2.current").reasons:
        found.setdefault(reason.code, []).append(dict(reason.params))
    return found


def test_the_ages_of_a_category_are_told() -> None:
    [told] = news(*DAYS)[ReasonCode.AGES_OF_CATEGORY]
    assert told == {"category": "1.8", "count": 4, "newest": "2024-06-10", "median": 44}


def test_the_newest_item_of_each_list_is_told() -> None:
    [told] = news(*DAYS)[ReasonCode.NEWEST_OF_LIST]
    assert (told["list"], told["count"], told["newest"]) == ("ข่าวประชาสัมพันธ์", 4, "2024-06-10")


@pytest.mark.parametrize(("days", "newest"), [(DAYS, None), (OLD, "2023-06-10")])
def test_a_section_without_anything_of_the_fiscal_year_is_told(days: tuple[str, ...], newest: str | None) -> None:
    told = news(*days).get(ReasonCode.NONE_THIS_YEAR, [])
    assert told == ([{"category": "1.8", "newest": newest, "year": "2567"}] if newest else [])


@pytest.mark.parametrize(
    ("stamp", "told"),
    [
        ("ปรับปรุงล่าสุด 15 มิถุนายน 2567", True),  # the day of the crawl, on every page
        ("ปรับปรุงล่าสุด 1 มิถุนายน 2567", False),
        ("วันนี้ 15 มิถุนายน 2567", False),
        ("", False),
    ],
)
def test_a_day_of_change_that_a_script_writes_is_told(stamp: str, *, told: bool) -> None:
    found = news(*DAYS, stamp=stamp).get(ReasonCode.STAMP_BY_SCRIPT, [])
    assert [each["quote"] for each in found] == ([stamp] if told else [])


def test_such_a_day_makes_no_list_current() -> None:
    """Posts that state no day of their own, under a stamp of today."""
    body = "".join(f'<li><a href="/a/{n}">ข่าวประชาสัมพันธ์กิจกรรมที่ {n}</a></li>' for n in range(5))
    stamp = "<p>ปรับปรุงล่าสุด 15 มิถุนายน 2567</p>"
    posts = (page(f"/a/{n}", f"<h1>กิจกรรมที่ {n}</h1>{WORDS}{stamp}", title=f"กิจกรรมที่ {n}") for n in range(5))
    listed = page("/news", f"<h1>ข่าวประชาสัมพันธ์</h1><ul>{body}</ul>", title="ข่าวประชาสัมพันธ์", from_menu=True)
    found = verdict(judge(site(listed, *posts)), "1.8.news")
    assert (found.status, found.reasons[0].code) == (Status.PARTIAL, ReasonCode.UNDATED)
