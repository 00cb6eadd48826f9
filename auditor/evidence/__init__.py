"""Evidence: what a website answered, kept so that it can be shown and checked later.

While a crawl goes on everything lies aside; once it is judged, what the audit cites is kept. A full disk costs
evidence and never an audit: it is said in the log.
"""

from __future__ import annotations

import contextlib
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from auditor.crawl.warc.scratch import Scratch
from auditor.evidence.citing import citation_of, pointed, sights_of
from auditor.evidence.curator import curate
from auditor.evidence.gathering import Gathering, gather
from auditor.evidence.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from auditor.crawl.fetch import Keeper
    from auditor.crawl.redirects import Hop
    from auditor.evidence.citing import Crawl
    from auditor.facts import Skipped, Unreachable
    from auditor.findings import Audit

__all__ = ["Gathering", "Plan", "Shelf", "gather", "keep_cited", "keeping", "pointed"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is kept, and where."""

    folder: Path
    keep: Literal["cited", "all", "none"] = "cited"
    images: int = 60  # of pages that one audit cites, where pages can be drawn
    crawl_bytes: int = 2 * 1024 * 1024 * 1024  # of the disk, while a crawl goes on

    def shelf(self, site: str) -> Shelf:
        """Where the evidence of a site lies."""
        return Shelf(self.folder, site)


@contextlib.contextmanager
def keeping(plan: Plan | None, site: str, run: str, other: Keeper | None) -> Iterator[Keeper | None]:
    """What keeps the answers of a crawl, beside another keeper."""
    if plan is None or plan.keep == "none":
        yield other
        return
    try:
        scratch = Scratch(plan.shelf(site).scratch(run), plan.crawl_bytes)
    except OSError as error:
        _log.warning("%s: no evidence is kept of run %s: %s", site, run, error)
        yield other
        return
    try:
        yield scratch if other is None else _Both(scratch, other)
    finally:
        scratch.close()
        if scratch.lost:
            _log.warning("%s: %d answers are not kept as evidence: %s", site, scratch.lost, scratch.why)


def keep_cited(plan: Plan, audit: Audit, crawl: Crawl, at: datetime) -> None:
    """Keep what an audit cites of a crawl that began `at`, out of what was laid aside."""
    shelf = plan.shelf(audit.site.id)
    if plan.keep == "none" or not shelf.scratch(audit.run.id).exists():
        return
    try:
        citation = citation_of(audit, crawl, everything=plan.keep == "all")
        curate(shelf, audit.run.id, at, replace(citation, sights=sights_of(audit, crawl, plan.images)))
    except OSError as error:
        _log.warning("%s: no evidence is kept of run %s: %s", audit.site.id, audit.run.id, error)


class _Both:
    """Two keepers as one."""

    def __init__(self, first: Keeper, second: Keeper) -> None:
        self._first, self._second = first, second

    def keep(
        self, url: str, method: str, hop: Hop | Unreachable | Skipped, tls_error: str | None
    ) -> Hop | Unreachable | Skipped:
        """Keep what came of one request in both; the same, with where the second keeps it."""
        return self._second.keep(url, method, self._first.keep(url, method, hop, tls_error), tls_error)
