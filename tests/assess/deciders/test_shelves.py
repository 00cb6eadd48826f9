"""Names under which nothing stands but ways to papers: the paper behind tells, not the name of the shelf."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.findings import ReasonCode, Status
from tests.assess.building import (
    AGENCY,
    document,
    heading,
    judge,
    link,
    menu,
    page,
    row,
    site,
    status_of,
    text,
    verdict,
)

if TYPE_CHECKING:
    from auditor.facts import Link, Resource

MANUAL = "คู่มือการปฏิบัติงาน"
STEPS = "1. รับเรื่อง ภายใน 1 วัน\n2. ตรวจสอบข้อเท็จจริง ภายใน 5 วัน\n3. แจ้งผลผู้ร้อง ภายใน 1 วัน\n" * 3
OURS = document("/files/21.pdf", f"{MANUAL} เรื่อง การควบคุมโรคไข้เลือดออก\n{AGENCY}\n{STEPS}")
PROGRAM = document("/files/21.pdf", f"คู่มือการใช้งานโปรแกรม JHCIS\n{AGENCY}\n1. เปิดโปรแกรม 2. ใส่รหัสผ่าน\n" * 3)
HEADS = ("เอกสาร", "ดาวน์โหลด")


def card(name: str) -> Resource:
    """The page of one file."""
    way = link("ดาวน์โหลด", "/files/21.pdf", block=1)
    return page("/view/21", heading(name), text("ดาวน์โหลด"), links=(way,), title=name)


def shelf(name: str) -> Resource:
    """A table of files: its name, the heads of its columns, a row for each with a link to its card."""
    return page(
        "/shelf",
        heading(name),
        row(*HEADS),
        row("เรื่องทั่วไป", "413 ครั้ง", heads=HEADS),
        row("คู่มือประชาชน", "466 ครั้ง", heads=HEADS),
        links=(link("เรื่องทั่วไป", "/view/21", block=2), link("คู่มือประชาชน", "/view/22", block=3)),
        title=name,
    )


OTHER_CARD = page(
    "/view/22", heading("คู่มือประชาชน"), text("ขอรับได้ที่จุดประชาสัมพันธ์ของหน่วยงานในวันและเวลาราชการ"), title="คู่มือประชาชน"
)
SHELVES = [
    pytest.param((shelf(MANUAL), card("เรื่องทั่วไป"), OTHER_CARD, OURS), Status.PASS, id="a-manual-behind"),
    pytest.param((shelf(MANUAL), card("เรื่องทั่วไป"), OTHER_CARD, PROGRAM), Status.FAIL, id="a-programs-behind"),
    pytest.param(
        (shelf(MANUAL), card(f"{MANUAL}ทั่วไป"), OTHER_CARD, PROGRAM), Status.FAIL, id="and-its-card-named-so"
    ),
]


@pytest.mark.parametrize(("resources", "expected"), SHELVES)
def test_a_shelf_is_worth_what_stands_on_it(resources: tuple[Resource, ...], expected: Status) -> None:
    assert status_of(site(*resources, start_links=(menu(MANUAL, "/shelf"),)), "1.6.manual") is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(f"{MANUAL}ของงานทั่วไป {STEPS}", Status.PASS, id="that-call-themselves-so"),
        pytest.param(STEPS, Status.REVIEW, id="that-may-be-one"),
    ],
)
def test_a_shelf_of_pages_is_worth_what_the_pages_say(words: str, expected: Status) -> None:
    behind = page("/view/21", heading("เรื่องทั่วไป"), text(words), title="เรื่องทั่วไป")
    snapshot = site(shelf(MANUAL), behind, OTHER_CARD, start_links=(menu(MANUAL, "/shelf"),))
    found = verdict(judge(snapshot), "1.6.manual")
    assert (found.status, found.evidence[0].url.rpartition("/")[2]) == (expected, "21")


def listed(*names: str, viewer: bool) -> Resource:
    """Cards one below the other, each with its button; the first file is shown in a viewer, too."""
    blocks = [heading("คู่มือและแนวทางปฏิบัติงาน")]
    links: list[Link] = []
    for number, name in enumerate(names, 21):
        blocks += [text(name), text("PDF · 13.2 KB · เผยแพร่ 30 ต.ค. 66 · กลุ่มการพยาบาล"), text("ดาวน์โหลด")]
        if viewer and not links:
            links.append(replace(link("PDF viewer", f"/files/{number}.pdf", block=1), embedded=True))
        links.append(link(f"ดาวน์โหลด {name}", f"/files/{number}.pdf", block=len(blocks) - 1))
    return page("/manuals", *blocks, links=tuple(links), title="คู่มือและแนวทางปฏิบัติงาน")


@pytest.mark.parametrize("viewer", [True, False])
@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        pytest.param((OURS,), Status.PASS, id="ours-is-behind-its-name"),
        pytest.param((PROGRAM,), Status.FAIL, id="a-programs-is"),
    ],
)
def test_a_page_that_lists_papers_is_none(papers: tuple[Resource, ...], expected: Status, *, viewer: bool) -> None:
    complaints = document("/files/22.pdf", f"แนวทางการจัดการเรื่องร้องเรียน\n{AGENCY}\n" + "ช่องทางและขั้นตอน " * 20)
    shown = listed(f"{MANUAL} งานผู้ป่วยนอก (WI-OPD-01)", "แนวทางการจัดการเรื่องร้องเรียน", viewer=viewer)
    snapshot = site(shown, *papers, complaints, start_links=(menu("คู่มือปฏิบัติงาน", "/manuals"),))
    assert status_of(snapshot, "1.6.manual") is expected


def test_the_year_of_a_neighbour_on_the_shelf_is_not_the_papers() -> None:
    names = ("แผนปฏิบัติราชการ ประจำปีงบประมาณ 2566", "แผนปฏิบัติการป้องกันการทุจริต ปีงบประมาณ 2567")
    shown = page(
        "/plans",
        heading("แผนและผลการดำเนินงาน"),
        heading("แผนปฏิบัติการ", level=7),
        text(names[0]),
        text("PDF · 14.2 KB · เผยแพร่ 14 พ.ย. 66 · กลุ่มงานยุทธศาสตร์"),
        text("ดาวน์โหลด"),
        text(names[1]),
        text("PDF · 13.8 KB · เผยแพร่ 28 พ.ย. 66 · กลุ่มงานยุทธศาสตร์"),
        text("ดาวน์โหลด"),
        links=tuple(
            link(f"ดาวน์โหลด {name}", f"/f/{at}.pdf", block=block)
            for name, at, block in zip(names, "12", (4, 7), strict=True)
        ),
        title="แผนและผลการดำเนินงาน",
    )
    old = document("/f/1.pdf", f"{names[0]}\n{AGENCY}\n" + "โครงการเฝ้าระวังโรคในพื้นที่ งบประมาณ 20,000 บาท\n" * 5)
    other = document("/f/2.pdf", f"{names[1]}\n{AGENCY}\n" + "มาตรการป้องกันการรับสินบน\n" * 5)
    found = verdict(judge(site(shown, old, other, start_links=(menu("แผนงาน", "/plans"),))), "1.1.action-plan")
    assert (found.status, found.evidence[0].url.rpartition("/")[2]) == (Status.PARTIAL, "1.pdf")


POLICY = "นโยบายการทำงานของนายสมเกียรติ พูนทรัพย์ คือ ทำงานเป็นทีม โปร่งใส ใส่ใจประชาชน ปีงบประมาณ พ.ศ. 2567 "
GOALS = "ประเด็นยุทธศาสตร์ที่ 1 พัฒนาระบบบริการปฐมภูมิ "


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(POLICY, Status.REVIEW, id="policy-alone"),
        pytest.param(POLICY + GOALS, Status.PASS, id="and-strategy"),
    ],
)
def test_a_page_that_never_names_what_a_label_promises_needs_a_person(words: str, expected: Status) -> None:
    policy = page("/policy", heading("นโยบายผู้บริหาร"), text(words), text(words), title="นโยบายผู้บริหาร")
    found = verdict(
        judge(site(policy, start_links=(menu("นโยบายและยุทธศาสตร์ของหน่วยงาน", "/policy"),))), "1.1.strategy"
    )
    assert found.status is expected
    if expected is Status.REVIEW:
        assert found.reasons[0].code is ReasonCode.NOT_THE_THING


MODEL = "ประกาศ(ชื่อหน่วยงาน)..........\nเรื่อง แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน\n"
RULES = "1. ลักษณะและประเภทข้อมูลที่ต้องเผยแพร่ 2. วิธีการและขั้นตอน 3. กลไกการตรวจสอบและกำกับติดตามอย่างต่อเนื่อง\n"


@pytest.mark.parametrize(
    ("head", "day", "expected"),
    [
        pytest.param(MODEL, "ประกาศ ณ วันที่ ..... เดือน ....... พ.ศ. ....", Status.REVIEW, id="nobody-filled-it-in"),
        pytest.param(
            MODEL.replace("(ชื่อหน่วยงาน)..........", AGENCY),
            "ประกาศ ณ วันที่ ..... พฤศจิกายน พ.ศ. 2566",
            Status.PASS,
            id="the-day-is-written-by-hand",
        ),
    ],
)
def test_a_model_that_nobody_filled_in_needs_a_person(head: str, day: str, expected: Status) -> None:
    title = "ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน"
    paper = document("/announcement.pdf", f"{head}ปีงบประมาณ พ.ศ. 2567\n{RULES * 3}{day}")
    assert status_of(site(paper, start_links=(menu(title, "/announcement.pdf"),)), "3.announcement") is expected
