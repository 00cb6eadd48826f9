"""How the pages are put together: frames, pictures that are words, tables for everything, few closing tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment

NAME = "รพ.สต.โคกกระทิง"
DECLARED = '<META http-equiv="Content-Type" content="text/html; charset={}">'
TIS = DECLARED.format("tis-620")
SPLASH = f"""<HTML><HEAD>{TIS}<META HTTP-EQUIV="refresh" CONTENT="15; URL=main.htm"><TITLE>Welcome</TITLE></HEAD>
<BODY BGCOLOR=#FFFFE0><CENTER><IMG SRC="images/royal.jpg"><BR><FONT SIZE=5>ทรงพระเจริญ</FONT><BR>
<A HREF="main.htm">เข้าสู่เว็บไซต์</A></CENTER></BODY></HTML>"""
FRAMES = f"""<HTML><HEAD>{TIS}<TITLE>โรงพยาบาลส่งเสริมสุขภาพตำบลโคกกระทิง</TITLE></HEAD>
<FRAMESET ROWS="150,*" BORDER=0><FRAME SRC="top.htm" NAME=top SCROLLING=no>
<FRAMESET COLS="200,*"><FRAME SRC="menu.htm" NAME=menu><FRAME SRC="body.htm" NAME=main></FRAMESET>
<NOFRAMES><BODY>Browser ของท่านไม่รองรับเฟรม</BODY></NOFRAMES></FRAMESET></HTML>"""
AREAS = (
    ("body.htm", "หน้าแรก"),
    ("news.htm", "ข่าวประชาสัมพันธ์"),
    ("photo.htm", "ภาพกิจกรรม"),
    ("contact.htm", "ติดต่อ รพ.สต."),
    ("link.htm", ""),
)
TOP = (
    f"<HTML><HEAD>{TIS}<BASE TARGET=main></HEAD><BODY TOPMARGIN=0><IMG SRC='images/banner.jpg' BORDER=0 USEMAP='#m' "
    f'ALT="โรงพยาบาลส่งเสริมสุขภาพตำบลโคกกระทิง อ.เมืองชัย จ.สุรินทร์"><MAP NAME="m">'
    + "".join(
        f'<AREA SHAPE=RECT COORDS="{n}0,120,{n}9,148" HREF="{href}" ALT="{alt}">'
        for n, (href, alt) in enumerate(AREAS, 1)
    )
    + "</MAP></BODY></HTML>"
)
# target, what the picture says to those who do not see it; "" where the author left it out
BUTTONS = (
    ("history.htm", ""),
    ("vision.htm", "วิสัยทัศน์"),
    ("org.htm", "โครงสร้าง/บุคลากร"),
    ("boss.htm", "ผอ.รพ.สต."),
    ("duties.htm", ""),
    ("strategy.htm", "ยุทธศาสตร์"),
    ("plan.htm", "แผนปฏิบัติการ"),
    ("budget.htm", "แผนเงินบำรุง"),
    ("annual.htm", "รายงานประจำปี"),
    ("kpi.htm", "ผลงานตามตัวชี้วัด"),
    ("laws.htm", "กฏหมายสาธารณสุข"),
    ("know.htm", "เกร็ดความรู้"),
    ("service.htm", "ขั้นตอนรับบริการ"),
    ("manual.htm", "คู่มือ"),
    ("buy.htm", "ประกาศสอบราคา"),
    ("win.htm", "ผลจัดซื้อ"),
    ("job.htm", "สมัครงาน"),
    ("poll.htm", "โพลเว็บไซต์"),
    ("village.htm", "ข้อมูลหมู่บ้าน"),
    ("osm.htm", "อสม.ดีเด่น"),
    ("guestbook.asp", "สมุดเยี่ยม"),
    ("map.htm", ""),
    ("jhcis.htm", "JHCIS"),
)
MENU = (
    f"<HTML><HEAD>{TIS}<TITLE>menu</TITLE></HEAD><BODY BGCOLOR=#CCFFCC><TABLE BORDER=0>"
    + "".join(
        f'<TR><TD><A HREF="{href}" TARGET=main>'
        f'<IMG SRC="images/btn{number}.gif" BORDER=0{f" ALT={chr(34)}{alt}{chr(34)}" if alt else ""}></A>'
        for number, (href, alt) in enumerate(BUTTONS, 1)
    )
    + "<TR><TD><FONT SIZE=1>ผู้ดูแลเว็บ : นายสมัย ใจซื่อ</FONT></TABLE></BODY></HTML>"
)
COUNTER = (
    '<HR><CENTER><FONT SIZE=1>ท่านเป็นผู้เข้าชมเว็บไซต์คนที่ <IMG SRC="images/counter.gif"> ตั้งแต่ 1 ม.ค. 2549</FONT></CENTER>'
)
NOT_FOUND = (
    "<HTML><HEAD><TITLE>The page cannot be found</TITLE></HEAD><BODY><H2>HTTP 404 - File not found</H2></BODY></HTML>"
)


def page(title: str, body: str, charset: str | None = "tis-620") -> str:
    """A page of the main frame; its title is what the program put there."""
    declared = DECLARED.format(charset) if charset else ""
    return (
        f'<HTML><HEAD>{declared}<META NAME="GENERATOR" CONTENT="Microsoft FrontPage 4.0">'
        "<TITLE>New Page 1</TITLE></HEAD>"
        f"<BODY><P ALIGN=center><B><FONT SIZE=5 COLOR=#006600>{title}</FONT></B><P>{body}</BODY></HTML>"
    )


def post(entry: Fragment) -> str:
    """An entry, its day below."""
    back = "<A HREF='javascript:history.back()'>กลับ</A>"
    return f"<FONT SIZE=2>{entry.body}<BR><BR>ประกาศเมื่อ {entry.more[0]}</FONT><BR>{back}"


def listing(entries: Sequence[Fragment]) -> str:
    """Entries in a table without heads."""
    return (
        "<TABLE BORDER=1 WIDTH=90%>"
        + "".join(
            f'<TR><TD>{entry.more[0]}<TD><A HREF="{entry.address[1:]}">{entry.title}</A>'
            f'<TD><IMG SRC="images/new.gif">'
            for entry in entries
        )
        + "</TABLE>"
    )


def body(news: Sequence[Fragment]) -> str:
    """What the main frame shows first."""
    return page(
        "ยินดีต้อนรับ",
        "<MARQUEE>ขอเชิญผู้สูงอายุรับวัคซีนไข้หวัดใหญ่ฟรี ตั้งแต่ 1 พฤษภาคม - 31 สิงหาคม 2567</MARQUEE>"
        f"<B>ข่าวประชาสัมพันธ์</B><BR>{listing(news)}{COUNTER}",
    )
