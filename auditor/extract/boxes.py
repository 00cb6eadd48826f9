"""Rows of boxes: sibling elements that hold the same number of elements each, as tables are made without `table`.

Noted while a page is walked, innermost first, from how many blocks, links and pictures an element holds; `grids.py`
decides at the end which of them hold data.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.extract.elements import Attributes
    from auditor.extract.reader import Reader

BOXES = frozenset(("div", "section", "article", "li", "span"))
_MOST = 20_000  # boxes that are noted in a page
_MOST_ROWS = 2_000  # of one run
_MOST_CELLS = 12
_ROW_BLOCKS = 40
_HIGHEST = 2  # groups within groups: head and body within a table


class Part(StrEnum):
    """What role, style or class say that a box is."""

    NONE = ""
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    HEAD = "head"  # a cell that heads a column or row


_ROLES = {
    "table": Part.TABLE, "grid": Part.TABLE, "treegrid": Part.TABLE, "row": Part.ROW, "cell": Part.CELL,
    "gridcell": Part.CELL, "columnheader": Part.HEAD, "rowheader": Part.HEAD,
}  # fmt: skip
_CLASSES = {"tr": Part.ROW, "td": Part.CELL, "th": Part.HEAD, "cell": Part.CELL}
_DISPLAY = re.compile(r"display\s*:\s*(?:inline-)?table(-row|-cell)?\s*(?:;|!|$)", re.IGNORECASE)
_DISPLAYS = {None: Part.TABLE, "-row": Part.ROW, "-cell": Part.CELL}
_NAME = re.compile(r"[a-z]+")
_PASSING = frozenset(("odd", "even", "first", "last", "active", "alt", "left", "right", "end", "start"))


@lru_cache(maxsize=4096)
def part_of(role: str, names: str, style: str) -> Part:
    """What role, class and inline style say."""
    if role in _ROLES:
        return _ROLES[role]
    if found := _DISPLAY.search(style):
        return _DISPLAYS[found[1]]
    words = [word for name in names.lower().split() for word in re.split(r"[-_]+", name)]
    return next((_CLASSES[word] for word in words if word in _CLASSES), Part.NONE)


@lru_cache(maxsize=4096)
def _kin(names: str) -> frozenset[str]:
    """The class names without numbers and what alternates from row to row."""
    words = ("-".join(_NAME.findall(name)) for name in names.lower().split())
    return frozenset(word for word in words if word and word not in _PASSING)


@dataclass(slots=True, eq=False)
class Box:
    """An element and what lies in it, by running numbers: blocks by `seq`, links and pictures by place."""

    tag: str
    part: Part
    kin: frozenset[str]
    heads: bool  # said to be a head by its class
    first: int
    links: int
    images: int
    end: int = 0
    links_end: int = 0
    images_end: int = 0
    boxes: list[Box] = field(default_factory=list)
    run: list[BoxRow] = field(default_factory=list)  # the rows that it is made of, wholly
    height: int = 0


@dataclass(slots=True, eq=False)
class BoxRow:
    """A row; with one cell it is a line over the whole width."""

    box: Box
    cells: list[Box]
    heads: bool = False


@dataclass(slots=True)
class Boxes:
    """The boxes of a page while it is walked, and the runs of rows found so far."""

    runs: list[list[BoxRow]] = field(default_factory=list)
    open: Box = field(default_factory=lambda: Box("body", Part.NONE, frozenset(), False, 0, 0, 0))  # noqa: FBT003
    count: int = 0


def open_box(reader: Reader, tag: str, attributes: Attributes, *, part: Part, heads: bool) -> tuple[Box, Box]:
    """A box begins; it and the one around it."""
    boxes, outer = reader.boxes, reader.boxes.open
    boxes.count += 1
    kin = _kin((attributes.get("class") or "")[:400])
    box = Box(tag, part, kin, heads, reader.composer.seq, len(reader.links), len(reader.images))
    outer.boxes.append(box)
    boxes.open = box
    return box, outer


def is_noted(reader: Reader, tag: str) -> bool:
    """Is the element one that may be a row or a cell?"""
    return tag in BOXES and reader.boxes.count < _MOST


def close_box(reader: Reader, box: Box, outer: Box) -> None:
    """A box ends: what it is made of is known."""
    reader.boxes.open = outer
    _close(reader, box)


def runs_of(reader: Reader) -> list[list[BoxRow]]:
    """The runs of rows of the page, whose end this is."""
    body, runs = reader.boxes.open, reader.boxes.runs
    _close(reader, body)
    return [*runs, body.run] if body.run else runs


def _close(reader: Reader, box: Box) -> None:
    box.end, box.links_end, box.images_end = reader.composer.seq, len(reader.links), len(reader.images)
    if box.boxes:
        _settle(box, reader.boxes.runs)
        box.boxes = []


def _settle(box: Box, runs: list[list[BoxRow]]) -> None:
    """Take the box for a row, for a run of rows, or for something that holds some."""
    whole = box.end - box.first == sum(inner.end - inner.first for inner in box.boxes)
    if whole and len(box.boxes) == 1:
        inner = box.boxes[0]
        box.run, box.height = inner.run, inner.height
        for row in box.run if box.heads else ():
            row.heads = True
        return
    if whole and _is_row(box):
        box.run = [BoxRow(box, box.boxes, heads=box.heads)]
        return
    found = _runs_in(box)
    height = 1 + max(inner.height for inner in box.boxes)
    if whole and len(found) == 1 and len(found[0]) <= _MOST_ROWS and height <= _HIGHEST and _fills(found[0], box):
        box.run, box.height = found[0], height
        return
    runs.extend(found)


def _is_row(box: Box) -> bool:
    cells = box.boxes
    if not 1 < len(cells) <= _MOST_CELLS or box.end - box.first > _ROW_BLOCKS:
        return False
    if any(cell.tag == "li" or cell.part in {Part.ROW, Part.TABLE} or len(cell.run) > 1 for cell in cells):
        return False
    if box.part is Part.ROW or any(cell.part in {Part.CELL, Part.HEAD} for cell in cells):
        return True
    rows = [cell for cell in cells if cell.run]
    return not any(_alike(one, other) for one, other in pairwise(rows))


def _alike(one: Box, other: Box) -> bool:
    """Are two boxes rows of the same kind?"""
    same_names = bool(one.kin & other.kin) or not (one.kin or other.kin)
    return same_names and len(one.run[0].cells) == len(other.run[0].cells)


def _runs_in(box: Box) -> list[list[BoxRow]]:
    """Rows below each other, with as many cells each but for a few."""
    found: list[list[BoxRow]] = []
    current: list[BoxRow] = []
    end = -1
    for inner in box.boxes:
        rows = inner.run or [BoxRow(inner, [inner])]
        fits = inner.run or (inner.end - inner.first <= 1 and inner.part is not Part.CELL)
        if inner.first != end or not fits or (current and not _goes_on(current, rows)):
            found.append(current)
            current = []
        if fits:
            current.extend(rows)
        end = inner.end
    found.append(current)
    return [run for run in map(_trimmed, found) if run]


def _goes_on(current: list[BoxRow], rows: list[BoxRow]) -> bool:
    """Do the rows have no more cells than those above, unless those are only lines over the whole width?"""
    widest = max(len(row.cells) for row in current[-3:])
    most = max(len(row.cells) for row in rows)
    return most <= widest or widest == 1


def _trimmed(run: list[BoxRow]) -> list[BoxRow]:
    """The run from its first row of several cells to its last."""
    wide = [place for place, row in enumerate(run) if len(row.cells) > 1]
    return run[wide[0] : wide[-1] + 1] if wide else []


def _fills(run: list[BoxRow], box: Box) -> bool:
    """Do the rows hold all of the box's blocks?"""
    return box.end - box.first == sum(row.box.end - row.box.first for row in run)
