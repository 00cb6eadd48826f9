"""How lists of a Word file are numbered, after [MS-DOC] 2.9: numbers stand in no text, yet readers count by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.extract.office.numbering import Counters, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIST, _LEVEL, _USE = 28, 28, 16  # bytes of the fixed part of each
_FLAGS_OF_LIST, _SIMPLE = 26, 1
_ALL_LEVELS = 9
_KIND, _LETTERS_SIZE, _PARAGRAPH_SIZE = 4, 24, 25
_KINDS = {0: "decimal", 14: "arabicFullWidth", 22: "decimalZero", 54: "thaiNumbers", 55: "thaiCounting"}
_LONGEST = 40


def read_counters(lists: bytes, levels: bytes, uses: bytes) -> Counters:
    """The lists at their start, by the number that paragraphs call them by, from 1.

    `lists`: the table of them; `levels`: what follows it; `uses`: the table by which paragraphs name them.
    """
    count = int.from_bytes(lists[:2], "little")
    entries = [lists[at : at + _LIST] for at in range(2, min(2 + count * _LIST, len(lists) - _LIST + 1), _LIST)]
    read = _levels(levels)
    known = {}
    for entry in entries:
        mine = 1 if entry[_FLAGS_OF_LIST] & _SIMPLE else _ALL_LEVELS
        known[entry[:4]] = dict(zip(range(mine), read, strict=False))
    named = [uses[at : at + 4] for at in range(4, len(uses) - _USE + 1, _USE)]
    return Counters({str(number): known[name] for number, name in enumerate(named, 1) if name in known})


def _levels(data: bytes) -> Iterator[Level]:
    at = 0
    while at + _LEVEL + 2 <= len(data):
        text = at + _LEVEL + data[at + _LETTERS_SIZE] + data[at + _PARAGRAPH_SIZE]
        size = 2 * int.from_bytes(data[text : text + 2], "little")
        yield Level(
            kind=_KINDS.get(data[at + _KIND], "other"),
            text=_template(data[text + 2 : text + 2 + size].decode("utf-16-le", "replace")),
            first=int.from_bytes(data[at : at + 4], "little", signed=True),
        )
        at = text + 2 + size


def _template(text: str) -> str:
    """The text of a number, with `%1` for the count of the first level."""
    return "".join(f"%{ord(letter) + 1}" if ord(letter) < _ALL_LEVELS else letter for letter in text[:_LONGEST])
