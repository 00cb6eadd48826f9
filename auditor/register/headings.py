"""Which column of a table holds what: Thai or English headings, in any order, under a title or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from auditor.register.entries import REQUIRED, Column
from auditor.register.table import letter
from auditor.thai.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.register.entries import EntryStatus
    from auditor.register.table import Row
    from auditor.rules import Vocabulary

COLUMNS = "register-columns"
"""The table of the vocabulary: a column and its headings."""
STATES = "register-states"
"""The table of the vocabulary: a state and its words."""

_HEAD_ROWS = 30
"""Rows that may stand above the headings: titles, the agency's name."""
_LEAST_KNOWN = 2
_CLOSE = 0.85
TEMPLATE = "The template has every heading: auditor register template"
_IN_BRACKETS = re.compile(r"\([^()]*\)")

_Mistake = tuple[str, str, str]
"""Place, problem, mend."""


@dataclass(frozen=True, slots=True)
class _Named:
    """What a heading means, and how sure its name is: the rank among the names of its column."""

    column: Column
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """The row of headings and what each column holds."""

    row: int
    places: tuple[tuple[Column, int], ...]  # from 0
    names: tuple[str, ...]  # every heading as it is written
    unread: tuple[str, ...]
    mistakes: tuple[_Mistake, ...]

    def place(self, column: Column) -> int | None:
        """Where a column stands; None where the table has none."""
        return dict(self.places).get(column)

    def name(self, place: int) -> str:
        """How people find a column: its letter and its heading."""
        heading = self.names[place] if place < len(self.names) else ""
        return f"column {letter(place)}" + (f' "{heading}"' if heading else "")


def find_headings(rows: tuple[Row, ...], vocabulary: Vocabulary) -> Headings | None:
    """The first row that names the subject and at least one other column; None where there is none."""
    known = _known(vocabulary)
    for row in rows[:_HEAD_ROWS]:
        found = [_named(cell.text, known) for cell in row.cells]
        columns = {named.column for named in found if named}
        if Column.SUBJECT in columns and len(columns) >= _LEAST_KNOWN:
            return _headings(row, found, known)
    return None


def heading_of(column: Column, vocabulary: Vocabulary, *, thai: bool) -> str:
    """The heading that the template gives a column: its first name in that language."""
    return _first_name(dict(vocabulary.table(COLUMNS))[column], thai=thai)


def state_word(status: EntryStatus, vocabulary: Vocabulary, *, thai: bool) -> str:
    """The word for a state that the template offers: its first one in that language."""
    return _first_name(dict(vocabulary.table(STATES))[status], thai=thai)


def _first_name(names: tuple[str, ...], *, thai: bool) -> str:
    return next(name for name in names if name.isascii() is not thai)


def _known(vocabulary: Vocabulary) -> dict[str, _Named]:
    return {
        fold(name): _Named(Column(code), rank)
        for code, names in vocabulary.table(COLUMNS)
        for rank, name in enumerate(names)
    }


def _named(heading: str, known: dict[str, _Named]) -> _Named | None:
    return known.get(fold(heading)) or known.get(fold(_IN_BRACKETS.sub("", heading)))


def _headings(row: Row, found: list[_Named | None], known: dict[str, _Named]) -> Headings:
    names = tuple(" ".join(cell.text.split()) for cell in row.cells)
    places = _places(found)
    mistakes = [*_doubled(row, names, found, places), *_misspelt(row, names, found, known), *_missing(row, places)]
    unread = (name for place, name in enumerate(names) if name and place not in places.values())
    return Headings(
        row=row.number, places=tuple(places.items()), names=names, unread=tuple(unread), mistakes=tuple(mistakes)
    )


def _places(found: list[_Named | None]) -> dict[Column, int]:
    """Where each column stands; of two names for one thing the surer one counts."""
    places: dict[Column, int] = {}
    ranked = sorted((named.rank, place, named.column) for place, named in enumerate(found) if named)
    for _, place, column in ranked:
        places.setdefault(column, place)
    return places


def _doubled(
    row: Row, names: tuple[str, ...], found: list[_Named | None], places: dict[Column, int]
) -> Iterator[_Mistake]:
    for place, named in enumerate(found):
        if named and places[named.column] != place and found[places[named.column]] == named:
            first = letter(places[named.column])
            yield _at(row, place), f'"{names[place]}" stands above column {first} as well', "leave one of them out"


def _misspelt(
    row: Row, names: tuple[str, ...], found: list[_Named | None], known: dict[str, _Named]
) -> Iterator[_Mistake]:
    for place, named in enumerate(found):
        close = () if named else get_close_matches(fold(names[place]), known, n=1, cutoff=_CLOSE)
        for key in close:
            mend = f"did you mean the column {known[key].column}? {TEMPLATE}"
            yield _at(row, place), f'"{names[place]}" is no heading of a register', mend


def _missing(row: Row, places: dict[Column, int]) -> Iterator[_Mistake]:
    for column in REQUIRED:
        if column not in places:
            yield (
                f"row {row.number}",
                f"has no column for the {column} of a request",
                f"add it. {TEMPLATE}",
            )


def _at(row: Row, place: int) -> str:
    return f"row {row.number}, column {letter(place)}"
