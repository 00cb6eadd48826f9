"""Small sites and quick crawls of them, for the tests of the crawl."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.config import CrawlLimits, CrawlSettings, NetworkLimits, Politeness
from auditor.crawl.crawler import crawl_site
from auditor.facts import Fetched, Kind, Resource, Run, Site, Skipped, SkipWhy
from auditor.snapshot import MemorySnapshot
from tests.loopback import LoopbackSite, Reply

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from auditor.crawl.progress import Progress
    from auditor.facts import Coverage

QUICK = CrawlSettings(
    network=NetworkLimits(connect_seconds=2.0, silence_seconds=2.0),
    politeness=Politeness(delay=0.0, concurrency=4, retry_waits=(0.01, 0.01)),
    check_external_links=False,
)
OPEN_ROBOTS = Reply("User-agent: *\nDisallow:\n", "text/plain")


def page(body: str = "", *, title: str = "หน้า", menu: tuple[str, ...] = ()) -> Reply:
    """A page with a menu and a body; menu entries are addresses."""
    entries = "".join(f'<li><a href="{url}">เมนู {url}</a></li>' for url in menu)
    navigation = f"<nav><ul>{entries}</ul></nav>" if menu else ""
    return Reply(
        f"<!doctype html><html lang=th><head><title>{title}</title></head><body>{navigation}<main><h1>{title}</h1>"
        f"{body}</main></body></html>"
    )


def links(*urls: str) -> str:
    """Links to addresses, each labelled with its own."""
    return "".join(f'<p><a href="{url}">ไปยัง {url}</a></p>' for url in urls)


def quick(**limits: float) -> CrawlSettings:
    """The quick settings with other limits of the crawl."""
    return replace(QUICK, limits=replace(CrawlLimits(), **limits))  # type: ignore[arg-type]


@dataclass(frozen=True)
class Crawled:
    """A finished crawl and the site that it was made of."""

    site: LoopbackSite
    snapshot: MemorySnapshot

    @property
    def coverage(self) -> Coverage:
        """What the crawl says of itself."""
        return self.snapshot.coverage

    def at(self, target: str) -> Resource:
        """The resource with this path and query."""
        found = next((one for one in self.snapshot if one.url == self.site.origin + target), None)
        assert found is not None, f"{target} was not met: {self.targets()}"
        return found

    def targets(self, kind: Kind | None = None) -> list[str]:
        """Paths of all that was fetched, in order."""
        return [
            one.url.removeprefix(self.site.origin)
            for one in self.snapshot
            if isinstance(one.fetch, Fetched) and (kind is None or one.kind is kind)
        ]

    def skipped(self, why: SkipWhy) -> list[str]:
        """Paths of all that was skipped for a reason."""
        return [
            one.url.removeprefix(self.site.origin)
            for one in self.snapshot
            if isinstance(one.fetch, Skipped) and one.fetch.why is why
        ]


async def crawl(
    server: LoopbackSite,
    settings: CrawlSettings = QUICK,
    *,
    path: str = "/",
    also: tuple[str, ...] = (),
    preferred: tuple[str, ...] = (),
    on_progress: Callable[[Progress], None] | None = None,
    stop: asyncio.Event | None = None,
) -> Crawled:
    """Crawl a site that is being served."""
    site = Site(id="test", url=server.origin + path, host=server.host, also=also)
    snapshot = MemorySnapshot(site)
    end = await crawl_site(site, settings, snapshot, preferred=preferred, on_progress=on_progress, stop=stop)
    snapshot.finish(Run(id="run", started_at=end.started_at, finished_at=end.finished_at), end.coverage)
    return Crawled(server, snapshot)
