"""What may happen to the provincial portal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.findings import Status
from tests.sites import office, portal
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
    as_entities,
    in_other_code_points,
    on_every_page,
    outside_tags,
    same,
)
from tests.sites.paper_files import file_of
from tests.sites.papers import Paper
from tests.sites.portal import markup, papers
from tests.sites.portal.papers import OFFICE, UP
from tests.sites.truth import FindingMark
from tests.sites.website import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sites.website import Website

NOT_APPLICABLE = frozenset({Status.NOT_APPLICABLE})
HISTORY, VISION, DUTIES, CONTACT = (f"/content.aspx?id={number}" for number in (1, 2, 5, 9))
ORDER, STRATEGY = f"{UP}2568/ITA/M1-order.pdf", f"{UP}2567/strat_66_70_rev68.pdf"
MANUAL = ("1.6.manual", "1.6.manual-steps", "1.6.manual-durations", "1.6.manual-download")
SPAM = (
    '<div style="display:none"><a href="https://gacor.invalid/">slot gacor</a> <a '
    'href="https://bcr.invalid/">บาคาร่าออนไลน์ เครดิตฟรี</a></div>'
)
SEVEN = (
    '<table border="1"><tr><td>7(1)</td><td><a href="/content.aspx?id=3">โครงสร้างและการจัดองค์กรในการดำเนินงาน'
    "</a></td></tr><tr><td>7(2)</td>"
    '<td><a href="/content.aspx?id=5">สรุปอำนาจหน้าที่ที่สำคัญ</a></td></tr><tr><td>7(3)</td><td><a '
    'href="/content.aspx?id=9">สถานที่ติดต่อ'
    '</a></td></tr><tr><td>7(4)</td><td><a href="/download.aspx?g=1">กฎ ข้อบังคับ ระเบียบ</a></td></tr></table>'
)
OFFICE_HISTORY = (
    "<p>สำนักงานสาธารณสุขจังหวัดภูผาสัก เดิมชื่อสำนักงานอนามัยจังหวัด ตั้งอยู่ในศาลากลางหลังเก่า ก่อตั้งเมื่อ พ.ศ. 2495 ต่อมา พ.ศ. "
    "2517 เปลี่ยนชื่อเป็นสำนักงานสาธารณสุขจังหวัด "
    "และย้ายมาอยู่ ณ ที่ตั้งปัจจุบัน ถนนราชดำริ เมื่อ พ.ศ. 2536</p>"
)
FORMER = (
    '<p><b>ทำเนียบอดีตนายแพทย์สาธารณสุขจังหวัดภูผาสัก</b></p><table border="1"><tr><td>1</td><td>นายแพทย์ประเสริฐ ใจงาม'
    "</td><td>2536 - 2541</td></tr>"
    "<tr><td>2</td><td>นายแพทย์สมบูรณ์ เกษมสุข</td><td>2541 - 2549</td></tr><tr><td>3</td><td>แพทย์หญิงอรุณี ทวีสิน</td>"
    "<td>2549 - 2560</td></tr></table>"
)
RESULT = (
    "<p>ผลการประเมินความพึงพอใจต่อเว็บไซต์ สสจ.ภูผาสัก ไตรมาสที่ 1/2568 ผู้ตอบ 58 คน : มากที่สุด ร้อยละ 62 ปานกลาง "
    "ร้อยละ 31 ควรปรับปรุง ร้อยละ 7</p>"
)
COUNTER = "จำนวนผู้เข้าชมเว็บไซต์ : วันนี้ 112 คน เดือนนี้ 3,201 คน รวมทั้งหมด 912,004 คน | พัฒนาโดย"
COMPLAINT = (
    '<h4>ร้องเรียนออนไลน์</h4><p>ท่านจะได้รับหมายเลขเรื่องและแจ้งผลทางอีเมลภายใน 15 วัน</p><input type="text" '
    'name="ctl00$cph$txtName" />'
    '<input type="text" name="ctl00$cph$txtEmail" /><textarea name="ctl00$cph$txtDetail"></textarea><input '
    'type="submit" value="ส่งเรื่องร้องเรียน" />'
)


def _text(site: Website, where: str) -> str:
    body = site.answers[where].body
    assert isinstance(body, str)
    return body


def _rewritten(where: str, pattern: str, new: str) -> Callable[[Website], Website]:
    return lambda site: site.with_body(where, re.sub(pattern, new, _text(site, where), flags=re.DOTALL))


def _all(pattern: str, new: str) -> Callable[[Website], Website]:
    return lambda site: on_every_page(site, lambda text: re.sub(pattern, new, text, flags=re.DOTALL))


def _words(where: str, old: str, new: str) -> Callable[[Website], Website]:
    return lambda site: site.edited(where, old, new)


def _page(where: str, title: str, body: str) -> Callable[[Website], Website]:
    return lambda site: site.with_body(where, markup.page(title, body))


def _paper(where: str, made: Paper) -> Callable[[Website], Website]:
    return lambda site: site.with_body(where, made)


def _scanned(made: Paper) -> Paper:
    return Paper(made.lines, scanned=True)


def _lists_as_divs(text: str) -> str:
    """The layout's tables as divisions; the grids stay tables."""
    return re.sub(
        r'<table id="ctl00_Menu1" class="ctl00_Menu1_2"><tr>(.*?)</tr></table>(?=</td></tr><tr><td width)',
        lambda found: "<ul>" + "".join(f"<li>{link}</li>" for link in re.findall(r"<a .*?</a>", found[1])) + "</ul>",
        text,
    )


def _days_in_words(text: str) -> str:
    return re.sub(
        r"\b(\d{1,2})/(\d{1,2})/(256\d)\b",
        lambda found: f"{found[1]} {office.MONTHS[int(found[2]) - 1]} {found[3]}",
        text,
    )


def _capitals(text: str) -> str:
    return re.sub(r"<(/?)(table|tr|td|div|p|a|ul|li)\b", lambda found: f"<{found[1]}{found[2].upper()}", text)


def _plan_here(site: Website) -> Website:
    answers = site.edited("/ita.aspx?y=2568", portal.DRIVE.format("kPlan68"), f"{UP}2568/plan68.pdf")
    answers = answers.edited(
        "/stg/page.aspx?p=plan", "https://1drv.ms.invalid/b/s!AppkPlan68", f"{UP}2568/plan68.pdf"
    )
    return answers.with_answer(f"{UP}2568/plan68.pdf", Answer(body=office.action_plan(OFFICE, 2568)))


def _old_budget(site: Website) -> Website:
    made = portal.handled("budget67.xlsx", papers.EXCEL, file_of("xlsx", office.budget(OFFICE, 2567)))
    return site.with_answer("/DownloadFile.ashx?id=61", made)


def _annual_here(site: Website) -> Website:
    file = f"{UP}2567/annual67.pdf"
    linked = site.edited("/stg/page.aspx?p=report", "อยู่ระหว่างจัดทำรูปเล่ม", f'<a href="{file}">ดาวน์โหลด</a>')
    return linked.with_answer(file, Answer(body=office.annual_report(OFFICE, 2567)))


def _former_months(site: Website) -> Website:
    """No summary after June 2567."""
    for number, month in enumerate(("มิถุนายน", "พฤษภาคม", "เมษายน", "มีนาคม"), 51):
        made = Answer(body=office.monthly_procurement(OFFICE, month, 2567, papers.BUYS))
        before, year = papers.MONTHS[number - 51]
        site = site.with_answer(f"/DownloadFile.ashx?id={number}", made)
        site = site.edited("/download.aspx?g=5", f"เดือน{before} {year}", f"เดือน{month} 2567")
    return _rewritten("/download.aspx?g=5", r"<td>\d+ KB</td>", "<td></td>")(site)


def _no_forms(site: Website) -> Website:
    site = _rewritten("/cpd/page.aspx?p=guide", r"<p>แบบฟอร์มคำขอ</p><ul>.*?</ul>", "")(site)
    return site.without("/cpd/files/form_sp1.pdf", "/cpd/files/form_sp5.pdf").edited_everywhere(
        "คู่มือประชาชน/แบบฟอร์ม", "คู่มือประชาชน"
    )


def _only_old_jobs(site: Website) -> Website:
    """What is open is what closed in May 2567."""
    gone = ("/newsdetail.aspx?nid=2205", "/newsdetail.aspx?nid=2193")
    rows = re.findall(r"<tr><td>[^<]*</td><td><a.*?</tr>", _text(site, "/news.aspx?cat=9"))
    site = _rewritten("/news.aspx?cat=3", r"(</th></tr>)<tr>.*?(</table></div>)", r"\1" + "".join(rows) + r"\2")(
        site.without(*gone)
    )
    return site.edited_everywhere(
        '<a class="ctl00_Tree_0" href="/news.aspx?cat=9"', '<a class="ctl00_Tree_0" href="/news.aspx?cat=3"'
    ).without("/news.aspx?cat=9")


def _no_request_forms(site: Website) -> Website:
    rows = r"<tr><td>MOIT \d</td><td>[^<]*แบบฟอร์ม[^<]*</td><td>.*?</tr>"
    return _rewritten("/ita.aspx?y=2568", rows, "")(
        site.without(f"{UP}2568/ITA/M1-form.pdf", f"{UP}2568/ITA/M2-form.pdf")
    )


TIMELESS = tuple((step, "") for step, _ in papers.LICENSING)
MUTATIONS = (
    Mutation("letters as references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation("letters in other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))),
    Mutation("not found with status 200", answering_all),
    Mutation("no classes", _all(r' class="[^"]*"', "")),
    Mutation("Thai digits", lambda site: on_every_page(site, outside_tags(office.thai_digits))),
    Mutation("no state of the view", lambda site: site.edited_everywhere(markup.STATE, "")),
    Mutation("the menu is a list", lambda site: on_every_page(site, _lists_as_divs)),
    Mutation("days in words", lambda site: on_every_page(site, _days_in_words)),
    Mutation("no names of controls", _all(r' (?:id|name)="(?:ctl00|aspnet)[^"]*"', "")),
    Mutation("heads of grids are cells", _all(r"<th scope=\"col\">(.*?)</th>", r"<td>\1</td>")),
    Mutation("the banners have no words", _all(r'(src="/images/banner/[^"]*") alt="[^"]*"', r"\1"), {}),
    Mutation("tags in capitals", lambda site: on_every_page(site, _capitals)),
    Mutation(
        "a banner on cookies",
        lambda site: site.edited_everywhere(
            "</form>", "</form><div>เว็บไซต์นี้ใช้คุกกี้ กรุณากดยอมรับ <button>ยอมรับทั้งหมด</button></div>"
        ),
    ),
    Mutation(
        "a window over the first page",
        lambda site: site.edited(
            "/",
            '<form name="aspnetForm"',
            '<div class="modal"><h4>ขอเชิญร่วมลงนามถวายพระพร</h4></div><form name="aspnetForm"',
        ),
    ),
    Mutation("a group's site is being built", _words("/hr/index.aspx", "<ul>", "<p>อยู่ระหว่างปรับปรุง</p><ul>")),
    Mutation("days with an hour", _all(r"\b(\d{1,2}/\d{1,2}/256\d)\b", r"\1 0:00:00")),
    Mutation(
        "more news that speaks of papers",
        _words(
            "/newsdetail.aspx?nid=2196",
            "24 ชั่วโมง",
            "24 ชั่วโมง พร้อมจัดทำประวัติสำนักงาน รายงานประจำปี 2567 และสถิติผู้เข้าชมเว็บไซต์",
        ),
    ),
    Mutation("the office's history", _page(HISTORY, "ประวัติความเป็นมา", OFFICE_HISTORY), {"1.1.history": PASS}),
    Mutation(
        "only the ministry's vision",
        _rewritten(VISION, r"<p><b>วิสัยทัศน์สำนักงาน.*?(?=<p><b>ค่านิยม)", ""),
        same(FAIL_OR_REVIEW, "1.1.vision", "1.1.mission"),
    ),
    Mutation(
        "the chart is out of reach",
        lambda site: site.with_status(503, f"{UP}2568/structure68.pdf"),
        {"1.1.structure": UNVERIFIABLE},
    ),
    Mutation(
        "former heads",
        _page("/content.aspx?id=4", "ผู้บริหาร", FORMER),
        same(FAIL_OR_REVIEW, "1.1.executives") | {"1.1.cio": FAIL},
    ),
    Mutation(
        "the deputy is no CIO",
        _words("/content.aspx?id=4", " / ผู้บริหารเทคโนโลยีสารสนเทศระดับสูงประจำจังหวัด (PCIO)", ""),
        {"1.1.cio": FAIL},
    ),
    Mutation(
        "only a group's duties",
        _page(DUTIES, "ภารกิจ/อำนาจหน้าที่", "<p>อยู่ระหว่างปรับปรุงข้อมูล</p>"),
        {"1.1.duties": FAIL_OR_REVIEW},
    ),
    Mutation(
        "a strategy that ended", _paper(STRATEGY, office.strategy(OFFICE, 2561, 2565)), {"1.1.strategy": PARTIAL}
    ),
    Mutation("the plan is here", _plan_here, {"1.1.action-plan": PASS}),
    Mutation("last year's budget", _old_budget, {"1.1.projects-budget": PARTIAL}),
    Mutation("the annual report is here", _annual_here, {"1.1.annual-report": PASS}),
    Mutation(
        "a memo for the agreement",
        _paper(f"{UP}2568/pa68.pdf", office.memo(OFFICE, "คำรับรองการปฏิบัติราชการ ปี 2568", "11 ธันวาคม 2567")),
        {"1.1.performance-agreement": FAIL},
    ),
    Mutation(
        "results of persons",
        _paper(
            f"{UP}2567/pa67_result12.pdf",
            papers.paper("ประกาศผลการประเมินผลการปฏิบัติราชการของข้าราชการ ระดับดีเด่น", "1. นายอดิศร คงทน"),
        ),
        {"1.1.performance-report": FAIL},
    ),
    Mutation(
        "the registry's address",
        _words(CONTACT, "<br />โทรสาร", "<br />E-mail : saraban_ppk@moph.invalid<br />โทรสาร"),
        {"1.1.email": PASS},
    ),
    Mutation("no fax", _words(CONTACT, "<br />โทรสาร 0-4577-2209", ""), {"1.1.fax": FAIL}),
    Mutation("no map", _rewritten(CONTACT, r"<iframe.*?</iframe>", ""), {"1.1.map": FAIL}),
    Mutation(
        "an index of section 7", _rewritten("/oia.aspx?m=7", r"<p>มาตรา 7 หน่วยงาน.*?</p>", SEVEN), {"1.5.oia-7": PASS}
    ),
    Mutation(
        "nothing under section 9",
        _page("/oia.aspx?m=9", "ข้อมูลข่าวสารตามมาตรา 9", "<p>ไม่พบข้อมูล</p>"),
        {"1.5.oia-9": FAIL},
    ),
    Mutation(
        "no summary since June",
        _former_months,
        {"1.5.oia-committee": PARTIAL} | same(FAIL_OR_PARTIAL, "2.2.file-size"),
    ),
    Mutation(
        "the manual is a scan",
        _paper("/cpd/files/sop_clinic.pdf", _scanned(papers.SOP)),
        same(REVIEW, *MANUAL[:3]) | {"1.6.manual-download": PASS | REVIEW},
    ),
    Mutation(
        "the manual without times",
        _paper("/cpd/files/sop_clinic.pdf", office.manual(OFFICE, "การพิจารณาอนุญาตสถานพยาบาล", TIMELESS)),
        {"1.6.manual-durations": FAIL},
    ),
    Mutation(
        "the guide without times",
        _paper(
            "/cpd/files/guide_clinic.pdf",
            office.guide(OFFICE, "การขอใบอนุญาตให้ประกอบกิจการสถานพยาบาล (คลินิก)", TIMELESS),
        ),
        {"1.7.guide-durations": FAIL},
    ),
    Mutation("no forms but the staff's", _no_forms, {"1.7.forms": NOT_APPLICABLE}),
    Mutation("a closed vacancy among the open ones", _only_old_jobs, {"3.2.expired": FAIL_OR_PARTIAL}),
    Mutation(
        "complaints by form", _page("/content.aspx?id=12", "e-Service สสจ.ภูผาสัก", COMPLAINT), {"1.9.e-service": PASS}
    ),
    Mutation("a counter", lambda site: site.edited_everywhere("พัฒนาโดย", COUNTER), {"1.10.statistics": PASS}),
    Mutation(
        "the survey tells its result",
        _rewritten("/survey.aspx", r'(<h3 class="title">.*?</h3>)', rf"\1{RESULT}"),
        {"1.10.satisfaction-level": PASS},
    ),
    Mutation(
        "the survey is closed",
        _page(
            "/survey.aspx", "แบบประเมินความพึงพอใจการใช้งานเว็บไซต์ สสจ.ภูผาสัก", "<p>ปิดรับแบบประเมินแล้ว ขอบคุณทุกความเห็น</p>"
        ),
        {"1.10.satisfaction-survey": FAIL},
    ),
    Mutation(
        "the order has text",
        _paper(ORDER, papers.order(*papers.WEBMASTERS)),
        same(PASS, "2.1.webmaster-order", "3.1.two-webmasters"),
    ),
    Mutation(
        "the order names one",
        _paper(ORDER, papers.order(papers.WEBMASTERS[0])),
        {"2.1.webmaster-order": PASS, "3.1.two-webmasters": FAIL},
    ),
    Mutation("no request forms", _no_request_forms, {"2.2.request-form": FAIL}),
    Mutation(
        "this year's announcement",
        _paper(f"{UP}2567/announce_web.pdf", office.announcement(OFFICE, "20 ธันวาคม 2567")),
        {"3.announcement": PASS},
    ),
    Mutation(
        "the course was on ethics",
        lambda site: site.edited_everywhere("อบรม Cyber Security Awareness ให้", "อบรมคุณธรรมจริยธรรมแก่").edited(
            "/newsdetail.aspx?nid=2208", "ความตระหนักรู้ด้านความมั่นคงปลอดภัยไซเบอร์", "จริยธรรมข้าราชการ"
        ),
        {"3.5.training": FAIL | UNVERIFIABLE},
    ),
    Mutation(
        "hidden gambling links",
        _rewritten("/cdc/index.aspx", "</form>", f"{SPAM}</form>"),
        {"3.4.computer-crime": FAIL},
        tuple(
            FindingMark(rule=f"security.{sign}", url_suffix="/cdc/index.aspx")
            for sign in ("gambling-spam", "hidden-links")
        ),
    ),
)
