"""What may happen to the Joomla 4 site."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.findings import Status
from tests.sites import office
from tests.sites.joomla4 import article_pages
from tests.sites.joomla4.markup import FOOTER, HEADER
from tests.sites.joomla4.papers import OFFICE, downloads, tree_address, webmasters
from tests.sites.mutation import (
    FAIL,
    FAIL_OR_PARTIAL,
    FAIL_OR_REVIEW,
    PARTIAL,
    PASS,
    REVIEW,
    UNVERIFIABLE,
    Mutation,
    as_entities,
    closed_by_robots,
    in_other_code_points,
    on_every_page,
    outside_tags,
    same,
)
from tests.sites.website import Answer, Website

if TYPE_CHECKING:
    from tests.sites.papers import Paper

FILES = {file.alias: file.address for file in downloads()}
MANUAL = ("1.6.manual", "1.6.manual-steps", "1.6.manual-durations", "1.6.manual-download")
NEIGHBOUR = replace(
    OFFICE,
    name="โรงพยาบาลเวียงคำ",
    short="รพ.เวียงคำ",
    province="อำเภอเวียงคำ จังหวัดแพร่",
    head="แพทย์หญิงกมลา วังวล",
    head_title="ผู้อำนวยการโรงพยาบาลเวียงคำ",
)
UNITS = "สาธารณสุขอำเภอ กลุ่มงานบริหาร กลุ่มงานพัฒนายุทธศาสตร์ กลุ่มงานวิชาการ กลุ่มงานคุ้มครองผู้บริโภค รพ.สต. 8 แห่ง"


def _addresses(address: str, slug: str) -> tuple[str, ...]:
    return tuple(article_pages(address, "", "", slug, ""))


def _gone(site: Website, address: str, slug: str) -> Website:
    return site.without(*_addresses(address, slug))


def _rewritten(site: Website, address: str, slug: str, title: str, body: str) -> Website:
    for where, page in article_pages(address, title, "3 พฤศจิกายน 2565", slug, body).items():
        site = site.with_body(where, page)
    return site


def _chart(alt: str) -> Mutation:
    image = f'<p><img src="/images/chart.png"{alt}></p>'
    name = "the chart is a picture" + (" that tells its words" if alt else "")

    def apply(site: Website) -> Website:
        site = site.with_answer("/images/chart.png", Answer.picture("chart.png", "ผังองค์กร"))
        return _rewritten(site, "/index.php/about-us/chart", "13-chart", "ผังองค์กร", image)

    return Mutation(name, apply, {"1.1.structure": PASS if alt else REVIEW})


def _paper(site: Website, address: str, paper: Paper) -> Website:
    return site.with_body(address, paper)


def _contact_in_footer(site: Website) -> Website:
    where = "77 หมู่ 5 ตำบลห้วยทรายทอง อำเภอห้วยทรายทอง จังหวัดน่าน 55990 โทร. 0 5400 0170"
    site = _gone(site, "/index.php/contact-us", "18-contact")
    entry = '<li class="nav-item item-180"><a href="/index.php/contact-us">ช่องทางการติดต่อ</a></li>'
    foot = FOOTER.replace("<p>", f"<p>{where}</p><p>")
    return site.edited_everywhere(entry, "").edited_everywhere(FOOTER, foot)


def _guide_without_times(site: Website) -> Website:
    steps = (("ยื่นคำขอ", ""), ("ตรวจสอบเอกสาร", ""), ("ตรวจสถานที่", ""))
    site = on_every_page(site, lambda text: re.sub(r" ใช้เวลา \d+ (?:นาที|วันทำการ)", "", text))
    return site.with_body(
        "/images/files/guide-clinic.pdf", office.guide(OFFICE, "การขออนุญาตประกอบกิจการสถานพยาบาล", steps)
    )


def _without_source(text: str) -> str:
    return re.sub(r" \(ราชกิจจานุเบกษา [^)]*\)", "", text).replace("gazette.invalid", "files.invalid")


def _about_services(text: str) -> str:
    for old, new in (
        ("ประเมินเว็บไซต์", "ประเมินการให้บริการ"),
        ("ความพึงพอใจต่อเว็บไซต์สำนักงาน", "ความพึงพอใจต่อการให้บริการของสำนักงาน"),
        ("ท่านพอใจเว็บไซต์นี้เพียงใด", "ท่านพอใจการให้บริการเพียงใด"),
        ("ผู้ใช้เว็บไซต์", "ผู้รับบริการ"),
        ("มีความพึงพอใจต่อเว็บไซต์โดยรวม", "มีความพึงพอใจต่อการให้บริการโดยรวม"),
    ):
        text = text.replace(old, new)
    return text


def _menu_at_the_bottom(site: Website) -> Website:
    return on_every_page(site, lambda text: text.replace(HEADER, "").replace(FOOTER, HEADER + FOOTER))


def _bold_headings(text: str) -> str:
    return re.sub(r'<h2 itemprop="headline">(.*?)</h2>', r"<p><strong>\1</strong></p>", text)


def _lists_as_tables(site: Website) -> Website:
    def edit(text: str) -> str:
        return re.sub(
            r'<div class="catItemView groupLeading"><div class="catItemHeader"><span class="catItemDateCreated">'
            r'(.*?)</span><h3 class="catItemTitle">(.*?)</h3><span class="catItemAuthor">(.*?)</span></div>'
            r'<div class="catItemReadMore">.*?</div></div>',
            r"<table class='category table'><tr><td>\2</td><td>\3</td><td>\1</td></tr></table>",
            text,
        )

    return on_every_page(site, edit)


def _accordion_as_tabs(site: Website) -> Website:
    page = site.answers["/index.php/ita/ita-2567"].body
    assert isinstance(page, str)
    page = re.sub(
        r'<div class="accordion-item"><h2 class="accordion-header"><button[^>]*>(.*?)</button></h2>',
        r"<div><h4>\1</h4>",
        page,
    )
    return site.with_body("/index.php/ita/ita-2567", page.replace("accordion-collapse collapse", "tab-pane fade"))


def _other_names(site: Website) -> Website:
    for old, new in (
        ("สายตรงผู้บริหาร", "คณะผู้บริหาร"),
        ("ผังองค์กร", "แผนภูมิองค์กร"),
        ("บทบาทภารกิจ", "หน้าที่และอำนาจ"),
        ("สุขภาพน่ารู้", "คลังความรู้สุขภาพ"),
        ("เว็บลิงค์", "หน่วยงานที่เกี่ยวข้อง"),
        ("Visitors", "สถิติผู้เยี่ยมชม"),
    ):
        site = site.edited_everywhere(old, new)
    return site


def _misspelt(site: Website) -> Website:
    for old, new in (
        ("มาตรฐานการให้บริการ", "มาตราฐานการให้บริการ"),
        ("ระเบียบ พรบ.", "กฏหมาย ระเบียบ พรบ."),
        ("คณะทำงานเว็ปไซต์", "คณะทำงานเว็ปไซด์"),
        ("ช่องทางการติดต่อ", "ช่องทางการติด่อ"),
    ):
        site = site.edited_everywhere(old, new)
    return site


MUTATIONS = (
    Mutation(
        "the duties are gone",
        lambda site: _gone(site, "/index.php/about-us/role", "17-role"),
        {"1.1.duties": FAIL},
    ),
    Mutation(
        "the direction is a heading only",
        lambda site: _rewritten(
            site, "/index.php/about-us/direction", "12-direction", "ทิศทางองค์กร", "<h3>Vision</h3>"
        ),
        same(FAIL, "1.1.vision", "1.1.mission"),
    ),
    _chart(""),
    _chart(f' alt="ผังองค์กร : {UNITS}"'),
    Mutation(
        "the agreement has text",
        lambda site: _paper(site, FILES["pa-67"], office.agreement(OFFICE, 2567)),
        {"1.1.performance-agreement": PASS},
    ),
    Mutation(
        "this year's plan is last year's",
        lambda site: _paper(site, FILES["action-67"], office.action_plan(OFFICE, 2566)),
        {"1.1.action-plan": PARTIAL | REVIEW},
    ),
    Mutation(
        "the results are of this year's first half",
        lambda site: _paper(site, FILES["sar-65"], office.performance_report(OFFICE, 2567)).edited_everywhere(
            "ผลการปฏิบัติราชการ 12 เดือน ปี 65", "ผลการปฏิบัติราชการ 6 เดือน ปี 67"
        ),
        {"1.1.performance-report": PASS},
    ),
    Mutation(
        "there is no fax",
        lambda site: site.edited_everywhere("<tr><th>แฟ็กซ์</th><td>0 5400 0172</td></tr>", ""),
        {"1.1.fax": FAIL},
    ),
    Mutation("numbers are in Thai digits", lambda site: site.edited_everywhere("0 5400 0170", "๐ ๕๔๐๐ ๐๑๗๐")),
    Mutation(
        "the address is a plain link",
        lambda site: on_every_page(
            site,
            lambda text: re.sub(
                r"<joomla-hidden-mail.*?</joomla-hidden-mail>",
                '<a href="mailto:saraban@huaisaithong-health.invalid">saraban@huaisaithong-health.invalid</a>',
                text,
            ),
        ),
        {"1.1.email": PASS},
    ),
    Mutation(
        "one web master only",
        lambda site: _paper(site, tree_address("m1-2"), webmasters(("นายเกรียงไกร สุทธะ",))),
        {"3.1.two-webmasters": FAIL_OR_PARTIAL},
    ),
    Mutation("things carry other usual names", _other_names),
    Mutation("words are misspelt as usual", _misspelt),
    Mutation("the guide tells no times", _guide_without_times, {"1.7.guide-durations": FAIL}),
    Mutation(
        "the survey's result is gone",
        lambda site: _gone(site, "/index.php/website-survey-result", "25-survey-result"),
        {"1.10.satisfaction-level": FAIL},
    ),
    Mutation(
        "robots.txt closes the downloads",
        lambda site: closed_by_robots(site, "/index.php/downloads"),
        same(
            UNVERIFIABLE,
            "1.1.strategy",
            "1.1.annual-report",
            "1.1.performance-agreement",
            "1.1.performance-report",
            *MANUAL,
        )
        | same(UNVERIFIABLE | PARTIAL | REVIEW, "1.1.action-plan", "1.1.projects-budget")
        | same(UNVERIFIABLE | PASS, "1.5.oia-committee")
        | same(UNVERIFIABLE | {Status.NOT_APPLICABLE}, "1.7.forms")
        | same(UNVERIFIABLE | FAIL, "2.2.file-type", "2.2.file-size"),
    ),
    Mutation(
        "the complaint form answers 503",
        lambda site: site.with_status(503, *_addresses("/index.php/complaint-online", "23-complaint")),
        {"1.9.e-service": UNVERIFIABLE},
    ),
    Mutation("robots.txt closes the printer's copies", lambda site: closed_by_robots(site, "/*?tmpl=component")),
    Mutation("the header names no charset", lambda site: site.recoded("utf-8", "text/html")),
    Mutation("the lists are tables", _lists_as_tables),
    Mutation("the accordion is a set of tabs", _accordion_as_tabs),
    Mutation(
        "the strategy is a hospital's of another province",
        lambda site: _paper(site, FILES["strategic"], office.strategy(NEIGHBOUR, 2566, 2570)),
        {"1.1.strategy": FAIL_OR_REVIEW},
    ),
    Mutation("Thai letters are character references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation(
        "the announcement is last year's",
        lambda site: _paper(site, tree_address("m1-3"), office.announcement(OFFICE, "22 ธันวาคม พ.ศ. 2565")),
        {"3.announcement": PARTIAL},
    ),
    Mutation(
        "the laws name no source",
        lambda site: on_every_page(site, _without_source),
        {"1.2.laws-source": FAIL_OR_PARTIAL},
    ),
    Mutation(
        "where the office stands is told in the footer only",
        _contact_in_footer,
        same(FAIL, "1.1.fax", "1.1.map", "1.1.email") | same(PASS, "1.1.contact"),
    ),
    Mutation(
        "nobody is appointed DCIO yet",
        lambda site: _rewritten(site, "/index.php/about-us/dcio", "16-dcio", "DCIO", "<p>อยู่ระหว่างดำเนินการแต่งตั้ง</p>"),
        {"1.1.cio": FAIL},
    ),
    Mutation(
        "the only fax is the designer's",
        lambda site: site.edited_everywhere("<tr><th>แฟ็กซ์</th><td>0 5400 0172</td></tr>", "").edited_everywhere(
            "โทร 089-000-0000", "โทร 089-000-0000 แฟกซ์ 0 5400 0999"
        ),
        {"1.1.fax": FAIL_OR_REVIEW},
    ),
    Mutation(
        "the survey asks about the office's services",
        lambda site: on_every_page(site, _about_services),
        same(FAIL, "1.10.satisfaction-survey", "1.10.satisfaction-level"),
    ),
    Mutation(
        "the guide's file is gone",
        lambda site: site.without("/images/files/guide-clinic.pdf"),
        {"1.7.guide-download": FAIL},
    ),
    Mutation(
        "runners are sought, no staff",
        lambda site: site.edited_everywhere(
            "ประกาศคัดเลือกบุคคลเพื่อจ้างเหมาบริการตำแหน่งพนักงานขับรถยนต์", "รับสมัครนักวิ่งการกุศล"
        ).edited_everywhere("ผู้สนใจยื่นใบสมัครได้", "ผู้สนใจสมัครวิ่งได้"),
        {"1.8.jobs": FAIL},
    ),
    Mutation(
        "letters are in other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))
    ),
    Mutation("the menu stands at the bottom", _menu_at_the_bottom),
    Mutation("headings are bold lines", lambda site: on_every_page(site, _bold_headings)),
)
