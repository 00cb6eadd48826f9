"""The text of a PPTX, slide by slide in the order of the show."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from auditor.extract.leaves import EnoughError, Leaves, document_of
from auditor.extract.office.archive import Archive
from auditor.extract.office.package import Relations, about_of, main_part
from auditor.extract.office.xmlstream import attribute, stream

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.config import DocumentLimits
    from auditor.facts import Document

_MOST_SLIDES = 5_000
_SKIPPED = frozenset({"Fallback", "fld"})  # a drawing told twice; numbers and days that the program puts in


def read_pptx(body: bytes, limits: DocumentLimits) -> Document:
    """What the slides of a presentation say; notes of the speaker are not shown to readers."""
    archive = Archive(body, limits)
    about, _ = about_of(archive)
    main = main_part(archive, "ppt/presentation.xml")
    relations = Relations(archive, main)
    order = Order()
    if archive.has(main):
        stream(archive.read(main), order)
    slides = [relations.by_id[slide] for slide in order.slides if slide in relations.by_id]
    leaves = Leaves(limits)
    with suppress(EnoughError):
        for slide in slides:
            stream(archive.read(slide), SlideReader(leaves))
            leaves.turn(keep_empty=True)
    return document_of("pptx", about, leaves, count=len(slides))


class Order:
    """The relation ids of the slides, in order."""

    def __init__(self) -> None:
        self.slides: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A slide in the list."""
        if name == "sldId" and len(self.slides) < _MOST_SLIDES:
            self.slides.append(attribute(attributes, "id", "relationships") or "")

    def end(self, name: str) -> None:
        """Nothing to close."""

    def text(self, data: str) -> None:
        """The list has no text."""


class SlideReader:
    """Turns the elements of a slide into lines; a row of a table is one line."""

    def __init__(self, leaves: Leaves) -> None:
        self._leaves = leaves
        self._text = False
        self._skipping = 0
        self._cells = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        _ = attributes
        if self._skipping or name in _SKIPPED:
            self._skipping += 1
        elif name == "t":
            self._text = True
        elif name == "br":
            self._leaves.gap("\n")
        elif name == "tc":
            self._cells += 1

    def text(self, data: str) -> None:
        """Letters: those of runs count."""
        if self._text:
            self._leaves.add(data)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skipping:
            self._skipping -= 1
        elif name == "t":
            self._text = False
        elif name == "p":
            self._leaves.gap(" " if self._cells else "\n")
        elif name == "tc":
            self._cells -= 1
            self._leaves.gap("\t")
        elif name == "tr":
            self._leaves.gap("\n")
