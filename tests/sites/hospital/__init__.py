"""A community hospital (รพช.) on a Laravel site with a Bootstrap template.

The menu tells the outside; most evidence lies in the yearly transparency page, every thing between its memo and
its request form, under labels that do not always tell the truth. The audit's day is 15 June 2024.
"""

from __future__ import annotations

from pathlib import Path

from tests.sites.content import Fragment, read_fragments
from tests.sites.hospital import markup
from tests.sites.hospital.papers import papers
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
SECTIONS = {
    "news": "ข่าวประชาสัมพันธ์",
    "activities": "ภาพกิจกรรม",
    "knowledge": "สาระน่ารู้",
    "procurement": "ประกาศจัดซื้อจัดจ้าง",
    "winners": "ประกาศผู้ชนะการเสนอราคา",
}
PICTURES = ("chart-2567", "dir", "dep1", "dep2", "a1", "a2", "slide1", "nogift")
CALENDAR = range(3, 10)  # months of 2024


def website() -> Website:
    """The site without faults other than its own."""
    fragments = read_fragments(HERE / "content.html")
    posts = read_fragments(HERE / "posts.html")
    pages = {fragment.address: markup.page(fragment.title, fragment.body) for fragment in fragments}
    pages |= {entry.address: markup.page(entry.title, markup.post(entry)) for entry in posts}
    pages |= {f"{entry.address}/print": _printed(entry) for entry in posts}
    pages |= {
        f"/{section}": markup.page(title, markup.cards(_of(posts, section))) for section, title in SECTIONS.items()
    }
    start = markup.home(_of(posts, "news")[:3], _of(posts, "activities"))
    pages |= {"/": start, "/?lang=en": start, "/ita": markup.transparency()}
    pages |= {
        f"/calendar?month=2024-{month:02}": markup.calendar(
            2024, month, month == CALENDAR.start, month == CALENDAR.stop - 1
        )
        for month in CALENDAR
    }
    answers = {address: Answer(body=body) for address, body in pages.items()}
    answers |= {address: Answer(body=paper) for address, paper in papers().items()}
    answers |= {f"/storage/img/{name}.jpg": Answer.picture("x.jpg", name) for name in PICTURES}
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def _of(posts: tuple[Fragment, ...], section: str) -> list[Fragment]:
    return [entry for entry in posts if entry.more[2] == section]


def _printed(entry: Fragment) -> str:
    return f"<!DOCTYPE html><meta charset=utf-8><title>{entry.title}</title><h1>{entry.title}</h1>{entry.body}"
