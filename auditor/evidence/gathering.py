"""What the evidence of an audit still lacks when the audit is made, asked of the website: politely, and bounded.

A body of which the server only said that it is what it was on an earlier night, when nobody cited it: asked for once
more, whole. Only the very bytes that were judged are kept; whatever else comes now is no evidence of that night.
Nothing here costs an audit.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.crawl.bounded import bounded
from auditor.crawl.door import Door
from auditor.crawl.redirects import Hop
from auditor.crawl.warc.records import digest_of
from auditor.crawl.warc.scratch import Scratch
from auditor.evidence.citing import answers_cited
from auditor.evidence.stock import spots_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.config import CrawlSettings
    from auditor.crawl.fetch import Keeper
    from auditor.evidence import Plan
    from auditor.facts import Fetched, Site, Skipped, Snapshot, Unreachable
    from auditor.findings import Audit

_log = logging.getLogger(__name__)

_MOST_BODIES = 50  # asked for again after one audit
_MOST_SECONDS = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """For whose audit, and how the site is asked."""

    site: Site
    run: str
    settings: CrawlSettings
    shared_hosts: tuple[str, ...]
    plan: Plan


async def gather(gathering: Gathering, audit: Audit, crawl: Snapshot, stop: asyncio.Event) -> None:
    """Lay aside what the evidence still lacks, with what the crawl got; setting `stop` ends it."""
    shelf = gathering.plan.shelf(gathering.site.id)
    if gathering.plan.keep == "none" or not shelf.scratch(gathering.run).exists():
        return
    ends = asyncio.get_running_loop().time() + _MOST_SECONDS
    try:
        await bounded(_gathered(gathering, audit, crawl), ends, stop)
    except Exception as error:  # noqa: BLE001  (whatever it is, the audit stands)
        _log.warning("%s: the evidence of run %s is not complete: %s", gathering.site.id, gathering.run, error)


async def _gathered(gathering: Gathering, audit: Audit, crawl: Snapshot) -> None:
    shelf = gathering.plan.shelf(gathering.site.id)
    cited = {each.sha256: each for each in answers_cited(audit, crawl) if each.sha256}
    digests = frozenset(map(digest_of, cited))
    held = spots_of(shelf, gathering.run, digests)
    lacking = [fetch for sha256, fetch in cited.items() if digest_of(sha256) not in held]
    if not lacking:
        return
    pause = max(gathering.settings.politeness.delay, crawl.coverage.crawl_delay or 0.0)
    await asyncio.sleep(min(pause, gathering.settings.politeness.crawl_delay_cap))
    scratch = Scratch(shelf.scratch(gathering.run), gathering.plan.crawl_bytes)
    try:
        only = _Only(scratch, lacking)
        door = Door.anew(gathering.site, gathering.settings, gathering.shared_hosts, only)
        for fetch in lacking[:_MOST_BODIES]:
            await door.ask(fetch.final_url)
    finally:
        scratch.close()
    if only.wanted:
        _log.warning(
            "%s: %d cited contents could not be had again for the evidence", gathering.site.id, len(only.wanted)
        )


class _Only:
    """Keeps what has the very bytes that are lacking, each once, and nothing else."""

    def __init__(self, keeper: Keeper, lacking: Iterable[Fetched]) -> None:
        self.wanted = {fetch.sha256 for fetch in lacking}
        self._keeper = keeper

    def keep(
        self, url: str, method: str, hop: Hop | Unreachable | Skipped, tls_error: str | None
    ) -> Hop | Unreachable | Skipped:
        """Keep what came of one request, if it is that; the same."""
        sha256 = hashlib.sha256(hop.reply.body).hexdigest() if isinstance(hop, Hop) else None
        if sha256 not in self.wanted:
            return hop
        self.wanted.discard(sha256)
        return self._keeper.keep(url, method, hop, tls_error)
