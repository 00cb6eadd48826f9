"""A district health office (สสอ.) on Joomla of 2012: K2 items, a download component, an endless calendar.

Addresses with numbers and below the menu, print and e-mail windows, modules in tables, evidence behind pictures of
buttons, a guestbook full of robots' links, a page for every health centre, papers of the provincial office among the
own ones, files of Word 97, Excel 97 and RAR. The audit's day is 3 August 2026 (fiscal year 2569).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.sites.content import read_fragments
from tests.sites.joomk2 import markup
from tests.sites.joomk2.markup import OPTION, Frame, category, link, section
from tests.sites.joomk2.papers import KINDS, buttons, categories
from tests.sites.office import MONTHS
from tests.sites.website import Answer, Website

if TYPE_CHECKING:
    from tests.sites.content import Fragment
    from tests.sites.joomk2.markup import Entry, Place
    from tests.sites.joomk2.papers import File

HERE = Path(__file__).parent
NAME = markup.NAME
EVENTS = {(2026, 8): ("13", "ประชุมประจำเดือน คปสอ."), (2026, 7): ("20", "ประชุม อสม. ประจำเดือน")}
LINK_PAGE = f"{OPTION}weblinks&view=category&id=7&Itemid=155"
CONTACT = f"{OPTION}contact&view=contact&id=1&Itemid=150"
GUESTBOOK = f"{OPTION}easybook&view=easybook&Itemid=140"
UNITS = f"{OPTION}content&view=category&layout=blog&id=9&Itemid=160"
PAGES = {"contact": CONTACT, "guestbook": GUESTBOOK}
PICTURES = (
    "head.jpg",
    *(f"banners/b{number}.gif" for number in range(1, 5)),
    *(f"stories/staff{number}.jpg" for number in range(1, 5)),
    "stories/structure68.jpg",
    "stories/act1.jpg",
    "stories/act2.jpg",
    "M_images/printButton.png",
    "M_images/emailButton.png",
    *(
        f"stories/btn/{name}.png"
        for name in ("m11", "m12", "m13", "m14", "m21", "m215", "m3", "m5", "m9", "m15", "m16")
    ),
)


def website() -> Website:
    """The site without faults other than its own."""
    around, placed, posted = frame(), places(), posts()
    told, files = texts(), stored()
    pages: dict[str, str] = {}
    for number, one in articles().items():
        place = placed[number]
        shown = around.page(one.title, markup.article(one, place, told[number]))
        pages |= {place.plain: shown, place.sef: shown, place.mail: markup.mail(place)}
        pages[place.printed] = markup.printed(one, told[number])
    for one in read_fragments(HERE / "content.html"):
        if one.address in PAGES:
            heading = f'<div class="componentheading">{one.title}</div>'
            pages[PAGES[one.address]] = around.page(one.title, heading + one.body)
    pages |= {one.address: around.page(one.title, markup.post(one)) for one in posted}
    pages |= shelves(around, posted) | calendar(around) | components(around)
    pages["/"] = pages["/index.php"] = around.page(NAME, welcome(posted))
    answers = {address: Answer(body=body) for address, body in pages.items()}
    answers |= {markup.download(shelf, one): sent(one) for shelf, one in files.values()}
    answers |= {address: Answer(body=made) for address, made in buttons().items()}
    answers |= {f"/images/{name}": Answer.picture(name, "ภาพ") for name in PICTURES}
    answers["/templates/ja_purity/css/template.css"] = Answer(body="body{margin:0}", content_type="text/css")
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def articles() -> dict[str, Fragment]:
    """The articles by their number."""
    written = read_fragments(HERE / "content.html")
    return {markup.place_of(one).number: one for one in written if ":" in one.address}


def places() -> dict[str, Place]:
    """Where the articles are."""
    return {number: markup.place_of(one) for number, one in articles().items()}


def posts() -> list[Fragment]:
    """The items of K2, the newest first."""
    return sorted(read_fragments(HERE / "posts.html"), key=lambda one: one.more[0], reverse=True)


def stored() -> dict[int, tuple[int, File]]:
    """The files of the download component, each with its category."""
    return {one.number: (shelf, one) for shelf, kept in categories().items() for one in kept}


def texts() -> dict[str, str]:
    """What the articles say."""
    placed, files = places(), stored()
    return {number: markup.filled(one.body, placed, files) for number, one in articles().items()}


def frame() -> Frame:
    """What stands around the pages."""
    newest = tuple((one.address, one.title) for one in posts() if one.more[1] == "1")[:5]
    return Frame(menu=menu(places()), news=newest)


def sent(one: File) -> Answer:
    """A file as the download component gives it."""
    name = (("Content-Disposition", f'attachment; filename="{one.name}"'),)
    return Answer(body=one.content, content_type=KINDS[one.kind], headers=name)


def menu(placed: dict[str, Place]) -> tuple[Entry, ...]:
    """The menu of three levels; some of its entries lead nowhere."""

    def to(number: str, label: str) -> Entry:
        return placed[number].sef, label, ()

    def shelf(number: int) -> Entry:
        return category(number), markup.CATEGORIES[number][1], ()

    about = (to("2", "ประวัติความเป็นมา"), to("3", "วิสัยทัศน์ พันธกิจ"), to("4", "บทบาทหน้าที่"), to("5", "โครงสร้าง สสอ."))
    people = (to("6", "บุคลากร สสอ."), to("7", "ทำเนียบสาธารณสุขอำเภอ"))
    centres = tuple(
        to(str(number), label)
        for number, label in enumerate(("รพ.สต.บ้านโนนสูง", "รพ.สต.หนองแวง", "รพ.สต.เหล่าใหญ่", "รพ.สต.ท่าม่วง"), 41)
    )
    return (
        ("/index.php", "หน้าแรก", ()),
        (
            "#",
            "เกี่ยวกับหน่วยงาน",
            (
                ("#", "ข้อมูลทั่วไป", (*about, to("8", "ข้อมูลอำเภอ"))),
                ("#", "บุคลากร", people),
                (UNITS, "รพ.สต. ในสังกัด", centres),
            ),
        ),
        ("#", "แผนงาน/ผลงาน", (shelf(3), shelf(4), shelf(5), to("9", "คำรับรองการปฏิบัติราชการ"), shelf(7))),
        ("#", "บริการ", (to("20", "คู่มือประชาชน"), shelf(8), shelf(9), shelf(11), (GUESTBOOK, "สมุดเยี่ยม", ()))),
        (
            "#",
            "ข่าวสาร",
            (
                *((section(number), title, ()) for number, title in markup.SECTIONS.items()),
                (month_address(2026, 8), "ปฏิทินกิจกรรม", ()),
            ),
        ),
        (
            "#",
            "ITA",
            (to("30", "MOPH ITA 2569"), to("29", "MOPH ITA 2568"), to("21", "ข้อมูลข่าวสารตาม พ.ร.บ."), shelf(10)),
        ),
        (
            "#",
            "สำหรับเจ้าหน้าที่",
            (
                shelf(12),
                ("https://hdc.sld.moph.invalid/", "HDC", ()),
                ("https://eoffice.sld.moph.invalid/", "ระบบสารบรรณ e-Office", ()),
                ("https://room.sld.moph.invalid/", "จองห้องประชุมออนไลน์", ()),
            ),
        ),
        (LINK_PAGE, "เว็บลิงค์", ()),
        (CONTACT, "ติดต่อเรา", ()),
    )


def month_address(year: int, month: int) -> str:
    """A month of the calendar."""
    return f"{OPTION}jevents&task=month.calendar&year={year}&month={month:02}&day=01&Itemid=136"


def calendar(around: Frame) -> dict[str, str]:
    """The months of the calendar, each with its neighbours."""
    months = [(year, month) for year in (2026, 2027) for month in range(1, 13)]
    pages = {}
    for at, (year, month) in enumerate(months):
        beside = [(months[at - 1], "เดือนก่อน")] if at else []
        beside += [(months[at + 1], "เดือนถัดไป")] if at + 1 < len(months) else []
        steps = " ".join(link(month_address(*other), label) for other, label in beside)
        cells = "".join(f"<td>{number}</td>" + ("</tr><tr>" if not number % 7 else "") for number in range(1, 29))
        when, what = EVENTS.get((year, month), ("", ""))
        told = f"<p>{when} {what}</p>" if what else "<p>ไม่มีกิจกรรม</p>"
        body = (
            f"<h2>ปฏิทินกิจกรรม {MONTHS[month - 1]} {year + 543}</h2>{steps}<table border=1><tr>"
            f"{cells}</tr></table>{told}"
        )
        pages[month_address(year, month)] = around.page("ปฏิทินกิจกรรม", body)
    return pages


def shelves(around: Frame, posted: list[Fragment]) -> dict[str, str]:
    """The lists of K2 and of the download component."""
    pages = {
        section(number): around.page(
            title, markup.listing(number, [one for one in posted if one.more[1] == str(number)])
        )
        for number, title in markup.SECTIONS.items()
    }
    for number, kept in categories().items():
        pages[category(number)] = around.page(markup.CATEGORIES[number][1], markup.shelf(number, kept))
    return pages


def components(around: Frame) -> dict[str, str]:
    """The links and the list of the health centres."""
    links = "".join(
        f'<tr><td>{number}</td><td><a href="{to}" target="_blank" class="category">{label}</a>'
        f"</td><td>{number * 211}</td></tr>"
        for number, (to, label) in enumerate(markup.LINKS, 1)
    )
    head = "<tr><th>#</th><th>เว็บลิงค์</th><th>ฮิต</th></tr>"
    placed, written = places(), articles()
    centres = "".join(f"<h3>{link(placed[str(n)].plain, written[str(n)].title)}</h3>" for n in range(41, 45))
    return {
        LINK_PAGE: around.page("เว็บลิงค์", f"<h2>เว็บไซต์ที่เกี่ยวข้อง</h2><table>{head}{links}</table>"),
        UNITS: around.page("รพ.สต. ในสังกัด", f"<h2>หน่วยงานในสังกัด สสอ.ทุ่งกระเจียว</h2>{centres}"),
    }


def welcome(posted: list[Fragment]) -> str:
    """What the first page shows."""
    placed = places()
    blog = "".join(
        f'<h3>{link(one.address, one.title)}</h3><span class="small">{markup.day(one.more[0])}</span>'
        for one in posted
        if one.more[1] in {"1", "3"}
    )
    return (
        f"<h2>ยินดีต้อนรับสู่เว็บไซต์ {NAME}</h2><p>{link(placed['30'].plain, 'MOPH ITA 2569')} | "
        f"{link(placed['21'].plain, 'ศูนย์ข้อมูลข่าวสาร')}</p>{blog}"
    )
