"""Tables as they are met: their cells are noted for `tables.py` to decide what the table is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.extract import references, tables

if TYPE_CHECKING:
    from auditor.extract.elements import Attributes
    from auditor.extract.hints import Hint
    from auditor.extract.raw import Scope
    from auditor.extract.reader import Reader

_NARROW_SHARE, _NARROW_PIXELS = 32, 265  # the widths of a column beside the content


def open_table(reader: Reader, scope: Scope, attributes: Attributes, _: Hint) -> None:
    """A table; at its end its blocks are settled as rows or as they are."""
    composer = reader.composer
    composer.anchor_all_but(reader.link, scope)
    composer.fresh = False
    table = tables.Table(start=len(composer.blocks))
    table.layout = attributes.get("role") in {"presentation", "none"}
    reader.tables.append(table)
    scope.emphatic = False
    scope.level = 0

    def close() -> None:
        composer.anchor(scope)
        reader.tables.pop()
        composer.blocks[table.start :] = tables.settle(table, composer.blocks[table.start :])
        if reader.tables and table.rows:
            reader.tables[-1].layout = True

    scope.at_exit = close


def open_row(reader: Reader, scope: Scope, attributes: Attributes, hint: Hint) -> None:
    """A row, which may lead away as a whole."""
    if "onclick" in attributes:
        references.open_link(reader, scope, attributes, hint)
    if reader.tables:
        table = reader.tables[-1]
        table.rows.append(tables.Row(is_head=table.in_head or (hint.head_row and not hint.region)))
        table.layout = table.layout or hint.region is not None


def open_head(reader: Reader, scope: Scope, _: Attributes, __: Hint) -> None:
    """A `thead`."""
    if not reader.tables:
        return
    table = reader.tables[-1]
    table.in_head = True

    def close() -> None:
        table.in_head = False

    scope.at_exit = close


def open_cell(reader: Reader, scope: Scope, attributes: Attributes, hint: Hint) -> None:
    """A cell; the blocks read until its end are its own."""
    scope.narrow = _is_narrow(attributes.get("width") or "", attributes.get("style") or "")
    scope.entry = -1
    if not (reader.tables and reader.tables[-1].rows):
        return
    table, composer = reader.tables[-1], reader.composer
    composer.anchor_all_but(reader.link, scope)
    composer.fresh = False
    table.layout = table.layout or hint.region is not None
    cell = tables.Cell(
        is_head=scope.tag == "th" or (hint.head_row and not hint.region),
        columns=tables.columns_of(attributes.get("colspan")),
        rows=tables.rows_of(attributes.get("rowspan")),
        start=len(composer.blocks),
    )
    table.rows[-1].cells.append(cell)
    pictures = len(reader.images)
    scope.emphatic = scope.tag == "th"

    def close() -> None:
        composer.anchor(scope)
        cell.blocks = composer.blocks[cell.start :]
        cell.pictures = len(reader.images) - pictures

    scope.at_exit = close
    if "onclick" in attributes:
        references.open_link(reader, scope, attributes, hint)


def _is_narrow(width: str, style: str) -> bool:
    for part in style.lower().split(";"):
        name, _, value = part.partition(":")
        if name.strip() == "width":
            width = value
    width = width.strip().lower()
    digits = width.rstrip("%px ")[:6]
    if not (digits.isascii() and digits.isdigit()):
        return False
    return int(digits) <= (_NARROW_SHARE if width.endswith("%") else _NARROW_PIXELS)
