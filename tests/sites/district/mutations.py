"""What may happen to the district office's site."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.sites import office
from tests.sites.district import markup
from tests.sites.district.papers import OFFICE, STEPS, WEBMASTERS
from tests.sites.mutation import (
    FAIL,
    FAIL_OR_PARTIAL,
    FAIL_OR_REVIEW,
    PARTIAL,
    PASS,
    REVIEW,
    UNVERIFIABLE,
    Mutation,
    answering_all,
    closed_by_robots,
    in_other_code_points,
    on_every_page,
    same,
)
from tests.sites.papers import Paper
from tests.sites.website import Answer, Website

if TYPE_CHECKING:
    from tests.sites.office import Office

HISTORY, VISION, STRUCTURE, DUTIES = (f"/show_topic.php?id={number}" for number in (1, 2, 3, 5))
HOSPITAL = replace(
    OFFICE,
    name="โรงพยาบาลบ้านแก้งใหญ่",
    short="รพ.บ้านแก้งใหญ่",
    province="จังหวัดมุกดาหาร",
    head="นายแพทย์ศุภชัย ดอนตาล",
    head_title="ผู้อำนวยการโรงพยาบาลบ้านแก้งใหญ่",
)
NEXT_DISTRICT = replace(
    OFFICE,
    name="สำนักงานสาธารณสุขอำเภอหนองแสงชัย",
    short="สสอ.หนองแสงชัย",
    head="นายสุพจน์ แสงชัย",
    head_title="สาธารณสุขอำเภอหนองแสงชัย",
)
DUTY_LINES = (
    "# หน้าที่และอำนาจ",
    "# สำนักงานสาธารณสุขอำเภอนาคำหวาน",
    "ตามกฎกระทรวงแบ่งส่วนราชการสำนักงานปลัดกระทรวงสาธารณสุข พ.ศ. ๒๕๖๐",
    "(ก) จัดทำแผนยุทธศาสตร์ด้านสุขภาพในเขตพื้นที่อำเภอ",
    "(ข) ดำเนินการและให้บริการด้านการแพทย์และการสาธารณสุขในเขตพื้นที่อำเภอ",
    "(ค) กำกับ ดูแล ประเมินผล และสนับสนุนการปฏิบัติงานของหน่วยงานสาธารณสุขในเขตพื้นที่อำเภอ",
)
EXECUTIVES_PHONE = {"1.1.phone": PASS | REVIEW}  # what is left: the number beside the executives' names
MANUALS = ("/file/manual-license.pdf", "/file/manual-refer.pdf")
MANUAL = ("1.6.manual", "1.6.manual-steps", "1.6.manual-durations", "1.6.manual-download")
TRANSPARENCY = ("2.1.webmaster-order", "3.1.two-webmasters", "3.announcement", "2.2.request-form")


def _rewritten(site: Website, address: str, title: str, body: str) -> Website:
    return site.with_body(address, markup.page(title, body))


def _history_as_picture(site: Website, alt: str) -> Website:
    site = site.without("/print.php?id=1").with_answer("/images/history.jpg", Answer.picture("h.jpg", "ประวัติ"))
    return _rewritten(site, HISTORY, "ประวัติความเป็นมา", f'<img src="images/history.jpg" width=600{alt}>')


def _agreement_in_news_only(site: Website) -> Website:
    return site.without("/show_topic.php?id=11", "/file/pa66.pdf").edited(
        "/show_topic.php?id=208",
        "บุคลากรร่วม",
        "หลังพิธีลงนามคำรับรองการปฏิบัติราชการ ประจำปีงบประมาณ 2567 บุคลากรร่วม",
    )


def _duties_in_pdf(site: Website) -> Website:
    site = _rewritten(site, DUTIES, "อำนาจหน้าที่", '<a href="file/duties.pdf">อำนาจหน้าที่ สสอ.นาคำหวาน (pdf)</a>')
    return site.without("/print.php?id=5").with_answer("/file/duties.pdf", Answer(body=Paper(DUTY_LINES)))


def _menu_at_the_bottom(site: Website) -> Website:
    columns = markup.MENU.replace("<tr><td width=190", "<tr><td colspan=2", 1)
    return on_every_page(
        site, lambda text: text.replace(markup.MENU, "<tr>").replace(markup.FOOT, columns + markup.FOOT)
    )


def _last_plan_only(site: Website) -> Website:
    site = site.without("/file/plan67.pdf")
    row = '<tr><td>2567<td><a href="file/plan67.pdf">แผนปฏิบัติการสาธารณสุข ประจำปีงบประมาณ 2567</a><td>14 พ.ย. 66'
    site = site.edited("/show_topic.php?id=8", row, "")
    return site.edited("/ita67/moit2.html", '<a href="/file/plan67.pdf">แผน</a>', "")


def _borrowed_strategy(site: Website, owner: Office) -> Website:
    link = '<a href="file/strategy66-70.pdf">แผนยุทธศาสตร์ พ.ศ. 2566-2570</a>'
    site = _rewritten(site, "/show_topic.php?id=7", "ยุทธศาสตร์", link)
    return site.with_body("/file/strategy66-70.pdf", office.strategy(owner, 2566, 2570))


def _without_times(site: Website) -> Website:
    paper = office.manual(OFFICE, "การตรวจประเมินสถานประกอบการด้านสุขภาพ", [(step, "") for step, _ in STEPS])
    return site.with_body(MANUALS[0], paper).with_body(MANUALS[1], replace(paper, title="ควบคุมโรค"))


def _one_webmaster(site: Website) -> Website:
    order = office.webmaster_order(OFFICE, "48/2566", "25 ธันวาคม 2566", WEBMASTERS[:1])
    return site.with_body("/ita67/doc/m1-2-order.pdf", order)


def _no_results(site: Website) -> Website:
    site = site.without("/vote.php?act=result")
    return site.edited("/vote.php", '<a href="vote.php?act=result">ดูผลสำรวจ</a>', "")


def _memo_for_plan(site: Website) -> Website:
    memo = office.memo(OFFICE, "แผนปฏิบัติการสาธารณสุข ประจำปีงบประมาณ 2567", "13 พฤศจิกายน 2566")
    older = office.memo(OFFICE, "แผนปฏิบัติการสาธารณสุข ประจำปีงบประมาณ 2566", "18 พฤศจิกายน 2565")
    return site.with_body("/file/plan67.pdf", memo).with_body("/file/plan66.pdf", older)


def _form_for_report(site: Website) -> Website:
    form = office.request_form(OFFICE, "รายงานผลการปฏิบัติราชการ", "18 เมษายน 2567")
    return site.with_body("/file/report67-6.pdf", form).with_body("/file/report66-12.pdf", form)


def _nothing_bought(site: Website) -> Website:
    for number, month in enumerate(office.FISCAL_MONTHS[:8], 1):
        paper = office.monthly_procurement(OFFICE, month, 2566 if number <= 3 else 2567, ())
        site = site.with_body(f"/file/skr67-{number:02}.pdf", paper)
    return site


def _spans_and_divs(text: str) -> str:
    return text.replace("<font", "<span").replace("</font>", "</span>").replace("<hr>", "<div class=line></div>")


MUTATIONS = (
    Mutation(
        "the history page is gone", lambda site: site.without(HISTORY, "/print.php?id=1"), {"1.1.history": FAIL}
    ),
    Mutation(
        "the vision page is empty",
        lambda site: _rewritten(site.without("/print.php?id=2"), VISION, "วิสัยทัศน์ พันธกิจ", ""),
        same(FAIL, "1.1.vision", "1.1.mission"),
    ),
    Mutation(
        "the contact page is under construction",
        lambda site: _rewritten(site, "/contact.php", "ติดต่อเรา", "<font size=4>อยู่ระหว่างปรับปรุง</font>"),
        same(FAIL, "1.1.contact", "1.1.fax", "1.1.email", "1.1.map") | EXECUTIVES_PHONE,
    ),
    Mutation(
        "the structure has no data yet",
        lambda site: _rewritten(site, STRUCTURE, "โครงสร้างหน่วยงาน", "<font size=2>ยังไม่มีข้อมูล</font>"),
        {"1.1.structure": FAIL},
    ),
    Mutation("the agreement is only spoken of in news", _agreement_in_news_only, {"1.1.performance-agreement": FAIL}),
    Mutation(
        "pages carry other usual names",
        lambda site: (
            site.edited_everywhere("ประวัติความเป็นมา", "ประวัติหน่วยงาน")
            .edited_everywhere("ทำเนียบผู้บริหาร", "คณะผู้บริหาร")
            .edited_everywhere("อำนาจหน้าที่", "บทบาทหน้าที่")
        ),
    ),
    Mutation(
        "words are misspelt as usual",
        lambda site: (
            site.edited_everywhere("กฎหมาย", "กฏหมาย")
            .edited_everywhere("ดาวน์โหลด", "ดาวโหลด")
            .edited_everywhere("เว็บไซต์", "เว็ปไซต์")
        ),
    ),
    Mutation("the duties are a PDF file", _duties_in_pdf, {"1.1.duties": PASS}),
    Mutation("the menu stands at the bottom", _menu_at_the_bottom),
    Mutation(
        "the history is a picture without alt text",
        lambda site: _history_as_picture(site, ""),
        {"1.1.history": REVIEW},
    ),
    Mutation(
        "the history is a picture that tells its words",
        lambda site: _history_as_picture(
            site,
            ' alt="ประวัติความเป็นมา สสอ.นาคำหวาน เดิมเป็นสุขศาลาชั้นสอง เปิดให้บริการเมื่อ พ.ศ. 2498 '
            'ยกฐานะเป็นสำนักงานสาธารณสุขอำเภอเมื่อ พ.ศ. 2517 ย้ายมาอาคารปัจจุบันเมื่อ พ.ศ. 2546"',
        ),
        {"1.1.history": PASS},
    ),
    Mutation("only last year's plan is there", _last_plan_only, {"1.1.action-plan": PARTIAL}),
    Mutation(
        "the strategy is a hospital's",
        lambda site: _borrowed_strategy(site, HOSPITAL),
        {"1.1.strategy": FAIL_OR_REVIEW},
    ),
    Mutation(
        "the strategy is the next district's",
        lambda site: _borrowed_strategy(site, NEXT_DISTRICT),
        {"1.1.strategy": FAIL},
    ),
    Mutation(
        "the fax number is gone",
        lambda site: site.edited("/contact.php", "<br>โทรสาร 0-4300-0119", ""),
        {"1.1.fax": FAIL},
    ),
    Mutation(
        "the e-mail address is written against robots",
        lambda site: site.edited(
            "/contact.php", "saraban.nkw@nakhamwan-health.invalid", "saraban.nkw (at) nakhamwan-health (dot) invalid"
        ),
    ),
    Mutation(
        "numbers are in Thai digits",
        lambda site: site.edited_everywhere("0-4300-0118", "๐-๔๓๐๐-๐๑๑๘").edited_everywhere(
            "0-4300-0119", "๐-๔๓๐๐-๐๑๑๙"
        ),
    ),
    Mutation("the manuals tell no times", _without_times, {"1.6.manual-durations": FAIL_OR_PARTIAL}),
    Mutation("one web master is appointed", _one_webmaster, {"3.1.two-webmasters": FAIL_OR_PARTIAL}),
    Mutation("the survey shows no results", _no_results, {"1.10.satisfaction-level": FAIL}),
    Mutation(
        "robots.txt closes the yearly folder",
        lambda site: closed_by_robots(site, "/ita67/"),
        # What else the closed folder holds cannot be known.
        same(UNVERIFIABLE, *TRANSPARENCY)
        | same(UNVERIFIABLE, "1.1.cio", "1.9.e-service")
        | same(UNVERIFIABLE | FAIL, "2.2.file-size"),
    ),
    Mutation(
        "robots.txt closes the contact page",
        lambda site: closed_by_robots(site, "/contact.php", "/map.php"),
        same(UNVERIFIABLE, "1.1.contact", "1.1.fax", "1.1.email", "1.1.map") | EXECUTIVES_PHONE,
    ),
    Mutation(
        "the manual's page answers 500",
        lambda site: site.with_status(500, "/show_topic.php?id=16"),
        same(UNVERIFIABLE, *MANUAL),
    ),
    Mutation("memos stand in for the plans", _memo_for_plan, {"1.1.action-plan": FAIL}),
    Mutation(
        "a request form stands in for the report",
        _form_for_report,
        {"1.1.performance-report": FAIL, "2.2.request-form": PASS},  # by these forms as well as by the others
    ),
    Mutation("nothing was bought, and the summaries say so", _nothing_bought),
    Mutation(
        "the duties' address answers 200 with the not-found page",
        lambda site: answering_all(site.without(DUTIES, "/print.php?id=5")),
        {"1.1.duties": FAIL},
    ),
    Mutation("the header declares utf-8 wrongly", lambda site: site.recoded("cp874", "text/html; charset=utf-8")),
    Mutation("the bytes are utf-8, undeclared", lambda site: site.recoded("utf-8", "text/html")),
    Mutation("letters are other code points", lambda site: on_every_page(site, in_other_code_points)),
    Mutation("spans and divs instead of fonts and rules", lambda site: on_every_page(site, _spans_and_divs)),
)
