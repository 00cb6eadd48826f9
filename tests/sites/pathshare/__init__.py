"""A district health office (สสอ.) on a path of its province's host, in hand-written PHP of many years ago.

A gate that refreshes to the first page, bytes in windows-874 that nothing declares, an image map, picture menus,
menus by script, entries that lead nowhere, the same text under several addresses, a calendar, a web board. Other
districts lie beside it. The audit's day is 10 July 2024, in fiscal year 2567.
"""

from __future__ import annotations

from pathlib import Path

from tests.sites import office
from tests.sites.content import Fragment, read_fragments
from tests.sites.pathshare import markup
from tests.sites.pathshare.papers import BASE, papers
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
TWICE = ("org", "duties", "contact")  # also under index.php?op=…
NEIGHBOURS = (("nongsaeng", "หนองแสง"), ("dongmun", "ดงมูล"))
CENTRES = ("โพนงาม", "หนองเดิ่น", "นาสะแบง", "ท่าเชียง", "ดอนหญ้านาง", "วังชมภู")
ALBUMS = (
    ("รณรงค์กำจัดลูกน้ำยุงลาย", "28 มิ.ย. 67"),
    ("ประเมิน รพ.สต. ติดดาว", "6 มิ.ย. 67"),
    ("วันงดสูบบุหรี่โลก", "31 พ.ค. 67"),
    ("สงกรานต์ปลอดภัย", "12 เม.ย. 67"),
)
THREADS = (
    ("ถามเรื่องวิสัยทัศน์และยุทธศาสตร์ของ สสอ.", "อยากทราบวิสัยทัศน์ ยุทธศาสตร์ และแผนที่ตั้งของ สสอ. ครับ ทำรายงาน"),
    ("ขอคู่มือสำหรับประชาชนเรื่องตลาดนัด", "มีคู่มือกับแบบฟอร์มให้ดาวน์โหลดไหมคะ"),
    ("สมัครงานที่ รพ.สต. ได้ไหม", "มีประกาศรับสมัครงานตำแหน่งพนักงานทำความสะอาดหรือเปล่า"),
    ("ขอเบอร์แฟกซ์", "ขอหมายเลขโทรสารของสำนักงานด้วยครับ"),
    ("ขอบคุณเจ้าหน้าที่", "พ่นหมอกควันรวดเร็วมาก ขอบคุณค่ะ"),
)
PICTURES = (
    *(f"b{number}.gif" for number in range(1, 7)),
    *("load.gif", "head.jpg", "dot.gif", "boss.jpg", "vice.jpg", "moph.gif", "pho.gif", "nhso.gif"),
    *("p1.jpg", "p2.jpg"),
)
WEEKS = range(1, 13)


def website() -> Website:
    """The site without faults other than its own."""
    fragments = read_fragments(HERE / "content.html")
    posts = (*read_fragments(HERE / "posts.html"), *_bulletins())
    pages = {fragment.address: markup.page(fragment.title, fragment.body) for fragment in fragments}
    pages |= {f"index.php?op={name}": pages[f"{name}.php"] for name in TWICE}
    pages |= {f"shownews.php?id={post.address}": markup.page(post.title, markup.post(post)) for post in posts}
    pages |= {f"print.php?id={post.address}": markup.printed(post) for post in posts}
    pages |= {f"calendar.php?m={month}": markup.calendar(month) for month in range(1, 13)}
    pages |= _albums() | _board() | _centres()
    pages |= {
        "": markup.GATE,
        "index.php": markup.home(posts[:5]),
        "news.php": markup.page("ข่าวประชาสัมพันธ์", markup.listing(posts)),
    }
    answers = {f"{BASE}/{address}": written(body) for address, body in pages.items()}
    answers |= {address: Answer(body=paper) for address, paper in papers().items()}
    answers |= {f"{BASE}/images/{name}": Answer.picture(name, name) for name in PICTURES}
    links = "".join(f'<li><a href="/sso/{slug}/index.php">สสอ.{name}</a>' for slug, name in NEIGHBOURS)
    answers |= {
        f"/sso/{slug}/index.php": written(markup.neighbour(name, number))
        for number, (slug, name) in enumerate(NEIGHBOURS, 3)
    }
    answers["/"] = written(f"<html><body><h1>สาธารณสุขจังหวัดบึงกาฬ</h1>{links}</body></html>")
    return Website(answers=answers, missing=written(markup.NOT_FOUND, 404), start=f"{BASE}/")


def written(body: str, status: int = 200) -> Answer:
    """A page as its server sends it: nothing says in which charset."""
    return Answer(body=body, content_type="text/html", charset="cp874", status=status)


def _bulletins() -> tuple[Fragment, ...]:
    """What the office writes every other week."""
    return tuple(
        Fragment(
            address=str(30 + number),
            title=f"รายงานสถานการณ์โรคไข้เลือดออก อำเภอโพนงาม ครั้งที่ {number}",
            more=(f"{number * 2 + 1} {office.MONTHS[number // 3]} 2567", "งานควบคุมโรค"),
            body=f"<P>พบผู้ป่วยสะสม {number * 3 + 2} ราย ขอให้ทุกหลังคาเรือนสำรวจลูกน้ำทุกวันศุกร์",
        )
        for number in reversed(WEEKS)
    )


def _albums() -> dict[str, str]:
    rows = "".join(
        f'<TR><TD><A HREF="album.php?id={number}"><IMG SRC="images/p1.jpg"></A></TD><TD>{title}<BR>{day}</TD></TR>'
        for number, (title, day) in enumerate(ALBUMS, 1)
    )
    shown = {
        f"album.php?id={number}": markup.page(
            f"ภาพกิจกรรม {title}", f'<IMG SRC="images/p1.jpg"><IMG SRC="images/p2.jpg"><P>{day}'
        )
        for number, (title, day) in enumerate(ALBUMS, 1)
    }
    return {"album.php": markup.page("ภาพกิจกรรม", f"<TABLE>{rows}</TABLE>")} | shown


def _board() -> dict[str, str]:
    rows = "".join(
        f'<TR><TD>{number}</TD><TD><A HREF="board_read.php?id={number}">{topic}</A></TD><TD>อ่าน 40 ตอบ 0</TD></TR>'
        for number, (topic, _) in enumerate(THREADS, 1)
    )
    shown = {
        f"board_read.php?id={number}": markup.page(topic, f"<P>{text}<P><FONT SIZE=1>โดย : ชาวบ้าน</FONT>")
        for number, (topic, text) in enumerate(THREADS, 1)
    }
    return {"board.php": markup.page("เว็บบอร์ด", f"<TABLE BORDER=1>{rows}</TABLE>")} | shown


def _centres() -> dict[str, str]:
    rows = "".join(f'<LI><A HREF="center.php?id={number}">รพ.สต.{name}</A>' for number, name in enumerate(CENTRES, 1))
    shown = {
        f"center.php?id={number}": markup.page(
            f"รพ.สต.{name}", f"<P>ประวัติ รพ.สต.{name} ก่อตั้ง พ.ศ. 25{20 + number}<P>โทรสาร 0 4299 88{number}2"
        )
        for number, name in enumerate(CENTRES, 1)
    }
    return {"center.php": markup.page("รพ.สต. ในสังกัด", f"<UL>{rows}</UL>")} | shown
