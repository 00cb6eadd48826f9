"""How an old workbook shows its numbers, after [MS-XLS] 2.4: of their formats calamine knows days and times only.

Without this, 2,569 baht and 25% would be read as the year 2569 and 0.25.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from auditor.extract.office.cellvalues import Look, Styles, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

_RECORD = struct.Struct("<HH")
_BEGIN, _END, _FILEPASS, _BOUNDSHEET, _FORMAT, _STYLE, _EPOCH = 0x0809, 0x0A, 0x2F, 0x85, 0x041E, 0xE0, 0x22
_NUMBER, _RK, _FORMULA, _MANY = 0x0203, 0x027E, 0x06, 0xBD
_EXCEL_97 = 0x0600
_CELL = struct.Struct("<HHH")  # row, column, style
_ONE_OF_MANY = 6  # bytes of a style and its number
_MOST_MARKED = 200_000  # cells of a sheet; those beyond are shown plainly

Places = dict[tuple[int, int], Look]
"""Cells whose numbers are not shown plainly, by row and column from 0."""


class NumberFormats:
    """The formats of a workbook, and where its sheets begin."""

    def __init__(self, workbook: bytes) -> None:
        self._workbook = workbook
        self.locked = False
        self._from_1904 = False
        self._sheets: list[int] = []
        self._styles = Styles()
        self._styles.start("cellXfs", {})
        wide = workbook[4:6] == _EXCEL_97.to_bytes(2, "little")
        for kind, data in _records(workbook, 0):
            if kind == _FILEPASS:
                self.locked = True
                break
            if kind == _BOUNDSHEET:
                self._sheets.append(int.from_bytes(data[:4], "little"))
            elif kind == _EPOCH:
                self._from_1904 = data[:1] == b"\1"
            elif kind == _FORMAT:
                self._styles.start("numFmt", {"numFmtId": _number(data), "formatCode": _code(data[2:], wide=wide)})
            elif kind == _STYLE:
                self._styles.start("xf", {"numFmtId": _number(data[2:])})

    def of_sheet(self, number: int, count: int) -> Places:
        """The marked cells of a sheet; none where the workbook does not hold just `count` of them."""
        if len(self._sheets) != count:
            return {}
        marked: Places = {}
        for kind, data in _records(self._workbook, self._sheets[number]):
            for row, column, style in _cells(kind, data):
                look = self._styles.look(str(style))
                if look is not Look.PLAIN and len(marked) < _MOST_MARKED:
                    marked[row, column] = look
        return marked

    def shown(self, value: float, look: Look) -> str:
        """The number as a reader sees it."""
        return shown(repr(value), look, from_1904=self._from_1904)


def _records(workbook: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from the beginning of a part of the workbook to its end; charts within it are passed over."""
    depth = 0
    while at + _RECORD.size <= len(workbook):
        kind, size = _RECORD.unpack_from(workbook, at)
        at += _RECORD.size
        if kind == _BEGIN:
            depth += 1
        elif kind == _END:
            depth -= 1
        if depth <= 0:
            return
        if depth == 1:
            yield kind, workbook[at : at + size]
        at += size


def _cells(kind: int, data: bytes) -> Iterator[tuple[int, int, int]]:
    """Row, column and style of each number in a record."""
    if kind in {_NUMBER, _RK, _FORMULA} and len(data) >= _CELL.size:
        yield _CELL.unpack_from(data)
    elif kind == _MANY and len(data) >= _CELL.size:
        row, column = struct.unpack_from("<HH", data)
        for number, at in enumerate(range(4, len(data) - _ONE_OF_MANY + 1, _ONE_OF_MANY)):
            yield row, column + number, int.from_bytes(data[at : at + 2], "little")


def _number(data: bytes) -> str:
    return str(int.from_bytes(data[:2], "little"))


def _code(data: bytes, *, wide: bool) -> str:
    """A format as it is written: before Excel 97 in letters of a code page, whose signs that count are ASCII."""
    if not wide:
        return data[1:].decode("latin-1")
    return data[3:].decode("utf-16-le" if data[2:3] == b"\1" else "latin-1", "replace")
