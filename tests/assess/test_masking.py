"""No quotation shows an ID number, nor what a cut leaves of one (RELIABILITY_RULES 23)."""

from __future__ import annotations

import json
import re

import pytest

from auditor.assess.quoting import LONGEST, quote_phrase, shorten
from auditor.records import to_bytes
from auditor.thai.national_ids import masked
from tests.assess.building import document, heading, judge, link, menu, page, row, site, text

SPELLINGS = [
    pytest.param("1101500123452", id="run"),
    pytest.param("1-1015-00123-45-2", id="hyphens"),
    pytest.param("1 1015 00123 45 2", id="blanks"),
    pytest.param("๑-๑๐๑๕-๐๐๑๒๓-๔๕-๒", id="thai-digits"),
]
NUMBER = "1101500123452"


def shows(quote: str) -> bool:
    """Does a text show more of the number than its first and last digit?"""
    bare = re.sub(r"[-.\s]", "", quote.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")))
    return any(NUMBER[at : at + 4] in bare for at in range(len(NUMBER) - 3))


@pytest.mark.parametrize("number", SPELLINGS)
@pytest.mark.parametrize("between", ["", " "])
def test_a_number_at_the_edge_of_a_quotation_is_never_half_shown(number: str, between: str) -> None:
    for place in range(LONGEST + 20):
        told = f"{'ก' * place}{between}{number}{between}{'ข' * 400}"
        assert not shows(shorten(told)), place
        around = quote_phrase(f"{'ก' * place}{between}{number}{between}{'ข' * 80}แผนงาน{'ข' * 300}", "แผนงาน")
        assert around is not None
        assert not shows(masked(around)), place


@pytest.mark.parametrize("number", SPELLINGS)
def test_nothing_that_an_audit_says_shows_a_number(number: str) -> None:
    owner = f"นายสมชาย ใจดี {number}"
    vision = text(f"เป็นองค์กรหลัก เลขบัตรประชาชน{number} ด้านสุขภาพของประชาชน " * 3)
    notice = link(f"ประกาศ {number}", "/a.pdf", block=1)
    resources = (
        page("/vision", heading(f"วิสัยทัศน์ {number}"), vision),
        page("/mission", heading("พันธกิจ"), text(f"อยู่ระหว่างปรับปรุง {number}"), title=f"พันธกิจ {number}"),
        page("/jobs", heading(f"รับสมัครงาน {number}"), row("1", notice.label, "1 มิ.ย. 2567"), links=(notice,)),
        document("/a.pdf", f"ประกาศรายชื่อ\n{owner}\nแหล่งที่มา {owner}", title=f"ประกาศ {number}"),
    )
    links = (menu(f"วิสัยทัศน์ {number}", "/vision"), menu("พันธกิจ", "/mission"), menu(f"รับสมัครงาน {number}", "/jobs"))
    audit = judge(site(*resources, start_links=links))
    assert any("1-xxxx-xxxxx-xx-2" in proof.quote for verdict in audit.verdicts for proof in verdict.evidence)
    assert any("1-xxxx-xxxxx-xx-2" in item.title for item in audit.items)
    said = json.loads(to_bytes(audit))
    assert [line for line in json.dumps(said, ensure_ascii=False, indent=1).splitlines() if shows(line)] == []
