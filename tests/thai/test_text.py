"""Bringing spellings to one form: THAI_WEB 6.1 and 6.2."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.thai.spelling import ABBREVIATIONS, SPELLINGS
from auditor.thai.text import find_folded, fold, normalise, skeleton, trace_fold

PIECES = st.sampled_from(
    [
        *"กขคงจพรบศสอมตเแโใไะาำๅัิีึืฺุู็่้๊๋์ํ๎ๆฯ๐๑๙ .-/()_aAeE19\u200b\u00a0\n",
        *(short for short, _ in ABBREVIATIONS),
        *(right for _, right in SPELLINGS),
        *("กฏหมาย", "ดาวโหลด", "เว็ปไซด์", "ปีงบ", "ม.7", "พรบ", "e service", "ลิ้งค์", "\uf70a", "é", "e\u0301", "İ"),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=24).map("".join))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("สํานักงาน", "สำนักงาน", id="N1-sara-am-in-two"),
        pytest.param("นํ้า", "น้ำ", id="N2-nikhahit-before-tone"),
        pytest.param("น้ํา", "น้ำ", id="N2-nikhahit-after-tone"),
        pytest.param("นำ้", "น้ำ", id="N2-tone-after-sara-am"),
        pytest.param("เเละ", "และ", id="N3-two-sara-e"),
        pytest.param("เจ้าหน้่าที่", "เจ้าหน้าที่", id="N6-two-tone-marks"),
        pytest.param("ที่่", "ที่", id="N6-doubled-tone-mark"),
        pytest.param("ก่ิ", "กิ่", id="tone-before-vowel"),
        pytest.param("ที\uf70a", "ที่", id="N7-lowered-mai-ek"),
        pytest.param("\uf70f\uf700", "ญฐ", id="N7-cut-consonants"),
        pytest.param("ข่าว\u200bสาร\ufeff\u00ad", "ข่าวสาร", id="N8-invisible"),
        pytest.param("ปี\u00a02567", "ปี 2567", id="N8-no-break-space"),
        pytest.param("๒๕๖๗", "2567", id="N9-thai-digits"),
        pytest.param("1–2 — 3 − 4 ‐ 5", "1-2 - 3 - 4 - 5", id="N14-dashes"),
        pytest.param("“ก” ‘ข’ （ค） ［ง］", "\"ก\" 'ข' (ค) [ง]", id="N14-quotes-brackets"),
        pytest.param("ＰＤＦ＠", "PDF@", id="full-width"),
        pytest.param("  ก \n\t ข  ", "ก ข", id="white-space"),
        pytest.param("cafe\u0301", "café", id="accents-composed"),
    ],
)
def test_a_readable_text_is_typed_as_a_careful_typist_would(raw: str, expected: str) -> None:
    assert normalise(raw) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ต่างๆ", "ต่าง ๆ"),
        ("กรุงเทพฯ", "กรุงเทพมหานคร"),
        ("ดาวโหลด", "ดาวน์โหลด"),
        ("ดาว์นโหลด", "ดาวน์โหลด"),
        ("เว็ปไซต์", "เว็บไซต์"),
        ("เว็บไชต์", "เว็บไซต์"),
        ("เวบไซต์", "เว็บไซต์"),
        ("เวปไซด์", "เว็บไซต์"),
        ("เว็ปไซด์", "เว็บไซต์"),
        ("มาตราฐาน", "มาตรฐาน"),
        ("มาตราการ", "มาตรการ"),
        ("กฏหมาย", "กฎหมาย"),
        ("กฏ ระเบียบ", "กฎระเบียบ"),
        ("กรกฏาคม", "กรกฎาคม"),
        ("ปฎิทิน", "ปฏิทิน"),
        ("กุมภาพันธุ์", "กุมภาพันธ์"),
        ("พฤศจิการยน", "พฤศจิกายน"),
        ("พฤษจิกายน", "พฤศจิกายน"),
        ("พฤศจิกายาน", "พฤศจิกายน"),
        ("ศุนย์", "ศูนย์"),
        ("ปีงมประมาณ", "ปีงบประมาณ"),
        ("ปีงปประมาณ", "ปีงบประมาณ"),
        ("ปีงบฯ 2567", "ปีงบประมาณ พ.ศ. ๒๕๖๗"),
        ("ประวัติความมา", "ประวัติความเป็นมา"),
        ("โปร่งใส่", "โปร่งใส"),
        ("ชออนุญาต", "ขออนุญาต"),
        ("ข้อมูลติด่อ", "ข้อมูลติดต่อ"),
        ("ผบการีกำกับ", "ผลการกำกับ"),
        ("ผลการีกำกับ", "ผลการกำกับ"),
        ("ปกิบัติงาน", "ปฏิบัติงาน"),
        ("ร้องเรียร", "ร้องเรียน"),
        ("อัพเดท", "อัปเดต"),
        ("อัปเดท", "อัพเดต"),
        ("ลิ้งค์", "ลิงก์"),
        ("ลิงค์", "ลิ้งก์"),
        ("อินโฟกราฟฟิก", "อินโฟกราฟิก"),
        ("Info Graphic", "อินโฟกราฟิก"),
        ("คลิ๊กที่นี่", "คลิกที่นี่"),
        ("พ.ร.บ.ข้อมูลข่าวสาร", "พรบ ข้อมูลข่าวสาร"),
        ("พ. ร. บ. ข้อมูล", "พระราชบัญญัติข้อมูล"),
        ("ตามพ.ร.บ.ข้อมูล", "ตามพระราชบัญญัติข้อมูล"),
        ("สสอ.เมือง", "สำนักงานสาธารณสุขอำเภอเมือง"),
        ("รพ.สต.บ้านนา", "รพสต บ้านนา"),
        ("ม.7", "มาตรา ๗"),
        ("ม.5 ต.บ้านนา", "หมู่ 5 ตำบลบ้านนา"),
        ("แบบ สขร. 1", "แบบ สขร.๑"),
        ("E-Service", "e service"),
    ],
)
def test_two_spellings_of_one_label_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2567 12", "256712"),
        ("ปรากฏ", "ปรากฎหมาย"),
        ("อวยพรบุคลากร", "อวยพระราชบัญญัติคลากร"),
        ("ข้าว", "ข่าว"),
        ("แผน", "แผนก"),
    ],
)
def test_different_labels_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_words_that_only_look_like_misspellings_are_left() -> None:
    assert fold("ปรากฏ") == "ปรากฏ"
    assert fold("มาตรา 7") == "มาตรา7"


@settings(deadline=None)
@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@example("ะะ่")  # found by chance
@given(TEXTS)
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@settings(deadline=None)
@given(TEXTS)
def test_the_traced_fold_is_the_fold_and_leads_back_into_the_text(text: str) -> None:
    traced = trace_fold(text)
    assert traced.text == fold(text)
    assert len(traced.starts) == len(traced.ends) == len(traced.text)
    assert all(0 <= start <= end <= len(text) for start, end in zip(traced.starts, traced.ends, strict=True))


@pytest.mark.parametrize(
    ("haystack", "needle", "quote"),
    [
        pytest.param("ดู แผนการใช้จ่าย  งบประมาณ นี้", "แผนการใช้จ่ายงบประมาณ", "แผนการใช้จ่าย  งบประมาณ", id="spaces"),
        pytest.param("ของสํานักงาน ก", "สำนักงาน", "สํานักงาน", id="sara-am"),
        pytest.param("ปี ๒๕๖๗.", "2567", "๒๕๖๗", id="thai-digits"),
        pytest.param("ตาม พ.ร.บ. ข้อมูล", "พระราชบัญญัติข้อมูล", "พ.ร.บ. ข้อมูล", id="abbreviation"),
        pytest.param("ข่าว\u200bสาร", "ข่าวสาร", "ข่าว\u200bสาร", id="zero-width"),
    ],
)
def test_a_quotation_is_found_as_it_stands_on_the_page(haystack: str, needle: str, quote: str) -> None:
    found = find_folded(haystack, needle)
    assert found is not None
    assert haystack[slice(*found)] == quote


@pytest.mark.parametrize(("haystack", "needle"), [("ข่าว", "แผน"), ("", "ก"), ("ข่าว", ""), ("ข่าว", " . ")])
def test_what_is_not_there_is_not_found(haystack: str, needle: str) -> None:
    assert find_folded(haystack, needle) is None


@pytest.mark.parametrize(
    ("damaged", "intended"),
    [
        pytest.param("สานักงาน", "สำนักงาน", id="N4-lost-nikhahit"),
        pytest.param("อานาจหนาที", "อำนาจหน้าที่", id="N4-N5"),
        pytest.param("เว็บไซตภาครัฐ", "เว็บไซต์ภาครัฐ", id="N5-lost-thanthakhat"),
        pytest.param("หนวยงานสวนกลาง", "หน่วยงานส่วนกลาง", id="N5-lost-tones"),
        pytest.param("ยุทธศาสตรก์ าร", "ยุทธศาสตร์การ", id="N5-slid-mark"),
        pytest.param("คํ าสั่ง", "คำสั่ง", id="split-sara-am"),
    ],
)
def test_a_damaged_text_has_the_skeleton_of_what_was_meant(damaged: str, intended: str) -> None:
    assert skeleton(damaged) == skeleton(intended)


@pytest.mark.parametrize("unit", ["1", "พ.ร.บ", "พ ร ", "ํ่", "e ", "a\u0301\u0316", "กฏ", ". ", "ม."])
def test_a_long_hostile_text_is_folded_in_linear_time(unit: str) -> None:
    """Rule 13: a quadratic reader would not come back from this."""
    text = unit * (300_000 // len(unit))
    assert find_folded(text, "ไม่มีในนี้") is None
    assert normalise(text)
