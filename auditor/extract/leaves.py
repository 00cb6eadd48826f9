"""The text of a document as it is read, page by page, up to the limits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.extract.about import clean
from auditor.facts import Document, DocumentState
from auditor.thai.pdf_text import is_garbled

if TYPE_CHECKING:
    from auditor.config import DocumentLimits
    from auditor.extract.about import About

LETTERS_OF_A_TEXT_PAGE = 20
_LETTER = re.compile(r"[^\W\d_]")
_GAPS = " \t\n"  # from weak to strong
_UNNAMED = re.compile(r"Sheet ?\d*", re.IGNORECASE)


class EnoughError(Exception):
    """As much text as is kept of a document has been read; not an error of the file."""


class Leaves:
    """Pages (or sheets, or slides) of text. `add` raises `EnoughError` once there is as much as is kept."""

    def __init__(self, limits: DocumentLimits) -> None:
        self._room = limits.text_chars
        self._most = limits.text_pages
        self._done: list[str] = []
        self._parts: list[str] = []
        self._has_words = False
        self._head = ""
        self._gap = ""
        self.truncated = False

    def head(self, name: str) -> None:
        """The name of the page at hand, for its first line if the page says anything; not one a program gave it."""
        self._head = "" if _UNNAMED.fullmatch(name) or not name else f"{name}\n"

    def gap(self, mark: str) -> None:
        """A blank, a tab (the next cell) or a line end before what follows; of several the strongest stands."""
        if self._has_words and _GAPS.find(mark) >= _GAPS.find(self._gap or " "):
            self._gap = mark

    def add(self, text: str) -> None:
        """More text of the page at hand."""
        if not text:
            return
        if len(self._done) >= self._most:
            self.truncated = True
            raise EnoughError
        text, self._head, self._gap = self._head + self._gap + text, "", ""
        if len(text) > self._room:
            self._parts.append(text[: self._room])
            self._room = 0
            self.truncated = True
            raise EnoughError
        self._room -= len(text)
        self._parts.append(text)
        self._has_words = self._has_words or not text.isspace()

    def turn(self, *, keep_empty: bool = False) -> None:
        """What follows is on another page; two turns without words between them are one, unless `keep_empty`."""
        if not self._has_words and not keep_empty:
            return
        if len(self._done) >= self._most:
            self.truncated = True
            raise EnoughError
        self._close()

    def _close(self) -> None:
        self._done.append(_tidy("".join(self._parts)))
        self._parts, self._has_words, self._head, self._gap = [], False, "", ""

    def pages(self) -> tuple[str, ...]:
        """All pages read so far; the last is counted where it says something."""
        if "".join(self._parts).strip():
            self._close()
        return tuple(self._done)


def document_of(kind: str, about: About, leaves: Leaves, *, count: int | None = None, detail: str = "") -> Document:
    """The document that a reader has read; `count`: its pages, if that is known better than from the text."""
    text = leaves.pages()
    return Document(
        kind=kind,
        state=DocumentState.OK,
        detail=detail,
        title=about.title,
        author=about.author,
        producer=about.producer,
        created=about.created,
        modified=about.modified,
        lang=about.lang,
        pages=max(count or 0, len(text)) or None,
        text=text,
        text_pages=text_pages(text),
        dates=about.dates,
        truncated=leaves.truncated,
    )


def text_pages(text: tuple[str, ...]) -> int:
    """How many of the pages have text of their own."""
    return sum(1 for page in text if not has_few_letters(page))


def has_few_letters(page: str) -> bool:
    """Has the page so few letters that they are a stamp or a page number at most?"""
    return len(_LETTER.findall(page)) < LETTERS_OF_A_TEXT_PAGE


def is_wordless(page: str) -> bool:
    """Has the page no words of its own that could be read?"""
    return has_few_letters(page) or is_garbled((page,))


def _tidy(text: str) -> str:
    """Lines without blanks at their ends and around tabs, none of them empty."""
    lines = ("\t".join(cell.strip() for cell in line.split("\t")).strip() for line in clean(text).split("\n"))
    return "\n".join(line for line in lines if line)
