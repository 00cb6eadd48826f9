"""Compound files (OLE): their streams, and what they say of themselves.

The only module that knows olefile.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import olefile

from auditor.extract.about import About, one_line
from auditor.extract.refusal import damaged
from auditor.facts import Document, DocumentState

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_PAGES = 100_000
_FIRST_YEAR = 1980  # earlier times are empty fields


class Compound:
    """A compound file in memory. Raises `RefusedError` for one that is damaged."""

    def __init__(self, body: bytes) -> None:
        self._size = len(body)
        with _or_damaged():
            self._ole = olefile.OleFileIO(io.BytesIO(body))

    def has(self, name: str) -> bool:
        """Is there such a stream, at the top?"""
        with _or_damaged():
            return bool(self._ole.exists(name))

    def read(self, name: str) -> bytes:
        """The whole of a stream; one that ends before the size it states is damaged."""
        with _or_damaged():
            size = self._ole.get_size(name)
            if size > self._size:
                raise damaged(f"{name} is larger than the file")
            found = bytes(self._ole.openstream(name).read())
        if len(found) < size:
            raise damaged(f"{name} is cut off")
        return found

    def about(self) -> tuple[About, int | None]:
        """Title, author, program and times, and the count of pages or slides if it is told."""
        with _or_damaged():
            info = self._ole.get_metadata()
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


def read_about(kind: str, compound: Compound, detail: str = "its text is not read") -> Document:
    """A document of which nothing is known but what it says of itself."""
    about, pages = compound.about()
    return Document(
        kind=kind,
        state=DocumentState.UNSUPPORTED,
        detail=detail,
        title=about.title,
        author=about.author,
        producer=about.producer,
        created=about.created,
        modified=about.modified,
        pages=pages,
        dates=about.dates,
    )


@contextmanager
def _or_damaged() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, IndexError, TypeError, OverflowError) as exc:
        raise damaged(f"no compound file: {exc}"[:300]) from exc


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
