"""Sites that list documents, each in a markup of its own."""

from __future__ import annotations

from datetime import date
from itertools import cycle
from typing import TYPE_CHECKING

from tests.sites.items.frame import divs, furnish, plain, tables
from tests.sites.items.known import (
    PAPERS,
    UNITS,
    Site,
    days,
    figures,
    fiscal,
    full,
    kilobytes,
    month,
    short,
    thai,
)
from tests.sites.office import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = tuple[int, str, tuple[date, date] | None, date, str]


def rows(count: int, first: date) -> Iterator[Row]:
    """Number, title, time stated, day of publication and unit of so many papers."""
    dated, units, papers = days(first, 9), cycle(UNITS), cycle(PAPERS)
    for number in range(count):
        title, period = next(papers)
        more = f" ฉบับที่ {number // len(PAPERS) + 1}" if number >= len(PAPERS) else ""
        yield number, title + more, period, next(dated), next(units)


def table_with_heads() -> Site:
    """A Bootstrap table with all columns; a link in the title."""
    site = Site("table-with-heads")
    menu = furnish(site, plain, [("/docs", "เอกสารเผยแพร่")])
    body = ""
    for number, title, period, day, unit in rows(32, date(2024, 6, 10)):
        address = f"/uploads/doc{number}.pdf"
        size = kilobytes(site.paper(address))
        body += (
            f'<tr><td>{number + 1}</td><td><a href="{address}">{title}</a></td><td>{unit}</td><td>{full(day)}</td>'
            f"<td>PDF</td><td>{size}</td><td>{number * 7 + 3}</td></tr>"
        )
        site.document(address, title, source=unit, period=period, published=day, file_type="pdf", size=size)
    heads = ("ลำดับ", "ชื่อเอกสาร", "หน่วยงานเจ้าของข้อมูล", "วันที่เผยแพร่", "ประเภทไฟล์", "ขนาดไฟล์", "ดาวน์โหลด (ครั้ง)")
    head = "".join(f"<th>{words}</th>" for words in heads)
    table = f'<table class="table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    site.page("/docs", plain("เอกสารเผยแพร่", f"<h1>เอกสารเผยแพร่</h1>{table}", menu))
    return site


def table_without_heads() -> Site:
    """A hand-written table whose first row is plain cells; the file has a column of its own, dates are short."""
    site = Site("table-without-heads")
    menu = furnish(site, tables, [("/file.php", "ดาวน์โหลดเอกสาร")])
    body = "<tr><td>ลำดับ</td><td>เรื่อง</td><td>วันที่</td><td>ผู้รับผิดชอบ</td><td>ไฟล์</td></tr>"
    for number, title, period, day, unit in rows(28, date(2024, 5, 30)):
        address = f"/file/{number}.pdf"
        site.paper(address)
        icon = '<img src="/img/pdf.gif" alt="ไฟล์ PDF">' if number % 2 else '<img src="/img/pdf.gif">'
        body += (
            f"<tr><td>{number + 1}</td><td>{title}</td><td>{short(day)}</td><td>{unit}</td>"
            f'<td><a href="{address}">{icon}ดาวน์โหลด</a></td></tr>'
        )
        site.document(
            address, title, source=unit, period=period, published=day, file_type="pdf" if number % 2 else None
        )
    site.page("/file.php", tables("ดาวน์โหลดเอกสาร", f'<table border="1">{body}</table>', menu))
    return site


def lines() -> Site:
    """One line for each file: title, brackets with type and size, a date behind; no owner."""
    site = Site("lines")
    menu = furnish(site, plain, [("/download", "ดาวน์โหลด")])
    body = ""
    for number, title, period, day, _ in rows(30, date(2024, 6, 1)):
        address = f"/storage/{number:03}.pdf"
        size = kilobytes(site.paper(address))
        body += f'<li><a href="{address}">{title}</a> (PDF, {size}) เผยแพร่เมื่อ {full(day)}</li>'
        site.document(address, title, period=period, published=day, file_type="pdf", size=size)
    site.page("/download", plain("ดาวน์โหลด", f"<h1>ดาวน์โหลด</h1><ul>{body}</ul>", menu))
    return site


def cards() -> Site:
    """Cards of a builder: a heading, labelled lines, a button; every third shows no owner."""
    site = Site("cards")
    menu = furnish(site, divs, [("/library", "คลังเอกสาร")])
    body = ""
    for number, title, period, day, unit in rows(28, date(2024, 6, 12)):
        address = f"/wp-content/uploads/2024/06/{number}.pdf"
        size = kilobytes(site.paper(address))
        owner = f"<p>ที่มา : {unit}</p>" if number % 3 else ""
        body += (
            f'<div class="card"><h4>{title}</h4><p>วันที่เผยแพร่ : {full(day)}</p><p>ชนิดไฟล์ : PDF</p>'
            f"<p>ขนาด : {size}</p>{owner}<p>ดาวน์โหลด {number * 3} ครั้ง</p>"
            f'<a class="btn" href="{address}">ดาวน์โหลด</a></div>'
        )
        site.document(
            address,
            title,
            source=unit if number % 3 else None,
            period=period,
            published=day,
            file_type="pdf",
            size=size,
        )
    site.page("/library", divs("คลังเอกสาร", f"<h2>คลังเอกสาร</h2>{body}", menu))
    return site


def docman() -> Site:
    """Joomla's DOCman: a title link with a small table below it."""
    site = Site("docman")
    menu = furnish(site, tables, [("/index.php?option=com_docman", "เอกสาร")])
    body = ""
    for number, title, period, day, unit in rows(24, date(2024, 4, 19)):
        address = f"/index.php?option=com_docman&task=doc_download&gid={number}"
        size = site.file(address, "zip", 3000 + 517 * number)
        shown = kilobytes(size)
        stated = f"<tr><td><b>ช่วงข้อมูล:</b></td><td>{full(period[0])} - {full(period[1])}</td></tr>" if period else ""
        name = title.split(" ประจำ")[0].split(" ปีงบ")[0]
        body += (
            f'<div class="dm_row"><h3><a href="{address}"><img src="/i/zip.png"> {name} ({number})</a></h3><table>'
            f"<tr><td><b>ประเภทไฟล์:</b></td><td>ZIP</td></tr><tr><td><b>ขนาดไฟล์:</b></td><td>{shown}</td></tr>"
            f"<tr><td><b>วันที่เผยแพร่:</b></td><td>{figures(day)}</td></tr><tr><td><b>เจ้าของข้อมูล:</b></td>"
            f'<td>{unit}</td></tr>{stated}</table><ul><li><a href="{address}">ดาวน์โหลด</a></li></ul></div>'
        )
        site.document(
            address, f"{name} ({number})", source=unit, period=period, published=day, file_type="zip", size=shown
        )
    site.page("/index.php?option=com_docman", tables("เอกสาร", body, menu))
    return site


def tree() -> Site:
    """An ITA tree: years in folds, items below, files below them; nothing but names."""
    site = Site("tree")
    menu = furnish(site, plain, [("/ita", "ITA")])
    folds = ""
    for year in (2567, 2566):
        inner = ""
        for item in range(1, 6):
            files = ""
            for part, name in enumerate(("คำสั่งแต่งตั้งคณะทำงาน", "รายงานผลการดำเนินการ", "ภาพประกอบการดำเนินงาน")):
                address = f"/ita/{year}/m{item}-{part}.pdf"
                site.paper(address)
                title = f"{item}.{part + 1} {name}"
                files += f'<li><a href="{address}" target="_blank">{title}</a></li>'
                site.document(address, title, period=fiscal(year))
            inner += f"<h4>MOIT {item} หัวข้อการประเมินที่ {item}</h4><ul>{files}</ul>"
        folds += (
            f'<div class="accordion-item"><h3><button data-bs-toggle="collapse" data-bs-target="#y{year}">'
            f"ปีงบประมาณ พ.ศ. {year}</button></h3>"
            f'<div id="y{year}" class="accordion-collapse collapse">{inner}</div></div>'
        )
    site.page("/ita", plain("ITA", f"<h1>การประเมินคุณธรรมและความโปร่งใส</h1>{folds}", menu))
    return site


def months() -> Site:
    """A line of months under a heading for each kind of report, all in one paragraph."""
    site = Site("months")
    menu = furnish(site, divs, [("/skr", "สขร.1")])
    body = ""
    for year in (2567, 2566):
        links = []
        for number, name in enumerate(MONTHS[:5], 1):
            address = f"/skr/{year}-{number:02}.pdf"
            site.paper(address)
            title = f"เดือน{name} {year}"
            links.append(f'<a href="{address}">{title}</a>')
            site.document(address, title, period=month(year, number))
        body += f"<h3>สรุปผลการจัดซื้อจัดจ้าง (สขร.1)</h3><p>{' | '.join(links)}</p>"
    site.page("/skr", divs("สขร.1", f"<h2>สขร.1</h2>{body}", menu))
    return site


def breaks() -> Site:
    """Lines of one paragraph, parted by br, with Thai digits."""
    site = Site("breaks")
    menu = furnish(site, tables, [("/law.html", "ระเบียบและประกาศ")])
    body = ""
    for number, title, period, day, unit in rows(24, date(2024, 3, 28)):
        address = f"/law/{number}.pdf"
        site.paper(address)
        body += f'{thai(str(number + 1))}. <a href="{address}">{title}</a> [ลงเมื่อ {thai(full(day))}] โดย : {unit}<br>'
        site.document(address, title, source=unit, period=period, published=day)
    site.page("/law.html", tables("ระเบียบและประกาศ", f"<p>{body}</p>", menu))
    return site


def viewers() -> Site:
    """Files shown inside pages, and on a shared drive; each page is reached from a list of links without dates."""
    site = Site("viewers")
    names = [title for title, _ in PAPERS[:6]]
    addresses = [f"/view/{number}" for number in range(len(names))]
    menu = furnish(site, plain, list(zip(addresses, (f"หัวข้อที่ {n}" for n in range(6)), strict=True)))
    for number, (title, period) in enumerate(PAPERS[:6]):
        file = f"/files/v{number}.pdf"
        if number % 3:
            site.paper(file)
        shown = (
            f'<iframe src="https://drive.google.com/file/d/1AbCdEfGhIjKl{number}/preview"></iframe>',
            f'<iframe src="{file}" width="100%"></iframe>',
            f'<object data="{file}" type="application/pdf"></object>',
        )[number % 3]
        address = f"https://drive.google.com/file/d/1AbCdEfGhIjKl{number}/preview" if number % 3 == 0 else file
        site.page(
            addresses[number],
            plain(title, f"<h1>เอกสาร</h1><h2>{title}</h2>{shown}<p>สอบถามเพิ่มเติมได้ในเวลาราชการ</p>", menu),
        )
        site.document(address, title, period=period)
    return site


SITES = (table_with_heads, table_without_heads, lines, cards, docman, tree, months, breaks, viewers)
