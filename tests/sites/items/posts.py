"""Sites of dated posts, as their makers lay them out, some with files attached."""

from __future__ import annotations

import calendar
from datetime import date
from itertools import cycle
from typing import TYPE_CHECKING

from tests.sites.items.frame import divs, furnish, plain, tables
from tests.sites.items.known import NEWS, UNITS, WORDS, Site, days, full, kilobytes, short

if TYPE_CHECKING:
    from collections.abc import Iterator

WEEK = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
ENGLISH = tuple(calendar.month_name[1:])


def stories(count: int, first: date) -> Iterator[tuple[int, str, date, str]]:
    """Number, title, day and unit of so many posts."""
    dated, units = days(first, 6), cycle(UNITS)
    for number in range(count):
        more = f" ครั้งที่ {number // len(NEWS) + 1}" if number >= len(NEWS) else ""
        yield number, NEWS[number % len(NEWS)] + more, next(dated), next(units)


def wordpress() -> Site:
    """A classic theme: Posted on … by admin; the source at the end of the text; a category on two pages."""
    site = Site("wordpress")
    menu = furnish(site, plain, [("/category/news/", "ข่าว")])
    parts: list[str] = []
    for number, title, day, unit in stories(24, date(2024, 6, 12)):
        address = f"/{day:%Y/%m}/news-{number}/"
        meta = (
            f'<div class="entry-meta">Posted on <a href="{address}"><time class="entry-date published" '
            f'datetime="{day}T09:00:00+07:00">{full(day)}</time></a> by <a href="/author/admin/">admin</a></div>'
        )
        parts.append(f'<article><h2><a href="{address}">{title}</a></h2>{meta}<p>{WORDS[:80]} …</p></article>')
        body = (
            f"<article><h1>{title}</h1>{meta}<p>{WORDS}</p><p>ที่มา: {unit}</p></article>"
            f'<p>หมวดหมู่: <a href="/category/news/">ข่าว</a></p><p><a href="{address}?replytocom=1">ตอบกลับ</a></p>'
        )
        site.page(address, plain(title, body, menu))
        site.post(address, title, source=unit, published=day)
    for page, address in enumerate(("/category/news/", "/category/news/page/2/")):
        more = '<a href="/category/news/page/2/">บทความที่เก่ากว่า</a>' if page == 0 else ""
        site.page(address, plain("ข่าว", f"<h1>ข่าว</h1>{''.join(parts[12 * page : 12 * page + 12])}{more}", menu))
    site.page("/author/admin/", plain("admin", f"<h1>admin</h1>{''.join(parts[:6])}", menu))
    return site


def joomla() -> Site:
    """Joomla: a table of articles with hits; by-line of the account; day in full, Christian year."""
    site = Site("joomla")
    menu = furnish(site, tables, [("/index.php/news", "ข่าวประชาสัมพันธ์")])
    body = "<tr><th>หัวเรื่อง</th><th>วันที่</th><th>ฮิต</th></tr>"
    for number, title, day, unit in stories(20, date(2024, 6, 7)):
        address = f"/index.php/news/{number}-a"
        body += f'<tr><td><a href="{address}">{title}</a></td><td>{full(day)}</td><td>{number * 13 + 40}</td></tr>'
        spoken = f"วัน{WEEK[day.weekday()]}ที่ {day.day:02} {full(day).split()[1]} {day.year} เวลา 09:42 น."
        article = f"<p>เขียนโดย Super User</p><p>{spoken}</p><p>{WORDS}</p><p>ที่มา : {unit}</p>"
        site.page(address, tables(title, article, menu))
        site.post(address, title, source=unit, published=day)
    site.page("/index.php/news", tables("ข่าวประชาสัมพันธ์", f"<table>{body}</table>", menu))
    return site


def k2() -> Site:
    """A list with the day above each title and the author below."""
    site = Site("k2")
    menu = furnish(site, divs, [("/news", "ข่าว")])
    body = ""
    for number, title, day, unit in stories(18, date(2024, 6, 14)):
        address = f"/news/item/{number}"
        body += (
            f'<div class="item"><span class="date">{full(day)}</span><h3><a href="{address}">{title}</a></h3>'
            f'<span class="author">โดย {unit}</span><p>{WORDS[:90]}</p><a href="{address}">อ่านต่อ...</a></div>'
        )
        details = (
            f"<dl><dt>รายละเอียด</dt><dd>เขียนโดย {unit}</dd><dd>เผยแพร่เมื่อ: {full(day)}</dd><dd>ฮิต: {number}</dd></dl>"
        )
        site.page(address, divs(title, f"<h2>{title}</h2>{details}<p>{WORDS}</p>", menu))
        site.post(address, title, source=unit, published=day)
    site.page("/news", divs("ข่าว", f"<h1>ข่าว</h1>{body}", menu))
    return site


def php() -> Site:
    """Hand-written: [ day ] title unit read n times; the by-line stands at the end of the text."""
    site = Site("php")
    menu = furnish(site, tables, [("/news.php", "ข่าว")])
    body = ""
    for number, title, day, unit in stories(20, date(2024, 6, 11)):
        address = f"/show.php?id={number + 100}"
        body += f'[ {short(day)} ] <a href="{address}">{title}</a> {unit} อ่าน {number * 9} ครั้ง<br>'
        text = f"{WORDS}<br><br><small>วันที่โพส {short(day)} โดย {unit} ผู้ชม {number * 9}</small>"
        site.page(address, tables(title, f'{text}<br><a href="/print.php?id={number + 100}">พิมพ์หน้านี้</a>', menu))
        site.page(
            f"/print.php?id={number + 100}",
            f"<html><head><title>{title}</title></head><body><b>{title}</b><br>{text}</body></html>",
        )
        site.post(address, title, source=unit, published=day)
    site.page("/news.php", tables("ข่าว", body, menu))
    return site


def blogger() -> Site:
    """A blog: the day as a heading over the post, the by-line below, labels; posts in full on the start page."""
    site = Site("blogger")
    menu = furnish(site, divs, [("/p/about.html", "เกี่ยวกับเรา")])
    site.page("/p/about.html", divs("เกี่ยวกับเรา", f"<h3>เกี่ยวกับเรา</h3><p>{WORDS}</p>", menu))
    body = ""
    for number, title, day, _ in stories(14, date(2024, 6, 10)):
        address = f"/{day:%Y/%m}/post-{number}.html"
        dated = f"<h2>วัน{WEEK[day.weekday()]}ที่ {day.day} {full(day).split()[1]} พ.ศ. {day.year + 543}</h2>"
        foot = (
            f'<div>เขียนโดย รพ.สต.หนองไผ่ ที่ <a href="{address}">09:12</a> ไม่มีความคิดเห็น: ป้ายกำกับ: '
            '<a href="/search/label/news">ข่าวสาร</a></div>'
        )
        post = f'{dated}<h3><a href="{address}">{title}</a></h3><p>{WORDS}</p>{foot}'
        body += post
        site.page(address, divs(title, post, menu))
        site.post(address, title, source="รพ.สต.หนองไผ่", published=day)
    site.page("/", divs("หน้าแรก", body, menu))
    site.page("/search/label/news", divs("ข่าวสาร", body, menu))
    return site


def drupal() -> Site:
    """Drupal: a table with owner and day; the post says both in one line and has a file, which shows its type."""
    site = Site("drupal")
    menu = furnish(site, plain, [("/th/bids", "จัดซื้อจัดจ้าง")])
    body = "<tr><th>เรื่อง</th><th>วันที่ประกาศ</th><th>เจ้าของข้อมูล</th></tr>"
    for number, title, day, unit in stories(16, date(2024, 5, 21)):
        address, file = f"/th/node/{number + 200}", f"/sites/default/files/n{number}.pdf"
        site.paper(file)
        name = f"เอกสารประกอบ {number + 1}"
        body += f'<tr><td><a href="{address}">{title}</a></td><td>{short(day)}</td><td>{unit}</td></tr>'
        text = (
            f"<h1>{title}</h1><p>ผู้เผยแพร่ : {unit} วันที่เผยแพร่ : {full(day)}</p><p>{WORDS}</p>"
            f'<p><a href="{file}">{name} (PDF)</a></p>'
            f'<ul><li><a href="/print/node/{number + 200}">หน้าสำหรับพิมพ์</a></li></ul>'
        )
        site.page(address, plain(title, text, menu))
        site.page(f"/print/node/{number + 200}", plain(title, text, menu))
        site.post(address, title, source=unit, published=day)
        site.document(file, name, source=unit, published=day, file_type="pdf")
    site.page("/th/bids", plain("จัดซื้อจัดจ้าง", f"<h1>จัดซื้อจัดจ้าง</h1><table>{body}</table>", menu))
    return site


def english() -> Site:
    """A theme left in English: Published on …, Source: …, and files with their size in the link."""
    site = Site("english")
    menu = furnish(site, plain, [("/blog", "News")])
    body = ""
    for number, title, day, unit in stories(14, date(2024, 6, 3)):
        address, file = f"/blog/{number}", f"/media/{number}.pdf"
        size = kilobytes(site.paper(file))
        dated = f"Published on {day.day} {ENGLISH[day.month - 1]} {day.year}"
        name = f"ไฟล์นำเสนอ ชุดที่ {number + 1}"
        body += (
            f'<div class="post"><h3><a href="{address}">{title}</a></h3><p class="meta">{dated} | 12 views</p></div>'
        )
        text = (
            f'<h1>{title}</h1><p class="meta">{dated} | 12 views</p><p>{WORDS}</p><p>Source: {unit}</p>'
            f'<p><a href="{file}">{name} (PDF, {size})</a></p>'
        )
        site.page(address, plain(title, text, menu))
        site.post(address, title, source=unit, published=day)
        site.document(file, name, source=unit, published=day, file_type="pdf", size=size)
    site.page("/blog", plain("News", f"<h1>News</h1>{body}", menu))
    return site


SITES = (wordpress, joomla, k2, php, blogger, drupal, english)
