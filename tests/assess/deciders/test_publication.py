"""Clause 2.2 over all published items: shares, thresholds, and what a webmaster should mend first."""

from __future__ import annotations

from datetime import date

import pytest

from auditor.facts import Coverage, Resource
from auditor.findings import Audit, ReasonCode, Status
from tests.assess.building import judge, site, verdict
from tests.assess.inventory.sighting import document, page

FIELDS = ("source", "period", "published", "file-type", "file-size")
WHOLE = "(PDF, 20 KB) เผยแพร่เมื่อ 5 ม.ค. 2567 ที่มา : งานพัสดุ"
HALF = Coverage(pages=6, complete=False, shallow_known=100, shallow_read=10)
JOB = "<h1>รับสมัครงาน</h1><ul><li><a href='/f/j.pdf'>ประกาศรับสมัครพนักงานขับรถยนต์</a> {0}</li></ul>"


def listing(path: str, title: str, shown: int, bare: int) -> tuple[Resource, ...]:
    """A list of documents, of which `shown` show every field and `bare` none."""
    rows = [
        f'<li><a href="/f{path}-{number}.pdf">สรุปผลงานประจำปี 2566 ฉบับที่ {number}</a> {WHOLE}</li>'
        if number < shown
        else f'<li><a href="/f{path}-{number}.pdf">เอกสารเผยแพร่ฉบับเต็ม</a></li>'
        for number in range(shown + bare)
    ]
    files = (document(f"/f{path}-{number}.pdf", size=20_480) for number in range(shown + bare))
    return (page(path, f"<h1>{title}</h1><ul>{''.join(rows)}</ul>", title=title), *files)


def judged(*resources: Resource, coverage: Coverage | None = None) -> Audit:
    return judge(site(*resources, coverage=coverage))


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    ("shown", "bare", "status"),
    [
        pytest.param(20, 0, Status.PASS, id="all"),
        pytest.param(19, 1, Status.PASS, id="95 %"),
        pytest.param(18, 2, Status.PARTIAL, id="90 %"),
        pytest.param(4, 16, Status.PARTIAL, id="20 %"),
        pytest.param(3, 17, Status.FAIL, id="15 %"),
        pytest.param(0, 20, Status.FAIL, id="none"),
    ],
)
def test_the_share_of_items_that_show_a_field_decides(field: str, shown: int, bare: int, status: Status) -> None:
    found = verdict(judged(*listing("/list", "เอกสาร", shown, bare)), f"2.2.{field}")
    told = dict(found.reasons[0].params)
    assert (found.status, told["have"], told["of"]) == (status, shown, shown + bare)
    assert bool(found.evidence) == (shown > 0)


@pytest.mark.parametrize("requirement", [*(f"2.2.{field}" for field in FIELDS), "3.2.expired"])
def test_without_an_item_nothing_is_asked_unless_the_site_was_not_read(requirement: str) -> None:
    assert verdict(judged(), requirement).status is Status.NOT_APPLICABLE
    assert verdict(judged(coverage=HALF), requirement).status is Status.UNVERIFIABLE


def test_a_low_share_of_a_site_that_was_not_read_whole_is_not_judged() -> None:
    found = verdict(judged(*listing("/list", "เอกสาร", 0, 5), coverage=HALF), "2.2.source")
    assert found.status is Status.UNVERIFIABLE


def test_posts_are_not_asked_for_type_and_size() -> None:
    body = "<h1>รณรงค์กำจัดลูกน้ำยุงลาย</h1><p>เผยแพร่เมื่อ 5 มิถุนายน 2567</p>"
    found = judged(page("/n", body, title="รณรงค์กำจัดลูกน้ำยุงลาย"))
    assert verdict(found, "2.2.file-type").status is Status.NOT_APPLICABLE
    assert verdict(found, "2.2.published").status is Status.PASS


def test_the_reasons_name_the_lists_to_mend_the_largest_job_first() -> None:
    small, large = listing("/small", "แบบฟอร์ม", 0, 2), listing("/large", "ประกาศทั้งหมด", 1, 9)
    found = verdict(judged(*small, *large, *listing("/good", "แผนงาน", 5, 1)), "2.2.source")
    jobs = [dict(reason.params) for reason in found.reasons if reason.code is ReasonCode.LIST_LACKS]
    assert [(job["list"], job["count"], job["of"]) for job in jobs] == [
        ("ประกาศทั้งหมด", 9, 10),
        ("แบบฟอร์ม", 2, 2),
        ("แผนงาน", 1, 6),
    ]
    assert jobs[0]["url"] == "https://www.sso-test.go.th/large"
    assert "เอกสารเผยแพร่ฉบับเต็ม" in str(jobs[0]["titles"])


@pytest.mark.parametrize(
    ("words", "status"),
    [
        pytest.param("รับสมัครถึงวันที่ 15 มิถุนายน 2567", Status.PASS, id="the last day itself"),
        pytest.param("รับสมัครถึงวันที่ 14 มิถุนายน 2567", Status.FAIL, id="the day after"),
        pytest.param("", Status.PASS, id="no last day stated"),
    ],
)
def test_what_is_past_its_last_day_is_told(words: str, status: Status) -> None:
    found = verdict(judged(page("/jobs", JOB.format(words)), document("/f/j.pdf")), "3.2.expired")
    assert found.status is status
    assert found.evidence


def test_items_stand_in_the_audit_with_the_ids_of_their_findings() -> None:
    audit = judge(site(*listing("/list", "เอกสาร", 1, 4)), as_of=date(2024, 6, 15))
    ids = {finding.id for finding in audit.findings}
    assert len(audit.items) == 5
    assert [bool(item.findings) for item in audit.items] == [False, True, True, True, True]
    assert all(set(item.findings) <= ids for item in audit.items)
