"""The published items made ready to read: how many show each field, how old they are, and as many rows as fit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from auditor.items import ItemField, ItemKind
from auditor.report.safe_text import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditor.items import Item

MOST_ITEMS = 5000
"""Items that the page shows; `audit.json` has them all."""
AGES = (90, 365, 730)
"""Where the groups by age end, in days from publication."""

_OLDER, _NO_DATE = "older", "no-date"

_MOST_BYTES = 3_200_000  # that the rows may take, so that the page stays under 5 MB
_ROW_BYTES = 340  # of mark-up and dates


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCount:
    """How many of the items of which a field is asked show it."""

    field: ItemField
    shown: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeCount:
    """How old the items of a category are."""

    category: str | None  # None: of no category
    counts: tuple[tuple[str, int], ...]  # for each of AGES, older, without a date
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsView:
    """All that the section shows."""

    total: int
    documents: int
    posts: int
    fields: tuple[FieldCount, ...]
    ages: tuple[AgeCount, ...]
    first: tuple[Item, ...]


def items_view(items: Sequence[Item]) -> ItemsView:
    """Counts by field and by age, and the first items in the order in which they were met."""
    documents = sum(item.kind is ItemKind.DOCUMENT for item in items)
    return ItemsView(
        total=len(items),
        documents=documents,
        posts=len(items) - documents,
        fields=tuple(_fields(items)),
        ages=tuple(_ages(items)),
        first=tuple(_that_fit(items)),
    )


def _fields(items: Sequence[Item]) -> Iterator[FieldCount]:
    for field in ItemField:
        missing = [field in item.missing for item in items if item.is_asked(field)]
        yield FieldCount(field=field, shown=missing.count(False), of=len(missing))


def _ages(items: Sequence[Item]) -> Iterator[AgeCount]:
    groups: dict[str | None, Counter[str]] = {}
    for item in items:
        groups.setdefault(item.category, Counter())[_age_group(item.age_days)] += 1
    for category in sorted(groups, key=_by_number):
        counts = groups[category]
        shown = tuple((group, counts[group]) for group in (*map(str, AGES), _OLDER, _NO_DATE))
        yield AgeCount(category=category, counts=shown, of=counts.total())


def _age_group(days: int | None) -> str:
    if days is None:
        return _NO_DATE
    return next((str(end) for end in AGES if days <= end), _OLDER)


def _by_number(category: str | None) -> tuple[bool, tuple[int, ...], str]:
    """Categories as the announcement counts them: 1.2 before 1.10, and what has none last."""
    parts = (category or "").split(".")
    return category is None, tuple(int(part) for part in parts if part.isdecimal()), category or ""


def _that_fit(items: Sequence[Item]) -> Iterator[Item]:
    left = _MOST_BYTES
    for item in islice(items, MOST_ITEMS):
        texts = (item.url, item.title, *item.listed_on[:1] * 2, item.source.value if item.source else "")
        left -= _ROW_BYTES + sum(len(text[:LONGEST].encode(errors="replace")) for text in texts)
        if left < 0:
            return
        yield item
