"""What may happen to the provincial office's site."""

from __future__ import annotations

import re

from auditor.findings import Status
from tests.sites import office
from tests.sites.dnn import markup
from tests.sites.dnn.papers import DAY, OFFICE, ticket
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
    on_every_page,
    outside_tags,
    same,
)
from tests.sites.office import thai_digits
from tests.sites.papers import Paper
from tests.sites.website import Answer, Website

GUIDE = ("1.7.guide", "1.7.guide-steps", "1.7.guide-download")
DIRECTION = ("1.1.vision", "1.1.mission")
MISSING = (
    "1.1.duties",
    "1.1.strategy",
    "1.1.projects-budget",
    "1.1.performance-report",
    "1.5.oia-7",
    "1.5.oia-9",
    "1.6.manual",
    "1.6.manual-steps",
    "1.6.manual-durations",
    "1.6.manual-download",
    "1.7.guide-durations",
    "1.10.satisfaction-level",
    "1.10.satisfaction-survey",
    "3.5.training",
)
NOT_APPLICABLE = frozenset({Status.NOT_APPLICABLE})
PLACE = "0-4299-7100"


def _page(number: int) -> str:
    return markup.tab(number)


def _body(site: Website, number: int) -> str:
    body = site.answers[_page(number)].body
    assert isinstance(body, str)
    return body


def _rewritten(site: Website, number: int, title: str, body: str) -> Website:
    return site.with_body(
        _page(number), markup.page(title, f'<span class="Head">{title}</span><div class="Normal">{body}</div>')
    )


def _listed_files(site: Website) -> Website:
    """A head row of td and bold letters instead of th."""
    return on_every_page(site, lambda text: re.sub(r"<th\b[^>]*>(.*?)</th>", r"<td><b>\1</b></td>", text))


def _budget_told(site: Website) -> Website:
    return site.with_body(ticket("m2bud", 83), office.budget(OFFICE, 2568))


def _own_strategy(site: Website) -> Website:
    paper = Answer(body=office.strategy(OFFICE, 2566, 2570))
    address = ticket("strategy", 66).replace("&", "&amp;")
    link = f'<li><a href="{address}">แผนยุทธศาสตร์สุขภาพจังหวัด ปี 66 - 70</a></li></ul></div>'
    return site.edited(_page(66), "</ul></div>", link).with_answer(ticket("strategy", 66), paper)


def _duties_of_the_office(site: Website) -> Website:
    body = (
        "<p>สำนักงานสาธารณสุขจังหวัดหินลาด มีหน้าที่และอำนาจตามกฎกระทรวงแบ่งส่วนราชการสำนักงานปลัดกระทรวงสาธารณสุข พ.ศ. 2560 "
        "ดังนี้</p>"
        "<p>(1) จัดทำแผนยุทธศาสตร์ด้านสุขภาพในเขตพื้นที่จังหวัด<br />(2) ดำเนินการและให้บริการด้านการแพทย์และสาธารณสุข<br />"
        "(3) กำกับ ดูแล ประเมินผลและสนับสนุนการปฏิบัติงานของหน่วยงานสาธารณสุขในเขตพื้นที่จังหวัด</p>"
    )
    return _rewritten(site, 65, "อำนาจหน้าที่", body)


def _others_announcement(site: Website) -> Website:
    paper = site.answers[ticket("m1ann", 83)].body
    assert isinstance(paper, Paper)
    lines = tuple(line.replace("จังหวัดหินลาด", "จังหวัดทรายทอง") for line in paper.lines)
    return site.with_body(ticket("m1ann", 83), Paper(lines))


def _shared_file(site: Website) -> Website:
    """The same request form answers for the guide, too."""
    return site.with_body(ticket("guide-drug", 70), office.request_form(OFFICE, "คู่มือบริการประชาชน", DAY))


MUTATIONS = (
    Mutation("the history's page is gone", lambda site: site.without(_page(60)), {"1.1.history": FAIL}),
    Mutation(
        "the directions are being improved",
        lambda site: _rewritten(site, 61, "วิสัยทัศน์/พันธกิจ/ค่านิยม", "<p>กำลังปรับปรุงข้อมูล</p>"),
        same(FAIL, *DIRECTION),
    ),
    Mutation(
        "the directions' picture tells its words",
        lambda site: _rewritten(
            site,
            61,
            "วิสัยทัศน์/พันธกิจ/ค่านิยม",
            '<img src="/Portals/0/Images/a1.jpg" alt="วิสัยทัศน์ หินลาดเมืองสุขภาพดี ประชาชนมีส่วนร่วม ระบบบริการเป็นเลิศ '
            'พันธกิจ พัฒนาระบบสุขภาพปฐมภูมิ คุ้มครองผู้บริโภคด้านผลิตภัณฑ์และบริการสุขภาพ" />',
        ),
    ),
    Mutation(
        "titles keep the maker's name",
        lambda site: site.edited_everywhere(f"<title>{markup.NAME} > ", "<title>My Website > "),
    ),
    Mutation("tables have no head cells", _listed_files),
    Mutation("the spending plan is one", _budget_told, {"1.1.projects-budget": PASS, "2.2.current": PARTIAL | PASS}),
    Mutation(
        "the office has a strategy of its own", _own_strategy, {"1.1.strategy": PASS, "2.2.current": PARTIAL | PASS}
    ),
    Mutation("the duties are the office's", _duties_of_the_office, {"1.1.duties": PASS}),
    Mutation(
        "the announcement is another province's", _others_announcement, {"3.announcement": FAIL_OR_PARTIAL | REVIEW}
    ),
    Mutation("a request form stands in for the guide", _shared_file, same(FAIL, *GUIDE) | {"2.2.request-form": PASS}),
    Mutation(
        "the plan's paper is of this year",
        lambda site: site.with_body(ticket("plan68", 67), office.action_plan(OFFICE, 2568)),
        {"1.1.action-plan": PASS, "2.2.current": PARTIAL | PASS},
    ),
    Mutation(
        "the agreement is of this year",
        lambda site: site.with_body(ticket("pa67", 67), office.agreement(OFFICE, 2568)).edited(
            _page(67), "คำรับรองการปฏิบัติราชการ ปีงบประมาณ 2567", "คำรับรองการปฏิบัติราชการ ปีงบประมาณ 2568"
        ),
        {"1.1.performance-agreement": PASS, "2.2.current": PARTIAL | PASS},
    ),
    Mutation(
        "the annual report is of 2565",
        lambda site: site.with_body(ticket("ar67", 67), office.annual_report(OFFICE, 2565)).edited(
            _page(67), "รายงานประจำปี 2567", "รายงานประจำปี 2565"
        ),
        {"1.1.annual-report": PARTIAL},
    ),
    Mutation(
        "the half-year's results are there",
        lambda site: (
            site.edited(
                _page(67),
                '<a href="/Default.aspx?tabid=68">คลิกที่นี่</a>',
                f'<a href="{ticket("sar", 67).replace("&", "&amp;")}">คลิกที่นี่</a>',
            )
            .with_answer(ticket("sar", 67), Answer(body=office.performance_report(OFFICE, 2567, "รอบ 12 เดือน")))
            .without(_page(68))
        ),
        {"1.1.performance-report": PASS, "2.2.current": PARTIAL | PASS},
    ),
    Mutation("telephone and fax are in Thai digits", lambda site: site.edited_everywhere(PLACE, thai_digits(PLACE))),
    Mutation(
        "the address against robots",
        lambda site: site.edited(_page(90), "hinladhealth@gmail.invalid", "hinladhealth [at] gmail.invalid"),
    ),
    Mutation(
        "only a telephone number is left",
        lambda site: site.edited_everywhere("โทรศัพท์/โทรสาร", "โทรศัพท์"),
        {"1.1.fax": FAIL},
    ),
    Mutation(
        "the tickets of the yearly folder answer 500",
        lambda site: site.with_status(500, *(address for address in site.answers if address.endswith("&mid=483"))),
        same(UNVERIFIABLE, "2.1.webmaster-order", "3.1.two-webmasters", "3.announcement", "2.2.request-form")
        | same(
            UNVERIFIABLE | FAIL, *MISSING, "2.2.file-type", "2.2.file-size"
        )  # nine of some fifty addresses could not be looked at
        | same(UNVERIFIABLE | NOT_APPLICABLE, "1.3.knowledge", "1.3.knowledge-source", "1.9.e-service"),
    ),
    Mutation(
        "robots.txt closes the tickets",
        lambda site: closed_by_robots(site, "/LinkClick.aspx"),
        same(
            UNVERIFIABLE,
            "1.1.action-plan",
            "1.1.annual-report",
            "1.1.performance-agreement",
            *GUIDE,
            "1.7.guide-durations",
            "2.1.webmaster-order",
            "3.1.two-webmasters",
            "3.announcement",
            "2.2.request-form",
            "1.7.forms",
        )
        | same(
            UNVERIFIABLE | FAIL,
            "1.1.duties",
            "1.1.strategy",
            "1.1.projects-budget",
            "1.6.manual",
            "1.6.manual-steps",
            "1.6.manual-durations",
            "1.6.manual-download",
        )
        | same(
            UNVERIFIABLE | PASS, "1.5.oia-committee", "1.8.jobs", "1.8.procurement-notice", "1.8.procurement-result"
        )
        | same(UNVERIFIABLE | PARTIAL | PASS, "2.2.current")  # what can be read is current but for one
        | same(
            UNVERIFIABLE | PARTIAL | FAIL,
            "2.2.source",
            "2.2.period",
            "2.2.published",
            "2.2.file-type",
            "2.2.file-size",
        ),
    ),
    Mutation(
        "the laws lose their sources",
        lambda site: site.with_body(
            _page(81),
            re.sub(
                r"<td>ราชกิจจานุเบกษา[^<]*</td>",
                "<td></td>",
                _body(site, 81)
                .replace("แหล่งที่มา", "หมายเหตุ")
                .replace("https://www.ratchakitcha.invalid/", "https://lib.invalid/"),
            ),
        ),
        {"1.2.laws-source": FAIL_OR_PARTIAL},
    ),
    Mutation(
        "the related agencies are no more",
        lambda site: site.without(_page(84)).edited_everywhere(
            '<li id="dnn_NAV1_84"><a href="/Default.aspx?tabid=84"><span>หน่วยงานในสังกัด</span></a></li>', ""
        ),
        {"1.4.weblinks": FAIL_OR_REVIEW},
    ),
    Mutation("Thai letters are character references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation("unknown addresses answer 200", answering_all),
    Mutation(
        "menu entries carry other usual names",
        lambda site: (
            site.edited_everywhere("<span>ประวัติความมา</span>", "<span>ความเป็นมา</span>")
            .edited_everywhere("<span>นพ.สสจ. และผู้บริหาร</span>", "<span>ทำเนียบผู้บริหาร</span>")
            .edited_everywhere("<span>DCIO</span>", "<span>ผู้บริหารสารสนเทศระดับสูง</span>")
            .edited_everywhere("<span>คู่มือบริการ</span>", "<span>คู่มือประชาชน</span>")
        ),
    ),
    Mutation("the header names windows-874", lambda site: site.recoded("cp874", "text/html; charset=windows-874")),
)
