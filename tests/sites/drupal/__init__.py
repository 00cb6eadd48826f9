"""A general hospital (รพท.) on Drupal: nodes, fields, views tables with pagers, two languages.

Nearly everything is there; strategy and announcement are of former years, the annual report is a scan, nobody is
named as CIO, the citizen's guide is a page without a file. The audit's day is 20 August 2024.
"""

from __future__ import annotations

from pathlib import Path

from tests.sites.content import Fragment, read_fragments
from tests.sites.drupal import markup
from tests.sites.drupal.papers import papers
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
SECTIONS = {
    "news": "ข่าวประชาสัมพันธ์",
    "album": "ภาพข่าวกิจกรรม",
    "health": "สุขภาพน่ารู้",
    "jobs": "รับสมัครบุคลากร",
    "bids": "ประกวดราคา / e-bidding",
    "awards": "ประกาศผลผู้ชนะ",
}
PER_PAGE = 4
PICTURES = ("director", "deputy1", "deputy2", "nurse", "slide1", "slide2", "nogift", "gal1", "gal2")
UNTRANSLATED = ("/th/node/4", "/th/node/3")  # the English address shows the Thai text
CALENDAR = range(6, 10)  # months of 2024


def website() -> Website:
    """The site without faults other than its own."""
    nodes, posts = read_fragments(HERE / "content.html"), read_fragments(HERE / "posts.html")
    pages = {node.address: markup.page(node.title, markup.node(node)) for node in nodes}
    pages |= {post.address: markup.page(post.title, markup.post(post)) for post in posts}
    pages |= {post.address.replace("/th/", "/print/"): markup.printed(post) for post in posts}
    pages |= {
        node.address.replace("/th/", "/en/"): pages[node.address] for node in nodes if node.address in UNTRANSLATED
    }
    for section, title in SECTIONS.items():
        pages |= _views(section, title, [post for post in posts if post.more[2] == section])
    pages["/"] = pages["/th"] = markup.home([post for post in posts if post.more[2] in {"news", "album"}][:5])
    pages["/en"] = markup.english()
    pages |= {
        f"/th/calendar/2024-{month:02}": markup.calendar(2024, month, CALENDAR.start, CALENDAR.stop - 1)
        for month in CALENDAR
    }
    answers = {address: Answer(body=body) for address, body in pages.items()}
    answers |= {address: Answer(body=paper) for address, paper in papers().items()}
    answers |= {f"/sites/default/files/{name}.jpg": Answer.picture("x.jpg", name) for name in PICTURES}
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def _views(section: str, title: str, posts: list[Fragment]) -> dict[str, str]:
    pages = range(-(-len(posts) // PER_PAGE))
    shown = {
        number: markup.page(title, markup.views(section, posts[number * PER_PAGE :][:PER_PAGE], number, len(pages)))
        for number in pages
    }
    return {f"/th/{section}": shown[0]} | {f"/th/{section}?page={number}": body for number, body in shown.items()}
