"""Five more styles that the reader had not met, written when those of `unseen_more` were mended."""

from __future__ import annotations

from datetime import date

from tests.sites.items.documents import rows
from tests.sites.items.frame import divs, furnish, plain, tables
from tests.sites.items.known import UNITS, WORDS, Site, fiscal, full, kilobytes, short
from tests.sites.items.posts import stories

ON_TABS = ("แผนปฏิบัติการป้องกันการทุจริต", "รายงานการกำกับติดตาม", "ประกาศนโยบายไม่รับของขวัญ", "มาตรการประหยัดพลังงาน")


def terms() -> Site:
    """A definition list under categories: the term is the link, its particulars follow with icons, days as in ISO."""
    site = Site("terms")
    menu = furnish(site, divs, [("/doc/category", "เอกสารเผยแพร่")])
    body = ""
    for number, title, period, day, unit in rows(24, date(2024, 6, 12)):
        address = f"/doc/file/{number}/view.pdf"
        size = kilobytes(site.paper(address))
        body += f"<h3>หมวดที่ {number // 8 + 1}</h3>" if number % 8 == 0 else ""
        body += (
            f'<dl><dt><a href="{address}">{title}</a></dt><dd><i class="fa fa-building"></i> {unit}</dd>'
            f'<dd><i class="fa fa-calendar"></i> {day}</dd><dd>ชนิด: PDF | ขนาด: {size} | เปิดดู {number} ครั้ง</dd></dl>'
        )
        site.document(address, title, source=unit, period=period, published=day, file_type="pdf", size=size)
    site.page("/doc/category", divs("เอกสารเผยแพร่", f"<h2>เอกสารเผยแพร่</h2>{body}", menu))
    return site


def carousel() -> Site:
    """Slides that are one link each: a category as a badge, the title, then day, unit and views in an inline list."""
    site = Site("carousel")
    menu = furnish(site, divs, [("/all-news", "ข่าวทั้งหมดของหน่วยงาน")])
    body = ""
    for number, title, day, unit in stories(18, date(2024, 6, 12)):
        address = f"/news-detail/{number + 900}"
        body += (
            f'<div class="item"><a href="{address}"><div class="thumb" style="background:url(/t/{number}.jpg)"></div>'
            f'<div class="caption"><span class="badge">ข่าวกิจกรรม</span><h4>{title}</h4><ul class="list-inline">'
            f'<li><i class="fa fa-clock-o"></i> {short(day)}</li><li><i class="fa fa-user"></i> {unit}</li>'
            f'<li><i class="fa fa-eye"></i> {number * 17 + 2}</li></ul></div></a></div>'
        )
        text = f'<span class="badge">ข่าวกิจกรรม</span><h1>{title}</h1><p>{full(day)} | {unit}</p><p>{WORDS}</p>'
        site.page(address, divs(title, text, menu))
        site.post(address, title, source=unit, published=day)
    listed = f'<h2>ข่าวทั้งหมดของหน่วยงาน</h2><div class="owl-carousel">{body}</div>'
    site.page("/all-news", divs("ข่าวทั้งหมดของหน่วยงาน", listed, menu))
    return site


def asp() -> Site:
    """Hand-written: an arrow, the title, unit and day with its second in grey brackets; labels at the post's end."""
    site = Site("asp")
    menu = furnish(site, tables, [("/news_all.asp", "ข่าวสาร")])
    body = ""
    for number, title, day, unit in stories(20, date(2024, 6, 9)):
        address, at = (
            f"/news_detail.asp?id={number + 5}",
            f"{day.day}/{day.month}/{day.year + 543} 9:{number + 10}:33",
        )
        body += (
            f'<tr><td width="20"><img src="/i/new.gif"></td><td><font color="red">»</font> <a href="{address}">'
            f'{title}</a> <font color="gray" size="1">({unit} : {at})</font></td></tr>'
        )
        text = f"{WORDS}<br><br>ประกาศเมื่อ : {at}<br>โดย : {unit}<br>จำนวนผู้อ่าน : {number * 6}"
        site.page(address, tables(title, text, menu))
        site.post(address, title, source=unit, published=day)
    site.page("/news_all.asp", tables("ข่าวสาร", f'<table width="100%">{body}</table>', menu))
    return site


def year_tabs() -> Site:
    """A tab for each fiscal year; lines whose title is no link, with a button for each type of file."""
    site = Site("year-tabs")
    menu = furnish(site, plain, [("/transparency", "ความโปร่งใส")])
    tabs, panes, number = "", "", 0
    for year in (2567, 2566, 2565):
        shown = " active" if year == 2567 else ""
        tabs += f'<li><a class="nav-link{shown}" data-bs-toggle="tab" href="#y{year}">ปีงบประมาณ {year}</a></li>'
        lines = ""
        for title in ON_TABS:
            links = ""
            for kind, words in (("docx", "Word"), ("pdf", "PDF")):
                address = f"/transparency/{year}/{number}.{kind}"
                if kind == "pdf":
                    site.paper(address)
                else:
                    site.file(address, "vnd.openxmlformats-officedocument.wordprocessingml.document", 6000 + number)
                links += f'<a class="btn" href="{address}">{words}</a> '
                site.document(address, title, period=fiscal(year), file_type=kind)
                number += 1
            lines += f'<li class="list-group-item">{title} <span>{links}</span></li>'
        panes += f'<div class="tab-pane{shown}" id="y{year}"><ul class="list-group">{lines}</ul></div>'
    listed = f'<h1>ความโปร่งใส</h1><ul class="nav nav-tabs">{tabs}</ul><div class="tab-content">{panes}</div>'
    site.page("/transparency", plain("ความโปร่งใส", listed, menu))
    return site


def attachments() -> Site:
    """Posts whose files stand in a table below the text, with their sizes and how often they were fetched."""
    site = Site("attachments")
    menu = furnish(site, plain, [("/announcements", "ประกาศ")])
    body = ""
    for number, title, day, _ in stories(12, date(2024, 6, 6)):
        address, unit = f"/announcements/{number + 300}", UNITS[number % 4]
        body += (
            f'<div class="row"><a href="{address}">{title}</a><div><small>วันที่ประกาศ {full(day)}</small></div></div>'
        )
        files = "<tr><th>ไฟล์แนบ</th><th>ขนาดไฟล์</th><th>จำนวนดาวน์โหลด</th></tr>"
        site.post(address, title, source=unit, published=day)
        for place, named in enumerate((f"ประกาศฉบับเต็ม เลขที่ {number + 1}", f"รายละเอียดแนบท้าย เลขที่ {number + 1}")):
            file = f"/announcements/file/{number}-{place}.pdf"
            size = kilobytes(site.paper(file))
            files += f'<tr><td><a href="{file}">{named}.pdf</a></td><td>{size}</td><td>{number * 3}</td></tr>'
            site.document(file, named, source=unit, published=day, file_type="pdf", size=size)
        by = f'<p class="by">วันที่ประกาศ {full(day)} ผู้ประกาศ {unit}</p>'
        site.page(address, plain(title, f"<h1>{title}</h1>{by}<p>{WORDS}</p><table>{files}</table>", menu))
    site.page("/announcements", plain("ประกาศ", f"<h1>ประกาศ</h1>{body}", menu))
    return site


SITES = (terms, carousel, asp, year_tabs, attachments)
