"""The notes of a walk made into a `facts.Page`: addresses resolved, links named, blocks numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor.extract.boxes import runs_of
from auditor.extract.compose import SET_AS_HEADING
from auditor.extract.dates import page_dates
from auditor.extract.grids import settle_grids
from auditor.extract.labels import Labels
from auditor.extract.ranks import settle_ranks
from auditor.extract.rendering import needs_script
from auditor.extract.scripts import MOST, Noted, odd_script
from auditor.extract.targets import moved_to, refreshed_to
from auditor.extract.trailing import settle_trailing
from auditor.extract.zones import rescue_main, settle_columns
from auditor.facts import Block, BlockKind, Charset, Form, Image, LabelSource, Link, OddScript, Page, Region
from auditor.thai.dates import DateRole
from auditor.urls import Address, parse, shown_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from auditor.extract.raw import RawBlock, RawForm, RawImage, RawLink
    from auditor.extract.reader import Reader

    Attributes = Mapping[str, str | None]

_KEPT_SCHEMES = ("mailto:", "tel:", "fax:", "sms:", "line:")
_MANY_HEADINGS = 0.6  # share of a page's texts; so many bold lines are its style, not headings
_FEW_TEXTS = 6
_EMPTY_LETTERS = 150  # a page with fewer that moves its reader on is only a step
_META_NAMES = 60
_TITLE_PARTS = re.compile(r"\s[-–—|«»:·•>/]+\s|[|»«]")
_TIMES = 200
_ALIKE = 3  # elements around two headings that are compared: cell, row, table
_META_LETTERS = 1000


@dataclass(slots=True)
class Head:
    """What a page says of itself beside its content."""

    title: str = ""
    lang: str = ""
    base: str | None = None
    canonical: str | None = None
    refresh: str | None = None
    moves: str | None = None  # by a script
    meta: list[tuple[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    stray_scripts: tuple[str, ...] = ()
    odd_scripts: list[Noted] = field(default_factory=list)
    noscript: list[str] = field(default_factory=list)
    json_ld: list[str] = field(default_factory=list)
    times: list[tuple[str, int, DateRole]] = field(default_factory=list)  # datetime, seq of its block, role
    script_letters: int = 0
    app_data: bool = False

    def note_root(self, tag: str, attributes: Attributes) -> None:
        """The html or body element."""
        if tag == "html":
            self.lang = self.lang or (attributes.get("lang") or attributes.get("xml:lang") or "").strip()
        onload = attributes.get("onload")
        if onload and self.moves is None:
            self.moves = moved_to(onload)

    def note_meta(self, attributes: Attributes) -> None:
        """A meta element."""
        content = " ".join((attributes.get("content") or "").split())
        if (attributes.get("http-equiv") or "").strip().lower() == "refresh":
            self.refresh = self.refresh or refreshed_to(content)
        name = (
            (attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or "").strip().lower()
        )
        if name and content and len(self.meta) < _META_NAMES:
            self.meta.append((name, content[:_META_LETTERS]))

    def note_time(self, attributes: Attributes, seq: int) -> None:
        """A time element, which stands in the block that will be the `seq`-th."""
        names = f"{attributes.get('class') or ''} {attributes.get('itemprop') or ''}".lower()
        published = "publish" in names or "pubdate" in attributes
        role = DateRole.MODIFIED if "updated" in names and "published" not in names else DateRole.UNKNOWN
        role = DateRole.MODIFIED if "modified" in names else role
        if len(self.times) < _TIMES:
            self.times.append((attributes["datetime"] or "", seq, DateRole.PUBLISHED if published else role))

    def note_link(self, attributes: Attributes) -> None:
        """A link element."""
        if "canonical" in (attributes.get("rel") or "").lower().split():
            self.canonical = self.canonical or attributes.get("href")

    def note_script(self, attributes: Attributes, text: str) -> None:
        """A script within the page."""
        if len(self.odd_scripts) < MOST and (odd := odd_script(text)):
            self.odd_scripts.append(odd)
        kind = (attributes.get("type") or "").strip().lower()
        if kind == "application/ld+json":
            self.json_ld.append(text)
        elif attributes.get("id") == "__NEXT_DATA__" or "__NUXT__" in text:
            self.app_data = True
        elif self.moves is None and "location" in text:
            self.moves = moved_to(text)


def page_of(reader: Reader, head: Head, url: str, charset: Charset, *, truncated: bool) -> Page:
    """The finished page."""
    noted = reader.composer.blocks
    reader.tabs.settle(noted)
    settle_ranks(reader.composer.headed, noted)
    settle_columns(reader.columns, reader.links, noted, reader.counts, reader.root)
    rescue_main(noted)
    blocks = _numbered(settle_grids(runs_of(reader), noted, reader.links, reader.images))
    _crown(blocks, head.title, reader.images)
    settle_trailing((*reader.images, *reader.links), blocks)
    labels = Labels(blocks)
    places = _Places(url, head.base, charset.used)
    letters = sum(len(block.text) for block in blocks)
    finished = _laid_out(blocks, noted)
    return Page(
        title=head.title,
        lang=head.lang,
        charset=charset,
        blocks=finished,
        links=tuple(_link(link, labels, places, len(finished)) for link in reader.links if not link.dropped),
        images=tuple(_image(image, places, len(finished)) for image in reader.images),
        forms=tuple(_form(form, places) for form in reader.forms),
        dates=page_dates(head, finished, noted, url),
        meta=tuple(head.meta),
        canonical=places.absolute(head.canonical) if head.canonical else None,
        refresh=_refresh(head, letters, places),
        base=places.base,
        scripts=places.all_of(head.scripts),
        stray_scripts=places.all_of(head.stray_scripts),
        odd_scripts=tuple(
            OddScript(traits=odd.traits, leads_to=places.all_of(odd.leads_to), excerpt=odd.excerpt)
            for odd in head.odd_scripts
        ),
        needs_script=needs_script(head, reader, letters),
        truncated=truncated,
    )


class _Places:
    """Resolves the references of one page."""

    def __init__(self, url: str, base: str | None, encoding: str) -> None:
        self._page = parse(url)
        self._encoding = encoding
        stated = parse(base, self._page, encoding) if base is not None else None
        self._from: Address | None = stated or self._page
        self.base = str(stated) if stated else None
        self._known: dict[str, str | None] = {}

    def absolute(self, href: str) -> str | None:
        """The http(s) address of a reference; None if it leads elsewhere."""
        if href not in self._known:
            address = parse(href, self._from, self._encoding)
            self._known[href] = None if address is None else str(address)
        return self._known[href]

    def all_of(self, hrefs: Iterable[str]) -> tuple[str, ...]:
        """The http(s) addresses of several references."""
        return tuple(address for href in hrefs if (address := self.absolute(href)))

    def link(self, href: str) -> str:
        """The same for links: "" where there is none, addresses to write or speak to as they are."""
        if not href:
            return ""
        if href[:7].lower().startswith(_KEPT_SCHEMES):
            return href
        return self.absolute(href) or ""


def _numbered(blocks: list[RawBlock]) -> list[RawBlock]:
    """The blocks that have words, in order, each knowing its place; an empty one has that of the next."""
    kept: list[RawBlock] = []
    for block in blocks:
        block.index = len(kept)
        if block.text:
            kept.append(block)
    _calm(kept)
    return kept


def _crown(blocks: list[RawBlock], title: str, images: Sequence[RawImage]) -> None:
    """The first heading of the content, where it only looks like one, may head it all.

    It does if it is what the page is titled, or if nothing stands between it and another that is no sibling of its.
    """
    content = [block for block in blocks if block.zone.region is Region.MAIN]
    place = next((place for place, block in enumerate(content) if block.level), None)
    if place is None or content[place].level < SET_AS_HEADING:
        return
    is_title = content[place].text in (part.strip() for part in _TITLE_PARTS.split(title))
    below = content[place + 1 : place + 2]
    if is_title or any(_follows_bare(block, images) and not _beside(content[place], block) for block in below):
        content[place].level, content[place].by_look = 1, False


def _follows_bare(block: RawBlock, images: Sequence[RawImage]) -> bool:
    """Is it a heading by its look, with no picture before it?"""
    return block.level == SET_AS_HEADING and not any(image.block and image.block.final() is block for image in images)


def _beside(one: RawBlock, other: RawBlock) -> bool:
    """Do they stand in one element, or in like ones side by side (paragraphs, rows), as headings of one rank do?"""
    first, second = one.scope, other.scope
    for _ in range(_ALIKE):
        if first is second:
            return True
        if first is None or second is None or first.tag != second.tag:
            return False
        first, second = first.parent, second.parent
    return first is second


def _calm(blocks: list[RawBlock]) -> None:
    """Where most texts are bold or large, that is how the page is set and no sign of headings."""
    texts = [block for block in blocks if block.kind is BlockKind.TEXT or block.by_look]
    loud = [block for block in texts if block.by_look]
    if len(texts) >= _FEW_TEXTS and len(loud) > len(texts) * _MANY_HEADINGS:
        for block in loud:
            block.kind, block.level, block.by_look = BlockKind.TEXT, 0, False


def _laid_out(blocks: list[RawBlock], noted: list[RawBlock]) -> tuple[Block, ...]:
    """The finished blocks, a line each where `br` parts a text; every raw block knows where it begins."""
    finished: list[Block] = []
    for raw in blocks:
        raw.first = len(finished)
        finished += [_block(raw, text) for text in raw.parts]
    for raw in noted:
        if not raw.text:
            raw.first = blocks[raw.index].first if raw.index < len(blocks) else len(finished)
    return tuple(finished)


def _block(raw: RawBlock, text: str) -> Block:
    return Block(
        kind=raw.kind,
        text=text,
        region=raw.zone.region,
        level=raw.level,
        cells=raw.cells,
        heads=raw.heads,
        over=raw.over,
        hidden=raw.hidden,
    )


def _link(raw: RawLink, labels: Labels, places: _Places, end: int) -> Link:
    label, source = labels.label(raw)
    block = raw.block.final() if raw.block else None
    text, url, embedded = raw.text, places.link(raw.href), raw.kind == "frame"
    return Link(
        url=(shown_file(url) or url) if embedded else url,
        label=label,
        source=source,
        region=raw.zone.region,
        block=block.place(raw.line) if block else end,
        text="" if source is LabelSource.TEXT else text,
        heading=labels.heading(block) if block else "",
        path=raw.path,
        hidden=raw.hidden,
        buried=raw.buried,
        embedded=embedded,
        apart=not text and (raw.apart or block is None),
        nofollow=raw.nofollow,
    )


def _image(raw: RawImage, places: _Places, end: int) -> Image:
    return Image(
        url=places.absolute(raw.src) or "" if raw.src else "",
        alt=raw.alt,
        region=raw.zone.region,
        block=raw.block.final().place(raw.line) if raw.block else end,
        width=raw.width,
        height=raw.height,
        link=places.link(raw.link.href) or None if raw.link else None,
    )


def _form(raw: RawForm, places: _Places) -> Form:
    return Form(
        action=places.absolute(raw.action) or "" if raw.action else "",
        method=raw.method,
        fields=tuple(raw.fields),
        labels=tuple(raw.labels),
        region=raw.zone.region,
        block=raw.block.final().first if raw.block else 0,
    )


def _refresh(head: Head, letters: int, places: _Places) -> str | None:
    """Where the page sends its reader; a script does so only on a page that has nothing else to say."""
    for target in (head.refresh, head.moves if letters < _EMPTY_LETTERS else None):
        address = places.absolute(target) if target else None
        if address and address != places.absolute(""):
            return address
    return None
