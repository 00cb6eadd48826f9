"""What may happen to the general hospital's site."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.sites import office
from tests.sites.moit import markup
from tests.sites.moit.papers import DAY, MASTERS, OFFICE, address, nation
from tests.sites.mutation import (
    FAIL,
    FAIL_OR_PARTIAL,
    PARTIAL,
    PASS,
    UNVERIFIABLE,
    Mutation,
    as_entities,
    closed_by_robots,
    on_every_page,
    outside_tags,
    same,
)
from tests.sites.papers import Paper
from tests.sites.website import Answer, Website

GUIDE = ("1.7.guide", "1.7.guide-steps", "1.7.guide-durations", "1.7.guide-download")
NEIGHBOUR = replace(
    OFFICE,
    name="โรงพยาบาลดอยสามเส้า",
    short="รพ.ดอยสามเส้า",
    province="อำเภอดอยสามเส้า จังหวัดพะเยา",
    head="แพทย์หญิงมนัสนันท์ กันทะ",
    head_title="ผู้อำนวยการโรงพยาบาลดอยสามเส้า",
)


def _rewritten(site: Website, where: str, title: str, body: str) -> Website:
    return site.with_body(where, markup.page(title, body))


def _text(site: Website, where: str) -> str:
    body = site.answers[where].body
    assert isinstance(body, str)
    return body


def _section_emptied(site: Website) -> Website:
    emptied = re.sub(r"(<h4>พันธกิจ</h4>)<ol>.*?</ol>", r"\1", _text(site, "/about"))
    return site.with_body("/about", emptied)


def _vision_in_paper(site: Website) -> Website:
    """The vision leaves the page and stands in a paper of the transparency page."""
    without = re.sub(
        r'<div class="card mb-3"><div class="card-body"><h4>วิสัยทัศน์</h4>.*?</div></div>', "", _text(site, "/about")
    )
    words = ("วิสัยทัศน์", "โรงพยาบาลทั่วไปที่ประชาชนล้านนาตะวันออกไว้วางใจ ด้วยบริการที่ปลอดภัยและทันสมัย")
    row = "2. วิสัยทัศน์ พันธกิจ ค่านิยม MOPH</td>"
    head, tail = _text(site, "/ita").split(row)
    paper = Answer(body=Paper((f"# วิสัยทัศน์ พันธกิจ ค่านิยม {OFFICE.name}", *words)))
    return (
        site.with_body("/about", without)
        .with_body("/ita", head + row + tail.replace('href="/about"', f'href="{address("m2-2")}"', 1))
        .with_answer(address("m2-2"), paper)
    )


def _as_divs(text: str) -> str:
    """The tables of the transparency page as divs of a grid."""
    for tag, name in (
        ("table", "grid"),
        ("thead", "g-head"),
        ("tbody", "g-body"),
        ("tr", "g-row"),
        ("th|td", "g-cell"),
    ):
        text = re.sub(rf"<(?:{tag})(?: [^>]*)?>", f'<div class="{name}">', text)
        text = re.sub(rf"</(?:{tag})>", "</div>", text)
    return text


def _bold_heads(text: str) -> str:
    text = re.sub(r"<h[3-5][^>]*>", '<p><b style="font-size:18px">', text)
    return re.sub(r"</h[3-5]>", "</b></p>", text)


def _years_below_each_other(text: str) -> str:
    text = re.sub(r'<ul class="nav nav-pills nav-justified">.*?</ul>', "", text)
    text = text.replace('class="tab-pane fade"', 'class="year-block"').replace(
        'class="collapse" data-parent', "data-x"
    )
    return re.sub(r'<button class="btn btn-link collapsed"[^>]*>(.*?)</button>', r"<span>\1</span>", text)


def _menu_below(text: str) -> str:
    return text.replace(markup.NAV, "").replace('<div class="footer ', f'{markup.NAV}<div class="footer ')


def _with_order(site: Website, masters: int) -> Website:
    order = office.webmaster_order(OFFICE, "298/2567", "19 ธันวาคม พ.ศ. 2567", MASTERS[:masters])
    return site.with_body(address("m1-order"), order)


def _budgets_of_former_years(site: Website) -> Website:
    return site.with_body(address("m2-11"), office.budget(OFFICE, 2567))


def _form_for_duties(site: Website) -> Website:
    form = office.request_form(OFFICE, "หน้าที่และอำนาจของหน่วยงานตามกฎหมายจัดตั้ง", DAY)
    return site.with_body(address("m2-14"), form)


def _with_web_survey(site: Website) -> Website:
    form = (
        '<h5>แบบประเมินความพึงพอใจต่อเว็บไซต์</h5><form method="post" action="/poll">'
        "<p>ท่านพึงพอใจเว็บไซต์โรงพยาบาลเวียงผาคำเพียงใด</p>"
        '<input type="radio" name="p" value="3"> มาก <input type="radio" name="p" value="2"> ปานกลาง '
        '<input type="radio" name="p" value="1"> น้อย <button>ส่งผล</button></form>'
    )
    return site.edited("/contact", "<h5>แผนที่โรงพยาบาล</h5>", form + "<h5>แผนที่โรงพยาบาล</h5>")


MUTATIONS = (
    Mutation("the heading of the mission has nothing below it", _section_emptied, {"1.1.mission": FAIL}),
    Mutation("the vision stands in a paper", _vision_in_paper, {"1.1.vision": PASS}),
    Mutation(
        "the executives' page is under construction",
        lambda site: _rewritten(site, "/executives", "ข้อมูลผู้บริหาร", "<p>อยู่ระหว่างปรับปรุงข้อมูล</p>"),
        {"1.1.executives": FAIL},
    ),
    Mutation("a request form stands in for the duties", _form_for_duties, {"1.1.duties": FAIL}),
    Mutation(
        "only the nation's strategy is given",
        lambda site: site.with_body(address("m2-8"), nation()),
        {"1.1.strategy": FAIL},
    ),
    Mutation("the budget is last year's", _budgets_of_former_years, {"1.1.projects-budget": PARTIAL}),
    Mutation(
        "the announcement is another hospital's",
        lambda site: site.with_body(address("m1-announce"), office.announcement(NEIGHBOUR, "19 ธันวาคม พ.ศ. 2567")),
        {"3.announcement": PARTIAL},  # its own of last year is there
    ),
    Mutation(
        "one web master is appointed", lambda site: _with_order(site, 1), {"3.1.two-webmasters": FAIL_OR_PARTIAL}
    ),
    Mutation(
        "a fax number is added in Thai digits",
        lambda site: site.edited("/contact", "(40 คู่สาย)<br>", "(40 คู่สาย)<br>โทรสาร ๐ ๕๔๙๙ ๗๐๐๙<br>"),
        {"1.1.fax": PASS},
    ),
    Mutation(
        "the map is a strategy map",
        lambda site: site.with_body(
            "/contact",
            re.sub(r"<h5>แผนที่โรงพยาบาล</h5><iframe.*?</iframe>", "<h5>แผนที่ยุทธศาสตร์</h5>", _text(site, "/contact")),
        ),
        {"1.1.map": FAIL},
    ),
    Mutation(
        "the e-mail address is written against robots",
        lambda site: site.edited(
            "/contact", "saraban@viangphakham-hospital.invalid", "saraban (at) viangphakham-hospital (dot) invalid"
        ),
    ),
    Mutation(
        "the service's steps tell no times",
        lambda site: site.with_body(
            "/service",
            re.sub(r"<td>\d+ นาที</td>|<th>ใช้เวลาไม่เกิน</th>", "", _text(site, "/service")),
        ),
        {"1.7.guide-durations": FAIL},
    ),
    Mutation(
        "the service's page answers 500", lambda site: site.with_status(500, "/service"), same(UNVERIFIABLE, *GUIDE)
    ),
    Mutation("a survey without results is offered", _with_web_survey, {"1.10.satisfaction-survey": PASS}),
    Mutation(
        "robots.txt closes the news",
        lambda site: closed_by_robots(site, "/news"),
        same(UNVERIFIABLE, "1.8.jobs", "3.5.training")
        | same(UNVERIFIABLE | PASS, "1.8.news", "1.8.activities", "1.8.procurement-notice", "3.2.expired")
        | same(UNVERIFIABLE | FAIL, "1.1.performance-agreement", "1.1.cio", "1.5.oia-7", "1.5.oia-9")
        | same(PASS | PARTIAL | UNVERIFIABLE, "2.2.period"),
    ),
    Mutation("the rows of the tables are divs", lambda site: site.with_body("/ita", _as_divs(_text(site, "/ita")))),
    Mutation("headings are bold paragraphs", lambda site: on_every_page(site, _bold_heads)),
    Mutation(
        "the years stand below each other",
        lambda site: site.with_body("/ita", _years_below_each_other(_text(site, "/ita"))),
    ),
    Mutation("the menu stands at the bottom", lambda site: on_every_page(site, _menu_below)),
    Mutation("Thai letters are character references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation(
        "words are misspelt as usual",
        lambda site: (
            site.edited_everywhere("คู่มือการปฏิบัติงาน", "คู่มือการปฎิบัติงาน")
            .edited_everywhere("ยุทธศาสตร์ของหน่วยงาน", "ยุทธศาสตรของหน่วยงาน")
            .edited_everywhere("วิสัยทัศน์", "วิสัยทัศ")
            .edited_everywhere("เว็บไซต์ของหน่วยงาน", "เว็ปไซด์ของหน่วยงาน")
        ),
    ),
    Mutation(
        "things carry other usual names",
        lambda site: (
            site.edited_everywhere(
                "แผนการใช้จ่ายงบประมาณประจำปีของหน่วยงาน และผลการใช้จ่ายงบประมาณ", "แผนเงินบำรุง (Planfin)"
            )
            .edited_everywhere("ขั้นตอนการรับบริการ", "ขั้นตอนการให้บริการ")
            .edited_everywhere("รับสมัครงาน", "ข่าวสมัครงาน")
            .edited_everywhere("ประวัติโรงพยาบาล", "ความเป็นมา รพ.")
        ),
    ),
)
