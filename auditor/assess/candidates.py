"""Where labels point: each mention of a topic is a candidate, and the best few of each topic are kept."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.assess.lexicon import folded
from auditor.assess.passages import page_title, row_label
from auditor.facts import BlockKind, Kind, Link, Page, Region
from auditor.findings import Rung
from auditor.rules import LabelKind
from auditor.thai.fiscal import fiscal_years_in
from auditor.thai.persons import find_persons, offices_in
from auditor.urls import canonical, is_second_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.boilerplate import Boilerplate
    from auditor.facts import Block, Resource
    from auditor.topics import LabelMatches, TopicMatch, TopicMatcher

KEPT = 12
"""Candidates kept for a topic: more than a report shows, so that ten old editions don't crowd out this year's."""

UNDATED = 4
"""Candidates without a year that are tried beside the best."""

_RUNGS = {Rung.EXACT: 0, Rung.CONTAINED: 1, Rung.FUZZY: 2}

_DOCUMENT_ENDINGS = (
    ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".zip", ".rar", ".csv",
)  # fmt: skip


_PLAIN = frozenset({BlockKind.TEXT, BlockKind.ITEM})
_SHORT_LABEL = 30
_LONGEST_LINE = 80
_LONGEST_NAME = 160  # letters of a first line that may be the name of what follows
_CARD_LINES = 3
_BUTTONS = 3
_HELD_BESIDE = frozenset({"cio"})
_MENUS = frozenset({Region.NAV, Region.BREADCRUMB, Region.HEADER})

_LEAD = re.compile(r"\s*([^\s:：\"“][^:：\"“\n]{1,48}?)\s*(?:[:：]|[\"“])")


class Place(IntEnum):
    """Where a label stands, best first."""

    MENU = 0
    TITLE = 1  # of the target itself
    HEADING = 2  # above the thing itself
    TEASER = 3  # a heading that leads to a page of its own: an excerpt in a list
    MAIN = 4
    ASIDE = 5
    FOOTER = 6
    PAPER = 7  # no label at all: a document's own first lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A label that names a topic, and the target it leads to."""

    topic: str
    key: str  # canonical URL of the target; "" for a label that leads nowhere
    url: str  # as spelled
    found_on: str  # canonical URL of the page the label stands on
    label: str
    match: TopicMatch
    place: Place
    years: tuple[int, ...]  # fiscal years (B.E.) that the label states
    section: int | None = None  # block index of the heading that is the label, on the target page itself
    named: int = 1  # how many topics the label names: a joint label proves none of them alone
    heading: str = ""  # above the label
    listed: bool = False  # is it also a link in the content of some page that names the topic?

    @property
    def surely(self) -> bool:
        """Is this topic, and no other, just what a menu entry or heading names?"""
        return self.match.rung is Rung.EXACT and self.named == 1 and self.place <= Place.HEADING

    @property
    def dead(self) -> bool:
        """Does the label lead nowhere?"""
        return not self.key


def candidates_of(resource: Resource, page: Page, matcher: TopicMatcher, frame: Boilerplate) -> Iterator[Candidate]:
    """Every mention of a topic on one page: its title, its headings, its links."""
    yield from _named_by_title(resource, page, matcher, frame)
    yield from _named_by_headings(resource, page, matcher, frame)
    yield from _named_by_first_line(resource, page, matcher, frame)
    for link in page.links:
        if link.url and not link.url.startswith(("http://", "https://")):
            continue
        if link.label:
            yield from _named_by_link(resource, link, _row_name(page, link), matcher)


def _named_by_title(resource: Resource, page: Page, matcher: TopicMatcher, frame: Boilerplate) -> Iterator[Candidate]:
    title = frame.own_title(page.title)
    if title and resource.depth > 0:
        found = matcher.match(title, LabelKind.TITLE)
        yield from _from_matches(found, resource.key, resource.url, resource.key, title, Place.TITLE)


def _named_by_headings(
    resource: Resource, page: Page, matcher: TopicMatcher, frame: Boilerplate
) -> Iterator[Candidate]:
    """A side column that stands on every page is read on the start page only."""
    linked = {link.block for link in page.links}
    teasers, own, buttons = set(_teasers(resource, page)), set(_said_again(page)), _button_words(page)
    for index, block in enumerate(page.blocks):
        repeated = resource.depth > 0 and frame.is_frame(block) and index not in own
        words = "" if repeated or block.region in _MENUS or block.hidden else _heading_words(block)
        if not words and not repeated and index not in linked and _is_plain_line(block):
            words = "" if block.text in buttons else block.text
        if not words and not repeated and index not in linked and block.region is Region.MAIN and not block.hidden:
            words = row_label(block)
        if block.region is Region.MAIN and _is_on_card(page, index):
            yield from _named_by_office(resource, index, block, matcher)
        if words:
            found = matcher.match(words, LabelKind.HEADING)
            if block.cells or (words == block.text and block.kind in _PLAIN):
                found = _exactly(found)
            place = Place.TEASER if index in teasers else Place.HEADING
            yield from _from_matches(found, resource.key, resource.url, resource.key, words, place, section=index)


def _button_words(page: Page) -> frozenset[str]:
    """Plain lines that come again and again on one page: a button on each card («contact», «details»), no heading."""
    times = Counter(block.text for block in page.blocks if _is_plain_line(block))
    return frozenset(words for words, often in times.items() if often >= _BUTTONS)


def _said_again(page: Page) -> Iterator[int]:
    """Headings of the content whose words a lesser heading of the page repeats: the poll beside its own result."""
    lowest: dict[str, int] = {}
    for block in page.blocks:
        if block.kind is BlockKind.HEADING:
            words = folded(block.text)
            lowest[words] = max(lowest.get(words, 0), block.level)
    for index, block in enumerate(page.blocks):
        heads = block.kind is BlockKind.HEADING and block.region is Region.MAIN
        if heads and block.level < lowest[folded(block.text)]:
            yield index


def _teasers(resource: Resource, page: Page) -> Iterator[int]:
    """Headings that are links to another page, but for a button within: «print», «edit»."""
    for link in page.links:
        if link.block >= len(page.blocks) or page.blocks[link.block].kind is not BlockKind.HEADING:
            continue
        most = 2 * len(folded(link.label)) >= len(folded(page.blocks[link.block].text))
        if most and link.url.startswith("http") and canonical(link.url) != resource.key:
            yield link.block


def _named_by_first_line(
    resource: Resource, page: Page, matcher: TopicMatcher, frame: Boilerplate
) -> Iterator[Candidate]:
    """What a page begins with names it where its title does not: «KPI 2567», then the full name of the report.

    What stands on most pages (a window on cookies) is no beginning of any, nor is the title once more.
    """
    linked = {link.block for link in page.links}
    title = folded(frame.own_title(page.title))
    first = next(
        (
            index
            for index, block in enumerate(page.blocks)
            if block.region is Region.MAIN
            and block.kind is not BlockKind.HEADING
            and not frame.is_frame(block)
            and folded(block.text) != title
        ),
        None,
    )
    line = None if first is None or first in linked else page.blocks[first]
    titled = matcher.match(frame.own_title(page.title), LabelKind.TITLE)
    headed = matcher.match(page_title(page, frame), LabelKind.HEADING)
    named = titled.matches or any(match.rung is Rung.EXACT for match in headed.matches)
    if line is None or line.kind not in _PLAIN or resource.depth == 0 or named:
        return
    if len(line.text) > _LONGEST_NAME:
        return
    found = matcher.match(line.text, LabelKind.HEADING)
    begun = tuple(match for match in found.matches if folded(line.text).startswith(folded(match.phrase)))
    yield from _from_matches(
        replace(found, matches=begun), resource.key, resource.url, resource.key, line.text, Place.PAPER
    )


def _is_plain_line(block: Block) -> bool:
    """A short line of its own: hand-written pages set their headings so."""
    return block.kind in _PLAIN and block.region is Region.MAIN and len(block.text) <= _LONGEST_LINE


def _is_on_card(page: Page, index: int) -> bool:
    """Is it a plain line soon below a person's name that is set as a heading?"""
    block, above = page.blocks[index], page.blocks[max(0, index - _CARD_LINES) : index]
    named = (any(find_persons(line.text)) for line in above if line.kind is BlockKind.HEADING)
    return block.kind in _PLAIN and len(block.text) <= _LONGEST_NAME and any(named)


def _named_by_office(resource: Resource, index: int, line: Block, matcher: TopicMatcher) -> Iterator[Candidate]:
    """An office that a person holds beside a post: «vice head, acting as CIO of the province»."""
    for office in offices_in(line.text):
        found = matcher.match(office, LabelKind.HEADING)
        held = replace(found, matches=tuple(match for match in found.matches if match.topic in _HELD_BESIDE))
        yield from _from_matches(held, resource.key, resource.url, resource.key, office, Place.MAIN, section=index)


def _exactly(found: LabelMatches) -> LabelMatches:
    """Only what names a topic and nothing else: a plain line may say anything."""
    return replace(found, matches=tuple(match for match in found.matches if match.rung is Rung.EXACT))


def _heading_words(block: Block) -> str:
    """The words with which a block says what follows: a heading, or the lead of «name : …» in a plain line."""
    if block.kind in {BlockKind.HEADING, BlockKind.TERM}:
        return block.text
    if block.kind not in _PLAIN:
        return ""
    lead = _LEAD.match(block.text)
    return lead.group(1) if lead else ""


def _row_name(page: Page, link: Link) -> str:
    """The longest cell of the row that the link stands in: it names what "2566" or "file" leads to."""
    shown = page.blocks[link.block].cells if link.block < len(page.blocks) else ()
    cells = tuple(cell.replace("\n", " ") for cell in shown)
    others = [cell for cell in cells if link.label not in cell]
    return max(others, key=len, default="") if len(link.label) <= _SHORT_LABEL else ""


def _named_by_link(resource: Resource, link: Link, row_name: str, matcher: TopicMatcher) -> Iterator[Candidate]:
    found = matcher.match(link.label, link_kind(link))
    if not found.matches and row_name:
        found = matcher.match(f"{row_name} {link.label}", link_kind(link))
    key = canonical(link.url) if link.url else ""
    yield from _from_matches(
        found, key, link.url, resource.key, link.label, _place_of(link.region), heading=link.heading
    )


def link_kind(link: Link) -> LabelKind:
    """The kind of label a link is, as the labelled sets count it."""
    if link.region in {Region.NAV, Region.HEADER, Region.BREADCRUMB}:
        return LabelKind.MENU
    if link.url.lower().split("?")[0].endswith(_DOCUMENT_ENDINGS):
        return LabelKind.DOCUMENT
    return LabelKind.LINK


def _place_of(region: Region) -> Place:
    match region:
        case Region.NAV | Region.HEADER | Region.BREADCRUMB:
            return Place.MENU
        case Region.MAIN:
            return Place.MAIN
        case Region.ASIDE:
            return Place.ASIDE
        case Region.FOOTER:
            return Place.FOOTER


def names_in(found: LabelMatches) -> int:
    """How many things a label names: one name that means two topics makes no joint label."""
    phrases = {folded(match.phrase) for match in found.matches}
    return sum(1 for phrase in phrases if not any(phrase != other and phrase in other for other in phrases))


_years = lru_cache(maxsize=2_048)(fiscal_years_in)
"""Remembered: menus stand on every page."""


def _from_matches(  # noqa: PLR0913  (the fields of a candidate)
    found: LabelMatches,
    key: str,
    url: str,
    found_on: str,
    label: str,
    place: Place,
    *,
    section: int | None = None,
    heading: str = "",
) -> Iterator[Candidate]:
    if not found.matches:
        return
    years = _years(label)
    for match in found.matches:
        yield Candidate(
            topic=match.topic,
            key=key,
            url=url,
            found_on=found_on,
            label=label,
            match=match,
            place=place,
            years=years,
            section=section,
            named=names_in(found),
            heading=heading,
        )


class Shortlist:
    """The best candidates of each topic, one a target; how many there were in all is counted."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[tuple[str, int | None, str], Candidate]] = {}
        self._seen: dict[str, int] = {}

    def offer(self, candidate: Candidate) -> None:
        """Keep it if it is among the best of its topic."""
        kept = self._kept.setdefault(candidate.topic, {})
        self._seen[candidate.topic] = self._seen.get(candidate.topic, 0) + 1
        identity = (candidate.key, candidate.section, candidate.label if candidate.dead else "")
        known = kept.get(identity)
        listed = candidate.place in {Place.MAIN, Place.ASIDE} or (known is not None and known.listed)
        better = candidate if known is None or rank(candidate) < rank(known) else known
        kept[identity] = replace(better, listed=True) if listed and not better.listed else better
        if len(kept) > 5 * KEPT:
            ranked = sorted(kept.items(), key=lambda entry: rank(entry[1]))
            undated = [entry for entry in ranked[2 * KEPT :] if _is_undated(entry[1])]
            self._kept[candidate.topic] = dict([*ranked[: 2 * KEPT], *undated[:KEPT]])

    def best(self, topics: tuple[str, ...], limit: int = KEPT) -> tuple[Candidate, ...]:
        """The best of these topics together, best first; living ones before dead labels.

        A few that state no year come last: a dozen old editions with their years must not crowd out a new one whose
        year only its heading or its text tells.
        """
        pool = [candidate for topic in topics for candidate in self._kept.get(topic, {}).values()]
        ranked = sorted(pool, key=rank)
        return (*ranked[:limit], *list(filter(_is_undated, ranked[limit:]))[:UNDATED])

    def seen(self, topic: str) -> int:
        """How often the topic was mentioned."""
        return self._seen.get(topic, 0)


def _is_undated(candidate: Candidate) -> bool:
    return not candidate.years and not candidate.dead


def rank(candidate: Candidate) -> tuple[bool, int, int, int, float, int, bool, str, int]:
    """Sort key, best first: living, surest rung, best place, newest year stated, best score; then a stable order.

    Of equals the page itself comes before its print version, which nobody finds by the menu.
    """
    return (
        candidate.dead,
        _RUNGS[candidate.match.rung],
        int(candidate.place),
        -max(candidate.years, default=0),
        -candidate.match.score,
        candidate.named,
        is_second_view(candidate.key),
        candidate.key,
        candidate.section or 0,
    )


def is_document(resource: Resource | None, link: Link) -> bool:
    """Is the link's target a document: by what it turned out to be, else by its address?"""
    if resource is not None:
        return resource.kind is Kind.DOCUMENT
    return link_kind(link) is LabelKind.DOCUMENT
