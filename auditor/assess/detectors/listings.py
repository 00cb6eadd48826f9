"""Lists of dated entries: how many, how new, and whether each names its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.assess.detectors.hits import NOTHING, Desk, Hit
from auditor.assess.quoting import shorten
from auditor.facts import BlockKind, DateSource, Document, Fetched, Page
from auditor.thai.dates import DateRole, Precision, find_dates
from auditor.thai.item_words import is_count
from auditor.thai.metadata import find_source
from auditor.thai.text import letters_in
from auditor.urls import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from auditor.assess.passages import Passage
    from auditor.facts import DateSeen, Link, Resource
    from auditor.rules import Condition

LOOKED_UP = 40
"""Entries of a list whose own pages are opened for a date or a source."""

_TRUSTED = (DateRole.PUBLISHED, DateRole.MODIFIED, DateRole.AS_OF, DateRole.UNKNOWN)
_POSTED = frozenset({DateRole.PUBLISHED, DateRole.EVENT, DateRole.DOCUMENT, DateRole.UNKNOWN})
_SHORTEST_TITLE = 10
"""Letters of an undated link from which it may be the title of something, rather than "back"."""
_GONE = 400
_HIDDEN = frozenset({DateSource.HTTP, DateSource.SITEMAP, DateSource.DOCUMENT_INFO})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a list."""

    label: str
    url: str
    day: date | None
    block: int | None = None


def entries(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Dated entries; the newest tells how current the list is."""
    _ = condition
    found = entries_of(passage, desk)
    if not found:
        return NOTHING
    dated = [entry for entry in found if entry.day is not None and entry.day <= desk.as_of]
    newest = max(dated, key=_day, default=None)
    shown = newest or found[0]
    return Hit(
        count=len(found),
        quote=shorten(shown.label + (f" ({shown.day.isoformat()})" if shown.day else "")),
        matched=shown.label,
        newest=newest.day if newest else None,
        url=shown.url,
    )


def _day(entry: Entry) -> date:
    assert entry.day is not None  # noqa: S101  (filtered by the caller; told to the type checker)
    return entry.day


def entries_of(passage: Passage, desk: Desk) -> tuple[Entry, ...]:
    """What a list holds: links to pages and files that are there, and dated lines that lead nowhere further."""
    found = (*_linked_entries(passage, desk), *_written_entries(passage))
    return found or tuple(_pieces(passage))


def _linked_entries(passage: Passage, desk: Desk) -> tuple[Entry, ...]:
    """Links to pages and documents of the site (or its files), each with the date that goes with it."""
    listed: dict[str, Entry] = {}
    places = _places(passage)
    categories = {
        number
        for number, block in zip(passage.numbers, passage.blocks, strict=False)
        if desk.lexicon.holds("post-category-words", block.text)
    }
    for link in passage.links:
        of_itself = link.block in categories or canonical(link.url) == passage.resource.key
        if of_itself or not _is_entry(link, desk):
            continue
        known = listed.get(link.url)
        if known is not None and (known.day or not link.label):
            continue
        day = stated_month(link.label) or _day_beside(passage, places.get(link.block), link)
        if day is None and len(listed) < LOOKED_UP:
            day = day_of(desk.look_up(link.url), desk)
        if day or letters_in(link.label) >= _SHORTEST_TITLE:
            listed[link.url] = Entry(label=link.label, url=link.url, day=day, block=places.get(link.block))
    return tuple(listed.values())


def _written_entries(passage: Passage) -> Iterator[Entry]:
    """Dated lines without a link: items of a list, rows, or a piece under a heading with its date below."""
    linked = {link.block for link in passage.links}
    heading = ""
    for place, (number, block) in enumerate(zip(passage.numbers, passage.blocks, strict=False)):
        if block.kind is BlockKind.HEADING:
            heading = block.text if block.text != passage.title else ""
        if number in linked or place == 0 or linked & {number - 1, number + 1}:
            continue
        day = _posted_day(block.text)
        label = block.text if block.kind in {BlockKind.ITEM, BlockKind.ROW} else heading
        if day and letters_in(label) >= _SHORTEST_TITLE:
            yield Entry(label=shorten(label, 160), url="", day=day, block=place)


def _pieces(passage: Passage) -> Iterator[Entry]:
    """Undated pieces, each under a heading of its own with words or a picture below."""
    heads = [
        (place, block)
        for place, block in enumerate(passage.blocks)
        if block.kind is BlockKind.HEADING and place > 0 and letters_in(block.text) >= _SHORTEST_TITLE
    ]
    pictured = {image.block for image in passage.images}
    for place, block in heads:
        number = passage.numbers[place]
        followed = place + 1 < len(passage.blocks) and passage.blocks[place + 1].kind is not BlockKind.HEADING
        if followed or pictured & {number, number + 1}:
            yield Entry(label=shorten(block.text, 160), url="", day=None, block=place)


def stated_month(label: str) -> date | None:
    """The end of the month or quarter that a label says its paper is about: its time, whatever the day of upload."""
    ends = [
        span.last
        for span in find_dates(label)
        if span.precision in {Precision.MONTH, Precision.QUARTER, Precision.HALF} and span.last
    ]
    return max(ends, default=None)


def _posted_day(text: str) -> date | None:
    """A day that may be that of a notice: not when data was gathered or a page was changed."""
    days = [
        span.last
        for span in find_dates(text)
        if span.precision is Precision.DAY and span.role in _POSTED and span.last
    ]
    return days[0] if days else None


def _is_entry(link: Link, desk: Desk) -> bool:
    """Does the link lead to something that is there? What was not tried counts; what is gone does not."""
    if not link.url.startswith("http") or not link.label:
        return False
    target = desk.look_up(link.url)
    if target is not None and isinstance(target.fetch, Fetched) and target.fetch.status >= _GONE:
        return False
    return desk.in_site(link.url) or (target is not None and isinstance(target.content, Document))


def _places(passage: Passage) -> dict[int, int]:
    """From block numbers of the page to positions in the passage."""
    return {number: position for position, number in enumerate(passage.numbers)}


def _day_beside(passage: Passage, position: int | None, link: Link) -> date | None:
    """The date in the link's own line, else in the next lines up to the next link, else in the line before."""
    if position is None:
        return None
    linked = {other.block for other in passage.links if other.url != link.url}
    for step in (0, 1, 2, 3):
        place = position + step
        if place >= len(passage.blocks):
            break
        if step and passage.numbers[place] in linked:
            break
        day = _first_day(passage.blocks[place].text)
        if day:
            return day
    before = position - 1
    if before >= 0 and passage.numbers[before] not in linked:
        return _first_day(passage.blocks[before].text)
    return None


def _first_day(text: str) -> date | None:
    days = [span for span in find_dates(text) if span.precision in {Precision.DAY, Precision.MONTH} and span.last]
    published = [span for span in days if span.role in {DateRole.PUBLISHED, DateRole.MODIFIED}]
    chosen = published or [span for span in days if span.role is not DateRole.EXPIRES] or days
    if not chosen:
        return None
    # Of a span such as 10 to 30 June the first day: applications may still be open.
    return chosen[0].first if chosen[0].precision is Precision.DAY else chosen[0].last


def day_in_list(passage: Passage, key: str) -> date | None:
    """The date that a list sets beside its link to the page of this canonical URL."""
    places = _places(passage)
    days = (
        _day_beside(passage, places.get(link.block), link)
        for link in passage.links
        if link.url.startswith("http") and canonical(link.url) == key
    )
    return next((day for day in days if day), None)


def day_of(resource: Resource | None, desk: Desk) -> date | None:
    """The day that a page or document gives itself: what a reader sees, before what only a program does.

    A day of change that a script writes on every page is none.
    """
    if resource is None or resource.content is None:
        return None
    dates = resource.content.dates
    if desk.scripted is not None:
        dates = tuple(seen for seen in dates if not _is_scripted(seen, desk.scripted))
    days = list(_days(tuple(seen for seen in dates if not is_count(seen.span.label))))
    return days[0] if days else None


def _is_scripted(seen: DateSeen, day: date) -> bool:
    return seen.span.role is DateRole.MODIFIED and seen.span.last == day


def _days(dates: tuple[DateSeen, ...]) -> Iterator[date]:
    for sources in ({DateSource.LABEL, DateSource.TIME_TAG}, {DateSource.META, DateSource.JSON_LD}):
        for seen in dates:
            if seen.source in sources and seen.span.role in _TRUSTED and seen.span.last:
                yield seen.span.last
    for seen in dates:
        if seen.source not in _HIDDEN and seen.span.precision is Precision.DAY and seen.span.last:
            yield seen.span.last


def sources_and_dates(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Entries whose own page (or line) names a source and a date; the count is a percentage of the entries."""
    _ = condition
    found = entries_of(passage, desk)[:LOOKED_UP]
    if not any(entry.url for entry in found) and len(found) <= 1:
        source = next((source for block in passage.body if (source := _named_source(block.text, desk))), None)
        return Hit(count=100 if source and _first_day(passage.text) else 0, quote=shorten(source or ""))
    good = [(entry, source) for entry in found if entry.day and (source := _source_of(entry, passage, desk))]
    quote = f"{good[0][0].label}: {good[0][1]}" if good else ""
    return Hit(count=round(100 * len(good) / len(found)), quote=shorten(quote), url=good[0][0].url if good else "")


def _source_of(entry: Entry, passage: Passage, desk: Desk) -> str | None:
    if entry.block is not None:
        row = passage.blocks[entry.block]
        columns = (f"{head} : {cell}" for head, cell in zip(row.heads, row.cells, strict=False))
        beside = next(filter(None, (_named_source(text, desk) for text in (row.text, *columns))), None)
        if beside:
            return beside
    target = desk.look_up(entry.url)
    if target is None or not isinstance(target.content, Page):
        return None
    for block in target.content.blocks:
        source = _named_source(block.text, desk)
        if source:
            return source
    return None


def _named_source(text: str, desk: Desk) -> str | None:
    """A source by name; a CMS account such as admin is none, whatever category stands behind it."""
    source = find_source(text)
    if not source or desk.lexicon.equals("account-names", source):
        return None
    first, _, rest = source.partition(" ")
    of_account = desk.lexicon.equals("account-names", first) and not desk.lexicon.starts("unit-beginnings", rest)
    return None if of_account else source
