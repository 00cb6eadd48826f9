"""A provincial health office (สสจ.) on a modern government system.

Every page has a slug; JSON-LD, crumbs, tabs, cards; nearly every paper stands in the document centre, its title in
one cell and its button in another. The audit's day is 16 February 2026, in fiscal year 2569.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.sites.content import Fragment, read_fragments
from tests.sites.govcms import markup
from tests.sites.govcms.shelves import WORD, Document, attached, categories
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
FILE = re.compile(r"\{file:([\w-]+)\}")
ALBUMS = (
    ("g-vaccine", "สัปดาห์สร้างเสริมภูมิคุ้มกันโรค", "2026-02-05", "กลุ่มงานควบคุมโรคติดต่อ"),
    ("g-walk", "เดิน-วิ่งเพื่อหัวใจ ธาราคีรี", "2026-01-18", "กลุ่มงานควบคุมโรคไม่ติดต่อ"),
    ("g-merit", "ทำบุญตักบาตรปีใหม่ 2569", "2026-01-05", "กลุ่มงานบริหารทั่วไป"),
    ("g-vhv", "มอบเข็มเชิดชูเกียรติ อสม.", "2025-12-16", "กลุ่มงานสุขภาพภาคประชาชน"),
    ("g-market", "ตรวจตลาดนัด น่าซื้อ", "2025-11-25", "กลุ่มงานอนามัยสิ่งแวดล้อม"),
)
DISTRICTS = ("เมืองธาราคีรี", "แม่ห้วย", "ดอยหลวงใต้", "เวียงทอง", "ปากธาร", "บ้านแพะ", "สันป่าตึง", "แม่คำ", "ห้วยไคร้")
IMAGES = (
    "logo.png",
    *(f"{name}.webp" for name in ("logo", "org-chart", "ex1", "ex2", "ex3", "st1", "st2", "info", "album")),
)


def website() -> Website:
    """The site without faults other than its own."""
    fragments = read_fragments(HERE / "content.html")
    posts = read_fragments(HERE / "posts.html")
    knowledge = read_fragments(HERE / "knowledge.html")
    news = (*[post for post in posts if post.address.startswith("news/")], *_outbreaks())
    shelves, files = categories(), attached()
    pages = {fragment.address: markup.page(fragment.title, fragment.body) for fragment in fragments}
    pages |= {
        post.address: markup.post(post, FILE.sub(lambda found: markup.attachment(files[found.group(1)]), post.body))
        for post in (*posts, *_outbreaks())
    }
    pages |= {entry.address: markup.article(entry) for entry in knowledge}
    pages |= {
        f"document-center/{slug}": markup.page(title, markup.shelf(documents))
        for slug, (title, documents) in shelves.items()
    }
    pages |= _lists(posts, knowledge, news) | _albums()
    pages["home"] = markup.home(news[:5])
    pages["document-center"] = markup.page(
        "ศูนย์ดาวน์โหลด", markup.links([(f"/th/document-center/{slug}/", title) for slug, (title, _) in shelves.items()])
    )
    pages["sitemap"] = markup.page("แผนผังเว็บไซต์", markup.links((*markup.MENU, *markup.FOOT_LINKS)))
    answers = {f"/th/{slug}/": Answer(body=body) for slug, body in pages.items()}
    answers["/"] = Answer(body="moved", status=302, headers=(("Location", "/th/home/"),))
    every = (*(document for _, documents in shelves.values() for document in documents), *files.values())
    answers |= {document.address: stored(document) for document in every}
    answers |= {f"/storage/images/{name}": Answer.picture("p.png", "ภาพ") for name in IMAGES}
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def stored(document: Document) -> Answer:
    """A document as it is downloaded."""
    name = f'attachment; filename="{document.key}.{document.kind.lower()}"'
    kind = WORD if document.word else "application/pdf"
    return Answer(body=document.content, content_type=kind, headers=(("Content-Disposition", name),))


def _outbreaks() -> tuple[Fragment, ...]:
    """What the office tells of every district."""
    return tuple(
        Fragment(
            address=f"news/dengue-{number}",
            title=f"ลงพื้นที่ควบคุมโรคไข้เลือดออก อำเภอ{district}",
            more=(f"2025-10-{28 - number * 2:02}", "กลุ่มงานควบคุมโรคติดต่อ"),
            body=f"<p>ทีม SAT ลงสอบสวนโรคในพื้นที่อำเภอ{district} พบผู้ป่วย {number + 1} ราย ควบคุมโรคได้ใน 28 วัน</p>",
        )
        for number, district in enumerate(DISTRICTS, 1)
    )


def _lists(
    posts: tuple[Fragment, ...], knowledge: tuple[Fragment, ...], news: tuple[Fragment, ...]
) -> dict[str, str]:
    jobs = [post for post in posts if post.address.startswith("jobs/")]
    notices = [post for post in posts if post.address.startswith("procurement/")]
    tabs = (
        '<div role="tablist"><button role="tab" aria-controls="b1">ประกาศจัดซื้อจัดจ้าง</button><button role="tab" '
        f'aria-controls="b2">ผลการจัดซื้อจัดจ้าง</button></div><div role="tabpanel" id="b1">{markup.cards(notices)}</div>'
        '<div role="tabpanel" id="b2" hidden><p>ไม่พบข้อมูล</p></div>'
    )
    return {
        "news": markup.page(
            "ข่าวสาร", markup.cards(news[:12]) + '<nav class="pager"><a href="/th/news/2/">2</a></nav>'
        ),
        "news/2": markup.page(
            "ข่าวสาร", markup.cards(news[12:]) + '<nav class="pager"><a href="/th/news/">1</a></nav>'
        ),
        "jobs": markup.page("ข่าวรับสมัคร", markup.cards(jobs)),
        "procurement": markup.page("จัดซื้อจัดจ้าง", tabs),
        "knowledge": markup.page("คลังสุขภาพ", markup.cards(knowledge)),
    }


def _albums() -> dict[str, str]:
    albums = [Fragment(f"gallery/{slug}", title, (day, owner), "") for slug, title, day, owner in ALBUMS]
    picture = '<img src="/storage/images/album.webp" alt="{0}"><img src="/storage/images/album.webp" alt="{0}">'
    return {"gallery": markup.page("ประมวลภาพกิจกรรม", markup.cards(albums))} | {
        album.address: markup.post(album, picture.format(album.title)) for album in albums
    }
