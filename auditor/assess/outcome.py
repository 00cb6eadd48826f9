"""What came of one attempt to satisfy a requirement, and which of several attempts counts.

The table is CONTRACT.md section 2: the status follows the best candidate, "could not look" is never "not there",
and a wrong pass is worse than a wrong fail is worse than a needless review.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.assess.candidates import Place
from auditor.findings import Evidence, NearMiss, Params, Reason, ReasonCode, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.assess.passages import Passage
    from auditor.rules import Condition

STATUS_OF: dict[ReasonCode, Status] = {
    ReasonCode.FOUND_PAGE: Status.PASS,
    ReasonCode.FOUND_SECTION: Status.PASS,
    ReasonCode.FOUND_DOCUMENT: Status.PASS,
    ReasonCode.FOUND_LISTING: Status.PASS,
    ReasonCode.FOUND_WIDGET: Status.PASS,
    ReasonCode.FOUND_PART: Status.PASS,
    ReasonCode.FOUND_ALT_TEXT: Status.PASS,
    ReasonCode.ZERO_REPORT: Status.PASS,
    ReasonCode.NONE_STATED: Status.PASS,
    ReasonCode.FIELD_SHOWN: Status.PASS,
    ReasonCode.NONE_EXPIRED: Status.PASS,
    ReasonCode.FIELD_LACKING: Status.PARTIAL,
    ReasonCode.ITEMS_EXPIRED: Status.PARTIAL,
    ReasonCode.ITEM_PAST: Status.PARTIAL,
    ReasonCode.LIST_LACKS: Status.PARTIAL,
    ReasonCode.NO_ITEMS: Status.NOT_APPLICABLE,
    ReasonCode.WRONG_YEAR: Status.PARTIAL,
    ReasonCode.STALE: Status.PARTIAL,
    ReasonCode.LINKS_BROKEN: Status.PARTIAL,
    ReasonCode.EXTERNAL_ONLY: Status.PARTIAL,
    ReasonCode.NOT_FOUND: Status.FAIL,
    ReasonCode.IF_ANY_ABSENT: Status.NOT_APPLICABLE,
    ReasonCode.TARGET_MISSING: Status.FAIL,
    ReasonCode.SOFT_404: Status.FAIL,
    ReasonCode.EMPTY: Status.FAIL,
    ReasonCode.UNDER_CONSTRUCTION: Status.FAIL,
    ReasonCode.NO_DATA: Status.FAIL,
    ReasonCode.MEMO_ONLY: Status.FAIL,
    ReasonCode.REQUEST_FORM_ONLY: Status.FAIL,
    ReasonCode.OTHER_AGENCY: Status.FAIL,
    ReasonCode.NEWS_ONLY: Status.FAIL,
    ReasonCode.DEAD_LABEL: Status.FAIL,
    ReasonCode.PARENT_NOT_MET: Status.FAIL,
    ReasonCode.BREACH_SEEN: Status.FAIL,
    ReasonCode.NOT_THE_THING: Status.FAIL,
    ReasonCode.BREACH_SUSPECTED: Status.REVIEW,
    ReasonCode.NO_TEXT: Status.REVIEW,
    ReasonCode.POSTER: Status.REVIEW,
    ReasonCode.ENCRYPTED: Status.REVIEW,
    ReasonCode.DAMAGED: Status.REVIEW,
    ReasonCode.OCR_TEXT: Status.REVIEW,
    ReasonCode.GARBLED_TEXT: Status.REVIEW,
    ReasonCode.UNSUPPORTED: Status.REVIEW,
    ReasonCode.FUZZY_LABEL: Status.REVIEW,
    ReasonCode.AMBIGUOUS: Status.REVIEW,
    ReasonCode.ON_SHARED_DRIVE: Status.REVIEW,
    ReasonCode.BLOCKED: Status.UNVERIFIABLE,
    ReasonCode.NEEDS_LOGIN: Status.UNVERIFIABLE,
    ReasonCode.SERVER_ERROR: Status.UNVERIFIABLE,
    ReasonCode.UNREACHABLE: Status.UNVERIFIABLE,
    ReasonCode.ROBOTS: Status.UNVERIFIABLE,
    ReasonCode.NEEDS_SCRIPT: Status.UNVERIFIABLE,
    ReasonCode.LIMIT_REACHED: Status.UNVERIFIABLE,
    ReasonCode.COVERAGE_INCOMPLETE: Status.UNVERIFIABLE,
    ReasonCode.SITE_UNREACHABLE: Status.UNVERIFIABLE,
    ReasonCode.PACK_NOT_LOADED: Status.UNVERIFIABLE,
    ReasonCode.NO_BREACH_SEEN: Status.UNVERIFIABLE,
    ReasonCode.SWITCHED_OFF: Status.NOT_APPLICABLE,
    ReasonCode.NOT_FOR_UNIT: Status.NOT_APPLICABLE,
}
"""The status that a reason alone leads to; UNDATED and PART_MISSING have theirs from the rule file."""

_ORDER = {
    Status.PASS: 0,
    Status.PARTIAL: 1,
    Status.REVIEW: 2,
    Status.UNVERIFIABLE: 3,
    Status.FAIL: 4,
    Status.NOT_APPLICABLE: 5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One attempt: its status, why, the proof, and the passages that other requirements may look into."""

    status: Status
    reasons: tuple[Reason, ...]
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    passages: tuple[Passage, ...] = ()
    nearest: tuple[NearMiss, ...] = ()
    dated: bool | None = None  # is it of the time asked for; None where no time is asked
    right_year: bool = False  # its label names the year asked for
    place: int = 0  # where its label stands, best first (`candidates.Place`)
    named: bool = False  # a menu entry or heading names exactly what is asked for, and nothing else


SURE_FAIL = 0.85
"""Confidence of an outcome that rules a passage out."""
DOUBT = 0.5
"""Confidence of an outcome that a person has to decide."""


def because(code: ReasonCode, /, **params: str | float) -> Reason:
    """A reason with what fills its sentence."""
    filled: Params = tuple((name, value) for name, value in params.items())
    return Reason(code=code, params=filled)


def part_reason(
    code: ReasonCode, condition: Condition, *, found: int | None = None, count: int | None = None
) -> Reason:
    """A reason that names a part: by the condition's own words where the rule file has some, else by its detector."""
    named = {"what_th": condition.title.th, "what_en": condition.title.en} if condition.title else {}
    if code is ReasonCode.PART_MISSING:
        return because(code, what=condition.detector, found=found or 0, wanted=condition.at_least, **named)
    return because(code, what=condition.detector, count=count or 0, **named)


def outcome_of(
    reason: Reason, *, confidence: float, status: Status | None = None, evidence: tuple[Evidence, ...] = ()
) -> Outcome:
    """An outcome that one reason decides."""
    return Outcome(
        status=status or STATUS_OF[reason.code], reasons=(reason,), confidence=confidence, evidence=evidence
    )


def best(outcomes: Iterable[Outcome]) -> Outcome | None:
    """The attempt that counts.

    What could not be read, or needs a person, outranks a thing of another year or a part of it where its label names
    just what is asked for: it may well be the pass that the other one is not. What names something else is shown to a
    person only where nothing of the thing's own name is shut.
    """
    return min(outcomes, key=_rank, default=None)


def _rank(outcome: Outcome) -> tuple[float, bool, int, float]:
    order: float = _ORDER[outcome.status]
    if outcome.status is Status.REVIEW and outcome.reasons[0].code is ReasonCode.OTHER_AGENCY:
        order = 3.1
    elif outcome.status is Status.REVIEW and outcome.right_year:
        order = 0.5
    elif outcome.status is Status.UNVERIFIABLE and outcome.right_year:
        order = 0.7
    elif outcome.status is Status.REVIEW and outcome.reasons[0].code is ReasonCode.NOT_THE_THING:
        order = 3.1
    elif outcome.status is Status.REVIEW and outcome.place == Place.PAPER:
        order = 3.2
    elif outcome.status is Status.PARTIAL and not outcome.named:
        order = 1.2
    elif outcome.status is Status.UNVERIFIABLE and outcome.named:
        order = 1.1
    return order, not outcome.named, outcome.place, -outcome.confidence


def with_near_misses(outcome: Outcome, misses: tuple[NearMiss, ...]) -> Outcome:
    """The outcome with what came closest."""
    return replace(outcome, nearest=misses)


def theirs(name: str) -> Outcome:
    """What surely is another's answers no requirement of ours."""
    return outcome_of(because(ReasonCode.OTHER_AGENCY, name=name), confidence=SURE_FAIL)


def perhaps_theirs(name: str) -> Outcome:
    """Whether it is another's a person must tell."""
    return outcome_of(because(ReasonCode.OTHER_AGENCY, name=name), confidence=DOUBT, status=Status.REVIEW)
