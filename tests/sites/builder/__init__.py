"""A community hospital (รพช.) made with a page builder: one long page of sections, a few pages beside it.

Tabs, accordions of buttons, cards, a menu twice with icons, anchors, contact data in the footer only, template
left-overs in Latin. The audit's day is 15 June 2024.
"""

from __future__ import annotations

from pathlib import Path

from tests.sites.builder import markup
from tests.sites.builder.papers import papers
from tests.sites.content import Fragment, read_fragments
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
PICTURES = ("hero", "chart", "exec1", "exec2", "exec3", "counter", "g1", "g2", "g3", "t1", "logo", "icon")


def website() -> Website:
    """The site without faults other than its own."""
    fragments = read_fragments(HERE / "content.html")
    posts = read_fragments(HERE / "posts.html")
    sections = "".join(
        markup.section(entry.address, entry.title, entry.body)
        for entry in fragments
        if not entry.address.startswith("/")
    )
    news = markup.section("news", "ข่าวล่าสุด", markup.cards(_of(posts, "/news/")[:3]))
    gallery = markup.section("gallery", "Gallery ภาพกิจกรรม", markup.cards(_of(posts, "/gallery/")))
    pages = {"/": markup.page(markup.NAME, sections + news + gallery)}
    pages |= {
        entry.address: markup.page(entry.title, markup.section("main", entry.title, entry.body))
        for entry in fragments
        if entry.address.startswith("/")
    }
    pages |= {entry.address: markup.page(entry.title, markup.post(entry)) for entry in posts}
    lists = {"/news": "ข่าวประชาสัมพันธ์", "/blog": "Health Tips", "/procurement": "ประกาศจัดซื้อจัดจ้าง"}
    pages |= {
        address: markup.page(title, markup.section("list", title, markup.cards(_of(posts, f"{address}/"))))
        for address, title in lists.items()
    }
    answers = {address: Answer(body=body) for address, body in pages.items()}
    answers |= {address: Answer(body=paper) for address, paper in papers().items()}
    answers |= {f"/media/{name}.jpg": Answer.picture("x.jpg", name) for name in PICTURES}
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def _of(posts: tuple[Fragment, ...], start: str) -> list[Fragment]:
    return [entry for entry in posts if entry.address.startswith(start)]
