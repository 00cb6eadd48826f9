"""A provincial health office (สสจ.) on a WordPress block theme that was copied from another province's site.

Percent-encoded Thai permalinks, query loops, covers, details and accordion blocks, archives by month. The footer
names the other province, the telephone number is the template's. The audit's day is 10 March 2026 (fiscal year 2569).
"""

from __future__ import annotations

from pathlib import Path

from tests.sites.content import Fragment, read_fragments
from tests.sites.website import Answer, Website
from tests.sites.wpblock import markup
from tests.sites.wpblock.papers import MONTHS, papers, purchase

HERE = Path(__file__).parent
PAGE_SIZE = 6
DISTRICTS = ("ปากน้ำ", "เกาะทรายขาว", "บ้านแหลมงอบ", "ท่าเรือใหม่", "หนองชลธาร", "เขาแม่น้ำ", "บางหอย", "คลองยาว")
PICTURES = ("2025/05/sea.jpg", "2025/10/chief.jpg", "2025/10/vice.jpg", *(f"2026/01/g{n}.jpg" for n in (1, 2, 3)))
WEEKS = range(1, 10)


def website() -> Website:
    """The site without faults other than its own."""
    posts = all_posts()
    pages = {
        fragment.address: single(fragment.title, fragment.body) for fragment in read_fragments(HERE / "content.html")
    }
    pages |= _districts()
    pages |= {
        post.address: markup.page(
            post.title, markup.entry(post.title, post.body, markup.meta(post)), months(), "post"
        )
        for post in posts
    }
    for name in markup.CATEGORIES:
        pages |= _archive(f"/category/{name}/", name, [post for post in posts if post.more[2] == name])
    for month in months():
        held = [post for post in posts if post.address.startswith(f"/{month}/")]
        pages |= _archive(f"/{month}/", markup.month_name(month), held)
    pages["/"] = markup.page("หน้าแรก", markup.home(posts[:6]), months(), "home")
    answers = {address: Answer(body=body, content_type="text/html; charset=UTF-8") for address, body in pages.items()}
    answers |= {address: Answer(body=paper) for address, paper in papers().items()}
    answers |= {f"/wp-content/uploads/{name}": Answer.picture(name, name) for name in PICTURES}
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def single(title: str, body: str) -> str:
    """A page of the site."""
    return markup.page(title, markup.entry(title, body), months())


def all_posts() -> tuple[Fragment, ...]:
    """Every post, the newest first."""
    posts = (*read_fragments(HERE / "posts.html"), *_bulletins(), *_purchases())
    return tuple(sorted(posts, key=lambda post: post.more[0], reverse=True))


def months() -> tuple[str, ...]:
    """The months in which anything was posted, the newest first."""
    return tuple(sorted({post.address[1:8] for post in all_posts()}, reverse=True))


def _bulletins() -> tuple[Fragment, ...]:
    """What the office writes every week."""
    return tuple(
        Fragment(
            address=f"/2026/{1 + week // 5:02}/สถานการณ์โรคสัปดาห์ที่-{week}/",
            title=f"สถานการณ์โรคไข้เลือดออก จังหวัดชลธี สัปดาห์ที่ {week}",
            more=(f"2026-{1 + week // 5:02}-{3 + week * 5 % 20:02}", "กลุ่มงานควบคุมโรคติดต่อ", "ข่าวประชาสัมพันธ์"),
            body=f"<p>สัปดาห์ที่ {week} พบผู้ป่วยใหม่ {4 + week * 3 % 11} ราย ขอให้ทุกบ้านสำรวจลูกน้ำยุงลาย</p>",
        )
        for week in WEEKS
    )


def _purchases() -> tuple[Fragment, ...]:
    """The monthly summaries, posted in the month after."""
    posts = []
    for number, (month, year) in enumerate(MONTHS, 1):
        told = 9 + number  # the month of 2025 that the summary is of
        after = f"{2025 + told // 12}-{told % 12 + 1:02}"
        posts.append(
            Fragment(
                address=f"/{after.replace('-', '/')}/สขร-1-เดือน{month}-{year}/",
                title=f"สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน{month} {year} (แบบ สขร.1)",
                more=(f"{after}-04", "งานพัสดุ", "สขร-1"),
                body=f"[[file:{purchase(number)}|แบบ สขร.1 เดือน{month} {year}]]",
            )
        )
    return tuple(posts)


def _districts() -> dict[str, str]:
    """The pages of the offices below."""
    pages = {
        f"/หน่วยงานในสังกัด/สสอ-{name}/": single(
            f"สำนักงานสาธารณสุขอำเภอ{name}",
            f"<p>สสอ.{name} จังหวัดชลธี</p><p>โทรศัพท์ 0 3877 12{number}0</p><p>โทรสาร 0 3877 12{number}1</p>",
        )
        for number, name in enumerate(DISTRICTS, 1)
    }
    rows = "".join(f'<li><a href="/หน่วยงานในสังกัด/สสอ-{name}/">สสอ.{name}</a></li>' for name in DISTRICTS)
    return pages | {"/หน่วยงานในสังกัด/": single("หน่วยงานในสังกัด", f'<ul class="wp-block-list">{rows}</ul>')}


def _archive(address: str, title: str, posts: list[Fragment]) -> dict[str, str]:
    pages: dict[str, str] = {}
    for number, start in enumerate(range(0, max(len(posts), 1), PAGE_SIZE), 1):
        older = f"{address}page/{number + 1}/" if start + PAGE_SIZE < len(posts) else ""
        shown = markup.query(title, posts[start : start + PAGE_SIZE], older)
        pages[address if number == 1 else f"{address}page/{number}/"] = markup.page(title, shown, months(), "archive")
    return pages
