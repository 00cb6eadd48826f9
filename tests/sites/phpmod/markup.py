"""How the district office's pages look: nested tables, fonts, an image map, buttons that are scripts, a marquee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sites.phpmod.papers import NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment

# The office's name and telephone stand below every page; the rest of the address with them.
FOOT = (
    f"<table width=780 align=center bgcolor='#339966'><tr><td align=center><font size=1 color=white>{NAME} เลขที่ ๙๙ "
    "หมู่ ๑ ต.ทุ่งกระเจียว อ.ทุ่งกระเจียว จ.ศรีบุรพา ๔๗๙๙๙ โทร. ๐-๔๒๙๙-๘๑๒๐<br>Copyright 2552-2567 All rights "
    "reserved. Powered by MAXSITE | <a href='admin.php'><font color=white>admin</font></a></font></td></tr></table>"
)
AREAS = (
    ("index.php?mod=main", "หน้าแรก"),
    ("index.php?mod=about&file=history", "ประวัติ"),
    ("index.php?mod=rpst", "รพ.สต."),
    ("index.php?mod=webboard", ""),
    ("index.php?mod=weblink", "เว็บลิงค์"),
    ("index.php?mod=contact", "ติดต่อเรา"),
)
# address, the button's alternative text ("" where the author left it out)
BUTTONS = (
    ("index.php?mod=about&file=vision", "วิสัยทัศน์"),
    ("index.php?mod=about&file=org", "โครงสร้าง"),
    ("index.php?mod=about&file=staff", "บุคลากร"),
    ("index.php?mod=about&file=duty", ""),
    ("index.php?mod=about&file=general", "ข้อมูลทั่วไป"),
    ("index.php?mod=plan", "แผนงาน"),
    ("index.php?mod=ita", "ITA 2567"),
)
SCRIPTED = (
    ("index.php?mod=law", "กฎหมาย ระเบียบ"),
    ("index.php?mod=oia", "ศูนย์ข้อมูลข่าวสาร"),
    ("index.php?mod=service", "บริการประชาชน"),
    ("index.php?mod=download", "ดาวน์โหลด"),
    ("index.php?mod=download&file=form", "แบบฟอร์ม"),
    ("index.php?mod=procure", "จัดซื้อจัดจ้าง"),
)
PLAIN = (
    ("index.php?mod=news", "ข่าวประชาสัมพันธ์"),
    ("index.php?mod=gallery", "ภาพกิจกรรม"),
    ("index.php?mod=knowledge", "สาระสุขภาพ"),
    ("index.php?mod=job", "รับสมัครงาน"),
    ("index.php?mod=km", "KM"),
    ("index.php?mod=poll", "โพลสำรวจ"),
)
COUNTER = (
    "<table border=1 width=150><tr><td bgcolor='#CCFFCC'><font size=1>สถิติผู้เยี่ยมชมเว็บไซต์</font></td></tr><tr><td><font "
    "size=1>เริ่มนับ 1 ต.ค. 2552<br></font>"
    + "".join(f"<img src='images/num/{digit}.gif' alt='{digit}'>" for digit in "084213")
    + "<script src='http://counter.hits.invalid/c.js?id=tkc'></script></td></tr></table>"
)
SPLASH = (
    "<html><head><title>::: Welcome :::</title></head><body bgcolor=black><center><a href='index.php?mod=main'><img "
    "src='images/splash.jpg' border=0 width=800></a></center></body></html>"
)
NOT_FOUND = (
    "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1>The requested URL was not found.</body>"
    "</html>"
)
ENGLISH = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><title>Thung Krachiao '
    "District Public Health Office</title></head><body><h2>Thung Krachiao District Public Health Office</h2><p>This "
    "English page is under construction.</p><a href='../index.php?mod=main'>Thai</a></body></html>"
)
DECLARED_WRONGLY = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


def page(title: str, body: str, *, charset: str | None = None, site: str = NAME) -> str:
    """A page of the system; `charset` is what it declares, `site` the name in its title."""
    meta = "" if charset is None else DECLARED_WRONGLY.format(charset)
    return (
        f"<html><head>{meta}<title>{site} - {title}</title><script>function goto_page(u){{window.location=u;}}"
        "</script></head><body topmargin=0 background='images/bg.gif'><table width=780 align=center cellpadding=0 "
        f"cellspacing=0><tr><td colspan=2>{_banner()}</td></tr><tr><td width=160 valign=top>{_menu()}</td><td "
        "valign=top><table width=100%><tr><td background='images/head.gif'><font color='#006600' size=3><b>"
        f"{title}</b></font></td></tr><tr><td>{body}</td></tr></table></td></tr></table>{FOOT}</body></html>"
    )


def _banner() -> str:
    areas = "".join(
        f'<area shape=rect coords="{at}00,180,{at}90,200" href="{href}" alt="{alt}">'
        for at, (href, alt) in enumerate(AREAS)
    )
    return f"<img src='images/top.jpg' usemap='#top' border=0 width=780><map name=top>{areas}</map>"


def _menu() -> str:
    buttons = "".join(
        f"<tr><td><img src='images/menu/b{at}.gif' alt='{alt}' style='cursor:hand' "
        f"onclick=\"window.location='{href}'\"></td></tr>"
        for at, (href, alt) in enumerate(BUTTONS, 1)
    )
    scripted = "".join(
        f"<tr><td><img src='images/dot.gif'><a href=\"javascript:goto_page('{href}')\"><font size=2>{label}"
        "</font></a></td></tr>"
        for href, label in SCRIPTED
    )
    plain = "".join(f"<tr><td><a href='{href}'><font size=2>{label}</font></a></td></tr>" for href, label in PLAIN)
    return (
        f"<table width=150 cellpadding=1>{buttons}{scripted}{plain}<tr><td><a href='en/index.html'><img "
        f"src='images/en.gif' border=0 alt='English'></a> <a href='2015/index.php'><font size=1>เว็บเก่า (2558)"
        f"</font></a></td></tr></table>{COUNTER}"
    )


def home(news: Sequence[Fragment]) -> str:
    """The first page behind the splash: a marquee, the newest posts."""
    running = " *** ".join(entry.title for entry in news[:3])
    body = f"<marquee scrollamount=3><font color=red size=2>{running}</font></marquee>{listing(news[:6])}"
    return page("ยินดีต้อนรับ", body)


def listing(posts: Sequence[Fragment]) -> str:
    """Posts as rows: an icon, the title, a short date in brackets."""
    rows = "".join(
        f"<tr><td><img src='images/dot.gif'></td><td><a href='index.php?mod={entry.address}'><font size=2>"
        f"{entry.title}</font></a> <font size=1 color=gray>[ {entry.more[0]} ]</font></td></tr>"
        for entry in posts
    )
    return f"<table width=100% border=0>{rows}</table>"


def post(entry: Fragment) -> str:
    """A post with who posted it and when."""
    by = f" โดย : {entry.more[1]}" if entry.more[1] else ""
    return (
        f"<font size=2>{entry.body}</font><br><table width=100%><tr><td align=right><font size=1 color=gray>โพสเมื่อ "
        f"{entry.more[0]}{by} | เปิดอ่าน {len(entry.body) * 7} ครั้ง</font></td></tr></table>"
    )


def ita(rows: Sequence[tuple[str, str, str]]) -> str:
    """The ITA table: item, wording, what stands in the third cell (HTML)."""
    body = "".join(
        f"<tr><td valign=top><font size=2>{item}</font></td><td><font size=2>{wording}</font></td><td>{cell}</td>"
        "</tr>"
        for item, wording, cell in rows
    )
    return (
        "<table width=100% border=1 bordercolor='#999999' cellspacing=0><tr bgcolor='#CCFFCC'><td>ข้อ</td><td>รายการ"
        f"</td><td>เอกสาร</td></tr>{body}</table>"
    )
