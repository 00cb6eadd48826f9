"""A community hospital (รพช.) on WordPress with Elementor and a dozen plug-ins.

Encoded Thai addresses, boxes in boxes, captions of pictures as menus, toggles and tabs, a download manager, tables,
a PDF viewer in a frame, an ITA page a year with links to a shared drive, a poll, contact data as widgets of the foot,
left-overs of the template. The audit's day is 8 July 2026 (fiscal year 2569).
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from tests.sites.comhosp import ita, markup
from tests.sites.comhosp.papers import UPLOADS, uploaded
from tests.sites.comhosp.shelves import shelves
from tests.sites.content import Fragment, read_fragments
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
PAGE_SIZE = 4
PARTS = re.compile(r"^\[\[(\w+):(.+?)\]\]\n", re.MULTILINE)
IMAGES = (
    *("logo", "thumb", "tile-opd", "tile-es", "tile-dl", "tile-ita", "tile-sat", "tile-bld", "chart"),
    *(f"boss{n}" for n in (1, 2, 3, 4)),
    *("it1", "it2", "album", "line-qr"),
)
VIEWER = "/wp-content/plugins/pdfjs-viewer-shortcode/pdfjs/web/viewer.php?file={}&attachment_id=0&dButton=true"
VIEWED = "/wp-content/uploads/2021/03/strategy-64-68.pdf"
VILLAGES = ("บึงเหนือ", "บึงใต้", "โนนผึ้ง", "หนองรวง", "ดอนน้ำหวาน", "ป่าแดง")


def website() -> Website:
    """The site without faults other than its own."""
    posts = all_posts()
    pages = {one.address: built(one) for one in read_fragments(HERE / "content.html")}
    pages |= {post.address: markup.post(post) for post in posts}
    for name in markup.CATEGORIES:
        pages |= _archive(name, [post for post in posts if post.more[2] == name])
    for year, items in ita.YEARS.items():
        pages[f"/ita-{year}/"] = markup.year(f"การประเมินคุณธรรมและความโปร่งใส (ITA) ปีงบประมาณ {year}", items)
    pages |= _downloads()
    pages["/"] = home(posts)
    answers = {address: Answer(body=body, content_type="text/html; charset=UTF-8") for address, body in pages.items()}
    answers |= {address: Answer(body=paper) for address, paper in uploaded().items()}
    for _, packages in shelves().values():
        answers |= {
            one.file: Answer(
                body=one.paper, headers=(("Content-Disposition", f'attachment; filename="{quote(one.slug)}.pdf"'),)
            )
            for one in packages
        }
    viewer = (
        '<!DOCTYPE html><html><head><title>PDF.js viewer</title></head><body><div id="viewer"></div></body></html>'
    )
    answers[VIEWER.format(VIEWED)] = Answer(body=viewer)
    answers |= {f"{UPLOADS}2025/10/{name}.png": Answer.picture("p.png", "ภาพ") for name in IMAGES}
    icon = "/wp-content/plugins/download-manager/assets/file-type-icons/pdf.png"
    answers[icon] = Answer.picture("p.png", "PDF")
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def built(one: Fragment) -> str:
    """A page of the builder: text, then the panels that `[[toggle:…]]` and `[[tab:…]]` lines begin."""
    first, *parts = PARTS.split(one.body + "\n")
    panels = list(zip(parts[::3], parts[1::3], parts[2::3], strict=True))
    tabs = [(title, body.strip()) for kind, title, body in panels if kind == "tab"]
    toggles = [(title, body.strip()) for kind, title, body in panels if kind == "toggle"]
    body = markup.heading(one.title) + (markup.widget("text-editor", first.strip()) if first.strip() else "")
    body += (markup.tabs(tabs) if tabs else "") + (markup.toggles(toggles) if toggles else "")
    return markup.page(one.title, markup.section(body))


def home(posts: tuple[Fragment, ...]) -> str:
    """The first page: pictures with captions, the newest posts, a word of the template."""
    tiles = [markup.image_box(*tile) for tile in markup.TILES]
    return markup.page(
        "หน้าแรก",
        markup.section(markup.heading("ยินดีต้อนรับสู่โรงพยาบาลบึงน้ำผึ้ง"))
        + markup.section(*tiles)
        + markup.section(
            markup.heading("ข่าวล่าสุด") + markup.cards([p for p in posts if p.more[2] == "ข่าวประชาสัมพันธ์"][:4])
        )
        + markup.section(
            markup.heading("ภาพกิจกรรม") + markup.cards([p for p in posts if p.more[2] == "ภาพกิจกรรม"][:3])
        )
        + markup.section(
            markup.widget("testimonial", "<p>Lorem ipsum dolor sit amet, consectetur.</p><p>John Doe, Designer</p>")
        ),
        "home",
    )


def all_posts() -> tuple[Fragment, ...]:
    """Every post, the newest first."""
    clinics = tuple(
        Fragment(
            address=f"/หน่วยแพทย์เคลื่อนที่-{name}/",
            title=f"ออกหน่วยแพทย์เคลื่อนที่ บ้าน{name}",
            more=(f"2026-0{number}-1{number}", "งานเวชปฏิบัติครอบครัว", "ภาพกิจกรรม"),
            body='<figure class="gallery-item">'
            f'<img src="/wp-content/uploads/2025/10/album.png" alt="ออกหน่วยบ้าน{name}">'
            f"</figure><p>ตรวจสุขภาพชาวบ้าน{name} จำนวน {20 + number * 7} คน</p>",
        )
        for number, name in enumerate(VILLAGES, 1)
    )
    posts = (*read_fragments(HERE / "posts.html"), *clinics)
    return tuple(sorted(posts, key=lambda post: post.more[0], reverse=True))


def _archive(name: str, posts: list[Fragment]) -> dict[str, str]:
    pages: dict[str, str] = {}
    for number, start in enumerate(range(0, max(len(posts), 1), PAGE_SIZE), 1):
        older = f"/category/{name}/page/{number + 1}/" if start + PAGE_SIZE < len(posts) else ""
        address = f"/category/{name}/" if number == 1 else f"/category/{name}/page/{number}/"
        pages[address] = markup.archive(name, posts[start : start + PAGE_SIZE], older)
    return pages


def _downloads() -> dict[str, str]:
    pages = {}
    for slug, (title, packages) in shelves().items():
        pages[f"/download-category/{slug}/"] = markup.page(title, markup.heading(title) + markup.shelf(packages))
        pages |= {one.address: markup.package_page(one) for one in packages}
    rows = "".join(
        f'<li><a href="/download-category/{slug}/">{title}</a></li>' for slug, (title, _) in shelves().items()
    )
    pages["/ดาวน์โหลด/"] = markup.single("ดาวน์โหลดเอกสาร", f"<ul>{rows}</ul>")
    return pages
