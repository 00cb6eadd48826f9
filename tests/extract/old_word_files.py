"""Word files of 1997 to 2003 made byte by byte after [MS-DOC]: stories, pieces, and how they are set."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate
from typing import TYPE_CHECKING

from tests.sites.oldfiles import compound

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT_AT = 2048
PAGE = 512
SOME = 10  # runs that are told of in one page
PLACES = 93
HIDDEN, STRUCK, SYMBOL = b"\x3c\x08\x01", b"\x00\x08\x01", b"\x09\x6a\x00\x00\xfe\xf0"
IN_TABLE, ROW_END, ON_NEW_PAGE = b"\x16\x24\x01", b"\x16\x24\x01\x17\x24\x01", b"\x07\x24\x01"
WIDE = b"\x08\xd6\x05\x00\x01\x02\x03\x04" + b"\x0d\xc6\x02\x00\x00"  # a table's columns and tabs: sizes of their own
BODY, FOOTNOTES, HEADERS, COMMENTS, ENDNOTES, BOXES, BOXES_IN_HEADERS = 0, 1, 2, 4, 5, 6, 7
ENCRYPTED, TABLE_1 = 0x0100, 0x0200


def in_list(number: int, level: int = 0) -> bytes:
    """A paragraph of that list, from 1."""
    return struct.pack("<HHHB", 0x460B, number, 0x260A, level)


@dataclass(frozen=True)
class Run:
    """Letters that are set alike."""

    text: str
    letters: bytes = b""  # how they are set
    paragraph: bytes | None = None  # how the paragraph is set that ends here; None: none ends


def line(*runs: str | Run, setting: bytes = b"", mark: str = "\r") -> list[Run]:
    """A paragraph."""
    made = [run if isinstance(run, Run) else Run(run) for run in runs]
    return [*made, Run(mark, paragraph=setting)]


def row(*cells: str) -> list[Run]:
    """A row of a table: each cell ends with a mark, and the row with one more."""
    made = [run for cell in cells for run in line(cell, setting=IN_TABLE, mark="\x07")]
    return [*made, *line(setting=WIDE + ROW_END, mark="\x07")]


@dataclass(frozen=True)
class Level:
    """How a level of a list is numbered."""

    text: str  # chr(0) stands for the count of the first level
    kind: int = 0
    first: int = 1


def word_file(
    stories: dict[int, list[Run]],
    *,
    lists: Sequence[Sequence[Level]] = (),
    summary: bytes = b"",
    flags: int = TABLE_1,
    mark: int = 0xA5EC,
    version: int = 0xC1,
) -> bytes:
    """A file of one 16-bit piece."""
    runs = [run for number in range(8) for run in stories.get(number, ())]
    text = "".join(run.text for run in runs).encode("utf-16-le")
    counts = [size_of(stories.get(number, ())) // 2 for number in range(8)]
    pieces = piece_table([(TEXT_AT, len(text) // 2, 2)])
    return assembled(text, counts, pieces, runs, lists, (mark, version, flags), summary)


def piece_table(pieces: Sequence[tuple[int, int, int]], shared: bytes = b"") -> bytes:
    """The table of pieces: offset, letters and width of each; `shared`: properties before it."""
    ends = accumulate((letters for _, letters, _ in pieces), initial=0)
    places = b"".join(struct.pack("<HIH", 0, at if width == 2 else 2 * at | 0x40000000, 0) for at, _, width in pieces)
    table = b"".join(struct.pack("<I", end) for end in ends) + places
    before = struct.pack("<BH", 1, len(shared)) + shared if shared else b""
    return before + struct.pack("<BI", 2, len(table)) + table


def assembled(
    text: bytes,
    counts: Sequence[int],
    pieces: bytes,
    runs: Sequence[Run] = (),
    lists: Sequence[Sequence[Level]] = (),
    header: tuple[int, int, int] = (0xA5EC, 0xC1, TABLE_1),
    summary: bytes = b"",
) -> bytes:
    """The compound file of a text, its pieces and its properties."""
    mark, version, flags = header
    letters_at = -(-(TEXT_AT + len(text)) // PAGE)
    main_end = text.ljust(letters_at * PAGE - TEXT_AT, b"\0")
    parts: dict[int, bytes] = {33: pieces}
    for number, (bounds, entries, rest) in ((12, letters_of(runs)), (13, paragraphs_of(runs))) if runs else ():
        first = (TEXT_AT + len(main_end)) // PAGE
        pages = [
            filled(bounds[at : at + SOME + 1], entries[at : at + SOME], rest) for at in range(0, len(entries), SOME)
        ]
        main_end += b"".join(pages)
        parts[number] = b"".join(struct.pack("<I", bounds[at]) for at in range(0, len(entries), SOME))
        parts[number] += struct.pack(f"<{len(pages) + 1}I", bounds[-1], *range(first, first + len(pages)))
    levels = b"".join(level_of(level) for levels in lists for level in levels)
    if lists:
        parts[73] = struct.pack("<H", len(lists)) + b"".join(
            struct.pack("<I22xBB", number, len(levels) == 1, 0) for number, levels in enumerate(lists, 100)
        )
        parts[74] = struct.pack("<I", len(lists)) + b"".join(
            struct.pack("<I12x", number) for number, _ in enumerate(lists, 100)
        )
    table, places = b"", [0] * (2 * PLACES)
    for number, data in sorted(parts.items()):
        places[2 * number : 2 * number + 2] = [len(table), len(data)]
        table += data + (levels if number == 73 else b"")
    fib = struct.pack("<5HH", mark, version, 0, 0x041E, 0, flags) + bytes(20)
    fib += struct.pack("<H28x", 14) + struct.pack("<H3I8i11I", 22, 0, 0, 0, *counts, *[0] * 11)
    fib += struct.pack(f"<H{2 * PLACES}I", PLACES, *places)
    name = "1Table" if flags & TABLE_1 else "0Table"
    streams = [(name, table), ("WordDocument", fib.ljust(TEXT_AT, b"\0") + main_end)]
    return compound((*streams, ("\x05SummaryInformation", summary)) if summary else streams)


def summary_of(*, page: int, title: bytes, author: bytes, created: datetime) -> bytes:
    """What a file says of itself, its words in a code page."""
    ticks = int((created - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10**7
    values = [
        (1, struct.pack("<IHxx", 2, page)),
        (2, struct.pack("<II", 30, len(title) + 1) + title.ljust(len(title) // 4 * 4 + 4, b"\0")),
        (4, struct.pack("<II", 30, len(author) + 1) + author.ljust(len(author) // 4 * 4 + 4, b"\0")),
        (12, struct.pack("<IQ", 64, ticks)),
    ]
    at = list(accumulate((len(data) for _, data in values), initial=8 + 8 * len(values)))
    heads = b"".join(struct.pack("<II", number, place) for (number, _), place in zip(values, at, strict=False))
    properties = struct.pack("<II", at[-1], len(values)) + heads + b"".join(data for _, data in values)
    kind = bytes.fromhex("E0859FF2F94F6810AB9108002B27B3D9")
    return struct.pack("<HH4x16xI", 0xFFFE, 0, 1) + kind + struct.pack("<I", 48) + properties


Settings = tuple[list[int], list[bytes], bytes]
"""Where runs begin and end, what is told of each, and what follows the place of that in a page."""


def size_of(runs: Sequence[Run]) -> int:
    """Bytes of their letters."""
    return sum(len(run.text.encode("utf-16-le")) for run in runs)


def letters_of(runs: Sequence[Run]) -> Settings:
    """How each run is set."""
    bounds = list(accumulate((size_of([run]) for run in runs), initial=TEXT_AT))
    return bounds, [bytes([len(run.letters)]) + run.letters if run.letters else b"" for run in runs], b""


def paragraphs_of(runs: Sequence[Run]) -> Settings:
    """How each paragraph is set."""
    ends = accumulate(size_of([run]) for run in runs)
    marks = [(end, run.paragraph) for end, run in zip(ends, runs, strict=True) if run.paragraph is not None]
    bounds = [TEXT_AT, *(TEXT_AT + end for end, _ in marks)]
    return bounds, [paragraph_data(setting) for _, setting in marks], bytes(12)


def paragraph_data(setting: bytes) -> bytes:
    """Size, number of the style, properties: the size is told in one of two ways."""
    data = b"\0\0" + setting
    if len(data) % 2:
        return bytes([(len(data) + 1) // 2]) + data
    return bytes([0, len(data) // 2]) + data


def filled(bounds: Sequence[int], entries: Sequence[bytes], rest: bytes) -> bytes:
    """A page: where its runs begin and end, the places of their entries (each with `rest` behind it), the entries."""
    free, places = PAGE - 1, b""
    body: dict[int, bytes] = {}
    for data in entries:
        if data:
            free = (free - len(data)) // 2 * 2
            body[free] = data
        places += bytes([free // 2 if data else 0]) + rest
    head = struct.pack(f"<{len(bounds)}I", *bounds) + places
    assert len(head) <= free, "too much for one page"
    page = bytearray(head.ljust(PAGE - 1, b"\0") + bytes([len(entries)]))
    for at, data in body.items():
        page[at : at + len(data)] = data
    return bytes(page)


def level_of(level: Level) -> bytes:
    """A level of a list."""
    letters = level.text.encode("utf-16-le")
    fixed = struct.pack("<iB19xBBxx", level.first, level.kind, 2, 3)
    return fixed + b"\1\2\3" + b"\1\2" + struct.pack("<H", len(letters) // 2) + letters
