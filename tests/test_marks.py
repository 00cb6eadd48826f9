"""Values that were met, remembered by their hashes."""

from __future__ import annotations

import sys

import pytest

from auditor.marks import Marks


@pytest.mark.parametrize("values", [[], ["ก"], ["ก", "ข", "ก"], [("ก", 1), ("ก", 2), ("ก", 1)], [0, 1, 0]])
def test_a_value_is_new_once(values: list[object]) -> None:
    marks = Marks()
    told = [marks.add(value) for value in values]
    assert told == [value not in values[:place] for place, value in enumerate(values)]
    assert len(marks) == len(set(values))


def test_many_values_are_all_known_and_no_others() -> None:
    marks = Marks()
    met = [f"https://www.example.invalid/ข่าว/{number}" for number in range(50_000)]
    assert all(marks.add(url) for url in met)
    assert len(marks) == len(met)
    assert all(url in marks for url in met)
    assert not any(f"{url}?" in marks for url in met)


def test_numbers_that_follow_each_other_are_kept_apart() -> None:
    """Python hashes small numbers to themselves."""
    marks = Marks()
    assert all(marks.add(number << 40) for number in range(20_000))
    assert all(number << 40 in marks for number in range(20_000))


def test_a_value_takes_few_bytes() -> None:
    marks, met = Marks(), set[str]()
    for number in range(100_000):
        marks.add(f"ข่าวประชาสัมพันธ์ {number}")
        met.add(f"ข่าวประชาสัมพันธ์ {number}")
    whole = sys.getsizeof(met) + sum(map(sys.getsizeof, met))
    assert sys.getsizeof(marks._slots) * 5 < whole
