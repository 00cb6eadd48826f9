"""Steps, how long each takes, and files to take home (REQUIREMENTS.md 5.2: 1.6 and 1.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.assess.detectors import detect
from auditor.facts import Block, BlockKind, DocumentState, Region
from auditor.rules import Condition
from tests.assess.building import answering, document, heading, image, link, row, text
from tests.assess.looking import desk, found, paper, passage

if TYPE_CHECKING:
    from auditor.assess.passages import Passage


def item(words: str) -> Block:
    return Block(kind=BlockKind.ITEM, text=words, region=Region.MAIN)


HEADS = ("ลำดับ", "ขั้นตอน", "ระยะเวลา")
STEPS = [
    pytest.param(
        passage(text("ขั้นตอนการให้บริการ"), text("1. ยื่นบัตร"), text("2. ซักประวัติ"), text("3. พบแพทย์")), 3, id="lines"
    ),
    pytest.param(passage(text("ขั้นตอนที่ 1 ยื่นบัตร"), text("ขั้นตอนที่ 2 ซักประวัติ"), text("ขั้นตอนที่ 3 รับยา")), 3, id="named"),
    pytest.param(passage(text("ขั้นตอน"), text("๑. ยื่นบัตร"), text("๒. ซักประวัติ"), text("๓) รับยา")), 3, id="thai-digits"),
    pytest.param(passage(*(row(str(n), f"ทำสิ่งที่ {n}", "5 นาที", heads=HEADS) for n in (1, 2, 3, 4))), 4, id="table"),
    pytest.param(passage(heading("ขั้นตอนการรับบริการ"), item("ยื่นบัตร"), item("ซักประวัติ"), item("รับยา")), 3, id="list"),
    pytest.param(paper("ขั้นตอนการปฏิบัติงาน\n1 รับเรื่อง\n2 ตรวจสอบ\n3 อนุมัติ\n4 แจ้งผล"), 4, id="rows-out-of-a-document"),
    pytest.param(passage(text("โทร 1. 2. 3.")), 0, id="numbers-without-steps"),
    pytest.param(passage(heading("ข่าวประชาสัมพันธ์"), item("ประชุม"), item("อบรม"), item("รณรงค์")), 0, id="list-of-news"),
    pytest.param(passage(text("ขั้นตอนการให้บริการ"), text("กรุณาติดต่อเจ้าหน้าที่")), 0, id="word-alone"),
    pytest.param(passage(text("ขั้นตอน"), text("ยื่นบัตร → ซักประวัติ → พบแพทย์ → รับยา")), 4, id="chain-of-arrows"),
    pytest.param(passage(text("หน้าแรก → บริการ → ติดต่อ")), 0, id="path-without-steps"),
    pytest.param(passage(item("ยื่นบัตร 3 นาที"), item("ซักประวัติ 10 นาที"), item("รับยา 5 นาที")), 3, id="each-timed"),
    pytest.param(
        passage(item("นวดไทย 60 นาที 200 บาท"), item("ประคบ 30 นาที 100 บาท"), item("อบสมุนไพร 30 นาที 120 บาท")),
        0,
        id="prices",
    ),
]


@pytest.mark.parametrize(("where", "count"), STEPS)
def test_steps_are_numbered_or_listed_where_steps_are_spoken_of(where: Passage, count: int) -> None:
    assert detect(where, Condition(detector="steps", at_least=3), desk()).count == count


def test_a_flow_chart_that_says_it_is_one_shows_the_steps() -> None:
    """REQUIREMENTS.md 5.2, 1.6.manual-steps: numbered steps or a flow chart."""
    assert found("steps", passage(images=(image(alt="ผังกระบวนงานการให้บริการ"),))).count == 1
    assert found("steps", passage(images=(image(alt="ภาพกิจกรรม"),))).count == 0


DURATIONS = [
    pytest.param("ใช้เวลา 15 นาที", 1, id="minutes"),
    pytest.param("ระยะเวลา ๓๐ นาที", 1, id="thai-digits"),
    pytest.param("ภายใน 3 วันทำการ", 1, id="working-days"),
    pytest.param("1-2 ชั่วโมง", 1, id="range"),
    pytest.param("ครึ่งชั่วโมง", 1, id="half-an-hour"),
    pytest.param("ยื่นบัตร 5 นาที ซักประวัติ 10 นาที", 2, id="two-in-a-line"),
    pytest.param("เปิดบริการ 08.30 - 16.30 น.", 0, id="opening-hours"),
    pytest.param("เปิดตลอด 24 ชั่วโมง", 0, id="round-the-clock"),
    pytest.param("เด็กอายุ 0-5 ปี", 0, id="age"),
    pytest.param("รอบ 6 เดือน", 0, id="reporting-round"),
    pytest.param("วันที่ 15 มกราคม 2567", 0, id="date"),
    pytest.param("2 วันที่แล้ว", 0, id="days-ago"),
    pytest.param("จันทร์ - ศุกร์ เวลา 08.30 - 12.00 น.", 0, id="clinic-timetable"),
]


@pytest.mark.parametrize(("line", "count"), DURATIONS)
def test_a_duration_is_what_a_step_takes_not_when_the_office_is_open(line: str, count: int) -> None:
    assert found("durations", passage(text(line))).count == count


MANUAL = document("/manual.pdf", "คู่มือการปฏิบัติงาน")


def linked(path: str) -> Passage:
    return passage(text("คู่มือ"), links=(link("ดาวน์โหลดคู่มือ", path),))


def test_a_manual_that_is_a_file_can_be_taken_home() -> None:
    assert found("download", paper("คู่มือการปฏิบัติงาน", title="คู่มือ")).count == 1


def test_a_page_with_a_link_to_a_file_that_answers_offers_a_download() -> None:
    assert found("download", linked("/manual.pdf"), MANUAL).count == 1


def test_a_scan_can_be_taken_home_though_it_has_no_text() -> None:
    assert found("download", linked("/scan.pdf"), document("/scan.pdf", "")).count == 1


def test_a_download_that_is_gone_is_none() -> None:
    assert found("download", linked("/manual.pdf"), answering("/manual.pdf", 404)).count == 0


def test_an_empty_file_is_no_download() -> None:
    empty = document("/manual.pdf", state=DocumentState.EMPTY)
    assert found("download", linked("/manual.pdf"), empty).count == 0


def test_the_word_download_without_a_target_is_none() -> None:
    """THAI_WEB.md 7.7, P3: a button without target."""
    where = passage(text("ดาวน์โหลด"), links=(link("ดาวน์โหลด", ""),))
    assert found("download", where).count == 0
