"""Which lists lack a field: a webmaster mends a whole list at once, not four hundred items."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.items import ItemField, ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.items import Item

_FEW = 3
"""Items from which a list is mended as one, though others on it show the field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """A list, and its items that lack a field."""

    page: str  # URL as spelled; of an item that no page lists its own
    items: tuple[Item, ...]  # that lack it
    total: int  # items that the list brings

    @property
    def is_whole(self) -> bool:
        """Does the list as such lack the field, so that it is one job?"""
        return len(self.items) >= _FEW or (len(self.items) == self.total and self.total > 1)


FILE_FIELDS = frozenset({ItemField.FILE_TYPE, ItemField.FILE_SIZE})
"""Fields that only documents can show."""


def counted(items: Iterable[Item], field: ItemField) -> tuple[Item, ...]:
    """The items of which the field is asked."""
    return tuple(item for item in items if field not in FILE_FIELDS or item.kind is ItemKind.DOCUMENT)


def lacks(items: Iterable[Item], field: ItemField) -> tuple[Lack, ...]:
    """The lists with items that lack the field, the job that mends most first."""
    asked = counted(items, field)
    sizes = Counter(page for item in asked for page in item.listed_on)
    lists: dict[str, list[Item]] = {}
    for item in asked:
        # Of several lists the longest; of equals always the same, in whatever order they were met.
        home = max(item.listed_on, key=lambda page: (sizes[page], page), default=item.url)
        lists.setdefault(home, []).append(item)
    found = []
    for page, members in lists.items():
        lacking = tuple(sorted((item for item in members if field in item.missing), key=lambda item: item.key))
        if lacking:
            found.append(Lack(page=page, items=lacking, total=len(members)))
    return tuple(sorted(found, key=lambda lack: (not lack.is_whole, -len(lack.items), lack.page)))
