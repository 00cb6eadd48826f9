"""A district health office (สสอ.) on a hand-kept PHP site of the years 2552 to 2567, in windows-874.

A splash picture, an image map, buttons by script, a marquee, a mirror of the site of 2558, a web board that declares
UTF-8 wrongly, an ITA table of which half is empty, files as doc, xls, zip and rar. The audit's day is 20 May 2024.
"""

from __future__ import annotations

from pathlib import Path

from tests.sites.content import Fragment, read_fragments
from tests.sites.phpmod import markup
from tests.sites.phpmod.papers import NAME, NEIGHBOUR
from tests.sites.phpmod.shelves import ROWS, ROWS_2566, files, linked
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
PAGE = "/index.php?mod={}"
WRONG = {
    "webboard": "utf-8",
    "webboard&op=read&id=77": "utf-8",
    "webboard&op=read&id=75": "utf-8",
    "law": "iso-8859-1",
}
"""Pages whose meta element names another charset than that of their bytes."""
NEIGHBOURS_TITLE = "download&file=form"  # copied from the neighbour's site, with its name in the title
LISTS = {"news": "ข่าวประชาสัมพันธ์", "gallery": "ภาพกิจกรรม", "knowledge": "สาระสุขภาพ", "job": "รับสมัครงาน"}
PICTURES = (
    *("bg.gif", "head.gif", "top.jpg", "dot.gif", "splash.jpg", "en.gif", "org.jpg", "contact.jpg", "bar.gif"),
    *("pdf.gif", "word.gif"),
    *(f"menu/b{at}.gif" for at in range(1, 8)),
    *(f"num/{digit}.gif" for digit in "012348"),
    *(f"staff/0{at}.jpg" for at in range(1, 7)),
    *(f"banner/{name}.gif" for name in ("moph", "nhso", "ssj", "fda")),
    *(f"gal/{name}.jpg" for name in ("21_1", "21_2", "21_3", "20_1", "20_2", "19_1", "19_2")),
)
OLD_VISION = "<font size=2><b>วิสัยทัศน์</b> : ภายในปี ๒๕๕๙ เป็นองค์กรสาธารณสุขชั้นนำของจังหวัด</font>"
OLD_STAFF = "<font size=2>นายอุทัย แก้วพิลา สาธารณสุขอำเภอทุ่งกระเจียว</font>"


def website() -> Website:
    """The site without faults other than its own."""
    posts = read_fragments(HERE / "posts.html")
    bodies = {entry.address: written(entry) for entry in read_fragments(HERE / "content.html")}
    bodies |= {post.address: markup.page(post.title, markup.post(post)) for post in posts}
    bodies |= {
        module: markup.page(title, markup.listing([post for post in posts if post.address.startswith(module)]))
        for module, title in LISTS.items()
    }
    bodies["main"] = markup.home([post for post in posts if post.address.startswith("news")])
    bodies["ita"] = markup.page(
        "การประเมิน ITA ปี ๒๕๖๗", markup.ita(ROWS) + linked("/index.php?mod=ita&file=2566", "ITA ปี ๒๕๖๖")
    )
    bodies["ita&file=2566"] = markup.page("การประเมิน ITA ปี ๒๕๖๖", markup.ita(ROWS_2566))
    pages = {PAGE.format(address): body for address, body in bodies.items()} | _old_site()
    pages |= {"/": markup.SPLASH, "/en/index.html": markup.ENGLISH}
    answers = {
        address: Answer(body=body, content_type="text/html", charset="cp874") for address, body in pages.items()
    }
    answers["/index.php"] = Answer(body="moved", status=302, headers=(("Location", PAGE.format("main")),))
    answers["/admin.php"] = _login()
    answers |= files()
    answers |= {f"/images/{name}": Answer.picture(name, name) for name in PICTURES}
    missing = Answer(body=markup.NOT_FOUND, content_type="text/html", charset="cp874", status=404)
    return Website(answers=answers, missing=missing)


def written(entry: Fragment) -> str:
    """A page that is no post."""
    site = NEIGHBOUR if entry.address == NEIGHBOURS_TITLE else NAME
    return markup.page(entry.title, entry.body, charset=WRONG.get(entry.address), site=site)


def _login() -> Answer:
    form = "<form method=post>ชื่อผู้ใช้ <input name=u> รหัสผ่าน <input type=password name=p><input type=submit></form>"
    return Answer(body=markup.page("เข้าสู่ระบบเจ้าหน้าที่", form), content_type="text/html", charset="cp874")


def _old_site() -> dict[str, str]:
    """The site of 2558, left below its own folder: its own few pages and copies of the news."""
    menu = (
        "<a href='index.php'>หน้าแรก</a> | <a href='vision.php'>วิสัยทัศน์</a> | <a href='staff.php'>ผู้บริหาร</a> | "
        "<a href='plan.php'>แผนปฏิบัติการ</a><hr>"
    )
    head = (
        "<html><head><meta http-equiv='Content-Type' content='text/html; charset=tis-620'><title>สสอ.ทุ่งกระเจียว 2558"
        "</title></head><body>"
    )
    texts = {
        "index": "<font size=2>ยินดีต้อนรับสู่เว็บไซต์ สสอ.ทุ่งกระเจียว ปรับปรุงล่าสุด 30 ก.ย. 2558</font>",
        "vision": OLD_VISION,
        "staff": OLD_STAFF,
        "plan": "<font size=2>แผนปฏิบัติการประจำปีงบประมาณ ๒๕๕๘ สสอ.ทุ่งกระเจียว : คัดกรองเบาหวาน ความดัน ตลอดปี</font>",
    }
    return {f"/2015/{name}.php": f"{head}{menu}{text}</body></html>" for name, text in texts.items()}
