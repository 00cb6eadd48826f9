"""What a document says of itself in its own words: the time it covers, and when it was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.assess.inventory.expiry import last_day
from auditor.assess.inventory.lines import Line
from auditor.items import DateFrom
from auditor.thai.item_words import may_be_published

if TYPE_CHECKING:
    from datetime import date

    from auditor.assess.inventory.fields import FieldReader, Found
    from auditor.assess.inventory.lines import LineReader
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
    lines = (line for line in _lines(document) if may_be_published(line.text))
    found = fields.published(lines, DateFrom.DOCUMENT)
    return found if found is not None and found.rank == 0 else None


def last_day_of(document: Document, lines: LineReader) -> date | None:
    """A last day that the document itself labels as that of application or offer."""
    return last_day(_lines(document), lines, notice=False)


def _lines(document: Document) -> list[Line]:
    return [Line(text=words) for page in document.text[:1] for words in page.splitlines()[:_LINES]]


def _head(document: Document) -> list[str]:
    first = next((page for page in document.text if page.strip()), "")
    return [words.strip() for words in first[:_HEAD].splitlines() if words.strip()]
