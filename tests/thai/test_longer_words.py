"""Words that hold a shorter one: where a name found in a label would begin or end in the middle of a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.thai.longer_words import seams
from auditor.thai.text import fold


def _is_cut(text: str, name: str) -> bool:
    folded, wanted = fold(text), fold(name)
    at = folded.index(wanted)
    return seams(folded).cut_by(at, at + len(wanted))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ติดต่อเจ้าหน้าที่โรงพยาบาล", "หน้าที่โรงพยาบาล"),
        ("จนท.ตามกฎหมาย", "หน้าที่ตามกฎหมาย"),
        ("อาสาสมัครงานสาธารณสุข", "สมัครงาน"),
        ("โรคติดต่อโรงพยาบาล", "ติดต่อโรงพยาบาล"),
        ("ส่งเสริมสุขภาพกิจกรรมทางกาย", "ภาพกิจกรรม"),
        ("ตรวจสอบราคายา", "สอบราคา"),
        ("รูปแบบหนังสือภายนอก", "แบบหนังสือ"),
        ("สำหรับโอนเงิน", "รับโอน"),
        ("นักข่าวโรงพยาบาล", "ข่าวโรงพยาบาล"),
        ("ขั้นตอนของการผลิต", "ขั้นตอนขอ"),
        ("เปิดสอบถามข้อมูล", "เปิดสอบ"),
        ("ประวัติสภาพปัญหา", "ประวัติสภา"),
        ("แผนพัฒนาการเด็ก", "แผนพัฒนา"),
        ("ประเมินผลแผนกผู้ป่วยนอก", "ประเมินผลแผน"),
        ("งานเวชสารสนเทศ", "เวชสาร"),
    ],
)
def test_a_name_in_the_middle_of_a_word_is_cut_out_of_it(text: str, name: str) -> None:
    assert _is_cut(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("คู่มือเจ้าหน้าที่", "คู่มือเจ้าหน้าที่"),
        ("อำนาจหน้าที่ของโรงพยาบาล", "หน้าที่ของโรงพยาบาล"),
        ("เอกสารสำหรับสมัครงาน", "สมัครงาน"),
        ("รูปภาพกิจกรรม", "ภาพกิจกรรม"),
        ("แผนพัฒนาการท่องเที่ยว", "แผนพัฒนา"),
        ("ประเมินผลแผนการเงิน", "ประเมินผลแผน"),
        ("ประเมินผลแผนกลยุทธ์", "ประเมินผลแผน"),
        ("คำของดเว้นค่าธรรมเนียม", "คำขอ"),
        ("แบบฟอร์มขอรับรอง", "แบบฟอร์ม"),
        ("ทวีปรับสมัครงาน", "รับสมัครงาน"),
        ("แผนปฏิบัติการประจำปีงบประมาณรายจ่าย", "งบประมาณรายจ่าย"),
    ],
)
def test_a_name_that_is_whole_words_is_not(text: str, name: str) -> None:
    assert not _is_cut(text, name)


@given(st.text(alphabet="กขงจาิ่้เแหนทรบปภพสอ ", max_size=60))
def test_the_beginning_and_the_end_of_a_label_are_never_within_a_word(text: str) -> None:
    assert not seams(text).cut_by(0, len(text))
