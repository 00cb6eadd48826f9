"""What may happen to the classic WordPress site."""

from __future__ import annotations

import re

from tests.sites import office
from tests.sites.mutation import (
    FAIL,
    FAIL_OR_PARTIAL,
    FAIL_OR_REVIEW,
    PARTIAL,
    PASS,
    REVIEW,
    UNVERIFIABLE,
    Mutation,
    in_other_code_points,
    on_every_foot,
    on_every_page,
    outside_tags,
    same,
)
from tests.sites.papers import Paper
from tests.sites.truth import FindingMark
from tests.sites.website import Answer, Website
from tests.sites.wpclassic import markup, page
from tests.sites.wpclassic.papers import (
    OFFICE,
    PACKAGES,
    TRIAGE,
    UPLOADS,
    package_address,
    package_papers,
    papers,
)

VISION = "/ค่านิยม-วิสัยทัศน์-พันธกิจ/"
YEAR = f"{UPLOADS}/2024/12"
TIMES = ("5 นาที", "10 นาที", "15 นาที")
NEIGHBOUR = "โรงพยาบาลบึงกระโดน จังหวัดอำนาจเจริญ"


def _rewritten(site: Website, address: str, title: str, body: str) -> Website:
    return site.with_body(address, page(address, title, body))


def _package(site: Website, name: str, paper: Paper) -> Website:
    number = next(number for _, slug, number, _ in PACKAGES if slug == name)
    address = package_address(name, number)
    return site.with_body(address, paper).with_body(f"{address}&refresh=67a95c1", paper)


def _in_folder(site: Website, name: str, label: str, paper: Paper) -> Website:
    address = f"{YEAR}/{name}.pdf"
    entry = f'<li><a href="{address}">{label}</a></li><li><a href="{YEAR}/moit1-memo.pdf">'
    site = site.edited("/ita-2568/", f'<li><a href="{YEAR}/moit1-memo.pdf">', entry)
    return site.with_answer(address, Answer(body=paper))


def _duties(site: Website) -> Website:
    paper = Paper(
        (
            f"# หน้าที่และอำนาจของ{OFFICE.name}",
            "ตามกฎกระทรวงแบ่งส่วนราชการสำนักงานปลัดกระทรวงสาธารณสุข พ.ศ. ๒๕๖๐",
            "๑. จัดบริการตรวจวินิจฉัย รักษาพยาบาล และฟื้นฟูสภาพผู้ป่วยในเขตพื้นที่",
            "๒. ส่งเสริมสุขภาพ ป้องกันและควบคุมโรค",
            "๓. สนับสนุนเครือข่ายบริการปฐมภูมิในอำเภอ",
        )
    )
    return _in_folder(site, "moit2-duty", "MOIT2 ข้อ 1.4 หน้าที่และอำนาจ", paper)


def _webmasters(site: Website) -> Website:
    names = (("นายณัฐวุฒิ พลศรี", "นักวิชาการคอมพิวเตอร์"), ("นางสาวปวีณา บุญมี", "เจ้าพนักงานเวชสถิติ"))
    order = office.webmaster_order(OFFICE, "82/2567", "19 ธันวาคม พ.ศ. 2567", names)
    return _in_folder(site, "moit1-web", "คำสั่งแต่งตั้งเว็บมาสเตอร์", order)


def _with_typed_report(site: Website) -> Website:
    return site.with_body(f"{YEAR}/annual-2567.pdf", office.annual_report(OFFICE, 2567))


def _plain_links(site: Website) -> Website:
    def edit(text: str) -> str:
        return re.sub(
            r'<div class="w3eden">.*?<a href="/download/[^"]*">(.*?)</a>.*?data-downloadurl="([^"]*)">.*?</a>'
            r"</div></div></div>",
            r'<p><a href="\2">\1</a></p>',
            text,
        )

    return on_every_page(site, edit)


def _block_theme(site: Website) -> Website:
    def edit(text: str) -> str:
        text = text.replace('<article class="hentry">', '<article class="wp-block-group is-layout-flow">')
        text = text.replace('class="entry-meta"', 'class="wp-block-post-date"').replace("Posted on ", "")
        text = text.replace('class="entry-content"', 'class="entry-content wp-block-post-content"')
        return text.replace('<div id="secondary" class="widget-area">', '<footer class="wp-block-template-part">')

    return on_every_page(site, edit)


def _sidebar_first(site: Website) -> Website:
    return on_every_page(
        site,
        lambda text: text.replace(markup.SIDEBAR, "").replace(
            '<div id="primary" class="content-area">', markup.SIDEBAR + '<div id="primary" class="content-area">'
        ),
    )


def _capital_hex(site: Website) -> Website:
    return on_every_page(site, lambda text: re.sub(r"%[0-9a-f]{2}", lambda found: found[0].upper(), text))


def _web_survey(site: Website) -> Website:
    form = (
        '<form class="wpforms-form" method="post"><p>โปรดให้คะแนนความพึงพอใจต่อเว็บไซต์โรงพยาบาลทุ่งดอกคูน</p>'
        '<label>ความพอใจ <select name="score"><option>มาก</option><option>น้อย</option></select></label>'
        "<button>ส่ง</button></form>"
    )
    link = '<p><a href="/web-survey/">แบบสำรวจความพึงพอใจเว็บไซต์</a></p>'
    site = site.edited_everywhere("ผู้เข้าชมทั้งหมด 204,118 คน</p>", "ผู้เข้าชมทั้งหมด 204,118 คน</p>" + link)
    survey = page("/web-survey/", "แบบสำรวจความพึงพอใจเว็บไซต์", form)
    return site.with_answer("/web-survey/", Answer(body=survey.replace("[wpdm]", "")))


def _manual_with_times(site: Website) -> Website:
    steps = [(step, time) for (step, _), time in zip(TRIAGE, TIMES, strict=True)]
    return _package(site, "wi-triage", office.manual(OFFICE, "การคัดแยกผู้ป่วย (Triage)", steps))


def _another_hospitals_history(site: Website) -> Website:
    body = (
        f"<p>{NEIGHBOUR} ก่อตั้งเมื่อ พ.ศ. 2519 เดิมเป็นศูนย์การแพทย์และอนามัย</p>"
        "<p>โรงพยาบาลบึงกระโดน ยกฐานะเป็นโรงพยาบาลชุมชนขนาด 30 เตียง เมื่อ พ.ศ. 2535 นายแพทย์ชูชาติ พลนา เป็นผู้อำนวยการคนแรก</p>"
    )
    return _rewritten(site, "/ความเป็นมาของโรงพยาบาล/", "ความเป็นมาของโรงพยาบาล", body)


_SOLD = (
    '<div style="position:absolute;left:-9999px"><a href="https://slot-maxwin.invalid/">สล็อตเว็บตรง แตกง่าย</a> '
    '<a href="https://ufabet.invalid/">UFABET ทางเข้า</a> <a href="https://pgslot.invalid/">slot gacor</a></div>'
)

_CAMPAIGN = (
    "<section><h2>รณรงค์ป้องกันการพนันออนไลน์</h2><p>โทษของการพนัน: สล็อตออนไลน์ บาคาร่า แทงบอล หวยออนไลน์ "
    'คำชวนเช่น เครดิตฟรี ฝากถอนออโต้ เป็นกลลวง</p><div style="display:none"><a href="https://www.thaihealth.or.th/">'
    "ติดการพนัน ปรึกษาสายด่วน 1323</a></div></section>"
)


def _rogue_folder(site: Website) -> Website:
    advert = page(
        "/slot-gacor/",
        "สล็อตเว็บตรง ไม่ผ่านเอเย่นต์ ฝากถอนไม่มีขั้นต่ำ",
        "<p>สมัครสล็อต รับเครดิตฟรี 100 รองรับทรูวอเลท คาสิโนสด บาคาร่า แทงบอลออนไลน์ ตลอด 24 ชั่วโมง</p>",
    )
    entry = '<div style="display:none"><a href="/slot-gacor/">โปรโมชั่น</a></div>'
    return on_every_foot(site, entry).with_answer("/slot-gacor/", Answer(body=advert))


MUTATIONS = (
    Mutation(
        "the history is being prepared",
        lambda site: _rewritten(
            site, "/ความเป็นมาของโรงพยาบาล/", "ความเป็นมาของโรงพยาบาล", "<p>อยู่ระหว่างจัดเตรียมข้อมูล</p>"
        ),
        {"1.1.history": FAIL},
    ),
    Mutation("the history is another hospital's", _another_hospitals_history, {"1.1.history": FAIL_OR_REVIEW}),
    Mutation(
        "the poster tells its words",
        lambda site: site.edited(
            VISION,
            'width="800" height="600">',
            'alt="วิสัยทัศน์ : โรงพยาบาลชุมชนชั้นนำ ประชาชนวางใจ พันธกิจ : 1. ให้บริการที่มีคุณภาพ 2. สร้างเสริมสุขภาพเชิงรุก">',
        ),
        same(PASS, "1.1.vision", "1.1.mission"),
    ),
    Mutation(
        "things carry other usual names",
        lambda site: (
            site.edited_everywhere("ทีมบริหาร", "คณะผู้บริหาร")
            .edited_everywhere("ผังองค์กร", "โครงสร้างการบริหาร")
            .edited_everywhere(">สาระสุขภาพ<", ">ความรู้สุขภาพ<")
        ),
    ),
    Mutation("the duties stand in the yearly folder", _duties, {"1.1.duties": PASS}),
    Mutation(
        "this year's plan is last year's",
        lambda site: _package(site, "action-plan-2568", office.action_plan(OFFICE, 2567)),
        {"1.1.action-plan": PARTIAL | REVIEW},
    ),
    Mutation(
        "the strategy is new",
        lambda site: site.with_body(
            f"{UPLOADS}/2020/01/strategy63-67.pdf", office.strategy(OFFICE, 2568, 2572)
        ).edited_everywhere("แผนยุทธศาสตร์ 63-67", "แผนยุทธศาสตร์ 68-72"),
        {"1.1.strategy": PASS},
    ),
    Mutation(
        "the agreement is one",
        lambda site: site.with_body(f"{YEAR}/moit2-pa-form.pdf", office.agreement(OFFICE, 2568)),
        {"1.1.performance-agreement": PASS, "2.2.request-form": FAIL},
    ),
    Mutation("the annual report has text", _with_typed_report, {"1.1.annual-report": PASS}),
    Mutation("there is no fax", lambda site: site.edited_everywhere("Fax. 045-009902<br>", ""), {"1.1.fax": FAIL}),
    Mutation(
        "the e-mail address is written against robots",
        lambda site: site.edited_everywhere("tdk_hospital@hotmail.invalid", "tdk_hospital (at) hotmail.invalid"),
    ),
    Mutation(
        "a map is shown",
        lambda site: _rewritten(
            site,
            "/ติดต่อเรา/",
            "ติดต่อเรา",
            '<iframe src="https://www.google.com/maps/embed?pb=!1m18!3d15.8!2d104.3" width="600"></iframe>',
        ),
        {"1.1.map": PASS},
    ),
    Mutation("the downloads are plain links", _plain_links),
    Mutation("addresses are written in capital hexadecimals", _capital_hex),
    Mutation("the theme is one of blocks", _block_theme),
    Mutation("the widgets come before the text", _sidebar_first),
    Mutation("the header names no charset", lambda site: site.recoded("utf-8", "text/html")),
    Mutation(
        "letters are in other code points",
        lambda site: on_every_page(site, outside_tags(in_other_code_points)),
    ),
    Mutation(
        "the laws are not found",
        lambda site: _rewritten(site, "/กฏหมายและระเบียบ/", "กฏหมายและระเบียบ", "<p>Nothing Found</p>").without(
            *(address for address in papers() if "/act-" in address)
        ),
        same(FAIL, "1.2.laws", "1.2.laws-source"),
    ),
    Mutation(
        "the strategy is refused (403)",
        lambda site: site.with_status(403, f"{UPLOADS}/2020/01/strategy63-67.pdf"),
        {"1.1.strategy": UNVERIFIABLE},
    ),
    Mutation(
        "the poster of the steps has no words",
        lambda site: site.with_body(
            "/ขั้นตอนการรับบริการ/",
            re.sub(r' alt="ขั้นตอน[^"]*"', "", str(site.answers["/ขั้นตอนการรับบริการ/"].body)),
        ),
        same(REVIEW, "1.7.guide", "1.7.guide-steps", "1.7.guide-durations") | {"1.7.guide-download": FAIL_OR_REVIEW},
    ),
    Mutation("web masters are appointed", _webmasters, same(PASS, "2.1.webmaster-order", "3.1.two-webmasters")),
    Mutation(
        "the counter is gone",
        lambda site: site.edited_everywhere(markup.COUNTER_WIDGET, ""),
        {"1.10.statistics": FAIL},
    ),
    Mutation("a survey on the website is offered", _web_survey, {"1.10.satisfaction-survey": PASS}),
    Mutation("the manual tells times", _manual_with_times, {"1.6.manual-durations": PASS}),
    Mutation(
        "the knowledge names no source",
        lambda site: site.edited_everywhere("<p>ที่มา: กรมการแพทย์</p>", "").edited_everywhere(
            "<p>เครดิต : กองโรคไม่ติดต่อ กรมควบคุมโรค</p>", ""
        ),
        {"1.3.knowledge-source": FAIL_OR_PARTIAL},
    ),
    Mutation(
        "the contact page holds nothing",
        lambda site: _rewritten(site, "/ติดต่อเรา/", "ติดต่อเรา", ""),
    ),
    Mutation("the laws are spelt rightly", lambda site: site.edited_everywhere("กฏหมาย", "กฎหมาย")),
    Mutation(
        "the plan's labels are Thai",
        lambda site: site.edited_everywhere("Action Plan 2568", "แผนปฏิบัติการ ปีงบประมาณ ๒๕๖๘"),
    ),
    Mutation(
        "the plan stands in the yearly folder, too",
        lambda site: _in_folder(
            site, "moit2-plan", "MOIT2 ข้อ 9 แผนปฏิบัติการประจำปี", package_papers()["action-plan-2568"]
        ),
    ),
    Mutation(
        "only social networks are linked",
        lambda site: site.edited_everywhere(
            markup.LINK_WIDGET,
            '<aside class="widget"><ul><li><a href="https://www.facebook.com/tdkhosp">Facebook</a></li><li>'
            '<a href="https://www.youtube.com/tdkhosp">YouTube</a></li><li><a href="https://line.me/tdk">LINE</a></li>'
            "</ul></aside>",
        ),
        {"1.4.weblinks": FAIL},
    ),
    Mutation("only former directors are named", lambda site: site.without("/ทีมบริหาร/"), {"1.1.executives": FAIL}),
    Mutation(
        "patients are counted, no visitors",
        lambda site: (
            site.edited_everywhere("สถิติผู้เข้าชม", "สถิติผู้ป่วย")
            .edited_everywhere("ผู้เข้าชมวันนี้", "ผู้ป่วยนอกวันนี้")
            .edited_everywhere("ผู้เข้าชมทั้งหมด", "ผู้ป่วยนอกทั้งหมด")
        ),
        {"1.10.statistics": FAIL},
    ),
    Mutation(
        "the only e-mail address is the theme's",
        lambda site: site.edited_everywhere("<br>e-mail: tdk_hospital@hotmail.invalid", ""),
        {"1.1.email": FAIL_OR_REVIEW},
    ),
    Mutation(
        "only a program's manual is offered",
        lambda site: site.with_body(
            "/wi-cpg/",
            re.sub(
                r'<div class="w3eden">.*?(?=<div class="w3eden">)',
                "",
                str(site.answers["/wi-cpg/"].body),
                count=1,
                flags=re.DOTALL,
            ),
        ).without("/download/wi-triage/"),
        same(FAIL, "1.6.manual", "1.6.manual-steps", "1.6.manual-durations", "1.6.manual-download"),
    ),
    Mutation(
        "the chart answers 500",
        lambda site: site.with_status(500, f"{UPLOADS}/2024/10/orgchart-2568.pdf"),
        {"1.1.structure": UNVERIFIABLE},
    ),
    Mutation(
        "the menu stands at the bottom",
        lambda site: on_every_page(
            site,
            lambda text: text.replace(markup.NAV, "").replace(
                '<footer id="colophon"', f'{markup.NAV}<footer id="colophon"'
            ),
        ),
    ),
    Mutation(
        "all pages carry one title",
        lambda site: on_every_page(
            site, lambda text: re.sub(r"<title>[^<]*</title>", f"<title>{markup.NAME}</title>", text)
        ),
    ),
    Mutation(
        "an intruder sells links in the template",
        lambda site: on_every_foot(site, _SOLD),
        {"3.4.computer-crime": FAIL},
        (
            FindingMark(rule="security.hidden-links", url_suffix=""),
            FindingMark(rule="security.gambling-spam", url_suffix=""),
        ),
    ),
    Mutation(
        "an intruder keeps a folder of slots",
        _rogue_folder,
        {"3.4.computer-crime": FAIL},
        (FindingMark(rule="security.gambling-spam", url_suffix="/slot-gacor/"),),
    ),
    Mutation(
        "a campaign against gambling is told of",
        lambda site: on_every_foot(site, _CAMPAIGN),
    ),
)
