from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.crawl.discovery import Links, preference, start
from auditor.crawl.sitemap import Listed
from auditor.crawl.targets import Target
from auditor.facts import LabelSource, Link, Page, Region
from auditor.urls import Scope, canonical

if TYPE_CHECKING:
    from auditor.crawl.frontier import Candidate

HOST = "http://a.go.th"
HOME = start(f"{HOST}/")


def link(url: str, label: str = "ลิงก์", region: Region = Region.MAIN, *, embedded: bool = False) -> Link:
    return Link(
        url=url if "://" in url else HOST + url,
        label=label,
        source=LabelSource.TEXT,
        region=region,
        block=0,
        embedded=embedded,
    )


def reader(words: tuple[str, ...] = ()) -> Links:
    return Links(Scope.of(HOST), words, lambda _: False, canonical)


def found(
    *links: Link, at: Candidate = HOME, words: tuple[str, ...] = (), refresh: str | None = None
) -> list[Candidate]:
    page = Page(links=links, refresh=refresh)
    return list(reader(words).of(page, at, 100))


MANY = tuple(link(f"/{number}") for number in range(10))


def test_links_of_the_start_pages_menu_are_from_the_menu_and_others_are_not() -> None:
    menu, main = found(link("/a", "ติดต่อเรา", Region.NAV), link("/b"), *MANY)[:2]
    assert (menu.from_menu, menu.depth, menu.home) == (True, 1, False)
    assert (main.from_menu, main.depth) == (False, 1)
    assert [step.label for step in menu.trail] == ["", "ติดต่อเรา"]
    assert menu.rank < main.rank


def test_menus_of_other_pages_do_not_count_as_that_of_the_start_page() -> None:
    inner = replace(HOME, url=f"{HOST}/x", depth=1, home=False, from_menu=False)
    (one,) = found(link("/a", region=Region.NAV), at=inner)
    assert (one.from_menu, one.depth) == (False, 2)


def test_a_door_page_hands_its_place_to_what_stands_behind_it() -> None:
    (behind,) = found(link("/home.html", "เข้าสู่เว็บไซต์"))
    assert (behind.home, behind.from_menu) == (True, True)
    further = found(link("/next", "ถัดไป"), at=behind)[0]
    assert further.home is False


def test_a_refresh_costs_no_click() -> None:
    (onwards,) = found(refresh=f"{HOST}/main.php")
    assert (onwards.url, onwards.depth, onwards.home) == (f"{HOST}/main.php", 0, True)


def test_all_that_the_frames_of_a_frameset_link_to_is_menu() -> None:
    left, right = found(link("/menu.html", embedded=True), link("/main.html", embedded=True))
    assert (left.depth, left.home, left.framed, right.framed) == (0, True, True, True)
    (entry,) = found(link("/vision.html"), at=left)
    assert (entry.from_menu, entry.depth) == (True, 1)


def test_a_frame_within_an_ordinary_page_brings_no_menu() -> None:
    frame = found(link("/news-frame.html", embedded=True), *MANY)[0]
    assert (frame.home, frame.framed) == (True, False)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        pytest.param("https://www.youtube.com/embed/x", False, id="a-film"),
        pytest.param("https://www.google.com/maps/embed?pb=1", False, id="a-map"),
        pytest.param("/inner.html", True, id="a-page-of-the-site"),
        pytest.param("https://drive.google.com/file/d/1AbC-def_GHIjkl/preview", True, id="a-shared-file"),
        pytest.param("https://b.go.th/plan.pdf", True, id="a-file-elsewhere"),
    ],
)
def test_what_others_show_inside_a_page_is_no_link_but_files_and_own_pages_are(url: str, *, kept: bool) -> None:
    assert bool(found(link(url, embedded=True))) is kept


def test_a_viewer_leads_to_the_file_that_it_shows_as_well() -> None:
    viewer, file = found(link(f"{HOST}/viewer.html?file=/up/plan.pdf", "แผน", embedded=True), *MANY)[:2]
    assert viewer.url.startswith(f"{HOST}/viewer.html")
    assert (file.url, file.target) == (f"{HOST}/up/plan.pdf", Target.DOCUMENT)
    assert file.trail[-1].label == "แผน"


@pytest.mark.parametrize(
    ("label", "url", "preferred"),
    [
        pytest.param("แผนปฏิบัติราชการ ประจำปี ๒๕๖๗", "/x", True, id="in-the-label"),
        pytest.param(
            "คลิก",
            "/%E0%B9%81%E0%B8%9C%E0%B8%99%E0%B8%9B%E0%B8%8F%E0%B8%B4%E0%B8%9A%E0%B8%B1%E0%B8%95%E0%B8%B4%E0%B8%A3%E0%B8%B2%E0%B8%8A%E0%B8%81%E0%B8%B2%E0%B8%A3/",
            True,
            id="in-a-thai-address",
        ),
        pytest.param("ข่าวกีฬา", "/sport", False, id="neither"),
    ],
)
def test_preferred_words_are_looked_for_in_label_and_address(label: str, url: str, *, preferred: bool) -> None:
    one = found(link(url, label), words=("แผน ปฏิบัติราชการ",))[0]
    assert one.preferred is preferred


def test_words_too_short_to_tell_anything_prefer_nothing() -> None:
    assert preference(("ita", "แผน"))("แผนที่ ita") is False


def test_an_address_from_the_sitemap_alone_names_the_sitemap_in_its_trail() -> None:
    listed = reader().listed(Listed(url=f"{HOST}/plan"), f"{HOST}/sitemap.xml", HOME)
    assert [step.url for step in listed.trail] == [f"{HOST}/", f"{HOST}/sitemap.xml", f"{HOST}/plan"]
    assert (listed.from_sitemap, listed.from_menu) == (True, False)


def test_no_more_links_than_allowed_are_looked_at() -> None:
    page = Page(links=MANY)
    assert len(list(reader().of(page, HOME, 3))) == 3
