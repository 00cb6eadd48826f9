"""What may happen to the general hospital's site."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.findings import Status
from tests.sites import office
from tests.sites.mutation import (
    FAIL,
    FAIL_OR_PARTIAL,
    FAIL_OR_REVIEW,
    PARTIAL,
    PASS,
    REVIEW,
    Mutation,
    answering_all,
    in_other_code_points,
    on_every_page,
    outside_tags,
    same,
)
from tests.sites.nexthosp import ANNUAL, ENGLISH, FORMER, PICTURES, markup, papers
from tests.sites.nexthosp.brought import (
    CIO_PROVINCE,
    COOKIES,
    DRAFT,
    EMPTY_FORM,
    FOUNDED,
    LABELS,
    NINE,
    SPAM,
    STUDIO,
    TRAINED,
    UNITS,
    VACANCY,
    VACANCY_POST,
    WEB_RESULT,
    WORKS,
)
from tests.sites.nexthosp.papers import OFFICE, PROVINCE, address
from tests.sites.paper_files import file_of
from tests.sites.papers import Paper, pdf
from tests.sites.truth import FindingMark
from tests.sites.website import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sites.website import Website

NOT_APPLICABLE = frozenset({Status.NOT_APPLICABLE})
HISTORY, DIRECTION, CHART = "/about/ประวัติโรงพยาบาล", "/about/วิสัยทัศน์-พันธกิจ", "/about/โครงสร้างองค์กร"
PLANS, TEAM, CONTACT, GUIDE = "/about/plans", "/about/executives", "/contact", "/services/คู่มือประชาชน"
CLOSED = '<p><span class="badge badge-error">ปิดรับสมัครแล้ว</span> '


def _text(site: Website, where: str) -> str:
    body = site.answers[where].body
    assert isinstance(body, str)
    return body


def _rewritten(where: str, pattern: str, new: str) -> Callable[[Website], Website]:
    return lambda site: site.with_body(where, re.sub(pattern, lambda _: new, _text(site, where), flags=re.DOTALL))


def _main(where: str, body: str) -> Callable[[Website], Website]:
    """Another text in a page."""
    return _rewritten(where, r"<main.*</main>", f'<main class="container mx-auto px-4">{body}</main>')


def _all(pattern: str, new: str) -> Callable[[Website], Website]:
    return lambda site: on_every_page(site, lambda text: re.sub(pattern, new, text, flags=re.DOTALL))


def _paper(number: int, made: Paper) -> Callable[[Website], Website]:
    return lambda site: site.with_answer(address(number), Answer(body=made))


def _labelled(number: int, made: Paper, old: str, new: str) -> Callable[[Website], Website]:
    """Another paper, and another label for it on the page of plans."""
    return lambda site: _paper(number, made)(site).edited(PLANS, old, new)


def _thai_only(site: Website) -> Website:
    return site.edited_everywhere('<a href="/en">EN</a>', "").without(*ENGLISH, "/en/executives")


def _as_details(text: str) -> str:
    opened = r'<section [^>]*><h3><button [^>]*>(.*?)<svg class="h-4 w-4"></svg></button></h3><div [^>]*>'
    text = re.sub(opened, r"<details><summary>\1</summary><div>", text, flags=re.DOTALL)
    return text.replace("</div></section>", "</div></details>")


def _plain_pictures(site: Website) -> Website:
    """Pictures from the folder where they were put, not from the framework's server."""
    served = r'src="/_next/image\?url=%2Fmedia%2F([\w-]+)\.jpg[^>]*>'
    pattern = rf'<picture><source[^>]*><img alt="([^"]*)"[^>]*{served}</picture>'
    for name in (*PICTURES, "exec-1", "exec-2", "exec-3", "exec-4"):
        site = site.with_answer(f"/media/{name}.jpg", Answer.picture(f"{name}.jpg", "ภาพ", name))
    return _all(pattern, r'<img alt="\1" src="/media/\2.jpg">')(site)


def _menu_below(text: str) -> str:
    menu = re.search(r'<nav aria-label="เมนูหลัก">.*?</nav>', text, re.DOTALL)
    return text if menu is None else text.replace(menu.group(), "").replace("<footer", f"{menu.group()}<footer")


def _other_labels(site: Website) -> Website:
    for old, new in LABELS:
        site = site.edited_everywhere(old, new)
    return site


def _as_bytes(site: Website) -> Website:
    """Files of no kind that the server knows of."""
    answers = {
        where: replace(one, body=pdf(one.body), content_type="application/octet-stream")
        if isinstance(one.body, Paper)
        else one
        for where, one in site.answers.items()
    }
    return replace(site, answers=answers)


def _on_ita(label: str, number: int, made: Paper) -> Callable[[Website], Website]:
    """One more paper in the row of item 7."""
    row = f'<li><a href="{address(109)}">'
    more = f'<li><a href="{address(number)}">{label}</a></li>{row}'
    return lambda site: site.edited("/ita", row, more).with_answer(address(number), Answer(body=made))


def _only_college_vacancy(site: Website) -> Website:
    page = markup.page("วิทยาลัยพยาบาลเวียงแก้ว รับสมัครอาจารย์พยาบาล", VACANCY_POST, "/jobs/330")
    gone = site.without("/jobs/325", "/jobs/321", "/jobs/318", address(128), address(129))
    return _main("/jobs", VACANCY)(gone).with_answer("/jobs/330", Answer(body=page))


def _closed_among_open(site: Website) -> Website:
    card = re.search(r'<a class="group[^>]*href="/jobs/318">.*?</a>', _text(site, "/jobs"), re.DOTALL)
    assert card is not None
    moved = site.edited("/jobs", card.group(), "").edited(
        "/jobs", '<div class="grid gap-6 md:grid-cols-3">', f'<div class="grid gap-6 md:grid-cols-3">{card.group()}'
    )
    second = moved.edited("/jobs", "คลังประกาศย้อนหลัง (ปิดรับสมัครแล้ว)", "ทั้งหมด")
    return second.edited("/jobs/318", CLOSED, "<p>")


def _office_only_service(site: Website) -> Website:
    inner = '<h1>WKH e-Service</h1><a class="card" href="/intranet"><h3>ระบบสำหรับบุคลากร (Intranet)</h3></a>'
    gone = site.without("/e-service/appointment", "/e-service/records")
    return _main("/e-service", inner)(gone).edited(
        "/", '<a class="btn" href="/e-service/appointment">นัดหมายแพทย์</a>', ""
    )


def _studio_mail(site: Website) -> Website:
    """The only address is that of who made the website."""
    made = f"Privacy Policy</a>{STUDIO}"
    return _rewritten(CONTACT, r"<p>ไปรษณีย์อิเล็กทรอนิกส์.*?</p>", "")(site).edited_everywhere("Privacy Policy</a>", made)


def _hospital_course(site: Website) -> Website:
    old = "วิทยาลัยพยาบาลเวียงแก้ว จัดอบรมความปลอดภัยไซเบอร์แก่นักศึกษา"
    new = "อบรมความมั่นคงปลอดภัยไซเบอร์แก่เจ้าหน้าที่ รพ.เวียงแก้ว ประจำปี 2569"
    site = site.edited_everywhere(old, new)
    return _rewritten("/news/2402", r"<p>วิทยาลัยพยาบาลเวียงแก้วใช้.*?</p>", TRAINED)(site)


def _told_anew(apply: Callable[[Website], Website]) -> Callable[[Website], Website]:
    """The change, told by the data beside the changed pages, too."""

    def fresh(where: str, text: str) -> str:
        title, body = re.search(r"<title>(.*?) - ", text), re.search(r"<main[^>]*>(.*)</main>", text, re.DOTALL)
        if title is None or body is None:
            return text
        return markup.DATA.sub(lambda _: markup.data_of(title[1], body[1], where), text)

    def applied(site: Website) -> Website:
        after = apply(site)
        answers = {
            where: replace(one, body=fresh(where, one.body))
            if isinstance(one.body, str) and one != site.answers.get(where)
            else one
            for where, one in after.answers.items()
        }
        return replace(after, answers=answers)

    return applied


IDLE = (
    Mutation("letters in other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))),
    Mutation("not found with status 200", answering_all),
    Mutation("no classes", _all(r' class="[^"]*"', "")),
    Mutation("Thai digits", lambda site: on_every_page(site, outside_tags(office.thai_digits))),
    Mutation("no data beside the page", lambda site: on_every_page(site, lambda text: markup.DATA.sub("", text))),
    Mutation(
        "everything stands open",
        _all(r' hidden(=\"\")?(?=[ >])| aria-expanded="false"| data-state="closed"', ""),
    ),
    Mutation("the panels are the browser's own", lambda site: on_every_page(site, _as_details)),
    Mutation("a banner on cookies", lambda site: site.edited_everywhere("<main", f"{COOKIES}<main")),
    Mutation("a warning of works before every page", lambda site: site.edited_everywhere("<main", f"{WORKS}<main")),
    Mutation("plain pictures", _plain_pictures),
    Mutation("nothing in English", _thai_only),
    Mutation("days without their element", _all(r"<time [^>]*>(.*?)</time>", r"<span>\1</span>")),
    Mutation("the menu below the text", lambda site: on_every_page(site, _menu_below)),
    Mutation("other labels in the menu", _other_labels),
    Mutation("files of no known kind", _as_bytes),
    Mutation(
        "more news that speaks of papers",
        lambda site: site.edited(
            "/news/2398",
            "ณ ห้องประชุมพวงชมพู</p>",
            "ณ ห้องประชุมพวงชมพู</p><p>ที่ประชุมเสนอให้แต่งตั้ง CIO และจัดทำรายงานผลการปฏิบัติราชการ</p>",
        ),
    ),
    Mutation(
        "the province's order on its CIO",
        _on_ita("คำสั่งแต่งตั้ง CIO", 150, CIO_PROVINCE),
        {"1.1.cio": FAIL},
    ),
)
GENERAL = (
    Mutation(
        "the history is the foundation's",
        lambda site: _main(HISTORY, FOUNDED)(_thai_only(site)),
        {"1.1.history": FAIL_OR_REVIEW},
    ),
    Mutation(
        "only the province's direction",
        _rewritten(DIRECTION, r'<h3 class="text-xl">วิสัยทัศน์</h3>.*?Harmony</p>', "<p>อยู่ระหว่างปรับปรุง</p>"),
        same(FAIL_OR_REVIEW, "1.1.vision", "1.1.mission"),
    ),
    Mutation("the structure in words", _main(CHART, UNITS), {"1.1.structure": PASS}),
    Mutation(
        "only former heads",
        lambda site: _main(TEAM, f"<h1>คณะผู้บริหารโรงพยาบาล</h1>{FORMER}")(_thai_only(site)),
        {"1.1.executives": FAIL_OR_REVIEW},
    ),
    Mutation(
        "the team names the CIO",
        lambda site: site.edited(
            TEAM, "รองผู้อำนวยการฝ่ายการแพทย์</p>", "รองผู้อำนวยการฝ่ายการแพทย์ / ผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO)</p>"
        ),
        {"1.1.cio": PASS},
    ),
    Mutation(
        "a strategy that is in force",
        _labelled(101, office.strategy(OFFICE, 2569, 2573), "พ.ศ. 2564 - 2568", "พ.ศ. 2569 - 2573"),
        {"1.1.strategy": PASS},
    ),
    Mutation(
        "last year's plan",
        _labelled(103, papers.plan(2568), "แผนปฏิบัติราชการ ประจำปีงบประมาณ 2569", "แผนปฏิบัติราชการ ประจำปีงบประมาณ 2568"),
        {"1.1.action-plan": PARTIAL, "2.2.current": FAIL_OR_PARTIAL},
    ),
    Mutation(
        "this year's budget",
        lambda site: site.edited(PLANS, "งบประมาณ ปีงบประมาณ 2568", "งบประมาณ ปีงบประมาณ 2569").with_answer(
            address(104),
            Answer(body=file_of("xlsx", office.budget(OFFICE, 2569)), content_type=papers.KINDS["xlsx"]),
        ),
        {"1.1.projects-budget": PASS},
    ),
    Mutation(
        "the annual report is there", _paper(ANNUAL, office.annual_report(OFFICE, 2568)), {"1.1.annual-report": PASS}
    ),
    Mutation("the annual report is gone", lambda site: site.without(address(ANNUAL)), {"1.1.annual-report": FAIL}),
    Mutation(
        "results of six months",
        _paper(107, office.performance_report(OFFICE, 2569)),
        {"1.1.performance-report": PASS},
    ),
    Mutation(
        "a fax number",
        lambda site: site.edited(CONTACT, "ต่อ 1169</p>", "ต่อ 1169</p><p>โทรสาร : 0 5461 1299</p>"),
        {"1.1.fax": PASS},
    ),
    Mutation(
        "the map is one of the strategy",
        _rewritten(
            CONTACT,
            r"<h2>แผนที่โรงพยาบาล</h2>.*?</iframe></div>",
            "<h2>แผนที่ยุทธศาสตร์โรงพยาบาล (Strategy Map)</h2><p>ด้านประสิทธิผล ด้านคุณภาพบริการ ด้านการพัฒนาองค์กร</p>",
        ),
        {"1.1.map": FAIL},
    ),
    Mutation("only the studio's mail", _studio_mail, {"1.1.email": FAIL_OR_REVIEW}),
)
REST = (
    Mutation(
        "an index of section 9", _rewritten("/oia", r"<div[^>]*>อยู่ระหว่างรวบรวมข้อมูล</div>", NINE), {"1.5.oia-9": PASS}
    ),
    Mutation("a manual with times", _paper(114, papers.manual(timed=True)), {"1.6.manual-durations": PASS}),
    Mutation(
        "the manual is the program's",
        _paper(114, papers.HOSXP),
        same(FAIL_OR_REVIEW, "1.6.manual", "1.6.manual-steps", "1.6.manual-durations", "1.6.manual-download"),
    ),
    Mutation(
        "no forms",
        lambda site: _main("/services/forms", "<h1>ดาวน์โหลดแบบฟอร์ม</h1><p>ไม่พบข้อมูล</p>")(
            site.without(address(118), address(119))
        ),
        {"1.7.forms": NOT_APPLICABLE},
    ),
    Mutation("services for the staff only", _office_only_service, {"1.9.e-service": NOT_APPLICABLE}),
    Mutation("only the college's vacancy", _only_college_vacancy, {"1.8.jobs": FAIL_OR_REVIEW}),
    Mutation("the closed vacancy among the open ones", _closed_among_open, {"3.2.expired": FAIL_OR_PARTIAL}),
    Mutation(
        "the counter counts patients",
        lambda site: site.edited_everywhere(
            markup.COUNTER,
            '<div class="text-xs"><span>ผู้ป่วยนอกวันนี้ 1,204 ราย</span> · <span>ครองเตียง 288 เตียง</span></div>',
        ),
        {"1.10.statistics": FAIL},
    ),
    Mutation(
        "the dialog asks about the wards",
        lambda site: (
            site.edited_everywhere("แบบประเมินความพึงพอใจต่อเว็บไซต์โรงพยาบาลเวียงแก้ว", "แบบประเมินความพึงพอใจต่อบริการผู้ป่วยใน")
            .edited_everywhere("ท่านพึงพอใจต่อการใช้งานเว็บไซต์นี้เพียงใด", "ท่านพึงพอใจต่อการดูแลของพยาบาลเพียงใด")
            .edited_everywhere("ประเมินความพึงพอใจเว็บไซต์</button>", "ประเมินความพึงพอใจผู้ป่วยใน</button>")
        ),
        {"1.10.satisfaction-survey": FAIL_OR_REVIEW},
    ),
    Mutation(
        "how content people are with the website",
        lambda site: site.edited("/survey", "</table>", f"</table>{WEB_RESULT}"),
        {"1.10.satisfaction-level": PASS},
    ),
    Mutation(
        "the order has text",
        _paper(111, papers.ORDER),
        same(PASS, "2.1.webmaster-order", "3.1.two-webmasters"),
    ),
    Mutation(
        "the order has text and one web master",
        _paper(111, papers.order(papers.CHAIR, papers.MASTER)),
        {"2.1.webmaster-order": PASS, "3.1.two-webmasters": FAIL},
    ),
    Mutation(
        "the announcement is the province's",
        _paper(110, office.announcement(PROVINCE, papers.ANNOUNCED)),
        {"3.announcement": PARTIAL, "2.2.current": FAIL_OR_PARTIAL},  # last year's own is there
    ),
    Mutation(
        "the announcement is a draft",
        _paper(110, DRAFT),
        {"3.announcement": PARTIAL | REVIEW, "2.2.current": FAIL_OR_PARTIAL},
    ),
    Mutation("the request form is empty", _paper(112, EMPTY_FORM), {"2.2.request-form": FAIL_OR_REVIEW}),
    Mutation("a course on cyber security", _hospital_course, {"3.5.training": PASS}),
    Mutation(
        "hidden gambling links",
        lambda site: site.edited("/km", "</footer>", f"</footer>{SPAM}"),
        {"3.4.computer-crime": FAIL},
        tuple(FindingMark(rule=f"security.{sign}", url_suffix="/km") for sign in ("gambling-spam", "hidden-links")),
    ),
)
MUTATIONS = tuple(
    replace(one, apply=_told_anew(one.apply)) if one.changes else one for one in (*IDLE, *GENERAL, *REST)
)
