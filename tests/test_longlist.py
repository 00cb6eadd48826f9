"""Long lists in portions: they read as the list that they were made of."""

from __future__ import annotations

from datetime import date

import pytest

from auditor.items import DateFrom, Item, ItemKind, Published
from auditor.longlist import LongList, listed
from auditor.records import Album, to_bytes
from auditor.store.packing import ALBUM


def items(count: int) -> tuple[Item, ...]:
    return tuple(
        Item(
            key=f"https://www.example.invalid/news/{number}",
            url=f"https://www.example.invalid/news/{number}",
            title=f"ประกาศฉบับที่ {number}",
            kind=ItemKind.POST,
            listed_on=(f"https://www.example.invalid/news?page={number // 10}",),
            published=Published(day=date(2026, 1, 1 + number % 28), quote="วันที่", origin=DateFrom.PAGE),
        )
        for number in range(count)
    )


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 350])
def test_it_reads_as_the_list_that_it_was_made_of(count: int) -> None:
    whole = items(count)
    made = LongList(whole)
    assert len(made) == count
    assert list(made) == list(whole) == list(made)
    assert made == whole
    assert [made[place] for place in range(-count, count)] == [whole[place] for place in range(-count, count)]
    assert made[90:250:7] == whole[90:250:7]
    assert bool(made) is bool(count)
    assert whole[:1] == made[:1]


@pytest.mark.parametrize("place", [-351, 350, 10_000])
def test_beyond_its_ends_there_is_nothing(place: int) -> None:
    with pytest.raises(IndexError):
        LongList(items(350))[place]


def test_another_record_makes_another_list() -> None:
    whole = items(150)
    assert LongList(whole) != whole[:-1]
    assert LongList(whole) != (*whole[:-1], whole[0])
    assert LongList(whole) != 7


@pytest.mark.parametrize(("count", "kind"), [(0, tuple), (5, tuple), (6, LongList)])
def test_only_long_ones_are_packed(count: int, kind: type) -> None:
    made = listed(iter(items(count)), short=5)
    assert isinstance(made, kind)
    assert list(made) == list(items(count))


def test_its_records_are_written_as_those_of_a_tuple() -> None:
    whole = items(120)
    message = to_bytes(LongList(whole))
    assert message == to_bytes(whole)
    assert ALBUM.from_bytes(tuple[Item, ...], message) == whole


def test_a_field_of_any_sequence_is_read_back() -> None:
    from collections.abc import Sequence  # noqa: PLC0415 - the annotation is looked up here

    album = Album({})
    assert album.from_bytes(Sequence[int], b"[1,2,3]") == (1, 2, 3)
