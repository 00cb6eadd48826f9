"""What stands around the lists of every site: menu, footer, static pages, counters, a form. None of it is an item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sites.items.known import AGENCY, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.sites.items.known import Site

STATIC = (
    ("ประวัติความเป็นมา", f"ก่อตั้งเมื่อวันที่ 9 สิงหาคม 2532 เดิมเป็นสุขศาลา {WORDS}"),
    ("วิสัยทัศน์และพันธกิจ", f"องค์กรสุขภาพคุณภาพ ประชาชนสุขภาพดี ภายในปี 2570 {WORDS}"),
    ("โครงสร้างหน่วยงาน", f"แบ่งงานภายในเป็น 5 กลุ่มงาน {WORDS}"),
    ("ติดต่อเรา", "เลขที่ 99 หมู่ 1 ตำบลหนองสองห้อง โทรศัพท์ 0 4300 0999 โทรสาร 0 4300 0998"),
)


def links(menu: Sequence[tuple[str, str]]) -> str:
    """A menu as list entries."""
    return "".join(f'<li><a href="{address}">{label}</a></li>' for address, label in menu)


def footer() -> str:
    """The end of each page."""
    return (
        f"<p>© 2567 {AGENCY} โทร 0 4300 0999</p><p>ผู้เข้าชมทั้งหมด 128,455 คน เริ่มนับ 1 มกราคม 2555</p>"
        '<p><a href="https://www.facebook.com/nongsonghong">Facebook</a> '
        '<a href="/files/../privacy">นโยบายความเป็นส่วนตัว</a></p>'
    )


def plain(title: str, body: str, menu: str) -> str:
    """HTML 5 with its landmarks."""
    return (
        f'<!DOCTYPE html><html lang="th"><head><meta charset="utf-8"><title>{title} | {AGENCY}</title></head><body>'
        f'<header><a href="/"><img src="/logo.png" alt="ตราสัญลักษณ์"></a><nav><ul>{menu}</ul></nav></header>'
        f"<main>{body}</main><footer>{footer()}</footer></body></html>"
    )


def divs(title: str, body: str, menu: str) -> str:
    """Boxes with class names, as page builders make them."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{AGENCY} - {title}</title></head><body>'
        f'<div class="navbar"><ul class="menu">{menu}</ul></div>'
        f'<div class="container"><div class="content">{body}</div></div>'
        f'<div class="footer">{footer()}</div></body></html>'
    )


def tables(title: str, body: str, menu: str) -> str:
    """A page laid out by a table, as in 2005."""
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title></head><body><table width="900"><tr>'
        f'<td width="180" valign="top" id="left"><ul>{menu}</ul></td>'
        f'<td valign="top"><font size="4"><b>{title}</b></font>'
        f"<br>{body}</td></tr><tr><td colspan=2>{footer()}</td></tr></table></body></html>"
    )


def furnish(site: Site, shell: Callable[[str, str, str], str], lists: Sequence[tuple[str, str]]) -> str:
    """The start page, static pages and a form; gives the menu."""
    menu = links(
        (
            ("/", "หน้าแรก"),
            *lists,
            *((f"/p{number}", title) for number, (title, _) in enumerate(STATIC)),
            ("/search", "ค้นหา"),
        )
    )
    site.page("/", shell("หน้าแรก", f"<h1>ยินดีต้อนรับ</h1><p>{WORDS}</p>", menu))
    for number, (title, words) in enumerate(STATIC):
        site.page(f"/p{number}", shell(title, f"<h1>{title}</h1><p>{words}</p>", menu))
    site.page("/search", shell("ค้นหา", '<h1>ค้นหา</h1><form><input name="q"></form>', menu))
    site.page("/privacy", shell("นโยบายความเป็นส่วนตัว", f"<h1>นโยบายความเป็นส่วนตัว</h1><p>{WORDS}</p>", menu))
    return menu
