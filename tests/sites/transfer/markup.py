"""How the transferred health centre's pages look: a script framework's export, its data beside it."""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING

from tests.sites.office import MONTHS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.sites.content import Fragment
    from tests.sites.transfer.papers import Document

NAME = "รพ.สต.บ้านคลองไผ่"
SHORT_MONTHS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
MENU = (
    (
        "รู้จักเรา",
        (
            ("/about/story", "เรื่องราวของเรา"),
            ("/about/direction", "ทิศทางองค์กร"),
            ("/about/team", "ทีมงานของเรา"),
            ("/about/org", "โครงสร้างและอัตรากำลัง"),
            ("/about/role", "บทบาทภารกิจ"),
            ("/plans", "แผนและผลงาน"),
        ),
    ),
    (
        "บริการ",
        (
            ("/services", "มาหาหมอที่ รพ.สต."),
            ("/services/forms", "แบบฟอร์มขอรับบริการ"),
            ("/services/book", "จองคิวออนไลน์"),
        ),
    ),
    (
        "ข่าวสาร",
        (
            ("/news", "ข่าวและประกาศ"),
            ("/gallery", "ภาพกิจกรรม"),
            ("/jobs", "ร่วมงานกับเรา"),
            ("/procurement", "จัดซื้อจัดจ้าง"),
            ("/health", "คลังความรู้สุขภาพ"),
        ),
    ),
    (
        "ความโปร่งใส",
        (
            ("/ita/2569", "OIT 2569"),
            ("/ita/2568", "OIT 2568"),
            ("/oia", "ข้อมูลข่าวสารของราชการ"),
            ("/laws", "กฎหมายน่ารู้"),
            ("/survey", "เสียงสะท้อนผู้ใช้เว็บไซต์"),
        ),
    ),
)
PARTNERS = (
    ("https://nakhonthara-pao.invalid/", "อบจ.นครธารา"),
    ("https://ntr.moph.invalid/", "สสจ.นครธารา"),
    ("https://www.moph.invalid/", "กระทรวงสาธารณสุข"),
    ("https://nhso.invalid/", "สปสช."),
)
SECTIONS = {
    "news": "ข่าวและประกาศ",
    "gallery": "ภาพกิจกรรม",
    "jobs": "ร่วมงานกับเรา",
    "procurement": "จัดซื้อจัดจ้าง",
    "health": "คลังความรู้สุขภาพ",
}
NOT_FOUND = (
    '<!DOCTYPE html><html lang="th"><head><meta charset="utf-8"><title>404: This page could not be found'
    "</title></head>"
    '<body><div id="__next"><h1 class="next-error-h1">404</h1><h2>This page could not be found.</h2></div>'
    "</body></html>"
)
COUNTER = '<p class="text-xs">เข้าชมเว็บไซต์แล้ว <span class="font-bold">48,211</span> ครั้ง</p>'
ENGLISH = {
    "/en": (
        "Home",
        (
            "<h1>Welcome to Ban Khlong Phai Health Centre</h1><p>Primary care for 9 villages.</p><a "
            'href="/en/about">About</a>'
            ' <a href="/en/contact">Contact</a>'
        ),
    ),
    "/en/about": (
        "About us",
        (
            "<h1>About us</h1><h2>History</h2><p>Founded in 1956, transferred to the Provincial Administrative "
            "Organization in "
            "2022.</p><h2>Vision</h2><p>Close to home, close to heart.</p>"
        ),
    ),
    "/en/contact": (
        "Contact",
        "<h1>Contact</h1><p>88 Moo 5, Khlong Phai, Mueang Nakhon Thara 30990. Tel. +66 4488 7123</p>",
    ),
}


def day(iso: str) -> str:
    """A day in words: 12 พฤษภาคม 2569."""
    year, month, number = map(int, iso.split("-"))
    return f"{number} {MONTHS[month - 1]} {year + 543}"


def short_day(iso: str) -> str:
    """A day as rows of files tell it: 12 พ.ค. 2569."""
    year, month, number = map(int, iso.split("-"))
    return f"{number} {SHORT_MONTHS[month - 1]} {year + 543}"


def row(one: Document) -> str:
    """A file with what the content system knows of it."""
    known = [one.address.rpartition(".")[2].upper(), f"{len(one.content) / 1024:.1f} KB"] if one.published else []
    known += [f"เผยแพร่ {short_day(one.published)}", one.owner] if one.published else []
    return (
        '<div class="flex items-center gap-3 border rounded-xl p-3"><svg class="w-6 h-6" aria-hidden="true">'
        '<path d="M4 2"/>'
        f'</svg><div><a class="font-medium hover:underline" href="{one.address}" target="_blank">{one.label}'
        "</a>"
        f'<p class="text-xs text-gray-500">{" · ".join(known)}</p></div>'
        "</div>"
    )


def filled(body: str, documents: Mapping[str, Document]) -> str:
    """The text with the rows of the files that its words in braces stand for."""
    return re.sub(r"\{\{(\w+)\}\}", lambda found: row(documents[found.group(1)]), body)


def tabs(panels: Sequence[tuple[str, str]]) -> str:
    """Tabs of a headless component library."""
    heads = "".join(
        f'<button id="headlessui-tabs-tab-{n}" role="tab" type="button" '
        f'aria-selected="{"true" if n == 1 else "false"}" '
        f'aria-controls="headlessui-tabs-panel-{n}" class="px-4 py-2">{title}'
        "</button>"
        for n, (title, _) in enumerate(panels, 1)
    )
    bodies = "".join(
        f'<div id="headlessui-tabs-panel-{n}" role="tabpanel" aria-labelledby="headlessui-tabs-tab-{n}"'
        f'{"" if n == 1 else " hidden"} class="prose">{body}</div>'
        for n, (_, body) in enumerate(panels, 1)
    )
    return f'<div><div role="tablist" aria-orientation="horizontal">{heads}</div><div>{bodies}</div></div>'


def folds(panels: Sequence[tuple[str, str]]) -> str:
    """Panels below buttons."""
    return "".join(
        f'<div class="border-b"><h2><button type="button" aria-expanded="false" aria-controls="radix-:r{n}:" '
        f'class="flex justify-between w-full py-4">{title}<span class="chevron">⌄</span></button></h2>'
        f'<div id="radix-:r{n}:" role="region" data-state="closed" class="overflow-hidden">{body}</div></div>'
        for n, (title, body) in enumerate(panels)
    )


def _nav(kind: str) -> str:
    groups = "".join(
        f'<div class="relative group"><button type="button" aria-haspopup="true">{title}</button><div '
        'class="absolute">'
        + "".join(f'<a class="block px-3 py-2" href="{href}">{label}</a>' for href, label in entries)
        + "</div></div>"
        for title, entries in MENU
    )
    return f'<nav class="{kind}"><a href="/">หน้าหลัก</a>{groups}<a href="/contact">ติดต่อ</a></nav>'


def page(title: str, body: str, address: str) -> str:
    """A page of the export."""
    data = {"props": {"pageProps": {"title": title, "html": re.sub(r"<[^>]+>", " ", body)}}, "page": address}
    return (
        '<!DOCTYPE html><html lang="th"><head><meta charSet="utf-8"/><meta name="viewport" '
        'content="width=device-width"/>'
        f"<title>{title} | {NAME}"
        "</title>"
        '<link rel="stylesheet" href="/_next/static/css/1f.css"/><script '
        'src="/_next/static/chunks/main-88.js" defer=""></script>'
        '</head><body class="font-sarabun bg-white"><div id="__next"><header class="sticky top-0 shadow"><a '
        'href="/">'
        f'<img alt="{NAME}" src="/uploads/logo_00.png" width="56" height="56"/></a><span>{NAME} สังกัด '
        "อบจ.นครธารา</span>"
        f'{_nav("hidden md:flex")}<a href="/en" hrefLang="en">EN</a>{_nav("md:hidden mobile-menu")}'
        "</header>"
        f'<main class="container mx-auto">{body}</main><footer class="bg-emerald-900 text-white '
        f'p-8">{COUNTER}'
        "<p>© 2569 กองสาธารณสุข องค์การบริหารส่วนจังหวัดนครธารา โทร. 0 4488 1200</p></footer>"
        "</div>"
        '<script id="__NEXT_DATA__" '
        f'type="application/json">{json.dumps(data, ensure_ascii=False).replace("<", "")}</script>'
        "</body></html>"
    )


def english(title: str, body: str) -> str:
    """A page in English."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><title>{title} | Ban Khlong Phai Health '
        "Centre</title>"
        '</head><body><div id="__next"><header><a href="/">ไทย</a> <a href="/en">Home</a></header>'
        f"<main>{body}</main></div>"
        "</body></html>"
    )


def plain(one: Fragment, body: str) -> str:
    """A page below its heading."""
    return page(
        one.title,
        f'<h1 class="text-3xl font-bold">{one.title}</h1><article class="prose">{body}</article>',
        one.address,
    )


def post(one: Fragment, body: str) -> str:
    """A post with its line of particulars."""
    published, _, author = one.more
    return page(
        one.title,
        f'<article class="prose"><h1>{one.title}</h1><p class="text-sm text-gray-500"><time dateTime="{published}">'
        f"{day(published)}</time> · {author}</p>{body}</article>",
        one.address,
    )


def cards(posts: Sequence[Fragment]) -> str:
    """Posts as cards that are links as a whole."""
    return (
        '<div class="grid md:grid-cols-3 gap-6">'
        + "".join(
            f'<a class="rounded-xl border overflow-hidden" href="{one.address}"><img alt="" '
            'src="/uploads/cover_0a.jpg"/>'
            f'<div class="p-4"><h3 class="line-clamp-2">{one.title}</h3><p class="text-xs '
            f'text-gray-400">{short_day(one.more[0])}'
            "</p></div></a>"
            for one in posts
        )
        + "</div>"
    )


def listing(section: str, posts: Sequence[Fragment]) -> str:
    """The list of a section."""
    more = (
        '<p><a href="/procurement/monthly">สรุปผลจัดซื้อจัดจ้างรายเดือน (สขร.1)</a></p>' if section == "procurement" else ""
    )
    title = SECTIONS[section]
    return page(title, f'<h1 class="text-3xl">{title}</h1>{more}{cards(posts)}', f"/{section}")


def home(posts: Sequence[Fragment]) -> str:
    """The first page."""
    partners = "".join(
        f'<a class="rounded-full border px-4" href="{href}" target="_blank" rel="noopener">{label}</a>'
        for href, label in PARTNERS
    )
    return page(
        "หน้าหลัก",
        '<section class="hero"><h1>รพ.สต.บ้านคลองไผ่ ยินดีต้อนรับ</h1><a class="btn" href="/services/book">จองคิว</a> '
        '<a class="btn" href="/services">ขั้นตอนรับบริการ</a></section>'
        f"<section><h2>ข่าวล่าสุด</h2>{cards(posts)}</section>"
        f'<section><h2>หน่วยงานเครือข่าย</h2><div class="flex flex-wrap gap-2">{partners}</div></section>',
        "/",
    )


def oit(year: int, rows: Sequence[tuple[str, str, Sequence[tuple[str, str]]]]) -> str:
    """The table of the items O1 to O26."""
    lines = "".join(
        f"<tr><td>{escape(code)}</td><td>{label}</td><td>"
        + ("<br/>".join(f'<a href="{href}" target="_blank">{text}</a>' for text, href in links) or "อยู่ระหว่างดำเนินการ")
        + "</td></tr>"
        for code, label, links in rows
    )
    return page(
        f"การเปิดเผยข้อมูลสาธารณะ (OIT) ปีงบประมาณ {year}",
        f'<h1>การเปิดเผยข้อมูลสาธารณะ (OIT) ปีงบประมาณ {year}</h1><table class="min-w-full divide-y"><thead><tr>'
        "<th>ข้อ</th>"
        f"<th>ข้อมูล</th><th>หลักฐาน (URL)</th></tr></thead><tbody>{lines}</tbody></table>",
        f"/ita/{year}",
    )
