"""What may happen to the subdistrict hospital's frameset."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.sites import office
from tests.sites.frames import markup
from tests.sites.frames.papers import OFFICE
from tests.sites.mutation import (
    FAIL,
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
    same,
)
from tests.sites.website import Answer

if TYPE_CHECKING:
    from tests.sites.website import Website

VISION = "<B>วิสัยทัศน์</B><BR>เป็นหน่วยบริการปฐมภูมิที่ประชาชนไว้วางใจ ชุมชนเข้มแข็ง<BR>"
UTF8 = "text/html; charset=utf-8"
MANUAL_STEPS = (("รับแจ้งผู้ป่วย", "10 นาที"), ("ออกสอบสวนโรค", "3 ชั่วโมง"), ("รายงานผล", "1 วัน"))


def _rewritten(site: Website, where: str, title: str, body: str) -> Website:
    return site.with_body(where, markup.page(title, body))


def _in_utf8(site: Website) -> Website:
    declared = on_every_page(site, lambda text: re.sub(r"charset=(tis-620|iso-8859-1)", "charset=utf-8", text))
    return declared.recoded("utf-8", UTF8)


def _frame_within(site: Website) -> Website:
    """An inline frame where the frameset stood."""
    frames = '<IFRAME SRC="top.htm"></IFRAME><IFRAME SRC="menu.htm"></IFRAME><IFRAME SRC="body.htm"></IFRAME>'
    return site.with_body("/main.htm", f"<HTML><HEAD>{markup.TIS}</HEAD><BODY>{frames}</BODY></HTML>")


def _started_by_itself(site: Website) -> Website:
    """No word to click any more: only the refresh enters."""
    return site.edited("/", '<A HREF="main.htm">เข้าสู่เว็บไซต์</A>', "")


def _without_words(site: Website) -> Website:
    """No picture of the menu says a word; the pages do."""
    return site.with_body("/menu.htm", re.sub(r' ALT="[^"]*"', "", markup.MENU))


def _typed_plan(site: Website, year: int) -> Website:
    return site.with_body("/file/plan67.pdf", office.action_plan(OFFICE, year))


def _another_office(site: Website) -> Website:
    other = replace(
        OFFICE,
        name="โรงพยาบาลส่งเสริมสุขภาพตำบลดอนแฝก",
        short="รพ.สต.ดอนแฝก",
        province="จังหวัดชัยนาท",
        head="นายมงคล สิงห์โต",
        head_title="ผู้อำนวยการโรงพยาบาลส่งเสริมสุขภาพตำบลดอนแฝก",
    )
    return site.with_body("/file/plan67.pdf", office.action_plan(other, 2567))


def _real_strategy(site: Website) -> Website:
    link = '<A HREF="file/strategy.pdf">แผนยุทธศาสตร์สุขภาพ รพ.สต. ปี 2566 - 2570</A>'
    paper = Answer(body=office.strategy(OFFICE, 2566, 2570))
    return _rewritten(site, "/strategy.htm", "ยุทธศาสตร์", link).with_answer("/file/strategy.pdf", paper)


def _manual(site: Website) -> Website:
    return _rewritten(
        site, "/manual.htm", "คู่มือปฏิบัติงาน", '<A HREF="file/sop.pdf">ดาวโหลด คู่มือปฏิบัติงานควบคุมโรค</A>'
    ).with_answer("/file/sop.pdf", Answer(body=office.manual(OFFICE, "การสอบสวนและควบคุมโรค", MANUAL_STEPS)))


def _order(site: Website) -> Website:
    names = [("นายสมัย ใจซื่อ", "นักวิชาการสาธารณสุข")]
    order = Answer(body=office.webmaster_order(OFFICE, "3/2566", "1 พฤศจิกายน พ.ศ. 2566", names))
    site = site.edited("/menu.htm", "ผู้ดูแลเว็บ : นายสมัย", '<A HREF="file/web.pdf">คำสั่งผู้ดูแลเว็บไซต์</A> นายสมัย')
    return site.with_answer("/file/web.pdf", order)


def _small_tags(text: str) -> str:
    return re.sub(r"<(/?)([A-Z]+)", lambda hit: f"<{hit[1]}{hit[2].lower()}", text)


MUTATIONS = (
    Mutation("the history is gone", lambda site: site.without("/history.htm"), {"1.1.history": FAIL}),
    Mutation(
        "the duties are empty", lambda site: _rewritten(site, "/duties.htm", "บทบาทหน้าที่", ""), {"1.1.duties": FAIL}
    ),
    Mutation(
        "the chart of the units is being mended",
        lambda site: _rewritten(site, "/org.htm", "โครงสร้างและบุคลากร", "<BLINK>กำลังปรับปรุง</BLINK>"),
        {"1.1.structure": FAIL},
    ),
    Mutation(
        "the vision is told in words",
        lambda site: site.edited("/vision.htm", "<B>พันธกิจ</B>", f"{VISION}<B>พันธกิจ</B>"),
        {"1.1.vision": PASS},
    ),
    Mutation(
        "the vision's picture tells its words",
        lambda site: site.edited(
            "/vision.htm",
            'SRC="images/vision.gif"',
            'SRC="images/vision.gif" ALT="วิสัยทัศน์ : เป็นหน่วยบริการปฐมภูมิที่ประชาชนไว้วางใจ ชุมชนเข้มแข็ง ภายในปี 2570"',
        ),
        {"1.1.vision": PASS},
    ),
    Mutation("a strategy of its own is there", _real_strategy, {"1.1.strategy": PASS, "2.2.period": PARTIAL}),
    Mutation("the plan has text", lambda site: _typed_plan(site, 2567), {"1.1.action-plan": PASS}),
    Mutation("the plan has text and is of 2565", lambda site: _typed_plan(site, 2565), {"1.1.action-plan": PARTIAL}),
    Mutation("the plan is another office's", _another_office, {"1.1.action-plan": FAIL_OR_REVIEW}),
    Mutation(
        "there is a manual",
        _manual,
        same(PASS, "1.6.manual", "1.6.manual-steps", "1.6.manual-durations", "1.6.manual-download"),
    ),
    Mutation(
        "the budget's table is of 2565",
        lambda site: site.edited("/budget.htm", "ปีงบประมาณ 2567", "ปีงบประมาณ 2565"),
        {"1.1.projects-budget": PARTIAL},
    ),
    Mutation(
        "the steps of the service tell no times",
        lambda site: site.with_body(
            "/service.htm", re.sub(r"<TD>\d+ นาที|<TD>เวลา", "", str(site.answers["/service.htm"].body))
        ),
        {"1.7.guide-durations": FAIL},
    ),
    Mutation("one web master is appointed by order", _order, {"2.1.webmaster-order": PASS}),
    Mutation(
        "the telephone is no fax",
        lambda site: site.edited("/contact.htm", "โทรศัพท์/โทรสาร", "โทรศัพท์"),
        {"1.1.fax": FAIL},
    ),
    Mutation(
        "the e-mail address is gone",
        lambda site: site.edited("/contact.htm", "<BR>E-mail : kokkrating_pcu@hotmail.invalid", ""),
        {"1.1.email": FAIL},
    ),
    Mutation(
        "the counter is gone", lambda site: site.edited("/body.htm", markup.COUNTER, ""), {"1.10.statistics": FAIL}
    ),
    Mutation(
        "the poll tells no results",
        lambda site: _rewritten(site, "/poll.htm", "แบบสำรวจความพึงพอใจต่อเว็บไซต์", "ปิดรับแบบสำรวจแล้ว"),
        {"1.10.satisfaction-level": FAIL},
    ),
    Mutation(
        "the contact page answers 503",
        lambda site: site.with_status(503, "/contact.htm"),
        same(UNVERIFIABLE, "1.1.contact", "1.1.fax", "1.1.email") | {"1.1.phone": PASS | UNVERIFIABLE | REVIEW},
    ),
    Mutation(
        "robots.txt closes the files",
        lambda site: closed_by_robots(site, "/file/"),
        same(
            UNVERIFIABLE,
            "1.1.action-plan",
            "1.1.annual-report",
            "1.6.manual",
            "1.6.manual-steps",
            "1.6.manual-durations",
            "1.6.manual-download",
        )
        | same(UNVERIFIABLE | PASS, "1.2.laws")
        | same(UNVERIFIABLE | FAIL | PARTIAL, "1.2.laws-source"),
    ),
    Mutation(
        "missing addresses answer 200, and the budget is gone",
        lambda site: answering_all(site.without("/budget.htm")),
        {"1.1.projects-budget": FAIL},
    ),
    Mutation("the site is in UTF-8 and says so", _in_utf8),
    Mutation("the header names windows-874", lambda site: site.recoded("cp874", "text/html; charset=windows-874")),
    Mutation("Thai letters are character references", lambda site: on_every_page(site, as_entities)),
    Mutation("tags are written small", lambda site: on_every_page(site, _small_tags)),
    Mutation("the frames are inline", _frame_within),
    Mutation("the splash page enters only by itself", _started_by_itself),
    Mutation("the menu's pictures say nothing at all", _without_words),
    Mutation(
        "usual other names",
        lambda site: (
            site.edited_everywhere("ขั้นตอนการรับบริการ", "ขั้นตอนการให้บริการ")
            .edited_everywhere("บทบาทหน้าที่", "ภารกิจและหน้าที่")
            .edited_everywhere("เกร็ดความรู้สุขภาพ", "สุขภาพน่ารู้")
        ),
    ),
    Mutation(
        "more news mention what is not there",
        lambda site: site.edited(
            "/news2.htm", "อบรม อสม.", "หลังรับฟังคู่มือการปฏิบัติงาน แบบคำขอ และข้อมูลข่าวสารตามมาตรา 7 มาตรา 9 แล้ว อบรม อสม."
        ),
    ),
    Mutation(
        "the albums stand in a list",
        lambda site: site.with_body(
            "/photo.htm", re.sub("</?TABLE>|<TR>", "", str(site.answers["/photo.htm"].body)).replace("<TD>", "<LI>")
        ),
    ),
)
