"""Quotations: the words as they stand, long enough to judge by and never cut inside a cluster of Thai signs."""

from __future__ import annotations

import unicodedata

from auditor.assess.lexicon import folded
from auditor.thai.longer_words import seams
from auditor.thai.national_ids import masked, numbers_in
from auditor.thai.text import find_folded, trace_fold

LONGEST = 300
"""Letters of a quotation; CONTRACT.md leaves the length to us."""

_AROUND = 110
_NUMBER = 60  # letters that an ID number takes at most


def quote_phrase(text: str, phrase: str) -> str | None:
    """The line or lines around the first place where `text` says `phrase` (after folding); None if it does not."""
    if folded(phrase) not in folded(text):
        return None
    place = find_folded(text, phrase)
    return None if place is None else quote_around(text, *place)


def quote_word(text: str, word: str) -> str | None:
    """As `quote_phrase`, of the first place where `word` is no part of a longer word; None if it always is."""
    inside, wanted = folded(text), folded(word)
    if not wanted or wanted not in inside:
        return None
    limits = seams(inside)
    at = inside.find(wanted)
    while at >= 0 and limits.cut_by(at, at + len(wanted)):
        at = inside.find(wanted, at + 1)
    return None if at < 0 else quote_around(text, *trace_fold(text).span(at, at + len(wanted)))


def quote_around(text: str, start: int, end: int) -> str:
    """The words at `start`–`end` with some of their neighbours, on one line."""
    first = _word_start(text, max(0, start - _AROUND))
    last = _word_end(text, min(len(text), max(end, start + 1) + _AROUND))
    first, last = _around_numbers(text, first, last)
    inner = " ".join(text[first:last].split())
    return shorten(("… " if first > 0 else "") + inner + (" …" if last < len(text) else ""))


def shorten(text: str, longest: int = LONGEST) -> str:
    """One line of at most `longest` letters, with a mark where it was cut."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    line = masked(line[: longest + _NUMBER])  # what is left of a number that is cut could no longer be masked
    cut = min(longest - 2, len(line) - 1)
    while cut > longest // 2 and unicodedata.category(line[cut]) in {"Mn", "Mc"}:
        cut -= 1
    return line[:cut].rstrip() + " …"


def _around_numbers(text: str, first: int, last: int) -> tuple[int, int]:
    """The same stretch, but that no ID number is cut: what is left of it could not be masked."""
    base = max(0, first - _NUMBER)
    for seen in numbers_in(text[base : last + _NUMBER]):
        start, end = base + seen.start, base + seen.end
        first = start if start < first < end else first
        last = end if start < last < end else last
    return first, last


def _word_start(text: str, place: int) -> int:
    """Go back to a blank, if one is near; else to a sign that begins a cluster."""
    for step in range(30):
        if place - step <= 0:
            return 0
        if text[place - step - 1].isspace():
            return place - step
    while place > 0 and unicodedata.category(text[place]) == "Mn":
        place -= 1
    return place


def _word_end(text: str, place: int) -> int:
    for step in range(30):
        if place + step >= len(text):
            return len(text)
        if text[place + step].isspace():
            return place + step
    while place < len(text) and unicodedata.category(text[place]) == "Mn":
        place += 1
    return place
