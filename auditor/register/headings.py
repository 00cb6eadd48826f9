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

    from auditor.register.table import Row
    from auditor.rules import Vocabulary

COLUMNS = "register-columns"
"""The table of the vocabulary: a column and its headings."""

_HEAD_ROWS = 30
"""Rows that may stand above the headings: titles, the agency's name."""
_LEAST_KNOWN = 2
_CLOSE = 0.85
_IN_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """The row of headings and what each column holds."""

    row: int
    places: tuple[tuple[Column, int], ...]  # from 0
    names: tuple[str, ...]  # every heading as it is written
    unread: tuple[str, ...]
    mistakes: tuple[tuple[str, str, str], ...]  # place, problem, mend

    def place(self, column: Column) -> int | None:
        """Where a column stands; None where the table has none."""
        return dict(self.places).get(column)

    def name(self, place: int) -> str:
        """How people find a column: its letter and its heading."""
        heading = self.names[place] if place < len(self.names) else ""
        return f"column {letter(place)}" + (f' "{heading}"' if heading else "")


def find_headings(rows: tuple[Row, ...], vocabulary: Vocabulary) -> Headings | None:
    """The first row that names the subject and at least one other column; None where there is none."""
    known = {fold(spelling): Column(code) for code, names in vocabulary.table(COLUMNS) for spelling in names}
    for row in rows[:_HEAD_ROWS]:
        found = [_column(cell.text, known) for cell in row.cells]
        if Column.SUBJECT in found and len(set(found) - {None}) >= _LEAST_KNOWN:
            return _headings(row, found, known)
    return None


def heading_of(column: Column, vocabulary: Vocabulary, *, thai: bool) -> str:
    """The heading that the template gives a column: its first spelling in that language."""
    names = dict(vocabulary.table(COLUMNS))[column]
    return next(name for name in names if name.isascii() is not thai)


def _column(heading: str, known: dict[str, Column]) -> Column | None:
    return known.get(fold(heading)) or known.get(fold(_IN_BRACKETS.sub("", heading)))


def _headings(row: Row, found: list[Column | None], known: dict[str, Column]) -> Headings:
    names = tuple(" ".join(cell.text.split()) for cell in row.cells)
    places: dict[Column, int] = {}
    mistakes: list[tuple[str, str, str]] = []
    unread: list[str] = []
    for place, column in enumerate(found):
        where = f"row {row.number}, column {letter(place)}"
        if column in places:
            first = letter(places[column])
            mistakes.append((where, f'"{names[place]}" holds the same as column {first}', "leave one of them out"))
        elif column is not None:
            places[column] = place
        elif close := get_close_matches(fold(names[place]), known, n=1, cutoff=_CLOSE):
            mend = f'did you mean "{known[close[0]]}"? The template has every heading: auditor register template'
            mistakes.append((where, f'"{names[place]}" is no heading of a register', mend))
        elif names[place]:
            unread.append(names[place])
    mistakes += _missing(row, places)
    return Headings(
        row=row.number, places=tuple(places.items()), names=names, unread=tuple(unread), mistakes=tuple(mistakes)
    )


def _missing(row: Row, places: dict[Column, int]) -> Iterator[tuple[str, str, str]]:
    for column in REQUIRED:
        if column not in places:
            yield (
                f"row {row.number}",
                f"has no column for the {column} of a request",
                "add it; the template has every heading: auditor register template",
            )
