"""People's verdicts and waivers over ours: both stay, they lapse when they should, and the score is given twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from auditor.assess.reviews import with_reviews
from auditor.findings import Audit, Evidence, EvidenceKind, ReasonCode, Status, Verdict
from auditor.reviews import GivenReview, GivenWaiver, Reviews
from auditor.reviews.standing import evidence_sha256, set_aside, settled
from tests.report import sample

AS_OF = sample.audit().as_of  # 15 June 2024
CLEAN = replace(sample.audit(), verdicts=tuple(replace(each, review=None) for each in sample.verdicts()))


def verdict(audit: Audit, requirement: str) -> Verdict:
    return next(each for each in audit.verdicts if each.requirement == requirement)


def review(requirement: str, status: Status, **more: object) -> GivenReview:
    given = GivenReview(requirement=requirement, status=status, by="ก", at=date(2024, 6, 1), reason="เห็นแล้ว")
    return replace(given, **more)  # type: ignore[arg-type]  # fields by name


def waiver(*, expires: date = date(2024, 12, 31), **subject: str) -> GivenWaiver:
    return GivenWaiver(by="ข", at=date(2024, 5, 1), reason="ยอมรับ", expires=expires, **subject)


def heard(*given: GivenReview | GivenWaiver, audit: Audit = CLEAN) -> Audit:
    reviews = tuple(each for each in given if isinstance(each, GivenReview))
    return with_reviews(
        audit, Reviews(review=reviews, waiver=tuple(each for each in given if isinstance(each, GivenWaiver)))
    )


def test_both_verdicts_are_kept() -> None:
    judged = verdict(heard(review("1.1.cio", Status.PASS)), "1.1.cio")
    assert judged.status is Status.FAIL
    assert judged.review is not None
    assert (judged.review.status, judged.review.by, judged.review.lapsed) == (Status.PASS, "ก", None)
    assert settled(judged) is Status.PASS


def test_the_score_is_given_with_and_without() -> None:
    audit = heard(review("1.1.cio", Status.PASS), waiver(requirement="1.1.duties"))
    assert audit.score == CLEAN.score
    assert audit.score_with_reviews is not None
    counts, before = dict(audit.score_with_reviews.counts), dict(CLEAN.score.counts)
    assert counts[Status.PASS] == before[Status.PASS] + 1
    assert counts[Status.FAIL] == before[Status.FAIL] - 2
    assert counts[Status.NOT_APPLICABLE] == before[Status.NOT_APPLICABLE] + 1
    assert audit.score_with_reviews.percent is not None
    assert CLEAN.score.percent is not None
    assert audit.score_with_reviews.percent > CLEAN.score.percent


@pytest.mark.parametrize(
    ("expires", "holds"),
    [(date(2024, 6, 14), False), (date(2024, 6, 15), True), (date(2024, 6, 16), True), (None, True)],
)
def test_a_verdict_holds_to_the_end_of_its_last_day(expires: date | None, *, holds: bool) -> None:
    judged = verdict(heard(review("1.1.cio", Status.PASS, expires=expires)), "1.1.cio")
    assert judged.review is not None
    assert settled(judged) is (Status.PASS if holds else Status.FAIL)
    assert (judged.review.lapsed is None) is holds
    if judged.review.lapsed:
        assert judged.review.lapsed.code is ReasonCode.REVIEW_EXPIRED


def test_a_verdict_lapses_when_the_evidence_is_not_what_it_was() -> None:
    given = review("1.1.vision", Status.FAIL, evidence=evidence_sha256(verdict(CLEAN, "1.1.vision")))
    assert settled(verdict(heard(given), "1.1.vision")) is Status.FAIL
    changed = tuple(
        replace(each, evidence=tuple(replace(proof, quote="อื่น") for proof in each.evidence))
        for each in CLEAN.verdicts
    )
    judged = verdict(heard(given, audit=replace(CLEAN, verdicts=changed)), "1.1.vision")
    assert settled(judged) is Status.PASS
    assert judged.review is not None
    assert judged.review.lapsed is not None
    assert judged.review.lapsed.code is ReasonCode.REVIEW_EVIDENCE_CHANGED


PAGE = verdict(CLEAN, "1.1.vision").evidence[0]
DOCUMENT = replace(PAGE, kind=EvidenceKind.DOCUMENT)
COUNTER = replace(PAGE, kind=EvidenceKind.WIDGET, quote="ผู้เข้าชม 1,234 ครั้ง")


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        pytest.param(PAGE, replace(PAGE, sha256="0" * 64), True, id="a page's bytes change with each visit"),
        pytest.param(PAGE, replace(PAGE, quote="อื่น"), False, id="a page's words"),
        pytest.param(PAGE, replace(PAGE, quote=PAGE.quote.replace(" ", "  ")), True, id="blanks"),
        pytest.param(
            PAGE, replace(PAGE, url=PAGE.url.replace("https://www.", "http://")), True, id="the same address"
        ),
        pytest.param(PAGE, replace(PAGE, url="https://x.invalid/"), False, id="another address"),
        pytest.param(DOCUMENT, replace(DOCUMENT, sha256="0" * 64), False, id="a document's bytes"),
        pytest.param(DOCUMENT, replace(DOCUMENT, quote="อื่น"), True, id="other words of the same document"),
        pytest.param(COUNTER, replace(COUNTER, quote="ผู้เข้าชม 1,299 ครั้ง"), True, id="a counter counts on"),
        pytest.param(PAGE, replace(PAGE, score=0.1, matched="x"), True, id="how it was found"),
    ],
)
def test_the_hash_tells_what_is_cited_and_nothing_else(before: Evidence, after: Evidence, *, same: bool) -> None:
    judged = verdict(CLEAN, "1.1.vision")
    hashes = [evidence_sha256(replace(judged, evidence=(each,))) for each in (before, after)]
    assert (hashes[0] == hashes[1]) is same


def test_the_order_of_evidence_does_not_matter() -> None:
    judged = replace(verdict(CLEAN, "1.1.vision"), evidence=(PAGE, COUNTER))
    assert evidence_sha256(judged) == evidence_sha256(replace(judged, evidence=(COUNTER, PAGE)))


def test_what_is_set_aside_is_out_of_the_sum_and_comes_back() -> None:
    held = verdict(heard(waiver(requirement="1.1.duties")), "1.1.duties")
    assert (held.status, settled(held), set_aside(held)) == (Status.FAIL, Status.NOT_APPLICABLE, True)
    back = verdict(heard(waiver(requirement="1.1.duties", expires=date(2024, 6, 14))), "1.1.duties")
    assert (settled(back), set_aside(back)) == (Status.FAIL, False)
    assert back.waiver is not None
    assert back.waiver.lapsed is not None
    assert back.waiver.lapsed.code is ReasonCode.WAIVER_EXPIRED


def test_a_finding_can_be_set_aside() -> None:
    first, *others = heard(waiver(finding=CLEAN.findings[0].id)).findings
    assert set_aside(first)
    assert not any(map(set_aside, others))


def test_words_on_another_packs_requirement_are_not_heard() -> None:
    audit = heard(review("1.1.cio", Status.PASS, pack="other"), waiver(requirement="1.1.duties", pack="other"))
    assert all(each.review is None and each.waiver is None for each in audit.verdicts)


def test_nothing_said_changes_nothing() -> None:
    audit = with_reviews(CLEAN, Reviews())
    assert audit.verdicts == CLEAN.verdicts
    assert audit.score_with_reviews is not None
    assert dict(audit.score_with_reviews.counts) == dict(CLEAN.score.counts)
