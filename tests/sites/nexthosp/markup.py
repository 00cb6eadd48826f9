"""How the general hospital's pages look: rendered by a script framework, the page's data beside them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from tests.sites.office import MONTHS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.sites.content import Fragment
    from tests.sites.nexthosp.papers import Document

NAME = "โรงพยาบาลเวียงแก้ว"
SHORT_MONTHS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
CSS = "/_next/static/css/8d1f6e0a2b3c4d5e.css"
SCRIPT = "/_next/static/chunks/pages/_app-3f9b1c7de2a4.js"
MENU = (
    (
        "เกี่ยวกับเรา",
        (
            ("/about/ประวัติโรงพยาบาล", "ประวัติความเป็นมา"),
            ("/about/วิสัยทัศน์-พันธกิจ", "วิสัยทัศน์ พันธกิจ"),
            ("/about/policy", "นโยบายผู้บริหาร"),
            ("/about/โครงสร้างองค์กร", "ผังโครงสร้าง"),
            ("/about/executives", "คณะผู้บริหาร"),
            ("/about/อำนาจหน้าที่", "บทบาทและอำนาจหน้าที่"),
            ("/about/plans", "แผนและผลการดำเนินงาน"),
            ("/about/cup", "เครือข่าย รพ.สต."),
            ("/about/มูลนิธิ", "มูลนิธิโรงพยาบาล"),
        ),
    ),
    (
        "บริการ",
        (
            ("/services/คู่มือประชาชน", "คู่มือผู้รับบริการ"),
            ("/services/clinic", "ตารางแพทย์"),
            ("/services/forms", "ดาวโหลดแบบฟอร์ม"),
            ("/e-service", "e-Service"),
        ),
    ),
    (
        "ข่าวสาร",
        (
            ("/news", "ข่าวประชาสัมพันธ์"),
            ("/activities", "ภาพกิจกรรม"),
            ("/jobs", "ร่วมงานกับเรา"),
            ("/procurement", "จัดซื้อจัดจ้าง"),
            ("/km", "สาระสุขภาพ"),
        ),
    ),
    (
        "ธรรมาภิบาล",
        (
            ("/ita", "MOPH ITA"),
            ("/oia", "ศูนย์ข้อมูลข่าวสาร"),
            ("/laws", "กฏหมายที่เกี่ยวข้อง"),
            ("/manuals", "คู่มือปฏิบัติงาน"),
            ("/survey", "ผลสำรวจความพึงพอใจ"),
            ("/complaint", "ช่องทางร้องเรียน"),
        ),
    ),
)
PARTNERS = (
    ("https://www.moph.invalid/", "กระทรวงสาธารณสุข"),
    ("https://wkw.moph.invalid/", "สสจ.เวียงแก้ว"),
    ("https://www.nhso.invalid/", "สปสช."),
    ("https://nursewk.invalid/", "วิทยาลัยพยาบาลเวียงแก้ว"),
)
SECTIONS = {
    "news": "ข่าวประชาสัมพันธ์",
    "activities": "ภาพกิจกรรม",
    "jobs": "ร่วมงานกับเรา",
    "procurement": "จัดซื้อจัดจ้าง",
    "km": "สาระสุขภาพน่ารู้",
}
DATA = re.compile(r'<script id="__NEXT_DATA__".*?</script>', re.DOTALL)
NOT_FOUND = (
    '<!DOCTYPE html><html lang="th"><head><meta charSet="utf-8"/><title>404 - ไม่พบหน้าที่ท่านต้องการ</title></head><body>'
    '<div id="__next"><h1>404</h1><p>ไม่พบหน้าที่ท่านต้องการ</p><a href="/">กลับหน้าแรก</a></div></body></html>'
)
COUNTER = (
    '<div class="text-xs" aria-label="สถิติผู้เข้าชมเว็บไซต์"><span>ผู้เข้าชมวันนี้ 412</span> · <span>เดือนนี้ 11,208</span> · '
    "<span>ทั้งหมด 1,284,390</span></div>"
)
SURVEY = (
    '<div role="dialog" aria-modal="true" id="web-survey" class="modal" hidden=""><h2>แบบประเมินความพึงพอใจต่อเว็บไซต์'
    "โรงพยาบาลเวียงแก้ว</h2>"
    '<form method="post" action="/api/survey"><fieldset><legend>ท่านพึงพอใจต่อการใช้งานเว็บไซต์นี้เพียงใด</legend>'
    + "".join(
        f'<label><input type="radio" name="score" value="{score}"/>{word}</label>'
        for score, word in ((5, "มากที่สุด"), (4, "มาก"), (3, "ปานกลาง"), (2, "น้อย"), (1, "น้อยที่สุด"))
    )
    + '</fieldset><label>ข้อเสนอแนะ<textarea name="note"></textarea></label><button type="submit">ส่งแบบประเมิน</button>'
    "</form></div>"
)
SURVEY_BUTTON = (
    '<button type="button" aria-haspopup="dialog" aria-controls="web-survey">ประเมินความพึงพอใจเว็บไซต์</button>'
)


def day(iso: str) -> str:
    """A day as cards tell it: 12 ม.ค. 69."""
    year, month, number = map(int, iso.split("-"))
    return f"{number} {SHORT_MONTHS[month - 1]} {(year + 543) % 100}"


def long_day(iso: str) -> str:
    """A day in full words."""
    year, month, number = map(int, iso.split("-"))
    return f"{number} {MONTHS[month - 1]} พ.ศ. {year + 543}"


def image(name: str) -> str:
    """Where the framework serves a picture, in plain letters."""
    return f"/_next/image?url=/media/{name}.jpg&w=640&q=75"


def picture(name: str, alt: str = "") -> str:
    """A picture in the sizes that the framework makes."""
    source = f"/_next/image?url={quote(f'/media/{name}.jpg', safe='')}&amp;w=640&amp;q=75"
    return (
        f'<picture><source type="image/webp" srcSet="{source} 1x"/><img alt="{alt}" loading="lazy" width="640" '
        f'height="400" decoding="async" data-nimg="1" src="{source}"/></picture>'
    )


def row(one: Document) -> str:
    """A file with what the content system knows of it."""
    return (
        '<div class="flex items-center justify-between rounded-lg border p-4"><div>'
        f'<p class="font-semibold line-clamp-2">{one.label}</p><p class="text-xs">{one.kind.upper()} · '
        f"{len(one.content) / 1024:.1f} KB · เผยแพร่ {day(one.published)} · {one.owner}</p></div>"
        f'<a class="btn btn-sm" href="{one.address}" aria-label="ดาวน์โหลด {one.label}">ดาวน์โหลด</a></div>'
    )


def attachment(one: Document) -> str:
    """A file below a post."""
    return f'<p class="mt-4"><a class="underline" href="{one.address}">{one.label}</a></p>'


def filled(body: str, documents: Mapping[str, Document]) -> str:
    """The text with the files and pictures that its words in braces stand for."""
    body = re.sub(r"\{\{picture:([\w-]+)\}\}", lambda found: picture(found.group(1)), body)
    body = re.sub(r"\{\{\+(\w+)\}\}", lambda found: attachment(documents[found.group(1)]), body)
    return re.sub(r"\{\{(\w+)\}\}", lambda found: row(documents[found.group(1)]), body)


def tabs(panels: Sequence[tuple[str, str]]) -> str:
    """Tabs, of which one panel is shown."""
    heads = "".join(
        f'<button role="tab" type="button" id="tab-{n}" aria-controls="tabpanel-{n}" tabindex="{-(n > 0)}">{title}'
        "</button>"
        for n, (title, _) in enumerate(panels)
    )
    bodies = "".join(
        f'<div role="tabpanel" id="tabpanel-{n}" aria-labelledby="tab-{n}"{" hidden" if n else ""}>{body}</div>'
        for n, (_, body) in enumerate(panels)
    )
    return f'<div role="tablist" class="flex gap-2">{heads}</div>{bodies}'


def folds(panels: Sequence[tuple[str, str]], mark: str = "r") -> str:
    """An accordion; its panels may hold another one."""
    return "".join(
        f'<section class="accordion-item border-b"><h3><button type="button" aria-expanded="false" '
        f'aria-controls="radix-:{mark}{n}:" class="flex w-full">{title}<svg class="h-4 w-4"></svg></button></h3>'
        f'<div id="radix-:{mark}{n}:" role="region" data-state="closed" hidden="">{body}</div></section>'
        for n, (title, body) in enumerate(panels)
    )


def _menus() -> str:
    wide = "".join(
        f'<li class="relative"><button type="button" aria-expanded="false" aria-controls="menu-{n}">{title}</button>'
        f'<div id="menu-{n}" class="absolute invisible"><ul>'
        + "".join(f'<li><a class="block px-4" href="{href}">{label}</a></li>' for href, label in entries)
        + "</ul></div></li>"
        for n, (title, entries) in enumerate(MENU)
    )
    narrow = "".join(f'<a href="{href}">{label}</a>' for _, entries in MENU for href, label in entries)
    return (
        f'<nav aria-label="เมนูหลัก"><ul class="hidden lg:flex"><li><a href="/">หน้าแรก</a></li>{wide}<li>'
        '<a href="/contact">ติดต่อเรา</a></li></ul></nav>'
        f'<div role="dialog" aria-label="เมนูมือถือ" class="drawer lg:hidden" hidden="">{narrow}</div>'
    )


def _footer() -> str:
    links = "".join(
        f'<li><a href="{href}" target="_blank" rel="noreferrer">{label}</a></li>' for href, label in PARTNERS
    )
    return (
        f'<footer class="bg-slate-800 text-white"><div class="grid md:grid-cols-3"><div><h2>{NAME}</h2>'
        "<p>219 ถ.พระธาตุ ต.เวียง อ.เมืองเวียงแก้ว จ.เวียงแก้ว 56000</p><p>โทร. 0 5461 1200</p></div>"
        f"<div><h2>หน่วยงานที่เกี่ยวข้อง</h2><ul>{links}</ul></div>"
        f'<div>{SURVEY_BUTTON}{COUNTER}<a href="/privacy">Privacy Policy</a></div></div></footer>'
    )


def data_of(title: str, body: str, address: str) -> str:
    """The page's data as the framework sends it along."""
    words = " ".join(re.sub(r"<[^>]+>", " ", body).split())
    data = {
        "props": {"pageProps": {"title": title, "content": words, "_nextI18Next": {"initialLocale": "th"}}},
        "page": "/[[...slug]]",
        "query": {"slug": address},
        "buildId": "xK2m9QfT7",
        "isFallback": False,
    }
    told = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script id="__NEXT_DATA__" type="application/json">{told}</script>'


def page(title: str, body: str, address: str) -> str:
    """A page of the site."""
    return (
        '<!DOCTYPE html><html lang="th"><head><meta charSet="utf-8"/><meta name="viewport" '
        f'content="width=device-width"/><title>{title} - {NAME}</title><link rel="stylesheet" href="{CSS}"/>'
        f'<script src="{SCRIPT}" defer=""></script></head><body class="font-prompt antialiased"><div id="__next">'
        '<header class="sticky top-0 z-50 bg-white/80"><div class="text-xs">'
        '<a href="https://intranet.wiangkaewhosp.invalid/">Intranet</a> <a href="/en">EN</a></div>'
        f'<a href="/">{picture("logo", NAME)}</a>{_menus()}</header>'
        f'<main class="container mx-auto px-4">{body}</main>{_footer()}{SURVEY}</div>{data_of(title, body, address)}'
        "</body></html>"
    )


def plain(one: Fragment, body: str) -> str:
    """A page below its heading."""
    heading = f'<h1 class="text-2xl font-bold">{one.title}</h1>'
    return page(one.title, f'{heading}<article class="prose max-w-none">{body}</article>', one.address)


def post(one: Fragment, body: str) -> str:
    """A post with its line of particulars."""
    published, _, author = one.more
    line = f'<time dateTime="{published}T09:00:00+07:00">{day(published)}</time> · โดย {author}'
    heading = f'<h1 class="text-2xl">{one.title}</h1><p class="text-sm text-slate-400">เผยแพร่เมื่อ {line}</p>'
    return page(one.title, f'<article class="prose">{heading}{body}</article>', one.address)


def cards(posts: Sequence[Fragment]) -> str:
    """Posts as cards that are links as a whole."""
    return (
        '<div class="grid gap-6 md:grid-cols-3">'
        + "".join(
            f'<a class="group rounded-xl shadow" href="{one.address}">{picture("cover")}<div class="p-4">'
            f'<h3 class="line-clamp-2">{one.title}</h3><time dateTime="{one.more[0]}">{day(one.more[0])}</time>'
            "</div></a>"
            for one in posts
        )
        + "</div>"
    )


def listing(section: str, posts: Sequence[Fragment], number: int, last: int) -> str:
    """One page of the list of a section."""
    title = SECTIONS[section]
    pages = "".join(f'<a href="/{section}?page={n}" aria-label="หน้า {n}">{n}</a>' for n in range(1, last + 1))
    pager = f'<nav aria-label="แบ่งหน้า">{pages}</nav>' if last > 1 else ""
    extra = '<p><a href="/procurement/สขร1">สขร.1 รายเดือน</a></p>' if section == "procurement" else ""
    address = f"/{section}" + (f"?page={number}" if number > 1 else "")
    return page(title, f'<h1 class="text-2xl">{title}</h1>{extra}{cards(posts)}{pager}', address)


def vacancies(shown: Sequence[Fragment], closed: Sequence[Fragment]) -> str:
    """Vacancies: those open, and the archive of those that are closed."""
    panels = tabs((("เปิดรับสมัคร / ประกาศผล", cards(shown)), ("คลังประกาศย้อนหลัง (ปิดรับสมัครแล้ว)", cards(closed))))
    return page(SECTIONS["jobs"], f'<h1 class="text-2xl">{SECTIONS["jobs"]}</h1>{panels}', "/jobs")


def home(news: Sequence[Fragment], albums: Sequence[Fragment]) -> str:
    """The first page."""
    loader = '<div role="status" class="animate-pulse"><span class="sr-only">กำลังโหลดข้อมูล...</span></div>'
    return page(
        "หน้าแรก",
        f'<div class="hero">{picture("hero")}<h1>โรงพยาบาลเวียงแก้ว</h1><p>โรงพยาบาลทั่วไป ขนาด 342 เตียง</p>'
        '<a class="btn" href="/e-service/appointment">นัดหมายแพทย์</a></div>'
        f"<div><h2>ข่าวล่าสุด</h2>{cards(news)}</div><div><h2>ภาพกิจกรรม</h2>{cards(albums)}</div>"
        f"<div><h2>Facebook Live</h2>{loader}</div>",
        "/",
    )
