"""A subdistrict health-promoting hospital (รพ.สต.) on an old frameset, written in FrontPage.

A splash page that enters by itself, picture menus of which some say nothing, image maps, marquees, tables without
heads; bytes in TIS-620 that some pages declare rightly and others wrongly. The audit's day is 15 June 2024.
"""

from __future__ import annotations

from pathlib import Path

from tests.sites.content import Fragment, read_fragments
from tests.sites.frames import markup
from tests.sites.frames.papers import papers
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
WRONG = {"/duties.htm": "utf-8", "/laws.htm": "iso-8859-1", "/news7.htm": "utf-8"}
"""Pages whose meta element names another charset than that of their bytes."""
UNDECLARED = ("/vision.htm", "/know2.htm", "/village3.htm")
PICTURES = (
    *(f"btn{n}.gif" for n in range(1, 24)),
    "banner.jpg",
    "vision.gif",
    "map.gif",
    "boss.jpg",
    "staff1.jpg",
    "staff2.jpg",
    "a1.jpg",
    "a2.jpg",
    "line.gif",
    "new.gif",
    "counter.gif",
    "moph.gif",
    "nhso.gif",
    "sso.gif",
    "royal.jpg",
)


def website() -> Website:
    """The site without faults other than its own."""
    pages = {entry.address: _page(entry) for entry in read_fragments(HERE / "content.html")}
    posts = read_fragments(HERE / "posts.html")
    pages |= {entry.address: markup.page(entry.title, markup.post(entry), charset(entry.address)) for entry in posts}
    pages |= {"/": markup.SPLASH, "/main.htm": markup.FRAMES, "/top.htm": markup.TOP, "/menu.htm": markup.MENU}
    pages |= {
        "/body.htm": markup.body(_of(posts, "/news")[:5]),
        "/news.htm": markup.page("ข่าวประชาสัมพันธ์", markup.listing(_of(posts, "/news"))),
        "/know.htm": markup.page("เกร็ดความรู้สุขภาพ", markup.listing(_of(posts, "/know"))),
        "/buy.htm": markup.page("จัดซื้อจัดจ้าง", markup.listing(_of(posts, "/buy"))),
        "/win.htm": markup.page("ผลการจัดซื้อจัดจ้าง", markup.listing(_of(posts, "/win"))),
    }
    answers = {
        address: Answer(body=body, content_type="text/html", charset="cp874") for address, body in pages.items()
    }
    answers |= {address: Answer(body=paper) for address, paper in papers().items()}
    answers |= {f"/images/{name}": Answer.picture(name, name) for name in PICTURES}
    missing = Answer(body=markup.NOT_FOUND, content_type="text/html", charset="cp874", status=404)
    return Website(answers=answers, missing=missing)


def charset(address: str) -> str | None:
    """What the page says of its charset."""
    return None if address in UNDECLARED else WRONG.get(address, "tis-620")


def _page(entry: Fragment) -> str:
    return markup.page(entry.title, entry.body, charset(entry.address))


def _of(posts: tuple[Fragment, ...], start: str) -> list[Fragment]:
    return [entry for entry in posts if entry.address.startswith(start)]
