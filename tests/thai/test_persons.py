"""Names of persons with title and position."""

from __future__ import annotations

import pytest

from auditor.thai.persons import find_persons, held_before


@pytest.mark.parametrize(
    ("text", "title", "name", "position"),
    [
        ("นายสมชาย ใจดี ผู้อำนวยการโรงพยาบาล", "นาย", "สมชาย ใจดี", "ผู้อำนวยการโรงพยาบาล"),
        ("นาย สมชาย ใจดี\nสาธารณสุขอำเภอเมือง", "นาย", "สมชาย ใจดี", "สาธารณสุขอำเภอเมือง"),
        ("(นางสาวสมหญิง รักไทย)\nนักวิชาการสาธารณสุข", "นางสาว", "สมหญิง รักไทย", "นักวิชาการสาธารณสุข"),
        ("น.ส.สมหญิง รักไทย ตำแหน่ง เจ้าพนักงาน โทร 081", "น.ส.", "สมหญิง รักไทย", "เจ้าพนักงาน"),
        ("นางสมใจ ดีมาก เป็นผู้ดูแลเว็บไซต์", "นาง", "สมใจ ดีมาก", "ผู้ดูแลเว็บไซต์"),
        ("นพ.สมชาย ใจดี", "นพ.", "สมชาย ใจดี", None),
        ("พญ.สมหญิง ณ อยุธยา", "พญ.", "สมหญิง ณ อยุธยา", None),
        ("นายแพทย์สมชาย ใจดี นายแพทย์สาธารณสุขจังหวัด", "นายแพทย์", "สมชาย ใจดี", "นายแพทย์สาธารณสุขจังหวัด"),
        ("ว่าที่ ร.ต.สมชาย ใจดี", "ว่าที่ ร.ต.", "สมชาย ใจดี", None),
        ("ว่าที่ร้อยตรีสมชาย ใจดี", "ว่าที่ร้อยตรี", "สมชาย ใจดี", None),
        ("ร.ต.อ.สมชาย ใจดี", "ร.ต.อ.", "สมชาย ใจดี", None),
        ("ดร.สมชาย ใจดี", "ดร.", "สมชาย ใจดี", None),
        ("ทพ.สมชาย ใจดี", "ทพ.", "สมชาย ใจดี", None),
        ("ภก.สมชาย ใจดี", "ภก.", "สมชาย ใจดี", None),
        ("นายสมชาย\u200b ใจดี", "นาย", "สมชาย ใจดี", None),
        ("Dr. Somchai Jaidee", "Dr.", "Somchai Jaidee", None),
    ],
)
def test_a_person_is_read_with_title_and_position(text: str, title: str, name: str, position: str | None) -> None:
    (person,) = find_persons(text)
    assert (person.title, person.name, person.position) == (title, name, position)
    assert text[person.start : person.end] == person.raw


@pytest.mark.parametrize(
    "text",
    [
        "นายกเทศมนตรี ตำบล",
        "นายแพทย์ชำนาญการพิเศษ ด้านเวชกรรม",
        "นางพยาบาล ใจดี",
        "เงินนายจ้าง ดีมาก",
        "นายอำเภอเมือง จังหวัด",
        "นาย",
        "",
    ],
)
def test_posts_and_nouns_are_no_persons(text: str) -> None:
    assert find_persons(text) == ()


def test_two_webmasters_in_one_list_are_two() -> None:
    found = find_persons("1. นายสมชาย ใจดี นักวิชาการ 2. นางสมใจ ดีมาก เจ้าพนักงาน")
    assert [person.name for person in found] == ["สมชาย ใจดี", "สมใจ ดีมาก"]


@pytest.mark.parametrize("unit", ["นาย", "นาง ", "นายกข ค", "พ.ต.", "Mr. ", "ก "])
def test_a_long_hostile_text_is_read_in_linear_time(unit: str) -> None:
    """Rule 13."""
    assert len(find_persons(unit * (100_000 // len(unit)))) < 100_000


@pytest.mark.parametrize(
    ("line", "over"),
    [
        ("นายคำพันธ์ ภูมิลำเนา ๒๕๓๐ - ๒๕๔๒", True),
        ("นายอุทัย แก้วพิลา (พ.ศ. 2542 – พ.ศ. 2558)", True),
        ("นายสมบูรณ์ พลเยี่ยม ๒๕๕๘ - ปัจจุบัน", False),
        ("นายสมบูรณ์ พลเยี่ยม สาธารณสุขอำเภอ", False),
    ],
)
def test_a_term_of_office_behind_a_name_may_be_over(line: str, *, over: bool) -> None:
    (person,) = find_persons(line)
    assert held_before(line, person.end) is over
