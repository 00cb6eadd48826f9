"""A provincial health office (สสจ.) whose portal holds a site of its own for every group of it, in ASP.NET WebForms.

Menus of nested tables, trees that open by script, grids that post back, files behind a handler, evidence by fiscal
year in tables with links to a shared drive. A group's history, vision, duties, plan and e-mail address stand in
its own site. The audit's day is 27 January 2025 (fiscal year 2568).
"""

from __future__ import annotations

from pathlib import Path

from tests.sites.content import Fragment, read_fragments
from tests.sites.portal import markup
from tests.sites.portal.papers import MONTHS, UP, by_number, by_path
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
DRIVE = "https://1drv.ms.invalid/b/s!App{}"
PICTURES = (
    *(f"exec/exec0{number}.jpg" for number in (1, 2, 3)),
    *(f"banner/b{number}.gif" for number in (1, 2, 3, 4)),
    "act/n1.jpg",
    "act/n2.jpg",
    "icon_pdf.gif",
    "minus.gif",
    "new.gif",
)
Row = tuple[str, str, str]
LAWS: tuple[Row, ...] = (
    ("พระราชบัญญัติสถานพยาบาล พ.ศ. 2541", "ราชกิจจานุเบกษา เล่ม 115 ตอนที่ 15 ก", "https://krisdika.invalid/2541"),
    ("พระราชบัญญัติยา พ.ศ. 2510", "สำนักงานคณะกรรมการกฤษฎีกา", "https://krisdika.invalid/2510"),
    ("พระราชบัญญัติโรคติดต่อ พ.ศ. 2558", "ราชกิจจานุเบกษา เล่ม 132 ตอนที่ 86 ก", "https://krisdika.invalid/2558"),
    ("กฎกระทรวงแบ่งส่วนราชการ สป.สธ. พ.ศ. 2560", "ราชกิจจานุเบกษา เล่ม 134 ตอนที่ 64 ก", "https://krisdika.invalid/2560"),
)
ITA_2568: tuple[Row, ...] = (
    ("MOIT 1", "1.1 บันทึกข้อความขออนุญาตเผยแพร่", f"{UP}2568/ITA/M1-1.pdf"),
    ("MOIT 1", "1.2 ประกาศ สสจ. แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์", f"{UP}2567/announce_web.pdf"),
    ("MOIT 1", "1.3 คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์", f"{UP}2568/ITA/M1-order.pdf"),
    ("MOIT 1", "1.4 แบบฟอร์มการเผยแพร่", f"{UP}2568/ITA/M1-form.pdf"),
    ("MOIT 2", "1.1 ข้อมูลผู้บริหาร", "/content.aspx?id=4"),
    ("MOIT 2", "1.3 โครงสร้างหน่วยงาน", "/content.aspx?id=3"),
    ("MOIT 2", "1.4 หน้าที่และอำนาจ", "/content.aspx?id=5"),
    ("MOIT 2", "1.7 ข้อมูลการติดต่อ", "/content.aspx?id=9"),
    ("MOIT 2", "8. นโยบายและยุทธศาสตร์ของหน่วยงาน", "/stg/page.aspx?p=plan"),
    ("MOIT 2", "9. แผนปฏิบัติการประจำปีของหน่วยงาน", DRIVE.format("kPlan68")),
    ("MOIT 2", "11. แผนการใช้จ่ายงบประมาณประจำปี", "/DownloadFile.ashx?id=61"),
    ("MOIT 2", "14. คู่มือการปฏิบัติงานตามภารกิจหลัก", "/cpd/page.aspx?p=sop"),
    ("MOIT 2", "15. คู่มือขั้นตอนการให้บริการ", "/cpd/page.aspx?p=guide"),
    ("MOIT 2", "แบบฟอร์มการเผยแพร่ข้อมูล", f"{UP}2568/ITA/M2-form.pdf"),
    ("MOIT 3", "รายงานการวิเคราะห์ผลการจัดซื้อจัดจ้าง ปี 2567", f"{UP}2568/ITA/M3.pdf"),
    ("MOIT 5", "แบบ สขร.1 รายเดือน", "/download.aspx?g=5"),
    ("MOIT 9", "คู่มือการร้องเรียน", f"{UP}2568/ITA/M9.pdf"),
    ("MOIT 15", "แผนปฏิบัติการป้องกันการทุจริต", f"{UP}2568/ITA/M15.pdf"),
    *((f"MOIT {number}", "รอดำเนินการตามรอบเวลา", "") for number in (16, 17, 19, 22)),
)
ITA_2567: tuple[Row, ...] = tuple(
    (f"MOIT {number}", "เอกสารหลักฐาน", DRIVE.format(f"y67m{number}")) for number in range(1, 23)
)


def website() -> Website:
    """The site without faults other than its own."""
    posts = read_fragments(HERE / "posts.html")
    pages = {one.address: written(one) for one in read_fragments(HERE / "content.html")}
    pages |= {one.address: markup.post(one) for one in posts}
    pages |= {
        f"/news.aspx?cat={cat}": markup.listing(cat, [one for one in posts if one.more[1] == cat])
        for cat in markup.NEWS
    }
    pages["/Default.aspx"] = pages["/"] = markup.home([one for one in posts if one.more[1] in {"1", "2"}][:5])
    pages |= {f"/ita.aspx?y={year}": ita(year, rows) for year, rows in ((2568, ITA_2568), (2567, ITA_2567))}
    pages |= {"/download.aspx?g=1": laws(), "/download.aspx?g=5": monthly(MONTHS)}
    answers = {address: Answer(body=body) for address, body in pages.items()}
    answers |= {address: Answer(body=made) for address, made in by_path().items()}
    answers |= {f"/DownloadFile.ashx?id={number}": handled(*given) for number, given in by_number().items()}
    answers |= {f"/images/{name}": Answer.picture(name, "ภาพ") for name in PICTURES}
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def written(one: Fragment) -> str:
    """A page of the portal or of a group's site."""
    key = one.address.split("/")[1]
    return markup.group_page(key, one.title, one.body) if key in markup.GROUPS else markup.page(one.title, one.body)


def handled(name: str, kind: str, content: bytes) -> Answer:
    """A file as the handler gives it."""
    return Answer(body=content, content_type=kind, headers=(("Content-Disposition", f"attachment; filename={name}"),))


def ita(year: int, rows: tuple[Row, ...]) -> str:
    """The table of a fiscal year."""
    shown = [
        (item, label, f'<a href="{to}" target="_blank">เปิดเอกสาร</a>' if to else "-") for item, label, to in rows
    ]
    return markup.page(f"MITAS ปีงบประมาณ {year}", markup.grid("gvIta", ("ตัวชี้วัด", "รายการ", "เอกสาร"), shown))


def laws() -> str:
    """The list of laws."""
    rows = [(f'<a href="{to}">{name}</a>', source) for name, source, to in LAWS]
    return markup.page("กฏหมาย ระเบียบ ข้อบังคับที่เกี่ยวข้อง", markup.grid("gvLaw", ("เรื่อง", "ที่มา"), rows))


def monthly(months: tuple[tuple[str, int], ...], first: int = 51) -> str:
    """The monthly summaries; each is behind the number of its place."""
    files = by_number()
    rows = [
        (
            f'<a href="/DownloadFile.ashx?id={number}">แบบ สขร.1 เดือน{month} {year}</a>',
            "PDF",
            f"{len(files[number][2]) / 1024:.0f} KB",
            "งานพัสดุ",
        )
        for number, (month, year) in enumerate(months, first)
    ]
    return markup.page(
        "แบบสรุปผลการจัดซื้อจัดจ้าง (สขร.1)", markup.grid("gvSkr", ("รายการ", "ชนิดไฟล์", "ขนาด", "เจ้าของข้อมูล"), rows)
    )
