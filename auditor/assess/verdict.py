"""From outcomes to verdicts: coverage, obligation, and what is set aside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.cadence import in_season, kept_up
from auditor.assess.deciders import DECIDERS
from auditor.assess.outcome import Outcome, because, outcome_of
from auditor.assess.staff import staff_remark
from auditor.facts import Fetched, Page, Skipped, SkipWhy, Unreachable
from auditor.findings import Reason, ReasonCode, Searched, Status, Verdict
from auditor.rules import Decide, Obligation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.case import Case
    from auditor.findings import Identity
    from auditor.rules import Requirement

_INDEPENDENT = frozenset({Decide.PACK, Decide.BREACH})
"""Decided alike whether or not the site could be read."""

_MOST_EVIDENCE = 5


def verdict_on(
    requirement: Requirement, case: Case, identity: Identity, set_aside: tuple[tuple[str, str], ...]
) -> Verdict:
    """Decide one requirement; the outcome is kept for those that build on it."""
    outcome = _outcome(requirement, case, identity, dict(set_aside))
    case.decided[requirement.id] = outcome
    return Verdict(
        requirement=requirement.id,
        pack=case.pack.id,
        category=requirement.category,
        title=requirement.title,
        obligation=requirement.obligation,
        weight=requirement.weight,
        status=outcome.status,
        confidence=round(outcome.confidence, 2),
        reasons=(*outcome.reasons, *_remarks(requirement, outcome, case)),
        evidence=outcome.evidence[:_MOST_EVIDENCE],
        searched=_searched(requirement, outcome, case),
        remedy=requirement.remedy,
        citation=requirement.citation,
    )


def _outcome(requirement: Requirement, case: Case, identity: Identity, set_aside: dict[str, str]) -> Outcome:
    if requirement.id in set_aside:
        return outcome_of(because(ReasonCode.SWITCHED_OFF, reason=set_aside[requirement.id]), confidence=1.0)
    if requirement.off is not None:
        return outcome_of(because(ReasonCode.SWITCHED_OFF, reason=requirement.off.th), confidence=1.0)
    if requirement.unit_types and identity.unit_type and identity.unit_type not in requirement.unit_types:
        return outcome_of(because(ReasonCode.NOT_FOR_UNIT, unit_type=identity.unit_type), confidence=0.9)
    blind = site_obstacle(case)
    if blind is not None and requirement.decide not in _INDEPENDENT:
        return outcome_of(blind, confidence=1.0, status=Status.UNVERIFIABLE)
    requirement = in_season(requirement, case.as_of)
    found = DECIDERS[requirement.decide](requirement, case)
    return _settle(requirement, kept_up(requirement, found, case) if found else None, case)


def site_obstacle(case: Case) -> Reason | None:
    """Why the site as a whole could not be looked at."""
    start = case.survey.start
    if start is None:
        return because(ReasonCode.SITE_UNREACHABLE, why="no-answer")
    match start.fetch:
        case Unreachable():
            return because(ReasonCode.SITE_UNREACHABLE, why=start.fetch.why.value)
        case Skipped(why=SkipWhy.ROBOTS):
            return because(ReasonCode.ROBOTS, label=start.url)
        case Skipped():
            why = "private" if start.fetch.why is SkipWhy.PRIVATE else "leads-out"
            return because(ReasonCode.SITE_UNREACHABLE, why=why)
        case Fetched() if case.coverage.pages == 0:
            return because(ReasonCode.SITE_UNREACHABLE, why=f"http-{start.fetch.status}")
        case Fetched():
            return _needs_browser(case)


def _needs_browser(case: Case) -> Reason | None:
    """A site whose start page is nothing but a script, and which offered nothing else to read."""
    start = case.survey.start
    if start is None or not isinstance(start.content, Page) or not start.content.needs_script:
        return None
    return because(ReasonCode.NEEDS_SCRIPT, label=start.url) if case.coverage.pages <= 1 else None


def _settle(requirement: Requirement, found: Outcome | None, case: Case) -> Outcome:
    """What "nothing" and "not good enough" mean under this obligation and this coverage."""
    absent = found is None or (found.status is Status.FAIL and requirement.decide is not Decide.BREACH)
    if not absent:
        assert found is not None  # noqa: S101  (told to the type checker)
        return found
    coverage = case.coverage
    if not case.covered:
        reason = because(
            ReasonCode.COVERAGE_INCOMPLETE, read=coverage.shallow_read, known=max(coverage.shallow_known, 1)
        )
        nearest = found.nearest if found else ()
        return replace(outcome_of(reason, confidence=0.9), nearest=nearest)
    closed = next((part for part in case.survey.closed if part.may_hold(requirement.topics)), None)
    if closed is not None and requirement.decide is not Decide.PART_OF:
        shut = outcome_of(closed.reason, confidence=0.7)
        return replace(shut, nearest=found.nearest) if found else shut
    if requirement.obligation is Obligation.IF_ANY:
        reason = because(ReasonCode.IF_ANY_ABSENT, pages=coverage.pages, documents=coverage.documents)
        outcome = outcome_of(reason, confidence=0.8)
        return replace(outcome, nearest=found.nearest) if found else outcome
    if found is not None:
        return found
    reason = because(ReasonCode.NOT_FOUND, pages=coverage.pages, documents=coverage.documents)
    return outcome_of(reason, confidence=0.9 if coverage.complete else 0.75)


def _remarks(requirement: Requirement, outcome: Outcome, case: Case) -> Iterator[Reason]:
    """What is said beside the reasons; none of it changes the status."""
    if any(getattr(passage.resource.fetch, "insecure", False) for passage in outcome.passages):
        yield because(ReasonCode.UNVERIFIED_TLS)
    if any(condition.detector == "webmasters" for condition in requirement.content):
        yield from staff_remark(outcome.passages, case)


def _searched(requirement: Requirement, outcome: Outcome, case: Case) -> Searched:
    """What was looked for; the nearest misses where it was not met."""
    terms: dict[str, None] = {}
    for topic_id in requirement.topics:
        topic = case.topic(topic_id)
        if topic is not None:
            terms.update(dict.fromkeys((topic.title.th, *topic.exact[:3], *topic.any[:6])))
    return Searched(
        terms=tuple(terms)[:10],
        pages=case.coverage.pages,
        documents=case.coverage.documents,
        nearest=outcome.nearest if outcome.status is not Status.PASS else (),
    )
