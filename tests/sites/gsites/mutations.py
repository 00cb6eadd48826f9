"""What may happen to the district office's site."""

from __future__ import annotations

import re

from tests.sites import office
from tests.sites.gsites import markup
from tests.sites.gsites.papers import BASE, MASTERS, OFFICE
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
from tests.sites.website import Answer, Website

GUIDE = ("1.7.guide", "1.7.guide-steps", "1.7.guide-durations")
MANUAL = ("1.6.manual", "1.6.manual-steps", "1.6.manual-durations", "1.6.manual-download")
ORDER = ("2.1.webmaster-order", "3.1.two-webmasters")
FILES = f"{BASE}/_files"


def _at(address: str) -> str:
    return f"{BASE}/{address}"


def _rewritten(site: Website, address: str, title: str, body: str) -> Website:
    return site.with_body(_at(address), markup.page(title, body))


def _without_page(site: Website, address: str) -> Website:
    """A page, its menu entry and its buttons are gone."""
    place = re.escape(_at(address))
    entry = rf'<li class="[^"]*">(?:(?!</li>).)*href="{place}"(?:(?!</li>).)*</li>'
    button = (
        rf'<div class="U26fgb[^>]*><a [^>]*href="{place}"[^>]*><div class="NsaAfc"><p[^>]*>.*?</p></div></a></div>'
    )
    site = site.without(_at(address))
    return on_every_page(site, lambda text: re.sub(button, "", re.sub(entry, "", text)))


def _rehashed(text: str) -> str:
    """Another release of the builder: every class has another name."""
    return re.sub(
        r'class="([^"]*)"', lambda found: f'class="{" ".join("k" + name[::-1] for name in found[1].split())}"', text
    )


def _native_groups(text: str) -> str:
    return re.sub(
        r'<div class="oKdM2c ZZyype".*?<strong>(.*?)</strong>.*?<div class="qyUVre"[^>]*>',
        r"<details><summary>\1</summary><div>",
        text,
    ).replace("<!--fold--></div></div>", "</div></details>")


def _vision_typed(site: Website) -> Website:
    body = (
        "<h2>วิสัยทัศน์</h2><p>คนวังตะกูสุขภาพดี ชุมชนเข้มแข็ง หน่วยบริการมีคุณภาพ</p><hr><h2>พันธกิจ</h2>"
        "<p>1. ส่งเสริมให้ประชาชนดูแลสุขภาพตนเองได้</p><p>2. พัฒนาศักยภาพ รพ.สต. ทุกแห่งให้ได้มาตรฐาน</p>"
    )
    return _rewritten(site, "เกยวกบเรา/วสยทศน", "วิสัยทัศน์ พันธกิจ", body)


def _manual_given(site: Website) -> Website:
    steps = [("รับแจ้งผู้ป่วย", "30 นาที"), ("ลงสอบสวนโรค", "3 ชั่วโมง"), ("พ่นสารเคมีกำจัดยุง", "1 วัน")]
    paper = Answer(body=office.manual(OFFICE, "การควบคุมโรคไข้เลือดออก", steps))
    page = "[[file:manual|ดาวน์โหลดคู่มือการปฏิบัติงานควบคุมโรค]]"
    return _rewritten(site, "บรการ/คมอ", "คู่มือปฏิบัติงาน", page).with_answer(f"{FILES}/manual.pdf", paper)


def _order(site: Website, masters: int) -> Website:
    order = office.webmaster_order(OFFICE, "45/2568", "22 ธันวาคม พ.ศ. 2568", MASTERS[:masters])
    return site.with_body(f"{FILES}/69-m1-order.pdf", order)


def _with_fax(site: Website) -> Website:
    return site.edited(_at("ตดตอเรา"), "โทรศัพท์ ๐ ๕๖๙๙ ๘๑๒๓", "โทรศัพท์ ๐ ๕๖๙๙ ๘๑๒๓ โทรสาร ๐ ๕๖๙๙ ๘๑๒๔")


def _strategy_of_the_unit(site: Website) -> Website:
    """The plan goes; a page about the group for strategy stays."""
    body = "<h2>กลุ่มงานยุทธศาสตร์</h2><p>หัวหน้ากลุ่มงาน นางพรทิพย์ ใจดี รับผิดชอบงานข้อมูลข่าวสาร งานแผน และงานประเมินผล</p>"
    return (
        _rewritten(site, "เกยวกบเรา/แผน", "กลุ่มงานยุทธศาสตร์", body)
        .edited_everywhere(">แผนและยุทธศาสตร์<", ">กลุ่มงานยุทธศาสตร์<")
        .edited_everywhere('title="แผนและยุทธศาสตร์"', 'title="กลุ่มงานยุทธศาสตร์"')
    )


MUTATIONS = (
    Mutation(
        "the history is gone with its links",
        lambda site: _without_page(site, "เกยวกบเรา/ประวต"),
        {"1.1.history": FAIL},
    ),
    Mutation(
        "the duties' group holds nothing",
        lambda site: _rewritten(site, "เกยวกบเรา/อำนาจหนาท", "อำนาจและหน้าที่", "[[fold:อำนาจหน้าที่ตามกฎหมาย]][[/fold]]"),
        {"1.1.duties": FAIL},
    ),
    Mutation("the vision is typed", _vision_typed, {"1.1.vision": PASS}),
    Mutation("classes have other names", lambda site: on_every_page(site, _rehashed)),
    Mutation("groups are native", lambda site: on_every_page(site, _native_groups)),
    Mutation("the manual is a file of the site", _manual_given, same(PASS, *MANUAL)),
    Mutation("the order can be read", lambda site: _order(site, 2), same(PASS, *ORDER)),
    Mutation(
        "the order can be read and names one",
        lambda site: _order(site, 1),
        {"2.1.webmaster-order": PASS, "3.1.two-webmasters": FAIL_OR_PARTIAL},
    ),
    Mutation("a fax number is added", _with_fax, {"1.1.fax": PASS}),
    Mutation(
        "the e-mail address is gone",
        lambda site: site.edited(_at("ตดตอเรา"), "E-mail: sso.wangtaku[at]moph.invalid", "E-mail: -"),
        {"1.1.email": FAIL},
    ),
    Mutation(
        "the map is of the district's diseases",
        lambda site: site.edited(
            _at("ตดตอเรา"),
            "https://www.google.com/maps/embed/v1/place?q=place_id:ChIJx&key=x",
            "https://disease.invalid/chart",
        ).edited(_at("ตดตอเรา"), "Map, สำนักงานสาธารณสุขอำเภอวังตะกู", "แผนที่โรคไข้เลือดออก"),
        {"1.1.map": FAIL},
    ),
    Mutation(
        "the announcement is its own",
        lambda site: site.with_body(f"{FILES}/69-m1-ann.pdf", office.announcement(OFFICE, "24 ธันวาคม พ.ศ. 2568")),
        {"3.announcement": PASS},
    ),
    Mutation(
        "the plan's label says 2569, the paper 2568",
        lambda site: site.with_body(f"{FILES}/69-m2-9.pdf", office.action_plan(OFFICE, 2568)),
        {"1.1.action-plan": PARTIAL | REVIEW},
    ),
    Mutation(
        "results of the whole year 2568 are there",
        lambda site: site.with_body(
            f"{FILES}/67-sar.pdf", office.performance_report(OFFICE, 2568, "รอบ 12 เดือน")
        ).edited(_at("ita/ita-2567"), "รายงานผลการปฏิบัติราชการ ปี 2567", "รายงานผลการปฏิบัติราชการ ปี 2568"),
        {"1.1.performance-report": PASS},
    ),
    Mutation(
        "strategy is only a group's name",
        _strategy_of_the_unit,
        {"1.1.strategy": FAIL, "1.1.projects-budget": FAIL_OR_REVIEW},
    ),
    Mutation(
        "the service standard tells no times",
        lambda site: site.with_body(
            _at("บรการ/ขนตอน"),
            re.sub(r" (?:ใช้เวลา|ภายใน) \d+ (?:นาที|ชั่วโมง|วันทำการ)", "", str(site.answers[_at("บรการ/ขนตอน")].body)),
        ),
        {"1.7.guide-durations": FAIL},
    ),
    Mutation(
        "the results are of the health centres",
        lambda site: (
            site.edited_everywhere("ความพึงพอใจที่มีต่อเว็บไซต์ สสอ.วังตะกู", "ความพึงพอใจของผู้รับบริการ รพ.สต.")
            .edited_everywhere("ความพึงพอใจภาพรวมต่อเว็บไซต์", "ความพึงพอใจภาพรวม")
            .edited_everywhere("ผลประเมินเว็บไซต์", "ผลประเมินการให้บริการ")
        ),
        {"1.10.satisfaction-level": FAIL},
    ),
    Mutation(
        "robots.txt closes the files",
        lambda site: closed_by_robots(site, "/view/wangtaku-sso/_files/"),
        same(
            UNVERIFIABLE,
            "1.1.action-plan",
            "1.1.performance-agreement",
            "1.1.performance-report",
            *ORDER,
            "3.announcement",
            "2.2.request-form",
        )
        | same(UNVERIFIABLE | PASS, "1.5.oia-committee", "1.8.procurement-notice", "1.8.procurement-result")
        | same(UNVERIFIABLE | FAIL, "1.1.annual-report", "1.1.cio", "1.7.guide-download")
        | same(UNVERIFIABLE | PARTIAL | PASS | FAIL, "2.2.current", "2.2.period"),
    ),
    Mutation("the e-mail is written with a round mark", lambda site: site.edited(_at("ตดตอเรา"), "[at]", "(at)")),
    Mutation("Thai letters are character references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation(
        "sara am and sara ae are typed in two", lambda site: on_every_page(site, outside_tags(in_other_code_points))
    ),
    Mutation("unknown addresses answer 200", answering_all),
    Mutation(
        "things carry other usual names",
        lambda site: (
            site.edited_everywhere("ทำเนียบบุคลากร", "ทำเนียบผู้บริหาร")
            .edited_everywhere("มาตรฐานการให้บริการ", "ขั้นตอนการให้บริการ")
            .edited_everywhere("อินโฟกราฟฟิก", "สุขภาพน่ารู้")
            .edited_everywhere("ประวัติ สสอ.", "ความเป็นมา สสอ.")
        ),
    ),
    Mutation(
        "the neighbour is gone", lambda site: site.without("/view/nongsai-sso/หนาแรก", "/view/nongsai-sso/ตดตอ")
    ),
)
