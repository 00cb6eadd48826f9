"""The assessor's form read back: a workbook to reviews, every mistake of every row at once. The home of openpyxl.

A row says nothing until something is written in it. Columns are told by their heads in any language, wherever they
stand; the program's own sheet is not needed, only a column that begins with the id of the requirement.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import openpyxl

from auditor.codec import nearest
from auditor.errors import Complaint, DataFileError
from auditor.findings import Status
from auditor.reviews import DECIDED, GivenReview, GivenWaiver, Reviews
from auditor.reviews.columns import TO_FILL, Choice, FormColumn
from auditor.thai.date_types import Precision
from auditor.thai.dates import find_dates
from auditor.thai.years import BUDDHIST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    Known = Mapping[str, frozenset[str]]

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 200 * 1024 * 1024
MOST_ROWS = 5000
MOST_COLUMNS = 60
_HEAD_ROWS = 12  # the heads stand in one of these
_LEAST_HEADS = 4
_BUDDHIST_FROM = 2400
_MET = frozenset({Status.PASS, Status.PARTIAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class FormWords:
    """How the form is worded, in all languages: heads, statuses and choices, folded to lower case."""

    columns: Mapping[str, FormColumn]
    statuses: Mapping[str, Status]
    choices: Mapping[str, Choice]


@dataclass(slots=True, kw_only=True)
class _Row:
    """A row of the form and what is wrong in it."""

    where: str
    heads: Mapping[FormColumn, str]
    cells: dict[FormColumn, Any]
    mistakes: list[tuple[str, str, str]] = field(default_factory=list)

    def text(self, column: FormColumn) -> str:
        value = self.cells.get(column)
        return "" if value is None else " ".join(str(value).split())

    def wrong(self, column: FormColumn, problem: str, mend: str = "") -> None:
        head = self.heads.get(column)
        self.mistakes.append((f"{self.where}, “{head}”" if head else self.where, problem, mend))


def read_form(path: Path, known: Known, words: FormWords) -> Reviews:
    """The reviews of a filled form; `known` are the ids of requirements by pack.

    Raises:
        DataFileError: with every mistake of every row at once.
    """
    _check_size(path)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except Exception as exc:  # whatever the reader makes of what is no workbook
        raise _error(path, f"is no workbook: {exc}", "give the .xlsx that `auditor review export` made") from exc
    reviews: list[GivenReview] = []
    waivers: list[GivenWaiver] = []
    complaints: list[Complaint] = []
    found = False
    try:
        for sheet in book.worksheets:
            rows = list(_rows(sheet, words))
            found = found or bool(rows)
            for row in rows:
                _hear(row, known, words, reviews, waivers)
                complaints += (
                    Complaint(file=str(path), where=where, problem=problem, mend=mend)
                    for where, problem, mend in row.mistakes
                )
    finally:
        book.close()
    if not found:
        raise _error(path, "has no sheet with the columns of the form", "keep the heads that the form came with")
    read = Reviews(review=tuple(reviews), waiver=tuple(waivers))
    complaints += _twice(path, read)
    if complaints:
        raise DataFileError(tuple(complaints))
    return read


def _check_size(path: Path) -> None:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _error(path, f"is larger than {MOST_BYTES} bytes", "split it")
        with zipfile.ZipFile(path) as archive:
            if sum(each.file_size for each in archive.infolist()) > MOST_UNPACKED:
                raise _error(path, f"unpacks to more than {MOST_UNPACKED} bytes", "split it")
    except zipfile.BadZipFile as exc:
        raise _error(path, "is no workbook", "give the .xlsx that `auditor review export` made") from exc
    except OSError as exc:
        raise _error(path, f"cannot be read: {exc.strerror or exc}") from exc


def _rows(sheet: Any, words: FormWords) -> Iterator[_Row]:
    """The rows below the heads; none where the sheet has no such heads."""
    columns: dict[int, FormColumn] = {}
    heads: dict[FormColumn, str] = {}
    cells = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
    for number, row in enumerate(cells, start=1):
        if not columns:
            if number > _HEAD_ROWS:
                return
            columns = _columns(row, words)
            heads = {column: str(row[at]).strip() for at, column in columns.items()}
            continue
        filled = {column: row[at] for at, column in columns.items() if at < len(row)}
        if any(value is not None for value in filled.values()):
            yield _Row(where=f"sheet “{sheet.title}”, row {number}", heads=heads, cells=filled)


def _columns(row: tuple[Any, ...], words: FormWords) -> dict[int, FormColumn]:
    found = {
        at: words.columns[_folded(cell)]
        for at, cell in enumerate(row)
        if isinstance(cell, str) and _folded(cell) in words.columns
    }
    return found if len(found) >= _LEAST_HEADS and FormColumn.VERDICT in found.values() else {}


def _folded(text: str) -> str:
    return " ".join(text.split()).lower()


def _hear(row: _Row, known: Known, words: FormWords, reviews: list[GivenReview], waivers: list[GivenWaiver]) -> None:
    """What a row says, if it says something and is without mistakes."""
    if not any(row.text(column) for column in TO_FILL):
        return
    requirement, pack = _subject(row, known)
    status = _status(row, words)
    by = row.text(FormColumn.NAME)
    if not by:
        row.wrong(FormColumn.NAME, "is missing", "write who decides")
    at = _day(row, FormColumn.DATE)
    if at is None and not row.text(FormColumn.DATE):
        row.wrong(FormColumn.DATE, "is missing", "write when it was decided")
    expires = _day(row, FormColumn.EXPIRES)
    if at and expires and expires < at:
        row.wrong(FormColumn.EXPIRES, f"{expires} is before {at}", "write the last day on which it holds")
    reason = row.text(FormColumn.EXPLANATION)
    if status is Choice.SET_ASIDE:
        _set_aside(row, reason)
        if not row.mistakes and at and expires:
            waivers.append(
                GivenWaiver(requirement=requirement, pack=pack, by=by, at=at, reason=reason, expires=expires)
            )
        return
    machine = _machine(row, words)
    machine_wrong = _is_wrong(row, words, status, machine)
    if status not in {machine, None} and not reason:
        row.wrong(FormColumn.EXPLANATION, "is missing", "say why it is not as the program says")
    if row.mistakes or at is None or not isinstance(status, Status):
        return
    reviews.append(
        GivenReview(
            requirement=requirement,
            pack=pack,
            status=status,
            by=by,
            at=at,
            reason=reason,
            expires=expires,
            evidence=row.text(FormColumn.EVIDENCE_SHA256),
            machine=machine,
            machine_wrong=machine_wrong,
            label=row.text(FormColumn.LABEL),
            url=row.text(FormColumn.EVIDENCE) if machine_wrong else "",
        )
    )


def _subject(row: _Row, known: Known) -> tuple[str, str]:
    """The requirement and pack that a row is about."""
    pack = row.text(FormColumn.PACK)
    if pack and pack not in known:
        row.wrong(FormColumn.PACK, f'there is no pack "{pack}"', nearest(pack, known))
    asked = known.get(pack) or frozenset().union(*known.values())
    requirement = row.text(FormColumn.ID) or row.text(FormColumn.REQUIREMENT).partition(" ")[0]
    if requirement not in asked:
        mend = nearest(requirement, asked) or "begin with its id, such as 1.1.fax"
        row.wrong(FormColumn.REQUIREMENT, f'no pack asks for "{requirement}"', mend)
    return requirement, pack


def _status(row: _Row, words: FormWords) -> Status | Choice | None:
    """The verdict written, or the one that “has” and “has not” come to."""
    written, present = row.text(FormColumn.VERDICT), row.text(FormColumn.PRESENT)
    has = words.choices.get(_folded(present))
    if present and has not in {Choice.PRESENT, Choice.ABSENT}:
        row.wrong(FormColumn.PRESENT, f"“{present}” is not known", _listed(words, Choice.PRESENT, Choice.ABSENT))
    if not written:
        if has not in {Choice.PRESENT, Choice.ABSENT}:
            row.wrong(FormColumn.VERDICT, "is missing", "choose one, or clear the row")
            return None
        return Status.PASS if has is Choice.PRESENT else Status.FAIL
    status = words.statuses.get(_folded(written)) or words.choices.get(_folded(written))
    if status is not Choice.SET_ASIDE and status not in DECIDED:
        row.wrong(FormColumn.VERDICT, f"“{written}” is no verdict", _listed(words, *DECIDED, Choice.SET_ASIDE))
        return None
    if (has is Choice.ABSENT and status in _MET) or (has is Choice.PRESENT and status is Status.FAIL):
        row.wrong(FormColumn.VERDICT, f"“{written}” does not go with “{present}”", "change one of them")
    return status


def _listed(words: FormWords, *codes: Status | Choice) -> str:
    spellings = {**words.statuses, **words.choices}
    return "one of: " + ", ".join(word for word, code in spellings.items() if code in codes)


def _set_aside(row: _Row, reason: str) -> None:
    if not reason:
        row.wrong(FormColumn.EXPLANATION, "is missing", "say why it is accepted")
    if not row.text(FormColumn.EXPIRES):
        row.wrong(FormColumn.EXPIRES, "is missing", "write until when it is set aside")
    if row.text(FormColumn.MACHINE_WRONG):
        row.wrong(FormColumn.MACHINE_WRONG, "does not go with what is set aside", "give a verdict instead")


def _machine(row: _Row, words: FormWords) -> Status | None:
    code = row.text(FormColumn.MACHINE_CODE)
    return Status(code) if code in set(Status) else words.statuses.get(_folded(row.text(FormColumn.MACHINE)))


def _is_wrong(row: _Row, words: FormWords, status: Status | Choice | None, machine: Status | None) -> bool:
    written = row.text(FormColumn.MACHINE_WRONG)
    if not written:
        return False
    if words.choices.get(_folded(written)) is not Choice.YES:
        row.wrong(FormColumn.MACHINE_WRONG, f"“{written}” is not known", _listed(words, Choice.YES))
    if status is not None and status is machine:
        row.wrong(FormColumn.MACHINE_WRONG, "yet the verdict is the program's own", "change one of them")
    return True


def _day(row: _Row, column: FormColumn) -> date | None:
    """The day of a cell, whether a spreadsheet or a person wrote it, in either era."""
    value, written = row.cells.get(column), row.text(column)
    if not written:
        return None
    found = value.date() if isinstance(value, datetime) else _written_day(written)
    if found is not None and found.year > _BUDDHIST_FROM:  # typed as a Buddhist year into a cell of the common era
        found = _common(found)
    if found is None:
        row.wrong(column, f"“{written}” is no day", "write it as 2024-06-15 or 15/06/2567")
    return found


def _written_day(text: str) -> date | None:
    spans = find_dates(text)
    return spans[0].first if len(spans) == 1 and spans[0].precision is Precision.DAY else None


def _common(day: date) -> date | None:
    try:
        return day.replace(year=day.year - BUDDHIST)
    except ValueError:  # 29 February
        return None


def _twice(path: Path, read: Reviews) -> Iterator[Complaint]:
    seen: set[tuple[str, str]] = set()
    for each in read.everything():
        key = (each.pack, each.requirement)
        if key in seen:
            yield Complaint(file=str(path), where="", problem=f"{each.requirement} is decided twice", mend="keep one")
        seen.add(key)


def _error(path: Path, problem: str, mend: str = "") -> DataFileError:
    return DataFileError((Complaint(file=str(path), where="", problem=problem, mend=mend),))
