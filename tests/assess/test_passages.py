"""What a target itself says: whole pages, sections, tabs, definition lists, joint pages, side columns, documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.assess.boilerplate import Boilerplate
from auditor.assess.passages import document_passage, page_passage, posters, section_end, section_passage
from auditor.facts import Block, BlockKind, Document, Form, Page, Region
from auditor.findings import EvidenceKind, Status
from tests.assess.building import (
    document,
    heading,
    image,
    judge,
    link,
    menu,
    page,
    site,
    status_of,
    text,
    verdict,
)
from tests.assess.looking import passage

if TYPE_CHECKING:
    from auditor.facts import Resource

VISION = "เป็นองค์กรหลักด้านสุขภาพของอำเภอ เพื่อประชาชนสุขภาพดี เจ้าหน้าที่มีความสุข ระบบสุขภาพยั่งยืน"
MISSION = "พัฒนาระบบบริการสุขภาพให้ได้มาตรฐาน ส่งเสริมการมีส่วนร่วมของภาคีเครือข่ายในพื้นที่"


def term(words: str) -> Block:
    return Block(kind=BlockKind.TERM, text=words, region=Region.MAIN)


def as_page(resource: Resource) -> Page:
    assert isinstance(resource.content, Page)
    return resource.content


def test_menus_header_and_footer_are_no_content_of_a_page() -> None:
    made = page(
        "/v",
        text("เมนู", region=Region.NAV),
        text("หัวเว็บ", region=Region.HEADER),
        heading("วิสัยทัศน์"),
        text(VISION),
        text("ท้ายเว็บ", region=Region.FOOTER),
    )
    found = page_passage(made, as_page(made), Boilerplate())
    assert [block.text for block in found.blocks] == ["วิสัยทัศน์", VISION]
    assert found.title == "วิสัยทัศน์"


def test_what_no_reader_sees_is_no_content() -> None:
    made = page("/v", heading("วิสัยทัศน์"), replace(text("ซ่อนไว้"), hidden=True), text(VISION))
    assert "ซ่อนไว้" not in page_passage(made, as_page(made), Boilerplate()).text


def test_links_of_the_menu_are_no_links_of_the_page() -> None:
    links = (link("แผน", "/plan", region=Region.NAV, block=0), link("เอกสาร", "/v.pdf", block=2))
    made = page("/v", text("แผน", region=Region.NAV), heading("วิสัยทัศน์"), text(VISION), links=links)
    found = page_passage(made, as_page(made), Boilerplate())
    assert [one.label for one in found.links] == ["เอกสาร"]


ENDS = [
    pytest.param((heading("ก", level=2), text("1"), heading("ข", level=2)), 2, id="same-level"),
    pytest.param(
        (heading("ก", level=2), text("1"), heading("ข", level=3), text("2"), heading("ค", level=1)), 4, id="above"
    ),
    pytest.param((heading("ก", level=2), text("1"), heading("ข", level=3), text("2")), 4, id="below-belongs-to-it"),
    pytest.param((term("ก"), text("1"), term("ข"), text("2")), 2, id="definition-list"),
    pytest.param((heading("ก", level=2), text("1"), text("ท้าย", region=Region.FOOTER)), 2, id="footer"),
    pytest.param((heading("ก", level=7), text("1"), heading("ข", level=7)), 2, id="bold-lines"),
    pytest.param((heading("ก", level=2), text("1")), 2, id="end-of-page"),
]


@pytest.mark.parametrize(("blocks", "end"), ENDS)
def test_a_section_ends_at_the_next_heading_of_its_level_or_above(blocks: tuple[Block, ...], end: int) -> None:
    assert section_end(as_page(page("/v", *blocks)), 0) == end


def test_a_section_holds_only_the_links_of_its_own_lines() -> None:
    links = (link("ก", "/a.pdf", block=1), link("ข", "/b.pdf", block=3))
    made = page("/v", heading("หนึ่ง"), text("ก"), heading("สอง"), text("ข"), links=links)
    found = section_passage(made, as_page(made), 0, 2, Boilerplate())
    assert [one.label for one in found.links] == ["ก"]
    assert found.section


def test_pages_of_a_document_keep_their_numbers() -> None:
    made = document("/p.pdf", "หนึ่ง", "", "สาม", title="แผน")
    assert isinstance(made.content, Document)
    found = document_passage(made, made.content)
    assert (found.pages, found.kind, found.title) == ((1, 3), EvidenceKind.DOCUMENT, "แผน")


@pytest.mark.parametrize(
    ("path", "width", "poster"),
    [
        ("/uploads/vision.jpg", None, True),
        ("/uploads/vision.jpg", 900, True),
        ("/uploads/vision.jpg", 32, False),
        ("/images/icon_pdf.png", None, False),
        ("/images/logo.png", None, False),
        ("/images/new.gif", None, False),
    ],
)
def test_buttons_icons_and_logos_are_no_posters(path: str, width: int | None, *, poster: bool) -> None:
    where = passage(images=(replace(image(path=path), width=width),))
    assert bool(posters(where)) is poster


def both(resource: Resource, label: str = "วิสัยทัศน์ พันธกิจ") -> tuple[Status, Status]:
    audit = judge(site(resource, start_links=(menu(label, "/vm"),)))
    return verdict(audit, "1.1.vision").status, verdict(audit, "1.1.mission").status


JOINT = [
    pytest.param(
        (heading("วิสัยทัศน์ พันธกิจ"), heading("วิสัยทัศน์", level=2), text(VISION), heading("พันธกิจ", level=2), text(MISSION)),
        id="headings",
    ),
    pytest.param((term("วิสัยทัศน์"), text(VISION), term("พันธกิจ"), text(MISSION)), id="definition-list"),
    pytest.param((heading("วิสัยทัศน์", level=7), text(VISION), heading("พันธกิจ", level=7), text(MISSION)), id="tabs"),
    pytest.param((text("วิสัยทัศน์"), text(VISION), text("พันธกิจ"), text(MISSION)), id="plain-lines"),
    pytest.param(
        (heading("วิสัยทัศน์ (Vision)", level=2), text(VISION), heading("พันธกิจ (Mission)", level=2), text(MISSION)),
        id="english-in-brackets",
    ),
]


@pytest.mark.parametrize("blocks", JOINT)
def test_a_joint_page_proves_each_topic_by_its_own_piece(blocks: tuple[Block, ...]) -> None:
    assert both(page("/vm", *blocks)) == (Status.PASS, Status.PASS)


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param((heading("วิสัยทัศน์", level=2), text(VISION), heading("พันธกิจ", level=2)), id="headings"),
        pytest.param((term("วิสัยทัศน์"), text(VISION), term("พันธกิจ")), id="definition-list"),
        pytest.param(
            (heading("วิสัยทัศน์", level=2), text(VISION), heading("พันธกิจ", level=2), text("อยู่ระหว่างปรับปรุง")),
            id="under-construction",
        ),
    ],
)
def test_the_vision_below_a_joint_heading_proves_no_mission(blocks: tuple[Block, ...]) -> None:
    vision, mission = both(page("/vm", heading("วิสัยทัศน์ พันธกิจ"), *blocks))
    assert vision is Status.PASS
    assert mission is not Status.PASS


def test_the_quotation_of_a_joint_page_is_that_of_its_piece() -> None:
    made = page("/vm", heading("วิสัยทัศน์", level=2), text(VISION), heading("พันธกิจ", level=2), text(MISSION))
    audit = judge(site(made, start_links=(menu("วิสัยทัศน์ พันธกิจ", "/vm"),)))
    (evidence,) = verdict(audit, "1.1.mission").evidence
    assert "พัฒนาระบบบริการ" in evidence.quote
    assert "องค์กรหลัก" not in evidence.quote


def test_a_tab_among_others_is_judged_by_its_own_words() -> None:
    about = page(
        "/about",
        heading("เกี่ยวกับเรา"),
        heading("ประวัติความเป็นมา", level=7),
        text("ก่อตั้งเมื่อปี พ.ศ. 2520 เดิมใช้ที่ว่าการอำเภอหลังเก่าเป็นที่ทำการ ต่อมาได้รับงบประมาณก่อสร้างอาคาร"),
        heading("วิสัยทัศน์", level=7),
        text("อยู่ระหว่างปรับปรุง"),
    )
    audit = judge(site(about, start_links=(menu("เกี่ยวกับเรา", "/about"),)))
    assert verdict(audit, "1.1.history").status is Status.PASS
    assert verdict(audit, "1.1.vision").status is Status.FAIL


def test_a_menu_between_the_pages_title_and_its_content_parts_nothing() -> None:
    menus = [text(words, region=Region.NAV) for words in ("หน้าแรก", "ข่าวสาร")]
    made = page("/v", heading("วิสัยทัศน์"), *menus, text(VISION), title="วิสัยทัศน์")
    assert status_of(site(made, start_links=(menu("วิสัยทัศน์", "/v"),)), "1.1.vision") is Status.PASS
    empty = page("/v", heading("วิสัยทัศน์"), heading("พันธกิจ"), *menus, text(MISSION), title="วิสัยทัศน์")
    assert status_of(site(empty, start_links=(menu("วิสัยทัศน์", "/v"),)), "1.1.vision") is Status.FAIL


def test_a_vision_in_the_side_column_of_every_page_is_found() -> None:
    side = (heading("วิสัยทัศน์", level=3, region=Region.ASIDE), text(VISION, region=Region.ASIDE))
    pages = tuple(page(f"/x{n}", heading(f"เรื่อง {n}"), text(f"เนื้อหา {n}"), *side) for n in range(6))
    snapshot = site(*pages)
    start = next(iter(snapshot))
    snapshot.add(replace(start, content=replace(as_page(start), blocks=(*as_page(start).blocks, *side))))
    assert status_of(snapshot, "1.1.vision") is Status.PASS


POLL = Form(
    action="/poll",
    method="post",
    fields=("radio:level", "textarea:comment"),
    labels=("ท่านพึงพอใจต่อเว็บไซต์นี้เพียงใด", "ข้อเสนอแนะ"),
    region=Region.MAIN,
    block=1,
)
REQUEST = replace(POLL, action="/request", fields=("text:name", "textarea:request"), labels=("ชื่อ", "คำขอ"), block=0)


def with_forms(path: str, *forms: Form) -> Resource:
    made = page(path, heading(path), text("ประเมินความพึงพอใจ"))
    return replace(made, content=replace(as_page(made), forms=forms))


def test_a_form_of_the_template_is_no_form_of_the_page() -> None:
    pages = [with_forms(f"/{number}", POLL) for number in range(6)]
    asked = with_forms("/ask", POLL, REQUEST)
    frame = Boilerplate()
    for each in (*pages, asked):
        frame.count(as_page(each))
    assert page_passage(asked, as_page(asked), frame).forms == (REQUEST,)
    assert section_passage(asked, as_page(asked), 0, 2, frame).forms == (REQUEST,)
    # Where the heading is of the template as well, the form below it is what it heads.
    assert section_passage(asked, as_page(asked), 1, 2, frame).forms == (POLL,)
