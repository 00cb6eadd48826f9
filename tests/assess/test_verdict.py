"""Coverage, obligation, what is set aside, and the score (CONTRACT.md 2)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.assess import assess
from auditor.assess.score import score
from auditor.facts import Coverage, Page, Resource, SkipWhy, Why
from auditor.findings import ReasonCode, Status
from auditor.rules import Obligation, Text
from tests.assess.building import (
    AS_OF,
    answering,
    heading,
    judge,
    link,
    matcher,
    menu,
    page,
    rulebook,
    site,
    skipped,
    text,
    unreachable,
    verdict,
)

if TYPE_CHECKING:
    from auditor.findings import Verdict
    from auditor.rules import Rulebook

VISION = page("/v", heading("วิสัยทัศน์"), text("เป็นองค์กรหลักด้านสุขภาพของอำเภอ เพื่อประชาชนสุขภาพดี"))


def covering(*, complete: bool = False, read: int = 0, known: int = 100) -> Coverage:
    return Coverage(pages=6, complete=complete, shallow_known=known, shallow_read=read, limits=("max-pages",))


FLOOR = [
    pytest.param(covering(complete=True), Status.FAIL, id="complete"),
    pytest.param(covering(read=95), Status.FAIL, id="floor-just-met"),
    pytest.param(covering(read=94), Status.UNVERIFIABLE, id="floor-just-missed"),
    pytest.param(covering(read=0, known=0), Status.UNVERIFIABLE, id="nothing-known"),
]


@pytest.mark.parametrize(("coverage", "expected"), FLOOR)
def test_not_there_is_said_only_when_enough_was_read(coverage: Coverage, expected: Status) -> None:
    assert verdict(judge(site(coverage=coverage)), "1.1.vision").status is expected


def test_a_site_of_endless_labels_is_read_up_to_a_bound_and_said_to_be_unread() -> None:
    """RELIABILITY_RULES 13: one hostile page costs a bounded time; what was left unread is not "not there"."""
    made_up = tuple(link(f"label {number}", f"/l{number}") for number in range(30_000))
    audit = judge(site(VISION, page("/many", heading("หน้ารวม"), links=made_up), page("/end", heading("จุดจบ"))))
    assert "max-labels" in audit.coverage.limits
    assert not audit.coverage.complete
    assert verdict(audit, "1.1.mission").status is Status.UNVERIFIABLE
    assert verdict(audit, "1.1.vision").status is Status.PASS


def test_an_incomplete_crawl_does_not_turn_the_optional_into_not_applicable() -> None:
    assert verdict(judge(site(coverage=covering(read=10))), "1.7.forms").status is Status.UNVERIFIABLE


def test_what_was_found_passes_whatever_else_was_not_read() -> None:
    snapshot = site(VISION, coverage=covering(read=10), start_links=(menu("วิสัยทัศน์", "/v"),))
    assert verdict(judge(snapshot), "1.1.vision").status is Status.PASS


def test_a_thing_that_is_gone_is_not_said_to_fail_on_an_incomplete_crawl() -> None:
    snapshot = site(answering("/v", 404), coverage=covering(read=10), start_links=(menu("วิสัยทัศน์", "/v"),))
    found = verdict(judge(snapshot), "1.1.vision")
    assert found.status is Status.UNVERIFIABLE
    assert found.searched.nearest[0].reason.code is ReasonCode.TARGET_MISSING


def shut(target: Resource, label: str) -> Resource:
    """A part of the site that the start page's menu leads to."""
    return replace(target, from_menu=True, trail=(target.trail[0], replace(target.trail[-1], label=label)))


@pytest.mark.parametrize(
    ("target", "label", "expected"),
    [
        pytest.param(skipped("/ita", SkipWhy.ROBOTS), "ITA", Status.UNVERIFIABLE, id="ita-tree-behind-robots"),
        pytest.param(answering("/ita", 503), "เอกสาร", Status.UNVERIFIABLE, id="server-error"),
        pytest.param(unreachable("/ita", Why.TIMEOUT), "ดาวน์โหลด", Status.UNVERIFIABLE, id="time-out"),
        pytest.param(answering("/ita", 404), "ITA", Status.FAIL, id="gone"),
        pytest.param(answering("/ita", 503), "สมุดเยี่ยม", Status.FAIL, id="guest-book"),
    ],
)
def test_what_may_stand_in_a_closed_part_of_the_site_is_not_said_to_be_missing(
    target: Resource, label: str, expected: Status
) -> None:
    """«Could not look» is never «not there»: the ITA tree holds what no other page does (REQUIREMENTS.md 5.5)."""
    snapshot = site(shut(target, label), start_links=(menu(label, "/ita"),))
    assert verdict(judge(snapshot), "1.1.action-plan").status is expected


def test_what_is_set_aside_does_not_apply_and_says_why() -> None:
    snapshot = site(VISION, start_links=(menu("วิสัยทัศน์", "/v"),))
    audit = assess(
        snapshot, rulebook(), ("moph-web-2567",), AS_OF, matcher(), set_aside=(("1.1.vision", "รอประกาศใหม่"),)
    )
    found = verdict(audit, "1.1.vision")
    assert found.status is Status.NOT_APPLICABLE
    assert found.reasons[0].code is ReasonCode.SWITCHED_OFF
    assert dict(found.reasons[0].params)["reason"] == "รอประกาศใหม่"
    assert verdict(audit, "1.1.mission").status is Status.FAIL


def with_vision(**changes: object) -> Rulebook:
    """The rulebook with another requirement of the vision."""
    book = rulebook()
    (pack,) = (one for one in book.packs if one.id == "moph-web-2567")
    requirements = tuple(
        replace(one, **changes) if one.id == "1.1.vision" else one  # type: ignore[arg-type]  # fields of the type
        for one in pack.requirements
    )
    return replace(book, packs=(replace(pack, requirements=requirements),))


def of_vision(book: Rulebook) -> Verdict:
    snapshot = site(VISION, start_links=(menu("วิสัยทัศน์", "/v"),))
    return verdict(assess(snapshot, book, ("moph-web-2567",), AS_OF, matcher()), "1.1.vision")


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ((), Status.PASS),
        (("สสอ.",), Status.PASS),
        (("สสอ.", "รพ."), Status.PASS),
        (("สสจ.",), Status.NOT_APPLICABLE),
    ],
)
def test_a_requirement_of_other_kinds_of_unit_does_not_apply(kinds: tuple[str, ...], expected: Status) -> None:
    found = of_vision(with_vision(unit_types=kinds))
    assert found.status is expected
    assert (found.reasons[0].code is ReasonCode.NOT_FOR_UNIT) is (expected is Status.NOT_APPLICABLE)


def test_an_undecided_kind_of_unit_owes_everything() -> None:
    """CONTRACT.md 1, --unit-type: undecided: every requirement applies."""
    snapshot = site(VISION, start_links=(menu("วิสัยทัศน์", "/v"),))
    for resource in list(snapshot):
        assert isinstance(resource.content, Page)
        own = tuple(block for block in resource.content.blocks if "สาธารณสุข" not in block.text)
        snapshot.add(replace(resource, content=replace(resource.content, title="", blocks=own)))
    audit = assess(snapshot, with_vision(unit_types=("สสจ.",)), ("moph-web-2567",), AS_OF, matcher())
    assert audit.identity.unit_type is None
    assert verdict(audit, "1.1.vision").status is not Status.NOT_APPLICABLE


def test_a_requirement_switched_off_by_a_rule_file_says_why() -> None:
    found = of_vision(with_vision(off=Text(th="ไม่ใช้กับหน่วยงานนี้", en="not for this unit")))
    assert found.status is Status.NOT_APPLICABLE
    assert found.reasons[0].code is ReasonCode.SWITCHED_OFF


def test_a_pack_that_is_not_in_the_rulebook_is_an_error() -> None:
    with pytest.raises(KeyError):
        assess(site(), rulebook(), ("no-such-pack",), AS_OF, matcher())


def test_every_requirement_of_the_pack_gets_one_verdict_in_its_order() -> None:
    (pack,) = (one for one in rulebook().packs if one.id == "moph-web-2567")
    assert [found.requirement for found in judge(site()).verdicts] == [one.id for one in pack.requirements]


def test_what_was_searched_is_told_by_term_and_count() -> None:
    found = verdict(judge(site()), "1.1.vision").searched
    assert "วิสัยทัศน์" in found.terms
    assert (found.pages, found.documents) == (5, 1)


def marked(*given: tuple[Status, float, Obligation]) -> float | None:
    """The percent of verdicts with these statuses, weights and obligations."""
    model = judge(site()).verdicts[0]
    return score(
        replace(model, status=status, weight=weight, obligation=obligation) for status, weight, obligation in given
    ).percent


R, C, A = Obligation.REQUIRED, Obligation.RECOMMENDED, Obligation.IF_ANY
P, H, F, W, U, N = (
    Status.PASS,
    Status.PARTIAL,
    Status.FAIL,
    Status.REVIEW,
    Status.UNVERIFIABLE,
    Status.NOT_APPLICABLE,
)
SCORES = [
    pytest.param(((P, 1, R),), 100.0, id="pass"),
    pytest.param(((H, 1, R),), 50.0, id="partial-is-half"),
    pytest.param(((F, 1, R),), 0.0, id="fail"),
    pytest.param(((W, 1, R), (P, 1, R)), 50.0, id="review-counts-as-none"),
    pytest.param(((P, 1, R), (U, 1, R), (N, 1, R)), 100.0, id="not-looked-at-does-not-count"),
    pytest.param(((P, 1, R), (F, 1, C)), 66.7, id="recommended-weighs-half"),
    pytest.param(((P, 2, R), (F, 1, R)), 66.7, id="weights"),
    pytest.param(((P, 1, R), (F, 1, R), (F, 1, R)), 33.3, id="one-decimal"),
    pytest.param(((P, 1, A), (F, 1, R)), 50.0, id="if-any-weighs-whole"),
    pytest.param(((U, 1, R), (N, 1, R)), None, id="nothing-counts"),
    pytest.param((), None, id="no-verdict"),
]


@pytest.mark.parametrize(("given", "percent"), SCORES)
def test_the_percent_is_the_weighed_share(
    given: tuple[tuple[Status, float, Obligation], ...], percent: float | None
) -> None:
    assert marked(*given) == percent


def test_the_counts_name_every_status() -> None:
    audit = judge(site())
    counts = dict(audit.score.counts)
    assert set(counts) == set(Status)
    assert sum(counts.values()) == len(audit.verdicts)
    assert counts[Status.FAIL] == sum(found.status is Status.FAIL for found in audit.verdicts)
