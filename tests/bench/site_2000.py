"""A generated Thai agency site of 2,000 pages, served on loopback until its standard input is closed.

Run as a script it prints its address, and at its end how fast it was asked: requests a second in the first and in the
last tenth, and how many they were. `site_2000.py PAGES` serves more. Pages have some 34 KB, 90 links and 120 words,
as those that the design was measured with; the numbers in them come from the page's own number, so that every run
serves the same bytes.
"""

from __future__ import annotations

import random
import sys
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.loopback import Asked, LoopbackSite, Reply

PAGES = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 2000
SECTIONS = 20
PER_LIST = 25
_WORDS = (
    "สำนักงานสาธารณสุขอำเภอ|ดำเนินการ|ประชาสัมพันธ์|ไข้เลือดออก|โครงการ|ประจำปีงบประมาณ|เจ้าหน้าที่|ผู้ป่วย|อสม.|รณรงค์|"
    "คัดกรอง|ความดันโลหิต|เบาหวาน|วัคซีน|โรงพยาบาลส่งเสริมสุขภาพตำบล|ประชุม|ติดตาม|แผนปฏิบัติราชการ|จัดซื้อจัดจ้าง|รายงาน"
)
_MENU = (
    "ประวัติความเป็นมา|วิสัยทัศน์|พันธกิจ|โครงสร้างหน่วยงาน|ทำเนียบผู้บริหาร|อำนาจหน้าที่|ยุทธศาสตร์|แผนปฏิบัติราชการ|"
    "แผนการใช้จ่ายงบประมาณ|รายงานประจำปี|คำรับรองการปฏิบัติราชการ|กฎหมาย|คู่มือการปฏิบัติงาน|คู่มือสำหรับประชาชน|แบบฟอร์ม|"
    "ศูนย์ข้อมูลข่าวสาร|ข่าวประชาสัมพันธ์|กิจกรรม|ประกาศจัดซื้อจัดจ้าง|ติดต่อเรา"
)
WORDS, MENU = _WORDS.split("|"), _MENU.split("|")
PADDING = "<!-- " + "โมดูลและสคริปต์ของระบบจัดการเว็บไซต์ " * 260 + "-->"


def words(number: int, count: int) -> str:
    """So many words, other ones on every page."""
    drawn = random.Random(number)
    return " ".join(drawn.choices(WORDS, k=count))


@cache
def menu() -> str:
    """The menu that stands on every page: 20 sections, 60 entries below them."""
    entries = (
        f'<li><a href="/section/{at}/1">{name}</a><ul>'
        + "".join(f'<li><a href="/page/{at * 90 + sub}">{name} {sub + 1}</a></li>' for sub in range(3))
        + "</ul></li>"
        for at, name in enumerate(MENU)
    )
    return f"<nav><ul>{''.join(entries)}</ul></nav>"


def frame(title: str, body: str) -> Reply:
    """A page in the site's layout."""
    return Reply(
        f"<!doctype html><html lang=th><head><meta charset=utf-8><title>{title}</title></head><body>{PADDING}"
        f"<header><h1>สำนักงานสาธารณสุขอำเภอตัวอย่าง</h1></header>{menu()}<main><h2>{title}</h2>{body}</main>"
        "<footer>โทร 0 4359 7076 โทรสาร 0 4359 7077</footer></body></html>"
    )


def article(number: int) -> Reply:
    """One article with date, text and links to others."""
    related = "".join(
        f'<li><a href="/page/{(number * 31 + at) % PAGES}">{words(number + at, 4)}</a></li>' for at in range(8)
    )
    date = f"{number % 28 + 1} มกราคม {2560 + number % 8}"
    return frame(f"{words(number, 5)} {number}", f"<p>วันที่ {date}</p><p>{words(number, 120)}</p><ul>{related}</ul>")


def listing(section: int, place: int) -> Reply:
    """A list of articles of one section, and the way to its next page."""
    per_section = PAGES // SECTIONS
    first = section * per_section + (place - 1) * PER_LIST
    last = min(first + PER_LIST, (section + 1) * per_section)
    rows = "".join(f'<li><a href="/page/{at}">{words(at, 5)} {at}</a></li>' for at in range(first, last))
    pages = -(-per_section // PER_LIST)
    following = "".join(
        f'<a href="/section/{section}/{place + step}">หน้า {place + step}</a> '
        for step in (1, 10, 100)
        if place + step <= pages
    )
    return frame(f"{MENU[section]} หน้า {place}", f"<ul>{rows}</ul>{following}")


def answer(asked: Asked) -> Reply | None:
    """Whatever the site has at an address."""
    match asked.target.strip("/").split("/"):
        case [""]:
            return frame("หน้าแรก", f"<p>{words(1, 60)}</p>")
        case ["page", number] if number.isdigit() and int(number) < PAGES:
            return article(int(number))
        case ["section", section, place] if section.isdigit() and int(section) < SECTIONS and place.isdigit():
            return listing(int(section), int(place))
        case _:
            return None


def main() -> None:
    """Serve until nobody listens any more."""
    with LoopbackSite(make=answer) as site:
        print(site.url, flush=True)  # noqa: T201 - the script's result
        sys.stdin.read()
    times = [asked.at for asked in site.log]
    if len(tenth := times[: len(times) // 10]) > 1:
        last = times[-len(tenth) :]
        rates = (len(part) / (part[-1] - part[0]) for part in (tenth, last))
        print(*(f"{rate:.1f}" for rate in rates), len(times), flush=True)  # noqa: T201 - as above


if __name__ == "__main__":
    main()
