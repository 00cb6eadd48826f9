"""A PDF's text, dates and state; the only module that knows PDFium. Runs in a child, where PDFium may crash.

Fetches nothing, runs no scripts and opens no attachments.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from auditor.facts import DateSeen, DateSource, Document, DocumentState
from auditor.thai.dates import DateRole, DateSpan, Precision
from auditor.thai.text import repair_pdf

if TYPE_CHECKING:
    from auditor.config import DocumentLimits

_LETTERS_OF_A_TEXT_PAGE = 20
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_INFO = 500
_WHEN = re.compile(r"(?:D:)?\s*(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(?:([Zz])|([+-])(\d\d)'?(\d\d)?)?")
_CREATED, _MODIFIED = DateRole.UNKNOWN, DateRole.MODIFIED  # when a file was made is not when it was published
_ERA = 543  # some Thai programs write Buddhist years
_FIRST_ERA_YEAR = 2400
_BANGKOK = timezone(timedelta(hours=7))
_UNSUITABLE = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")


def read_pdf(body: bytes, limits: DocumentLimits) -> Document:
    """What the PDF says, up to the limits; a password or damage is a state, not an error."""
    try:
        pdf = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as exc:
        return Document(kind="pdf", state=_state_of(exc), detail=str(exc)[:_LONGEST_INFO])
    try:
        return _read(pdf, limits)
    finally:
        pdf.close()


def _state_of(exc: pypdfium2.PdfiumError) -> DocumentState:
    locked = exc.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
    return DocumentState.ENCRYPTED if locked else DocumentState.DAMAGED


def _read(pdf: pypdfium2.PdfDocument, limits: DocumentLimits) -> Document:
    info = pdf.get_metadata_dict(skip_empty=True)
    count = len(pdf)
    text, broken, room = [], 0, limits.text_chars
    for number in range(min(count, limits.text_pages)):
        if room <= 0:
            break
        page = _page_text(pdf, number)
        broken += page is None
        text.append((page or "")[:room])
        room -= len(text[-1])
    created, modified = pdf_date(info.get("CreationDate", "")), pdf_date(info.get("ModDate", ""))
    damaged = count == 0 or (bool(text) and broken == len(text))
    return Document(
        kind="pdf",
        state=DocumentState.DAMAGED if damaged else DocumentState.OK,
        detail=f"{broken} of {len(text)} pages cannot be read" if broken else "",
        title=_info(info, "Title"),
        author=_info(info, "Author"),
        producer=_info(info, "Producer") or _info(info, "Creator"),
        created=created,
        modified=modified,
        pages=count,
        text=tuple(text),
        text_pages=sum(1 for page in text if len(_LETTER.findall(page)) >= _LETTERS_OF_A_TEXT_PAGE),
        dates=tuple(_seen(moment, role) for moment, role in ((created, _CREATED), (modified, _MODIFIED)) if moment),
        truncated=len(text) < count or room <= 0,
    )


def _page_text(pdf: pypdfium2.PdfDocument, number: int) -> str | None:
    """The words of a page, repaired; None if the page cannot be loaded."""
    try:
        page = pdf[number]
    except pypdfium2.PdfiumError:
        return None
    try:
        words = page.get_textpage()
        try:
            return repair_pdf(_clean(words.get_text_range()))
        finally:
            words.close()
    except pypdfium2.PdfiumError:
        return None
    finally:
        page.close()


def _clean(text: str) -> str:
    return _UNSUITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _info(info: dict[str, str], name: str) -> str | None:
    return " ".join(_clean(info.get(name, "")).split())[:_LONGEST_INFO] or None


def pdf_date(text: str) -> datetime | None:
    """The moment in a PDF date (ISO 32000 7.9.4), in UTC; without a zone it is Bangkok's."""
    found = _WHEN.match(text)
    if not found:
        return None
    year = int(found[1])
    year = year - _ERA if year >= _FIRST_ERA_YEAR else year
    month, day, hour, minute, second = (int(found[part] or least) for part, least in enumerate((1, 1, 0, 0, 0), 2))
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=_zone(found)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _seen(moment: datetime, role: DateRole) -> DateSeen:
    local = moment.astimezone(_BANGKOK)
    span = DateSpan(
        start=0,
        end=0,
        raw=local.isoformat(),
        first=local.date(),
        last=local.date(),
        precision=Precision.DAY,
        role=role,
        time=local.time(),
        certain=False,  # often the day of a scan or of an export (THAI_WEB F13)
    )
    return DateSeen(span=span, source=DateSource.DOCUMENT_INFO)


def _zone(found: re.Match[str]) -> timezone:
    if found[7]:
        return UTC
    if not found[8]:
        return _BANGKOK
    offset = timedelta(hours=int(found[9]), minutes=int(found[10] or 0))
    return timezone(-offset if found[8] == "-" else offset) if offset < timedelta(hours=24) else _BANGKOK
