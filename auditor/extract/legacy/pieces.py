"""Where the text of a Word file lies: its header (Fib) and its table of pieces (Clx), after [MS-DOC] 2.4.1 and 2.5.

Offsets and sizes are in bytes, character positions count 16-bit letters from the beginning of the text.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from auditor.extract.refusal import RefusedError, damaged, over_limit
from auditor.facts import DocumentState

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD97 = 0xA5EC
_OLDER = range(0xA59B, 0xA5DD)  # Word 1 to 95
_FIRST_FIB = 0xC0  # of Word 97; older ones bear the mark, too, in some tongues
_BASE = struct.Struct("<5H")
_ENCRYPTED, _WHICH_TABLE = 0x0100, 0x0200
_COUNTS = struct.Struct("<3i4x4i")
_COUNTS_AT, _PLACES_AT, _COUNT_OF_PLACES_AT = 0x4C, 0x9A, 0x98
_PLACE = struct.Struct("<II")
_PROPERTIES, _TEXT = 1, 2  # marks of the parts of a Clx
_PIECE = 8
_POSITION = 4
_COMPRESSED = 0x40000000
_COPIES = 16  # of one text in a file that was saved fast; more would be there to keep us busy


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the beginning of the main stream says: which table goes with it, how long stories are, what is where."""

    table: str
    stories: tuple[int, ...]  # letters of body, footnotes, headers, comments, endnotes, boxes, boxes in headers
    places: tuple[tuple[int, int], ...]  # offset and size in the table stream, by the numbers of FibRgFcLcb97

    def part(self, table: bytes, number: int) -> bytes:
        """A part of the table stream; nothing where the file has none."""
        at, size = self.places[number] if number < len(self.places) else (0, 0)
        if size and at + size > len(table):
            raise damaged("a table lies outside of the file")
        return table[at : at + size]

    def behind(self, table: bytes, number: int) -> bytes:
        """What follows that part in the table stream."""
        return table[sum(self.places[number]) :] if self.part(table, number) else b""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters that lie one behind the other."""

    first: int  # character position
    last: int  # the one behind it
    at: int  # offset in the main stream
    width: int  # bytes of a letter: 1 or 2


def read_header(main: bytes) -> Header | None:
    """The header; None for a file of Word 95 or older. Raises `RefusedError` for one that is encrypted or damaged."""
    if len(main) < _PLACES_AT:
        raise damaged("has no header")
    mark, version, _, _, _ = _BASE.unpack_from(main)
    flags = int.from_bytes(main[0x0A:0x0C], "little")
    if mark != _WORD97 and mark not in _OLDER:
        raise damaged("is no Word file")
    if flags & _ENCRYPTED:
        raise RefusedError(DocumentState.ENCRYPTED, "needs a password")
    if mark != _WORD97 or version < _FIRST_FIB:
        return None
    stories = _COUNTS.unpack_from(main, _COUNTS_AT)
    count = int.from_bytes(main[_COUNT_OF_PLACES_AT:_PLACES_AT], "little")
    end = _PLACES_AT + count * _PLACE.size
    if min(stories) < 0 or end > len(main):
        raise damaged("has no sound header")
    return Header(
        table="1Table" if flags & _WHICH_TABLE else "0Table",
        stories=stories,
        places=tuple(_PLACE.iter_unpack(main[_PLACES_AT:end])),
    )


def read_pieces(clx: bytes, main_size: int) -> tuple[Piece, ...]:
    """The pieces in the order of the text, each checked to lie within the main stream."""
    table = _piece_table(clx)
    count = (len(table) - _POSITION) // (_POSITION + _PIECE)
    if count < 1:
        raise damaged("has no text")
    positions = struct.unpack_from(f"<{count + 1}I", table)
    pieces = tuple(_pieces(positions, table[(count + 1) * _POSITION :]))
    if any(piece.first >= piece.last for piece in pieces):
        raise damaged("its pieces are out of order")
    if any(piece.at + (piece.last - piece.first) * piece.width > main_size for piece in pieces):
        raise damaged("a piece lies outside of the file")
    if positions[-1] - positions[0] > _COPIES * main_size:
        raise over_limit("more text than a file of that size holds")
    return pieces


def _pieces(positions: tuple[int, ...], descriptors: bytes) -> Iterator[Piece]:
    for number, (first, last) in enumerate(pairwise(positions)):
        at = int.from_bytes(descriptors[number * _PIECE + 2 : number * _PIECE + 6], "little")
        if at & _COMPRESSED:
            yield Piece(first, last, (at & (_COMPRESSED - 1)) // 2, 1)
        else:
            yield Piece(first, last, at & (_COMPRESSED - 1), 2)


def _piece_table(clx: bytes) -> bytes:
    """The table itself, behind properties that pieces may share."""
    at = 0
    while at + 5 <= len(clx) and clx[at] == _PROPERTIES:
        at += 3 + int.from_bytes(clx[at + 1 : at + 3], "little")
    if clx[at : at + 1] != bytes([_TEXT]):
        raise damaged("has no table of pieces")
    size = int.from_bytes(clx[at + 1 : at + 5], "little")
    if at + 5 + size > len(clx):
        raise damaged("its table of pieces is cut off")
    return clx[at + 5 : at + 5 + size]
