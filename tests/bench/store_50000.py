"""Writes a made-up crawl of 50,000 pages into a store, twice, and reads it; prints processor time, size and memory.

    python tests/bench/store_50000.py [PAGES] [URL]

Without URL the store is a SQLite file in a scratch folder. Run it alone: each step is a process of its own, so that
its peak memory is its own.
"""

from __future__ import annotations

import multiprocessing
import random
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from auditor.facts import (
    Block,
    BlockKind,
    Coverage,
    Fetched,
    Kind,
    LabelSource,
    Link,
    Page,
    Region,
    Resource,
    Site,
    Step,
)
from auditor.store import open_store
from auditor.store.runs import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SITE = Site(id="big", url="http://big.go.th/", host="big.go.th")
WORDS = tuple(
    "ประกาศ จัดซื้อ จัดจ้าง แผน รายงาน ผล การดำเนินงาน งบประมาณ สาธารณสุข อำเภอ โครงการ ประชุม อบรม ข่าว".split()  # noqa: SIM905
)
LINKS, BLOCKS, WORDS_A_BLOCK = 30, 12, 10


def page(number: int, chance: random.Random) -> Resource:
    """A page with 30 links, most of them the menu's, and 120 words."""
    url = f"http://big.go.th/news/{number}"
    blocks = tuple(
        Block(kind=BlockKind.TEXT, text=" ".join(chance.choices(WORDS, k=WORDS_A_BLOCK)), region=Region.MAIN)
        for _ in range(BLOCKS)
    )
    targets = [*range(20), *(chance.randrange(50_000) for _ in range(LINKS - 20))]
    links = tuple(
        Link(
            url=f"http://big.go.th/news/{target}",
            label=f"{WORDS[target % len(WORDS)]} {target}",
            source=LabelSource.TEXT,
            region=Region.NAV if place < 20 else Region.MAIN,
            block=place % BLOCKS,
        )
        for place, target in enumerate(targets)
    )
    title = f"ข่าวที่ {number}"
    return Resource(
        key=url,
        url=url,
        kind=Kind.PAGE,
        depth=2,
        trail=(
            Step(label="หน้าแรก", url=SITE.url),
            Step(label="ข่าว", url=f"{SITE.url}news"),
            Step(label=title, url=url),
        ),
        fetch=Fetched(
            status=200,
            final_url=url,
            redirects=(),
            at=datetime.now(UTC),
            declared_type="text/html",
            actual_type="html",
            size=34_000,
            sha256=f"{chance.getrandbits(256):064x}",
            etag=f'"{number}"',
        ),
        content=Page(title=title, lang="th", blocks=blocks, links=links),
    )


def pages(count: int) -> Iterator[Resource]:
    """The same pages each time."""
    chance = random.Random(1)
    return (page(number, chance) for number in range(count))


def make_only(url: str, count: int, run_id: str) -> None:  # noqa: ARG001  (a step like the others)
    """What the making of the pages costs, to be taken off."""
    for _ in pages(count):
        pass


def write(url: str, count: int, run_id: str) -> None:
    """A night."""
    started = datetime.now(UTC) + timedelta(days=int(run_id))
    with open_store(url, check=False) as store:
        recorder = store.recorder(store.begin(run_id, Told(site=SITE, config=()), started.date(), started))
        for each in pages(count):
            recorder.add(each)
        recorder.finish(started + timedelta(hours=1), Coverage(pages=count, complete=True))


def read(url: str, count: int, run_id: str) -> None:  # noqa: ARG001  (a step like the others)
    """The whole night as a stream."""
    with open_store(url, check=False) as store:
        for _ in store.snapshot(store.run(run_id)):
            pass


def look_up(url: str, count: int, run_id: str) -> None:
    """10,000 addresses at random, a third of them unknown."""
    chance = random.Random(2)
    with open_store(url, check=False) as store:
        snapshot = store.snapshot(store.run(run_id))
        for _ in range(10_000):
            snapshot.get(f"http://big.go.th/news/{chance.randrange(count * 3 // 2)}")


def measured(work: Callable[[str, int, str], None], url: str, count: int, run_id: str = "0") -> tuple[float, int]:
    """Seconds of processor time, and the peak memory of its process in megabytes."""
    results: multiprocessing.Queue[tuple[float, int]] = multiprocessing.Queue()

    def child() -> None:
        begun = time.process_time()
        work(url, count, run_id)
        results.put((time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))

    process = multiprocessing.get_context("fork").Process(target=child)
    process.start()
    told = results.get()
    process.join()
    return told


def size(url: str) -> str:
    """Megabytes on disk, where the store is a file."""
    file = Path(url.removeprefix("sqlite:///"))
    return f"{file.stat().st_size / 1024 / 1024:.0f} MB" if file.exists() else "–"


def main() -> None:
    """Measure, step by step."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    with tempfile.TemporaryDirectory() as scratch:
        url = sys.argv[2] if len(sys.argv) > 2 else f"sqlite:///{scratch}/audits.db"
        open_store(url).close()
        steps: tuple[tuple[str, Callable[[str, int, str], None], str], ...] = (
            ("making the pages only", make_only, "0"),
            ("writing a first night", write, "0"),
            ("writing an unchanged night", write, "1"),
            ("reading a night", read, "1"),
            ("10,000 look-ups", look_up, "1"),
        )
        for name, work, run_id in steps:
            seconds, peak = measured(work, url, count, run_id)
            print(f"{name:28} {seconds:7.1f} s CPU   peak {peak:4} MB   on disk {size(url)}")  # noqa: T201


if __name__ == "__main__":
    main()
