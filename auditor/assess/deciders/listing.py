"""A list of dated entries that the topics name, or entries of that kind wherever they stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess import freshness
from auditor.assess.availability import obstacle
from auditor.assess.candidates import Place, link_kind
from auditor.assess.case import evidence_from
from auditor.assess.deciders.content import in_row_of_others, is_mention
from auditor.assess.deciders.notices import gathered, is_passed_on, without_anothers
from auditor.assess.detectors import detect
from auditor.assess.outcome import DOUBT, Outcome, because, best, outcome_of, part_reason
from auditor.assess.passages import Passage, page_passage, posters
from auditor.assess.quoting import quote_phrase, shorten
from auditor.assess.sections import named_passage
from auditor.facts import Page
from auditor.findings import NearMiss, Reason, ReasonCode, Rung, Status

if TYPE_CHECKING:
    from auditor.assess.candidates import Candidate
    from auditor.assess.case import Case
    from auditor.assess.detectors.hits import Hit
    from auditor.facts import Link
    from auditor.rules import Condition, Requirement, Topic

_NEAREST = 3
_SURE = 0.9
_CAPTION = 120
"""Letters that a page may have about its list without an entry in it."""


def decide(requirement: Requirement, case: Case) -> Outcome | None:
    """The best list among the candidates; None where nothing names the topics."""
    named = case.survey.shortlist.best(requirement.topics, limit=24)
    candidates = tuple(
        candidate
        for candidate in named
        if not any(barred(candidate, case) for barred in (is_mention, in_row_of_others, is_passed_on))
    )
    tried = [
        (candidate, outcome)
        for candidate in candidates
        if (outcome := _list(candidate, requirement, case)).status is Status.PASS
        or not _is_notice(candidate, outcome)
    ]
    chosen = best([*(outcome for _, outcome in tried), *gathered(candidates, requirement, case)])
    if chosen is None:
        return None
    misses = tuple(
        NearMiss(url=candidate.url or candidate.found_on, label=candidate.label, reason=outcome.reasons[0])
        for candidate, outcome in tried
    )
    distinct = tuple({(miss.label, miss.reason.code): miss for miss in misses}.values())
    return replace(chosen, nearest=distinct[:_NEAREST] if chosen.status is not Status.PASS else ())


def _is_notice(candidate: Candidate, outcome: Outcome) -> bool:
    """Is it one notice rather than the list: a link in the content whose page lists nothing?"""
    lists_nothing = outcome.reasons[0].code is ReasonCode.PART_MISSING
    return (
        lists_nothing
        and candidate.place in {Place.MAIN, Place.ASIDE, Place.TITLE, Place.HEADING, Place.TEASER}
        and (candidate.match.rung is not Rung.EXACT)
    )


def _list(candidate: Candidate, requirement: Requirement, case: Case) -> Outcome:
    if candidate.dead:
        return outcome_of(because(ReasonCode.DEAD_LABEL, label=candidate.label), confidence=0.8)
    resource = case.snapshot.get(candidate.key)
    barrier = obstacle(resource, candidate.url, candidate.label, case.desk)
    if barrier is not None:
        return outcome_of(barrier, confidence=0.6)
    if resource is None or not isinstance(resource.content, Page):
        return outcome_of(_too_few(requirement, 0), confidence=0.6, status=Status.FAIL)
    passage = named_passage(resource, resource.content, candidate, case) or page_passage(
        resource, resource.content, case.survey.frame
    )
    return _judge(passage, candidate, requirement, case)


def _judge(passage: Passage, candidate: Candidate, requirement: Requirement, case: Case) -> Outcome:
    """How many entries, how new, and what the other conditions say."""
    passage, whole = _without_others(passage, candidate, case), passage
    passage, theirs = without_anothers(passage, candidate.topic, case)
    counted = [(condition, detect(passage, condition, case.desk)) for condition in requirement.content]
    short = next(((condition, hit) for condition, hit in counted if hit.count < condition.at_least), None)
    newest = max((hit.newest for _, hit in counted if hit.newest), default=None)
    if short is not None:
        if theirs:
            return _passed_on(theirs, whole, candidate)
        return _empty_list(passage, requirement, case) or _short(*short, passage, requirement, case)
    time = freshness.of_list(requirement.freshness, newest, case.as_of)
    entries, quote = max(((hit.count, hit.quote) for _, hit in counted), default=(0, ""))
    found = because(
        ReasonCode.FOUND_LISTING,
        title=shorten(passage.title or candidate.label, 120),
        entries=entries,
        newest=newest.isoformat() if newest else "",
    )
    fuzzy = candidate.match.rung is Rung.FUZZY
    status = Status.REVIEW if fuzzy and time.status is Status.PASS else time.status
    reasons = [found, *([time.reason] if time.reason else [])]
    if fuzzy:
        reasons.append(because(ReasonCode.FUZZY_LABEL, label=candidate.label, phrase=candidate.match.phrase))
    return Outcome(
        status=status,
        reasons=tuple(reasons if status is Status.PASS else reasons[::-1]),
        confidence=_SURE if status is not Status.REVIEW else 0.5,
        evidence=(
            evidence_from(passage, quote or shorten(passage.text), candidate.match.phrase, candidate.match.score),
        ),
        passages=(passage,),
        dated=time.dated,
    )


def _passed_on(title: str, passage: Passage, candidate: Candidate) -> Outcome:
    """What is listed are notices of others alone: whether they are for us as well a person must tell."""
    reason = because(ReasonCode.OTHER_AGENCY, name=shorten(title, 120))
    shown = evidence_from(passage, shorten(title), candidate.match.phrase, candidate.match.score)
    return replace(outcome_of(reason, confidence=DOUBT, status=Status.REVIEW), evidence=(shown,), passages=(passage,))


def _without_others(passage: Passage, candidate: Candidate, case: Case) -> Passage:
    """The list without the links that name what never is this topic: a run among the job notices.

    Where news is no answer, nor do links count that name just another thing; and where half of them do, the page is
    a store of documents with its shelves.
    """
    topic = case.topic(candidate.topic)
    kept = tuple(link for link in passage.links if not (link.label and _is_other(link, topic, case)))
    if len(kept) == len(passage.links):
        return passage
    if topic is not None and not topic.genres and 2 * len(kept) <= len(passage.links):
        kept = ()
    gone = {link.block for link in passage.links} - {link.block for link in kept}
    lines = [
        (number, block) for number, block in zip(passage.numbers, passage.blocks, strict=True) if number not in gone
    ]
    return replace(
        passage, links=kept, numbers=tuple(number for number, _ in lines), blocks=tuple(block for _, block in lines)
    )


def _is_other(link: Link, topic: Topic | None, case: Case) -> bool:
    found = case.matcher.match(link.label, link_kind(link))
    if found.names(topic):
        return False
    shelf = topic is not None and not topic.genres and any(match.rung is Rung.EXACT for match in found.matches)
    return shelf or bool(found.never(topic))


def _empty_list(passage: Passage, requirement: Requirement, case: Case) -> Outcome | None:
    """A list without entries: it may say that there is nothing, be under construction, or just be empty."""
    text, lexicon = passage.text, case.desk.lexicon
    zero = lexicon.found("zero-report", text)
    if zero:
        time = freshness.of_passage(requirement.freshness, passage, (), case.fiscal_year)
        if time.dated:
            quote = quote_phrase(text, zero[0]) or zero[0]
            return Outcome(
                status=Status.PASS,
                reasons=(because(ReasonCode.ZERO_REPORT, quote=quote),),
                confidence=0.8,
                evidence=(evidence_from(passage, quote, zero[0], 0.8),),
                passages=(passage,),
                dated=True,
            )
    for name, code in (("under-construction", ReasonCode.UNDER_CONSTRUCTION), ("no-data", ReasonCode.NO_DATA)):
        found = lexicon.found(name, text)
        if found:
            return outcome_of(because(code, quote=quote_phrase(text, found[0]) or found[0]), confidence=0.85)
    return None


def _is_bare(passage: Passage) -> bool:
    """Is there nothing that an entry could be: no link, no picture, and hardly a word?"""
    leads_on = any(link.url.startswith("http") for link in passage.links)
    return not leads_on and not posters(passage) and passage.letters < _CAPTION


def _short(condition: Condition, hit: Hit, passage: Passage, requirement: Requirement, case: Case) -> Outcome:
    """Too few entries: a part of a list, or, where none is there nor could be, no list at all."""
    none = hit.count == 0 and _is_bare(passage) and not case.desk.lexicon.holds("zero-report", passage.text)
    status = Status.FAIL if none else Status(condition.otherwise)
    return outcome_of(_too_few(requirement, hit.count), confidence=0.75, status=status)


def _too_few(requirement: Requirement, found: int) -> Reason:
    return part_reason(ReasonCode.PART_MISSING, requirement.content[0], found=found)
