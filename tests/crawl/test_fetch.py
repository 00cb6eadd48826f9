"""RELIABILITY 1–8: whatever a server does, fetching it ends in time and in a value."""

from __future__ import annotations

import asyncio
import gzip
from typing import TYPE_CHECKING, Any

import pytest

from auditor.config import CrawlSettings, NetworkLimits
from auditor.crawl.fetch import Fetcher, Outcome
from auditor.crawl.purpose import Purpose
from auditor.facts import Response, Skipped, SkipWhy, Unreachable, Why
from tests.crawl.hostile_server import Exchange, HostileServer, Script, answering, hostile_server, moved, ok

if TYPE_CHECKING:
    from collections.abc import Callable

LIMITS = NetworkLimits(
    connect_seconds=1.0,
    silence_seconds=0.8,
    page_seconds=1.5,
    document_seconds=6.0,
    page_bytes=20_000,
    document_bytes=200_000,
    robots_bytes=1_000,
    sitemap_bytes=100_000,
    decoded_bytes=400_000,
)


async def fetched(
    script: Script, path: str = "/", *, limits: NetworkLimits = LIMITS, purpose: Purpose = Purpose.PAGE, **more: Any
) -> tuple[Outcome, HostileServer]:
    """What comes of fetching `path` from a server with this script."""
    settings = CrawlSettings(network=limits)
    async with hostile_server(script) as server, Fetcher(settings, allowed_origins=(server.origin,)) as fetcher:
        return await fetcher.fetch(server.url(path), purpose=purpose, **more), server


async def why(script: Script, **more: Any) -> Why | None:
    """The cause of failure that a script leads to."""
    outcome, _ = await fetched(script, **more)
    return outcome.why if isinstance(outcome, Unreachable) else None


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


def head(*lines: str, body: bytes = b"") -> bytes:
    return "\r\n".join(["HTTP/1.1 200 OK", *lines, "", ""]).encode("latin-1") + body


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
    outcome, _ = await fetched(answering(b"HTTP/1.1 304 X\r\nETag: a\r\n\r\n"), headers=(("If-None-Match", "a"),))
    assert isinstance(outcome, Response)
    assert (outcome.status, outcome.body) == (304, b"")


async def test_conditions_do_not_travel_with_redirects() -> None:
    """RELIABILITY 8."""
    _, server = await fetched(answering(moved("/b"), ok()), headers=(("If-None-Match", "secret"),))
    assert "secret" in server.requests[0]
    assert "secret" not in server.requests[1]


async def test_head_asks_for_no_body() -> None:
    outcome, server = await fetched(answering(head("Content-Length: 99999999")), method="HEAD")
    assert isinstance(outcome, Response)
    assert (outcome.body, outcome.header("content-length")) == (b"", "99999999")
    assert server.requests[0].startswith("HEAD / ")


# --- redirects --------------------------------------------------------------------------------------------------


async def test_redirects_are_followed_and_told() -> None:
    """RELIABILITY 7."""
    outcome, server = await fetched(answering(moved("b?x#y"), moved("/c", 308), ok()), "/a/")
    assert isinstance(outcome, Response)
    assert outcome.redirects == (server.url("/a/"), server.url("/a/b?x"))
    assert (outcome.url, outcome.final_url) == (server.url("/a/"), server.url("/c"))


async def test_the_letters_of_a_location_are_percent_encoded() -> None:
    """RELIABILITY 7: UTF-8 and windows-874 alike, byte by byte."""
    raw = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /\xa1?q=\xa2\r\n\r\n"
    outcome, server = await fetched(answering(moved("/ก ข"), raw, ok()))
    assert isinstance(outcome, Response)
    assert outcome.redirects[1] == server.url("/%E0%B8%81%20%E0%B8%82")
    assert outcome.final_url == server.url("/%A1?q=%A2")


def numbered_redirects() -> Script:
    async def script(exchange: Exchange) -> None:
        await exchange.send(moved(f"/{int(exchange.target[1:] or 0) + 1}"))

    return script


@pytest.mark.parametrize(
    ("script", "cause"),
    [
        pytest.param(answering(moved("/")), Why.REDIRECT_LOOP, id="to-itself"),
        pytest.param(answering(moved("/b"), moved("/")), Why.REDIRECT_LOOP, id="in-a-circle"),
        pytest.param(numbered_redirects(), Why.TOO_MANY_REDIRECTS, id="without-end"),
        pytest.param(answering(ok(b"", status="302 Found")), Why.BAD_REDIRECT, id="no-location"),
        pytest.param(answering(moved("")), Why.BAD_REDIRECT, id="empty-location"),
        pytest.param(answering(moved("http://")), Why.BAD_REDIRECT, id="no-host"),
        pytest.param(answering(moved("http://a b/")), Why.BAD_REDIRECT, id="invalid-host"),
        pytest.param(answering(moved("file:///etc/passwd")), Why.SCHEME, id="file"),
        pytest.param(answering(moved("javascript:alert(1)")), Why.SCHEME, id="script"),
        pytest.param(answering(moved("ftp://example.go.th/")), Why.SCHEME, id="ftp"),
    ],
)
async def test_a_redirect_that_leads_nowhere_is_told_by_its_cause(script: Script, cause: Why) -> None:
    """RELIABILITY 3 and 7."""
    assert await why(script) is cause


@pytest.mark.parametrize(("purpose", "requests"), [(Purpose.PAGE, 11), (Purpose.ROBOTS, 6)])
async def test_a_chain_may_have_so_many_redirects(purpose: Purpose, requests: int) -> None:
    """RELIABILITY 7: ten, and five for robots.txt."""
    _, server = await fetched(numbered_redirects(), purpose=purpose)
    assert len(server.requests) == requests


@pytest.mark.parametrize(
    "location",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://localhost/",
        "http://127.0.0.1:1/",
        "//metadata.google.internal/",
        "https://www.example.go.th:8443/",
    ],
)
async def test_a_redirect_to_a_closed_place_is_skipped_as_private(location: str) -> None:
    """RELIABILITY 2: checked again at every hop."""
    outcome, _ = await fetched(answering(moved(location)))
    assert isinstance(outcome, Skipped)
    assert outcome.why is SkipWhy.PRIVATE


async def test_the_caller_is_asked_for_every_hop() -> None:
    """RELIABILITY 7: robots.txt and scope."""
    asked: list[str] = []

    def permit(url: str) -> SkipWhy | None:
        asked.append(url)
        return SkipWhy.ROBOTS if url.endswith("/closed") else None

    outcome, server = await fetched(answering(moved("/open"), moved("/closed"), ok()), permit=permit)
    assert outcome == Skipped(why=SkipWhy.ROBOTS, detail=server.url("/closed"))
    assert asked == [server.url("/"), server.url("/open"), server.url("/closed")]
    assert len(server.requests) == 2


async def test_all_redirects_together_have_one_deadline() -> None:
    """RELIABILITY 4."""

    async def slow_redirects(exchange: Exchange) -> None:
        await asyncio.sleep(0.25)
        await exchange.send(moved(f"{exchange.target}x"))

    outcome, server = await fetched(slow_redirects)
    assert isinstance(outcome, Unreachable)
    assert outcome.why is Why.TIMEOUT
    assert len(server.requests) < 8


# --- limits by purpose ------------------------------------------------------------------------------------------


def of_size(size: int, *fields: str) -> Callable[[], bytes]:
    return lambda: ok(b"a" * size, *fields)


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


# --- names and counts -------------------------------------------------------------------------------------------


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
