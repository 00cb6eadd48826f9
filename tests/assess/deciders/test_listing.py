"""Lists of dated entries (REQUIREMENTS.md 5.2, 1.8): news, activities, jobs, procurement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.facts import DateSeen, DateSource, Page
from auditor.findings import ReasonCode, Status
from auditor.thai.dates import find_dates
from tests.assess.building import document, heading, image, judge, link, menu, page, site, status_of, text, verdict

if TYPE_CHECKING:
    from auditor.facts import Image, Resource

ENTRY = "เนื้อหาของข่าวที่ประกาศให้ประชาชนทราบโดยทั่วกัน " * 3


def listed(title: str, *lines: str, path: str = "/list") -> tuple[Resource, ...]:
    """A page of this title with one post a line."""
    links = tuple(link(line, f"{path}-{n}", block=n) for n, line in enumerate(lines, 1))
    posts = (page(f"{path}-{n}", heading(line), text(ENTRY)) for n, line in enumerate(lines, 1))
    return page(path, heading(title), *map(text, lines), title=title, links=links), *posts


def status(title: str, requirement: str, *lines: str) -> Status:
    return status_of(site(*listed(title, *lines), start_links=(menu(title, "/list"),)), requirement)


NEW, RECENT, OLD = "10 มิ.ย. 2567", "20 พ.ค. 2567", "20 พ.ค. 2565"
NEWS = [
    pytest.param((f"รณรงค์ไข้เลือดออก {NEW}", f"อบรม อสม. {RECENT}"), Status.PASS, id="new"),
    pytest.param((f"รณรงค์ไข้เลือดออก {OLD}", f"อบรม อสม. {OLD}"), Status.PARTIAL, id="old"),
    pytest.param((f"อบรม อสม. {OLD}", f"รณรงค์ไข้เลือดออก {NEW}"), Status.PASS, id="newest-below"),
    pytest.param(("รณรงค์ไข้เลือดออก", "อบรม อสม."), Status.PARTIAL, id="undated"),
]


@pytest.mark.parametrize(("lines", "expected"), NEWS)
def test_news_is_as_current_as_its_newest_entry(lines: tuple[str, ...], expected: Status) -> None:
    assert status("ข่าวประชาสัมพันธ์", "1.8.news", *lines) is expected


KINDS = [
    ("ภาพกิจกรรม", "1.8.activities", f"กิจกรรมวันไข้เลือดออก {NEW}"),
    ("ข่าวรับสมัครงาน", "1.8.jobs", f"ประกาศรับสมัครพนักงานกระทรวงสาธารณสุข {NEW}"),
    ("ประกาศจัดซื้อจัดจ้าง", "1.8.procurement-notice", f"ประกาศเชิญชวนซื้อครุภัณฑ์ {NEW}"),
    ("ผลการจัดซื้อจัดจ้าง", "1.8.procurement-result", f"ประกาศผู้ชนะการเสนอราคา ซื้อครุภัณฑ์ {NEW}"),
]


@pytest.mark.parametrize(("title", "requirement", "line"), KINDS, ids=[kind[1] for kind in KINDS])
def test_each_kind_of_list_is_met_by_dated_entries_of_this_year(title: str, requirement: str, line: str) -> None:
    assert status(title, requirement, line) is Status.PASS


@pytest.mark.parametrize(("title", "requirement", "line"), KINDS, ids=[kind[1] for kind in KINDS])
def test_each_kind_of_list_is_out_of_date_with_old_entries_only(title: str, requirement: str, line: str) -> None:
    assert status(title, requirement, line.replace("2567", "2560")) is Status.PARTIAL


EMPTY = [
    pytest.param("ไม่มีข้อมูล", Status.FAIL, id="bare-no-data"),
    pytest.param("อยู่ระหว่างปรับปรุง", Status.FAIL, id="under-construction"),
    pytest.param("ไม่มีการจัดซื้อจัดจ้างในเดือนพฤษภาคม 2567", Status.PASS, id="zero-for-a-stated-month"),
]


@pytest.mark.parametrize(("words", "expected"), EMPTY)
def test_an_empty_list_passes_only_with_a_zero_report_for_a_stated_period(words: str, expected: Status) -> None:
    """THAI_WEB.md 7.7: a zero report for a stated period satisfies the rule; a bare phrase does not."""
    empty = page("/list", heading("ประกาศจัดซื้อจัดจ้าง"), text(words), title="ประกาศจัดซื้อจัดจ้าง")
    snapshot = site(empty, start_links=(menu("ประกาศจัดซื้อจัดจ้าง", "/list"),))
    assert status_of(snapshot, "1.8.procurement-notice") is expected


RUN = "รับสมัครนักวิ่งการกุศล 10 มิ.ย. 2567"
UNMET = [
    pytest.param((), (), Status.FAIL, id="nothing-but-its-heading"),
    pytest.param((RUN,), (), Status.FAIL, id="only-what-is-none"),
    pytest.param((), (image(),), Status.PARTIAL, id="a-poster-may-be-the-notice"),
    pytest.param(("ปี 2567",), (), Status.PARTIAL, id="a-folder-may-hold-them"),
    pytest.param(("ไม่มีการรับสมัคร",), (), Status.PARTIAL, id="says-there-is-none-without-a-period"),
]


@pytest.mark.parametrize(("lines", "posters", "expected"), UNMET)
def test_a_list_in_which_no_entry_is_nor_could_be_is_none(
    lines: tuple[str, ...], posters: tuple[Image, ...], expected: Status
) -> None:
    """CONTRACT.md 2: an empty page is no part of the thing."""
    links = tuple(link(line, "/list-1", block=1) for line in lines if not line.startswith("ไม่"))
    made = page("/list", heading("รับสมัครงาน"), *map(text, lines), title="รับสมัครงาน", links=links, images=posters)
    target = page("/list-1", heading("หน้า"), text(ENTRY))
    assert status_of(site(made, target, start_links=(menu("รับสมัครงาน", "/list"),)), "1.8.jobs") is expected


def test_a_zero_report_without_a_period_is_no_pass() -> None:
    empty = page("/list", heading("ประกาศจัดซื้อจัดจ้าง"), text("ไม่มีการจัดซื้อจัดจ้าง"), title="ประกาศจัดซื้อจัดจ้าง")
    snapshot = site(empty, start_links=(menu("ประกาศจัดซื้อจัดจ้าง", "/list"),))
    assert status_of(snapshot, "1.8.procurement-notice") is not Status.PASS


def test_news_only_on_a_social_network_is_met_in_part() -> None:
    entry = menu("ข่าวประชาสัมพันธ์", "https://www.facebook.com/sso.test")
    found = verdict(judge(site(start_links=(entry,))), "1.8.news")
    assert found.status is Status.PARTIAL
    assert found.reasons[0].code is ReasonCode.EXTERNAL_ONLY


def test_job_notices_are_required_so_their_absence_fails() -> None:
    assert status_of(site(), "1.8.jobs") is Status.FAIL


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param("1 ก.ย. 2566", Status.PASS, id="of-last-year-nine-months-ago"),
        pytest.param("1 ก.พ. 2566", Status.PARTIAL, id="of-last-year-sixteen-months-ago"),
    ],
)
def test_vacancies_are_stale_after_a_year(day: str, expected: Status) -> None:
    """CONTRACT.md 4, `item.stale`: news 90 days, monthly summaries 62, else 365."""
    assert status("ข่าวรับสมัครงาน", "1.8.jobs", f"ประกาศรับสมัครพนักงานกระทรวงสาธารณสุข {day}") is expected


@pytest.mark.parametrize(
    ("whose", "expected"),
    [
        pytest.param("สสอ.บึงทอง", Status.PASS, id="own"),
        pytest.param("สสจ.ร้อยเอ็ด", Status.PARTIAL, id="passed-on"),
    ],
)
def test_a_vacancy_that_another_agency_announces_is_none_of_ones_own(whose: str, expected: Status) -> None:
    told = f"{whose} รับสมัครพนักงานราชการ {NEW}"
    own = listed("ข่าวรับสมัครงาน", f"ประกาศรับสมัครลูกจ้างชั่วคราว {OLD}", path="/jobs")
    news = listed("ข่าวประชาสัมพันธ์", told, f"รณรงค์ไข้เลือดออก {RECENT}")
    menus = (menu("ข่าวรับสมัครงาน", "/jobs"), menu("ข่าวประชาสัมพันธ์", "/list"))
    assert status_of(site(*own, *news, start_links=menus), "1.8.jobs") is expected


def test_single_notices_among_the_news_make_the_list_together() -> None:
    lines = (f"ประกาศรับสมัครลูกจ้างชั่วคราว ตำแหน่งพนักงานช่วยเหลือคนไข้ {NEW}", f"รณรงค์ไข้เลือดออก {RECENT}")
    snapshot = site(*listed("ข่าวประชาสัมพันธ์", *lines), start_links=(menu("ข่าวประชาสัมพันธ์", "/list"),))
    assert status_of(snapshot, "1.8.jobs") in {Status.PASS, Status.PARTIAL}


@pytest.mark.parametrize(
    ("pictures", "expected"),
    [
        pytest.param((image("อบรม อสม.", "/n.jpg", block=1),), Status.PASS, id="shown"),
        pytest.param((), Status.PARTIAL, id="only-told"),
    ],
)
def test_news_that_only_tells_of_a_meeting_is_no_photo_news(pictures: tuple[Image, ...], expected: Status) -> None:
    old = listed("ภาพกิจกรรม", f"กิจกรรมวันไข้เลือดออก {OLD}", path="/album")
    told = f"อบรม อสม. {NEW}"
    post = page("/post", heading(told), text(ENTRY), title=told, images=pictures)
    assert isinstance(post.content, Page)
    days = tuple(DateSeen(span=span, source=DateSource.TEXT, block=0) for span in find_dates(told))
    post = replace(post, content=replace(post.content, dates=days))
    news = page("/list", heading("ข่าวประชาสัมพันธ์"), text(told), title="ข่าว", links=(link(told, "/post", block=1),))
    menus = (menu("ภาพกิจกรรม", "/album"), menu("ข่าวประชาสัมพันธ์", "/list"))
    assert status_of(site(*old, post, news, start_links=menus), "1.8.activities") is expected


def test_winners_are_no_notices_of_procurement() -> None:
    """REQUIREMENTS.md 5.2, 1.8.procurement-notice: winner belongs to the next row."""
    lines = (f"ประกาศผู้ชนะการเสนอราคา ซื้อยา {NEW}", f"ประกาศผู้ชนะการเสนอราคา จ้างเหมา {RECENT}")
    snapshot = site(*listed("ผลการจัดซื้อจัดจ้าง", *lines), start_links=(menu("ผลการจัดซื้อจัดจ้าง", "/list"),))
    audit = judge(snapshot)
    assert verdict(audit, "1.8.procurement-result").status is Status.PASS
    assert verdict(audit, "1.8.procurement-notice").status is not Status.PASS


def test_monthly_summaries_are_results_of_procurement() -> None:
    months = ("เมษายน 2567", "พฤษภาคม 2567")
    links = tuple(link(f"สขร.1 เดือน {month}", f"/m{n}.pdf", block=n) for n, month in enumerate(months, 1))
    papers = (
        document(f"/m{n}.pdf", f"สรุปผลการดำเนินการจัดซื้อจัดจ้าง สขร.1 เดือน {month}") for n, month in enumerate(months, 1)
    )
    made = page(
        "/list", heading("สขร.1"), *(text(f"สขร.1 เดือน {month}") for month in months), title="สขร.1", links=links
    )
    assert (
        status_of(site(made, *papers, start_links=(menu("สขร.1", "/list"),)), "1.8.procurement-result") is Status.PASS
    )


def test_the_shelves_of_a_store_of_documents_are_no_knowledge() -> None:
    shelves = listed("เอกสารเผยแพร่", "กฎหมายและระเบียบ", "แผนยุทธศาสตร์", "รายงานประจำปี", "ตู้เอกสารหนึ่ง", "ตู้เอกสารสอง")
    articles = listed("เอกสารเผยแพร่", "ลดหวาน มัน เค็ม ทำได้จริง", "ยุงลายวันนี้ ไข้เลือดออกวันหน้า")
    judged = [
        status_of(site(*pages, start_links=(menu("เอกสารเผยแพร่", "/list"),)), "1.3.knowledge")
        for pages in (shelves, articles)
    ]
    assert judged == [Status.NOT_APPLICABLE, Status.PASS]
