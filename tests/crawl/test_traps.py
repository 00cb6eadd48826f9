from __future__ import annotations

from datetime import date

import pytest

from auditor.config import CrawlLimits
from auditor.crawl.traps import Traps, digest
from auditor.facts import Block, BlockKind, Image, LabelSource, Link, Page, Region

HOST = "http://a.go.th"
TODAY = date(2024, 6, 15)


def traps(run: int = 5) -> Traps:
    return Traps(CrawlLimits(trap_run=run), TODAY)


def page(*texts: str, links: tuple[str, ...] = (), pictures: tuple[str, ...] = ()) -> Page:
    return Page(
        blocks=tuple(Block(kind=BlockKind.TEXT, text=text, region=Region.MAIN) for text in texts),
        links=tuple(
            Link(url=HOST + url, label="x", source=LabelSource.TEXT, region=Region.MAIN, block=0) for url in links
        ),
        images=tuple(Image(url=HOST + url, alt="", region=Region.MAIN, block=0) for url in pictures),
    )


@pytest.mark.parametrize(
    ("target", "depth", "reason"),
    [
        pytest.param("/a/b/c", 3, None, id="plain"),
        pytest.param("/a/b", 21, "depth", id="too-deep"),
        pytest.param("/" + "x" * 2000, 1, "length", id="too-long"),
        pytest.param("/" + "/".join("abcdefghijklmnopqrstu"), 1, "segments", id="too-many-segments"),
        pytest.param("/a/b/a/b/a", 1, "repeats", id="a-relative-link-that-eats-its-tail"),
        pytest.param("/th/about/th", 1, None, id="a-segment-twice"),
        pytest.param("/news/index/0/0/0", 1, None, id="route-parameters-that-are-equal"),
    ],
)
def test_rule_12_shapes_of_addresses_are_bounded(target: str, depth: int, reason: str | None) -> None:
    made = traps()
    assert made.refuses(HOST + target, depth, f"{HOST}/") == reason
    assert [cut.reason for cut in made.cuts] == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("target", "parent", "cut"),
    [
        pytest.param("/cal?month=7&year=2027", "/cal?month=6&year=2027", True, id="next-month-years-ahead"),
        pytest.param("/cal?date=2571-01", "/cal?date=2570-12", True, id="buddhist-era"),
        pytest.param("/events/2031/05/", "/events/2031/04/", True, id="in-the-path"),
        pytest.param("/cal?d=1&date=01-05-2031", "/cal?date=30-04-2031", True, id="day-first"),
        pytest.param("/cal?month=7&year=2026", "/cal?month=6&year=2026", False, id="within-two-years"),
        pytest.param("/plan?year=2580", "/plans", False, id="a-twenty-year-plan-linked-from-a-page"),
        pytest.param("/show?id=2031", "/show?id=2030", False, id="a-number-that-is-no-date"),
        pytest.param("/plan-2566-2570/", "/2566/01/", False, id="a-range-in-a-name"),
    ],
)
def test_rule_12_calendars_are_left_two_years_ahead(target: str, parent: str, *, cut: bool) -> None:
    reason = traps().refuses(HOST + target, 3, HOST + parent)
    assert reason == ("future-dates" if cut else None)


def test_rule_12_a_pattern_that_keeps_saying_the_same_is_cut() -> None:
    made = traps()
    for number in range(7):
        url = f"{HOST}/list.php?page={number}"
        if made.refuses(url, 2, HOST) is None:
            made.learn(url, digest(page("no data")), way_out=True)
    assert [(cut.reason, cut.count, cut.example) for cut in made.cuts] == [("no-news", 1, f"{HOST}/list.php?page=5")]
    assert made.refuses(f"{HOST}/other.php?page=1", 2, HOST) is None


def test_rule_12_all_sortings_of_one_list_are_one_pattern() -> None:
    made = traps()
    for number in range(6):
        url = f"{HOST}/list.php?sort={'abcdef'[number]}"
        made.learn(url, digest(page("the same list")), way_out=True)
    assert made.refuses(f"{HOST}/list.php?sort=z", 2, HOST) == "no-news"


def test_rule_12_a_pattern_that_leads_nowhere_but_to_itself_is_cut() -> None:
    made = traps()
    for number in range(5):
        url = f"{HOST}/maze/{number}"
        made.learn(url, digest(page(f"{'word ' * number}")), way_out=False)
    assert made.encloses(f"{HOST}/maze/99", f"{HOST}/maze/4")
    assert not made.encloses(f"{HOST}/maze/99", f"{HOST}/list")
    made.leave(f"{HOST}/maze/99")
    assert [(cut.reason, cut.count) for cut in made.cuts] == [("no-news", 1)]


def test_rule_12_an_archive_of_a_thousand_articles_is_no_trap() -> None:
    made = traps(run=200)
    for number in range(1000):
        url = f"{HOST}/show_topic.php?id={number}"
        assert made.refuses(url, 2, f"{HOST}/list.php") is None
        made.learn(url, digest(page(f"เรื่องที่ {number}")), way_out=number % 20 == 0)
    assert made.cuts == ()


def test_pages_of_pictures_or_files_alone_are_told_apart() -> None:
    albums = {digest(page("ภาพกิจกรรม", pictures=(f"/{name}.jpg",))) for name in "abc"}
    files = {digest(page("แผน", links=(f"/{name}.pdf",))) for name in "abc"}
    assert (len(albums), len(files)) == (3, 3)


def test_boilerplate_does_not_count_as_content() -> None:
    same = page("text")
    with_menu = Page(blocks=(Block(kind=BlockKind.ITEM, text="visitor 123", region=Region.FOOTER), *same.blocks))
    assert digest(same) == digest(with_menu)


def test_rule_12_every_limit_reached_is_told_and_the_telling_is_bounded() -> None:
    made = traps()
    for number in range(500):
        made.refuses(f"{HOST}/{number}x/y{'z' * 2000}", 1, HOST)
        made.refuses(f"{HOST}/a{chr(97 + number % 26)}{chr(97 + number // 26)}/{'z' * 2000}", 1, HOST)
    assert len(made.cuts) == 100
    assert sum(cut.count for cut in made.cuts) == 1000
