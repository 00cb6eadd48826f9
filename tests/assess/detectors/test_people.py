"""Persons, their positions, and the web masters that an order names (REQUIREMENTS.md 5.1, 5.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.assess.detectors import detect
from auditor.rules import Condition
from tests.assess.building import heading, image, row, text
from tests.assess.looking import desk, found, paper, passage

if TYPE_CHECKING:
    from auditor.assess.passages import Passage

HEAD = "คำสั่งสำนักงานสาธารณสุขอำเภอบึงทอง ที่ 5/2567\nเรื่อง แต่งตั้งผู้ดูแลเว็บไซต์ (Web Master) ของหน่วยงาน\n"
SIGNED = "\nสั่ง ณ วันที่ 8 มกราคม พ.ศ. 2567\n(นางวิไล งามตา)\nสาธารณสุขอำเภอบึงทอง"
TWO = "1. นายปิติ ชูใจ นักวิชาการสาธารณสุขชำนาญการ\n2. นางสาวมานี รักเรียน เจ้าพนักงานสาธารณสุข"


@pytest.mark.parametrize(
    ("where", "count"),
    [
        pytest.param(passage(text("นายสมชาย ใจดี"), text("สาธารณสุขอำเภอบึงทอง")), 1, id="position-below"),
        pytest.param(passage(text("นพ.สมชาย ใจดี ผู้อำนวยการโรงพยาบาล")), 1, id="same-line"),
        pytest.param(passage(row("1", "นายสมชาย ใจดี", "สาธารณสุขอำเภอ", "0812345678")), 1, id="table-row"),
        pytest.param(
            passage(text("พญ.สมหญิง รักไทย"), text("ผู้อำนวยการโรงพยาบาล"), text("นางสมใจ ดีมาก"), text("หัวหน้าพยาบาล")),
            2,
            id="cards",
        ),
        pytest.param(passage(heading("ผู้อำนวยการโรงพยาบาล"), text("นพ.สมชาย ใจดี")), 1, id="position-above"),
        pytest.param(passage(text("นายสมชาย ใจดี"), text("ยินดีต้อนรับสู่เว็บไซต์")), 0, id="no-position"),
        pytest.param(
            passage(text("นางสมใจ ดีมาก"), text("หัวหน้ากลุ่มงาน"), text("นายสมชาย ใจดี"), text("โทร. 0 4359 7076")),
            1,
            id="position-of-the-one-above",
        ),
        pytest.param(passage(heading("ผู้อำนวยการ"), text("ตำแหน่งว่าง")), 0, id="nobody"),
        pytest.param(passage(text("ผู้อำนวยการโรงพยาบาล กล่าวต้อนรับ")), 0, id="position-without-name"),
        pytest.param(paper("แผนภูมิโครงสร้าง\nกลุ่มงานบริหาร\n(นายสมชาย ใจดี)\nสาธารณสุขอำเภอบึงทอง"), 0, id="signature"),
        pytest.param(
            paper("ทำเนียบ\n(นายสมชาย ใจดี)\nสาธารณสุขอำเภอ\n(นางสมใจ ดีมาก)\nผู้ช่วยสาธารณสุขอำเภอ\nหมายเหตุ\nโทร\nต่อ 11"),
            2,
            id="names-in-brackets",
        ),
    ],
)
def test_an_executive_has_a_name_and_a_position(where: Passage, count: int) -> None:
    assert found("person-with-position", where).count == count


def test_the_position_of_the_next_person_is_not_this_ones() -> None:
    where = passage(text("นายสมชาย ใจดี"), text("นางสมใจ ดีมาก หัวหน้ากลุ่มงานบริหาร"))
    assert found("person-with-position", where).count == 1


def test_a_picture_whose_alt_text_names_the_head_shows_an_executive() -> None:
    where = passage(images=(image(alt="นายสมชาย ใจดี สาธารณสุขอำเภอบึงทอง"),))
    assert found("person-with-position", where).count == 1


def test_the_condition_says_which_position_is_asked_for() -> None:
    where = passage(text("นายสมชาย ใจดี ผู้อำนวยการ"))
    assert found("person-with-position", where, words=("CIO",)).count == 0


def test_one_person_named_twice_is_one() -> None:
    where = passage(text("ผู้รับผิดชอบ นายปิติ ชูใจ"), text("ผู้เผยแพร่ นายปิติ ชูใจ"))
    assert found("persons", where).count == 1


def test_an_empty_form_names_nobody() -> None:
    where = paper("ผู้รับผิดชอบการให้ข้อมูล\n(................................)\nตำแหน่ง ....................")
    assert found("persons", where).count == 0


ORDERS = [
    pytest.param(HEAD + "ให้บุคคลต่อไปนี้เป็นผู้ดูแลเว็บไซต์\n" + TWO + SIGNED, 2, id="two-and-the-signature"),
    pytest.param(
        HEAD + "ให้ผู้มีรายนามต่อไปนี้เป็นผู้ดูแลเว็บไซต์\n1. นายปิติ ชูใจ\n" + SIGNED, 1, id="one-and-the-signature"
    ),
    pytest.param(
        HEAD + "1. ผู้อนุมัติรับรอง\n1.1 นางวิไล งามตา สาธารณสุขอำเภอ\n2. ผู้ดูแลเว็บไซต์ (Web Master)\n" + TWO + SIGNED,
        2,
        id="approver-before",
    ),
    pytest.param(
        HEAD + "ผู้ดูแลเว็บไซต์\n" + TWO + "\nผู้อนุมัติรับรอง\n3. นางวิไล งามตา สาธารณสุขอำเภอ" + SIGNED, 2, id="approver-behind"
    ),
    pytest.param(
        HEAD + "ผู้ดูแลเว็บไซต์ ประกอบด้วย\n๑. นายปิติ ชูใจ\n๒. นางสาวมานี รักเรียน\nผู้ตรวจสอบข้อมูล\n๓. นายชูชาติ มั่นคง" + SIGNED,
        2,
        id="checker-behind-in-thai-digits",
    ),
    pytest.param(
        "คำสั่งโรงพยาบาลบึงทอง ที่ 9/2567\nเรื่อง แต่งตั้งเว็บมาสเตอร์\nเว็บมาสเตอร์ ได้แก่\n" + TWO, 2, id="transliterated"
    ),
    pytest.param(
        "คำสั่งสำนักงานสาธารณสุขอำเภอบึงทอง\nเรื่อง แต่งตั้งคณะกรรมการขับเคลื่อน ITA\n" + TWO + SIGNED, 0, id="ita-committee"
    ),
    pytest.param(
        "คำสั่ง เรื่อง แต่งตั้งเจ้าหน้าที่ปิดประกาศและปลดประกาศ\nผู้ปิดประกาศ\n" + TWO + SIGNED, 0, id="paper-notices"
    ),
    pytest.param(
        HEAD + "ผู้ดูแลเว็บไซต์\n1. นายปิติ ชูใจ\n1. นายปิติ ชูใจ\n" + SIGNED, 1, id="one-person-twice"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("order", "count"), ORDERS)
def test_web_masters_are_counted_without_head_approver_and_signature(order: str, count: int) -> None:
    assert found("webmasters", paper(order)).count == count


GROUP = "คำสั่งโรงพยาบาลบึงทอง ที่ 9/2567\nเรื่อง แต่งตั้งคณะทำงานบริหารจัดการเว็บไซต์\n"


@pytest.mark.parametrize(
    ("members", "count", "doubtful"),
    [
        pytest.param("1. นายปิติ ชูใจ ประธานคณะทำงาน\n2. นางสาวมานี รักเรียน ผู้ดูแลเว็บไซต์", 1, False, id="chair"),
        pytest.param("1. นายปิติ ชูใจ\n2. นางสาวมานี รักเรียน", 2, False, id="no-parts-told"),
        pytest.param("1. นายปิติ ชูใจ ผู้ดูแลเว็บไซต์\n2. นางสาวมานี รักเรียน ผู้เขียนข่าว", 1, False, id="writer"),
        pytest.param("1. นายปิติ ชูใจ ผู้ดูแลเว็บไซต์\n2. นางสาวมานี รักเรียน ฝ่ายข้อมูล", 2, True, id="some-other-part"),
        pytest.param("1. นายปิติ ชูใจ (Web Master)\n2. นางสาวมานี รักเรียน (Web Master)", 2, False, id="both-are"),
        pytest.param(
            "1. ผู้กำกับดูแลและอนุมัติการเผยแพร่ นายปิติ ชูใจ\n2. ผู้ดูแลเว็บไซต์ ได้แก่\nนางสาวมานี รักเรียน (Web Master)",
            1,
            False,
            id="who-approves",
        ),
    ],
)
def test_members_of_the_websites_group_count_by_the_part_they_have(
    members: str, count: int, *, doubtful: bool
) -> None:
    hit = detect(paper(GROUP + members + SIGNED), Condition(detector="webmasters", at_least=2), desk())
    assert (hit.count, hit.doubtful) == (count, doubtful)


def test_the_head_who_leads_the_list_of_duties_is_no_web_master() -> None:
    """REQUIREMENTS.md 5.4, 3.1: do not count the head or the approver."""
    order = HEAD + (
        "1. นางวิไล งามตา สาธารณสุขอำเภอบึงทอง ประธาน\n2. นายปิติ ชูใจ นักวิชาการสาธารณสุข ผู้ดูแลเว็บไซต์ (Web Master)\n"
    )
    assert found("webmasters", paper(order + SIGNED)).count == 1


def test_web_masters_in_the_rows_of_a_table_are_counted() -> None:
    heads = ("ลำดับ", "ชื่อ-สกุล", "ตำแหน่ง", "หน้าที่")
    where = passage(
        heading("คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์"),
        row("1", "นายปิติ ชูใจ", "นักวิชาการสาธารณสุข", "ผู้ดูแลเว็บไซต์ (Web Master)", heads=heads),
        row("2", "นางสาวมานี รักเรียน", "เจ้าพนักงานสาธารณสุข", "ผู้ดูแลเว็บไซต์ (Web Master)", heads=heads),
        row("3", "นางวิไล งามตา", "สาธารณสุขอำเภอ", "ผู้อนุมัติรับรอง", heads=heads),
    )
    assert found("webmasters", where).count == 2
