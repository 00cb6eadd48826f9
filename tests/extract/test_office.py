"""Word, Excel, PowerPoint and OpenDocument files: what a reader sees, page by page, and what they tell of it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from auditor.config import DocumentLimits
from auditor.extract.readers import read_document
from auditor.extract.sniff import sniff
from auditor.facts import DateSource, Document, DocumentState
from auditor.thai.dates import DateRole
from tests.extract.office_files import (
    PAGE_BREAK,
    archive,
    docx,
    opendocument,
    paragraph,
    part,
    pptx,
    relations,
    sheet,
    slide,
    table,
    words,
    xlsx,
)

LIMITS = DocumentLimits()
TITLE = "แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567"


def read(body: bytes, limits: DocumentLimits = LIMITS) -> Document:
    kind = sniff(body)
    assert kind is not None
    return read_document(kind, body, limits)


def text_of(body: bytes) -> tuple[str, ...]:
    found = read(body)
    assert (found.state, found.detail) == (DocumentState.OK, "")
    return found.text


RUN = "<w:p><w:r>{}</w:r></w:p>"
SECTION = '<w:sectPr><w:type w:val="{}"/></w:sectPr>'
TWICE = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        pytest.param(paragraph("หนึ่ง") + paragraph("สอง"), ("หนึ่ง\nสอง",), id="paragraphs"),
        pytest.param(RUN.format("<w:t>ก</w:t><w:tab/><w:t>ข</w:t><w:br/><w:t>ค</w:t>"), ("ก\tข\nค",), id="marks"),
        pytest.param(paragraph("ก") + PAGE_BREAK + paragraph("ข"), ("ก", "ข"), id="page-break"),
        pytest.param(
            paragraph("ก") + PAGE_BREAK + RUN.format("<w:lastRenderedPageBreak/><w:t>ข</w:t>"),
            ("ก", "ข"),
            id="one-break-told-twice",
        ),
        pytest.param(paragraph("ก") + paragraph("ข", "<w:pageBreakBefore/>"), ("ก", "ข"), id="break-before"),
        pytest.param(
            paragraph("ก") + paragraph("ข", '<w:pageBreakBefore w:val="0"/>'), ("ก\nข",), id="no-break-before"
        ),
        pytest.param(paragraph("ก", "<w:sectPr/>") + paragraph("ข"), ("ก", "ข"), id="section-on-a-new-page"),
        pytest.param(
            paragraph("ก", SECTION.format("continuous")) + paragraph("ข"), ("ก\nข",), id="section-on-the-same-page"
        ),
        pytest.param(table(("ที่", "งาน"), ("1", "รับเรื่อง")), ("ที่\tงาน\n1\tรับเรื่อง",), id="table"),
        pytest.param(
            "<w:tbl><w:tr><w:tc>" + paragraph("ก") + paragraph("ข") + "</w:tc></w:tr></w:tbl>", ("ก ข",), id="cell"
        ),
        pytest.param(
            f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('กล่อง')}</w:txbxContent></w:pict></w:r></w:p>",
            ("กล่อง",),
            id="text-box-of-old",
        ),
        pytest.param(TWICE.format(paragraph("กล่อง")), ("กล่อง",), id="text-box-told-twice"),
        pytest.param(
            RUN.format("<w:t>ก</w:t>") + "<w:p><w:del><w:r><w:delText>ลบ</w:delText></w:r></w:del></w:p>",
            ("ก",),
            id="struck-out",
        ),
        pytest.param(RUN.format("<w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t>") + paragraph("ก"), ("ก",), id="hidden"),
        pytest.param(
            "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r></w:p>", ("7",), id="field"
        ),
        pytest.param(
            "<w:p><w:ins><w:r><w:t>เพิ่ม</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>ย้าย</w:t></w:r></w:moveFrom></w:p>",
            ("เพิ่ม",),
            id="changes",
        ),
        pytest.param("", (), id="nothing"),
    ],
)
def test_words_of_a_docx(body: str, pages: tuple[str, ...]) -> None:
    assert text_of(docx(body)) == pages


LISTS = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="thaiNumbers"/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>',
)


def test_numbers_that_word_writes_before_paragraphs() -> None:
    def listed(text: str, level: int, number: int = 1) -> str:
        return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')

    body = listed("ยื่น", 0) + listed("แบบ", 1) + listed("สำเนา", 1) + listed("ตรวจ", 0) + listed("รับ", 1)
    found = text_of(docx(body + listed("จุด", 0, 2) + listed("ไม่มีในรายการ", 0, 9), others={"numbering": LISTS}))
    assert found == ("1. ยื่น\n1.1 แบบ\n1.2 สำเนา\n2. ตรวจ\n2.1 รับ\nจุด\nไม่มีในรายการ",)


def test_headers_and_notes_come_after_the_text_so_that_first_lines_tell_what_a_paper_is() -> None:
    others = {
        "header": part("hdr", paragraph("สำนักงานสาธารณสุขอำเภอบึงทอง")),
        "footnotes": part("footnotes", f"<w:footnote>{paragraph('หมายเหตุ')}</w:footnote>"),
    }
    assert text_of(docx(paragraph("คำสั่ง"), others=others)) == ("คำสั่ง\nสำนักงานสาธารณสุขอำเภอบึงทอง\nหมายเหตุ",)


STRINGS = "<si><t>ประเภท</t></si><si><r><t>จำ</t></r><r><t>นวน</t></r><rPh><t>อ่าน</t></rPh></si>"
STYLES = (
    '<numFmts><numFmt numFmtId="170" formatCode="[$-D07041E]d mmmm yyyy"/>'
    '<numFmt numFmtId="171" formatCode="#,##0.00\\ &quot;day&quot;"/>'
    '<numFmt numFmtId="172" formatCode="0.00E+00"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="9"/>'
    '<xf numFmtId="20"/><xf numFmtId="172"/></cellXfs>'
)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        pytest.param('<c t="s"><v>0</v></c>', "ประเภท", id="shared"),
        pytest.param('<c t="s"><v>1</v></c>', "จำนวน", id="shared-in-runs"),
        pytest.param('<c t="s"><v>99</v></c>', "", id="shared-that-is-not-there"),
        pytest.param('<c t="str"><f>A1</f><v>ผล</v></c>', "ผล", id="result-of-a-formula"),
        pytest.param('<c t="inlineStr"><is><t>ใน</t></is></c>', "ใน", id="inline"),
        pytest.param("<c><v>2567</v></c>", "2567", id="number"),
        pytest.param("<c><v>0.30000000000000004</v></c>", "0.3", id="sum"),
        pytest.param('<c s="1"><v>45292</v></c>', "2024-01-01", id="day"),
        pytest.param('<c s="2"><v>45292.75</v></c>', "2024-01-01", id="day-in-thai"),
        pytest.param('<c s="3"><v>1234567.5</v></c>', "1,234,567.5", id="money"),
        pytest.param('<c s="4"><v>0.857</v></c>', "85.7%", id="share"),
        pytest.param('<c s="5"><v>0.5</v></c>', "12:00", id="time"),
        pytest.param('<c s="6"><v>12</v></c>', "12", id="scientific"),
        pytest.param('<c t="e"><v>#N/A</v></c>', "", id="error"),
        pytest.param('<c s="1"><v>1e300</v></c>', "1e+300", id="no-day-of-any-calendar"),
        pytest.param('<c s="77"><v>5</v></c>', "5", id="no-such-style"),
    ],
)
def test_cells_as_a_reader_sees_them(cell: str, shown: str) -> None:
    found = read(xlsx({"Sheet1": sheet(cell)}, strings=STRINGS, styles=STYLES))
    assert found.text == (shown,)


def test_sheets_are_pages_and_hidden_ones_are_not_shown() -> None:
    sheets = {
        "ปี 2567": sheet(words("ที่", "งาน"), "", words("1", "รับเรื่อง")),
        "ร่าง": sheet(words("ยังไม่ให้ดู")),
        "Sheet3": sheet(),
        "รวม": sheet(),
    }
    found = read(xlsx(sheets, states="_h__"))
    assert found.text == ("ปี 2567\nที่\tงาน\n1\tรับเรื่อง", "", "")
    assert (found.pages, found.text_pages) == (3, 0)


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    body = xlsx({"Sheet1": sheet('<c s="1"><v>43830</v></c>')}, styles=STYLES, book='<workbookPr date1904="1"/>')
    assert read(body).text == ("2024-01-01",)


def test_slides_come_in_the_order_of_the_show() -> None:
    row = "<a:tc><a:p>{}</a:p></a:tc><a:tc><a:p><a:fld><a:t>3</a:t></a:fld>{}</a:p></a:tc>"
    cells = row.format("<a:r><a:t>ก</a:t></a:r>", "<a:r><a:t>ข</a:t></a:r>")
    second = slide("ผลงาน", extra=f"<a:tbl><a:tr>{cells}</a:tr></a:tbl>")
    found = read(pptx(second, slide("ปก", TITLE), slide(), order=(2, 3, 1)))
    assert (found.text, found.pages) == ((f"ปก\n{TITLE}", "", "ผลงาน\nก\tข"), 3)


ODF_PARAGRAPH = "<text:p>{}</text:p>"


@pytest.mark.parametrize(
    ("kind", "body", "pages"),
    [
        pytest.param(
            "odt", "<text:h>หัว</text:h><text:p>เนื้อ<text:span>หา</text:span></text:p>", ("หัว\nเนื้อหา",), id="odt"
        ),
        pytest.param(
            "odt",
            '<text:p>ก<text:s text:c="3"/>ข<text:tab/>ค<text:line-break/>ง</text:p>',
            ("ก   ข\tค\nง",),
            id="marks",
        ),
        pytest.param(
            "odt",
            '<text:p>ก</text:p><text:p text:style-name="P9">ข</text:p><text:soft-page-break/><text:p>ค</text:p>',
            ("ก", "ข", "ค"),
            id="pages",
        ),
        pytest.param(
            "odt",
            "<text:tracked-changes><text:p>ลบ</text:p></text:tracked-changes><text:p>ก<office:annotation>"
            "<text:p>ความเห็น</text:p></office:annotation></text:p>",
            ("ก",),
            id="changes-and-remarks",
        ),
        pytest.param(
            "odt",
            "<text:p><draw:frame><svg:title>ภาพ</svg:title></draw:frame><text:title>ชื่อเรื่อง</text:title></text:p>",
            ("ชื่อเรื่อง",),
            id="title-of-a-picture",
        ),
        pytest.param(
            "ods",
            '<table:table table:name="ปี 2567"><table:table-row><table:table-cell><text:p>ก</text:p>'
            '</table:table-cell><table:table-cell table:number-columns-repeated="16000"/>'
            "<table:table-cell><text:p>ข</text:p>"
            '</table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1000000"/>'
            '</table:table><table:table table:name="Sheet2"/>',
            ("ปี 2567\nก\tข", ""),
            id="ods",
        ),
        pytest.param(
            "odp",
            "<draw:page><text:p>ปก</text:p><presentation:notes><text:p>บันทึก</text:p></presentation:notes></draw:page>"
            "<draw:page><text:p>จบ</text:p></draw:page>",
            ("ปก", "จบ"),
            id="odp",
        ),
    ],
)
def test_words_of_opendocument(kind: str, body: str, pages: tuple[str, ...]) -> None:
    style = '<style:style style:name="P9"><style:paragraph-properties fo:break-before="page"/></style:style>'
    assert text_of(opendocument(kind, body, styles=style)) == pages


CORE = (
    f"<dc:title>{TITLE}</dc:title><dc:creator>งานแผน</dc:creator><dc:language>th-TH</dc:language>"
    "<dcterms:created>2024-01-02T03:04:05Z</dcterms:created><dcterms:modified>2567-02-03T10:00:00+07:00</dcterms:modified>"
)
META = (
    f"<dc:title>{TITLE}</dc:title><meta:initial-creator>งานแผน</meta:initial-creator><dc:creator>อื่น</dc:creator>"
    "<dc:language>th-TH</dc:language><meta:creation-date>2024-01-02T10:04:05.123456789</meta:creation-date>"
    "<dc:date>2024-02-03T03:00:00Z</dc:date><meta:generator>Writer</meta:generator>"
    '<meta:document-statistic meta:page-count="7"/>'
)
PROGRAM = "<Application>Writer</Application><Pages>7</Pages>"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(docx(paragraph("ก"), CORE, PROGRAM), id="docx"),
        pytest.param(opendocument("odt", "<text:p>ก</text:p>", meta=META), id="odt"),
    ],
)
def test_what_a_file_says_of_itself(body: bytes) -> None:
    found = read(body)
    assert (found.title, found.author, found.producer, found.lang) == (TITLE, "งานแผน", "Writer", "th-TH")
    assert found.created == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert found.modified == datetime(2024, 2, 3, 3, 0, tzinfo=UTC)
    assert found.pages == 7
    assert [(seen.span.first, seen.span.role, seen.source) for seen in found.dates] == [
        (date(2024, 1, 2), DateRole.UNKNOWN, DateSource.DOCUMENT_INFO),
        (date(2024, 2, 3), DateRole.MODIFIED, DateSource.DOCUMENT_INFO),
    ]
    assert not any(seen.span.certain for seen in found.dates)


@pytest.mark.parametrize(
    ("body", "state"),
    [
        pytest.param(
            opendocument("odt", "", manifest="<m:manifest><m:encryption-data/></m:manifest>"),
            DocumentState.ENCRYPTED,
            id="locked",
        ),
        pytest.param(docx(paragraph("ก"))[:-40], DocumentState.DAMAGED, id="cut"),
        pytest.param(docx("<w:p>"), DocumentState.DAMAGED, id="no-xml"),
        pytest.param(archive({"[Content_Types].xml": "", "word/x": ""}), DocumentState.OK, id="without-a-document"),
        pytest.param(
            archive({"[Content_Types].xml": "", "xl/workbook.bin": ""}),
            DocumentState.DAMAGED,
            id="binary-workbook-without-sheets",
        ),
    ],
)
def test_states_of_office_files(body: bytes, state: DocumentState) -> None:
    assert read(body).state is state


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(docx("".join(paragraph("เรื่องที่ยาว" * 5) + PAGE_BREAK for _ in range(9))), id="docx"),
        pytest.param(xlsx({f"แผ่น {n}": sheet(words("เรื่องที่ยาว" * 5)) for n in range(9)}), id="xlsx"),
        pytest.param(pptx(*(slide("เรื่องที่ยาว" * 5) for _ in range(9))), id="pptx"),
    ],
)
def test_rule_13_pages_and_letters_of_office_files_are_capped(body: bytes) -> None:
    by_pages = read(body, DocumentLimits(text_pages=2))
    by_letters = read(body, DocumentLimits(text_chars=100))
    assert (len(by_pages.text), by_pages.truncated) == (2, True)
    assert (sum(map(len, by_letters.text)) <= 100, by_letters.truncated) == (True, True)
    assert not read(body).truncated


def test_the_main_part_may_have_any_name() -> None:
    parts = {
        "[Content_Types].xml": "",
        "_rels/.rels": relations(("officeDocument", "/word/document2.xml")),
        "word/document2.xml": part("document", paragraph("ก")),
    }
    assert text_of(archive(parts)) == ("ก",)
