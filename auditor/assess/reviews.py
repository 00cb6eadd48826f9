"""People's verdicts and waivers laid over an audit: both stay, and a word that no longer holds says why.

A word holds to the end of its last day, and only while what it was given on is still what is cited.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.outcome import because
from auditor.assess.score import score
from auditor.findings import HumanReview, ReasonCode, Waiver
from auditor.reviews.standing import evidence_sha256, settled

if TYPE_CHECKING:
    from datetime import date

    from auditor.findings import Audit, Finding, Reason, Verdict
    from auditor.reviews import GivenReview, GivenWaiver, Reviews


def with_reviews(audit: Audit, reviews: Reviews) -> Audit:
    """The audit with what people said; the score without them is as it was."""
    verdicts = tuple(_heard(verdict, reviews, audit.as_of) for verdict in audit.verdicts)
    findings = tuple(_accepted(finding, reviews, audit.as_of) for finding in audit.findings)
    counted = score(replace(verdict, status=settled(verdict)) for verdict in verdicts)
    return replace(audit, verdicts=verdicts, findings=findings, score_with_reviews=counted)


def _heard(verdict: Verdict, reviews: Reviews, as_of: date) -> Verdict:
    review = next((each for each in reviews.review if _is_about(each, verdict)), None)
    waiver = next((each for each in reviews.waiver if _is_about(each, verdict)), None)
    return replace(
        verdict,
        review=_review(review, verdict, as_of) if review else None,
        waiver=_waiver(waiver, as_of) if waiver else None,
    )


def _accepted(finding: Finding, reviews: Reviews, as_of: date) -> Finding:
    waiver = next((each for each in reviews.waiver if each.finding == finding.id), None)
    return replace(finding, waiver=_waiver(waiver, as_of) if waiver else None)


def _is_about(given: GivenReview | GivenWaiver, verdict: Verdict) -> bool:
    return given.requirement == verdict.requirement and given.pack in {"", verdict.pack}


def _review(given: GivenReview, verdict: Verdict, as_of: date) -> HumanReview:
    return HumanReview(
        status=given.status,
        by=given.by,
        at=given.at,
        reason=given.reason,
        expires=given.expires,
        machine=given.machine,
        machine_wrong=given.machine_wrong,
        label=given.label,
        url=given.url or None,
        lapsed=_lapse(given, verdict, as_of),
    )


def _lapse(given: GivenReview, verdict: Verdict, as_of: date) -> Reason | None:
    if given.expires and given.expires < as_of:
        return because(ReasonCode.REVIEW_EXPIRED, expires=given.expires.isoformat())
    if given.evidence and given.evidence != evidence_sha256(verdict):
        return because(ReasonCode.REVIEW_EVIDENCE_CHANGED, at=given.at.isoformat())
    return None


def _waiver(given: GivenWaiver, as_of: date) -> Waiver:
    over = given.expires < as_of
    return Waiver(
        by=given.by,
        at=given.at,
        reason=given.reason,
        expires=given.expires,
        lapsed=because(ReasonCode.WAIVER_EXPIRED, expires=given.expires.isoformat()) if over else None,
    )
