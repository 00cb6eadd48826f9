"""TLS that is not as it should be: the crawl goes on and says so, unless told to be strict."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from auditor.config import CrawlSettings, NetworkLimits
from auditor.crawl.fetch import Fetcher
from auditor.crawl.purpose import Purpose
from auditor.facts import Response, Unreachable, Why
from tests.crawl.hostile_server import Exchange, answering, hostile_server, ok

# A key and self-signed certificate for 127.0.0.1, made for these tests and known to everyone.
CERTIFICATE = Path(__file__).parent / "data" / "loopback.pem"
LIMITS = NetworkLimits(connect_seconds=1.0, silence_seconds=1.0, page_seconds=3.0)


def server_tls(newest: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.maximum_version = newest
    return context


async def test_an_invalid_certificate_is_gone_on_with_and_told() -> None:
    async with (
        hostile_server(answering(ok()), server_tls()) as server,
        Fetcher(CrawlSettings(network=LIMITS), allowed_origins=(server.origin,)) as fetcher,
    ):
        first = await fetcher.fetch(server.url("/1"), purpose=Purpose.PAGE)
        second = await fetcher.fetch(server.url("/2"), purpose=Purpose.PAGE)
        assert isinstance(first, Response)
        assert isinstance(second, Response)
        assert (first.insecure, second.insecure) == (True, True)
        assert "certificate" in (fetcher.tls_error("127.0.0.1") or "")
        assert fetcher.tls_error("www.example.go.th") is None


async def test_strict_tls_stops_at_an_invalid_certificate() -> None:
    settings = CrawlSettings(network=LIMITS, strict_tls=True)
    async with (
        hostile_server(answering(ok()), server_tls()) as server,
        Fetcher(settings, allowed_origins=(server.origin,)) as fetcher,
    ):
        outcome = await fetcher.fetch(server.url(), purpose=Purpose.PAGE)
        assert isinstance(outcome, Unreachable)
        assert outcome.why is Why.TLS
        assert "certificate" in outcome.detail
        assert fetcher.tls_error("127.0.0.1") == outcome.detail
        assert server.requests == []


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
async def test_a_server_that_only_speaks_old_tls_is_understood() -> None:
    async with (
        hostile_server(answering(ok()), server_tls(ssl.TLSVersion.TLSv1)) as server,
        Fetcher(CrawlSettings(network=LIMITS), allowed_origins=(server.origin,)) as fetcher,
    ):
        outcome = await fetcher.fetch(server.url(), purpose=Purpose.PAGE)
        assert isinstance(outcome, Response)
        assert outcome.insecure
        assert fetcher.tls_error("127.0.0.1")


@pytest.mark.parametrize(
    ("greeting", "cause"),
    [
        pytest.param(b"HTTP/1.1 400 Bad Request\r\n\r\n", Why.TLS, id="plain-http"),
        pytest.param(b"", Why.TLS, id="closed-in-the-handshake"),
        pytest.param(None, Why.TIMEOUT, id="silent-in-the-handshake"),
    ],
)
async def test_a_port_that_speaks_no_tls_is_told_so(greeting: bytes | None, cause: Why) -> None:
    """RELIABILITY 4: the handshake is inside the deadline."""

    async def greet(exchange: Exchange) -> None:
        await (exchange.silence() if greeting is None else exchange.send(greeting))

    async with hostile_server(greet, greets=True) as server:
        origin = server.origin.replace("http:", "https:")
        async with Fetcher(CrawlSettings(network=LIMITS), allowed_origins=(origin,)) as fetcher:
            outcome = await fetcher.fetch(origin, purpose=Purpose.PAGE)
    assert isinstance(outcome, Unreachable)
    assert outcome.why is cause
