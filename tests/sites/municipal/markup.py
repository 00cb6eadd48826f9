"""How the pages are put together: the rented system's template, its menus twice, its panels and its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sites.municipal.papers import address
from tests.sites.office import FISCAL_MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment

NAME = "สำนักงานสาธารณสุขอำเภอท่าพรหม"


def cid(number: int) -> str:
    """The address of a page: its number is the time at which it was made."""
    return f"/index.php?op=content&cid=202310221608{number:02}"


MENU = (
    (
        "ข้อมูลพื้นฐาน",
        (
            (cid(1), "สภาพทั่วไป"),
            (cid(2), "วิสัยทัศน์ / ยุทธศาสตร์การพัฒนา"),
            (cid(3), "ตราสัญลักษณ์"),
            (cid(4), "ประวัติอำเภอท่าพรหม"),
        ),
    ),
    (
        "บุคลากร",
        (
            (cid(5), "คณะผู้บริหาร"),
            (cid(6), "CIO ผู้บริหารเทคโนโลยีสารสนเทศระดับสูง"),
            ("#", "สมาชิกสภาเทศบาล"),
            (cid(40), "สายตรงนายก"),
        ),
    ),
    (
        "ข่าวสาร",
        (
            ("/index.php?op=news", "ข่าวประชาสัมพันธ์"),
            ("/index.php?op=gallery", "ภาพกิจกรรม"),
            ("/index.php?op=media", "สื่อประชาสัมพันธ์"),
            ("/index.php?op=job", "รับสมัครงาน"),
            ("/index.php?op=bid", "จัดซื้อ-จัดจ้าง"),
            ("/index.php?op=winner", "ผลการจัดซื้อจัดจ้าง"),
        ),
    ),
    (
        "การเปิดเผยข้อมูล",
        (
            ("/index.php?op=oit", "การประเมิน ITA (OIT)"),
            ("/index.php?op=moit", "MOPH ITA (MOIT)"),
            (cid(7), "ศูนย์ข้อมูลข่าวสาร"),
            (cid(8), "คำรับรองการปฏิบัติราชการ"),
            (cid(9), "ดาวน์โหลดแบบฟอร์ม"),
            (cid(41), "แผนพัฒนาท้องถิ่น"),
        ),
    ),
    (
        "บริการประชาชน",
        ((cid(10), "ยื่นคำขอออนไลน์ (e-Service)"), (cid(11), "ถาม-ตอบ (Q&A)"), (cid(12), "กฎหมายที่เกี่ยวข้อง")),
    ),
)
BANNERS = (
    ("https://www.moph.invalid/", "b1", "กระทรวงสาธารณสุข"),
    ("https://www.pct-health.invalid/", "b2", "สำนักงานสาธารณสุขจังหวัดพิจิตร"),
    ("https://www.nhso.invalid/", "b3", "สำนักงานหลักประกันสุขภาพแห่งชาติ"),
    ("https://www.oic.invalid/", "b4", "สำนักงานคณะกรรมการข้อมูลข่าวสารของราชการ"),
)
NOT_FOUND = "<!DOCTYPE html><html><head><title>404</title></head><body><h3>ไม่พบหน้าที่ต้องการ</h3></body></html>"
# code, label, what it leads to
NATIONAL: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("O1", "โครงสร้างหน่วยงาน", (("คลิก", cid(13)),)),
    ("O2", "ข้อมูลผู้บริหาร", (("คลิก", cid(5)),)),
    ("O3", "อำนาจหน้าที่", (("คลิก", cid(14)),)),
    ("O4", "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน", (("เปิดไฟล์", address("strategy")),)),
    ("O5", "ข้อมูลการติดต่อ", (("คลิก", cid(15)),)),
    ("O6", "กฎหมายที่เกี่ยวข้อง", (("คลิก", cid(12)),)),
    ("O7", "ข่าวประชาสัมพันธ์", (("คลิก", "/index.php?op=news"),)),
    ("O8", "Q&A", (("คลิก", cid(11)),)),
    ("O9", "Social Network", (("Facebook", "https://facebook.invalid/thaphrom"),)),
    ("O10", "นโยบายคุ้มครองข้อมูลส่วนบุคคล", (("คลิก", cid(16)),)),
    (
        "O11",
        "แผนดำเนินงานประจำปี",
        (("บันทึก", address("plan-memo")), ("แผน 2567", address("plan")), ("แบบฟอร์ม", address("plan-form"))),
    ),
    ("O12", "รายงานการกำกับติดตามการดำเนินงานประจำปี รอบ 6 เดือน", (("เปิดไฟล์", address("o12")),)),
    ("O13", "รายงานผลการดำเนินงานประจำปี", (("แบบฟอร์ม", address("annual-form")), ("ปี 2566", address("annual")))),
    ("O14", "คู่มือหรือมาตรฐานการปฏิบัติงาน", (("เปิดไฟล์", address("o14")),)),
    ("O15", "คู่มือหรือมาตรฐานการให้บริการ", (("บันทึก", address("guide-memo")), ("คู่มือ", address("guide")))),
    ("O16", "ข้อมูลเชิงสถิติการให้บริการ", (("คลิก", cid(17)),)),
    ("O17", "รายงานผลการสำรวจความพึงพอใจการให้บริการ", (("เปิดไฟล์", address("satisfaction")),)),
    ("O18", "E-Service", (("คลิก", cid(10)),)),
    ("O19", "แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ", (("เปิดไฟล์", address("buy-plan")),)),
    ("O20", "ประกาศต่าง ๆ เกี่ยวกับการจัดซื้อจัดจ้างหรือการจัดหาพัสดุ", (("คลิก", "/index.php?op=bid"),)),
    (
        "O21",
        "สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุรายเดือน",
        tuple(
            (f"{month} {66 if n <= 3 else 67}", address(f"skr{n}")) for n, month in enumerate(FISCAL_MONTHS[:8], 1)
        ),
    ),
    ("O22", "รายงานผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุประจำปี", ()),
    *(
        (f"O{n}", label, ())
        for n, label in enumerate(
            ("นโยบายการบริหารทรัพยากรบุคคล", "การดำเนินการตามนโยบาย", "หลักเกณฑ์การบริหาร", "รายงานผลการบริหาร"), 23
        )
    ),
    ("O27", "แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ", (("เปิดไฟล์", address("complaint-manual")),)),
    ("O28", "ช่องทางแจ้งเรื่องร้องเรียนการทุจริต", (("คลิก", cid(11)),)),
    *((f"O{n}", label, ()) for n, label in enumerate(("สถิติเรื่องร้องเรียน", "การเปิดโอกาสให้เกิดการมีส่วนร่วม"), 29)),
    ("O31", "ประกาศเจตนารมณ์นโยบาย No Gift Policy", (("เปิดไฟล์", address("nogift")),)),
    *(
        (f"O{n}", label, ())
        for n, label in enumerate(("การสร้างวัฒนธรรม No Gift Policy", "รายงานผล No Gift Policy"), 32)
    ),
    ("O34", "การประเมินความเสี่ยงการทุจริตประจำปี", (("เปิดไฟล์", address("risk")),)),
    *(
        (f"O{n}", label, ())
        for n, label in enumerate(
            (
                "การดำเนินการเพื่อจัดการความเสี่ยง",
                "แผนปฏิบัติการป้องกันการทุจริต",
                "รายงานผลรอบ 6 เดือน",
                "รายงานผลประจำปี",
                "ประมวลจริยธรรม",
                "การขับเคลื่อนจริยธรรม",
                "การประเมินจริยธรรม",
                "มาตรการส่งเสริมคุณธรรม",
                "การดำเนินการตามมาตรการ",
            ),
            35,
        )
    ),
)
MINISTRY: dict[int, tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]] = {
    2567: (
        (
            "MOIT 1",
            "มาตรการการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน",
            (
                ("1.1 บันทึกข้อความ", address("order-memo")),
                ("1.2 คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์ (Web Master)", address("order")),
                ("1.3 กรอบแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน ปีงบประมาณ 2567", address("announcement")),
                ("1.4 แบบฟอร์มการเผยแพร่", address("publish-form")),
            ),
        ),
        (
            "MOIT 2",
            "การเปิดเผยข้อมูลข่าวสารที่เป็นปัจจุบัน",
            (
                ("1.1 ข้อมูลผู้บริหาร", cid(5)),
                ('1.4 <font style="vertical-align: inherit;">ผู้ควบคุมระบบโดยหน่วยงานต่างๆ</font>', cid(14)),
                ('1.5 <font style="vertical-align: inherit;">กฎหมายเพดานหรือความงามของห้องโดยสาร</font>', cid(12)),
                ("1.9 ข้อมูล CIO", address("cio-form")),
                ("9 แผนปฏิบัติการประจำปีของหน่วยงาน", address("plan")),
                ("10 รายงานผลการดำเนินงานตามแผนปฏิบัติการ", address("moit2-10")),
                ("11 แผนการใช้จ่ายงบประมาณประจำปี", address("moit2-11")),
                ("14 คู่มือการปฏิบัติงานตามภารกิจหลัก", address("o14")),
            ),
        ),
        ("MOIT 5", "สรุปผลการจัดซื้อจัดจ้างรายเดือน", (("ดูที่ O21", "/index.php?op=oit"),)),
        ("MOIT 8", "อบรมจริยธรรมและการรักษาวินัย", (("สรุปการอบรม", address("ethics")),)),
        ("MOIT 12", "มาตรการป้องกันการรับสินบน", (("No Gift Policy", address("nogift")),)),
        ("MOIT 17", "การประเมินความเสี่ยงการทุจริต", (("รายงาน", address("risk")),)),
    ),
    2566: (("MOIT 2", "การเปิดเผยข้อมูลข่าวสาร", (("9 แผนปฏิบัติการประจำปี 2566", address("plan66")),)),),
    2565: (
        ("MOIT 2", "การเปิดเผยข้อมูลข่าวสาร", (("9 แผนปฏิบัติการประจำปี 2565", address("plan65")),)),
        ("MOIT 18", "การประเมินความเสี่ยงผลประโยชน์ทับซ้อน", (("รายงาน", address("m18a")),)),
        ("MOIT 18", "การปฏิบัติตามมาตรการป้องกันการทุจริต", (("รายงาน", address("m18b")),)),
    ),
}
MENU_LISTS = "".join(
    f'<li class="has-sub"><a href="javascript:void(0)"><span>{label}</span></a><ul>'
    + "".join(f'<li><a href="{href}"><span>{text}</span></a></li>' for href, text in entries)
    + "</ul></li>"
    for label, entries in MENU
)
TOP = (
    '<div id="wrapper"><div id="header"><img src="/images/slide.jpg" alt="สำนักงานสาธารณสุขอำเภอท่าพรหม"></div>'
    f'<div id="cssmenu"><ul><li class="active"><a href="/"><span>หน้าหลัก</span></a></li>{MENU_LISTS}'
    f'<li><a href="{cid(15)}"><span>ติดต่อเรา</span></a></li></ul></div>'
)
LEFT = (
    '<div id="leftcol"><div class="boxmenu"><div class="boxhead">เมนูหลัก</div><ul class="sidemenu">'
    + "".join(f'<li><a href="{href}">{text}</a></li>' for _, entries in MENU[:2] for href, text in entries)
    + '</ul></div><div class="boxmenu"><div class="boxhead">แบบสำรวจความพึงพอใจเว็บไซต์</div>'
    '<form method="post" action="/index.php?op=poll"><p>ท่านพึงพอใจต่อเว็บไซต์ของหน่วยงานในระดับใด</p>'
    '<label><input type="radio" name="v" value="4">มาก</label><label>'
    '<input type="radio" name="v" value="3">ปานกลาง</label>'
    '<label><input type="radio" name="v" value="2">น้อย</label><input type="submit" value="ส่งคำตอบ"></form></div>'
    '<div class="boxmenu"><div class="boxhead">จำนวนผู้เข้าชม</div><table class="counter">'
    "<tr><td>ขณะนี้</td><td>3</td></tr>"
    "<tr><td>วันนี้</td><td>57</td></tr><tr><td>ทั้งหมด</td><td>41,902</td></tr></table></div></div>"
)
FOOT = (
    '<div id="banner"><div class="boxhead">หน่วยงานที่เกี่ยวข้อง</div>'
    + "".join(
        f'<a href="{href}" target="_blank"><img src="/images/{name}.jpg" alt="{alt}"></a>'
        for href, name, alt in BANNERS
    )
    + f'</div><div id="footer"><p>{NAME} ถนนประชาสุข ตำบลท่าพรหม อำเภอท่าพรหม จังหวัดพิจิตร 66999</p>'
    "<p>โทรศัพท์ 0-5600-0147 โทรสาร 0-5600-0148</p><p>© 2560 เทศบาลตำบลตัวอย่าง. All rights reserved.</p>"
    '<p>พัฒนาเว็บไซต์โดย โกเว็บท้องถิ่น โทร. 0-2000-0909 <a href="mailto:support@goweb.invalid">support@goweb.invalid</a> '
    '<a href="/admin/">เข้าสู่ระบบ</a></p></div></div>'
)


def page(title: str, body: str) -> str:
    """A page of the template."""
    return (
        f'<!DOCTYPE html><html lang="th"><head><meta charset="utf-8"><title>{NAME} : {title}</title>'
        f'<link rel="stylesheet" href="/css/theme12.css"></head><body>{TOP}<div id="content">{LEFT}'
        f'<div id="rightcol"><div class="topic">{title}</div><div class="detail">{body}</div>'
        f"</div></div>{FOOT}</body></html>"
    )


def post(entry: Fragment) -> str:
    """An entry with the day on which it was put up."""
    day, section = entry.more
    words = "เผยแพร่" if section in {"bid", "winner", "job"} else "วันที่ลงข่าว"
    return f'{entry.body}<div class="postinfo">{words} {day} | ผู้เผยแพร่ งานบริหาร สสอ.ท่าพรหม | อ่าน 64 ครั้ง</div>'


def listing(entries: Sequence[Fragment]) -> str:
    """A list of entries, newest first."""
    rows = "".join(
        f'<tr><td>{number}</td><td><a href="{entry.address}">{entry.title}</a></td><td>{entry.more[0]}</td></tr>'
        for number, entry in enumerate(entries, 1)
    )
    return f'<table class="tblist"><tr><th>ที่</th><th>หัวข้อ</th><th>วันที่</th></tr>{rows}</table>'


def home(news: Sequence[Fragment], albums: Sequence[Fragment]) -> str:
    """The start page's body."""
    return (
        '<marquee>ยินดีต้อนรับสู่สำนักงานสาธารณสุขอำเภอท่าพรหม</marquee><img src="/images/nogift.jpg" alt="No Gift Policy">'
        f'<div class="boxhead">ข่าวประชาสัมพันธ์</div>{listing(news)}'
        f'<div class="boxhead">ภาพกิจกรรม</div>{listing(albums)}'
    )


def national() -> str:
    """The table of the items O1–O43; those without a link have nothing yet."""
    rows = "".join(
        f"<tr><td>{code}</td><td>{code} {label}</td><td>"
        + (" ".join(f'<a href="{href}" target="_blank">{text}</a>' for text, href in links) or "-")
        + "</td></tr>"
        for code, label, links in NATIONAL
    )
    return page(
        "การประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. 2567",
        f'<table class="ita" border="1"><tr><td><b>ข้อ</b></td><td><b>รายการ</b></td>'
        f"<td><b>ลิงก์</b></td></tr>{rows}</table>",
    )


def ministry() -> str:
    """The cards of the ministry's own assessment, all years below each other."""
    years = "".join(
        f'<div class="year"><h3>MOPH ITA ปีงบประมาณ พ.ศ. {year}</h3>{"".join(_card(*card) for card in cards)}</div>'
        for year, cards in MINISTRY.items()
    )
    return page("MOPH ITA", years)


def _card(code: str, title: str, links: Sequence[tuple[str, str]]) -> str:
    entries = "".join(f'<div class="card-row"><a href="{href}">{text}</a></div>' for text, href in links)
    return f'<div class="card"><div class="card-title">{code} : {title}</div>{entries}</div>'
