"""Text layers of PDF files: what is wrong in them is put right as far as that is certain, and the rest is measured.

Thai text comes out of PDF files in the order and with the gaps in which its marks were drawn, in places of old fonts,
or as Latin letters where a font was made for another code page (THAI_WEB N4–N7). Lost marks stay lost: compare by
`text.skeleton`.
"""

from __future__ import annotations

import re

from auditor.thai.rewriting import Step, rewrite
from auditor.thai.text import LETTERS

_MARKS = "ั\u0e34-\u0e3a\u0e47-\u0e4e"
_CONSONANT = "ก-ฮ"
_THAI = re.compile(r"[\u0e01-\u0e5b]")

# --- Latin letters that stand for Thai ---------------------------------------------------------------------

# The Windows fonts of the eighties and nineties: code page 874, with moved marks in places that it leaves free.
_MOVED = {
    0x80: 0xF700,
    **dict(zip(range(0x81, 0x85), range(0xF701, 0xF705), strict=True)),
    **dict(zip(range(0x86, 0x8B), range(0xF705, 0xF70A), strict=True)),
    **dict(zip(range(0x8B, 0x90), range(0xF70A, 0xF70F), strict=True)),
    0x90: 0xF70F,
    **dict(zip(range(0x98, 0xA0), range(0xF710, 0xF718), strict=True)),
    **dict(zip(range(0xFC, 0xFF), range(0xF718, 0xF71B), strict=True)),
}
_FEWEST_MASKED = 12
_MOST_MISREAD = 0.1


def _western(byte: int) -> str:
    """The letter that a reader who believes in code page 1252 makes of a byte."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_MASKS = {
    **{ord(_western(byte)): bytes([byte]).decode("cp874") for byte in (*range(0xA1, 0xDB), *range(0xDF, 0xFC))},
    **{ord(letter): chr(moved) for byte, moved in _MOVED.items() for letter in {_western(byte), chr(byte)}},
}
_MASKED = re.compile("[" + re.escape("".join(map(chr, _MASKS))) + "]")


def _unmasked(text: str) -> str:
    """Thai in place of the accented Latin letters, if the text reads as Thai then and did not before."""
    masked = len(_MASKED.findall(text))
    if masked < _FEWEST_MASKED or masked < len(_THAI.findall(text)):
        return text
    thai = rewrite(LETTERS, text.translate(_MASKS))
    return thai if unreadable_share(thai) <= _MOST_MISREAD else text


# --- lines drawn letter by letter, or twice ------------------------------------------------------------------

_FEWEST_LETTERS = 8
_SPREAD = 0.6  # of the Thai letters of a line have a blank behind them
_APART = re.compile(r"(?<=[\u0e01-\u0e5b]) (?=[\u0e01-\u0e5b])")
_MANY_BLANKS = re.compile(r" {2,}")


def _drawn_as_meant(line: str) -> str:
    letters = len(_THAI.findall(line))
    if letters < _FEWEST_LETTERS:
        return line
    bare = line.replace(" ", "")
    if len(bare) % 2 == 0 and bare[::2] == bare[1::2]:
        line = bare[::2]  # bold letters, drawn twice
    elif len(_APART.findall(line)) >= _SPREAD * letters:
        line = _MANY_BLANKS.sub(" ", _APART.sub("", line))
    return line


# --- marks ---------------------------------------------------------------------------------------------------

_REPAIRS: tuple[Step, ...] = (
    *LETTERS,
    Step(re.compile(r"[ \t]?ํ[ \t]?([่-๋]?)[ \t]?า"), r"\1ำ"),
    Step(re.compile(rf"(?<=[{_CONSONANT}])[ \t]([่-๋]?ำ)"), r"\1"),
    # No vowel stands alone: where one does, the blank is what is left of a sara am that was drawn in two parts.
    Step(re.compile(rf"(?<=[{_CONSONANT}่-๋])[ \t]า"), "ำ"),
    # A thanthakhat that slid over the next consonant: ยุทธศาสตรก์ าร.
    Step(re.compile(rf"([{_CONSONANT}])([{_CONSONANT}])์(?:[ \t](?=[ะาำ])|(?=ำ))"), r"\1์\2"),
    # The same with a vowel, in the one word where it decides a year: ปงี บประมาณ.
    Step(re.compile(r"ปงี[ \t]?บ"), "ปีงบ"),
    Step(re.compile(rf"(?<=[{_CONSONANT}{_MARKS}])[ \t](?=[{_MARKS}])"), ""),
    # A mark with nothing to stand on belongs to the consonant that follows.
    Step(re.compile(rf"(?<![{_CONSONANT}{_MARKS}])([{_MARKS}]{{1,3}})([{_CONSONANT}])"), r"\2\1"),
    Step(re.compile(rf"(?<=[{_CONSONANT}่-๋])[ \t](?=[ะๅ])"), ""),
    # A vowel that is written before its consonant ends no word.
    Step(re.compile(rf"(?<=[เแโใไ])[ \t](?=[{_CONSONANT}])"), ""),
    *LETTERS,
)


def repair_pdf(text: str) -> str:
    """Text of a PDF page with split sara am, stray blanks and displaced marks put right. Lines are kept."""
    lines = _unmasked(text).split("\n")
    return rewrite(_REPAIRS, "\n".join(map(_drawn_as_meant, lines)))


# --- what cannot be read -------------------------------------------------------------------------------------

_LETTERS = re.compile(rf"[^\W\d_]|[{_MARKS}]|[\ue000-\uf8ff\ufffd]")
_MISPLACED = re.compile(
    rf"[\ue000-\uf8ff\ufffd]|[\x80-\x9f]|(?<![{_CONSONANT}{_MARKS}])[{_MARKS}]|(?<![{_CONSONANT}{_MARKS}ะา])[ะาำ]"
    rf"|[เแโใไ](?![{_CONSONANT}])|[\u0e00\u0e5c-\u0e7f]"
)
_FEWEST_TO_JUDGE = 40
_TOO_MANY = 0.3

# Fonts that kept their letters to themselves give words such as «G2B$k» in their place.
_WORD = re.compile(r"[^\s\d]{3,40}")
_PLAIN_WORD = re.compile(
    r"[^\w\s]{0,3}(?:[^\W\d_A-Z]?[a-z\u00df-\u00ff]+|[A-Z][a-z\u00df-\u00ff]*|[A-Z]+s?)"
    r"(?:[-'’/.@_&][A-Za-z]+){0,4}[^\w\s]{0,3}"
)
_FEWEST_WORDS = 20
_FEW_PLAIN = 0.4


def unreadable_share(text: str) -> float:
    """The share of letters that are none, or stand where Thai allows none: 0.0 for good text, near 1.0 for noise."""
    return min(1.0, len(_MISPLACED.findall(text)) / max(1, len(_LETTERS.findall(text))))


def is_garbled(pages: tuple[str, ...]) -> bool:
    """Is so much of a document's (repaired) text wrong that nothing can be concluded from it?"""
    text = "\n".join(pages)
    if len(_LETTERS.findall(text)) < _FEWEST_TO_JUDGE:
        return False
    return unreadable_share(text) > _TOO_MANY or (not _THAI.search(text) and _is_latin_noise(text))


def _is_latin_noise(text: str) -> bool:
    words = _WORD.findall(text)
    plain = sum(_PLAIN_WORD.fullmatch(word) is not None for word in words)
    return len(words) >= _FEWEST_WORDS and plain < _FEW_PLAIN * len(words)
