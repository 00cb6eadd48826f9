"""Pass one: the whole site once, in order. What is kept is small: counts, short lists, and the best sights.

A first look over the same stream counts which lines are the site's frame, since a label can only be told from the
site's own name when that is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from auditor.assess.availability import SHUT, obstacle
from auditor.assess.boilerplate import FRAME, Boilerplate
from auditor.assess.candidates import Shortlist, candidates_of
from auditor.assess.detectors import detect
from auditor.assess.directories import staff_pages
from auditor.assess.identity import Owner
from auditor.assess.lexicon import folded
from auditor.assess.passages import Passage, page_title
from auditor.assess.tags import tagged
from auditor.assess.titles import own_titles
from auditor.facts import Document, Kind, Page, Region
from auditor.findings import EvidenceKind, Rung
from auditor.marks import Marks
from auditor.rules import Condition, LabelKind
from auditor.urls import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.candidates import Candidate
    from auditor.assess.detectors.hits import Desk, Hit
    from auditor.assess.lexicon import Lexicon
    from auditor.facts import Block, Link, Resource, Snapshot
    from auditor.findings import Reason
    from auditor.topics import TopicMatcher

KEPT_SIGHTS = 6
_MOST_POSTS = 200  # of one category: they come newest or nearest first
_NOT_OURS = frozenset({Owner.RELATED, Owner.OTHER})
OF_A_UNIT = frozenset({"phone", "fax", "email", "address", "map"})
"""Detectors of what each unit has of its own."""
_AROUND = FRAME | {Region.ASIDE}
_NEWS = frozenset({"news", "activities", "alerts"})
_NUMBERING = re.compile(r"^[\W\d]+")
_REMEMBERED = 400_000
"""Distinct lines that are remembered as read; on a larger site later ones are read again."""


class Place(IntEnum):
    """Where something site-wide was sighted, best first."""

    FRAME = 0  # header, footer, side column: the site says it of itself
    START = 1  # the start page's own content
    BODY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What a site-wide detector found on one page."""

    passage: Passage
    hit: Hit
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A label behind which things may stand that it does not name, and which leads to what could not be looked at."""

    label: str
    reason: Reason
    topics: frozenset[str] = frozenset()  # what may stand there; empty: anything

    def may_hold(self, topics: tuple[str, ...]) -> bool:
        """May one of the topics stand behind it?"""
        return not self.topics or not self.topics.isdisjoint(topics)


@dataclass(slots=True, kw_only=True)
class Survey:
    """What pass one leaves behind."""

    frame: Boilerplate
    shortlist: Shortlist = field(default_factory=Shortlist)
    sights: dict[str, list[Sight]] = field(default_factory=dict)  # by detector
    news_posts: set[str] = field(default_factory=set)  # canonical URLs that stand in lists of news
    posts: dict[str, list[Candidate]] = field(default_factory=dict)  # by the topic that their category names
    closed: list[Closed] = field(default_factory=list)  # what is shut, and may hold more than its label names
    start: Resource | None = None

    def best_sights(self, detector: str) -> tuple[Sight, ...]:
        """The sights of a detector, best first."""
        return tuple(self.sights.get(detector, ()))


def survey_site(
    snapshot: Snapshot, frame: Boilerplate, matcher: TopicMatcher, desk: Desk, detectors: tuple[str, ...]
) -> Survey:
    """Read the snapshot once, after its frame was counted (`count_frame`)."""
    survey = Survey(frame=frame)
    eye = _Eye(survey, desk, detectors)
    for resource in snapshot:
        if survey.start is None:
            survey.start = resource
        survey.closed.extend(_closed(resource, matcher, desk))
        if isinstance(resource.content, Document):
            for candidate in own_titles(resource, resource.content, matcher, desk.lexicon):
                survey.shortlist.offer(candidate)
        if isinstance(resource.content, Page):
            for candidate in candidates_of(resource, resource.content, matcher, survey.frame):
                survey.shortlist.offer(candidate)
            for candidate in staff_pages(resource, resource.content, matcher, desk, survey.frame):
                survey.shortlist.offer(candidate)
            survey.news_posts.update(_news_links(resource, resource.content, matcher, survey.frame))
            for post in tagged(resource, resource.content, matcher, desk.lexicon, survey.frame):
                known = survey.posts.setdefault(post.topic, [])
                if len(known) < _MOST_POSTS:
                    known.append(post)
            eye.look(resource, resource.content)
    return survey


def _closed(resource: Resource, matcher: TopicMatcher, desk: Desk) -> Iterator[Closed]:
    """A part of the site that is shut by robots.txt, errors or refusals, and may hold more than its name tells.

    Of a menu entry whose name tells nothing, anything; else what the vocabulary says may stand behind such words.
    """
    if resource.kind is Kind.EXTERNAL or not resource.trail or isinstance(resource.content, Document):
        return
    label = resource.trail[-1].label
    anything = resource.from_menu and _tells_nothing(label, matcher, desk.lexicon)
    topics = desk.lexicon.codes("may-stand-behind", label if resource.from_menu else _NUMBERING.sub("", label),
                                whole=not resource.from_menu)  # fmt: skip
    if not anything and not topics:
        return
    reason = obstacle(resource, resource.url, label, desk)
    if reason is not None and reason.code in SHUT:
        yield Closed(label=label, reason=reason, topics=frozenset() if anything else topics)


def _tells_nothing(label: str, matcher: TopicMatcher, lexicon: Lexicon) -> bool:
    """Is it the name of a shelf rather than of a thing?"""
    if lexicon.equals("container-labels", label):
        return True
    return lexicon.holds("container-labels", label) and not matcher.match(label, LabelKind.MENU).matches


def _news_links(resource: Resource, page: Page, matcher: TopicMatcher, frame: Boilerplate) -> Iterator[str]:
    """What a page lists as news: the links of a news page, or under a heading that says news."""
    whole = resource.depth > 0 and _is_news(page_title(page, frame), matcher)
    for link in page.links:
        listed = link.region in {Region.MAIN, Region.ASIDE} and link.url.startswith("http")
        if listed and not _is_menu_entry(link, page, frame) and (whole or _is_news(link.heading, matcher)):
            yield canonical(link.url)


def _is_menu_entry(link: Link, page: Page, frame: Boilerplate) -> bool:
    """Does it stand on most pages, while the heading above it here does not: a menu below the page's own content?"""
    line = page.blocks[link.block].text if link.block < len(page.blocks) else ""
    repeated = frame.is_frame_line(line) or frame.menus.holds(link)
    return repeated and not frame.is_frame_heading(link.heading)


def _is_news(heading: str, matcher: TopicMatcher) -> bool:
    found = matcher.match(heading, LabelKind.HEADING).matches if heading else ()
    return any(match.topic in _NEWS and match.rung is not Rung.FUZZY for match in found)


def count_frame(snapshot: Snapshot) -> Boilerplate:
    """Which lines the pages share, and which days of change a script writes."""
    frame = Boilerplate()
    for resource in snapshot:
        if isinstance(resource.content, Page):
            frame.count(resource.content)
            frame.stamps.count(resource)
    return frame


class _Eye:
    """Runs the site-wide detectors over every line of the site, each distinct line once."""

    def __init__(self, survey: Survey, desk: Desk, detectors: tuple[str, ...]) -> None:
        self._survey = survey
        self._desk = desk
        self._conditions = tuple(Condition(detector=name) for name in detectors)
        self._read = Marks()

    def look(self, resource: Resource, page: Page) -> None:
        fresh = self._fresh(page)
        body_place = Place.START if resource.depth == 0 else Place.BODY
        framed = frozenset(number for number, block in enumerate(page.blocks) if self._is_frame(block))
        for place in (Place.FRAME, body_place):
            passage = self._passage(resource, page, framed, fresh, frame=place is Place.FRAME)
            if passage is not None:
                self._detect(passage, place)

    def _fresh(self, page: Page) -> frozenset[int]:
        fresh = set()
        for index, block in enumerate(page.blocks):
            if self._is_first((block.region in FRAME, folded(block.text))):
                fresh.add(index)
        return frozenset(fresh)

    def _is_frame(self, block: Block) -> bool:
        """Is it of the site rather than of the page: by its region, or as old layouts have it, by repetition?"""
        return block.region in _AROUND or self._survey.frame.is_frame(block)

    def _passage(
        self, resource: Resource, page: Page, framed: frozenset[int], fresh: frozenset[int], *, frame: bool
    ) -> Passage | None:
        regions = _AROUND if frame else frozenset({Region.MAIN})
        numbers = tuple(i for i in range(len(page.blocks)) if i in fresh and (i in framed) is frame)
        links = tuple(
            link
            for link in page.links
            if (link.block in framed or link.region in _AROUND) is frame
            and self._is_first((f"link in {link.region}", link.url, link.label))
        )
        images = tuple(
            image
            for image in page.images
            if (image.block in framed or image.region in _AROUND) is frame
            and self._is_first(("image", image.url, image.alt))
        )
        forms = tuple(form for form in page.forms if form.region in regions)
        if not (numbers or links or images or forms):
            return None
        return Passage(
            resource=resource,
            kind=EvidenceKind.PAGE,
            title=page_title(page, self._survey.frame),
            blocks=tuple(page.blocks[i] for i in numbers),
            numbers=numbers,
            links=links,
            images=images,
            forms=forms,
        )

    def _is_first(self, words: tuple[str | bool, ...]) -> bool:
        """Are these met for the first time, as far as can be remembered?"""
        return self._read.add(words) if len(self._read) < _REMEMBERED else words not in self._read

    def _detect(self, passage: Passage, place: Place) -> None:
        # What a page about another unit tells is that unit's; the frame is the site's own.
        theirs = place is Place.BODY and self._desk.own.judge(passage).owner in _NOT_OURS
        for condition in self._conditions:
            if theirs and condition.detector in OF_A_UNIT:
                continue
            hit = detect(passage, condition, self._desk)
            if hit.count:
                sights = self._survey.sights.setdefault(condition.detector, [])
                sights.append(Sight(passage=passage, hit=hit, place=place))
                sights.sort(key=_sight_rank)
                del sights[KEPT_SIGHTS:]


def _sight_rank(sight: Sight) -> tuple[bool, int, int, int]:
    return sight.hit.doubtful, int(sight.place), sight.passage.resource.depth, -sight.hit.count
