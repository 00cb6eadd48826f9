"""Sites that mean no good, or know no better: whatever they do, a crawl ends and says what happened."""

from __future__ import annotations

import gzip
from dataclasses import replace

import pytest

from auditor.facts import Fetched, RobotsState, SkipWhy, Unreachable
from tests.crawl.crawling import QUICK, crawl, links, page, quick
from tests.loopback import Asked, LoopbackSite, Reply

STRANGE = (
    "http://[::1",
    "http://%zz/",
    "//",
    "http://",
    "?",
    "#",
    "javascript:void(0)",
    "mailto:a@b",
    "tel:043597076",
    "data:text/html,x",
    "ftp://a.go.th/x",
    "http://a.go.th:99999/",
    "http://0x7f.1/",
    "http://user:pass@127.0.0.1/",
    "/%",
    "/%00",
    "/%CA%D2%B8%D2.pdf",
    "/\u0e41\u0e1c\u0e19 \u0e1b\u0e35.pdf",
    "/a?b=%FF&c",
    "\\\\evil\\x",
    "http:///x",
    "/" + "x" * 5000,
    "http://xn--/",
    "/..;/../../x",
)


@pytest.mark.parametrize(
    "start",
    [
        pytest.param(Reply(b"", None), id="nothing-at-all"),
        pytest.param(Reply(b"\x00\xff" * 500, None), id="noise"),
        pytest.param(Reply(b"%PDF-1.4 broken", "application/pdf"), id="a-broken-document"),
        pytest.param(Reply("x", status=403), id="forbidden"),
        pytest.param(Reply("x", status=404), id="missing"),
        pytest.param(Reply(status=500), id="broken"),
        pytest.param(Reply(hang_up=True), id="hangs-up"),
        pytest.param(Reply.to("/"), id="redirects-to-itself"),
        pytest.param(Reply.to("javascript:alert(1)"), id="redirects-to-a-script"),
        pytest.param(Reply.to("http://10.0.0.1/"), id="redirects-to-a-private-address"),
        pytest.param(
            Reply(gzip.compress(b"<p>x" * 100)[:-5], headers=(("Content-Encoding", "gzip"),)), id="cut-short"
        ),
        pytest.param(Reply('<meta http-equiv="refresh" content="0;url=/">'), id="refreshes-to-itself"),
    ],
)
async def test_a_start_page_that_cannot_be_read_makes_the_crawl_incomplete_or_empty(start: Reply) -> None:
    with LoopbackSite({"/": start}) as site:
        done = await crawl(site)
    assert done.coverage.pages <= 1
    assert len(list(done.snapshot)) >= 1
    readable = any(
        isinstance(one.fetch, Fetched) and one.fetch.status == 200 and one.content for one in done.snapshot
    )
    assert readable or done.coverage.complete is False


async def test_strange_addresses_are_left_and_the_rest_is_read() -> None:
    body = "".join(f'<a href="{url}">x</a>' for url in STRANGE) + links("/good")
    with LoopbackSite({"/": page(body), "/good": page("\u0e14\u0e35")}) as site:
        done = await crawl(site)
    assert isinstance(done.at("/good").fetch, Fetched)
    assert done.coverage.complete is True


async def test_rule_14_sitemaps_that_are_bombs_or_noise_cost_nothing() -> None:
    bomb = gzip.compress(b"<urlset>" + b" " * 30_000_000)
    pages = {
        "/": page(links("/a")),
        "/a": page("\u0e01"),
        "/sitemap.xml": Reply(bomb, "application/gzip"),
        "/sitemap_index.xml": Reply('<!DOCTYPE x [<!ENTITY a "aaaa">]><urlset><url><loc>&a;</loc></url></urlset>'),
        "/wp-sitemap.xml": Reply(b"\x00" * 1000, "application/xml"),
    }
    with LoopbackSite(pages) as site:
        done = await crawl(site)
    assert done.targets() == ["/", "/a"]


async def test_rule_12_a_page_with_endless_links_is_cut_and_told() -> None:
    many = "".join(f'<a href="/x{number}">x</a>' for number in range(300))
    with LoopbackSite({"/": page(many)}) as site:
        done = await crawl(site, quick(max_links_per_page=100, max_pages=5))
    assert len(list(done.snapshot)) == 101
    assert [(cut.reason, cut.count) for cut in done.coverage.traps] == [("links", 200)]


async def test_rule_12_relative_links_that_eat_their_tail_are_cut() -> None:
    def make(asked: Asked) -> Reply | None:
        tail = asked.target.rpartition("/")[2]
        return page("<p>" + asked.target + links("th/about/", "th/")) if not tail else None

    with LoopbackSite(make=make) as site:
        done = await crawl(site, quick(max_pages=200))
    assert done.coverage.complete is True
    assert len(done.targets()) < 30
    assert {cut.reason for cut in done.coverage.traps} == {"repeats"}


async def test_rule_12_every_combination_of_filters_is_one_list() -> None:
    def make(asked: Asked) -> Reply | None:
        path, _, query = asked.target.partition("?")
        if path not in {"/", "/list"}:
            return None
        more = [f"/list?{query}&f{number}={value}" for number in range(4) for value in ("ab", "cd")]
        return page("<p>\u0e23\u0e32\u0e22\u0e01\u0e32\u0e23" + "".join(f'<a href="{url}">x</a>' for url in more))

    with LoopbackSite(make=make) as site:
        done = await crawl(site, quick(max_pages=1000, trap_run=40))
    assert done.coverage.pages < 1000
    assert "no-news" in {cut.reason for cut in done.coverage.traps}


@pytest.mark.parametrize(
    ("robots", "state"),
    [
        pytest.param(Reply(b"\x00\xff\xfe" * 100, "text/plain"), RobotsState.PARSED, id="noise"),
        pytest.param(Reply("<!doctype html><h1>404"), RobotsState.ABSENT, id="a-page"),
        pytest.param(Reply(status=403), RobotsState.ABSENT, id="forbidden"),
        pytest.param(Reply.to("/robots.txt"), RobotsState.ABSENT, id="in-a-circle"),
    ],
)
async def test_rule_9_robots_that_say_nothing_close_nothing(robots: Reply, state: RobotsState) -> None:
    with LoopbackSite({"/": page(links("/a")), "/a": page(), "/robots.txt": robots}) as site:
        done = await crawl(site)
    assert done.targets() == ["/", "/a"]
    assert done.coverage.robots is state


async def test_rule_10_a_crawl_delay_that_would_last_for_ever_ends_with_the_time() -> None:
    robots = Reply("User-agent: *\nCrawl-delay: 100000\n", "text/plain")
    with LoopbackSite({"/": page(links("/a")), "/robots.txt": robots}) as site:
        done = await crawl(site, quick(max_seconds=1.0))
    assert done.coverage.limits == ("max-seconds",)
    assert done.coverage.crawl_delay == 100000
    assert done.skipped(SkipWhy.BUDGET) == ["/"]


async def test_rule_4_a_page_that_never_ends_does_not_hold_up_the_others() -> None:
    network = replace(QUICK.network, page_seconds=0.5, silence_seconds=0.5)
    pages = {"/": page(links("/slow", "/good")), "/slow": Reply("x", delay=30.0), "/good": page()}
    with LoopbackSite(pages) as site:
        done = await crawl(site, replace(QUICK, network=network))
    assert isinstance(done.at("/slow").fetch, Unreachable)
    assert isinstance(done.at("/good").fetch, Fetched)
