"""Which runs of boxes are tables: what `tables.py` says of cells holds for boxes, of which more is asked."""

from __future__ import annotations

from bisect import bisect_left
from enum import StrEnum
from typing import TYPE_CHECKING

from auditor.extract.boxes import Part
from auditor.extract.tables import Cell, Row, Table, settle
from auditor.facts import Region

if TYPE_CHECKING:
    from auditor.extract.boxes import BoxRow
    from auditor.extract.raw import RawBlock, RawImage, RawLink

_CONTENT = frozenset((Region.MAIN, Region.ASIDE, Region.FOOTER))
_BRIEF = 40  # letters of a number, a date, a price, a label
_LONG_CELL = 250
_LONG_VALUE = 120  # beside a label that is set bold
_FEW_LETTERS = 12
_PAIR = 2
_PAIRS = 3  # rows of label and value from which they are a table


def settle_grids(
    runs: list[list[BoxRow]], blocks: list[RawBlock], links: list[RawLink], images: list[RawImage]
) -> list[RawBlock]:
    """The blocks of a page, those of rows of boxes that hold data taken together as those of a table are."""
    places = [block.seq for block in blocks]
    for run in runs:
        table = _table(run, blocks, places)
        if _is_content(table) and (_is_said(run) or _tells(table, run)):
            settle(table, [block for row in table.rows for cell in row.cells for block in cell.blocks])
            _bring_home(table, run, links, images)
    finals: list[RawBlock] = []
    for block in blocks:
        final = block.final()
        if not finals or finals[-1] is not final:
            finals.append(final)
    return finals


def _table(run: list[BoxRow], blocks: list[RawBlock], places: list[int]) -> Table:
    """The run as a table."""
    table = Table(start=0)
    for row in run:
        made = Row(is_head=row.heads)
        for box in row.cells:
            start, end = bisect_left(places, box.first), bisect_left(places, box.end)
            cell = Cell(is_head=box.part is Part.HEAD, columns=1, rows=1, start=start, blocks=blocks[start:end])
            cell.pictures = box.images_end - box.images
            made.cells.append(cell)
        table.rows.append(made)
    return table


def _is_content(table: Table) -> bool:
    """Does it stand in one part of the page that is no menu, and in no row of its own yet?"""
    inside = [block for row in table.rows for cell in row.cells for block in cell.blocks]
    regions = {block.zone.region for block in inside}
    return len(regions) == 1 and regions <= _CONTENT and not any(block.into or block.cells for block in inside)


def _is_said(run: list[BoxRow]) -> bool:
    boxes = [box for row in run if len(row.cells) > 1 for box in (row.box, *row.cells)]
    return any(box.part is not Part.NONE for box in boxes)


# --- what tells a table that nothing calls one --------------------------------------------------------------------


class _Kind(StrEnum):
    """What a column holds."""

    NUMBERS = "numbers"  # dates and prices as well
    LINKS = "links"
    WORDS = "words"


def _tells(table: Table, run: list[BoxRow]) -> bool:
    """Several rows whose columns hold different things: numbers, dates, labels or links beside something else."""
    widest = max(len(row.cells) for row in table.rows)
    wide = [place for place, row in enumerate(table.rows) if len(row.cells) == widest]
    rows = [_linked_cells(table.rows[place], run[place]) for place in wide]
    filled = sum(bool(cell.text() or linked) for cells in rows for cell, linked in cells)
    if (
        len(rows) < _PAIR
        or filled < len(rows) * _PAIR - 1
        or any(_is_long(cell) for cells in rows for cell, _ in cells)
    ):
        return False
    if widest == _PAIR and _has_headings(rows):
        return False
    kinds = [_kind(column) for column in zip(*rows, strict=True)]
    if len(set(kinds)) > 1:
        return True
    labels = [cell.text() for cell, linked in (cells[0] for cells in rows) if not linked]
    return widest == _PAIR and kinds[0] is _Kind.WORDS and _are_labels(labels, len(rows))


def _has_headings(rows: list[list[tuple[Cell, bool]]]) -> bool:
    """Are there headings with words below them, rather than labels set bold beside a number, a day, an address?"""
    heads = [block for cells in rows for cell, _ in cells for block in cell.blocks if block.level]
    values = [cells[1][0] for cells in rows]
    labels = all(block.by_look for block in heads) and not any(
        block.level for cell in values for block in cell.blocks
    )
    brief = all(len(cell.text()) <= _LONG_VALUE for cell in values)
    data = sum(any(sign.isdigit() or sign == "@" for sign in cell.text()) for cell in values)
    return bool(heads) and not (labels and brief and data * 2 >= len(values))


def _linked_cells(row: Row, boxes: BoxRow) -> list[tuple[Cell, bool]]:
    """The cells, each with whether links stand in it."""
    return [(cell, box.links < box.links_end) for cell, box in zip(row.cells, boxes.cells, strict=True)]


def _is_long(cell: Cell) -> bool:
    return len(cell.text()) > _LONG_CELL or any(0 < block.level < 7 for block in cell.blocks)  # noqa: PLR2004 - by look


def _kind(column: tuple[tuple[Cell, bool], ...]) -> _Kind:
    """What most of a column holds; its first cell may be a head."""
    links = [linked and all(block.linked for block in cell.blocks if block.text) for cell, linked in column]
    brief = all(link or len(cell.text()) <= _BRIEF for link, (cell, _) in zip(links, column, strict=True))
    if brief and sum(links) * 2 >= len(links):
        return _Kind.LINKS
    return _Kind.NUMBERS if all(_is_number(cell.text()) for cell, _ in column[1:]) else _Kind.WORDS


def _is_number(text: str) -> bool:
    """A number, date, price or duration: a digit, and few letters."""
    return any(map(str.isdigit, text)) and len(text) <= _BRIEF and sum(map(str.isalpha, text)) <= _FEW_LETTERS


def _are_labels(texts: list[str], rows: int) -> bool:
    """Are there enough rows, each with a brief name of its own in front?"""
    return rows >= _PAIRS and len(set(texts)) == rows and all(0 < len(text) <= _BRIEF for text in texts)


# --- what has no words ----------------------------------------------------------------------------------------------


def _bring_home(table: Table, run: list[BoxRow], links: list[RawLink], images: list[RawImage]) -> None:
    """Links and pictures without words wait for the next block; where that is of another row, bring them back."""
    for row, boxes in zip(table.rows, run, strict=True):
        made = next((block.into for cell in row.cells for block in cell.blocks if block.into), None)
        if made is None:
            continue
        for link in links[boxes.box.links : boxes.box.links_end]:
            if link.block is None or link.block.final() is not made:
                link.block, link.apart = made, True
        for image in images[boxes.box.images : boxes.box.images_end]:
            image.block = made
