"""Dated posts of many makers, and the pages that are none."""

from __future__ import annotations

from datetime import date

import pytest

from auditor.items import DateFrom, Item, ItemKind
from tests.assess.inventory.sighting import HOST, by_path, items_of, page

TITLE = "รณรงค์กำจัดลูกน้ำยุงลายในชุมชน"
DAY = date(2024, 6, 12)
PROSE = "เจ้าหน้าที่และอาสาสมัครสาธารณสุขร่วมกันสำรวจบ้านเรือนเพื่อกำจัดแหล่งเพาะพันธุ์ลูกน้ำยุงลายในทุกหมู่บ้านของตำบล"
LIST = f'<h1>ข่าว</h1><ul><li><a href="/n/1">{TITLE}</a></li><li><a href="/n/2">เรื่องอื่นของหน่วยงานเรา</a></li></ul>'


def told(item: Item) -> tuple[str | None, date | None]:
    shown = item.published is not None and item.published.shown
    return item.source.value if item.source else None, item.published.day if item.published and shown else None


BYLINES = {
    "Joomla": ("<p>เขียนโดย Super User</p><p>วันพุธที่ 12 มิถุนายน 2024 เวลา 09:42 น.</p>", "<p>ที่มา : งานควบคุมโรค</p>"),
    "Joomla, details": (
        "<dl><dt>รายละเอียด</dt><dd>เขียนโดย งานควบคุมโรค</dd><dd>เผยแพร่เมื่อ: 12 มิถุนายน 2567</dd><dd>ฮิต: 161</dd></dl>",
        "",
    ),
    "WordPress": (
        '<div>Posted on <time datetime="2024-06-12T09:00:00+07:00">12 มิถุนายน 2567</time> by admin</div>',
        "<p>ที่มา: งานควบคุมโรค</p>",
    ),
    "Drupal": ("<p>ผู้เผยแพร่ : งานควบคุมโรค วันที่เผยแพร่ : 12 มิถุนายน 2567</p>", ""),
    "Laravel": ("<p>เผยแพร่เมื่อ 12 มิถุนายน 2567 งานควบคุมโรค</p>", ""),
    "PHP, at the end": ("", "<p>วันที่โพส 12 มิ.ย. 67 โดย งานควบคุมโรค ผู้ชม 31</p>"),
    "a line of its own": ("<p>วันที่เผยแพร่ 12 มิถุนายน 2567</p>", "<p>งานควบคุมโรค</p>"),
    "figures": ("<p>[12/06/2567] | งานควบคุมโรค | อ่าน 120 ครั้ง</p>", ""),
}


@pytest.mark.parametrize("maker", BYLINES)
def test_a_post_is_dated_by_its_own_byline(maker: str) -> None:
    above, below = BYLINES[maker]
    post = page("/n/1", f"<h1>{TITLE}</h1>{above}<p>{PROSE}</p>{below}", title=TITLE)
    found = by_path(items_of(page("/list", LIST, from_menu=True), post))
    assert list(found) == ["/n/1"]
    item = found["/n/1"]
    assert (item.title, item.kind, item.file_type.shown) == (TITLE, ItemKind.POST, None)
    assert told(item) == ("งานควบคุมโรค", DAY)


LISTS = {
    "table": (
        "<table><tr><th>เรื่อง</th><th>วันที่เผยแพร่</th><th>เจ้าของข้อมูล</th></tr>"
        f'<tr><td><a href="/n/1">{TITLE}</a></td><td>12 มิ.ย. 2567</td><td>งานควบคุมโรค</td></tr></table>'
    ),
    "date first": f'<p>[ 12 มิ.ย. 67 ] <a href="/n/1">{TITLE}</a> งานควบคุมโรค อ่าน 57 ครั้ง</p>',
    "title, then a line": (
        f'<h3><a href="/n/1">{TITLE}</a></h3><p>12 มิถุนายน 2567 | งานควบคุมโรค</p>'
        '<h3><a href="/n/2">เรื่องอื่นของหน่วยงาน</a></h3><p>1 พฤษภาคม 2567 | งานพัสดุ</p>'
    ),
    "date above the title": (
        f'<p>12 มิถุนายน 2567</p><h3><a href="/n/1">{TITLE}</a></h3><p>โดย งานควบคุมโรค</p>'
        '<p><a href="/n/1">อ่านต่อ</a></p>'
        '<p>1 พฤษภาคม 2567</p><h3><a href="/n/2">เรื่องอื่นของหน่วยงาน</a></h3><p>โดย งานพัสดุ</p>'
        '<p><a href="/n/2">อ่านต่อ</a></p>'
    ),
    "card in one link": (f'<a href="/n/1"><h4>{TITLE}</h4><span>12 มิถุนายน 2567</span></a><p>ที่มา : งานควบคุมโรค</p>'),
}


@pytest.mark.parametrize("style", LISTS)
def test_a_post_is_dated_by_the_list_it_stands_in(style: str) -> None:
    bare = page("/n/1", f"<h1>{TITLE}</h1><p>{PROSE}</p>", title=TITLE)
    other = page("/n/2", f"<h1>เรื่องอื่นของหน่วยงาน</h1><p>{PROSE}</p>", title="เรื่องอื่นของหน่วยงาน")
    found = by_path(items_of(page("/list", f"<h1>ข่าว</h1>{LISTS[style]}", from_menu=True), bare, other))
    assert told(found["/n/1"]) == ("งานควบคุมโรค", DAY)


def test_a_date_that_only_programs_see_is_kept_apart() -> None:
    head = '<meta property="article:published_time" content="2024-06-12T09:00:00+07:00">'
    row = f'<p><a href="/n/1">{TITLE}</a></p><p>12 มิถุนายน 2567</p>'
    hidden = page("/n/1", f"<h1>{TITLE}</h1><p>{PROSE}</p>", head=head)
    assert items_of(page("/list", LIST, from_menu=True), hidden) == ()
    shown = by_path(items_of(page("/list", row, from_menu=True), hidden))["/n/1"]
    assert shown.published is not None
    assert shown.published.origin is DateFrom.PAGE


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<h1>ประวัติความเป็นมา</h1><p>ก่อตั้งเมื่อวันที่ 9 สิงหาคม 2532 {PROSE}</p>", id="a day within the text"),
        pytest.param(f"<h1>วิสัยทัศน์</h1><p>{PROSE}</p>", id="undated"),
        pytest.param(f"<h1>สถิติ</h1><p>เริ่มนับ 1 มกราคม 2555</p><p>{PROSE}</p>", id="since when visitors are counted"),
    ],
)
def test_a_page_without_a_date_of_publication_is_no_item(body: str) -> None:
    assert items_of(page("/list", LIST, from_menu=True), page("/n/1", body)) == ()


def test_sections_of_the_menu_are_no_posts_though_a_system_dates_them() -> None:
    section = page("/about", f"<h1>ประวัติ</h1><p>เผยแพร่เมื่อ: 3 พฤศจิกายน 2565</p><p>{PROSE}</p>", from_menu=True)
    assert items_of(section) == ()


def test_pages_of_a_list_are_no_posts() -> None:
    row = '<h3><a href="/n/{0}">เรื่องที่น่าสนใจเรื่องที่ {0}</a></h3><p>{0} มิถุนายน 2567</p>'
    second = page("/list/2", "<h1>ข่าว</h1>" + "".join(row.format(number) for number in range(1, 4)))
    posts = [page(f"/n/{number}", f"<h1>เรื่องที่น่าสนใจเรื่องที่ {number}</h1><p>{PROSE}</p>") for number in range(1, 4)]
    first = page("/list", '<h1>ข่าว</h1><p><a href="/list/2">ข่าวหน้าที่สองของเรา</a></p>', from_menu=True)
    assert sorted(by_path(items_of(first, second, *posts))) == ["/n/1", "/n/2", "/n/3"]


def test_a_print_view_is_no_second_post() -> None:
    line = "<p>เผยแพร่เมื่อ 12 มิถุนายน 2567 งานควบคุมโรค</p>"
    post = page("/n/1", f'<h1>{TITLE}</h1>{line}<p>{PROSE}</p><p><a href="/n/1/print">พิมพ์หน้านี้</a></p>')
    view = page("/n/1/print", f"<h1>{TITLE}</h1>{line}<p>{PROSE}</p>")
    assert list(by_path(items_of(page("/list", LIST, from_menu=True), post, view))) == ["/n/1"]


def test_a_page_that_names_another_as_its_true_address_is_one_item_with_it() -> None:
    line = "<p>เผยแพร่เมื่อ 12 มิถุนายน 2567</p>"
    true = f'<link rel="canonical" href="{HOST}/n/1">'
    both = '<ul><li><a href="/n/1">' + TITLE + '</a></li><li><a href="/index.php/n/1">' + TITLE + "</a></li></ul>"
    posts = (
        page("/n/1", f"<h1>{TITLE}</h1>{line}<p>{PROSE}</p>", head=true),
        page("/index.php/n/1", f"<h1>{TITLE}</h1>{line}<p>{PROSE}</p>", head=true),
    )
    found = items_of(page("/list", both, from_menu=True), *posts)
    assert [item.key for item in found] == ["https://www.sso-test.go.th/n/1"]


def test_an_author_or_category_in_a_byline_is_no_post() -> None:
    body = (
        f'<h1>{TITLE}</h1><p>12 มิถุนายน 2567 โดย <a href="/author/a">งานควบคุมโรค</a> '
        'หมวด: <a href="/c/news">ข่าวประชาสัมพันธ์</a></p>'
        f"<p>{PROSE}</p>"
    )
    found = by_path(items_of(page("/list", LIST, from_menu=True), page("/n/1", body)))
    assert {path: item.published.day for path, item in found.items() if item.published} == {"/n/1": DAY}


def test_what_visitors_write_is_not_published_by_the_agency() -> None:
    body = "<h1>เว็บบอร์ด</h1><p>[ 12 มิ.ย. 67 ] <a href='/q/1'>อยากทราบวันฉีดวัคซีนไข้หวัดใหญ่ค่ะ</a> อ่าน 4 ครั้ง</p>"
    asked = page("/q/1", f"<h1>อยากทราบวันฉีดวัคซีนไข้หวัดใหญ่ค่ะ</h1><p>{PROSE}</p>")
    assert items_of(page("/board", body, title="เว็บบอร์ด", from_menu=True), asked) == ()


def test_the_same_byline_below_every_post_names_its_unit() -> None:
    signed = "<h1>กิจกรรมที่ {0} ของหมู่บ้าน</h1><p>{0} มิถุนายน 2567</p><p>เขียนโดย รพ.สต.หนองไผ่</p>"
    posts = [page(f"/2024/{number}", signed.format(number)) for number in range(1, 9)]
    links = "".join(f'<li><a href="/2024/{number}">กิจกรรมที่ {number} ของหมู่บ้าน</a></li>' for number in range(1, 9))
    found = items_of(page("/list", f"<h1>กิจกรรม</h1><ul>{links}</ul>"), *posts)
    assert [item.source.value if item.source else None for item in found] == ["รพ.สต.หนองไผ่"] * 8
