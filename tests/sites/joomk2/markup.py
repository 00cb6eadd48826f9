"""How the district office's pages look: Joomla of 2012 with K2, a download component, modules in tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha1
from html import escape
from typing import TYPE_CHECKING

from tests.sites.office import MONTHS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.sites.content import Fragment
    from tests.sites.joomk2.papers import File

NAME = "สำนักงานสาธารณสุขอำเภอทุ่งกระเจียว"
OPTION = "/index.php?option=com_"
SECTIONS = {1: "ข่าวประชาสัมพันธ์", 2: "ภาพกิจกรรม", 3: "รับสมัครงาน", 4: "ประกาศจัดซื้อจัดจ้าง", 5: "บทความสุขภาพ"}
CATEGORIES = {
    3: ("plan", "แผนพัฒนาสุขภาพ คปสอ."),
    4: ("budget", "แผนงาน/โครงการ งบประมาณ"),
    5: ("annual", "สรุปผลงานประจำปี"),
    7: ("perform", "รายงานผลการปฏิบัติราชการ"),
    8: ("form", "แบบฟอร์มต่างๆ"),
    9: ("sop", "คู่มือการปฏิบัติงาน"),
    10: ("skr1", "สขร.1 รายเดือน"),
    11: ("law", "กฏหมาย ระเบียบ"),
    12: ("ssj", "เอกสารจาก สสจ."),
}
LINKS = (
    ("https://www.moph.invalid/", "กระทรวงสาธารณสุข"),
    ("https://sld.moph.invalid/", "สสจ.ศรีลำดวน"),
    ("https://www.nhso.invalid/", "สปสช."),
    ("https://ddc.moph.invalid/", "กรมควบคุมโรค"),
    ("https://thungkrachiao.invalid/", "ที่ว่าการอำเภอทุ่งกระเจียว"),
)
COUNTER = (
    '<table class="vcnt" width="100%"><tr><td>วันนี้</td><td align="right">23</td></tr><tr><td>เมื่อวาน</td><td '
    'align="right">61</td></tr><tr><td>เดือนนี้</td><td align="right">142</td></tr><tr><td>ทั้งหมด</td><td '
    'align="right">318402</td></tr></table>'
)
POLL = (
    '<form action="/index.php" method="post" name="form2"><table class="poll"><tr><td><b>ท่านพึงพอใจต่อเว็บไซต์ '
    "สสอ.ทุ่งกระเจียว ระดับใด</b></td></tr>"
    + "".join(
        f'<tr><td><input type="radio" name="voteid" id="voteid{n}" value="{n}" /><label '
        f'for="voteid{n}">{level}</label>'
        "</td></tr>"
        for n, level in enumerate(("มากที่สุด", "มาก", "ปานกลาง", "น้อย"), 71)
    )
    + '</table><input type="submit" name="task_button" class="button" value="ลงคะแนน" /><input type="hidden" '
    'name="option" value="com_poll" /></form>'
)
FOOT = "Copyright &copy; 2012 สสอ.ทุ่งกระเจียว. All Rights Reserved. Template by joomlathai.invalid โทร 0 4599 0451"
NOT_FOUND = (
    '<!DOCTYPE html><html lang="th-th"><head><meta charset="utf-8" /><title>404 - Error: '
    "404</title></head><body><h1>"
    "404 - ไม่พบเนื้อหาที่ต้องการ</h1><p>ท่านไม่สามารถเข้าดูหน้านี้ เนื่องจาก: "
    "ลิงค์ที่บันทึกไว้นานเกินไป หรือพิมพ์ที่อยู่ผิด</p></body></html>"
)
Entry = tuple[str, str, tuple["Entry", ...]]


@dataclass(frozen=True, slots=True)
class Place:
    """The addresses of an article."""

    number: str
    item: str
    alias: str  # "" where no menu entry gives it one

    @property
    def plain(self) -> str:
        """With its number."""
        return f"{OPTION}content&view=article&id={self.number}&Itemid={self.item}"

    @property
    def sef(self) -> str:
        """Below the menu."""
        return f"/index.php/{self.alias}" if self.alias else self.plain

    @property
    def printed(self) -> str:
        """The view for the printer."""
        return f"{OPTION}content&view=article&id={self.number}&tmpl=component&print=1&page=&Itemid={self.item}"

    @property
    def mail(self) -> str:
        """The window that tells a friend."""
        told = sha1(self.plain.encode(), usedforsecurity=False).hexdigest()
        return f"{OPTION}mailto&tmpl=component&link={told}"


def place_of(one: Fragment) -> Place:
    """Where an article of the content file is: `number:item` and the alias in its head."""
    number, item = one.address.split(":")
    return Place(number, item, one.more[1] if one.more[1] != "-" else "")


def section(number: int) -> str:
    """The list of a K2 category."""
    return f"{OPTION}k2&view=itemlist&layout=category&task=category&id={number}&Itemid=13{number}"


def category(number: int) -> str:
    """A category of the download component."""
    return f"{OPTION}phocadownload&view=category&id={number}:{CATEGORIES[number][0]}&Itemid=11{number}"


def download(number: int, one: File) -> str:
    """A file of a category."""
    return f"{category(number)}&download={one.number}:{one.alias}"


def link(address: str, label: str, more: str = "") -> str:
    """An anchor, its address written as the system writes it."""
    return f'<a href="{escape(address)}"{more}>{label}</a>'


def day(iso: str) -> str:
    """A day as K2 tells it after somebody patched the year: วันอังคาร, 28 กรกฎาคม 2569."""
    year, month, number = map(int, iso.split("-"))
    return f"{number} {MONTHS[month - 1]} {year + 543}"


def common_day(iso: str) -> str:
    """A day as the articles tell it, in the years of the Common Era."""
    year, month, number = map(int, iso.split("-"))
    return f"{number} {MONTHS[month - 1]} {year}"


def menu(entries: Sequence[Entry], depth: int = 0) -> str:
    """The menu; below the first level it opens under the mouse."""
    rows = "".join(
        f'<li class="item{"-parent" if below else ""}">{link(to, f"<span>{label}</span>")}'
        f"{menu(below, depth + 1) if below else ''}</li>"
        for to, label, below in entries
    )
    return f'<ul class="{"menu sf-menu" if not depth else "level" + str(depth)}">{rows}</ul>'


def module(title: str, body: str) -> str:
    """A module in its table."""
    return (
        '<table cellpadding="0" cellspacing="0" class="moduletable"><tr><th valign="top">'
        f"{title}</th></tr><tr><td>{body}</td></tr></table>"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around every page."""

    menu: tuple[Entry, ...]
    news: tuple[tuple[str, str], ...]  # what runs along the top, and stands in the module of the newest

    def page(self, title: str, body: str) -> str:
        """A page of the site."""
        running = " &nbsp;*** ".join(link(to, label) for to, label in self.news[:3])
        newest = "".join(f'<li class="latestnews">{link(to, label)}</li>' for to, label in self.news)
        banners = "".join(
            f'<div class="bannergroup"><a href="{to}" target="_blank"><img '
            f'src="/images/banners/b{n}.gif" alt="{label}" />'
            "</a></div>"
            for n, (to, label) in enumerate(LINKS[:4], 1)
        )
        return (
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
            '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xml:lang="th-th" '
            'lang="th-th"><head><meta '
            'http-equiv="content-type" content="text/html; charset=utf-8" /><meta name="generator" '
            'content="Joomla! - '
            f'Open Source Content Management" /><title>{title}</title><link '
            'href="/templates/ja_purity/css/template.css" '
            'rel="stylesheet" type="text/css" /></head><body id="bd"><table width="1000" '
            'align="center" border="0"><tr><td '
            f'colspan="3"><img src="/images/head.jpg" width="1000" height="180" alt="{NAME}" /></td></tr><tr><td '
            f'colspan="3" id="ja-mainnav">{menu(self.menu)}</td></tr><tr><td colspan="3" '
            'bgcolor="#ffffcc"><marquee '
            f'scrollamount="3" onmouseover="this.stop()" onmouseout="this.start()">{running}</marquee>'
            "</td></tr><tr><td "
            f'width="190" valign="top">{module("ข่าวล่าสุด", f"<ul>{newest}</ul>")}'
            f"{module('สถิติผู้เยี่ยมชม', COUNTER)}</td>"
            f'<td valign="top" id="ja-content">{body}</td><td width="170" valign="top">{module("แบบสำรวจ", POLL)}'
            f'{module("ลิงค์หน่วยงาน", banners)}</td></tr><tr><td colspan="3" id="ja-footer">'
            f"{FOOT}</td></tr></table></body>"
            "</html>"
        )


def bare(title: str, body: str) -> str:
    """A window without the frame."""
    return (
        '<!DOCTYPE html><html lang="th-th"><head><meta charset="utf-8" /><meta name="robots" '
        'content="noindex, nofollow" />'
        f'<title>{title}</title></head><body class="contentpane">{body}</body></html>'
    )


def article(one: Fragment, place: Place, body: str) -> str:
    """An article with its icons and its line of particulars."""
    icons = (
        '<td class="buttonheading" align="right">'
        f"{link(place.printed, '<img src=/images/M_images/printButton.png alt=พิมพ์ />', ' rel=nofollow')} "
        f"{link(place.mail, '<img src=/images/M_images/emailButton.png alt=อีเมล />')}</td>"
    )
    return (
        '<table class="contentpaneopen"><tr><td class="contentheading" width="100%">'
        f"{one.title}</td>{icons}</tr></table>"
        '<table class="contentpaneopen"><tr><td valign="top"><span class="small">เขียนโดย '
        "Administrator</span></td></tr>"
        f'<tr><td valign="top" class="createdate">{common_day(one.more[0])} เวลา '
        f"10:{int(place.number) % 50 + 10} น.</td>"
        f'</tr><tr><td valign="top">{body}</td></tr></table>'
    )


def printed(one: Fragment, body: str) -> str:
    """The article for the printer."""
    return bare(one.title, f'<a href="#" onclick="window.print();return false;">พิมพ์</a><h2>{one.title}</h2>{body}')


def mail(place: Place) -> str:
    """The window that sends an article on."""
    return bare(
        "ส่งลิงก์นี้ไปให้เพื่อน",
        f'<h2>ส่งอีเมลลิงก์นี้ถึงเพื่อน</h2><form action="{escape(place.mail)}" method="post">'
        'อีเมลถึง: <input name="mailto" />'
        'ผู้ส่ง: <input name="sender" />อีเมลของคุณ: <input name="from" /><button type="submit">'
        "ส่ง</button></form>",
    )


def post(one: Fragment) -> str:
    """A K2 item."""
    published, _, author = one.more
    return (
        '<div id="k2Container" class="itemView"><div class="itemHeader"><span '
        f'class="itemDateCreated">{day(published)}</span>'
        f'<h2 class="itemTitle">{one.title}</h2><span class="itemAuthor">เขียนโดย {author}</span></div><div '
        f'class="itemFullText">{one.body}</div><div class="itemHits">อ่าน <b>'
        f"{sum(map(ord, one.title)) % 300 + 9}</b> ครั้ง</div>"
        "</div>"
    )


def listing(number: int, posts: Sequence[Fragment]) -> str:
    """The list of a K2 category."""
    rows = "".join(
        f'<div class="catItemView"><span class="catItemDateCreated">{day(one.more[0])}</span><h3 '
        'class="catItemTitle">'
        f"{link(one.address, one.title)}</h3>{link(one.address, 'อ่านเพิ่มเติม...')}</div>"
        for one in posts
    )
    return f'<div id="k2Container" class="itemListView"><h2>{SECTIONS[number]}</h2>{rows}</div>'


def shelf(number: int, files: Sequence[File]) -> str:
    """A category of the download component."""
    rows = "".join(_row(download(number, one), one) for one in files) or "<p>ไม่มีไฟล์ในหมวดนี้</p>"
    title = CATEGORIES[number][1]
    return (
        '<div id="phoca-dl-category-box"><div class="pd-category"><h3 class="ph-subheader">'
        f"{title}</h3>{rows}</div></div>"
    )


def _row(address: str, one: File) -> str:
    told = (("ขนาดไฟล์", f"{len(one.content) / 1024:.2f} kB"), ("วันที่", one.day)) if one.day else ()
    fields = "".join(
        f"<tr><td><strong>{name}:</strong></td><td>{value}</td></tr>"
        for name, value in (*told, ("ดาวน์โหลด", f"{one.number * 37 % 400} ครั้ง"))
    )
    note = f'<div class="pd-fdesc"><p>{one.note}</p></div>' if one.note else ""
    return (
        '<div class="pd-filebox"><div class="pd-filenamebox"><div class="pd-filename"><div class="pd-document16" '
        f'style="background: url(/media/mime/icon-{one.kind}.png) 0 center no-repeat;"><div class="pd-float">'
        f'{link(address, one.label)}</div></div></div></div><div class="pd-buttons">'
        f"{link(address, 'ดาวน์โหลด')}</div>{note}"
        f'<table class="pd-mdetails">{fields}</table></div>'
    )


def filled(body: str, places: Mapping[str, Place], files: Mapping[int, tuple[int, File]]) -> str:
    """The text with addresses for what stands in braces: `a:2` an article, `c:3` a category, `f:31` a file."""

    def address(found: re.Match[str]) -> str:
        kind, number = found.groups()
        if kind == "a":
            return escape(places[number].plain)
        return escape(category(int(number)) if kind == "c" else download(*files[int(number)]))

    return re.sub(r"\{\{(\w):(\w+)\}\}", address, body)
