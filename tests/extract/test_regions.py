"""Where on a page something stands, on sites of many makers."""

from __future__ import annotations

import pytest

from auditor.facts import Region
from tests.extract.markup import link, page, paths, regions

LONG = "หน่วยงานมีหน้าที่ส่งเสริมสุขภาพ ป้องกันโรค และคุ้มครองผู้บริโภคในพื้นที่ " * 4
LINKS = "".join(f"<a href='m{n}.php'>{name}</a><br>" for n, name in enumerate(("หน้าแรก", "ประวัติ", "บุคลากร", "ติดต่อ")))


MANY = LINKS + "".join(f"<a href=x{n}.php>รายการที่ {n}</a><br>" for n in range(12))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param(
            f"<header>หัว</header><nav>นำทาง</nav><main>{LONG}</main><aside>ข้าง</aside><footer>ท้าย</footer>",
            {"หัว": "header", "นำทาง": "nav", LONG.strip(): "main", "ข้าง": "aside", "ท้าย": "footer"},
            id="landmarks",
        ),
        pytest.param(
            f"<div role=banner>หัว</div><div role=navigation>นำทาง</div><div role=main>{LONG}</div>"
            "<div role=contentinfo>ท้าย</div>",
            {"หัว": "header", "นำทาง": "nav", "ท้าย": "footer"},
            id="roles",
        ),
        pytest.param(
            "<main><article><header>หัวข่าว</header><p>เนื้อ</p><footer>ท้ายข่าว</footer></article></main>",
            {"หัวข่าว": "main", "เนื้อ": "main", "ท้ายข่าว": "main"},
            id="an-articles-own-header",
        ),
        pytest.param(
            "<div id=header>หัว</div><div class='left-sidebar'><div class=moduletable_menu>เมนู</div>ข้าง</div>"
            f"<div id=content>{LONG}</div><div class='site-footer'>ท้าย</div>",
            {"หัว": "header", "เมนู": "nav", "ข้าง": "aside", LONG.strip(): "main", "ท้าย": "footer"},
            id="words",
        ),
        pytest.param(
            "<body class='home has-sidebar header-image'><div class='content-sidebar-wrap'><p>เนื้อ</p></div>",
            {"เนื้อ": "main"},
            id="words-that-speak-of-a-layout",
        ),
        pytest.param(
            "<div class=card><div class='card-header'>การ์ด</div>"
            "<div class='card-footer'>ใต้การ์ด</div></div><p>เนื้อ</p>",
            {"การ์ด": "main", "ใต้การ์ด": "main"},
            id="parts-of-a-card",
        ),
        pytest.param(
            "<ul class='nav nav-tabs'><li><a href='#t1' data-toggle=tab>ปี 2567</a></ul>"
            "<div class='tab-content'><div class='tab-pane' id=t1>เอกสาร</div></div>",
            {"ปี 2567": "main", "เอกสาร": "main"},
            id="bootstrap-tabs",
        ),
        pytest.param(
            "<div class=top><a href=/>หน้าแรก</a></div><div class=box><p>ข่าว</p><div>"
            + "".join(f"<a href=/n{n}>สรุปผลการประชุมคณะกรรมการครั้งที่ {n}</a><br>" for n in range(5))
            + f"</div></div><div class='footer bg-light'>{LONG}</div>",
            {"ข่าว": "main", "สรุปผลการประชุมคณะกรรมการครั้งที่ 3": "main", LONG.strip(): "footer"},
            id="a-list-of-news-is-the-page",
        ),
        pytest.param(
            "<nav aria-label=breadcrumb><ol class=breadcrumb><li>หน้าแรก<li>ข่าว</ol></nav><p>เนื้อ</p>",
            {"หน้าแรก": "breadcrumb", "ข่าว": "breadcrumb"},
            id="bootstrap-breadcrumb",
        ),
        pytest.param(
            f"<div id=SITE_HEADER>หัว</div><div id=PAGES_CONTAINER>{LONG}</div><div id=SITE_FOOTER>ท้าย</div>",
            {"หัว": "header", LONG.strip(): "main", "ท้าย": "footer"},
            id="wix",
        ),
        pytest.param(
            "<div class='elementor elementor-location-header'>หัว<div class='elementor-nav-menu'>เมนู</div></div>"
            "<div class='elementor-widget-container'>เนื้อ</div><div class='elementor-location-footer'>ท้าย</div>",
            {"หัว": "header", "เมนู": "nav", "เนื้อ": "main", "ท้าย": "footer"},
            id="elementor",
        ),
        pytest.param(
            "<div id='dnn_ControlPanel'><div id='dnnMenu'>เมนู</div><div id='dnn_ContentPane'>เนื้อ</div>"
            "<div id='dnn_FooterPane' class='footer'>ท้าย</div></div>",
            {"เมนู": "nav", "เนื้อ": "main", "ท้าย": "footer"},
            id="dnn",
        ),
        pytest.param(
            "<div class='region region-header'>หัว</div><div class='region region-sidebar-first'>ข้าง</div>"
            "<div class='region region-content'>เนื้อ</div>",
            {"หัว": "header", "ข้าง": "aside", "เนื้อ": "main"},
            id="drupal",
        ),
        pytest.param(
            "<div class='widget PageList' id='PageList1'>เมนู</div><h2 class='date-header'>วันจันทร์</h2>"
            "<div class='post-body entry-content'>เนื้อ</div>"
            "<div class='post-footer-line post-footer-line-1'>ป้าย</div>",
            {"เมนู": "nav", "วันจันทร์": "main", "เนื้อ": "main", "ป้าย": "main"},
            id="blogger",
        ),
        pytest.param(
            f"<div id=header><div><p>{LONG}</p></div></div>", {LONG.strip(): "main"}, id="a-wrapper-misnamed-header"
        ),
        pytest.param(
            f"<a href=/th>ไทย</a><div><a href=/en>English</a></div><div id=sidebar><div><p>{LONG}</p></div></div>",
            {"English": "main", LONG.strip(): "main"},
            id="languages-above-a-misnamed-wrapper",
        ),
        pytest.param(
            f"<p><a href=/a>ประกาศรับสมัครพยาบาล</a></p><div id=sidebar><div><p>{LONG}</p></div></div>",
            {"ประกาศรับสมัครพยาบาล": "main", LONG.strip(): "aside"},
            id="a-link-that-is-the-content",
        ),
        pytest.param(
            f"<div id=content><a href=/a>แผนที่</a></div><div id=sidebar><div><p>{LONG}</p></div></div>",
            {"แผนที่": "main", LONG.strip(): "aside"},
            id="a-brief-link-in-a-part-that-says-it-is-the-content",
        ),
        pytest.param(
            f"<div><div>{MANY}</div><div><p><b>แผนงาน</b></p><p><a href=p.pdf>แผน</a> (pdf)</p></div></div>"
            f"<p>{LONG}</p>",
            {"หน้าแรก": "nav", "แผนงาน": "main", "แผน (pdf)": "main", LONG.strip(): "main"},
            id="hand-made-menu-beside-little-content",
        ),
        pytest.param(
            f"<table><tr><td width=180>{LINKS}<td><p>{LONG}</p></table>",
            {"หน้าแรก": "nav", "ติดต่อ": "nav", LONG.strip(): "main"},
            id="hand-made-narrow-column",
        ),
        pytest.param(
            f"<div>{LINKS}</div><p>{LONG}</p>",
            {"หน้าแรก": "nav", "ติดต่อ": "nav", LONG.strip(): "main"},
            id="hand-made-links-at-the-top",
        ),
    ],
)
def test_regions_of_many_makers(markup: str, expected: dict[str, str]) -> None:
    found = regions(page(markup))
    assert {text: found.get(text) for text in expected} == expected


def test_a_list_of_documents_in_the_content_is_no_menu() -> None:
    documents = "".join(f"<li><a href='files/{n}.pdf'>แผน {n}</a>" for n in range(6))
    found = page(f"<h1>แผนงาน</h1><ul>{documents}</ul><p>{LONG}</p>")
    assert {one.region for one in found.links} == {Region.MAIN}


def test_a_page_that_is_only_a_list_of_links_is_content() -> None:
    found = page("<ul>" + "".join(f"<li><a href='y{n}.html'>ปี {n}</a>" for n in range(2560, 2568)) + "</ul>")
    assert {one.region for one in found.links} == {Region.MAIN}


def test_a_frame_that_only_holds_links_is_a_menu() -> None:
    found = page(
        "<table>" + "".join(f"<tr><td><a href='m{n}.htm' target=main>เมนู {n}</a>" for n in range(5)) + "</table>"
    )
    assert {one.region for one in found.links} == {Region.NAV}


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param(
            "<nav><ul><li><a href=a>เกี่ยวกับเรา</a><ul><li><a href=b>ประวัติ</a>"
            "<li>โครงสร้าง<ul><li><a href=c>ผู้บริหาร</a></ul></ul></ul></nav>",
            {"เกี่ยวกับเรา": (), "ประวัติ": ("เกี่ยวกับเรา",), "ผู้บริหาร": ("เกี่ยวกับเรา", "โครงสร้าง")},
            id="nested-lists",
        ),
        pytest.param(
            "<ul class=menu><li><span class=separator><span>ข่าวสาร</span></span>"
            "<ul><li><a href=b><span>ประกาศ</span></a></ul></ul>",
            {"ประกาศ": ("ข่าวสาร",)},
            id="joomla-separator",
        ),
        pytest.param(
            "<div class=navbar><a href=h>หน้าแรก</a><div class=dropdown><button class=dropbtn>บริการ</button>"
            "<div class='dropdown-content'><a href=s>ตรวจสุขภาพ</a></div></div></div>",
            {"หน้าแรก": (), "ตรวจสุขภาพ": ("บริการ",)},
            id="dropdown-of-divs",
        ),
        pytest.param(
            "<nav><ul><li class='dropdown'><a class='dropdown-toggle' href='#' data-bs-toggle=dropdown>ITA</a>"
            "<div class='dropdown-menu mega'><div class=col><h5>ปี 2567</h5><a href=7>MOIT 1</a></div>"
            "<div class=col><h5>ปี 2566</h5><a href=6>MOIT 2</a></div></div></ul></nav>",
            {"MOIT 1": ("ITA", "ปี 2567"), "MOIT 2": ("ITA", "ปี 2566")},
            id="mega-menu-columns",
        ),
    ],
)
def test_links_know_the_menu_entries_above_them(markup: str, expected: dict[str, tuple[str, ...]]) -> None:
    found = paths(page(markup))
    assert {label: found.get(label) for label in expected} == expected


def test_links_know_the_heading_above_them_in_their_region() -> None:
    found = page(
        "<main><h1>ITA 2567</h1><h2>MOIT 1</h2><a href=1>คำสั่ง</a><aside><h3>ข่าว</h3></aside>"
        "<a href=2>ประกาศ</a><h2><a href=3>MOIT 2</a></h2></main>"
    )
    assert {one.label: one.heading for one in found.links} == {
        "คำสั่ง": "MOIT 1",
        "ประกาศ": "MOIT 1",
        "MOIT 2": "ITA 2567",
    }


def test_an_accordion_in_the_content_is_content_and_not_hidden() -> None:
    found = page(
        "<main><div class=accordion><h2 class='accordion-header'><button class='accordion-button collapsed' "
        "data-bs-toggle=collapse data-bs-target='#c1'>MOIT 1</button></h2>"
        "<div id=c1 class='accordion-collapse collapse'><div class='accordion-body'>"
        "<a href=1.pdf>คำสั่ง</a></div></div></div></main>"
    )
    one = link(found, "คำสั่ง")
    assert (one.region, one.hidden, one.heading) == (Region.MAIN, False, "MOIT 1")


def test_a_tab_names_the_section_it_opens() -> None:
    found = page(
        "<ul class='nav nav-tabs' role=tablist><li><a href='#y67' data-toggle=tab>ปี 2567</a><li>"
        "<button data-bs-toggle=tab data-bs-target='#y66'>ปี 2566</button></ul><div class=tab-content>"
        "<div class=tab-pane id=y67><a href=1.pdf>แผนงาน</a></div>"
        "<div class=tab-pane id=y66><a href=2.pdf>แผนเดิม</a></div></div>"
    )
    assert {one.label: one.heading for one in found.links} == {"แผนงาน": "ปี 2567", "แผนเดิม": "ปี 2566"}


def test_a_label_right_above_its_section_is_not_said_twice() -> None:
    found = page("<h4><a data-toggle=collapse href='#c1'>MOIT 2</a></h4><div id=c1 class=collapse><p>ก</p></div>")
    assert [one.text for one in found.blocks] == ["MOIT 2", "ก"]
