r"""What a cell of a spreadsheet may hold, and text made fit for it (RELIABILITY_RULES 22).

XLSX and CSV share it: control characters, surrogates and what XML cannot carry are gone, direction marks are shown
as `\u202E`, ID numbers are masked, and no text is longer than a cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from auditor.thai.national_ids import masked

LONGEST_CELL = 32_767
"""Letters in a cell, counted in UTF-16 as spreadsheets do."""

_LINES = re.compile(r"[\t\n\r]+")
_GONE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Link:
    """An address to click on, and the words that stand for it."""

    url: str
    shown: str = ""  # "": the address itself


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a closed set: itself for programs, its words for people."""

    code: str
    shown: str


Cell = str | int | float | date | datetime | Link | Code | None


def cell_text(text: str) -> str:
    """The text as a cell may hold it."""
    clean = _GONE.sub("", _LINES.sub(" ", masked(text[: LONGEST_CELL * 2])))
    clean = _DIRECTION.sub(lambda mark: f"\\u{ord(mark[0]):04X}", clean)
    return clean if _units(clean) <= LONGEST_CELL else _cut(clean)


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def _cut(text: str) -> str:
    """As many letters as fit, and a mark that there were more."""
    room = LONGEST_CELL - 1
    kept = text[:room]
    while (over := _units(kept) - room) > 0:
        kept = kept[: -((over + 1) // 2)]
    return kept + "…"
