"""How the community hospital's pages look: Bootstrap 3 and 4 mixed, a mega-menu, cards, a window over the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sites.bootphp.papers import NAME, YEARS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.bootphp.papers import Panel
    from tests.sites.content import Fragment

MENU = (
    (
        "รู้จักเรา",
        (
            ("page.php?id=1", "ความเป็นมา"),
            ("page.php?id=2", "ทิศทางองค์กร"),
            ("page.php?id=3", "ผังองค์กร"),
            ("page.php?id=4", "ทีมบริหาร"),
            ("page.php?id=5", "บทบาท ภารกิจ"),
            ("page.php?id=6", "DCIO"),
            ("page.php?id=16", "แพทย์ของเรา"),
        ),
    ),
    (
        "บริการ",
        (
            ("page.php?id=7", "ตารางแพทย์ออกตรวจ"),
            ("page.php?id=8", "สิทธิการรักษา"),
            ("page.php?id=9", "มารับบริการต้องทำอย่างไร"),
            ("page.php?id=10", "โหลดแบบฟอร์ม"),
            ("queue.php", "นัดหมอออนไลน์"),
            ("page.php?id=18", "คลินิกหมอครอบครัว"),
            ("page.php?id=11", "ร่วมบริจาค"),
        ),
    ),
    (
        "ข่าวสาร",
        (
            ("news.php?cat=1", "ข่าว รพ."),
            ("gallery.php", "ภาพกิจกรรม"),
            ("news.php?cat=2", "ประกาศพัสดุ"),
            ("news.php?cat=3", "ผู้ชนะการเสนอราคา"),
            ("news.php?cat=4", "ร่วมงานกับเรา"),
        ),
    ),
    (
        "สาระ",
        (
            ("know.php", "สุขภาพดีกับเรา"),
            ("page.php?id=12", "กฏหมายน่ารู้"),
            ("page.php?id=13", "SOP/WI"),
            ("page.php?id=14", "ผลงานตัวชี้วัด"),
            ("page.php?id=17", "ความพึงพอใจผู้ป่วย"),
            ("page.php?id=19", "FAQ"),
        ),
    ),
    (
        "โปร่งใส ตรวจสอบได้",
        (
            *((f"ita.php?y={year}", f"ITA {year}") for year in reversed(YEARS)),
            ("page.php?id=15", "ศูนย์ข้อมูลข่าวสาร"),
            ("complain.php", "ร้องเรียน"),
            ("survey.php", "ประเมินเว็บไซต์"),
        ),
    ),
)
CATEGORIES = {"1": "ข่าว รพ.", "2": "ประกาศพัสดุ", "3": "ผู้ชนะการเสนอราคา", "4": "ร่วมงานกับเรา"}
FRIENDS = (
    ("https://yst.moph.invalid/", "สสจ.ยโสธร"),
    ("https://yasohos.invalid/", "รพ.ยโสธร"),
    ("https://r10.nhso.invalid/", "สปสช. เขต 10"),
    ("https://moph.invalid/", "กระทรวงสาธารณสุข"),
)
NOT_FOUND = (
    "<!doctype html><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><hr>nginx</body></html>"
)


def _column(label: str, entries: Sequence[tuple[str, str]]) -> str:
    links = "".join(
        f'<li><a href="{href}"><i class="fa fa-angle-right"></i> {text}</a></li>' for href, text in entries
    )
    return (
        f'<li class="dropdown mega-dropdown"><a href="#" class="dropdown-toggle" data-toggle="dropdown">{label} '
        '<span class="caret"></span></a><div class="dropdown-menu mega-dropdown-menu row"><ul class="col-sm-6">'
        f'<li class="dropdown-header">{label}</li>{links}</ul></div></li>'
    )


NAV = (
    '<nav class="navbar navbar-default navbar-fixed-top"><div class="container"><div class="navbar-header"><button '
    'type="button" class="navbar-toggle" data-toggle="collapse" data-target="#nav"><span class="sr-only">เมนู</span>'
    f'</button><a class="navbar-brand" href="index.php"><img src="images/logo.png" alt="{NAME}"></a></div>'
    '<div class="collapse navbar-collapse" id="nav"><ul class="nav navbar-nav">'
    + "".join(_column(label, entries) for label, entries in MENU)
    + '<li><a href="contact.php">ติดต่อ</a></li></ul></div></div></nav>'
)
WHERE = "199 ม.4 ต.หนองแสนงาม อ.หนองแสนงาม จ.ยโสธร 35999"
COUNTER = "ผู้เข้าชมเว็บไซต์ วันนี้ 37 คน | เดือนนี้ 1,042 คน | ทั้งหมด 218,455 คน"
FOOTER = (
    f'<footer id="footer"><div class="container"><div class="row"><div class="col-md-5"><h4>{NAME}</h4><p>{WHERE}</p>'
    '<p><i class="fa fa-phone"></i> 045-999-412 <i class="fa fa-facebook"></i> <a href="https://fb.invalid/nsn">Facebook</a>'
    '</p></div><div class="col-md-4"><h4>เครือข่ายสุขภาพ</h4><ul class="list-unstyled">'
    + "".join(f'<li><a href="{href}" target="_blank">{text}</a></li>' for href, text in FRIENDS)
    + f'</ul></div><div class="col-md-3"><h4>สถิติ</h4><p>{COUNTER}</p><a href="login.php">เจ้าหน้าที่</a></div></div>'
    f"<p>Copyright © 2025 {NAME}. Template by BootstrapMade</p></div></footer>"
)
POPUP = (
    '<div class="modal fade in" id="popup" tabindex="-1" role="dialog" '
    'style="display:block"><div class="modal-dialog">'
    '<div class="modal-content"><div class="modal-header"><button type="button" class="close" data-dismiss="modal">'
    '&times;</button></div><div class="modal-body"><a href="ita.php?y=2568"><img src="images/nogift.jpg" '
    'class="img-responsive" alt="No Gift Policy งดรับ งดให้ ของขวัญทุกชนิด"></a></div></div></div></div>'
)
SCRIPT = '<script src="js/jquery.min.js"></script><script>$("#popup").modal("show");</script>'


def page(title: str, body: str) -> str:
    """A page of the site."""
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta '
        'name="viewport" content="width=device-width">'
        f'<title>{NAME}</title><link rel="stylesheet" href="css/bootstrap.min.css"></head><body>{NAV}<section '
        f'class="page-title"><div class="container"><h2>{title}</h2></div></section><section class="inner"><div '
        f'class="container">{body}</div></section>{FOOTER}{SCRIPT}</body></html>'
    )


def home(news: Sequence[Fragment], health: Sequence[Fragment]) -> str:
    """The first page: a window over it, a carousel, buttons, news, articles."""
    buttons = "".join(
        f'<div class="col-xs-6 col-md-3"><a href="{href}" class="btn btn-block '
        f'btn-teal"><i class="fa {icon}"></i><br>'
        f"{text}</a></div>"
        for href, icon, text in (
            ("queue.php", "fa-calendar", "นัดหมอ"),
            ("page.php?id=7", "fa-user-md", "ตารางแพทย์"),
            ("complain.php", "fa-bullhorn", "ร้องเรียน"),
            ("ita.php?y=2568", "fa-balance-scale", "ITA"),
        )
    )
    cards = "".join(
        f'<div class="col-md-4"><div class="card"><img src="images/k{entry.address}.jpg" '
        'alt=""><div class="card-body">'
        f'<a href="know.php?id={entry.address}">{entry.title}</a></div></div></div>'
        for entry in health
    )
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta '
        'name="viewport" content="width=device-width">'
        f"<title>{NAME}</title></head><body>{POPUP}{NAV}"
        '<div id="slide" class="carousel slide"><div class="item active"><img '
        'src="images/s1.jpg" alt="หมออนามัยใกล้บ้าน">'
        f'</div></div><div class="container"><div class="row">{buttons}</div><h3>ข่าวล่าสุด</h3>{listing(news)}'
        f'<h3>สุขภาพดีกับเรา</h3><div class="row">{cards}</div></div>{FOOTER}{SCRIPT}</body></html>'
    )


def listing(entries: Sequence[Fragment]) -> str:
    """Posts with the day and who wrote them."""
    rows = "".join(
        f'<li class="list-group-item"><a href="view.php?id={entry.address}">{entry.title}</a> '
        '<small class="text-muted">'
        f'<i class="fa fa-clock-o"></i> {entry.more[0]} <i class="fa fa-user"></i> {entry.more[2]}</small></li>'
        for entry in entries
    )
    return f'<ul class="list-group">{rows}</ul>'


def pager(category: str, pages: int) -> str:
    """The numbers below a list."""
    return (
        '<ul class="pagination">'
        + "".join(
            f'<li><a href="news.php?cat={category}&amp;p={number}">{number}</a></li>'
            for number in range(1, pages + 1)
        )
        + "</ul>"
    )


def post(entry: Fragment) -> str:
    """A post."""
    return (
        f'<p class="text-muted">ลงข่าวเมื่อ {entry.more[0]} โดย {entry.more[2]} '
        f"| เปิดอ่าน {int(entry.address) * 3 % 400} ครั้ง"
        f"</p>{entry.body}"
    )


def article(entry: Fragment) -> str:
    """An article of the health pages."""
    return f'{entry.body}<hr><p class="text-muted">แหล่งที่มา : {entry.more[1]}<br>วันที่ {entry.more[0]} เวลา 09.30 น.</p>'


def panels(year: int, entries: Sequence[Panel]) -> str:
    """The yearly page: one panel to unfold for each EB."""
    shown = "".join(
        '<div class="panel panel-default"><div class="panel-heading"><h4 '
        'class="panel-title"><a data-toggle="collapse" '
        f'data-parent="#acc" href="#eb{panel.number}">EB {panel.number} {panel.title}</a></h4></div><div '
        f'id="eb{panel.number}" class="panel-collapse collapse"><div '
        f'class="panel-body">{_entries(panel)}</div></div></div>'
        for panel in entries
    )
    tabs = "".join(f'<li><a href="ita.php?y={other}">ปีงบ {other}</a></li>' for other in YEARS)
    return (
        f'<ul class="nav nav-tabs">{tabs}</ul><p>การประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. {year}</p>'
        f'<div class="panel-group" id="acc">{shown}</div>'
    )


def _entries(panel: Panel) -> str:
    if not panel.entries:
        return "<p>อยู่ระหว่างดำเนินการ</p>"
    links = "".join(
        f'<a class="list-group-item" href="{href}" target="_blank"><i class="fa '
        f'fa-file-pdf-o text-danger"></i> {label}</a>'
        for href, label in panel.entries
    )
    return f'<div class="list-group">{links}</div>'
