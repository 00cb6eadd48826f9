"""One row of a register to one entry: dates as Thai offices write them, states by their words, links made whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.errors import Complaint
from auditor.register.entries import Column, EntryStatus, RegisterEntry
from auditor.register.headings import STATES
from auditor.register.table import LONGEST_CELL, Cell
from auditor.thai.dates import DateSpan, Precision, find_dates
from auditor.thai.fiscal import thai_date
from auditor.thai.text import fold
from auditor.thai.years import BUDDHIST
from auditor.urls import typed

if TYPE_CHECKING:
    from auditor.register.headings import Headings
    from auditor.register.table import Row
    from auditor.rules import Vocabulary

NOTHING = "register-nothing"
"""The list of the vocabulary: words that stand for an empty cell."""

_EXAMPLE = date(2023, 12, 25)
_PARTS_OF_ADDRESSES = ("/", ".", "?", "#")
_LONGEST_NOTHING = 40
_A_DAY = f"write a day such as 25/12/{_EXAMPLE.year + BUDDHIST} or {thai_date(_EXAMPLE)}"
_CHECK_DAYS = "check both days and their years"


@dataclass(slots=True)
class RowReader:
    """Reads row after row, and keeps what is wrong with them."""

    file: str
    headings: Headings
    vocabulary: Vocabulary
    complaints: list[Complaint] = field(default_factory=list)
    _states: dict[str, EntryStatus] = field(init=False)
    _nothing: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        table = self.vocabulary.table(STATES)
        self._states = {fold(word): EntryStatus(code) for code, words in table for word in words}
        self._nothing = frozenset(map(fold, self.vocabulary.words(NOTHING))) | {""}

    def entry(self, row: Row) -> RegisterEntry | None:
        """The entry of a row; None where the row holds nothing, or too little to go on."""
        if not any(self._cell(row, column) for column in Column):
            return None
        before = len(self.complaints)
        subject = self._text(row, Column.SUBJECT)
        if self._cell(row, Column.SUBJECT) is None:
            self._complain(row, Column.SUBJECT, "is empty", "write what is to be published, or empty the whole row")
        start, end = self._period(row)
        made = RegisterEntry(
            row=row.number,
            subject=subject or "",
            status=self._status(row),
            owner=self._text(row, Column.OWNER),
            approver=self._text(row, Column.APPROVER),
            webmaster=self._text(row, Column.WEBMASTER),
            link=self._link(row),
            period_from=start,
            period_to=end,
            published=self._published(row),
            expires=self._last(row, Column.EXPIRES),
        )
        self._check_order(row, made)
        return made if len(self.complaints) == before else None

    # --- cells ---------------------------------------------------------------------------------------------------

    def _cell(self, row: Row, column: Column) -> Cell | None:
        """The cell of a column; None where there is none or it stands for nothing."""
        place = self.headings.place(column)
        cell = Cell() if place is None else row.cell(place)
        return cell if cell.formula or not self._says_nothing(cell.text) else None

    def _says_nothing(self, text: str) -> bool:
        return len(text) <= _LONGEST_NOTHING and _folded(text) in self._nothing

    def _sound(self, row: Row, column: Column) -> Cell | None:
        """The cell, where it is one that can be read."""
        cell = self._cell(row, column)
        if cell is None:
            return None
        if cell.formula:
            self._complain(row, column, "holds a formula, and formulas are not evaluated", "write its value instead")
            return None
        if len(cell.text) > LONGEST_CELL:
            self._complain(row, column, f"holds more than {LONGEST_CELL:,} letters", "shorten it")
            return None
        return cell

    def _text(self, row: Row, column: Column) -> str | None:
        cell = self._sound(row, column)
        return " ".join(cell.text.split()) if cell else None

    def _complain(self, row: Row, column: Column, problem: str, mend: str) -> None:
        place = self.headings.place(column)
        name = f", {self.headings.name(place)}" if place is not None else ""
        self.complaints.append(Complaint(file=self.file, where=f"row {row.number}{name}", problem=problem, mend=mend))

    # --- what they mean ------------------------------------------------------------------------------------------

    def _status(self, row: Row) -> EntryStatus:
        text = self._text(row, Column.STATUS)
        if text is None:
            return EntryStatus.PENDING
        state = self._states.get(_folded(text))
        if state is None:
            words = ", ".join(f'"{names[0]}"' for _, names in self.vocabulary.table(STATES))
            self._complain(row, Column.STATUS, f'"{text}" is no state of a request', f"write one of {words}")
        return state or EntryStatus.PENDING

    def _link(self, row: Row) -> str | None:
        text = self._text(row, Column.LINK)
        if text is None:
            return None
        if " " in text:
            self._complain(row, Column.LINK, f'"{text}" is not one address', "one address in a row, without spaces")
            return None
        try:
            return _address(text)
        except ValueError as exc:
            self._complain(row, Column.LINK, str(exc), "write the whole address as the browser shows it")
            return None

    def _span(self, row: Row, column: Column) -> DateSpan | None:
        """What a cell says of days, where it says one thing and says it for certain."""
        cell = self._sound(row, column)
        if cell is None:
            return None
        found = _days_in(cell.text)
        if len(found) != 1:
            problem = "is no date" if not found else "holds more than one date"
            self._complain(row, column, f'"{cell.text}" {problem}', _A_DAY)
            return None
        if not found[0].certain:
            self._complain(row, column, f'"{cell.text}" may mean several years or days', _A_DAY)
            return None
        return found[0]

    def _published(self, row: Row) -> date | None:
        span = self._span(row, Column.PUBLISHED)
        if span is None:
            return None
        if span.precision is not Precision.DAY or span.first != span.last:
            self._complain(row, Column.PUBLISHED, f'"{span.raw}" is no single day', _A_DAY)
            return None
        return span.first

    def _first(self, row: Row, column: Column) -> date | None:
        span = self._span(row, column)
        return span.first if span else None

    def _last(self, row: Row, column: Column) -> date | None:
        span = self._span(row, column)
        return span.last if span else None

    def _period(self, row: Row) -> tuple[date | None, date | None]:
        whole = self._span(row, Column.PERIOD)
        start, end = self._first(row, Column.PERIOD_FROM), self._last(row, Column.PERIOD_TO)
        return start or (whole.first if whole else None), end or (whole.last if whole else None)

    def _check_order(self, row: Row, made: RegisterEntry) -> None:
        if made.period_from and made.period_to and made.period_to < made.period_from:
            column = Column.PERIOD_TO if self.headings.place(Column.PERIOD_TO) is not None else Column.PERIOD
            self._complain(row, column, "lies before the first day of the period", _CHECK_DAYS)
        if made.published and made.expires and made.expires < made.published:
            self._complain(row, Column.EXPIRES, "lies before the day of publication", _CHECK_DAYS)


# A column holds few different words and days.
_folded = lru_cache(maxsize=4096)(fold)
_days_in = lru_cache(maxsize=4096)(find_dates)


def _address(text: str) -> str:
    if text.startswith(_PARTS_OF_ADDRESSES):
        raise ValueError(f"{text!r} is no whole address")
    return typed(text)
