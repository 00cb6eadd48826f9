"""The text of XLS and XLSB: their visible sheets, a line a row, as of an XLSX.

The only module that knows calamine. It tells days and times from other numbers, but no other format of a number.
"""

from __future__ import annotations

import io
import struct
from contextlib import contextmanager, suppress
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from auditor.extract.leaves import EnoughError, Leaves, document_of
from auditor.extract.legacy.compound import Compound
from auditor.extract.office.package import about_of
from auditor.extract.refusal import RefusedError, damaged
from auditor.facts import DocumentState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from auditor.config import DocumentLimits
    from auditor.extract.about import About
    from auditor.extract.office.archive import Archive
    from auditor.facts import Document

_STREAMS = ("Workbook", "Book")  # of Excel 97, of Excel 5
_RECORD = struct.Struct("<HH")
_FILEPASS, _BOUNDSHEET, _EOF = 0x2F, 0x85, 0x0A
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
    if _is_locked(compound.read(name)):
        raise RefusedError(DocumentState.ENCRYPTED, "needs a password")
    about, _ = compound.about()
    return _read("xls", body, about, limits)


def read_xlsb(body: bytes, archive: Archive, limits: DocumentLimits) -> Document:
    """What a workbook with binary parts says; `archive`: the body, opened within the limits."""
    about, _ = about_of(archive)
    for member in archive.members:
        for _chunk in archive.read(member.filename):
            pass  # counted there: calamine unpacks parts whole
    return _read("xlsx", body, about, limits)


def _is_locked(workbook: bytes) -> bool:
    """Is there a record of a password before the list of sheets?"""
    at = 0
    while at + _RECORD.size <= len(workbook):
        kind, size = _RECORD.unpack_from(workbook, at)
        if kind == _FILEPASS:
            return True
        if kind in {_BOUNDSHEET, _EOF}:
            return False
        at += _RECORD.size + size
    return False


def _read(kind: str, body: bytes, about: About, limits: DocumentLimits) -> Document:
    leaves = Leaves(limits)
    count = 0
    with suppress(EnoughError), _or_damaged():
        for name, rows in _visible_sheets(body):
            count += 1
            leaves.head(name)
            for row in rows:
                cells = (" ".join(text[:_LONGEST_CELL].split()) for text in map(_shown, row[:_MOST_CELLS]))
                if line := "\t".join(filter(None, cells)):
                    leaves.add(f"{line}\n")
            leaves.turn(keep_empty=True)
    return document_of(kind, about, leaves, count=count)


def _visible_sheets(body: bytes) -> Iterator[tuple[str, Iterable[Sequence[object]]]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook  # noqa: PLC0415 - few sites need it

    with load_workbook(io.BytesIO(body)) as book:
        for sheet in book.sheets_metadata:
            if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible:
                yield sheet.name, book.get_sheet_by_name(sheet.name).iter_rows()


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
    """A cell as a reader sees it; a day as ISO date, marks of truth not at all."""
    shown = ""
    match value:
        case str():
            shown = value
        case int() | float() if not isinstance(value, bool):
            shown = f"{value:.12g}"
        case date():
            shown = value.isoformat()[:10]
        case time():
            shown = value.isoformat("minutes")
        case timedelta():
            minutes = round(value / _MINUTE)
            shown = f"{minutes // 60:02}:{minutes % 60:02}"
    return shown
