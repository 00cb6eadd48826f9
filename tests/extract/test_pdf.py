"""PDFs: their text, dates and states."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fpdf import FPDF
from fpdf.enums import EncryptionMethod

from auditor.config import DocumentLimits
from auditor.extract.pdf import pdf_date, read_pdf
from auditor.facts import DateSource, DocumentState

if TYPE_CHECKING:
    from collections.abc import Callable

FONTS = Path("/usr/share/fonts/truetype/tlwg")
LIMITS = DocumentLimits()


def thai_pdf(*pages: str, change: Callable[[FPDF], Any] = lambda _: None) -> bytes:
    font = FONTS / "Loma.ttf"
    if not font.exists():
        pytest.skip(f"no Thai font: {font.name} (Debian: fonts-thai-tlwg)")
    pdf = FPDF()
    pdf.add_font("loma", fname=font)
    pdf.set_font("loma", size=16)
    for text in pages:
        pdf.add_page()
        pdf.multi_cell(0, text=text)
    change(pdf)
    return bytes(pdf.output())


def test_thai_text_is_read_page_by_page() -> None:
    found = read_pdf(thai_pdf("แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", ""), LIMITS)
    assert (found.state, found.pages, found.text_pages) == (DocumentState.OK, 2, 1)
    assert "ปีงบประมาณ พ.ศ. 2567" in found.text[0]


def test_what_the_file_says_of_itself() -> None:
    def describe(pdf: FPDF) -> None:
        pdf.set_title("แผนปฏิบัติราชการ")
        pdf.set_author("งานแผน")
        pdf.set_creation_date(datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC))

    found = read_pdf(thai_pdf("ก", change=describe), LIMITS)
    assert (found.title, found.author) == ("แผนปฏิบัติราชการ", "งานแผน")
    assert found.created == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert DateSource.DOCUMENT_INFO in {one.source for one in found.dates}


@pytest.mark.parametrize(
    ("password", "state"),
    [
        pytest.param("secret", DocumentState.ENCRYPTED, id="needs-a-password"),
        pytest.param("", DocumentState.OK, id="only-its-owner-has-one"),
    ],
)
def test_a_password_matters_only_if_readers_need_it(password: str, state: DocumentState) -> None:
    def lock(pdf: FPDF) -> None:
        pdf.set_encryption(
            owner_password="owner",  # noqa: S106 - a test's own file
            user_password=password,
            encryption_method=EncryptionMethod.RC4,
        )

    assert read_pdf(thai_pdf("แผน", change=lock), LIMITS).state is state


def test_rule_13_pages_and_letters_are_capped() -> None:
    body = thai_pdf(*("แผนปฏิบัติราชการ " * 10 for _ in range(5)))
    by_pages = read_pdf(body, DocumentLimits(text_pages=2))
    by_letters = read_pdf(body, DocumentLimits(text_chars=50))
    assert (by_pages.pages, len(by_pages.text), by_pages.truncated) == (5, 2, True)
    assert (sum(map(len, by_letters.text)), by_letters.truncated) == (50, True)


def test_a_scan_has_no_text_of_its_own() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.rect(10, 10, 100, 100, style="F")
    found = read_pdf(bytes(pdf.output()), LIMITS)
    assert (found.state, found.pages, found.text_pages) == (DocumentState.OK, 1, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("D:20240102030405+07'00'", datetime(2024, 1, 1, 20, 4, 5, tzinfo=UTC), id="zone"),
        pytest.param("D:20240102030405Z", datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC), id="utc"),
        pytest.param("D:20240102", datetime(2024, 1, 1, 17, tzinfo=UTC), id="day-in-bangkok"),
        pytest.param("D:25670102030405+07'00'", datetime(2024, 1, 1, 20, 4, 5, tzinfo=UTC), id="buddhist-year"),
        pytest.param("D:20241302", None, id="month-13"),
        pytest.param("D:00010101000000+14'00'", None, id="before-all-years"),
        pytest.param("D:20240102030405+99'99'", datetime(2024, 1, 1, 20, 4, 5, tzinfo=UTC), id="no-such-zone"),
        pytest.param("yesterday", None, id="words"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_dates_of_pdfs(text: str, expected: datetime | None) -> None:
    assert pdf_date(text) == expected


def latin_pdf(text: bytes) -> bytes:
    """A PDF whose font is a Latin one for all that readers are told."""
    content = b"BT /F 12 Tf 20 200 Td <%b> Tj ET" % text.hex().encode()
    parts = (
        b"<</Type/Catalog/Pages 2 0 R/Lang(th-TH)>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )
    listed = b"".join(b"%d 0 obj%b endobj\n" % (number, part) for number, part in enumerate(parts, 1))
    return b"%PDF-1.4\n" + listed + b"trailer<</Root 1 0 R>>\n"


def test_thai_in_a_font_that_claims_to_be_latin_is_read() -> None:
    found = read_pdf(latin_pdf("แผนปฏิบัติราชการ ประจำปีงบประมาณ".encode("cp874")), LIMITS)
    assert (found.text, found.garbled, found.lang) == (("แผนปฏิบัติราชการ ประจำปีงบประมาณ",), False, "th-TH")


def test_a_text_layer_that_is_no_words_is_told() -> None:
    found = read_pdf(latin_pdf(b"G2B$k 7xQ!w aZ#4v mK%9p Qw&3r tY*8u " * 6), LIMITS)
    assert (found.state, found.garbled) == (DocumentState.OK, True)


def test_words_typed_into_a_form_are_read() -> None:
    """A filled-in request form is often a PDF with fields."""
    look = b"/Tx BMC BT /F 12 Tf 2 2 Td (filled in) Tj ET EMC"
    parts = (
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Annots[4 0 R]>>",
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(filled in)/Rect[10 10 200 40]/F 4/AP<</N 5 0 R>>>>",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 190 30]/Resources<</Font<</F 6 0 R>>>>/Length %d>>stream\n"
        % len(look)
        + look
        + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    listed = b"".join(b"%d 0 obj%b endobj\n" % (number, part) for number, part in enumerate(parts, 1))
    found = read_pdf(b"%PDF-1.4\n" + listed + b"trailer<</Root 1 0 R>>\n", LIMITS)
    assert found.text == ("filled in",)


def test_a_pdf_that_lost_its_first_line_is_read() -> None:
    whole = latin_pdf(b"plan")
    assert read_pdf(whole.partition(b"\n")[2], LIMITS).text == ("plan",)
