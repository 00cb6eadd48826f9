"""Every finding rule fires, and does not fire on its look-alike (CONTRACT.md 4)."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from auditor.facts import (
    Charset,
    Coverage,
    DocumentState,
    Fetched,
    Kind,
    Page,
    Resource,
    RobotsState,
    Site,
    SkipWhy,
    TrapCut,
    Why,
)
from auditor.findings import Finding, FindingRule, Severity
from auditor.snapshot import MemorySnapshot
from tests.assess.building import (
    HOST,
    answering,
    document,
    heading,
    image,
    judge,
    link,
    menu,
    page,
    site,
    text,
    unreachable,
)
from tests.assess.looking import form, with_forms

R = FindingRule
LONG = "เนื้อหาของหน้าที่ยาวพอสมควรสำหรับผู้อ่านทั่วไป " * 8


def fired(resource: Resource, *, coverage: Coverage | None = None) -> set[FindingRule]:
    """The rules that fire on this resource."""
    audit = judge(site(resource, coverage=coverage))
    return {finding.rule for finding in audit.findings if finding.url == resource.url}


def fetched(resource: Resource, **changes: object) -> Resource:
    assert isinstance(resource.fetch, Fetched)
    return replace(resource, fetch=replace(resource.fetch, **changes))  # type: ignore[arg-type]  # fields of the type


def external(target: Resource, url: str = "https://www.old-agency.go.th/") -> Resource:
    return replace(target, url=url, key=url, kind=Kind.EXTERNAL, content=None)


def worded(resource: Resource, **changes: object) -> Resource:
    assert isinstance(resource.content, Page)
    return replace(resource, content=replace(resource.content, **changes))  # type: ignore[arg-type]  # fields of the type


DRIVE = "https://drive.google.com/file/d/1aB/view"
PROMISE = "อยู่ระหว่างปรับปรุง " + "ข้อมูลของหน่วยงาน" * 3
GOOD = page("/t", heading("แผน"), text(LONG))
RESOLVED = Coverage(pages=5, complete=True, external_resolved=3)
UNRESOLVED = Coverage(pages=5, complete=True, external_resolved=0)

FIRE = [
    pytest.param(answering("/t", 404), {R.LINK_BROKEN}, id="404"),
    pytest.param(answering("/t", 410), {R.LINK_BROKEN}, id="410"),
    pytest.param(replace(GOOD, soft_404=True), {R.LINK_BROKEN, R.PAGE_SOFT_404}, id="soft-404"),
    pytest.param(page("/t", heading("ไม่พบหน้าที่คุณต้องการ")), {R.LINK_BROKEN, R.PAGE_SOFT_404}, id="soft-404-by-words"),
    pytest.param(external(answering("/t", 404)), {R.LINK_BROKEN}, id="external-404"),
    pytest.param(external(answering("/t", 401), DRIVE), {R.LINK_PRIVATE_DOCUMENT}, id="drive-refuses"),
    pytest.param(
        fetched(external(GOOD, DRIVE), final_url="https://accounts.google.com/v3/signin"),
        {R.LINK_PRIVATE_DOCUMENT},
        id="drive-asks-to-log-in",
    ),
    pytest.param(unreachable("/t", Why.REDIRECT_LOOP), {R.LINK_REDIRECT_LOOP}, id="redirect-loop"),
    pytest.param(page("/t", heading("แผน")), {R.PAGE_EMPTY}, id="empty"),
    pytest.param(
        page("/t", heading("แผน"), text("อยู่ระหว่างปรับปรุง" + "ข้อมูลของหน่วยงาน" * 3)),
        {R.PAGE_UNDER_CONSTRUCTION},
        id="construction",
    ),
    pytest.param(
        worded(GOOD, charset=Charset(declared="utf-8", used="windows-874", reason="thai-override")),
        {R.PAGE_ENCODING},
        id="encoding",
    ),
    pytest.param(document("/t.pdf", state=DocumentState.DAMAGED), {R.DOCUMENT_UNREADABLE}, id="damaged"),
    pytest.param(
        document("/t.pdf", "\ue001\ue002", garbled=True), {R.DOCUMENT_UNREADABLE}, id="text-that-is-no-words"
    ),
    pytest.param(document("/t.pdf", state=DocumentState.EMPTY), {R.DOCUMENT_UNREADABLE}, id="no-bytes"),
    pytest.param(document("/t.pdf", state=DocumentState.ENCRYPTED), {R.DOCUMENT_ENCRYPTED}, id="encrypted"),
    pytest.param(document("/t.pdf", ""), {R.DOCUMENT_SCANNED}, id="scan"),
    pytest.param(
        fetched(GOOD, final_url=HOST + "/t.pdf"),
        {R.DOCUMENT_TYPE_MISMATCH},
        id="page-called-pdf",
    ),
    pytest.param(
        fetched(document("/t.pdf", "แผน"), actual_type="jpg"), {R.DOCUMENT_TYPE_MISMATCH}, id="picture-called-pdf"
    ),
]

ENDINGS = [
    ("doc", "docx", True), ("docx", "doc", True), ("doc", "rtf", True), ("xls", "xlsx", True), ("xlsx", "xls", True),
    ("ppt", "pptx", True), ("odt", "docx", True), ("docx", "pdf", True), ("docx", "zip", True), ("pdf", "docx", True),
    ("png", "jpg", True), ("webp", "png", True), ("docm", "docx", False), ("ppsx", "pptx", False),
    ("pps", "ppt", False), ("xlsm", "xlsx", False), ("jpeg", "jpg", False), ("docx", "docx", False),
    ("ods", "ods", False), ("rtf", "rtf", False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("หน้านี้อยู่ระหว่างปรับปรุง ขออภัยในความไม่สะดวก", True),
        ("แผนปฏิบัติราชการ ปีงบประมาณ 2567 อยู่ระหว่างจัดทำ", True),
        ("ขออภัย เว็บไซต์ที่ท่านเข้าชมอยู่ระหว่างการปรับปรุง", True),
        ("รับฟังแผนยุทธศาสตร์ฉบับใหม่ซึ่งอยู่ระหว่างจัดทำ", False),
        ("เยี่ยมชมอาคารที่กำลังปรับปรุง", False),
        ("ผู้อำนวยการโรงพยาบาลและคณะผู้บริหารร่วมประชุมติดตามความก้าวหน้าโครงการก่อสร้างอาคารผู้ป่วยนอก อยู่ระหว่างดำเนินการ", False),
    ],
)
def test_what_is_being_made_is_the_page_and_not_the_subject_of_a_sentence(line: str, *, told: bool) -> None:
    seen = fired(page("/t", heading("ข่าว"), text(line), text("เพิ่มเติมจากหน่วยงานของเรา")))
    assert (R.PAGE_UNDER_CONSTRUCTION in seen) is told


@pytest.mark.parametrize(("claimed", "actual", "differs"), ENDINGS)
def test_the_ending_of_an_address_is_compared_with_what_the_bytes_are(
    claimed: str,
    actual: str,
    differs: bool,  # noqa: FBT001 - a table row
) -> None:
    target = document(f"/plan.{claimed}", "แผนปฏิบัติราชการ", kind=actual)
    assert (R.DOCUMENT_TYPE_MISMATCH in fired(target)) is differs


@pytest.mark.parametrize(("target", "rules"), FIRE)
def test_a_defect_is_found(target: Resource, rules: set[FindingRule]) -> None:
    assert fired(target) == rules


QUIET = [
    pytest.param(GOOD, id="good-page"),
    pytest.param(answering("/t", 403), id="403-is-no-broken-link"),
    pytest.param(answering("/t", 500), id="500-is-no-broken-link"),
    pytest.param(unreachable("/t", Why.TIMEOUT), id="time-out"),
    pytest.param(unreachable("/t", Why.DNS), id="own-name-that-does-not-resolve"),
    pytest.param(external(answering("/t", 403)), id="external-403"),
    pytest.param(external(answering("/t", 503)), id="external-503"),
    pytest.param(external(GOOD, DRIVE), id="drive-file-that-opens"),
    pytest.param(external(answering("/t", 403), DRIVE), id="drive-that-is-busy"),
    pytest.param(external(unreachable("/t", Why.TIMEOUT)), id="external-time-out"),
    pytest.param(page("/t", heading("ผังองค์กร"), images=(image(),)), id="only-a-picture"),
    pytest.param(
        page(
            "/t", heading("เอกสาร"), text("1"), links=tuple(link(f"ฉบับ {n}", f"/{n}.pdf", block=1) for n in range(3))
        ),
        id="list-of-links",
    ),
    pytest.param(page("/t", heading("แผน"), text("ไฟล์"), links=(link("แผน", "/p.pdf", block=1),)), id="one-document"),
    pytest.param(
        page("/t", heading("แผน"), links=(replace(link("", "/p.pdf"), embedded=True),)), id="embedded-viewer"
    ),
    pytest.param(with_forms(page("/t", heading("ค้นหา")), form("text:q")), id="only-a-form"),
    pytest.param(worded(page("/t"), needs_script=True), id="made-by-script"),
    pytest.param(
        page("/t", heading("ข่าว"), text("โครงการปรับปรุงอาคาร อยู่ระหว่างดำเนินการ " + LONG)), id="news-of-building-work"
    ),
    pytest.param(page("/t", heading("วิธีใช้"), text("หากไม่พบหน้าที่ต้องการให้แจ้งผู้ดูแล " + LONG)), id="speaks-of-not-found"),
    pytest.param(worded(GOOD, charset=Charset(declared="utf-8", used="utf-8", reason="header")), id="true-charset"),
    pytest.param(
        worded(GOOD, charset=Charset(declared=None, used="windows-874", reason="detected")), id="undeclared-charset"
    ),
    pytest.param(
        page("/t?tmpl=component&print=1", heading("แผน"), text(PROMISE)), id="promise-in-the-printer's-view"
    ),
    pytest.param(page("/t/print/", heading("แผน")), id="empty-in-the-printer's-view"),
    pytest.param(document("/t.pdf", "แผนปฏิบัติราชการ"), id="good-document"),
    pytest.param(document("/t.pdf", state=DocumentState.LIMITED), id="document-beyond-our-limits"),
    pytest.param(fetched(document("/t.jpeg", "แผน"), actual_type="jpg"), id="two-names-of-one-type"),
    pytest.param(fetched(document("/t.PDF", "แผน"), actual_type="pdf"), id="capital-ending"),
    pytest.param(fetched(document("/download.php", "แผน"), actual_type="pdf"), id="script-that-sends-a-file"),
    pytest.param(fetched(document("/t.pdf", "แผน"), actual_type=None), id="unknown-bytes"),
]


@pytest.mark.parametrize("target", QUIET)
def test_its_look_alike_is_none(target: Resource) -> None:
    assert {rule for rule in fired(target) if not rule.startswith("item.")} == set()


def test_39_letters_are_empty_and_40_are_not() -> None:
    assert fired(page("/t", heading("แผน"), text("ก" * 39))) == {R.PAGE_EMPTY}
    assert fired(page("/t", heading("แผน"), text("ก" * 40))) == set()


@pytest.mark.parametrize(("coverage", "rules"), [(RESOLVED, {R.LINK_BROKEN}), (UNRESOLVED, set())])
def test_an_external_name_is_gone_only_if_another_one_resolved(coverage: Coverage, rules: set[FindingRule]) -> None:
    assert fired(external(unreachable("/t", Why.DNS)), coverage=coverage) == rules


def of_site(*, url: str = HOST + "/", coverage: Coverage | None = None, scheme: str = "https") -> set[FindingRule]:
    """The site-wide rules that fire on a site of this address."""
    plain = site(coverage=coverage)
    host = urlsplit(url).hostname or ""
    whole = tuple(plain)
    start = whole[0]
    assert isinstance(start.fetch, Fetched)
    start = replace(start, fetch=replace(start.fetch, final_url=f"{scheme}://{urlsplit(url).netloc}/"))
    moved = MemorySnapshot(Site(id="x", url=url, host=host), (start, *whole[1:]))
    moved.finish(plain.run, plain.coverage)
    return {finding.rule for finding in judge(moved).findings}


BLOCKED = Coverage(pages=5, complete=True, skipped=((SkipWhy.ROBOTS, 4),), robots=RobotsState.PARSED)
TRAPPED = Coverage(
    pages=5,
    complete=True,
    traps=(TrapCut(pattern="/cal?m=*", example=HOST + "/cal?m=1", count=40, reason="no-news"),),
)
SITES = [
    pytest.param({}, set(), id="good"),
    pytest.param({"scheme": "http"}, {R.SECURITY_NO_HTTPS}, id="http"),
    pytest.param(
        {"coverage": Coverage(pages=5, complete=True, tls_error="expired")}, {R.SECURITY_TLS}, id="certificate"
    ),
    pytest.param({"url": "https://www.sso-test.com/"}, {R.SITE_NOT_GOVERNMENT_DOMAIN}, id="com"),
    pytest.param({"url": "https://xn----6wfa6hlyqad0ac3j1e.com/"}, {R.SITE_NOT_GOVERNMENT_DOMAIN}, id="thai-name"),
    pytest.param({"url": "https://sso.moph.go.th/"}, set(), id="ministry"),
    pytest.param({"url": "http://127.0.0.1:8000/", "scheme": "http"}, set(), id="loopback"),
    pytest.param({"url": "http://192.168.1.5/", "scheme": "http"}, set(), id="private-address"),
    pytest.param({"coverage": BLOCKED}, {R.CRAWL_ROBOTS_BLOCKED}, id="robots"),
    pytest.param({"coverage": replace(BLOCKED, robots=RobotsState.IGNORED)}, set(), id="robots-ignored"),
    pytest.param({"coverage": TRAPPED}, {R.CRAWL_TRAP}, id="trap"),
]


@pytest.mark.parametrize(("given", "rules"), SITES)
def test_what_is_told_once_for_the_whole_site(given: dict[str, object], rules: set[FindingRule]) -> None:
    assert of_site(**given) == rules  # type: ignore[arg-type]  # keywords of the helper


def test_each_trap_is_told_once() -> None:
    cuts = tuple(TrapCut(pattern=f"/{n}/*", example=f"{HOST}/{n}/1", count=9, reason="repeats") for n in range(3))
    findings = judge(site(coverage=Coverage(pages=5, complete=True, traps=cuts))).findings
    assert [finding.rule for finding in findings] == [R.CRAWL_TRAP] * 3


def told(*resources: Resource) -> tuple[Finding, ...]:
    return judge(site(*resources, start_links=(menu("แผน", "/t"),))).findings


def test_a_finding_says_where_the_defect_is_met() -> None:
    (finding,) = told(answering("/t", 404))
    assert finding.where is not None
    assert (finding.where.page, finding.url) == (HOST + "/", HOST + "/t")


def test_a_dead_external_link_is_minor_and_an_own_one_major() -> None:
    assert [finding.severity for finding in told(external(answering("/t", 404)))] == [Severity.MINOR]
    assert [finding.severity for finding in told(answering("/t", 404))] == [Severity.MAJOR]


def test_every_audit_says_which_detectors_ran() -> None:
    always = {rule.value for rule in FindingRule if not rule.startswith("register.")}
    assert set(judge(site()).detectors) == always


INSECURE = "http://old.sso-test.go.th"
MIXED = [
    pytest.param(worded(GOOD, scripts=(INSECURE + "/menu.js",)), [("script", Severity.MAJOR)], id="script"),
    pytest.param(
        worded(GOOD, links=(replace(link("", INSECURE + "/map"), embedded=True),)),
        [("frame", Severity.MAJOR)],
        id="frame",
    ),
    pytest.param(
        worded(GOOD, images=(replace(image(), url=INSECURE + "/a.jpg"), replace(image(), url=INSECURE + "/b.jpg"))),
        [("image", Severity.MINOR)],
        id="pictures-once",
    ),
    pytest.param(
        with_forms(GOOD, replace(form("text:q"), action=INSECURE + "/s")), [("form", Severity.MAJOR)], id="form"
    ),
    pytest.param(worded(GOOD, links=(link("เว็บเดิม", INSECURE + "/"),)), [], id="a-link-only-leads-there"),
    pytest.param(worded(GOOD, scripts=(HOST + "/menu.js",)), [], id="encrypted-script"),
    pytest.param(
        fetched(worded(GOOD, scripts=(INSECURE + "/menu.js",)), final_url="http://www.sso-test.go.th/t"),
        [],
        id="page-without-https",
    ),
]


@pytest.mark.parametrize(("resource", "expected"), MIXED)
def test_what_an_encrypted_page_uses_unencrypted(resource: Resource, expected: list[tuple[str, Severity]]) -> None:
    found = [finding for finding in judge(site(resource)).findings if finding.rule is R.SECURITY_MIXED_CONTENT]
    assert [(dict(finding.params)["kind"], finding.severity) for finding in found] == expected


def test_mixed_content_in_a_template_is_one_finding_for_all_pages() -> None:
    pages = [worded(page(f"/{n}", heading("แผน"), text(LONG)), scripts=(INSECURE + "/menu.js",)) for n in range(9)]
    (finding,) = (found for found in judge(site(*pages)).findings if found.rule is R.SECURITY_MIXED_CONTENT)
    assert dict(finding.params)["count"] == 9
    assert finding.url == INSECURE + "/"
