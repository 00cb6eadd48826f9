"""A page, a section or a document that the topics name: each candidate's target is opened and read."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from auditor.assess.availability import obstacle, shut
from auditor.assess.candidates import Candidate, Place, is_document, link_kind
from auditor.assess.case import evidence_from
from auditor.assess.deciders.panels import without_whole_pages
from auditor.assess.deciders.together import together
from auditor.assess.deciders.ways import called, own_letters, paper_links, without_links
from auditor.assess.freshness import wanted_years
from auditor.assess.naming import PAPERS, Reading
from auditor.assess.ocr import with_ocr
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
from auditor.thai.fiscal import fiscal_years_in
from auditor.thai.persons import find_persons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.case import Case
    from auditor.facts import Link, Resource
    from auditor.findings import Reason
    from auditor.rules import Freshness, Requirement

_DOCUMENTS_READ = 15
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
_BY_NAME = 0.6  # how sure the year is that only the name of a file tells
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
        outcome = with_ocr(outcome, barrier, resource, candidate)
    asked = requirement.freshness
    wanted = wanted_years(asked, case.fiscal_year) if asked else ()
    if asked and wanted and barrier.code is ReasonCode.UNSUPPORTED and candidate.years:
        outcome = _of_another_year(outcome, asked, candidate, wanted)
    return replace(outcome, right_year=bool(set(candidate.years) & set(wanted)))


def _of_another_year(outcome: Outcome, asked: Freshness, candidate: Candidate, wanted: tuple[int, ...]) -> Outcome:
    """A file of a kind that is not read, whose name tells that it is of years gone by: it is that at best."""
    if max(candidate.years) >= min(wanted) or candidate.match.rung is Rung.FUZZY:
        return outcome
    found = ", ".join(map(str, candidate.years[:3]))
    late = because(ReasonCode.WRONG_YEAR, found=found, wanted=" / ".join(map(str, wanted)))
    reasons = (late, *outcome.reasons)
    return replace(outcome, status=Status(asked.may_be_old), reasons=reasons, confidence=_BY_NAME, dated=False)


def _reading(requirement: Requirement, candidate: Candidate, passage: Passage, label: str) -> Reading:
    return Reading(requirement=requirement, candidate=candidate, passage=passage, label=label)


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
    if (passage.section or _asks_paper(candidate, case)) and _only_leads_on(passage):
        closed = _all_shut(passage, candidate, case)
        if closed is not None:
            return _barred(closed, None, candidate, requirement, case)
        behind = _behind(passage, candidate, requirement, case)
        if behind is not None:
            return behind
    papers = _papers(passage, candidate, requirement, case)
    chosen = best([*papers, *_page_itself(passage, papers, candidate, requirement, case)])
    if chosen is None or (chosen.status in {Status.FAIL, Status.REVIEW} and chosen.reasons[0].code in _LACKING):
        barrier = _hidden_behind(passage, candidate, case)
        if barrier is not None:
            return _barred(barrier, None, candidate, requirement, case)
    assert chosen is not None  # noqa: S101  (papers or the page itself)
    whole = (*chosen.passages, passage) if chosen.passages and passage not in chosen.passages else chosen.passages
    return replace(chosen, passages=whole)


def _only_leads_on(passage: Passage) -> bool:
    """Is it a row or page of an index, under whose name nothing stands but links, with headings and column heads?"""
    if not passage.links or passage.forms or posters(passage):
        return False
    heads = {block.heads for block in passage.blocks if block.heads}
    return not any(
        letters_of([block.text])
        for block in without_links(passage).body
        if block.kind is not BlockKind.HEADING and not (block.cells and block.cells in heads)
    )


def _all_shut(passage: Passage, candidate: Candidate, case: Case) -> Reason | None:
    """Why none of the things could be looked at to which such a row leads; None if one could, or is another thing."""
    reasons: list[Reason | None] = []
    for link in passage.links[:_DOORS]:
        names = {match.topic for match in case.matcher.match(link.label, link_kind(link)).matches}
        ours = candidate.topic in names or not names
        reasons.append(shut(link.url, link.label, case.desk) if ours else None)
    return reasons[0] if reasons and None not in reasons else None


def _behind(passage: Passage, candidate: Candidate, requirement: Requirement, case: Case) -> Outcome | None:
    """What the pages come to that such a row leads to; None where one of them is named so, and is judged itself.

    What is named after another thing is no matter of ours; behind a name that tells nothing its papers are read.
    """
    found: list[Outcome] = []
    for link in passage.links[:_DOORS]:
        target = case.look_up(link.url)
        if target is None or not isinstance(target.content, Page):
            return None
        if obstacle(target, link.url, link.label, case.desk) is not None:
            return None
        named = {match.topic for match in case.matcher.match(link.label, link_kind(link)).matches}
        if candidate.topic in named:
            return None
        if named:
            continue
        behind = page_passage(target, target.content, case.survey.frame)
        papers = _papers(behind, candidate, requirement, case)
        if not papers and not _asks_paper(candidate, case):
            return None
        found += papers or [_in_words(behind, link, candidate, requirement, case)]
    return best([*found, _is_a_shelf(passage, candidate)])


def _in_words(behind: Passage, link: Link, candidate: Candidate, requirement: Requirement, case: Case) -> Outcome:
    """A page on the shelf as the paper itself, which its own label does not call it."""
    reading = _reading(requirement, replace(candidate, section=None), behind, link.label)
    return read(replace(reading, named=False), case)


def _is_a_shelf(passage: Passage, candidate: Candidate) -> Outcome:
    """Nothing but links under a name: what stands there is judged by what it is called itself."""
    reason = because(ReasonCode.NOT_THE_THING, label=candidate.label, head=shorten(passage.text, 80))
    return outcome_of(reason, confidence=0.6)


def _page_itself(
    passage: Passage, papers: list[Outcome], candidate: Candidate, requirement: Requirement, case: Case
) -> Iterator[Outcome]:
    """The page as the thing: not where it only leads to papers, nor undated where its papers are dated."""
    if _asks_paper(candidate, case) and _lists_it(passage, candidate, case):
        return
    if _asks_paper(candidate, case) and _only_leads_on(passage):
        if not papers:
            yield _is_a_shelf(passage, candidate)
        return
    if papers and _asks_paper(candidate, case):
        passage = without_links(passage)
        # Beside another agency's paper, the pictures of a section may be pages of our own.
        pictured = passage.section and posters(passage) and all(map(_is_anothers, papers))
        if own_letters(passage, case) < _OWN_LETTERS and not pictured:
            return
    outcome = read(_reading(requirement, candidate, passage, candidate.label), case)
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


def _asks_paper(candidate: Candidate, case: Case) -> bool:
    topic = case.topic(candidate.topic)
    return topic is not None and bool(set(topic.genres) & PAPERS) and Genre.NEWS not in topic.genres


def _is_never(link: Link, requirement: Requirement, case: Case) -> bool:
    """Does the label name what never is the thing, or what nobody asks for: a map of diseases, a program's manual?"""
    said = case.matcher.match(link.label, link_kind(link))
    topics = [case.topic(topic) for topic in requirement.topics]
    other = bool(said.decoy) and not any(map(said.names, topics))
    return other or any(True for topic in topics for _ in said.never(topic))


def _papers(passage: Passage, candidate: Candidate, requirement: Requirement, case: Case) -> list[Outcome]:
    """The documents that the passage offers, each read for the requirement."""
    outcomes = []
    for link in paper_links(passage, candidate, case)[:_DOCUMENTS_READ]:
        target = case.look_up(link.url)
        barrier = obstacle(target, link.url, link.label, case.desk)
        named = replace(candidate, years=fiscal_years_in(link.label) or candidate.years, heading=link.heading)
        if barrier is not None and _is_never(link, requirement, case):
            other = because(ReasonCode.NOT_THE_THING, label=candidate.label, head=shorten(link.label, 80))
            outcomes.append(outcome_of(other, confidence=0.8))
            continue
        if barrier is not None:
            outcomes.append(_barred(barrier, target, named, requirement, case))
        elif target is not None and isinstance(target.content, Document):
            document = document_passage(target, target.content)
            says = case.matcher.match(called(link, case), link_kind(link))
            told = any(match.topic == candidate.topic for match in says.matches)
            if says.decoy and not told:
                other = because(ReasonCode.NOT_THE_THING, label=candidate.label, head=shorten(link.label, 80))
                outcomes.append(outcome_of(other, confidence=0.8))
                continue
            reading = _reading(requirement, named, document, called(link, case))
            outcomes.append(read(replace(reading, named=told), case))
    return outcomes


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
