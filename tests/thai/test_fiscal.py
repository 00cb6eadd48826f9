"""The Thai fiscal year and days as Thai offices write them."""

from __future__ import annotations

from datetime import date

import pytest

from auditor.thai.dates import find_dates
from auditor.thai.fiscal import (
    covers_fiscal_year,
    fiscal_bounds,
    fiscal_year_of,
    fiscal_years_in,
    thai_date,
    without_years,
)


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2023, 9, 30), 2566), (date(2023, 10, 1), 2567), (date(2024, 9, 30), 2567), (date(2024, 1, 1), 2567)],
)
def test_a_day_belongs_to_the_fiscal_year_that_began_in_October(day: date, year: int) -> None:  # noqa: N802 - a name
    assert fiscal_year_of(day) == year
    first, last = fiscal_bounds(year)
    assert first <= day <= last


def test_the_bounds_are_the_first_of_october_and_the_last_of_september() -> None:
    assert fiscal_bounds(2567) == (date(2023, 10, 1), date(2024, 9, 30))


@pytest.mark.parametrize(
    ("short", "thai_digits", "written"),
    [
        (False, False, "25 ธันวาคม 2566"),
        (True, False, "25 ธ.ค. 66"),
        (False, True, "๒๕ ธันวาคม ๒๕๖๖"),
        (True, True, "๒๕ ธ.ค. ๖๖"),
    ],
)
def test_a_day_is_written_in_the_Thai_way(short: bool, thai_digits: bool, written: str) -> None:  # noqa: FBT001, N802 - table, name
    assert thai_date(date(2023, 12, 25), short=short, thai_digits=thai_digits) == written


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(1999, 1, 1), date(2056, 12, 31)])
def test_what_is_written_is_read_again(day: date) -> None:
    (span,) = find_dates(thai_date(day, thai_digits=True))
    assert (span.first, span.last) == (day, day)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("แผนการใช้จ่ายงบประมาณ ปีงบประมาณ 2567", (2567,)),
        ("รายงานประจำปี 2567", (2567,)),
        ("ITA 2567", (2567,)),
        ("ปี 2566-2570", (2566, 2567, 2568, 2569, 2570)),
        ("แผนพัฒนา (พ.ศ. ๒๕๖๖ - ๒๕๖๘)", (2566, 2567, 2568)),
        ("ไตรมาส 1/2567", (2567,)),
        ("รอบ 6 เดือนแรก ปีงบประมาณ 2567 และปีงบประมาณ 2568", (2567, 2568)),
        ("ITA 2024", (2567,)),
        ("คำสั่งที่ 12/2567", ()),
        ("พ.ร.บ.ข้อมูลข่าวสาร พ.ศ. 2540", ()),
        ("เผยแพร่เมื่อ 5 ม.ค. 67", ()),
    ],
)
def test_a_label_states_its_fiscal_years(text: str, years: tuple[int, ...]) -> None:
    assert fiscal_years_in(text) == years


@pytest.mark.parametrize(
    ("text", "year", "covered"),
    [
        ("ปีงบประมาณ 2567", 2567, True),
        ("ปีงบประมาณ 2566", 2567, False),
        ("พ.ศ. 2566 - 2570", 2567, True),
        ("ไตรมาส 4/2566", 2567, False),
        ("ตุลาคม 2566", 2567, True),
        ("30 กันยายน 2566", 2567, False),
        ("1 ต.ค. 2566 - 31 มี.ค. 2567", 2567, True),
        ("ตั้งแต่บัดนี้ถึง 31 มกราคม 2567", 2567, True),
    ],
)
def test_a_span_covers_a_fiscal_year_it_names_holds_or_lies_in(text: str, year: int, covered: bool) -> None:  # noqa: FBT001 - a column
    (span,) = find_dates(text)
    assert covers_fiscal_year(span, year) is covered


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2567 ของกลุ่มงาน", "แผนปฏิบัติการ ของกลุ่มงาน"),
        ("แผนกลยุทธ์ พ.ศ.๒๕๖๖-๒๕๗๐", "แผนกลยุทธ์"),
        ("รายงานประจำปี 2566", "รายงาน"),
        ("แผนงบประมาณ", "แผนงบประมาณ"),
    ],
)
def test_a_name_without_its_years(name: str, left: str) -> None:
    assert without_years(name) == left
