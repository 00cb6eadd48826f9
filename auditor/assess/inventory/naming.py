"""What an item is called, without the date, type and size that stand within its link, and what it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.findings import Rung
from auditor.rules import LabelKind
from auditor.thai.dates import DateRole, Precision
from auditor.thai.item_words import without_download
from auditor.thai.text import letters_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.assess.inventory.lines import LineReader
    from auditor.assess.lexicon import Lexicon
    from auditor.topics import TopicMatcher

_MARK = "\0"
_LETTER = r"[a-z\u0e01-\u0e4e]"
_LEAST = 3  # letters of a name
_LONGEST = 300
_SIGNS = r"[\s()\[\]{}|,:;/•·–—\-\"'.]"
_LEAD_SIGNS = " \t\n-–—•·*»>|:"


class Namer:
    """Names items and tells their topics."""

    def __init__(
        self, lines: LineReader, lexicon: Lexicon, matcher: TopicMatcher, categories: Mapping[str, str]
    ) -> None:
        self._lines, self._matcher, self._categories = lines, matcher, categories
        words = "|".join(map(re.escape, sorted(lexicon.words("byline-words"), key=len, reverse=True)))
        filler = rf"(?:{_SIGNS}|{_MARK}|(?<!{_LETTER})(?:{words})+)"
        self._tail = re.compile(rf"{filler}*{_MARK}{filler}*$", re.IGNORECASE)
        self._head = re.compile(rf"^(?:{_SIGNS}|{_MARK})*{_MARK}(?:{_SIGNS}|{_MARK})*")

    def title(self, label: str, *, dated: bool = False) -> str:
        """The name within a label. `dated`: a date at its edge is that of publication."""
        label = " ".join(label.split())[:_LONGEST]
        found = self._lines.read(label).found
        spans = [
            *((size.start, size.end) for size in found.sizes),
            *((kind.start - (label[: kind.start][-1:] == "."), kind.end) for kind in found.types),
            *((counter.start, counter.end) for counter in found.counters if len(counter.raw) < len(label)),
            *(
                (span.start, span.end)
                for span in found.dates
                if span.precision is Precision.DAY
                and (span.role is DateRole.PUBLISHED or (dated and span.role is DateRole.UNKNOWN))
            ),
        ]
        marked = list(label)
        for start, end in spans:
            marked[start:end] = _MARK * (end - start)
        text = "".join(marked)
        tail = self._tail.search(text)
        end = tail.start() if tail else len(text)
        head = self._head.match(text)
        start = head.end() if head else 0
        if label[end : end + 1] == ")" and label.count("(", start, end) > label.count(")", start, end):
            end += 1
        name = label[start:end].strip(_LEAD_SIGNS)
        name = without_download(name)
        return name if letters_in(name) >= _LEAST else label.strip()

    def topics(self, names: Iterable[str], kind: LabelKind) -> tuple[str, ...]:
        """The topics of the first name that means any; likeness alone means none."""
        for place, name in enumerate(names):
            found = self._matcher.match(name, kind if place == 0 else LabelKind.HEADING)
            told = tuple(match.topic for match in found.matches if match.rung is not Rung.FUZZY)
            if told:
                return told
        return ()

    def category(self, topics: tuple[str, ...]) -> str | None:
        """The category of the announcement that the first topic stands in."""
        return next((self._categories[topic] for topic in topics if topic in self._categories), None)
