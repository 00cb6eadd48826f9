"""Where links lead and what names their targets."""

from __future__ import annotations

import json

import pytest

from auditor.extract.html import parse_html
from auditor.extract.labels import is_idle
from auditor.facts import LabelSource
from tests.extract.markup import URL, page
from tests.shared_data import conformance

BASE = "https://www.example.go.th/dir/"


@pytest.mark.parametrize(
    ("markup", "label", "source"),
    [
        pytest.param("<a href=a>แผน<b>งาน</b></a>", "แผนงาน", LabelSource.TEXT, id="text"),
        pytest.param("<a href=a><img src=i.png alt='แผนที่'></a>", "แผนที่", LabelSource.ALT, id="picture"),
        pytest.param("<a href=a title='ติดต่อเรา'><i class=fa></i></a>", "ติดต่อเรา", LabelSource.TITLE, id="title"),
        pytest.param("<a href=a aria-label='ค้นหา'></a>", "ค้นหา", LabelSource.ARIA, id="aria"),
        pytest.param(
            "<a href=a title='คำสั่งแต่งตั้ง'>ดาวน์โหลด</a>", "คำสั่งแต่งตั้ง", LabelSource.TITLE, id="title-before-click"
        ),
        pytest.param(
            "<map><area href=a alt='ข้อมูลบุคลากร' shape=rect></map>", "ข้อมูลบุคลากร", LabelSource.AREA, id="image-map"
        ),
        pytest.param("<iframe src=a title='แผนที่หน่วยงาน'></iframe>", "แผนที่หน่วยงาน", LabelSource.FRAME, id="frame"),
        pytest.param(
            "<table><tr><th>เรื่อง<th>ไฟล์<tr><td>แผนปฏิบัติราชการ<td><a href=a>ดาวน์โหลด</a></table>",
            "แผนปฏิบัติราชการ",
            LabelSource.CONTEXT,
            id="row",
        ),
        pytest.param(
            "<table><tr><td>1<td>แผนจัดซื้อจัดจ้าง<td>12 ม.ค. 67"
            "<td><a href=a><img src=pdf.png alt=PDF></a><tr><td>2<td>ข<td>ค<td>ง</table>",
            "แผนจัดซื้อจัดจ้าง",
            LabelSource.CONTEXT,
            id="row-with-an-icon",
        ),
        pytest.param(
            "<ul><li>คู่มือร้องเรียน <a href=a>[คลิก]</a></ul>", "คู่มือร้องเรียน", LabelSource.CONTEXT, id="list-entry"
        ),
        pytest.param("<p>งบทดลอง ปี 2566<br>คำสั่งที่ 1 <a href=a>ที่นี่</a></p>", "คำสั่งที่ 1", LabelSource.CONTEXT, id="line"),
        pytest.param(
            "<h3>ประกาศรับสมัครงาน</h3><p>ด้วยหน่วยงานมีความประสงค์</p><a href=a>อ่านต่อ &raquo;</a>",
            "ประกาศรับสมัครงาน",
            LabelSource.CONTEXT,
            id="read-more",
        ),
        pytest.param(
            "<h3>MOIT 1</h3><p>1.1 บันทึกข้อความ</p><p><a href=a>Click here</a></p>",
            "1.1 บันทึกข้อความ",
            LabelSource.CONTEXT,
            id="text-above",
        ),
        pytest.param(
            "<h3>คู่มือประชาชน</h3><table><tr><td>ที่มา<td>กลุ่มงานคุ้มครองผู้บริโภค<tr><td>ขนาด<td>1 MB</table>"
            "<ul><li><a href=a>ดาวน์โหลด</a></ul>",
            "คู่มือประชาชน",
            LabelSource.CONTEXT,
            id="table-about-the-target",
        ),
        pytest.param(
            "<h1>คู่มือประชาชน</h1><ul><li>ชนิดไฟล์<span class=badge>PDF</span><li>ขนาดไฟล์<span class=badge>1 MB</span>"
            "<li>เจ้าของข้อมูล<span class=badge>กลุ่มงานพัสดุ</span></ul><a href=a>ดาวน์โหลด</a>",
            "คู่มือประชาชน",
            LabelSource.CONTEXT,
            id="list-about-the-target",
        ),
        pytest.param(
            "<h1>คำสั่ง</h1><ul><li>คำสั่งที่ 1<li>คำสั่งที่ 2</ul><a href=a>ดาวน์โหลด</a>",
            "คำสั่งที่ 2",
            LabelSource.CONTEXT,
            id="list-of-names-above",
        ),
        pytest.param("<a href=a>ดาวน์โหลดแบบฟอร์ม</a>", "ดาวน์โหลดแบบฟอร์ม", LabelSource.TEXT, id="says-something"),
        pytest.param("<a href=a>2567</a>", "2567", LabelSource.TEXT, id="year"),
        pytest.param("<a href=a></a>", "", LabelSource.NONE, id="nothing"),
        pytest.param("<a href=a><img src=i.gif alt=PDF></a>", "PDF", LabelSource.ALT, id="an-icon-alone"),
        pytest.param("<nav>เมนู <a href=a>ดาวน์โหลด</a></nav>", "ดาวน์โหลด", LabelSource.TEXT, id="menu-entry"),
    ],
)
def test_labels_name_the_target(markup: str, label: str, source: LabelSource) -> None:
    (one,) = page(markup).links
    assert (one.label, one.source, one.url) == (label, source, BASE + "a")


def test_the_visible_words_stay_known_where_the_label_came_from_elsewhere() -> None:
    (one,) = page("<ul><li>คู่มือร้องเรียน <a href=a>[คลิก]</a></ul>").links
    assert one.text == "[คลิก]"


@pytest.mark.parametrize(
    ("markup", "apart"),
    [
        pytest.param("<p>แผน <a href=a><img src=i.gif></a></p><p>ก</p>", False, id="icon-in-the-line"),
        pytest.param("<p><a href=a><img src=i.gif></a> แผน</p>", False, id="icon-before-the-words"),
        pytest.param("<p><a href=a><img src=i.gif></a></p><p>แผน</p>", True, id="icon-in-a-line-of-its-own"),
        pytest.param("<p>แผน</p><iframe src=a></iframe>", True, id="frame"),
        pytest.param("<a href=a><p>แผน</p></a>", False, id="words-of-its-own"),
    ],
)
def test_what_has_no_words_stands_among_those_of_a_line_or_apart(markup: str, *, apart: bool) -> None:
    assert page(markup).links[0].apart is apart


def test_cards_that_are_links_as_a_whole_begin_with_their_own_first_words() -> None:
    card = "<a href={0}><div><h5>แผน {0}</h5></div><span>PDF</span></a>"
    found = page(card.format(1) + card.format(2))
    assert [found.blocks[link.block].text for link in found.links] == ["แผน 1", "แผน 2"]


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        pytest.param("<a href=' a b.pdf '>ก</a>", BASE + "a%20b.pdf", id="blanks"),
        pytest.param("<a href='แผน.pdf'>ก</a>", BASE + "%E0%B9%81%E0%B8%9C%E0%B8%99.pdf", id="thai"),
        pytest.param("<a href='/x&amp;y=1#top'>ก</a>", "https://www.example.go.th/x&y=1", id="fragment-and-entity"),
        pytest.param("<a href='mailto:a@b.go.th'>ก</a>", "mailto:a@b.go.th", id="mail"),
        pytest.param("<a href='tel:043597076'>ก</a>", "tel:043597076", id="telephone"),
        pytest.param("<a href='#'>ก</a>", "", id="no-target"),
        pytest.param("<a href=''>ก</a>", "", id="empty"),
        pytest.param("<a href='javascript:void(0)'>ก</a>", "", id="void"),
        pytest.param("<a href='ftp://x/y'>ก</a>", "", id="other-scheme"),
        pytest.param("<a href='http://[bad'>ก</a>", "", id="no-address"),
        pytest.param("<a href=\"javascript:window.open('f.pdf','w')\">ก</a>", BASE + "f.pdf", id="window-open"),
        pytest.param("<a href='#' onclick=\"window.open('f.pdf');return false\">ก</a>", BASE + "f.pdf", id="onclick"),
        pytest.param(
            "<table><tr><td onclick=\"location.href='f.php?id=1'\">ก</td></tr></table>",
            BASE + "f.php?id=1",
            id="cell",
        ),
        pytest.param("<button onclick=\"location='f.php'\">ก</button>", BASE + "f.php", id="button"),
        pytest.param(
            "<a href='#' onclick=\"MM_openBrWindow('n.htm','','')\">ก</a>", BASE + "n.htm", id="dreamweaver"
        ),
        pytest.param("<a href='javascript:__doPostBack(&#39;a&#39;,&#39;&#39;)'>ก</a>", "", id="post-back"),
        pytest.param("<frameset><frame src=menu.htm></frameset>", BASE + "menu.htm", id="frame"),
        pytest.param("<iframe data-src=f.htm src='about:blank'></iframe>", BASE + "f.htm", id="lazy-frame"),
        pytest.param(
            "<a href='#' data-downloadurl='/download/9/'>ก</a>", "https://www.example.go.th/download/9/", id="wpdm"
        ),
        pytest.param("<div data-embed-open-url='f.pdf'></div>", BASE + "f.pdf", id="google-sites-drive"),
        pytest.param("<object data=f.pdf>ก</object>", BASE + "f.pdf", id="object"),
        pytest.param("<base href='/other/'><a href=a>ก</a>", "https://www.example.go.th/other/a", id="base"),
        pytest.param("<select><option value='/x.php'>ก</select>", "https://www.example.go.th/x.php", id="jump-menu"),
    ],
)
def test_links_lead_where_a_browser_would_go(markup: str, url: str) -> None:
    assert [one.url for one in page(markup).links] == [url]


def test_queries_are_sent_in_the_letters_of_the_page() -> None:
    body = "<meta charset=tis-620><p>ประกาศ</p><a href='s.php?q=ข่าว'>ข่าว</a>".encode("cp874")
    (one,) = parse_html(body, URL).links
    assert one.url == BASE + "s.php?q=%A2%E8%D2%C7"


def test_what_opens_a_menu_or_a_tab_is_no_label_without_content() -> None:
    found = page(
        "<ul class=nav><li><a href='#'>เกี่ยวกับเรา</a><ul class=sub-menu><li><a href=a>ประวัติ</a></ul></ul>"
        "<a href='#t1' data-bs-toggle='tab'>แท็บ</a><a role=button data-toggle=collapse href='#c'>พับ</a>"
    )
    assert [one.label for one in found.links] == ["ประวัติ"]


def test_links_side_by_side_are_two_words() -> None:
    found = page("<div class=x><a href=a>หน้าแรก</a><a href=b>ข่าว</a></div>")
    assert found.blocks[0].text == "หน้าแรก ข่าว"


def test_a_card_is_one_link() -> None:
    found = page("<a href=a><img src=i.jpg><h4>บริการ</h4><p>รายละเอียด</p></a>")
    assert [(one.label, one.block) for one in found.links] == [("บริการ รายละเอียด", 0)]


@pytest.mark.parametrize(
    ("style", "buried"),
    [
        pytest.param("position:absolute; left:-9999px", True, id="off-screen"),
        pytest.param("position:fixed;top:-5000px", True, id="above-the-screen"),
        pytest.param("font-size:0", True, id="no-type"),
        pytest.param("font-size: 1px; line-height: 1px", True, id="a-dot"),
        pytest.param("height:0;width:0;overflow:hidden", True, id="no-size"),
        pytest.param("position:absolute;height:1px;overflow:hidden", True, id="a-line"),
        pytest.param("color:#fff; background-color:#ffffff", True, id="colour-of-the-ground"),
        pytest.param("position:absolute;opacity:0", True, id="clear-as-glass"),
        pytest.param("display:none", False, id="not-displayed"),
        pytest.param("visibility:hidden", False, id="not-visible"),
        pytest.param("height:0;overflow:hidden", False, id="slides-open"),
        pytest.param("text-indent:-9999px;background:url(logo.png)", False, id="a-logo-in-place-of-words"),
        pytest.param("color:#fff;background:#006", False, id="white-on-blue"),
        pytest.param("position:relative;left:-30px", False, id="moved-a-little"),
    ],
)
def test_links_that_no_click_brings_to_light_are_marked(style: str, buried: bool) -> None:  # noqa: FBT001
    found = page(f'<p>ข้อความ</p><div style="{style}"><ul><li><a href=a>แผน</a></ul></div><p><a href=b>ถัดไป</a></p>')
    assert {one.label: one.buried for one in found.links} == {"แผน": buried, "ถัดไป": False}


def test_hidden_links_and_nofollow_are_marked() -> None:
    found = page(
        "<div style='display:none'><a href=a rel='nofollow'>สล็อต</a></div><a href=b>ข่าว</a>"
        "<iframe src=c width=0 height=0></iframe><iframe src=d width=600 height=0></iframe>"
    )
    assert [(one.hidden, one.nofollow) for one in found.links] == [
        (True, True),
        (False, False),
        (True, False),
        (False, False),
    ]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<meta http-equiv=refresh content='0; url=home.php'>", BASE + "home.php", id="meta"),
        pytest.param("<meta http-equiv=Refresh content=\"5;URL='home.php'\">", BASE + "home.php", id="quoted"),
        pytest.param("<meta http-equiv=refresh content=300>", None, id="reload"),
        pytest.param("<script>window.location.href = 'home.php';</script>", BASE + "home.php", id="script"),
        pytest.param("<body onload=\"location.replace('home.php')\">", BASE + "home.php", id="onload"),
        pytest.param("<script>location='home.php'</script><p>" + "ยาว " * 80, None, id="script-of-a-full-page"),
        pytest.param("<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", None, id="script-address"),
        pytest.param("<meta http-equiv=refresh content='" + " " * 3000 + "x'>", None, id="blanks"),
    ],
)
def test_pages_that_only_send_their_reader_on(markup: str, expected: str | None) -> None:
    assert page(markup).refresh == expected


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        *(
            (word, True)
            for word in (
                "คลิกที่นี่",
                "ดาวน์โหลดไฟล์ PDF (1.2 MB)",
                ">> อ่านต่อ <<",
                "Read more...",
                "[Download]",
                "เอกสารแนบ 1",
                "\u200b",
            )
        ),
        *((word, False) for word in ("แผนปฏิบัติราชการ", "คู่มือ", "2567", "ดาวน์โหลดแบบฟอร์ม", "ITA", "ร้องเรียน")),
    ],
)
def test_idle_labels_are_told_from_names(text: str, idle: bool) -> None:  # noqa: FBT001 - a table row
    assert is_idle(text) is idle


def test_links_of_lychees_fixtures_are_found() -> None:
    root = conformance("links-lychee") / "files"
    names = [
        path["file"]
        for path in json.loads((root.parent / "MANIFEST.json").read_text())
        if path["file"].endswith(".html")
    ]
    found = {name: parse_html((root.parent / name).read_bytes(), URL, None) for name in names}
    assert all(
        one.url.startswith(("http", "mailto:", "tel:")) or not one.url for f in found.values() for one in f.links
    )
    html5 = {one.url for one in found["files/TEST_HTML5.html"].links}
    assert {"https://example.com/body/a", "https://example.com/body/div_empty_a"} & html5
