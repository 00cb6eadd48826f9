"""How the pages are put together: the builder's nested boxes, its menu twice, its footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment

NAME = "โรงพยาบาลทุ่งสายลม"
MENU = (
    ("/#about", "fa-hospital", "รู้จักเรา"),
    ("/#team", "fa-users", "ทีมบริหาร"),
    ("/#plans", "fa-chart-line", "แผนและผลงาน"),
    ("/#services", "fa-heartbeat", "บริการของเรา"),
    ("/queue", "fa-calendar", "จองคิวออนไลน์"),
    ("/news", "fa-newspaper", "ข่าวสาร"),
    ("/blog", "fa-lightbulb", "Health Tips"),
    ("/procurement", "fa-cart", "จัดซื้อจัดจ้าง"),
    ("/careers", "fa-briefcase", "ร่วมงานกับเรา"),
    ("/laws", "fa-gavel", "ระเบียบและข้อกฎหมาย"),
    ("/forms", "fa-download", "Download Forms"),
    ("/moph-ita", "fa-shield", "MOPH ITA"),
    ("/feedback", "fa-star", "ประเมินเว็บไซต์"),
    ("#", "fa-comments", "Live chat"),
)
PARTNERS = (
    ("https://www.moph.invalid/", "กระทรวงสาธารณสุข"),
    ("https://www.chumphon-health.invalid/", "สสจ.ชุมพร"),
    ("https://www.nhso.invalid/", "สปสช."),
    ("https://www.hss.invalid/", "กรมสนับสนุนบริการสุขภาพ"),
)
NOT_FOUND = "<!DOCTYPE html><html><head><title>Page not found</title></head><body>"
"<h1>Oops! That page can't be found.</h1></body></html>"
LINKS = "".join(
    f'<li class="menu-item"><a href="{href}" class="elementor-item"><i class="fas {icon}">'
    f"</i><span>{label}</span></a></li>"
    for href, icon, label in MENU
)
HEADER = (
    '<header class="elementor elementor-location-header"><div class="e-con"><a href="/">'
    '<img src="/media/logo.jpg" alt="logo"></a>'
    f'<nav class="elementor-nav-menu--main"><ul class="elementor-nav-menu">{LINKS}</ul></nav>'
    '<div class="elementor-menu-toggle" role="button" aria-expanded="false"></div>'
    f'<nav class="elementor-nav-menu--dropdown" aria-hidden="true">'
    f'<ul class="elementor-nav-menu">{LINKS}</ul></nav></div></header>'
)
CONTACT = (
    "<div><p>โรงพยาบาลทุ่งสายลม 77 หมู่ 3 ต.ทุ่งสายลม อ.ทุ่งสายลม จ.ชุมพร 86999</p>"
    "<p>T. 0 7700 0188 &nbsp; F. 0 7700 0189</p><p>M. saraban [at] thungsailom-hosp.invalid</p></div>"
)
MAP = '<iframe src="https://maps.google.com/maps?q=โรงพยาบาลทุ่งสายลม&output=embed" loading="lazy"></iframe>'
COUNTER = '<div><span>จำนวนผู้เข้าชมเว็บไซต์</span><img src="/media/counter.jpg"></div>'
FOOTER = (
    f'<footer class="elementor elementor-location-footer"><div class="e-con">{CONTACT}{MAP}<div><h4>Web Link</h4><ul>'
    + "".join(f'<li><a href="{href}" target="_blank">{label}</a></li>' for href, label in PARTNERS)
    + f'</ul></div>{COUNTER}<div><a href="https://facebook.invalid/thungsailom"><i class="fab fa-facebook"></i></a> '
    '<a href="tel:1669">1669</a></div><p>Copyright © 2021 YourBrand. Lorem ipsum dolor sit amet.'
    " Tel. 123-456-7890</p></div></footer>"
)


def page(title: str, body: str) -> str:
    """A page of the builder."""
    return (
        '<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8">'
        '<meta name="generator" content="Elementor 3.18">'
        f"<title>{title}</title></head>"
        f'<body class="elementor-default">{HEADER}<div data-elementor-type="wp-page">{body}</div>'
        f"{FOOTER}</body></html>"
    )


def section(anchor: str, title: str, body: str) -> str:
    """A section, five boxes deep as the builder nests them."""
    return (
        f'<section id="{anchor}" class="elementor-section"><div class="elementor-container">'
        f'<div class="elementor-column">'
        f'<div class="elementor-widget-wrap"><div class="elementor-widget">'
        f'<h2 class="elementor-heading-title">{title}</h2></div>'
        f'<div class="elementor-widget"><div class="elementor-widget-container">{body}</div>'
        f"</div></div></div></div></section>"
    )


def post(entry: Fragment) -> str:
    """A post: the day above, who wrote it below."""
    day, author = entry.more
    return section("post", entry.title, f'<p class="meta">วันที่เผยแพร่ {day}</p>{entry.body}<p class="by">{author}</p>')


def cards(entries: Sequence[Fragment]) -> str:
    """Posts as cards."""
    return (
        '<div class="elementor-posts">'
        + "".join(
            f'<article class="elementor-post"><a class="thumb" href="{entry.address}"><img src="/media/g1.jpg"></a>'
            f'<h3><a href="{entry.address}">{entry.title}</a></h3><span class="date">{entry.more[0]}</span></article>'
            for entry in entries
        )
        + "</div>"
    )
