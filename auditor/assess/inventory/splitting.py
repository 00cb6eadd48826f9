"""Blocks of a page taken apart: cells with their heads, labels with their values, lines with several links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.assess.inventory.lines import LONGEST, Line
from auditor.assess.inventory.views import words_of
from auditor.facts import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from auditor.assess.lexicon import Lexicon
    from auditor.facts import Block, Link

_LONGEST_HEAD = 60
_LONGEST_VALUE = 200
_PAIR = 2  # cells of a row that is a label and its value
_TERM_LEVEL = 8  # a term heads what follows it, below every heading
_UNIT_IN_HEAD = re.compile(r"(?<![a-z])(?P<unit>[kmg]i?b|bytes?)(?![a-z])", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\d[\d.,]*\s*")


def cell_lines(block: Block, heads: Sequence[str], links: Iterable[Link], others: Sequence[str]) -> Iterator[Line]:
    """The lines of a row that belong to one of its links: all cells but those of the other links."""
    mine = [words for link in links if (words := words_of(link))]
    for place, cell in enumerate(block.cells):
        if any(words in cell for words in others if words) and not any(words in cell for words in mine):
            continue
        rest = cell
        for words in mine:
            rest = rest.replace(words, "\n", 1)
        head = heads[place] if place < len(heads) else ""
        if rest.strip():
            yield headed(head, rest.strip(" \n"), cell=True)
        for words in mine:
            if words in cell and head:
                yield headed(head, words, cell=True)


def headed(head: str, words: str, *, cell: bool = False) -> Line:
    """A value behind its label, as a reader reads them together."""
    label = " ".join(head.split()).rstrip(" :：")
    if not label or len(label) > _LONGEST_HEAD:
        return Line(text=words, cell=cell)
    unit = _UNIT_IN_HEAD.search(label)
    if unit and _NUMBER.fullmatch(words):
        words = f"{words.strip()} {unit['unit']}"
    return Line(text=f"{label} : {words}", head=label, cell=cell)


def pair_lines(blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Line]:
    """Each block a line; a label alone in its block goes with the next."""
    label = ""
    for block in blocks:
        if block.kind is BlockKind.ROW and len(block.cells) == _PAIR and _names_value(block, lexicon):
            yield headed(block.cells[0], block.cells[1], cell=True)
            label = ""
        elif _is_label(block, lexicon) and not label:
            label = block.text
        elif len(block.text) <= LONGEST:
            value = label and len(block.text) <= _LONGEST_VALUE
            yield from (headed(label, text) if value else Line(text=text) for text in block.text.split("\n") if text)
            label = ""
    if label:
        yield Line(text=label)


def _names_value(row: Block, lexicon: Lexicon) -> bool:
    """Is a row of two cells a label and its value, rather than data under heads?"""
    first = row.cells[0].strip()
    return not row.heads and (first.endswith((":", "：")) or is_known_label(first, lexicon))


def is_known_label(text: str, lexicon: Lexicon) -> bool:
    """Are the words a label of the lists, and nothing else?"""
    return any(lexicon.equals(name, text) for name in ("owner-heads", "period-heads", "table-heads", "byline-words"))


def _is_label(block: Block, lexicon: Lexicon) -> bool:
    text = block.text.strip()
    if len(text) > _LONGEST_HEAD:
        return False
    bare = text.rstrip(" :：")
    return is_known_label(bare, lexicon) or (bare != text and block.kind is BlockKind.TERM)


def parted(text: str, links: Sequence[tuple[str, bool]]) -> Iterator[Line]:
    """Of a line with several links the words that belong to those marked as ours.

    They stand behind each link, or before it where nothing stands behind the last one.
    """
    flat = text.replace("\n", " ")
    places: list[tuple[int, int, bool]] = []
    at = 0
    for words, ours in links:
        start = flat.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        places.append((start, at, ours))
    if not places:
        return
    starts = [start for start, _, _ in places]
    ends = [end for _, end, _ in places]
    behind = bool(flat[ends[-1] :].strip()) or not flat[: starts[0]].strip()
    for index, (start, end, ours) in enumerate(places):
        if not ours:
            continue
        if behind:
            rest = flat[end : starts[index + 1] if index + 1 < len(places) else len(flat)]
        else:
            rest = flat[ends[index - 1] if index else 0 : start]
        if rest.strip():
            yield Line(text=rest.strip())


def heads_of(blocks: Sequence[Block], lexicon: Lexicon) -> list[tuple[str, ...]]:
    """For each block the heads of its columns: as the markup says, else those that a first row of words shows."""
    found: list[tuple[str, ...]] = []
    shown: tuple[str, ...] = ()
    for block in blocks:
        if block.kind is not BlockKind.ROW:
            shown = ()
        elif not block.heads and _is_head_row(block.cells, lexicon):
            shown = block.cells
        found.append(block.heads or (shown if len(shown) == len(block.cells) and shown != block.cells else ()))
    return found


def _is_head_row(cells: tuple[str, ...], lexicon: Lexicon) -> bool:
    named = [cell for cell in cells if cell.strip()]
    if len(named) < _PAIR or any(len(cell) > _LONGEST_HEAD for cell in named):
        return False
    known = sum(1 for cell in named if lexicon.equals("table-heads", cell))
    return known * 2 >= len(named) and known >= _PAIR


def chains_of(blocks: Sequence[Block]) -> list[tuple[str, ...]]:
    """For each block the headings it stands under in its region, nearest first; terms and lines over tables too."""
    open_heads: dict[str, list[tuple[int, str]]] = {}
    found = []
    for number, block in enumerate(blocks):
        above = open_heads.setdefault(block.region, [])
        level = block.level or (_TERM_LEVEL if _heads_group(blocks, number) else 0)
        if level:
            while above and above[-1][0] >= level:
                above.pop()
        found.append(tuple(text for _, text in reversed(above)))
        if level:
            above.append((level, block.text[:_LONGEST_VALUE]))
    return found


def _heads_group(blocks: Sequence[Block], number: int) -> bool:
    """A term, or a line of its own over the rows of a table or the items of a list."""
    block = blocks[number]
    if block.kind is BlockKind.TERM:
        return True
    if block.kind is not BlockKind.TEXT or number + 1 >= len(blocks) or len(block.text) > _LONGEST_VALUE:
        return False
    following = blocks[number + 1]
    return following.region is block.region and following.kind in {BlockKind.ROW, BlockKind.ITEM}
