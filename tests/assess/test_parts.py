"""What a part of the agency, or a body above it, has of its own is not the agency's (REQUIREMENTS.md 5, rule (c))."""

from __future__ import annotations

import pytest

from auditor.findings import Status
from tests.assess.building import AGENCY, document, heading, menu, page, site, status_of, text

GROUP = "กลุ่มงานควบคุมโรคติดต่อ สสอ.บึงทอง"
OURS = "ประชาชนสุขภาพดี เจ้าหน้าที่มีความสุข ระบบสุขภาพยั่งยืน"
PLAN = "โครงการเฝ้าระวังโรคติดต่อในพื้นที่ ระยะเวลา ต.ค. 2566 - ก.ย. 2567 ตัวชี้วัดร้อยละ 90 ของครัวเรือน"


@pytest.mark.parametrize(
    ("title", "head", "expected"),
    [
        pytest.param("วิสัยทัศน์", "วิสัยทัศน์", Status.PASS, id="the-agency's"),
        pytest.param(GROUP, "วิสัยทัศน์กลุ่มงาน", Status.FAIL, id="a-part's-by-both"),
        pytest.param(GROUP, "วิสัยทัศน์", Status.REVIEW, id="on-a-part's-page"),
        pytest.param("วิสัยทัศน์", "วิสัยทัศน์และค่านิยมของฝ่ายการพยาบาล", Status.REVIEW, id="a-part's-by-its-heading"),
        pytest.param(GROUP, "วิสัยทัศน์ สสอ.บึงทอง", Status.PASS, id="the-agency's-on-a-part's-page"),
        pytest.param("แผนกลยุทธ์และวิสัยทัศน์", "วิสัยทัศน์", Status.PASS, id="a-word-that-begins-like-a-part"),
    ],
)
def test_a_vision_is_the_agencys_or_a_parts(title: str, head: str, expected: Status) -> None:
    made = page("/v", heading(head), text(OURS), title=title)
    assert status_of(site(made, start_links=(menu(head, "/v"),)), "1.1.vision") is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("แผนปฏิบัติการ ปีงบประมาณ 2567", Status.PASS, id="the-agency's"),
        pytest.param("แผนปฏิบัติการกลุ่มงานควบคุมโรคติดต่อ ปีงบประมาณ 2567", Status.REVIEW, id="a-part's"),
        pytest.param("แผนปฏิบัติการของฝ่ายบริหาร ปีงบประมาณ 2567", Status.REVIEW, id="a-part's-with-of"),
        pytest.param("แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2567 ของกลุ่มงานบริหาร", Status.REVIEW, id="behind-the-year"),
        pytest.param("แผนปฏิบัติการ ปีงบประมาณ 2567 จัดทำโดยกลุ่มงานบริหารทั่วไป", Status.PASS, id="by-a-part"),
        pytest.param("แผนปฏิบัติการ ปีงบประมาณ 2567 (กลุ่มงานยุทธศาสตร์)", Status.PASS, id="by-a-part-in-brackets"),
    ],
)
def test_a_plan_is_the_agencys_or_a_parts(name: str, expected: Status) -> None:
    plan = document("/p.pdf", f"{name}\n{AGENCY}\n{PLAN}")
    assert status_of(site(plan, start_links=(menu(name, "/p.pdf"),)), "1.1.action-plan") is expected


@pytest.mark.parametrize(
    ("issuer", "expected"),
    [
        pytest.param(AGENCY, Status.PASS, id="the-agency"),
        pytest.param("กลุ่มงานควบคุมโรคติดต่อ", Status.REVIEW, id="a-part"),
        pytest.param(f"กลุ่มงานยุทธศาสตร์\n{AGENCY}", Status.PASS, id="a-part-for-the-agency"),
        pytest.param(f"กลุ่มงานยุทธศาสตร์ {AGENCY}", Status.PASS, id="a-part-for-the-agency-in-one-line"),
    ],
)
def test_a_plan_is_of_the_one_who_stands_under_its_title(issuer: str, expected: Status) -> None:
    name = "แผนปฏิบัติการ ปีงบประมาณ 2567"
    plan = document("/p.pdf", f"{name}\n{issuer}\n{PLAN}")
    assert status_of(site(plan, start_links=(menu(name, "/p.pdf"),)), "1.1.action-plan") is expected


def test_a_parts_plan_of_this_year_does_not_stand_before_the_agencys_of_last_year() -> None:
    last, theirs = "แผนปฏิบัติการ ปีงบประมาณ 2566", "แผนปฏิบัติการกลุ่มงานควบคุมโรคติดต่อ ปีงบประมาณ 2567"
    papers = (document("/a.pdf", f"{last}\n{AGENCY}\n{PLAN}"), document("/b.pdf", f"{theirs}\n{AGENCY}\n{PLAN}"))
    made = site(*papers, start_links=(menu(last, "/a.pdf"), menu(theirs, "/b.pdf")))
    assert status_of(made, "1.1.action-plan") is Status.PARTIAL


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("ติดต่อเรา", Status.PASS, id="the-agency's"),
        pytest.param(GROUP, Status.REVIEW, id="a-part's"),
    ],
)
def test_the_address_on_a_parts_page_may_be_its_own(title: str, expected: Status) -> None:
    made = page("/c", heading("ติดต่อเรา"), text("อาคาร 2 ชั้น 1 e-mail : cdc@bungthong.go.th"), title=title)
    assert status_of(site(made, start_links=(menu("ติดต่อเรา", "/c"),)), "1.1.email") is expected


HISTORIES = [
    pytest.param("ก่อตั้งเมื่อ พ.ศ. 2490 เดิมเป็นสุขศาลา ต่อมาย้ายมาที่ตั้งปัจจุบันและขยายงานเรื่อยมาจนถึงทุกวันนี้", Status.PASS, id="ours"),
    pytest.param(
        "องค์การบริหารส่วนจังหวัดร้อยเอ็ด จัดตั้งขึ้นเมื่อ พ.ศ. 2498 ตามกฎหมายว่าด้วยระเบียบบริหารราชการ แล้วย้ายหน่วยงานใน พ.ศ. 2540",
        Status.REVIEW,
        id="of-a-body-above",
    ),
    pytest.param(
        "สถานีอนามัยดอนขวาง ก่อตั้งเมื่อ พ.ศ. 2490 เดิมเป็นสุขศาลา ต่อมาได้รับการยกฐานะและย้ายมาที่ตั้งปัจจุบันจนถึงทุกวันนี้",
        Status.PASS,
        id="of-what-it-was-before",
    ),
    pytest.param(
        "จังหวัดร้อยเอ็ดเดิมเป็นเมืองหน้าด่าน ต่อมา พ.ศ. 2468 ยุบเป็นอำเภอ และได้รับการยกฐานะเป็นจังหวัดอีกครั้งเมื่อ พ.ศ. 2490",
        Status.FAIL,
        id="of-the-province",
    ),
]


@pytest.mark.parametrize(("words", "expected"), HISTORIES)
def test_a_history_is_that_of_an_agency_and_ours(words: str, expected: Status) -> None:
    made = page("/h", heading("ประวัติความเป็นมา"), text(words), title="ประวัติความเป็นมา")
    assert status_of(site(made, start_links=(menu("ประวัติความเป็นมา", "/h"),)), "1.1.history") is expected
