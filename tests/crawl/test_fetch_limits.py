"""RELIABILITY 4 and 5: what a request may cost depends on what it is for."""

from __future__ import annotations

import asyncio
import gzip

import pytest

from auditor.config import CrawlSettings, NetworkLimits
from auditor.crawl.fetch import Fetcher
from auditor.crawl.purpose import Purpose
from auditor.facts import Response, Why
from tests.crawl.fetching import fetched, head, why
from tests.crawl.hostile_server import Exchange, answering, hostile_server, ok


@pytest.mark.parametrize(
    ("purpose", "path", "fields", "size", "fits"),
    [
        (Purpose.PAGE, "/", (), 20_000, True),
        (Purpose.PAGE, "/", (), 20_001, False),
        (Purpose.DOCUMENT, "/", (), 200_000, True),
        (Purpose.DOCUMENT, "/", (), 200_001, False),
        (Purpose.SITEMAP, "/", (), 100_001, False),
        (Purpose.ANY, "/", ("Content-Type: text/html",), 20_001, False),
        (Purpose.ANY, "/plan.pdf", ("Content-Type: text/html",), 20_001, True),
        (Purpose.ANY, "/download.php?id=1", ("Content-Type: application/pdf",), 200_000, True),
        (
            Purpose.ANY,
            "/download.php?id=1",
            ("Content-Type: text/html", "Content-Disposition: attachment; filename=a.pdf"),
            200_000,
            True,
        ),
        (Purpose.ANY, "/%E0%B9%81%E0%B8%9C%E0%B8%99.PDF", (), 200_000, True),
    ],
)
async def test_each_purpose_has_its_size(
    purpose: Purpose,
    path: str,
    fields: tuple[str, ...],
    size: int,
    fits: bool,  # noqa: FBT001 (a table's column)
) -> None:
    """RELIABILITY 5."""
    outcome, _ = await fetched(answering(ok(b"a" * size, *fields)), path, purpose=purpose)
    assert isinstance(outcome, Response) is fits


@pytest.mark.parametrize("fields", [(), ("Content-Encoding: gzip",)])
async def test_a_long_robots_file_is_cut_not_refused(fields: tuple[str, ...]) -> None:
    """RELIABILITY 9: what is over the limit is skipped."""
    body = gzip.compress(b"a" * 99_000) if fields else b"a" * 99_000
    outcome, _ = await fetched(answering(ok(body, *fields)), purpose=Purpose.ROBOTS)
    assert isinstance(outcome, Response)
    assert outcome.body == b"a" * 1_000


async def test_a_document_may_take_longer_than_a_page() -> None:
    """RELIABILITY 4: also when only the answer says that it is one."""

    async def slow_document(exchange: Exchange) -> None:
        await exchange.send(head("Content-Type: application/pdf", "Content-Length: 20"))
        for _ in range(20):
            await exchange.send(b"a")
            await asyncio.sleep(0.1)

    assert isinstance((await fetched(slow_document, purpose=Purpose.ANY))[0], Response)
    assert await why(slow_document, purpose=Purpose.PAGE) is Why.TIMEOUT


async def test_two_large_answers_take_turns_and_both_arrive() -> None:
    """RELIABILITY 5: memory stays bounded, and waiting for ourselves is not the server's time."""
    bomb = gzip.compress(b"\0" * 40_000_000)
    asked = 0

    async def slow_end(exchange: Exchange) -> None:
        nonlocal asked
        asked += 1
        await exchange.send(ok(bomb, "Content-Encoding: gzip")[:-8])
        await asyncio.sleep(0.8)
        await exchange.send(bomb[-8:])

    limits = NetworkLimits(page_seconds=1.5)
    async with (
        hostile_server(slow_end) as server,
        Fetcher(CrawlSettings(network=limits), allowed_origins=(server.origin,)) as fetcher,
    ):
        urls = [server.url(f"/{number}") for number in range(3)]
        outcomes = await asyncio.gather(*(fetcher.fetch(url, purpose=Purpose.PAGE) for url in urls))
    assert [len(outcome.body) for outcome in outcomes if isinstance(outcome, Response)] == [40_000_000] * 3
    assert asked == 3
