"""Bodies that bear our name and are not we: the foundation, the college, the club (REQUIREMENTS.md 5, rule (c))."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.facts import Block, BlockKind, Page, Region
from auditor.findings import Status
from tests.assess.building import AGENCY, document, heading, judge, link, menu, page, site, status_of, text, verdict

if TYPE_CHECKING:
    from auditor.facts import Link, Resource
    from auditor.snapshot import MemorySnapshot

HOSPITAL = "โรงพยาบาลบึงทอง"
FOUNDATION, COLLEGE = f"มูลนิธิ{HOSPITAL}", "วิทยาลัยพยาบาลบึงทอง"
TOLD = "ดำเนินงานช่วยเหลือผู้ป่วยยากไร้และจัดซื้อเครื่องมือแพทย์ตามแผนงานที่กำหนดไว้ตลอดปี " * 6


def hospital(*resources: Resource, start_links: tuple[Link, ...] = ()) -> MemorySnapshot:
    """The site of a hospital: its name in every title and above the first page."""
    made = site(*resources, start_links=start_links)
    for resource in list(made):
        if isinstance(resource.content, Page):
            title = resource.content.title.replace(AGENCY, HOSPITAL)
            blocks = tuple(
                replace(block, text=block.text.replace(AGENCY, HOSPITAL)) for block in resource.content.blocks
            )
            made.add(replace(resource, content=replace(resource.content, title=title, blocks=blocks)))
    return made


def report(label: str, words: str) -> Status:
    """The annual report's status where a shelf offers this paper by this label."""
    shelf = page("/docs", heading("เอกสาร"), text(label), title="เอกสาร", links=(link(label, "/r.pdf", block=1),))
    made = hospital(shelf, document("/r.pdf", words), start_links=(menu("เอกสาร", "/docs"),))
    return status_of(made, "1.1.annual-report")


@pytest.mark.parametrize(
    ("label", "words", "expected"),
    [
        pytest.param(
            "รายงานประจำปี 2566 มูลนิธิ", f"รายงานประจำปี 2566\n{FOUNDATION}\n{TOLD}", Status.FAIL, id="both-tell"
        ),
        pytest.param(
            "รายงานประจำปี 2566 มูลนิธิ",
            f"รายงานประจำปี 2566\nมูลนิธิ {HOSPITAL}\n{TOLD}",
            Status.FAIL,
            id="both-with-a-space",
        ),
        pytest.param(
            "รายงานประจำปี 2566 (สหกรณ์ออมทรัพย์)",
            f"สหกรณ์ออมทรัพย์{HOSPITAL} จำกัด\nรายงานประจำปี 2566\n{TOLD}",
            Status.FAIL,
            id="in-brackets",
        ),
        pytest.param(
            "รายงานประจำปี 2566", f"รายงานประจำปี 2566\n{FOUNDATION}\n{TOLD}", Status.REVIEW, id="only-its-head"
        ),
        pytest.param("รายงานประจำปี 2566 ของมูลนิธิ", f"รายงานประจำปี 2566\n{TOLD}", Status.REVIEW, id="only-its-label"),
        pytest.param(
            "รายงานประจำปี 2566 ชมรมผู้สูงอายุ",
            f"รายงานประจำปี 2566\nชมรมผู้สูงอายุบึงทอง\n{TOLD}",
            Status.REVIEW,
            id="a-club-may-report-for-us",
        ),
        pytest.param("รายงานประจำปี 2566", f"รายงานประจำปี 2566\n{HOSPITAL}\n{TOLD}", Status.PASS, id="ours"),
        pytest.param(
            "รายงานประจำปี 2566",
            f"รายงานประจำปี 2566\n{HOSPITAL}\n{FOUNDATION} ผู้สนับสนุน\n{TOLD}",
            Status.PASS,
            id="ours-that-thanks-it",
        ),
        pytest.param(
            "รายงานประจำปี 2566",
            f"รายงานประจำปี 2566\n{HOSPITAL}\n{TOLD} ร่วมกับ{FOUNDATION}และ{COLLEGE}",
            Status.PASS,
            id="spoken-of",
        ),
    ],
)
def test_whose_report_it_is(label: str, words: str, expected: Status) -> None:
    assert report(label, words) is expected


def history(*lines: str) -> Status:
    told = page("/h", heading("ประวัติความเป็นมา"), *map(text, lines), title="ประวัติความเป็นมา")
    return status_of(hospital(told, start_links=(menu("ประวัติความเป็นมา", "/h"),)), "1.1.history")


FOUNDED = "ได้รับอนุญาตจัดตั้งเมื่อ พ.ศ. 2531 โดยคณะพ่อค้าประชาชนร่วมบริจาคทุนแรกเริ่ม ต่อมา พ.ศ. 2550 ย้ายสำนักงาน"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param((f"{FOUNDATION}{FOUNDED}",), Status.REVIEW, id="the-foundations"),
        pytest.param((f"สมาคมศิษย์เก่าพยาบาลบึงทอง {FOUNDED}",), Status.REVIEW, id="the-associations"),
        pytest.param((f"{HOSPITAL}{FOUNDED}",), Status.PASS, id="ours"),
        pytest.param((f"มูลนิธิรวมใจ{FOUNDED} เพื่อสร้าง{HOSPITAL}",), Status.PASS, id="ours-that-one-gave-the-land-for"),
        pytest.param((f"โรงเรียนประชาบาลเดิมยกอาคารให้ {FOUNDED} จนเป็น{HOSPITAL}",), Status.PASS, id="ours-in-a-school"),
    ],
)
def test_whose_history_stands_under_our_heading(lines: tuple[str, ...], expected: Status) -> None:
    assert history(*lines) is expected


def test_what_stands_under_the_name_of_its_thing_is_the_bodys() -> None:
    club = page(
        "/c", heading("ชมรม อสม."), text("วิสัยทัศน์ชมรม"), text("อสม.จิตอาสา พาชุมชนปลอดโรค ร่วมใจทุกหมู่บ้าน"), title="ข้อมูล"
    )
    assert status_of(hospital(club, start_links=(menu("ข้อมูล", "/c"),)), "1.1.vision") is Status.FAIL


@pytest.mark.parametrize(
    ("title", "words", "expected"),
    [
        pytest.param(f"{COLLEGE} จัดอบรมความปลอดภัยไซเบอร์แก่นักศึกษา", "นักศึกษา 96 คน", Status.FAIL, id="the-colleges"),
        pytest.param(
            f"{COLLEGE} จัดอบรมความปลอดภัยไซเบอร์", f"เจ้าหน้าที่{HOSPITAL} เข้าร่วม 12 คน", Status.REVIEW, id="ours-took-part"
        ),
        pytest.param(f"ชมรมไอที {HOSPITAL} จัดอบรมความปลอดภัยไซเบอร์", "บุคลากร 40 คน", Status.PASS, id="our-club"),
        pytest.param("ชมรมไอที จัดอบรมความปลอดภัยไซเบอร์", "บุคลากร 40 คน", Status.REVIEW, id="some-club"),
        pytest.param("อบรมความปลอดภัยไซเบอร์แก่เจ้าหน้าที่", "บุคลากร 40 คน", Status.PASS, id="ours"),
    ],
)
def test_whose_training_it_is(title: str, words: str, expected: Status) -> None:
    post = page(
        "/t", heading(title), text(f"{words} เมื่อวันที่ 11 มีนาคม 2567 ปีงบประมาณ 2567 ณ ห้องประชุมชั้น 2"), title=title
    )
    news = page("/n", heading("ข่าวประชาสัมพันธ์"), text(title), title="ข่าว", links=(link(title, "/t", block=1),))
    made = hospital(news, post, start_links=(menu("ข่าวประชาสัมพันธ์", "/n"),))
    assert status_of(made, "3.5.training") is expected


def vacancies(*titles: str) -> Status:
    """The status of the vacancies where a page lists these, each with its day."""
    rows = [Block(kind=BlockKind.ITEM, text=f"{title} 20 พฤษภาคม 2567", region=Region.MAIN) for title in titles]
    links = tuple(link(title, f"/j{number}", block=number) for number, title in enumerate(titles, 1))
    posts = [
        page(f"/j{n}", heading(title), text("ยื่นใบสมัครในเวลาราชการ"), title=title) for n, title in enumerate(titles, 1)
    ]
    listing = page("/jobs", heading("รับสมัครงาน"), *rows, title="รับสมัครงาน", links=links)
    made = hospital(listing, *posts, start_links=(menu("รับสมัครงาน", "/jobs"),))
    return verdict(judge(made), "1.8.jobs").status


OURS = "รับสมัครพนักงานช่วยเหลือคนไข้ 2 อัตรา"


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        pytest.param((OURS,), Status.PASS, id="nobody-named"),
        pytest.param((f"{HOSPITAL} {OURS}",), Status.PASS, id="ours"),
        pytest.param((f"{COLLEGE} {OURS}",), Status.REVIEW, id="only-the-colleges"),
        pytest.param((f"สสอ.บึงทอง {OURS}",), Status.REVIEW, id="only-the-office-of-the-same-place"),
        pytest.param((f"สสจ.ร้อยเอ็ด {OURS}", f"{COLLEGE} {OURS}"), Status.REVIEW, id="only-others"),
        pytest.param((f"{COLLEGE} {OURS}", f"{HOSPITAL} {OURS}"), Status.PASS, id="ours-among-them"),
        pytest.param((f"รพ.สต.ดอนขวาง {OURS}",), Status.REVIEW, id="a-unit-below-us"),
    ],
)
def test_whose_vacancies_a_list_holds(titles: tuple[str, ...], expected: Status) -> None:
    assert vacancies(*titles) is expected
