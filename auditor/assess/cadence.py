"""Is a series of papers kept up? The newest of its rounds may not be late; gaps before it are named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.outcome import because
from auditor.findings import ReasonCode, Status
from auditor.rounds import Round, deadline, rounds_of, stated
from auditor.thai.fiscal import fiscal_year_of
from auditor.urls import canonical

if TYPE_CHECKING:
    from datetime import date

    from auditor.assess.case import Case
    from auditor.assess.outcome import Outcome
    from auditor.findings import Reason
    from auditor.items import Item
    from auditor.rules import Cadence, Requirement

_LONGEST_MONTH = 31
_SERIES = 2  # rounds of which papers are there, from which they are a series


def in_season(requirement: Requirement, as_of: date) -> Requirement:
    """The requirement as it is on a day: while no paper of a new fiscal year is due, those of the last one count."""
    asked = requirement.freshness
    if asked is None or asked.cadence is None or _has_begun(asked.cadence, as_of):
        return requirement
    return replace(requirement, freshness=replace(asked, fiscal_years=(*asked.fiscal_years, -1)))


def _has_begun(cadence: Cadence, as_of: date) -> bool:
    """Was any paper of the fiscal year due by now?"""
    return deadline(cadence, rounds_of(cadence, fiscal_year_of(as_of))[0]) < as_of


def kept_up(requirement: Requirement, outcome: Outcome, case: Case) -> Outcome:
    """The outcome where what was found is a series: late where the newest rounds are missing, else with its gaps."""
    cadence = requirement.freshness.cadence if requirement.freshness else None
    if cadence is None or outcome.status is not Status.PASS:
        return outcome
    there = stated(case.items, requirement.topics, cadence)
    if len(there) < _SERIES or not _rests_on(outcome, there):
        there = _beside(outcome, cadence, case)
    if len(there) < _SERIES:
        return outcome
    year = case.fiscal_year - (0 if _has_begun(cadence, case.as_of) else 1)
    due = [each for each in rounds_of(cadence, year) if deadline(cadence, each) < case.as_of]
    missing = [each for each in due if each not in there]
    if not missing:
        return outcome
    newest = max(there)
    gaps = because(ReasonCode.ROUNDS_MISSING, missing=" ".join(map(str, missing)), newest=str(newest))
    late = _lateness(newest, there, cadence, outcome, case.as_of) if due[-1] in missing else None
    if late is not None and requirement.freshness is not None:
        status = Status(requirement.freshness.may_be_old)
        return replace(outcome, status=status, reasons=(late, gaps, *outcome.reasons), confidence=0.8, dated=False)
    status = Status(cadence.gaps)
    reasons = (*outcome.reasons, gaps) if status is Status.PASS else (gaps, *outcome.reasons)
    return replace(outcome, status=status, reasons=reasons)


def _beside(outcome: Outcome, cadence: Cadence, case: Case) -> dict[Round, tuple[Item, ...]]:
    """The papers listed with the one that is the evidence, which are called the same as it is, if not as is asked."""
    proofs = {canonical(proof.url) for proof in outcome.evidence}
    for shown in (item for item in case.items if item.key in proofs and item.topics):
        alike = [item for item in case.items if item.topics == shown.topics and _share_list(item, shown)]
        there = stated(alike, shown.topics, cadence)
        if _rests_on(outcome, there):
            return there
    return {}


def _share_list(item: Item, other: Item) -> bool:
    return not set(item.listed_on).isdisjoint(other.listed_on)


def _lateness(
    newest: Round, there: dict[Round, tuple[Item, ...]], cadence: Cadence, outcome: Outcome, as_of: date
) -> Reason | None:
    """That the newest paper is too old; nothing where the list has a newer entry of another kind.

    The day on which one of the papers was put there is no newer entry.
    """
    posted = {item.published.day.isoformat() for papers in there.values() for item in papers if item.published}
    entry = next((dict(each.params).get("newest") for each in outcome.reasons), None)
    age, allowed = (as_of - newest.last).days, cadence.every_months * _LONGEST_MONTH + cadence.grace_days
    if age <= allowed or (entry and str(entry) not in posted and str(entry) > newest.last.isoformat()):
        return None
    return because(ReasonCode.STALE, newest=newest.last.isoformat(), age=age, allowed=allowed)


def _rests_on(outcome: Outcome, there: dict[Round, tuple[Item, ...]]) -> bool:
    """Is the evidence one of the papers, or a page that lists them?"""
    places = {canonical(url) for papers in there.values() for item in papers for url in (item.key, *item.listed_on)}
    return any(canonical(proof.url) in places for proof in outcome.evidence)
