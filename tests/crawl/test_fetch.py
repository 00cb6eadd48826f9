"""RELIABILITY 1–8: whatever a server does, fetching it ends in time and in a value."""

from __future__ import annotations

import asyncio
import gzip
import random

import pytest

from auditor.config import CrawlSettings
from auditor.crawl.fetch import Fetcher
from auditor.crawl.purpose import Purpose
from auditor.facts import Response, Skipped, Unreachable, Why
from tests.crawl.fetching import LIMITS, fetched, head, why
from tests.crawl.hostile_server import Exchange, Script, answering, hostile_server, moved, ok


async def endless_interim(exchange: Exchange) -> None:
    while True:
        await exchange.send(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
        await asyncio.sleep(0.01)


async def dripping_head(exchange: Exchange) -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\nX: ")
    while True:
        await exchange.send(b"a")
        await asyncio.sleep(0.1)


async def dripping_body(exchange: Exchange) -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n")
    while True:
        await exchange.send(b"a")
        await asyncio.sleep(0.1)


async def silent(exchange: Exchange) -> None:
    await exchange.silence()


async def reset_at_once(exchange: Exchange) -> None:
    exchange.reset()


async def endless_body(exchange: Exchange) -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        await exchange.send(b"a" * 10_000)
        await asyncio.sleep(0)


async def endless_small_chunks(exchange: Exchange) -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        await exchange.send((b"1;" + b"x" * 500 + b"\r\na\r\n") * 50)
        await asyncio.sleep(0)


async def test_a_good_answer_becomes_a_response() -> None:
    outcome, server = await fetched(answering(ok("หน้าแรก".encode(), "X-Name: ค่า")))
    assert isinstance(outcome, Response)
    assert (outcome.status, outcome.body.decode()) == (200, "หน้าแรก")
    assert outcome.header("x-name") == "ค่า"
    assert outcome.url == outcome.final_url == server.url("/")
    assert outcome.redirects == ()
    assert outcome.at.tzinfo is not None
    assert outcome.wire_bytes > len(outcome.body)


async def test_a_request_says_who_asks_and_nothing_more() -> None:
    """RELIABILITY 8 and 10: name, version and contact; no cookie, no Referer, no credentials."""
    script = answering(
        b"HTTP/1.1 302 Found\r\nSet-Cookie: id=7\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n",
        ok(b"", "Set-Cookie: id=8"),
    )
    _, server = await fetched(script)
    fields = {line.partition(":")[0].lower() for head in server.requests for line in head.split("\r\n")[1:-2]}
    assert fields == {"host", "user-agent", "accept", "accept-language", "accept-encoding", "connection"}
    assert "User-Agent: auditor/" in server.requests[1]
    assert "(+http" in server.requests[1]
    assert "Accept-Encoding: gzip, deflate\r\n" in server.requests[1]


async def test_credentials_in_an_address_are_not_sent() -> None:
    """RELIABILITY 3."""
    async with (
        hostile_server(answering(ok())) as server,
        Fetcher(CrawlSettings(network=LIMITS), allowed_origins=(server.origin,)) as fetcher,
    ):
        outcome = await fetcher.fetch(server.url("/").replace("//", "//user:secret@"), purpose=Purpose.PAGE)
    assert isinstance(outcome, Response)
    assert outcome.url == server.url("/")
    assert "secret" not in str(server.requests)


@pytest.mark.parametrize(
    ("script", "cause"),
    [
        pytest.param(endless_interim, Why.PROTOCOL, id="endless-interim-answers"),
        pytest.param(dripping_head, Why.TIMEOUT, id="dripping-head"),
        pytest.param(dripping_body, Why.TIMEOUT, id="dripping-body"),
        pytest.param(silent, Why.TIMEOUT, id="silence"),
        pytest.param(reset_at_once, Why.RESET, id="reset"),
        pytest.param(answering(b""), Why.RESET, id="closed-without-a-word"),
        pytest.param(endless_body, Why.TOO_LARGE, id="endless-body"),
        pytest.param(endless_small_chunks, Why.TOO_LARGE, id="endless-small-chunks"),
    ],
)
async def test_no_server_can_keep_us(script: Script, cause: Why) -> None:
    """RELIABILITY 4 and 5: the total deadline and the limits hold whatever arrives."""
    assert await why(script) is cause


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        pytest.param(head("X: " + "y" * 70_000), Why.PROTOCOL, id="head-over-64-kib"),
        pytest.param(head(*["X: y"] * 201), Why.PROTOCOL, id="over-200-fields"),
        pytest.param(head("Content-Length: 3", "Content-Length: 4", body=b"abcd"), Why.PROTOCOL, id="two-lengths"),
        pytest.param(head("Content-Length: 3, 4", body=b"abcd"), Why.PROTOCOL, id="two-lengths-in-one"),
        pytest.param(head("Content-Length: -1"), Why.PROTOCOL, id="negative-length"),
        pytest.param(head("Content-Length: 3x", body=b"abc"), Why.PROTOCOL, id="length-with-letters"),
        pytest.param(
            head("Content-Length: 3", "Transfer-Encoding: chunked", body=b"3\r\nabc\r\n0\r\n\r\n"),
            Why.PROTOCOL,
            id="length-and-chunks",
        ),
        pytest.param(head("Transfer-Encoding: gzip", body=b"abc"), Why.PROTOCOL, id="other-transfer-coding"),
        pytest.param(head("Transfer-Encoding: chunked", body=b"zz\r\nabc"), Why.PROTOCOL, id="bad-chunk-size"),
        pytest.param(head("Transfer-Encoding: chunked", body=b"3\r\nabcdef\r\n"), Why.PROTOCOL, id="bad-chunk-end"),
        pytest.param(
            head("Transfer-Encoding: chunked", body=b"fffffffffffffffffffff\r\n"), Why.PROTOCOL, id="huge-chunk"
        ),
        pytest.param(head("Transfer-Encoding: chunked", body=b"3\r\nabc\r\n"), Why.TRUNCATED, id="no-last-chunk"),
        pytest.param(head("Transfer-Encoding: chunked", body=b"3\r\nabc\r\n0\r\n"), Why.TRUNCATED, id="no-trailer"),
        pytest.param(head("Content-Length: 10", body=b"abc"), Why.TRUNCATED, id="shorter-than-declared"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-", Why.TRUNCATED, id="half-a-head"),
        pytest.param(head("Content-Length: 999999"), Why.TOO_LARGE, id="declared-too-large"),
        pytest.param(b"SSH-2.0-OpenSSH_9.2\r\n\r\n", Why.PROTOCOL, id="not-http"),
        pytest.param(b"HTTP/1.1 099 X\r\n\r\n", Why.PROTOCOL, id="status-under-100"),
        pytest.param(b"HTTP/1.1 600 X\r\nContent-Length: 0\r\n\r\n", Why.PROTOCOL, id="status-over-599"),
        pytest.param(b"HTTP/1.1 101 X\r\nUpgrade: h2c\r\n\r\n", Why.PROTOCOL, id="switching-protocols"),
        pytest.param(ok(status="206 X"), Why.PROTOCOL, id="partial-content-without-range"),
        pytest.param(b"HTTP/1.1 304 X\r\n\r\n", Why.PROTOCOL, id="not-modified-without-condition"),
        pytest.param(b"HTTP/1.1 100 Continue\r\n\r\n" * 6 + ok(), Why.PROTOCOL, id="six-interim-answers"),
        pytest.param(head("X: a\0b"), Why.PROTOCOL, id="nul-in-a-field"),
        pytest.param(ok(b"abc", "Content-Encoding: br"), Why.ENCODING, id="coding-not-offered"),
        pytest.param(ok(gzip.compress(b"a" * 99)[:-3], "Content-Encoding: gzip"), Why.TRUNCATED, id="gzip-cut"),
        pytest.param(ok(gzip.compress(b"\0" * 900_000), "Content-Encoding: gzip"), Why.TOO_LARGE, id="gzip-bomb"),
    ],
)
async def test_an_answer_that_is_not_strictly_right_is_never_a_page(answer: bytes, cause: Why) -> None:
    """RELIABILITY 5 and 6."""
    assert await why(answering(answer)) is cause


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 5 + ok(), id="five-interim-answers"),
        pytest.param(head("Content-Length: 4, 4", body=b"fine"), id="same-length-twice"),
        pytest.param(head("Content-Length: 4", body=b"fineHTTP/1.1 200 OK\r\n\r\nleft over"), id="left-over-bytes"),
        pytest.param(head(body=b"fine"), id="ended-by-closing"),
        pytest.param(b"HTTP/1.0 200\r\n\r\nfine", id="old-and-short"),
        pytest.param(b"HTTP/1.1 200 OK\nContent-Length: 4\n\nfine", id="bare-newlines"),
        pytest.param(head("Transfer-Encoding: Chunked", body=b"4;a=b\r\nfine\r\n0\r\nT: x\r\n\r\n"), id="chunks"),
    ],
)
async def test_odd_but_allowed_answers_are_read(answer: bytes) -> None:
    outcome, _ = await fetched(answering(answer))
    assert isinstance(outcome, Response)
    assert outcome.body == b"fine"


async def test_no_answer_can_be_left_over_for_the_next_request() -> None:
    """RELIABILITY 6: no connection is used twice."""
    poisoned = ok(b"first") + ok(b"smuggled")
    async with (
        hostile_server(answering(poisoned, ok(b"second"))) as server,
        Fetcher(CrawlSettings(network=LIMITS), allowed_origins=(server.origin,)) as fetcher,
    ):
        await fetcher.fetch(server.url("/1"), purpose=Purpose.PAGE)
        outcome = await fetcher.fetch(server.url("/2"), purpose=Purpose.PAGE)
    assert isinstance(outcome, Response)
    assert outcome.body == b"second"


async def test_a_condition_may_be_answered_with_not_modified() -> None:
    outcome, _ = await fetched(
        answering(b"HTTP/1.1 304 X\r\nETag: a\r\n\r\n"), conditions=lambda _: (("If-None-Match", "a"),)
    )
    assert isinstance(outcome, Response)
    assert (outcome.status, outcome.body) == (304, b"")


async def test_conditions_go_to_the_address_that_they_are_for() -> None:
    """RELIABILITY 8."""

    def conditions(url: str) -> tuple[tuple[str, str], ...]:
        return (("If-None-Match", '"of-b"'),) if url.endswith("/b") else (("If-None-Match", '"of-a"'),)

    _, server = await fetched(answering(moved("/b"), ok()), conditions=conditions)
    assert "of-a" in server.requests[0]
    assert "of-b" not in server.requests[0]
    assert "of-b" in server.requests[1]
    assert "of-a" not in server.requests[1]


async def test_head_asks_for_no_body() -> None:
    outcome, server = await fetched(answering(head("Content-Length: 99999999")), method="HEAD")
    assert isinstance(outcome, Response)
    assert (outcome.body, outcome.header("content-length")) == (b"", "99999999")
    assert server.requests[0].startswith("HEAD / ")


async def unknown(host: str, port: int) -> tuple[str, ...]:
    raise OSError(-2, f"Name or service not known: {host}:{port}")


async def test_a_name_that_does_not_resolve_is_told_so() -> None:
    async with Fetcher(CrawlSettings(), allowed_origins=(), look_up=unknown) as fetcher:
        outcome = await fetcher.fetch("https://www.example.go.th/", purpose=Purpose.EXTERNAL)
        assert isinstance(outcome, Unreachable)
        assert outcome.why is Why.DNS
        assert fetcher.counters.errors == 1
        assert fetcher.counters.external_resolved == 0


async def test_a_closed_port_refuses() -> None:
    async with hostile_server(answering(ok())) as server:
        pass
    async with Fetcher(CrawlSettings(network=LIMITS), allowed_origins=(server.origin,)) as fetcher:
        outcome = await fetcher.fetch(server.url(), purpose=Purpose.PAGE)
    assert isinstance(outcome, Unreachable)
    assert outcome.why is Why.REFUSED


async def test_the_connection_goes_to_the_checked_address_with_the_name_kept() -> None:
    """RELIABILITY 2: a second look-up cannot change it."""

    async def look_up(host: str, port: int) -> tuple[str, ...]:
        assert (host, port) == ("hospital.example", server.port)
        return ("127.0.0.1",)

    async with hostile_server(answering(ok())) as server:
        origin = f"http://hospital.example:{server.port}"
        async with Fetcher(CrawlSettings(network=LIMITS), allowed_origins=(origin,), look_up=look_up) as fetcher:
            outcome = await fetcher.fetch(f"{origin}/x", purpose=Purpose.PAGE)
            assert isinstance(outcome, Response)
            assert f"Host: hospital.example:{server.port}\r\n" in server.requests[0]


async def test_what_a_crawl_costs_is_counted() -> None:
    async with (
        hostile_server(answering(moved("/b"), ok(), b"broken\r\n\r\n")) as server,
        Fetcher(CrawlSettings(network=LIMITS), allowed_origins=(server.origin,)) as fetcher,
    ):
        await fetcher.fetch(server.url(), purpose=Purpose.PAGE)
        await fetcher.fetch(server.url(), purpose=Purpose.PAGE)
        counters = fetcher.counters
        assert (counters.requests, counters.errors) == (3, 1)
        assert counters.wire_bytes == len(moved("/b") + ok() + b"broken\r\n\r\n")


@pytest.mark.parametrize("url", ["ftp://example.go.th/", "nonsense", "", "http://[::1", "mailto:a@b.th"])
async def test_what_is_no_web_address_is_not_asked(url: str) -> None:
    """RELIABILITY 3."""
    async with Fetcher(CrawlSettings(), allowed_origins=()) as fetcher:
        outcome = await fetcher.fetch(url, purpose=Purpose.PAGE)
        assert isinstance(outcome, Unreachable)
        assert outcome.why is Why.SCHEME
        assert fetcher.counters.requests == 0


async def test_a_crawl_that_is_cancelled_leaves_nothing_open() -> None:
    """RELIABILITY 25: an unclosed connection would be a warning, and so a failure."""
    asked = asyncio.Event()

    async def never(exchange: Exchange) -> None:
        asked.set()
        await exchange.silence()

    async with (
        hostile_server(never) as server,
        Fetcher(CrawlSettings(), allowed_origins=(server.origin,)) as fetcher,
    ):
        task = asyncio.create_task(fetcher.fetch(server.url(), purpose=Purpose.PAGE))
        await asked.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert task.cancelled()


FRAGMENTS = (
    b"HTTP/1.1 200 OK\r\n", b"HTTP/1.0 302 F\r\n", b"HTTP/1.1 ", b"HTTP/1.1 103 E\r\n\r\n", b"Content-Length: 5\r\n",
    b"Content-Length: 4\n", b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"Location: /a\r\n",
    b"Content-Encoding: deflate, gzip\r\n", b"Location: \xff://\x80\r\n", b"Location: http://[::1\r\n", b": x\r\n",
    b"Location: http://.x/\r\n", b"\r\n", b"\n", b"\r\n\r\n", b"5\r\nhello\r\n", b"0\r\n\r\n", b"hello",
    b" folded\r\n", gzip.compress(b"hello"), b"\0", b"\xff\xfe", b"Content-Type: application/pdf\r\n",
)  # fmt: skip


async def test_any_mixture_of_bytes_ends_in_a_value() -> None:
    """RELIABILITY 6: three hundred answers put together by lot (the same in every run)."""
    lot = random.Random(2567)

    async def script(exchange: Exchange) -> None:
        start = b"HTTP/1.1 200 OK\r\n" if lot.random() < 0.7 else b""
        await exchange.send(start + b"".join(lot.choices(FRAGMENTS, k=lot.randint(0, 9))))

    async with (
        hostile_server(script) as server,
        Fetcher(CrawlSettings(network=LIMITS), allowed_origins=(server.origin,)) as fetcher,
    ):
        for number in range(300):
            purpose = lot.choice(list(Purpose))
            outcome = await fetcher.fetch(server.url(f"/{number}"), purpose=purpose)
            assert isinstance(outcome, Response | Unreachable | Skipped)
