"""A register as text: UTF-8, UTF-16 with its mark or windows-874; commas, semicolons or tabs."""

from __future__ import annotations

import codecs
import csv
from io import StringIO
from typing import TYPE_CHECKING

from auditor.register.table import MOST_COLUMNS, MOST_ROWS, Cell, Row, TableError, too_many_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DELIMITERS = (",", ";", "\t")


def text_tables(raw: bytes) -> Iterator[tuple[Row, ...]]:
    """The table under each delimiter that may be meant, the likeliest first.

    Raises:
        TableError: it is no text, or no table.
    """
    text = _decoded(raw)
    for delimiter in sorted(_DELIMITERS, key=text.count, reverse=True):
        yield tuple(_rows(text, delimiter))


def _decoded(raw: bytes) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strictly(raw.removeprefix(mark), encoding)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(raw, "cp874")


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as exc:
        line = raw.count(b"\n", 0, exc.start) + 1
        raise TableError(
            "is neither UTF-8 nor Thai Windows text (windows-874)",
            "save it as CSV UTF-8, or as an Excel workbook",
            f"line {line}",
        ) from exc


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number, count = 0, 0
    try:
        for number, values in enumerate(reader, start=1):
            cells = tuple(Cell(text=value.strip()) for value in values[:MOST_COLUMNS])
            if any(cell.text for cell in cells):
                count += 1
                if count > MOST_ROWS:
                    raise too_many_rows()
                yield Row(number=number, cells=cells)
    except csv.Error as exc:
        mend = "close every quotation mark, and double those inside"
        raise TableError(f"cannot be read as CSV: {exc}", mend, f"row {number + 1}") from exc
