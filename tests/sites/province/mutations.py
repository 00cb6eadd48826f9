"""What may happen to the provincial office's site."""

from __future__ import annotations

from dataclasses import replace

from tests.sites import office
from tests.sites.mutation import (
    FAIL,
    FAIL_OR_PARTIAL,
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
from tests.sites.papers import Paper
from tests.sites.province import markup
from tests.sites.province.papers import OFFICE, WEBMASTERS
from tests.sites.website import Answer, Website

HISTORY, VISION, STRUCTURE = "/หนาแรก/ประวตความเปนมา", "/หนาแรก/วสยทศน-พนธกจ", "/หนาแรก/โครงสราง"
CIO, DUTIES = "/หนาแรก/cio", "/หนาแรก/อำนาจหนาท"
NEIGHBOUR = replace(
    OFFICE,
    name="สำนักงานสาธารณสุขจังหวัดเวียงสรวง",
    short="สสจ.เวียงสรวง",
    province="จังหวัดเวียงสรวง",
    head="นายแพทย์ชาญชัย สรวงสุข",
    head_title="นายแพทย์สาธารณสุขจังหวัดเวียงสรวง",
)
GUIDE = ("1.7.guide", "1.7.guide-steps", "1.7.guide-durations", "1.7.guide-download")
MANUAL = ("1.6.manual", "1.6.manual-steps", "1.6.manual-durations", "1.6.manual-download")


def _file(name: str) -> str:
    return f"/assets/docs/{name}.pdf"


def _rewritten(site: Website, where: str, title: str, body: str) -> Website:
    return site.with_body(where, markup.page(title, body))


def _history_in_pdf(site: Website) -> Website:
    paper = Paper(
        (
            "# ประวัติความเป็นมา",
            f"# {OFFICE.name}",
            "พ.ศ. 2485 กระทรวงสาธารณสุขได้ก่อตั้งแผนกสาธารณสุขจังหวัดภูธาราขึ้น โดยใช้ห้องหนึ่งของศาลากลางจังหวัดเป็นที่ทำการ",
            "พ.ศ. 2518 เปลี่ยนชื่อเป็นสำนักงานสาธารณสุขจังหวัดภูธารา และย้ายมายังอาคารสามชั้นเมื่อปี 2537",
        )
    )
    link = '<a href="/assets/docs/history.pdf"><span>ประวัติความเป็นมา สสจ.ภูธารา</span></a>'
    return _rewritten(site, HISTORY, "ประวัติความเป็นมา", link).with_answer(_file("history"), Answer(body=paper))


def _strategy_at_home(site: Website) -> Website:
    link = '<a href="/assets/docs/strategy.pdf"><span>แผนยุทธศาสตร์สุขภาพ พ.ศ. 2566 - 2570</span></a>'
    site = _rewritten(site, "/แผนงาน/ยทธศาสตร", "แผนยุทธศาสตร์", link)
    return site.with_answer(_file("strategy"), Answer(body=office.strategy(OFFICE, 2566, 2570)))


def _last_plan(site: Website) -> Website:
    site = site.edited("/แผนงาน/แผนปฏบตราชการ", "พ.ศ. 2567", "พ.ศ. 2566")
    return site.with_body(_file("plan2567"), office.action_plan(OFFICE, 2566))


def _report_ready(site: Website) -> Website:
    link = '<a href="/assets/docs/kpi67.pdf"><span>รายงานผลการปฏิบัติราชการ ปีงบประมาณ 2567 รอบ 6 เดือน</span></a>'
    site = _rewritten(site, "/แผนงาน/ผลการปฏบตราชการ", "รายงานผลการปฏิบัติราชการ", link)
    return site.with_answer(_file("kpi67"), Answer(body=office.performance_report(OFFICE, 2567)))


def _counter(site: Website) -> Website:
    counter = markup.soup("<span>จำนวนผู้เข้าชมเว็บไซต์ทั้งหมด 512,044 ครั้ง วันนี้ 210 ครั้ง</span>", "counter")
    return on_every_page(site, lambda text: text.replace(markup.BOTTOM, markup.BOTTOM + counter))


def _duties_in_news(site: Website) -> Website:
    site = site.without(DUTIES).edited_everywhere(
        markup.entry(DUTIES, "อำนาจหน้าที่"),
        "",
    )
    return site.edited("/ขาว/n12", "ประชุมมอบนโยบาย", "ชี้แจงอำนาจหน้าที่ของสำนักงานสาธารณสุขจังหวัด และประชุมมอบนโยบาย")


def _typed_manual(site: Website) -> Website:
    manual = site.answers[_file("manual")].body
    assert isinstance(manual, Paper)
    return site.with_body(_file("manual"), replace(manual, scanned=False))


def _memos_for_guides(site: Website) -> Website:
    for name in ("guide-drugstore", "guide-clinic"):
        site = site.with_body(_file(name), office.memo(OFFICE, "คู่มือสำหรับประชาชน", "8 มกราคม 2567"))
    return site


def _elements_with_meaning(text: str) -> str:
    return (
        text.replace(markup.TOP, f"<header><nav>{markup.TOP}</nav></header><main>")
        .replace(markup.BOTTOM, f"</main><footer>{markup.BOTTOM}</footer>")
        .replace('<span style="font-size:24pt;font-weight:700">', "<h1>")
    )


MUTATIONS = (
    Mutation("the CIO's page is gone", lambda site: site.without(CIO), {"1.1.cio": FAIL}),
    Mutation(
        "the duties have no data",
        lambda site: _rewritten(site, DUTIES, "อำนาจหน้าที่", "<p>ไม่มีข้อมูล</p>"),
        {"1.1.duties": FAIL},
    ),
    Mutation("the duties are only spoken of in news", _duties_in_news, {"1.1.duties": FAIL}),
    Mutation(
        "the vision's poster tells its words",
        lambda site: site.edited(
            VISION,
            '<img src="/assets/vision-poster.png">',
            '<img src="/assets/vision-poster.png" alt="วิสัยทัศน์ : เมืองสุขภาวะริมธารา ประชาชนสุขภาพดี ภายในปี 2570 '
            'พันธกิจ : 1. จัดบริการสุขภาพที่มีคุณภาพ 2. ส่งเสริมสุขภาพและป้องกันโรค 3. คุ้มครองผู้บริโภค">',
        ),
        same(PASS, "1.1.vision", "1.1.mission"),
    ),
    Mutation(
        "the structure's picture says nothing",
        lambda site: _rewritten(site, STRUCTURE, "โครงสร้างองค์กร", '<img src="/assets/org.png" alt="">'),
        {"1.1.structure": REVIEW},
    ),
    Mutation("the history is a PDF file", _history_in_pdf, {"1.1.history": PASS}),
    Mutation(
        "pages carry other usual names",
        lambda site: (
            site.edited_everywhere("ประวัติความเป็นมา", "ความเป็นมาของสำนักงาน")
            .edited_everywhere("คู่มือสำหรับประชาชน", "คู่มือประชาชน")
            .edited_everywhere("เว็บไซต์หน่วยงานที่เกี่ยวข้อง", "ลิงก์หน่วยงานที่เกี่ยวข้อง")
        ),
    ),
    Mutation(
        "words are misspelt as usual",
        lambda site: on_every_page(
            site,
            outside_tags(lambda text: text.replace("กฎหมาย", "กฏหมาย").replace("ดาวน์โหลด", "ดาว์นโหลด")),
        ),
    ),
    Mutation("the strategy lies on the site itself", _strategy_at_home, {"1.1.strategy": PASS}),
    Mutation("the plan is last year's", _last_plan, {"1.1.action-plan": PARTIAL}),
    Mutation(
        "the fax number is gone",
        lambda site: site.edited_everywhere(" โทรสาร 0-5400-0201", ""),
        {"1.1.fax": FAIL},
    ),
    Mutation(
        "numbers are in Thai digits",
        lambda site: site.edited_everywhere("0-5400-0200", "๐-๕๔๐๐-๐๒๐๐").edited_everywhere(
            "0-5400-0201", "๐-๕๔๐๐-๐๒๐๑"
        ),
    ),
    Mutation(
        "there is fresh news",
        lambda site: site.edited_everywhere("12 กันยายน 2566", "12 มิถุนายน 2567"),
        {"1.8.news": PASS},
    ),
    Mutation("a counter is shown", _counter, {"1.10.statistics": PASS}),
    Mutation(
        "the survey's result is shown",
        lambda site: site.edited(
            "/ความพงพอใจ",
            "<p>ขอเชิญ",
            "<p>ผลสำรวจความพึงพอใจต่อเว็บไซต์ ปี 2567 ผู้ตอบ 128 คน ระดับความพึงพอใจมาก ร้อยละ 88.2</p><p>ขอเชิญ",
        ),
        {"1.10.satisfaction-level": PASS},
    ),
    Mutation("the report is ready", _report_ready, {"1.1.performance-report": PASS}),
    Mutation(
        "one web master is appointed",
        lambda site: site.with_body(
            _file("web-order"), office.webmaster_order(OFFICE, "9/2567", "8 มกราคม พ.ศ. 2567", WEBMASTERS[:1])
        ),
        {"3.1.two-webmasters": FAIL_OR_PARTIAL},
    ),
    Mutation(
        "the announcement is this year's",
        lambda site: site.with_body(_file("announce2565"), office.announcement(OFFICE, "25 ธันวาคม พ.ศ. 2566")),
        {"3.announcement": PASS},
    ),
    Mutation(
        "the announcement is a neighbour's",
        lambda site: site.with_body(_file("announce2565"), office.announcement(NEIGHBOUR, "25 ธันวาคม พ.ศ. 2566")),
        {"3.announcement": FAIL_OR_PARTIAL},
    ),
    Mutation(
        "robots.txt closes the information centre",
        lambda site: closed_by_robots(site, "/oia"),
        same(UNVERIFIABLE, "1.5.oia-7", "1.5.oia-9", "1.5.oia-committee"),
    ),
    Mutation(
        "the laws' page answers 403",
        lambda site: site.with_status(403, "/กฎหมาย"),
        same(UNVERIFIABLE, "1.2.laws", "1.2.laws-source"),
    ),
    Mutation(
        "the agreement's address answers 200 with the not-found page",
        lambda site: answering_all(site.without("/แผนงาน/คำรบรอง")),
        {"1.1.performance-agreement": FAIL},
    ),
    Mutation("memos stand in for the guides", _memos_for_guides, same(FAIL, *GUIDE)),
    Mutation("the manual has text", _typed_manual, same(PASS, *MANUAL)),
    Mutation("Thai letters are character references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation("letters are other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))),
    Mutation("years are in Thai digits", lambda site: site.edited_everywhere("2567<", "๒๕๖๗<")),
    Mutation("elements have meaning", lambda site: on_every_page(site, _elements_with_meaning)),
    Mutation(
        "pages are windows-874 and say so",
        lambda site: site.edited_everywhere('charset="utf-8"', 'charset="windows-874"').recoded("cp874", "text/html"),
    ),
    Mutation(
        "the header declares tis-620 for utf-8", lambda site: site.recoded("utf-8", "text/html; charset=tis-620")
    ),
)
