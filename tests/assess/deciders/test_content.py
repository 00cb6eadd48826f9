"""Pages, sections and documents that topics name (CONTRACT.md 2; REQUIREMENTS.md 5.1–5.4)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.facts import Step
from auditor.findings import Status
from tests.assess.building import (
    AGENCY,
    HOST,
    document,
    heading,
    image,
    link,
    menu,
    page,
    row,
    site,
    status_of,
    text,
)

if TYPE_CHECKING:
    from auditor.facts import Block, Resource

HISTORY = (
    "สำนักงานสาธารณสุขอำเภอบึงทอง ก่อตั้งเมื่อปี พ.ศ. 2520 เดิมใช้ที่ว่าการอำเภอหลังเก่าเป็นที่ทำการ "
    "ต่อมาได้รับงบประมาณก่อสร้างอาคารหลังปัจจุบัน เปิดใช้เมื่อปี พ.ศ. 2538"
)
DUTIES = "มีหน้าที่จัดทำแผนยุทธศาสตร์ด้านสุขภาพในเขตอำเภอ กำกับ ดูแล ประเมินผล และสนับสนุนการปฏิบัติงานของหน่วยงานสาธารณสุข"


def one(label: str, target: Resource, requirement: str) -> Status:
    """The status when a menu entry of this label leads to the target."""
    path = target.url.removeprefix(HOST)
    return status_of(site(target, start_links=(menu(label, path),)), requirement)


GENERAL = [
    pytest.param(
        "ประวัติความเป็นมา",
        page("/t", heading("ประวัติความเป็นมา"), text(HISTORY)),
        "1.1.history",
        Status.PASS,
        id="history",
    ),
    pytest.param(
        "ประวัติความมา",
        page("/t", heading("ประวัติความมา"), text(HISTORY)),
        "1.1.history",
        Status.PASS,
        id="history-misspelt",
    ),
    pytest.param(
        "ประวัติอำเภอ",
        page("/t", heading("ประวัติอำเภอ"), text(HISTORY)),
        "1.1.history",
        Status.FAIL,
        id="history-of-the-district",
    ),
    pytest.param(
        "ขอประวัติการรักษา",
        page("/t", heading("ขอประวัติการรักษา"), text(HISTORY)),
        "1.1.history",
        Status.FAIL,
        id="medical-records",
    ),
    pytest.param("อำนาจหน้าที่", page("/t", heading("อำนาจหน้าที่"), text(DUTIES)), "1.1.duties", Status.PASS, id="duties"),
    pytest.param(
        "หน้าที่และอำนาจ",
        page("/t", heading("หน้าที่และอำนาจ"), text(DUTIES)),
        "1.1.duties",
        Status.PASS,
        id="duties-turned-round",
    ),
    pytest.param(
        "โครงสร้างองค์กร",
        page("/t", heading("โครงสร้างองค์กร"), text("กลุ่มงานบริหาร"), text("กลุ่มงานควบคุมโรค")),
        "1.1.structure",
        Status.PASS,
        id="structure",
    ),
    pytest.param(
        "โครงสร้างองค์กร",
        page("/t", heading("โครงสร้างองค์กร"), images=(image(alt="ผัง : กลุ่มงานบริหาร กลุ่มงานควบคุมโรค"),)),
        "1.1.structure",
        Status.PASS,
        id="chart-told-in-words",
    ),
    pytest.param(
        "โครงสร้างองค์กร",
        page("/t", heading("โครงสร้างองค์กร"), images=(image(alt=f"ผังโครงสร้างองค์กร {AGENCY} ปี 2567"),)),
        "1.1.structure",
        Status.REVIEW,
        id="chart-only-named",
    ),
    pytest.param(
        "โครงสร้างองค์กร",
        page("/t", heading("โครงสร้างองค์กร"), images=(image(),)),
        "1.1.structure",
        Status.REVIEW,
        id="chart-without-words",
    ),
    pytest.param(
        "โครงสร้าง 43 แฟ้ม",
        page("/t", heading("โครงสร้าง 43 แฟ้ม"), text(HISTORY)),
        "1.1.structure",
        Status.FAIL,
        id="data-structure",
    ),
    pytest.param(
        "ทำเนียบผู้บริหาร",
        page("/t", heading("ทำเนียบผู้บริหาร"), text("นายสมชาย ใจดี"), text("สาธารณสุขอำเภอบึงทอง")),
        "1.1.executives",
        Status.PASS,
        id="executives",
    ),
    pytest.param(
        "ทำเนียบอดีตผู้บริหาร",
        page("/t", heading("ทำเนียบอดีตผู้บริหาร"), text("นายสมชาย ใจดี สาธารณสุขอำเภอ")),
        "1.1.executives",
        Status.FAIL,
        id="former-heads",
    ),
    pytest.param(
        "ผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO)",
        page("/t", heading("CIO"), text("นายสมชาย ใจดี สาธารณสุขอำเภอบึงทอง ผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO)")),
        "1.1.cio",
        Status.PASS,
        id="cio",
    ),
    pytest.param(
        "กลุ่มงานสารสนเทศ",
        page("/t", heading("กลุ่มงานสารสนเทศ"), text("นายสมชาย ใจดี หัวหน้ากลุ่มงาน")),
        "1.1.cio",
        Status.FAIL,
        id="it-section-is-no-cio",
    ),
    pytest.param(
        "ใบรับรองแพทย์",
        page("/t", heading("ใบรับรองแพทย์"), text(DUTIES)),
        "1.1.performance-agreement",
        Status.FAIL,
        id="medical-certificate",
    ),
]


@pytest.mark.parametrize(("label", "target", "requirement", "expected"), GENERAL)
def test_general_information_is_found_and_told_from_its_look_alikes(
    label: str, target: Resource, requirement: str, expected: Status
) -> None:
    assert one(label, target, requirement) is expected


YEAR = "ประจำปีงบประมาณ พ.ศ. 2567"
WORDS = f"\n{AGENCY}\nโครงการเฝ้าระวังโรคติดต่อในพื้นที่ งบประมาณ 50,000 บาท ตัวชี้วัดร้อยละ 90 ของครัวเรือน"
PAPERS = [
    pytest.param("แผนปฏิบัติราชการ", f"แผนปฏิบัติราชการ {YEAR}{WORDS}", "1.1.action-plan", Status.PASS, id="plan"),
    pytest.param(
        "แผนปฏิบัติการป้องกันการทุจริต",
        f"แผนปฏิบัติการป้องกันการทุจริต {YEAR}{WORDS}",
        "1.1.action-plan",
        Status.FAIL,
        id="anti-corruption-plan",
    ),
    pytest.param(
        "แผนปฏิบัติการจัดซื้อจัดจ้าง",
        f"แผนปฏิบัติการจัดซื้อจัดจ้าง {YEAR}{WORDS}",
        "1.1.action-plan",
        Status.FAIL,
        id="procurement-plan",
    ),
    pytest.param(
        "แผนยุทธศาสตร์ พ.ศ. 2566-2570",
        f"แผนยุทธศาสตร์ พ.ศ. 2566-2570{WORDS}",
        "1.1.strategy",
        Status.PASS,
        id="strategy-of-years",
    ),
    pytest.param(
        "แผนยุทธศาสตร์ พ.ศ. 2560-2564",
        f"แผนยุทธศาสตร์ พ.ศ. 2560-2564{WORDS}",
        "1.1.strategy",
        Status.PARTIAL,
        id="strategy-that-ended",
    ),
    pytest.param(
        "รายงานประจำปี 2566",
        f"รายงานประจำปี 2566{WORDS}",
        "1.1.annual-report",
        Status.PASS,
        id="annual-report-of-last-year",
    ),
    pytest.param(
        "รายงานประจำปี 2565",
        f"รายงานประจำปี 2565{WORDS}",
        "1.1.annual-report",
        Status.PARTIAL,
        id="annual-report-too-old",
    ),
    pytest.param(
        "รายงานประจำเดือน",
        f"รายงานประจำเดือน พฤษภาคม 2567{WORDS}",
        "1.1.annual-report",
        Status.FAIL,
        id="monthly-report",
    ),
    pytest.param(
        "คำรับรองการปฏิบัติราชการ",
        f"คำรับรองการปฏิบัติราชการ {YEAR}{WORDS}",
        "1.1.performance-agreement",
        Status.PASS,
        id="agreement",
    ),
    pytest.param(
        "แผนงาน โครงการ และงบประมาณ",
        f"แผนงาน โครงการ และงบประมาณ {YEAR}{WORDS}",
        "1.1.projects-budget",
        Status.PASS,
        id="projects",
    ),
]


@pytest.mark.parametrize(("label", "words", "requirement", "expected"), PAPERS)
def test_papers_are_judged_by_kind_and_year(label: str, words: str, requirement: str, expected: Status) -> None:
    assert one(label, document("/t.pdf", words), requirement) is expected


ANNOUNCED = "ประกาศ{agency}\nเรื่อง แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน\n{body}\nประกาศ ณ วันที่ {day}"
RULES = "เพื่อให้การเผยแพร่ข้อมูลเป็นไปตามกฎหมาย จึงกำหนดแนวทางดังต่อไปนี้ ข้อมูลหน่วยงาน ประวัติ วิสัยทัศน์ พันธกิจ โครงสร้าง"
ANNOUNCEMENTS = [
    pytest.param(AGENCY, "๒๕ ธันวาคม พ.ศ. ๒๕๖๖", Status.PASS, id="of-this-year"),
    pytest.param(AGENCY, "26 ธันวาคม พ.ศ. 2565", Status.PARTIAL, id="of-last-year"),
    pytest.param("สำนักงานสาธารณสุขอำเภอนาหว้า", "25 ธันวาคม พ.ศ. 2566", Status.FAIL, id="another-agencys"),
]


@pytest.mark.parametrize(("agency", "day", "expected"), ANNOUNCEMENTS)
def test_the_announcement_is_this_units_of_this_fiscal_year(agency: str, day: str, expected: Status) -> None:
    """REQUIREMENTS.md 5.4 says partial for a neighbour's copy, CONTRACT.md 2 fail: never a pass."""
    target = document("/a.pdf", ANNOUNCED.format(agency=agency, body=RULES, day=day))
    status = one("ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน", target, "3.announcement")
    assert status is expected or (expected is Status.FAIL and status is Status.PARTIAL)


FORM = (
    "แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงานในราชการบริหารส่วนภูมิภาค\nสำนักงานปลัดกระทรวงสาธารณสุข\n"
    f"ชื่อหน่วยงาน : {AGENCY}\nวัน/เดือน/ปี : 25 ธันวาคม 2566\nหัวข้อ : แผน\nรายละเอียดข้อมูล : ตามเอกสารแนบ\n"
    "Link ภายนอก : ไม่มี\nหมายเหตุ : -\nผู้รับผิดชอบการให้ข้อมูล {first}\nผู้อนุมัติรับรอง {second}"
)


BLANK = FORM.format(first="." * 30, second="." * 30)
FORM_TITLE = "แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์"


@pytest.mark.parametrize(
    ("label", "words", "expected"),
    [
        (FORM_TITLE, FORM.format(first="นางสาวสมใจ ใจดี", second="นายสมชาย มั่นคง"), Status.PASS),
        (FORM_TITLE, BLANK, Status.FAIL),
        ("ดาวน์โหลดแบบฟอร์มขอเผยแพร่ข้อมูล", BLANK, Status.PARTIAL),
    ],
    ids=["filled", "empty", "template-for-download"],
)
def test_a_request_form_must_be_filled_in(label: str, words: str, expected: Status) -> None:
    """REQUIREMENTS.md 5.3: an empty template is none, unless for download."""
    target = document("/f.pdf", words)
    target = replace(target, trail=(target.trail[0], Step(label=label, url=target.url)))
    assert one(label, target, "2.2.request-form") is expected


INDEX = (heading("ข้อมูลข่าวสารตามมาตรา 9"), *(text(f"มาตรา 9 ({n}) รายการที่ {n} ของข้อมูลข่าวสาร") for n in range(1, 9)))


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param(INDEX, True, id="eight-rows"),
        pytest.param(
            (heading("มาตรา 9"), text("มาตรา 9 ข้อมูลข่าวสารของราชการต้องจัดไว้ให้ประชาชนเข้าตรวจดูได้")),
            False,
            id="text-of-the-act",
        ),
    ],
)
def test_section_9_asks_for_an_index_not_the_text_of_the_act(blocks: tuple[Block, ...], *, expected: bool) -> None:
    target = page("/o", *blocks)
    assert (one("ข้อมูลข่าวสารตามมาตรา 9", target, "1.5.oia-9") is Status.PASS) is expected


def laws(*names: str) -> Resource:
    return page("/l", heading("กฎหมายที่เกี่ยวข้อง"), *(row(str(n), name) for n, name in enumerate(names, 1)))


@pytest.mark.parametrize(
    ("target", "passes"),
    [
        (laws("พระราชบัญญัติการสาธารณสุข พ.ศ. 2535", "พระราชบัญญัติยา พ.ศ. 2510", "พ.ร.บ.อาหาร พ.ศ. 2522"), True),
        (laws("พระราชบัญญัติการสาธารณสุข พ.ศ. 2535"), False),
        (laws("กำลังรวบรวม"), False),
    ],
    ids=["three", "one", "none"],
)
def test_laws_are_several_by_name(target: Resource, *, passes: bool) -> None:
    assert (one("กฎหมายที่เกี่ยวข้อง", target, "1.2.laws") is Status.PASS) is passes


def test_a_page_named_by_one_law_that_holds_none_is_no_collection_of_laws() -> None:
    index = page("/oia", heading("พ.ร.บ.ข้อมูลข่าวสาร"), text("(1) โครงสร้างและการจัดองค์กร"), text("(5) ไม่มี"))
    assert one("พ.ร.บ.", index, "1.2.laws") is Status.FAIL


def test_the_line_below_a_title_that_gives_its_basis_names_no_paper() -> None:
    duties = document("/d.pdf", f"หน้าที่และอำนาจ\nตามกฎกระทรวงแบ่งส่วนราชการ พ.ศ. 2560\n{DUTIES}")
    assert one("เอกสาร 1", duties, "1.2.laws") is Status.FAIL


MEMO = (
    f"บันทึกข้อความ\nส่วนราชการ {AGENCY}\nเรื่อง ขออนุญาตเผยแพร่แผนงาน โครงการ และงบประมาณ\n"
    "เรียน สาธารณสุขอำเภอบึงทอง\nเพื่อโปรดลงนาม"
)
BUDGET = (
    f"แผนงาน โครงการ และงบประมาณ ปีงบประมาณ 2567\n{AGENCY}\n"
    "1. โครงการควบคุมไข้เลือดออก 45,000 บาท\nรวมงบประมาณ 45,000 บาท"
)


@pytest.mark.parametrize(
    ("paper", "expected"),
    [pytest.param(MEMO, Status.FAIL, id="memo"), pytest.param(BUDGET, Status.PASS, id="budget")],
)
def test_a_row_of_an_index_is_worth_what_stands_behind_it(paper: str, expected: Status) -> None:
    """A section that holds nothing but a link to a list of papers is neither the thing nor its lack."""
    name = "แผนงาน โครงการ และงบประมาณ"
    index = page(
        "/oia", heading("มาตรา 9"), heading(name, level=3), text("แฟ้ม 3"), links=(link("แฟ้ม 3", "/files", block=2),)
    )
    files = page("/files", heading("แฟ้ม 3"), text("เอกสาร 1"), links=(link("เอกสาร 1", "/p.pdf", block=1),))
    made = site(index, files, document("/p.pdf", paper), start_links=(menu("ข้อมูลข่าวสาร", "/oia"),))
    assert status_of(made, "1.1.projects-budget") is expected


def test_a_question_names_nothing_that_its_answer_is() -> None:
    asked = page(
        "/faq", heading("คำถามที่พบบ่อย"), heading("ขอรายงานประจำปีได้ที่ไหน", level=3), text("ติดต่อกลุ่มงานบริหาร ชั้น 2 " * 4)
    )
    assert one("คำถามที่พบบ่อย", asked, "1.1.annual-report") is Status.FAIL
