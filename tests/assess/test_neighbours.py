"""Pages of neighbours inside our site, where our name stands above every page (REQUIREMENTS.md 5, rule (c))."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.facts import Step
from auditor.findings import Status
from tests.assess.building import AGENCY, HOST, document, heading, link, menu, page, site, status_of, text

CENTRE = "รพ.สต.โนนสะอาด"
VISION = "วิสัยทัศน์ : หมู่บ้านน่าอยู่ ประชาชนสุขภาพดี ครอบครัวอบอุ่น ชุมชนเข้มแข็งอย่างยั่งยืน"


def vision(bar: str, way: str, *more: str) -> Status:
    """The vision's status where only a page with this first line, reached by this label, tells of one."""
    made = page("/p?id=1", text(bar), *map(text, more), text(VISION))
    made = replace(made, trail=(Step(label="", url=HOST + "/"), Step(label=way, url=made.url)))
    return status_of(site(made, start_links=(menu(way, "/p?id=1"),)), "1.1.vision")


@pytest.mark.parametrize(
    ("bar", "way", "more", "expected"),
    [
        pytest.param(CENTRE, CENTRE, (), Status.FAIL, id="bar-and-way"),
        pytest.param(CENTRE, f"ข้อมูล {CENTRE}", (), Status.REVIEW, id="the-way-begins-otherwise"),
        pytest.param(CENTRE, CENTRE, (f"สังกัด {AGENCY}",), Status.FAIL, id="bar-and-way-though-we-are-named"),
        pytest.param(CENTRE, "ข้อมูลทั่วไป", (), Status.REVIEW, id="only-the-bar"),
        pytest.param("ข้อมูลทั่วไป", CENTRE, (), Status.REVIEW, id="only-the-way"),
        pytest.param("รพ.สต. โนนสะอาด ตำบลโนนสะอาด", "ข้อมูล", (), Status.REVIEW, id="with-a-space-and-its-place"),
        pytest.param("ข้อมูลทั่วไป", CENTRE, (f"ของ{AGENCY}",), Status.PASS, id="the-way-alone-where-we-are-named"),
        pytest.param("ชมรม อสม.อำเภอบึงทอง", "ชมรม อสม.", (), Status.REVIEW, id="a-clubs"),
        pytest.param("มูลนิธิเพื่อนผู้ป่วย", "มูลนิธิเพื่อนผู้ป่วย", (), Status.FAIL, id="a-foundations"),
        pytest.param(AGENCY, "เกี่ยวกับเรา", (), Status.PASS, id="ours"),
        pytest.param("ข้อมูลทั่วไป", "เกี่ยวกับเรา", (), Status.PASS, id="nobodys"),
    ],
)
def test_whose_page_it_is(bar: str, way: str, more: tuple[str, ...], expected: Status) -> None:
    assert vision(bar, way, *more) is expected


def test_a_neighbours_page_does_not_come_before_our_own() -> None:
    theirs = page("/p?id=1", text(CENTRE), text(VISION))
    theirs = replace(theirs, trail=(Step(label="", url=HOST + "/"), Step(label=CENTRE, url=theirs.url)))
    ours = page("/v", heading("วิสัยทัศน์/พันธกิจ"), text('วิสัยทัศน์ "เครือข่ายสุขภาพเข้มแข็ง คนบึงทองพึ่งตนเองได้ภายในปี 2570"'))
    made = site(theirs, ours, start_links=(menu(CENTRE, "/p?id=1"), menu("วิสัยทัศน์/พันธกิจ", "/v")))
    assert status_of(made, "1.1.vision") is Status.PASS


BODY = "โครงการเฝ้าระวังโรคติดต่อในพื้นที่ งบประมาณ 50,000 บาท ตัวชี้วัดร้อยละ 90 ของครัวเรือน " * 3


@pytest.mark.parametrize(
    ("issuer", "expected"),
    [
        pytest.param("โรงพยาบาลบึงทอง", Status.FAIL, id="the-hospital-beside-us"),
        pytest.param("โรงพยาบาลบึงทอง อำเภอบึงทอง จังหวัดร้อยเอ็ด", Status.FAIL, id="with-its-place"),
        pytest.param("โรงพยาบาล บึงทอง", Status.REVIEW, id="what-may-be-a-word"),
        pytest.param("โรงพยาบาลส่งเสริมสุขภาพตำบลดอนขวาง", Status.REVIEW, id="a-unit-of-ours"),
        pytest.param("เทศบาลตำบลบึงทอง", Status.REVIEW, id="a-local-authority"),
        pytest.param(f"โรงพยาบาลบึงทอง\n{AGENCY}", Status.PASS, id="both-of-us"),
        pytest.param("โรงพยาบาลบึงทองร่วมกับภาคีเครือข่ายทุกตำบลจัดทำขึ้น", Status.REVIEW, id="only-spoken-of"),
    ],
)
def test_a_paper_is_of_whom_its_first_lines_call_its_issuer(issuer: str, expected: Status) -> None:
    paper = document("/p.pdf", f"แผนปฏิบัติการ ประจำปีงบประมาณ 2567\n{issuer}\n{BODY}")
    label = "แผนปฏิบัติการ ประจำปีงบประมาณ 2567"
    shelf = page("/s", heading("แผนงาน"), text(label), title="แผนงาน", links=(link(label, "/p.pdf", block=1),))
    assert status_of(site(shelf, paper, start_links=(menu("แผนงาน", "/s"),)), "1.1.action-plan") is expected
