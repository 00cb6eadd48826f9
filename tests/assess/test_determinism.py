"""The same crawl, rules and day give the same audit to the byte (CONTRACT.md 2, determinism)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditor.assess import assess
from auditor.report.json import render_json
from auditor.report.messages import Messages
from auditor.snapshot import MemorySnapshot
from auditor.topics import TopicMatcher
from tests.assess.building import (
    AGENCY,
    AS_OF,
    FILLER,
    answering,
    document,
    heading,
    judge,
    link,
    menu,
    page,
    rulebook,
    site,
    text,
    unreachable,
    verdict,
)

if TYPE_CHECKING:
    from auditor.facts import Resource
    from auditor.findings import Audit

BODY = "โครงการเฝ้าระวังโรคติดต่อในพื้นที่ งบประมาณ 50,000 บาท ตัวชี้วัดร้อยละ 90 ของครัวเรือน"
PACK = ("moph-web-2567",)


def plan(path: str, year: int) -> Resource:
    return document(path, f"แผนปฏิบัติราชการ ปีงบประมาณ {year}\n{AGENCY}\n{BODY}")


YEARS = (2564, 2565, 2566, 2567)
LABELS = tuple(f"แผนปฏิบัติราชการ ปีงบประมาณ {year}" for year in YEARS)
LISTING = page(
    "/plan",
    heading("แผนปฏิบัติราชการ"),
    *map(text, LABELS),
    title="แผนปฏิบัติราชการ",
    links=tuple(
        link(label, f"/p{year}.pdf", block=n) for n, (label, year) in enumerate(zip(LABELS, YEARS, strict=True), 1)
    ),
)
PARTS = (
    LISTING,
    *(plan(f"/p{year}.pdf", year) for year in YEARS),
    page("/v", heading("วิสัยทัศน์"), text("เป็นองค์กรหลักด้านสุขภาพของอำเภอ เพื่อประชาชนสุขภาพดี"), title="วิสัยทัศน์"),
    page("/c", heading("ติดต่อเรา"), text("โทร. 0 4359 7076 โทรสาร 0 4359 7077"), title="ติดต่อเรา"),
    answering("/gone", 404),
    unreachable("/away"),
    document("/scan.pdf", ""),
)
ENTRIES = (
    menu("แผนปฏิบัติราชการ", "/plan"),
    menu("วิสัยทัศน์", "/v"),
    menu("ติดต่อเรา", "/c"),
    menu("พันธกิจ", "/gone"),
    menu("ยุทธศาสตร์", "/away"),
)


def whole(*parts: Resource) -> MemorySnapshot:
    return site(*parts, start_links=ENTRIES)


def written(audit: Audit) -> bytes:
    return render_json(audit, Messages.load())


def test_the_same_crawl_judged_twice_gives_the_same_bytes() -> None:
    snapshot = whole(*PARTS)
    assert written(judge(snapshot)) == written(judge(snapshot))


def test_a_fresh_matcher_gives_the_same_bytes_as_one_that_remembers() -> None:
    snapshot = whole(*PARTS)
    fresh = assess(snapshot, rulebook(), PACK, AS_OF, TopicMatcher(rulebook().topics))
    assert written(fresh) == written(judge(snapshot))


def test_a_copy_of_the_crawl_gives_the_same_bytes() -> None:
    first = whole(*PARTS)
    second = MemorySnapshot(first.site, tuple(first), memory=0)
    second.finish(first.run, first.coverage)
    assert written(judge(first)) == written(judge(second))


def proofs(audit: Audit) -> dict[str, tuple[str, float, tuple[str, ...]]]:
    return {
        one.requirement: (one.status.value, one.confidence, tuple(e.url for e in one.evidence))
        for one in audit.verdicts
    }


def test_the_verdicts_do_not_depend_on_the_order_in_which_pages_were_met() -> None:
    forwards = judge(whole(*PARTS))
    backwards = judge(whole(*reversed(PARTS)))
    assert proofs(forwards) == proofs(backwards)
    assert forwards.score == backwards.score
    assert {one.id for one in forwards.findings} == {one.id for one in backwards.findings}


@pytest.mark.parametrize("shift", [1, 3, 5, 8])
def test_a_page_met_earlier_or_later_is_judged_alike(shift: int) -> None:
    turned = (*PARTS[shift:], *PARTS[:shift])
    assert proofs(judge(whole(*turned))) == proofs(judge(whole(*PARTS)))


def test_another_day_judges_by_another_fiscal_year() -> None:
    snapshot = whole(*PARTS)
    later = verdict(judge(snapshot, date(2024, 10, 1)), "1.1.action-plan")
    before = verdict(judge(snapshot, date(2024, 9, 30)), "1.1.action-plan")
    assert (before.status.value, later.status.value) == ("pass", "partial")


def test_a_further_page_about_nothing_changes_no_verdict() -> None:
    more = replace(FILLER[0], key="https://www.sso-test.go.th/more", url="https://www.sso-test.go.th/more")
    assert proofs(judge(whole(*PARTS, more))) == proofs(judge(whole(*PARTS)))
