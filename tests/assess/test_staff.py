"""`[site.staff]` beside the order on the site: a remark in both languages, never another status (2.1, 3.1)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.assess import assess
from auditor.facts import Staff
from auditor.findings import ReasonCode, Status, Verdict
from auditor.report.messages import Messages
from auditor.snapshot import MemorySnapshot
from tests.assess.building import AGENCY, AS_OF, document, matcher, menu, rulebook, site, verdict

HEAD = f"คำสั่ง{AGENCY} ที่ 5/2567\nเรื่อง แต่งตั้งผู้ดูแลเว็บไซต์ (Web Master) ของหน่วยงาน\nให้บุคคลต่อไปนี้เป็นผู้ดูแลเว็บไซต์\n"
SIGNED = f"\nสั่ง ณ วันที่ 8 มกราคม พ.ศ. 2567\n(นางวิไล งามตา)\nสาธารณสุข{AGENCY.removeprefix('สำนักงานสาธารณสุข')}"
ONE = "1. นายปิติ ชูใจ นักวิชาการสาธารณสุขชำนาญการ"
TWO = f"{ONE}\n2. นางสาวมานี รักเรียน เจ้าพนักงานสาธารณสุข"
IDS = ("2.1.webmaster-order", "3.1.two-webmasters")


def judged(order: str, *webmasters: str) -> tuple[Verdict, Verdict]:
    whole = site(
        document("/order.pdf", HEAD + order + SIGNED), start_links=(menu("คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์", "/order.pdf"),)
    )
    snapshot = MemorySnapshot(replace(whole.site, staff=Staff(webmasters=webmasters)), whole)
    snapshot.finish(whole.run, whole.coverage)
    audit = assess(snapshot, rulebook(), ("moph-web-2567",), AS_OF, matcher())
    return verdict(audit, IDS[0]), verdict(audit, IDS[1])


def remarks(found: Verdict) -> list[dict[str, str | int | float]]:
    return [dict(reason.params) for reason in found.reasons if reason.code is ReasonCode.WEBMASTERS_DIFFER]


@pytest.mark.parametrize(
    "webmasters",
    [
        pytest.param((), id="none told"),
        pytest.param(("นายปิติ ชูใจ", "นางสาวมานี รักเรียน"), id="the same"),
        pytest.param(("มานี รักเรียน", "ปิติ ชูใจ นักวิชาการสาธารณสุข"), id="without titles, with a position"),
        pytest.param(("น.ส. มานี  รักเรียน", "นายปิติ  ชูใจ"), id="another title"),
    ],
)
def test_the_same_web_masters_need_no_remark(webmasters: tuple[str, ...]) -> None:
    for found in judged(TWO, *webmasters):
        assert found.status is Status.PASS
        assert remarks(found) == []


@pytest.mark.parametrize(
    ("webmasters", "order", "configured"),
    [
        pytest.param(("นายปิติ ชูใจ", "นายชูชาติ มั่นคง"), "มานี รักเรียน", "ชูชาติ มั่นคง", id="one changed"),
        pytest.param(("นายปิติ ชูใจ",), "มานี รักเรียน", "", id="one more in the order"),
        pytest.param(
            ("นายปิติ ชูใจ", "นางสาวมานี รักเรียน", "สมศรี ดีงาม"), "", "สมศรี ดีงาม", id="one more in the configuration"
        ),
    ],
)
def test_other_web_masters_are_a_remark_and_no_other_status(
    webmasters: tuple[str, ...], order: str, configured: str
) -> None:
    for found in judged(TWO, *webmasters):
        assert found.status is Status.PASS
        assert remarks(found) == [{"order": order, "configured": configured}]
        said = Messages.load().reason(found.reasons[-1])
        assert "ไฟล์ตั้งค่า" in said.th
        assert "configuration" in said.en


def test_names_in_the_configuration_make_no_second_web_master() -> None:
    order, two = judged(ONE, "นายปิติ ชูใจ", "นางสาวมานี รักเรียน")
    assert (order.status, two.status) == (Status.PASS, Status.FAIL)
    assert remarks(order) == [{"order": "", "configured": "มานี รักเรียน"}]


def test_where_no_order_was_found_nothing_is_compared() -> None:
    whole = site()
    snapshot = MemorySnapshot(replace(whole.site, staff=Staff(webmasters=("นายปิติ ชูใจ",))), whole)
    snapshot.finish(whole.run, whole.coverage)
    audit = assess(snapshot, rulebook(), ("moph-web-2567",), AS_OF, matcher())
    assert remarks(verdict(audit, IDS[0])) == []
