"""What may happen to the community hospital's site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.findings import Status
from tests.sites import office
from tests.sites.comhosp import markup, papers
from tests.sites.comhosp.shelves import shelves
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

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sites.papers import Paper
    from tests.sites.website import Website

NOT_APPLICABLE = frozenset({Status.NOT_APPLICABLE})
UP = papers.UPLOADS
ITA = "/ita-2569/"
ROWS = "".join(
    f"<li>มาตรา 9 ({number}) {row}</li>"
    for number, row in enumerate(
        (
            "ผลการพิจารณาหรือคำวินิจฉัย - ไม่มี",
            '<a href="/แผนยุทธศาสตร์/">นโยบายหรือการตีความ</a>',
            f'<a href="{UP}2025/12/m2-9.pdf">แผนงาน โครงการ และงบประมาณรายจ่ายประจำปี</a>',
            '<a href="/download-category/คู่มือและคำสั่ง/">คู่มือหรือคำสั่งเกี่ยวกับวิธีปฏิบัติงาน</a>',
            "สิ่งพิมพ์ที่อ้างอิงถึง - ไม่มี",
            "สัญญาสัมปทาน - ไม่มี",
            "มติคณะรัฐมนตรี - ไม่มี",
            '<a href="/download-category/สขร-1/">ข้อมูลข่าวสารอื่นที่คณะกรรมการกำหนด</a>',
        ),
        1,
    )
)
DUTIES = papers.paper(
    "หน้าที่และอำนาจของโรงพยาบาลบึงน้ำผึ้ง",
    "ตามกฎกระทรวงแบ่งส่วนราชการสำนักงานปลัดกระทรวงสาธารณสุข พ.ศ. 2560 โรงพยาบาลมีหน้าที่และอำนาจ ดังนี้",
    "(ก) ให้บริการทางการแพทย์และการสาธารณสุขทั้งในและนอกหน่วยบริการ",
    "(ข) ศึกษา ค้นคว้า วิจัย และพัฒนาด้านการแพทย์และสาธารณสุข",
    "(ค) ฝึกอบรมและพัฒนาบุคลากร",
)
CHART = 'alt="ผังโครงสร้าง : ผู้อำนวยการ, กลุ่มงานบริหารทั่วไป, กลุ่มการพยาบาล, กลุ่มงานเภสัชกรรม, กลุ่มงานทันตกรรม, กลุ่มงานสุขภาพดิจิทัล"'
RESULT = (
    '<div class="wp-polls"><p><strong>ผลการประเมินความพึงพอใจต่อเว็บไซต์โรงพยาบาลบึงน้ำผึ้ง ปี 2569</strong></p><ul><li>มากที่สุด '
    "(64%, 91 Votes)</li><li>ปานกลาง (28%, 40 Votes)</li><li>ควรปรับปรุง (8%, 11 Votes)</li></ul><p>Total Voters: "
    "142</p></div>"
)
POLL = re.compile(r'<div id="polls-3".*?</form></div>', re.DOTALL)
FAX = re.compile(r'<span class="elementor-icon-list-text">แฟกซ์[^<]*</span>')


def _text(site: Website, where: str) -> str:
    body = site.answers[where].body
    assert isinstance(body, str)
    return body


def _linked(site: Website, where: str, old: str, new: str) -> Website:
    """Words exchanged whose addresses are encoded as the page's."""
    return site.edited(where, markup.encoded(old), markup.encoded(new))


def _all(pattern: re.Pattern[str], new: str) -> Callable[[Website], Website]:
    return lambda site: on_every_page(site, lambda text: pattern.sub(new, text))


def _paper(name: str, made: Paper) -> Callable[[Website], Website]:
    return lambda site: site.with_body(f"{UP}{name}.pdf", made)


def _package(slug: str, made: Paper) -> Callable[[Website], Website]:
    """Another paper of the same size told; the sizes are no concern of the change."""
    _, packages = shelves()["คู่มือและคำสั่ง"]
    (file,) = (one.file for one in packages if one.slug == slug)
    return lambda site: site.with_body(file, made)


def _knowledge_empty(site: Website) -> Website:
    gone = ("/กินเจไม่เค็ม/", "/ยืดเหยียด-5-ท่า/", "/นมแม่-6-เดือน/", "/ซึมเศร้าเล่าได้/")
    site = site.without(*gone)
    return site.with_body("/category/สาระสุขภาพ/", markup.archive("สาระสุขภาพ", (), ""))


def _strategy_anew(site: Website) -> Website:
    return site.with_body(f"{UP}2021/03/strategy-64-68.pdf", office.strategy(papers.OFFICE, 2569, 2573))


def _as_details(text: str) -> str:
    """The panels as the browser's own."""
    return re.sub(
        r'<div class="elementor-(?:toggle|accordion)-item"><div id="[^"]*" class="elementor-tab-title"[^>]*>.*?<a '
        r"class="
        r'"elementor-(?:toggle|accordion)-title" tabindex="0">(.*?)</a></div><div [^>]*>(.*?)</div></div>',
        r"<details><summary>\1</summary>\2</details>",
        text,
        flags=re.DOTALL,
    )


def _buddhist(text: str) -> str:
    """Days as a hospital writes them: day, month, year of the Buddhist era."""
    return re.sub(
        r"([ก-ฮ]\S+[คม]) (\d{1,2}), (20\d\d)", lambda found: f"{found[2]} {found[1]} {int(found[3]) + 543}", text
    )


def _real_headings(text: str) -> str:
    return re.sub(
        r'<div class="elementor-heading-title elementor-size-default">(.*?)</div>',
        r'<h2 class="elementor-heading-title elementor-size-default">\1</h2>',
        text,
    )


def _linked_buttons(text: str) -> str:
    """The buttons of the download manager as plain links."""
    return re.sub(r'href="#" data-downloadurl="([^"]*)"', r'href="\1"', text)


def _without_mobile_tabs(text: str) -> str:
    return re.sub(r'<div class="elementor-tab-title elementor-tab-mobile-title"[^>]*>[^<]*</div>', "", text)


def _without_sizes(site: Website) -> Website:
    sizes = {one.size for _, packages in shelves().values() for one in packages}

    def edit(text: str) -> str:
        for size in sizes:
            text = text.replace(size, "")
        return text.replace("<span>ขนาดไฟล์</span>", "<span></span>")

    return on_every_page(site, edit)


def _down(site: Website) -> Website:
    _, packages = shelves()["สขร-1"]
    return site.with_status(
        503, "/download-category/สขร-1/", *(one.address for one in packages), *(one.file for one in packages)
    )


MUTATIONS = (
    Mutation("the accordions are the browser's own", lambda site: on_every_page(site, _as_details)),
    Mutation("the headings are headings", lambda site: on_every_page(site, _real_headings)),
    Mutation("the tabs' titles stand once", lambda site: on_every_page(site, _without_mobile_tabs)),
    Mutation("letters as references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation("letters in other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))),
    Mutation("not found with status 200", answering_all),
    Mutation("no classes", lambda site: on_every_page(site, lambda text: re.sub(r' class="[^"]*"', "", text))),
    Mutation("the buttons are links", lambda site: on_every_page(site, _linked_buttons)),
    Mutation("Thai digits", lambda site: on_every_page(site, outside_tags(office.thai_digits))),
    Mutation(
        "the map is a link",
        lambda site: on_every_page(
            site,
            lambda text: re.sub(
                r"<iframe loading.*?</iframe>", '<a href="https://maps.google.com/maps?q=16.1,103.2">แผนที่</a>', text
            ),
        ),
    ),
    Mutation(
        "the map is a link to a host that nobody knows",
        lambda site: on_every_page(
            site,
            lambda text: re.sub(
                r"<iframe loading.*?</iframe>", '<a href="https://pin.short.invalid/x">แผนที่โรงพยาบาล</a>', text
            ),
        ),
        {"1.1.map": REVIEW},
    ),
    Mutation("days of the Buddhist era", lambda site: on_every_page(site, _buddhist)),
    Mutation(
        "two of the tips are by nobody",
        lambda site: site.edited_everywhere("งานกายภาพบำบัด", "admin").edited_everywhere("คลินิกจิตเวช", "admin"),
        {"1.3.knowledge-source": PARTIAL},
    ),
    Mutation(
        "the executives' captions are headings",
        lambda site: site.edited(
            "/คณะผู้บริหาร/", 'p class="elementor-image-box-title"', 'h3 class="elementor-image-box-title"'
        ),
    ),
    Mutation(
        "more news that speaks of papers",
        lambda site: site.edited(
            "/แจ้งปรับเวลาคลินิกพิเศษ/",
            "20.30 น.</p>",
            "20.30 น.</p><p>และจะเผยแพร่หน้าที่และอำนาจ คำรับรองการปฏิบัติราชการ และรายงานประจำปี เร็ว ๆ นี้</p>",
        ),
    ),
    Mutation(
        "the history is lorem ipsum",
        lambda site: site.with_body(
            "/รู้จักเรา/",
            re.sub(
                r"<p>ปี 2524.*?</p>",
                "<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p>",
                _text(site, "/รู้จักเรา/"),
            ),
        ),
        {"1.1.history": FAIL},
    ),
    Mutation(
        "the vision is left out",
        lambda site: site.edited("/รู้จักเรา/", "<p>“โรงพยาบาลของชุมชน โดยชุมชน มาตรฐานระดับประเทศ”</p>", ""),
        {"1.1.vision": FAIL},
    ),
    Mutation(
        "the chart is told in words",
        lambda site: site.edited("/โครงสร้างองค์กร/", 'alt=""', CHART),
        {"1.1.structure": PASS},
    ),
    Mutation("the duties are told", _paper("2025/12/m2-1-4", DUTIES), {"1.1.duties": PASS}),
    Mutation(
        "the agreement is there",
        _paper("2025/12/m2-pa", office.agreement(papers.OFFICE, 2569)),
        {"1.1.performance-agreement": PASS},
    ),
    Mutation("a new strategy in the viewer", _strategy_anew, {"1.1.strategy": PASS, "2.2.current": PASS}),
    Mutation(
        "last year's plan under this year's label",
        _paper("2025/12/m2-9", office.action_plan(papers.OFFICE, 2568)),
        {"1.1.action-plan": PARTIAL},
    ),
    Mutation(
        "the report of six months is a scan",
        _paper("2026/04/m2-10", office.annual_report(papers.OFFICE, 2569, scanned=True)),
        {"1.1.performance-report": REVIEW},
    ),
    Mutation(
        "the budget is under construction",
        lambda site: site.with_body(
            "/แผนงาน-โครงการ-งบประมาณ-2569/",
            markup.single("แผนงาน โครงการ และงบประมาณ ปี 2569", "<p>อยู่ระหว่างดำเนินการ</p>"),
        ),
        {"1.1.projects-budget": FAIL_OR_REVIEW},  # the plan lists projects with money, too,
    ),
    Mutation("no fax", _all(FAX, ""), {"1.1.fax": FAIL}),
    Mutation(
        "the template's address is the only e-mail",
        lambda site: site.with_body("/ติดต่อเรา/", re.sub(r"<p>ไปรษณีย์อิเล็กทรอนิกส์.*?</p>", "", _text(site, "/ติดต่อเรา/"))),
        {"1.1.email": FAIL},
    ),
    Mutation(
        "section 9 is filled",
        lambda site: _linked(site, "/ศูนย์ข้อมูลข่าวสาร/", "<p>อยู่ระหว่างปรับปรุงข้อมูล</p>", f"<ul>{ROWS}</ul>"),
        {"1.5.oia-9": PASS},
    ),
    Mutation(
        "the manual without times",
        _package("wi-opd", papers.outpatient_manual(tuple((step, "") for step, _ in papers.OUTPATIENT))),
        {"1.6.manual-durations": FAIL},
    ),
    Mutation(
        "the order names one web master",
        _paper("2025/11/m1-2-order", papers.order(papers.ORDER[:2] + papers.ORDER[3:])),
        {"3.1.two-webmasters": FAIL},
    ),
    Mutation(
        "a memo in place of the order",
        _paper("2025/11/m1-2-order", office.memo(papers.OFFICE, "คำสั่งคณะทำงานบริหารจัดการเว็บไซต์", "4 พฤศจิกายน 2568")),
        same(FAIL, "2.1.webmaster-order", "3.1.two-webmasters"),
    ),
    Mutation(
        "the announcement is last year's",
        _paper("2025/11/m1-2-announce", office.announcement(papers.OFFICE, "12 พฤศจิกายน 2567")),
        {"3.announcement": PARTIAL},
    ),
    Mutation(
        "no knowledge any more", _knowledge_empty, same(NOT_APPLICABLE, "1.3.knowledge", "1.3.knowledge-source")
    ),
    Mutation("no poll", _all(POLL, ""), {"1.10.satisfaction-survey": FAIL}),
    Mutation(
        "the poll tells its result",
        _all(POLL, RESULT),
        {"1.10.satisfaction-level": PASS, "1.10.satisfaction-survey": FAIL},
    ),
    Mutation("no counter", _all(re.compile(r'<div class="wps-visitor">.*?</div>'), ""), {"1.10.statistics": FAIL}),
    Mutation(
        "the staff's login is the only e-service",
        lambda site: site.with_body(
            "/e-service/",
            markup.single(
                "บริการออนไลน์ (e-Service)",
                '<p><a href="https://hosxp.bnp-hosp.invalid/login">สำหรับเจ้าหน้าที่ : เข้าสู่ระบบ</a></p>',
            ),
        ),
        {"1.9.e-service": NOT_APPLICABLE},
    ),
    Mutation(
        "the training was on ethics",
        lambda site: site.edited_everywhere(
            "ความตระหนักรู้ด้านความมั่นคงปลอดภัยไซเบอร์และ PDPA", "คุณธรรมจริยธรรมและวินัยข้าราชการ"
        ),
        {"3.5.training": FAIL | UNVERIFIABLE},
    ),
    Mutation("no sizes", _without_sizes, {"2.2.file-size": FAIL}),
    Mutation(
        "the monthly summaries are down",
        _down,
        {"1.5.oia-committee": UNVERIFIABLE} | same(FAIL_OR_PARTIAL, "2.2.source", "2.2.file-type", "2.2.file-size"),
    ),
)
