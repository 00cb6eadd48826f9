"""What may happen to the district office's site."""

from __future__ import annotations

import re
from dataclasses import replace

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
    as_entities,
    in_other_code_points,
    on_every_page,
    outside_tags,
    same,
)
from tests.sites.pathshare import markup, written
from tests.sites.pathshare.papers import BASE, OFFICE, STEPS, order, plan
from tests.sites.website import Answer, Website

NEIGHBOUR = replace(
    OFFICE,
    name="สำนักงานสาธารณสุขอำเภอหนองแสง",
    short="สสอ.หนองแสง",
    province="อำเภอหนองแสง จังหวัดบึงกาฬ",
    head="นางดวงใจ พลซา",
    head_title="สาธารณสุขอำเภอหนองแสง",
)
HISTORY = (
    "<TABLE><TR><TD>ประวัติสำนักงานสาธารณสุขอำเภอโพนงาม<BR>ก่อตั้งเมื่อ พ.ศ. ๒๕๓๔ พร้อมกับการยกฐานะเป็นอำเภอ เดิมใช้อาคารสถานีอนามัย"
    "ตำบลโพนงามเป็นที่ทำการ จนได้รับงบประมาณก่อสร้างอาคารถาวรเมื่อ พ.ศ. ๒๕๔๐ "
    "มีนายสุพรรณ ศรีวิไล เป็นสาธารณสุขอำเภอคนแรก</TD></TR></TABLE>"
)
FORMER = (
    "<TABLE BORDER=1><TR><TD>ทำเนียบอดีตสาธารณสุขอำเภอ</TD></TR><TR><TD>นายสุพรรณ ศรีวิไล พ.ศ. 2534 - 2545</TD></TR>"
    "<TR><TD>นายคำพอง ดวงดี พ.ศ. 2545 - 2560</TD></TR></TABLE>"
)


def _at(address: str) -> str:
    return f"{BASE}/{address}"


def _text(site: Website, address: str) -> str:
    body = site.answers[_at(address)].body
    assert isinstance(body, str)
    return body


def _rewritten(site: Website, address: str, title: str, body: str) -> Website:
    return site.with_body(_at(address), markup.page(title, body))


def _only_on_the_board(site: Website) -> Website:
    """Vision and mission are gone with their entry; a question on the board stays."""
    form, _, label = markup.SCRIPTED[0]
    entry = f"<TR><TD>&raquo; {form.format(label)}</TD></TR>"
    site = site.without(_at("vision.php")).edited_everywhere(entry, "")
    return site.edited(_at("oia.php"), '<A HREF="vision.php">ดู</A>', "ไม่มี")


def _chart_pictured(site: Website) -> Website:
    picture = '<IMG SRC="images/org.jpg" WIDTH=600>'
    for address in ("org.php", "index.php?op=org"):
        site = _rewritten(site, address, "ผังโครงสร้าง", picture)
    return site.with_answer(_at("images/org.jpg"), Answer.picture("org.jpg", "สาธารณสุขอำเภอ", "กลุ่มงานบริหาร"))


def _contact(site: Website, old: str, new: str) -> Website:
    return site.edited(_at("contact.php"), old, new).edited(_at("index.php?op=contact"), old, new)


def _mail_pictured(site: Website) -> Website:
    site = _contact(site, "sso_phonngam[at]hotmail.invalid", '<IMG SRC="images/mail.gif">')
    return site.with_answer(_at("images/mail.gif"), Answer.picture("mail.gif", "sso_phonngam@hotmail.invalid"))


def _with_map(site: Website) -> Website:
    frame = '<IFRAME SRC="https://www.google.com/maps/embed?pb=!1m18!2d103.9!3d18.1" WIDTH=500 HEIGHT=400></IFRAME>'
    return site.with_answer(_at("map.php"), written(markup.page("แผนที่ตั้ง สสอ.โพนงาม", frame)))


def _without_times(site: Website) -> Website:
    page = re.sub(r"<TD>\d+ (?:นาที|วันทำการ)</TD>|<TD>ระยะเวลา</TD>", "", _text(site, "service.php"))
    paper = office.guide(OFFICE, "การขอหนังสือรับรองการแจ้งสถานที่สะสมอาหาร", [(step, "") for step, _ in STEPS])
    return site.with_body(_at("service.php"), page).with_body(_at("file/guide67.pdf"), paper)


def _strategy_renewed(site: Website) -> Website:
    paper = office.strategy(OFFICE, 2566, 2570)
    return site.edited(_at("strategy.php"), "พ.ศ. 2561 - 2565", "พ.ศ. 2566 - 2570").with_body(
        _at("file/strategy61-65.pdf"), paper
    )


def _plain_menu(site: Website) -> Website:
    """The menus by script as links."""
    for form, target, label in markup.SCRIPTED:
        if target:
            site = site.edited_everywhere(form.format(label), f'<A HREF="{target}">{label}</A>')
    return site


def _declared_utf8(site: Website) -> Website:
    declared = '<HEAD><META CHARSET="utf-8">'
    site = site.edited_everywhere("<HEAD>", declared).recoded("utf-8", "text/html; charset=utf-8")
    return replace(site, missing=replace(site.missing, charset="utf-8"))


def _as_divs(text: str) -> str:
    """Every table as divs."""
    text = re.sub(r"<(?:TABLE|TR|TD)(?: [^>]*)?>", "<DIV>", text)
    return re.sub(r"</(?:TABLE|TR|TD)>", "</DIV>", text)


def _menu_below(text: str) -> str:
    return text.replace(markup.MENU, "").replace("</TABLE></BODY>", f"</TABLE>{markup.MENU}</BODY>")


MUTATIONS = (
    Mutation(
        "vision and mission are only asked for on the board",
        _only_on_the_board,
        same(FAIL, "1.1.vision", "1.1.mission"),
    ),
    Mutation(
        "the history is the office's",
        lambda site: _rewritten(site, "history.php", "ประวัติ", HISTORY),
        {"1.1.history": PASS},
    ),
    Mutation("the chart is a picture without words", _chart_pictured, {"1.1.structure": REVIEW}),
    Mutation(
        "only former heads are named",
        lambda site: _rewritten(site, "boss.php", "ผู้บริหาร", FORMER),
        {"1.1.executives": FAIL_OR_PARTIAL},  # the chart names the present head, without a photograph
    ),
    Mutation("the strategy is new", _strategy_renewed, {"1.1.strategy": PASS}),
    Mutation(
        "this year's plan is last year's",
        lambda site: site.with_body(_at("file/plan67.pdf"), plan(2566)),
        {"1.1.action-plan": PARTIAL},
    ),
    Mutation(
        "the agreement is the neighbour's",
        lambda site: site.with_body(_at("file/mou67.pdf"), office.agreement(NEIGHBOUR, 2567)),
        {"1.1.performance-agreement": FAIL},
    ),
    Mutation(
        "the results are under construction",
        lambda site: _rewritten(site, "kpi.php", "ผลงานตามตัวชี้วัด", "<CENTER>กำลังปรับปรุง</CENTER>"),
        {"1.1.performance-report": FAIL},
    ),
    Mutation(
        "the number is no fax number",
        lambda site: _contact(site, "โทรศัพท์/โทรสาร", "โทรศัพท์"),
        {"1.1.fax": FAIL},
    ),
    Mutation("the map is there", _with_map, {"1.1.map": PASS}),
    Mutation("the e-mail address is a picture", _mail_pictured, {"1.1.email": FAIL_OR_REVIEW}),
    Mutation("the guide tells no times", _without_times, {"1.7.guide-durations": FAIL}),
    Mutation(
        "two web masters are appointed",
        lambda site: site.with_body(_at("file/ita67-order.pdf"), order(2)),
        same(PASS, "2.1.webmaster-order", "3.1.two-webmasters"),
    ),
    Mutation(
        "the pages of procurement answer 503",
        lambda site: site.with_status(503, _at("buy.php"), _at("win.php"), _at("skr.php")),
        same(UNVERIFIABLE, "1.8.procurement-notice", "1.8.procurement-result", "1.5.oia-committee"),
    ),
    Mutation("the bytes are UTF-8 and declared", _declared_utf8),
    Mutation("Thai letters are character references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation(
        "letters are in other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))
    ),
    Mutation("the tables are divs", lambda site: on_every_page(site, _as_divs)),
    Mutation("the menu stands at the bottom", lambda site: on_every_page(site, _menu_below)),
    Mutation("the menus by script are links", _plain_menu),
    Mutation("numbers are in Arabic digits", lambda site: site.edited_everywhere("๐ ๔๒๙๙ ๓๑๔๕", "0-4299-3145")),
    Mutation(
        "things carry other usual names",
        lambda site: (
            site.edited_everywhere("ขั้นตอนการให้บริการ", "มาตรฐานการให้บริการ")
            .edited_everywhere("แผนพัฒนาสุขภาพ คปสอ.โพนงาม", "แผนปฏิบัติการ คปสอ.โพนงาม")
            .edited_everywhere("ผังโครงสร้าง", "แผนภูมิองค์กร")
            .edited_everywhere("เกร็ดความรู้สุขภาพ", "สาระน่ารู้")
            .edited_everywhere("กฏหมาย/ระเบียบ", "พรบ./ระเบียบ")
        ),
    ),
)
