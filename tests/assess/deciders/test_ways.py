"""Pages that only introduce a file, parts of a page with several papers, and labels that are no more than labels."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.facts import LabelSource
from auditor.findings import ReasonCode, Status
from tests.assess.building import (
    AGENCY,
    answering,
    document,
    heading,
    image,
    judge,
    link,
    menu,
    page,
    site,
    status_of,
    text,
    verdict,
)

if TYPE_CHECKING:
    from auditor.facts import Block, Image, Link, Resource

AGREEMENT = "คำรับรองการปฏิบัติราชการ"
TITLE = f"{AGREEMENT} ประจำปีงบประมาณ พ.ศ. 2567"
PARTICULARS = (
    text("ดาวน์โหลดแล้ว 214"),
    text("ชนิดไฟล์ PDF"),
    text("ขนาดไฟล์ 13.84 KB"),
    text("จำนวนไฟล์ 1"),
    text("วันที่เผยแพร่ 24 ธันวาคม 2566"),
    text("เจ้าของข้อมูล กลุ่มงานยุทธศาสตร์และแผนงานโครงการ"),
    text("เอกสารนี้เปิดให้เฉพาะสมาชิก กรุณาเข้าสู่ระบบก่อนดาวน์โหลด"),
)
LOCKED = answering("/download/388", 401)
FIVE_PROMISES = "ข้าพเจ้าขอรับรองว่าจะดำเนินงานตามตัวชี้วัดที่ตกลงไว้ให้บรรลุเป้าหมาย "
DRIVE = "https://drive.google.com/file/d/1pa67/view"


def agreement(year: int) -> Resource:
    return document("/download/388", f"{AGREEMENT}\nประจำปีงบประมาณ พ.ศ. {year}\n{AGENCY}\n{FIVE_PROMISES * 5}")


def package(*blocks: Block, way: Link) -> Resource:
    """The page of a file: its title, what is told of it, and the way to it."""
    return page("/pa", heading(TITLE), *blocks, text(way.label), links=(way,), title=TITLE)


OPEN = link("ดาวน์โหลดเอกสาร", "/download/388", block=len(PARTICULARS) + 1)
BESIDE = replace(OPEN, label=PARTICULARS[5].text, text=OPEN.label, source=LabelSource.CONTEXT)
PACKAGES = [
    pytest.param((package(*PARTICULARS, way=OPEN), LOCKED), Status.UNVERIFIABLE, id="behind-a-log-in"),
    pytest.param((package(*PARTICULARS, way=OPEN), agreement(2567)), Status.PASS, id="open"),
    pytest.param(
        (package(*PARTICULARS, way=OPEN), agreement(2565)), Status.PARTIAL, id="the-file-is-of-another-year"
    ),
    pytest.param((package(*PARTICULARS, way=BESIDE), agreement(2565)), Status.PARTIAL, id="called-by-what-is-beside"),
    pytest.param((package(way=link(f"{TITLE} คลิกที่นี่", DRIVE, block=1)),), Status.REVIEW, id="on-a-drive"),
    pytest.param((package(way=link("คลิกที่นี่", DRIVE, block=1)),), Status.REVIEW, id="on-a-drive-by-no-name"),
    pytest.param((package(text(FIVE_PROMISES * 5), way=link("คลิกที่นี่", DRIVE, block=2)),), Status.PASS, id="in-words"),
    pytest.param(
        (
            package(
                text(FIVE_PROMISES * 5),
                way=replace(link(FIVE_PROMISES * 5, "/download/388", block=2), source=LabelSource.CONTEXT),
            ),
            LOCKED,
        ),
        Status.PASS,
        id="in-words-that-name-the-button-beside",
    ),
]


@pytest.mark.parametrize(("resources", "expected"), PACKAGES)
def test_a_page_that_introduces_a_file_is_worth_what_the_file_is(
    resources: tuple[Resource, ...], expected: Status
) -> None:
    assert status_of(site(*resources, start_links=(menu(TITLE, "/pa"),)), "1.1.performance-agreement") is expected


SHARED = (heading("แผนและผลการดำเนินงาน"), heading("แผนปฏิบัติราชการ", level=3))
BUDGET = (
    heading("แผนงาน/โครงการ และงบประมาณ ปี 2567", level=3),
    text("โครงการพัฒนาระบบบริการผู้ป่วยนอก เงินบำรุง 450,000 บาท โครงการซ้อมแผนอุบัติเหตุหมู่ เงินบำรุง 95,000 บาท " * 2),
)
OLD_PLAN = document("/p66.pdf", f"แผนปฏิบัติราชการ ปีงบประมาณ 2566\n{AGENCY}\n" + "โครงการเฝ้าระวังโรคในพื้นที่\n" * 5)
OLD_LINK = link("แผนปฏิบัติราชการ ปีงบประมาณ 2566", "/p66.pdf", block=3)


@pytest.mark.parametrize("page_name", ["แผนและผลการดำเนินงาน", "แผนงาน"])
def test_the_part_that_names_the_paper_is_judged_rather_than_the_page(page_name: str) -> None:
    """The years and rows of the budget beside it are none of the plan's."""
    panels = (*SHARED, text("ปี 2567 : อยู่ระหว่างเสนอผู้บริหารลงนาม"), text(OLD_LINK.label), *BUDGET)
    plans = page("/plan", *panels, links=(OLD_LINK,), title="แผนและผลการดำเนินงาน")
    audit = judge(site(plans, OLD_PLAN, start_links=(menu(page_name, "/plan"),)))
    assert verdict(audit, "1.1.action-plan").status is Status.PARTIAL
    assert verdict(audit, "1.1.projects-budget").status is Status.PASS


def test_a_page_of_the_papers_own_name_is_judged_whole() -> None:
    text_below = text("โครงการเฝ้าระวังโรคในพื้นที่ ปีงบประมาณ 2567 เป้าหมาย ร้อยละ 90 ของครัวเรือน " * 2)
    plan = page(
        "/plan", heading("แผนปฏิบัติราชการ"), text_below, heading("รายงานประจำปี", level=3), text("ฉบับพิมพ์"), title="แผน"
    )
    assert status_of(site(plan, start_links=(menu("แผนปฏิบัติราชการ", "/plan"),)), "1.1.action-plan") is Status.PASS


def test_the_excerpt_of_another_page_ends_where_a_line_names_another_paper() -> None:
    """Panels whose names are no headings, with the heading of a file's own page in one of them."""
    teaser = heading("แผนปฏิบัติราชการ ปีงบประมาณ 2566", level=3)
    names = (text("แผนปฏิบัติราชการ"), teaser, text("แผนงาน/โครงการ และงบประมาณ ปี 2567"), BUDGET[1])
    plans = page("/plan", heading("เอกสาร"), *names, links=(link(teaser.text, "/p66.pdf", block=2),), title="เอกสาร")
    snapshot = site(plans, OLD_PLAN, start_links=(menu("เอกสารเผยแพร่", "/plan"),))
    assert status_of(snapshot, "1.1.action-plan") is Status.PARTIAL


@pytest.mark.parametrize(
    ("pictures", "status", "why"),
    [
        pytest.param((image(block=2),), Status.REVIEW, ReasonCode.POSTER, id="beside-pictures"),
        pytest.param((), Status.FAIL, ReasonCode.OTHER_AGENCY, id="alone"),
    ],
)
def test_pictures_beside_the_provinces_paper_may_be_our_own(
    pictures: tuple[Image, ...], status: Status, why: ReasonCode
) -> None:
    paper = document("/s.pdf", "แผนยุทธศาสตร์ พ.ศ. 2566 - 2570\nสำนักงานสาธารณสุขจังหวัดร้อยเอ็ด\n" + "เป้าหมาย\n" * 20)
    way = link("แผนยุทธศาสตร์ สสจ.ร้อยเอ็ด พ.ศ. 2566 - 2570", "/s.pdf", block=2)
    parts = (heading("แผนงาน"), heading(f"แผนยุทธศาสตร์ {AGENCY} พ.ศ. 2566 - 2570", level=3), text(way.label))
    plans = page("/plan", *parts, links=(way,), images=pictures, title="แผนงาน")
    found = verdict(judge(site(plans, paper, start_links=(menu("แผนงาน", "/plan"),))), "1.1.strategy")
    assert (found.status, found.reasons[0].code) == (status, why)
    assert bool(found.evidence) is (status is Status.REVIEW)


LABELS = [
    pytest.param("รายงานประจำปี 2566", ReasonCode.PART_MISSING, id="short"),
    pytest.param(f"รายงานประจำปี 2566 {AGENCY} (เปิดอ่านแบบ e-Book ได้ที่นี่)", ReasonCode.PART_MISSING, id="long"),
    pytest.param("รายงานประจำปี 2566 สสจ.ร้อยเอ็ด (เปิดอ่านแบบ e-Book)", ReasonCode.OTHER_AGENCY, id="another-agencys"),
]


@pytest.mark.parametrize(("label", "why"), LABELS)
def test_a_label_with_nothing_behind_it_is_no_paper_however_long_it_is(label: str, why: ReasonCode) -> None:
    shelf = page("/r", heading("รายงานประจำปี"), text(label), title="รายงาน")
    found = verdict(judge(site(shelf, start_links=(menu("รายงานประจำปี", "/r"),))), "1.1.annual-report")
    assert found.status is Status.REVIEW
    assert found.reasons[0].code is why
