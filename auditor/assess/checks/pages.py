"""page.*: pages that say nothing, promise to say something, or lie about their letters."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from auditor.assess.checks.defects import Defect, met_at
from auditor.assess.quoting import quote_phrase, shorten
from auditor.facts import BlockKind, Fetched, Page, Region, Resource
from auditor.findings import FindingRule
from auditor.thai.text import find_folded, letters_in
from auditor.urls import is_print_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.checks.look import Look
    from auditor.assess.lexicon import Lexicon
    from auditor.assess.passages import Passage

_EMPTY_LETTERS = 40
_PLACEHOLDER_LETTERS = 220
_LONGEST_SUBJECT = 60  # letters before the words, of what is being made; a longer one is a sentence of news
_LIST_OF_LINKS = 3
_OK = 300
_OVERRIDES = frozenset({"utf8-override", "thai-override"})


def _is_good_page(resource: Resource, look: Look) -> bool:
    """Is it a page that is there, and not another one's view for the printer: that is told of once?"""
    if is_print_view(resource.url):
        return False
    answered = isinstance(resource.fetch, Fetched) and resource.fetch.status < _OK
    return answered and isinstance(resource.content, Page) and not look.not_found(resource)


def empty(resource: Resource, look: Look) -> Iterator[Defect]:
    """Fewer than 40 letters beyond the frame, and no picture, embedded thing, form, list of links or document."""
    if not _is_good_page(resource, look) or not isinstance(resource.content, Page):
        return
    page = resource.content
    if page.needs_script or page.refresh or any(link.embedded for link in page.links):
        return
    passage = look.passage(resource, page)
    if passage.letters >= _EMPTY_LETTERS or _shows_something(passage, page):
        return
    if not look.desk.lexicon.holds("under-construction", passage.text):
        yield Defect(
            rule=FindingRule.PAGE_EMPTY, url=resource.url, where=met_at(resource), quote=shorten(passage.title, 120)
        )


def _shows_something(passage: Passage, page: Page) -> bool:
    links = [link for link in passage.links if link.url]
    pictures = [image for image in page.images if image.region is Region.MAIN]
    # A frame of a frameset may be nothing but the menu.
    menu_frame = not any(block.region is Region.MAIN for block in page.blocks) and len(page.links) >= _LIST_OF_LINKS
    folded_away = any(block.hidden and block.region is Region.MAIN for block in page.blocks)
    return bool(pictures or passage.forms or links or menu_frame or folded_away)


def under_construction(resource: Resource, look: Look) -> Iterator[Defect]:
    """A page that says little more than that it is being made."""
    if not _is_good_page(resource, look) or not isinstance(resource.content, Page):
        return
    passage = look.passage(resource, resource.content)
    if passage.letters >= _PLACEHOLDER_LETTERS:
        return
    lines = (line for block in passage.body if block.kind is not BlockKind.OPTION for line in block.text.split("\n"))
    said = ((line, words) for line in lines if (words := _said_of_page(line, look.desk.lexicon)))
    for line, words in islice(said, 1):
        yield Defect(
            rule=FindingRule.PAGE_UNDER_CONSTRUCTION,
            url=resource.url,
            where=met_at(resource),
            quote=quote_phrase(line, words) or words,
        )


def _said_of_page(line: str, lexicon: Lexicon) -> str:
    """The words that say that the page, or what it is about, is being made; "" if something else is said to be."""
    for words in lexicon.found("under-construction", line):
        place = find_folded(line, words)
        before = line[: place[0]].rstrip() if place else ""
        relative = any(before.endswith(joint) for joint in lexicon.words("relative-words"))
        if not relative and letters_in(before) <= _LONGEST_SUBJECT:
            return words
    return ""


def soft_404(resource: Resource, look: Look) -> Iterator[Defect]:
    """Status 200 with the site's not-found answer."""
    answered = isinstance(resource.fetch, Fetched) and resource.fetch.status < _OK
    if answered and isinstance(resource.content, Page) and look.not_found(resource):
        yield Defect(
            rule=FindingRule.PAGE_SOFT_404,
            url=resource.url,
            where=met_at(resource),
            quote=shorten(resource.content.title, 120),
        )


def encoding(resource: Resource, look: Look) -> Iterator[Defect]:
    """The declared charset is not the true one (RELIABILITY_RULES 15)."""
    _ = look
    if isinstance(resource.content, Page) and resource.content.charset.reason in _OVERRIDES:
        charset = resource.content.charset
        yield Defect(
            rule=FindingRule.PAGE_ENCODING,
            url=resource.url,
            where=met_at(resource),
            params=(("declared", charset.declared or ""), ("actual", charset.used)),
        )
