"""What the evidence of an audit still lacks when the audit is made, asked of the website: politely, and bounded.

A body of which the server only said that it is what it was on an earlier night, when nobody cited it: asked for once
more, whole. Only the very bytes that were judged are kept; whatever else comes now is no evidence of that night. Then
pictures of the pages that are cited, but for those that did not change since they were drawn. Nothing here costs an
audit.
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
from auditor.crawl.warc import WarcKeeper
from auditor.crawl.warc.marks import DRAWN_FROM
from auditor.crawl.warc.records import digest_of
from auditor.crawl.warc.scratch import Scratch, places_in
from auditor.evidence.citing import answers_cited, sights_of
from auditor.evidence.pictures import can_draw, draw, gap
from auditor.evidence.stock import spots_of
from auditor.facts import Fetched

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.config import CrawlSettings
    from auditor.crawl.fetch import Keeper
    from auditor.crawl.warc.records import Record, Sight
    from auditor.evidence import Plan
    from auditor.evidence.citing import Crawl
    from auditor.evidence.shelf import Shelf
    from auditor.facts import Site, Skipped, Unreachable
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
    beside: Keeper | None = None  # keeps the pictures as well, if it is a file that somebody asked for

    @property
    def shelf(self) -> Shelf:
        """Where the evidence of the site lies."""
        return self.plan.shelf(self.site.id)


async def gather(gathering: Gathering, audit: Audit, crawl: Crawl, stop: asyncio.Event) -> None:
    """Lay aside what the evidence still lacks, with what the crawl got; setting `stop` ends it."""
    if gathering.plan.keep == "none" or not gathering.shelf.scratch(gathering.run).exists():
        return
    ends = asyncio.get_running_loop().time() + _MOST_SECONDS
    try:
        await bounded(_Gatherer(gathering, audit, crawl).work(), ends, stop)
    except Exception as error:  # noqa: BLE001  (whatever it is, the audit stands)
        _log.warning("%s: the evidence of run %s is not complete: %s", gathering.site.id, gathering.run, error)


class _Gatherer:
    def __init__(self, gathering: Gathering, audit: Audit, crawl: Crawl) -> None:
        self._told, self._audit, self._crawl = gathering, audit, crawl

    async def work(self) -> None:
        told, lacking, undrawn = self._told, self._lacking(), self._undrawn()
        if not lacking and not undrawn:
            return
        await gap(told.settings.politeness, self._crawl.coverage.crawl_delay)
        scratch = Scratch(told.shelf.scratch(told.run), told.plan.crawl_bytes)
        try:
            only = _Only(scratch, lacking)
            door = Door.anew(told.site, told.settings, told.shared_hosts, only)
            for fetch in lacking[:_MOST_BODIES]:
                await door.ask(fetch.final_url)
            if only.wanted:
                _log.warning("%s: %d cited contents could not be had again", told.site.id, len(only.wanted))
            await self._draw(undrawn, door, scratch)
        finally:
            scratch.close()

    def _lacking(self) -> list[Fetched]:
        """The cited answers whose bodies lie nowhere."""
        fetches = [each.fetch for each in answers_cited(self._audit, self._crawl) if isinstance(each.fetch, Fetched)]
        cited = {digest_of(fetch.sha256): fetch for fetch in fetches if fetch.sha256}
        held = spots_of(self._told.shelf, self._told.run, frozenset(cited))
        return [fetch for digest, fetch in cited.items() if digest not in held]

    def _undrawn(self) -> tuple[Sight, ...]:
        """The cited pages of which a picture is wanted, and there is none yet of this run or an earlier one."""
        told = self._told
        if not can_draw(told.settings):
            return ()
        with told.shelf.scratch(told.run).open("rb") as scratch:
            drawn = {(each.field("WARC-Concurrent-To"), each.field(DRAWN_FROM)) for each in places_in(scratch)}
        views, bodies = told.shelf.views(told.run), told.shelf.bodies(told.run)
        return tuple(
            sight
            for sight in sights_of(self._audit, self._crawl, told.plan.images)
            if (sight.page, sight.drawn_from) not in drawn and views.get((sight.view, sight.drawn_from)) not in bodies
        )

    async def _draw(self, sights: tuple[Sight, ...], door: Door, scratch: Scratch) -> None:
        told = self._told

        def put(record: Record) -> None:
            scratch.put(record)
            if isinstance(told.beside, WarcKeeper):
                told.beside.put(record)

        spots = spots_of(told.shelf, told.run, frozenset(sight.body for sight in sights)) if sights else {}
        await draw(((sight, spots[sight.body]) for sight in sights if sight.body in spots), told.settings, door, put)


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
