"""The text of a DOCX, in reading order and page by page as far as the file says where pages end."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from auditor.extract.leaves import EnoughError, Leaves, document_of
from auditor.extract.office.archive import Archive
from auditor.extract.office.numbering import Counters, NumberingReader
from auditor.extract.office.package import Relations, about_of, is_on, main_part
from auditor.extract.office.xmlstream import attribute, stream

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.config import DocumentLimits
    from auditor.facts import Document

# A drawing is told twice (Choice, Fallback); what was moved or struck out is no longer there.
_SKIPPED = frozenset({"Fallback", "moveFrom", "del", "rPrChange", "pPrChange"})
_GAPS = {"tab": "\t", "ptab": "\t", "cr": "\n"}
_BESIDE = ("header", "footer", "footnotes", "endnotes")  # kinds of parts that belong to no page in particular
_MOST_BESIDE = 12


def read_docx(body: bytes, limits: DocumentLimits) -> Document:
    """What a Word file says. Headers, footers and notes come last: first lines tell what a paper is."""
    archive = Archive(body, limits)
    about, pages = about_of(archive)
    main = main_part(archive, "word/document.xml")
    relations = Relations(archive, main)
    numbering = NumberingReader()
    for part in relations.by_type.get("numbering", [])[:1]:
        stream(archive.read(part), numbering)
    leaves = Leaves(limits)
    if not archive.has(main):
        return document_of("docx", about, leaves, count=pages, detail="has no document part")
    with suppress(EnoughError):
        stream(archive.read(main), WordReader(leaves, numbering.counters()))
        for part in [part for kind in _BESIDE for part in relations.by_type.get(kind, ())][:_MOST_BESIDE]:
            leaves.gap("\n")
            stream(archive.read(part), WordReader(leaves, Counters()))
    return document_of("docx", about, leaves, count=pages)


class WordReader:
    """Turns the elements of a WordprocessingML part into lines; a row of a table is one, its cells tabs apart."""

    def __init__(self, leaves: Leaves, counters: Counters) -> None:
        self._leaves = leaves
        self._counters = counters
        self._path: list[str] = []
        self._skipping = 0  # depth of the element that is skipped; 0: none
        self._cells = 0  # tables are nested
        self._hidden = False
        self._text = False
        self._breaks = False  # a section ends with this paragraph, and the next begins on a new page
        self._level: str | None = None
        self._list: str | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._path.append(name)
        if self._skipping:
            return
        if name in _SKIPPED and self._above() != "rPr":
            self._skipping = len(self._path)
        elif name == "t":
            self._text = not self._hidden
        elif self._above() == "r":
            self._in_run(name, attributes)
        elif self._above() == "pPr" or (name in {"ilvl", "numId", "type"} and "pPr" in self._path[-3:]):
            self._of_paragraph(name, attributes)
        elif name == "vanish" and self._path[-3:-1] == ["r", "rPr"]:
            self._hidden = is_on(attributes)
        elif name == "tc":
            self._cells += 1

    def _above(self) -> str:
        return self._path[-2] if len(self._path) > 1 else ""

    def _in_run(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "lastRenderedPageBreak" or (name == "br" and attribute(attributes, "type") == "page"):
            self._leaves.turn()
        elif name == "br":
            self._leaves.gap("\n")
        elif name == "noBreakHyphen":
            self._leaves.add("-")
        elif name in _GAPS:
            self._leaves.gap(_GAPS[name])

    def _of_paragraph(self, name: str, attributes: Mapping[str, str]) -> None:
        value = attribute(attributes, "val") or ""
        if name == "pageBreakBefore" and is_on(attributes):
            self._leaves.turn()
        elif name == "sectPr":
            self._breaks = True
        elif name == "type":
            self._breaks = value not in {"continuous", "nextColumn"}
        elif name == "ilvl":
            self._level = value
        elif name == "numId":
            self._list = value

    def text(self, data: str) -> None:
        """Letters: those of runs count."""
        if self._text and not self._skipping:
            self._leaves.add(data)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skipping:
            self._skipping = 0 if len(self._path) == self._skipping else self._skipping
        elif name == "t":
            self._text = False
        elif name == "r":
            self._hidden = False
        elif name == "pPr":
            self._number()
        elif name == "p":
            self._end_paragraph()
        elif name == "tc":
            self._cells -= 1
            self._leaves.gap("\t")
        elif name == "tr":
            self._leaves.gap("\n")
        self._path.pop()

    def _number(self) -> None:
        """The number that the program writes before the paragraph."""
        if self._list is not None:
            self._leaves.add(self._counters.next(self._list, self._level or "0"))
        self._list = self._level = None

    def _end_paragraph(self) -> None:
        self._leaves.gap(" " if self._cells else "\n")
        if self._breaks:
            self._breaks = False
            self._leaves.turn()
