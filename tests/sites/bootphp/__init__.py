"""A community hospital (รพช.) whose site is hand-written PHP on a Bootstrap template of two versions.

Every page is `page.php?id=`, every post `view.php?id=`; a mega-menu, cards, a window over the first page; contact
data in the foot and on one page; the evidence of three fiscal years in panels by EB number. The audit's day is
20 June 2025.
"""

from __future__ import annotations

from pathlib import Path

from tests.sites.bootphp import markup, papers
from tests.sites.bootphp.shelves import asked, panels, shelves
from tests.sites.content import Fragment, read_fragments
from tests.sites.paper_files import file_of
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ALBUMS = (
    ("รณรงค์ใส่หมวกนิรภัย 100%", "10 มิ.ย. 2568"),
    ("กีฬาสีสัมพันธ์ รพ.-สสอ.", "23 พ.ค. 2568"),
    ("สรงน้ำพระ รดน้ำผู้สูงอายุ", "11 เม.ย. 2568"),
    ("ซ้อมแผนอัคคีภัย", "19 มี.ค. 2568"),
    ("ออกหน่วย พอ.สว.", "6 ก.พ. 2568"),
    ("จิตอาสาปลูกต้นไม้", "5 ธ.ค. 2567"),
)
SOUP = "ข่าวเสียงตามสาย หนองแสนงามเมืองสุขภาพ ประจำสัปดาห์ที่ {}"
WEEKS = range(1, 21)
PER_PAGE = 12
PICTURES = (
    *("old.jpg", "org2568.jpg", "dir.jpg", "dep1.jpg", "dep2.jpg", "logo.png", "nogift.jpg", "s1.jpg"),
    *("doctors-1.jpg", "doctors-2.jpg", *(f"k{number}.jpg" for number in range(1, 6))),
    *(f"g{number}.jpg" for number in range(1, 7)),
)


def website() -> Website:
    """The site without faults other than its own."""
    fragments = read_fragments(HERE / "content.html")
    posts = (*read_fragments(HERE / "posts.html"), *_weekly())
    health = read_fragments(HERE / "health.html")
    pages = {fragment.address: markup.page(fragment.title, fragment.body) for fragment in fragments}
    pages |= {f"view.php?id={post.address}": markup.page(post.title, markup.post(post)) for post in posts}
    pages |= {f"know.php?id={entry.address}": markup.page(entry.title, markup.article(entry)) for entry in health}
    pages["know.php"] = markup.page("สุขภาพดีกับเรา", _articles(health))
    pages |= _lists(posts) | _albums()
    pages |= {
        f"ita.php?y={year}": markup.page(f"ITA {year}", markup.panels(year, panels(year))) for year in papers.YEARS
    }
    pages[""] = pages["index.php"] = markup.home(posts[:6], health[:3])
    answers = {f"/{address}": Answer(body=body) for address, body in pages.items()}
    answers |= {address: Answer(body=paper) for address, paper in shelves().items()}
    answers["/upload/doc/f_history.docx"] = Answer(
        body=file_of("docx", asked("ใบคำขอสำเนาเวชระเบียน")), content_type=WORD
    )
    answers |= {f"/images/{name}": Answer.picture(name, name) for name in PICTURES}
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def _weekly() -> tuple[Fragment, ...]:
    """What the hospital tells the villages every week."""
    return tuple(
        Fragment(
            address=str(300 + number),
            title=SOUP.format(number),
            more=(f"{number} ต.ค. 2567", "1", "งานสุขศึกษา"),
            body=f"<p>บทออกอากาศหอกระจายข่าว ตอนที่ {number} เรื่องการดูแลสุขภาพในครอบครัว</p>",
        )
        for number in reversed(WEEKS)
    )


def _lists(posts: tuple[Fragment, ...]) -> dict[str, str]:
    shown: dict[str, str] = {}
    for category, title in markup.CATEGORIES.items():
        chosen = [post for post in posts if post.more[1] == category]
        pages = -(-len(chosen) // PER_PAGE)
        for number in range(1, pages + 1):
            part = chosen[(number - 1) * PER_PAGE : number * PER_PAGE]
            body = markup.page(title, markup.listing(part) + markup.pager(category, pages))
            shown[f"news.php?cat={category}&p={number}"] = body
        shown[f"news.php?cat={category}"] = shown[f"news.php?cat={category}&p=1"]
    return shown


def _articles(health: tuple[Fragment, ...]) -> str:
    cards = "".join(
        f'<div class="col-md-4"><div class="card"><img src="images/k{entry.address}.jpg" '
        'alt=""><div class="card-body">'
        f'<h5><a href="know.php?id={entry.address}">{entry.title}</a></h5>'
        f"<small>{entry.more[0]}</small></div></div></div>"
        for entry in health
    )
    return f'<div class="row">{cards}</div>'


def _albums() -> dict[str, str]:
    cards = "".join(
        f'<div class="col-sm-4"><div class="thumbnail"><a href="gallery.php?id={number}"><img '
        f'src="images/g{number}.jpg" '
        f'alt="{title}"></a><div class="caption">{title}<br><small>{day}</small></div></div></div>'
        for number, (title, day) in enumerate(ALBUMS, 1)
    )
    shown = {
        f"gallery.php?id={number}": markup.page(
            title, f'<p>กิจกรรมเมื่อวันที่ {day}</p><img src="images/g{number}.jpg" class="img-responsive" alt="">'
        )
        for number, (title, day) in enumerate(ALBUMS, 1)
    }
    return {"gallery.php": markup.page("ภาพกิจกรรม", f'<div class="row">{cards}</div>')} | shown
