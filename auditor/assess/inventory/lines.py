"""One line of words beside an item, read once: its dates, sizes, types and names, and what is left without them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.assess.lexicon import folded
from auditor.thai.counters import find_counters
from auditor.thai.dates import Precision, find_dates
from auditor.thai.item_words import may_hold_source, may_hold_type, may_tell
from auditor.thai.metadata import Metadata
from auditor.thai.sizes import find_file_types, find_sizes
from auditor.thai.sources import find_sources
from auditor.thai.text import letters_in

if TYPE_CHECKING:
    from auditor.assess.lexicon import Lexicon
    from auditor.thai.sources import Source

LONGEST = 400
"""Letters of a line that may be metadata; what is longer is running text."""

_BYLINE_LETTERS = 40
"""Letters that may be left of a by-line when its fields are taken out: the name of a unit or a category."""

_BESIDE_TYPE = 4  # letters beside a file type that is alone in its line
_UNIT_LETTERS = 60
_LONE_UNIT_LETTERS = 45
_REMEMBERED = 2_048  # lines
_SEPARATORS = re.compile(r"[\n|•·;,()\[\]{}/»«]+|\s[-–—]+\s|\s{2,}")
_EDGES = " \t\n.:-–—_*\"'“”>»|"
_PLAIN = Metadata()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words beside an item. `text` holds the head of the column, or the label before, too: «ขนาดไฟล์ : 532 KB»."""

    text: str
    head: str = ""  # the label alone
    title: bool = False  # the words of the link itself
    cell: bool = False  # of a row of a table


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a line tells."""

    found: Metadata
    rest: int  # letters that are none of its fields
    unit: str = ""  # a unit of an agency that is named without a label

    @property
    def is_byline(self) -> bool:
        """Is the line little more than its fields?"""
        return self.rest <= _BYLINE_LETTERS

    @property
    def tells(self) -> bool:
        """Does it hold a field that is no part of a name: a day, a size, a source, a count, a type alone?"""
        found = self.found
        days = any(span.precision is Precision.DAY for span in found.dates)
        alone = bool(found.types) and self.rest <= _BESIDE_TYPE
        return days or alone or bool(found.sizes or found.sources or found.counters or self.unit)

    @property
    def is_only_fields(self) -> bool:
        """A by-line with a field in it, which names nothing."""
        return self.is_byline and self.tells

    @property
    def is_dated(self) -> bool:
        """A by-line with a date in it."""
        return self.is_byline and any(span.precision is Precision.DAY for span in self.found.dates)


_NOTHING = Reading(found=_PLAIN, rest=0)


class LineReader:
    """Reads lines and remembers them: side columns and lists come again on other pages."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        words = sorted(lexicon.words("byline-words"), key=len, reverse=True)
        self._byline = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
        self._edge = re.compile(rf"^(?:{self._byline.pattern})\s*|\s*(?:{self._byline.pattern})$", re.IGNORECASE)
        self.read = lru_cache(_REMEMBERED)(self._read)

    def name_in(self, text: str) -> str:
        """The longest run of words of a line that is none of its fields."""
        reading = self.read(text)
        days = tuple(span for span in reading.found.dates if span.precision is Precision.DAY)
        bare = _without(text, replace(reading.found, dates=days))
        if reading.unit:
            bare = bare.replace(reading.unit, "\n")
        return max(map(self._trimmed, bare.split("\n")), key=letters_in, default="").strip("([{)]}")

    def is_account(self, name: str) -> bool:
        """Is it the name of an account in a content system?"""
        bare = re.sub(r"[\d_.\-@]+", " ", name).strip()
        return self._lexicon.equals("account-names", name) or not bare or self._lexicon.equals("account-names", bare)

    def source_in(self, reading: Reading) -> Source | None:
        """The best source that a line names behind a label; an account is none."""
        named = [source for source in reading.found.sources if not self.is_account(source.name)]
        return min(named, key=lambda source: source.kind, default=None)

    def _read(self, text: str) -> Reading:
        """What a line tells; nothing of running text."""
        if not text or len(text) > LONGEST:
            return Reading(found=_PLAIN, rest=len(text))
        if not may_tell(text):
            return Reading(found=_PLAIN, rest=letters_in(text), unit="")
        found = _fields_in(text)
        bare = _without(text, found)
        rest = letters_in(re.sub(r"\d+", " ", self._byline.sub(" ", bare)))
        return Reading(found=found, rest=rest, unit=self._unit(bare, found))

    def _unit(self, bare: str, found: Metadata) -> str:
        """A unit that stands as a part of its own between the fields; one alone on its line must be a known kind."""
        beside = bool(found.dates or found.counters or found.sizes)
        for part in _SEPARATORS.split(bare):
            name = self._trimmed(part)
            if self._is_unit(name, _UNIT_LETTERS if beside else _LONE_UNIT_LETTERS, sure=not beside):
                return name
        return ""

    def _trimmed(self, part: str) -> str:
        name = part.strip(_EDGES)
        while (shorter := self._edge.sub("", name).strip(_EDGES)) != name:
            name = shorter
        return name

    def _is_unit(self, name: str, longest: int, *, sure: bool) -> bool:
        if not 2 < len(name) <= longest or any(letter.isdecimal() for letter in name):  # noqa: PLR2004 - รพ.
            return False
        if sure and not self._lexicon.starts("organisation-unit-words", name):
            return False
        begins = self._lexicon.starts("unit-beginnings", name) and not self._lexicon.starts("no-unit-words", name)
        return begins and not self._lexicon.holds("deed-words", name) and not _is_bare(name, self._lexicon)


def _fields_in(text: str) -> Metadata:
    """The fields of a line; each reader is asked only where it may find something."""
    numbered = any(letter.isdecimal() for letter in text)
    return Metadata(
        dates=find_dates(text) if numbered else (),
        sizes=find_sizes(text) if numbered else (),
        types=find_file_types(text) if may_hold_type(text) else (),
        sources=find_sources(text) if may_hold_source(text) else (),
        counters=find_counters(text) if numbered else (),
    )


def _is_bare(name: str, lexicon: Lexicon) -> bool:
    """Only the word for a kind of unit, without a name."""
    return lexicon.equals("unit-beginnings", name) or len(folded(name)) < 4  # noqa: PLR2004 - letters


def _without(text: str, found: Metadata) -> str:
    """The line without its fields and their labels."""
    spans = [
        *((span.start, span.end) for span in found.dates),
        *((size.start, size.end) for size in found.sizes),
        *((kind.start, kind.end) for kind in found.types),
        *((counter.start, counter.end) for counter in found.counters),
        *((_label_start(text, source), source.end) for source in found.sources),
    ]
    letters = list(text)
    for start, end in spans:
        letters[start:end] = "\n" * (end - start)
    bare = "".join(letters)
    for span in found.dates:
        if span.label:
            bare = bare.replace(span.label, "\n")
    return bare


def _label_start(text: str, source: Source) -> int:
    at = text.rfind(source.label, 0, source.start)
    return at if at >= 0 else source.start
