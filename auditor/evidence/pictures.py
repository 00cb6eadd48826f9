"""Pictures of cited pages: drawn in a browser from the bytes that the crawl was given, and kept beside them.

What a page needs to look as it does (styles, pictures, fonts, scripts) is asked for by the door of the crawl, each
address once, and never more than one audit may cost. A page that cannot be drawn costs its picture only.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from auditor.config import Render
from auditor.crawl.purpose import Purpose
from auditor.crawl.render import browser_for, can_render
from auditor.crawl.warc.bodies import answer_at
from auditor.crawl.warc.records import view_record
from auditor.facts import Response, Skipped, SkipWhy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from auditor.config import CrawlSettings, Politeness
    from auditor.crawl.door import Door
    from auditor.crawl.redirects import Outcome
    from auditor.crawl.warc.records import Record, Sight
    from auditor.evidence.stock import Spot

_log = logging.getLogger(__name__)

_MOST_REQUESTS = 600  # for all pictures of one audit
_MOST_BYTES = 64 * 1024 * 1024
_OK = 200
_OWN = frozenset({"content-length"})  # told of what we keep, not of what came


def can_draw(settings: CrawlSettings) -> bool:
    """Are pages to be loaded in a browser, and can they be?"""
    return settings.render is not Render.NEVER and can_render()


async def draw(
    sights: Iterable[tuple[Sight, Spot]], settings: CrawlSettings, door: Door, put: Callable[[Record], None]
) -> None:
    """Draw pages, each from the answer that lies at its spot, and give `put` the records of their pictures."""
    parts = _Parts(door)
    async with browser_for(settings) as browser:
        for sight, spot in sights if browser else ():
            try:
                page = _page(sight, spot, settings.network.page_bytes)
            except OSError as error:
                _log.info("%s cannot be drawn: %s", sight.url, error)
                continue
            picture = await browser.renderer.drawn(page, parts.ask) if browser else None
            if picture is not None:
                put(view_record(sight, datetime.now(UTC), picture.kind, picture.content))


async def gap(politeness: Politeness, crawl_delay: float | None) -> None:
    """Let the time pass for which a site asks between two requests: nobody knows here when the last one was."""
    await asyncio.sleep(max(politeness.delay, min(crawl_delay or 0.0, politeness.crawl_delay_cap)))


class _Parts:
    """What the pages of one audit ask for while they are drawn."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._missing: set[str] = set()

    async def ask(self, url: str) -> Outcome:
        """What answers at an address, if there is something left to spend on it."""
        spent = self._door.counters
        if url in self._missing or spent.requests >= _MOST_REQUESTS or spent.wire_bytes >= _MOST_BYTES:
            return Skipped(why=SkipWhy.BUDGET, detail="pictures")
        outcome = await self._door.ask(url, purpose=Purpose.PAGE)
        if not isinstance(outcome, Response):
            self._missing.add(url)
        return outcome


def _page(sight: Sight, spot: Spot, most: int) -> Response:
    """The answer from which a picture is drawn; raises OSError."""
    path, offset = spot
    with path.open("rb") as file:
        answer = answer_at(file, offset, most)
    return Response(
        url=sight.url,
        final_url=sight.url,
        redirects=(),
        status=_OK,
        headers=tuple(pair for pair in answer.fields if pair[0] not in _OWN),
        body=answer.body,
        at=sight.at,
        wire_bytes=0,
    )
