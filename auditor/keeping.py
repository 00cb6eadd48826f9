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

from auditor.assess.changes import with_past
from auditor.assess.registered import with_register
from auditor.assess.reviews import with_reviews
from auditor.crawl.crawler import Archives, crawl_site
from auditor.crawl.earlier import Nights, reader_mark
from auditor.errors import StoreError
from auditor.evidence import Gathering, gather, keep_cited, keeping, pointed
from auditor.judgements import Terms, judged
from auditor.pipeline import effective_limits, preferred_words, run_id
from auditor.secondlook import Looking, look_twice
from auditor.store import open_store
from auditor.store.audits import RuleTexts
from auditor.store.runs import RunState, Told

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from datetime import date

    from auditor.config import CrawlSettings
    from auditor.crawl.crawler import CrawlEnd
    from auditor.crawl.fetch import Keeper
    from auditor.crawl.progress import Progress
    from auditor.evidence import Plan
    from auditor.facts import Site
    from auditor.findings import Audit
    from auditor.register import Register
    from auditor.reviews import Reviews
    from auditor.rules import Rulebook
    from auditor.store import Store
    from auditor.store.earlier import EarlierRun
    from auditor.store.recorder import Recorder
    from auditor.store.runs import StoredRun
    from auditor.store.snapshots import StoredSnapshot

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
    keeper: Keeper | None = None  # keeps what is fetched in a WARC file as well
    evidence: Plan | None = None  # what is kept of what the audit cites


async def crawl_once(
    store: Store, order: Order, *, on_progress: Callable[[Progress], None] | None, stop: asyncio.Event
) -> StoredRun:
    """Crawl a site into the store; what `stop` ends is finished with what it has.

    Raises:
        StoreError: what was found could not be kept.
    """
    recorder = store.recorder(_begun(store, order), earlier=_earlier(store, order))
    end = await _crawl(store, order, recorder, journal=None, on_progress=on_progress, stop=stop)
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
    recorder = store.recorder(run, stop.is_set, _earlier(store, order))
    end = await _crawl(store, order, recorder, journal=recorder, on_progress=on_progress, stop=stop)
    if stop.is_set() and recorder.failure is None:
        recorder.flush()
        return None
    return recorder.finish(end.finished_at, end.coverage)


def _earlier(store: Store, order: Order) -> EarlierRun | None:
    return store.earlier(order.site.id, reader_mark(order.settings))


async def _crawl(
    store: Store,
    order: Order,
    recorder: Recorder,
    *,
    journal: Recorder | None,
    on_progress: Callable[[Progress], None] | None,
    stop: asyncio.Event,
) -> CrawlEnd:
    kept = store.kept()
    # A WARC file that somebody asked for must hold whole answers.
    earlier = recorder.earlier if order.keeper is None else None
    with keeping(order.evidence, order.site.id, recorder.run.id, order.keeper) as keeper:
        async with _committing(recorder, stop):
            end = await crawl_site(
                order.site,
                order.settings,
                recorder,
                shared_hosts=order.rulebook.vocabulary.words("shared-hosts"),
                preferred=preferred_words(order.rulebook),
                archives=Archives(keeper=keeper),
                journal=journal,
                nights=Nights(earlier=earlier, documents=kept),
                on_progress=on_progress,
                stop=stop,
            )
    kept.flush()
    return end


def _begun(store: Store, order: Order) -> StoredRun:
    started_at = datetime.now(UTC)
    name, reader = run_id(order.site, started_at), reader_mark(order.settings)
    return store.begin(name, _told(order), order.as_of, started_at, order.due_at, reader=reader)


def _told(order: Order) -> Told:
    return Told(site=order.site, config=effective_limits(order.settings))


def _left(store: Store, order: Order, now: datetime) -> StoredRun | None:
    """The crawl that can be taken up again: of tonight, and told the same. Others are given up."""
    found: StoredRun | None = None
    for run in store.unfinished(order.site.id):
        if run.state is not RunState.CRAWLING:
            continue
        told = Told(site=run.site, config=run.config)
        if found is None and abs(now - run.started_at) < STILL_TONIGHT and told == _told(order):
            found = run
        else:
            give_up(store, run, order)
    _tidy(store, order)
    return found


def give_up(store: Store, run: StoredRun, order: Order) -> None:
    """Close a run of which nothing will be said, and let go of what was kept of it."""
    store.close_run(run)
    if order.evidence is not None:
        with contextlib.suppress(OSError):  # nobody is shown it
            order.evidence.shelf(run.site.id).discard(run.id)


def _tidy(store: Store, order: Order) -> None:
    """Let go of what runs that were killed left aside."""
    if order.evidence is not None:
        unfinished = frozenset(run.id for run in store.unfinished(order.site.id))
        with contextlib.suppress(OSError):  # the next night tries again
            order.evidence.shelf(order.site.id).tidy(unfinished)


def judge(store: Store, run: StoredRun, order: Order) -> Audit:
    """Judge a stored crawl, in the light of what came before it; asks for nothing.

    Keeps nothing but what saves the work of judging the very same again.

    Raises:
        StoreError: the crawl was not finished, or its contents are no longer kept.
    """
    return _with_pointers(_judged(store, run, store.snapshot(run), order), order)


def _judged(store: Store, run: StoredRun, snapshot: StoredSnapshot, order: Order) -> Audit:
    terms = Terms(rulebook=order.rulebook, packs=order.packs, as_of=order.as_of, set_aside=order.set_aside)
    audit = judged(store, run, snapshot, terms)
    if order.register is not None:
        audit = with_register(audit, order.register, snapshot, order.rulebook)
    if order.reviews is not None:
        audit = with_reviews(audit, order.reviews)
    return with_past(audit, store.past(run), snapshot)


def _with_pointers(audit: Audit, order: Order) -> Audit:
    """The audit, with where its evidence is kept."""
    return (
        audit if order.evidence is None else pointed(audit, order.evidence.shelf(audit.site.id).lines(audit.run.id))
    )


async def audit_and_keep(
    url: str, order: Order, *, on_progress: Callable[[Progress], None] | None, stop: asyncio.Event
) -> Audit:
    """Audit a site once, with a history; what `stop` ends is judged as it is. Its reports are the caller's matter.

    A crawl of tonight that could not be judged is judged now, instead of another.

    Raises:
        StoreError: the store cannot be used, or another audit of the site is going on.
    """
    with open_store(url) as store, store.claim(order.site.id) as mine:
        if not mine:
            raise StoreError(f"another audit of {order.site.id} is going on")
        for left in store.unfinished(order.site.id):
            if left.state is RunState.CRAWLING:
                give_up(store, left, order)
        _tidy(store, order)
        run = to_be_judged(store, order.site, datetime.now(UTC))
        if run is None:
            run = await crawl_once(store, order, on_progress=on_progress, stop=stop)
        audit = await confirm_and_keep(store, run, order, stop, published=True)
        return audit or judge_and_keep(store, run, order, published=True)


def to_be_judged(store: Store, site: Site, now: datetime) -> StoredRun | None:
    """The newest crawl of a site that came to its end tonight and was not judged, if there is one."""
    ended = (run for run in store.unfinished(site.id) if run.state is RunState.CRAWLED and run.site == site)
    return next((run for run in ended if now - run.started_at < STILL_TONIGHT), None)


async def confirm_and_keep(
    store: Store, run: StoredRun, order: Order, stop: asyncio.Event, *, published: bool = False
) -> Audit | None:
    """As `judge_and_keep`, once a second look has confirmed what got worse; None, and nothing kept, if `stop` came.

    Raises:
        StoreError: the crawl cannot be judged, or the audit not be kept.
    """
    order, snapshot = replace(order, as_of=run.as_of), store.snapshot(run)
    audit = _judged(store, run, snapshot, order)
    before = store.past(run).baseline
    if before is not None:
        shared_hosts = order.rulebook.vocabulary.words("shared-hosts")
        with keeping(order.evidence, run.site.id, run.id, order.keeper) as keeper:
            looking = Looking(site=run.site, settings=order.settings, shared_hosts=shared_hosts, keeper=keeper)
            looked = await look_twice(looking, audit, before, snapshot, stop)
        if stop.is_set():
            return None
        if looked is not None:
            recorder = store.recorder(run)
            for resource in looked.resources:
                recorder.add(resource)
            run = recorder.finish(looked.finished_at, looked.coverage)
            snapshot = store.snapshot(run)
            audit = _judged(store, run, snapshot, order)
    if order.evidence is not None and not stop.is_set():
        await gather(_gathering(run, order, order.evidence), audit, snapshot, stop)
        if stop.is_set():
            return None
    return _kept(store, run, (audit, snapshot), order, published=published)


def _gathering(run: StoredRun, order: Order, plan: Plan) -> Gathering:
    shared_hosts = order.rulebook.vocabulary.words("shared-hosts")
    return Gathering(
        site=run.site,
        run=run.id,
        settings=order.settings,
        shared_hosts=shared_hosts,
        plan=plan,
        beside=order.keeper,
    )


def judge_and_keep(store: Store, run: StoredRun, order: Order, *, published: bool = False) -> Audit:
    """Judge a crawl for the day for which it was begun, and keep the audit.

    `published`: its reports need not be written by whoever comes next.

    Raises:
        StoreError: the crawl cannot be judged, or the audit not be kept.
    """
    order, snapshot = replace(order, as_of=run.as_of), store.snapshot(run)
    return _kept(store, run, (_judged(store, run, snapshot, order), snapshot), order, published=published)


def _kept(
    store: Store, run: StoredRun, concluded: tuple[Audit, StoredSnapshot], order: Order, *, published: bool
) -> Audit:
    audit, snapshot = concluded
    if order.evidence is not None:
        keep_cited(order.evidence, audit, snapshot, run.started_at)
        audit = _with_pointers(audit, order)
    store.save(run, audit, RuleTexts(files=order.texts), published=published)
    _tidy(store, order)
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
