"""A register's file to entries, with every mistake at once: file, row, column and how to mend it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from auditor.errors import Complaint, DataFileError
from auditor.register.delimited import text_tables
from auditor.register.entries import Register
from auditor.register.headings import TEMPLATE, find_headings
from auditor.register.rows import RowReader
from auditor.register.table import MOST_BYTES, TableError
from auditor.register.workbook import workbook_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from auditor.register.headings import Headings
    from auditor.register.table import Row
    from auditor.rules import Vocabulary

MOST_COMPLAINTS = 100

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def read_register(path: Path, vocabulary: Vocabulary) -> Register:
    """The register in a CSV file or an Excel workbook (.xlsx).

    Args:
        path: the file, at most 10 MB and 20,000 rows.
        vocabulary: names the headings and states (`register-columns`, `register-states`, `register-nothing`).

    Raises:
        DataFileError: it cannot be used; the first hundred mistakes, and how many more there are.
    """
    try:
        rows, headings = _table(_tables(_content(path)), vocabulary)
    except TableError as exc:
        raise DataFileError(
            (Complaint(file=str(path), where=exc.where, problem=exc.problem, mend=exc.mend),)
        ) from exc
    reader = RowReader(str(path), headings, vocabulary)
    entries = [reader.entry(row) for row in rows if row.number > headings.row and not row.remark]
    mistakes = [
        *(Complaint(file=str(path), where=w, problem=p, mend=m) for w, p, m in headings.mistakes),
        *reader.complaints,
    ]
    if mistakes:
        raise DataFileError(tuple(_shown(mistakes, str(path))))
    return Register(
        file=path.name, entries=tuple(entry for entry in entries if entry is not None), unread=headings.unread
    )


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError as exc:
        raise TableError(f"cannot be read: {exc.strerror or exc}", "name the register's CSV or .xlsx file") from exc
    if len(raw) > MOST_BYTES:
        raise TableError(f"is larger than {MOST_BYTES:,} bytes", "keep one register for each year")
    return raw


def _tables(raw: bytes) -> Iterator[tuple[Row, ...]]:
    if raw.startswith(_OLD_OFFICE):
        raise TableError("is an old (.xls) or locked Excel file", "save it as .xlsx without a password")
    return workbook_tables(raw) if raw.startswith(_ZIP) else text_tables(raw)


def _table(tables: Iterator[tuple[Row, ...]], vocabulary: Vocabulary) -> tuple[tuple[Row, ...], Headings]:
    """The first table with headings."""
    for rows in tables:
        headings = find_headings(rows, vocabulary)
        if headings is not None:
            return rows, headings
    raise TableError(
        "has no row with the headings of a register (at least subject and status)",
        TEMPLATE,
    )


def _shown(mistakes: Iterable[Complaint], file: str) -> Iterator[Complaint]:
    every = tuple(mistakes)
    yield from islice(every, MOST_COMPLAINTS)
    if len(every) > MOST_COMPLAINTS:
        yield Complaint(file=file, where="", problem=f"and {len(every) - MOST_COMPLAINTS:,} further mistakes")
