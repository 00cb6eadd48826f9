"""How the district office's pages look: a portal of nested tables and blocks, the same title everywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.sites.office import MONTHS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.sites.content import Fragment
    from tests.sites.maxsite.papers import Document

NAME = "สำนักงานสาธารณสุขอำเภอดอนพิกุล จังหวัดธารบุรี"
SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
MENU = (
    ("index.php", "หน้าแรก"),
    ("index.php?name=page&file=page&op=history", "ประวัติความเป็นมา"),
    ("index.php?name=page&file=page&op=vision", "วิสัยทัศน์/พันธกิจ"),
    ("index.php?name=page&file=page&op=structure", "โครงสร้างหน่วยงาน"),
    ("index.php?name=page&file=page&op=boss", "ทำเนียบผู้บริหาร"),
    ("index.php?name=page&file=page&op=duty", "บทบาท อำนาจหน้าที่"),
    ("index.php?name=page&file=page&op=policy", "นโยบายผู้บริหาร"),
    ("index.php?name=page&file=page&op=plan", "แผนงาน/ยุทธศาสตร์"),
    ("index.php?name=page&file=page&op=kpi", "ผลการปฏิบัติราชการ"),
    ("index.php?name=page&file=page&op=law", "กฏหมายที่เกี่ยวข้อง"),
    ("index.php?name=page&file=page&op=oia", "ศูนย์ข้อมูลข่าวสาร"),
    ("index.php?name=contact", "ติดต่อเรา"),
)
SERVICES = (
    ("index.php?name=page&file=page&op=service", "คู่มือประชาชน"),
    ("index.php?name=page&file=page&op=eservice", "e-Service ขอหนังสือรับรอง อสม."),
    ("index.php?name=download", "ดาวน์โหลดเอกสาร"),
    ("index.php?name=webboard", "กระดานถาม-ตอบ"),
    ("index.php?name=news", "ข่าวประชาสัมพันธ์"),
    ("index.php?name=news&category=2", "จัดซื้อจัดจ้าง"),
    ("index.php?name=page&file=page&op=skr1", "สขร.1"),
    ("index.php?name=news&category=3", "รับสมัครงาน"),
    ("index.php?name=knowledge", "สาระน่ารู้"),
    ("index.php?name=gallery", "ภาพกิจกรรม"),
)
INTEGRITY = (
    ("index.php?name=ita&year=2568", "ITA 2568"),
    ("index.php?name=ita&year=2567", "ITA 2567"),
    ("index.php?name=ita&year=2564", "ITA 2564 (EB)"),
)
NETWORK = (
    ("index.php?name=pcu", "รพ.สต. ในสังกัด"),
    ("index.php?name=page&file=page&op=vhv", "ชมรม อสม."),
    ("index.php?name=page&file=page&op=staff", "สำหรับเจ้าหน้าที่"),
)
LINKS = (
    ("https://www.moph.invalid/", "กระทรวงสาธารณสุข"),
    ("https://thb.moph.invalid/", "สสจ.ธารบุรี"),
    ("https://amphoe.donpikul.invalid/", "ที่ว่าการอำเภอดอนพิกุล"),
    ("https://dphosp.invalid/", "โรงพยาบาลดอนพิกุล"),
    ("https://www.nhso.invalid/", "สปสช."),
)
SECTIONS = {
    "news": ("index.php?name=news", "ข่าวประชาสัมพันธ์"),
    "buy": ("index.php?name=news&category=2", "ข่าวจัดซื้อจัดจ้าง"),
    "job": ("index.php?name=news&category=3", "รับสมัครงาน"),
    "know": ("index.php?name=knowledge", "สาระน่ารู้"),
    "album": ("index.php?name=gallery", "ภาพกิจกรรม"),
}
POLL = (
    '<form method="post" action="index.php?name=poll&op=vote&id=3"><b>ท่านพึงพอใจต่อเว็บไซต์ สสอ.ดอนพิกุล ในระดับใด</b><br>'
    + "<br>".join(
        f'<input type="radio" name="answer" value="{number}"> {answer}'
        for number, answer in enumerate(("มากที่สุด", "มาก", "ปานกลาง", "น้อย"), 1)
    )
    + '<br><input type="submit" value="โหวต"> <a href="index.php?name=poll&op=result&id=3">ดูผลโหวต</a></form>'
)
COUNTER = (
    '<table width="100%" class="stat"><tr><td>ขณะนี้</td><td>3 คน</td></tr><tr><td>วันนี้</td><td>61 คน</td></tr><tr><td>'
    "เดือนนี้</td><td>1,204 คน</td></tr><tr><td>ทั้งหมด</td><td>318,557 คน</td></tr><tr><td>เริ่มนับ</td>"
    "<td>12 ม.ค. 2556</td></tr></table>"
)
LOGIN = (
    '<form method="post" action="index.php?name=user&file=login">ชื่อ <input type="text" name="user" size="10"><br>รหัส '
    '<input type="password" name="pass" size="10"><br><input type="submit" value="Login"> '
    '<a href="index.php?name=user&file=register">สมัครสมาชิก</a></form>'
)
BOSS = (
    '<center><img src="UserFiles/Image/boss.jpg" width="110" alt=""><br>นายสมเกียรติ พูนทรัพย์<br>'
    "สาธารณสุขอำเภอดอนพิกุล</center>"
)
CALENDAR = (
    '<table width="100%" class="cal"><tr><th colspan="7">มิถุนายน 2568</th></tr><tr><td>15</td><td><b>16</b></td>'
    '<td>17</td><td><a href="index.php?name=calendar&file=view&dates=2025-06-18">18</a></td><td>19</td><td>20</td>'
    "<td>21</td></tr></table>"
)
FACEBOOK = (
    '<iframe src="https://www.facebook.invalid/plugins/page.php?href=ssodonpikul&tabs=timeline&width=180" '
    'width="180" height="300" scrolling="no" frameborder="0"></iframe>'
)
MARQUEE = (
    '<marquee scrollamount="3" onmouseover="this.stop()" onmouseout="this.start()">สำนักงานสาธารณสุขอำเภอดอนพิกุล '
    "ยินดีต้อนรับ ... เจ้าหน้าที่ สสอ.ดอนพิกุล งดรับของขวัญทุกเทศกาล No Gift Policy ... สายด่วนเจ็บป่วยฉุกเฉิน 1669</marquee>"
)
FOOT = (
    f'<table class="foot" width="1000" align="center"><tr><td align="center">{NAME}<br>199 หมู่ 2 ต.ดอนพิกุล อ.ดอนพิกุล '
    "จ.ธารบุรี 46210<br>Powered by ATOMYMAXSITE 2.5 ดูแลระบบโดย งานข้อมูลข่าวสาร</td></tr></table>"
)
DOCTYPE = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
)


def day(iso: str) -> str:
    """A day as the portal writes it: 5 ม.ค. 2568."""
    year, month, number = map(int, iso.split("-"))
    return f"{number} {SHORT[month - 1]} {year + 543}"


def long_day(short: str) -> str:
    """The text with its days in whole words: 5 มกราคม 2568."""
    for at, month in enumerate(SHORT):
        short = re.sub(rf"(\d) {re.escape(month)} (25\d\d)", rf"\1 {MONTHS[at]} \2", short)
    return short


def read_count(address: str) -> str:
    """How often a post was read, as the portal tells it."""
    return f"[อ่าน {int(address.rpartition('=')[2]) * 137 % 1900 + 41} ครั้ง]"


def link(one: Document, label: str = "") -> str:
    """A file in the text of a page, the editor's way."""
    return (
        f'<p><img src="images/icon/{one.kind}.gif" border="0" alt=""> '
        f'<a href="{one.address[1:]}" target="_blank">{label or one.label}</a></p>'
    )


def filled(body: str, documents: Mapping[str, Document]) -> str:
    """The text with the links that its words in braces stand for."""
    return re.sub(r"\{\{(\w+)\}\}", lambda found: link(documents[found.group(1)]), body)


def block(title: str, body: str) -> str:
    """A block at the side."""
    return (
        '<table class="block" width="100%" cellspacing="0" cellpadding="0" border="0"><tr><td class="blockhead">'
        f'<img src="images/icon/arrow.gif" alt="">{title}</td></tr>'
        f'<tr><td class="blockbody">{body}</td></tr></table><br>'
    )


def menu(title: str, entries: Sequence[tuple[str, str]]) -> str:
    """A block of links."""
    rows = "".join(f'<tr><td>&nbsp;&raquo; <a href="{href}">{label}</a></td></tr>' for href, label in entries)
    return block(title, f'<table width="100%" class="menu">{rows}</table>')


def page(body: str) -> str:
    """A page between its blocks."""
    outside = "<br>".join(f'<a href="{href}" target="_blank">{label}</a>' for href, label in LINKS)
    left = (
        block("ผู้บริหาร", BOSS)
        + menu("เมนูหลัก", MENU)
        + menu("บริการ", SERVICES)
        + menu("ITA", INTEGRITY)
        + menu("เครือข่าย", NETWORK)
    )
    right = (
        block("เข้าสู่ระบบ", LOGIN)
        + block("แบบสำรวจ", POLL)
        + block("ปฏิทิน", CALENDAR)
        + block("หน่วยงานที่เกี่ยวข้อง", outside)
        + block("Facebook", FACEBOOK)
        + block("สถิติผู้เข้าชมเว็บไซต์", COUNTER)
    )
    return (
        f'{DOCTYPE}<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" '
        f'content="text/html; charset=utf-8"><title>{NAME} : Powered by ATOMYMAXSITE</title>'
        '<link rel="stylesheet" href="templates/atomy/css/style.css"></head><body bgcolor="#E8F5E9">'
        '<table class="top" width="1000" align="center"><tr><td><img src="images/header.jpg" width="1000" '
        f'alt=""></td></tr><tr><td>{MARQUEE}</td></tr></table>'
        '<table class="frame" width="1000" align="center"><tr>'
        f'<td class="left" width="190" valign="top">{left}</td><!--/left-->'
        f'<td class="centre" valign="top"><!--centre-->{body}<!--/centre--></td>'
        f'<td class="right" width="190" valign="top">{right}</td><!--/right--></tr></table>{FOOT}</body></html>'
    )


def headed(title: str, body: str) -> str:
    """A text below the bar that carries its title."""
    return page(
        f'<table width="100%" class="bar"><tr><td><img src="images/icon/menu.gif" alt=""> <font size="4"><b>{title}'
        f"</b></font></td></tr></table>{body}"
    )


def post(one: Fragment, body: str) -> str:
    """A post with its line of particulars."""
    published, _, author = one.more
    return headed(one.title, f"{body}<p><i>โพสต์โดย {author} | {day(published)} | {read_count(one.address)}</i></p>")


def rows(posts: Sequence[Fragment]) -> str:
    """Posts in a list."""
    return '<table width="100%" class="list">' + "".join(
        f'<tr><td><img src="images/icon/new.gif" alt=""> <a href="{one.address[1:]}">{one.title}</a> '
        f"<font color=gray>({day(one.more[0])}) {read_count(one.address)}</font></td></tr>"
        for one in posts
    ) + "</table>"  # fmt: skip


def home(posts: Sequence[Fragment]) -> str:
    """The first page."""
    shown = "".join(
        block(SECTIONS[section][1], rows([one for one in posts if one.more[1] == section][:5]))
        for section in ("news", "buy", "album")
    )
    popup = (
        "<center><a href=\"javascript:void(0)\" onclick=\"window.open('popup.php?id=3','','width=600,height=400')\">"
        '<img src="images/nogift.jpg" width="400" alt="No Gift Policy"></a></center>'
    )
    return page(popup + shown)


def downloads(groups: Sequence[tuple[str, Sequence[tuple[int, Document, str, str]]]]) -> str:
    """The shelf of files: number, file, owner, day."""
    return headed(
        "ดาวน์โหลดเอกสาร",
        "".join(
            f'<b>{title}</b><table width="100%" border="1" class="files"><tr><th>เอกสาร</th><th>ดาวน์โหลด</th></tr>'
            + "".join(
                f'<tr><td><a href="index.php?name=download&file=view&id={number}">{one.label}</a></td>'
                f"<td>{number * 53 % 700} ครั้ง</td></tr>"
                for number, one, _, _ in entries
            )
            + "</table>"
            for title, entries in groups
        ),
    )


def view(number: int, one: Document, owner: str, iso: str) -> str:
    """The card of a file; its button opens a window."""
    size = f"{len(one.content) / 1024:.2f} KB"
    cells = (
        ("ชื่อเอกสาร", one.label),
        ("ผู้ส่ง", owner),
        ("วันที่ส่ง", day(iso)),
        ("ชนิดไฟล์", one.kind),
        ("ขนาดไฟล์", size),
        ("ดาวน์โหลด", f"{number * 53 % 700} ครั้ง"),
    )
    told = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in cells)
    button = (
        f'<a href="{one.address[1:]}" onclick="window.open(this.href);return false;">'
        '<img src="images/icon/download.gif" border="0" alt="ดาวน์โหลด"></a>'
    )
    return headed(one.label, f'<table width="100%" border="1" class="card">{told}</table><p>{button}</p>')
