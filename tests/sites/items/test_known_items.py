"""The inventory, item by item, over sites of many markup styles whose every item is known."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.sites.items.measure import ALL, FIELDS, measure, together

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.sites.items.known import Measured

FOUND, FALSE, FIELD = 0.98, 0.02, 0.97
"""Shares of the known items that are found, of the items that are none, and of the found whose field is exact."""


@cache
def parts() -> Mapping[str, Measured]:
    """Every site, measured once."""
    return {name: measure(make()) for name, make in ALL.items()}


def test_the_sample_is_wide() -> None:
    assert sum(part.items for part in parts().values()) >= 300
    assert len(parts()) >= 8


def test_items_are_found_and_nothing_else() -> None:
    every = together(parts().values())
    assert every.found >= FOUND * every.items, every.lost
    assert len(every.false) <= FALSE * (every.found + len(every.false)), every.false


@pytest.mark.parametrize("field", FIELDS)
def test_fields_are_exact(field: str) -> None:
    every = together(parts().values())
    assert every.right[field] >= FIELD * every.found, [line for line in every.wrong if f" {field}:" in line]
