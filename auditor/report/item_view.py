"""The published items made ready to read: how many show each field, and the first of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.items import ItemField, ItemKind

if TYPE_CHECKING:
    from auditor.items import Item

MOST_ITEMS = 200
"""Items that the page shows; `audit.json` has them all."""

_OF_FILES = frozenset({ItemField.FILE_TYPE, ItemField.FILE_SIZE})


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCount:
    """How many of the items of which a field is asked show it."""

    field: ItemField
    shown: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsView:
    """All that the section shows."""

    total: int
    documents: int
    posts: int
    fields: tuple[FieldCount, ...]
    first: tuple[Item, ...]


def items_view(items: tuple[Item, ...]) -> ItemsView:
    """Counts by field, and the first items in the order in which they were met."""
    documents = tuple(item for item in items if item.kind is ItemKind.DOCUMENT)
    fields = []
    for field in ItemField:
        asked = documents if field in _OF_FILES else items
        shown = sum(1 for item in asked if field not in item.missing)
        fields.append(FieldCount(field=field, shown=shown, of=len(asked)))
    return ItemsView(
        total=len(items),
        documents=len(documents),
        posts=len(items) - len(documents),
        fields=tuple(fields),
        first=items[:MOST_ITEMS],
    )
