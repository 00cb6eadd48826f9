"""A PDF's text, dates and state; the only module that knows PDFium. Runs in a child, where PDFium may crash.

Fetches nothing, runs no scripts and opens no attachments.
"""

from __future__ import annotations

import ctypes
import re
from itertools import islice
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from auditor.extract.about import About, clean, language, moment_of, one_line, zone_of
from auditor.extract.leaves import is_wordless, text_pages
from auditor.facts import Document, DocumentState
from auditor.thai.pdf_text import is_garbled, repair_pdf

if TYPE_CHECKING:
    from datetime import datetime

    from auditor.config import DocumentLimits

_HEADER, _HEADER_WITHIN, _LOST_HEADER = b"%PDF-", 1024, b"%PDF-1.4\n"
_LONGEST_DETAIL = 500
_LONGEST_LANG = 128  # bytes
_MOST_LAID_OVER = 1_000
_SEARCHED_FOR_PICTURES = 10  # pages
_DOTS_PER_INCH, _POINTS_PER_INCH = 200, 72
_MOST_PIXELS = 6_000_000
_WITH_WORDS = frozenset((pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP))
_WHEN = re.compile(r"(?:D:)?\s*(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(?:([Zz])|([+-])(\d\d)'?(\d\d)?)?")


def read_pdf(body: bytes, limits: DocumentLimits) -> Document:
    """What the PDF says, up to the limits; a password or damage is a state, not an error."""
    try:
        pdf = pypdfium2.PdfDocument(body if _HEADER in body[:_HEADER_WITHIN] else _LOST_HEADER + body)
    except pypdfium2.PdfiumError as exc:
        return Document(kind="pdf", state=_state_of(exc), detail=str(exc)[:_LONGEST_DETAIL])
    try:
        return _read(pdf, limits)
    finally:
        pdf.close()


def _state_of(exc: pypdfium2.PdfiumError) -> DocumentState:
    locked = exc.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
    return DocumentState.ENCRYPTED if locked else DocumentState.DAMAGED


def _read(pdf: pypdfium2.PdfDocument, limits: DocumentLimits) -> Document:
    about = _about(pdf)
    count = len(pdf)
    text, broken, room = [], 0, limits.text_chars
    for number in range(min(count, limits.text_pages)):
        if room <= 0:
            break
        page = _page_text(pdf, number)
        broken += page is None
        text.append((page or "")[:room])
        room -= len(text[-1])
    damaged = count == 0 or (bool(text) and broken == len(text))
    return Document(
        kind="pdf",
        state=DocumentState.DAMAGED if damaged else DocumentState.OK,
        detail=f"{broken} of {len(text)} pages cannot be read" if broken else "",
        title=about.title,
        author=about.author,
        producer=about.producer,
        created=about.created,
        modified=about.modified,
        lang=about.lang,
        pages=count,
        text=tuple(text),
        text_pages=text_pages(tuple(text)),
        dates=about.dates,
        garbled=is_garbled(tuple(text)),
        truncated=len(text) < count or room <= 0,
    )


def _about(pdf: pypdfium2.PdfDocument) -> About:
    info = pdf.get_metadata_dict(skip_empty=True)
    return About(
        title=one_line(info.get("Title")),
        author=one_line(info.get("Author")),
        producer=one_line(info.get("Producer")) or one_line(info.get("Creator")),
        created=pdf_date(info.get("CreationDate", "")),
        modified=pdf_date(info.get("ModDate", "")),
        lang=language(_catalog_language(pdf)),
    )


def render_pages(body: bytes, limits: DocumentLimits) -> tuple[tuple[int, bytes], ...]:
    """Pictures (grey, PNM) of the first pages without words of their own, with their numbers from 1."""
    try:
        pdf = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError:
        return ()
    try:
        wordless = (
            number
            for number in range(min(len(pdf), limits.text_pages, _SEARCHED_FOR_PICTURES))
            if is_wordless(_page_text(pdf, number) or "")
        )
        return tuple((number + 1, _picture(pdf, number)) for number in islice(wordless, limits.ocr_pages))
    finally:
        pdf.close()


def _picture(pdf: pypdfium2.PdfDocument, number: int) -> bytes:
    page = pdf[number]
    try:
        area = max(1.0, page.get_width() * page.get_height())
        scale = min(_DOTS_PER_INCH / _POINTS_PER_INCH, (_MOST_PIXELS / area) ** 0.5)
        bitmap = page.render(scale=scale, grayscale=True)
        rows = memoryview(bitmap.buffer).cast("B")
        lines = (rows[row * bitmap.stride : row * bitmap.stride + bitmap.width] for row in range(bitmap.height))
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(lines)
    finally:
        page.close()


def _is_filled_in(page: pypdfium2.PdfPage) -> bool:
    """Does anything lie over the page that holds words: fields of a form, typed remarks, stamps?"""
    count = min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_LAID_OVER)
    for index in range(count):
        laid_over = pdfium.FPDFPage_GetAnnot(page, index)
        if laid_over:
            kind = pdfium.FPDFAnnot_GetSubtype(laid_over)
            pdfium.FPDFPage_CloseAnnot(laid_over)
            if kind in _WITH_WORDS:
                return True
    return False


def _catalog_language(pdf: pypdfium2.PdfDocument) -> str:
    room = ctypes.create_string_buffer(_LONGEST_LANG)
    size = pdfium.FPDFCatalog_GetLanguage(pdf, ctypes.cast(room, ctypes.POINTER(pdfium.FPDF_WCHAR)), _LONGEST_LANG)
    known = 0 < size <= _LONGEST_LANG
    return bytes(room.raw[:size]).decode("utf-16-le", "ignore").rstrip("\0") if known else ""


def _page_text(pdf: pypdfium2.PdfDocument, number: int) -> str | None:
    """The words of a page, repaired; None if the page cannot be loaded."""
    try:
        page = pdf[number]
        if _is_filled_in(page) and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
            page.close()
            page = pdf[number]
    except pypdfium2.PdfiumError:
        return None
    try:
        words = page.get_textpage()
        try:
            return repair_pdf(clean(words.get_text_range()))
        finally:
            words.close()
    except pypdfium2.PdfiumError:
        return None
    finally:
        page.close()


def pdf_date(text: str) -> datetime | None:
    """The moment in a PDF date (ISO 32000 7.9.4), in UTC; without a zone it is Bangkok's."""
    found = _WHEN.match(text)
    if not found:
        return None
    month, day, hour, minute, second = (int(found[part] or least) for part, least in enumerate((1, 1, 0, 0, 0), 2))
    zone = zone_of(found[7], found[8], found[9], found[10])
    return moment_of(int(found[1]), month, day, (hour, minute, second), zone)
