"""What may happen to the site on the rented system."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.findings import Status
from tests.sites import office
from tests.sites.municipal import markup
from tests.sites.municipal.markup import cid
from tests.sites.municipal.papers import DAY, OFFICE, SHARED, STEPS, WEBMASTERS, address
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
    closed_by_robots,
    in_other_code_points,
    on_every_page,
    outside_tags,
    same,
)
from tests.sites.website import Answer

if TYPE_CHECKING:
    from tests.sites.website import Website

MANUAL = ("1.6.manual", "1.6.manual-steps", "1.6.manual-durations", "1.6.manual-download")
GUIDE = ("1.7.guide", "1.7.guide-steps", "1.7.guide-durations", "1.7.guide-download")
COMMITTEE = {"1.5.oia-committee": PASS | FAIL | UNVERIFIABLE}
NEXT_DISTRICT = replace(
    OFFICE,
    name="สำนักงานสาธารณสุขอำเภอวังตะเคียนทอง",
    short="สสอ.วังตะเคียนทอง",
    province="จังหวัดกำแพงเพชร",
    head="นายอุดม ชูศรี",
    head_title="สาธารณสุขอำเภอวังตะเคียนทอง",
)


def _rewritten(site: Website, where: str, title: str, body: str) -> Website:
    return site.with_body(where, markup.page(title, body))


def _real_manual(site: Website) -> Website:
    return site.with_body(address("o14"), office.manual(OFFICE, "การควบคุมโรคติดต่อ", STEPS))


def _another_year(site: Website) -> Website:
    for name in SHARED:
        site = site.with_body(address(name), office.action_plan(OFFICE, 2566))
    return site


def _monthly_in_the_menu(site: Website) -> Website:
    """The table of items is gone from the menu, but not from the site: the start page leads to it."""
    entry = '<li><a href="/index.php?op=oit"><span>การประเมิน ITA (OIT)</span></a></li>'
    banner = '<div class="banner"><a href="/index.php?op=oit"><img src="/images/slide.jpg" alt="ITA 2567"></a></div>'
    return site.edited_everywhere(entry, "").edited("/", "<marquee>", banner + "<marquee>")


def _cards_of_divs(text: str) -> str:
    """The tables as divs, as the system's next version prints them."""
    text = re.sub(r"<t[dh][^>]*>", '<div class="cell">', re.sub(r"</t[dh]>", "</div>", text))
    text = re.sub(r"<tr[^>]*>", '<div class="row">', text).replace("</tr>", "</div>")
    return re.sub(r"<table[^>]*>", '<div class="grid">', text).replace("</table>", "</div>")


def _vision_in_the_district_plan(site: Website) -> Website:
    body = "<p>ยุทธศาสตร์ชาติ 20 ปี ด้านการพัฒนาและเสริมสร้างศักยภาพทรัพยากรมนุษย์</p>"
    return _rewritten(site, cid(2), "วิสัยทัศน์ / ยุทธศาสตร์การพัฒนา", body)


def _another_agency(site: Website) -> Website:
    return site.with_body(address("strategy"), office.strategy(NEXT_DISTRICT, 2566, 2570))


def _scanned_order(site: Website) -> Website:
    order = office.webmaster_order(OFFICE, "31/2566", "20 ธันวาคม พ.ศ. 2566", WEBMASTERS)
    return site.with_body(address("order"), replace(order, scanned=True))


def _times_left_out(site: Website) -> Website:
    return site.with_body(
        address("guide"), office.guide(OFFICE, "การขอหนังสือรับรอง", [(step, "") for step, _ in STEPS])
    )


def _services_closed(site: Website) -> Website:
    site = _rewritten(site, cid(10), "ยื่นคำขอออนไลน์ (e-Service)", "<p>ปิดปรับปรุงชั่วคราว</p>")
    return site.edited(
        cid(11),
        '<form method="post" action="/index.php?op=qa"><textarea name="q"></textarea>'
        '<input type="submit" value="ตั้งคำถาม"></form>',
        "<p>ปิดรับคำถาม</p>",
    )


MUTATIONS = (
    Mutation("the structure's page is gone", lambda site: site.without(cid(13)), {"1.1.structure": FAIL}),
    Mutation(
        "the powers have no data",
        lambda site: _rewritten(site, cid(14), "อำนาจหน้าที่", "<p>ไม่มีข้อมูล</p>"),
        {"1.1.duties": FAIL},
    ),
    Mutation(
        "the general state tells only of the district",
        lambda site: _rewritten(
            site, cid(1), "สภาพทั่วไปและข้อมูลพื้นฐาน", "<p>อำเภอท่าพรหมมีพื้นที่ 320 ตารางกิโลเมตร ประชากร 41,208 คน</p>"
        ),
        {"1.1.history": FAIL},
    ),
    Mutation(
        "only the nation's strategy stands under vision",
        _vision_in_the_district_plan,
        same(FAIL, "1.1.vision", "1.1.mission"),
    ),
    Mutation(
        "items carry abbreviations and English",
        lambda site: (
            site.edited_everywhere("อำนาจหน้าที่", "อำนาจ-หน้าที่")
            .edited_everywhere("กฎหมายที่เกี่ยวข้อง", "กม./ระเบียบ ที่เกี่ยวข้อง (Law)")
            .edited_everywhere("คณะผู้บริหาร", "ทีมผู้บริหาร (Executives)")
        ),
    ),
    Mutation(
        "the items' codes are in Thai digits",
        lambda site: on_every_page(
            site, lambda text: re.sub(r">O(\d+) ", lambda hit: f">O{office.thai_digits(hit[1])} ", text)
        ),
    ),
    Mutation(
        "words are misspelt as usual",
        lambda site: (
            site.edited_everywhere("ประกาศรับสมัครงาน", "ประกาศรับสมัครงานน")
            .edited_everywhere("กฎหมาย", "กฏหมาย")
            .edited_everywhere("แบบสำรวจความพึงพอใจเว็บไซต์", "แบบสำรวจความพึงพอใจเว็ปไซต์")
        ),
    ),
    Mutation("the table of items hangs behind a banner only", _monthly_in_the_menu),
    Mutation("the tables are divs", lambda site: on_every_page(site, _cards_of_divs)),
    Mutation("the manual is a manual", _real_manual, same(PASS, *MANUAL)),
    Mutation(
        "the shared plan is last year's",
        _another_year,
        {"1.1.action-plan": PARTIAL, "1.1.projects-budget": PARTIAL | REVIEW},
    ),
    Mutation("the strategy is another district's", _another_agency, {"1.1.strategy": FAIL_OR_REVIEW}),
    Mutation(
        "the agreement is this year's",
        lambda site: site.with_body(address("pa"), office.agreement(OFFICE, 2567)),
        {"1.1.performance-agreement": PASS},
    ),
    Mutation(
        "the announcement is this year's",
        lambda site: site.with_body(address("announcement"), office.announcement(OFFICE, "25 ธันวาคม พ.ศ. 2566")),
        {"3.announcement": PASS},
    ),
    Mutation(
        "the fax number is gone",
        lambda site: site.edited_everywhere(" โทรสาร 0-5600-0148", "").edited(cid(15), "<br>โทรสาร 0-5600-0148", ""),
        {"1.1.fax": FAIL_OR_REVIEW},
    ),
    Mutation(
        "the e-mail address is told in words",
        lambda site: site.edited(cid(15), '<img src="/images/mail.jpg">', "saraban(at)thaphrom-health.invalid"),
        {"1.1.email": PASS},
    ),
    Mutation(
        "numbers are in Thai digits",
        lambda site: site.edited_everywhere("0-5600-014", "๐-๕๖๐๐-๐๑๔"),
    ),
    Mutation(
        "the map's link is gone",
        lambda site: site.edited(
            cid(15),
            '<p>แผนที่ : <a href="https://maps.app.goo.gl/thaphrom1" target="_blank">เปิดใน Google Maps</a></p>',
            "",
        ),
        {"1.1.map": FAIL_OR_REVIEW},
    ),
    Mutation("the guide tells no times", _times_left_out, {"1.7.guide-durations": FAIL}),
    Mutation(
        "one web master is appointed",
        lambda site: site.with_body(
            address("order"), office.webmaster_order(OFFICE, "31/2566", "20 ธันวาคม พ.ศ. 2566", WEBMASTERS[:1])
        ),
        {"3.1.two-webmasters": FAIL_OR_PARTIAL},
    ),
    Mutation("the order is a scan", _scanned_order, same(REVIEW, "2.1.webmaster-order", "3.1.two-webmasters")),
    Mutation(
        "a memo stands in for the annual report",
        lambda site: site.with_body(address("annual"), office.memo(OFFICE, "รายงานประจำปี 2566", DAY)),
        {"1.1.annual-report": FAIL},
    ),
    Mutation(
        "a request form stands in for the guide",
        lambda site: site.with_body(address("guide"), office.request_form(OFFICE, "คู่มือสำหรับประชาชน", DAY)),
        same(FAIL, *GUIDE),
    ),
    Mutation(
        "requests and questions can no longer be sent",
        _services_closed,
        {"1.9.e-service": frozenset({Status.NOT_APPLICABLE})},
    ),
    Mutation(
        "a vacancy of this month is announced",
        lambda site: (
            site.with_body(
                "/index.php?op=job_detail&id=285",
                markup.page(
                    "ประกาศรับสมัครลูกจ้างชั่วคราว",
                    "รับสมัครตั้งแต่วันที่ 10 - 28 มิถุนายน 2567<div class='postinfo'>เผยแพร่ 7 มิ.ย. 2567</div>",
                ),
            )
            .edited("/index.php?op=job", "24 ส.ค. 2565", "7 มิ.ย. 2567")
            .edited("/index.php?op=job", "รายชื่อผู้มีสิทธิสอบคัดเลือกลูกจ้างชั่วคราว", "ประกาศรับสมัครลูกจ้างชั่วคราว")
        ),
        {"1.8.jobs": PASS},
    ),
    Mutation(
        "robots.txt closes the uploads",
        lambda site: closed_by_robots(site, "/fileupload/"),
        same(
            UNVERIFIABLE,
            "1.1.strategy",
            "1.1.action-plan",
            "1.1.annual-report",
            "1.1.performance-agreement",
            "1.1.performance-report",
            "1.1.projects-budget",
            *MANUAL,
            *GUIDE,
            "2.1.webmaster-order",
            "3.1.two-webmasters",
            "3.announcement",
            "2.2.request-form",
        )
        | same(UNVERIFIABLE | FAIL, "1.1.cio", "1.5.oia-9", "1.10.satisfaction-level")
        | {"1.1.email": UNVERIFIABLE | FAIL_OR_REVIEW}
        | same(UNVERIFIABLE | PASS, "1.8.procurement-result")
        | same(UNVERIFIABLE | frozenset({Status.NOT_APPLICABLE}), "1.7.forms")
        | COMMITTEE,
    ),
    Mutation(
        "the laws' page answers 500",
        lambda site: site.with_status(500, cid(12)),
        same(UNVERIFIABLE, "1.2.laws", "1.2.laws-source"),
    ),
    Mutation(
        "missing addresses answer 200, and the executives' page is gone",
        lambda site: answering_all(site.without(cid(5))),
        {"1.1.executives": FAIL},
    ),
    Mutation("letters are other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))),
    Mutation("Thai letters are character references", lambda site: on_every_page(site, as_entities)),
    Mutation("the header names no charset", lambda site: site.recoded("utf-8", "text/html")),
    Mutation(
        "a print version and an English start page are added",
        lambda site: site.with_answer("/index_en.php", Answer(body=str(site.answers["/"].body))).edited_everywhere(
            '<div id="cssmenu">', '<a href="/index_en.php">EN</a><div id="cssmenu">'
        ),
    ),
    Mutation(
        "an announcer calls a meeting on the budget",
        lambda site: site.edited(
            "/index.php?op=news_detail&id=294",
            "หยุดให้บริการ",
            "หลังการประชุมแผนงาน โครงการ และงบประมาณ ประจำปีงบประมาณ 2567 หยุดให้บริการ",
        ),
    ),
)
