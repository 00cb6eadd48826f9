"""Sources, counters and everything at once: THAI_WEB 6.8."""

from __future__ import annotations

import pytest

from auditor.thai.dates import DateRole
from auditor.thai.metadata import find_source, read
from auditor.thai.sources import SourceKind


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("แหล่งที่มา : กลุ่มงานบริหารทั่วไป", "กลุ่มงานบริหารทั่วไป"),
        ("ที่มา: กรมควบคุมโรค", "กรมควบคุมโรค"),
        ("เขียนโดย Super User", "Super User"),
        ("จัดทำโดย งานพัสดุ เมื่อ 5 ม.ค. 67", "งานพัสดุ"),
        ("โดย : ประชาสัมพันธ์ วันที่ 5 ม.ค. 67", "ประชาสัมพันธ์"),
        ("ผู้โพสต์ : admin | เข้าชม 55 ครั้ง", "admin"),
        ("ผู้ประกาศ งานพัสดุ", "งานพัสดุ"),
        ("หน่วยงานที่รับผิดชอบ กลุ่มงานยุทธศาสตร์", "กลุ่มงานยุทธศาสตร์"),
        ("ขอบคุณภาพจาก เพจกระทรวง", "เพจกระทรวง"),
        ("Source: WHO", "WHO"),
        ("ผู้วิจัย : นางสาวชนิดา พรหมดี", "นางสาวชนิดา พรหมดี"),
        ("ผู้วิจัย/แหล่งที่มา : กรมอนามัย", "กรมอนามัย"),
        ("By:Admin | 2022-03-11 16:02:50", "Admin"),
        ("ที่มาข้อมูล : สำนักงานสถิติแห่งชาติ", "สำนักงานสถิติแห่งชาติ"),
        ("ผู้รับผิดชอบหลัก : งานแผน", "งานแผน"),
        ("Cr. กรมอนามัย", "กรมอนามัย"),
        ("Published by romyateewat, 2020-02-18 02:27:58", "romyateewat"),
        ("POSTED ON 30/01/2566 BY ADMIN", "ADMIN"),
    ],
)
def test_a_source_is_returned_as_written(text: str, source: str) -> None:
    assert find_source(text) == source


@pytest.mark.parametrize(
    "text",
    [
        "ที่มาและความสำคัญ",
        "ประวัติความเป็นมา : ตั้งขึ้น",
        "โดยมีวัตถุประสงค์เพื่อ",
        "ที่มา : .......",
        "signed by the director",
        "Sort by: Date",
        "Filter by : Year",
        "ลงวันที่ 5 ม.ค. 67",
    ],
)
def test_what_names_no_source_gives_none(text: str) -> None:
    assert find_source(text) is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("ฮิต: 1,293", 1293),
        ("เข้าชม 708 ครั้ง", 708),
        ("จำนวนผู้เข้าชมแล้ว : 1817 views", 1817),
        ("อ่าน ๑๒๓ ครั้ง", 123),
        ("ดาวน์โหลด 532", 532),
        ("( 4427 )", 4427),
        ("โพสต์: 208", 208),
        ("ความคิดเห็น (3)", 3),
        ("วันนี้ 25 เมื่อวาน 69", 25),
    ],
)
def test_a_count_is_a_counter_and_nothing_else(text: str, count: int) -> None:
    found = read(text)
    assert [counter.count for counter in found.counters] == [count]
    assert (found.dates, found.sizes, found.types, found.sources) == ((), (), (), ())


def test_a_counter_by_days_ends_with_the_sum() -> None:
    found = read("ผู้เยี่ยมชมวันนี้ 45 เมื่อวาน 102 ทั้งหมด 250,671")
    assert [counter.count for counter in found.counters] == [45, 250_671]


@pytest.mark.parametrize(
    "text", ["วันนี้ 25 คน", "วันนี้ 25 ม.ค. 67", "โพสต์: 5 มี.ค. 67", "โพสต์: 12:30", "ถาม-ตอบ (12)", "ข้อคิดเห็น: 5 ข้อ"]
)
def test_a_day_and_a_name_are_no_counts_of_a_board(text: str) -> None:
    assert read(text).counters == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ที่มา : เพจอนามัย", SourceKind.OWNER),
        ("ที่มาภาพ : เพจอนามัย", SourceKind.PICTURE),
        ("ที่มาของภาพ : เพจอนามัย", SourceKind.PICTURE),
        ("ขอบคุณภาพจาก เพจอนามัย", SourceKind.PICTURE),
        ("ภาพ/ข่าว : งานประชาสัมพันธ์", SourceKind.MAKER),
        ("Cr : เพจอนามัย", SourceKind.MAKER),
        ("ผู้เผยแพร่ : งานพัสดุ", SourceKind.POSTER),
    ],
)
def test_who_gave_a_picture_is_no_source_of_the_information(text: str, kind: SourceKind) -> None:
    (source,) = read(text).sources
    assert source.kind is kind


def test_a_byline_is_read_whole() -> None:
    found = read("เผยแพร่เมื่อ: 21 พฤศจิกายน 2566 เขียนโดย Super User ฮิต: 293 ประกาศ.pdf (1.2 MB)")
    assert [span.role for span in found.dates] == [DateRole.PUBLISHED]
    assert [source.name for source in found.sources] == ["Super User"]
    assert [counter.count for counter in found.counters] == [293]
    assert [seen.extension for seen in found.types] == ["pdf"]
    assert [size.raw for size in found.sizes] == ["1.2 MB"]


@pytest.mark.parametrize("unit", ["โดย ", "by ", "ที่มา:", "1 ครั้ง", "อ่าน", "a|by "])
def test_a_long_hostile_text_is_read_in_linear_time(unit: str) -> None:
    """Rule 13."""
    text = unit * (100_000 // len(unit))
    found = read(text)
    assert len(found.sources) + len(found.counters) <= len(text)
