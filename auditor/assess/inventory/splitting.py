"""Blocks of a page taken apart: cells with their heads, labels with their values, lines with several links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.assess.inventory.lines import LONGEST, Line
from auditor.facts import BlockKind
from auditor.thai.dates import Precision, find_dates
from auditor.thai.text import letters_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from auditor.assess.lexicon import Lexicon
    from auditor.facts import Block

_LONGEST_HEAD = 60
_LONGEST_VALUE = 200
_MOST_COMMON = 40  # cells of a row that belong to all its links
_MOST_LINES = 20  # of a cell
_PAIR = 2  # cells of a row that is a label and its value
_TERM_LEVEL = 8  # a term heads what follows it, below every heading
_ABOVE = 0.5  # of a level
_LONGEST_YEAR = 40
_BESIDE_YEAR = 2  # letters
_UNIT_IN_HEAD = re.compile(r"(?<![a-z])(?P<unit>[kmg]i?b|bytes?)(?![a-z])", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\d[\d.,]*\s*")


def row_lines(block: Block, heads: Sequence[str], links: Sequence[tuple[str, str]]) -> dict[str, list[Line]]:
    """The lines of a row for each target that it links, given the words of its links and their targets in order.

    A cell without a link belongs to all of them; one with links to those, each with the words beside it.
    """
    cells = [cell.replace("\n", " ") for cell in block.cells]
    inside = _located(cells, links)
    above = [headed(head, words, cell=True) for head, words in block.over]
    lines: dict[str, list[Line]] = {key: list(above) for _, key in links}
    common = 0
    for place, cell in enumerate(cells):
        head = heads[place] if place < len(heads) else ""
        here = inside.get(place)
        if here is None:
            common += 1
            if cell.strip() and common <= _MOST_COMMON:
                shown = _cell_lines(head, block.cells[place].strip())
                for its in lines.values():
                    its.extend(shown)
            continue
        for key, rest in _beside(block.cells[place], here):
            lines[key] += _cell_lines(head, rest)
        if head:
            for words, key in here:
                lines[key].append(headed(head, words, cell=True))
    return lines


def _cell_lines(head: str, words: str) -> list[Line]:
    """What stands in a cell: under the head of its column its first line, the others on their own."""
    first, *others = (line for line in words.split("\n")[:_MOST_LINES] if line.strip())
    return [headed(head, first, cell=True), *(Line(text=line, cell=True) for line in others)]


def _located(cells: Sequence[str], links: Iterable[tuple[str, str]]) -> dict[int, list[tuple[str, str]]]:
    """In which cell each link stands, as they follow one another."""
    inside: dict[int, list[tuple[str, str]]] = {}
    place, at = 0, 0
    for words, key in links:
        for number in range(place, len(cells)) if words else ():
            found = cells[number].find(words, at if number == place else 0)
            if found >= 0:
                place, at = number, found + len(words)
                inside.setdefault(number, []).append((words, key))
                break
    return inside


def _beside(cell: str, links: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """What stands in a cell beside its links, by their targets."""
    if len({key for _, key in links}) > 1:
        yield from ((key, line.text) for key, line in parted(cell, links))
        return
    rest = cell
    for words, _ in links:
        rest = rest.replace(words, "\n", 1)
    if rest.strip():
        yield links[0][1], rest.strip(" \n")


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


def parted(text: str, links: Sequence[tuple[str, str]]) -> list[tuple[str, Line]]:
    """Of a line with several links the words that belong to each, given their words and targets in order.

    They stand behind each link, or before it where nothing stands behind the last one.
    """
    flat = text.replace("\n", " ")
    places: list[tuple[int, int, str]] = []
    at = 0
    for words, key in links:
        start = flat.find(words, at) if words else -1
        if start >= 0:
            at = start + len(words)
            places.append((start, at, key))
    if not places:
        return []
    behind = bool(flat[at:].strip()) or not flat[: places[0][0]].strip()
    ends = [0, *(end for _, end, _ in places)]
    starts = [*(start for start, _, _ in places[1:]), len(flat)]
    found = []
    for index, (start, end, key) in enumerate(places):
        rest = flat[end : starts[index]] if behind else flat[ends[index] : start]
        if rest.strip():
            found.append((key, Line(text=rest.strip())))
    return found


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


def chains_of(blocks: Sequence[Block], years: frozenset[int]) -> list[tuple[str, ...]]:
    """For each block the headings it stands under in its region, nearest first; terms and lines over tables too.

    `years`: lines that say a year and head what follows, above the headings behind them.
    """
    open_heads: dict[str, list[tuple[float, str]]] = {}
    found = []
    for number, block in enumerate(blocks):
        above = open_heads.setdefault(block.region, [])
        level: float = block.level
        if number in years:
            level = following.level - _ABOVE if (following := blocks[number + 1]).level else _TERM_LEVEL
        elif not level and _heads_group(blocks, number):
            level = _TERM_LEVEL
        if level:
            while above and above[-1][0] >= level:
                above.pop()
        found.append(tuple(text for _, text in reversed(above)))
        if level:
            above.append((level, block.text[:_LONGEST_VALUE]))
    return found


def is_year(block: Block) -> bool:
    """Does a short line that is no heading say a year and nothing else?"""
    text = block.text
    short = block.kind is BlockKind.TEXT and len(text) <= _LONGEST_YEAR
    if not short or not any(letter.isdecimal() for letter in text):
        return False
    years = [span for span in find_dates(text) if span.precision in {Precision.FISCAL_YEAR, Precision.YEAR}]
    return len(years) == 1 and letters_in(text) - letters_in(years[0].raw) <= _BESIDE_YEAR


def _heads_group(blocks: Sequence[Block], number: int) -> bool:
    """A term, or a line of its own over the rows of a table or the items of a list."""
    block = blocks[number]
    if block.kind is BlockKind.TERM:
        return True
    if block.kind is not BlockKind.TEXT or number + 1 >= len(blocks) or len(block.text) > _LONGEST_VALUE:
        return False
    following = blocks[number + 1]
    return following.region is block.region and following.kind in {BlockKind.ROW, BlockKind.ITEM}
