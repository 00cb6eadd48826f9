"""A table as a file holds it, before anything is understood: rows with their numbers, cells with their text."""

from __future__ import annotations

from dataclasses import dataclass

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 60
LONGEST_CELL = 2000

_LETTERS = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one cell holds."""

    text: str = ""  # a day that the spreadsheet knows as one: in ISO 8601
    formula: bool = False  # never evaluated


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row that is not empty."""

    number: int  # as a spreadsheet program counts, from 1
    cells: tuple[Cell, ...]

    def cell(self, place: int) -> Cell:
        """The cell of a column, from 0; rows may end early."""
        return self.cells[place] if place < len(self.cells) else Cell()

    @property
    def remark(self) -> bool:
        """Is it a note between the entries, such as the explanations of the template?"""
        return next((cell.text.startswith("#") for cell in self.cells if cell.text), False)


class TableError(Exception):
    """The file holds no table that can be read: what is wrong, and how to mend it."""

    def __init__(self, problem: str, mend: str = "", where: str = "") -> None:
        super().__init__(problem)
        self.problem, self.mend, self.where = problem, mend, where


def too_many_rows() -> TableError:
    """There are more rows than are read."""
    return TableError(f"has more than {MOST_ROWS:,} rows", "keep one register for each year")


def letter(place: int) -> str:
    """What a spreadsheet program calls a column: A … Z, AA …"""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name
