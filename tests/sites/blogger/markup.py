"""How the subdistrict hospital's pages are put together: Blogger's Simple template and its widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment

NAME = "รพ.สต.ดอนปลากั้ง"
TABS = (
    ("/", "หน้าแรก"),
    ("/p/blog-page.html", "ประวัติ รพ.สต."),
    ("/p/blog-page_1.html", "วิสัยทัศน์"),
    ("/p/blog-page_2.html", "พันธกิจ"),
    ("/p/blog-page_3.html", "โครงสร้างบุคลากร"),
    ("/p/blog-page_4.html", "ผู้อำนวยการ"),
    ("/p/blog-page_5.html", "ขอบเขตงาน"),
    ("/p/blog-page_6.html", "แผนงาน"),
    ("/p/blog-page_7.html", "โครงการและงบประมาณ"),
    ("/p/kpi.html", "KPI"),
    ("/p/sop.html", "แนวทางปฏิบัติงาน"),
    ("/p/service.html", "ขั้นตอนการรับบริการ"),
    ("/p/clinic.html", "ตารางคลินิก"),
    ("/p/laws.html", "พ.ร.บ."),
    ("/p/oia.html", "ข้อมูลข่าวสาร"),
    ("/p/ita.html", "ITA"),
    ("/p/survey.html", "ประเมินเว็บไซต์"),
    ("/p/community.html", "ข้อมูลตำบล"),
    ("/p/contact.html", "ที่ตั้ง/ติดต่อ"),
    ("/p/gallery-old.html", "อัลบั้ม Google+"),
)
LINKS = (
    ("https://www.moph.invalid/", "กระทรวงสาธารณสุข"),
    ("https://skno.invalid/", "สสจ.สกลนคร"),
    ("https://knsdho.invalid/", "สสอ.คำน้ำใส"),
    ("https://hdc.invalid/", "HDC"),
)
MONTHS = ("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "", "", "", "", "พฤศจิกายน", "ธันวาคม")
ROBOTS = "User-agent: Mediapartners-Google\nDisallow: \n\nUser-agent: *\nDisallow: /search\nAllow: /\n"
STATS = (
    "<div class='widget Stats' id='Stats1'><h2>จำนวนการดูหน้าเว็บรวม</h2><div class='widget-content'><div "
    "id='Stats1_content' style='display: none;'><span class='counter-wrapper text-counter-wrapper' "
    "id='Stats1_totalCount'></span></div></div></div>"
)
NOT_FOUND = (
    "<!DOCTYPE html><html><head><title>รพ.สต.ดอนปลากั้ง</title></head><body><div class='status-msg-wrap'><div "
    "class='status-msg-body'>ขออภัย ไม่มีหน้าเว็บที่คุณกำลังมองหาในบล็อกนี้</div></div></body></html>"
)


def label_address(label: str) -> str:
    """Where the posts under a label are listed."""
    return f"/search/label/{label}"


def months(posts: Sequence[Fragment]) -> tuple[str, ...]:
    """The archive's months, newest first: «2024/06»."""
    return tuple(dict.fromkeys(sorted((post.address[1:8] for post in posts), reverse=True)))


def _archive(posts: Sequence[Fragment]) -> str:
    entries = "".join(
        f"<li class='archivedate collapsed'><a class='post-count-link' href='/{month}/'>{MONTHS[int(month[5:]) - 1]} "
        f"{int(month[:4]) + 543}</a> <span class='post-count'>({_count(posts, month)})</span></li>"
        for month in months(posts)
    )
    return (
        "<div class='widget BlogArchive' id='BlogArchive1'><h2>คลังบทความของบล็อก</h2><ul class='hierarchy'>"
        f"{entries}</ul></div>"
    )


def _count(posts: Sequence[Fragment], month: str) -> int:
    return sum(post.address[1:8] == month for post in posts)


def _sidebar(posts: Sequence[Fragment]) -> str:
    labels = "".join(
        f"<li><a href='{quote(label_address(label))}'>{label}</a></li>"
        for label in dict.fromkeys(post.more[2] for post in posts)
    )
    links = "".join(f"<li><a href='{href}'>{name}</a></li>" for href, name in LINKS)
    return (
        "<aside><div class='sidebar section' id='right'><div class='widget BlogSearch'><form action='/search'>"
        "<input name='q'></form></div>"
        f"{_archive(posts)}<div class='widget Label' id='Label1'><h2>ป้ายกำกับ</h2><ul>{labels}</ul></div>"
        f"<div class='widget LinkList' id='LinkList1'><h2>เว็บไซต์ที่น่าสนใจ</h2><ul>{links}</ul></div>{STATS}"
        "<div class='widget Profile' id='Profile1'><h2>เกี่ยวกับฉัน</h2><a class='profile-name-link' "
        f"href='https://www.blogger.invalid/profile/1'>{NAME}</a></div></div></aside>"
    )


def page(title: str, address: str, body: str, posts: Sequence[Fragment]) -> str:
    """A page of the template, as wide screens get it."""
    tabs = "".join(f"<li><a href='{href}'>{label}</a></li>" for href, label in TABS)
    return (
        "<!DOCTYPE html>\n<html dir='ltr' xmlns='http://www.w3.org/1999/xhtml'><head><meta content='text/html; "
        "charset=UTF-8' http-equiv='Content-Type'/><meta content='blogger' name='generator'/>"
        f"<title>{NAME}: {title}</title></head><body class='loading'><header><div class='header section'><h1 "
        f"class='title'><a href='/'>{NAME}</a></h1><p class='description'><span>โรงพยาบาลส่งเสริมสุขภาพตำบลดอนปลากั้ง "
        "อำเภอคำน้ำใส จังหวัดสกลนคร</span></p></div></header><div class='tabs section' id='crosscol'><div "
        f"class='widget PageList'><ul>{tabs}</ul></div></div><div class='main section' id='main'>"
        f"<div class='widget Blog' id='Blog1'><div class='blog-posts hfeed'>{body}</div>"
        f"<div class='mobile-link'><a href='{address}?m=1'>ดูเวอร์ชันมือถือ</a></div></div></div>{_sidebar(posts)}"
        "<footer><div class='widget Attribution'>ธีมเรียบง่าย. ขับเคลื่อนโดย <a href='https://www.blogger.invalid'>Blogger"
        "</a>.</div></footer><script src='https://www.blogger.invalid/static/v1/widgets/258386-widgets.js'></script>"
        "</body></html>"
    )


def mobile(title: str, address: str, body: str) -> str:
    """The same for narrow screens: without the sidebar."""
    return (
        f"<!DOCTYPE html><html class='mobile'><head><meta charset='UTF-8'><title>{NAME}: {title}</title></head>"
        f"<body><h1>{NAME}</h1><div class='mobile-post'>{body}</div>"
        f"<a href='{address}?m=0'>ดูเวอร์ชันบนเว็บ</a></body></html>"
    )


def static(title: str, body: str) -> str:
    """A static page's text: it has no date."""
    return (
        "<div class='post-outer'><div class='post hentry'><h3 class='post-title entry-title'>"
        f"{title}</h3><div class='post-body entry-content'>{body}</div></div></div>"
    )


def post(entry: Fragment, *, whole: bool = True) -> str:
    """A post under its day; in the archive without its text."""
    day, machine, label = entry.more
    body = f"<div class='post-body entry-content'>{entry.body}</div>" if whole else ""
    return (
        f"<div class='date-outer'><h2 class='date-header'><span>{day}</span></h2><div class='date-posts'>"
        "<div class='post-outer'><div class='post hentry'><h3 class='post-title entry-title'>"
        f"<a href='{entry.address}'>{entry.title}</a></h3>{body}<div class='post-footer'><span class='post-author'>"
        f"เขียนโดย <span class='fn'>{NAME}</span></span> <span class='post-timestamp'>ที่ <a "
        f"class='timestamp-link' href='{entry.address}'><abbr class='published' title='{machine}T09:12:00+07:00'>"
        "09:12</abbr></a></span> "
        "<span class='post-comment-link'>ไม่มีความคิดเห็น:</span> <span class='post-labels'>ป้ายกำกับ: <a "
        f"href='{quote(label_address(label))}' rel='tag'>{label}</a></span></div></div></div></div></div>"
    )
