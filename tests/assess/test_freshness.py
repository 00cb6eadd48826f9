"""For which time a thing holds (REQUIREMENTS.md 5 rule (d); THAI_WEB.md 6.5, 6.6, 7.3 F7–F8)."""

from __future__ import annotations

from datetime import date

import pytest

from auditor.assess.freshness import of_list, of_passage, wanted_years
from auditor.findings import ReasonCode, Status
from auditor.rules import Freshness
from tests.assess.looking import paper

THIS_YEAR = Freshness(fiscal_years=(0,), undated="partial")
LAST_OR_THIS = Freshness(fiscal_years=(-1, 0), undated="partial")
BODY = "\n" + "เนื้อหาของแผน " * 60


def judged(words: str, *labels: str, asked: Freshness = THIS_YEAR, posted: date | None = None) -> Status:
    return of_passage(asked, paper(words + BODY), labels, 2567, posted=posted).status


CURRENT, OLD, UNDATED = "current", "old", "undated"
STATED = [
    pytest.param("แผนปฏิบัติราชการ ปีงบประมาณ พ.ศ. 2567", CURRENT, id="fiscal-year"),
    pytest.param("แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", CURRENT, id="thai-digits"),
    pytest.param("แผนปฏิบัติราชการ ปีงบฯ 67", CURRENT, id="two-digits"),
    pytest.param("แผนปฏิบัติราชการ ปีงปม. 2567", CURRENT, id="abbreviated"),
    pytest.param("แผนปฏิบัติราชการ ปีงมประมาณ 2567", CURRENT, id="misspelt"),
    pytest.param("ITA 2024", CURRENT, id="common-era"),
    pytest.param("แผนยุทธศาสตร์ พ.ศ. 2566 - 2570", CURRENT, id="plan-of-years-that-holds-it"),
    pytest.param("แผนพัฒนาสุขภาพ ๕ ปี (พ.ศ. ๒๕๖๖ – ๒๕๗๐)", CURRENT, id="five-year-plan-in-thai-digits"),
    pytest.param("แผนยุทธศาสตร์ พ.ศ. 2561 - 2565", OLD, id="plan-of-years-that-ended"),
    pytest.param("แผนยุทธศาสตร์ พ.ศ. 2568 - 2572", OLD, id="plan-of-years-to-come"),
    pytest.param("แผนปฏิบัติราชการ ปีงบประมาณ พ.ศ. 2566", OLD, id="last-year"),
    pytest.param("แผนปฏิบัติราชการ ปีงบประมาณ พ.ศ. 2568", OLD, id="next-year"),
    pytest.param("รายงาน ไตรมาสที่ 1/2567", CURRENT, id="quarter-of-the-year"),
    pytest.param("รายงาน ไตรมาสที่ 4 ปีงบประมาณ 2566", OLD, id="quarter-of-last-year"),
    pytest.param("รายงาน รอบ 6 เดือน (ต.ค.66 - มี.ค.67)", CURRENT, id="half-year-by-its-months"),
    pytest.param("สขร.1 ประจำเดือน ตุลาคม 2566", CURRENT, id="october-opens-the-year"),
    pytest.param("สขร.1 ประจำเดือน กันยายน 2566", OLD, id="september-closes-the-last"),
    pytest.param("สขร.1 ประจำเดือน กันยายน 2567", CURRENT, id="september-of-this-year"),
    pytest.param("แผนปฏิบัติราชการ", UNDATED, id="no-year"),
    pytest.param("คำสั่งที่ 12/2567 มาตรา 9 (8)", UNDATED, id="order-number-is-no-year"),
    pytest.param("ตาม พ.ร.บ.ข้อมูลข่าวสาร พ.ศ. 2540", UNDATED, id="year-of-a-law"),
]


@pytest.mark.parametrize(("head", "expected"), STATED)
def test_a_thing_is_of_the_years_that_its_head_states(head: str, expected: str) -> None:
    time = of_passage(THIS_YEAR, paper(head + BODY), (), 2567)
    told = UNDATED if time.reason and time.reason.code is ReasonCode.UNDATED else CURRENT if time.dated else OLD
    assert told == expected


def test_content_goes_before_its_label() -> None:
    """THAI_WEB.md F7, F8: label and file disagree on the year."""
    assert judged("แผนปฏิบัติราชการ ปีงบประมาณ 2566", "แผนปฏิบัติราชการ ปี 2567") is Status.PARTIAL
    assert judged("แผนปฏิบัติราชการ ปีงบประมาณ 2567", "แผนปฏิบัติราชการ ปี 2566") is Status.PASS


def test_the_nearest_label_that_states_a_year_tells_where_the_content_does_not() -> None:
    assert judged("แผนปฏิบัติราชการ", "แผน", "แผน ปีงบประมาณ 2567") is Status.PASS
    assert judged("แผนปฏิบัติราชการ", "แผน ปีงบประมาณ 2566", "ITA 2567") is Status.PARTIAL


SIGNED = [
    pytest.param("ประกาศ ณ วันที่ ๒๕ ธันวาคม พ.ศ. ๒๕๖๖", Status.PASS, id="announced-in-december"),
    pytest.param("ประกาศ ณ วันที่ 30 กันยายน พ.ศ. 2567", Status.PASS, id="last-day-of-the-year"),
    pytest.param("สั่ง ณ วันที่ 2 ตุลาคม พ.ศ. 2566", Status.PASS, id="ordered-in-october"),
    pytest.param("ประกาศ ณ วันที่ 29 กันยายน พ.ศ. 2566", Status.PARTIAL, id="signed-in-the-year-before"),
    pytest.param("ให้ไว้ ณ วันที่ 1 ตุลาคม พ.ศ. 2567", Status.PARTIAL, id="signed-in-the-year-after"),
]


@pytest.mark.parametrize(("signature", "expected"), SIGNED)
def test_an_announcement_is_of_the_fiscal_year_in_which_it_was_signed(signature: str, expected: Status) -> None:
    words = f"ประกาศ\nเรื่อง แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์{BODY}\n{signature}"
    assert of_passage(THIS_YEAR, paper(words), (), 2567).status is expected


def test_an_annual_report_of_last_year_is_the_present_one() -> None:
    assert judged("รายงานประจำปี 2566", asked=LAST_OR_THIS) is Status.PASS
    assert judged("รายงานประจำปี 2567", asked=LAST_OR_THIS) is Status.PASS
    assert judged("รายงานประจำปี 2565", asked=LAST_OR_THIS) is Status.PARTIAL


@pytest.mark.parametrize("undated", ["pass", "partial", "review"])
def test_what_an_undated_thing_is_worth_stands_in_the_rule(undated: str) -> None:
    asked = Freshness(fiscal_years=(0,), undated=undated)
    assert judged("แผนปฏิบัติราชการ", asked=asked) is Status(undated)


def test_where_no_time_is_asked_none_is_missing() -> None:
    assert of_passage(None, paper("ประวัติ"), (), 2567).dated is None
    assert of_passage(Freshness(), paper("ประวัติ"), (), 2567).dated is None


def test_the_day_of_a_post_counts_where_it_states_no_year() -> None:
    assert judged("อบรมความมั่นคงปลอดภัยไซเบอร์", posted=date(2024, 1, 10)) is Status.PASS
    assert judged("อบรมความมั่นคงปลอดภัยไซเบอร์", posted=date(2023, 1, 10)) is Status.PARTIAL


def test_years_are_counted_from_the_fiscal_year_of_the_day() -> None:
    assert wanted_years(LAST_OR_THIS, 2570) == (2569, 2570)


NEWS = Freshness(fiscal_years=(0,), max_age_days=90, undated="partial")
AS_OF = date(2024, 10, 20)  # the first weeks of fiscal year 2568
LISTS = [
    pytest.param(date(2024, 10, 15), Status.PASS, id="this-month"),
    pytest.param(date(2024, 10, 1), Status.PASS, id="first-day-of-the-year"),
    pytest.param(date(2024, 9, 1), Status.PASS, id="last-year-but-young"),
    pytest.param(date(2024, 7, 22), Status.PASS, id="ninety-days"),
    pytest.param(date(2024, 7, 21), Status.PARTIAL, id="ninety-one-days"),
    pytest.param(date(2023, 1, 1), Status.PARTIAL, id="old"),
    pytest.param(None, Status.PARTIAL, id="undated"),
]


@pytest.mark.parametrize(("newest", "expected"), LISTS)
def test_a_list_is_as_new_as_its_newest_entry(newest: date | None, expected: Status) -> None:
    time = of_list(NEWS, newest, AS_OF)
    assert time.status is expected
    assert time.dated is (expected is Status.PASS)


def test_a_stale_list_says_how_old_it_is() -> None:
    reason = of_list(NEWS, date(2024, 5, 1), AS_OF).reason
    assert reason is not None
    assert reason.code is ReasonCode.STALE
    assert dict(reason.params) == {"newest": "2024-05-01", "age": 172, "allowed": 90}
