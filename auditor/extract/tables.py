"""Which tables hold data and which only lay a page out; rows of the former become one block each.

Knows cells and spans, nothing of markup.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.extract.raw import Origin, RawBlock, Zone
from auditor.facts import BlockKind, Region

_EDGES = frozenset({Region.HEADER, Region.FOOTER})
_LONG_CELL = 400  # letters; a cell beyond is an article, not a datum
_LONG_ROW = 1200
_SHORT_CELL = 90
_HEAD_CELL = 60
_LONG_HEAD = 200
_BLOCKS = 8  # in a cell
_WIDEST = 200  # columns that a span may claim
_TALLEST = 1000
_MOST_REACHING = 8  # cells that are told to the rows below they span


@dataclass(slots=True, eq=False)
class Cell:
    """A cell and the blocks that were read in it."""

    is_head: bool
    columns: int
    rows: int
    start: int  # seq of its first block
    blocks: list[RawBlock] = field(default_factory=list)
    pictures: int = 0
    place: int = 0  # column

    def text(self) -> str:
        """All of the cell's words."""
        return " ".join(block.text for block in self.blocks if block.text)

    def lines(self) -> str:
        """The cell's words, a line for each block."""
        return "\n".join(block.text for block in self.blocks if block.text)


@dataclass(slots=True, eq=False)
class Row:
    """A row; `is_head` by its group or class."""

    is_head: bool
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Table:
    """A table being read."""

    start: int  # index into the reader's blocks
    layout: bool = False  # said or shown to be no data: nested tables, regions, role
    rows: list[Row] = field(default_factory=list)
    in_head: bool = False  # within thead


def span(text: str | None, most: int) -> int:
    """The value of a `colspan` or `rowspan`, kept within reason."""
    digits = (text or "").strip()[:6]
    return min(max(int(digits), 1), most) if digits.isascii() and digits.isdigit() else 1


def columns_of(text: str | None) -> int:
    """The value of a `colspan`."""
    return span(text, _WIDEST)


def rows_of(text: str | None) -> int:
    """The value of a `rowspan`."""
    return span(text, _TALLEST)


def settle(table: Table, blocks: list[RawBlock]) -> list[RawBlock]:
    """The table's blocks: rows where it holds data, else as they were read."""
    if table.layout or not _is_data(table):
        return [block for row in table.rows for block in _layout_row(row)] if _owns_all(table, blocks) else blocks
    _place(table)
    rest = {id(block) for row in table.rows for cell in row.cells for block in cell.blocks}
    before = [block for block in blocks if id(block) not in rest]  # a caption
    return [*before, *_data_rows(table)]


def _owns_all(table: Table, blocks: list[RawBlock]) -> bool:
    return sum(len(cell.blocks) for row in table.rows for cell in row.cells) == len(blocks)


def _layout_row(row: Row) -> list[RawBlock]:
    return [block for cell in row.cells for block in cell.blocks]


def _is_data(table: Table) -> bool:
    wide = [row for row in table.rows if len(row.cells) > 1]
    if not wide or not all(map(_is_data_row, wide)) or _is_gallery(wide) or _is_menu(wide):
        return False
    if len(table.rows) > 1 and len(wide) * 2 > len(table.rows):
        return True
    return any(cell.is_head for row in wide for cell in row.cells) or all(_is_brief(row) for row in table.rows)


def _is_gallery(rows: list[Row]) -> bool:
    """Pictures with words below them, as staff and activities are shown: each cell is a whole of its own."""
    filled = [cell for row in rows for cell in row.cells if cell.pictures or cell.text()]
    shown = sum(1 for cell in filled if cell.pictures and cell.text())
    return shown > 1 and shown * 2 > len(filled)


def _is_menu(rows: list[Row]) -> bool:
    """Cells that are nothing but links."""
    filled = [block for row in rows for cell in row.cells for block in cell.blocks if block.text]
    return bool(filled) and all(block.linked for block in filled)


def _is_data_row(row: Row) -> bool:
    sizes = [sum(len(block.text) for block in cell.blocks) for cell in row.cells]
    if max(sizes) > _LONG_CELL or sum(sizes) > _LONG_ROW:
        return False
    return all(
        len(cell.blocks) <= _BLOCKS and not any(_is_content(block) for block in cell.blocks) for cell in row.cells
    )


def _is_content(block: RawBlock) -> bool:
    """A heading by markup, or a row of a table of its own, is no datum."""
    return 0 < block.level < 7 or block.kind is BlockKind.ROW  # noqa: PLR2004 - 7 is "only set as a heading"


def _is_brief(row: Row) -> bool:
    return all(len(cell.blocks) <= 1 and len(cell.text()) <= _SHORT_CELL for cell in row.cells)


def _is_title(parts: list[RawBlock]) -> bool:
    """A heading with nothing but icons beside it."""
    filled = [block for block in parts if block.text]
    return len(filled) == 1 and filled[0].level > 0 and not filled[0].by_look


def _place(table: Table) -> None:
    """Give every cell its column, past those that cells of earlier rows still take up."""
    taken: dict[int, int] = {}  # column → rows it stays taken for
    for row in table.rows:
        column = 0
        claims: dict[int, int] = {}
        for cell in row.cells:
            while column in taken and column < _WIDEST:
                column += 1
            cell.place = column
            if cell.rows > 1 and column < _WIDEST:
                claims.update(dict.fromkeys(range(column, column + cell.columns), cell.rows - 1))
            column += cell.columns
        taken = {place: left - 1 for place, left in taken.items() if left > 1} | claims


def _data_rows(table: Table) -> list[RawBlock]:
    heads: dict[int, str] = {}
    made: list[RawBlock] = []
    open_head = False
    reaching: list[tuple[int, Cell]] = []  # the first row that is past it, cell
    for number, row in enumerate(table.rows):
        if _is_head(row, first=number == 0):
            heads = _merged_heads(heads if open_head else {}, row)
            open_head = True
            reaching = []
            made += _row_blocks(row, (), ())
        else:
            open_head = False
            reaching = [(end, cell) for end, cell in reaching if end > number]
            over = tuple((heads.get(cell.place, ""), cell.text()) for _, cell in reaching)
            names = tuple(heads.get(cell.place, "") for cell in row.cells) if heads else ()
            made += _row_blocks(row, names, over)
            long = [(number + cell.rows, cell) for cell in row.cells if cell.rows > 1 and _spans_words(cell)]
            reaching = [*reaching, *long][:_MOST_REACHING]
    return made


def _spans_words(cell: Cell) -> bool:
    return 0 < len(cell.text()) <= _LONG_HEAD


def _is_head(row: Row, *, first: bool) -> bool:
    filled = [cell for cell in row.cells if cell.text()]
    if len(row.cells) < 2 or not filled:  # noqa: PLR2004 - one cell heads nothing
        return False
    if row.is_head or all(cell.is_head for cell in row.cells):
        return True
    return first and len(filled) > 1 and all(_looks_like_head(cell) for cell in filled)


def _looks_like_head(cell: Cell) -> bool:
    return len(cell.text()) <= _HEAD_CELL and all(
        block.emphatic and not block.linked for block in cell.blocks if block.text
    )


def _merged_heads(heads: dict[int, str], row: Row) -> dict[int, str]:
    """A second row of heads adds to the first: a quarter's months below the quarter."""
    merged = dict(heads)
    for cell in row.cells:
        for place in range(cell.place, cell.place + cell.columns):
            above = merged.get(place, "")
            merged[place] = f"{above} {cell.text()}".strip() if len(above) <= _LONG_HEAD else above
    return merged


def _row_blocks(row: Row, heads: tuple[str, ...], over: tuple[tuple[str, str], ...]) -> list[RawBlock]:
    parts = [block for cell in row.cells for block in cell.blocks]
    if len(row.cells) < 2 or not parts or _is_title(parts):  # noqa: PLR2004 - a line over the whole width
        for block in parts:
            block.over = over
        return parts
    first = parts[0]
    made = RawBlock(
        seq=first.seq,
        kind=BlockKind.ROW,
        text=" ".join(text for cell in row.cells if (text := cell.text())),
        zone=_zone_of(parts),
        cells=tuple(cell.lines() for cell in row.cells),
        heads=heads,
        over=over,
        hidden=all(block.hidden for block in parts),
    )
    for block in parts:
        block.into = made
    return [made]


def _zone_of(parts: list[RawBlock]) -> Zone:
    """Where a row of data stands: a cell whose class calls it a header is the head of its row, none of the site."""
    placed = (block.zone for block in parts if block.zone.origin != Origin.WORDS or block.zone.region not in _EDGES)
    return next(placed, parts[0].zone)
