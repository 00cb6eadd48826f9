"""How long a service takes, and the marks of its steps (clauses 1.6, 1.7)."""

from __future__ import annotations

import pytest

from auditor.thai.durations import DurationUnit, find_durations, find_step_marks

U = DurationUnit


@pytest.mark.parametrize(
    ("text", "least", "most", "unit"),
    [
        ("15 นาที", 15, 15, U.MINUTE),
        ("๓ ชั่วโมง", 3, 3, U.HOUR),
        ("30 ชม.", 30, 30, U.HOUR),
        ("ครึ่งชั่วโมง", 0.5, 0.5, U.HOUR),
        ("ภายใน 15 วัน", 15, 15, U.DAY),
        ("1-2 วันทำการ", 1, 2, U.WORKING_DAY),
        ("5 working days", 5, 5, U.WORKING_DAY),
        ("2 สัปดาห์", 2, 2, U.WEEK),
        ("3 เดือน", 3, 3, U.MONTH),
        ("10 mins", 10, 10, U.MINUTE),
    ],
)
def test_a_duration_is_read(text: str, least: float, most: float, unit: DurationUnit) -> None:
    (duration,) = find_durations(text)
    assert (duration.least, duration.most, duration.unit) == (least, most, unit)


@pytest.mark.parametrize(
    "text",
    [
        "08.30-16.30 น.",
        "อายุ 15 วัน",
        "เด็กอายุ 6 เดือน",
        "15 มกราคม 2567",
        "วันที่ 15 วันจันทร์",
        "รอบ 6 เดือน",
        "1 เดือน ตุลาคม 2566",
        "เปิดตลอด 24 ชั่วโมง",
        "17 นาฬิกา 32 นาที",
        "2 วันที่แล้ว",
        "",
    ],
)
def test_ages_hours_and_dates_are_no_durations(text: str) -> None:
    assert find_durations(text) == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ขั้นตอนที่ 1 ยื่นคำขอ ขั้นตอนที่ 2 รับผล", [1, 2]),
        ("1. ยื่นคำขอ\n2. รับผล", [1, 2]),
        ("๑) ยื่นคำขอ", [1]),
        ("(1) ก\t(2) ข | 3) ค", [1, 2, 3]),
        ("① ก", [1]),
        ("Step 2", [2]),
        ("1.1 ข้อย่อย", []),
        ("15.30 น.", []),
        ("1/2567", []),
        ("ห้อง 1. ชั้น 2", []),
    ],
)
def test_marks_of_steps_are_read_where_a_step_begins(text: str, numbers: list[int]) -> None:
    assert [mark.number for mark in find_step_marks(text)] == numbers


def test_a_named_step_is_told_from_a_bare_number() -> None:
    assert [mark.named for mark in find_step_marks("1. ก\nขั้นตอนที่ 2 ข")] == [False, True]


@pytest.mark.parametrize("unit", ["1", "1 วัน", "หนึ่ง", "\n", "1.", "ขั้นตอนที่ "])
def test_a_long_hostile_text_is_read_in_linear_time(unit: str) -> None:
    """Rule 13."""
    text = unit * (100_000 // len(unit))
    assert len(find_durations(text)) + len(find_step_marks(text)) <= len(text)
