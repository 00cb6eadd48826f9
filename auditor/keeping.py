"""Audits that are kept: crawl into the store, judge what is there, compare with the site's past.

One run goes from its first request to its reports, over as many starts of the program as it takes. The same stored
crawl, rules, day and earlier audits give the same audit.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from auditor.assess import assess
from auditor.assess.changes import with_past
from auditor.assess.registered import with_register
from auditor.assess.reviews import with_reviews
from auditor.crawl.crawler import Archives, crawl_site
from auditor.errors import StoreError
from auditor.pipeline import effective_limits, preferred_words, run_id
from auditor.secondlook import Looking, look_twice
from auditor.store import open_store
from auditor.store.audits import RuleTexts
from auditor.store.runs import RunState, Told
from auditor.topics import TopicMatcher

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from datetime import date

    from auditor.config import CrawlSettings
    from auditor.crawl.crawler import CrawlEnd
    from auditor.crawl.progress import Progress
    from auditor.crawl.warc import WarcKeeper
    from auditor.facts import Site
    from auditor.findings import Audit
    from auditor.register import Register
    from auditor.reviews import Reviews
    from auditor.rules import Rulebook
    from auditor.store import Store
    from auditor.store.recorder import Recorder
    from auditor.store.runs import StoredRun

STILL_TONIGHT = timedelta(hours=12)
"""How old a run may be that a new start of the program goes on with, instead of beginning another."""

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
    register: Register | None = None
    reviews: Reviews | None = None
    due_at: datetime | None = None  # the time for which it was planned
    keeper: WarcKeeper | None = None  # keeps what is fetched in a WARC file as well


async def crawl_once(
    store: Store, order: Order, *, on_progress: Callable[[Progress], None] | None, stop: asyncio.Event
) -> StoredRun:
    """Crawl a site into the store; what `stop` ends is finished with what it has.

    Raises:
        StoreError: what was found could not be kept.
    """
    recorder = store.recorder(_begun(store, order))
    end = await _crawl(order, recorder, journal=None, on_progress=on_progress, stop=stop)
    return recorder.finish(end.finished_at, end.coverage)


async def crawl_on(
    store: Store, order: Order, stop: asyncio.Event, *, on_progress: Callable[[Progress], None] | None = None
) -> StoredRun | None:
    """Crawl a site into the store, from where an earlier start of the program left it.

    A crawl that `stop` ends is left as it is, to be taken up again, and None is returned.

    Raises:
        StoreError: what was found could not be kept.
    """
    run = _left(store, order, datetime.now(UTC)) or _begun(store, order)
    recorder = store.recorder(run, stop.is_set)
    end = await _crawl(order, recorder, journal=recorder, on_progress=on_progress, stop=stop)
    if stop.is_set() and recorder.failure is None:
        recorder.flush()
        return None
    return recorder.finish(end.finished_at, end.coverage)


async def _crawl(
    order: Order,
    recorder: Recorder,
    *,
    journal: Recorder | None,
    on_progress: Callable[[Progress], None] | None,
    stop: asyncio.Event,
) -> CrawlEnd:
    async with _committing(recorder, stop):
        return await crawl_site(
            order.site,
            order.settings,
            recorder,
            shared_hosts=order.rulebook.vocabulary.words("shared-hosts"),
            preferred=preferred_words(order.rulebook),
            archives=Archives(keeper=order.keeper),
            journal=journal,
            on_progress=on_progress,
            stop=stop,
        )


def _begun(store: Store, order: Order) -> StoredRun:
    started_at = datetime.now(UTC)
    return store.begin(run_id(order.site, started_at), _told(order), order.as_of, started_at, order.due_at)


def _told(order: Order) -> Told:
    return Told(site=order.site, config=effective_limits(order.settings))


def _left(store: Store, order: Order, now: datetime) -> StoredRun | None:
    """The crawl that can be taken up again: of tonight, and told the same. Others are given up."""
    found: StoredRun | None = None
    for run in store.unfinished(order.site.id):
        if run.state is not RunState.CRAWLING:
            continue
        told = Told(site=run.site, config=run.config)
        if found is None and now - run.started_at < STILL_TONIGHT and told == _told(order):
            found = run
        else:
            store.close_run(run)
    return found


def judge(store: Store, run: StoredRun, order: Order) -> Audit:
    """Judge a stored crawl, in the light of what came before it; asks for nothing and keeps nothing.

    Raises:
        StoreError: the crawl was not finished, or its contents are no longer kept.
    """
    snapshot = store.snapshot(run)
    matcher = TopicMatcher(order.rulebook.topics)
    audit = assess(snapshot, order.rulebook, order.packs, order.as_of, matcher, set_aside=order.set_aside)
    if order.register is not None:
        audit = with_register(audit, order.register, snapshot, order.rulebook)
    if order.reviews is not None:
        audit = with_reviews(audit, order.reviews)
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
        for left in store.unfinished(order.site.id):
            if left.state is RunState.CRAWLING:
                store.close_run(left)
        run = await crawl_once(store, order, on_progress=on_progress, stop=stop)
        audit = await confirm_and_keep(store, run, order, stop, published=True)
        return audit or judge_and_keep(store, run, order, published=True)


async def confirm_and_keep(
    store: Store, run: StoredRun, order: Order, stop: asyncio.Event, *, published: bool = False
) -> Audit | None:
    """As `judge_and_keep`, once a second look has confirmed what got worse; None, and nothing kept, if `stop` came.

    Raises:
        StoreError: the crawl cannot be judged, or the audit not be kept.
    """
    order = replace(order, as_of=run.as_of)
    audit = judge(store, run, order)
    before = store.past(run.site.id, run.started_at).baseline
    if before is not None:
        shared_hosts = order.rulebook.vocabulary.words("shared-hosts")
        looking = Looking(site=run.site, settings=order.settings, shared_hosts=shared_hosts, keeper=order.keeper)
        looked = await look_twice(looking, audit, before, store.snapshot(run), stop)
        if stop.is_set():
            return None
        if looked is not None:
            recorder = store.recorder(run)
            for resource in looked.resources:
                recorder.add(resource)
            audit = judge(store, recorder.finish(looked.finished_at, looked.coverage), order)
    store.save(run, audit, RuleTexts(files=order.texts), published=published)
    return audit


def judge_and_keep(store: Store, run: StoredRun, order: Order, *, published: bool = False) -> Audit:
    """Judge a crawl for the day for which it was begun, and keep the audit.

    `published`: its reports need not be written by whoever comes next.

    Raises:
        StoreError: the crawl cannot be judged, or the audit not be kept.
    """
    audit = judge(store, run, replace(order, as_of=run.as_of))
    store.save(run, audit, RuleTexts(files=order.texts), published=published)
    return audit


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
