"""The five fields of clause 2.2 from the lines beside an item, each with how telling the place is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Generic, TypeVar

from auditor.assess.quoting import shorten
from auditor.items import DateFrom, ItemPeriod, Published, Source
from auditor.thai.dates import DateRole, Precision
from auditor.thai.item_words import is_about_data, is_bare_on, is_count, is_named_type, may_be_part_of_year
from auditor.thai.sources import SourceKind
from auditor.thai.text import letters_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.assess.inventory.lines import Line, LineReader, Reading
    from auditor.assess.lexicon import Lexicon
    from auditor.thai.dates import DateSpan

T = TypeVar("T")

QUOTE = 140
"""Letters of a quotation."""

LABELLED, BESIDE, WEAK, CHANGED, IN_TITLE = range(5)
"""How telling a date of publication is: by its label, by its place, by a weak word, only that of a change, or at the
end of the item's name."""

BARE_YEAR = 15
"""The rank of a year alone in a title: what is said around the item, or in the document, is more exact."""

_SEPARATE = 1  # a unit that stands without a label counts as much as a maker
_BESIDE_UNIT = 3  # letters of a heading beside the unit that it names
_ONLY_DATE = 6  # letters beside a date that still leave it alone in its line
_PARTS = frozenset({Precision.MONTH, Precision.QUARTER, Precision.HALF})
_YEARS = frozenset({Precision.FISCAL_YEAR, Precision.YEAR})
_WIDTHS = {
    Precision.DAY: 0,
    Precision.MONTH: 1,
    Precision.QUARTER: 2,
    Precision.HALF: 3,
    Precision.FISCAL_YEAR: 4,
    Precision.YEAR: 5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[T]):
    """A field and the rank of the place where it was read; the lower is the more telling."""

    rank: int
    value: T


def better(known: Found[T] | None, other: Found[T] | None, step: int = 0) -> Found[T] | None:
    """The more telling of two; `step` is added to the rank of the other, and of equals the first stays."""
    if other is None:
        return known
    moved = Found(rank=other.rank + step, value=other.value) if step else other
    return moved if known is None or moved.rank < known.rank else known


class FieldReader:
    """Reads fields from lines."""

    def __init__(self, lines: LineReader, lexicon: Lexicon) -> None:
        self._lines, self._lexicon = lines, lexicon

    @property
    def lines(self) -> LineReader:
        """What reads the lines."""
        return self._lines

    @property
    def lexicon(self) -> Lexicon:
        """The words it reads by."""
        return self._lexicon

    # --- the day of publication ----------------------------------------------------------------------------

    def published(self, lines: Iterable[Line], origin: DateFrom = DateFrom.PAGE) -> Found[Published] | None:
        """The day that the lines tell as that of publication."""
        best: Found[Published] | None = None
        for line in lines:
            reading = self._lines.read(line.text)
            for span in reading.found.dates:
                rank = self._rank_of_day(span, line, reading)
                day = span.first or span.last
                if rank is not None and day is not None:
                    labelled = span.role is DateRole.PUBLISHED
                    value = Published(day=day, quote=shorten(line.text, QUOTE), origin=origin, labelled=labelled)
                    best = better(best, Found(rank=rank, value=value))
        return best

    def _rank_of_day(self, span: DateSpan, line: Line, reading: Reading) -> int | None:
        if span.precision is not Precision.DAY:
            return None
        match span.role:
            case DateRole.PUBLISHED:
                return LABELLED
            case DateRole.MODIFIED:
                return CHANGED if reading.is_byline else None
            case DateRole.EVENT if is_bare_on(span.label) and reading.rest <= _ONLY_DATE and not line.title:
                return WEAK
            case DateRole.UNKNOWN if span.first == span.last:
                return self._rank_of_place(span, line, reading)
            case _:
                return None

    def _rank_of_place(self, span: DateSpan, line: Line, reading: Reading) -> int | None:
        """A date without a label: alone in a cell or by-line it is that of publication."""
        if line.title:
            alone = letters_in(line.text) - letters_in(span.raw) >= _ONLY_DATE
            at_edge = span.end >= len(line.text.rstrip(" )]")) or span.start <= len("[ (")
            return IN_TITLE if alone and at_edge else None
        if line.cell and line.head:
            return BESIDE if reading.rest <= letters_in(line.head) + _ONLY_DATE else None
        return BESIDE if reading.is_byline else None

    # --- the source ----------------------------------------------------------------------------------------

    def source(self, lines: Iterable[Line]) -> Found[Source] | None:
        """Who the lines say owns the information."""
        best: Found[Source] | None = None
        for line in lines:
            for rank, name in self._names(line):
                best = better(best, Found(rank=rank, value=Source(value=name, quote=shorten(line.text, QUOTE))))
        return best

    def _names(self, line: Line) -> Iterator[tuple[int, str]]:
        if line.title:
            return
        reading = self._lines.read(line.text)
        named = self._lines.source_in(reading)
        if named is not None and named.kind is not SourceKind.PICTURE:
            yield 2 * named.kind, named.name
        elif line.head and self._lexicon.equals("owner-heads", line.head):
            name = line.text.partition(":")[2].strip(" :-–\n")
            if letters_in(name) > 1 and not self._lines.is_account(name):
                yield 2 * SourceKind.OWNER, " ".join(name.split())
        elif reading.unit and (reading.is_byline or line.cell):
            yield 2 * _SEPARATE + 1, reading.unit

    def unit_heading(self, words: str) -> Found[Source] | None:
        """The unit that a heading names and nothing else: what stands below it is the unit's."""
        unit = self._lines.read(words).unit
        if not unit or letters_in(words) - letters_in(unit) > _BESIDE_UNIT:
            return None
        return Found(rank=2 * _SEPARATE + 1, value=Source(value=unit, quote=shorten(words, QUOTE)))

    # --- the period ----------------------------------------------------------------------------------------

    def period(self, lines: Iterable[Line], *, law: bool = False, data: bool = False) -> Found[ItemPeriod] | None:
        """The days that the lines say the information covers.

        `law`: the item is the text of a law, whose year is part of its name. `data`: only what is said of data
        counts, as in running text.
        """
        best: Found[ItemPeriod] | None = None
        for line in lines:
            reading = self._lines.read(line.text)
            told = [
                (self._rank_of_period(span, line), span)
                for span in reading.found.dates
                if self._covers(span, line, law=law, data=data)
            ]
            if told:
                rank, span = min(told, key=lambda one: (one[0], _WIDTHS[one[1].precision]))
                value = ItemPeriod(start=span.first, end=span.last, quote=shorten(line.text, QUOTE))
                best = better(best, Found(rank=rank, value=value))
        return best

    def part_of_year(self, name: str, year: str) -> Found[ItemPeriod] | None:
        """The quarter, half or month that a name tells, of the year that stands elsewhere: a column, a heading."""
        if not may_be_part_of_year(name) or not self._tells_year(year):
            return None
        found = self._lines.read(f"{name} {year}").found.dates
        parts = [span for span in found if span.precision in _PARTS and span.start < len(name) < span.end]
        if not parts:
            return None
        quote = shorten(f"{name} · {year}", QUOTE)
        return Found(rank=0, value=ItemPeriod(start=parts[0].first, end=parts[0].last, quote=quote))

    def _tells_year(self, text: str) -> bool:
        return any(span.precision in _YEARS for span in self._lines.read(text).found.dates)

    def _rank_of_period(self, span: DateSpan, line: Line) -> int:
        if span.precision is Precision.YEAR and not line.head and _one_year(span):
            return BARE_YEAR
        if line.head and self._lexicon.equals("period-heads", line.head):
            return 0
        if self._lexicon.starts("period-heads", line.text) or is_about_data(span.label):
            return 0 if not line.title else 1
        return 1

    def _covers(self, span: DateSpan, line: Line, *, law: bool, data: bool) -> bool:
        """Is the span one of data, rather than the day of an event, a deadline or a law's year?"""
        headed = bool(line.head) and self._lexicon.equals("period-heads", line.head)
        about = headed or is_about_data(span.label)
        said = about or self._lexicon.starts("period-heads", line.text)
        if (data and not said) or (span.first is None and span.last is None):
            return False
        match span.precision:
            case _ if span.role is DateRole.AS_OF:
                return not is_count(span.label) and span.precision is not Precision.YEAR
            case Precision.DAY:
                return headed or (span.role is DateRole.PERIOD and (about or _whole_months(span)))
            case Precision.MONTH:
                return span.role in {DateRole.PERIOD, DateRole.UNKNOWN} or headed
            case Precision.YEAR:
                return headed or not _one_year(span) or (line.title and not law)
            case Precision.QUARTER | Precision.HALF | Precision.FISCAL_YEAR:
                return True

    # --- type and size -------------------------------------------------------------------------------------

    def file_type(self, lines: Iterable[Line], alts: Iterable[str], actual: str | None) -> str | None:
        """The type that a reader sees; of several the one that the file is."""
        shown = [
            seen.extension
            for line in lines
            for seen in self._lines.read(line.text).found.types
            if not (line.title and is_named_type(seen.raw))
        ]
        shown += [seen.extension for alt in alts for seen in self._lines.read(alt).found.types]
        return actual if actual in shown else next(iter(shown), None)

    def file_size(self, lines: Iterable[Line]) -> tuple[int, str] | None:
        """Bytes as said, and in whose words."""
        for line in lines:
            for size in self._lines.read(line.text).found.sizes:
                return size.bytes, size.raw
        return None


def _one_year(span: DateSpan) -> bool:
    return span.first is None or span.last is None or span.first.year == span.last.year


def _whole_months(span: DateSpan) -> bool:
    first, last = span.first, span.last
    return first is not None and last is not None and first < last and first.day == 1 and _ends_month(span)


def _ends_month(span: DateSpan) -> bool:
    return span.last is not None and (span.last + timedelta(days=1)).day == 1
