"""How the district office's pages are put together: Joomla 4 with a Bootstrap template, K2 lists, Phoca Download."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sites.joomla4.papers import CATEGORIES, TREE, tree_address
from tests.sites.papers import pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment
    from tests.sites.joomla4.papers import Download

NAME = "สำนักงานสาธารณสุขอำเภอห้วยทรายทอง"
MENU = (
    (
        "รู้จักเรา",
        (
            ("/index.php/about-us/background", "ความเป็นมา"),
            ("/index.php/about-us/direction", "ทิศทางองค์กร"),
            ("/index.php/about-us/chart", "ผังองค์กร"),
            ("/index.php/about-us/hotline", "สายตรงผู้บริหาร"),
            ("/index.php/about-us/former-heads", "ทำเนียบอดีตผู้บริหาร"),
            ("/index.php/about-us/dcio", "DCIO"),
            ("/index.php/about-us/role", "บทบาทภารกิจ"),
        ),
    ),
    (
        "ข่าวสาร",
        (
            ("/index.php/news", "ข่าว สสอ."),
            ("/index.php/gallery", "แกลเลอรี"),
            ("/index.php/health-tips", "สุขภาพน่ารู้"),
            ("/index.php/recruit", "สรรหา/คัดเลือกบุคคล"),
            ("/index.php/supplies", "งานพัสดุ"),
            ("/index.php/supplies-result", "ประกาศผู้ชนะ"),
        ),
    ),
    (
        "บริการ",
        (
            ("/index.php/service-standard", "มาตรฐานการให้บริการ"),
            ("/index.php/downloads", "ดาวโหลด"),
            ("/index.php/complaint-online", "ร้องเรียนออนไลน์"),
            ("/index.php/website-survey", "ประเมินเว็บไซต์"),
            ("/index.php/community-map", "แผนที่เดินดิน"),
            ("/index.php/hdc", "HDC"),
        ),
    ),
    (
        "ข้อมูลข่าวสาร",
        (
            ("/index.php/oia/section-7", "ม.7"),
            ("/index.php/oia/section-9", "ม.9"),
            ("/index.php/laws", "ระเบียบ พรบ."),
            ("/index.php/ita/ita-2567", "ITA 2567"),
            ("/index.php/ita/ita-2566", "ITA 2566"),
        ),
    ),
)
LINKS = (
    ("https://www.moph.invalid/", "moph.png", "กระทรวงสาธารณสุข"),
    ("https://nno.invalid/", "nno.png", "สำนักงานสาธารณสุขจังหวัดน่าน"),
    ("https://www.nhso.invalid/", "nhso.png", "สำนักงานหลักประกันสุขภาพแห่งชาติ"),
    ("https://www.anamai.invalid/", "anamai.png", "กรมอนามัย"),
)
PAGE_SIZE = 4


def _menu() -> str:
    items = []
    for number, (label, entries) in enumerate(MENU, 110):
        inner = "".join(
            f'<li class="nav-item item-{number * 10 + row}"><a href="{href}">{text}</a></li>'
            for row, (href, text) in enumerate(entries)
        )
        items.append(
            f'<li class="nav-item item-{number} divider deeper parent"><span class="mod-menu__separator separator">'
            f'{label}</span><ul class="mod-menu__sub list-unstyled small">{inner}</ul></li>'
        )
    return (
        '<ul class="mod-menu mod-list nav"><li class="nav-item item-101 default"><a href="/">หน้าแรก</a></li>'
        + "".join(items)
        + '<li class="nav-item item-180"><a href="/index.php/contact-us">ช่องทางการติดต่อ</a></li></ul>'
    )


HEADER = (
    '<header class="header container-header"><div class="navbar-brand">'
    f'<a class="brand-logo" href="/">{NAME}</a></div>'
    f'<nav class="container-nav">{_menu()}</nav></header>'
)
SIDEBAR = (
    '<div class="grid-child container-sidebar-right"><div class="sidebar-right card"><h3 class="card-header">'
    'Login Form</h3><div class="card-body"><form id="login-form" class="mod-login" action="/index.php" method="post">'
    '<input name="username" placeholder="ชื่อผู้ใช้"><input name="password" type="password" placeholder="รหัสผ่าน">'
    '<button type="submit">เข้าสู่ระบบ</button></form>'
    '<a href="/index.php/component/users/reset">ลืมรหัสผ่าน?</a></div></div>'
    '<div class="sidebar-right card"><h3 class="card-header">เว็บลิงค์</h3><div class="card-body mod-banners">'
    + "".join(
        f'<div class="mod-banners__item"><a href="{href}" target="_blank"><img src="/images/banners/{picture}" '
        f'alt="{name}"></a></div>'
        for href, picture, name in LINKS
    )
    + '</div></div><div class="sidebar-right card"><h3 class="card-header">Visitors</h3>'
    '<div class="card-body vinaora"><table><tr><td>Today</td><td>23</td></tr><tr><td>Yesterday</td><td>61</td></tr>'
    "<tr><td>This month</td><td>904</td></tr><tr><td>All days</td><td>118452</td></tr></table></div></div></div>"
)
FOOTER = f'<footer class="container-footer"><p>© 2565 {NAME} | ออกแบบโดย น่านเว็บดีไซน์ โทร 089-000-0000</p></footer>'
NOT_FOUND = (
    '<!DOCTYPE html><html lang="th-th"><head><meta charset="utf-8"><title>404 - ข้อผิดพลาด: 404</title></head><body>'
    '<h1 class="page-header">ไม่พบเพจที่ต้องการ</h1><p><strong>เกิดข้อผิดพลาดขณะประมวลผลคำขอของคุณ</strong></p>'
    '<p><a href="/index.php" class="btn btn-secondary">หน้าแรก</a></p></body></html>'
)


def page(title: str, body: str) -> str:
    """A page of the template."""
    return (
        '<!DOCTYPE html>\n<html lang="th-th" dir="ltr"><head><meta charset="utf-8">'
        '<meta name="generator" content="Joomla! - Open Source Content Management">'
        f"<title>{title} - {NAME}</title></head>"
        f'<body class="site com_content wrapper-static view-article">{HEADER}<div class="site-grid">'
        '<div class="grid-child container-component"><nav class="mod-breadcrumbs__wrapper"><ol class="breadcrumb">'
        f"<li>คุณอยู่ที่: </li><li><a href='/'>หน้าแรก</a></li><li class='active'>{title}</li></ol></nav>"
        f"<main>{body}</main></div>{SIDEBAR}</div>{FOOTER}</body></html>"
    )


def article(title: str, day: str, author: str, category: str, body: str, print_address: str = "") -> str:
    """An article with its details."""
    printer = (
        f'<ul class="icons"><li class="print-icon"><a href="{print_address}" rel="nofollow">พิมพ์</a></li></ul>'
        if print_address
        else ""
    )
    return (
        '<div class="com-content-article item-page" itemscope itemtype="https://schema.org/Article">'
        f'<div class="page-header"><h2 itemprop="headline">{title}</h2></div>{printer}'
        '<dl class="article-info text-muted"><dt class="article-info-term">รายละเอียด</dt>'
        f'<dd class="createdby">เขียนโดย <span itemprop="name">{author}</span></dd>'
        f'<dd class="category-name">หมวด: <span itemprop="genre">{category}</span></dd>'
        f'<dd class="published">เผยแพร่เมื่อ: {day}</dd><dd class="hits">ฮิต: {len(body) + 41}</dd></dl>'
        f'<div itemprop="articleBody" class="com-content-article__body">{body}</div></div>'
    )


def bare(title: str, body: str) -> str:
    """The article alone, as `tmpl=component` gives it."""
    return (
        f'<!DOCTYPE html><html lang="th-th"><head><meta charset="utf-8"><title>{title}</title></head>'
        f'<body class="contentpane"><h2>{title}</h2>{body}</body></html>'
    )


def item_list(title: str, address: str, posts: Sequence[Fragment], start: int = 0) -> str:
    """A page of a K2 list, newest first; an empty category says nothing of it."""
    shown = posts[start : start + PAGE_SIZE]
    entries = "".join(
        f'<div class="catItemView groupLeading"><div class="catItemHeader"><span class="catItemDateCreated">'
        f'{entry.more[0]}</span><h3 class="catItemTitle"><a href="{entry.address}">{entry.title}</a></h3>'
        f'<span class="catItemAuthor">โดย {entry.more[1]}</span></div>'
        f'<div class="catItemReadMore"><a class="k2ReadMore" href="{entry.address}">อ่านต่อ...</a></div></div>'
        for entry in shown
    )
    more = (
        f'<ul class="pagination"><li><a href="{address}?start={start + PAGE_SIZE}">ถัดไป</a></li></ul>'
        if start + PAGE_SIZE < len(posts)
        else ""
    )
    return page(title, f'<h1>{title}</h1><div id="k2Container" class="itemListView">{entries}</div>{more}')


def download_list(category: str, files: Sequence[Download]) -> str:
    """A category of Phoca Download."""
    rows = "".join(
        f'<div class="row pd-row2"><div class="pd-title"><a href="{file.address}">{file.label}</a></div>'
        f'<div class="pd-fl-m">ขนาดไฟล์: {len(pdf(file.paper)) / 1024:.2f} KB &nbsp; วันที่: {file.day} '
        f"&nbsp; ดาวน์โหลด: {file.number * 3}x</div>"
        f'<div class="pd-button-download"><a class="btn btn-success" href="{file.address}">ดาวน์โหลด</a></div></div>'
        for file in files
    )
    title = CATEGORIES[category]
    body = rows or "<p>ไม่มีไฟล์ในหมวดนี้</p>"
    return page(title, f'<div id="phoca-dl-category-box" class="pd-category-view"><h1>{title}</h1>{body}</div>')


def download_categories() -> str:
    """The start page of Phoca Download."""
    links = "".join(
        f'<div class="pd-categories"><a href="/index.php/downloads/category/{slug}">{title}</a></div>'
        for slug, title in CATEGORIES.items()
    )
    return page("ดาวน์โหลด", f'<div id="phoca-dl-categories-box"><h1>ดาวน์โหลด</h1>{links}</div>')


def transparency() -> str:
    """This year's items, folded."""
    items = "".join(
        f'<div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed" '
        f'type="button" data-bs-toggle="collapse" data-bs-target="#i{number}">{title}</button></h2>'
        f'<div id="i{number}" class="accordion-collapse collapse"><div class="accordion-body"><ul>'
        + "".join(f'<li><a href="{tree_address(name)}" target="_blank">{label}</a></li>' for label, name in files)
        + "</ul></div></div></div>"
        for number, (title, files) in enumerate(TREE, 1)
    )
    body = f'<p>ปีงบประมาณ พ.ศ. 2567</p><div class="accordion" id="ita67">{items}</div>'
    return page("ITA 2567", article("ITA 2567", DAY_OF_TREE, "Super User", "ITA", body))


DAY_OF_TREE = "21 ธันวาคม 2566"


def home(posts: Sequence[Fragment]) -> str:
    """The start page."""
    latest = "".join(f'<li><a href="{entry.address}">{entry.title}</a></li>' for entry in posts)
    return page(
        "หน้าแรก",
        '<div class="blog-featured"><div id="carousel" class="carousel slide"><img src="/images/banners/slide.jpg" '
        'alt="สสอ.ห้วยทรายทองยินดีต้อนรับ"></div>'
        f'<div class="mod-articles-latest"><h3>เรื่องล่าสุด</h3><ul>{latest}</ul></div>'
        '<div class="moduletable"><h3>ข่าวผู้บริหารกระทรวง</h3><img src="/images/banners/minister.jpg" '
        'alt="รัฐมนตรีว่าการกระทรวงสาธารณสุข"></div>'
        '<p><a href="/index.php/component/content/article/1-getting-started?catid=2">Uncategorised</a> '
        '<a href="/index.php/old-webboard">เว็บบอร์ด</a> <a href="#">e-Office</a></p></div>',
    )
