"""What stands under the name of a body above ours is that body's (REQUIREMENTS.md 5, rule (c))."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.findings import ReasonCode, Status
from tests.assess.building import (
    AGENCY,
    document,
    heading,
    image,
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
    from auditor.facts import Block

OURS = "ประชาชนบึงทองสุขภาพดี เจ้าหน้าที่มีความสุข ระบบสุขภาพยั่งยืน"
THEIRS = "เป็นองค์กรหลักด้านสุขภาพ ที่รวมพลังสังคม เพื่อประชาชนสุขภาพดี"
MISSIONS = "พัฒนาหน่วยบริการปฐมภูมิให้ได้มาตรฐานและเสริมพลังภาคีเครือข่าย"
BOTH = "วิสัยทัศน์ พันธกิจ"
ABOVE = (
    "วิสัยทัศน์กระทรวงสาธารณสุข",
    "1. วิสัยทัศน์ของกระทรวงสาธารณสุข",
    "วิสัยทัศน์ (กระทรวงสาธารณสุข)",
    "วิสัยทัศน์กรมอนามัย",
    "วิสัยทัศน์ สป.สธ.",
    "วิสัยทัศน์สำนักงานปลัดกระทรวงสาธารณสุข",
    "วิสัยทัศน์เขตสุขภาพที่ 10",
    "วิสัยทัศน์จังหวัดศรีลำดวน",
    "วิสัยทัศน์อำเภอบึงทอง",
    "วิสัยทัศน์ สสจ.ศรีลำดวน",
    "วิสัยทัศน์สำนักงานสาธารณสุขจังหวัดศรีลำดวน",
    "วิสัยทัศน์อบจ.ศรีลำดวน",
)


def told(label: str, *blocks: Block) -> tuple[Status, Status]:
    """Vision and mission where a menu entry leads to a page of this title."""
    byline = (text("เขียนโดย Administrator"), text("20 พฤศจิกายน 2023 เวลา 10:13 น."))
    target = page("/v", heading(label), *byline, *blocks, title=label)
    made = site(target, start_links=(menu(label, "/v"),))
    audited = judge(made)
    return verdict(audited, "1.1.vision").status, verdict(audited, "1.1.mission").status


@pytest.mark.parametrize("label", [BOTH, "วิสัยทัศน์", "ข้อมูลหน่วยงาน"])
@pytest.mark.parametrize("name", ABOVE)
def test_the_vision_of_a_body_above_is_neither_our_vision_nor_our_mission(name: str, label: str) -> None:
    assert told(label, text(name), text(THEIRS)) == (Status.FAIL, Status.FAIL)
    assert told(label, heading(name, level=2), text(THEIRS)) == (Status.FAIL, Status.FAIL)


@pytest.mark.parametrize("name", [ABOVE[0], ABOVE[6], ABOVE[9]])
@pytest.mark.parametrize("plain", [True, False], ids=["lines", "headings"])
def test_our_own_counts_before_and_behind_it(name: str, *, plain: bool) -> None:
    def head(words: str) -> Block:
        return text(words) if plain else heading(words, level=2)

    ours = (head("วิสัยทัศน์"), text(OURS), head("พันธกิจ"), text(MISSIONS))
    theirs = (head(name), text(THEIRS))
    assert told(BOTH, *theirs, *ours) == told(BOTH, *ours, *theirs) == (Status.PASS, Status.PASS)
    assert told(BOTH, *theirs, head("พันธกิจ"), text(MISSIONS)) == (Status.FAIL, Status.PASS)
    assert told("วิสัยทัศน์", text(OURS), *theirs)[0] is Status.PASS


@pytest.mark.parametrize("other", ["ค่านิยม", "เป้าประสงค์", "อำนาจหน้าที่"])
def test_what_follows_theirs_under_another_name_is_not_what_the_page_is_called(other: str) -> None:
    theirs = (heading(ABOVE[0], level=2), text(THEIRS))
    behind = (heading(other, level=2), text("Mastery Originality People-centered Humility"), text(MISSIONS))
    assert told("วิสัยทัศน์ พันธกิจ ค่านิยม", *theirs, *behind) == (Status.FAIL, Status.FAIL)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param((text(f"{ABOVE[0]} : {THEIRS}"),), Status.FAIL, id="theirs-in-one-line"),
        pytest.param((text(f"{ABOVE[0]} : {THEIRS}"), text(f"วิสัยทัศน์ : {OURS}")), Status.PASS, id="both-in-lines"),
        pytest.param((row(ABOVE[0], THEIRS),), Status.FAIL, id="theirs-in-a-row"),
        pytest.param((row(ABOVE[0], THEIRS), row("วิสัยทัศน์", OURS)), Status.PASS, id="both-in-rows"),
        pytest.param((text("วิสัยทัศน์ จังหวัดสุขภาพดี ประชาชนแข็งแรง"),), Status.PASS, id="a-vision-that-begins-so"),
        pytest.param((text("วิสัยทัศน์ สสอ.บึงทอง จังหวัดศรีลำดวน"), text(OURS)), Status.PASS, id="our-name-and-province"),
        pytest.param((text(f"{OURS} ตามวิสัยทัศน์กระทรวงสาธารณสุข"),), Status.PASS, id="in-a-sentence"),
    ],
)
def test_it_begins_with_a_name_and_ends_with_the_next(blocks: tuple[Block, ...], expected: Status) -> None:
    assert told(BOTH, *blocks)[0] is expected


def test_their_vision_in_a_picture_is_theirs_as_well() -> None:
    made = page("/v", heading(BOTH), heading(ABOVE[0], level=2), text("."), images=(image(block=2),), title=BOTH)
    assert status_of(site(made, start_links=(menu(BOTH, "/v"),)), "1.1.vision") is Status.FAIL


@pytest.mark.parametrize(
    ("label", "blocks", "requirement", "expected"),
    [
        pytest.param(
            "ผู้บริหาร",
            (heading("ผู้บริหารกระทรวงสาธารณสุข", level=2), text("นายสมศักดิ์ มั่นคง"), text("ปลัดกระทรวงสาธารณสุข")),
            "1.1.executives",
            Status.FAIL,
            id="the-ministrys-executives",
        ),
        pytest.param(
            "อำนาจหน้าที่",
            (text(f"ตามกฎกระทรวงแบ่งส่วนราชการสำนักงานปลัดกระทรวงสาธารณสุข ให้{AGENCY}มีอำนาจกำกับหน่วยบริการในเขตพื้นที่อำเภอ"),),
            "1.1.duties",
            Status.PASS,
            id="duties-by-the-ministrys-rule",
        ),
    ],
)
def test_it_is_so_with_every_text_of_an_agency(
    label: str, blocks: tuple[Block, ...], requirement: str, expected: Status
) -> None:
    made = site(page("/t", heading(label), *blocks, title=label), start_links=(menu(label, "/t"),))
    assert status_of(made, requirement) is expected


PLAN = "โครงการเฝ้าระวังโรคติดต่อในพื้นที่ ระยะเวลา ต.ค. 2566 - ก.ย. 2567 ตัวชี้วัดร้อยละ 90 ของครัวเรือน"
PROVINCE = "สำนักงานสาธารณสุขจังหวัดศรีลำดวน"
HEAD = "แผนปฏิบัติราชการ ปีงบประมาณ พ.ศ. 2567"


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param((f"{HEAD}\n{PROVINCE}\n{PLAN}",), Status.FAIL, id="issued-by-it"),
        pytest.param((f"{HEAD}\nจัดทำโดย {PROVINCE}\n{PLAN}",), Status.FAIL, id="made-by-it"),
        pytest.param((f"{HEAD}\n{PROVINCE}\n{PLAN}", ""), Status.REVIEW, id="a-page-is-not-read"),
        pytest.param((f"{HEAD}\n{PLAN}\nตามนโยบายของ{PROVINCE} ปีนี้",), Status.REVIEW, id="only-spoken-of"),
        pytest.param((f"{HEAD}\n{AGENCY}\n{PROVINCE}\n{PLAN}",), Status.PASS, id="we-are-named-as-well"),
    ],
)
def test_whose_a_paper_is_stands_in_its_first_lines(pages: tuple[str, ...], expected: Status) -> None:
    """By label, by its own lines alone, and behind the name of its shelf: the same in each."""
    paper = document("/p.pdf", *pages)
    shelf = page("/s", heading("แผนปฏิบัติราชการ"), text("เปิดไฟล์"), links=(link("เปิดไฟล์", "/p.pdf", block=1),))
    assert (
        status_of(site(paper, start_links=(menu("แผนปฏิบัติราชการ ปี 2567", "/p.pdf"),)), "1.1.action-plan") is expected
    )
    assert status_of(site(paper, shelf, start_links=(menu("แผนปฏิบัติราชการ", "/s"),)), "1.1.action-plan") is expected


@pytest.mark.parametrize("label", ["แผนปฏิบัติการ สสจ.ศรีลำดวน ปีงบประมาณ 2567", "แผนปฏิบัติการของ อบจ.ศรีลำดวน ปี 2567"])
def test_the_label_of_a_paper_tells_whose_it_is_on_a_shelf_too(label: str) -> None:
    paper = document("/p.pdf", f"{HEAD}\n{PLAN}\nตามนโยบายของ{PROVINCE} ปีนี้")
    shelf = page("/s", heading("แผนปฏิบัติราชการ"), text(label), links=(link(label, "/p.pdf", block=1),))
    found = verdict(judge(site(paper, shelf, start_links=(menu("แผนปฏิบัติราชการ", "/s"),))), "1.1.action-plan")
    assert (found.status, found.reasons[0].code) == (Status.FAIL, ReasonCode.OTHER_AGENCY)


def test_another_agencys_announcement_is_none_of_ours() -> None:
    words = "แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน"
    body = f"เรื่อง {words} ปีงบประมาณ พ.ศ. 2567\nเพื่อให้การเผยแพร่ข้อมูลเป็นไปอย่างถูกต้อง จึงกำหนดแนวทางดังต่อไปนี้"
    for name, expected in ((PROVINCE, Status.FAIL), (AGENCY, Status.PASS)):
        paper = document("/a.pdf", f"ประกาศ{name}\n{body}")
        assert status_of(site(paper, start_links=(menu(words, "/a.pdf"),)), "3.announcement") is expected
