"""What the old binary office formats (doc, xls, ppt) say of themselves; their text is not read, and that is said.

The only module that knows olefile.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime

import olefile

from auditor.extract.about import About, one_line
from auditor.extract.refusal import damaged
from auditor.facts import Document, DocumentState

_MOST_PAGES = 100_000
_FIRST_YEAR = 1980  # earlier times are empty fields
_FIB, _FIB_FLAGS, _FIB_ENCRYPTED = b"\xec\xa5", 0x0A, 0x0100
_BOF, _FILEPASS = b"\x09\x08", b"\x2f\x00"
_RECORD_HEAD = 4
_HEAD = 64


def read_legacy(kind: str, body: bytes) -> Document:
    """Title, author, program, times and pages of a compound file. Raises `RefusedError` for a damaged one."""
    try:
        with olefile.OleFileIO(io.BytesIO(body)) as ole:
            if _is_locked(ole):
                return Document(kind=kind, state=DocumentState.ENCRYPTED, detail="needs a password")
            about, pages = _about(ole)
    except (OSError, ValueError, IndexError, TypeError, OverflowError) as exc:
        raise damaged(f"no compound file: {exc}"[:300]) from exc
    return Document(
        kind=kind,
        state=DocumentState.UNSUPPORTED,
        detail="its text is not read",
        title=about.title,
        author=about.author,
        producer=about.producer,
        created=about.created,
        modified=about.modified,
        pages=pages,
        dates=about.dates,
    )


def _about(ole: olefile.OleFileIO) -> tuple[About, int | None]:
    info = ole.get_metadata()
    page = info.codepage if isinstance(info.codepage, int) else 1252
    about = About(
        title=_text(info.title, page),
        author=_text(info.author, page) or _text(info.last_saved_by, page),
        producer=_text(info.creating_application, page),
        created=_moment(info.create_time),
        modified=_moment(info.last_saved_time),
    )
    pages = info.num_pages or info.slides
    return about, pages if isinstance(pages, int) and 0 < pages < _MOST_PAGES else None


def _text(value: object, page: int) -> str | None:
    """A field in its code page: 65001 is UTF-8, negative numbers are those above 32767."""
    if isinstance(value, str):
        return one_line(value)
    if not isinstance(value, bytes):
        return None
    page %= 0x10000
    name = {65001: "utf-8", 1200: "utf-16-le"}.get(page, f"cp{page}")
    try:
        return one_line(value.decode(name, "replace"))
    except LookupError:
        return one_line(value.decode("cp1252", "replace"))


def _moment(value: object) -> datetime | None:
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) and value.year >= _FIRST_YEAR else None


def _is_locked(ole: olefile.OleFileIO) -> bool:
    """Does the file ask for a password before it shows anything?"""
    name = next((name for name in ("WordDocument", "Workbook", "Book") if ole.exists(name)), None)
    head = bytes(ole.openstream(name).read(_HEAD)) if name else b""
    if head.startswith(_FIB):
        return bool(int.from_bytes(head[_FIB_FLAGS : _FIB_FLAGS + 2], "little") & _FIB_ENCRYPTED)
    second = _RECORD_HEAD + int.from_bytes(head[2:4], "little")
    return head.startswith(_BOF) and head[second : second + 2] == _FILEPASS
