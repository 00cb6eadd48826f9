"""Which reader a kind of document has. Called in the child only: what is read here may hang, crash or grow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.extract.kinds import OPEN_DOCUMENTS
from auditor.extract.legacy.compound import Compound, read_about
from auditor.extract.legacy.word import read_doc
from auditor.extract.legacy.workbook import read_xls
from auditor.extract.listing import read_zip
from auditor.extract.office.opendocument import read_opendocument
from auditor.extract.office.sheets import read_xlsx
from auditor.extract.office.slides import read_pptx
from auditor.extract.office.word import read_docx
from auditor.extract.pdf import read_pdf
from auditor.extract.refusal import RefusedError
from auditor.extract.rtf import read_rtf
from auditor.facts import Document, DocumentState

if TYPE_CHECKING:
    from auditor.config import DocumentLimits

_READERS = {
    "pdf": read_pdf,
    "docx": read_docx,
    "xlsx": read_xlsx,
    "pptx": read_pptx,
    "rtf": read_rtf,
    "zip": read_zip,
    "doc": read_doc,
    "xls": read_xls,
}
_LONGEST_DETAIL = 300


def read_document(kind: str, body: bytes, limits: DocumentLimits) -> Document:
    """The document, or the state in which its reading ended; never raises for what a file holds."""
    try:
        return _read(kind, body, limits)
    except RefusedError as refused:
        return Document(kind=kind, state=refused.state, detail=refused.detail)
    except MemoryError:
        return Document(kind=kind, state=DocumentState.LIMITED, detail="memory")
    except Exception as exc:  # noqa: BLE001 - whatever a hostile file brings a parser to, one file may not cost another
        detail = f"{type(exc).__name__}: {exc}"[:_LONGEST_DETAIL]
        return Document(kind=kind, state=DocumentState.DAMAGED, detail=detail)


def _read(kind: str, body: bytes, limits: DocumentLimits) -> Document:
    if kind in OPEN_DOCUMENTS:
        return read_opendocument(kind, body, limits)
    if kind == "ppt":
        return read_about(kind, Compound(body))
    reader = _READERS.get(kind)
    return Document(kind=kind, state=DocumentState.UNSUPPORTED) if reader is None else reader(body, limits)
