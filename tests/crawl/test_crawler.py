from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.facts import (
    Document,
    Fetched,
    Kind,
    Page,
    RobotsState,
    Skipped,
    SkipWhy,
    Unreachable,
    Why,
)
from auditor.thai.text import fold
from auditor.urls import canonical
from tests.crawl.crawling import OPEN_ROBOTS, QUICK, crawl, links, page, quick
from tests.loopback import Asked, LoopbackSite, Reply

if TYPE_CHECKING:
    from auditor.crawl.progress import Progress

PDF = Reply(b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF", "application/pdf")
PNG = Reply(b"\x89PNG\r\n\x1a\n" + bytes(64), "image/png")


# --- what is met and how -----------------------------------------------------------------------------------


async def test_a_small_site_is_read_whole_and_the_coverage_says_so() -> None:
    pages = {
        "/": page(links("/a", "/plan.pdf"), menu=("/about",)),
        "/a": page(links("/", "/b")),
        "/b": page(links("/a")),
        "/about": page("เกี่ยวกับเรา"),
        "/plan.pdf": PDF,
    }
    with LoopbackSite(pages) as site:
        done = await crawl(site)
    assert set(done.targets()) == {"/", "/a", "/b", "/about", "/plan.pdf"}
    assert done.targets()[0] == "/"
    coverage = done.coverage
    assert (coverage.pages, coverage.documents, coverage.errors) == (4, 1, 0)
    assert (coverage.complete, coverage.limits, coverage.skipped) == (True, (), ())
    assert coverage.robots is RobotsState.ABSENT
    assert (coverage.shallow_known, coverage.shallow_read) == (4, 4)
    assert coverage.requests == len(site.log)
    assert coverage.not_found_probe == 404


async def test_a_trail_is_the_shortest_way_with_its_labels() -> None:
    pages = {
        "/": page('<a href="/news">ข่าว</a>', menu=("/ita",)),
        "/ita": page('<a href="/plan">แผนปฏิบัติราชการ</a>'),
        "/news": page('<a href="/more">อ่านต่อ</a>'),
        "/more": page('<a href="/plan">อีกทาง</a>'),
        "/plan": page("แผน"),
    }
    with LoopbackSite(pages) as site:
        done = await crawl(site)
    plan = done.at("/plan")
    assert [step.label for step in plan.trail[1:]] == ["เมนู /ita", "แผนปฏิบัติราชการ"]
    assert (plan.depth, plan.from_menu, done.at("/ita").from_menu) == (2, False, True)


async def test_pages_behind_frames_refreshes_and_image_maps_are_found() -> None:
    pages = {
        "/": Reply('<html><head><meta http-equiv="refresh" content="0; url=/door.html"></head></html>'),
        "/door.html": page(
            '<img src="d.png" usemap="#m"><map name="m"><area href="/home.html" alt="เข้าสู่เว็บไซต์"></map>'
        ),
        "/home.html": Reply(
            '<html><frameset cols="20%,80%"><frame src="menu.html"><frame src="main.html"></frameset></html>'
        ),
        "/menu.html": Reply(
            '<html><body><table><tr><td><a href="/vision.html">วิสัยทัศน์</a></td></tr></table></body></html>'
        ),
        "/main.html": page("ยินดีต้อนรับ"),
        "/vision.html": page("วิสัยทัศน์"),
    }
    with LoopbackSite(pages) as site:
        done = await crawl(site)
    assert set(done.targets()) == set(pages)
    vision = done.at("/vision.html")
    assert (vision.depth, vision.from_menu) == (2, True)


async def test_a_menu_comes_first_under_a_short_budget() -> None:
    news = [f"/news/{number}" for number in range(60)]
    menu = tuple(f"/menu/{number}" for number in range(10))
    made = {url: page(f"ข่าว {url}") for url in (*news, *menu)}
    with LoopbackSite({"/": page(links(*news), menu=menu), **made}) as site:
        done = await crawl(site, quick(max_pages=11))
    assert set(done.targets()) == {"/", *menu}
    assert done.coverage.complete is False
    assert done.coverage.limits == ("max-pages",)
    assert dict(done.coverage.skipped) == {SkipWhy.BUDGET: 60}
    assert isinstance(done.at("/news/5").fetch, Skipped)
    assert (done.coverage.shallow_known, done.coverage.shallow_read) == (71, 11)


async def test_preferred_words_pull_disclosure_pages_up() -> None:
    news = [f"/news/{number}" for number in range(40)]
    made = {url: page(f"ข่าว {url}", title=url) for url in news}
    pages = {
        "/": page(links(*news), menu=("/ita",)),
        "/ita": page('<a href="/x1">แผนปฏิบัติราชการ ประจำปี ๒๕๖๗</a>'),
        "/x1": page("แผน"),
        **made,
    }
    with LoopbackSite(pages) as site:
        done = await crawl(site, quick(max_pages=6), preferred=(fold("แผนปฏิบัติราชการ"),))
    assert "/x1" in done.targets()[:6]


async def test_documents_have_a_budget_of_their_own() -> None:
    files = [f"/f{number}.pdf" for number in range(8)]
    pages = [f"/p{number}" for number in range(8)]
    made = dict.fromkeys(files, PDF) | {url: page(url) for url in pages}
    with LoopbackSite({"/": page(links(*files, *pages)), **made}) as site:
        done = await crawl(site, quick(max_documents=3))
    assert (done.coverage.pages, done.coverage.documents) == (9, 3)
    assert done.coverage.limits == ("max-documents",)


async def test_what_the_bytes_are_decides_page_or_document() -> None:
    pages = {
        "/": page(links("/get.php?id=1", "/old.pdf", "/scan.jpg")),
        "/get.php?id=1": Reply(PDF.body, "application/octet-stream"),
        "/old.pdf": page("ไม่ใช่เอกสาร"),
        "/scan.jpg": PNG,
    }
    with LoopbackSite(pages) as site:
        done = await crawl(site)
    assert done.at("/get.php?id=1").kind is Kind.DOCUMENT
    assert isinstance(done.at("/get.php?id=1").content, Document)
    assert done.at("/old.pdf").kind is Kind.PAGE
    assert done.at("/scan.jpg").kind is Kind.DOCUMENT


async def test_parts_of_pages_are_not_fetched() -> None:
    home = page(
        '<link rel=stylesheet href="/s.css"><script src="/s.js"></script><img src="/p.png">' + links("/feed/")
    )
    with LoopbackSite({"/": home}) as site:
        await crawl(site)
    assert not {"/s.css", "/s.js", "/p.png", "/feed/"} & set(site.targets)


async def test_rule_12_a_page_is_read_once_whatever_its_session() -> None:
    def make(asked: Asked) -> Reply | None:
        path = asked.target.partition("?")[0]
        fresh = f"PHPSESSID={len(site.log):032x}"
        return page(links(f"/a?{fresh}", f"/b?{fresh}#top")) if path in {"/", "/a", "/b"} else None

    with LoopbackSite(make=make) as site:
        done = await crawl(site)
    assert len(done.targets()) == 3


async def test_addresses_in_the_sitemap_alone_are_read_too() -> None:
    with LoopbackSite({"/": page("ยินดีต้อนรับ"), "/orphan": page("แผน")}) as site:
        site.make = lambda asked: (
            Reply(
                f"<urlset><url><loc>{site.origin}/orphan</loc></url><url><loc>http://b.go.th/x</loc></url></urlset>"
            )
            if asked.target == "/sitemap.xml"
            else None
        )
        done = await crawl(site)
    orphan = done.at("/orphan")
    assert isinstance(orphan.content, Page)
    assert orphan.trail[1].label == "sitemap.xml"
    assert len(list(done.snapshot)) == 2


# --- redirects ---------------------------------------------------------------------------------------------


async def test_rule_7_a_redirect_is_recorded_under_both_addresses_and_read_once() -> None:
    pages = {
        "/": page(links("/old", "/new")),
        "/old": Reply.to("/new", 301),
        "/new": page("แผน"),
    }
    with LoopbackSite(pages) as site:
        done = await crawl(site, replace(QUICK, politeness=replace(QUICK.politeness, concurrency=1)))
    old, new = done.at("/old"), done.at("/new")
    assert old.content is None
    assert isinstance(old.fetch, Fetched)
    assert old.fetch.final_url == site.origin + "/new"
    assert isinstance(new.content, Page)
    assert done.snapshot.get(old.key) is new


async def test_a_redirect_to_an_error_is_the_error_of_the_address_that_was_linked_to() -> None:
    with LoopbackSite({"/": page(links("/old")), "/old": Reply.to("/404.html")}) as site:
        done = await crawl(site)
    assert len(list(done.snapshot)) == 2
    fetch = done.at("/old").fetch
    assert isinstance(fetch, Fetched)
    assert (fetch.status, fetch.final_url) == (404, site.origin + "/404.html")


async def test_rule_7_a_redirect_loop_is_a_value() -> None:
    pages = {"/": page(links("/a")), "/a": Reply.to("/b"), "/b": Reply.to("/a")}
    with LoopbackSite(pages) as site:
        done = await crawl(site)
    fetch = done.at("/a").fetch
    assert isinstance(fetch, Unreachable)
    assert fetch.why is Why.REDIRECT_LOOP
    assert done.coverage.errors == 1


async def test_a_start_page_that_moved_within_the_site_comes_first() -> None:
    pages = {"/": Reply.to("/web/"), "/web/": page(links("a")), "/web/a": page("ก")}
    with LoopbackSite(pages) as site:
        done = await crawl(site)
    first = next(iter(done.snapshot))
    assert (first.url, first.from_menu, first.depth) == (site.origin + "/web/", True, 0)
    assert done.snapshot.get(canonical(site.url)) is first
    assert done.coverage.complete is True


async def test_rule_7_a_start_page_that_moved_elsewhere_is_out_of_scope() -> None:
    with LoopbackSite({"/": page("other")}) as other, LoopbackSite({"/": Reply.to(other.url)}) as site:
        done = await crawl(site)
        assert other.log == []
    fetch = done.at("/").fetch
    assert isinstance(fetch, Skipped)
    assert fetch.why in {SkipWhy.SCOPE, SkipWhy.PRIVATE}
    assert done.coverage.complete is False


# --- what is not asked for ---------------------------------------------------------------------------------


async def test_rule_8_links_that_log_out_or_delete_are_never_asked_for() -> None:
    buttons = ("/logout.php", "/news.php?action=delete&id=1", "/x?id=3")
    home = page(links(*buttons[:2]) + '<a href="/x?id=3">ลบ</a>' + links("/sneaky"))
    with LoopbackSite({"/": home, "/sneaky": Reply.to("/logout.php")}) as site:
        done = await crawl(site)
    assert not set(buttons) & set(site.targets)
    assert set(done.skipped(SkipWhy.LOGOUT)) == {*buttons, "/sneaky"}
    assert done.coverage.complete is True


async def test_rule_8_one_label_that_says_delete_is_enough() -> None:
    home = page('<a href="/x?id=3">ข่าวที่ 3</a> <a href="/x?id=3">[ลบ]</a>' + links("/y"))
    with LoopbackSite({"/": home, "/y": page("ย")}) as site:
        done = await crawl(site)
    assert "/x?id=3" not in site.targets
    assert done.skipped(SkipWhy.LOGOUT) == ["/x?id=3"]


async def test_rule_9_disallowed_pages_are_skipped_without_harm_to_completeness() -> None:
    robots = Reply("User-agent: *\nDisallow: /private/\n", "text/plain")
    pages = {
        "/": page(links("/private/a", "/hop", "/b")),
        "/hop": Reply.to("/private/b"),
        "/b": page("ข"),
        "/robots.txt": robots,
    }
    with LoopbackSite(pages) as site:
        done = await crawl(site)
    assert not [target for target in site.targets if target.startswith("/private/")]
    assert set(done.skipped(SkipWhy.ROBOTS)) == {"/private/a", "/hop"}
    assert (done.coverage.robots, done.coverage.complete) == (RobotsState.PARSED, True)


async def test_rule_9_a_closed_site_is_left_alone() -> None:
    with LoopbackSite({"/": page(), "/robots.txt": Reply("User-agent: *\nDisallow: /\n", "text/plain")}) as site:
        done = await crawl(site)
    assert site.targets == ["/robots.txt"]
    assert done.skipped(SkipWhy.ROBOTS) == ["/"]
    assert done.coverage.complete is False


async def test_rule_9_unreachable_robots_mean_that_nothing_is_fetched() -> None:
    with LoopbackSite({"/": page(), "/robots.txt": Reply(status=503)}) as site:
        done = await crawl(site)
    assert set(site.targets) == {"/robots.txt"}
    assert done.skipped(SkipWhy.ROBOTS) == ["/"]
    assert (done.coverage.robots, done.coverage.complete) == (RobotsState.UNREACHABLE, False)


async def test_an_operator_may_ignore_robots() -> None:
    with LoopbackSite({"/": page(links("/a")), "/a": page(), "/robots.txt": Reply(status=503)}) as site:
        done = await crawl(site, replace(QUICK, ignore_robots=True))
    assert "/a" in done.targets()
    assert done.coverage.robots is RobotsState.IGNORED


async def test_rule_2_other_ports_and_private_addresses_are_never_asked() -> None:
    with LoopbackSite({"/": page()}) as other:
        home = page(links(other.url, "http://10.0.0.1/", f"{other.url}plan.pdf"))
        with LoopbackSite({"/": home}) as site:
            done = await crawl(site, replace(QUICK, check_external_links=True))
    assert other.log == []
    assert dict(done.coverage.skipped) == {SkipWhy.PRIVATE: 3}
    assert done.coverage.complete is True


async def test_a_further_host_belongs_to_the_site_when_it_is_named() -> None:
    with LoopbackSite({"/": page(links("/a")), "/a": page("ก")}) as other, LoopbackSite({"/": page()}) as site:
        done = await crawl(site, also=(other.url,))
        assert {"/", "/a"} <= set(other.targets)
    assert done.coverage.pages == 3


# --- traps and soft 404s -----------------------------------------------------------------------------------


def month(asked: Asked) -> Reply | None:
    """A calendar without end."""
    path, _, query = asked.target.partition("?")
    if path != "/calendar.php":
        return None
    fields = dict(part.split("=") for part in query.split("&") if part)
    year, number = int(fields.get("year", 2026)), int(fields.get("month", 6))
    following = f"/calendar.php?month={number % 12 + 1}&year={year + number // 12}"
    before = f"/calendar.php?month={(number - 2) % 12 + 1}&year={year - (number == 1)}"
    return page(f"ปฏิทิน {number}/{year} ไม่มีกิจกรรม" + links(following, before))


async def test_rule_12_a_calendar_without_end_is_cut_and_the_rest_of_the_site_is_read() -> None:
    with LoopbackSite({"/": page(links("/calendar.php", "/plan")), "/plan": page("แผน")}, make=month) as site:
        done = await crawl(site)
    assert len(done.targets()) < 60
    assert "/plan" in done.targets()
    assert {cut.reason for cut in done.coverage.traps} & {"depth", "future-dates", "no-news"}
    assert done.coverage.complete is True


async def test_rule_12_a_maze_that_only_leads_into_itself_is_cut() -> None:
    def maze(asked: Asked) -> Reply | None:
        place = asked.target.removeprefix("/maze/")
        if not place.isdigit():
            return None
        onwards = links(*(f"/maze/{int(place) * 3 + step}" for step in range(1, 4)))
        return page(f"ห้อง {place} {'ก' * (int(place) % 97)}" + onwards)

    with LoopbackSite({"/": page(links("/maze/1", "/plan")), "/plan": page("แผน")}, make=maze) as site:
        done = await crawl(site, quick(trap_run=30, max_pages=400))
    assert len(done.targets()) < 100
    assert [cut.reason for cut in done.coverage.traps] == ["no-news"]
    assert (done.coverage.complete, done.coverage.limits) == (True, ())


async def test_rule_12_articles_that_lead_to_each_other_before_their_lists_do_are_all_read() -> None:
    def archive(asked: Asked) -> Reply | None:
        kind, _, place = asked.target.strip("/").partition("/")
        if not place.isdigit():
            return None
        number = int(place)
        if kind == "news" and number < 300:
            return page(
                f"ข่าวที่ {number} {'ก' * (number % 97)}" + links(*(f"/news/{(number * 7 + n) % 300}" for n in range(6)))
            )
        if kind == "list" and number < 12:
            return page(links(*(f"/news/{number * 25 + n}" for n in range(25)), f"/list/{number + 1}"))
        return None

    with LoopbackSite({"/": page(links("/news/1", "/news/2", "/list/0"))}, make=archive) as site:
        done = await crawl(site, quick(trap_run=30, max_pages=1000))
    assert sum(target.startswith("/news/") for target in done.targets()) == 300
    assert (done.coverage.traps, done.coverage.complete) == ((), True)


async def test_rule_12_an_archive_of_a_thousand_articles_is_read_whole() -> None:
    def make(asked: Asked) -> Reply | None:
        path, _, value = asked.target.partition("=")
        if path == "/list.php?page":
            here = range(int(value) * 50, int(value) * 50 + 50)
            return page(links(*(f"/show.php?id={number}" for number in here)), title=f"รายการ {value}")
        return page(f"เรื่องที่ {value}", title=f"ข่าว {value}", menu=("/",)) if path == "/show.php?id" else None

    menu = tuple(f"/list.php?page={number}" for number in range(20))
    with LoopbackSite({"/": page(menu=menu)}, make=make) as site:
        done = await crawl(site, quick(max_pages=1100))
    read = [target for target in done.targets() if target.startswith("/show.php?id=")]
    assert len(read) == 1000
    assert done.coverage.traps == ()


async def test_rule_16_soft_404s_are_recognised() -> None:
    missing = page("ขออภัย ไม่พบหน้าที่คุณต้องการ กรุณาติดต่อผู้ดูแลเว็บไซต์", title="ไม่พบหน้า", menu=("/plan",))
    pages = {
        "/": page("ยินดีต้อนรับสู่สำนักงาน" + links("/gone", "/gone.pdf"), menu=("/plan",)),
        "/plan": page("แผนปฏิบัติราชการ", menu=("/plan",)),
    }
    with LoopbackSite(pages, missing=missing) as site:
        done = await crawl(site)
    assert done.coverage.not_found_probe == 200
    assert {one.url.removeprefix(site.origin) for one in done.snapshot if one.soft_404} == {"/gone", "/gone.pdf"}


async def test_rule_16_being_sent_home_from_every_wrong_address_is_a_soft_404() -> None:
    pages = {"/": page("ยินดีต้อนรับสู่สำนักงาน" + links("/gone", "/index.html")), "/index.html": Reply.to("/")}
    with LoopbackSite(pages, missing=Reply.to("/")) as site:
        done = await crawl(site)
    assert done.at("/gone").soft_404 is True
    assert next(iter(done.snapshot)).soft_404 is False


# --- failures and ends -------------------------------------------------------------------------------------


async def test_rule_16_errors_on_a_part_of_the_site_do_not_cost_the_rest() -> None:
    pages = {
        "/": page(links("/bad", "/gone", "/cut", "/good")),
        "/bad": Reply(status=500),
        "/cut": Reply(hang_up=True),
        "/good": page("ดี"),
    }
    with LoopbackSite(pages) as site:
        done = await crawl(site)
    good, bad, gone = done.at("/good").fetch, done.at("/bad").fetch, done.at("/gone").fetch
    assert isinstance(good, Fetched)
    assert isinstance(bad, Fetched)
    assert isinstance(gone, Fetched)
    assert (good.status, bad.status, gone.status) == (200, 500, 404)
    assert isinstance(done.at("/cut").fetch, Unreachable)
    assert done.at("/gone").content is None
    assert done.coverage.errors == 2


async def test_a_site_that_is_down_is_unreachable_and_not_forbidden() -> None:
    with LoopbackSite() as site:
        pass
    done = await crawl(site)
    fetch = done.at("/").fetch
    assert isinstance(fetch, Unreachable)
    assert fetch.why is Why.REFUSED
    assert (done.coverage.complete, done.coverage.robots) == (False, RobotsState.UNREACHABLE)


async def test_a_host_that_breaks_down_ends_the_crawl_incomplete() -> None:
    targets = [f"/p{number}" for number in range(40)]
    broken = dict.fromkeys(targets, Reply(status=503))
    with LoopbackSite({"/": page(links(*targets)), **broken}) as site:
        done = await crawl(site)
    assert done.coverage.limits == ("host-down",)
    assert done.coverage.complete is False
    assert len(site.log) < 60


async def test_time_runs_out_and_what_is_there_stays() -> None:
    targets = [f"/p{number}" for number in range(30)]
    slow = {url: replace(page(url), delay=0.2) for url in targets}
    with LoopbackSite({"/": page(links(*targets)), **slow}) as site:
        done = await crawl(site, quick(max_seconds=1.0))
    assert "max-seconds" in done.coverage.limits
    assert 0 < done.coverage.pages < 31
    assert len(list(done.snapshot)) == 31


@pytest.mark.parametrize("way", ["stop", "cancel"])
async def test_a_crawl_that_is_stopped_keeps_what_is_there(way: str) -> None:
    targets = [f"/p{number}" for number in range(30)]
    slow = {url: replace(page(url), delay=0.2) for url in targets}
    stop = asyncio.Event()

    def end(progress: Progress) -> None:
        if progress.pages == 3:
            (stop.set if way == "stop" else task.cancel)()

    with LoopbackSite({"/": page(links(*targets)), **slow}) as site:
        task = asyncio.ensure_future(crawl(site, stop=stop, on_progress=end))
        done = await task
    assert done.coverage.limits == ("cancelled",)
    assert done.coverage.pages >= 3
    assert len(list(done.snapshot)) == 31


async def test_progress_is_told_while_it_goes_on() -> None:
    seen: list[Progress] = []
    with LoopbackSite({"/": page(links("/a")), "/a": page()}) as site:
        await crawl(site, on_progress=seen.append)
    assert [progress.pages for progress in seen] == [1, 2]
    assert seen[-1].url == site.origin + "/a"
    assert OPEN_ROBOTS.status == 200
