"""Publication request forms: the fields of the annex in their order, filled in; HTML and DOCX alike."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from selectolax.lexbor import LexborHTMLParser

from auditor.config import Lang
from auditor.facts import Staff
from auditor.report import form_docx, form_html
from auditor.report.audit_reading import (
    AuditRead,
    ChangesRead,
    EvidenceRead,
    ItemRead,
    PeriodRead,
    RegisterRead,
    RequirementRead,
    SiteRead,
    SourceRead,
    UnregisteredRead,
)
from auditor.report.form import Officer, item_at, new_items, unregistered_items
from auditor.rules import Text
from tests.report.form_sample import BARE, LONG, PLAN, UNIT, writer
from tests.report.hostile_text import SUITES, payloads

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LABELS = (
    "ชื่อหน่วยงาน", "วัน/เดือน/ปี", "หัวข้อ", "รายละเอียดข้อมูล", "Link ภายนอก", "หมายเหตุ", "ผู้รับผิดชอบการให้ข้อมูล", "ผู้อนุมัติรับรอง",
    "ผู้รับผิดชอบการนำข้อมูลขึ้นเผยแพร่",
)  # fmt: skip
"""The fields of the form in order (REQUIREMENTS.md 5.3)."""


def html(*items: ItemRead, **more: Any) -> LexborHTMLParser:
    filled = writer(**more)
    return LexborHTMLParser(form_html.render_forms(filled.forms(items), filled))


def docx(*items: ItemRead, **more: Any) -> bytes:
    filled = writer(**more)
    return form_docx.render_forms(filled.forms(items), filled)


def part(content: bytes, name: str = "word/document.xml") -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return ET.fromstring(archive.read(name))  # noqa: S314  (our own file)


def paragraphs(content: bytes) -> list[str]:
    return ["".join(node.text or "" for node in each.iter(f"{W}t")) for each in part(content).iter(f"{W}p")]


def body_of(tree: LexborHTMLParser) -> str:
    assert tree.body is not None
    return re.sub(r"\s+", " ", tree.body.text(separator=" "))


@pytest.mark.parametrize(
    "text", [pytest.param(body_of(html(PLAN)), id="html"), pytest.param("\n".join(paragraphs(docx(PLAN))), id="docx")]
)
def test_the_fields_of_the_annex_stand_in_their_order_and_are_filled_in(text: str) -> None:
    fields = text[text.index("ชื่อหน่วยงาน") :]
    places = [fields.index(label) for label in LABELS]
    assert places == sorted(places)
    for words in (
        UNIT, "๒๕ ธันวาคม ๒๕๖๖", PLAN.title, "(ตามเอกสารแนบ)", "กลุ่มงานบริหารทั่วไป", "๑ ตุลาคม ๒๕๖๖ ถึง ๓๐ กันยายน ๒๕๖๗",
        "PDF • 1.2 MB", "https://www.x.go.th/แผน.pdf", "นางวิไล งามตา", "สาธารณสุขอำเภอบึงแก้วงาม", "นายปิติ ชูใจ",
        "เจ้าพนักงานสาธารณสุขชำนาญงาน",
    ):  # fmt: skip
        assert words in fields


def test_the_heading_is_that_of_the_annex() -> None:
    head = paragraphs(docx(PLAN))[:5]
    assert head == [
        "แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงานในราชการบริหารส่วนภูมิภาค",
        "สำนักงานปลัดกระทรวงสาธารณสุข",
        "ตามประกาศสำนักงานปลัดกระทรวงสาธารณสุข",
        "เรื่อง แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน พ.ศ. ๒๕๖๑",
        "สำหรับหน่วยงานในราชการบริหารส่วนภูมิภาคสำนักงานปลัดกระทรวงสาธารณสุข",
    ]
    assert [node.text() for node in html(PLAN).css("header p")] == head


def test_in_english_both_eras_are_named() -> None:
    text = body_of(html(PLAN, lang=Lang.EN))
    assert "25 Dec 2023 (B.E. 2566)" in text
    assert "Approved and certified by" in text


@pytest.mark.parametrize(
    ("words", "officer"),
    [
        pytest.param("นายปิติ ชูใจ", Officer(name="นายปิติ ชูใจ"), id="a person"),
        pytest.param(
            "นพ.สมชาย ใจดี ผู้อำนวยการ", Officer(name="นพ.สมชาย ใจดี", position="ผู้อำนวยการ"), id="person and position"
        ),
        pytest.param(
            "ผู้อำนวยการ นพ.สมชาย ใจดี", Officer(name="นพ.สมชาย ใจดี", position="ผู้อำนวยการ"), id="the other way"
        ),
        pytest.param("", Officer(), id="nobody"),
        pytest.param("กลุ่มงานบริหาร", Officer(position="กลุ่มงานบริหาร"), id="a group"),
    ],
)
def test_who_signs_is_split_into_name_and_position(words: str, officer: Officer) -> None:
    [made] = writer(staff=Staff(head=words)).forms((BARE,))
    assert made.approver == officer


@pytest.mark.parametrize(
    ("source", "groups", "owner"),
    [
        pytest.param("กลุ่มงานบริหาร", ("กลุ่มงานอื่น",), Officer(position="กลุ่มงานบริหาร"), id="told by the site"),
        pytest.param("นางสาวมานี รักเรียน", (), Officer(name="นางสาวมานี รักเรียน"), id="a person"),
        pytest.param(None, ("กลุ่มงานบริหาร",), Officer(position="กลุ่มงานบริหาร"), id="the only group"),
        pytest.param(None, ("กลุ่มงานบริหาร", "กลุ่มงานอื่น"), Officer(), id="one of several"),
    ],
)
def test_the_owner_is_told_by_the_site_or_is_the_only_group(
    source: str | None, groups: tuple[str, ...], owner: Officer
) -> None:
    item = ItemRead(url="https://x.go.th/", title="ก", source=SourceRead(value=source) if source else None)
    [made] = writer(staff=Staff(groups=groups)).forms((item,))
    assert made.owner == owner


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2023, 10, 1), date(2023, 10, 1), "๑ ตุลาคม ๒๕๖๖"),
        (date(2023, 10, 1), None, "ตั้งแต่ ๑ ตุลาคม ๒๕๖๖"),
        (None, date(2023, 10, 1), "ถึง ๑ ตุลาคม ๒๕๖๖"),
        (None, None, None),
    ],
)
def test_a_period_may_be_a_day_or_open(first: date | None, last: date | None, said: str | None) -> None:
    item = ItemRead(url="https://x.go.th/", title="ก", period=PeriodRead(from_=first, to=last))
    [made] = writer().forms((item,))
    assert dict(made.details).get("ช่วงวันที่ของข้อมูล") == said


def test_each_item_has_its_form() -> None:
    assert len(html(PLAN, BARE, LONG).css("article.form")) == 3
    breaks = list(part(docx(PLAN, BARE, LONG)).iter(f"{W}pageBreakBefore"))
    assert len(breaks) == 2


# --- for which items ------------------------------------------------------------------------------------------------

ITEMS = (
    ItemRead(url="https://x.go.th/a", title="ก", findings=("f1",)),
    ItemRead(url="https://x.go.th/b", title="ข", findings=("f2",)),
    ItemRead(url="https://x.go.th/c", title="ค"),
)


def audit(**more: Any) -> AuditRead:
    fields: dict[str, Any] = {"items": ITEMS, **more}
    return AuditRead(schema="auditor/audit/1", site=SiteRead(id="x", url="https://x.go.th/", name=None), **fields)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(None, ["ก", "ข", "ค"], id="no earlier audit"),
        pytest.param(ChangesRead(new=()), [], id="nothing new"),
        pytest.param(ChangesRead(new=("f2", "f9")), ["ข"], id="by a finding"),
        pytest.param(ChangesRead(new=("https://x.go.th/c",)), ["ค"], id="by address"),
    ],
)
def test_new_items_are_those_that_changes_name(changes: ChangesRead | None, expected: list[str]) -> None:
    assert [each.title for each in new_items(audit(changes=changes))] == expected


def test_unregistered_items_are_those_that_the_register_does_not_know() -> None:
    unknown = (
        UnregisteredRead(url="https://x.go.th/b", title="ข"),
        UnregisteredRead(url="https://x.go.th/z", title="อื่น"),
    )
    found = unregistered_items(audit(register=RegisterRead(unregistered=unknown)))
    assert found == (ITEMS[1], ItemRead(url="https://x.go.th/z", title="อื่น"))
    assert unregistered_items(audit()) is None


def test_a_page_that_answered_a_requirement_can_be_asked_for_by_its_address() -> None:
    asked = RequirementRead(
        title=Text(th="วิสัยทัศน์", en="Vision"), evidence=(EvidenceRead(url="https://x.go.th/vision"),)
    )
    made = audit(requirements=(asked,))
    assert item_at(made, "http://www.x.go.th/vision") == ItemRead(url="https://x.go.th/vision", title="วิสัยทัศน์")
    assert item_at(made, "https://x.go.th/b") == ITEMS[1]
    assert item_at(made, "https://x.go.th/nowhere") is None


# --- what a hostile page cannot do ----------------------------------------------------------------------------------


@pytest.mark.parametrize("suite", SUITES)
def test_titles_and_addresses_stay_text(suite: str) -> None:
    """RELIABILITY_RULES 21. Data: xss-*, naughty-strings."""
    items = tuple(ItemRead(url=text, title=text, source=SourceRead(value=text)) for text in payloads(suite))
    tree = html(*items)
    assert not tree.css("script, img, iframe, svg, object, [onerror], [onclick], [onload]")
    assert {node.attributes["href"].partition(":")[0] for node in tree.css("a[href]")} <= {"http", "https"}  # type: ignore[union-attr]
    assert len(tree.css("article.form")) == len(items)
    assert len(list(part(docx(*items)).iter(f"{W}tbl"))) == len(items)


def test_the_page_fetches_nothing() -> None:
    tree = html(PLAN)
    policy = tree.css_first("meta[http-equiv]")
    assert policy is not None
    assert "script-src 'none'" in (policy.attributes["content"] or "")
    assert not tree.css("link, script, img")
    assert not re.search(r"url\(|@import", tree.html or "")


# --- the files themselves -------------------------------------------------------------------------------------------


def test_the_document_has_the_parts_that_word_looks_for() -> None:
    content = docx(PLAN, LONG)
    assert content == docx(PLAN, LONG)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
    assert {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"} <= names
    assert all(part(content, name) is not None for name in names)
    for settings in part(content).iter(f"{W}pPr"):
        tags = [child.tag.removeprefix(W) for child in settings]
        assert tags == [tag for tag in ("pageBreakBefore", "tabs", "spacing", "jc") if tag in tags]
    for cell in part(content).iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"


def test_a_word_processor_opens_the_document(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice here")
    (tmp_path / "forms.docx").write_bytes(docx(PLAN, BARE))
    subprocess.run(  # noqa: S603
        [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "txt:Text",
         "--outdir", str(tmp_path), str(tmp_path / "forms.docx")],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    text = (tmp_path / "forms.txt").read_text(encoding="utf-8-sig")
    assert PLAN.title in text
    assert text.count("ผู้อนุมัติรับรอง") == 2


@pytest.mark.browser
@pytest.mark.parametrize("lang", Lang)
def test_every_form_keeps_to_one_sheet_of_a4(browser: Browser, tmp_path: Path, lang: Lang) -> None:
    filled = writer(lang=lang)
    path = tmp_path / "forms.html"
    path.write_bytes(form_html.render_forms(filled.forms((PLAN, LONG, BARE)), filled))
    happened: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: happened.append(message.text))
    page.on("request", lambda request: happened.append(request.url))
    page.goto(path.as_uri())
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    page.close()
    assert happened == [path.as_uri()]
    assert [tuple(round(length / 72 * 25.4) for length in sheet.get_size()) for sheet in printed] == [(210, 297)] * 3
    printed.close()
