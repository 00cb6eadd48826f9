"""Things that stand anywhere on the site: contact parts, counters, link blocks, surveys, services."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditor.assess.availability import is_one_of, obstacle
from auditor.assess.case import evidence_from
from auditor.assess.deciders import content
from auditor.assess.detectors import detect
from auditor.assess.detectors.website import tried_links
from auditor.assess.identity import Owner
from auditor.assess.outcome import Outcome, because, best, part_reason
from auditor.assess.parts import titled_for_part
from auditor.assess.passages import passage_of, posters
from auditor.assess.posts import is_posted
from auditor.assess.sections import named_passage
from auditor.assess.survey import OF_A_UNIT, Place, Sight
from auditor.facts import Page
from auditor.findings import EvidenceKind, ReasonCode, Rung, Status
from auditor.rules import LabelKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.case import Case
    from auditor.assess.passages import Passage
    from auditor.facts import Image, Link, Resource
    from auditor.findings import Evidence
    from auditor.rules import Condition, Requirement

_OWN_PLACES = frozenset({Place.FRAME, Place.START})
_UNSURE_IN_BODY = frozenset({"phone", "fax", "email", "address", "map", "outward-links", "visitor-counter"})
"""What on a page about something else may be another's, count something else, or be there for another end."""
_NOT_IN_NEWS = frozenset({"visitor-counter"})
"""What a news post never gives: it tells how many came to an event."""
_MOSTLY = 0.5
_FOLLOWED = frozenset({"outward-links"})
"""What one follows from a page: neither a picture nor a scanned file can hold it."""
_UNREADABLE = frozenset({ReasonCode.NO_TEXT, ReasonCode.POSTER, ReasonCode.UNSUPPORTED})


def decide(requirement: Requirement, case: Case) -> Outcome | None:
    """The best sight of the requirement's detector: where the topics point, in the site's frame, or anywhere."""
    condition = requirement.content[0]
    outcomes = [*_where_named(requirement, condition, case), *_sighted(requirement, condition, case)]
    chosen = best(outcomes)
    if chosen is None or chosen.status in {Status.FAIL, Status.UNVERIFIABLE}:
        named = _named_only(requirement, condition, case)
        return best(
            [outcome for outcome in (chosen, named) if outcome is not None and outcome.status is not Status.PASS]
        )
    return chosen


def _named_only(requirement: Requirement, condition: Condition, case: Case) -> Outcome | None:
    """What a page or paper that the topics name comes to, though the detector saw nothing on the site."""
    named = content.decide(requirement, case) if requirement.topics else None
    if named is None:
        return None
    code = named.reasons[0].code
    if code is ReasonCode.NEEDS_LOGIN:
        return None  # a staff mailbox is no address, an intranet no service
    if condition.detector in _FOLLOWED and code in _UNREADABLE:
        return None
    if code in {ReasonCode.PART_MISSING, ReasonCode.POSTER} and not _may_hide(named, requirement, case):
        return replace(named, status=Status.FAIL, evidence=(), passages=())
    return named


def _may_hide(named: Outcome, requirement: Requirement, case: Case) -> bool:
    """May the part that the words lack stand in a picture or an embedded frame of the page?"""
    return any(
        any(not _is_anothers(image, passage, requirement, case) for image in posters(passage))
        or any(_may_be_it(link, requirement, case) for link in passage.links)
        for passage in named.passages
    )


def _is_anothers(image: Image, passage: Passage, requirement: Requirement, case: Case) -> bool:
    """Does the picture stand in a row whose label names another thing: the e-mail address, lest machines read it?"""
    row = next(
        (block for number, block in zip(passage.numbers, passage.blocks, strict=False) if number == image.block), None
    )
    label = next(filter(None, row.cells), "") if row is not None else ""
    named = {match.topic for match in case.matcher.match(label, LabelKind.HEADING).matches} if label else set()
    return bool(named) and named.isdisjoint(requirement.topics)


def _may_be_it(link: Link, requirement: Requirement, case: Case) -> bool:
    """Is it an embedded frame that does not call itself something else: a map of diseases, a social network's box?"""
    host = urlsplit(link.url).hostname or ""
    if not link.embedded or is_one_of(host, case.desk.lexicon.words("social-hosts")):
        return False
    said = case.matcher.match(link.label, LabelKind.HEADING)
    return not any(said.never(case.topic(topic)) for topic in requirement.topics)


def _where_named(requirement: Requirement, condition: Condition, case: Case) -> Iterator[Outcome]:
    """Pages and sections that the topics name."""
    for candidate in case.survey.shortlist.best(requirement.topics):
        resource = case.snapshot.get(candidate.key) if candidate.key else None
        if resource is None or obstacle(resource, candidate.url, candidate.label, case.desk) is not None:
            continue
        told = condition.detector in _NOT_IN_NEWS and is_posted(candidate.key, case)
        if told or not isinstance(resource.content, Page):
            continue
        # What is sought is told by its own shape: a joint label (place and contact) serves as well as a sole one.
        passage = named_passage(resource, resource.content, replace(candidate, named=1), case)
        if passage is None or (condition.detector in OF_A_UNIT and _is_another_units(resource, case)):
            continue
        hit = detect(passage, condition, case.desk)
        if hit.count >= condition.at_least:
            named = candidate.match.rung is Rung.EXACT or condition.detector not in _NOT_IN_NEWS
            named = named and not (condition.detector in OF_A_UNIT and titled_for_part(resource, case))
            place = Place.START if named else Place.BODY
            yield _found(Sight(passage=passage, hit=hit, place=place), requirement, case, named=named)


def _is_another_units(resource: Resource, case: Case) -> bool:
    """Is the page about another unit, whose telephone and address are its own?"""
    return case.desk.own.judge(passage_of(resource, case.survey.frame)).owner in {Owner.RELATED, Owner.OTHER}


def _sighted(requirement: Requirement, condition: Condition, case: Case) -> Iterator[Outcome]:
    for sight in case.survey.best_sights(condition.detector):
        in_body = sight.place is Place.BODY and condition.detector in _NOT_IN_NEWS
        told = in_body and is_posted(sight.passage.resource.key, case)
        if sight.hit.count >= condition.at_least and not told:
            yield _found(sight, requirement, case, named=False)


def _found(sight: Sight, requirement: Requirement, case: Case, *, named: bool) -> Outcome:
    condition = requirement.content[0]
    reason = part_reason(ReasonCode.FOUND_PART, condition, count=sight.hit.count)
    evidence = _evidence(sight, case, 0.9 if named else 0.8)
    outcome = Outcome(
        status=Status.PASS,
        reasons=(reason,),
        confidence=0.95 if named or sight.place in _OWN_PLACES else 0.85,
        evidence=(evidence,),
        passages=(sight.passage,),
    )
    if sight.hit.doubtful or (not named and _may_be_anothers(sight, condition, case)):
        ambiguous = because(ReasonCode.AMBIGUOUS, count=sight.hit.count)
        return replace(outcome, status=Status.REVIEW, reasons=(ambiguous, reason), confidence=0.5)
    if condition.detector == "outward-links":
        return _with_dead_links(outcome, sight, case)
    return outcome


def _may_be_anothers(sight: Sight, condition: Condition, case: Case) -> bool:
    """On a page about something else: may it belong to somebody else, or count something else than the website?"""
    if sight.place is not Place.BODY or condition.detector not in _UNSURE_IN_BODY:
        return False
    counter = condition.detector == "visitor-counter"
    return not (counter and case.desk.lexicon.holds("website-words", sight.hit.quote))


def _evidence(sight: Sight, case: Case, score: float) -> Evidence:
    """What a detector pointed at: the target of a link, else a part of the page."""
    target = case.look_up(sight.hit.url) if sight.hit.url else None
    if target is not None:
        passage = passage_of(target, case.survey.frame)
        return replace(
            evidence_from(passage, sight.hit.quote, sight.hit.matched, score),
            trail=target.trail,
            kind=EvidenceKind.LINK,
        )
    kind = EvidenceKind.WIDGET if sight.place is Place.FRAME else EvidenceKind.PAGE
    return replace(evidence_from(sight.passage, sight.hit.quote, sight.hit.matched, score), kind=kind)


def _with_dead_links(outcome: Outcome, sight: Sight, case: Case) -> Outcome:
    """A block of links is met in part when most of those that could be tried are broken (CONTRACT.md section 4)."""
    tried, broken = tried_links(sight.passage, case.desk)
    if tried and broken > tried * _MOSTLY:
        reason = because(ReasonCode.LINKS_BROKEN, broken=broken, tried=tried)
        return replace(outcome, status=Status.PARTIAL, reasons=(reason, *outcome.reasons))
    return outcome
