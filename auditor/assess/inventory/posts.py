"""What a page says of itself: its title, and the by-line under it or at its end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from auditor.assess.inventory.expiry import is_closed, last_day
from auditor.assess.inventory.fields import BESIDE, CHANGED, LABELLED, Found, better
from auditor.assess.inventory.lines import Line
from auditor.assess.inventory.splitting import pair_lines
from auditor.assess.lexicon import folded
from auditor.assess.quoting import shorten
from auditor.facts import DateSource, Region
from auditor.items import DateFrom, Published
from auditor.thai.dates import DateRole, Precision

if TYPE_CHECKING:
    from datetime import date

    from auditor.assess.boilerplate import Boilerplate
    from auditor.assess.inventory.entries import Sheet
    from auditor.assess.inventory.fields import FieldReader
    from auditor.assess.inventory.lines import LineReader
    from auditor.facts import Block, Page
    from auditor.items import ItemPeriod, Source

_UNDER_TITLE = 6  # blocks below a title in which a by-line stands
_OVER_TITLE = 2
_AT_END = 4
_HEADINGS = 5
_ONLY_DATE = 12  # letters beside a date that is set as a heading over the posts of a day
_BY_LOOK = 7  # the level of what is only set as a heading
_PARTICULAR = 40  # letters of a line such as «ชนิดไฟล์ PDF»
_LISTED = 2  # dated entries that make a page a list
_HIDDEN = frozenset({DateSource.META, DateSource.JSON_LD})


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """A page's own title and fields."""

    title: str
    headed: bool  # the title stands on the page
    published: Found[Published] | None
    source: Found[Source] | None
    period: Found[ItemPeriod] | None
    hint: Published | None  # a date that only programs see
    strict_end: date | None  # a last day whose label speaks of applying or offering
    loose_end: date | None  # one whose label means that in a notice only
    closed: bool  # it says that one can no longer apply or offer
    headings: tuple[str, ...]  # of the main part, folded
    dated_entries: int
    file: tuple[Line, ...] = ()  # brief lines on a type or size
    file_key: str = ""  # of the one file that they are about

    @property
    def is_list(self) -> bool:
        """A list of posts rather than one of them."""
        return self.dated_entries > 0 and (self.published is None or self.dated_entries >= _LISTED * 2)


class PageReader:
    """Reads what pages say of themselves."""

    def __init__(self, lines: LineReader, fields: FieldReader, frame: Boilerplate) -> None:
        self._lines, self._fields, self._frame = lines, fields, frame

    def read(self, page: Page, sheet: Sheet, dated_entries: int) -> OwnWords:
        """A page whose entries are known."""
        title, at = self._title(page, sheet)
        near, far = self._own_lines(page, sheet, at)
        heading = Line(text=title, title=True)
        groups = {words for entry in sheet.entries if entry.is_document for words in entry.groups if words != title}
        published = self._published(page, sheet, near, far)
        labelled = [line for line in far if self._is_labelled(line)]
        return OwnWords(
            title=title,
            headed=at is not None,
            published=published,
            source=self._fields.source(line for line in (*near, *labelled) if line.text not in groups),
            period=self._period(heading, (*near, *far)),
            hint=_hint(page),
            strict_end=last_day((heading, *near, *far), self._lines, notice=False),
            loose_end=last_day((heading, *near, *far), self._lines, notice=True),
            closed=is_closed((heading, *near, *far)),
            headings=tuple(folded(block.text) for block in page.blocks if _is_heading(block))[:_HEADINGS],
            dated_entries=dated_entries,
            file=tuple(line for line in (*near, *far) if len(line.text) <= _PARTICULAR and self._tells_of_file(line)),
            file_key=_only_file(sheet),
        )

    def _title(self, page: Page, sheet: Sheet) -> tuple[str, int | None]:
        """The first heading, which on a list of files is none of theirs."""
        files = {entry.target.key for entry in sheet.entries if entry.is_document and not entry.repeated}
        own = frozenset(sheet.own) if len(files) > 1 else frozenset(range(len(page.blocks)))
        for number, block in enumerate(page.blocks):
            if number in own and _is_heading(block) and not self._frame.is_frame(block) and not self._is_date(block):
                return block.text, number
        return self._frame.own_title(page.title), None

    def _is_date(self, block: Block) -> bool:
        """Is it the day over the posts of a day, or a by-line set like a heading?"""
        reading = self._lines.read(block.text)
        signed = block.level == _BY_LOOK and bool(reading.unit) and reading.is_byline
        return signed or (reading.is_dated and reading.rest <= _ONLY_DATE)

    def _own_lines(self, page: Page, sheet: Sheet, at: int | None) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        """The lines where a by-line stands, and the others."""
        own = list(sheet.own)
        place = next((index for index, number in enumerate(own) if at is not None and number >= at), 0)
        under = range(max(0, place - _OVER_TITLE), place + _UNDER_TITLE + 1)
        near = {number for index, number in enumerate(own) if index in under and number not in sheet.behind}
        near |= set(own[-_AT_END:])
        blocks = page.blocks
        by_line = tuple(pair_lines([blocks[n] for n in own if n in near and n != at], self._fields.lexicon))
        others = tuple(pair_lines([blocks[n] for n in own if n not in near and n != at], self._fields.lexicon))
        return by_line, others

    def _is_labelled(self, line: Line) -> bool:
        """Does a label begin the line, as of the fields at the end of an article?"""
        found = self._lines.read(line.text).found.sources
        return bool(line.head) or any(line.text.lstrip(" -•*(").startswith(source.label) for source in found)

    def _published(
        self, page: Page, sheet: Sheet, near: tuple[Line, ...], far: tuple[Line, ...]
    ) -> Found[Published] | None:
        bare = [line for line in near if not self._tells_of_file(line)]
        best = self._fields.published(bare)
        if best is None or best.rank > LABELLED:
            said = self._fields.published(line for line in far if not self._tells_of_file(line))
            best = better(best, said if said is not None and said.rank == LABELLED else None)
        if best is None or best.rank >= CHANGED:
            best = better(best, _time_tag(page, sheet))
        return best

    def _tells_of_file(self, line: Line) -> bool:
        """Is it about a file of the page: a line with a type or size?"""
        found = self._lines.read(line.text).found
        return bool(found.sizes or found.types)

    def _period(self, title: Line, lines: tuple[Line, ...]) -> Found[ItemPeriod] | None:
        best = self._fields.period(lines, data=True)
        named = self._fields.period((title,))
        return better(best, None if named is None else replace(named, rank=1))


def _only_file(sheet: Sheet) -> str:
    """The key of the one file of a page, which its brief lines about a type or size must be about; "" of several."""
    files = {entry.target.key for entry in sheet.entries if entry.is_document and not entry.repeated}
    return files.pop() if len(files) == 1 else ""


def _is_heading(block: Block) -> bool:
    return bool(block.level) and block.region is Region.MAIN


def _time_tag(page: Page, sheet: Sheet) -> Found[Published] | None:
    """A `time` element in the page's own part, whose words no reader of dates understood («2 วันที่แล้ว»)."""
    own = set(sheet.own)
    for seen in page.dates:
        if seen.source is DateSource.TIME_TAG and seen.block in own and seen.span.first is not None:
            changed = seen.span.role is DateRole.MODIFIED
            words = shorten(page.blocks[seen.block].text, 140)
            value = Published(day=seen.span.first, quote=words, origin=DateFrom.PAGE)
            return Found(rank=CHANGED if changed else BESIDE, value=value)
    return None


def _hint(page: Page) -> Published | None:
    """A day that the page tells programs, or its address."""
    hidden = (seen for seen in page.dates if seen.source in _HIDDEN and seen.span.role is DateRole.PUBLISHED)
    spelt = (seen for seen in page.dates if seen.source is DateSource.URL and seen.span.precision is Precision.DAY)
    for seen in chain(hidden, spelt):
        if seen.span.first is not None:
            origin = DateFrom.URL if seen.source is DateSource.URL else DateFrom.HEADER
            return Published(day=seen.span.first, quote=seen.span.raw, origin=origin)
    return None
