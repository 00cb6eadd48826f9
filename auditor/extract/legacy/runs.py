"""How letters and paragraphs of a Word file are set, as far as it matters to what is read: after [MS-DOC] 2.8.5, 2.9.

Properties lie in pages of 512 bytes in the main stream, each for a range of offsets in that stream. Those of style
sheets are not looked at.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Generic, TypeVar

from auditor.extract.refusal import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGE = 512
_NUMBER_OF_PAGE = 0x3FFFFF
_POSITION = 4
_PARAGRAPH = 13  # bytes of the entry of a paragraph in a page
_DELETED, _VANISHED, _SYMBOL = 0x0800, 0x083C, 0x6A09
_IN_TABLE, _ROW_END, _ON_NEW_PAGE, _LIST, _LEVEL = 0x2416, 0x2417, 0x2407, 0x460B, 0x260A
_TABLE, _TABS = 0xD608, 0xC615
_ON = frozenset({1, 0x81})  # on, or the opposite of the style
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)  # of the operand by the upper bits of the code; 0: it tells its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known of a paragraph."""

    in_table: bool = False
    row_end: bool = False  # the mark behind the last cell of a row
    on_new_page: bool = False
    in_list: int = 0  # number of the list, from 1; 0: in none
    level: int = 0


_PLAIN = Setting()
T = TypeVar("T")


class Runs(Generic[T]):
    """Values of ranges of offsets that do not overlap."""

    def __init__(self, found: list[tuple[int, int, T]]) -> None:
        self._found = sorted(found, key=lambda run: run[:2])
        self._firsts = [first for first, _, _ in self._found]

    def __bool__(self) -> bool:
        return bool(self._found)

    def at(self, place: int) -> T | None:
        """The value at an offset, if it has one."""
        number = bisect_right(self._firsts, place) - 1
        if number < 0:
            return None
        _, last, value = self._found[number]
        return value if place < last else None

    def gaps(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The parts of a range that have no value."""
        number = max(0, bisect_right(self._firsts, first) - 1)
        at = first
        while at < last and number < len(self._found):
            begins, ends, _ = self._found[number]
            if begins >= last:
                break
            if begins > at:
                yield at, begins
            at = max(at, ends)
            number += 1
        if at < last:
            yield at, last


def silent_runs(plc: bytes, main: bytes) -> Runs[bool]:
    """Ranges of letters that no reader sees as letters: hidden, struck out, or stand-ins for a symbol."""
    found = []
    for page in _pages(plc, main):
        ends = _ends(page, 1)
        for number, (first, last) in enumerate(pairwise(ends)):
            at = 2 * page[len(ends) * _POSITION + number]
            if at and _is_silent(page[at + 1 : at + 1 + page[at]]):
                found.append((first, last, True))
    return Runs(found)


def _is_silent(properties: bytes) -> bool:
    return any(
        code == _SYMBOL or (code in {_DELETED, _VANISHED} and operand[:1] and operand[0] in _ON)
        for code, operand in _sprms(properties)
    )


def settings(plc: bytes, main: bytes) -> Runs[Setting]:
    """What is known of the paragraphs that are more than plain ones."""
    found = []
    for page in _pages(plc, main):
        ends = _ends(page, _PARAGRAPH)
        for number, (first, last) in enumerate(pairwise(ends)):
            at = 2 * page[len(ends) * _POSITION + number * _PARAGRAPH]
            if at and (setting := _setting(_of_paragraph(page, at))) != _PLAIN:
                found.append((first, last, setting))
    return Runs(found)


def _of_paragraph(page: bytes, at: int) -> bytes:
    """Its properties behind the number of its style."""
    size = 2 * page[at] - 1
    if not page[at]:
        at += 1
        size = 2 * page[at] if at < len(page) else 0
    return page[at + 3 : at + 1 + size]


@lru_cache(maxsize=4096)
def _setting(properties: bytes) -> Setting:
    setting = Setting()
    for code, operand in _sprms(properties):
        value = int.from_bytes(operand[:2], "little")
        if code == _IN_TABLE:
            setting = replace(setting, in_table=bool(value))
        elif code == _ROW_END:
            setting = replace(setting, row_end=bool(value))
        elif code == _ON_NEW_PAGE:
            setting = replace(setting, on_new_page=bool(value))
        elif code == _LIST:
            setting = replace(setting, in_list=value)
        elif code == _LEVEL:
            setting = replace(setting, level=value)
    return setting


def _pages(plc: bytes, main: bytes) -> Iterator[bytes]:
    """The pages that a table of them names."""
    count = max(0, len(plc) - _POSITION) // (2 * _POSITION)
    if count > len(main) // _PAGE + 1:
        raise damaged("more pages of properties than it has room for")
    for number in struct.unpack_from(f"<{count}I", plc, (count + 1) * _POSITION) if count else ():
        at = (number & _NUMBER_OF_PAGE) * _PAGE
        page = main[at : at + _PAGE]
        if len(page) < _PAGE:
            raise damaged("a page of properties lies outside of the file")
        yield page


def _ends(page: bytes, entry: int) -> tuple[int, ...]:
    """Where the runs of a page begin, and where the last ends; `entry`: the bytes that each has besides."""
    count = page[-1]
    if (count + 1) * _POSITION + count * entry >= _PAGE:
        raise damaged("a page of properties is overfull")
    return struct.unpack_from(f"<{count + 1}I", page)


def _sprms(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """The single properties: their codes and operands."""
    at = 0
    while at + 2 < len(properties):
        code = int.from_bytes(properties[at : at + 2], "little")
        at += 2
        size = _SIZES[code >> 13]
        if not size:
            if code == _TABS and properties[at] == 0xFF:  # noqa: PLR2004 - so long that its size is not told
                return
            told = 2 if code == _TABLE else 1
            size = int.from_bytes(properties[at : at + told], "little") + (1 if code == _TABLE else told)
            yield code, properties[at + told : at + size]
        else:
            yield code, properties[at : at + size]
        at += size
