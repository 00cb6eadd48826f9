"""Fetching one address from a hostile server under limits that a test can wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditor.config import CrawlSettings, NetworkLimits
from auditor.crawl.fetch import Fetcher
from auditor.crawl.purpose import Purpose
from auditor.facts import Unreachable, Why
from tests.crawl.hostile_server import HostileServer, Script, hostile_server

if TYPE_CHECKING:
    from auditor.crawl.redirects import Outcome

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


def head(*lines: str, body: bytes = b"") -> bytes:
    return "\r\n".join(["HTTP/1.1 200 OK", *lines, "", ""]).encode("latin-1") + body
