"""Four more styles that the reader had not met, written when those of `unseen` were mended.

Measured once before anything was mended for these: of 92 items found 1.000, false 0.000, title 0.478, kind 1.000,
source 0.739, period, published, file_type and file_size 1.000 (cells of several lines were one, «เจ้าของ» no head).
"""

from __future__ import annotations

from datetime import date

from tests.sites.items.documents import rows
from tests.sites.items.frame import divs, furnish, plain, tables
from tests.sites.items.known import UNITS, WORDS, Site, days, fiscal, full, kilobytes, short
from tests.sites.items.posts import stories

FOLDED = ("แผนการใช้จ่ายงบประมาณ", "รายงานผลการใช้จ่ายงบประมาณ", "ประกาศเจตจำนงสุจริต", "คู่มือการใช้ทรัพย์สินของราชการ")


def dnn_documents() -> Site:
    """DotNetNuke's module of documents: links that hide the file, the unit of size in the column's head."""
    site = Site("dnn-documents")
    menu = furnish(site, divs, [("/tabid/88/Default.aspx", "เอกสารเผยแพร่")])
    body = ""
    for number, title, period, day, unit in rows(24, date(2024, 6, 12)):
        address = f"/LinkClick.aspx?fileticket=Qx{number:02}aZ&tabid=88&mid=441"
        shown = f"{site.paper(address) / 1024:.2f}"
        body += (
            f'<tr class="dnnGridItem"><td><span id="t{number}">{title}</span></td><td>{unit}</td><td>ทั่วไป</td>'
            f"<td>{day.day}/{day.month}/{day.year + 543}</td><td>{shown}</td>"
            f'<td><a href="{address}" target="_self">ดาวน์โหลด</a></td></tr>'
        )
        site.document(address, title, source=unit, period=period, published=day, size=f"{shown} KB")
    heads = "".join(f"<th>{head}</th>" for head in ("ชื่อเอกสาร", "เจ้าของ", "หมวดหมู่", "วันที่แก้ไข", "ขนาด (KB)", ""))
    table = f'<table class="dnnGrid"><tr class="dnnGridHeader">{heads}</tr>{body}</table>'
    listed = f'<div class="DnnModule"><h2>เอกสารเผยแพร่</h2>{table}</div>'
    site.page("/tabid/88/Default.aspx", divs("เอกสารเผยแพร่", listed, menu))
    return site


def download_manager() -> Site:
    """WordPress Download Manager: figures below each title, a button whose address is no href."""
    site = Site("download-manager")
    menu = furnish(site, plain, [("/downloads/", "ดาวน์โหลด")])
    body = ""
    for number, title, period, day, _ in rows(24, date(2024, 6, 13)):
        address = f"/download/paper-{number}/?wpdmdl={1200 + number}"
        size = kilobytes(site.paper(address))
        body += (
            f'<tr class="__dt_row"><td><div class="package-title">{title}</div><div class="text-muted">'
            f'<i class="fas fa-copy"></i> 1 ไฟล์ &nbsp; <i class="fas fa-hdd"></i> {size} &nbsp; '
            f'<i class="fas fa-download"></i> {number * 17 + 4} ดาวน์โหลด</div></td><td>เอกสารทั่วไป</td>'
            f'<td><span class="td-mobile">วันที่อัปเดต: </span>{full(day)}</td><td><a class="wpdm-download-link" '
            f'rel="nofollow" href="#" data-downloadurl="{address}">ดาวน์โหลด</a></td></tr>'
        )
        site.document(address, title, period=period, published=day, size=size)
    heads = "".join(f"<th>{head}</th>" for head in ("ชื่อเรื่อง", "หมวดหมู่", "วันที่อัปเดต", "ดาวน์โหลด"))
    table = f'<table id="wpdmmydls"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'
    site.page("/downloads/", plain("ดาวน์โหลด", f'<h1>ดาวน์โหลด</h1><div class="w3eden">{table}</div>', menu))
    return site


def board() -> Site:
    """A forum: who began each topic and when, who answered last and when; the post under its author's panel."""
    site = Site("board")
    menu = furnish(site, divs, [("/forum/viewforum.php?f=2", "กระดานข่าว")])
    body = ""
    for number, title, day, unit in stories(20, date(2024, 6, 8)):
        address, owner = f"/forum/viewtopic.php?f=2&t={number + 40}", unit if number % 5 else "admin"
        begun, last = f"{short(day)} 09:{number + 10}", f"{short(date(2024, 6, 14))} 10:{number + 10}"
        body += (
            f'<li class="row"><dl><dt><div class="list-inner"><a href="{address}" class="topictitle">{title}</a><br>'
            f'โดย <a href="/forum/memberlist.php?u={number % 7}" class="username">{owner}</a> » {begun}</div></dt>'
            f'<dd class="posts">{number % 3} <dfn>ตอบ</dfn></dd><dd class="views">{number * 21} <dfn>แสดง</dfn></dd>'
            f'<dd class="lastpost"><span>โพสต์ล่าสุด โดย webmaster<br>{last}</span></dd></dl></li>'
        )
        panel = (
            f'<dl class="postprofile"><dt>{owner}</dt><dd>โพสต์: {number * 3 + 5}</dd>'
            "<dd>ลงทะเบียนเมื่อ: 2 ม.ค. 63 08:00</dd></dl>"
        )
        text = f'<p class="author">โดย <strong>{owner}</strong> » {begun}</p><div class="content">{WORDS}</div>'
        site.page(address, divs(title, f'<h2>{title}</h2><div class="post">{panel}{text}</div>', menu))
        site.post(address, title, source=unit if number % 5 else None, published=day)
    for number in range(7):
        site.page(f"/forum/memberlist.php?u={number}", divs("สมาชิก", "<h2>สมาชิก</h2><p>ข้อมูลสมาชิก</p>", menu))
    listed = f'<h2>กระดานข่าว</h2><ul class="topiclist topics">{body}</ul>'
    site.page("/forum/viewforum.php?f=2", divs("กระดานข่าว", listed, menu))
    return site


def year_folds() -> Site:
    """A fold for each fiscal year with a table whose unit spans rows; letters say the day they were signed."""
    site = Site("year-folds")
    menu = furnish(site, plain, [("/disclosure", "ข้อมูลเผยแพร่")])
    body, dated, number = "", days(date(2024, 5, 28), 11), 0
    for year in (2567, 2566, 2565):
        table = "<tr><th>กลุ่มงาน</th><th>รายการ</th><th>ไฟล์</th></tr>"
        for unit in UNITS[:2]:
            for place, title in enumerate(FOLDED):
                address = f"/disclosure/{year}/{number}.pdf"
                size = kilobytes(site.paper(address))
                first = f'<td rowspan="{len(FOLDED)}">{unit}</td>' if place == 0 else ""
                named = f"{title} ({unit})"
                table += (
                    f"<tr>{first}<td>{named}<br><small>ลงวันที่ {full(next(dated))}</small></td><td>"
                    f'<a href="{address}"><img src="/i/pdf.png" alt="PDF"> เปิดไฟล์</a> ({size})</td></tr>'
                )
                site.document(address, named, source=unit, period=fiscal(year), file_type="pdf", size=size)
                number += 1
        body += f"<details><summary>ปีงบประมาณ พ.ศ. {year}</summary><table>{table}</table></details>"
    site.page("/disclosure", plain("ข้อมูลเผยแพร่", f"<h1>ข้อมูลเผยแพร่</h1>{body}", menu))
    return site


def timestamps() -> Site:
    """Cards as of a social network: who, a day that is the link, the words, of which the first line is the title."""
    site = Site("timestamps")
    menu = furnish(site, divs, [("/timeline", "ความเคลื่อนไหว")])
    body = ""
    for number, title, day, unit in stories(20, date(2024, 6, 11)):
        address = f"/timeline/posts/{number + 7000}"
        said = f'<a class="time" href="{address}">{full(day)}</a>'
        box = "card-header" if number % 2 else "by"
        head = f'<div class="{box}"><img src="/avatar.png" alt=""><strong>{unit}</strong><br>{said} · สาธารณะ</div>'
        body += (
            f'<div class="card post">{head}<div class="card-body"><p>{title}</p><p>{WORDS[:110]}…</p></div>'
            f'<div class="card-footer">ถูกใจ {number * 4 + 2} · ความคิดเห็น {number % 4} · แชร์ {number % 3}</div></div>'
        )
        site.page(address, divs(title, f'<div class="card post">{head}<h1>{title}</h1><p>{WORDS}</p></div>', menu))
        site.post(address, title, source=unit, published=day)
    site.page("/timeline", divs("ความเคลื่อนไหว", f"<h2>ความเคลื่อนไหว</h2>{body}", menu))
    return site


def unit_bullets() -> Site:
    """Lines parted by br with bullets and icons of types, below the unit in bold, below the fiscal year."""
    site = Site("unit-bullets")
    menu = furnish(site, tables, [("/ita/index.html", "ข้อมูลเปิดเผย")])
    body, number = "", 0
    for year in (2567, 2566):
        body += f'<p><font size="4" color="navy">ปีงบประมาณ {year}</font></p>'
        for unit in UNITS[:3]:
            lines = ""
            for title in FOLDED:
                kind = "docx" if number % 3 == 0 else "pdf"
                address = f"/ita/file/{number}.{kind}"
                if kind == "pdf":
                    site.paper(address)
                else:
                    site.file(address, "vnd.openxmlformats-officedocument.wordprocessingml.document", 5000 + number)
                icon = '<img src="/i/w.gif" alt="Word">' if kind == "docx" else '<img src="/i/p.gif" alt="PDF">'
                named = f"{title} ชุดที่ {number + 1}"
                lines += f'&nbsp;&nbsp;- <a href="{address}" target="_blank">{named}</a> {icon}<br>'
                site.document(address, named, source=unit, period=fiscal(year), file_type=kind)
                number += 1
            body += f"<p><b>{unit}</b><br>{lines}</p>"
    site.page("/ita/index.html", tables("ข้อมูลเปิดเผย", body, menu))
    return site


def cell_notes() -> Site:
    """A table without heads: all that is said of a file in the cell of its title, the files behind icons."""
    site = Site("cell-notes")
    menu = furnish(site, plain, [("/download/list", "เอกสาร")])
    body = ""
    for number, title, period, day, unit in rows(24, date(2024, 6, 10)):
        address = f"/download/get/{number}.pdf"
        size = kilobytes(site.paper(address))
        body += (
            f'<tr><td>{number + 1}.</td><td><b>{title}</b><div class="small">ผู้เผยแพร่: {unit} | '
            f'เผยแพร่: {short(day)} | ดาวน์โหลดแล้ว {number * 6} ครั้ง</div><div class="small">ไฟล์ PDF {size}</div></td>'
            f'<td><a href="{address}"><i class="fa fa-download"></i></a></td></tr>'
        )
        site.document(address, title, source=unit, period=period, published=day, file_type="pdf", size=size)
    site.page("/download/list", plain("เอกสาร", f"<h1>เอกสาร</h1><table>{body}</table>", menu))
    return site


def drive_list() -> Site:
    """Files of a shared drive as a drive lists them: names with endings, owner, last change, size."""
    site = Site("drive-list")
    menu = furnish(site, plain, [("/drive", "คลังไฟล์")])
    body = ""
    for number, title, period, day, unit in rows(20, date(2024, 6, 9)):
        address = f"https://drive.google.com/file/d/1ZyXwVuTsRqP{number:02}/view?usp=sharing"
        size = f"{number * 13 + 120} KB"
        body += (
            f'<tr><td><a href="{address}" target="_blank">{title}.pdf</a></td><td>{unit}</td><td>{short(day)}</td>'
            f"<td>{size}</td></tr>"
        )
        site.document(address, title, source=unit, period=period, published=day, file_type="pdf", size=size)
    heads = "".join(f"<th>{head}</th>" for head in ("ชื่อ", "เจ้าของ", "แก้ไขล่าสุด", "ขนาดไฟล์"))
    site.page("/drive", plain("คลังไฟล์", f"<h1>คลังไฟล์</h1><table><tr>{heads}</tr>{body}</table>", menu))
    return site


SITES = (dnn_documents, download_manager, board, year_folds)
LATER = (timestamps, unit_bullets, cell_notes, drive_list)
