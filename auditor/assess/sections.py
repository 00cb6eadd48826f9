"""The part of a page that a label names: a heading's section, the whole page, or one piece of a joint page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.candidates import Place
from auditor.assess.passages import (
    Passage,
    lead_of,
    page_passage,
    page_title,
    posters,
    row_label,
    row_passage,
    section_end,
    section_passage,
)
from auditor.assess.superiors import names_superiors, own_part
from auditor.facts import BlockKind, Region
from auditor.findings import Rung
from auditor.rules import Genre, LabelKind
from auditor.thai.persons import find_persons
from auditor.thai.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.candidates import Candidate
    from auditor.assess.case import Case
    from auditor.facts import Block, Page, Resource

_CARD_LINES = 3
_LONGEST_NAME = 80
_LONGEST_HEADING = 40
_CODE = re.compile(
    r"[\s(\[.•*-]{0,4}(?P<series>(?:[A-Za-z]{1,5}\s?)?(?:[0-9]{1,2}\.)*)(?P<number>[0-9]{1,2})(?![0-9/])"
)


def named_passage(resource: Resource, page: Page, candidate: Candidate, case: Case) -> Passage | None:
    """What the label names on this page.

    None where a joint label's page holds other topics but not this one, or where all of it is of a body above ours.
    """
    passage = _named(resource, page, candidate, case)
    return (
        passage if passage is None or candidate.topic not in case.prose else own_part(passage, candidate.topic, case)
    )


def _named(resource: Resource, page: Page, candidate: Candidate, case: Case) -> Passage | None:
    frame = case.survey.frame
    if candidate.section is not None:
        if row_label(page.blocks[candidate.section]):
            return row_passage(resource, page, candidate.section, frame)
        start = _card(page, candidate.section)
        end = _item_end(page, start, _end_of_cards(page, start, candidate, case), candidate, case)
        whole = section_passage(resource, page, start, end, frame)
        if _is_title_above_menu(page, start, end, case):
            return page_passage(resource, page, frame)
        if start != candidate.section and candidate.named == 1:
            return whole
        if candidate.named == 1 and page.blocks[candidate.section].kind in {BlockKind.HEADING, BlockKind.TERM}:
            return whole
    else:
        whole = page_passage(resource, page, frame)
        if candidate.named == 1 and candidate.topic not in case.prose:
            return whole
    return _piece(resource, page, whole, candidate, case)


def _is_title_above_menu(page: Page, start: int, end: int, case: Case) -> bool:
    """Is it the page's title, with a menu between it and the content, as layouts of tables and portals have it?"""
    below = page.blocks[end].region if end < len(page.blocks) else None
    titled = page.blocks[start].text == page_title(page, case.survey.frame)
    return end == start + 1 and titled and below in {Region.NAV, Region.BREADCRUMB}


def _end_of_cards(page: Page, start: int, candidate: Candidate, case: Case) -> int:
    """Where the section of a heading ends; where persons are asked for, their names as headings go on with it."""
    end = section_end(page, start)
    head = page.blocks[start]
    if head.kind is not BlockKind.HEADING or _names_person(head) or not _asks_persons(candidate.topic, case):
        return end
    while end < len(page.blocks) and page.blocks[end].region is head.region and _names_person(page.blocks[end]):
        end = section_end(page, end)
    return end


def _names_person(block: Block) -> bool:
    """Is it a heading that is a person's name and nothing else?"""
    if block.kind is not BlockKind.HEADING:
        return False
    return any(person.raw == block.text.strip() for person in find_persons(block.text))


def _asks_persons(topic: str, case: Case) -> bool:
    return _asks("person", topic, case)


def _asks(what: str, topic: str, case: Case) -> bool:
    """Is a detector of this kind asked for the topic?"""
    return any(
        topic in requirement.topics and condition.detector.startswith(what)
        for requirement in case.pack.requirements
        for condition in requirement.content
    )


def _item_end(page: Page, start: int, end: int, candidate: Candidate, case: Case) -> int:
    """Where a plain line or an excerpt ends: where the next of its numbers begins, or a line names another paper."""
    if page.blocks[start].kind in {BlockKind.HEADING, BlockKind.TERM} and candidate.place is not Place.TEASER:
        return end
    code = _code(page.blocks[start].text)
    topic = case.topic(candidate.topic)
    paper = topic is not None and bool(topic.genres) and Genre.NEWS not in topic.genres
    for index in range(start + 1, end):
        line = page.blocks[index].text
        if code is not None and _code(line) == (code[0], code[1] + 1):
            return index
        if paper and len(line) <= _LONGEST_NAME:
            found = case.matcher.match(line, LabelKind.HEADING)
            exactly = {match.topic for match in found.matches if match.rung is Rung.EXACT}
            if exactly and candidate.topic not in exactly:
                return index
    return end


def _code(line: str) -> tuple[str, int] | None:
    """The number of an item and what stands before it: O15, 1.4, MOIT 2."""
    found = _CODE.match(normalise(line))
    return (found["series"].upper(), int(found["number"])) if found else None


def _card(page: Page, label: int) -> int:
    """Where the section of a label begins: a plain line soon below a person's name belongs to that card."""
    if page.blocks[label].kind is not BlockKind.TEXT:
        return label
    for above in range(label - 1, max(-1, label - 1 - _CARD_LINES), -1):
        if page.blocks[above].kind is BlockKind.HEADING:
            return above if any(find_persons(page.blocks[above].text)) else label
    return label


def _piece(resource: Resource, page: Page, whole: Passage, candidate: Candidate, case: Case) -> Passage | None:
    """From the line that names this topic alone to the next line that names another."""
    named = [
        (number, topics) for number, topics in _named_lines(whole, case) if candidate.named > 1 or topics & case.prose
    ]
    for position, (number, topics) in enumerate(named):
        if topics == {candidate.topic}:
            if row_label(page.blocks[number]):
                return row_passage(resource, page, number, case.survey.frame)
            cards = {*_card_lines(whole, case), *_boxes(whole, candidate, case)}
            later = [
                line for line, others in named[position + 1 :] if candidate.topic not in others and line not in cards
            ]
            end = min([*later, whole.numbers[-1] + 1, _next_heading(page, number)])
            return section_passage(resource, page, number, end, case.survey.frame)
    if candidate.named == 1 or not any(candidate.topic not in topics for _, topics in named):
        return whole
    # The words are about the other things; a picture may still be about this one.
    return replace(whole, blocks=(), numbers=(), links=(), forms=()) if posters(whole) else None


def _next_heading(page: Page, start: int) -> int:
    """Where the section of a heading ends; a long line set as a heading is what it says, not the next one."""
    end = section_end(page, start)
    told = page.blocks[start].kind is not BlockKind.HEADING
    long = end < len(page.blocks) and end == start + 1 and len(page.blocks[end].text) > _LONGEST_HEADING
    return len(page.blocks) if told or long else end


def _card_lines(whole: Passage, case: Case) -> Iterator[int]:
    """Plain lines that tell a position, with its holder named right above or below: boxes of a chart, no headings."""
    for place, (number, block) in enumerate(zip(whole.numbers, whole.blocks, strict=True)):
        if block.kind is BlockKind.HEADING or not case.desk.lexicon.holds("executive-positions", block.text):
            continue
        beside = whole.blocks[max(0, place - 1) : place + 2]
        if any(person.start == 0 for near in beside for person in find_persons(near.text)):
            yield number


def _boxes(whole: Passage, candidate: Candidate, case: Case) -> Iterator[int]:
    """Plain lines of a chart that begin with a post: the head's box stands above those of the parts."""
    if not _asks("chart", candidate.topic, case):
        return
    for number, block in zip(whole.numbers, whole.blocks, strict=True):
        if block.kind is not BlockKind.HEADING and case.desk.lexicon.starts("heads-of-charts", block.text):
            yield number


def _named_lines(whole: Passage, case: Case) -> Iterator[tuple[int, set[str]]]:
    """Lines that begin by naming topics of ours, as headings do; fuzzy likeness names nothing."""
    for number, block in zip(whole.numbers, whole.blocks, strict=True):
        lead = lead_of(block)
        if not lead or names_superiors(lead, case):
            continue
        found = case.matcher.match(lead, LabelKind.HEADING)
        topics = {match.topic for match in found.matches if match.rung is not Rung.FUZZY}
        if topics:
            yield number, topics
