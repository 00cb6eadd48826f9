"""The numbers that Word writes before the paragraphs of a list: they are in no text, yet readers count by them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.extract.office.xmlstream import attribute

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACE = re.compile(r"%([1-9])")
_NUMBERS = frozenset({"decimal", "decimalZero", "thaiNumbers", "thaiCounting", "arabicFullWidth"})
_MOST_LEVELS = 9
_MOST_LISTS = 10_000
_LONGEST_TEXT = 40


@dataclass(slots=True)
class Level:
    """How one level of a list is numbered."""

    kind: str = "decimal"
    text: str = ""
    first: int = 1


class Counters:
    """The state of all lists of a document."""

    def __init__(self, lists: Mapping[str, Mapping[int, Level]] | None = None) -> None:
        self._lists = lists or {}
        self._counts: dict[tuple[str, int], int] = {}

    def next(self, list_id: str, level: str) -> str:
        """The number of the next paragraph of that list and level, with a blank; "" where none is known."""
        at = int(level) if level.isdigit() and len(level) == 1 else 0
        levels = self._lists.get(list_id, {})
        known = levels.get(at)
        if known is None:
            return ""
        count = self._counts[list_id, at] = self._counts.get((list_id, at), known.first - 1) + 1
        for deeper in range(at + 1, _MOST_LEVELS):
            self._counts.pop((list_id, deeper), None)
        if known.kind not in _NUMBERS:
            return ""  # bullets, letters and Roman numbers count nothing that is asked for
        return _PLACE.sub(lambda match: self._shown(list_id, int(match[1]) - 1, at, count), known.text) + " "

    def _shown(self, list_id: str, at: int, own: int, count: int) -> str:
        return str(count if at == own else self._counts.get((list_id, at), 1))


class NumberingReader:
    """Reads the numbering part; then `counters` gives the lists at their start."""

    def __init__(self) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._levels: dict[int, Level] | None = None
        self._level: Level | None = None
        self._list = ""

    def counters(self) -> Counters:
        """The lists, none begun."""
        return Counters({name: self._abstract.get(abstract, {}) for name, abstract in self._lists.items()})

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A list, a level, or how it is numbered."""
        value = attribute(attributes, "val") or ""
        if name == "abstractNum":
            self._levels = {}
            if len(self._abstract) < _MOST_LISTS:
                self._abstract[attribute(attributes, "abstractNumId") or ""] = self._levels
        elif name == "lvl" and self._levels is not None:
            at = attribute(attributes, "ilvl") or ""
            self._level = Level()
            if at.isdigit() and int(at) < _MOST_LEVELS:
                self._levels[int(at)] = self._level
        elif name == "num":
            self._levels, self._list = None, attribute(attributes, "numId") or ""
        elif name == "abstractNumId" and len(self._lists) < _MOST_LISTS:
            self._lists[self._list] = value
        elif self._level is not None:
            self._of_level(name, value)

    def _of_level(self, name: str, value: str) -> None:
        if self._level is None:
            return
        if name == "numFmt":
            self._level.kind = value
        elif name == "lvlText":
            self._level.text = value[:_LONGEST_TEXT]
        elif name == "start" and value.isdigit() and len(value) <= 6:  # noqa: PLR2004 - no list begins later
            self._level.first = int(value)

    def end(self, name: str) -> None:
        """A level ends."""
        if name == "lvl":
            self._level = None

    def text(self, data: str) -> None:
        """Numbering has no text."""
