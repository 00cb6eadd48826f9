"""What may happen to the provincial office's site."""

from __future__ import annotations

import re

from auditor.findings import Status
from tests.sites import office
from tests.sites.mutation import (
    FAIL,
    PARTIAL,
    PASS,
    REVIEW,
    UNVERIFIABLE,
    Mutation,
    as_entities,
    closed_by_robots,
    in_other_code_points,
    on_every_page,
    outside_tags,
    same,
)
from tests.sites.website import Answer, Website
from tests.sites.wpblock import markup, single
from tests.sites.wpblock.papers import DAY, OFFICE, STEPS, UPLOADS

ACTION_PLAN, VISION, CENTRE = "/แผนปฏิบัติราชการ/", "/วิสัยทัศน์-พันธกิจ/", "/ศูนย์ข้อมูลข่าวสาร/"
CONTACT, SURVEY = "/ติดต่อเรา/", "/ผลสำรวจความพึงพอใจต่อเว็บไซต์/"
MANUAL = ("1.6.manual", "1.6.manual-steps", "1.6.manual-durations", "1.6.manual-download")


def _rewritten(site: Website, address: str, title: str, body: str) -> Website:
    return site.with_body(address, single(title, body))


def _text(site: Website, address: str) -> str:
    body = site.answers[address].body
    assert isinstance(body, str)
    return body


def _vision_pictured(site: Website) -> Website:
    words = re.sub(r'<p class="has-text-align-center[^"]*">.*?</p>', "", _text(site, VISION))
    shown = words.replace(
        'alt="" src="/wp-content/uploads/2025/05/sea.jpg"', 'src="/wp-content/uploads/2025/05/vm.jpg"'
    )
    poster = Answer.picture("vm.jpg", "วิสัยทัศน์", "ชลธีเมืองชายฝั่งสุขภาพดี")
    return site.with_body(VISION, shown).with_answer(f"{UPLOADS}/2025/05/vm.jpg", poster)


def _strategy_in_news(site: Website) -> Website:
    entry = re.escape(markup.slug("/แผนยุทธศาสตร์/"))
    item = rf'<li class="wp-block-navigation-item [^>]*><a [^>]*href="{entry}">.*?</a></li>'
    site = on_every_page(site, lambda text: re.sub(rf'{item}|<p><a href="{entry}">[^<]*</a></p>', "", text))
    told = "ประชุมชี้แจงปฏิทินการจัดทำแผนปฏิบัติราชการ"
    return site.without("/แผนยุทธศาสตร์/", f"{UPLOADS}/2023/01/strategy-66-70.pdf").edited(
        "/2026/02/ชี้แจงแผนปฏิบัติราชการ/", told, f"ทบทวนแผนยุทธศาสตร์ พ.ศ. 2566 - 2570 และ{told}"
    )


def _plan_published(site: Website) -> Website:
    file = markup.render("[[file:2025/12/action-plan-2569|แผนปฏิบัติราชการ 2569]]")
    plan = Answer(body=office.action_plan(OFFICE, 2569))
    return site.edited(ACTION_PLAN, "<p>อยู่ระหว่างจัดทำ</p>", file).with_answer(
        f"{UPLOADS}/2025/12/action-plan-2569.pdf", plan
    )


def _section_nine_filled(site: Website) -> Website:
    head, tail = _text(site, CENTRE).split("ข้อมูลข่าวสารตามมาตรา 9</h2>")
    rows = iter(
        (
            "ไม่มี",
            "ไม่มี",
            '<a href="/wp-content/uploads/2025/11/budget-2569.pdf">แผนงาน โครงการ และงบประมาณ 2569</a>',
            f'<a href="{markup.slug("/คู่มือการปฏิบัติงาน/")}">คู่มือการปฏิบัติงาน</a>',
            *("ไม่มี",) * 3,
            f'<a href="{markup.slug("/category/สขร-1/")}">สขร.1</a>',
        )
    )
    panel = 'class="wp-block-accordion-panel"><!-- /panel -->'
    filled = re.sub(panel, lambda _: f'class="wp-block-accordion-panel"><p>{next(rows)}</p><!-- /panel -->', tail)
    return site.with_body(CENTRE, f"{head}ข้อมูลข่าวสารตามมาตรา 9</h2>{filled}")


def _guide_there(site: Website) -> Website:
    steps = [("ยื่นคำขอพร้อมเอกสาร", ""), ("ตรวจสถานที่", ""), ("เสนอผู้อนุญาต", ""), ("รับใบอนุญาต", "")]
    guide = office.guide(OFFICE, "การขออนุญาตเปิดคลินิก", steps)
    return site.with_answer(f"{UPLOADS}/2022/02/guide-old.pdf", Answer(body=guide))


def _two_masters(site: Website) -> Website:
    names = [("นายณัฐพล ศรีสมุทร", "นักวิชาการคอมพิวเตอร์ชำนาญการ"), ("นางสาวพรรณราย ทะเลทอง", "นักประชาสัมพันธ์")]
    order = office.webmaster_order(OFFICE, "512/2568", "16 ธันวาคม พ.ศ. 2568", names)
    return site.with_body(f"{UPLOADS}/2025/12/moit1-order.pdf", order)


def _survey_without_results(site: Website) -> Website:
    form = (
        '<form class="wp-block-form" method="post"><p>ท่านพึงพอใจต่อเว็บไซต์ สสจ.ชลธี เพียงใด</p><label>'
        '<input type="radio" name="s" value="1"> มาก</label><label><input type="radio" name="s" value="2"> น้อย'
        "</label><button>ส่งแบบสำรวจ</button></form>"
    )
    site = _rewritten(site, SURVEY, "แบบสำรวจความพึงพอใจต่อเว็บไซต์", form)
    return site.edited_everywhere("ผลสำรวจความพึงพอใจต่อเว็บไซต์</span>", "แบบสำรวจความพึงพอใจต่อเว็บไซต์</span>")


def _as_details(text: str) -> str:
    """The accordion blocks as details blocks."""
    head = r'<div class="wp-block-accordion-item"><h3.*?<span class="[a-z_-]*toggle-title">(.*?)</span>'
    panel = r'</button></h3><div inert role="region" class="wp-block-accordion-panel">'
    text = re.sub(head + panel, r'<details class="wp-block-details"><summary>\1</summary>', text, flags=re.DOTALL)
    return text.replace("<!-- /panel --></div></div>", "</details>")


def _bold_heads(text: str) -> str:
    text = re.sub(r"<h[1-6]( [^>]*)?>", r"<p\1><strong>", text)
    return re.sub(r"</h[1-6]>", "</strong></p>", text)


def _contact_in_foot(site: Website) -> Website:
    found = re.search(
        r'<div class="wp-block-columns"><div class="wp-block-column"><p>สำนักงาน.*</figure></div></div>',
        _text(site, CONTACT),
    )
    assert found is not None
    item = markup.navigation_item("/ติดต่อเรา/", "ติดต่อเรา")
    inner = rf'<a href="{re.escape(markup.slug("/ติดต่อเรา/"))}">ติดต่อ</a>'

    def edit(text: str) -> str:
        text = re.sub(inner, "", text.replace(item, ""))
        return text.replace(
            '<footer class="wp-block-template-part">', f'<footer class="wp-block-template-part">{found[0]}'
        )

    return on_every_page(site.without(CONTACT), edit)


def _menu_below(text: str) -> str:
    return text.replace(markup.NAV, "").replace(
        '<footer class="wp-block-template-part">', f'<footer class="wp-block-template-part">{markup.NAV}'
    )


def _capital_hex(text: str) -> str:
    return re.sub(r"%[0-9a-f]{2}", lambda found: found[0].upper(), text)


MUTATIONS = (
    Mutation(
        "the history's page is empty",
        lambda site: _rewritten(site, "/ประวัติความเป็นมา/", "ประวัติความเป็นมา", ""),
        {"1.1.history": FAIL},
    ),
    Mutation("the vision is only a picture", _vision_pictured, {"1.1.vision": REVIEW}),
    Mutation(
        "the duties are its own",
        lambda site: site.edited("/อำนาจหน้าที่/", "<p>สำนักงานสาธารณสุขจังหวัดนครทอง", "<p>สำนักงานสาธารณสุขจังหวัดชลธี").edited(
            "/อำนาจหน้าที่/", "ในเขตพื้นที่จังหวัดนครทอง", "ในเขตพื้นที่จังหวัดชลธี"
        ),
        {"1.1.duties": PASS},
    ),
    Mutation("the strategy stands only in the news", _strategy_in_news, {"1.1.strategy": FAIL}),
    Mutation("this year's plan is published", _plan_published, {"1.1.action-plan": PASS}),
    Mutation(
        "a memo stands in for the newest annual report",
        lambda site: site.with_body(
            f"{UPLOADS}/2025/12/annual-2568.pdf", office.memo(OFFICE, "รายงานประจำปี 2568", DAY)
        ),
        {"1.1.annual-report": PARTIAL},
    ),
    Mutation(
        "the telephone number is filled in",
        lambda site: site.edited(CONTACT, "โทรศัพท์ : 0-0000-0000", "โทรศัพท์ : ๐ ๓๘๙๙ ๔๔๑๐ ต่อ ๑๐๑"),
        {"1.1.phone": PASS},
    ),
    Mutation(
        "the fax number is a dash",
        lambda site: site.edited(CONTACT, "โทรสาร : 0 3899 4411", "โทรสาร : -"),
        {"1.1.fax": FAIL},
    ),
    Mutation("section 9 is filled", _section_nine_filled, {"1.5.oia-9": PASS}),
    Mutation(
        "the manual tells no times",
        lambda site: site.with_body(
            f"{UPLOADS}/2025/06/manual-surveillance.pdf",
            office.manual(OFFICE, "การเฝ้าระวังและสอบสวนโรค", [(step, "") for step, _ in STEPS]),
        ),
        {"1.6.manual-durations": FAIL},
    ),
    Mutation("the guide's file is there", _guide_there, {"1.7.guide-download": PASS}),
    Mutation("two web masters are appointed", _two_masters, {"3.1.two-webmasters": PASS}),
    Mutation(
        "a survey without results is offered",
        _survey_without_results,
        {"1.10.satisfaction-level": FAIL, "1.10.satisfaction-survey": PASS},
    ),
    Mutation(
        "robots.txt closes the uploads",
        lambda site: closed_by_robots(site, "/wp-content/uploads/"),
        same(
            UNVERIFIABLE,
            "1.1.strategy",
            "1.1.action-plan",
            "1.1.projects-budget",
            "1.1.annual-report",
            "1.1.performance-agreement",
            "1.1.performance-report",
            *MANUAL,
            "1.7.forms",
            "2.1.webmaster-order",
            "3.1.two-webmasters",
            "3.announcement",
            "2.2.request-form",
        )
        | same(UNVERIFIABLE | PASS, "1.5.oia-committee")
        | same(UNVERIFIABLE | FAIL, "1.7.guide-download", "1.5.oia-9")  # a shut paper may hold section 9
        | same(PASS | PARTIAL | UNVERIFIABLE, "2.2.current", "2.2.source", "2.2.published")
        | same(FAIL | PARTIAL | UNVERIFIABLE, "2.2.period")
        | same(FAIL | UNVERIFIABLE | {Status.NOT_APPLICABLE}, "2.2.file-type", "2.2.file-size"),
    ),
    Mutation("accordions are details", lambda site: on_every_page(site, _as_details)),
    Mutation("headings are bold paragraphs", lambda site: on_every_page(site, _bold_heads)),
    Mutation(
        "the contact data stand in the foot",
        _contact_in_foot,
        same(PASS, "1.1.contact", "1.1.fax", "1.1.map", "1.1.email"),  # elsewhere, as good
    ),
    Mutation("the menu stands at the bottom", lambda site: on_every_page(site, _menu_below)),
    Mutation("addresses are written in capital hexadecimals", lambda site: on_every_page(site, _capital_hex)),
    Mutation(
        "letters are in other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))
    ),
    Mutation("Thai letters are character references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation(
        "things carry other usual names",
        lambda site: (
            site.edited_everywhere("คณะผู้บริหาร<", "ทำเนียบผู้บริหาร<")
            .edited_everywhere(">แผนยุทธศาสตร์<", ">Strategic Plan<")
            .edited_everywhere(">คลังความรู้<", ">สาระน่ารู้<")
            .edited_everywhere(">CIO<", ">ผู้บริหารด้านดิจิทัล<")
        ),
    ),
)
