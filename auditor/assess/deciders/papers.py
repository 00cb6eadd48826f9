"""The papers that a page offers, each read for a requirement; and what comes of one that cannot be opened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.availability import obstacle
from auditor.assess.candidates import link_kind
from auditor.assess.case import evidence_from
from auditor.assess.deciders.ways import called, paper_links
from auditor.assess.freshness import wanted_years
from auditor.assess.naming import Reading
from auditor.assess.ocr import with_ocr
from auditor.assess.outcome import Outcome, because, outcome_of
from auditor.assess.passages import document_passage, passage_of
from auditor.assess.quoting import shorten
from auditor.assess.reading import read
from auditor.facts import Document
from auditor.findings import ReasonCode, Rung, Status
from auditor.thai.fiscal import fiscal_years_in

if TYPE_CHECKING:
    from auditor.assess.candidates import Candidate
    from auditor.assess.case import Case
    from auditor.assess.passages import Passage
    from auditor.facts import Link, Resource
    from auditor.findings import Reason
    from auditor.rules import Freshness, Requirement

_DOCUMENTS_READ = 15
_BY_NAME = 0.6  # how sure the year is that only the name of a file tells


def papers_in(passage: Passage, candidate: Candidate, requirement: Requirement, case: Case) -> list[Outcome]:
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
            outcomes.append(barred(barrier, target, named, requirement, case))
        elif target is not None and isinstance(target.content, Document):
            document = document_passage(target, target.content)
            says = case.matcher.match(called(link, case), link_kind(link))
            told = any(match.topic == candidate.topic for match in says.matches)
            if says.decoy and not told:
                other = because(ReasonCode.NOT_THE_THING, label=candidate.label, head=shorten(link.label, 80))
                outcomes.append(outcome_of(other, confidence=0.8))
                continue
            reading = Reading(
                requirement=requirement, candidate=named, passage=document, label=called(link, case), named=told
            )
            outcomes.append(read(reading, case))
    return outcomes


def _is_never(link: Link, requirement: Requirement, case: Case) -> bool:
    """Does the label name what never is the thing, or what nobody asks for: a map of diseases, a program's manual?"""
    said = case.matcher.match(link.label, link_kind(link))
    topics = [case.topic(topic) for topic in requirement.topics]
    other = bool(said.decoy) and not any(map(said.names, topics))
    return other or any(True for topic in topics for _ in said.never(topic))


def barred(
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
