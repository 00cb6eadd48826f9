"""Crawls the site of 5,000 documents and prints documents per second and peak memory. A script, no test.

With `--ocr` scans and posters are read by Tesseract too, for ten minutes at most. With `--kinds` each kind is read
alone afterwards, a hundred documents of it, without a network between.
"""

from __future__ import annotations

import asyncio
import resource
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from auditor.config import CrawlSettings, DocumentLimits  # noqa: E402 - a script finds the package first
from auditor.crawl.crawler import crawl_site  # noqa: E402 - a script finds the package first
from auditor.extract import Worker  # noqa: E402 - a script finds the package first
from auditor.extract.kinds import READ_IN_CHILD  # noqa: E402 - a script finds the package first
from auditor.facts import Document, Site  # noqa: E402 - a script finds the package first
from auditor.snapshot import MemorySnapshot  # noqa: E402 - a script finds the package first
from tests.bench.documents_site import KINDS, document  # noqa: E402 - a script finds the package first

EACH = 100


def settings(*, ocr: bool) -> CrawlSettings:
    """No gap between requests, budgets beyond the site."""
    base = CrawlSettings(check_external_links=False, ocr=ocr)
    limits = replace(base.limits, max_documents=6000, max_seconds=3600.0)
    documents = replace(base.documents, ocr_total_seconds=600.0)
    polite = replace(base.politeness, delay=0.0, concurrency=4)
    return replace(base, limits=limits, documents=documents, politeness=polite)


def peak_mb(who: int) -> float:
    """The most memory that a process of these ever held, in MB."""
    return resource.getrusage(who).ru_maxrss / 1024


def crawl(url: str, *, ocr: bool) -> list[str]:
    """One crawl, and what to say of it."""
    snapshot = MemorySnapshot(Site(id="bench", url=url, host="127.0.0.1"))
    before = peak_mb(resource.RUSAGE_SELF)
    began, cpu = time.perf_counter(), time.process_time()
    asyncio.run(crawl_site(Site(id="bench", url=url, host="127.0.0.1"), settings(ocr=ocr), snapshot))
    wall, cpu = time.perf_counter() - began, time.process_time() - cpu
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = [each.content for each in snapshot if isinstance(each.content, Document)]
    states = Counter(f"{each.kind} {each.state.value}" for each in found)
    read = children.ru_utime + children.ru_stime
    return [
        f"{len(found)} documents, {len(found) / wall:.0f} a second",
        f"CPU a document: {cpu / len(found) * 1e3:.1f} ms here, {read / len(found) * 1e3:.1f} ms in children",
        f"peak memory here: {peak_mb(resource.RUSAGE_SELF):.0f} MB ({before:.0f} before)",
        f"peak memory of the largest child: {peak_mb(resource.RUSAGE_CHILDREN):.0f} MB",
        f"with OCR: {sum(bool(each.ocr) for each in found)}",
        *(f"  {count:5} {state}" for state, count in sorted(states.items())),
    ]


async def by_kind() -> list[str]:
    """How long a document of each kind takes, from bytes to facts."""
    lines = []
    async with Worker(DocumentLimits()) as worker:
        for place, kind in enumerate(KINDS):
            actual = "pdf" if kind == "scan" else kind
            if actual not in READ_IN_CHILD:
                continue
            bodies = [document(place + len(KINDS) * number) for number in range(EACH)]
            await worker.read(actual, bodies[0])
            began = time.perf_counter()
            for body in bodies:
                await worker.read(actual, body)
            each = (time.perf_counter() - began) / EACH
            size = sum(map(len, bodies)) / EACH / 1024
            lines.append(f"  {each * 1e3:6.1f} ms {kind} ({size:.0f} KB)")
    return lines


def main() -> None:
    """Measure and print."""
    server = subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, str(ROOT / "tests" / "bench" / "documents_site.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    report = crawl(server.stdout.readline().strip(), ocr="--ocr" in sys.argv)
    server.communicate()
    if "--kinds" in sys.argv:
        report += asyncio.run(by_kind())
    print("\n".join(report))  # noqa: T201 - the script's result


if __name__ == "__main__":
    main()
