"""How the community hospital's pages look: boxes in boxes, widgets of plug-ins, encoded Thai addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from tests.sites.office import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.comhosp.ita import Item
    from tests.sites.comhosp.shelves import Package
    from tests.sites.content import Fragment

NAME = "โรงพยาบาลบึงน้ำผึ้ง"
MENU = (
    ("/", "หน้าแรก"),
    ("/รู้จักเรา/", "รู้จักบึงน้ำผึ้ง"),
    ("/โครงสร้างองค์กร/", "โครงสร้างองค์กร"),
    ("/คณะผู้บริหาร/", "คณะผู้บริหาร"),
    ("/บุคลากร/", "บุคลากรของเรา"),
    ("/แผนยุทธศาสตร์/", "แผนยุทธศาสตร์"),
    ("/แผนงาน-โครงการ-งบประมาณ-2569/", "แผนงาน/โครงการ/งบประมาณ"),
    ("/กฎหมายและระเบียบ/", "กฎหมายและระเบียบ"),
    ("/ศูนย์ข้อมูลข่าวสาร/", "ศูนย์ข้อมูลข่าวสาร"),
    ("/ติดต่อเรา/", "ติดต่อเรา"),
)
TILES = (
    ("/ขั้นตอนการรับบริการ/", "tile-opd.png", "มารับบริการต้องทำอย่างไร"),
    ("/e-service/", "tile-es.png", "บริการออนไลน์"),
    ("/ดาวน์โหลด/", "tile-dl.png", "ดาวน์โหลดเอกสาร"),
    ("/ita-2569/", "tile-ita.png", "ITA ปีงบประมาณ 2569"),
    ("/ita-2568/", "tile-ita.png", "ITA ปีงบประมาณ 2568"),
    ("/ita-2564/", "tile-ita.png", "ITA ปีงบประมาณ 2564"),
    ("/ผลสำรวจผู้ป่วยนอก/", "tile-sat.png", "เสียงจากผู้รับบริการ"),
    ("/โครงการพัฒนาอาคาร/", "tile-bld.png", "โครงการพัฒนาอาคาร"),
)
CATEGORIES = ("ข่าวประชาสัมพันธ์", "ภาพกิจกรรม", "รับสมัครงาน", "จัดซื้อจัดจ้าง", "สาระสุขภาพ", "งานวิจัย")
PARTNERS = (
    ("https://www.moph.invalid/", "กระทรวงสาธารณสุข"),
    ("https://spn.moph.invalid/", "สสจ.ศรีพนา"),
    ("https://www.nhso.invalid/", "สปสช."),
    ("https://ddc.moph.invalid/", "กรมควบคุมโรค"),
)
NOT_FOUND = (
    '<!DOCTYPE html><html lang="th"><head><meta charset="UTF-8"><title>ไม่พบหน้าเว็บ</title></head><body '
    'class="error404">'
    "<h1>The page can&rsquo;t be found.</h1><p>It looks like nothing was found at this location.</p></body></html>"
)
MAP = (
    '<div class="elementor-custom-embed"><iframe loading="lazy" '
    'src="https://maps.google.com/maps?q=%E0%B9%82%E0%B8%A3'
    "%E0%B8%87%E0%B8%9E%E0%B8%A2%E0%B8%B2%E0%B8%9A%E0%B8%B2%E0%B8%A5"
    '&amp;t=m&amp;z=14&amp;output=embed&amp;iwloc=near" '
    'title="โรงพยาบาลบึงน้ำผึ้ง" aria-label="โรงพยาบาลบึงน้ำผึ้ง"></iframe></div>'
)
COUNTER = (
    '<div class="wps-visitor"><p>ผู้เยี่ยมชมวันนี้ : 84</p><p>ผู้เยี่ยมชมเดือนนี้ : 1,906</p><p>ผู้เยี่ยมชมทั้งหมด : 182,334</p></div>'
)
POLL = (
    '<div id="polls-3" class="wp-polls"><form id="polls_form_3" class="wp-polls-form" action="/index.php" '
    'method="post">'
    '<p style="text-align:center"><strong>ท่านพึงพอใจเว็บไซต์ใหม่ของโรงพยาบาลบึงน้ำผึ้งเพียงใด</strong></p><div '
    'class="wp-polls-ans">'
    '<ul><li><input type="radio" name="poll_3" value="11"> <label>มากที่สุด</label></li><li><input type="radio" '
    'name="poll_3" value="12"> <label>ปานกลาง</label></li><li><input type="radio" name="poll_3" value="13"> '
    '<label>ควรปรับปรุง</label></li></ul><p><input type="button" name="vote" value="   Vote   " '
    'class="Buttons"></p></div></form></div>'
)


def encoded(page: str) -> str:
    """The page with the addresses of its links as WordPress writes them."""
    return re.sub(
        r'((?:href|src|action)=")([^"]*)',
        lambda found: found.group(1) + "".join(quote(c).lower() if c > "\x7f" else c for c in found.group(2)),
        page,
    )


def widget(kind: str, inner: str) -> str:
    """One widget in its boxes."""
    return (
        f'<div class="elementor-element elementor-widget elementor-widget-{kind}" data-element_type="widget" '
        f'data-widget_type="{kind}.default"><div class="elementor-widget-container">{inner}</div></div>'
    )


def section(*widgets: str) -> str:
    """A row of columns, a widget in each."""
    columns = "".join(
        '<div class="elementor-column elementor-col-50" data-element_type="column"><div class="elementor-widget-wrap '
        f'elementor-element-populated">{one}</div></div>'
        for one in widgets
    )
    return (
        '<section class="elementor-section elementor-top-section elementor-section-boxed" '
        'data-element_type="section">'
        f'<div class="elementor-container elementor-column-gap-default">{columns}</div></section>'
    )


def heading(title: str) -> str:
    """A heading, which the webmaster set as a division to get the size he liked."""
    return widget("heading", f'<div class="elementor-heading-title elementor-size-default">{title}</div>')


def image_box(href: str, picture: str, caption: str) -> str:
    """A picture with its caption, both of them links."""
    return widget(
        "image-box",
        f'<div class="elementor-image-box-wrapper"><figure class="elementor-image-box-img"><a href="{href}" '
        f'tabindex="-1">'
        f'<img decoding="async" width="120" height="120" src="/wp-content/uploads/2025/10/{picture}" '
        f'alt=""></a></figure>'
        f'<div class="elementor-image-box-content"><p class="elementor-image-box-title"><a '
        f'href="{href}">{caption}</a></p>'
        "</div></div>",
    )


def toggles(entries: Sequence[tuple[str, str]], kind: str = "toggle") -> str:
    """Panels that open on a click."""
    rows = "".join(
        f'<div class="elementor-{kind}-item"><div id="elementor-tab-title-{number}" class="elementor-tab-title" '
        f'data-tab="{number}" role="button" aria-controls="elementor-tab-content-{number}" '
        f'aria-expanded="false"><span '
        f'class="elementor-{kind}-icon" aria-hidden="true"><i class="fas fa-plus"></i></span><a '
        f'class="elementor-{kind}-title" tabindex="0">{title}</a></div><div id="elementor-tab-content-{number}" '
        f'class="elementor-tab-content elementor-clearfix" data-tab="{number}" role="region">{body}</div></div>'
        for number, (title, body) in enumerate(entries, 2311)
    )
    return widget(kind, f'<div class="elementor-{kind}">{rows}</div>')


def tabs(entries: Sequence[tuple[str, str]]) -> str:
    """Tabs: the titles once above and once, for telephones, between the panels."""
    heads = "".join(
        f'<div id="elementor-tab-title-{n}" class="elementor-tab-title elementor-tab-desktop-title" role="tab" '
        f'aria-controls="elementor-tab-content-{n}">{title}</div>'
        for n, (title, _) in enumerate(entries, 5071)
    )
    panels = "".join(
        f'<div class="elementor-tab-title elementor-tab-mobile-title" role="tab" data-tab="{n}">{title}</div>'
        f'<div id="elementor-tab-content-{n}" class="elementor-tab-content" role="tabpanel" '
        f'hidden="hidden">{body}</div>'
        for n, (title, body) in enumerate(entries, 5071)
    )
    return widget(
        "tabs",
        f'<div class="elementor-tabs"><div class="elementor-tabs-wrapper" role="tablist">{heads}</div>'
        f'<div class="elementor-tabs-content-wrapper" role="tablist" '
        f'aria-orientation="vertical">{panels}</div></div>',
    )


def day(iso: str) -> str:
    """A day as an unchanged WordPress writes it in Thai: month, day, year of the Christian era."""
    year, month, number = map(int, iso.split("-"))
    return f"{MONTHS[month - 1]} {number}, {year}"


def _header() -> str:
    items = "".join(
        f'<li class="menu-item menu-item-type-post_type"><a href="{href}" class="elementor-item">{label}</a></li>'
        for href, label in MENU
    )
    news = "".join(
        f'<li class="menu-item menu-item-type-taxonomy"><a href="/category/{name}/" '
        f'class="elementor-sub-item">{name}</a></li>'
        for name in CATEGORIES
    )
    menu = (
        f'<ul class="elementor-nav-menu">{items}<li class="menu-item menu-item-has-children"><a href="#" '
        f'class="elementor-item elementor-item-anchor">ข่าวสาร</a><ul class="sub-menu">{news}</ul></li></ul>'
    )
    return (
        '<header data-elementor-type="header" class="elementor elementor-88 elementor-location-header">'
        + section(
            widget("image", '<a href="/"><img src="/wp-content/uploads/2025/10/logo.png" alt="logo"></a>'),
            widget("icon-list", '<span class="elementor-icon-list-text">+1 (555) 012-3456</span>'),
            widget("nav-menu", f'<nav class="elementor-nav-menu--main">{menu}</nav>'),
        )
        + "</header>"
    )


def _footer() -> str:
    contact = (
        '<div class="elementor-icon-list-items"><span class="elementor-icon-list-text">139 ม.4 ต.บึงน้ำผึ้ง อ.บึงน้ำผึ้ง '
        "จ.ศรีพนา "
        '49990</span><br><span class="elementor-icon-list-text">โทร : 0-4399-1100 ต่อ 0</span><br><span '
        'class="elementor-icon-list-text">แฟกซ์ : 0-4399-1109</span><br><span class="elementor-icon-list-text">'
        "info@yourdomain.example</span></div>"
    )
    links = "".join(f'<li><a href="{href}" target="_blank">{label}</a></li>' for href, label in PARTNERS)
    return (
        '<footer data-elementor-type="footer" class="elementor elementor-91 elementor-location-footer">'
        + section(
            heading("ติดต่อโรงพยาบาล") + widget("icon-list", contact),
            heading("หน่วยงานที่เกี่ยวข้อง") + widget("text-editor", f"<ul>{links}</ul>"),
            widget("google_maps", MAP),
            widget("shortcode", COUNTER) + widget("shortcode", POLL),
        )
        + section(widget("text-editor", "<p>© 2024 Hello Elementor. Lorem ipsum dolor sit amet.</p>"))
        + "</footer>"
    )


def page(title: str, body: str, kind: str = "page") -> str:
    """A page of the site."""
    return encoded(
        '<!doctype html><html lang="en-US"><head><meta charset="UTF-8"><meta name="generator" content="WordPress '
        '6.4.3">'
        f'<meta name="generator" content="Elementor 3.19.2"><title>{title} &#8211; {NAME}</title></head>'
        f'<body class="{kind} elementor-default elementor-kit-7">{_header()}<div data-elementor-type="wp-{kind}" '
        f'class="elementor">{body}</div>{_footer()}</body></html>'
    )


def single(title: str, body: str) -> str:
    """A page made with the builder: its title is a division."""
    return page(title, section(heading(title) + widget("text-editor", body)))


def post(entry: Fragment) -> str:
    """A post, with the byline of the theme and an open comment form."""
    published, author, category = entry.more
    return page(
        entry.title,
        f'<main id="content" class="site-main post type-post"><header class="page-header"><h1 '
        f'class="entry-title">{entry.title}'
        f'</h1></header><div class="elementor-post-info"><time datetime="{published}">{day(published)}</time> <span '
        f'class="author">โดย {author}</span> <a href="/category/{category}/" rel="tag">{category}</a></div>'
        f'<div class="page-content">{entry.body}</div><section id="comments"><h3 id="reply-title">ใส่ความเห็น</h3>'
        '<form action="/wp-comments-post.php" method="post"><p>อีเมลของคุณจะไม่แสดงให้คนอื่นเห็น</p><textarea '
        'name="comment">'
        '</textarea><input name="author"><input name="email"><input type="submit" '
        'value="แสดงความเห็น"></form></section></main>',
        "post",
    )


def cards(entries: Sequence[Fragment]) -> str:
    """Posts as Elementor's cards."""
    rows = "".join(
        f'<article class="elementor-post elementor-grid-item"><a class="elementor-post__thumbnail__link" '
        f'href="{entry.address}">'
        '<img src="/wp-content/uploads/2025/10/thumb.png" alt=""></a><div class="elementor-post__text"><p '
        f'class="elementor-post__title"><a href="{entry.address}">{entry.title}</a></p><div '
        f'class="elementor-post__meta-data">'
        f'<span class="elementor-post-author">{entry.more[1]}</span> <span '
        f'class="elementor-post-date">{day(entry.more[0])}'
        f'</span></div><a class="elementor-post__read-more" href="{entry.address}">อ่านต่อ »</a></div></article>'
        for entry in entries
    )
    return widget("posts", f'<div class="elementor-posts-container elementor-posts elementor-grid">{rows}</div>')


def archive(title: str, entries: Sequence[Fragment], older: str) -> str:
    """A page of a category."""
    shown = cards(entries) if entries else "<p>ไม่พบเนื้อหาในหมวดหมู่นี้</p>"
    following = f'<nav class="elementor-pagination"><a class="page-numbers next" href="{older}">ถัดไป »</a></nav>'
    return page(f"หมวดหมู่: {title}", section(heading(title) + shown + (following if older else "")), "archive")


def shelf(packages: Sequence[Package]) -> str:
    """A category of the download manager."""
    rows = "".join(
        f'<div class="link-template-default card mb-2"><div class="card-body"><div class="media"><div class="mr-3 '
        f'img-48">'
        '<img class="wpdm_icon" alt="Icon" '
        'src="/wp-content/plugins/download-manager/assets/file-type-icons/pdf.png"></div>'
        f'<div class="media-body"><h3 class="package-title"><a href="{one.address}">{one.title}</a></h3><div '
        f'class="text-muted text-small"><i class="fas fa-copy"></i> 1 file(s) <i class="fas fa-hdd ml-3"></i> '
        f"{one.size} "
        f"<span>PDF</span> <span>เผยแพร่เมื่อ {day(one.published)}</span> <span>เจ้าของข้อมูล "
        f"{one.owner}</span></div></div><div "
        f'class="ml-3"><a class="wpdm-download-link download-on-click btn btn-primary" rel="nofollow" href="#" '
        f'data-downloadurl="{one.file}">Download</a></div></div></div></div>'
        for one in packages
    )
    return f'<div class="w3eden">{rows}</div>'


def package_page(one: Package) -> str:
    """The page of one file."""
    rows = (
        ("Version", "1.0"),
        ("Download", "37"),
        ("ประเภทไฟล์", "PDF"),
        ("ขนาดไฟล์", one.size),
        ("วันที่เผยแพร่", day(one.published)),
        ("เจ้าของข้อมูล", one.owner),
    )
    listed = "".join(
        f'<li class="list-group-item d-flex justify-content-between"><span>{name}</span><span '
        f'class="badge">{value}</span></li>'
        for name, value in rows
    )
    return page(
        one.title,
        f'<div class="w3eden"><h1 class="entry-title">{one.title}</h1><ul class="list-group ml-0 mb-2">{listed}</ul>'
        f'<a class="wpdm-download-link btn btn-primary" rel="nofollow" href="{one.file}">Download</a></div>',
    )


def year(title: str, items: Sequence[Item]) -> str:
    """The ITA page of a fiscal year."""
    panels = [
        (
            head,
            "<ul>" + "".join(f'<li><a href="{to}" target="_blank">{label}</a></li>' for label, to in links) + "</ul>"
            if links
            else "<p></p>",
        )
        for head, links in items
    ]
    return page(title, section(heading(title) + toggles(panels, "accordion")))
