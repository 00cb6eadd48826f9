"""Evidence, obstacles and near misses: what a verdict shows beside its status (CONTRACT.md 2)."""

from __future__ import annotations

import pytest

from auditor.facts import DocumentState, Resource, SkipWhy, Why
from auditor.findings import EvidenceKind, ReasonCode, Status
from tests.assess.building import (
    HOST,
    answering,
    document,
    heading,
    judge,
    link,
    menu,
    page,
    site,
    skipped,
    status_of,
    text,
    unreachable,
    verdict,
)

SHUT = [
    pytest.param(unreachable("/t", Why.RESET), ReasonCode.UNREACHABLE, id="reset"),
    pytest.param(unreachable("/t", Why.TLS), ReasonCode.UNREACHABLE, id="tls"),
    pytest.param(unreachable("/t", Why.PUT_OFF), ReasonCode.UNREACHABLE, id="asked-to-come-later"),
    pytest.param(answering("/t", 500), ReasonCode.SERVER_ERROR, id="500"),
    pytest.param(answering("/t", 403), ReasonCode.BLOCKED, id="403"),
    pytest.param(answering("/t", 401), ReasonCode.NEEDS_LOGIN, id="401"),
    pytest.param(skipped("/t", SkipWhy.ROBOTS), ReasonCode.ROBOTS, id="robots"),
    pytest.param(skipped("/t", SkipWhy.BUDGET), ReasonCode.LIMIT_REACHED, id="budget"),
    pytest.param(document("/t", state=DocumentState.LIMITED), ReasonCode.LIMIT_REACHED, id="document-limit"),
]


@pytest.mark.parametrize(("target", "code"), SHUT)
def test_what_could_not_be_looked_at_is_never_said_to_be_missing(target: Resource, code: ReasonCode) -> None:
    found = verdict(judge(site(target, start_links=(menu("วิสัยทัศน์", "/t"),))), "1.1.vision")
    assert found.status is Status.UNVERIFIABLE
    assert found.reasons[0].code is code


def test_a_good_target_elsewhere_outranks_one_that_is_shut() -> None:
    good = page("/v", heading("วิสัยทัศน์"), text("เป็นองค์กรหลักด้านสุขภาพของอำเภอ เพื่อประชาชนสุขภาพดี"))
    entries = (menu("วิสัยทัศน์", "/shut"), menu("วิสัยทัศน์", "/v"))
    found = verdict(judge(site(unreachable("/shut"), good, start_links=entries)), "1.1.vision")
    assert found.status is Status.PASS
    assert found.searched.nearest == ()


def test_who_must_decide_whose_a_paper_is_is_shown_it() -> None:
    words = "แผนปฏิบัติราชการ ปีงบประมาณ 2567\n" + "โครงการเฝ้าระวังโรคในพื้นที่\n" * 9 + "สำนักงานสาธารณสุขจังหวัดร้อยเอ็ด\n"
    plan = document("/p.pdf", words)
    found = verdict(judge(site(plan, start_links=(menu("แผนปฏิบัติราชการ", "/p.pdf"),))), "1.1.action-plan")
    assert (found.status, found.reasons[0].code) == (Status.REVIEW, ReasonCode.OTHER_AGENCY)
    assert [proof.url for proof in found.evidence] == [HOST + "/p.pdf"]


def test_evidence_says_where_and_how_one_gets_there() -> None:
    good = page("/v", heading("วิสัยทัศน์"), text("เป็นองค์กรหลักด้านสุขภาพของอำเภอ เพื่อประชาชนสุขภาพดี"))
    (proof,) = verdict(judge(site(good, start_links=(menu("วิสัยทัศน์", "/v"),))), "1.1.vision").evidence
    assert (proof.url, proof.kind, proof.trail[0].url) == (HOST + "/v", EvidenceKind.PAGE, HOST + "/")
    assert "เป็นองค์กรหลัก" in proof.quote


def test_the_nearest_misses_say_what_came_closest_and_why_it_was_not_enough() -> None:
    snapshot = site(answering("/v", 404), start_links=(menu("วิสัยทัศน์", "/v"),))
    found = verdict(judge(snapshot), "1.1.vision")
    (miss,) = found.searched.nearest
    assert (miss.label, miss.url, miss.reason.code) == ("วิสัยทัศน์", HOST + "/v", ReasonCode.TARGET_MISSING)
    assert found.searched.pages > 0


def test_a_page_that_only_another_page_links_to_counts_as_well() -> None:
    good = page("/v", heading("วิสัยทัศน์"), text("เป็นองค์กรหลักด้านสุขภาพของอำเภอ เพื่อประชาชนสุขภาพดี"))
    home = page("/h", heading("หน้ารวม"), text("เนื้อหา"), links=(link("วิสัยทัศน์", "/v"),))
    assert status_of(site(good, home), "1.1.vision") is Status.PASS
