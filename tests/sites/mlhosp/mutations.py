"""What may happen to the general hospital's site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.findings import Status
from tests.sites import office
from tests.sites.content import Fragment
from tests.sites.mlhosp import chrome, edits, papers
from tests.sites.mlhosp.edits import CONTACT, ITA, OIA, PLAN, everywhere, linked, page, paper, rewritten, told
from tests.sites.mutation import (
    FAIL,
    FAIL_OR_REVIEW,
    PARTIAL,
    PASS,
    UNVERIFIABLE,
    Mutation,
    answering_all,
    as_entities,
    on_every_page,
    outside_tags,
    same,
)
from tests.sites.papers import Paper
from tests.sites.truth import FindingMark

if TYPE_CHECKING:
    from tests.sites.website import Website

NOT_APPLICABLE = frozenset({Status.NOT_APPLICABLE})
FORM_WORDS = ("m1_form", "m1_form2", "m2_form9")
WAITING = "<li>9.2 แผนปฏิบัติราชการ ปี 2569 (รอเอกสาร)</li>"
WAITED = "แผนปฏิบัติราชการ ปี 2569 (รอเอกสาร)"
SPAM = (
    '<div style="height:0;overflow:hidden"><a href="https://pgslot-auto.invalid/">สล็อตเว็บตรง แตกง่าย</a> <a '
    'href="https://ufabet-go.invalid/">แทงบอลออนไลน์ เครดิตฟรี ฝากถอนไม่มีขั้นต่ำ</a></div>'
)
COUNTER = (
    '<div class="wps-widget"><h4>สถิติผู้เยี่ยมชมเว็บไซต์</h4><p>วันนี้ : 612<br>เมื่อวาน : 1,408<br>เดือนนี้ : 14,022<br>ทั้งหมด : '
    "2,118,450</p></div>"
)
PROVINCE_HISTORY = (
    "<p>จังหวัดพนาสินธุ์เดิมเป็นเมืองหน้าด่านสมัยกรุงธนบุรี ตั้งขึ้นเป็นจังหวัดเมื่อ พ.ศ. 2459 มีแม่น้ำพนาไหลผ่านกลางเมือง "
    "คำขวัญประจำจังหวัด พนางามล้ำ ลำน้ำสายธาร</p>"
)
UNITS = (
    "<ul><li>ผู้อำนวยการโรงพยาบาลพนาสินธุ์<ul><li>กลุ่มภารกิจด้านอำนวยการ : กลุ่มงานบริหารทั่วไป กลุ่มงานพัสดุ กลุ่มงานการเงิน</li><li>"
    "กลุ่มภารกิจด้านบริการทุติยภูมิและตติยภูมิ : กลุ่มงานอายุรกรรม กลุ่มงานศัลยกรรม กลุ่มงานกุมารเวชกรรม</li><li>กลุ่มภารกิจด้านการพยาบาล"
    "</li><li>กลุ่มภารกิจด้านบริการปฐมภูมิ</li></ul></li></ul>"
)
SECTION_9 = (
    "<ul><li>9(1) ผลการพิจารณาหรือคำวินิจฉัยที่มีผลโดยตรงต่อเอกชน : ไม่มี</li><li>"
    '9(2) นโยบายหรือการตีความ : <a href="/about/vision/">'
    'วิสัยทัศน์ พันธกิจ</a></li><li>9(3) <a href="/plan/">แผนงาน โครงการ และงบประมาณรายจ่ายประจำปี</a></li><li>9(4) <a '
    'href="/?wpdmpro=wm-er">คู่มือหรือคำสั่งเกี่ยวกับวิธีปฏิบัติงาน</a></li><li>9(5) สิ่งพิมพ์ที่มีการอ้างอิงถึง : ไม่มี</li><li>9(6) '
    'สัญญาสัมปทาน : ไม่มี</li><li>9(7) มติคณะรัฐมนตรี : ไม่มี</li><li>9(8) <a href="/department/supply/skr1/">'
    "ข้อมูลข่าวสารอื่นที่คณะกรรมการกำหนด (สขร.1)</a></li></ul>"
)
ACT_7 = (
    "<p>มาตรา 7 หน่วยงานของรัฐต้องส่งข้อมูลข่าวสารของราชการอย่างน้อยดังต่อไปนี้ลงพิมพ์ในราชกิจจานุเบกษา ข้อมูลข่าวสารใดที่ได้มีการจัดพิมพ์"
    "เพื่อให้แพร่หลายตามจำนวนพอสมควรแล้ว ถ้ามีการลงพิมพ์ในราชกิจจานุเบกษาโดยอ้างอิงถึงสิ่งพิมพ์นั้นก็ให้ถือว่าเป็นการปฏิบัติตามบทบัญญัติ"
    "วรรคหนึ่งแล้ว</p>"
)
CIO = "<p>รองผู้อำนวยการฝ่ายการแพทย์<br>ผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO) โรงพยาบาลพนาสินธุ์<br>โทร. 0 4477 1102</p>"
GAZETTE = {
    "พระราชบัญญัติสถานพยาบาล พ.ศ. 2541": "ราชกิจจานุเบกษา เล่ม 115 ตอนที่ 15 ก",
    "พระราชบัญญัติการแพทย์ฉุกเฉิน พ.ศ. 2551": "ราชกิจจานุเบกษา เล่ม 125 ตอนที่ 44 ก",
    "พระราชบัญญัติสุขภาพแห่งชาติ พ.ศ. 2550": "ราชกิจจานุเบกษา เล่ม 124 ตอนที่ 16 ก",
    "ระเบียบกระทรวงสาธารณสุขว่าด้วยเงินบำรุงของหน่วยบริการ พ.ศ. 2562": "ราชกิจจานุเบกษา เล่ม 136 ตอนพิเศษ 159 ง",
}
MORE_NEWS = Fragment(
    "/archives/3122",
    "ประชุมติดตามการจัดทำรายงานประจำปี แผนยุทธศาสตร์ ผลการปฏิบัติราชการ และคำสั่งแต่งตั้ง CIO",
    ("2026-02-10", "news", "กลุ่มงานยุทธศาสตร์และแผนงานโครงการ"),
    "<p>กลุ่มงานยุทธศาสตร์ฯ นำเสนอความก้าวหน้าต่อคณะกรรมการบริหารโรงพยาบาล</p>",
)
COMPLAINTS = papers.paper(
    "คู่มือการปฏิบัติงานการร้องเรียนการปฏิบัติงานหรือให้บริการของเจ้าหน้าที่",
    "|ขั้นตอน|ระยะเวลา|",
    "|รับเรื่องร้องเรียน|1 วัน|",
    "|ตรวจสอบข้อเท็จจริง|15 วัน|",
    "|แจ้งผลผู้ร้อง|3 วัน|",
)
BLANK_FORM = Paper(
    (
        "# แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงานในราชการบริหารส่วนภูมิภาค",
        "ชื่อหน่วยงาน : ........................................",
        "วัน/เดือน/ปี : ........................................",
        "หัวข้อ : ........................................",
        "ผู้รับผิดชอบการให้ข้อมูล ....................  ผู้อนุมัติรับรอง ....................",
    )
)
NEIGHBOUR = office.Office(
    name="โรงพยาบาลบ้านหนองยาง",
    short="รพ.บ้านหนองยาง",
    province="จังหวัดพนาสินธุ์",
    reference="พส ๐๐๓๓.๓๐๕",
    head="แพทย์หญิงกนกอร ใจมั่น",
    head_title="ผู้อำนวยการโรงพยาบาลบ้านหนองยาง",
    superior="นายแพทย์สาธารณสุขจังหวัดพนาสินธุ์",
    phone="0 4477 5511",
    services=("งานผู้ป่วยนอก",),
)
TIMELESS_GUIDE = office.guide(papers.OFFICE, "การรับบริการผู้ป่วยนอก", tuple((step, "") for step, _ in papers.SERVICE))


def _laws_sourced(site: Website) -> Website:
    for law, source in GAZETTE.items():
        site = site.edited("/laws/", f"{law}</a>", f"{law}</a><br>ที่มา : {source}")
    return site


def _blank_forms(site: Website) -> Website:
    """All request forms are templates that nobody filled in."""
    return edits.in_order(*(paper(word, BLANK_FORM) for word in FORM_WORDS))(site)


def _renamed(site: Website) -> Website:
    """Other names for the same pages in the menu and over the text."""
    names = (
        ("วิสัยทัศน์ พันธกิจ ค่านิยม", "ทิศทางองค์กร"),
        ("วิสัยทัศน์ พันธกิจ<", "ทิศทางองค์กร<"),
        ("ทำเนียบผู้บริหาร", "คณะผู้บริหารโรงพยาบาล"),
        ("โครงสร้างองค์กร", "ผังองค์กร"),
        ("หน้าที่และอำนาจ", "บทบาทภารกิจ"),
        ("ข่าวรับสมัครงาน", "ร่วมงานกับเรา"),
    )
    for old, new in names:
        site = site.edited_everywhere(old, new)
    return site


IDLE = (
    Mutation("letters as references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation("not found with status 200", answering_all),
    Mutation("no classes", everywhere(r' class="(?!_df_book)[^"]*"', "")),
    Mutation("Thai digits", edits.thai_digits),
    Mutation("the accordions are the browser's own", lambda site: on_every_page(site, edits.as_details)),
    Mutation("the tabs stand one below another", lambda site: on_every_page(site, edits.tabs_one_below_another)),
    Mutation("nothing in English", edits.thai_only),
    Mutation("tokens in the download links", edits.with_tokens),
    Mutation("other names for the same pages", _renamed),
    Mutation(
        "grey with a window of mourning",
        lambda site: site.edited_everywhere(
            '<body class="wp-embed-responsive">',
            '<body style="filter:grayscale(95%)"><div class="pum-overlay" role="dialog"><p>ข้าพระพุทธเจ้า คณะผู้บริหารและ'
            "เจ้าหน้าที่ น้อมสำนึกในพระมหากรุณาธิคุณ</p></div>",
        ),
    ),
    Mutation("more news that speaks of papers", told(edits.as_it_is, MORE_NEWS)),
    Mutation(
        "last year's plan under this year's name",
        linked(ITA, WAITED, "แผนปฏิบัติราชการ ปี 2569", "2026/01/MOIT2-9.2", office.action_plan(papers.OFFICE, 2568)),
        {"1.1.action-plan": PARTIAL},  # as before, now shown by this file, too
    ),
    Mutation(
        "the province's plan under the hospital's item",
        linked(ITA, WAITED, "แผนปฏิบัติราชการ ปี 2569", "2026/01/MOIT2-9.2", office.action_plan(papers.PROVINCE, 2569)),
    ),
    Mutation("the province's strategy beside the pictures", edits.strategy_of_the_province),
    Mutation("times in the manual of complaints", paper("complaint", COMPLAINTS)),
    Mutation(
        "nothing bought in January", paper("skr01", office.monthly_procurement(papers.OFFICE, "มกราคม", 2569, ()))
    ),
)
WORSE = (
    Mutation(
        "the history is the province's",
        edits.in_order(page("/about/history/", "ประวัติความเป็นมา", PROVINCE_HISTORY), edits.thai_only),
        {"1.1.history": FAIL_OR_REVIEW},
    ),
    Mutation(
        "only the nurses' vision",
        edits.in_order(page("/about/vision/", "วิสัยทัศน์ พันธกิจ ค่านิยม", "<p>อยู่ระหว่างปรับปรุงข้อมูล</p>"), edits.thai_only),
        same(FAIL_OR_REVIEW, "1.1.vision", "1.1.mission"),
    ),
    Mutation(
        "the executives are to come",
        edits.in_order(page("/about/executives/", "ทำเนียบผู้บริหาร", "<p>กำลังปรับปรุงข้อมูล</p>"), edits.thai_only),
        {"1.1.executives": FAIL_OR_REVIEW | PARTIAL},  # the older site has the board of 2558
    ),
    Mutation(
        "the annual report is the province's",
        lambda site: paper("annual68", office.annual_report(papers.PROVINCE, 2568))(
            site.edited(PLAN, "รายงานประจำปี 2568", "รายงานประจำปี 2568 สสจ.พนาสินธุ์")
        ),
        {"1.1.annual-report": FAIL_OR_REVIEW},
    ),
    Mutation(
        "the contact page is out of reach",
        lambda site: edits.thai_only(site).with_status(503, CONTACT),
        same(UNVERIFIABLE, "1.1.contact", "1.1.fax", "1.1.map", "1.1.email"),
    ),
    Mutation(
        "the Act's words for section 7",
        rewritten(OIA, r'<ul class="wp-block-list"><li>7\(1\).*?</ul>', ACT_7),
        {"1.5.oia-7": FAIL},
    ),
    Mutation(
        "the guide without times",
        lambda site: paper("guide", TIMELESS_GUIDE)(
            rewritten("/services/guide/", r"<th>ระยะเวลา</th>|<td>\d+ (?:นาที|วันทำการ)</td>", "")(site)
        ),
        {"1.7.guide-durations": FAIL},
    ),
    Mutation("no forms", edits.no_forms, {"1.7.forms": NOT_APPLICABLE}),
    Mutation("no news for two years", told(edits.old_news), {"1.8.news": PARTIAL}),
    Mutation("the monthly summaries stop", edits.months_of_last_year, {"1.5.oia-committee": PARTIAL}),
    Mutation(
        "the queue is the staff's",
        page(
            "/services/queue/",
            "จองห้องประชุม",
            '<p>สำหรับเจ้าหน้าที่ กรุณาเข้าสู่ระบบ</p><form method="post" action="/wp-login.php">'
            '<input type="password" name="pwd"></form>',
        ),
        {"1.9.e-service": NOT_APPLICABLE},
    ),
    Mutation(
        "the survey asks about the ward",
        lambda site: (
            site.edited("/website-survey/", "ต่อเว็บไซต์โรงพยาบาลพนาสินธุ์", "ต่อการบริการห้องผู้ป่วยใน")
            .edited("/website-survey/", "แบบประเมินความพึงพอใจต่อเว็บไซต์", "แบบประเมินความพึงพอใจผู้ป่วยใน")
            .edited("/website-survey/", "เพื่อปรับปรุงเว็บไซต์", "เพื่อปรับปรุงบริการ")
            .edited_everywhere("ประเมินเว็บไซต์", "ประเมินบริการผู้ป่วยใน")
        ),
        {"1.10.satisfaction-survey": FAIL_OR_REVIEW},
    ),
    Mutation(
        "the announcement is a neighbour's",
        paper("m1_announce", office.announcement(NEIGHBOUR, "3 พฤศจิกายน 2568")),
        {"3.announcement": PARTIAL},
    ),
    Mutation("request forms that nobody filled in", _blank_forms, {"2.2.request-form": FAIL}),
    Mutation(
        "hidden gambling links",
        lambda site: site.edited("/statistics/", "</footer>", f"</footer>{SPAM}"),
        {"3.4.computer-crime": FAIL},
        tuple(
            FindingMark(rule=f"security.{sign}", url_suffix="/statistics/")
            for sign in ("gambling-spam", "hidden-links")
        ),
    ),
)
BETTER = (
    Mutation(
        "the structure in words",
        rewritten("/about/structure/", r'<figure class="wp-block-image size-full">.*?</figure>', UNITS),
        {"1.1.structure": PASS},
    ),
    Mutation(
        "a CIO among the executives",
        rewritten("/about/executives/", r"<p>รองผู้อำนวยการฝ่ายการแพทย์<br>.*?</p>", CIO),
        {"1.1.cio": PASS},
    ),
    Mutation(
        "the strategy has text",
        lambda site: linked(
            PLAN,
            re.findall(r'<div class="_df_book[^>]*id="df_strategy".*?</script>', edits.text(site, PLAN), re.DOTALL)[
                0
            ],
            "แผนยุทธศาสตร์โรงพยาบาลพนาสินธุ์ พ.ศ. 2566 - 2570 (PDF)",
            "2025/11/strategy",
            office.strategy(papers.OFFICE, 2566, 2570),
        )(site),
        {"1.1.strategy": PASS},
    ),
    Mutation(
        "the plan of this year is there",
        linked(ITA, WAITED, "แผนปฏิบัติราชการ ปี 2569", "2026/01/MOIT2-9.2", office.action_plan(papers.OFFICE, 2569)),
        {"1.1.action-plan": PASS},
    ),
    Mutation(
        "the agreement without a log-in",
        edits.agreement_open(office.agreement(papers.OFFICE, 2569)),
        {"1.1.performance-agreement": PASS},
    ),
    Mutation(
        "the agreement of the year before last without a log-in",
        edits.agreement_open(office.agreement(papers.OFFICE, 2567)),
        {"1.1.performance-agreement": PARTIAL},
    ),
    Mutation("the laws have sources", _laws_sourced, {"1.2.laws-source": PASS}),
    Mutation("all knowledge has its source", told(edits.sourced), {"1.3.knowledge-source": PASS}),
    Mutation("an index of section 9", rewritten(OIA, r"<p>มาตรา 9 ภายใต้.*?</p>", SECTION_9), {"1.5.oia-9": PASS}),
    Mutation(
        "times in the manual",
        paper("manual", papers.emergency_manual(papers.EMERGENCY_TIMES)),
        {"1.6.manual-durations": PASS},
    ),
    Mutation(
        "an open vacancy, the closed ones apart", edits.jobs_kept_apart, {"1.8.jobs": PASS, "3.2.expired": PASS}
    ),
    Mutation(
        "a counter of visits",
        lambda site: site.edited_everywhere(chrome.FOOT, chrome.FOOT.replace("<p>©", f"{COUNTER}<p>©")),
        {"1.10.statistics": PASS},
    ),
    Mutation(
        "the order has text", paper("m1_order", papers.ORDER), same(PASS, "2.1.webmaster-order", "3.1.two-webmasters")
    ),
    Mutation(
        "the order names one",
        paper("m1_order", office.webmaster_order(papers.OFFICE, "412/2568", "14 ตุลาคม 2568", papers.WEBMASTERS[:1])),
        {"2.1.webmaster-order": PASS, "3.1.two-webmasters": FAIL},
    ),
)
MUTATIONS = (*IDLE, *WORSE, *BETTER)
