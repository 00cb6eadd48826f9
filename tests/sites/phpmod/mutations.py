"""What may happen to the district office's site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.sites.content import read_fragments
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
from tests.sites.office import thai_digits
from tests.sites.phpmod import HERE, PAGE, markup, papers, written
from tests.sites.phpmod.shelves import FILES, ITA, UNDER_WAY
from tests.sites.website import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sites.papers import Paper
    from tests.sites.website import Website

CONTACT, STAFF, VISION = PAGE.format("contact"), PAGE.format("about&file=staff"), PAGE.format("about&file=vision")
OUR_NUMBER = " โทร. ๐-๔๒๙๙-๘๑๒๐"


def _paper(address: str, paper: Paper) -> Callable[[Website], Website]:
    return lambda site: site.with_body(address, paper)


def _edit(address: str, old: str, new: str) -> Callable[[Website], Website]:
    return lambda site: site.edited(address, old, new)


def _page(site: Website, module: str, title: str, body: str) -> Website:
    return site.with_body(PAGE.format(module), markup.page(title, body))


def _results_as_pdf(site: Website) -> Website:
    old = f"{FILES}รายงานผลการปฏิบัติราชการ6เดือน67"
    site = site.without(f"{old}.rar").with_answer(f"{old}.pdf", Answer(body=papers.results()))
    return site.edited(PAGE.format("plan"), "6เดือน67.rar", "6เดือน67.pdf").edited(
        PAGE.format("plan"), "(rar)", "(pdf)"
    )


def _plan_as_pdf(site: Website) -> Website:
    old = f"{FILES}แผนปฏิบัติการ67"
    site = site.without(f"{old}.zip").with_answer(f"{old}.pdf", Answer(body=papers.action_plan()))
    return site.edited_everywhere("แผนปฏิบัติการ67.zip", "แผนปฏิบัติการ67.pdf").edited_everywhere(
        "</a> (zip)", "</a> (pdf)"
    )


def _chart_in_words(site: Website) -> Website:
    return site.edited(
        PAGE.format("about&file=org"),
        '<img src="images/org.jpg" border=0 width=620><br><font size=1>คลิกที่รูปเพื่อดูภาพขยาย</font>',
        "<table border=1><tr><td colspan=3 align=center>สาธารณสุขอำเภอ</td></tr><tr><td>กลุ่มงานบริหารและยุทธศาสตร์</td>"
        "<td>กลุ่มงานวิชาการและควบคุมโรค</td><td>กลุ่มงานคุ้มครองผู้บริโภค</td></tr><tr><td colspan=3 align=center>รพ.สต. ๕ แห่ง"
        "</td></tr></table>",
    )


def _manual_timed(site: Website) -> Website:
    times = ("๑๐ นาที", "๑ วัน", "๕ วันทำการ", "๑ วัน", "๑ วัน")
    return site.with_answer(f"{FILES}คู่มืองานคบส.doc", papers.as_doc(papers.manual(times)))


def _only_former(site: Website) -> Website:
    body = (
        "<font size=2><b>ทำเนียบอดีตสาธารณสุขอำเภอ</b><br>นายคำพันธ์ ภูมิลำเนา (๒๕๓๐ - ๒๕๔๒)<br>นายอุทัย แก้วพิลา "
        "(๒๕๔๒ - ๒๕๕๘)</font>"
    )
    site = _page(site, "about&file=staff", "ทำเนียบ", body)
    return site.edited(PAGE.format("about&file=history"), "๓. นายสมบูรณ์ พลเยี่ยม ๒๕๕๘ - ปัจจุบัน", "")


def _vacancy_over(site: Website) -> Website:
    return site.edited(PAGE.format("job&id=12"), "ตั้งแต่วันที่ ๘ - ๓๑ พ.ค. ๖๗", "ตั้งแต่วันที่ ๘ - ๑๗ พ.ค. ๖๗")


def _no_jobs(site: Website) -> Website:
    site = site.without(PAGE.format("job&id=12"), PAGE.format("job&id=11"))
    return _page(site, "job", "รับสมัครงาน", "<font size=2>ไม่มีข้อมูล</font>")


def _budget_there(site: Website) -> Website:
    return site.with_body(f"{ITA}moit2-11.pdf", papers.budget())


def _order(*names: str) -> Callable[[Website], Website]:
    def apply(site: Website) -> Website:
        site = site.with_body(f"{ITA}moit1-3.pdf", papers.webmaster_order(*names))
        return site.edited(PAGE.format("ita"), "๑.๓ คำสั่งมอบหมายผู้ปิดประกาศ/ปลดประกาศ", "๑.๓ คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์")

    return apply


def _skr_gone(site: Website) -> Website:
    site = _page(site, "procure&file=skr", "สรุปผลการจัดซื้อจัดจ้างรายเดือน (สขร.๑)", f"<center>{UNDER_WAY}</center>")
    return site.without(*(f"/UserFiles/skr/สขร1{short}.pdf" for short in papers.MONTHS))


def _poll_of_office(site: Website) -> Website:
    return site.edited_everywhere("ท่านพึงพอใจต่อเว็บไซต์ สสอ.ทุ่งกระเจียว", "ท่านพึงพอใจต่อการให้บริการของ รพ.สต. ใกล้บ้าน")


def _link_texts(text: str) -> str:
    """Buttons by script as plain links."""
    text = re.sub(r"javascript:goto_page\('([^']*)'\)", r"\1", text)
    return re.sub(
        r"<img src='(images/menu/[^']*)' alt='([^']*)' style='cursor:hand' onclick=\"window.location='([^']*)'\">",
        r"<a href='\3'><img src='\1' alt='\2' border=0></a>",
        text,
    )


def _popups(text: str) -> str:
    """Plain links of the menu as windows that a script opens."""
    return re.sub(
        r"<a href='(index\.php\?mod=\w+)'><font size=2>",
        r"""<a href="#" onclick="window.open('\1','w','width=800'); return false;"><font size=2>""",
        text,
    )


def _modern(text: str) -> str:
    """Fonts and centring gone, tables kept."""
    return re.sub(r"</?(?:font|center)\b[^>]*>", "", text)


def _long_days(text: str) -> str:
    """«14 พ.ค. 67» as «14 พฤษภาคม 2567»."""
    months = {
        "พ.ค.": "พฤษภาคม",
        "เม.ย.": "เมษายน",
        "มี.ค.": "มีนาคม",
        "ก.พ.": "กุมภาพันธ์",
        "ม.ค.": "มกราคม",
        "ธ.ค.": "ธันวาคม",
    }
    return re.sub(
        r"(\d+) (พ\.ค\.|เม\.ย\.|มี\.ค\.|ก\.พ\.|ม\.ค\.|ธ\.ค\.) (6\d)",
        lambda found: f"{found[1]} {months[found[2]]} 25{found[3]}",
        text,
    )


def _declared(text: str) -> str:
    return text.replace(
        "<head>", '<head><meta http-equiv="Content-Type" content="text/html; charset=windows-874">', 1
    )


def _titled_rightly(site: Website) -> Website:
    module = "download&file=form"
    entry = next(entry for entry in read_fragments(HERE / "content.html") if entry.address == module)
    return site.with_body(PAGE.format(module), written(entry).replace(papers.NEIGHBOUR, papers.NAME))


MUTATIONS = (
    Mutation(
        "our telephone number is gone from the foot",
        lambda site: site.edited_everywhere(OUR_NUMBER, ""),
        {"1.1.phone": FAIL_OR_REVIEW | PASS},
    ),
    Mutation(
        "the picture of the contact page is gone",
        lambda site: site.edited(
            CONTACT, '<img src="images/contact.jpg" alt="ที่อยู่ เบอร์โทร เบอร์แฟกซ์ สสอ.ทุ่งกระเจียว" width=500><br>', ""
        ),
        {"1.1.fax": FAIL},
    ),
    Mutation(
        "the fax number stands in letters",
        _edit(CONTACT, "<font size=2>e-mail", "<font size=2>โทรสาร ๐-๔๒๙๙-๘๑๒๑<br>e-mail"),
        {"1.1.fax": PASS},
    ),
    Mutation(
        "no e-mail address but a sub-unit's",
        _edit(CONTACT, "e-mail : sso_tkc[at]hotmail.invalid<br>", ""),
        {"1.1.email": FAIL},
    ),
    Mutation(
        "the map is of diseases",
        lambda site: site.edited(
            CONTACT, "http://maps.google.co.th/maps?q=16.9991,103.9992&z=16", "images/bg.gif"
        ).edited(CONTACT, "แผนที่ตั้ง สสอ.ทุ่งกระเจียว (Google Map)", "แผนที่การระบาดไข้เลือดออก"),
        {"1.1.map": FAIL_OR_REVIEW},  # the picture on the page may show it
    ),
    Mutation("the chart is in words", _chart_in_words, {"1.1.structure": PASS}),
    Mutation("results are a PDF", _results_as_pdf, {"1.1.performance-report": PASS}),
    Mutation("the plan is a PDF", _plan_as_pdf, {"1.1.action-plan": PASS}),
    Mutation("the budget is behind its row", _budget_there, {"1.1.projects-budget": PASS}),
    Mutation(
        "the strategy reaches to 2570",
        lambda site: site.with_body(f"{FILES}ยุทธศาสตร์คปสอ61-65.pdf", papers.strategy("๒๕๖๖", "๒๕๗๐")).edited(
            PAGE.format("plan"), "ปี ๒๕๖๑ - ๒๕๖๕", "ปี ๒๕๖๖ - ๒๕๗๐"
        ),
        {"1.1.strategy": PASS, "2.2.current": PASS | PARTIAL},
    ),
    Mutation(
        "the agreement is the neighbour's",
        _paper(f"{FILES}PA67.pdf", papers.agreement(papers.NEIGHBOUR)),
        {"1.1.performance-agreement": FAIL},
    ),
    Mutation(
        "the yearly report is the neighbour's",
        _paper(f"{FILES}สรุปผลงานปี66.pdf", papers.annual("๒๕๖๖", papers.NEIGHBOUR)),
        {"1.1.annual-report": FAIL},
    ),
    Mutation(
        "the announcement is the neighbour's",
        _paper(f"{ITA}moit1-2.pdf", papers.announcement(papers.NEIGHBOUR)),
        {"3.announcement": PARTIAL},
    ),
    Mutation(
        "two web masters are appointed",
        _order("น.ส.พิมพ์ใจ อุ่นเรือน", "นายปรีชา สีดาเลิศ"),
        same(PASS, "2.1.webmaster-order", "3.1.two-webmasters"),
    ),
    Mutation("one web master is appointed", _order("น.ส.พิมพ์ใจ อุ่นเรือน"), {"2.1.webmaster-order": PASS}),
    Mutation("only former heads are named", _only_former, {"1.1.executives": FAIL}),
    Mutation("the manual tells its times", _manual_timed, {"1.6.manual-durations": PASS}),
    Mutation("the vacancy's time is over", _vacancy_over, {"3.2.expired": FAIL_OR_PARTIAL}),
    Mutation("no notice of jobs", _no_jobs, {"1.8.jobs": FAIL}),
    Mutation(
        "the vision is gone but for the old site's and a sub-unit's",
        lambda site: site.edited(
            VISION, '"คนทุ่งกระเจียวแข็งแรง หมอครอบครัวใกล้บ้าน ภาคีร่วมสร้าง สู่อำเภอสุขภาพดีวิถีพอเพียง"', "กำลังปรับปรุง"
        ),
        {"1.1.vision": FAIL_OR_PARTIAL | REVIEW},
    ),
    Mutation(
        "monthly summaries are under way",
        _skr_gone,
        {"1.5.oia-committee": FAIL, "1.8.procurement-result": PASS},
    ),
    Mutation(
        "the poll is about the health centres",
        _poll_of_office,
        same(FAIL, "1.10.satisfaction-level", "1.10.satisfaction-survey"),
    ),
    Mutation(
        "the counter is gone",
        lambda site: site.edited_everywhere(markup.COUNTER, ""),
        {"1.10.statistics": FAIL},
    ),
    Mutation(
        "pages of the office answer 503",
        lambda site: site.with_status(503, VISION, STAFF),
        same(UNVERIFIABLE | REVIEW | PARTIAL, "1.1.vision", "1.1.mission")
        # the page of the office's history names the present head as well
        | {"1.1.executives": PASS | UNVERIFIABLE | REVIEW | PARTIAL},
    ),
    Mutation("Thai letters are character references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation(
        "letters are in other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))
    ),
    Mutation("numbers are in Thai digits", lambda site: on_every_page(site, outside_tags(thai_digits))),
    Mutation("what is missing answers 200", answering_all),
    Mutation("buttons are plain links", lambda site: on_every_page(site, _link_texts)),
    Mutation("menus open windows", lambda site: on_every_page(site, _popups)),
    Mutation("no fonts", lambda site: on_every_page(site, _modern)),
    Mutation("days are long", lambda site: on_every_page(site, _long_days)),
    Mutation("the charset is declared", lambda site: on_every_page(site, _declared)),
    Mutation("pages are in UTF-8", lambda site: site.recoded("utf-8", "text/html; charset=utf-8")),
    Mutation("the form page's title is ours", _titled_rightly),
    Mutation(
        "things carry other usual names",
        lambda site: (
            site.edited_everywhere("สาระสุขภาพ", "เกร็ดความรู้")
            .edited_everywhere("รับสมัครงาน", "ประกาศรับสมัคร")
            .edited_everywhere("ภาพกิจกรรม", "ประมวลภาพกิจกรรม")
            .edited_everywhere("เว็บลิงค์", "ลิงก์หน่วยงาน")
            .edited_everywhere("กฎหมาย ระเบียบ", "กฏหมายที่เกี่ยวข้อง")
        ),
    ),
)
