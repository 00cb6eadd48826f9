"""How the hospital's pages are put together: a Bootstrap template with a mega-menu, cards and accordions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sites.hospital.papers import TREE, address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment

NAME = "โรงพยาบาลภูน้ำเย็น"
MENU = (
    (
        "เกี่ยวกับเรา",
        (
            ("/page/about", "เกี่ยวกับโรงพยาบาล"),
            ("/page/vision", "วิสัยทัศน์และพันธกิจ"),
            ("/page/structure", "โครงสร้างองค์กร"),
            ("/page/executives", "ทำเนียบผู้บริหาร"),
            ("/page/cio", "ผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO)"),
            ("/page/annual-report", "รายงานประจำปี"),
            ("/page/performance", "คำรับรองและผลการปฏิบัติราชการ"),
            ("/page/laws", "กฎหมายที่เกี่ยวข้อง"),
        ),
    ),
    (
        "บริการ",
        (
            ("/page/services", "บริการของเรา"),
            ("/page/service-steps", "คู่มือและขั้นตอนการรับบริการ"),
            ("/appointment", "นัดหมายแพทย์ออนไลน์"),
            ("/doctor-schedule", "ตารางแพทย์ออกตรวจ"),
            ("/page/history-request", "ขอประวัติการรักษา"),
            ("/downloads", "ดาวน์โหลดแบบฟอร์ม"),
            ("/page/old-price-list", "อัตราค่าบริการ"),
        ),
    ),
    (
        "ข่าวสาร",
        (
            ("/news", "ข่าวประชาสัมพันธ์"),
            ("/activities", "ภาพกิจกรรม"),
            ("/knowledge", "สาระน่ารู้"),
            ("/jobs", "รับสมัครงาน"),
            ("/procurement", "ประกาศจัดซื้อจัดจ้าง"),
            ("/winners", "ประกาศผู้ชนะการเสนอราคา"),
            ("/calendar?month=2024-06", "ปฏิทินกิจกรรม"),
        ),
    ),
    (
        "ความโปร่งใส",
        (
            ("/ita", "ITA / MOIT"),
            ("/page/opd-satisfaction", "ผลสำรวจความพึงพอใจผู้รับบริการ"),
            ("/survey/website", "ประเมินความพึงพอใจเว็บไซต์"),
            ("/page/donate", "ร่วมบริจาค"),
        ),
    ),
)
PARTNERS = (
    ("https://www.moph.invalid/", "กระทรวงสาธารณสุข"),
    ("https://www.loei-health.invalid/", "สสจ.เลย"),
    ("https://www.nhso.invalid/", "สปสช."),
    ("https://ddc.invalid/", "กรมควบคุมโรค"),
)
NOT_FOUND = (
    '<!DOCTYPE html><html lang="th"><head><meta charset="utf-8"><title>404</title></head>'
    '<body><div class="error"><h1>404</h1><p>ไม่พบหน้าที่คุณต้องการ</p><a href="/">กลับหน้าแรก</a></div></body></html>'
)


def _dropdown(label: str, entries: Sequence[tuple[str, str]]) -> str:
    links = "".join(f'<li><a class="dropdown-item" href="{href}">{text}</a></li>' for href, text in entries)
    return (
        '<li class="nav-item dropdown position-static"><a class="nav-link dropdown-toggle" href="#" role="button" '
        f'data-bs-toggle="dropdown">{label}</a><div class="dropdown-menu w-100 mega"><div class="container">'
        f'<ul class="list-unstyled row">{links}</ul></div></div></li>'
    )


NAV = (
    '<header><nav class="navbar navbar-expand-lg navbar-dark bg-success sticky-top"><div class="container">'
    f'<a class="navbar-brand" href="/">{NAME}</a><ul class="navbar-nav">'
    + "".join(_dropdown(label, entries) for label, entries in MENU)
    + '<li class="nav-item"><a class="nav-link" href="/contact">ติดต่อเรา</a></li>'
    '<li class="nav-item"><a class="nav-link" href="/?lang=en">EN</a></li></ul></div></nav></header>'
)
FOOTER = (
    '<footer class="bg-dark text-light pt-4"><div class="container"><div class="row"><div class="col-md-4">'
    f"<h5>{NAME}</h5><p>88 หมู่ที่ 2 ตำบลภูน้ำเย็น อำเภอภูน้ำเย็น จังหวัดเลย 42999</p><p>โทร. 0 4200 0155</p></div>"
    '<div class="col-md-4"><h5>หน่วยงานที่เกี่ยวข้อง</h5><ul class="list-unstyled">'
    + "".join(f'<li><a href="{href}" target="_blank" rel="noopener">{text}</a></li>' for href, text in PARTNERS)
    + '</ul></div><div class="col-md-4"><h5>สถิติผู้เยี่ยมชม</h5><p>วันนี้ 42 | เดือนนี้ 1,208 | ทั้งหมด 86,310</p>'
    '<a href="/login" class="text-secondary">เจ้าหน้าที่</a></div></div>'
    "<p class='small'>© 2567 โรงพยาบาลภูน้ำเย็น สงวนลิขสิทธิ์</p></div></footer>"
)


def page(title: str, body: str) -> str:
    """A page of the template."""
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="csrf-token" content="x1">'
        f'<title>{title} - {NAME}</title><link href="/css/app.css" rel="stylesheet"></head><body>{NAV}'
        '<main class="py-4"><div class="container"><nav aria-label="breadcrumb"><ol class="breadcrumb">'
        '<li class="breadcrumb-item"><a href="/">หน้าแรก</a></li>'
        f'<li class="breadcrumb-item active">{title}</li></ol></nav>'
        f'<h1 class="h3 border-bottom pb-2">{title}</h1>{body}</div></main>{FOOTER}'
        '<script src="/js/app.js" defer></script></body></html>'
    )


def post(fragment: Fragment) -> str:
    """A post with its day and section."""
    day, section, _ = fragment.more
    return (
        f'<article><p class="text-muted small"><i class="bi bi-calendar"></i> เผยแพร่เมื่อ {day} '
        f'<i class="bi bi-person"></i> {section}</p>{fragment.body}'
        f'<a class="btn btn-link btn-sm" href="{fragment.address}/print" rel="nofollow">พิมพ์หน้านี้</a></article>'
    )


def cards(posts: Sequence[Fragment]) -> str:
    """A list of posts as cards, newest first."""
    return (
        '<div class="row row-cols-1 row-cols-md-3 g-3">'
        + "".join(
            f'<div class="col"><div class="card h-100"><div class="card-body"><h2 class="h6 card-title">'
            f'<a class="stretched-link" href="{entry.address}">{entry.title}</a></h2>'
            f'<p class="card-text small text-muted">{entry.more[0]}</p></div></div></div>'
            for entry in posts
        )
        + "</div>"
    )


def home(news: Sequence[Fragment], activities: Sequence[Fragment]) -> str:
    """The start page."""
    return page(
        "หน้าแรก",
        '<div class="carousel slide"><img class="w-100" src="/storage/img/slide1.jpg" alt="ภูน้ำเย็นร่วมใจ"></div>'
        f'<section><h2>ข่าวประชาสัมพันธ์</h2>{cards(news)}<a href="/news">ดูทั้งหมด</a></section>'
        f"<section><h2>ภาพกิจกรรม</h2>{cards(activities)}</section>"
        '<section><h2>No Gift Policy</h2><img src="/storage/img/nogift.jpg" class="img-fluid"></section>'
        '<div class="d-none d-print-block">หน้าแรก</div><a href="/page/property-grid" class="d-none">grid</a>',
    )


def transparency() -> str:
    """The yearly folders: a tab a year, an accordion an item; all folded when the page opens."""
    tabs = "".join(
        f'<li class="nav-item"><button class="nav-link" data-bs-toggle="tab" data-bs-target="#y{year}">'
        f"ปีงบประมาณ {year}</button></li>"
        for year in TREE
    )
    panes = "".join(
        f'<div class="tab-pane fade" id="y{year}"><h2 class="h5">MOPH ITA ปีงบประมาณ พ.ศ. {year}</h2>'
        f'<div class="accordion" id="acc{year}">{"".join(_item(year, *item) for item in items)}</div></div>'
        for year, items in TREE.items()
    )
    return page(
        "ITA การประเมินคุณธรรมและความโปร่งใส",
        f'<ul class="nav nav-tabs">{tabs}</ul><div class="tab-content">{panes}</div>',
    )


def _item(year: int, code: str, title: str, files: Sequence[tuple[str, str]]) -> str:
    anchor = f"c{year}-{code.split()[1]}"
    links = "".join(
        f'<li class="list-group-item"><a href="{address(name)}" target="_blank">{label}</a></li>'
        for label, name in files
    )
    return (
        '<div class="accordion-item"><h3 class="accordion-header"><button class="accordion-button collapsed" '
        f'data-bs-toggle="collapse" data-bs-target="#{anchor}" aria-expanded="false">{code} {title}</button></h3>'
        f'<div id="{anchor}" class="accordion-collapse collapse" aria-hidden="true">'
        f'<ul class="list-group">{links}</ul></div></div>'
    )


def calendar(year: int, month: int, first: bool, last: bool) -> str:  # noqa: FBT001  (ends of the calendar)
    """A month of the events calendar."""
    before = "" if first else f'<a href="/calendar?month={year}-{month - 1:02}">เดือนก่อน</a>'
    after = "" if last else f'<a href="/calendar?month={year}-{month + 1:02}">เดือนถัดไป</a>'
    days = "".join(f"<td>{day}</td>" + ("</tr><tr>" if day % 7 == 0 else "") for day in range(1, 31))
    return page(f"ปฏิทินกิจกรรม {month}/{year}", f"{before} {after}<table class='table'><tr>{days}</tr></table>")
