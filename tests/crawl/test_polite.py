"""RELIABILITY 10 and 11 on a real server: second tries, Retry-After, turns."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

import pytest

from auditor.config import CrawlLimits, CrawlSettings, NetworkLimits, Politeness
from auditor.crawl.fetch import Fetcher
from auditor.crawl.polite import PoliteFetcher
from auditor.crawl.purpose import Purpose
from auditor.facts import Response, Unreachable, Why
from tests.crawl.hostile_server import Exchange, HostileServer, Script, answering, hostile_server, moved, ok

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

HASTY = CrawlSettings(
    network=NetworkLimits(silence_seconds=0.6),
    politeness=Politeness(delay=0, retry_waits=(0.01, 0.02)),
)


@contextlib.asynccontextmanager
async def polite(
    script: Script, settings: CrawlSettings = HASTY
) -> AsyncIterator[tuple[HostileServer, PoliteFetcher]]:
    async with hostile_server(script) as server, Fetcher(settings, allowed_origins=(server.origin,)) as fetcher:
        yield server, PoliteFetcher(fetcher, settings)


def status(line: str, *fields: str) -> bytes:
    return ok(b"", *fields, status=line)


async def reset(exchange: Exchange) -> None:
    exchange.reset()


@pytest.mark.parametrize("line", ["408 X", "429 X", "500 X", "502 X", "503 X", "504 X"])
async def test_a_passing_trouble_is_tried_again(line: str) -> None:
    """RELIABILITY 11."""
    async with polite(answering(status(line), status(line), ok(b"there"))) as (server, fetcher):
        outcome = await fetcher.fetch(server.url(), purpose=Purpose.PAGE)
        assert isinstance(outcome, Response)
        assert outcome.body == b"there"
        assert len(server.requests) == 3


@pytest.mark.parametrize("line", ["400 X", "401 X", "403 X", "404 X", "410 X", "501 X"])
async def test_a_plain_answer_is_not_asked_for_again(line: str) -> None:
    """RELIABILITY 11."""
    async with polite(answering(status(line))) as (server, fetcher):
        outcome = await fetcher.fetch(server.url(), purpose=Purpose.PAGE)
        assert isinstance(outcome, Response)
        assert len(server.requests) == 1


async def test_after_three_tries_the_last_answer_counts() -> None:
    """RELIABILITY 11: two more tries."""
    async with polite(answering(status("503 X"))) as (server, fetcher):
        outcome = await fetcher.fetch(server.url(), purpose=Purpose.PAGE)
        assert isinstance(outcome, Response)
        assert outcome.status == 503
        assert len(server.requests) == 3


async def test_a_broken_connection_is_tried_again_and_counted() -> None:
    """RELIABILITY 11."""
    async with polite(reset) as (server, fetcher):
        outcome = await fetcher.fetch(server.url(), purpose=Purpose.PAGE)
        assert isinstance(outcome, Unreachable)
        assert (outcome.why, outcome.attempts) == (Why.RESET, 3)
        assert len(server.requests) == 3


async def test_a_time_out_has_waited_long_enough() -> None:
    """RELIABILITY 11: the kernel has tried to connect several times by then, and a page its whole time."""

    async def silent(exchange: Exchange) -> None:
        await exchange.silence()

    async with polite(silent) as (server, fetcher):
        outcome = await fetcher.fetch(server.url(), purpose=Purpose.PAGE)
        assert isinstance(outcome, Unreachable)
        assert (outcome.why, outcome.attempts, len(server.requests)) == (Why.TIMEOUT, 1, 1)


async def test_a_short_retry_after_is_waited_for() -> None:
    """RELIABILITY 11."""
    async with polite(answering(status("503 X", "Retry-After: 0"), ok(b"there"))) as (server, fetcher):
        outcome = await fetcher.fetch(server.url(), purpose=Purpose.PAGE)
        assert isinstance(outcome, Response)
        assert outcome.body == b"there"
        assert len(server.requests) == 2


@pytest.mark.parametrize("asked", ["7200", "700", "Thu, 15 Jan 2099 00:00:00 GMT"])
async def test_a_host_that_asks_for_more_time_than_there_is_is_put_off(asked: str) -> None:
    """RELIABILITY 11: over the cap, or over what is left of the audit."""
    async with polite(answering(status("429 X", f"Retry-After: {asked}"))) as (server, fetcher):
        first = await fetcher.fetch(server.url("/1"), purpose=Purpose.PAGE)
        second = await fetcher.fetch(server.url("/2"), purpose=Purpose.PAGE)
        assert isinstance(first, Unreachable)
        assert isinstance(second, Unreachable)
        assert first.why is second.why is Why.PUT_OFF
        assert len(server.requests) == 1


async def test_no_second_try_is_begun_without_time_for_it() -> None:
    settings = CrawlSettings(limits=CrawlLimits(max_seconds=0.5), politeness=Politeness(delay=0))
    async with polite(answering(status("500 X")), settings) as (server, fetcher):
        outcome = await fetcher.fetch(server.url(), purpose=Purpose.PAGE)
        assert isinstance(outcome, Response)
        assert len(server.requests) == 1


async def test_a_host_that_is_down_is_left_alone_after_some_failures() -> None:
    async with polite(reset) as (server, fetcher):
        outcomes = [await fetcher.fetch(server.url(f"/{n}"), purpose=Purpose.PAGE) for n in range(5)]
        causes = [outcome.why for outcome in outcomes if isinstance(outcome, Unreachable)]
        assert causes[0] is Why.RESET
        assert causes[-1] is Why.HOST_DOWN
        assert len(server.requests) == HASTY.politeness.breaker_failures


async def test_at_most_two_requests_are_in_flight_on_a_host() -> None:
    """RELIABILITY 10."""

    async def slow(exchange: Exchange) -> None:
        await asyncio.sleep(0.02)
        await exchange.send(ok())

    async with polite(slow) as (server, fetcher):
        urls = [server.url(f"/{number}") for number in range(12)]
        outcomes = await asyncio.gather(*(fetcher.fetch(url, purpose=Purpose.PAGE) for url in urls))
        assert all(isinstance(outcome, Response) for outcome in outcomes)
        assert server.most_open <= 2


async def test_with_a_crawl_delay_one_request_is_in_flight() -> None:
    """RELIABILITY 10: the delay holds also where every other gap is lifted."""

    async def slow(exchange: Exchange) -> None:
        await asyncio.sleep(0.05)
        await exchange.send(ok())

    async with polite(slow) as (server, fetcher):
        fetcher.set_crawl_delay("127.0.0.1", 0.01)
        urls = [server.url(f"/{number}") for number in range(4)]
        await asyncio.gather(*(fetcher.fetch(url, purpose=Purpose.PAGE) for url in urls))
        assert server.most_open == 1
        assert len(server.requests) == 4


async def test_every_hop_of_a_redirect_waits_its_turn() -> None:
    """RELIABILITY 10: a redirect is a request too."""
    async with polite(answering(moved("/b"), ok())) as (server, fetcher):
        outcome = await fetcher.fetch(server.url("/a"), purpose=Purpose.PAGE)
        assert isinstance(outcome, Response)
        assert outcome.final_url == server.url("/b")
        assert server.most_open == 1


async def test_waiting_for_a_turn_is_no_time_of_the_request() -> None:
    """RELIABILITY 4: the deadline runs from the look-up, not while we are being polite."""
    settings = CrawlSettings(network=NetworkLimits(page_seconds=0.5), politeness=Politeness(delay=0.6))
    async with polite(answering(ok()), settings) as (server, fetcher):
        outcomes = [await fetcher.fetch(server.url(f"/{number}"), purpose=Purpose.PAGE) for number in range(3)]
        assert all(isinstance(outcome, Response) for outcome in outcomes)
