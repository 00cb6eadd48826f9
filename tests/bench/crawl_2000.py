"""Audits the 2,000-page site and prints pages per second, CPU per page by part and peak memory. A script, no test.

Crawl and assessment are run twice: plain for the totals, and under cProfile, whose shares by module divide the CPU of
the plain run.
"""

from __future__ import annotations

import asyncio
import cProfile
import pstats
import resource
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from auditor.assess import assess  # noqa: E402 - a script finds the package first
from auditor.config import CrawlSettings  # noqa: E402 - a script finds the package first
from auditor.crawl.crawler import CrawlEnd, crawl_site  # noqa: E402 - a script finds the package first
from auditor.facts import Run, Site  # noqa: E402 - a script finds the package first
from auditor.pipeline import preferred_words  # noqa: E402 - a script finds the package first
from auditor.rulebook import load_rulebook  # noqa: E402 - a script finds the package first
from auditor.snapshot import MemorySnapshot  # noqa: E402 - a script finds the package first
from auditor.topics import TopicMatcher  # noqa: E402 - a script finds the package first

Result = TypeVar("Result")
AS_OF = date(2024, 6, 15)
PACK = "moph-web-2567"
RULES = load_rulebook()

# First match wins. While crawling, what the standard library does is charged to the fetch, which alone uses much of
# it; the parser is compiled, so that its time shows in the module that calls it.
CRAWLING = (
    ("auditor/extract/html", "parse and walk"),
    ("auditor/extract/", "extract"),
    ("auditor/thai/", "Thai text and dates"),
    ("auditor/urls/", "addresses"),
    ("auditor/crawl/exchange", "fetch"),
    ("auditor/crawl/connection", "fetch"),
    ("auditor/crawl/fetch", "fetch"),
    ("auditor/crawl/polite", "fetch"),
    ("auditor/crawl/gauge", "fetch"),
    ("auditor/crawl/decoding", "fetch"),
    ("auditor/crawl/", "order, traps, robots"),
    ("auditor/snapshot", "keep"),
    ("", "fetch"),
)
ASSESSING = (("auditor/topics/", "match"), ("auditor/thai/", "match"), ("", "assess"))


def settings() -> CrawlSettings:
    """No gap between requests, budgets beyond the site, no links out of it."""
    base = CrawlSettings(check_external_links=False)
    limits = replace(base.limits, max_pages=5000, max_seconds=600.0)
    return replace(base, limits=limits, politeness=replace(base.politeness, delay=0.0, concurrency=4))


def crawl(url: str) -> tuple[CrawlEnd, MemorySnapshot]:
    """One crawl, kept in memory."""
    site = Site(id="bench", url=url, host="127.0.0.1")
    snapshot = MemorySnapshot(site)
    end = asyncio.run(crawl_site(site, settings(), snapshot, preferred=preferred_words(RULES)))
    snapshot.finish(Run(id="bench", started_at=end.started_at, finished_at=end.finished_at), end.coverage)
    return end, snapshot


def judge(snapshot: MemorySnapshot) -> None:
    """One assessment, with a matcher that remembers nothing yet."""
    assess(snapshot, RULES, (PACK,), AS_OF, TopicMatcher(RULES.topics))


def measured(work: Callable[[], Result]) -> tuple[Result, float, float]:
    """What the work gives, its wall time and its CPU in this process, in seconds."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return result, time.perf_counter() - wall, time.process_time() - cpu


def shares(work: Callable[[], object], parts: tuple[tuple[str, str], ...]) -> list[tuple[str, float]]:
    """The share of each part in the CPU of the work, largest first; waiting is left out."""
    profile = cProfile.Profile()
    profile.runcall(work)
    spent: Counter[str] = Counter()
    for (file, _, name), figures in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        if "select.epoll" not in name:
            spent[next(part for sign, part in parts if sign in file)] += figures[2]
    return [(part, seconds / spent.total()) for part, seconds in spent.most_common()]


def peak_mb() -> float:
    """The most memory this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    server = subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, str(ROOT / "tests" / "bench" / "site_2000.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    url = server.stdout.readline().strip()
    before = peak_mb()
    (end, snapshot), wall, cpu = measured(lambda: crawl(url))
    crawled = peak_mb()
    _, judge_wall, judge_cpu = measured(lambda: judge(snapshot))
    assessed, pages = peak_mb(), end.coverage.pages
    report = [
        f"{pages} pages in {end.coverage.requests} requests, complete: {end.coverage.complete}",
        f"crawl {pages / wall:.0f} pages/s, {cpu / pages * 1e6:.0f} µs CPU a page",
        *(f"  {share * cpu / pages * 1e6:6.0f} µs {part}" for part, share in shares(lambda: crawl(url), CRAWLING)),
        f"assess {judge_wall:.1f} s, {judge_cpu / pages * 1e6:.0f} µs CPU a page",
        *(
            f"  {share * judge_cpu / pages * 1e6:6.0f} µs {part}"
            for part, share in shares(lambda: judge(snapshot), ASSESSING)
        ),
        f"peak memory {before:.0f} MB before, {crawled:.0f} MB crawled, {assessed:.0f} MB assessed",
    ]
    print("\n".join(report))  # noqa: T201 - the script's result
    server.communicate()


if __name__ == "__main__":
    main()
