"""How the district office's pages are put together, as a hand would in Dreamweaver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sites.office import FISCAL_MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment

NAME = "สำนักงานสาธารณสุขอำเภอนาคำหวาน"
TOP = """<table width=960 border=0 align=center cellpadding=0 cellspacing=0><tr><td colspan=2>
<img src="/images/banner.jpg" width=960 height=180 border=0 usemap="#Map"
 alt="สำนักงานสาธารณสุขอำเภอนาคำหวาน จังหวัดร้อยเอ็ด">
<map name="Map"><area shape=rect coords="10,150,100,178" href="/home.php" alt="หน้าแรก">
<area shape=rect coords="110,150,220,178" href="/buy.php" alt="ประกาศจัดซื้อจัดจ้าง">
<area shape=rect coords="230,150,340,178" href="/buyresult.php" alt="ผลการจัดซื้อจัดจ้าง">
<area shape=rect coords="350,150,440,178" href="/job.php" alt="รับสมัครงาน">
<area shape=rect coords="450,150,560,178" href="/contact.php" alt="ติดต่อเรา"></map>
"""
MENU_ENTRIES = (
    ("/show_topic.php?id=1", "ประวัติความเป็นมา"),
    ("/show_topic.php?id=2", "วิสัยทัศน์ พันธกิจ"),
    ("/show_topic.php?id=3", "โครงสร้างหน่วยงาน"),
    ("/show_topic.php?id=4", "ทำเนียบผู้บริหาร"),
    ("/show_topic.php?id=5", "อำนาจหน้าที่"),
    ("/show_topic.php?id=6", "ข้อมูลทั่วไปอำเภอ"),
    ("/show_topic.php?id=7", "ยุทธศาสตร์"),
    ("/show_topic.php?id=8", "แผนปฏิบัติการ"),
    ("/show_topic.php?id=9", "แผนงาน โครงการ งบประมาณ"),
    ("/show_topic.php?id=10", "รายงานประจำปี"),
    ("/show_topic.php?id=11", "คำรับรองการปฏิบัติราชการ"),
    ("/show_topic.php?id=12", "ผลการปฏิบัติราชการ"),
    ("/show_topic.php?id=14", "กฎหมาย/ระเบียบ"),
    ("/show_topic.php?id=16", "คู่มือการปฏิบัติงาน"),
    ("/show_topic.php?id=17", "คู่มือประชาชน"),
    ("/show_topic.php?id=18", "ดาวน์โหลดแบบฟอร์ม"),
    ("/service_std.php", "มาตรฐานงานบริการ"),
    ("/oia.php", "ศูนย์ข้อมูลข่าวสาร"),
    ("/news.php", "ข่าวประชาสัมพันธ์"),
    ("/gallery.php", "ภาพกิจกรรม"),
    ("/knowledge.php", "คลังความรู้สุขภาพ"),
    ("/ita67/index.html", "ITA 2567"),
    ("/vote.php", "ประเมินความพึงพอใจเว็บไซต์"),
    ("/webboard.php", "กระดานสนทนา"),
    ("/link.php", "เว็บไซต์ที่เกี่ยวข้อง"),
    ("/guestbook.php", "สมุดเยี่ยม"),
)
MENU = (
    '<tr><td width=190 valign=top bgcolor="#E8FFE8"><table width="100%" border=0 cellpadding=3>\n'
    + "\n".join(f'<tr><td><font size=2><a href="{address}">{label}</a></font>' for address, label in MENU_ENTRIES)
    + '\n<!-- <tr><td><font size=2><a href="/cio.php">ผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO)</a></font> -->'
    + '\n<tr><td><font size=2><a href="#">ห้องข่าวผู้บริหาร</a></font>'
    + '\n<tr><td><font size=2><a href="http://eoffice.nakhamwan-health.invalid/">e-Office (เจ้าหน้าที่)</a></font>'
    + '\n<tr><td><font size=2><a href="/admin/login.php">ผู้ดูแลระบบ</a></font></table>'
)
FOOT = """<tr><td colspan=2 align=center bgcolor="#CCFFCC"><font size=1>
สำนักงานสาธารณสุขอำเภอนาคำหวาน จังหวัดร้อยเอ็ด จำนวนผู้เข้าชมเว็บไซต์ 128,455 คน เริ่มนับ 1 มกราคม 2555<br>
พัฒนาโดย ร้อยเอ็ดเว็บดีไซน์ โทร. 08-0000-0000 <a href="/test.html">.</a></font></table></body></html>"""
NOT_FOUND = "<html><title>ไม่พบหน้า</title><body><h2>ไม่พบหน้าที่ท่านต้องการ</h2></body></html>"
SPLASH = """<html><head><title>ยินดีต้อนรับ</title></head><body bgcolor=#FFFFCC><center>
<img src="images/banner.jpg" alt="ทรงพระเจริญ"><br><font size=4>ทรงพระเจริญ</font><br>
<a href="home.php">เข้าสู่เว็บไซต์</a></center></body></html>"""
GALLERY = """<table border=0><tr><td><a href="gallery.php?album=2">
<img src="/images/act2.jpg" width=150 border=0></a><br>
<font size=2>รณรงค์ไข้เลือดออก (12 ภาพ) 7 มิ.ย. 67</font><td><a href="gallery.php?album=1">
<img src="/images/act1.jpg" width=150 border=0></a><br>
<font size=2>อบรมฟื้นฟู อสม. (20 ภาพ) 20 มี.ค. 67</font></table>"""
ALBUM = "".join(f'<img src="/images/act{n % 2 + 1}.jpg" width=300 hspace=4 vspace=4>' for n in range(6))
MONTHLY = "<font size=2>แบบสรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน (แบบ สขร.1) ประจำปีงบประมาณ 2567<br>" + "<br>".join(
    f'- <a href="file/skr67-{number:02}.pdf">สขร.1 เดือน{month} {2566 if number <= 3 else 2567}</a> (pdf)'
    for number, month in reversed(list(enumerate(FISCAL_MONTHS[:8], 1)))
)
FRAMES = """<html><head><title>ITA 2567 สสอ.นาคำหวาน</title></head><frameset cols="260,*" border=0>
<frame src="left.html" name=menu><frame src="moit1.html" name=show>
<noframes>เบราว์เซอร์ของท่านไม่สนับสนุนเฟรม</noframes></frameset></html>"""
FRAME_MENU = """<html><body bgcolor="#CCFFCC"><b>MOPH ITA 2567</b><br>
<a href="moit1.html" target=show>MOIT 1</a><br>
<a href="moit2.html" target=show>MOIT 2</a><br><a href="/home.php" target=_top>กลับหน้าแรก</a></body></html>"""
FRAME_MOIT1 = """<html><head><title>MOIT 1</title></head><body><font size=2><b>MOIT 1</b>
หน่วยงานมีการวางระบบโดยการกำหนดมาตรการการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน<br>
1.1 <a href="doc/m1-1-memo.pdf">บันทึกข้อความที่ผู้บริหารลงนามในคำสั่ง/ประกาศ</a><br>
1.2 <a href="doc/m1-2-order.pdf">คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์</a><br>
1.3 <a href="doc/m1-3-announce.pdf">กรอบแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน</a><br>
1.4 <a href="doc/m1-4-form.pdf">แบบฟอร์มการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน</a></font></body></html>"""
FRAME_MOIT2 = """<html><head><title>MOIT 2</title></head><body><font size=2><b>MOIT 2</b>
หน่วยงานมีการเปิดเผยข้อมูลข่าวสารที่เป็นปัจจุบัน<br>
1.1 <a href="/show_topic.php?id=4">ข้อมูลผู้บริหาร</a><br>1.3 <a href="/show_topic.php?id=3">โครงสร้างหน่วยงาน</a><br>
1.4 <a href="/show_topic.php?id=5">หน้าที่และอำนาจของหน่วยงาน</a><br>
1.9 <a href="doc/m2-cio-memo.pdf">ข้อมูลผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO)</a><br>
9. <a href="doc/m2-9-memo.pdf">แผนปฏิบัติการประจำปีของหน่วยงาน</a>
 <a href="doc/m2-9-form.pdf">แบบฟอร์ม</a> <a href="/file/plan67.pdf">แผน</a><br>
14. <a href="/show_topic.php?id=16">คู่มือการปฏิบัติงาน</a></font></body></html>"""


def page(title: str, body: str) -> str:
    """A page with the picture on top and the menu at the left."""
    return (
        f"<html><head><title>{NAME}</title></head><body bgcolor=#FFFFFF topmargin=0>{TOP}{MENU}"
        f'<td valign=top><table width="100%" cellpadding=8><tr><td><img src="/images/dot.gif" border=0>'
        f"<font size=4 color=#CC6600><b>{title}</b></font><hr><tr><td>{body}</table>{FOOT}"
    )


def window(title: str, body: str) -> str:
    """A page that a script opens in a small window."""
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


def post(fragment: Fragment) -> str:
    """An entry of the news table."""
    day, section, hits = fragment.more
    return (
        f"<font size=2>{fragment.body}<br><br><font color=#999999>วันที่โพส {day} โดย {section} ผู้ชม {hits}</font></font>"
    )


def listing(posts: Sequence[Fragment]) -> str:
    """A list of entries, newest first."""
    rows = (
        f'<tr><td><font size=2>[ {post.more[0]} ] <a href="{post.address}">{post.title}</a> '
        f"<font color=#999999>{post.more[1]} อ่าน {post.more[2]} ครั้ง</font></font>"
        for post in posts
    )
    return f"<table border=0 cellpadding=3>{''.join(rows)}</table>"


def home(posts: Sequence[Fragment]) -> str:
    """The page behind the splash page."""
    return page(
        "ยินดีต้อนรับสู่เว็บไซต์ สสอ.นาคำหวาน",
        "<marquee>ศูนย์รวมน้ำใจ สาธารณสุขนาคำหวาน ยินดีต้อนรับ</marquee>"
        f"<b>ข่าวล่าสุด</b>{listing(posts)}<a href=news.php>ดูทั้งหมด</a><br>"
        '<b>ภาพกิจกรรม</b><br><a href="gallery.php">'
        '<img src="/images/act1.jpg" width=150 border=0 alt="ภาพกิจกรรม"></a>'
        '<br><a href="cio_meeting.php"><font size=2>ข่าว CIO ระดับเขต</font></a>',
    )
