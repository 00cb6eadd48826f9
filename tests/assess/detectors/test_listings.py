"""Dated entries of lists: where their dates stand, which dates count, and whether each names its source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditor.facts import DateSeen, DateSource, Page
from auditor.thai.dates import find_dates
from tests.assess.building import document, heading, link, page, row, text
from tests.assess.looking import found, passage

if TYPE_CHECKING:
    from auditor.assess.passages import Passage
    from auditor.facts import Resource


def dated(resource: Resource, words: str, source: DateSource = DateSource.LABEL) -> Resource:
    """The page with the dates that its own words state."""
    assert isinstance(resource.content, Page)
    seen = tuple(DateSeen(span=span, source=source) for span in find_dates(words))
    return replace(resource, content=replace(resource.content, dates=seen))


POST = page("/p1", heading("รณรงค์ไข้เลือดออก"))
LATER = date(2024, 5, 20)
PLACES = [
    pytest.param(
        passage(text("20 พ.ค. 2567 รณรงค์ไข้เลือดออก"), links=(link("รณรงค์ไข้เลือดออก", "/p1", block=0),)), id="same-line"
    ),
    pytest.param(
        passage(text("20 พฤษภาคม 2567"), text("รณรงค์ไข้เลือดออก"), links=(link("รณรงค์ไข้เลือดออก", "/p1", block=1),)),
        id="line-before",
    ),
    pytest.param(
        passage(text("รณรงค์ไข้เลือดออก"), text("๒๐ พ.ค. ๖๗"), links=(link("รณรงค์ไข้เลือดออก", "/p1", block=0),)),
        id="line-after",
    ),
    pytest.param(
        passage(
            row("1", "รณรงค์ไข้เลือดออก", "20/05/2567", heads=("ที่", "เรื่อง", "วันที่")),
            links=(link("รณรงค์ไข้เลือดออก", "/p1", block=0),),
        ),
        id="column",
    ),
]


@pytest.mark.parametrize("where", PLACES)
def test_the_date_of_an_entry_stands_in_before_or_after_its_line(where: Passage) -> None:
    hit = found("entries", where, POST)
    assert (hit.count, hit.newest) == (1, LATER)


def test_the_date_of_an_entry_may_stand_in_its_own_post_only() -> None:
    where = passage(text("รณรงค์ไข้เลือดออก"), links=(link("รณรงค์ไข้เลือดออก", "/p1", block=0),))
    post = dated(POST, "เผยแพร่เมื่อ 20 พฤษภาคม 2567")
    assert found("entries", where, post).newest == LATER


def test_each_entry_has_the_date_of_its_own_line() -> None:
    where = passage(
        text("ข่าวใหม่"),
        text("20 พ.ค. 2567"),
        text("ข่าวเก่า"),
        text("2 ม.ค. 2566"),
        links=(link("ข่าวใหม่", "/p1", block=0), link("ข่าวเก่า", "/p2", block=2)),
    )
    hit = found("entries", where)
    assert (hit.count, hit.newest, hit.matched) == (2, LATER, "ข่าวใหม่")


def test_a_date_to_come_is_not_how_new_the_list_is() -> None:
    where = passage(
        text("ประชุมวิชาการ 1 ธันวาคม 2567"),
        text("รณรงค์ 20 พ.ค. 2567"),
        links=(link("ประชุมวิชาการ", "/p1", block=0), link("รณรงค์", "/p2", block=1)),
    )
    assert found("entries", where).newest == LATER


def test_the_day_of_publication_goes_before_the_closing_day() -> None:
    line = "รับสมัครถึงวันที่ 10 มิถุนายน 2567 เผยแพร่เมื่อ 20 พฤษภาคม 2567"
    where = passage(text(line), links=(link("รับสมัครพนักงาน", "/p1", block=0),))
    assert found("entries", where).newest == LATER


@pytest.mark.parametrize("line", ["ประกาศเลขที่ 3/2567", "โทร. 0 4359 7076", "พ.ร.บ. พ.ศ. 2540", "อ่าน 123 ครั้ง"])
def test_numbers_that_look_like_dates_date_no_entry(line: str) -> None:
    """THAI_WEB.md 6.7."""
    where = passage(text(line), links=(link("ประกาศ", "/p1", block=0),))
    assert found("entries", where).newest is None


def test_monthly_summaries_are_dated_by_their_month() -> None:
    where = passage(text("สขร.1 เดือน พฤษภาคม 2567"), links=(link("สขร.1 เดือน พฤษภาคม 2567", "/m.pdf", block=0),))
    assert found("entries", where, document("/m.pdf", "สขร.1")).newest == date(2024, 5, 31)


def test_links_to_other_sites_are_no_entries() -> None:
    where = passage(text("กระทรวง"), links=(link("กระทรวง", "https://www.moph.go.th/news", block=0),))
    assert found("entries", where).count == 0


def test_a_picture_and_a_title_that_lead_to_one_post_are_one_entry() -> None:
    where = passage(text("รณรงค์ 20 พ.ค. 2567"), links=(link("ภาพ", "/p1", block=0), link("รณรงค์", "/p1", block=0)))
    assert found("entries", where).count == 1


SOURCED = "ที่มา : กรมควบคุมโรค"
SHARES = [
    pytest.param((f"บทความ ก 20 พ.ค. 2567 {SOURCED}", f"บทความ ข 2 ม.ค. 2567 {SOURCED}"), 100, id="all"),
    pytest.param((f"บทความ ก 20 พ.ค. 2567 {SOURCED}", "บทความ ข 2 ม.ค. 2567"), 50, id="half"),
    pytest.param((f"บทความ ก {SOURCED}", f"บทความ ข {SOURCED}"), 0, id="source-without-date"),
    pytest.param(("บทความ ก 20 พ.ค. 2567", "บทความ ข 2 ม.ค. 2567"), 0, id="date-without-source"),
    pytest.param(("บทความ ก 20 พ.ค. 2567 โดย : admin", "บทความ ข 2 ม.ค. 2567 โดย : Super User"), 0, id="accounts"),
]


@pytest.mark.parametrize(("lines", "share"), SHARES)
def test_knowledge_items_need_source_and_date_both(lines: tuple[str, ...], share: int) -> None:
    """REQUIREMENTS.md 5.2, 1.3.knowledge-source: CMS author admin or Super User is none."""
    links = tuple(link(f"บทความ {name}", f"/k{name}", block=number) for number, name in enumerate("กข"))
    assert found("sources-and-dates", passage(*map(text, lines), links=links)).count == share


def test_the_head_of_a_column_tells_what_stands_below_it() -> None:
    heads = ("เรื่อง", "ผู้วิจัย/แหล่งที่มา", "วันที่")
    rows = (row(f"งานวิจัย {name}", "กลุ่มงานควบคุมโรค", "20 พ.ค. 2567", heads=heads) for name in "กข")
    links = tuple(link(f"งานวิจัย {name}", f"/k{name}", block=number) for number, name in enumerate("กข"))
    assert found("sources-and-dates", passage(*rows, links=links)).count == 100


def test_the_source_may_stand_in_the_items_own_page() -> None:
    where = passage(text("บทความ ก 20 พ.ค. 2567"), links=(link("บทความ ก", "/k", block=0),))
    article = page("/k", heading("บทความ ก"), text("เนื้อหา"), text("ข้อมูลจาก : กรมอนามัย"))
    assert found("sources-and-dates", where, article).count == 100
