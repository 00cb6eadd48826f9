"""What may happen to the Blogger site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.sites import office
from tests.sites.blogger import POSTS, both, markup
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
from tests.sites.office import Office
from tests.sites.website import Answer, Website

if TYPE_CHECKING:
    from tests.sites.papers import Paper

OFFICE = Office(
    name="โรงพยาบาลส่งเสริมสุขภาพตำบลดอนปลากั้ง",
    short="รพ.สต.ดอนปลากั้ง",
    province="อำเภอคำน้ำใส จังหวัดสกลนคร",
    reference="สน ๐๐๓๓.๐๘/๑",
    head="นางบุษบา ไชยรา",
    head_title="ผู้อำนวยการโรงพยาบาลส่งเสริมสุขภาพตำบลดอนปลากั้ง",
    superior="สาธารณสุขอำเภอคำน้ำใส",
    phone="๐๔๒-๐๐๙๑๑๑",
    services=("งานเยี่ยมบ้าน", "งานวัคซีน", "งานควบคุมโรค", "งานผู้สูงอายุ"),
)
HISTORY, VISION, MISSION = ("/p/blog-page.html", "/p/blog-page_1.html", "/p/blog-page_2.html")
DUTIES, PLAN, BUDGET = ("/p/blog-page_5.html", "/p/blog-page_6.html", "/p/blog-page_7.html")
ORDER = "/2023/12/blog-post_21.html"
GUIDE = ("1.7.guide", "1.7.guide-steps", "1.7.guide-durations")
PROFILE = "<h2>เกี่ยวกับฉัน</h2>"
ADDRESS = (
    "<div>๘๘ หมู่ ๓ ต.ดอนปลากั้ง อ.คำน้ำใส จ.สกลนคร ๔๗๙๙๐<br>โทรศัพท์/โทรสาร ๐๔๒-๐๐๙๑๑๑<br>donplakang@hotmail.invalid</div>"
)


def _all_forms(address: str) -> tuple[str, ...]:
    return (address, f"{address}?m=0", f"{address}?m=1")


def _gone(site: Website, *addresses: str) -> Website:
    return site.without(*(form for address in addresses for form in _all_forms(address)))


def _rewritten(site: Website, address: str, title: str, body: str) -> Website:
    for form, page in both(address, title, body).items():
        site = site.with_body(form, page)
    return site


def _plan_on_site(site: Website, paper: Paper) -> Website:
    link = '<a href="/files/plan2567.pdf">แผนปฏิบัติการ รพ.สต. ปีงบประมาณ 2567</a>'
    return _rewritten(site, PLAN, "แผนงาน", link).with_answer("/files/plan2567.pdf", Answer(body=paper))


def _order(site: Website, *names: str) -> Website:
    listed = "".join(f"<div>{row}. {name} ผู้ดูแลเว็บไซต์ (Web Master)</div>" for row, name in enumerate(names, 1))
    body = (
        "<div>คำสั่งโรงพยาบาลส่งเสริมสุขภาพตำบลดอนปลากั้ง ที่ 9/2566 เรื่อง แต่งตั้งผู้ดูแลเว็บไซต์</div>"
        f"{listed}<div>สั่ง ณ วันที่ 21 ธันวาคม พ.ศ. 2566</div><div>(นางบุษบา ไชยรา)</div>"
    )
    image = '<div class="separator"><img border="0" src="/img/order.jpg" width="640"></div>'
    return site.edited_everywhere(image, body)


def _contact_in_profile(site: Website) -> Website:
    return _gone(site, "/p/contact.html").edited_everywhere(PROFILE, PROFILE + ADDRESS)


def _without_monthly(site: Website) -> Website:
    monthly = [entry for entry in POSTS if entry.more[2] == "สขร.1"]
    for entry in monthly:
        for whole in (True, False):
            text = markup.post(entry, whole=whole)
            site = on_every_page(site, lambda page, text=text: page.replace(text, ""))  # type: ignore[misc]  # bound now
    site = on_every_page(
        site,
        lambda page: page.replace("<li><a href='/search/label/%E0%B8%AA%E0%B8%82%E0%B8%A3.1'>สขร.1</a></li>", ""),
    )
    return site.edited_everywhere('<a href="/2024/06/052567.html">สขร.1</a>', "ไม่มี")


def _american_days(site: Website) -> Website:
    def day(entry_day: str) -> str:
        year, month, number = entry_day.split("-")
        return f"{int(month)}/{int(number)}/{year[2:]}"

    for entry in POSTS:
        site = site.edited_everywhere(f"<span>{entry.more[0]}</span>", f"<span>{day(entry.more[1])}</span>")
    return site


def _new_theme(site: Website) -> Website:
    def edit(text: str) -> str:
        text = text.replace("<h2 class='date-header'><span>", "<div class='post-header'><time class='published'>")
        text = re.sub(r"(<time class='published'>[^<]*)</span></h2>", r"\1</time></div>", text)
        return text.replace("class='post-title entry-title'", "class='post-title'").replace(
            "<h3 class='post-title'>", "<h3 class='post-title' itemprop='name'>"
        )

    return on_every_page(site, edit)


def _side_column_first(text: str) -> str:
    aside = re.search(r"<aside>.*</aside>", text, re.DOTALL)
    if aside is None:
        return text
    main = "<div class='main section' id='main'>"
    return text.replace(aside[0], "").replace(main, aside[0] + main)


def _other_names(site: Website) -> Website:
    for old, new in (
        (">ผู้อำนวยการ<", ">ทำเนียบผู้บริหาร<"),
        (">โครงสร้างบุคลากร<", ">แผนผังโครงสร้าง<"),
        (">ขอบเขตงาน<", ">อำนาจหน้าที่<"),
        (">แนวทางปฏิบัติงาน<", ">คู่มือการปฏิบัติงาน<"),
        (">เว็บไซต์ที่น่าสนใจ<", ">ลิงค์หน่วยงานที่เกี่ยวข้อง<"),
    ):
        site = site.edited_everywhere(old, new)
    return site


def _misspelt(site: Website) -> Website:
    return (
        site.edited_everywhere("ประวัติ รพ.สต.", "ประวัติความมา รพ.สต.")
        .edited_everywhere("ปีงบประมาณ", "ปีงมประมาณ")
        .edited_everywhere("ประเมินเว็บไซต์", "ประเมินเว็ปไซต์")
    )


def _neighbours_duties(site: Website) -> Website:
    return on_every_page(
        site,
        lambda text: text.replace(
            "โรงพยาบาลส่งเสริมสุขภาพตำบลดอนปลากั้ง มีอำนาจหน้าที่", "โรงพยาบาลส่งเสริมสุขภาพตำบลนาหัวช้าง จังหวัดนครพนม มีอำนาจหน้าที่"
        ),
    )


STEPS = "".join(
    f"<div>ขั้นตอนที่ {row} {step} ใช้เวลา {time}</div>"
    for row, (step, time) in enumerate(
        (("ยื่นบัตรประชาชน", "5 นาที"), ("คัดกรองและวัดความดัน", "10 นาที"), ("ตรวจรักษา", "15 นาที"), ("รับยา", "5 นาที")), 1
    )
)
MISSION_ALT = (
    'alt="พันธกิจ : 1. บริการปฐมภูมิอย่างมีคุณภาพ 2. ส่งเสริมสุขภาพเชิงรุก 3. พัฒนาศักยภาพ อสม." border="0" src="/img/mission.jpg"'
)

MUTATIONS = (
    Mutation(
        "the history is an empty page",
        lambda site: _rewritten(site, HISTORY, "ประวัติ รพ.สต.", ""),
        {"1.1.history": FAIL},
    ),
    Mutation(
        "the vision's poster loses its words",
        lambda site: on_every_page(site, lambda text: re.sub(r'alt="วิสัยทัศน์ : [^"]*" ', "", text)),
        {"1.1.vision": REVIEW},
    ),
    Mutation(
        "the mission's poster tells its words",
        lambda site: site.edited_everywhere('border="0" src="/img/mission.jpg"', MISSION_ALT),
        {"1.1.mission": PASS},
    ),
    Mutation(
        "the plan lies on the site",
        lambda site: _plan_on_site(site, office.action_plan(OFFICE, 2567)),
        {"1.1.action-plan": PASS},
    ),
    Mutation(
        "the plan on the site is last year's",
        lambda site: _plan_on_site(site, office.action_plan(OFFICE, 2566)),
        {"1.1.action-plan": PARTIAL | REVIEW},
    ),
    Mutation(
        "the plan on the site is a memo",
        lambda site: _plan_on_site(site, office.memo(OFFICE, "แผนปฏิบัติการ ปีงบประมาณ 2567", "20 ธันวาคม 2566")),
        {"1.1.action-plan": FAIL},
    ),
    Mutation(
        "the duties are being prepared",
        lambda site: _rewritten(site, DUTIES, "ขอบเขตงาน", "กำลังปรับปรุงข้อมูล"),
        {"1.1.duties": FAIL},
    ),
    Mutation("the duties are another unit's", _neighbours_duties, {"1.1.duties": FAIL_OR_REVIEW}),
    Mutation(
        "the results are old",
        lambda site: on_every_page(
            site,
            lambda text: text.replace("KPI 2567", "KPI 2565").replace(
                "ปีงบประมาณ 2567 รอบ 6 เดือน (1 ต.ค. 2566 - 31 มี.ค. 2567)",
                "ปีงบประมาณ 2565 รอบ 6 เดือน (1 ต.ค. 2564 - 31 มี.ค. 2565)",
            ),
        ),
        {"1.1.performance-report": PARTIAL},
    ),
    Mutation(
        "the budget is of two years ago",
        lambda site: on_every_page(
            site,
            lambda text: text.replace("โครงการและงบประมาณ ปี 2567", "โครงการและงบประมาณ ปี 2565").replace(
                "แผนงาน/โครงการ ปีงบประมาณ 2567", "แผนงาน/โครงการ ปีงบประมาณ 2565"
            ),
        ),
        {"1.1.projects-budget": PARTIAL},
    ),
    Mutation(
        "where it stands is told in the side column",
        _contact_in_profile,
        same(PASS, "1.1.contact", "1.1.fax", "1.1.email") | {"1.1.map": FAIL},
    ),
    Mutation(
        "the e-mail address is a picture",
        lambda site: site.edited_everywhere("donplakang[at]hotmail[dot]invalid", '<img src="/img/director.jpg">'),
        {"1.1.email": FAIL_OR_REVIEW},
    ),
    Mutation(
        "telephone and fax have a line each",
        lambda site: site.edited_everywhere("โทรศัพท์/โทรสาร ๐๔๒-๐๐๙๑๑๑", "โทร. ๐๔๒ ๐๐๙ ๑๑๑ โทรสาร. ๐๔๒ ๐๐๙ ๑๑๒"),
    ),
    Mutation(
        "robots.txt closes nothing",
        lambda site: site.with_answer(
            "/robots.txt", Answer(body="User-agent: *\nDisallow:\n", content_type="text/plain")
        ),
    ),
    Mutation("the header names no charset", lambda site: site.recoded("utf-8", "text/html")),
    Mutation("numbers are in Arabic digits", lambda site: site.edited_everywhere("๐๔๒-๐๐๙๑๑๑", "042-009111")),
    Mutation(
        "letters are in other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))
    ),
    Mutation("days are written in the American way", _american_days),
    Mutation("the theme is newer", _new_theme),
    Mutation("things carry other usual names", _other_names),
    Mutation("words are misspelt as usual", _misspelt),
    Mutation("Thai letters are character references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation(
        "the result of the survey is gone",
        lambda site: (
            _gone(site, "/2024/04/blog-post_25.html")
            .edited_everywhere("ความพึงพอใจผู้เข้าชมเว็บไซต์", "การฝึกซ้อม")
            .edited_everywhere(
                "มีผู้ตอบแบบประเมินเว็บไซต์ รพ.สต.ดอนปลากั้ง จำนวน 41 คน ระดับความพึงพอใจเฉลี่ย 4.32 คะแนน คิดเป็นร้อยละ 86.4",
                "ซ้อมแผนอัคคีภัย",
            )
        ),
        {"1.10.satisfaction-level": FAIL},
    ),
    Mutation(
        "the order is typed, with two web masters",
        lambda site: _order(site, "นางสาวจิราพร พรหมสาขา", "นายอาทิตย์ งอยภูธร"),
        same(PASS, "2.1.webmaster-order", "3.1.two-webmasters"),
    ),
    Mutation(
        "the order is typed, with one web master",
        lambda site: _order(site, "นางสาวจิราพร พรหมสาขา"),
        {"2.1.webmaster-order": PASS, "3.1.two-webmasters": FAIL_OR_PARTIAL},
    ),
    Mutation(
        "the training was on ethics",
        lambda site: site.edited_everywhere(
            "อบรม PDPA และความมั่นคงปลอดภัยไซเบอร์", "อบรมคุณธรรมจริยธรรม"
        ).edited_everywhere("การคุ้มครองข้อมูลส่วนบุคคลและภัยคุกคามทางไซเบอร์", "ประมวลจริยธรรมและการรักษาวินัย"),
        {"3.5.training": FAIL},
    ),
    Mutation(
        "the steps of service are told",
        lambda site: _rewritten(site, "/p/service.html", "ขั้นตอนการรับบริการ", STEPS),
        same(PASS, *GUIDE),
    ),
    Mutation(
        "the monthly summaries are gone", _without_monthly, same(FAIL, "1.5.oia-committee", "1.8.procurement-result")
    ),
    Mutation("the counter is gone", lambda site: site.edited_everywhere(markup.STATS, ""), {"1.10.statistics": FAIL}),
    Mutation(
        "the steps of work have a heading that says so",
        lambda site: site.edited_everywhere("<div>1. รับข้อมูลผู้ป่วย", "<div>ขั้นตอนการปฏิบัติงาน</div><div>1. รับข้อมูลผู้ป่วย"),
    ),
    Mutation(
        "the results answer 500",
        lambda site: site.with_status(500, *_all_forms("/p/kpi.html")),
        {"1.1.performance-report": UNVERIFIABLE},
    ),
    Mutation(
        "the laws' page answers 200 with the not-found page",
        lambda site: answering_all(_gone(site, "/p/laws.html")),
        same(FAIL, "1.2.laws", "1.2.laws-source"),
    ),
    Mutation(
        "the Act's page only leads to the Board's",
        lambda site: _rewritten(
            site,
            "/p/oia.html",
            "พ.ร.บ.ข้อมูลข่าวสาร",
            '<a href="https://oic.invalid/">สำนักงานคณะกรรมการข้อมูลข่าวสารของราชการ</a>',
        ),
        same(FAIL, "1.5.oia-7", "1.5.oia-9"),
    ),
    Mutation(
        "the director stands in the structure only",
        lambda site: _rewritten(site, "/p/blog-page_4.html", "ผู้อำนวยการ", "กำลังปรับปรุง"),
        {"1.1.executives": PASS},
    ),
    Mutation(
        "all pages carry one title",
        lambda site: on_every_page(
            site, lambda text: re.sub(r"<title>[^<]*</title>", f"<title>{markup.NAME}</title>", text)
        ),
    ),
    Mutation(
        "the side column comes first",
        lambda site: on_every_page(site, _side_column_first),
    ),
)
