"""Audits that are kept: crawl into the store, judge what is there, compare with the site's past.

One run goes from its first request to its reports, over as many starts of the program as it takes. The same stored
crawl, rules, day and earlier audits give the same audit.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from auditor.assess import assess
from auditor.assess.changes import with_past
from auditor.crawl.crawler import crawl_site
from auditor.errors import StoreError
from auditor.pipeline import effective_limits, preferred_words, run_id
from auditor.store import open_store
from auditor.store.audits import RuleTexts
from auditor.store.runs import RunState, Told
from auditor.topics import TopicMatcher

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from datetime import date

    from auditor.config import CrawlSettings
    from auditor.crawl.progress import Progress
    from auditor.facts import Site
    from auditor.findings import Audit
    from auditor.rules import Rulebook
    from auditor.store import Store
    from auditor.store.runs import Recorder, StoredRun

_TURN = 0.25  # seconds between two looks at what waits to be committed


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One audit to make."""

    site: Site
    settings: CrawlSettings
    rulebook: Rulebook
    texts: tuple[tuple[str, str], ...]  # the rule files of the rulebook
    packs: tuple[str, ...]
    as_of: date
    set_aside: tuple[tuple[str, str], ...] = ()


async def crawl_into(
    store: Store,
    order: Order,
    *,
    on_progress: Callable[[Progress], None] | None = None,
    stop: asyncio.Event | None = None,
    to_resume: bool = False,
) -> StoredRun | None:
    """Crawl a site into the store.

    `to_resume`: a crawl that `stop` ends is left as it is, to be taken up again, and None is returned; otherwise it
    is finished with what it has.

    Raises:
        StoreError: what was found could not be kept.
    """
    started_at, site = datetime.now(UTC), order.site
    told = Told(site=site, config=effective_limits(order.settings))
    run = store.begin(run_id(site, started_at), told, order.as_of, started_at)
    halt = stop or asyncio.Event()
    recorder = store.recorder(run, halt.is_set if to_resume else lambda: False)
    async with _committing(recorder, halt):
        end = await crawl_site(
            site,
            order.settings,
            recorder,
            shared_hosts=order.rulebook.vocabulary.words("shared-hosts"),
            preferred=preferred_words(order.rulebook),
            on_progress=on_progress,
            stop=halt,
        )
    if to_resume and halt.is_set() and recorder.failure is None:
        return None
    return recorder.finish(end.finished_at, end.coverage)


def judge(store: Store, run: StoredRun, order: Order) -> Audit:
    """Judge a stored crawl, in the light of what came before it; asks for nothing and keeps nothing.

    Raises:
        StoreError: the crawl was not finished, or its contents are no longer kept.
    """
    snapshot = store.snapshot(run)
    matcher = TopicMatcher(order.rulebook.topics)
    audit = assess(snapshot, order.rulebook, order.packs, order.as_of, matcher, set_aside=order.set_aside)
    return with_past(audit, store.past(run.site.id, run.started_at), snapshot)


async def audit_and_keep(
    url: str, order: Order, *, on_progress: Callable[[Progress], None] | None, stop: asyncio.Event
) -> Audit:
    """Audit a site once, with a history; what `stop` ends is judged as it is. Its reports are the caller's matter.

    Raises:
        StoreError: the store cannot be used, or another audit of the site is going on.
    """
    with open_store(url) as store, store.claim(order.site.id) as mine:
        if not mine:
            raise StoreError(f"another audit of {order.site.id} is going on")
        close_others(store, order.site.id)
        run = await crawl_into(store, order, on_progress=on_progress, stop=stop)
        if run is None:
            raise StoreError(f"the crawl of {order.site.id} was not finished")
        return judge_and_keep(store, run, order, published=True)


def judge_and_keep(store: Store, run: StoredRun, order: Order, *, published: bool = False) -> Audit:
    """Judge a crawl for the day for which it was begun, and keep the audit.

    `published`: its reports need not be written by whoever comes next.

    Raises:
        StoreError: the crawl cannot be judged, or the audit not be kept.
    """
    audit = judge(store, run, replace(order, as_of=run.as_of))
    store.save(run, audit, RuleTexts(files=order.texts), published=published)
    return audit


def close_others(store: Store, site: str) -> None:
    """Give up what earlier starts of the program left of a site's crawls."""
    for run in store.unfinished(site):
        if run.state is RunState.CRAWLING:
            store.close_run(run)


@contextlib.asynccontextmanager
async def _committing(recorder: Recorder, stop: asyncio.Event) -> AsyncIterator[None]:
    """Commit what was found in time, and stop the crawl when that fails."""

    async def work() -> None:
        while recorder.failure is None:
            await asyncio.sleep(_TURN)
            recorder.tick()
        stop.set()

    task = asyncio.create_task(work())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})
