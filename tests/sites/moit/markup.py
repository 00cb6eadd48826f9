"""How the general hospital's pages are put together: hand-made PHP with Bootstrap 4 cards, pills and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sites.moit.papers import address
from tests.sites.moit.tree import TREE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment
    from tests.sites.moit.papers import Item, Row

NAME = "โรงพยาบาลเวียงผาคำ"
MENU = (
    ("/home", "fa-home", "หน้าหลัก"),
    ("/about", "fa-hospital-o", "เกี่ยวกับเรา"),
    ("/ita", "fa-balance-scale", "ITA"),
    ("/news", "fa-newspaper-o", "ข่าวสาร"),
    ("/contact", "fa-phone", "ติดต่อเรา"),
)
TILES = (
    ("/service", "fa-list-ol", "ขั้นตอนการรับบริการ"),
    ("/queue", "fa-calendar-check-o", "นัดหมายออนไลน์"),
    ("/doctor", "fa-user-md", "ตารางแพทย์ออกตรวจ"),
    ("/opd-survey", "fa-smile-o", "ความพึงพอใจผู้ป่วยนอก"),
    ("https://hosxp.vpk.invalid/", "fa-lock", "HOSxP (เจ้าหน้าที่)"),
    ("https://www.youtube.invalid/@viangphakham", "fa-youtube-play", "คลิปความรู้สุขภาพ"),
)
PARTNERS = (
    ("https://www.moph.invalid/", "กระทรวงสาธารณสุข", "moph"),
    ("https://www.phayao-pho.invalid/", "สำนักงานสาธารณสุขจังหวัดพะเยา", "pho"),
    ("https://www.nhso.invalid/", "สำนักงานหลักประกันสุขภาพแห่งชาติ", "nhso"),
    ("https://www.ha.invalid/", "สถาบันรับรองคุณภาพสถานพยาบาล", "ha"),
)
SPLASH = (
    f'<!doctype html><html><head><meta charset="utf-8"><title>{NAME}</title><style>body{{margin:0;background:#000}}'
    '</style></head><body><a href="/home"><img src="/assets/img/splash-2568.jpg" width="100%"></a></body></html>'
)
NOT_FOUND = (
    '<!doctype html><html><head><meta charset="utf-8"><title>404 Not Found</title></head><body><h1>Not Found</h1>'
    "<p>The requested URL was not found on this server.</p><hr><address>Apache/2.4 Server</address></body></html>"
)
NAV = (
    '<nav class="navbar navbar-expand-md navbar-light bg-white shadow-sm fixed-top"><a class="navbar-brand" '
    f'href="/home"><img src="/assets/img/logo.png" height="48" alt=""> {NAME}</a><div class="collapse '
    'navbar-collapse" id="nav1"><ul class="navbar-nav ml-auto">'
    + "".join(
        f'<li class="nav-item"><a class="nav-link" href="{href}"><i class="fa {icon}"></i> {label}</a></li>'
        for href, icon, label in MENU
    )
    + "</ul></div></nav>"
)
LINKS = '<div class="col-md-5"><h5>หน่วยงานที่เกี่ยวข้อง</h5>' + "".join(
    f'<a href="{href}" target="_blank"><img src="/assets/img/{name}.png" alt="{label}" class="img-thumbnail"></a>'
    for href, label, name in PARTNERS
)
COUNTER = (
    '<div class="col-md-3"><h5>ผู้เข้าชมเว็บไซต์</h5><table class="table-sm"><tr><td>วันนี้</td><td>87</td></tr>'
    "<tr><td>เดือนนี้</td><td>2,914</td></tr><tr><td>ทั้งหมด</td><td>611,027</td></tr></table></div>"
)
FOOTER = (
    '<div class="footer bg-light py-4 mt-5"><div class="container"><div class="row"><div class="col-md-4">'
    f"<h5>{NAME}</h5><p>209 หมู่ที่ 11 ตำบลเวียงผาคำ อำเภอเวียงผาคำ จังหวัดพะเยา 56990</p></div>"
    f"{LINKS}</div>{COUNTER}</div><small>Copyright © 2561 งานเทคโนโลยีสารสนเทศ</small></div></div>"
)


def page(title: str, body: str) -> str:
    """A page between bar and foot."""
    return (
        '<!doctype html>\n<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{NAME}</title><link rel="stylesheet" href="/assets/css/bootstrap.min.css"></head><body>{NAV}'
        f'<div class="container" style="margin-top:90px"><div class="alert alert-info h4">{title}</div>{body}</div>'
        f'{FOOTER}<script src="/assets/js/jquery.min.js"></script></body></html>'
    )


def home(news: Sequence[Fragment], albums: Sequence[Fragment]) -> str:
    """The page behind the splash."""
    tiles = "".join(
        f'<div class="col-6 col-md-2"><a class="btn btn-outline-primary btn-block" href="{href}"><i class="fa '
        f'{icon} fa-3x"></i><br>{label}</a></div>'
        for href, icon, label in TILES
    )
    return page(
        "ยินดีต้อนรับ",
        '<div class="carousel slide"><div class="carousel-item active"><img src="/assets/img/s1.jpg"></div>'
        '<div class="carousel-item"><img src="/assets/img/nogift.jpg" alt="No Gift Policy งดให้ งดรับ"></div></div>'
        f'<div class="row my-3">{tiles}</div><div class="row"><div class="col-md-6"><h5>ข่าวล่าสุด</h5>{entries(news)}'
        f'</div><div class="col-md-6"><h5>กิจกรรมล่าสุด</h5>{entries(albums)}</div></div>',
    )


def entries(posts: Sequence[Fragment]) -> str:
    """A list of posts with their days."""
    return (
        '<div class="list-group list-group-flush">'
        + "".join(
            f'<a class="list-group-item d-flex" href="{post.address}">{post.title}'
            f'<span class="badge badge-light">{post.more[0]}</span></a>'
            for post in posts
        )
        + "</div>"
    )


def listing(posts: Sequence[Fragment], tabs: Sequence[tuple[str, str]], pages: Sequence[tuple[str, str]]) -> str:
    """A page of the news: its categories as pills, its entries, its further pages."""
    pills = "".join(
        f'<li class="nav-item"><a class="nav-link" href="{href}">{label}</a></li>' for href, label in tabs
    )
    more = "".join(
        f'<li class="page-item"><a class="page-link" href="{href}">{text}</a></li>' for href, text in pages
    )
    return (
        f'<ul class="nav nav-pills mb-3">{pills}</ul>{entries(posts)}<ul class="pagination mt-3">{more}</ul>'
        if posts
        else f'<ul class="nav nav-pills mb-3">{pills}</ul><p class="text-muted">ไม่มีรายการ</p>'
    )


def post(entry: Fragment) -> str:
    """A post with its day, and who wrote it."""
    return (
        f'<div class="card"><div class="card-header">{entry.title}</div><div class="card-body">{entry.body}</div>'
        f'<div class="card-footer small">วันที่ลงข่าว {entry.more[0]} | โดย {entry.more[1]} | เปิดอ่าน 128 ครั้ง</div></div>'
    )


def transparency() -> str:
    """Every fiscal year on one page."""
    pills = "".join(
        f'<li class="nav-item"><a class="nav-link" data-toggle="pill" href="#fy{year}">{year}</a></li>'
        for year in TREE
    )
    return page(
        "การประเมินคุณธรรมและความโปร่งใส (MOPH ITA)",
        f'<ul class="nav nav-pills nav-justified">{pills}</ul><div class="tab-content">{_panes()}</div>',
    )


def _panes() -> str:
    return "".join(
        f'<div class="tab-pane fade" id="fy{year}"><h3 class="text-center">ปีงบประมาณ พ.ศ. {year}</h3>'
        f'<div id="acc{year}">{"".join(_card(year, item) for item in items)}</div></div>'
        for year, items in TREE.items()
    )


def _card(year: int, item: Item) -> str:
    place = f"m{year}x{item.number}"
    head = "<th>ลำดับ</th><th>รายการ</th><th>บันทึกข้อความ</th><th>แบบฟอร์ม</th><th>เอกสาร</th>"
    dated = "<th>วันที่เผยแพร่</th>" if year == max(TREE) else ""
    rows = "".join(_row(number, row, kind=year == max(TREE)) for number, row in enumerate(item.rows, 1))
    return (
        f'<div class="card"><div class="card-header" id="h{place}"><h5 class="mb-0"><button class="btn btn-link '
        f'collapsed" data-toggle="collapse" data-target="#c{place}">MOIT {item.number} {item.title}</button></h5>'
        f'</div><div id="c{place}" class="collapse" data-parent="#acc{year}"><div class="card-body"><table '
        f'class="table table-sm"><thead><tr>{head}{dated}</tr></thead><tbody>{rows}</tbody></table></div></div></div>'
    )


def _row(number: int, row: Row, *, kind: bool) -> str:
    cells = "".join(
        f'<td class="text-center">{_button(name, kind=kind)}</td>' for name in (row.memo, row.form, row.file)
    )
    dated = f"<td>{row.day}</td>" if kind else ""
    return f"<tr><td>{number}</td><td>{row.label}</td>{cells}{dated}</tr>"


def _button(name: str, *, kind: bool) -> str:
    if not name:
        return "-"
    if name.startswith("/"):
        return f'<a class="btn btn-sm btn-info" href="{name}">คลิก</a>'
    text = '<i class="fa fa-file-pdf-o"></i> PDF' if kind else "เปิดดู"
    return f'<a class="btn btn-sm btn-danger" href="{address(name)}" target="_blank">{text}</a>'
