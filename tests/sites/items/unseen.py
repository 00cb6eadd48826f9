"""Sites in styles that the reader had not met: measured once, before it was mended by what they showed.

SITES, written first, then gave of 104 items: found 1.000, false 0.000, title 0.606, kind 1.000, source 0.827, period
0.644, published 0.798, file_type 1.000, file_size 1.000 (cards that are one link as a whole, cells over several rows,
icons amid a line were unknown). LATER, written when those were mended, of 86 items: found 0.884, false 0.000, title
1.000, kind 1.000, source 1.000, period 0.882, published 1.000, file_type 0.842, file_size 1.000.
"""

from __future__ import annotations

from datetime import date
from itertools import cycle

from tests.sites.items.documents import rows
from tests.sites.items.frame import divs, furnish, plain, tables
from tests.sites.items.known import SHORT, UNITS, WORDS, Site, figures, fiscal, full, kilobytes, short, thai
from tests.sites.items.posts import stories

TITLES = (
    ("แผนปฏิบัติการด้านสาธารณสุข", 2567),
    ("แผนจัดซื้อวัสดุการแพทย์", 2567),
    ("รายงานผลการตรวจสอบภายใน", 2566),
    ("แผนพัฒนาบุคลากร", 2566),
    ("คู่มือการให้บริการห้องปฏิบัติการ", None),
    ("แบบประเมินความเสี่ยงการทุจริต", 2565),
)


def whole_cards() -> Site:
    """Bootstrap's list group: the whole card is the link, with badges for type and size inside."""
    site = Site("whole-cards")
    menu = furnish(site, divs, [("/docs", "เอกสารดาวน์โหลด")])
    body = ""
    for number, title, period, day, unit in rows(22, date(2024, 6, 13)):
        address = f"/storage/app/{number}.pdf"
        size = kilobytes(site.paper(address))
        body += (
            f'<a href="{address}" class="list-group-item list-group-item-action"><div class="d-flex">'
            f'<h5 class="mb-1">{title}</h5><small>{full(day)}</small></div>'
            f'<small class="text-muted"><i class="fa fa-user"></i> {unit}</small> '
            f'<span class="badge">PDF</span> <span class="badge">{size}</span></a>'
        )
        site.document(address, title, source=unit, period=period, published=day, file_type="pdf", size=size)
    listed = f'<h2>เอกสารดาวน์โหลด</h2><div class="list-group">{body}</div>'
    site.page("/docs", divs("เอกสารดาวน์โหลด", listed, menu))
    return site


def date_boxes() -> Site:
    """Day and month in a box of their own beside title and unit; the post shows the day once more at its end."""
    site = Site("date-boxes")
    menu = furnish(site, divs, [("/news/list", "ข่าวกิจกรรม")])
    body = ""
    for number, title, day, unit in stories(20, date(2024, 6, 9)):
        address = f"/news/detail/{number + 500}"
        body += (
            f'<div class="row news-item"><div class="col-2"><div class="date-box"><span class="d">{day.day}</span>'
            f'<span class="my">{SHORT[day.month - 1]} {day.year + 543}</span></div></div><div class="col-10">'
            f'<a href="{address}">{title}</a>'
            f'<div class="meta"><span>{unit}</span><span>{number * 11} views</span></div></div></div>'
        )
        text = f"<h1>{title}</h1><p>{WORDS}</p><hr><div>ข้อมูล ณ วันที่ {full(day)} | ผู้ลงข้อมูล: {unit}</div>"
        site.page(address, divs(title, text, menu))
        site.post(address, title, source=unit, published=day, period=(day, day))
    site.page("/news/list", divs("ข่าวกิจกรรม", f"<h1>ข่าวกิจกรรม</h1>{body}", menu))
    return site


def spans() -> Site:
    """A table with the fiscal year in a cell over several rows, and for each title a Word file and a PDF file."""
    site = Site("spans")
    menu = furnish(site, tables, [("/plan.asp", "แผนและรายงาน")])
    body = "<tr><th>ปีงบประมาณ</th><th>เรื่อง</th><th>ดาวน์โหลด</th><th>ปรับปรุงเมื่อ</th></tr>"
    number = 0
    for year in (2567, 2566, 2565):
        names = [f"{title} ชุดที่ {2568 - year}" for title, _ in TITLES[:4]]
        for place, title in enumerate(names):
            first = f'<td rowspan="{len(names)}">{year}</td>' if place == 0 else ""
            day = date(year - 543, 2, 3 + place)
            links = ""
            for kind, words in (("docx", "Word"), ("pdf", "PDF")):
                address = f"/upload/{year}/{number}.{kind}"
                number += 1
                if kind == "pdf":
                    site.paper(address)
                else:
                    site.file(address, "vnd.openxmlformats-officedocument.wordprocessingml.document", 4000 + number)
                links += f'<a href="{address}">[{words}]</a> '
                site.document(address, title, period=fiscal(year), published=day, file_type=kind)
            body += f"<tr>{first}<td>{title}</td><td>{links}</td><td>{short(day)}</td></tr>"
    site.page("/plan.asp", tables("แผนและรายงาน", f"<table border=1>{body}</table>", menu))
    return site


def grid() -> Site:
    """A builder's grid: picture, title, «unit • day • no comments», an excerpt, «read more»."""
    site = Site("grid")
    menu = furnish(site, plain, [("/activities/", "กิจกรรม")])
    body = ""
    for number, title, day, unit in stories(18, date(2024, 6, 12)):
        address = f"/activities/a{number}/"
        body += (
            f'<article class="elementor-post"><a href="{address}"><img src="/pic/{number}.jpg" alt=""></a>'
            f'<h3><a href="{address}">{title}</a></h3><div class="elementor-post__meta-data"><span>{unit}</span> • '
            f"<span>{full(day)}</span> • <span>ไม่มีความเห็น</span></div><p>{WORDS[:70]}…</p>"
            f'<a href="{address}">อ่านเพิ่มเติม »</a></article>'
        )
        text = (
            f"<h1>{title}</h1><ul><li>{unit}</li><li>{full(day)}</li><li>09:{number + 10} น.</li></ul><p>{WORDS}</p>"
            f'<p><a href="/pic/{number}.jpg"><img src="/pic/{number}.jpg"></a></p>'
        )
        site.page(address, plain(title, text, menu))
        site.post(address, title, source=unit, published=day)
    site.page("/activities/", plain("กิจกรรม", f"<h1>กิจกรรม</h1>{body}", menu))
    return site


def notices() -> Site:
    """Announcements in a definition list, grouped by month, Thai digits, the file beside a paper clip."""
    site = Site("notices")
    menu = furnish(site, plain, [("/announce", "ประกาศ")])
    body, dated, units = "", "", cycle(UNITS)
    for number, title, period, day, _ in rows(20, date(2024, 6, 6)):
        group = full(day).split(" ", 1)[1]
        if group != dated:
            body, dated = f"{body}<h3>{thai(group)}</h3>", group
        address, unit = f"/announce/f/{number}.pdf", next(units)
        size = kilobytes(site.paper(address)) if number % 2 else None
        if size is None:
            site.paper(address)
        shown = f"ขนาด {size}" if size else ""
        body += (
            f"<dl><dt>{thai(str(day.day))} {SHORT[day.month - 1]} {thai(str(day.year + 543))}</dt>"
            f'<dd>{title} <a href="{address}"><img src="/i/clip.gif" alt="ไฟล์แนบ"></a> {shown}<br>({unit})</dd></dl>'
        )
        site.document(address, title, source=unit, period=period, published=day, size=size)
    site.page("/announce", plain("ประกาศ", f"<h1>ประกาศ</h1>{body}", menu))
    return site


def dashes() -> Site:
    """Lines of a text editor: a bullet, day, title, unit, type and size, parted by dashes, under the year."""
    site = Site("dashes")
    menu = furnish(site, plain, [("/archive", "เอกสารย้อนหลัง")])
    body, year = "", 0
    for number, title, period, day, unit in rows(24, date(2024, 6, 5)):
        if day.year != year:
            year = day.year
            body += f"<h3>ปี {year + 543}</h3>"
        address = f"/archive/{number}.pdf"
        size = site.paper(address)
        shown = f"{size / 1000:.1f} กิโลไบต์" if number % 2 else f"{size:,} bytes"
        body += f'<p>• {full(day)} – <a href="{address}">{title}</a> – {unit} – PDF {shown}</p>'
        site.document(address, title, source=unit, period=period, published=day, file_type="pdf", size=shown)
    site.page("/archive", plain("เอกสารย้อนหลัง", f"<h1>เอกสารย้อนหลัง</h1>{body}", menu))
    return site


def labels() -> Site:
    """A box for each file: the title in bold, then labels and values, each on its line by br; one link for all."""
    site = Site("labels")
    menu = furnish(site, tables, [("/info.php", "ข้อมูลข่าวสาร")])
    body = ""
    for number, title, period, day, unit in rows(20, date(2024, 6, 8)):
        address = f"/info/{number}.pdf"
        size = kilobytes(site.paper(address))
        body += (
            f'<div class="box"><b>{title}</b><br>วันที่เผยแพร่ : {full(day)}<br>เจ้าของข้อมูล : {unit}<br>'
            f'ขนาดไฟล์ : {size}<br>ไฟล์ : <a href="{address}">เปิดอ่าน</a></div><hr>'
        )
        site.document(address, title, source=unit, period=period, published=day, size=size)
    site.page("/info.php", tables("ข้อมูลข่าวสาร", body, menu))
    return site


def viewer_table() -> Site:
    """A table with the day first, a category, who announced it, and a button that opens a viewer of PDF files."""
    site = Site("viewer-table")
    menu = furnish(site, divs, [("/board", "ประกาศและคำสั่ง")])
    heads = "".join(f"<th>{head}</th>" for head in ("วันที่", "หัวข้อ", "หมวดหมู่", "ผู้ประกาศ", "เปิดดู"))
    body = ""
    for number, title, period, day, unit in rows(22, date(2024, 6, 13)):
        address = f"/media/pdf/{number}.pdf"
        site.paper(address)
        owner = unit if number % 4 else "admin"
        body += (
            f"<tr><td>{figures(day)}</td><td>{title}</td><td>ทั่วไป</td><td>{owner}</td>"
            f'<td><a class="btn" href="/pdfjs/web/viewer.html?file={address}">ดู</a></td></tr>'
        )
        site.document(address, title, source=unit if number % 4 else None, period=period, published=day)
    listed = f"<h2>ประกาศและคำสั่ง</h2><table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    site.page("/board", divs("ประกาศและคำสั่ง", listed, menu))
    site.page("/pdfjs/web/viewer.html", "<html><head><title>PDF.js viewer</title></head><body></body></html>")
    return site


def thumbnails() -> Site:
    """Two columns of a layout table: a thumbnail, a title, «day, hour | read | by admin»; the credit in the text."""
    site = Site("thumbnails")
    menu = furnish(site, tables, [("/gallery.php", "ภาพกิจกรรม")])
    body = ""
    for number, title, day, unit in stories(20, date(2024, 6, 10)):
        address = f"/view_news.php?nid={number + 30}"
        cell = (
            f'<td><a href="{address}"><img src="/thumb/{number}.jpg"></a></td><td><a href="{address}">{title}</a><br>'
            f"<small>{short(day)}, 09:{number + 10} น. | เปิดอ่าน {number * 5 + 1} ครั้ง | โดย admin</small></td>"
        )
        body += f"<tr>{cell}" if number % 2 == 0 else f"{cell}</tr>"
        text = f"{WORDS}<br><br>ข่าว/ภาพ : {unit}<br><br>{short(day)} เวลา 09:{number + 10} น."
        site.page(address, tables(title, text, menu))
        site.post(address, title, source=unit, published=day)
    site.page("/gallery.php", tables("ภาพกิจกรรม", f'<table width="100%">{body}</table>', menu))
    return site


SITES = (whole_cards, date_boxes, spans, grid, notices)
LATER = (dashes, labels, viewer_table, thumbnails)
