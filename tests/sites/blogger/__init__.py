"""A subdistrict hospital (รพ.สต.) on Blogger: pages without dates, posts under Thai dates, posters, files on a drive.

Its robots.txt closes the lists of labels, as Blogger's own does. The audit's day is 15 June 2024.
"""

from __future__ import annotations

from pathlib import Path

from tests.sites.blogger import markup
from tests.sites.content import read_fragments
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
POSTS = read_fragments(HERE / "posts.html")
LATEST = 5
PICTURES = ("vision", "mission", "director", "smoke1", "smoke2", "order")


def website() -> Website:
    """The site without faults other than its own."""
    pages: dict[str, str] = {}
    for fragment in read_fragments(HERE / "pages.html"):
        pages |= both(fragment.address, fragment.title, fragment.body)
    for entry in POSTS:
        pages |= _both(entry.address, entry.title, markup.post(entry))
    latest = "".join(markup.post(entry) for entry in POSTS[:LATEST])
    older = (
        "<a class='blog-pager-older-link' href='/search?updated-max=2024-05-01T00:00:00%2B07:00'>บทความที่เก่ากว่า</a>"
    )
    pages |= _both("/", "หน้าแรก", latest + older)
    for month in markup.months(POSTS):
        entries = [markup.post(entry, whole=False) for entry in POSTS if entry.address[1:8] == month]
        pages |= _both(f"/{month}/", month, "".join(entries))
    for label in {entry.more[2] for entry in POSTS}:
        entries = [markup.post(entry) for entry in POSTS if entry.more[2] == label]
        pages |= _both(markup.label_address(label), label, "".join(entries))
    answers = {address: Answer(body=body) for address, body in pages.items()}
    answers["/robots.txt"] = Answer(body=markup.ROBOTS, content_type="text/plain")
    answers |= {f"/img/{name}.jpg": Answer.picture("x.jpg", name) for name in PICTURES}
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def both(address: str, title: str, body: str) -> dict[str, str]:
    """A static page for wide and for narrow screens."""
    return _both(address, title, markup.static(title, body))


def _both(address: str, title: str, body: str) -> dict[str, str]:
    wide, narrow = markup.page(title, address, body, POSTS), markup.mobile(title, address, body)
    return {address: wide, f"{address}?m=0": wide, f"{address}?m=1": narrow}
