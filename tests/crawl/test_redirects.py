"""RELIABILITY 2, 3, 4 and 7: redirects are followed by hand, and every hop is checked."""

from __future__ import annotations

import asyncio

import pytest

from auditor.crawl.purpose import Purpose
from auditor.facts import Response, Skipped, SkipWhy, Unreachable, Why
from tests.crawl.fetching import fetched, why
from tests.crawl.hostile_server import Exchange, Script, answering, moved, ok


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
