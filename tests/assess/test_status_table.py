"""CONTRACT.md section 2, row by row: the status follows the best candidate."""

from __future__ import annotations

import pytest

from auditor.facts import Coverage, DocumentState, Resource, SkipWhy, Why
from auditor.findings import ReasonCode, Status
from tests.assess.building import (
    answering,
    document,
    heading,
    image,
    judge,
    link,
    menu,
    page,
    row,
    site,
    skipped,
    status_of,
    text,
    unreachable,
    verdict,
)

VISION = "เป็นองค์กรหลักด้านสุขภาพของอำเภอ เพื่อประชาชนสุขภาพดี เจ้าหน้าที่มีความสุข ระบบสุขภาพยั่งยืน"
PLAN_HEAD = "แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. {year}\nสำนักงานสาธารณสุขอำเภอบึงทอง"
PLAN_BODY = "ส่วนที่ 1 บทนำ\nโครงการเฝ้าระวังโรคติดต่อในพื้นที่ งบประมาณ 50,000 บาท ตัวชี้วัดร้อยละ 90 ของครัวเรือน"
MEMO = (
    "บันทึกข้อความ\nส่วนราชการ สำนักงานสาธารณสุขอำเภอบึงทอง โทร. 0 4300 0000\nที่ รอ 1233/12 วันที่ 25 ธันวาคม 2566\n"
    "เรื่อง ขออนุญาตเผยแพร่แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567 บนเว็บไซต์ของหน่วยงาน\n"
    "เรียน สาธารณสุขอำเภอบึงทอง\nจึงเรียนมาเพื่อโปรดพิจารณา"
)
REQUEST_FORM = (
    "แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงานในราชการบริหารส่วนภูมิภาค\nสำนักงานปลัดกระทรวงสาธารณสุข\n"
    "ชื่อหน่วยงาน : สำนักงานสาธารณสุขอำเภอบึงทอง\nวัน/เดือน/ปี : 25 ธันวาคม 2566\nหัวข้อ : แผนปฏิบัติราชการ 2567\n"
    "รายละเอียดข้อมูล : ตามเอกสารแนบ\nLink ภายนอก : ไม่มี\nหมายเหตุ : -\nผู้รับผิดชอบการให้ข้อมูล นางสาวสมใจ ใจดี\n"
    "ผู้อนุมัติรับรอง นายสมชาย มั่นคง\nผู้รับผิดชอบการนำข้อมูลขึ้นเผยแพร่ นายปิติ ชูใจ"
)


def plan_page(*targets: Resource, label: str = "แผนปฏิบัติราชการ ประจำปีงบประมาณ 2567") -> Resource:
    """A page that lists plans, one link to each target."""
    blocks = [heading("แผนปฏิบัติราชการ"), *(text(label) for _ in targets)]
    path = [target.url.removeprefix("https://www.sso-test.go.th") for target in targets]
    return page(
        "/plan",
        *blocks,
        title="แผนปฏิบัติราชการ",
        links=tuple(link(label, where, block=number) for number, where in enumerate(path, 1)),
    )


def plan_site(*targets: Resource, label: str = "แผนปฏิบัติราชการ ประจำปีงบประมาณ 2567") -> Status:
    menu_link = menu("แผนปฏิบัติราชการ", "/plan")
    return status_of(site(plan_page(*targets, label=label), *targets, start_links=(menu_link,)), "1.1.action-plan")


VISION_PAGES = [
    pytest.param(page("/v", heading("วิสัยทัศน์"), text(VISION)), Status.PASS, id="acceptable"),
    pytest.param(answering("/v", 404), Status.FAIL, id="404"),
    pytest.param(answering("/v", 410), Status.FAIL, id="410"),
    pytest.param(page("/v", heading("วิสัยทัศน์")), Status.FAIL, id="empty-page"),
    pytest.param(page("/v", heading("วิสัยทัศน์"), text("อยู่ระหว่างปรับปรุง")), Status.FAIL, id="under-construction"),
    pytest.param(page("/v", heading("วิสัยทัศน์"), text("ยังไม่มีข้อมูล")), Status.FAIL, id="bare-no-data"),
    pytest.param(
        page("/v", heading("ไม่พบหน้าที่คุณต้องการ"), text("ขออภัย ไม่พบหน้าที่คุณต้องการ"), title="ไม่พบหน้า"),
        Status.FAIL,
        id="soft-404",
    ),
    pytest.param(page("/v", heading("วิสัยทัศน์"), images=(image(),)), Status.REVIEW, id="poster-without-words"),
    pytest.param(
        page("/v", heading("วิสัยทัศน์"), images=(image(alt=f"วิสัยทัศน์ {VISION}"),)),
        Status.PASS,
        id="poster-whose-alt-says-it",
    ),
    pytest.param(answering("/v", 503), Status.UNVERIFIABLE, id="server-error"),
    pytest.param(answering("/v", 403), Status.UNVERIFIABLE, id="forbidden"),
    pytest.param(answering("/v", 401), Status.UNVERIFIABLE, id="needs-login"),
    pytest.param(answering("/v", 429), Status.UNVERIFIABLE, id="too-many-requests"),
    pytest.param(unreachable("/v"), Status.UNVERIFIABLE, id="time-out"),
    pytest.param(unreachable("/v", Why.TRUNCATED), Status.UNVERIFIABLE, id="damaged-transfer"),
    pytest.param(skipped("/v", SkipWhy.ROBOTS), Status.UNVERIFIABLE, id="robots"),
    pytest.param(skipped("/v", SkipWhy.BUDGET), Status.UNVERIFIABLE, id="cap-reached"),
]


@pytest.mark.parametrize(("target", "expected"), VISION_PAGES)
def test_the_status_follows_what_is_at_the_target(target: Resource, expected: Status) -> None:
    """A menu entry leads to the target; nothing else on the site speaks of a vision."""
    assert status_of(site(target, start_links=(menu("วิสัยทัศน์", "/v"),)), "1.1.vision") is expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param(document("/p.pdf", PLAN_HEAD.format(year=2567) + "\n" + PLAN_BODY), Status.PASS, id="this-year"),
        pytest.param(
            document("/p.pdf", PLAN_HEAD.format(year=2566) + "\n" + PLAN_BODY), Status.PARTIAL, id="the-label-lies"
        ),
        pytest.param(document("/p.pdf", MEMO), Status.FAIL, id="memo-only"),
        pytest.param(document("/p.pdf", REQUEST_FORM), Status.FAIL, id="request-form-only"),
        pytest.param(
            document("/p.pdf", MEMO, PLAN_HEAD.format(year=2567) + "\n" + PLAN_BODY, REQUEST_FORM),
            Status.PASS,
            id="memo-plan-and-form-in-one-file",
        ),
        pytest.param(document("/p.pdf", ""), Status.REVIEW, id="scan-without-text"),
        pytest.param(document("/p.pdf", state=DocumentState.ENCRYPTED), Status.REVIEW, id="encrypted"),
        pytest.param(document("/p.pdf", state=DocumentState.DAMAGED), Status.REVIEW, id="damaged"),
        pytest.param(document("/p.pdf", state=DocumentState.EMPTY), Status.FAIL, id="no-bytes"),
        pytest.param(
            document("/p.pdf", f"แผนปฏิบัติราชการ ปีงบประมาณ 2567\nโรงพยาบาลส่งเสริมสุขภาพตำบลดอนขวาง\n{PLAN_BODY}"),
            Status.REVIEW,
            id="a-sub-units-paper",
        ),
        pytest.param(
            document("/p.pdf", f"แผนปฏิบัติราชการ ปีงบประมาณ 2567\nสำนักงานสาธารณสุขอำเภอนาหว้า\n{PLAN_BODY}"),
            Status.FAIL,
            id="another-agencys-paper",
        ),
    ],
)
def test_a_plan_is_what_its_own_pages_say(target: Resource, expected: Status) -> None:
    assert plan_site(target) is expected


def test_a_plan_of_another_year_is_the_right_thing_out_of_date() -> None:
    old = document("/p.pdf", PLAN_HEAD.format(year=2565) + "\n" + PLAN_BODY)
    assert plan_site(old, label="แผนปฏิบัติราชการ ปีงบประมาณ 2565") is Status.PARTIAL


def test_this_years_scan_outranks_last_years_text() -> None:
    """It may well be the pass that the older one is not: a person must look."""
    old = document("/old.pdf", PLAN_HEAD.format(year=2566) + "\n" + PLAN_BODY)
    scan = document("/new.pdf", "")
    start = menu("แผนปฏิบัติราชการ", "/plan")
    listing = page(
        "/plan",
        heading("แผนปฏิบัติราชการ"),
        text("แผนปฏิบัติราชการ ปีงบประมาณ 2566"),
        text("แผนปฏิบัติราชการ ปีงบประมาณ 2567"),
        links=(
            link("แผนปฏิบัติราชการ ปีงบประมาณ 2566", "/old.pdf", block=1),
            link("แผนปฏิบัติราชการ ปีงบประมาณ 2567", "/new.pdf", block=2),
        ),
    )
    assert status_of(site(listing, old, scan, start_links=(start,)), "1.1.action-plan") is Status.REVIEW


def test_nothing_found_on_a_complete_crawl_fails_and_says_what_was_searched() -> None:
    found = verdict(judge(site()), "1.1.vision")
    assert found.status is Status.FAIL
    assert found.reasons[0].code is ReasonCode.NOT_FOUND
    assert "วิสัยทัศน์" in found.searched.terms


def test_nothing_found_on_an_incomplete_crawl_is_not_said_to_be_missing() -> None:
    half = Coverage(pages=6, complete=False, shallow_known=100, shallow_read=40, limits=("max-pages",))
    found = verdict(judge(site(coverage=half)), "1.1.vision")
    assert found.status is Status.UNVERIFIABLE
    assert found.reasons[0].code is ReasonCode.COVERAGE_INCOMPLETE


def test_nothing_found_fails_once_the_shallow_floor_was_read() -> None:
    enough = Coverage(pages=6, complete=False, shallow_known=100, shallow_read=96, limits=("max-pages",))
    assert status_of(site(coverage=enough), "1.1.vision") is Status.FAIL


def test_what_is_asked_only_if_any_does_not_apply_when_absent() -> None:
    assert status_of(site(), "1.7.forms") is Status.NOT_APPLICABLE


def test_a_site_that_does_not_answer_is_unverifiable_throughout() -> None:
    snapshot = site(coverage=Coverage(pages=0, complete=False))
    down = unreachable("/", Why.REFUSED)
    snapshot.add(down)
    audit = judge(snapshot)
    assert {found.status for found in audit.verdicts} == {Status.UNVERIFIABLE}
    assert audit.score.percent is None


def test_a_joint_label_proves_only_what_its_page_says() -> None:
    """Vision and mission below each other; the page has no mission."""
    joint = page("/vm", heading("วิสัยทัศน์ พันธกิจ"), heading("วิสัยทัศน์", level=2), text(VISION))
    audit = judge(site(joint, start_links=(menu("วิสัยทัศน์ พันธกิจ", "/vm"),)))
    assert verdict(audit, "1.1.vision").status is Status.PASS
    assert verdict(audit, "1.1.mission").status in {Status.FAIL, Status.REVIEW}


def test_a_news_title_that_mentions_a_vision_is_none() -> None:
    news = page("/n", heading("ประชุมเชิงปฏิบัติการจัดทำวิสัยทัศน์"), text(VISION * 2))
    link_to = link("ประชุมเชิงปฏิบัติการจัดทำวิสัยทัศน์ของหน่วยงาน", "/n", heading_above="ข่าวประชาสัมพันธ์")
    home = page("/list", heading("ข่าวประชาสัมพันธ์"), text("ข่าว"), links=(link_to,))
    assert status_of(site(news, home, start_links=(menu("ข่าวประชาสัมพันธ์", "/list"),)), "1.1.vision") is Status.FAIL


def test_a_dead_menu_entry_is_no_vision() -> None:
    assert status_of(site(start_links=(menu("วิสัยทัศน์", ""),)), "1.1.vision") is Status.FAIL


@pytest.mark.parametrize(
    ("names", "order", "two"),
    [
        pytest.param(("นายปิติ ชูใจ", "นางสาวมานี รักเรียน"), Status.PASS, Status.PASS, id="two"),
        pytest.param(("นายปิติ ชูใจ",), Status.PASS, Status.FAIL, id="one"),
    ],
)
def test_web_masters_are_counted_in_the_order(names: tuple[str, ...], order: Status, two: Status) -> None:
    listed = "\n".join(f"{number}. {name} นักวิชาการสาธารณสุข" for number, name in enumerate(names, 1))
    paper = document(
        "/order.pdf",
        "คำสั่งสำนักงานสาธารณสุขอำเภอบึงทอง ที่ 12/2567\nเรื่อง แต่งตั้งผู้ดูแลเว็บไซต์ (Web Master)\n"
        f"ให้เจ้าหน้าที่ต่อไปนี้เป็นผู้ดูแลเว็บไซต์ (Web Master)\n{listed}\n"
        "สั่ง ณ วันที่ 8 มกราคม พ.ศ. 2567\n(นางวิไล งามตา)\nสาธารณสุขอำเภอบึงทอง",
    )
    label = "คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์ (Web Master)"
    listing = page("/web", heading("การเผยแพร่ข้อมูล"), text(label), links=(link(label, "/order.pdf", block=1),))
    audit = judge(site(listing, paper, start_links=(menu("การเผยแพร่ข้อมูล", "/web"),)))
    assert verdict(audit, "2.1.webmaster-order").status is order
    assert verdict(audit, "3.1.two-webmasters").status is two


def test_steps_and_times_are_read_in_the_manual_that_was_found() -> None:
    steps = tuple(
        row(str(number), f"ขั้นที่ {number}", "ตรวจเอกสารให้ครบถ้วน", f"{number * 10} นาที",
            heads=("ลำดับ", "ขั้นตอน", "รายละเอียด", "ระยะเวลา"))
        for number in (1, 2, 3)
    )  # fmt: skip
    manual = page("/m", heading("คู่มือมาตรฐานการปฏิบัติงาน"), text("เรื่อง การเบิกจ่ายเงิน " * 6), *steps)
    audit = judge(site(manual, start_links=(menu("คู่มือมาตรฐานการปฏิบัติงาน", "/m"),)))
    assert verdict(audit, "1.6.manual").status is Status.PASS
    assert verdict(audit, "1.6.manual-steps").status is Status.PASS
    assert verdict(audit, "1.6.manual-durations").status is Status.PASS
    assert verdict(audit, "1.6.manual-download").status is Status.FAIL
