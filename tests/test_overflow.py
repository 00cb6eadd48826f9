"""Records of which only some are in memory: what is put comes back, in order, however few those are."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import pytest

from auditor.overflow import Overflow


@dataclass(slots=True)
class Draft:
    """A record that changes."""

    title: str
    pages: list[int] = field(default_factory=list)


@pytest.mark.parametrize("in_memory", [1, 2, 7, 1_000])
def test_it_is_a_mapping_that_keeps_the_order_of_its_keys(in_memory: int) -> None:
    overflow: Overflow[Draft] = Overflow(in_memory)
    plain: dict[str, Draft] = {}
    drawn = random.Random(7)
    for turn in range(1_500):
        key = f"ข่าว {drawn.randrange(120)}"
        draft = overflow.get(key) or Draft(title=key)
        draft.pages.append(turn)
        overflow[key] = draft
        plain.setdefault(key, Draft(title=key)).pages.append(turn)
    assert len(overflow) == len(plain)
    assert list(overflow.items()) == list(plain.items())
    assert all(overflow.get(key) == draft for key, draft in plain.items())
    assert all(key in overflow for key in plain)
    assert "ข่าว 121" not in overflow
    assert overflow.get("ข่าว 121") is None


@pytest.mark.parametrize("in_memory", [1, 3, 1_000])
def test_records_may_be_put_again_while_they_are_read(in_memory: int) -> None:
    overflow: Overflow[Draft] = Overflow(in_memory)
    for number in range(40):
        overflow[f"{number}"] = Draft(title="")
    for key, draft in overflow.items():
        overflow.get("0")
        draft.title = f"title of {key}"
        overflow[key] = draft
    assert [draft.title for _, draft in overflow.items()] == [f"title of {number}" for number in range(40)]


def test_an_empty_one_has_nothing() -> None:
    overflow: Overflow[str] = Overflow(1)
    assert len(overflow) == 0
    assert list(overflow.items()) == []
    assert overflow.get("") is None
