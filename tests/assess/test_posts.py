"""News posts and questions on web boards speak of things; they are not the things (CONTRACT.md 2)."""

from __future__ import annotations

import pytest

from auditor.findings import Status
from tests.assess.building import AGENCY, document, heading, link, menu, page, site, status_of, text

LONG = f"{AGENCY} ขอแจ้งให้ทราบว่ามีการดำเนินงานตามภารกิจของหน่วยงานในพื้นที่อย่างต่อเนื่อง "
NEWS_PAGE = "/newslist"


def listed(label: str, path: str, body: str, *, under: str = "ข่าวประชาสัมพันธ์", paper: str = "") -> Status:
    """The annual report's status where a list below this heading leads to a post of this title."""
    links = (link("ดาวน์โหลด", paper, block=1),) if paper else ()
    post = page(path, heading(label), text(body), title=label, links=links)
    listing = page(
        NEWS_PAGE, heading(under), text(label), title=under, links=(link(label, path, block=1, heading_above=under),)
    )
    files = (document(paper, f"รายงานประจำปี 2566\n{AGENCY}\n" + "ผลการดำเนินงานของหน่วยงาน " * 30),) if paper else ()
    return status_of(site(listing, post, *files, start_links=(menu(under, NEWS_PAGE),)), "1.1.annual-report")


POSTS = [
    pytest.param("รายงานประจำปี 2566 อยู่ระหว่างจัดพิมพ์", "/n/1", "", Status.FAIL, id="says-what-becomes-of-it"),
    pytest.param("แจ้งรายงานประจำปี 2566 จัดพิมพ์เสร็จแล้ว", "/n/1", "", Status.FAIL, id="begins-as-news-do"),
    pytest.param("รายงานประจำปี 2566 ฉบับสมบูรณ์พร้อมภาพประกอบสี่สี", "/news/1", "", Status.FAIL, id="in-a-folder-of-news"),
    pytest.param(
        "รายงานประจำปี 2566 ฉบับสมบูรณ์พร้อมภาพประกอบสี่สี", "/2024/05/annual/", "", Status.FAIL, id="dated-address"
    ),
    pytest.param("รายงานประจำปี 2566 ได้ไหม ขอเล่มหนึ่ง", "/q/1", "", Status.FAIL, id="question"),
    pytest.param(
        "รายงานประจำปี 2566 ฉบับสมบูรณ์พร้อมภาพประกอบสี่สี", "/news/1", "/r.pdf", Status.PASS, id="brings-the-paper"
    ),
]


@pytest.mark.parametrize(("label", "path", "paper", "expected"), POSTS)
def test_a_post_about_a_report_is_none(label: str, path: str, paper: str, expected: Status) -> None:
    assert listed(label, path, LONG * 2, paper=paper) is expected


def test_a_page_that_calls_itself_another_paper_needs_a_person() -> None:
    steps = "1. ยื่นคำขอ ใช้เวลา 5 นาที 2. ตรวจเอกสาร ใช้เวลา 10 นาที 3. รับบริการ ใช้เวลา 15 นาที "
    guide = page("/g", heading("คู่มือสำหรับประชาชน"), text(steps * 3), title="คู่มือสำหรับประชาชน")
    assert status_of(site(guide, start_links=(menu("คู่มือปฏิบัติงาน", "/g"),)), "1.6.manual") is Status.REVIEW


def test_another_units_history_is_not_ours() -> None:
    told = "โรงพยาบาลส่งเสริมสุขภาพตำบลวังใหม่ ก่อตั้งเมื่อปี พ.ศ. 2520 ต่อมาได้รับงบประมาณก่อสร้างอาคารใหม่ เปิดใช้ปี พ.ศ. 2538"
    label = "ประวัติความเป็นมา รพ.สต.วังใหม่"
    centre = page("/centre", heading(label), text(told), title=label)
    assert status_of(site(centre, start_links=(menu(label, "/centre"),)), "1.1.history") is Status.FAIL


@pytest.mark.parametrize(("path", "expected"), [("/2024/05/aids/", Status.FAIL), ("/aids/", Status.REVIEW)])
def test_how_many_came_to_an_exhibition_is_no_count_of_the_sites_visitors(path: str, expected: Status) -> None:
    post = page(path, heading("สรุปจำนวนผู้เข้าชมนิทรรศการ"), text("ผู้เข้าชมนิทรรศการทั้งหมด 1,240 คน วันนี้ 300 คน"))
    assert status_of(site(post, start_links=(menu("นิทรรศการ", path),)), "1.10.statistics") is expected
