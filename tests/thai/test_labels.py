"""What stands round the name in a label, and where names may begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.thai.labels import LONGEST, bare, joined, lists_contents, read_label, tells_of_someone


def _alone(text: str) -> set[str]:
    """The readings by which the label says one thing and nothing else."""
    label = read_label(text)
    return {label.folded[part.start : part.end] for part in label.parts if part.alone}


def _names(text: str) -> set[str]:
    label = read_label(text)
    return {label.folded[part.start : part.end] for part in label.parts}


@pytest.mark.parametrize(
    "text",
    [
        "ประวัติ",
        "1.1 ประวัติ",
        "๑. ประวัติ",
        "ข้อ 2 ประวัติ",
        "(1) ประวัติ",
        "ก. ประวัติ",
        "MOIT2 (1.7 ประวัติ)",
        "O12: ประวัติ",
        "EB 4 : ประวัติ",
        ">>1.ประวัติ",
        "• ประวัติ",
        "ITA 2567 ประวัติ",
        "หมวด 2 ประวัติ",
        "ดูประวัติ",
        "ประวัติ (12)",
        "ประวัติ*",
        "ประวัติ ปีงบประมาณ พ.ศ. ๒๕๖๗",
        "ประวัติ 2566-2570",
        "ประวัติ ณ วันที่ 1 ต.ค. 2566",
        "ประวัติ.pdf",
        "ประวัติ (ฉบับปรับปรุง)",
        "ประวัติ รพ.เสลภูมิ",
        "ประวัติของหน่วยงาน",
        "ประวัติเทศบาลตำบลกุดจับ",
        "สสจ.ยโสธร | ประวัติ",
        "หน้าแรก > ประวัติ",
        "ประวัติ คลิกที่นี่",
    ],
)
def test_numbering_years_and_the_agency_are_no_part_of_the_name(text: str) -> None:
    assert "ประวัติ" in _alone(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("วิสัยทัศน์/พันธกิจ", {"วิสัยทัศน์", "พันธกิจ"}, id="a slash"),
        pytest.param("กฎหมาย, ระเบียบ, ข่าว", {"กฎหมาย", "ระเบียบ", "ข่าว"}, id="commas"),
        pytest.param("ติดต่อเรา - แผนที่", {"ติดต่อเรา", "แผนที่"}, id="a dash with spaces"),
    ],
)
def test_what_stands_between_separators_may_be_a_name_but_not_alone(text: str, names: set[str]) -> None:
    assert names <= _names(text)
    assert not names & _alone(text)


@pytest.mark.parametrize("text", ["งบประมาณ", "งบประมาณ 2567", "โรงพยาบาล", "2567", "ปี 2567"])
def test_nothing_is_taken_off_until_nothing_is_left(text: str) -> None:
    assert all(_names(text))


def test_an_agency_s_name_ends_where_a_deed_begins() -> None:
    assert "ผู้อำนวยการ" in _alone("ผู้อำนวยการโรงพยาบาลเสลภูมิ")
    assert "ผู้อำนวยการ" not in _names("ผู้อำนวยการโรงพยาบาลเสลภูมิ มอบของขวัญปีใหม่")
    assert "ผู้อำนวยการ" not in _names("ผู้อำนวยการโรงพยาบาลเสลภูมิ รับสมัครพนักงาน")


def test_no_agency_s_name_begins_inside_a_word() -> None:
    assert "การ" in _names("การ รพ เสลภูมิ")
    assert "กา" not in _names("การพยาบาล") | _names("การพนักงาน")


@pytest.mark.parametrize(
    ("gap", "beside"),
    [
        ("", True),
        ("และ", True),
        ("หรือการ", True),
        ("ของหน่วยงานและ", True),
        ("043 597076 ต่อ 12", True),
        ("ตาม", False),
        ("ของหน่วยงานตามกฎหมายจัดตั้งหรือ", False),
        ("สำหรับผู้รับบริการและ", False),
    ],
)
def test_some_words_put_two_names_side_by_side(gap: str, *, beside: bool) -> None:
    assert joined(gap) is beside


def test_a_list_of_contents_is_told() -> None:
    assert lists_contents("หน่วยงานประกอบด้วย1")
    assert not lists_contents("และ")


@pytest.mark.parametrize(
    ("text", "someone"),
    [
        ("สสจ.น่าน จัดทำแผนงาน", True),
        ("ผอ.ร่วมลงนามคำรับรอง", True),
        ("นางสาวสมใจ ดีงาม", True),
        ("1. โรงพยาบาลเสลภูมิ รับมอบรถ", True),
        ("แผนงานของโรงพยาบาลเสลภูมิ", False),
        ("MOIT 4 หน่วยงานมีการวางระบบ", False),
    ],
)
def test_news_begins_with_who_does_something(text: str, *, someone: bool) -> None:
    assert tells_of_someone(read_label(text)) is someone


def test_the_bare_form_of_a_word_is_that_of_its_address() -> None:
    assert bare("จัดซื้อจัดจ้าง") == bare("จดซอจดจาง")


@settings(max_examples=100, deadline=None)
@given(st.text(st.one_of(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), st.characters()), max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    label = read_label(text)
    assert all(0 <= part.start < part.end <= len(label.folded) for part in label.parts)
    assert read_label(text) == read_label(text + "ก" if len(text) > LONGEST else text)
