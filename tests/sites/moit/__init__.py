"""A general hospital (รพท.) whose site is one long transparency page behind a splash picture.

The menu has five entries; evidence stands in the rows of four fiscal years, each with memo, request form and paper,
under numbers and years that are sometimes wrong. The audit's day is 15 July 2025, in fiscal year 2568.
"""

from __future__ import annotations

from pathlib import Path

from tests.sites import office
from tests.sites.content import Fragment, read_fragments
from tests.sites.moit import markup
from tests.sites.moit.papers import papers
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
PAGE_SIZE = 12
CATEGORIES = {"1": "ข่าวประชาสัมพันธ์", "2": "ภาพกิจกรรม", "3": "จัดซื้อจัดจ้าง", "4": "รับสมัครงาน"}
TABS = tuple((f"/news?cat={number}", label) for number, label in CATEGORIES.items())
PICTURES = (
    *("splash-2568.jpg", "s1.jpg", "nogift.jpg", "logo.png", "moph.png", "pho.png", "nhso.png", "ha.png"),
    *("ex1.jpg", "ex2.jpg", "ex3.jpg", "g1.jpg", "g2.jpg", "g3.jpg"),
)
WEEKS = range(1, 19)


def website() -> Website:
    """The site without faults other than its own."""
    posts = (*read_fragments(HERE / "posts.html"), *_bulletins())
    pages = {
        fragment.address: markup.page(fragment.title, fragment.body)
        for fragment in read_fragments(HERE / "content.html")
    }
    pages |= {post.address: markup.page(CATEGORIES[post.more[2]], markup.post(post)) for post in posts}
    pages |= _listings("/news", "ข่าวสารทั้งหมด", posts)
    for number, label in CATEGORIES.items():
        pages |= _listings(f"/news?cat={number}", label, tuple(post for post in posts if post.more[2] == number))
    latest = [post for post in posts if post.more[2] == "1"][:4]
    albums = [post for post in posts if post.more[2] == "2"][:3]
    pages |= {"/": markup.SPLASH, "/home": markup.home(latest, albums), "/ita": markup.transparency()}
    answers = {address: Answer(body=body) for address, body in pages.items()}
    answers |= {address: Answer(body=paper) for address, paper in papers().items()}
    answers |= {f"/assets/img/{name}": Answer.picture(name, name) for name in PICTURES}
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def _bulletins() -> tuple[Fragment, ...]:
    """What the hospital writes every week."""
    return tuple(
        Fragment(
            address=f"/news/{100 + week}",
            title=f"สถานการณ์โรคไข้หวัดใหญ่ เครือข่ายเวียงผาคำ สัปดาห์ที่ {week}",
            more=(f"{week % 28 + 1} {office.MONTHS[week // 5]} 2568", "admin", "1"),
            body=f"<p>สัปดาห์ที่ {week} พบผู้ป่วย {12 + week * 7 % 23} ราย ไม่มีผู้เสียชีวิต แนะนำสวมหน้ากากในที่แออัด</p>",
        )
        for week in reversed(WEEKS)
    )


def _listings(address: str, title: str, posts: tuple[Fragment, ...]) -> dict[str, str]:
    pages = range(-(-len(posts) // PAGE_SIZE))
    mark = "&" if "?" in address else "?"
    others = [(address if not number else f"{address}{mark}page={number + 1}", str(number + 1)) for number in pages]
    return {
        where: markup.page(title, markup.listing(posts[number * PAGE_SIZE :][:PAGE_SIZE], TABS, others))
        for number, (where, _) in enumerate(others)
    }
