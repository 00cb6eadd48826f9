"""How Drupal puts the hospital's pages together: regions, blocks, fields, views, pagers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment

NAME = "โรงพยาบาลเขาตะเคียน"
MENU = (
    (
        "ข้อมูลองค์กร",
        (
            ("/th/node/3", "ลักษณะองค์กร"),
            ("/th/node/4", "ทิศทางองค์กร"),
            ("/th/node/5", "แผนภูมิองค์กร"),
            ("/th/node/6", "ทีมบริหาร"),
            ("/th/node/7", "บทบาทภารกิจ"),
            ("/th/node/8", "แผนกลยุทธ์"),
            ("/th/node/9", "รายงานและคำรับรอง"),
            ("/th/node/10", "กลุ่มงานเทคโนโลยีสารสนเทศ"),
        ),
    ),
    (
        "บริการประชาชน",
        (
            ("/th/node/11", "ขั้นตอนการรับบริการ"),
            ("/th/node/12", "Download แบบคำขอ"),
            ("/th/queue", "จองคิวออนไลน์"),
            ("/th/node/13", "ตารางแพทย์"),
            ("/th/health", "สุขภาพน่ารู้"),
        ),
    ),
    (
        "ข่าว/ประกาศ",
        (
            ("/th/news", "ข่าวประชาสัมพันธ์"),
            ("/th/album", "ภาพข่าวกิจกรรม"),
            ("/th/jobs", "รับสมัครบุคลากร"),
            ("/th/bids", "ประกวดราคา / e-bidding"),
            ("/th/awards", "ประกาศผลผู้ชนะ"),
            ("/th/calendar/2024-08", "ปฏิทินกิจกรรม"),
        ),
    ),
    (
        "ศูนย์ข้อมูลข่าวสาร",
        (
            ("/th/node/20", "ข้อมูลข่าวสารตามมาตรา 7"),
            ("/th/node/21", "ข้อมูลข่าวสารตามมาตรา 9"),
            ("/th/node/22", "กฏหมาย ระเบียบ"),
            ("/th/node/23", "ITA 2567"),
            ("/th/node/24", "ITA 2566"),
            ("/th/node/25", "สขร๑"),
            ("/th/node/26", "คู่มือ/SOP"),
            ("/th/node/404", "คลังเอกสารเก่า"),
        ),
    ),
)
PARTNERS = (
    ("https://www.moph.invalid/", "กระทรวงสาธารณสุข"),
    ("https://www.nhso.invalid/", "สำนักงานหลักประกันสุขภาพแห่งชาติ"),
    ("https://ranong-pho.invalid/", "สสจ.ระนอง"),
    ("https://www.hss.invalid/", "กรมสนับสนุนบริการสุขภาพ"),
)
HEAD = (
    '<!DOCTYPE html>\n<html lang="th" dir="ltr"><head><meta charset="utf-8" />'
    '<meta name="Generator" content="Drupal 9 (https://www.drupal.org)" />'
    '<meta name="viewport" content="width=device-width, initial-scale=1.0" />'
)
NOT_FOUND = (
    f'{HEAD}<title>ไม่พบหน้า | {NAME}</title></head><body class="path-error"><main role="main">'
    '<h1 class="page-title">ไม่พบหน้า</h1><div class="region region-content">ไม่พบหน้าที่ร้องขอ</div></main></body></html>'
)


def _menu() -> str:
    groups = "".join(
        f'<li class="menu-item menu-item--expanded"><span>{label}</span><ul class="menu">'
        + "".join(
            f'<li class="menu-item"><a href="{href}" data-drupal-link-system-path>{text}</a></li>'
            for href, text in links
        )
        + "</ul></li>"
        for label, links in MENU
    )
    return (
        '<nav role="navigation" aria-labelledby="block-main-menu" id="block-main" class="block block-menu '
        'navigation">'
        f'<h2 class="visually-hidden" id="block-main-menu">Main navigation</h2><ul class="menu">'
        f'<li class="menu-item"><a href="/th">หน้าแรก</a></li>{groups}'
        '<li class="menu-item"><a href="/th/contact">ติดต่อโรงพยาบาล</a></li></ul></nav>'
    )


LANGUAGES = (
    '<div class="language-switcher-language-url block" role="navigation"><ul class="links">'
    '<li hreflang="th" class="th is-active"><a href="/th" class="language-link">ไทย</a></li>'
    '<li hreflang="en" class="en"><a href="/en" class="language-link">English</a></li></ul></div>'
)
SEARCH = (
    '<form action="/th/search/node" method="get" id="search-block-form"><label class="visually-hidden">ค้นหา</label>'
    '<input type="search" name="keys" /><input type="submit" value="ค้นหา" /></form>'
)
FOOTER = (
    '<footer role="contentinfo" class="site-footer"><div class="region region-footer-first"><div class="block">'
    "<h2>ลิงค์น่าสนใจ</h2><ul>"
    + "".join(f'<li><a href="{href}">{text}</a></li>' for href, text in PARTNERS)
    + '</ul></div><div class="block block-counter"><h2>จำนวนผู้เข้าชมเว็บไซต์</h2><div class="content">'
    "<ul><li>วันนี้: 318</li><li>เมื่อวาน: 402</li><li>ทั้งหมด: 1,204,551</li></ul></div></div></div>"
    f'<div class="region region-footer-fifth"><p>{NAME} 199 ถนนเพชรเกษม ตำบลเขาตะเคียน อำเภอเมืองระนอง จังหวัดระนอง '
    "85999</p>"
    '<p><a href="/th/user/login">เข้าสู่ระบบ</a> | <a href="http://drupal-thai.invalid/">พัฒนาโดย Drupal Siam โทร. '
    "02-999-0000</a></p>"
    "</div></footer>"
)


def page(title: str, body: str) -> str:
    """A page with all its regions."""
    return (
        f'{HEAD}<title>{title} | {NAME}</title></head><body class="layout-no-sidebars path-node">'
        '<a href="#main-content" class="visually-hidden focusable skip-link">ข้ามไปยังเนื้อหาหลัก</a>'
        '<div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><div id="page-wrapper">'
        f'<header id="header" role="banner">{LANGUAGES}<div class="site-branding__name"><a href="/th" '
        f'rel="home">{NAME}</a></div>'
        f"{SEARCH}{_menu()}</header>"
        '<nav class="breadcrumb" role="navigation" aria-labelledby="system-breadcrumb"><h2 id="system-breadcrumb" '
        f'class="visually-hidden">Breadcrumb</h2><ol><li><a href="/th">หน้าแรก</a></li><li>{title}</li></ol></nav>'
        '<main id="content" class="column main-content" role="main"><section class="section"><a '
        'id="main-content"></a>'
        '<div class="region region-content"><div id="block-page-title"><h1 class="title page-title">'
        f"{title}</h1></div>"
        f"{body}</div></section></main>{FOOTER}</div></div></body></html>"
    )


def node(fragment: Fragment) -> str:
    """A basic page."""
    return (
        f'<article role="article" class="node node--type-page node--view-mode-full"><div class="node__content">'
        '<div class="clearfix text-formatted field field--name-body field--type-text-with-summary '
        "field--label-hidden "
        f'field__item">{fragment.body}</div></div></article>'
    )


def post(fragment: Fragment) -> str:
    """An article with its submitted line and fields."""
    day, author, _ = fragment.more
    return (
        '<article role="article" class="node node--type-article node--view-mode-full"><header>'
        f'<div class="node__meta"><span class="field field--name-uid">ผู้เผยแพร่ : {author}</span> '
        f'<span class="field field--name-created">วันที่เผยแพร่ : {day}</span></div></header>'
        f'<div class="node__content"><div class="field field--name-body field__item">{fragment.body}</div>'
        f'<ul class="links inline"><li><a href="{fragment.address.replace("/th/", "/print/")}" rel="nofollow">'
        "หน้าสำหรับพิมพ์</a>"
        "</li></ul></div></article>"
    )


def printed(fragment: Fragment) -> str:
    """The printer-friendly version."""
    day, author, _ = fragment.more
    return (
        f'{HEAD}<meta name="robots" content="noindex" /><title>{fragment.title}</title></head><body class="print">'
        f'<h1 class="print-title">{fragment.title}</h1><div>{day} - {author}</div>{fragment.body}</body></html>'
    )


def views(section: str, posts: Sequence[Fragment], number: int, pages: int) -> str:
    """One page of a list, with its pager."""
    rows = "".join(
        f'<tr><td class="views-field views-field-title"><a href="{post.address}" hreflang="th">{post.title}</a></td>'
        f'<td class="views-field views-field-created">{post.more[0]}</td>'
        f'<td class="views-field views-field-field-unit">{post.more[1]}</td></tr>'
        for post in posts
    )
    pager = "".join(
        f'<li class="pager__item"><a href="/th/{section}?page={other}" title="ไปยังหน้า {other + 1}">'
        f"{other + 1}</a></li>"
        for other in range(pages)
        if other != number
    )
    pager = f'<nav class="pager" role="navigation"><h4 class="visually-hidden">Pagination</h4><ul>{pager}</ul></nav>'
    return (
        f'<div class="views-element-container"><div class="view view-{section} view-id-{section}"><div '
        'class="view-content">'
        '<table class="views-table views-view-table cols-3"><thead><tr><th scope="col">เรื่อง</th>'
        f'<th scope="col">วันที่เผยแพร่</th><th scope="col">เจ้าของข้อมูล</th></tr></thead><tbody>{rows}</tbody>'
        "</table></div>"
        f"{pager if pages > 1 else ''}</div></div>"
    )


def home(posts: Sequence[Fragment]) -> str:
    """The start page."""
    teasers = "".join(
        f'<div class="views-row"><div class="views-field-title"><a href="{post.address}">{post.title}</a></div>'
        f'<div class="views-field-created">{post.more[0]}</div></div>'
        for post in posts
    )
    return page(
        "หน้าแรก",
        '<div class="slideshow"><img src="/sites/default/files/slide1.jpg" alt=""><img '
        'src="/sites/default/files/slide2.jpg" alt=""></div>'
        f'<div class="block block-views"><h2>ข่าวล่าสุด</h2>{teasers}<div class="more-link"><a href="/th/news">'
        "อ่านทั้งหมด</a></div></div>"
        '<div class="block"><h2>ระบบประเมินเว็บไซต์</h2><a href="/th/form/web-survey">ประเมินความพึงพอใจต่อเว็บไซต์ '
        "รพ.เขาตะเคียน</a> "
        '<a href="/th/node/27">ดูผลการประเมิน</a></div><div class="block"><img '
        'src="/sites/default/files/nogift.jpg" alt="No Gift Policy"></div>',
    )


def english() -> str:
    """The start page of the other language: little more than a greeting."""
    return page(
        "Welcome",
        "<p>Khao Takhian Hospital is a general hospital of the Ministry of Public Health in Ranong.</p>"
        '<p><a href="/en/node/3">About us</a> <a href="/en/node/4">Vision and mission</a></p>',
    )


def calendar(year: int, month: int, first: int, last: int) -> str:
    """A month of the events calendar."""
    days = "".join(f"<td>{day}</td>" + ("</tr><tr>" if day % 7 == 0 else "") for day in range(1, 31))
    turns = "".join(
        f'<a href="/th/calendar/{year}-{other:02}">{text}</a> '
        for other, text in ((month - 1, "‹ ก่อนหน้า"), (month + 1, "ถัดไป ›"))
        if first <= other <= last
    )
    return page(f"ปฏิทินกิจกรรม {month}/{year}", f'{turns}<table class="full month"><tr>{days}</tr></table>')
