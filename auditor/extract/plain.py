"""Files of plain text: their letters up to the limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.extract.encoding import decode_html
from auditor.extract.leaves import text_pages
from auditor.facts import Document, DocumentState

if TYPE_CHECKING:
    from auditor.config import DocumentLimits

_BYTES_PER_LETTER = 4


def read_plain(kind: str, body: bytes, limits: DocumentLimits) -> Document:
    """A text or CSV file as one page of text, decoded as a browser would show it."""
    decoded = decode_html(body[: limits.text_chars * _BYTES_PER_LETTER], "text/plain").text
    kept = decoded[: limits.text_chars].replace("\r\n", "\n").replace("\r", "\n")
    truncated = len(decoded) > limits.text_chars or len(body) > limits.text_chars * _BYTES_PER_LETTER
    filled = bool(kept.strip())
    text = (kept,) if filled else ()
    return Document(
        kind=kind,
        state=DocumentState.OK if filled else DocumentState.EMPTY,
        pages=1,
        text=text,
        text_pages=text_pages(text),
        truncated=truncated,
    )
