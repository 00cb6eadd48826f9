"""How the district office's pages are written by hand in PHP: nested tables, picture and script menus, no charset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sites.office import MONTHS
from tests.sites.pathshare.papers import NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment

AREAS = (
    ("index.php", "หน้าหลัก"),
    ("news.php", "ข่าวประชาสัมพันธ์"),
    ("album.php", "ภาพกิจกรรม"),
    ("board.php", "เว็บบอร์ด"),
    ("calendar.php?m=7", "ปฏิทินงาน"),
    ("contact.php", "ติดต่อเรา"),
)
BUTTONS = (
    ("history.php", "ประวัติ"),
    ("org.php", "ผังโครงสร้าง"),
    ("boss.php", "ผู้บริหาร"),
    ("duties.php", "อำนาจหน้าที่"),
    ("map.php", "แผนที่"),
    ("forms.php", "แบบฟอร์ม"),
)
SCRIPTED = (
    ("<A HREF=\"javascript:openPage('vision.php')\">{}</A>", "vision.php", "วิสัยทัศน์/พันธกิจ"),
    ('<SPAN STYLE="cursor:pointer" onclick="location.href=\'strategy.php\'">{}</SPAN>', "strategy.php", "ยุทธศาสตร์"),
    ("<A HREF=\"javascript:openPage('plan.php')\">{}</A>", "plan.php", "แผนปฏิบัติการ"),
    ('<INPUT TYPE=button VALUE="{}" onclick="window.location.href=\'budget.php\'">', "budget.php", "แผนงาน/งบประมาณ"),
    ('<A HREF="#" onclick="location.href=\'kpi.php\';return false;">{}</A>', "kpi.php", "ผลงานตามตัวชี้วัด"),
    ('<A HREF="javascript:void(0)">{}</A>', "", "CIO"),
    ('<A HREF="#">{}</A>', "", "รายงานประจำปี"),
)
PLAIN = (
    ("mou.php", "MOU คปสอ."),
    ("laws.php", "กฏหมาย/ระเบียบ"),
    ("know.php", "เกร็ดความรู้สุขภาพ"),
    ("oia.php", "ข้อมูลข่าวสาร พ.ร.บ. 2540"),
    ("service.php", "ขั้นตอนการให้บริการ"),
    ("manual.php", "คู่มือปฏิบัติงาน"),
    ("buy.php", "ประกาศจัดซื้อจัดจ้าง"),
    ("win.php", "ผลการจัดซื้อจัดจ้าง"),
    ("skr.php", "สขร.1"),
    ("jobs.php", "รับสมัครงาน"),
    ("complaint.php", "ร้องเรียนออนไลน์"),
    ("satisfy.php", "ผลความพึงพอใจ"),
    ("ita.php", "ITA 2567"),
    ("center.php", "รพ.สต. ในสังกัด"),
    ("link.php", "เว็บไซต์ที่น่าสนใจ"),
    ("video.php", "คลิปวิดีโอ"),
)
GATE = (
    '<html><head><META HTTP-EQUIV="refresh" CONTENT="2;URL=index.php"><title>..::loading::..</title></head>'
    '<body bgcolor="#FFFFFF"><p align="center"><img src="images/load.gif"></p></body></html>'
)
NOT_FOUND = (
    "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><hr>Apache/2.2.15 (CentOS)</body></html>"
)
IMAGE_MAP = (
    '<IMG SRC="images/head.jpg" BORDER=0 USEMAP="#top" WIDTH=900 HEIGHT=160><MAP NAME="top">'
    + "".join(
        f'<AREA SHAPE="rect" COORDS="{n * 100},130,{n * 100 + 90},158" HREF="{href}" ALT="{alt}">'
        for n, (href, alt) in enumerate(AREAS, 1)
    )
    + "</MAP>"
)
MENU = (
    "<TABLE WIDTH=180 BORDER=0 BGCOLOR=#FFF2CC>"
    + "".join(
        f'<TR><TD><A HREF="{href}"><IMG SRC="images/b{n}.gif" ALT="{alt}" BORDER=0></A></TD></TR>'
        for n, (href, alt) in enumerate(BUTTONS, 1)
    )
    + "".join(f"<TR><TD>&raquo; {form.format(label)}</TD></TR>" for form, _, label in SCRIPTED)
    + "".join(f'<TR><TD>&raquo; <A HREF="{href}">{label}</A></TD></TR>' for href, label in PLAIN)
    + "</TABLE>"
)
COUNTER = "<FONT SIZE=1>จำนวนผู้เยี่ยมชมเว็บไซต์ 0045123 คน ตั้งแต่ 1 ม.ค. 2557</FONT>"
FOOT = (
    f"<TR><TD COLSPAN=2 ALIGN=center BGCOLOR=#993300><FONT COLOR=white SIZE=2>{NAME} จังหวัดบึงกาฬ</FONT><BR>{COUNTER}"
    '<BR><A HREF="/"><FONT SIZE=1>เว็บไซต์รวม คปสอ. จังหวัดบึงกาฬ</FONT></A></TD></TR>'
)
SCRIPT = "<SCRIPT LANGUAGE=JavaScript>function openPage(p){ window.location.href = p; }</SCRIPT>"


def page(title: str, body: str) -> str:
    """A page in the table that holds everything."""
    return (
        f"<HTML><HEAD><TITLE>{NAME}</TITLE>{SCRIPT}</HEAD><BODY BGCOLOR=#FFFFFF TOPMARGIN=0><TABLE WIDTH=900 "
        f"ALIGN=center BORDER=0><TR><TD COLSPAN=2>{IMAGE_MAP}</TD></TR><TR VALIGN=top><TD>{MENU}</TD><TD>"
        f"<TABLE WIDTH=100%><TR><TD BGCOLOR=#FFCC66><B><FONT SIZE=4>{title}</FONT></B></TD></TR><TR><TD>{body}</TD>"
        f"</TR></TABLE></TD></TR>{FOOT}</TABLE></BODY></HTML>"
    )


def home(news: Sequence[Fragment]) -> str:
    """The first page behind the gate."""
    return page(
        "ยินดีต้อนรับ",
        "<MARQUEE>สสอ.โพนงาม ร่วมใจต้านภัยไข้เลือดออก</MARQUEE><B>ข่าวล่าสุด</B>"
        f'{listing(news)}<TABLE BORDER=1><TR><TD>เมนูลัด</TD><TD><A HREF="index.php?op=org">โครงสร้าง</A> | '
        '<A HREF="index.php?op=duties">หน้าที่</A> | <A HREF="index.php?op=contact">ที่อยู่</A></TD></TR></TABLE>'
        f"{POLL}",
    )


POLL = (
    "<FORM METHOD=post ACTION=poll.php><TABLE BORDER=1><TR><TD>ท่านพึงพอใจต่อเว็บไซต์ สสอ.โพนงาม เพียงใด<BR>"
    "<INPUT TYPE=radio NAME=v VALUE=3> มาก <INPUT TYPE=radio NAME=v VALUE=2> ปานกลาง "
    '<INPUT TYPE=radio NAME=v VALUE=1> น้อย <INPUT TYPE=submit VALUE="ลงคะแนน"></TD></TR></TABLE></FORM>'
)


def listing(entries: Sequence[Fragment]) -> str:
    """Entries with their days."""
    return (
        "<TABLE WIDTH=100% BORDER=0>"
        + "".join(
            f'<TR><TD><IMG SRC="images/dot.gif"></TD><TD><A HREF="shownews.php?id={entry.address}">{entry.title}</A>'
            f"</TD><TD><FONT SIZE=1>[ {entry.more[0]} ]</FONT></TD></TR>"
            for entry in entries
        )
        + "</TABLE>"
    )


def post(entry: Fragment) -> str:
    """An entry with its day and unit."""
    return (
        f"{entry.body}<P ALIGN=right><FONT SIZE=1>วันที่โพส {entry.more[0]} ผู้ประกาศ : {entry.more[1]} ผู้ชม 57</FONT>"
        f'<P><A HREF="print.php?id={entry.address}">พิมพ์</A>'
    )


def printed(entry: Fragment) -> str:
    """An entry to print."""
    return (
        f"<HTML><HEAD><TITLE>print</TITLE></HEAD><BODY><B>{entry.title}</B>{entry.body}<P>{entry.more[0]} "
        f"ผู้ประกาศ : {entry.more[1]}</BODY></HTML>"
    )


def calendar(month: int) -> str:
    """A month of the calendar of 2567."""
    turns = "".join(
        f'<A HREF="calendar.php?m={other}">{text}</A> '
        for other, text in ((month - 1, "&lt;&lt; เดือนก่อน"), (month + 1, "เดือนถัดไป &gt;&gt;"))
        if 1 <= other <= len(MONTHS)
    )
    days = "".join(f"<TD>{day}</TD>" + ("</TR><TR>" if day % 7 == 0 else "") for day in range(1, 31))
    return page(f"ปฏิทินงาน {MONTHS[month - 1]} 2567", f"{turns}<TABLE BORDER=1><TR>{days}</TR></TABLE>")


def neighbour(name: str, number: int) -> str:
    """The first page of another district's site on the host."""
    return (
        f"<html><head><title>สำนักงานสาธารณสุขอำเภอ{name}</title></head><body><h2>สำนักงานสาธารณสุขอำเภอ{name}</h2>"
        f"<b>ประวัติความเป็นมา</b><p>ตั้งเมื่อ พ.ศ. 25{number}0 เดิมอาศัยอาคารโรงพยาบาล</p><b>แผนที่</b>"
        f'<iframe src="https://www.google.com/maps/embed?pb=!{number}"></iframe><p>โทรสาร 0 4299 1{number}7</p>'
        f'<p>CIO : นายแพทย์ผู้เชี่ยวชาญ</p><a href="/sso/phonngam/index.php">สสอ.โพนงาม</a></body></html>'
    )
