"""What kind of paper a target is, from its own words, before its label is believed.

Thai ITA trees put a memo and a request form with the item's own name beside every real document, and often bind
them into one file: so a document's pages are told apart one by one (REQUIREMENTS.md 1.1).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.rules import Genre

if TYPE_CHECKING:
    from auditor.assess.lexicon import Lexicon
    from auditor.assess.passages import Passage

HEAD = 700
"""Signs within which a paper says what it is."""

_MEMO_MARKS = 3
_FORM_MARKS = 3

# Told in this order: a plan that quotes a law is a plan. Each kind's marks are the vocabulary list of that name.
_BY_HEAD = (
    (Genre.ORDER, "order-marks"),
    (Genre.ANNOUNCEMENT, "announcement-marks"),
    (Genre.AGREEMENT, "agreement-marks"),
    (Genre.REPORT, "report-marks"),
    (Genre.PLAN, "plan-marks"),
    (Genre.MANUAL, "manual-marks"),
    (Genre.LAW, "law-marks"),
)


def genre_of(text: str, lexicon: Lexicon) -> Genre:
    """The kind of paper that begins with `text`."""
    head = text[:HEAD]
    if is_memo(text, lexicon):
        return Genre.MEMO
    if is_request_form(text, lexicon):
        return Genre.REQUEST_FORM
    for line in head.splitlines()[:6]:
        for genre, marks in _BY_HEAD:
            if lexicon.starts(marks, line):
                return genre
    told = (genre for genre, marks in _BY_HEAD if genre is not Genre.LAW and lexicon.holds(marks, head[: HEAD // 2]))
    return next(told, Genre.OTHER)


def is_memo(text: str, lexicon: Lexicon) -> bool:
    """Is it an internal memo: its title in the head, and the address lines that every memo has?"""
    head = text[:HEAD]
    return lexicon.holds("memo-title", head[: HEAD // 2]) and len(lexicon.found("memo-marks", head)) >= _MEMO_MARKS


def is_request_form(text: str, lexicon: Lexicon) -> bool:
    """Is it the annex of the announcement: its title in the head, and the fields to fill in?"""
    fields = lexicon.found("request-form-fields", text[: 3 * HEAD])
    return lexicon.holds("request-form-marks", text[:HEAD]) and len(fields) >= _FORM_MARKS


def _with_continuations(kinds: list[Genre], passage: Passage) -> list[Genre]:
    """A short page without a kind of its own that follows a memo is the memo's next page (its signatures)."""
    told: list[Genre] = []
    for kind, block in zip(kinds, passage.blocks, strict=True):
        goes_on = kind is Genre.OTHER and bool(told) and told[-1] is Genre.MEMO and len(block.text) < HEAD
        told.append(Genre.MEMO if goes_on else kind)
    return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Substance:
    """A passage without the papers that only accompany the thing."""

    passage: Passage  # may be empty
    memo: bool
    request_form: bool
    genre: Genre  # of what is left


def substance_of(passage: Passage, lexicon: Lexicon) -> Substance:
    """Take memos and request forms out of a document, page by page; a web page is one piece."""
    pieces = passage.blocks if passage.pages else ()
    if not pieces:
        kind = genre_of(f"{passage.title}\n{passage.text}", lexicon)
        accompanying = kind in {Genre.MEMO, Genre.REQUEST_FORM}
        left = replace(passage, blocks=()) if accompanying else passage
        return Substance(passage=left, memo=kind is Genre.MEMO, request_form=kind is Genre.REQUEST_FORM, genre=kind)
    kinds = _with_continuations([genre_of(block.text, lexicon) for block in pieces], passage)
    kept = [index for index, kind in enumerate(kinds) if kind not in {Genre.MEMO, Genre.REQUEST_FORM}]
    left = replace(
        passage,
        blocks=tuple(pieces[index] for index in kept),
        pages=tuple(passage.pages[index] for index in kept),
    )
    return Substance(
        passage=left,
        memo=Genre.MEMO in kinds,
        request_form=Genre.REQUEST_FORM in kinds,
        genre=kinds[kept[0]] if kept else (kinds[0] if kinds else Genre.OTHER),
    )
