"""A register as an Excel workbook. The home of openpyxl.

Nothing is evaluated: a formula is told as one. What unpacks to too much, or brings a DOCTYPE, is refused before
openpyxl sees it (RELIABILITY_RULES 14).
"""

from __future__ import annotations

import warnings
import zipfile
import zlib
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from auditor.register.table import MOST_COLUMNS, MOST_ROWS, Cell, Row, TableError, too_many_rows
from auditor.thai.years import BUDDHIST

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_UNPACKED = 100 * 1024 * 1024
MOST_MEMBERS = 5000
MOST_SHEETS = 20

_CHUNK = 64 * 1024
_DOCTYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_TAIL = max(map(len, _DOCTYPE))
_FIRST_BUDDHIST = 2400  # a date typed in the Buddhist era is taken by Excel for one of the far future
_SAVE_AGAIN = "open it in a spreadsheet program and save it as .xlsx or as CSV UTF-8"


def workbook_tables(raw: bytes) -> Iterator[tuple[Row, ...]]:
    """The table of each visible sheet, in the order of the book.

    Raises:
        TableError: it is no workbook, a damaged one, or too large.
    """
    _examine(raw)
    from openpyxl import load_workbook  # noqa: PLC0415  (0.2 s that a CSV need not pay)

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that it leaves out: we read cells alone
            book = load_workbook(BytesIO(raw), read_only=True, keep_links=False)
            shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            for sheet in shown[:MOST_SHEETS]:
                yield tuple(_rows(sheet))
            book.close()
    except TableError:
        raise
    except Exception as exc:  # what a damaged workbook makes openpyxl raise is not to be foreseen
        raise TableError(f"is no Excel workbook that can be read: {type(exc).__name__}", _SAVE_AGAIN) from exc


def _examine(raw: bytes) -> None:
    """Unpack everything once, count it, and keep none of it."""
    unpacked = 0
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise TableError(f"holds more than {MOST_MEMBERS:,} parts", _SAVE_AGAIN)
            for member in members:
                for piece in _pieces(archive, member):
                    unpacked += len(piece)
                    if unpacked > MOST_UNPACKED:
                        raise TableError(f"unpacks to more than {MOST_UNPACKED:,} bytes", _SAVE_AGAIN)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError) as exc:
        raise TableError("is a damaged or locked workbook", _SAVE_AGAIN) from exc


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    tail = b""
    with archive.open(member) as stream:
        while piece := stream.read(_CHUNK):
            if any(mark in tail + piece for mark in _DOCTYPE):
                raise TableError("holds XML with a DOCTYPE, which no spreadsheet program writes", _SAVE_AGAIN)
            tail = piece[-_TAIL:]
            yield piece


def _rows(sheet: Any) -> Iterator[Row]:
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    count = 0
    for number, found in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
        cells = tuple(_cell(each) for each in found)
        if any(cell.text for cell in cells):
            count += 1
            if count > MOST_ROWS:
                raise too_many_rows()
            yield Row(number=number, cells=cells)


def _cell(found: Any) -> Cell:
    value = found.value
    if value is None:
        return Cell()
    if found.data_type == "f":
        return Cell(text=str(value).strip(), formula=True)
    if isinstance(value, date):  # a time of day beside it is not asked for
        return Cell(text=_day(value).isoformat())
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return Cell(text=str(value).strip())


def _day(found: date) -> date:
    day = found.date() if isinstance(found, datetime) else found
    if day.year < _FIRST_BUDDHIST:
        return day
    try:
        return day.replace(year=day.year - BUDDHIST)
    except ValueError:  # 29 February of a year that has none: shown as it is, and no date
        return day
