"""Crawls the 2,000-page site and prints pages per second, CPU per page by part and peak memory. A script, no test.

Two runs: one plain, for the totals, and one under cProfile, whose shares by module divide the CPU of the plain one.
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
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from auditor.config import CrawlSettings  # noqa: E402 - a script finds the package first
from auditor.crawl.crawler import CrawlEnd, crawl_site  # noqa: E402 - a script finds the package first
from auditor.facts import Site  # noqa: E402 - a script finds the package first
from auditor.snapshot import MemorySnapshot  # noqa: E402 - a script finds the package first

# First match wins; what the standard library does is charged to the fetch, which alone uses much of it.
PARTS = (
    ("selectolax", "parse"),
    ("auditor/extract/", "extract"),
    ("auditor/thai/", "extract"),
    ("auditor/urls/", "addresses"),
    ("auditor/crawl/exchange", "fetch"),
    ("auditor/crawl/connection", "fetch"),
    ("auditor/crawl/fetch", "fetch"),
    ("auditor/crawl/polite", "fetch"),
    ("auditor/crawl/gauge", "fetch"),
    ("auditor/crawl/decoding", "fetch"),
    ("auditor/crawl/", "crawl"),
    ("auditor/snapshot", "keep"),
)


def settings() -> CrawlSettings:
    """No gap between requests, budgets beyond the site, no links out of it."""
    base = CrawlSettings(check_external_links=False)
    limits = replace(base.limits, max_pages=5000, max_seconds=600.0)
    return replace(base, limits=limits, politeness=replace(base.politeness, delay=0.0, concurrency=4))


async def crawl(url: str) -> tuple[CrawlEnd, MemorySnapshot]:
    """One crawl, kept in memory."""
    site = Site(id="bench", url=url, host="127.0.0.1")
    snapshot = MemorySnapshot(site)
    return await crawl_site(site, settings(), snapshot), snapshot


def part_of(file: str, name: str) -> str:
    """The part of the work that a function belongs to."""
    return next((part for sign, part in PARTS if sign in file or sign in name), "fetch")


def shares(profile: cProfile.Profile) -> dict[str, float]:
    """The share of each part in the time of a profiled run; time spent waiting is left out."""
    spent: Counter[str] = Counter()
    for (file, _, name), figures in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        if "select.epoll" not in name:
            spent[part_of(file, name)] += figures[2]
    return {part: seconds / spent.total() for part, seconds in spent.most_common()}


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
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, cpu = time.perf_counter(), time.process_time()
    end, snapshot = asyncio.run(crawl(url))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    pages = end.coverage.pages
    report = [
        f"pages {pages}, complete {end.coverage.complete}, requests {end.coverage.requests}, kept {len(snapshot)}",
        f"{pages / wall:.0f} pages/s; {cpu / pages * 1000:.2f} ms CPU a page",
        f"peak memory {peak / 1024:.0f} MB ({before / 1024:.0f} MB before)",
    ]
    profile = cProfile.Profile()
    profile.enable()
    asyncio.run(crawl(url))
    profile.disable()
    report += [f"  {part:10} {share * cpu / pages * 1e6:6.0f} µs a page" for part, share in shares(profile).items()]
    print("\n".join(report))  # noqa: T201 - the script's result
    server.communicate()


if __name__ == "__main__":
    main()
