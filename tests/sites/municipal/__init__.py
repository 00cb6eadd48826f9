"""A district health office (สสอ.) on a rented system for local governments, still in a municipality's template.

One table of the items O1–O43 and the cards MOIT 1–22 of several fiscal years lead to nearly everything; one file is
served for five items under five addresses, and an editor's browser has translated some labels into nonsense. The
audit's day is 15 June 2024.
"""

from __future__ import annotations

from pathlib import Path

from tests.sites.content import Fragment, read_fragments
from tests.sites.municipal import markup
from tests.sites.municipal.papers import papers
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
SECTIONS = {
    "news": "ข่าวประชาสัมพันธ์",
    "gallery": "ภาพกิจกรรม",
    "media": "สื่อประชาสัมพันธ์ / อินโฟกราฟิก",
    "job": "ประกาศรับสมัครงาน",
    "bid": "ประกาศจัดซื้อจัดจ้าง",
    "winner": "ประกาศผู้ชนะการเสนอราคา",
}
PICTURES = ("head", "dep", "dep2", "mail", "slide", "b1", "b2", "b3", "b4", "p1", "p2", "p3", "nogift")


def website() -> Website:
    """The site without faults other than its own."""
    fragments = read_fragments(HERE / "content.html")
    posts = read_fragments(HERE / "posts.html")
    pages = {fragment.address: markup.page(fragment.title, fragment.body) for fragment in fragments}
    pages |= {entry.address: markup.page(entry.title, markup.post(entry)) for entry in posts}
    pages |= {
        f"/index.php?op={section}": markup.page(title, markup.listing(_of(posts, section)))
        for section, title in SECTIONS.items()
    }
    home = markup.page("หน้าหลัก", markup.home(_of(posts, "news")[:4], _of(posts, "gallery")))
    pages |= {"/": home, "/index.php": home}
    pages |= {"/index.php?op=oit": markup.national(), "/index.php?op=moit": markup.ministry()}
    answers = {address: Answer(body=body) for address, body in pages.items()}
    answers |= {address: Answer(body=paper) for address, paper in papers().items()}
    answers |= {f"/images/{name}.jpg": Answer.picture("x.jpg", name) for name in PICTURES}
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def _of(posts: tuple[Fragment, ...], section: str) -> list[Fragment]:
    return [entry for entry in posts if entry.more[1] == section]
