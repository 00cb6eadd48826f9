"""The text of an XLSX: its visible sheets, a line a row, as a reader sees the cells."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.extract.leaves import EnoughError, Leaves, document_of
from auditor.extract.legacy.workbook import read_xlsb
from auditor.extract.office.archive import Archive
from auditor.extract.office.cellvalues import Look, Styles, shown
from auditor.extract.office.package import Relations, about_of, main_part
from auditor.extract.office.xmlstream import attribute, stream

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.config import DocumentLimits
    from auditor.facts import Document

_MOST_SHEETS = 5_000
_MOST_CELLS = 1_000  # of a row, as far as anybody reads it
_LONGEST_CELL = 32_767
_STRINGS = 4  # letters of shared strings that are kept, as a multiple of the letters kept of a document


def read_xlsx(body: bytes, limits: DocumentLimits) -> Document:
    """What the sheets of a workbook say; each is a page that begins with its name."""
    archive = Archive(body, limits)
    about, _ = about_of(archive)
    main = main_part(archive, "xl/workbook.xml")
    if main.endswith(".bin") or archive.has("xl/workbook.bin"):
        return read_xlsb(body, archive, limits)
    relations = Relations(archive, main)
    book = Workbook()
    if archive.has(main):
        stream(archive.read(main), book)
    styles, strings = Styles(), SharedStrings(_STRINGS * limits.text_chars)
    for kind, reader in (("styles", styles), ("sharedStrings", strings)):
        for part in relations.by_type.get(kind, [])[:1]:
            with suppress(EnoughError):
                stream(archive.read(part), reader)
    leaves = Leaves(limits)
    leaves.truncated = strings.cut
    shown_sheets = [sheet for sheet in book.sheets if not sheet.hidden and sheet.relation in relations.by_id]
    with suppress(EnoughError):
        for sheet in shown_sheets:
            leaves.head(sheet.name)
            cells = SheetReader(leaves, styles, strings.texts, from_1904=book.from_1904)
            stream(archive.read(relations.by_id[sheet.relation]), cells)
            leaves.turn(keep_empty=True)
    return document_of("xlsx", about, leaves, count=len(shown_sheets))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet as its workbook lists it."""

    name: str
    relation: str
    hidden: bool


class Workbook:
    """Reads the list of sheets."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.from_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A sheet, or how days are counted."""
        if name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in {"1", "true"}
        elif name == "sheet" and len(self.sheets) < _MOST_SHEETS:
            hidden = attributes.get("state", "visible") != "visible"
            relation = attribute(attributes, "id", "relationships") or ""
            self.sheets.append(Sheet(name=attributes.get("name", "")[:255], relation=relation, hidden=hidden))

    def end(self, name: str) -> None:
        """Nothing to close."""

    def text(self, data: str) -> None:
        """The list has no text."""


class SharedStrings:
    """Reads the texts that cells share, up to so many letters; raises `EnoughError` after them."""

    def __init__(self, letters: int) -> None:
        self.texts: list[str] = []
        self.cut = False
        self._room = letters
        self._parts: list[str] = []
        self._text = False
        self._phonetic = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        _ = attributes
        if name == "rPh":
            self._phonetic = True
        elif name == "t":
            self._text = not self._phonetic

    def text(self, data: str) -> None:
        """Letters of a string, or of a part of it in its own letter type."""
        if not self._text:
            return
        self._room -= len(data)
        if self._room < 0:
            self.cut = True
            raise EnoughError
        self._parts.append(data)

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "t":
            self._text = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            self.texts.append("".join(self._parts)[:_LONGEST_CELL])
            self._parts = []
            self._room -= 1


class SheetReader:
    """Turns the cells of a sheet into lines."""

    def __init__(self, leaves: Leaves, styles: Styles, strings: list[str], *, from_1904: bool) -> None:
        self._leaves = leaves
        self._styles = styles
        self._strings = strings
        self._from_1904 = from_1904
        self._row: list[str] = []
        self._kind = ""
        self._look = Look.PLAIN
        self._value: list[str] = []
        self._room = 0
        self._reads = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "c":
            self._kind = attributes.get("t", "n")
            self._look = self._styles.look(attributes.get("s", "0")) if self._kind == "n" else Look.PLAIN
            self._value, self._room = [], _LONGEST_CELL
        elif name in {"v", "t"}:
            self._reads = True

    def text(self, data: str) -> None:
        """Letters of a value."""
        if self._reads and self._room > 0:
            self._value.append(data[: self._room])
            self._room -= len(data)

    def end(self, name: str) -> None:
        """An element ends."""
        if name in {"v", "t"}:
            self._reads = False
        elif name == "c":
            value = self._cell()
            if value and len(self._row) < _MOST_CELLS:
                self._row.append(" ".join(value.split()))
        elif name == "row" and self._row:
            self._leaves.add("\t".join(self._row) + "\n")
            self._row = []

    def _cell(self) -> str:
        value = "".join(self._value)
        if not value or self._kind == "e":
            return ""  # `#N/A` and the like say nothing
        if self._kind == "s":
            known = value.isascii() and value.isdigit() and len(value) <= 9  # noqa: PLR2004
            return self._strings[int(value)] if known and int(value) < len(self._strings) else ""
        if self._kind == "b":
            return ""
        return shown(value, self._look, from_1904=self._from_1904) if self._kind == "n" else value
