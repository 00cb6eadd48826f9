"""What a document says of itself in its own words: the time it covers, and when it was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.assess.inventory.lines import Line
from auditor.items import DateFrom

if TYPE_CHECKING:
    from auditor.assess.inventory.fields import FieldReader, Found
    from auditor.assess.lexicon import Lexicon
    from auditor.facts import Document
    from auditor.items import ItemPeriod, Published

_TITLE_LINES = 5
_HEAD = 500
_LINES = 40


def period_of(document: Document, fields: FieldReader, lexicon: Lexicon) -> Found[ItemPeriod] | None:
    """The time that the first lines of a document name."""
    lines = []
    for words in _head(document)[:_TITLE_LINES]:
        if lexicon.starts("preamble-words", words):
            break
        lines.append(Line(text=words, title=True))
    law = bool(lines) and lexicon.starts("law-kinds", lines[0].text)
    return None if law else fields.period(lines)


def published_of(document: Document, fields: FieldReader) -> Found[Published] | None:
    """A day that the document labels as that of its publication."""
    lines = [Line(text=words) for page in document.text[:1] for words in page.splitlines()[:_LINES]]
    found = fields.published(lines, DateFrom.DOCUMENT)
    return found if found is not None and found.rank == 0 else None


def _head(document: Document) -> list[str]:
    first = next((page for page in document.text if page.strip()), "")
    return [words.strip() for words in first[:_HEAD].splitlines() if words.strip()]
