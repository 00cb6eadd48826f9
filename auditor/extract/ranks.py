"""Which rank a heading has whose words stand elsewhere: the title of a tab, or of what a button opens.

It stands above the headings in its section and below the heading before. Where there is no room between the two,
those in the section are moved down.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.extract.raw import RawBlock, Scope

_LOWEST = 6  # level of a heading by its element


@dataclass(frozen=True, slots=True, eq=False)
class _Section:
    """A heading, and the blocks from its place to `end`."""

    heading: RawBlock
    start: int
    end: int


def settle_ranks(headed: Iterable[tuple[RawBlock, Scope]], blocks: Sequence[RawBlock]) -> None:
    """Give headings their levels, by the blocks of the page in order, where headings stand in their sections."""
    numbers = [block.seq for block in blocks]
    sections = [
        _Section(heading, bisect_left(numbers, heading.seq), bisect_left(numbers, scope.end))
        for heading, scope in headed
        if heading.text
    ]
    for group in _groups(sections, blocks):
        _rank(group, _level_before(group[0], sections, blocks), blocks)


def _groups(sections: Iterable[_Section], blocks: Sequence[RawBlock]) -> list[list[_Section]]:
    """Sections side by side: in the same one around them, with no heading between them; outer ones first."""
    groups: list[list[_Section]] = []
    opened: list[tuple[_Section, list[_Section]]] = []
    for section in sorted(sections, key=lambda each: each.start):
        beside: tuple[_Section, list[_Section]] | None = None
        while opened and opened[-1][0].end <= section.start:
            beside = opened.pop()
        if beside and not any(map(_is_marked, blocks[beside[0].end : section.start])):
            group = beside[1]
        else:
            groups.append(group := [])
        group.append(section)
        opened.append((section, group))
    return groups


def _level_before(section: _Section, sections: Sequence[_Section], blocks: Sequence[RawBlock]) -> int:
    """The level of the heading under which a section stands: none within a section that is over."""
    place = section.start - 1
    while place >= 0:
        over = [each.start for each in sections if each.start <= place < each.end <= section.start]
        if not over and _is_marked(blocks[place]):
            return blocks[place].level
        place = min([place, *over]) - 1
    return 1


def _rank(group: Sequence[_Section], above: int, blocks: Sequence[RawBlock]) -> None:
    within = [block for each in group for block in blocks[each.start + 1 : each.end] if _is_marked(block)]
    if not within:
        return
    level = min(above + 1, _LOWEST - 1)
    for each in group:
        each.heading.level = level
    down = level + 1 - min(block.level for block in within)
    for block in within if down > 0 else ():
        block.level = min(block.level + down, _LOWEST)


def _is_marked(block: RawBlock) -> bool:
    """Is it a heading by its element?"""
    return bool(block.text) and 0 < block.level <= _LOWEST
