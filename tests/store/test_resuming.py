"""A crawl that was stopped goes on where it was, and ends as one that was not (RELIABILITY_RULES 17)."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest

from auditor.config import CrawlLimits, CrawlSettings, Politeness
from auditor.facts import Fetched, Site
from auditor.keeping import Order, crawl_on, judge_and_keep
from auditor.rulebook import load_rulebook
from auditor.store import open_store
from auditor.store.runs import RunState
from tests.loopback import LoopbackSite, Reply

if TYPE_CHECKING:
    from auditor.findings import Audit
    from auditor.rules import Rulebook
    from auditor.store import Store
    from auditor.store.runs import StoredRun

PAGES = 40

MORE = '<a href="/moved">ย้าย</a><a href="/gone">หาย</a><a href="http://x.invalid/">นอก</a>'


@cache
def rulebook() -> Rulebook:
    return load_rulebook()


def site() -> dict[str, Reply]:
    """Pages in a tree, one redirect, one missing, and a link out."""
    pages: dict[str, Reply] = {}
    for number in range(PAGES):
        links = "".join(f'<a href="/p{child}">หน้า {child}</a>' for child in (2 * number + 1, 2 * number + 2))
        text = f"<h1>ข่าว {number}</h1><p>ข้อความของหน้า {number} ของหน่วยงาน</p>{links}{MORE if number == 2 else ''}"
        pages["/" if not number else f"/p{number}"] = Reply(f"<title>หน้า {number}</title><main>{text}</main>")
    pages["/moved"] = Reply.to("/p7")
    return pages


def order(url: str, **limits: int) -> Order:
    settings = CrawlSettings(
        politeness=replace(Politeness(), delay=0.0, retries=0, concurrency=1),
        limits=replace(CrawlLimits(), **limits),
        check_external_links=False,
    )
    site = Site(id="x", url=url, host="127.0.0.1")
    return Order(
        site=site, settings=settings, rulebook=rulebook(), texts=(), packs=("moph-web-2567",), as_of=date(2024, 6, 15)
    )


def crawl(store: Store, told: Order, website: LoopbackSite, *, until: int | None = None) -> StoredRun | None:
    """Crawl; `until` so many requests were answered."""

    async def work() -> StoredRun | None:
        stop, loop = asyncio.Event(), asyncio.get_running_loop()

        def look() -> None:
            if until is not None and len(website.log) < until:
                loop.call_later(0.001, look)
            elif until is not None:
                stop.set()

        look()
        return await crawl_on(store, told, stop)

    return asyncio.run(work())


def whole(store: Store, told: Order, website: LoopbackSite, stops: tuple[int, ...]) -> StoredRun:
    """Crawl to the end, with stops after so many requests."""
    for until in stops:
        assert crawl(store, told, website, until=until) is None
    run = crawl(store, told, website)
    assert run is not None
    return run


def shape(audit: Audit) -> object:
    """An audit without what differs between two crawls of the same site."""
    verdicts = [(each.requirement, each.status, [reason.code for reason in each.reasons]) for each in audit.verdicts]
    findings = [(each.rule, each.url.partition("/p")[2]) for each in audit.findings]
    coverage = replace(audit.coverage, requests=0, bytes=0, traps=())
    return verdicts, findings, coverage


@pytest.mark.parametrize("stops", [(1,), (6,), (20,), (12, 25, 38), tuple(range(5, 45, 4))])
def test_a_crawl_goes_on_where_it_was_stopped(url: str, stops: tuple[int, ...]) -> None:
    with LoopbackSite(site()) as website, open_store(url) as store:
        told = order(website.url)
        run = whole(store, told, website, stops)
        audit = judge_and_keep(store, run, told)
        asked = Counter(target for target in website.targets if "gone" not in target)
        snapshot = store.snapshot(run)
        read = [each for each in snapshot if isinstance(each.fetch, Fetched) and each.fetch.status == 200]
        again = [target for target, count in asked.items() if count > 1]
        assert len(again) <= len(stops)  # what was in flight when it was stopped
        assert len({each.key for each in snapshot}) == len(list(snapshot))
    with LoopbackSite(site()) as website, open_store(url) as store:
        straight = order(website.url)
        unstopped = judge_and_keep(store, whole(store, straight, website, ()), straight)
    assert shape(audit) == shape(unstopped)
    assert len(read) == PAGES + 1
    assert audit.coverage.complete


def test_a_stopped_run_keeps_its_name_and_start(url: str) -> None:
    with LoopbackSite(site()) as website, open_store(url) as store:
        told = order(website.url)
        assert crawl(store, told, website, until=9) is None
        (left,) = store.unfinished("x")
        run = crawl(store, told, website)
        assert run is not None
        assert (run.id, run.started_at, run.state) == (left.id, left.started_at, RunState.CRAWLED)
        assert store.check() == ()


@pytest.mark.parametrize("stops", [(), (5, 10), (14,)])
def test_budgets_count_over_all_starts(url: str, stops: tuple[int, ...]) -> None:
    with LoopbackSite(site()) as website, open_store(url) as store:
        told = order(website.url, max_pages=15)
        run = whole(store, told, website, stops)
        pages = [each for each in store.snapshot(run) if isinstance(each.fetch, Fetched)]
        assert run.coverage is not None
        assert (run.coverage.pages, len(pages)) == (14, 16)  # one redirects to another, one is missing
        assert "max-pages" in run.coverage.limits


def test_what_was_told_otherwise_or_is_of_another_night_is_given_up(url: str) -> None:
    with LoopbackSite(site()) as website, open_store(url) as store:
        assert crawl(store, order(website.url), website, until=9) is None
        (left,) = store.unfinished("x")
        run = crawl(store, order(website.url, max_pages=7), website)
        assert run is not None
        assert run.id != left.id
        assert store.run(left.id).state is RunState.CLOSED
        assert crawl(store, order(website.url), website, until=len(website.log) + 9) is None
        old = next(each for each in store.unfinished("x") if each.state is RunState.CRAWLING)
        make_older(store, old, timedelta(hours=13))
        last = crawl(store, order(website.url), website)
        assert last is not None
        assert last.id != old.id
        assert store.run(old.id).state is RunState.CLOSED


def make_older(store: Store, run: StoredRun, by: timedelta) -> None:
    earlier = int((datetime.now(UTC) - by).timestamp() * 1_000_000)
    with store._database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE run SET started_at = {earlier} WHERE number = {run.number}")  # noqa: S608
