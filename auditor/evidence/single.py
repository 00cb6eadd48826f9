"""Pictures for a single check that keeps what it fetched in a WARC file, or reads such a file again."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from auditor.crawl.bounded import bounded
from auditor.crawl.door import Door
from auditor.crawl.warc.bodies import pages_in
from auditor.evidence.citing import with_views
from auditor.evidence.pictures import can_draw, draw, gap

if TYPE_CHECKING:
    from auditor.config import CrawlSettings
    from auditor.crawl.warc import WarcKeeper
    from auditor.crawl.warc.records import Record
    from auditor.facts import Site
    from auditor.findings import Audit

_log = logging.getLogger(__name__)

_MOST_SECONDS = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Whose pages are drawn, and how the site is asked."""

    site: Site
    settings: CrawlSettings
    shared_hosts: tuple[str, ...]
    most: int  # pictures


async def drawn(drawing: Drawing, audit: Audit, keeper: WarcKeeper, stop: asyncio.Event) -> Audit:
    """The audit with pictures of the pages it cites, which are put into the file; setting `stop` ends that."""
    views: dict[str, str] = {}

    def put(record: Record) -> None:
        keeper.put(record)
        views[record.field("WARC-Concurrent-To") or ""] = record.field("WARC-Record-ID") or ""

    async def work() -> None:
        cited = dict.fromkeys(each.warc for verdict in audit.verdicts for each in verdict.evidence if each.warc)
        with keeper.path.open("rb") as file:
            found = {sight.page: (sight, (keeper.path, offset)) for sight, offset in pages_in(file, cited.keys())}
        first = tuple(islice((found[record] for record in cited if record in found), drawing.most))
        if first:
            await gap(drawing.settings.politeness, audit.coverage.crawl_delay)
            door = Door.anew(drawing.site, drawing.settings, drawing.shared_hosts)
            await draw(first, drawing.settings, door, put)

    if can_draw(drawing.settings) and not stop.is_set():
        ends = asyncio.get_running_loop().time() + _MOST_SECONDS
        try:
            await bounded(work(), ends, stop)
        except Exception as error:  # noqa: BLE001  (whatever it is, the audit stands)
            _log.warning("%s: not all pictures could be drawn: %s", drawing.site.id, error)
    return with_views(audit, views)
