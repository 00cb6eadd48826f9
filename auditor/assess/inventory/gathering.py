"""Sightings of items become items: what several pages say of one target is put together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar, cast

from auditor.assess.inventory.expiry import NOTICES, is_closed, is_kept, last_day
from auditor.assess.inventory.fields import IN_TITLE, LABELLED, Found, better
from auditor.assess.inventory.lines import Line
from auditor.assess.inventory.papers import last_day_of, period_of, published_of
from auditor.assess.inventory.targets import Sort
from auditor.assess.lexicon import folded
from auditor.facts import Region
from auditor.items import DateFrom, FileSize, FileType, Item, ItemField, ItemKind, Published
from auditor.overflow import Overflow
from auditor.rules import LabelKind
from auditor.thai.text import letters_in
from auditor.urls import is_second_view, opens_folder
from auditor.watched_day import age_in_days

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from auditor.assess.inventory.entries import Entry, Sheet
    from auditor.assess.inventory.fields import FieldReader
    from auditor.assess.inventory.naming import Namer
    from auditor.assess.inventory.posts import OwnWords
    from auditor.assess.inventory.targets import Target, Targets
    from auditor.assess.lexicon import Lexicon
    from auditor.facts import Document, Resource
    from auditor.items import ItemPeriod, Source

V = TypeVar("V")

_MOST_LISTINGS = 100  # pages that are named for one item
_MOST_PARENTS = 4
_GROUP, _PAPER, _POST, _PAGE = 10, 12, 20, 30  # added to the ranks of what stands further away
_LEAST = 3  # letters of a name
_MONTH = 31


@dataclass(slots=True, kw_only=True)
class _Draft:
    """What is known of an item so far."""

    target: Target
    url: str
    label: str = ""
    sure: bool = False
    listed_on: list[str] = field(default_factory=list)
    parents: list[str] = field(default_factory=list)  # keys of pages
    groups: tuple[str, ...] = ()
    published: Found[Published] | None = None
    source: Found[Source] | None = None
    period: Found[ItemPeriod] | None = None
    shown_type: str | None = None
    shown_size: tuple[int, str] | None = None
    hint: Published | None = None
    strict_end: date | None = None  # a stated last day: for any item, and for a notice
    loose_end: date | None = None
    closed: bool = False  # said to be so, where it is listed or on its own page
    is_post: bool = False  # known at the end


class Gathering:
    """Takes pages and documents one by one; gives the items at the end."""

    def __init__(self, targets: Targets, fields: FieldReader, namer: Namer, lexicon: Lexicon) -> None:
        self._targets, self._fields, self._namer, self._lexicon = targets, fields, namer, lexicon
        self._drafts: Overflow[_Draft] = Overflow()
        self._own: Overflow[OwnWords] = Overflow()
        self._unlisted: Overflow[str] = Overflow()  # URLs
        self._values: dict[object, object] = {}

    def take(self, resource: Resource, sheet: Sheet) -> int:
        """Note the entries of a page; how many of those that lead to pages are dated."""
        dated: set[str] = set()
        for entry in sheet.entries:
            published = self._note(resource, entry)
            if published is not None and not entry.is_document and entry.region is Region.MAIN and not entry.repeated:
                dated.add(entry.target.key)
        return len(dated)

    def _note(self, resource: Resource, entry: Entry) -> Found[Published] | None:
        key = entry.target.key
        draft = self._drafts.get(key) or _Draft(target=entry.target, url=entry.url)
        if entry.repeated and draft.listed_on:
            return draft.published
        if len(draft.listed_on) < _MOST_LISTINGS and resource.url not in draft.listed_on:
            draft.listed_on.append(resource.url)
        if entry.label and (not draft.label or (entry.sure and not draft.sure)):
            draft.label, draft.sure, draft.groups = entry.label, entry.sure, entry.groups
        if not draft.groups:
            draft.groups = entry.groups
        published = self._fields.published(entry.lines)
        draft.published = better(draft.published, published)
        draft.source = better(draft.source, self._fields.source(entry.lines))
        for step, words in enumerate(entry.groups):
            draft.source = better(draft.source, self._fields.unit_heading(words), _GROUP + step)
        listed = resource.depth > 0 and not entry.repeated and len(draft.parents) < _MOST_PARENTS
        if listed and resource.key not in draft.parents:
            draft.parents.append(resource.key)
        self._note_period(draft, entry)
        self._note_end(draft, entry.lines)
        if entry.is_document:
            self._note_file(draft, entry)
        self._drafts[key] = draft
        return published

    def _note_end(self, draft: _Draft, lines: list[Line]) -> None:
        draft.strict_end = draft.strict_end or last_day(lines, self._fields.lines, notice=False)
        draft.loose_end = draft.loose_end or last_day(lines, self._fields.lines, notice=True)
        draft.closed = draft.closed or is_closed(lines)

    def _note_period(self, draft: _Draft, entry: Entry) -> None:
        law = self._lexicon.starts("law-kinds", entry.label)
        draft.period = better(draft.period, self._fields.period(entry.lines, law=law))
        years = [*(line.text for line in entry.lines if line.head), *entry.groups]
        part = next((found for year in years if (found := self._fields.part_of_year(entry.label, year))), None)
        draft.period = better(draft.period, part, -1)
        if draft.period is None and entry.is_document and not law:
            for step, words in enumerate(entry.groups):
                found = self._fields.period((Line(text=words, title=True),), law=True)
                if found is not None and not _sorts_by_day(found.value, draft.published):
                    draft.period = better(draft.period, found, _GROUP + step)

    def _note_file(self, draft: _Draft, entry: Entry) -> None:
        shown = self._fields.file_type(entry.lines, entry.alts, entry.target.actual_type)
        if shown is not None and (draft.shown_type is None or shown == entry.target.actual_type):
            draft.shown_type = shown
        draft.shown_size = draft.shown_size or self._fields.file_size(entry.lines)

    def note_page(self, resource: Resource, own: OwnWords) -> None:
        """What a page says of itself."""
        target = self._targets.at(resource.key)
        if target is None or target.key in self._own:
            return
        self._own[target.key] = own
        offered = self._drafts.get(own.file_key) if own.file_key and resource.depth > 0 else None
        if offered is not None:
            self._note_card(offered, own)
        if own.published is not None and self._may_stand_alone(resource, own):
            self._unlisted[target.key] = resource.url

    def _note_card(self, draft: _Draft, own: OwnWords) -> None:
        """What a page shows of the one file that it offers, however many others list the file."""
        draft.shown_type = draft.shown_type or self._fields.file_type(own.file, (), draft.target.actual_type)
        draft.shown_size = draft.shown_size or self._fields.file_size(own.file)
        self._drafts[own.file_key] = draft

    def _may_stand_alone(self, resource: Resource, own: OwnWords) -> bool:
        """May a dated page that no list names be a post? Not the start page, a section or another view of one."""
        label = resource.trail[-1].label if resource.trail else ""
        tool = bool(label) and self._lexicon.equals("page-tool-words", label)
        sure = own.published is not None and own.published.rank == LABELLED
        return resource.depth > 0 and not resource.from_menu and not tool and sure and own.headed

    def note_document(self, resource: Resource, document: Document) -> None:
        """What a document says of itself; kept only where some page leads to it."""
        target = self._targets.at(resource.key)
        if target is None or target.sort is Sort.PAGE:
            return
        draft = self._drafts.get(target.key) or _Draft(target=target, url=resource.url)
        draft.period = better(draft.period, period_of(document, self._fields, self._lexicon), _PAPER)
        draft.published = better(draft.published, published_of(document, self._fields), _PAPER)
        draft.strict_end = draft.strict_end or last_day_of(document, self._fields.lines)
        self._drafts[target.key] = draft

    # --- the items -----------------------------------------------------------------------------------------

    def items(self, as_of: date) -> Iterator[Item]:
        """All items, in the order in which they were met."""
        for key, url in self._unlisted.items():
            target = self._targets.at(key)
            if key not in self._drafts and target is not None and target.sort is Sort.PAGE:
                self._drafts[key] = _Draft(target=target, url=url)
        for key, draft in self._drafts.items():
            if self._is_post(key, draft):
                self._add_own_words(draft, self._own.get(key))
                draft.is_post = True
                self._drafts[key] = draft
        for key, draft in self._drafts.items():
            if draft.is_post:
                yield self._item(key, draft, ItemKind.POST, as_of)
            elif draft.target.sort is not Sort.PAGE and draft.listed_on:
                self._inherit(draft)
                yield self._item(key, draft, ItemKind.DOCUMENT, as_of)

    def _is_post(self, key: str, draft: _Draft) -> bool:
        """A dated page that is no list, no section of the menu and no other view of a page."""
        if draft.target.sort is not Sort.PAGE or draft.target.menu or is_second_view(draft.url):
            return False
        own = self._own.get(key)
        if own is None:
            return draft.published is not None
        if own.is_list or self._is_board(own, draft):
            return False
        return draft.published is not None or (own.published is not None)

    def _is_board(self, own: OwnWords, draft: _Draft) -> bool:
        names = (own.title, *draft.groups[:1])
        return any(self._lexicon.holds("visitor-board-words", name) for name in names if name)

    def _add_own_words(self, draft: _Draft, own: OwnWords | None) -> None:
        if own is None:
            return
        draft.published = better(own.published, draft.published)
        draft.source = better(own.source, draft.source)
        draft.period = better(own.period, draft.period)
        draft.hint = own.hint
        draft.strict_end = own.strict_end or draft.strict_end
        draft.loose_end = own.loose_end or draft.loose_end
        draft.closed = draft.closed or own.closed
        if own.headed and (not draft.sure or folded(draft.label) not in own.headings):
            draft.label, draft.sure = own.title, True

    def _inherit(self, draft: _Draft) -> None:
        """What a post shows counts for its attachments."""
        for key in draft.parents:
            own, post = self._own.get(key), self._drafts.get(key)
            if post is not None and post.is_post:
                draft.published = better(draft.published, post.published, _POST)
                draft.source = better(draft.source, post.source, _POST)
                draft.period = better(draft.period, post.period, _POST)
                draft.strict_end = draft.strict_end or post.strict_end
                draft.loose_end = draft.loose_end or post.loose_end
                draft.closed = draft.closed or post.closed
            elif own is not None:
                draft.published = better(draft.published, own.published, _PAGE)
                draft.source = better(draft.source, own.source, _PAGE)
                if own.period is not None and not _sorts_by_day(own.period.value, draft.published):
                    draft.period = better(draft.period, own.period, _PAGE)

    def _item(self, key: str, draft: _Draft, kind: ItemKind, as_of: date) -> Item:
        document = kind is ItemKind.DOCUMENT
        title = self._title(draft)
        published = self._same(draft.published.value if draft.published else self._hint(draft))
        period = draft.period.value if draft.period else None
        if period is not None and period.quote == title:
            period = replace(period, quote=title)
        shown = published is not None and published.shown
        size, words = draft.shown_size or (None, "")
        file_type = FileType(
            shown=draft.shown_type if document else None,
            actual=draft.target.actual_type or (None if document else "html"),
        )
        file_size = FileSize(
            shown_bytes=size if document else None,
            quote=words if document else "",
            actual_bytes=draft.target.actual_bytes,
        )
        topics = self._namer.topics((title, *draft.groups), LabelKind.DOCUMENT if document else LabelKind.LINK)
        item = Item(
            key=key,
            url=key if draft.url == key else draft.url,
            title=title,
            kind=kind,
            listed_on=tuple(draft.listed_on),
            is_folder=document and draft.target.actual_type is None and opens_folder(draft.url),
            category=self._namer.category(topics),
            topics=self._same(topics),
            source=self._same(draft.source.value if draft.source else None),
            period=self._same(period),
            published=published,
            file_type=self._same(file_type),
            file_size=file_size,
            age_days=age_in_days(published.day, as_of) if shown and published is not None else None,
            expires=self._expires(draft, title, topics, as_of),
        )
        return replace(item, missing=self._same(_missing(item)))

    def _same(self, value: V) -> V:
        """Of equal values the first, so that the items of a large list share them."""
        return cast("V", self._values.setdefault(value, value))

    def _expires(self, draft: _Draft, title: str, topics: tuple[str, ...], as_of: date) -> date | None:
        """The stated last day; what is kept on purpose, or said to be closed, has none."""
        day = draft.loose_end if NOTICES & set(topics) else draft.strict_end
        lists = (own.title for key in draft.parents if (own := self._own.get(key)) is not None)
        kept = day is not None and is_kept((title, *draft.groups, *lists), self._lexicon, as_of)
        return None if kept or draft.closed else day

    def _title(self, draft: _Draft) -> str:
        dated = draft.published is not None and draft.published.rank == IN_TITLE
        label = draft.label
        if letters_in(label) < _LEAST:
            parents = (own.title for key in draft.parents if (own := self._own.get(key)) is not None)
            label = next((words for words in (*draft.groups, *parents) if letters_in(words) >= _LEAST), label)
        return self._namer.title(label, dated=dated)

    def _hint(self, draft: _Draft) -> Published | None:
        if draft.hint is not None:
            return draft.hint
        modified = draft.target.modified
        return None if modified is None else Published(day=modified, quote="", origin=DateFrom.HEADER)


def _sorts_by_day(period: ItemPeriod, published: Found[Published] | None) -> bool:
    """Is the month of a heading only that in which what stands below it was published?"""
    if published is None or period.start is None or period.end is None:
        return False
    return period.start <= published.value.day <= period.end and (period.end - period.start).days <= _MONTH


def _missing(item: Item) -> tuple[ItemField, ...]:
    lacking = {
        ItemField.SOURCE: item.source is None,
        ItemField.PERIOD: item.period is None,
        ItemField.PUBLISHED: item.published is None or not item.published.shown,
        ItemField.FILE_TYPE: item.file_type.shown is None,
        ItemField.FILE_SIZE: item.file_size.shown_bytes is None,
    }
    return tuple(name for name, lacks in lacking.items() if lacks and item.is_asked(name))
