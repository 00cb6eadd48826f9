"""privacy.national-id: what tells a person's ID number from other thirteen digits (THAI_WEB.md 7.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.findings import Finding, FindingRule, Severity, Status
from tests.assess.building import document, heading, judge, page, row, site, text, verdict

if TYPE_CHECKING:
    from auditor.facts import Resource

A, B, C = "1101500123452", "3100600123450", "5501200345670"
"""Made-up numbers with right check digits."""
CASUAL = "1716441234560"
"""A time in milliseconds whose last digit fits by chance."""
HEADS = ("ลำดับ", "ชื่อ - สกุล", "เลขประจำตัวประชาชน")


def dashed(number: str, gap: str = "-") -> str:
    return gap.join((number[0], number[1:5], number[5:10], number[10:12], number[12]))


def thai(number: str) -> str:
    return number.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def said(*lines: str) -> Resource:
    return page("/t", heading("ประกาศ"), *map(text, lines), title="ประกาศ")


def found(resource: Resource) -> list[Finding]:
    return [each for each in judge(site(resource)).findings if each.rule is FindingRule.PRIVACY_NATIONAL_ID]


PERSONS = [
    pytest.param(said(f"ผู้มีสิทธิสอบ {dashed(A)}"), id="hyphens"),
    pytest.param(said(f"ผู้มีสิทธิสอบ {dashed(thai(A))}"), id="thai-digits"),
    pytest.param(said(f"ผู้มีสิทธิสอบ {dashed(A, '–')}"), id="dashes"),
    pytest.param(said(f"เลขประจำตัวประชาชน {A}"), id="label"),
    pytest.param(said(f"เลขบัตรประชาชน{A}ออกให้โดย"), id="label-without-blank"),
    pytest.param(said(f"เลขประจำตัวประชาชน {dashed(A, ' ')}"), id="label-and-blanks"),
    pytest.param(said(f"เลขประจำตัวประชาชน {' '.join(A)}"), id="label-and-boxes"),
    pytest.param(said(f"CID: {A}"), id="english-label"),
    pytest.param(said(f"นายสมชาย ใจดี {A}"), id="person"),
    pytest.param(said("เลขประจำตัวประชาชน", A), id="label-in-the-line-above"),
    pytest.param(said(f"โทร 0812345678 เลขบัตรประชาชน {A}"), id="the-nearest-label-counts"),
    pytest.param(said(f"นายสมชาย ใจดี โทร 0812345678 {dashed(A)}"), id="behind-a-telephone-number"),
    pytest.param(page("/t", row("1", "นายสมชาย ใจดี", A, heads=HEADS)), id="column-head"),
    pytest.param(page("/t", row("เลขประจำตัวประชาชน", A)), id="label-in-the-cell-before"),
    pytest.param(page("/t", *(row(str(n), number) for n, number in enumerate((A, B, C)))), id="column-of-them"),
    pytest.param(document("/t.pdf", "บัญชีรายชื่อ", f"1 นางสาวสมหญิง ใจงาม {A}"), id="document"),
    pytest.param(document("/t.csv", f"hn,cid\n1,{A}\n2,{B}\n3,{C}", kind="csv"), id="data-file"),
]


@pytest.mark.parametrize("resource", PERSONS)
def test_a_persons_number_is_told_and_masked(resource: Resource) -> None:
    (finding,) = found(resource)
    assert finding.severity is Severity.CRITICAL
    assert dict(finding.params)["sample"] == "1-xxxx-xxxxx-xx-2"
    assert "1-xxxx-xxxxx-xx-2" in finding.quote


OTHERS = [
    pytest.param(said(f"ไฟล์ {CASUAL}"), id="bare-number"),
    pytest.param(said(f"เลขที่โครงการ {A}"), id="project"),
    pytest.param(said(f"นายสมชาย ใจดี เลขที่บัญชี {A}"), id="bank-account-of-a-person"),
    pytest.param(said(f"ISBN {A}", "ISBN 978-616-11-4567-8", "9786161145678"), id="books"),
    pytest.param(said("เลขประจำตัวผู้เสียภาษี 0994000158378", "0-9940-00158-37-8"), id="juristic-person"),
    pytest.param(said("เลขประจำตัวประชาชน 1-1015-00123-45-3"), id="wrong-check-digit"),
    pytest.param(said("เลขประจำตัวประชาชน x-xxxx-xxxxx-12-3", "1-2345-XXXXX-XX-X"), id="masked-already"),
    pytest.param(said("เลขประจำตัวประชาชน 1-2345-67890-12-1", "1111111111119"), id="numbers-of-forms"),
    pytest.param(said(f"ตัวอย่างการกรอก เลขประจำตัวประชาชน {A}"), id="example"),
    pytest.param(said("โทร 0-4359-7076-11-2", "โทรสาร 04 4359 70760 12 3"), id="telephone"),
    pytest.param(said(f"https://www.test.go.th/files/{A}.pdf", f"{A}.pdf", f"?id={A}"), id="addresses-and-files"),
    pytest.param(page("/t", row("3", "2567", "12345", "10", "5")), id="cells-that-add-up"),
    pytest.param(page("/t", row("1", "1101 50012 34 52", heads=("ลำดับ", "รหัส"))), id="other-groups"),
    pytest.param(
        page("/t", *(row(str(n), str(1716441234550 + 7 * n)) for n in range(40))),
        id="column-of-times-some-right-by-chance",
    ),
]


@pytest.mark.parametrize("resource", OTHERS)
def test_other_numbers_are_not(resource: Resource) -> None:
    assert found(resource) == []


def test_a_sole_traders_tax_number_is_told_apart() -> None:
    (finding,) = found(said(f"ผู้ชนะการเสนอราคา ร้านรุ่งเรือง เลขประจำตัวผู้เสียภาษี {B}"))
    assert (dict(finding.params)["kind"], finding.severity) == ("taxpayer", Severity.MAJOR)


def test_one_finding_tells_how_many_and_on_which_page() -> None:
    (finding,) = found(document("/t.pdf", "บัญชีรายชื่อ", f"1 {dashed(A)}\n2 {dashed(B)}", dashed(C)))
    assert dict(finding.params) == {"kind": "citizen", "found": 3, "sample": "1-xxxx-xxxxx-xx-2", "page": 2}


def test_a_published_number_breaks_another_law_than_the_computer_crime_act() -> None:
    audit = judge(site(said(f"เลขประจำตัวประชาชน {A}")))
    assert verdict(audit, "3.4.computer-crime").status is Status.UNVERIFIABLE
