"""A district health office (สสอ.) whose site is hand-written PHP.

Layout tables, <font>, a menu of picture areas, windows opened by script, frames in the yearly folder, bytes in
windows-874 and no word of it anywhere.

The audit's day is 15 June 2024. What a careful assessor finds stands in `truth.json`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.sites.content import read_fragments
from tests.sites.district import markup
from tests.sites.district.papers import papers
from tests.sites.website import Answer, Website

if TYPE_CHECKING:
    from tests.sites.content import Fragment

HERE = Path(__file__).parent
BARE = ("/map.php", "/admin/login.php")  # windows of their own, without the menu
PRINTED = tuple(f"/show_topic.php?id={number}" for number in (1, 2, 5))
PRINT_LINK = '<br><a href="print.php?id={}"><font size=1>พิมพ์หน้านี้</font></a>'
SECTIONS = {
    "/news.php": ("ข่าวประชาสัมพันธ์", "id=2"),
    "/knowledge.php": ("คลังความรู้", "id=3"),
    "/job.php": ("ประกาศรับสมัครงาน", "id=4"),
    "/buy.php": ("ประกาศจัดซื้อจัดจ้าง", "id=5"),
    "/buyresult.php": ("ผลการจัดซื้อจัดจ้าง", "id=6"),
}
PICTURES = (
    "boss.jpg",
    "boss2.jpg",
    "boss3.jpg",
    "map.jpg",
    "banner.jpg",
    "work.gif",
    "pdf.gif",
    "act1.jpg",
    "act2.jpg",
)


def website() -> Website:
    """The site without faults other than its own."""
    pages = {fragment.address: _page(fragment) for fragment in read_fragments(HERE / "content.html")}
    posts = read_fragments(HERE / "posts.html")
    pages |= {post.address: markup.page(post.title, markup.post(post)) for post in posts}
    pages |= {
        address: markup.page(title, markup.listing([post for post in posts if mark in post.address]))
        for address, (title, mark) in SECTIONS.items()
    }
    pages |= _prints(pages) | _special(posts)
    html = {address: Answer(body=body, content_type="text/html", charset="cp874") for address, body in pages.items()}
    files = {address: Answer(body=paper) for address, paper in papers().items()}
    pictures = {f"/images/{name}": Answer.picture(name, "สสอ.นาคำหวาน") for name in PICTURES}
    missing = Answer(body=markup.NOT_FOUND, content_type="text/html", charset="cp874", status=404)
    return Website(answers={**html, **files, **pictures}, missing=missing)


def _page(fragment: Fragment) -> str:
    if fragment.address in BARE:
        return markup.window(fragment.title, fragment.body)
    print_link = PRINT_LINK.format(fragment.address.rpartition("=")[2]) if fragment.address in PRINTED else ""
    return markup.page(fragment.title, fragment.body + print_link)


def _prints(pages: dict[str, str]) -> dict[str, str]:
    """Copies for the printer, which say the same as the pages that they are made from."""
    return {
        address.replace("show_topic", "print"): pages[address].replace(markup.MENU, "").replace(markup.TOP, "")
        for address in PRINTED
    }


def _special(posts: tuple[Fragment, ...]) -> dict[str, str]:
    return {
        "/": markup.SPLASH,
        "/home.php": markup.home([post for post in posts if "id=2" in post.address][:5]),
        "/gallery.php": markup.page("ภาพกิจกรรม", markup.GALLERY),
        "/gallery.php?album=1": markup.page("ภาพกิจกรรมอบรมฟื้นฟู อสม. 20 มี.ค. 67", markup.ALBUM),
        "/gallery.php?album=2": markup.page("ภาพกิจกรรมรณรงค์ไข้เลือดออก 7 มิ.ย. 67", markup.ALBUM),
        "/skr.php": markup.page("สรุปผลการจัดซื้อจัดจ้างรายเดือน (สขร.1)", markup.MONTHLY),
        "/ita67/index.html": markup.FRAMES,
        "/ita67/left.html": markup.FRAME_MENU,
        "/ita67/moit1.html": markup.FRAME_MOIT1,
        "/ita67/moit2.html": markup.FRAME_MOIT2,
        "/test.html": "<html><head><title>Untitled Document</title></head><body>ทดสอบ 1234 aaa</body></html>",
    }
