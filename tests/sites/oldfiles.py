"""Files of the kinds that old offices still upload: Word 97, Excel 97 and RAR, byte by byte."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SECTOR = 512
CUTOFF = 4096  # a shorter stream would have to live in the small sectors
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
TEXT_AT = 1024


def compound(streams: Sequence[tuple[str, bytes]]) -> bytes:
    """An OLE container with these streams, in the order of its directory (short names first)."""
    padded = [(name, data.ljust(max(CUTOFF, -(-len(data) // SECTOR) * SECTOR), b"\0")) for name, data in streams]
    table = [FAT, END]  # sector 0 holds this table, sector 1 the directory
    entries = [_entry("Root Entry", 5, END, 0, child=1)]
    for number, (name, data) in enumerate(padded, 1):
        start, count = len(table), len(data) // SECTOR
        table += [*range(start + 1, start + count), END]
        entries.append(_entry(name, 2, start, len(data), right=number + 1 if number < len(padded) else FREE))
    assert len(table) <= SECTOR // 4, "one sector of the table is not enough"
    table += [FREE] * (SECTOR // 4 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, 1, 1, 0, CUTOFF, END, 0, END, 0) + struct.pack("<109I", 0, *[FREE] * 108)
    directory = b"".join(entries).ljust(SECTOR, b"\0")
    return head + struct.pack("<128I", *table) + directory + b"".join(data for _, data in padded)


def _entry(name: str, kind: int, start: int, size: int, right: int = FREE, child: int = FREE) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    return (
        letters.ljust(64, b"\0")
        + struct.pack("<HBB3I", len(letters), kind, 1, FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def doc(lines: Sequence[Sequence[str]]) -> bytes:
    """A Word 97 file; a line of several cells is the row of a table."""
    text = "".join("\x07".join(cells) + ("\x07\x07" if len(cells) > 1 else "\r") for cells in lines)
    body = text.encode("utf-16-le")
    head = struct.pack("<HHHHHHH", 0xA5EC, 0xC1, 0, 0x041E, 0, 0x0200, 0xBF) + bytes(10)
    head += struct.pack("<II", TEXT_AT, TEXT_AT + len(body))
    longs = [TEXT_AT + len(body), 0, 0, len(text), *[0] * 18]
    places = [0] * 186
    places[66:68] = [0, 21]  # where the table stream holds the pieces of the text
    fib = head + struct.pack("<H", 14) + bytes(28) + struct.pack("<H22I", 22, *longs)
    fib += struct.pack("<H186I", 93, *places) + bytes(2)
    pieces = struct.pack("<BIII", 2, 16, 0, len(text)) + struct.pack("<HIH", 0, TEXT_AT, 0)
    return compound((("1Table", pieces), ("WordDocument", fib.ljust(TEXT_AT, b"\0") + body)))


def xls(rows: Sequence[Sequence[str]], name: str = "Sheet1") -> bytes:
    """An Excel 97 workbook of one sheet of words."""
    words = [cell for row in rows for cell in row]
    shared = struct.pack("<II", len(words), len(words)) + b"".join(
        struct.pack("<HB", len(word), 1) + word.encode("utf-16-le") for word in words
    )
    start = struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0x41, 6)
    title = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    first = _record(0x0809, start) + _record(0x0042, struct.pack("<H", 1200))
    last = _record(0x00FC, shared) + _record(0x000A)
    sheet_at = len(first) + 4 + 6 + len(title) + len(last)
    globals_ = first + _record(0x0085, struct.pack("<IH", sheet_at, 0) + title) + last
    width = max(map(len, rows))
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0x41, 6))
    sheet += _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    number = 0
    for at, row in enumerate(rows):
        for column in range(len(row)):
            sheet += _record(0x00FD, struct.pack("<HHHI", at, column, 15, number))
            number += 1
    return compound((("Workbook", globals_ + sheet + _record(0x000A)),))


def _record(kind: int, data: bytes = b"") -> bytes:
    assert len(data) <= 8224, "longer records have to be continued"
    return struct.pack("<HH", kind, len(data)) + data


def rar(name: str, content: bytes) -> bytes:
    """A RAR archive that holds one file as it is."""
    letters = name.encode("ascii")
    told = (
        struct.pack(
            "<IIBIIBBHI", len(content), len(content), 2, zlib.crc32(content), 0x5C6A4A00, 20, 0x30, len(letters), 32
        )
        + letters
    )
    return (
        b"Rar!\x1a\x07\x00" + _block(0x73, 0, bytes(6)) + _block(0x74, 0x8000, told) + content + _block(0x7B, 0x4000)
    )


def _block(kind: int, flags: int, data: bytes = b"") -> bytes:
    rest = struct.pack("<BHH", kind, flags, 7 + len(data)) + data
    return struct.pack("<H", zlib.crc32(rest) & 0xFFFF) + rest
