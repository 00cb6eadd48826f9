"""Documents as evidence: whatever the kind of file, the same words lead to the same verdict, page and quotation."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from auditor.config import DocumentLimits
from auditor.extract.readers import read_document
from auditor.facts import Document, DocumentState, Resource
from auditor.findings import EvidenceKind, ReasonCode, Status, Verdict
from tests.assess.building import AGENCY, document, heading, judge, link, menu, page, site, verdict
from tests.sites import office
from tests.sites.paper_files import file_of

if TYPE_CHECKING:
    from tests.sites.papers import Paper

OFFICE = office.Office(
    name=AGENCY,
    short="สสอ.บึงทอง",
    province="จังหวัดร้อยเอ็ด",
    reference="ที่ รอ 1233",
    head="นายสมชาย ใจดี",
    head_title="สาธารณสุขอำเภอบึงทอง",
    superior="นายแพทย์สาธารณสุขจังหวัดร้อยเอ็ด",
    phone="0 4300 0000",
    services=("งานควบคุมโรค", "งานส่งเสริมสุขภาพ", "งานอนามัยสิ่งแวดล้อม"),
)
DAY = "25 ธันวาคม 2566"
PLAN = office.action_plan(OFFICE, 2567)
OLD = office.action_plan(OFFICE, 2565)
MEMO = office.memo(OFFICE, "แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567", DAY)
FORM = office.request_form(OFFICE, "แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567", DAY)
ORDER = office.webmaster_order(
    OFFICE, "5/2567", DAY, (("นางสาวกานดา ทองพูน", "นักวิชาการ"), ("นายธีรเดช วงศ์คำ", "นักวิชาการ"))
)
KINDS = ["pdf", "docx", "odt", "xlsx", "pptx", "rtf", "doc"]
LABEL = "แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567"


@lru_cache(maxsize=64)
def read(kind: str, *papers: Paper) -> Document:
    found = read_document(kind, file_of(kind, *papers), DocumentLimits())
    assert found.state is DocumentState.OK
    return found


def target(kind: str, *papers: Paper) -> Resource:
    """A file of papers, as a crawl found it."""
    return replace(document(f"/plan.{kind}"), content=read(kind, *papers))


def judged(resource: Resource, requirement: str, label: str) -> Verdict:
    path = resource.url.partition(".go.th")[2]
    return verdict(judge(site(resource, start_links=(menu(label, path),))), requirement)


PAPERS = [
    pytest.param((PLAN,), "1.1.action-plan", LABEL, Status.PASS, id="plan"),
    pytest.param((OLD,), "1.1.action-plan", "แผนปฏิบัติราชการ", Status.PARTIAL, id="plan-of-another-year"),
    pytest.param((MEMO,), "1.1.action-plan", LABEL, Status.FAIL, id="memo-in-its-place"),
    pytest.param((FORM,), "1.1.action-plan", LABEL, Status.FAIL, id="request-form-in-its-place"),
    pytest.param((MEMO, PLAN), "1.1.action-plan", LABEL, Status.PASS, id="memo-and-plan-in-one-file"),
    pytest.param((FORM,), "2.2.request-form", "แบบฟอร์มการขอเผยแพร่ข้อมูล", Status.PASS, id="filled-in-form"),
    pytest.param((ORDER,), "2.1.webmaster-order", "คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์", Status.PASS, id="order"),
]


@pytest.mark.parametrize(("papers", "requirement", "label", "expected"), PAPERS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_verdict_does_not_depend_on_the_kind_of_file(
    kind: str, papers: tuple[Paper, ...], requirement: str, label: str, expected: Status
) -> None:
    found = judged(target(kind, *papers), requirement, label)
    assert (found.status, found.evidence[:1] == ()) == (expected, expected is Status.FAIL)


@pytest.mark.parametrize(
    ("papers", "code"), [((MEMO,), ReasonCode.MEMO_ONLY), ((FORM,), ReasonCode.REQUEST_FORM_ONLY)]
)
@pytest.mark.parametrize("kind", KINDS)
def test_memos_and_forms_are_known_in_every_kind_of_file(
    kind: str, papers: tuple[Paper, ...], code: ReasonCode
) -> None:
    assert judged(target(kind, *papers), "1.1.action-plan", LABEL).reasons[0].code is code


@pytest.mark.parametrize(
    ("kind", "leaf"),
    [("pdf", "page"), ("docx", "page"), ("odt", "page"), ("xlsx", "sheet"), ("pptx", "slide"), ("rtf", "page")],
)
def test_evidence_names_title_page_and_words(kind: str, leaf: str) -> None:
    found = judged(target(kind, MEMO, PLAN), "1.1.action-plan", LABEL)
    (proof,) = found.evidence[:1]
    assert (proof.kind, proof.page) == (EvidenceKind.DOCUMENT, 4)
    assert "โครงการ ลำดับ" in proof.quote
    told = dict(next(reason for reason in found.reasons if reason.code is ReasonCode.FOUND_DOCUMENT).params)
    assert (told["title"], told["page"], told["leaf"]) == (LABEL, 2, leaf)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_linked_without_a_name_is_known_by_its_first_lines(kind: str) -> None:
    listing = page("/docs", heading("เอกสาร"), links=(link("ดาวน์โหลดไฟล์ 1", f"/plan.{kind}"),))
    snapshot = site(listing, target(kind, PLAN), start_links=(menu("เอกสาร", "/docs"),))
    assert verdict(judge(snapshot), "1.1.action-plan").status is Status.PASS


# --- what is not read ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "resource",
    [
        pytest.param(
            document("/plan.ppt", state=DocumentState.UNSUPPORTED, kind="ppt", title=LABEL), id="old-presentation"
        ),
        pytest.param(
            document("/plan.zip", f"{LABEL}.pdf", state=DocumentState.UNSUPPORTED, kind="zip"),
            id="archive-of-that-name",
        ),
        pytest.param(document("/plan.pdf", ""), id="scan"),
        pytest.param(document("/plan.pdf", f"{LABEL}\n\ue001\ue002", garbled=True), id="text-that-is-no-words"),
        pytest.param(document("/plan.png", kind="png"), id="poster"),
        pytest.param(document("/plan.docx", state=DocumentState.ENCRYPTED, kind="docx"), id="locked"),
        pytest.param(document("/plan.docx", state=DocumentState.DAMAGED, kind="docx"), id="damaged"),
    ],
)
def test_what_cannot_be_read_is_for_a_person_to_open(resource: Resource) -> None:
    found = judged(resource, "1.1.action-plan", LABEL)
    assert found.status is Status.REVIEW
    assert found.evidence[0].url == resource.url


def test_a_memo_before_scanned_pages_may_bring_the_thing_along() -> None:
    memo = read("pdf", MEMO).text[0]
    assert judged(document("/plan.pdf", memo), "1.1.action-plan", LABEL).status is Status.FAIL
    found = judged(document("/plan.pdf", memo, "", ""), "1.1.action-plan", LABEL)
    assert (found.status, found.reasons[0].code) == (Status.REVIEW, ReasonCode.NO_TEXT)


# --- OCR ----------------------------------------------------------------------------------------------------

SEEN = ("บันทึกข้อความ\nส่วนราชการ สำนักงาน", f"แผนปฏิบัติราชการ\nประจำปีงบประมาณ พ.ศ. #\n{AGENCY}\nโครงการเฝ้าระวังโรค")


@pytest.mark.parametrize(
    "resource",
    [
        pytest.param(document("/plan.pdf", "", "", ocr=SEEN), id="scan"),
        pytest.param(document("/plan.pdf", "\ue001", "", garbled=True, ocr=SEEN), id="text-that-is-no-words"),
        pytest.param(document("/plan.jpg", kind="jpg", ocr=("", SEEN[1])), id="poster"),
    ],
)
def test_words_read_in_a_picture_are_quoted_and_left_to_a_person(resource: Resource) -> None:
    found = judged(resource, "1.1.action-plan", LABEL)
    assert (found.status, found.reasons[0].code) == (Status.REVIEW, ReasonCode.OCR_TEXT)
    assert found.confidence <= 0.6
    (proof,) = found.evidence
    assert "แผนปฏิบัติราชการ" in proof.quote
    assert (proof.page, proof.score <= 0.6) == (2, True)


def test_words_read_in_a_picture_find_a_topic_that_nothing_names() -> None:
    listing = page("/docs", heading("เอกสาร"), links=(link("ไฟล์ 1", "/a.pdf"),))

    def status(ocr: tuple[str, ...]) -> Status:
        snapshot = site(listing, document("/a.pdf", "", ocr=ocr), start_links=(menu("เอกสาร", "/docs"),))
        return verdict(judge(snapshot), "1.1.action-plan").status

    assert (status(()), status(SEEN)) == (Status.FAIL, Status.REVIEW)


def test_a_misread_tone_mark_does_not_hide_the_words() -> None:
    seen = "คำสัง\nแต่งตังผูดูแลเว็บไชต์\nแผนปฏิบัติราชการ".replace("ปฏิบัติ", "ปฏิบั่ติ")
    found = judged(document("/plan.pdf", "", ocr=(seen,)), "1.1.action-plan", LABEL)
    assert found.reasons[0].code is ReasonCode.OCR_TEXT


def test_no_year_and_no_certainty_come_from_a_picture() -> None:
    """Even if numbers were in it: OCR never outranks a thing that was read."""
    seen = f"แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567\n{AGENCY}\nโครงการเฝ้าระวังโรค"
    old = target("docx", OLD)
    entries = (menu("แผนปฏิบัติราชการ", "/plan.docx"), menu("ไฟล์", "/scan.pdf"))
    snapshot = site(old, document("/scan.pdf", "", ocr=(seen,)), start_links=entries)
    found = verdict(judge(snapshot), "1.1.action-plan")
    assert found.status is Status.PARTIAL
    assert not {reason.code for reason in found.reasons} & {ReasonCode.OCR_TEXT, ReasonCode.CURRENT_PERIOD}


def test_words_read_in_a_picture_are_no_part_of_a_document_that_has_its_own() -> None:
    resource = document("/plan.pdf", "ยินดีต้อนรับสู่เอกสารของหน่วยงาน เพื่อประชาชน", "", ocr=("", SEEN[1]))
    assert judged(resource, "1.1.action-plan", "เอกสารทั่วไป").status is Status.FAIL
