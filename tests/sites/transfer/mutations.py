"""What may happen to the transferred health centre's site."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.findings import Status
from tests.sites import office
from tests.sites.content import Fragment
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
from tests.sites.transfer import markup, papers
from tests.sites.truth import FindingMark
from tests.sites.website import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sites.papers import Paper
    from tests.sites.website import Website

NOT_APPLICABLE = frozenset({Status.NOT_APPLICABLE})
DIRECTION, CONTACT, PLANS, OIA, LAWS = "/about/direction", "/contact", "/plans", "/oia", "/laws"
DATA = re.compile(r'<script id="__NEXT_DATA__".*?</script>', re.DOTALL)
OWN_TAB = re.compile(r"<h3>วิสัยทัศน์</h3>.*?</ul>", re.DOTALL)
SPAM = (
    '<div style="position:absolute;left:-9999px"><a href="https://slot-pg88.invalid/">สล็อตเว็บตรง บาคาร่าออนไลน์ '
    "เครดิตฟรี</a>"
    '<a href="https://ufa-bet.invalid/">แทงบอลออนไลน์ ฝากถอนไม่มีขั้นต่ำ</a></div>'
)
GAZETTE = {
    "พระราชบัญญัติการสาธารณสุข พ.ศ. 2535": "ราชกิจจานุเบกษา เล่ม 109 ตอนที่ 38",
    "พระราชบัญญัติโรคติดต่อ พ.ศ. 2558": "ราชกิจจานุเบกษา เล่ม 132 ตอนที่ 86 ก",
    "พระราชบัญญัติระบบสุขภาพปฐมภูมิ พ.ศ. 2562": "ราชกิจจานุเบกษา เล่ม 136 ตอนที่ 56 ก",
    "ว่าด้วยการจัดบริการสาธารณสุข พ.ศ. 2566": "ราชกิจจานุเบกษา เล่ม 140 ตอนพิเศษ 201 ง",
}
COOKIES = (
    '<div role="region" class="fixed bottom-0"><p>เว็บไซต์นี้ใช้คุกกี้เพื่อพัฒนาประสบการณ์การใช้งานของท่าน</p>'
    '<button type="button">ยอมรับ</button></div>'
)
HEAD = (
    '<div class="rounded-2xl shadow p-4"><img alt="" src="/uploads/staff1_1b.jpg"><h3>นายธนากร ศรีธารา</h3>'
    "<p>นายกองค์การบริหารส่วนจังหวัดนครธารา</p></div>"
)
COUNTY_HISTORY = (
    "<h1>เรื่องราวของเรา</h1><p>องค์การบริหารส่วนจังหวัดนครธารา จัดตั้งขึ้นเมื่อ พ.ศ. 2498 ตามพระราชบัญญัติระเบียบบริหารราชการส่วนจังหวัด "
    "และได้ย้ายที่ทำการมาอยู่ถนนพลเมืองเมื่อ พ.ศ. 2540</p>"
)
ACT = (
    "<p>มาตรา 9 ภายใต้บังคับมาตรา 14 และมาตรา 15 "
    "หน่วยงานของรัฐต้องจัดให้มีข้อมูลข่าวสารของราชการอย่างน้อยดังต่อไปนี้ไว้ให้ประชาชนเข้าตรวจดูได้ ทั้งนี้ "
    "ตามหลักเกณฑ์และวิธีการที่คณะกรรมการกำหนด</p>"
)


def _text(site: Website, where: str) -> str:
    body = site.answers[where].body
    assert isinstance(body, str)
    return body


def _rewritten(where: str, pattern: str, new: str) -> Callable[[Website], Website]:
    return lambda site: site.with_body(where, re.sub(pattern, new, _text(site, where), flags=re.DOTALL))


def _main(where: str, body: str) -> Callable[[Website], Website]:
    """Another text in a page."""
    return _rewritten(where, r"<main.*</main>.*?(?=<footer)", f'<main class="container">{body}</main>')


def _all(pattern: str, new: str) -> Callable[[Website], Website]:
    return lambda site: on_every_page(site, lambda text: re.sub(pattern, new, text, flags=re.DOTALL))


def _paper(name: str, made: Paper) -> Callable[[Website], Website]:
    return lambda site: site.with_body(f"{papers.UPLOADS}{name}.pdf", made)


def _with_paper(where: str, old: str, new: str, address: str, made: Paper) -> Callable[[Website], Website]:
    return lambda site: site.edited(where, old, new).with_answer(address, Answer(body=made))


def _as_details(text: str) -> str:
    return re.sub(
        (
            r'<div class="border-b"><h2><button [^>]*>(.*?)<span class="chevron">⌄</span></button></h2><div '
            r"[^>]*>(.*?)</div></div>"
            r'(?=<div class="border-b">|'
            r"</article>)"
        ),
        r"<details><summary>\1</summary><div>\2</div></details>",
        text,
        flags=re.DOTALL,
    )


def _short_days(text: str) -> str:
    """Days in words as rows tell them: 12 พ.ค. 69."""
    for number, month in enumerate(office.MONTHS):
        text = re.sub(rf"(\d{{1,2}}) {month} 25(\d\d)</time>", rf"\1 {markup.SHORT_MONTHS[number]} \2</time>", text)
    return text


def _one_web_master() -> Paper:
    name, post, work = papers.WEBMASTERS[0]
    return papers.order((name, post, work), ("นางสุภาวดี เรืองไร", "ผู้อำนวยการ", "ผู้อนุมัติการเผยแพร่"))


def _laws_sourced(site: Website) -> Website:
    for law, source in GAZETTE.items():
        site = site.edited(LAWS, f"{law}</a>", f"{law}</a> (ที่มา : {source})")
    return site


def _archived(site: Website) -> Website:
    """The vacancy that closed stands in the archive."""
    card = re.search(
        r'<a class="rounded-xl border overflow-hidden" href="/jobs/6">.*?</a>', _text(site, "/jobs"), re.DOTALL
    )
    assert card is not None
    listed = site.edited("/jobs", card.group(), "")
    body = f"<h1>คลังประกาศ (สิ้นสุดการรับสมัครแล้ว)</h1><div>{card.group()}</div>"
    archive = markup.page("คลังประกาศ (สิ้นสุดการรับสมัครแล้ว)", body, "/jobs/archive")
    linked = listed.edited("/jobs", "ร่วมงานกับเรา</h1>", 'ร่วมงานกับเรา</h1><a href="/jobs/archive">คลังประกาศย้อนหลัง</a>')
    return linked.with_answer("/jobs/archive", Answer(body=archive))


def _trained(site: Website) -> Website:
    told = Fragment(
        "/news/76",
        "อบรมการรักษาความมั่นคงปลอดภัยไซเบอร์และ PDPA สำหรับผู้ดูแลเว็บไซต์ รพ.สต.",
        ("2026-02-19", "news", "งานบริหาร"),
        "",
    )
    body = "<p>เจ้าหน้าที่ รพ.สต.บ้านคลองไผ่ 8 คนเข้ารับการอบรมความมั่นคงปลอดภัยไซเบอร์ เมื่อวันที่ 18 กุมภาพันธ์ 2569</p>"
    return site.edited_everywhere("อบรมคุณธรรม จริยธรรม และวินัยบุคลากร อบจ.", told.title).with_body(
        "/news/76", markup.post(told, body)
    )


def _old_news(site: Website) -> Website:
    """Nothing new since the fiscal year before the last."""
    for number in range(75, 82):
        address = f"/news/{number}"
        site = site.with_body(
            address, re.sub(r'<time dateTime="[^"]*">[^<]*', "<time>3 มิถุนายน 2567", _text(site, address))
        )
    for address in ("/", "/news"):
        shown = r'(href="/news/\d+">.*?<p class="text-xs text-gray-400">)[^<]*'
        site = site.with_body(address, re.sub(shown, r"\g<1>3 มิ.ย. 2567", _text(site, address), flags=re.DOTALL))
    return site


def _thai_only(site: Website) -> Website:
    """The site without its English pages, which tell history, vision and telephone number, too."""
    return site.edited_everywhere('<a href="/en" hrefLang="en">EN</a>', "").without(*markup.ENGLISH)


def _told_anew(apply: Callable[[Website], Website]) -> Callable[[Website], Website]:
    """The change, with nothing of the former text left in the data beside the pages."""

    def applied(site: Website) -> Website:
        after = apply(site)
        answers = {
            address: replace(answer, body=DATA.sub("", answer.body))
            if isinstance(answer.body, str) and answer != site.answers.get(address)
            else answer
            for address, answer in after.answers.items()
        }
        return replace(after, answers=answers)

    return applied


MANUAL = office.manual(papers.OFFICE, "การตรวจรักษาเบื้องต้น", papers.TREATMENT)
TIMELESS = office.manual(papers.OFFICE, "การตรวจรักษาเบื้องต้น", tuple((step, "") for step, _ in papers.TREATMENT))
CIO = papers.paper(
    "คำสั่ง รพ.สต.บ้านคลองไผ่ ที่ 21/2568 เรื่อง แต่งตั้งผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO)",
    "แต่งตั้ง นางสุภาวดี เรืองไร ผู้อำนวยการ เป็นผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO) ประจำ รพ.สต.บ้านคลองไผ่",
    "สั่ง ณ วันที่ 3 พฤศจิกายน 2568",
)
CHANGES = (
    Mutation("letters as references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation("letters in other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))),
    Mutation("not found with status 200", answering_all),
    Mutation("no classes", _all(r' class="[^"]*"', "")),
    Mutation("Thai digits", lambda site: on_every_page(site, outside_tags(office.thai_digits))),
    Mutation("no data beside the page", lambda site: on_every_page(site, lambda text: DATA.sub("", text))),
    Mutation("the panels stand open", _all(r' hidden| aria-expanded="false"| data-state="closed"', "")),
    Mutation("the panels are the browser's own", lambda site: on_every_page(site, _as_details)),
    Mutation("one menu", _all(r'<nav class="md:hidden mobile-menu">.*?</nav>', "")),
    Mutation("short days", lambda site: on_every_page(site, _short_days)),
    Mutation("headings are divisions", _all(r"<(/?)h[1-3]\b", r"<\1div")),
    Mutation("nothing in English", _thai_only),
    Mutation("a banner on cookies", lambda site: site.edited_everywhere("<main", f"{COOKIES}<main")),
    Mutation(
        "a picture to mourn before every page",
        lambda site: site.edited_everywhere(
            '<body class="',
            '<body style="filter:grayscale(1)"><div role="dialog">น้อมส่งเสด็จสู่สวรรคาลัย</div><div class="',
        ),
    ),
    Mutation(
        "the head of the administration before the own team",
        lambda site: site.edited(
            "/about/team", '<div class="grid grid-cols-2', f'{HEAD}<div class="grid grid-cols-2'
        ),
    ),
    Mutation(
        "more news that speaks of papers",
        lambda site: site.edited(
            "/news/80",
            "เหตุฉุกเฉินโทร 1669</p>",
            "เหตุฉุกเฉินโทร 1669</p><p>ที่ประชุมจะรายงานผลการปฏิบัติราชการ และพิจารณาแต่งตั้ง CIO</p>",
        ),
    ),
    Mutation(
        "the history is the administration's",
        lambda site: _main("/about/story", COUNTY_HISTORY)(_thai_only(site)),
        {"1.1.history": FAIL_OR_REVIEW},
    ),
    Mutation(
        "only the administration's direction",
        lambda site: _thai_only(site).with_body(
            DIRECTION, OWN_TAB.sub("<p>อยู่ระหว่างจัดทำ</p>", _text(site, DIRECTION), count=1)
        ),
        same(FAIL_OR_REVIEW, "1.1.vision", "1.1.mission"),
    ),
    Mutation(
        "the structure is a picture",
        _main("/about/org", '<h1>โครงสร้างและอัตรากำลัง</h1><img src="/uploads/cover_0a.jpg" alt="">'),
        {"1.1.structure": REVIEW},
    ),
    Mutation(
        "the team is to come",
        _main("/about/team", "<h1>ทีมงานของเรา</h1><p>Coming soon</p>"),
        {"1.1.executives": FAIL_OR_REVIEW},  # last year's table leads to a shared drive
    ),
    Mutation(
        "a CIO is appointed",
        _with_paper(
            "/ita/2569",
            "คำสั่งมอบหมายผู้ดูแลเว็บ</a>",
            'คำสั่งมอบหมายผู้ดูแลเว็บ</a><br/><a href="/uploads/cio_1.pdf">คำสั่ง CIO</a>',
            "/uploads/cio_1.pdf",
            CIO,
        ),
        {"1.1.cio": PASS},
    ),
    Mutation("no duties", _main("/about/role", "<h1>บทบาทภารกิจ</h1><p></p>"), {"1.1.duties": FAIL_OR_REVIEW}),
    Mutation(
        "only the administration's plan",
        lambda site: site.without("/uploads/develop_66_70_9a8b7c.pdf"),
        {"1.1.strategy": FAIL_OR_REVIEW},
    ),
    Mutation(
        "last year's plan",
        _paper("oper_69_3c2b1a", papers.operation(2568)),
        {"1.1.action-plan": PARTIAL, "2.2.current": FAIL_OR_PARTIAL},  # less than half is current then
    ),
    Mutation(
        "this year's budget",
        lambda site: site.edited(PLANS, "ปี 2568</a>", "ปี 2569</a>").with_body(
            "/uploads/budget_68_77aa.pdf", office.budget(papers.OFFICE, 2569)
        ),
        {"1.1.projects-budget": PASS},
    ),
    Mutation(
        "the annual report is out of reach",
        lambda site: site.with_status(503, "/uploads/annual_68_b4c5.pdf"),
        {"1.1.annual-report": UNVERIFIABLE, "1.1.performance-report": FAIL | UNVERIFIABLE},  # results of a year
    ),
    Mutation("the agreement has text", _paper("pa_69_d0d1", papers.AGREEMENT), {"1.1.performance-agreement": PASS}),
    Mutation(
        "results of six months",
        _with_paper(
            PLANS,
            '<p class="text-gray-400 italic">ยังไม่มีข้อมูล</p>',
            '<a href="/uploads/res_69.pdf">ผลการปฏิบัติราชการ รอบ 6 เดือน ปี 2569</a>',
            "/uploads/res_69.pdf",
            office.performance_report(papers.OFFICE, 2569),
        ),
        {"1.1.performance-report": PASS},
    ),
    Mutation(
        "a fax number", lambda site: site.edited(CONTACT, "โทรสาร : -", "โทรสาร : 0 4488 7124"), {"1.1.fax": PASS}
    ),
    Mutation(
        "only the administration's number",
        lambda site: (
            _thai_only(site)
            .edited(CONTACT, "<li>โทรศัพท์ : 0 4488 7123</li>", "")
            .edited("/about/team", "<p>โทร. 08 1955 0147</p>", "")
        ),
        {"1.1.phone": FAIL_OR_REVIEW},
    ),
    Mutation("no map", _rewritten(CONTACT, r"<iframe.*?</iframe>", ""), {"1.1.map": FAIL}),
    Mutation("the laws have sources", _laws_sourced, {"1.2.laws-source": PASS}),
    Mutation(
        "the Act's words for section 9",
        _rewritten(OIA, r"<ul><li>9\(1\).*?</ul>", ACT),
        {"1.5.oia-9": FAIL},
    ),
    Mutation(
        "a manual with times",
        _paper("jhcis_5e70", MANUAL),
        same(PASS, "1.6.manual", "1.6.manual-steps", "1.6.manual-durations", "1.6.manual-download"),
    ),
    Mutation(
        "a manual without times",
        _paper("jhcis_5e70", TIMELESS),
        same(PASS, "1.6.manual", "1.6.manual-steps", "1.6.manual-download") | {"1.6.manual-durations": FAIL},
    ),
    Mutation(
        "the guide as a file",
        _with_paper(
            "/services",
            '<button type="button" class="btn">พิมพ์หน้านี้</button>',
            '<a href="/uploads/guide.pdf">ดาวน์โหลดคู่มือประชาชน (PDF)</a>',
            "/uploads/guide.pdf",
            office.guide(papers.OFFICE, "การตรวจรักษาทั่วไป", papers.TREATMENT),
        ),
        {"1.7.guide-download": PASS},
    ),
    Mutation(
        "the guide without times",
        _rewritten("/services", r' <span class="badge">.*?</span>', ""),
        {"1.7.guide-durations": FAIL},
    ),
    Mutation(
        "no forms",
        lambda site: _main("/services/forms", "<h1>แบบฟอร์มขอรับบริการ</h1><p>ยังไม่มีข้อมูล</p>")(
            site.without("/uploads/form_ltc_8899.docx", "/uploads/form_equip_8900.pdf")
        ),
        {"1.7.forms": NOT_APPLICABLE},
    ),
    Mutation("no news for two years", _old_news, {"1.8.news": PARTIAL, "2.2.current": FAIL_OR_PARTIAL}),
    Mutation(
        "the queue is the staff's",
        _main(
            "/services/book",
            '<h1>จองคิวออนไลน์</h1><p>ระบบอยู่ระหว่างปรับปรุง</p><a href="https://jhcis.klp.invalid/login">เจ้าหน้าที่เข้าสู่ระบบ</a>',
        ),
        {"1.9.e-service": NOT_APPLICABLE},
    ),
    Mutation("no counter", lambda site: site.edited_everywhere(markup.COUNTER, ""), {"1.10.statistics": FAIL}),
    Mutation(
        "the result is the clinic's",
        lambda site: (
            site.edited("/survey", "ต่อเว็บไซต์ รพ.สต.บ้านคลองไผ่", "ของผู้มารับบริการทันตกรรม")
            .edited("/survey", "ค้นหาข้อมูลได้ง่าย", "ความสะอาดของสถานที่")
            .edited("/survey", "ข้อมูลเป็นปัจจุบัน", "ระยะเวลารอคอย")
        ),
        {"1.10.satisfaction-level": FAIL_OR_REVIEW},
    ),
    Mutation("one web master", _paper("order_web_6a", _one_web_master()), {"3.1.two-webmasters": FAIL}),
    Mutation(
        "a memo for the announcement",
        _paper("announce_web_69", office.memo(papers.OFFICE, "ประกาศแนวทางการเผยแพร่ข้อมูลฯ", "30 กันยายน 2568")),
        {"3.announcement": FAIL},
    ),
    Mutation(
        "hidden gambling links",
        lambda site: site.edited("/health", "</footer>", f"</footer>{SPAM}"),
        {"3.4.computer-crime": FAIL},
        tuple(
            FindingMark(rule=f"security.{sign}", url_suffix="/health") for sign in ("gambling-spam", "hidden-links")
        ),
    ),
    Mutation("the closed vacancy is in the archive", _archived, {"3.2.expired": PASS}),
    Mutation("a course on cyber security", _trained, {"3.5.training": PASS}),
)
MUTATIONS = tuple(replace(one, apply=_told_anew(one.apply)) if one.changes else one for one in CHANGES)
