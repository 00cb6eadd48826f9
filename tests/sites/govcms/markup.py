"""How the provincial office's pages look: a modern government system with slugs, tabs, crumbs, a document centre."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.sites.govcms.papers import NAME
from tests.sites.office import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment
    from tests.sites.govcms.shelves import Document

MENU = (
    ("/th/home/", "หน้าแรก"),
    ("/th/about-us/", "เกี่ยวกับ สสจ."),
    ("/th/executives/", "ผู้บริหาร"),
    ("/th/personnel/", "บุคลากร"),
    ("/th/digital-health/", "สุขภาพดิจิทัล"),
    ("/th/news/", "ข่าวสาร"),
    ("/th/gallery/", "ประมวลภาพ"),
    ("/th/procurement/", "จัดซื้อจัดจ้าง"),
    ("/th/jobs/", "ข่าวรับสมัคร"),
    ("/th/services/", "บริการประชาชน"),
    ("/th/document-center/", "ศูนย์ดาวน์โหลด"),
    ("/th/knowledge/", "คลังสุขภาพ"),
    ("/th/oia/", "ข้อมูลข่าวสารของราชการ"),
    ("/th/contact-us/", "ติดต่อหน่วยงาน"),
)
FOOT_LINKS = (
    ("/th/sitemap/", "แผนผังเว็บไซต์"),
    ("/th/website-statistics/", "สถิติเว็บไซต์"),
    ("/th/satisfaction/", "ความพึงพอใจ"),
    ("/th/faq/", "ถาม-ตอบ"),
    ("/th/open-data/", "ข้อมูลเปิด"),
    ("/th/privacy-policy/", "PDPA"),
    ("/th/website-policy/", "นโยบายเว็บไซต์"),
)
BLOCKS = (
    ("หน่วยงานส่วนกลาง", (("https://www.moph.invalid/", "กระทรวงสาธารณสุข"), ("https://fda.invalid/", "อย."))),
    (
        "หน่วยงานในจังหวัด",
        (
            ("https://tkrhosp.invalid/", "รพ.ธาราคีรี"),
            ("https://maehuai.invalid/", "รพ.แม่ห้วย"),
            ("https://tharakhiri.invalid/", "จังหวัดธาราคีรี"),
        ),
    ),
)
NOT_FOUND = (
    '<!doctype html><html lang="th"><head><meta charset="utf-8"><title>404</title></head><body><main><h1>404</h1>'
    '<p>ขออภัย ไม่พบหน้าที่ท่านต้องการ</p><a href="/th/home/">กลับสู่หน้าแรก</a></main></body></html>'
)
LD = {
    "@context": "https://schema.org",
    "@type": "GovernmentOrganization",
    "name": NAME,
    "url": "/th/home/",
    "telephone": "+66-5399-7000",
    "faxNumber": "+66-5399-7099",
    "address": {"@type": "PostalAddress", "addressRegion": "ธาราคีรี", "postalCode": "59999"},
}
NAV = (
    '<header class="site-header"><a class="skip-link" href="#main">ข้ามไปยังเนื้อหา</a><a '
    'class="brand" href="/th/home/">'
    f'<img src="/storage/images/logo.webp" alt="ตราสัญลักษณ์"><span>{NAME}</span></a><div '
    'class="a11y"><button>ก-</button>'
    '<button>ก</button><button>ก+</button></div><nav aria-label="เมนูหลัก"><ul>'
    + "".join(f'<li><a href="{href}">{label}</a></li>' for href, label in MENU)
    + "</ul></nav></header>"
)
FOOTER = (
    '<footer class="site-footer"><div class="footer-links">'
    + "".join(
        f"<section><h2>{title}</h2><ul>"
        + "".join(f'<li><a href="{href}" rel="noopener" target="_blank">{label}</a></li>' for href, label in links)
        + "</ul></section>"
        for title, links in BLOCKS
    )
    + "<section><h2>เมนูท้ายเว็บ</h2><ul>"
    + "".join(f'<li><a href="{href}">{label}</a></li>' for href, label in FOOT_LINKS)
    + f"</ul></section></div><address>{NAME} ถ.ริมธาร ต.ในเวียง อ.เมืองธาราคีรี จ.ธาราคีรี 59999 โทร. 0 5399 7000</address>"
    "<p>สงวนลิขสิทธิ์ พ.ศ. 2569</p></footer>"
)


def day(iso: str) -> str:
    """A day as the system writes it: «12 กุมภาพันธ์ 2569»."""
    year, month, number = map(int, iso.split("-"))
    return f"{number} {MONTHS[month - 1]} {year + 543}"


def page(title: str, body: str, *, kind: str = "page") -> str:
    """A page of the system."""
    data = json.dumps(LD, ensure_ascii=False)
    return (
        f'<!doctype html><html lang="th"><head><meta charset="utf-8"><title>{title} '
        f'| {NAME}</title><meta name="description" '
        f'content="{title}"><script type="application/ld+json">{data}</script></head><body class="{kind}">{NAV}'
        '<main id="main"><nav class="breadcrumb" aria-label="breadcrumb"><ol><li><a '
        'href="/th/home/">หน้าแรก</a></li><li '
        f'aria-current="page">{title}</li></ol></nav><h1>{title}</h1><div class="content">{body}</div></main>{FOOTER}'
        "</body></html>"
    )


def home(news: Sequence[Fragment]) -> str:
    """The first page."""
    tiles = "".join(
        f'<a class="tile" href="{href}"><span>{label}</span></a>'
        for href, label in (
            ("/th/complaint-center/", "ร้องเรียนออนไลน์"),
            ("/th/services/clinic-license/", "ขออนุญาตคลินิก"),
            ("/th/document-center/ita/", "ITA"),
            ("/th/procurement/", "e-GP"),
        )
    )
    return page("หน้าแรก", f'<div class="tiles">{tiles}</div><h2>ข่าวเด่น</h2>{cards(news)}', kind="home")


def cards(entries: Sequence[Fragment]) -> str:
    """Posts as cards."""
    return (
        '<div class="card-list">'
        + "".join(
            f'<article class="card"><a href="/th/{entry.address}/"><h3>{entry.title}</h3></a><p '
            'class="card__meta"><time '
            f'datetime="{entry.more[0]}">{day(entry.more[0])}</time> | {entry.more[1]}</p></article>'
            for entry in entries
        )
        + "</div>"
    )


def post(entry: Fragment, body: str) -> str:
    """A post."""
    return page(
        entry.title,
        f'{body}<footer class="post-meta"><p>วันที่เผยแพร่ : {day(entry.more[0])}</p><p>เจ้าของข้อมูล : {entry.more[1]}</p>'
        "</footer>",
        kind="post",
    )


def article(entry: Fragment) -> str:
    """A page of the knowledge base."""
    return page(
        entry.title,
        f'<img src="/storage/images/info.webp" alt="{entry.title}">{entry.body}<p>ที่มา '
        f": {entry.more[1]}</p><p>วันที่เผยแพร่ : "
        f"{day(entry.more[0])} เวลา 10.00 น.</p>",
    )


def attachment(document: Document) -> str:
    """A file below a post."""
    return (
        f'<div class="attach"><span>{document.title}</span><span>{document.kind} {document.size}</span>'
        f'<a class="button" href="{document.address}">ดาวน์โหลด</a></div>'
    )


def shelf(documents: Sequence[Document]) -> str:
    """A category of the document centre: a table with titles in one cell and buttons in another."""
    rows = "".join(
        f"<tr><td>{number}</td><td>{document.title}{document.remark and f'<br><small>{document.remark}</small>'}</td>"
        f"<td>{document.owner}</td><td>{day(document.published)}</td><td>{document.kind}</td><td>{document.size}</td>"
        f'<td><a class="button" href="{document.address}"><svg aria-hidden="true"></svg> ดาวน์โหลด</a></td></tr>'
        for number, document in enumerate(documents, 1)
    )
    return (
        '<table class="doc-table"><thead><tr><th>ที่</th><th>ชื่อเอกสาร</th><th>เจ้าของข้อมูล</th><th>วันที่เผยแพร่</th>'
        f"<th>ประเภทไฟล์</th><th>ขนาดไฟล์</th><th>ไฟล์</th></tr></thead><tbody>{rows}</tbody></table>"
    )


def links(entries: Sequence[tuple[str, str]]) -> str:
    """A list of links."""
    return "<ul>" + "".join(f'<li><a href="{href}">{label}</a></li>' for href, label in entries) + "</ul>"
