"""Titles that resemble each other: a proposal for a person to look at, never an answer."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from auditor.thai.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

LIKE = 86.0
"""Of 100; as for labels."""
LEAST_LENGTH = 8  # letters; below it a difference of one letter is another word
LONGEST = 200  # letters that are compared

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Resemblance:
    """Which of the titles, and how like it is, 0 to 1."""

    index: int
    score: float


class TitleBook:
    """Titles to be found again. Those with other numbers are other things: plans of other years, other months."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._by_numbers: dict[tuple[str, ...], dict[int, str]] = defaultdict(dict)
        for index, title in enumerate(titles):
            folded = fold(title[:LONGEST])
            if len(folded) >= LEAST_LENGTH:
                self._by_numbers[_numbers(folded)][index] = folded

    def closest(self, title: str) -> Resemblance | None:
        """The title most like this one; None where none is like it."""
        folded = fold(title[:LONGEST])
        choices = self._by_numbers.get(_numbers(folded))
        if not choices or len(folded) < LEAST_LENGTH:
            return None
        found = extractOne(folded, choices, scorer=ratio, processor=None, score_cutoff=LIKE)
        return Resemblance(index=found[2], score=found[1] / 100) if found else None


def _numbers(folded: str) -> tuple[str, ...]:
    return tuple(_DIGITS.findall(folded))
