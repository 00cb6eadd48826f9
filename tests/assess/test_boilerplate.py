"""What most pages repeat is the site's frame and no page's content."""

from __future__ import annotations

import pytest

from auditor.assess.boilerplate import Boilerplate, title_parts
from auditor.facts import Image, Page, Region
from tests.assess.building import AGENCY, heading, link, text


def counted(*pages: Page) -> Boilerplate:
    frame = Boilerplate()
    for page in pages:
        frame.count(page)
    return frame


LOGO = Image(url="https://x.go.th/logo.png", alt="", region=Region.MAIN, block=0)
SLOGAN = text("สุขภาพดีถ้วนหน้า", region=Region.ASIDE)


def site(number: int) -> tuple[Page, ...]:
    return tuple(
        Page(title=f"เรื่องที่ {n} - {AGENCY}", blocks=(SLOGAN, text(f"เนื้อหาที่ {n}")), images=(LOGO,))
        for n in range(number)
    )


def test_a_line_on_most_pages_is_frame_and_a_pages_own_line_is_not() -> None:
    frame = counted(*site(6))
    assert frame.is_frame(SLOGAN)
    assert not frame.is_frame(text("เนื้อหาที่ 3"))


def test_thai_spelling_does_not_hide_a_repeated_line() -> None:
    assert counted(*site(6)).is_frame(text("สุขภาพดี ถ้วนหน้า", region=Region.ASIDE))


def test_on_few_pages_nothing_is_called_repeated() -> None:
    assert not counted(*site(4)).is_frame(SLOGAN)


def test_a_line_on_half_of_the_pages_is_content() -> None:
    others = tuple(Page(title=f"หน้า {n}", blocks=(text(f"อื่น {n}"),)) for n in range(6))
    assert not counted(*site(6), *others).is_frame(SLOGAN)


def test_a_heading_that_every_menu_repeats_is_still_the_pages_own() -> None:
    entry = text("วิสัยทัศน์", region=Region.NAV)
    pages = tuple(Page(title=f"หน้า {n}", blocks=(entry, text(f"เนื้อหา {n}"))) for n in range(8))
    frame = counted(*pages, Page(title="วิสัยทัศน์", blocks=(entry, heading("วิสัยทัศน์"))))
    assert not frame.is_frame(heading("วิสัยทัศน์"))


def test_a_picture_on_most_pages_is_frame() -> None:
    frame = counted(*site(6))
    assert frame.is_frame_image(LOGO.url)
    assert not frame.is_frame_image("https://x.go.th/vision.jpg")


def test_a_title_is_told_without_the_sites_name() -> None:
    frame = counted(*site(6))
    assert frame.own_title(f"วิสัยทัศน์ - {AGENCY}") == "วิสัยทัศน์"


def test_a_title_that_is_only_the_sites_name_stays() -> None:
    assert counted(*site(6)).own_title(AGENCY) == AGENCY


def test_titles_that_share_nothing_have_no_site_title() -> None:
    assert counted(*(Page(title=f"หน้า {n}") for n in range(8))).site_title() is None


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("วิสัยทัศน์ - สสอ.บึงทอง", ["วิสัยทัศน์", "สสอ.บึงทอง"]),
        ("วิสัยทัศน์ | สสอ.บึงทอง", ["วิสัยทัศน์", "สสอ.บึงทอง"]),
        ("วิสัยทัศน์|สสอ.บึงทอง", ["วิสัยทัศน์", "สสอ.บึงทอง"]),
        ("วิสัยทัศน์ – สสอ.บึงทอง", ["วิสัยทัศน์", "สสอ.บึงทอง"]),
        ("สสอ.บึงทอง » วิสัยทัศน์", ["สสอ.บึงทอง", "วิสัยทัศน์"]),
        ("จัดซื้อ-จัดจ้าง", ["จัดซื้อ-จัดจ้าง"]),
        ("", []),
    ],
)
def test_titles_are_cut_where_site_makers_join_page_and_site(title: str, parts: list[str]) -> None:
    assert title_parts(title) == parts


ENTRIES = ("ประวัติ", "ผู้บริหาร", "แผนงาน", "ประกาศ", "ติดต่อเรา")


def with_menu(number: int, *, days: str = "", region: Region = Region.MAIN, names: tuple[str, ...] = ENTRIES) -> Page:
    """A page whose content is followed by links that the markup calls nothing."""
    lines = tuple(text(f"{name}{days}", region=region) for name in names)
    links = tuple(link(name, f"/p{n}", region=region, block=n + 1) for n, name in enumerate(names))
    return Page(title=f"หน้า {number}", blocks=(text(f"เนื้อหา {number}"), *lines), links=links)


def test_links_that_most_pages_repeat_are_a_menu_wherever_they_stand() -> None:
    frame = counted(*map(with_menu, range(8)))
    entry = link("แผนงาน", "/p2")
    assert frame.menus.holds(entry)
    assert frame.menus.leads_to(entry.url)
    assert not frame.menus.holds(link("แผนงานปี 2567", "/p2"))
    assert not frame.is_frame(heading("แผนงาน"))
    assert frame.is_frame(text("แผนงาน"))


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param([with_menu(n) for n in range(4)], id="few-pages"),
        pytest.param([with_menu(n, days=" 2 ม.ค. 2567") for n in range(8)], id="dated-as-news-are"),
        pytest.param([with_menu(n, names=ENTRIES[:3]) for n in range(8)], id="few-links"),
        pytest.param(
            [with_menu(n, names=tuple(f"{name}{'ยาว' * 9}" for name in ENTRIES)) for n in range(8)], id="long"
        ),
        pytest.param([with_menu(n, region=Region.ASIDE) for n in range(8)], id="side-column"),
        pytest.param([with_menu(0), *(Page(title=f"หน้า {n}") for n in range(8))], id="on-one-page"),
    ],
)
def test_other_links_are_no_menu(pages: list[Page]) -> None:
    frame = counted(*pages)
    assert not any(frame.menus.holds(each) for each in pages[0].links)
    assert not frame.menus.leads_to("https://www.sso-test.go.th/p2")


def test_a_menu_in_the_foot_takes_no_line_from_the_content() -> None:
    frame = counted(*(with_menu(n, region=Region.FOOTER) for n in range(8)))
    assert not frame.is_frame(text("แผนงาน"))
