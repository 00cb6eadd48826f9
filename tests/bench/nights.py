"""Audits the 2,000-page site on two nights, unchanged, and prints what the second cost of the first: no test.

Each night is a process of its own, as cron starts it, so that nothing is remembered but what the store holds. The
first figure of each line is CPU of the process and its children after the program is loaded, in seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import hashlib
import json
import pstats
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from auditor.config import CrawlSettings  # noqa: E402 - a script finds the package first
from auditor.facts import Site  # noqa: E402 - a script finds the package first
from auditor.keeping import Order, crawl_on, judge_and_keep  # noqa: E402 - a script finds the package first
from auditor.records import to_bytes  # noqa: E402 - a script finds the package first
from auditor.rulebook import load_rulebook  # noqa: E402 - a script finds the package first
from auditor.store import open_store  # noqa: E402 - a script finds the package first
from tests.bench import documents_site, site_2000  # noqa: E402 - a script finds the package first
from tests.loopback import Asked, LoopbackSite, Reply  # noqa: E402 - a script finds the package first

if TYPE_CHECKING:
    from auditor.findings import Audit

AS_OF = date(2024, 6, 15)
PAPERS: dict[str, Reply | None] = {}


def validated(asked: Asked, told: argparse.Namespace, *, changed: bool) -> Reply | None:
    """What the site has at an address, with its ETag; 304 to who has it."""
    if told.documents and asked.target not in PAPERS:
        PAPERS[asked.target] = documents_site.answer(asked)  # some would be made anew with another time in them
    reply = PAPERS[asked.target] if told.documents else site_2000.answer(asked)
    if reply is None:
        return None
    if reply.status != 200 or told.untagged:
        return reply
    if changed and isinstance(reply.body, str):
        reply = replace(reply, body=reply.body.replace("</main>", "<p>ปรับปรุงข้อมูลแล้ว</p></main>"))
    tag = f'"{hashlib.sha256(reply.body if isinstance(reply.body, bytes) else reply.body.encode()).hexdigest()[:16]}"'
    if asked.header("if-none-match") == tag:
        return Reply(status=304, content_type=None, headers=(("ETag", tag),))
    return replace(reply, headers=(("ETag", tag),))


def cpu() -> float:
    """Seconds of this process and of the children that have ended."""
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in spent)


def digest(audit: Audit) -> str:
    """Of the verdicts, without the times at which their evidence was seen."""
    verdicts = (
        replace(each, evidence=tuple(replace(shown, fetched_at=None) for shown in each.evidence))
        for each in audit.verdicts
    )
    return hashlib.sha256(to_bytes(tuple(verdicts))).hexdigest()


def order(url: str, pages: int, day: int) -> Order:
    """No gap between requests, no links out of the site."""
    base = CrawlSettings(check_external_links=False)
    settings = replace(
        base,
        limits=replace(base.limits, max_pages=pages, max_documents=pages, max_seconds=900.0),
        politeness=replace(base.politeness, delay=0.0, concurrency=4),
    )
    return Order(
        site=Site(id="bench", url=url, host="127.0.0.1"),
        settings=settings,
        rulebook=load_rulebook(),
        texts=(),
        packs=("moph-web-2567",),
        as_of=AS_OF + timedelta(days=day),
    )


def night(url: str, folder: str, pages: int, day: int, profile: str) -> None:
    """One night; prints its figures as JSON."""
    told = order(url, pages, day)
    watch = cProfile.Profile()
    with open_store(f"sqlite:///{folder}/audits.db") as store:
        began, clock = cpu(), time.perf_counter()
        if profile == "crawl":
            watch.enable()
        run = asyncio.run(crawl_on(store, told, asyncio.Event()))
        watch.disable()
        assert run is not None
        assert run.coverage is not None
        crawled = cpu()
        if profile == "judge":
            watch.enable()
        audit = judge_and_keep(store, run, told)
        watch.disable()
        ended = cpu()
    if profile:
        pstats.Stats(watch, stream=sys.stderr).sort_stats("cumulative").print_stats("auditor", 90)
    figures = {
        "crawl": crawled - began,
        "judge": ended - crawled,
        "seconds": time.perf_counter() - clock,
        "bytes": run.coverage.bytes,
        "pages": run.coverage.pages,
        "verdicts": digest(audit),
    }
    print(json.dumps(figures))  # noqa: T201 - the script's result


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--night", nargs=3)
    parser.add_argument("--profile", default="", choices=("", "crawl", "judge"))
    parser.add_argument("--next-day", action="store_true", help="judge the second night for the day after")
    parser.add_argument("--documents", type=int, default=0, help="a site of so many hundreds of documents instead")
    parser.add_argument("--untagged", action="store_true", help="the server gives no ETag")
    parser.add_argument("--change", action="store_true", help="one page is another on the second night")
    told = parser.parse_args()
    if told.night:
        url, folder, day = told.night
        night(url, folder, told.pages, int(day), told.profile)
        return
    documents_site.DOCUMENTS = 100 * told.documents
    news: list[str] = []  # addresses whose pages changed

    def make(asked: Asked) -> Reply | None:
        return validated(asked, told, changed=asked.target in news)

    with LoopbackSite(make=make) as site, tempfile.TemporaryDirectory() as folder:
        nights = []
        for number in range(2):
            day = number if told.next_day else 0
            command = [sys.executable, __file__, "--pages", str(told.pages), "--night", site.url, folder, str(day)]
            command += ["--profile", told.profile] if told.profile and number else []
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ourselves
            nights.append(json.loads(done.stdout))
            news += ["/page/7"] if told.change else []
            print(nights[-1])  # noqa: T201 - the script's result
    first, second = nights
    for part in ("crawl", "judge"):
        print(f"{part}: {second[part] / first[part]:.0%} of the CPU")  # noqa: T201 - the script's result
    whole = (second["crawl"] + second["judge"]) / (first["crawl"] + first["judge"])
    print(  # noqa: T201 - the script's result
        f"in all: {whole:.0%} of the CPU, {second['bytes'] / first['bytes']:.1%} of the bytes, "
        f"same verdicts: {first['verdicts'] == second['verdicts']}"
    )


if __name__ == "__main__":
    main()
