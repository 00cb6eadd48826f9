"""`items.csv` and `findings.csv`: UTF-8 with byte order mark, so that spreadsheets show Thai letters.

Heads and codes are the stable ones of `audit.json`; sentences are in the language asked for. What a spreadsheet would
take for a formula gets a leading apostrophe unless it is a plain number (RELIABILITY_RULES 22).
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from auditor.report.cells import Code, Link, cell_text
from auditor.report.messages import BANGKOK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.report.cells import Cell
    from auditor.report.tables import Table

# Blanks and what no reader sees may stand before the sign; a tab or return is a sign itself.
_FORMULA = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\x00-\x1f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(,\d{3})*(\.\d+)?", re.ASCII)


def csv_parts(table: Table) -> Iterator[bytes]:
    """The rows of a table one by one, every field quoted where it needs to be."""
    yield codecs.BOM_UTF8
    yield _line([column.key for column in table.columns])
    for row in table.rows:
        yield _line(map(field, row))


def _line(fields: Iterable[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(fields)
    return text.getvalue().encode()


def field(cell: Cell) -> str:
    """A cell as the file has it: dates and times in ISO 8601, addresses as they were met, text made harmless."""
    if isinstance(cell, datetime):
        return cell.astimezone(BANGKOK).isoformat(timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Code):
        return cell.code
    if isinstance(cell, Link):
        return _harmless(cell.url)
    return _harmless("" if cell is None else str(cell))


def _harmless(text: str) -> str:
    clean = cell_text(text)
    if _NUMBER.fullmatch(clean):
        return clean
    return "'" + clean if _FORMULA.match(text) or _FORMULA.match(clean) else clean
