"""A district health office (สสอ.) on Joomla 4: K2 lists, Phoca Download, each article at several addresses.

Nearly complete, under labels that are seldom the official ones. The audit's day is 20 August 2024.
"""

from __future__ import annotations

from pathlib import Path

from tests.sites.content import Fragment, read_fragments
from tests.sites.joomla4 import markup
from tests.sites.joomla4.papers import CATEGORIES, downloads, tree
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
LISTS = {
    "news": ("/index.php/news", "ข่าว สสอ."),
    "gallery": ("/index.php/gallery", "แกลเลอรี"),
    "tips": ("/index.php/health-tips", "สุขภาพน่ารู้"),
    "recruit": ("/index.php/recruit", "สรรหา/คัดเลือกบุคคล"),
    "supplies": ("/index.php/supplies", "งานพัสดุ"),
    "results": ("/index.php/supplies-result", "ประกาศผู้ชนะ"),
}
PRINT = "?tmpl=component&print=1"
PICTURES = (
    *(f"banners/{name}" for name in ("moph.png", "nno.png", "nhso.png", "anamai.png", "slide.jpg", "minister.jpg")),
    *(f"staff/{name}.jpg" for name in ("head", "deputy1", "deputy2")),
    "gallery/g1.jpg",
    "gallery/g2.jpg",
)
RESET = '<form action="/index.php/component/users/reset" method="post"><label>อีเมล</label><input name="email"></form>'


def website() -> Website:
    """The site without faults other than its own."""
    fragments = read_fragments(HERE / "content.html")
    posts = read_fragments(HERE / "posts.html")
    pages: dict[str, str] = {}
    for fragment in fragments:
        day, slug = fragment.more
        pages |= article_pages(fragment.address, fragment.title, day, slug, fragment.body)
    pages |= {entry.address: markup.page(entry.title, _post(entry)) for entry in posts}
    pages |= _lists(posts)
    files = downloads()
    pages |= {
        f"/index.php/downloads/category/{slug}": markup.download_list(
            slug, [file for file in files if file.category == slug]
        )
        for slug in CATEGORIES
    }
    start = markup.home(posts[:3])
    pages |= {
        "/": start,
        "/index.php": start,
        "/index.php/downloads": markup.download_categories(),
        "/index.php/ita/ita-2567": markup.transparency(),
        "/index.php/component/users/reset": markup.page("ลืมรหัสผ่าน", RESET),
    }
    answers = {address: Answer(body=body) for address, body in pages.items()}
    answers |= {address: Answer(body=paper) for address, paper in tree().items()}
    answers |= {file.address: Answer(body=file.paper) for file in files}
    answers |= {f"/images/{name}": Answer.picture(name, name) for name in PICTURES}
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def article_pages(address: str, title: str, day: str, slug: str, body: str) -> dict[str, str]:
    """An article at each of its addresses: the menu's, the component's, and for the printer."""
    whole = markup.page(title, markup.article(title, day, "Super User", "Uncategorised", body, address + PRINT))
    component = f"/index.php/component/content/article/{slug}?catid=2"
    return {address: whole, address + PRINT: markup.bare(title, body), component: whole}


def _post(entry: Fragment) -> str:
    day, author, section = entry.more
    return markup.article(entry.title, day, author, section, entry.body)


def _lists(posts: tuple[Fragment, ...]) -> dict[str, str]:
    pages = {}
    for section, (address, title) in LISTS.items():
        entries = [entry for entry in posts if entry.more[2] == section]
        pages[address] = markup.item_list(title, address, entries)
        for start in range(markup.PAGE_SIZE, len(entries), markup.PAGE_SIZE):
            pages[f"{address}?start={start}"] = markup.item_list(title, address, entries, start)
    return pages
