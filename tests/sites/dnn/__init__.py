"""A provincial health office (สสจ.) on DNN.

ASP.NET pages by tab, files behind LinkClick tickets, lists that post back. Half of it is missing, and much of the
rest is not what its label says. The audit's day is 12 February 2025, in fiscal year 2568.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from tests.sites.content import Fragment, read_fragments
from tests.sites.dnn import markup
from tests.sites.dnn.papers import papers, ticket
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
PICTURES = ("org2567", "chief", "deputy1", "deputy2", "map", "banner", "a1", "a2", "a3")
DETAILS = 480  # the tab that shows one post
LISTS = {110: "ข่าวประชาสัมพันธ์", 112: "ภาพกิจกรรม สสจ.", 113: "ข่าวรับสมัคร/สอบคัดเลือก"}
CALENDAR = range(1, 5)  # months of 2025


def website() -> Website:
    """The site without faults other than its own."""
    fragments, posts = _fragments("content.html"), _fragments("posts.html")
    pages = {entry.address: markup.page(entry.title, markup.module(entry)) for entry in fragments}
    for tab, title in LISTS.items():
        listed = [post for post in posts if post.more[2] == str(tab)]
        pages[f"/Default.aspx?tabid={tab}"] = markup.page(title, markup.listing(tab, title, listed, DETAILS))
    for post in posts:
        shown = markup.page(post.title, markup.details(post))
        pages[f"/Default.aspx?tabid={DETAILS}&{post.address}"] = shown
        pages[f"/Default.aspx?tabid={DETAILS}&{post.address}&dnnprintmode=true"] = markup.printed(post)
    pages |= {
        f"/Default.aspx?tabid=130&month={month}-2025": markup.calendar(month, CALENDAR.start, CALENDAR.stop - 1)
        for month in CALENDAR
    }
    start = markup.home(posts[:4], DETAILS)
    pages |= {"/": start, "/Default.aspx": start, "/Default.aspx?tabid=36": start}
    answers = {address: Answer(body=body) for address, body in pages.items()}
    answers |= {address: Answer(body=paper) for address, paper in papers().items()}
    answers |= {f"/Portals/0/Images/{name}.jpg": Answer.picture("x.jpg", name) for name in PICTURES}
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def _fragments(name: str) -> list[Fragment]:
    """The fragments of a file, with `{paper:tab}` as the address of a paper."""
    return [
        replace(fragment, body=re.sub(r"{([\w-]+):(\d+)}", _ticket, fragment.body))
        for fragment in read_fragments(HERE / name)
    ]


def _ticket(reference: re.Match[str]) -> str:
    return ticket(reference[1], int(reference[2])).replace("&", "&amp;")
