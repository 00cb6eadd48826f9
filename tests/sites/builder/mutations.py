"""What may happen to the page-builder site."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.findings import Status
from tests.sites import office
from tests.sites.builder import markup
from tests.sites.builder.papers import BUYS, DAY, OFFICE, STEPS, WEBMASTERS, address
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
    in_other_code_points,
    on_every_page,
    outside_tags,
    same,
)

if TYPE_CHECKING:
    from tests.sites.website import Website

CHART = ' alt="ผังองค์กร ผู้อำนวยการ กลุ่มการพยาบาล กลุ่มงานการแพทย์ กลุ่มงานเภสัชกรรม กลุ่มงานบริหารทั่วไป กลุ่มงานทันตกรรม"'
LOREM = re.compile(r"<p>Lorem ipsum dolor sit amet, consectetur[^<]*</p>")
ABOUT = re.compile(r'<div id="t1".*?</div>', re.DOTALL)
DUTIES = (
    "<p>โรงพยาบาลทุ่งสายลมมีหน้าที่และอำนาจตามกฎกระทรวงแบ่งส่วนราชการ พ.ศ. 2560 ได้แก่ จัดบริการตรวจรักษาและฟื้นฟูสภาพ "
    "ส่งเสริมสุขภาพและป้องกันโรคในเขตพื้นที่รับผิดชอบ และฝึกอบรมบุคลากรทางการแพทย์</p>"
)
CLOSED = "<p>ปิดรับคำตอบแล้ว แบบประเมินนี้ไม่รับคำตอบอีกต่อไป</p>"
RESULT = (
    "<h3>ผลการประเมินความพึงพอใจต่อเว็บไซต์ ปีงบประมาณ 2567</h3>"
    "<p>ผู้ตอบ 120 คน พึงพอใจมากที่สุด ร้อยละ 61.7 พึงพอใจมาก ร้อยละ 30.0</p>"
)
FRAME = re.compile(r"<iframe src=\"https://docs\.google\.com.*?</iframe>")


def _text(site: Website, where: str) -> str:
    body = site.answers[where].body
    assert isinstance(body, str)
    return body


def _start(site: Website, pattern: re.Pattern[str], new: str) -> Website:
    return site.with_body("/", pattern.sub(new, _text(site, "/")))


def _native(text: str) -> str:
    """The accordions as the browser's own."""
    text = re.sub(
        r'<div class="accordion-item"><button[^>]*>([^<]*)</button><div id="c\d+"[^>]*>',
        r"<details><summary>\1</summary><div>",
        text,
    )
    return re.sub(r"(<details>.*?)</div></div>(?=<details>|</div>)", r"\1</div></details>", text)


def _renamed_boxes(text: str) -> str:
    """The same boxes of another builder."""
    text = (
        text.replace("elementor-", "wixui-")
        .replace("<section id=", "<div data-mesh-id=")
        .replace("</section>", "</div>")
    )
    return re.sub(
        r"<h2 class=\"wixui-heading-title\">(.*?)</h2>",
        r'<div class="h2" role="heading" aria-level="2">\1</div>',
        text,
    )


def _this_years_summaries(site: Website) -> Website:
    for number, month in enumerate(office.FISCAL_MONTHS[4:8], 9):
        paper = office.monthly_procurement(OFFICE, month, 2567, BUYS)
        site = site.with_body(address(f"skr66-{number}"), paper)
        old = f"สขร.1 {office.FISCAL_MONTHS[number - 1]} 2566"
        site = site.edited("/moph-ita", old, f"สขร.1 {month} 2567")
    return site.edited("/moph-ita", "(ปีงบประมาณ 2566)", "(ปีงบประมาณ 2567)")


def _typed_order(site: Website, names: tuple[tuple[str, str], ...]) -> Website:
    return site.with_body(address("order"), office.webmaster_order(OFFICE, "88/2566", "21 ธันวาคม พ.ศ. 2566", names))


def _another_hospital(site: Website) -> Website:
    other = replace(
        OFFICE,
        name="โรงพยาบาลเขาแหลมทอง",
        short="รพ.เขาแหลมทอง",
        province="จังหวัดตราด",
        head="นายแพทย์ศักดา พูนผล",
        head_title="ผู้อำนวยการโรงพยาบาลเขาแหลมทอง",
        superior="นายแพทย์สาธารณสุขจังหวัดตราด",
    )
    return site.with_body(address("pa"), office.agreement(other, 2567))


def _timed_manual(site: Website) -> Website:
    return site.with_body(address("sop"), office.manual(OFFICE, "งานอุบัติเหตุและฉุกเฉิน", STEPS))


def _desktop_menu_only(text: str) -> str:
    return re.sub(r'<nav class="elementor-nav-menu--dropdown".*?</nav>', "", text)


MUTATIONS = (
    Mutation(
        "the story is gone",
        lambda site: _start(site, ABOUT, '<div id="t1" role="tabpanel"></div>'),
        {"1.1.history": FAIL},
    ),
    Mutation(
        "the story is filler text",
        lambda site: _start(
            site,
            ABOUT,
            '<div id="t1" role="tabpanel"><p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p></div>',
        ),
        {"1.1.history": FAIL},
    ),
    Mutation("the chart's picture says nothing", lambda site: site.edited("/", CHART, ""), {"1.1.structure": REVIEW}),
    Mutation("the scope of work is told", lambda site: _start(site, LOREM, DUTIES), {"1.1.duties": PASS}),
    Mutation(
        "no information officer is named",
        lambda site: site.edited("/", "<p>ผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (DCIO)</p>", ""),
        {"1.1.cio": FAIL},
    ),
    Mutation(
        "the plan is last year's behind this year's button",
        lambda site: site.with_body(address("plan"), office.action_plan(OFFICE, 2566)),
        {"1.1.action-plan": PARTIAL | REVIEW},
    ),
    Mutation(
        "a memo stands in for the agreement",
        lambda site: site.with_body(address("pa"), office.memo(OFFICE, "คำรับรองการปฏิบัติราชการ 2567", DAY)),
        {"1.1.performance-agreement": FAIL},
    ),
    Mutation("the agreement is another hospital's", _another_hospital, {"1.1.performance-agreement": FAIL_OR_REVIEW}),
    Mutation(
        "the fax number is gone",
        lambda site: site.edited_everywhere(" &nbsp; F. 0 7700 0189", ""),
        {"1.1.fax": FAIL},
    ),
    Mutation("the map is gone", lambda site: site.edited_everywhere(markup.MAP, ""), {"1.1.map": FAIL}),
    Mutation(
        "the e-mail address is a link",
        lambda site: site.edited_everywhere(
            "saraban [at] thungsailom-hosp.invalid",
            '<a href="mailto:saraban@thungsailom-hosp.invalid">saraban@thungsailom-hosp.invalid</a>',
        ),
    ),
    Mutation("numbers are in Thai digits", lambda site: site.edited_everywhere("0 7700 018", "๐ ๗๗๐๐ ๐๑๘")),
    Mutation("the manual tells times", _timed_manual, {"1.6.manual-durations": PASS}),
    Mutation(
        "the guide's steps tell no times",
        lambda site: _start(site, re.compile(r" ใช้เวลา \d+ นาที"), ""),
        {"1.7.guide-durations": FAIL},
    ),
    Mutation(
        "the order has text",
        lambda site: _typed_order(site, WEBMASTERS),
        same(PASS, "2.1.webmaster-order", "3.1.two-webmasters"),
    ),
    Mutation(
        "the order has text and one name",
        lambda site: _typed_order(site, WEBMASTERS[:1]),
        {"2.1.webmaster-order": PASS, "3.1.two-webmasters": FAIL | PARTIAL},
    ),
    Mutation(
        "the summaries are this year's",
        _this_years_summaries,
        same(PASS, "1.5.oia-committee", "1.8.procurement-result"),
    ),
    Mutation(
        "the form about the website is closed",
        lambda site: site.with_body("/feedback", FRAME.sub(CLOSED, _text(site, "/feedback"))),
        {"1.10.satisfaction-survey": FAIL},
    ),
    Mutation(
        "the form's result is shown",
        lambda site: site.edited("/feedback", "<h3>แบบประเมิน", f"{RESULT}<h3>แบบประเมิน"),
        {"1.10.satisfaction-level": PASS},
    ),
    Mutation(
        "no queue can be taken",
        lambda site: site.with_body("/queue", markup.page("จองคิวออนไลน์", "<p>เร็ว ๆ นี้ Coming soon</p>")),
        {"1.9.e-service": frozenset({Status.NOT_APPLICABLE})},
    ),
    Mutation(
        "the laws' page answers 500",
        lambda site: site.with_status(500, "/laws"),
        same(UNVERIFIABLE, "1.2.laws", "1.2.laws-source"),
    ),
    Mutation(
        "robots.txt closes the yearly page",
        lambda site: closed_by_robots(site, "/moph-ita"),
        same(
            UNVERIFIABLE,
            "1.5.oia-committee",
            "1.8.procurement-result",
            "2.1.webmaster-order",
            "2.2.request-form",
            "3.1.two-webmasters",
            "3.announcement",
        )
        | same(
            UNVERIFIABLE | FAIL, "1.1.duties", "1.5.oia-7", "1.5.oia-9", "1.10.satisfaction-level", "2.2.file-size"
        )
        | same(UNVERIFIABLE | PARTIAL, "2.2.file-type"),  # two of the nine that are left name theirs
    ),
    Mutation(
        "missing addresses answer 200, and the vacancies are gone",
        lambda site: answering_all(site.without("/careers")),
        {"1.8.jobs": FAIL},
    ),
    Mutation("the accordions are native", lambda site: on_every_page(site, _native)),
    Mutation("another builder's boxes", lambda site: on_every_page(site, _renamed_boxes)),
    Mutation("the menu stands once", lambda site: on_every_page(site, _desktop_menu_only)),
    Mutation("letters are other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))),
    Mutation("Thai letters are character references", lambda site: on_every_page(site, as_entities)),
    Mutation("the header names no charset", lambda site: site.recoded("utf-8", "text/html")),
    Mutation(
        "usual other names",
        lambda site: (
            site.edited_everywhere("Our Story", "ประวัติ รพ.")
            .edited_everywhere("จองคิวออนไลน์", "นัดหมายออนไลน์")
            .edited_everywhere("ร่วมงานกับเรา", "สมัครงาน (Job)")
            .edited_everywhere("Strategic Plan 2566-2570", "แผนกลยุทธ์ 2566-2570")
        ),
    ),
    Mutation(
        "words are misspelt as usual",
        lambda site: (
            site.edited_everywhere("ข้อกฎหมาย", "ข้อกฏหมาย")
            .edited_everywhere("ดาวน์โหลด", "ดาวโหลด")
            .edited_everywhere("เว็บไซต์", "เว็ปไซด์")
        ),
    ),
    Mutation(
        "a post mentions what is not there",
        lambda site: site.edited(
            "/gallery/1", "เจ้าหน้าที่ร่วม", "หลังประชุมหน้าที่และอำนาจของหน่วยงาน และข้อมูลตามมาตรา 9 เจ้าหน้าที่ร่วม"
        ),
    ),
    Mutation(
        "the footer stands above the sections",
        lambda site: on_every_page(
            site, lambda text: text.replace(markup.FOOTER, "").replace("</header>", f"</header>{markup.FOOTER}")
        ),
    ),
)
