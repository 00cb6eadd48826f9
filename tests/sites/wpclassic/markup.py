"""How the hospital's pages are put together: a classic WordPress theme with widgets and a download manager."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from tests.sites.papers import pdf
from tests.sites.wpclassic.papers import PACKAGES, package_address, package_papers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment

NAME = "โรงพยาบาลทุ่งดอกคูน"
CATEGORIES = ("ข่าวเด่น", "อัลบั้มภาพ", "สาระสุขภาพ", "ร่วมงานกับเรา", "พัสดุ", "สขร", "ผลการปฏิบัติราชการ", "Uncategorized")
MENU = (
    ("/", "หน้าแรก"),
    ("/ความเป็นมาของโรงพยาบาล/", "ความเป็นมา"),
    ("/ค่านิยม-วิสัยทัศน์-พันธกิจ/", "วิสัยทัศน์ พันธกิจ"),
    ("/โครงสร้างองค์กร/", "ผังองค์กร"),
    ("/ทีมบริหาร/", "ทีมบริหาร"),
    ("/ทำเนียบอดีตผู้อำนวยการ/", "อดีตผู้อำนวยการ"),
    ("/แผนงาน/", "แผน/รายงาน"),
    ("/strategy-map/", "Strategy map"),
    ("/category/ผลการปฏิบัติราชการ/", "ผลการปฏิบัติราชการ"),
    ("/ขั้นตอนการรับบริการ/", "การรับบริการ"),
    ("/คลินิกพิเศษ/", "คลินิกพิเศษ"),
    ("/wi-cpg/", "WI / CPG"),
    ("/กฏหมายและระเบียบ/", "กฏหมาย"),
    ("/category/ข่าวเด่น/", "ข่าวเด่น"),
    ("/category/อัลบั้มภาพ/", "อัลบั้มภาพ"),
    ("/category/สาระสุขภาพ/", "สาระสุขภาพ"),
    ("/category/ร่วมงานกับเรา/", "ร่วมงานกับเรา"),
    ("/category/พัสดุ/", "พัสดุ"),
    ("/category/สขร/", "สขร."),
    ("/ita-2568/", "ITA 2568"),
    ("/ความพึงพอใจ-opd/", "ความพึงพอใจ"),
    ("/งานเทคโนโลยีสารสนเทศ/", "งาน IT"),
    ("/job-description-พยาบาล/", "Job description"),
    ("/sample-page/", "Sample Page"),
    ("/ติดต่อเรา/", "ติดต่อเรา"),
    ("https://hosxp.tdk.invalid/login", "HOSxP XE (เจ้าหน้าที่)"),
    ("https://room.tdk.invalid/", "จองห้องประชุม"),
    ("/webboard/", "เว็บบอร์ด"),
)
PARTNERS = (
    ("https://www.moph.invalid/", "กระทรวงสาธารณสุข"),
    ("https://yst.invalid/", "สสจ.ยโสธร"),
    ("https://www.nhso.invalid/", "สปสช."),
    ("https://www.tmc.invalid/", "แพทยสภา"),
)
NOT_FOUND = (
    '<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><title>Page not found</title></head><body '
    'class="error404"><h1 class="page-title">Oops! That page can&rsquo;t be found.</h1><p>It looks like nothing was '
    "found at this location.</p></body></html>"
)
WHERE = "111 หมู่ 9 ถ.ยโสธร-เลิงนกทา ต.ทุ่งดอกคูน อ.ทุ่งดอกคูน จ.ยโสธร 35990"
OFFICE_WIDGET = (
    '<aside class="widget widget_text"><h2 class="widget-title">โรงพยาบาลทุ่งดอกคูน</h2><div class="textwidget">'
    f"<p>{WHERE}<br>โทร. 045-009901<br>Fax. 045-009902<br>e-mail: tdk_hospital@hotmail.invalid</p></div></aside>"
)
COUNTER_WIDGET = (
    '<aside class="widget widget_custom_html"><h2 class="widget-title">สถิติผู้เข้าชม</h2>'
    "<div class='custom-html-widget'><p>ผู้เข้าชมวันนี้ 17 คน<br>ผู้เข้าชมทั้งหมด 204,118 คน</p></div></aside>"
)
LINK_WIDGET = (
    '<aside class="widget widget_nav_menu"><h2 class="widget-title">ลิงค์หน่วยงาน</h2><ul class="menu">'
    + "".join(f'<li class="menu-item"><a href="{href}">{name}</a></li>' for href, name in PARTNERS)
    + "</ul></aside>"
)
ADMIN_WIDGETS = (
    '<aside class="widget widget_search"><form role="search" method="get" class="search-form" action="/"><input '
    'type="search" name="s" placeholder="Search &hellip;"></form></aside>'
    '<aside class="widget widget_recent_comments"><h2 class="widget-title">Recent Comments</h2><ul>'
    '<li>A WordPress Commenter on <a href="/2023/05/hello-world/#comment-1">Hello world!</a></li></ul></aside>'
    '<aside class="widget widget_meta"><ul><li><a href="/wp-login.php">'
    'Log in</a></li><li><a href="/feed/">Entries feed</a></li></ul></aside>'
)
SIDEBAR = f'<div id="secondary" class="widget-area">{OFFICE_WIDGET}{COUNTER_WIDGET}{LINK_WIDGET}{ADMIN_WIDGETS}</div>'


def slug(address: str) -> str:
    """The address as WordPress writes it: percent-encoded, in small letters."""
    return "".join(quote(letter).lower() if letter > "\x7f" else letter for letter in address)


NAV = (
    '<header id="masthead" class="site-header"><div class="topbar">Call us: +1 800 123 4567 | info@example.com</div>'
    f'<h1 class="site-title"><a href="/" rel="home">{NAME}</a></h1><p class="site-description">Just another '
    'WordPress site</p><nav id="site-navigation" class="main-navigation"><ul id="primary-menu" class="menu">'
    + "".join(f'<li class="menu-item"><a href="{slug(href)}">{label}</a></li>' for href, label in MENU)
    + "</ul></nav></header>"
)


def page(title: str, body: str, kind: str = "page") -> str:
    """A page of the theme; `kind` is its body class."""
    owner = "โรงพยาบาลเกาะแก้วน้อย" if "ค่านิยม" in title else NAME  # the SEO plug-in's copied title
    return (
        '<!DOCTYPE html>\n<html lang="en-US"><head><meta charset="UTF-8"><meta name="generator" content="WordPress">'
        f"<title>{title} &#8211; {owner}</title>"
        '<link rel="alternate" type="application/rss+xml" href="/feed/"></head>'
        f'<body class="{kind}"><div id="page" class="site">{NAV}<div id="content" class="site-content">'
        '<div id="primary" class="content-area">'
        f'<main id="main" class="site-main">{body}</main></div>{SIDEBAR}</div>'
        '<footer id="colophon" class="site-footer"><div class="site-info">'
        '<a href="https://wordpress.invalid/">Proudly powered by WordPress</a></div></footer></div></body></html>'
    )


def entry(title: str, body: str, meta: str = "") -> str:
    """An article of the theme."""
    return (
        f'<article class="hentry"><header class="entry-header"><h1 class="entry-title">{title}</h1>{meta}</header>'
        f'<div class="entry-content">{body}</div></article>'
    )


def meta(post: Fragment) -> str:
    """The line that tells day and author."""
    shown, machine, _ = post.more
    return (
        f'<div class="entry-meta"><span class="posted-on">Posted on <a href="{slug(post.address)}" rel="bookmark">'
        f'<time class="entry-date published" datetime="{machine}T09:00:00+07:00">{shown}</time></a></span><span '
        'class="byline"> by <a class="url fn n" href="/author/admin/">admin</a></span></div>'
    )


def single(post: Fragment) -> str:
    """A post with its comment form."""
    category = post.more[2]
    foot = (
        f'<footer class="entry-footer">Posted in <a href="{slug(f"/category/{category}/")}" rel="category tag">'
        f'{category}</a></footer><div id="comments"><a rel="nofollow" class="comment-reply-link" '
        f'href="{slug(post.address)}?replytocom=1#respond">Reply</a></div>'
    )
    return page(post.title, entry(post.title, post.body, meta(post)) + foot, "single")


def archive(title: str, posts: Sequence[Fragment], older: str = "") -> str:
    """A page of a category."""
    if not posts:
        return page(title, f'<h1 class="page-title">Category: {title}</h1><p>Nothing Found</p>', "archive category")
    entries = "".join(
        f'<article class="post"><h2 class="entry-title"><a href="{slug(post.address)}" rel="bookmark">'
        f"{post.title}</a></h2>{meta(post)}</article>"
        for post in posts
    )
    more = f'<div class="nav-previous"><a href="{slug(older)}">Older posts</a></div>' if older else ""
    return page(title, f'<h1 class="page-title">Category: {title}</h1>{entries}{more}', "archive category")


def packages(address: str) -> str:
    """The download manager's boxes of a page: its buttons work by script."""
    return "".join(box(name, number, label) for where, name, number, label in PACKAGES if where == address)


def box(name: str, number: int, label: str) -> str:
    """One box of the download manager."""
    size = len(pdf(package_papers()[name])) / 1024
    return (
        '<div class="w3eden"><div class="link-template-default card mb-2"><div class="card-body"><div class="media">'
        f'<h3 class="package-title"><a href="/download/{name}/">{label}</a></h3><div class="text-muted text-small">'
        f'<i class="fas fa-copy"></i> 1 file(s) <i class="fas fa-hdd ml-3"></i> {size:.2f} KB</div></div><a '
        f"class='wpdm-download-link download-on-click btn btn-primary' rel='nofollow' href='#' "
        f'data-downloadurl="{package_address(name, number)}&refresh=67a95c1">ดาวน์โหลด</a></div></div></div>'
    )


def home(posts: Sequence[Fragment]) -> str:
    """The start page: the newest posts."""
    return page(
        "หน้าแรก",
        "".join(
            f'<article class="post"><h2 class="entry-title"><a href="{slug(post.address)}">{post.title}</a></h2>'
            f"{meta(post)}</article>"
            for post in posts
        ),
        "home blog",
    )


def feed(posts: Sequence[Fragment]) -> str:
    """The RSS feed."""
    items = "".join(f"<item><title>{post.title}</title><link>{slug(post.address)}</link></item>" for post in posts)
    head = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0">'
    return f"{head}<channel><title>{NAME}</title>{items}</channel></rss>"
