"""Which lists lack a field: a webmaster mends a whole list at once, not four hundred items."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.urls import is_print_view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.items import Item, ItemField

_FEW = 3
"""Items from which a list is mended as one, though others on it show the field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """A list, and which of its items lack a field: there may be very many."""

    page: str  # URL as spelled; of an item that no page lists its own
    places: tuple[int, ...]  # of the items that lack it, among all items
    first: tuple[Item, ...]  # of these: all, if they are few, in the order of their keys
    total: int  # items that the list brings

    @property
    def count(self) -> int:
        """How many items lack it."""
        return len(self.places)

    @property
    def is_whole(self) -> bool:
        """Does the list as such lack the field, so that it is one job?"""
        return self.count >= _FEW or (self.count == self.total and self.total > 1)


def lacks(items: Iterable[Item], field: ItemField) -> tuple[Lack, ...]:
    """The lists with items that lack the field, the job that mends most first.

    `items` are gone through twice.
    """
    sizes = Counter(page for item in items if item.is_asked(field) for page in item.listed_on)
    totals: Counter[str] = Counter()
    places: dict[str, list[int]] = {}
    first: dict[str, list[Item]] = {}
    for place, item in enumerate(items):
        if not item.is_asked(field):
            continue
        # Of several lists the longest, a view for the printer last; of equals always the same, however they were met.
        home = max(item.listed_on, key=lambda page: (not is_print_view(page), sizes[page], page), default=item.url)
        totals[home] += 1
        if field in item.missing:
            places.setdefault(home, []).append(place)
            first[home] = sorted((*first.get(home, ()), item), key=lambda each: each.key)[:_FEW]
    found = [
        Lack(page=page, places=tuple(lacking), first=tuple(first[page]), total=totals[page])
        for page, lacking in places.items()
    ]
    return tuple(sorted(found, key=lambda lack: (not lack.is_whole, -lack.count, lack.page)))
