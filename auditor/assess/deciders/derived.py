"""What follows from other verdicts: properties of what was found, shares, other packs, breaches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.case import evidence_from
from auditor.assess.currency import remarks
from auditor.assess.deciders.downloads import unread, without_other_papers
from auditor.assess.detectors import detect
from auditor.assess.outcome import Outcome, because, best, outcome_of, part_reason
from auditor.assess.quoting import shorten
from auditor.facts import Document
from auditor.findings import Evidence, EvidenceKind, ReasonCode, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.case import Case
    from auditor.assess.checks.defects import Defect
    from auditor.assess.detectors.hits import Hit
    from auditor.assess.passages import Passage
    from auditor.findings import Reason
    from auditor.rules import Condition, Requirement

_MET = frozenset({Status.PASS, Status.PARTIAL})
_SHOWN = _MET | {Status.REVIEW}


def part_of(requirement: Requirement, case: Case) -> Outcome:
    """A property of what satisfied another requirement: its steps, its durations, its sources."""
    parent = case.decided[requirement.of]
    if parent.status not in _MET and not parent.passages:
        return _follows(parent, requirement)
    outcomes = [_property(passage, requirement, case) for passage in parent.passages]
    chosen = best(outcomes)
    if chosen is None:
        return _follows(parent, requirement)
    if parent.status is Status.REVIEW and chosen.status is not Status.PASS:
        return _follows(parent, requirement)
    return chosen if parent.status in _MET else replace(chosen, status=Status.REVIEW, confidence=0.5)


def _follows(parent: Outcome, requirement: Requirement) -> Outcome:
    """Where there is no parent there is no part; where the parent could not be judged, nor can the part."""
    reason = because(ReasonCode.PARENT_NOT_MET, requirement=requirement.of)
    reasons = (reason, *parent.reasons) if parent.status is not Status.FAIL else (reason,)
    return Outcome(
        status=parent.status,
        reasons=reasons,
        confidence=parent.confidence,
        evidence=parent.evidence if parent.status is Status.REVIEW else (),
        nearest=parent.nearest,
    )


def _property(passage: Passage, requirement: Requirement, case: Case) -> Outcome:
    """All conditions on one passage; the weakest decides."""
    hits = [(condition, _searched(passage, condition, requirement, case)) for condition in requirement.content]
    short = [lack for condition, hit in hits if (lack := _lack(condition, hit)) is not None]
    quote, matched = next(((hit.quote, hit.matched) for _, hit in hits if hit.quote), (shorten(passage.text), ""))
    found = part_reason(ReasonCode.FOUND_PART, hits[0][0], count=hits[0][1].count)
    status = max((status for status, _ in short), key=_SEVERITY.index, default=Status.PASS)
    return Outcome(
        status=status,
        reasons=tuple(reason for _, reason in short) or (found,),
        confidence=0.9 if status is Status.PASS else 0.8,
        evidence=(evidence_from(passage, quote, matched, 0.9),) if status in _SHOWN else (),
        passages=(passage,) if status in _SHOWN else (),
    )


def _searched(passage: Passage, condition: Condition, requirement: Requirement, case: Case) -> Hit:
    """What a detector finds; of files only those that are, or may be, the thing itself."""
    if condition.detector != "download" or passage.kind is EvidenceKind.DOCUMENT:
        return detect(passage, condition, case.desk)
    topics = next((each.topics for each in case.pack.requirements if each.id == requirement.of), ())
    own = without_other_papers(passage, topics, case)
    hit, closed = detect(own, condition, case.desk), unread(own, case)
    return replace(hit, doubtful=True, barrier=closed) if hit.count and closed is not None else hit


def _lack(condition: Condition, hit: Hit) -> tuple[Status, Reason] | None:
    """What keeps a condition from being met, and what that makes of the property."""
    if hit.count >= condition.at_least:
        doubt = hit.barrier or because(ReasonCode.AMBIGUOUS, count=hit.count)
        return (Status.REVIEW, doubt) if hit.doubtful else None
    if hit.barrier is not None:
        return Status.UNVERIFIABLE, hit.barrier
    return Status(condition.otherwise), part_reason(ReasonCode.PART_MISSING, condition, found=hit.count)


_SEVERITY = (Status.PASS, Status.PARTIAL, Status.REVIEW, Status.UNVERIFIABLE, Status.FAIL)


def freshness(requirement: Requirement, case: Case) -> Outcome:
    """The share of the dated requirements that are current, over those for which something was found."""
    dated = list(_dated(case))
    if not dated:
        return outcome_of(
            because(ReasonCode.NOT_FOUND, pages=case.coverage.pages, documents=case.coverage.documents),
            confidence=0.8,
            status=Status.NOT_APPLICABLE if case.covered else Status.UNVERIFIABLE,
        )
    current = sum(dated)
    share = current / len(dated)
    reason = because(ReasonCode.PART_MISSING, what="current", found=current, wanted=len(dated))
    if share >= requirement.pass_from:
        found = because(ReasonCode.FOUND_PART, what="current", count=current)
        return Outcome(status=Status.PASS, reasons=(found, *remarks(case)), confidence=0.85)
    status = Status.FAIL if share < requirement.fail_under else Status.PARTIAL
    return Outcome(status=status, reasons=(reason, *remarks(case)), confidence=0.8)


def _dated(case: Case) -> Iterator[bool]:
    """For each requirement with a time condition and something found: is it current?"""
    for outcome in case.decided.values():
        if outcome.dated is not None and outcome.status in _MET:
            yield outcome.dated


def other_pack(requirement: Requirement, case: Case) -> Outcome:
    """The result of a pack that is not loaded."""
    _ = case
    return outcome_of(because(ReasonCode.PACK_NOT_LOADED, pack=requirement.of), confidence=1.0)


def breach(requirement: Requirement, case: Case) -> Outcome:
    """Only a breach can be seen from outside: a certain one fails, what may be one needs a person."""
    _ = requirement
    certain = [defect for defect in case.breaches if defect.severity is Severity.CRITICAL]
    if not case.breaches:
        return outcome_of(because(ReasonCode.NO_BREACH_SEEN), confidence=1.0)
    evidence = tuple(_seen(defect, case) for defect in (certain or case.breaches)[:_MOST_SEEN])
    if certain:
        return outcome_of(because(ReasonCode.BREACH_SEEN, count=len(certain)), confidence=0.9, evidence=evidence)
    return outcome_of(
        because(ReasonCode.BREACH_SUSPECTED, count=len(case.breaches)), confidence=0.5, evidence=evidence
    )


_MOST_SEEN = 5


def _seen(defect: Defect, case: Case) -> Evidence:
    """Where a breach is to be seen."""
    resource = case.look_up(defect.url)
    fetch = resource.fetch if resource else None
    is_document = resource is not None and isinstance(resource.content, Document)
    return Evidence(
        url=defect.url,
        kind=EvidenceKind.DOCUMENT if is_document else EvidenceKind.PAGE,
        quote=defect.quote,
        matched=defect.rule.value,
        score=0.9 if defect.severity is Severity.CRITICAL else 0.5,
        trail=resource.trail if resource else (),
        fetched_at=getattr(fetch, "at", None),
        sha256=getattr(fetch, "sha256", None),
        warc=getattr(fetch, "warc", None),
    )
