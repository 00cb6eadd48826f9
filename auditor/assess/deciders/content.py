"""A page, a section or a document that the topics name: each candidate's target is opened and read."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from auditor.assess.availability import obstacle, shut
from auditor.assess.candidates import Candidate, Place, is_document, link_kind
from auditor.assess.deciders.panels import without_whole_pages
from auditor.assess.deciders.papers import barred, papers_in
from auditor.assess.deciders.shelves import all_shut, bare_shelf, behind_shelf, only_leads_on
from auditor.assess.deciders.together import together
from auditor.assess.deciders.ways import own_letters, paper_links, without_links
from auditor.assess.naming import PAPERS, Reading, asks_paper
from auditor.assess.outcome import SURE_FAIL, Outcome, because, best, outcome_of
from auditor.assess.passages import Passage, document_passage, letters_of, page_passage, passage_of, posters
from auditor.assess.posts import asks, begins_with_agency, is_dated, is_posted, tells
from auditor.assess.quoting import shorten
from auditor.assess.reading import read
from auditor.assess.sections import named_passage
from auditor.assess.superiors import superiors_heading
from auditor.facts import BlockKind, Document, Page, Region
from auditor.findings import NearMiss, ReasonCode, Rung, Status
from auditor.rules import Genre
from auditor.thai.persons import find_persons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.case import Case
    from auditor.facts import Link, Resource
    from auditor.findings import Reason
    from auditor.rules import Requirement

_OWN_LETTERS = 150
"""Letters of its own, links aside, from which a page can be the paper itself."""
_MENTION = 1.6

# Where a page speaks of something, rather than leads to it.
_TOLD_AT = frozenset({Place.MAIN, Place.ASIDE, Place.TITLE, Place.HEADING, Place.TEASER, Place.PAPER})
"""A title this many times as long as the phrase in it says more than a name."""
_CARD_LINES = 3  # above its duties, in which a person's card gives name and post
_LONG_PAPER = 1500  # letters of a post that may be the paper itself
_NEAREST = 3
_LIST = 2
"""Papers from which a page is a list; a text may come with one file of the same."""
_HOPS = 2
"""Pages with hardly a word of their own through which one may have to click to come to the thing."""
_DOORS = 12  # links of such a page that are followed
_LACKING = frozenset({ReasonCode.PART_MISSING, ReasonCode.EMPTY, ReasonCode.NOT_THE_THING})
_PASSAGES = 8  # in which the parts of a thing are looked for


def decide(requirement: Requirement, case: Case) -> Outcome | None:
    """The best that any candidate comes to; None where nothing names the topics."""
    tried = [
        (
            candidate,
            replace(try_candidate(candidate, requirement, case), named=candidate.surely, place=int(candidate.place)),
        )
        for candidate in without_whole_pages(case.survey.shortlist.best(requirement.topics), case)
        if not any(of_others(candidate, case) for of_others in (_is_column_head, in_row_of_others, _is_persons_duty))
    ]
    tried = [(candidate, outcome) for candidate, outcome in tried if not _elsewhere(candidate, outcome, requirement)]
    chosen = best([*(outcome for _, outcome in tried), *together(tried, requirement, case)])
    if chosen is None:
        return None
    misses = tuple(
        NearMiss(url=candidate.url or candidate.found_on, label=candidate.label, reason=outcome.reasons[0])
        for candidate, outcome in tried
        if outcome.status is not Status.PASS and outcome.reasons
    )
    accepted = [
        passage
        for _, outcome in tried
        if outcome.status in {Status.PASS, Status.PARTIAL} and chosen.status in {Status.PASS, Status.PARTIAL}
        for passage in outcome.passages
    ]
    passages = tuple({id(passage): passage for passage in (*chosen.passages, *accepted)}.values())[:_PASSAGES]
    chosen = replace(chosen, passages=passages)
    distinct = tuple({(miss.label, miss.reason.code): miss for miss in misses}.values())
    return replace(chosen, nearest=distinct[:_NEAREST] if chosen.status is not Status.PASS else ())


def in_row_of_others(candidate: Candidate, case: Case) -> bool:
    """Is the label that of a row, and what is asked for no text that the value beside it could be?"""
    resource = case.snapshot.get(candidate.key) if candidate.section is not None else None
    if resource is None or not isinstance(resource.content, Page) or candidate.section is None:
        return False
    return bool(resource.content.blocks[candidate.section].cells) and candidate.topic not in case.prose


def _is_column_head(candidate: Candidate, case: Case) -> bool:
    """Is the label the head of a column beside that of the memos, in a tree whose tables are no tables?"""
    resource = case.snapshot.get(candidate.key) if candidate.section is not None else None
    if resource is None or not isinstance(resource.content, Page) or candidate.section is None:
        return False
    beside = resource.content.blocks[max(0, candidate.section - 1) : candidate.section + 2]
    return any(case.desk.lexicon.equals("memo-title", block.text) for block in beside)


def _is_persons_duty(candidate: Candidate, case: Case) -> bool:
    """Is the label that of one officer's duties: a plain line soon below a name?"""
    resource = case.snapshot.get(candidate.key) if candidate.section is not None else None
    if resource is None or not isinstance(resource.content, Page) or candidate.section is None:
        return False
    label = resource.content.blocks[candidate.section]
    if label.kind is BlockKind.HEADING or not case.desk.lexicon.starts("personal-duty-words", label.text):
        return False
    above = resource.content.blocks[max(0, candidate.section - _CARD_LINES) : candidate.section]
    return any(person.start == 0 for block in above for person in find_persons(block.text.strip()))


def _elsewhere(candidate: Candidate, outcome: Outcome, requirement: Requirement) -> bool:
    """A neighbouring topic is a place to look; what it offers on another host answers for its own topic only."""
    foreign = {ReasonCode.ON_SHARED_DRIVE, ReasonCode.EXTERNAL_ONLY, ReasonCode.DEAD_LABEL}
    return candidate.topic != requirement.topics[0] and outcome.reasons[0].code in foreign


def try_candidate(candidate: Candidate, requirement: Requirement, case: Case) -> Outcome:
    """Open the target of one label and judge what is there."""
    if candidate.dead:
        return outcome_of(because(ReasonCode.DEAD_LABEL, label=candidate.label), confidence=0.8)
    resource = case.snapshot.get(candidate.key)
    barrier = obstacle(resource, candidate.url, candidate.label, case.desk)
    if barrier is not None:
        return barred(barrier, resource, candidate, requirement, case)
    assert resource is not None  # noqa: S101  (an unknown target is an obstacle; told to the type checker)
    if is_mention(candidate, case):
        reason = because(ReasonCode.NEWS_ONLY, title=shorten(candidate.label, 120))
        return outcome_of(reason, confidence=0.75)
    match resource.content:
        case Document():
            passage = document_passage(resource, resource.content)
            return _read(passage, candidate, requirement, case)
        case Page():
            return _page(resource, resource.content, candidate, requirement, case)
        case None:
            return outcome_of(because(ReasonCode.EMPTY, label=candidate.label), confidence=0.8)


def _read(passage: Passage, candidate: Candidate, requirement: Requirement, case: Case) -> Outcome:
    return read(Reading(requirement=requirement, candidate=candidate, passage=passage, label=candidate.label), case)


def is_mention(candidate: Candidate, case: Case) -> bool:
    """Does a news post, or a question on a web board, only speak of the thing?

    Its title holds the words somewhere, is longer than a name, and begins as news do or stands among the news. A
    paper may well be posted among the news: then the post brings it along.
    """
    topic, label = case.topic(candidate.topic), candidate.label
    if topic is None:
        return False
    news = Genre.NEWS in topic.genres
    if not news and case.desk.lexicon.starts("other-bodies", label):
        return True
    longer = letters_of([label]) / max(1, letters_of([candidate.match.phrase]))
    if candidate.match.rung is not Rung.CONTAINED or longer <= _MENTION:
        return False
    if news or asks(label, case) or not (candidate.place in _TOLD_AT or is_dated(label)):
        return asks(label, case)
    posted = is_posted(candidate.key, case)
    if tells(label, case) or (posted and begins_with_agency(label)):
        return True
    return posted and (not set(topic.genres) & PAPERS or not _brings_paper(candidate, case))


def _brings_paper(candidate: Candidate, case: Case) -> bool:
    """Is the post a paper, does it link to one or show one, or is it long enough to be one?"""
    resource = case.snapshot.get(candidate.key)
    if resource is None or not isinstance(resource.content, Page):
        return True
    shown = (link for link in resource.content.links if link.region is Region.MAIN)
    return passage_of(resource, case.survey.frame).letters >= _LONG_PAPER or any(
        link.embedded or is_document(case.look_up(link.url), link) for link in shown
    )


def _page(resource: Resource, page: Page, candidate: Candidate, requirement: Requirement, case: Case) -> Outcome:
    passage = named_passage(resource, page, candidate, case)
    if passage is None:
        theirs = superiors_heading(passage_of(resource, case.survey.frame), case)
        if theirs:
            return outcome_of(because(ReasonCode.OTHER_AGENCY, name=theirs), confidence=SURE_FAIL)
        reason = because(ReasonCode.NOT_FOUND, pages=1, documents=0)
        return outcome_of(reason, confidence=0.6)
    if (passage.section or asks_paper(candidate.topic, case)) and only_leads_on(passage):
        closed = all_shut(passage, candidate, case)
        if closed is not None:
            return barred(closed, None, candidate, requirement, case)
        behind = behind_shelf(passage, candidate, requirement, case)
        if behind is not None:
            return behind
    papers = papers_in(passage, candidate, requirement, case)
    chosen = best([*papers, *_page_itself(passage, papers, candidate, requirement, case)])
    if chosen is None or (chosen.status in {Status.FAIL, Status.REVIEW} and chosen.reasons[0].code in _LACKING):
        barrier = _hidden_behind(passage, candidate, case)
        if barrier is not None:
            return barred(barrier, None, candidate, requirement, case)
    assert chosen is not None  # noqa: S101  (papers or the page itself)
    whole = (*chosen.passages, passage) if chosen.passages and passage not in chosen.passages else chosen.passages
    return replace(chosen, passages=whole)


def _page_itself(
    passage: Passage, papers: list[Outcome], candidate: Candidate, requirement: Requirement, case: Case
) -> Iterator[Outcome]:
    """The page as the thing: not where it only leads to papers, nor undated where its papers are dated."""
    if asks_paper(candidate.topic, case) and _lists_it(passage, candidate, case):
        return
    if asks_paper(candidate.topic, case) and only_leads_on(passage):
        if not papers:
            yield bare_shelf(passage, candidate)
        return
    if papers and asks_paper(candidate.topic, case):
        passage = without_links(passage)
        # Beside another agency's paper, the pictures of a section may be pages of our own.
        pictured = passage.section and posters(passage) and all(map(_is_anothers, papers))
        if own_letters(passage, case) < _OWN_LETTERS and not pictured:
            return
    outcome = _read(passage, candidate, requirement, case)
    if not (papers and outcome.dated is False):
        yield outcome


def _is_anothers(outcome: Outcome) -> bool:
    return outcome.reasons[0].code is ReasonCode.OTHER_AGENCY


def _lists_it(passage: Passage, candidate: Candidate, case: Case) -> bool:
    """Is the page a list of papers, with one by the very name? Then that, not the page, is the thing."""
    papers = paper_links(passage, candidate, case)
    return len(papers) >= _LIST and any(
        match.topic == candidate.topic
        for link in papers
        for match in case.matcher.match(link.label, link_kind(link)).matches
    )


def _hidden_behind(passage: Passage, candidate: Candidate, case: Case, hops: int = _HOPS) -> Reason | None:
    """Why the thing could not be looked at where a page says no more than the link to it; None if it is not so."""
    if posters(passage) or letters_of(block.text for block in without_links(passage).body) >= _OWN_LETTERS:
        return None
    for link in islice(_doors(passage, candidate, case), _DOORS):
        reason = shut(link.url, link.label, case.desk)
        target = case.look_up(link.url)
        if reason is None and hops and target is not None and isinstance(target.content, Page):
            behind = page_passage(target, target.content, case.survey.frame)
            reason = _hidden_behind(behind, candidate, case, hops - 1)
        if reason is not None:
            return reason
    return None


def _doors(passage: Passage, candidate: Candidate, case: Case) -> Iterator[Link]:
    """Links by whose name, or for want of any name, the thing may stand behind them."""
    for link in passage.links:
        if not link.url.startswith("http") or link.region is not Region.MAIN:
            continue
        names = {match.topic for match in case.matcher.match(link.label, link_kind(link)).matches}
        if candidate.topic in names or (not names and (link.embedded or is_document(None, link))):
            yield link
