"""The text of a DOC of Word 97 to 2003, after [MS-DOC]: the body first, then boxes, headers and notes.

Letters are Unicode in either width; an 8-bit piece is no code page (2.9.73), so Thai stands in 16-bit ones.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from auditor.extract.leaves import EnoughError, Leaves, document_of
from auditor.extract.legacy.compound import Compound, read_about
from auditor.extract.legacy.lists import read_counters
from auditor.extract.legacy.pieces import read_header, read_pieces
from auditor.extract.legacy.runs import settings, silent_runs
from auditor.extract.refusal import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.config import DocumentLimits
    from auditor.extract.legacy.pieces import Piece
    from auditor.extract.legacy.runs import Runs, Setting
    from auditor.extract.office.numbering import Counters
    from auditor.facts import Document

_MAIN = "WordDocument"
# Numbers of the parts of the table stream.
_LETTER_RUNS, _PARAGRAPHS, _PIECES, _LISTS, _LIST_USES = 12, 13, 33, 73, 74
_BODY = 0
_BESIDE = (5, 2, 6, 1, 4)  # boxes, headers, the boxes in those, footnotes, endnotes; not comments
_BLOCK = 32 * 1024  # letters decoded at a time
_RUN = re.compile(r"[^\x00-\x1f]+|[\x00-\x1f]")
_OF_TWO = re.compile("[\U00010000-\U0010ffff]")
_LINES = {"\t": "\t", "\x0b": "\n", "\x0e": "\n"}
_PARAGRAPH, _CELL, _PAGE, _HYPHEN = "\r", "\x07", "\x0c", "\x1e"
_ENDS = frozenset((_PARAGRAPH, _CELL, _PAGE))
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_MOST_FIELDS = 100
_EIGHT_BIT = dict(
    zip(
        (*range(0x82, 0x8D), *range(0x91, 0x9D), 0x9F),
        bytes((*range(0x82, 0x8D), *range(0x91, 0x9D), 0x9F)).decode("cp1252"),
        strict=True,
    )
)


def read_doc(body: bytes, limits: DocumentLimits) -> Document:
    """What an old Word file says; of one of Word 95 or before only what it says of itself."""
    compound = Compound(body)
    if not compound.has(_MAIN):
        raise damaged("has no main stream")
    main = compound.read(_MAIN)
    header = read_header(main)
    if header is None:
        return read_about("doc", compound, "of Word 95 or before: its text is not read")
    if not compound.has(header.table):
        raise damaged("has no table stream")
    table = compound.read(header.table)
    pieces = read_pieces(header.part(table, _PIECES), len(main))
    story = StoryReader(
        Leaves(limits),
        settings(header.part(table, _PARAGRAPHS), main),
        silent_runs(header.part(table, _LETTER_RUNS), main),
        read_counters(header.part(table, _LISTS), header.behind(table, _LISTS), header.part(table, _LIST_USES)),
    )
    with suppress(EnoughError):
        for number in (_BODY, *_BESIDE):
            first = sum(header.stories[:number])
            story.read(main, pieces, first, first + header.stories[number])
    about, pages = compound.about()
    return document_of("doc", about, story.leaves, count=pages)


class StoryReader:
    """Turns the letters and marks of a story into lines; a row of a table is one, its cells tabs apart."""

    def __init__(self, leaves: Leaves, paragraphs: Runs[Setting], silent: Runs[bool], counters: Counters) -> None:
        self.leaves = leaves
        self._paragraphs = paragraphs
        self._silent = silent
        self._counters = counters
        self._fields: list[bool] = []  # of each open field: is its result shown, as against its instruction
        self._last = ""
        self._begins = True  # no letter of the paragraph at hand has come

    def read(self, main: bytes, pieces: tuple[Piece, ...], first: int, last: int) -> None:
        """The letters between two character positions; raises `EnoughError` when the leaves are full."""
        if first >= last:
            return
        if pieces[-1].last < last:
            raise damaged("its text is cut off")
        self._fields, self._last, self._begins = [], "", True
        for at, width, text in _blocks(main, pieces, first, last):
            for run in _RUN.finditer(text):
                self._take(run[0], at + run.start() * width, width)
        self.leaves.gap("\n")

    def _take(self, run: str, at: int, width: int) -> None:
        if run >= " ":
            self._say(run, at, width)
        elif run == _FIELD:
            if len(self._fields) >= _MOST_FIELDS:
                raise damaged("fields within fields")
            self._fields.append(False)
        elif run in {_RESULT, _FIELD_END} and self._fields:
            self._fields.pop()
            if run == _RESULT:
                self._fields.append(True)
        elif all(self._fields):
            self._mark(run, at)
        self._last = run

    def _say(self, run: str, at: int, width: int) -> None:
        if not all(self._fields):
            return
        for first, last in self._silent.gaps(at, at + len(run) * width):
            if self._begins:
                self._begin(at)
            self.leaves.add(run[(first - at) // width : (last - at) // width])

    def _begin(self, at: int) -> None:
        """Before the first letter of a paragraph: the number that the program writes there."""
        self._begins = False
        setting = self._paragraphs.at(at)
        if setting and setting.on_new_page:
            self.leaves.turn()
        if setting and setting.in_list:
            self.leaves.add(self._counters.next(str(setting.in_list), str(setting.level)))

    def _mark(self, mark: str, at: int) -> None:
        self._begins = self._begins or mark in _ENDS
        if mark == _CELL:
            self.leaves.gap("\n" if self._ends_row(at) else "\t")
        elif mark == _PARAGRAPH:
            setting = self._paragraphs.at(at)
            self.leaves.gap(" " if setting and setting.in_table else "\n")
        elif mark == _PAGE:
            self.leaves.turn()
        elif mark == _HYPHEN:
            self.leaves.add("-")
        elif mark in _LINES:
            self.leaves.gap(_LINES[mark])

    def _ends_row(self, at: int) -> bool:
        """Is this the mark behind the last cell? Where nothing says so, it is the second of two."""
        if self._paragraphs:
            setting = self._paragraphs.at(at)
            return setting is not None and setting.row_end
        return self._last == _CELL


def _blocks(main: bytes, pieces: tuple[Piece, ...], first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """The letters between two character positions: where each block begins in the stream, its width, its text."""
    for piece in pieces:
        begin, end = max(first, piece.first), min(last, piece.last)
        for position in range(begin, end, _BLOCK):
            at = piece.at + (position - piece.first) * piece.width
            run = main[at : at + min(_BLOCK, end - position) * piece.width]
            yield at, piece.width, _decoded(run, piece.width)


def _decoded(run: bytes, width: int) -> str:
    """The letters; one that takes two places has a NUL behind it, so that places can be told from them."""
    if width == 1:
        return run.decode("latin-1").translate(_EIGHT_BIT)
    text = run.decode("utf-16-le", "replace")
    return text if len(text) * width == len(run) else _OF_TWO.sub(r"\g<0>\0", text)
