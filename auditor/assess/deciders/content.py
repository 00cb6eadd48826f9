"""A page, a section or a document that the topics name: each candidate's target is opened and read."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from auditor.assess.availability import obstacle, shut
from auditor.assess.candidates import Candidate, Place, is_document, link_kind
from auditor.assess.case import evidence_from
from auditor.assess.freshness import wanted_years
from auditor.assess.naming import Reading
from auditor.assess.outcome import Outcome, because, best, outcome_of
from auditor.assess.passages import Passage, document_passage, letters_of, page_passage, passage_of, posters
from auditor.assess.quoting import shorten
from auditor.assess.reading import read
from auditor.assess.sections import named_passage
from auditor.facts import Document, Page, Region
from auditor.findings import NearMiss, ReasonCode, Rung, Status
from auditor.rules import Genre
from auditor.thai.agencies import find_agencies
from auditor.thai.fiscal import fiscal_years_in
from auditor.thai.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.case import Case
    from auditor.facts import Link, Resource
    from auditor.findings import Reason
    from auditor.rules import Requirement

PAPERS = frozenset({Genre.PLAN, Genre.REPORT, Genre.AGREEMENT, Genre.ORDER, Genre.ANNOUNCEMENT, Genre.MANUAL,
                    Genre.REQUEST_FORM})  # fmt: skip
"""Kinds of paper: a page that only lists such papers does not hold one."""

_DOCUMENTS_READ = 15
_OWN_LETTERS = 150
"""Letters of its own, links aside, from which a page can be the paper itself."""
_MENTION = 1.6

# Where a page speaks of something, rather than leads to it.
_TOLD_AT = frozenset({Place.MAIN, Place.ASIDE, Place.TITLE, Place.HEADING, Place.TEASER})
"""A title this many times as long as the phrase in it says more than a name."""
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
        for candidate in case.survey.shortlist.best(requirement.topics)
    ]
    tried = [(candidate, outcome) for candidate, outcome in tried if not _elsewhere(candidate, outcome, requirement)]
    chosen = best(outcome for _, outcome in tried)
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
        return _barred(barrier, resource, candidate, requirement, case)
    assert resource is not None  # noqa: S101  (an unknown target is an obstacle; told to the type checker)
    if is_mention(candidate, case):
        reason = because(ReasonCode.NEWS_ONLY, title=shorten(candidate.label, 120))
        return outcome_of(reason, confidence=0.75)
    match resource.content:
        case Document():
            passage = document_passage(resource, resource.content)
            return read(_reading(requirement, candidate, passage, candidate.label), case)
        case Page():
            return _page(resource, resource.content, candidate, requirement, case)
        case None:
            return outcome_of(because(ReasonCode.EMPTY, label=candidate.label), confidence=0.8)


def _barred(
    barrier: Reason, resource: Resource | None, candidate: Candidate, requirement: Requirement, case: Case
) -> Outcome:
    """Something keeps the target from being read; what a person should open is shown all the same."""
    outcome = outcome_of(barrier, confidence=0.6)
    if outcome.status in {Status.REVIEW, Status.PARTIAL} and resource is not None:
        passage = passage_of(resource, case.survey.frame)
        shown = evidence_from(passage, shorten(candidate.label), candidate.match.phrase, candidate.match.score)
        outcome = replace(outcome, evidence=(shown,), passages=(passage,))
    asked = requirement.freshness
    right = bool(asked and set(candidate.years) & set(wanted_years(asked, case.fiscal_year)))
    return replace(outcome, right_year=right)


def _reading(requirement: Requirement, candidate: Candidate, passage: Passage, label: str) -> Reading:
    return Reading(requirement=requirement, candidate=candidate, passage=passage, label=label)


def is_mention(candidate: Candidate, case: Case) -> bool:
    """Does a news post only speak of the thing?

    Its title holds the words somewhere, and begins as news do, or is longer than a name. A paper may well be posted
    among the news: its title must begin as news do.
    """
    topic = case.topic(candidate.topic)
    if topic is None or Genre.NEWS in topic.genres:
        return False
    if case.desk.lexicon.starts("other-bodies", candidate.label):
        return True
    if candidate.match.rung is not Rung.CONTAINED or candidate.place not in _TOLD_AT:
        return False
    longer = letters_of([candidate.label]) / max(1, letters_of([candidate.match.phrase]))
    told = any(case.desk.lexicon.starts("news-verbs", words) for words in _after_agency(candidate.label))
    if told or (begins_with_agency(candidate.label) and candidate.key in case.survey.news_posts):
        return longer > _MENTION
    if candidate.key not in case.survey.news_posts or longer <= _MENTION:
        return False
    return not set(topic.genres) & PAPERS or not _offers_paper(candidate, case)


def _offers_paper(candidate: Candidate, case: Case) -> bool:
    """Does the post bring the paper along: is it one, or does it link to one?"""
    resource = case.snapshot.get(candidate.key)
    if resource is None or not isinstance(resource.content, Page):
        return True
    return any(
        is_document(case.look_up(link.url), link) for link in resource.content.links if link.region is Region.MAIN
    )


def _after_agency(label: str) -> tuple[str, ...]:
    """The label, and what of it follows the agency that it begins with: news titles tell what somebody did."""
    name = next(find_agencies(label), None)
    return (label, normalise(label).removeprefix(name.raw)) if name else (label,)


def begins_with_agency(label: str) -> bool:
    """Does the label begin with the name of an agency, as the titles of news do?"""
    name = next(find_agencies(label), None)
    return name is not None and normalise(label).startswith(name.raw)


def _page(resource: Resource, page: Page, candidate: Candidate, requirement: Requirement, case: Case) -> Outcome:
    passage = named_passage(resource, page, candidate, case)
    if passage is None:
        reason = because(ReasonCode.NOT_FOUND, pages=1, documents=0)
        return outcome_of(reason, confidence=0.6)
    papers = _papers(passage, candidate, requirement, case)
    chosen = best([*papers, *_page_itself(passage, papers, candidate, requirement, case)])
    if chosen is None or (chosen.status in {Status.FAIL, Status.REVIEW} and chosen.reasons[0].code in _LACKING):
        barrier = _hidden_behind(passage, candidate, case)
        if barrier is not None:
            return _barred(barrier, None, candidate, requirement, case)
    assert chosen is not None  # noqa: S101  (papers or the page itself)
    whole = (*chosen.passages, passage) if chosen.passages and passage not in chosen.passages else chosen.passages
    return replace(chosen, passages=whole)


def _page_itself(
    passage: Passage, papers: list[Outcome], candidate: Candidate, requirement: Requirement, case: Case
) -> Iterator[Outcome]:
    """The page as the thing: not where it only lists papers, nor undated where its papers are dated."""
    if _asks_paper(candidate, case) and _lists_it(passage, candidate, case):
        return
    if papers and _asks_paper(candidate, case):
        passage = _without_links(passage)
        if letters_of(block.text for block in passage.body) < _OWN_LETTERS:
            return
    outcome = read(_reading(requirement, candidate, passage, candidate.label), case)
    if not (papers and outcome.dated is False):
        yield outcome


def _lists_it(passage: Passage, candidate: Candidate, case: Case) -> bool:
    """Is the page a list of papers, with one by the very name? Then that, not the page, is the thing."""
    papers = _paper_links(passage, candidate, case)
    return len(papers) >= _LIST and any(
        match.topic == candidate.topic
        for link in papers
        for match in case.matcher.match(link.label, link_kind(link)).matches
    )


def _asks_paper(candidate: Candidate, case: Case) -> bool:
    topic = case.topic(candidate.topic)
    return topic is not None and bool(set(topic.genres) & PAPERS) and Genre.NEWS not in topic.genres


def _papers(passage: Passage, candidate: Candidate, requirement: Requirement, case: Case) -> list[Outcome]:
    """The documents that the passage offers, each read for the requirement."""
    outcomes = []
    for link in _paper_links(passage, candidate, case)[:_DOCUMENTS_READ]:
        target = case.look_up(link.url)
        barrier = obstacle(target, link.url, link.label, case.desk)
        named = replace(candidate, years=fiscal_years_in(link.label) or candidate.years, heading=link.heading)
        if barrier is not None:
            outcomes.append(_barred(barrier, target, named, requirement, case))
        elif target is not None and isinstance(target.content, Document):
            document = document_passage(target, target.content)
            says = case.matcher.match(link.label, link_kind(link))
            told = any(match.topic == candidate.topic for match in says.matches)
            if says.decoy and not told:
                other = because(ReasonCode.NOT_THE_THING, label=candidate.label, head=shorten(link.label, 80))
                outcomes.append(outcome_of(other, confidence=0.8))
                continue
            reading = _reading(requirement, named, document, link.label)
            outcomes.append(read(replace(reading, named=told), case))
    return outcomes


def _paper_links(passage: Passage, candidate: Candidate, case: Case) -> list[Link]:
    """Links of the passage to documents, one a target, but those whose label names another topic alone."""
    chosen: dict[str, Link] = {}
    for link in passage.links:
        if not link.url.startswith("http") or link.url in chosen:
            continue
        named = case.matcher.match(link.label, link_kind(link))
        topics = {match.topic for match in named.matches}
        barred = candidate.topic in topics and shut(link.url, link.label, case.desk) is not None
        if not barred and not is_document(case.look_up(link.url), link):
            continue
        if candidate.topic in topics or not (topics or named.never(case.topic(candidate.topic))):
            chosen[link.url] = link
    return list(chosen.values())


def _hidden_behind(passage: Passage, candidate: Candidate, case: Case, hops: int = _HOPS) -> Reason | None:
    """Why the thing could not be looked at where a page says no more than the link to it; None if it is not so."""
    if posters(passage) or letters_of(block.text for block in _without_links(passage).body) >= _OWN_LETTERS:
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


def _without_links(passage: Passage) -> Passage:
    """The passage without the lines in which links stand: a list of papers is no paper."""
    linked = {link.block for link in passage.links}
    kept = [
        (number, block) for number, block in zip(passage.numbers, passage.blocks, strict=True) if number not in linked
    ]
    return replace(passage, blocks=tuple(block for _, block in kept), numbers=tuple(number for number, _ in kept))
