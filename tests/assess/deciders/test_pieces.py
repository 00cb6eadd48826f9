"""Where the part of a page that a label names begins and ends, and what stands below a page's own content."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.facts import Region
from auditor.findings import Status
from tests.assess.building import document, heading, image, link, menu, page, row, site, status_of, text

if TYPE_CHECKING:
    from auditor.facts import Block

UNITS = (text("งานบริหารทั่วไป"), text("งานยุทธศาสตร์"), text("งานส่งเสริมสุขภาพ"))


@pytest.mark.parametrize(
    "boss",
    [
        (text("สาธารณสุขอำเภอบึงทอง"), text("นายสมชาย ใจดี")),
        (text("นายสมชาย ใจดี"), text("สาธารณสุขอำเภอบึงทอง")),
    ],
    ids=["position-above", "position-below"],
)
def test_the_box_of_the_head_in_a_chart_does_not_end_the_structure(boss: tuple[Block, ...]) -> None:
    chart = page("/s", text("ผังโครงสร้างการบริหารของ สสอ.บึงทอง"), *boss, *UNITS)
    assert status_of(site(chart, start_links=(menu("โครงสร้างหน่วยงาน", "/s"),)), "1.1.structure") is Status.PASS


def test_the_empty_box_of_a_post_does_not_end_the_structure() -> None:
    chart = page("/s", text("โครงสร้างและอัตรากำลัง"), text("สาธารณสุขอำเภอบึงทอง"), *UNITS)
    assert status_of(site(chart, start_links=(menu("โครงสร้างและอัตรากำลัง", "/s"),)), "1.1.structure") is Status.PASS


def test_a_menu_below_a_list_of_news_lists_no_news() -> None:
    name = "โครงสร้างสำนักงานสาธารณสุขอำเภอบึงทอง"
    entry = link("เข้าดู", "/s", block=3, heading_above="ข่าวล่าสุด")
    below = text("เข้าดู", region=Region.MAIN)
    pages = tuple(
        page(f"/n{n}", heading(f"เรื่อง {n}"), text(f"เนื้อหา {n}"), text(f"วันที่ {n}"), below, links=(entry,))
        for n in range(9)
    )
    news = page("/news", heading("ข่าวล่าสุด"), text("ข่าว"), text("วันนี้"), below, links=(entry,))
    chart = page("/s", heading(name), *UNITS, title=name)
    assert status_of(site(news, chart, *pages), "1.1.structure") is Status.PASS


CHART = "ผังองค์กร สสอ.บึงทอง\nสาธารณสุขอำเภอ\nงานบริหารทั่วไป งานยุทธศาสตร์"


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param((CHART,), Status.FAIL, id="a-chart-names-no-executive"),
        pytest.param((CHART, ""), Status.REVIEW, id="a-page-without-text-may"),
        pytest.param(("ทำเนียบผู้บริหาร\nงานบริหารทั่วไป",), Status.REVIEW, id="a-directory-whose-names-are-not-read"),
        pytest.param((f"{CHART}\nนายสมชาย ใจดี สาธารณสุขอำเภอบึงทอง",), Status.PASS, id="a-chart-with-its-head"),
    ],
)
def test_the_second_line_of_a_paper_may_name_but_a_part_of_it(pages: tuple[str, ...], expected: Status) -> None:
    paper = document("/c.pdf", *pages)
    assert status_of(site(paper, start_links=(menu("เอกสาร 1", "/c.pdf"),)), "1.1.executives") is expected


POWERS = "กำกับ ดูแล และสนับสนุนการปฏิบัติงานของหน่วยงานสาธารณสุขในเขตพื้นที่อำเภอ ตามที่กฎหมายกำหนดให้เป็นอำนาจของสำนักงาน"
TASKS = "1. พัฒนาระบบสุขภาพ 2. ส่งเสริมสุขภาพ 3. พัฒนาบุคลากร 4. สร้างการมีส่วนร่วมของประชาชนในการดูแลสุขภาพตนเอง"


@pytest.mark.parametrize(
    ("words", "duties"),
    [pytest.param(POWERS, Status.PASS, id="powers"), pytest.param(TASKS, Status.FAIL, id="mission")],
)
def test_a_name_of_two_things_is_that_which_its_page_holds(words: str, duties: Status) -> None:
    made = page("/t", heading("ภารกิจ"), text(words))
    assert status_of(site(made, start_links=(menu("ภารกิจ", "/t"),)), "1.1.duties") is duties
    assert status_of(site(made, start_links=(menu("ภารกิจ", "/t"),)), "1.1.mission") is Status.PASS


LISTED = ("O14", "O14 คู่มือการปฏิบัติงาน", "เปิด", "O15", "O15 คู่มือการให้บริการ", "ดู", "O16", "O16 สถิติ" + " การให้บริการ" * 20)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(LISTED, Status.REVIEW, id="numbered"),
        pytest.param(("รายการ", "คู่มือการให้บริการ", "เปิด", "แผนปฏิบัติราชการ", "ผลงาน " * 40), Status.REVIEW, id="named"),
        pytest.param(("คู่มือการให้บริการ", "ยื่นคำขอและตรวจเอกสารให้ครบ " * 4), Status.PASS, id="with-its-words"),
        pytest.param(
            (
                "2. คู่มือการให้บริการ",
                "1. ยื่นคำขอต่อเจ้าหน้าที่ที่จุดบริการพร้อมเอกสาร",
                "2. ตรวจเอกสารให้ครบถ้วนและรับคำขอ",
                "3. ออกใบรับ",
            ),
            Status.PASS,
            id="with-numbered-steps",
        ),
    ],
)
def test_what_a_line_of_a_list_names_ends_where_the_next_begins(lines: tuple[str, ...], expected: Status) -> None:
    made = page("/ita", heading("ITA"), *map(text, lines))
    assert status_of(site(made, start_links=(menu("การประเมิน", "/ita"),)), "1.7.guide") is expected


def test_the_number_before_a_first_line_hides_nothing() -> None:
    lines = ("1", "แบบใบลา (สำหรับเจ้าหน้าที่)", "2", "แบบฟอร์มขอเผยแพร่ข้อมูลผ่านเว็บไซต์")
    made = page("/f", heading("ดาวน์โหลดแบบฟอร์ม"), *map(text, lines))
    assert status_of(site(made, start_links=(menu("ดาวน์โหลดแบบฟอร์ม", "/f"),)), "1.7.forms") is Status.NOT_APPLICABLE


@pytest.mark.parametrize("name", ["อำนาจหน้าที่และภารกิจ", "พันธกิจและอำนาจหน้าที่", "วิสัยทัศน์ พันธกิจ อำนาจหน้าที่"])
@pytest.mark.parametrize(
    ("words", "expected"), [(POWERS, Status.PASS), (TASKS, Status.REVIEW)], ids=["powers", "mission"]
)
def test_the_title_of_several_things_proves_none_of_them(name: str, words: str, expected: Status) -> None:
    made = page("/t", heading(name), text(words))
    assert status_of(site(made, start_links=(menu(name, "/t"),)), "1.1.duties") is expected


def test_nor_does_a_directory_that_is_also_called_the_cios_name_him() -> None:
    made = page("/t", heading("ผู้บริหาร/CIO"), text("นายสมชาย ใจดี สาธารณสุขอำเภอบึงทอง"))
    assert status_of(site(made, start_links=(menu("ผู้บริหาร/CIO", "/t"),)), "1.1.cio") is not Status.PASS


VISION, MISSION = (
    "ประชาชนบึงทองสุขภาพดี เจ้าหน้าที่มีความสุข ระบบสุขภาพยั่งยืน",
    "พัฒนาหน่วยบริการปฐมภูมิให้ได้มาตรฐานและเสริมพลังภาคีเครือข่าย",
)


@pytest.mark.parametrize("label", ["วิสัยทัศน์/พันธกิจ", "ข้อมูลหน่วยงาน"])
@pytest.mark.parametrize(
    ("vision", "mission", "expected"),
    [
        pytest.param(VISION, MISSION, (Status.PASS, Status.PASS), id="both"),
        pytest.param("", MISSION, (Status.FAIL, Status.PASS), id="vision-empty"),
        pytest.param(VISION, "กำลังปรับปรุงข้อมูล", (Status.PASS, Status.FAIL), id="mission-under-construction"),
    ],
)
def test_a_row_of_label_and_value_is_a_head_with_its_text(
    label: str, vision: str, mission: str, expected: tuple[Status, Status]
) -> None:
    table = (row("วิสัยทัศน์", vision), row("พันธกิจ", mission), row("ค่านิยม", "เป็นนายตนเอง เร่งสร้างสิ่งใหม่ ใส่ใจประชาชน"))
    made = site(page("/v", heading(label), *table), start_links=(menu(label, "/v"),))
    assert (status_of(made, "1.1.vision"), status_of(made, "1.1.mission")) == expected


def test_the_label_of_a_row_is_no_name_of_a_paper() -> None:
    rows = (row("แผนปฏิบัติราชการ", "จัดทำแล้ว"), row("รายงานประจำปี", "จัดทำแล้ว"))
    made = site(page("/k", heading("ผลงาน"), *rows), start_links=(menu("ผลงาน", "/k"),))
    assert status_of(made, "1.1.action-plan") is Status.FAIL


BOSSES = (
    heading("นายสมชาย ใจดี", level=7),
    text("สาธารณสุขอำเภอบึงทอง"),
    heading("นางสมศรี ใจงาม", level=7),
    text("ผู้ช่วยสาธารณสุขอำเภอ"),
)


def test_the_cards_of_persons_belong_to_the_heading_above_them() -> None:
    made = page("/b", heading("ผู้บริหาร", level=7), *BOSSES, images=(image(block=1), image(path="/2.jpg", block=3)))
    assert status_of(site(made, start_links=(menu("ผู้บริหาร", "/b"),)), "1.1.executives") is Status.PASS


def test_a_heading_without_content_takes_none_from_the_next() -> None:
    made = page("/b", heading("พันธกิจ", level=7), *BOSSES, title="ข้อมูล")
    assert status_of(site(made, start_links=(menu("ข้อมูล", "/b"),)), "1.1.mission") is Status.FAIL


QUESTION = "ท่านพึงพอใจต่อเว็บไซต์ สสอ.บึงทอง ระดับใด"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param(QUESTION, Status.PASS, id="on-the-website"),
        pytest.param("ท่านพึงพอใจต่อการให้บริการของ รพ.สต. ระดับใด", Status.FAIL, id="on-something-else"),
    ],
)
def test_the_result_of_a_poll_stands_under_its_question_though_the_poll_is_beside_every_page(
    question: str, expected: Status
) -> None:
    poll = (heading("แบบสำรวจ", level=7), heading(question, level=7), text("มากที่สุด"), text("มาก"))
    pages = tuple(page(f"/n{n}", heading(f"เรื่อง {n}"), text(f"เนื้อหา {n}"), *poll) for n in range(9))
    counted = (row("มากที่สุด", "118", "57.8%"), row("มาก", "61", "29.9%"), text("จำนวนผู้ลงคะแนน : 204"))
    result = page("/r", heading(question, level=2), *counted, *poll, title="ผลสำรวจ")
    assert status_of(site(*pages), "1.10.satisfaction-level") is Status.FAIL
    assert status_of(site(result, *pages), "1.10.satisfaction-level") is expected
