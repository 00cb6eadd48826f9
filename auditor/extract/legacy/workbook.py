"""The text of XLS and XLSB: their visible sheets, a line a row, as of an XLSX.

The only module that knows calamine, which unpacks a workbook whole: the child's limits bound that.
"""

from __future__ import annotations

import io
from contextlib import contextmanager, suppress
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from auditor.extract.leaves import EnoughError, Leaves, document_of
from auditor.extract.legacy.compound import Compound
from auditor.extract.legacy.numbers import NumberFormats
from auditor.extract.office.cellvalues import Look
from auditor.extract.office.package import about_of
from auditor.extract.refusal import RefusedError, damaged
from auditor.facts import DocumentState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from python_calamine import CalamineSheet

    from auditor.config import DocumentLimits
    from auditor.extract.about import About
    from auditor.extract.legacy.numbers import Places
    from auditor.extract.office.archive import Archive
    from auditor.facts import Document

_STREAMS = ("Workbook", "Book")  # of Excel 97, of Excel 5
_PANIC = "pyo3_runtime"  # where an exception is from that ends native code; it is no `Exception`
_MOST_CELLS = 1_000  # of a row, as far as anybody reads it
_LONGEST_CELL = 32_767
_MINUTE = timedelta(minutes=1)


def read_xls(body: bytes, limits: DocumentLimits) -> Document:
    """What the sheets of an old workbook say; each is a page that begins with its name."""
    compound = Compound(body)
    name = next((name for name in _STREAMS if compound.has(name)), None)
    if name is None:
        raise damaged("has no workbook")
    formats = NumberFormats(compound.read(name))
    if formats.locked:
        raise RefusedError(DocumentState.ENCRYPTED, "needs a password")
    about, _ = compound.about()
    return _read("xls", body, about, limits, formats)


def read_xlsb(body: bytes, archive: Archive, limits: DocumentLimits) -> Document:
    """What a workbook with binary parts says, its numbers as plain ones; `archive`: the body, within the limits."""
    about, _ = about_of(archive)
    for member in archive.members:
        for _chunk in archive.read(member.filename):
            pass  # counted there: calamine unpacks parts whole
    return _read("xlsx", body, about, limits, NumberFormats(b""))


def _read(kind: str, body: bytes, about: About, limits: DocumentLimits, formats: NumberFormats) -> Document:
    leaves = Leaves(limits)
    count = 0
    with suppress(EnoughError), _or_damaged():
        for name, rows in _visible_sheets(body, formats):
            count += 1
            leaves.head(name)
            for row in rows:
                cells = (" ".join(text[:_LONGEST_CELL].split()) for text in row)
                if line := "\t".join(filter(None, cells)):
                    leaves.add(f"{line}\n")
            leaves.turn(keep_empty=True)
    return document_of(kind, about, leaves, count=count)


def _visible_sheets(body: bytes, formats: NumberFormats) -> Iterator[tuple[str, Iterator[list[str]]]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook  # noqa: PLC0415 - few sites need it

    with load_workbook(io.BytesIO(body)) as book:
        listed = book.sheets_metadata
        for number, about in enumerate(listed):
            if about.typ is SheetTypeEnum.WorkSheet and about.visible is SheetVisibleEnum.Visible:
                sheet = book.get_sheet_by_index(number)
                yield about.name, _rows(sheet, formats.of_sheet(number, len(listed)), formats)


def _rows(sheet: CalamineSheet, looks: Places, formats: NumberFormats) -> Iterator[list[str]]:
    """The cells of a sheet as a reader sees them.

    calamine gives its rows from the first one on, but each only from the first column in which any has something.
    """
    first = sheet.start[1] if sheet.start else 0
    for number, row in enumerate(sheet.iter_rows()):
        yield [
            formats.shown(value, looks.get((number, column), Look.PLAIN))
            if isinstance(value, int | float) and not isinstance(value, bool)
            else _shown(value)
            for column, value in enumerate(row[:_MOST_CELLS], first)
        ]


@contextmanager
def _or_damaged() -> Iterator[None]:
    from python_calamine import CalamineError, PasswordError  # noqa: PLC0415

    try:
        yield
    except PasswordError as exc:
        raise RefusedError(DocumentState.ENCRYPTED, "needs a password") from exc
    except CalamineError as exc:
        raise damaged(f"no workbook: {exc}"[:300]) from exc
    except BaseException as exc:
        if type(exc).__module__ != _PANIC:
            raise
        raise damaged(f"no workbook: {exc}"[:300]) from exc


def _shown(value: object) -> str:
    """Words, days and times; a day as ISO date, marks of truth not at all."""
    match value:
        case str():
            return value
        case date():
            return value.isoformat()[:10]
        case time():
            return value.isoformat("minutes")
        case timedelta():
            minutes = round(value / _MINUTE)
            return f"{minutes // 60:02}:{minutes % 60:02}"
        case _:
            return ""
