"""What texts hold: named laws and their sources, rows of sections 7 and 9, units and charts (REQUIREMENTS.md 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.facts import Block, BlockKind, Region
from tests.assess.building import document, heading, image, link, page, row, text
from tests.assess.looking import found, paper, passage

if TYPE_CHECKING:
    from auditor.assess.passages import Passage
    from auditor.facts import Link


def test_letters_of_the_heading_are_no_content() -> None:
    assert found("letters", passage(heading("วิสัยทัศน์"), title="วิสัยทัศน์")).count == 0


def test_letters_and_their_vowels_are_counted_beyond_the_heading() -> None:
    assert found("letters", passage(heading("วิสัยทัศน์"), text("ที่ดี"), title="วิสัยทัศน์")).count == 5


def test_what_a_content_system_sets_above_every_page_is_no_content() -> None:
    lines = ("พิมพ์", "รายละเอียด", "เขียนโดย Super User", "หมวด: เกี่ยวกับเรา", "เผยแพร่เมื่อ: 3 พฤศจิกายน 2565", "ฮิต: 56")
    assert found("letters", passage(*map(text, lines), title="วิสัยทัศน์")).count == 0
    told = "เผยแพร่เมื่อปีใดก็ตาม เราจะเป็นองค์กรที่ประชาชนในอำเภอไว้วางใจ และมีสุขภาพดีถ้วนหน้าอย่างยั่งยืนตลอดไป"
    assert found("letters", passage(text(told), title="วิสัยทัศน์")).count > 50


@pytest.mark.parametrize(
    ("words", "count"),
    [
        pytest.param(("งบประมาณ", "บาท"), 2, id="both"),
        pytest.param(("เงินบำรุง",), 0, id="none"),
        pytest.param(("ปีงบประมาณ 2567",), 1, id="thai-digits-fold"),
    ],
)
def test_words_are_found_after_folding(words: tuple[str, ...], count: int) -> None:
    where = passage(text("แผนใช้จ่ายงบประมาณ ปีงบประมาณ ๒๕๖๗ จำนวน ๕๐,๐๐๐ บาท"))
    assert found("words", where, words=words).count == count


@pytest.mark.parametrize(
    ("said", "words"),
    [
        pytest.param("บทบาทหน้าที่ ปีงบประมาณ 2567", ("บาท", "งบประมาณ"), id="neither money nor a budget"),
        pytest.param("สำนักงานสาธารณสุขจังหวัดอำนาจเจริญ", ("อำนาจ",), id="a province"),
        pytest.param("ผังโครงสร้าง การเสริมสร้างสุขภาพ และสร้างเสริมภูมิคุ้มกัน", ("สร้าง",), id="nothing was built"),
    ],
)
def test_words_in_the_middle_of_longer_ones_are_not_found(said: str, words: tuple[str, ...]) -> None:
    assert found("words", passage(text(said)), words=words).count == 0


def test_a_word_that_stands_by_itself_is_quoted_where_it_does() -> None:
    hit = found("words", passage(text("บทบาทและภารกิจ " * 40), text("วงเงิน 500 บาท")), words=("บาท",))
    assert hit.count == 1
    assert "500 บาท" in hit.quote


LAWS = [
    pytest.param(("พระราชบัญญัติการสาธารณสุข พ.ศ. 2535",), 1, id="act"),
    pytest.param(("พ.ร.บ. สถานพยาบาล พ.ศ. 2541",), 1, id="abbreviated"),
    pytest.param(("พรบ.ควบคุมโรคติดต่อ พ.ศ. 2558",), 1, id="abbreviated-without-dots"),
    pytest.param(("1. พระราชบัญญัติยา พ.ศ. 2510", "๒. กฎกระทรวงว่าด้วยสุขลักษณะ พ.ศ. 2561"), 2, id="numbered"),
    pytest.param(("ระเบียบกระทรวงการคลังว่าด้วยการจัดซื้อจัดจ้าง พ.ศ. 2560",), 1, id="regulation"),
    pytest.param(("ประกาศกระทรวงสาธารณสุข เรื่อง ชื่อและอาการสำคัญ",), 1, id="notification"),
    pytest.param(("ประมวลกฎหมายอาญา",), 1, id="code-with-a-short-name"),
    pytest.param(("มติคณะรัฐมนตรี เรื่อง มาตรการป้องกันการทุจริต",), 1, id="cabinet-resolution"),
    pytest.param(("พระราชบัญญัติ", "กฎกระทรวง", "ระเบียบ", "ข้อบังคับ"), 0, id="shelves"),
    pytest.param(("กฎหมายที่เกี่ยวข้อง", "หนังสือเวียน"), 0, id="headings"),
    pytest.param(("อบรมกฎหมาย พ.ร.บ.ข้อมูลข่าวสาร แก่เจ้าหน้าที่",), 0, id="news"),
    pytest.param(("คำสั่งแต่งตั้งคณะทำงาน ตาม พ.ร.บ.ข้อมูลข่าวสาร",), 0, id="internal-order"),
]


@pytest.mark.parametrize(("lines", "count"), LAWS)
def test_laws_count_by_name(lines: tuple[str, ...], count: int) -> None:
    hit = found("named-laws", passage(*map(text, lines)))
    assert (0 if hit.doubtful else hit.count) == count


def test_a_law_named_in_its_line_and_its_link_is_one() -> None:
    law = "พระราชบัญญัติการสาธารณสุข พ.ศ. 2535"
    assert found("named-laws", passage(text(law), links=(link(law, "/law.pdf"),))).count == 1


UNSURE = [
    pytest.param("การลาของข้าราชการ พ.ศ. 2555", (), True, id="a-year"),
    pytest.param("หน่วยงานปฏิบัติตามพระราชบัญญัติการสาธารณสุขและกฎหมายอื่น", (), True, id="spoken-of"),
    pytest.param("การลาของข้าราชการ", (link("การลา", "/law.pdf"),), True, id="a-file"),
    pytest.param("การลาของข้าราชการ", (link("การลา", "/leave"),), False, id="a-page"),
    pytest.param("(7) มติคณะรัฐมนตรี : ไม่มี", (), False, id="a-row-that-says-none"),
    pytest.param("(7) มติคณะรัฐมนตรี", (), False, id="the-kind-alone"),
]


@pytest.mark.parametrize(("line", "links", "doubtful"), UNSURE)
def test_what_may_be_laws_by_other_names_needs_a_person(
    line: str, links: tuple[Link, ...], *, doubtful: bool
) -> None:
    hit = found("named-laws", passage(text(line), links=links), document("/law.pdf", "ระเบียบ"), page("/leave"))
    assert hit.doubtful is doubtful
    assert bool(hit.count) is doubtful


SOURCES = [
    pytest.param("ที่มา : ราชกิจจานุเบกษา เล่ม 109 ตอนที่ 38", 1, id="gazette"),
    pytest.param("ที่มา: กระทรวงสาธารณสุข", 1, id="ministry"),
    pytest.param("แหล่งที่มา : สำนักงานคณะกรรมการกฤษฎีกา", 1, id="council-of-state"),
    pytest.param("อ้างอิง กรมอนามัย", 1, id="reference"),
    pytest.param("ที่มาของโครงการ เนื่องด้วยกระทรวงมีนโยบาย", 0, id="background"),
    pytest.param("ผู้เผยแพร่ : admin", 0, id="uploader"),
    pytest.param("โดย งานนิติการ", 0, id="own-section"),
    pytest.param("พระราชกฤษฎีกาว่าด้วยหลักเกณฑ์ พ.ศ. 2546", 0, id="decree-is-no-source"),
]


@pytest.mark.parametrize(("line", "count"), SOURCES)
def test_the_source_of_a_law_is_gazette_or_issuing_body(line: str, count: int) -> None:
    assert found("law-sources", passage(text(line))).count == count


GAZETTE = "ราชกิจจานุเบกษา เล่ม 109 ตอนที่ 38"
ACTS = ("พ.ร.บ.การสาธารณสุข พ.ศ. 2535", "พ.ร.บ.โรคติดต่อ พ.ศ. 2558", "ระเบียบกระทรวงสาธารณสุข ว่าด้วย อสม. พ.ศ. 2554")
SOURCED = tuple(f"{law} {GAZETTE}" for law in ACTS)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param(list(map(text, SOURCED)), 100, id="each-in-its-line"),
        pytest.param([text(line) for law in ACTS for line in (law, GAZETTE)], 100, id="each-below"),
        pytest.param([text("ที่มา : สำนักงานคณะกรรมการกฤษฎีกา"), *map(text, ACTS)], 100, id="one-above-them-all"),
        pytest.param([row(law, "กรมอนามัย", heads=("ชื่อ", "ที่มา")) for law in ACTS], 100, id="a-column"),
        pytest.param([row("1", law, GAZETTE) for law in ACTS], 100, id="rows"),
        pytest.param([heading("พระราชบัญญัติ"), *map(text, SOURCED)], 100, id="a-shelf"),
        pytest.param([text(f"{ACTS[0]} {GAZETTE}"), *map(text, ACTS[1:])], 33, id="one-of-three"),
        pytest.param([*(text(f"{law} {GAZETTE}") for law in ACTS[:2]), text(ACTS[2])], 66, id="two-of-three"),
        pytest.param([text("กฎหมายสาธารณสุข"), text("คู่มือ")], 100, id="no-law-by-name"),
        pytest.param([row(law, "-", heads=("ชื่อ", "ที่มา")) for law in ACTS], 0, id="an-empty-column"),
        pytest.param([*(text(f"{ACTS[0]} {GAZETTE}") for _ in range(9)), text(ACTS[1])], 90, id="nine-of-ten"),
    ],
)
def test_laws_are_counted_that_have_their_source(blocks: list[Block], expected: int) -> None:
    assert found("laws-sourced", passage(*blocks)).count == expected


def test_the_lines_of_a_document_name_laws_that_it_goes_by() -> None:
    assert found("laws-sourced", paper(*ACTS)).count == 100


@pytest.mark.parametrize(
    "url",
    [
        "https://ratchakitcha.soc.go.th/documents/1.pdf",
        "https://www.krisdika.go.th/law",
        "https://ratchakitcha.soc.go.th/DATA/PDF/2560/A/024/13.PDF",
    ],
)
def test_a_link_to_the_official_copy_shows_the_source(url: str) -> None:
    assert found("law-sources", passage(links=(link("พ.ร.บ.คอมพิวเตอร์", url),))).count == 1


ROWS = [
    pytest.param(
        9, ("มาตรา 9 (1) ผลการพิจารณา", "มาตรา 9 (2) นโยบาย", "มาตรา 9(3) แผนงาน"), 3, id="section-in-each-row"
    ),
    pytest.param(9, ("มาตรา ๙ (๑) ผลการพิจารณา", "มาตรา ๙ (๘) ข้อมูลอื่น"), 2, id="thai-digits"),
    pytest.param(9, ("ข้อมูลข่าวสารตามมาตรา 9", "(1) ผลการพิจารณา", "(2) นโยบาย", "(8) อื่น ๆ"), 3, id="under-a-heading"),
    pytest.param(7, ("มาตรา 7(1) โครงสร้าง", "มาตรา 7(2) อำนาจหน้าที่", "มาตรา 9(1) ผล"), 2, id="other-section-beside"),
    pytest.param(9, ("มาตรา 7", "(1) โครงสร้าง", "(2) อำนาจหน้าที่"), 0, id="rows-of-section-7"),
    pytest.param(9, ("มาตรา 9 (1) ผลการพิจารณา", "มาตรา 9 (1) ผลการพิจารณา"), 1, id="one-row-twice"),
    pytest.param(9, ("(1) เอกสาร", "(2) แนบ"), 0, id="no-section-named"),
    pytest.param(9, ("มาตรา 9 วรรคหนึ่ง (1) ผล", "มาตรา 9 วรรคหนึ่ง (2) นโยบาย"), 2, id="paragraph-named"),
    pytest.param(7, ("แผนปี 2567 (1)", "แผนปี 2567 (2)"), 0, id="last-digit-of-a-year"),
    pytest.param(9, ("มาตรา 9 (6) สัญญาสัมปทาน : ไม่มี", "มาตรา 9 (7) มติ ครม. : ไม่มี"), 2, id="none-is-valid"),
]


@pytest.mark.parametrize(("section", "lines", "count"), ROWS)
def test_rows_of_the_information_act_are_counted_by_their_subsection(
    section: int, lines: tuple[str, ...], count: int
) -> None:
    assert found("oia-rows", passage(*map(text, lines)), section=section).count == count


def test_the_words_of_a_row_count_for_the_section_that_it_names() -> None:
    words = ("ข้อมูลข่าวสารอื่นตามที่คณะกรรมการ",)
    of_7, of_none = text("มาตรา 7 (5) ข้อมูลข่าวสารอื่นตามที่คณะกรรมการกำหนด"), text("ข้อมูลข่าวสารอื่นตามที่คณะกรรมการกำหนด")
    assert [found("oia-rows", passage(each), section=9, words=words).count for each in (of_7, of_none)] == [0, 1]


def test_the_words_of_the_act_are_no_index() -> None:
    quoted = text("มาตรา ๙ หน่วยงานของรัฐต้องจัดให้มีข้อมูลข่าวสารของราชการอย่างน้อยดังต่อไปนี้ไว้ให้ประชาชนเข้าตรวจดู")
    rows = ("(๑) ผลการพิจารณาหรือคำวินิจฉัย", "(๒) นโยบายหรือการตีความ")
    bare = passage(quoted, *map(text, rows))
    leading = passage(
        quoted, *map(text, rows), links=tuple(link(name, f"/{n}", block=n) for n, name in enumerate(rows, 1))
    )
    answered = passage(quoted, *(row(name, "ไม่มี") for name in rows))
    told = passage(quoted, *(text(f"มาตรา 9 {name} : ไม่มี") for name in rows))
    assert [found("oia-rows", each, section=9).count for each in (bare, leading, answered, told)] == [0, 2, 2, 2]


PANELS = tuple(f"มาตรา 9 ({number}) เรื่องที่ {number}" for number in range(1, 6))


def test_panels_that_were_never_filled_are_no_rows() -> None:
    empty = passage(*(heading(panel, level=4) for panel in PANELS), text("ติดต่อสอบถาม"))
    filled = passage(*(block for panel in PANELS for block in (heading(panel, level=4), text("ไม่มี"))))
    leading = passage(
        *(heading(panel, level=4) for panel in PANELS),
        links=tuple(link(panel, f"/{n}", block=n) for n, panel in enumerate(PANELS)),
    )
    assert [found("oia-rows", each, section=9).count for each in (empty, filled, leading)] == [0, 5, 5]


def term(words: str) -> Block:
    return Block(kind=BlockKind.TERM, text=words, region=Region.MAIN)


def test_terms_and_rows_behind_which_nothing_stands_are_no_rows() -> None:
    bare = passage(*map(term, PANELS))
    defined = passage(*(block for panel in PANELS for block in (term(panel), text("ไม่มี"))))
    blank = passage(*(row(panel, "") for panel in PANELS))
    dead = passage(
        *(row(panel, "ดู") for panel in PANELS), links=tuple(link("ดู", "", block=n) for n in range(len(PANELS)))
    )
    told = passage(*(row(panel, "ไม่มี") for panel in PANELS))
    assert [found("oia-rows", each, section=9).count for each in (bare, defined, blank, dead, told)] == [
        0,
        5,
        0,
        0,
        5,
    ]


UNITS = [
    pytest.param(passage(text("กลุ่มงานบริหาร"), text("กลุ่มงานส่งเสริมสุขภาพ")), 2, id="two-units"),
    pytest.param(passage(text("กลุ่มงานบริหาร กลุ่มงานควบคุมโรค กลุ่มงานทันตกรรม")), 3, id="in-one-line"),
    pytest.param(passage(row("งานการเงิน", "งานพัสดุ"), row("งานควบคุมโรค", "งานเภสัชกรรม")), 2, id="table"),
    pytest.param(passage(images=(image(alt="ผังโครงสร้างองค์กร"),)), 0, id="picture-called-chart"),
    pytest.param(passage(images=(image(alt="กลุ่มงานบริหาร กลุ่มงานควบคุมโรค"),)), 2, id="picture-that-tells-its-units"),
    pytest.param(passage(images=(image(alt="ภาพกิจกรรม"),)), 0, id="other-picture"),
    pytest.param(passage(text("งานโครงสร้างพื้นฐาน 43 แฟ้ม")), 0, id="infrastructure"),
    pytest.param(passage(text("รายงานผลการปฏิบัติงานประจำปี")), 0, id="report-holds-the-word"),
]


@pytest.mark.parametrize(("where", "count"), UNITS)
def test_a_structure_names_its_units_in_lines_or_for_its_picture(where: Passage, count: int) -> None:
    assert found("chart-or-units", where).count == count
