"""Excel files made record by record: of 1997 to 2003 after [MS-XLS], workbooks of binary parts after [MS-XLSB]."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.extract.office_files import package, relations
from tests.sites.oldfiles import compound

if TYPE_CHECKING:
    from collections.abc import Sequence

GLOBALS, SHEET, CHART = 0x05, 0x10, 0x20
END = b"\x0a\0\0\0"
FAR_ROW, FAR_COLUMN = 0xFFFF, 0xFF


def record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def begin(part: int) -> bytes:
    return record(0x0809, struct.pack("<4H2I", 0x0600, part, 0x0DBB, 0x07CC, 0x41, 6))


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def formula(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x06, struct.pack("<HHHdHIH", row, column, style, value, 0, 0, 3) + b"\x1e\1\0")


def small(row: int, column: int, value: int, style: int = 0) -> bytes:
    """A whole number in 30 bits."""
    return record(0x027E, struct.pack("<HHHI", row, column, style, value << 2 | 2))


def several(row: int, column: int, *values: tuple[int, int]) -> bytes:
    """Whole numbers side by side, each with its style."""
    cells = b"".join(struct.pack("<HI", style, value << 2 | 2) for value, style in values)
    return record(0xBD, struct.pack("<HH", row, column) + cells + struct.pack("<H", column + len(values) - 1))


@dataclass(frozen=True)
class Sheet:
    """A sheet by its records."""

    name: str
    cells: bytes
    state: int = 0  # 1: hidden, 2: hidden so that only a program can show it
    kind: int = 0  # 2: a chart


def workbook(
    sheets: Sequence[Sheet], formats: Sequence[int | str] = (0,), *, first: bytes = b"", from_1904: bool = False
) -> bytes:
    """A workbook; its style number n shows numbers in `formats[n]`: a built-in one by number, or as it is written."""
    head = begin(GLOBALS) + first + record(0x42, struct.pack("<H", 1200)) + record(0x22, bytes([from_1904, 0]))
    for at, code in enumerate(formats):
        if isinstance(code, str):
            head += record(0x041E, struct.pack("<HHB", 164 + at, len(code), 1) + code.encode("utf-16-le"))
    for at, code in enumerate(formats):
        head += record(0xE0, struct.pack("<HH16x", 0, 164 + at if isinstance(code, str) else code))
    parts = [begin(CHART if sheet.kind else SHEET) + sheet.cells + END for sheet in sheets]
    names = [struct.pack("<BB", len(sheet.name), 1) + sheet.name.encode("utf-16-le") for sheet in sheets]
    at = len(head) + sum(len(name) + 10 for name in names) + len(END)
    for sheet, name, part in zip(sheets, names, parts, strict=True):
        head += record(0x85, struct.pack("<IBB", at, sheet.state, sheet.kind) + name)
        at += len(part)
    return compound((("Workbook", head + END + b"".join(parts)),))


def workbook_of_excel_95(name: bytes, words: bytes, amount: float, page: int) -> bytes:
    """A workbook before Unicode: a sheet of words in a code page and an amount with thousands apart."""

    def start(part: int) -> bytes:
        return record(0x0809, struct.pack("<4H", 0x0500, part, 0x0DBB, 0x07CC))

    head = start(GLOBALS) + record(0x42, struct.pack("<H", page))
    head += record(0x041E, struct.pack("<HB", 164, 5) + b"#,##0") + record(0xE0, struct.pack("<HH12x", 0, 164))
    label = record(0x0204, struct.pack("<4H", 0, 0, 0, len(words)) + words)
    at = len(head) + 11 + len(name) + len(END)
    listed = record(0x85, struct.pack("<IBBB", at, 0, 0, len(name)) + name)
    return compound((("Book", head + listed + END + start(SHEET) + label + number(0, 1, amount) + END),))


def binary_workbook(names: dict[str, bool], rows: Sequence[Sequence[str | float]], **parts: bytes) -> bytes:
    """An XLSB whose sheets all hold these rows; `names`: of the sheets, and is it hidden. `parts`: further ones."""
    listed = b"".join(
        _binary(156, struct.pack("<II", hidden, number) + _letters("rId1") + _letters(name))
        for number, (name, hidden) in enumerate(names.items(), 1)
    )
    cells = b"".join(
        _binary(0, struct.pack("<I13x", at)) + b"".join(_binary_cell(column, cell) for column, cell in enumerate(row))
        for at, row in enumerate(rows)
    )
    size = _binary(148, struct.pack("<4I", 0, len(rows) - 1, 0, max(map(len, rows)) - 1))
    return package(
        "xl/workbook.bin",
        {
            "xl/workbook.bin": _binary(131)
            + _binary(153, bytes(12))
            + _binary(143)
            + listed
            + _binary(144)
            + _binary(132),
            "xl/_rels/workbook.bin.rels": relations(("worksheet", "worksheets/sheet1.bin")),
            "xl/worksheets/sheet1.bin": _binary(129) + size + _binary(145) + cells + _binary(146) + _binary(130),
            **{f"xl/{name}.bin": data for name, data in parts.items()},
        },
    )


def _binary_cell(column: int, cell: str | float) -> bytes:
    if isinstance(cell, str):
        return _binary(6, struct.pack("<II", column, 0) + _letters(cell))
    return _binary(5, struct.pack("<IId", column, 0, cell))


def _binary(kind: int, data: bytes = b"") -> bytes:
    assert len(data) < 128
    return (bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])) + bytes([len(data)]) + data


def _letters(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")
