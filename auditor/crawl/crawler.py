"""The crawl of one site: frontier → fetch → extract → record, until nothing waits or a limit ends it.

Nothing a site does raises past here. What comes next, what is a trap, what may be asked: each has its own module.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from auditor.crawl.bounded import CANCELLED, bounded
from auditor.crawl.crew import Crew
from auditor.crawl.discovery import Links, belonging, elsewhere, start
from auditor.crawl.earlier import Nights, Recall
from auditor.crawl.external import check_links
from auditor.crawl.fetch import Fetcher
from auditor.crawl.frontier import Candidate, Frontier
from auditor.crawl.intake import Intake
from auditor.crawl.memory import Memory
from auditor.crawl.naming import Naming
from auditor.crawl.not_found import NotFound, probe_url
from auditor.crawl.once import OnceFetcher
from auditor.crawl.permission import Permissions
from auditor.crawl.progress import Progress
from auditor.crawl.purpose import Purpose
from auditor.crawl.render import browser_for
from auditor.crawl.resources import fetched, resource
from auditor.crawl.sitemap import GUESSES, read_sitemaps
from auditor.crawl.tally import Tally, was_read
from auditor.crawl.targets import Target
from auditor.crawl.traps import Traps, digest
from auditor.crawl.visit import Readers, Visit, Visitor
from auditor.crawl.warc import ArchiveFetcher
from auditor.extract.worker import Worker
from auditor.facts import Coverage, Kind, Page, Response, RobotsState, Skipped, SkipWhy
from auditor.marks import Marks
from auditor.urls import Scope, absolute, parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from auditor.config import CrawlSettings
    from auditor.crawl.fetch import Keeper
    from auditor.crawl.memory import Journal
    from auditor.crawl.polite import PoliteFetcher, Source
    from auditor.crawl.redirects import Outcome
    from auditor.crawl.robots import Robots
    from auditor.crawl.warc import Archive
    from auditor.facts import Resource, Site

_log = logging.getLogger(__name__)

_BANGKOK = timedelta(hours=7)
_SLOW_DELAY = 5.0  # seconds between requests from which guessing at sitemaps costs too much
_LINKS_A_TURN = 100  # links of one page queued before answers, deadlines and signals get their turn
_ELSEWHERE = 4  # workers for files on other hosts


class Recorder(Protocol):
    """Whatever keeps what the crawl finds."""

    def add(self, resource: Resource) -> None:
        """Keep a resource."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlEnd:
    """How a crawl ended."""

    coverage: Coverage
    started_at: datetime
    finished_at: datetime


async def crawl_site(  # noqa: PLR0913  (what a crawl is told)
    site: Site,
    settings: CrawlSettings,
    recorder: Recorder,
    *,
    shared_hosts: tuple[str, ...] = (),
    preferred: tuple[str, ...] = (),
    archives: Archives | None = None,
    journal: Journal | None = None,
    nights: Nights | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    stop: asyncio.Event | None = None,
) -> CrawlEnd:
    """Crawl a site from its start page and give every address that was met to `recorder`, read or not.

    `preferred`: words of labels whose links are visited earlier. `archives`: read from a WARC file instead of the
    network, or keep what was fetched in one. `journal` remembers what was visited, over stops of the program: what it
    knows is not asked for again, and counts in coverage, budgets and time. `nights`: what earlier crawls left, so
    that only what changed is sent and read again. Setting `stop`, or cancelling once, ends
    the crawl with what is there.

    Raises ValueError if the site's addresses are not http(s); nothing that a site does raises.
    """
    archives = archives or Archives()
    scope = Scope.of(site.url, site.also, shared_hosts)
    started = datetime.now(UTC)
    source: Source = Fetcher(settings, allowed_origins=scope.origins, keeper=archives.keeper)
    if (archive := archives.archive) is not None:
        source, settings = ArchiveFetcher(archive, settings.network), _without_a_network(settings)
    today = ((archive and archive.last_at) or started) + _BANGKOK
    orders = _Orders(site=site, settings=settings, scope=scope, preferred=preferred, on_progress=on_progress)
    nights = nights or Nights()
    reading = Worker(settings.documents, nights.documents, ocr=settings.ocr)
    async with reading as worker, browser_for(settings) as browser:
        memory = Memory(journal, source.counters)
        readers = Readers(worker=worker, browser=browser)
        crawl = _Crawl(orders, recorder, OnceFetcher(source, settings, memory), readers, memory, nights, today.date())
        await crawl.run(stop or asyncio.Event())
    finished = datetime.now(UTC)
    if archive is not None:
        crawl.note_archive(archive)
        started, finished = archive.first_at or started, archive.last_at or finished
    return CrawlEnd(coverage=crawl.coverage(), started_at=started, finished_at=finished)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archives:
    """WARC files beside a crawl: where answers are read from, and where they are kept."""

    archive: Archive | None = None
    keeper: Keeper | None = None


def _without_a_network(settings: CrawlSettings) -> CrawlSettings:
    """Nobody is asked anything: robots.txt has nothing to forbid, and a second try would bring nothing else."""
    return replace(settings, ignore_robots=True, politeness=replace(settings.politeness, retries=0, delay=0.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Orders:
    """What one crawl was told."""

    site: Site
    settings: CrawlSettings
    scope: Scope
    preferred: tuple[str, ...]
    on_progress: Callable[[Progress], None] | None


class _Crawl:
    """One crawl while it goes on."""

    def __init__(
        self,
        orders: _Orders,
        recorder: Recorder,
        polite: PoliteFetcher,
        readers: Readers,
        memory: Memory,
        nights: Nights,
        today: date,
    ) -> None:
        limits, scope = orders.settings.limits, orders.scope
        self._orders, self._recorder, self._polite, self._memory = orders, recorder, polite, memory
        self._tally = Tally()
        self._frontier = Frontier(max_pages=limits.max_pages, max_documents=limits.max_documents)
        self._traps = Traps(limits, today)
        self._intake = Intake(scope, self._frontier, self._traps, self._record)
        self._permissions = Permissions(scope, polite, orders.settings)
        self._naming = Naming()
        recall = Recall(nights.earlier, readers.worker, self._naming.key, orders.settings)
        self._visitor = Visitor(scope, self._frontier, self._permissions, self._naming, polite, readers, recall)
        self._links = Links(scope, orders.preferred, self._intake.settled, self._naming.key)
        self._once, self._twice = Marks(), Marks()  # what pages say, by digest
        self._crew = Crew(self._handle)
        self._home = start(orders.site.url)
        self._home_page: Page | None = None
        self._checked: set[str] = set()

    async def run(self, stop: asyncio.Event) -> None:
        """The site, then the links that lead out of it, within the time there is."""
        limits = self._orders.settings.limits
        deadline = asyncio.get_running_loop().time() - self._memory.seconds + limits.max_seconds
        ended = await bounded(self._crawl_site(), deadline, stop)
        if ended is not None:
            self._tally.limit(ended)
        self._leave_rest(ended)
        if self._orders.settings.check_external_links and ended is None:
            now = asyncio.get_running_loop().time()
            ended = await bounded(self._check_links(), min(deadline, now + limits.external_seconds), stop)
            if ended == CANCELLED:
                self._tally.limit(CANCELLED)
        self._leave_unchecked()

    # --- the site ------------------------------------------------------------------------------------------

    async def _crawl_site(self) -> None:
        robots = await self._read_robots(self._home.url)
        if (plain := self._orders.site.fallback) and self._permissions.no_https(self._home.url):
            self._home = start(plain)
            robots = await self._read_robots(plain)
        home = self._home
        if robots.state is RobotsState.UNREACHABLE:
            gone = self._permissions.no_host(home.url)
            self._record(resource(home, gone or Skipped(why=SkipWhy.ROBOTS, detail=robots.detail)))
            return
        self._frontier.offer(home, self._frontier.pages)
        await self._crew.handle(self._frontier.take() or home)
        robots = await self._read_robots(self._home.url)
        await self._probe()
        for url in self._orders.site.also:
            self._intake.meet(belonging(url, self._home))
        here = [self._frontier.take] * self._orders.settings.politeness.concurrency
        await self._crew.work([*here, *[self._frontier.take_elsewhere] * _ELSEWHERE], self._read_sitemaps(robots))

    async def _read_robots(self, url: str) -> Robots:
        robots = await self._permissions.read_robots(url)
        self._tally.robots, self._tally.robots_detail = robots.state, robots.detail
        self._tally.crawl_delay = robots.crawl_delay
        return robots

    async def _probe(self) -> None:
        """Learn what the site answers to an address that cannot exist."""
        probe = probe_url(self._orders.site.id, self._home.url)
        outcome = await self._polite.fetch(probe, purpose=Purpose.PROBE, permit=self._permissions.refuses)
        if isinstance(outcome, Response):
            read = await self._visitor.read(outcome)
            page = read.content if read is not None and isinstance(read.content, Page) else None
            self._tally.not_found_probe = outcome.status
            self._visitor.not_found = NotFound.learnt(probe, outcome, page, self._home_page, self._home.key)

    async def _read_sitemaps(self, robots: Robots) -> None:
        home, settings = self._home, self._orders.settings
        guesses = GUESSES if (robots.crawl_delay or 0.0) < _SLOW_DELAY else GUESSES[:1]
        roots = [*robots.sitemaps, *filter(None, (absolute(guess, home.url) for guess in guesses))]
        listed = await read_sitemaps(
            roots,
            self._ask_sitemap,
            settings.limits,
            largest=settings.network.sitemap_bytes,
            inside=self._orders.scope.contains,
        )
        for entry in listed:
            self._intake.meet(self._links.listed(entry, roots[0], home))

    async def _ask_sitemap(self, url: str) -> Outcome:
        await self._permissions.read_robots(url)
        return await self._polite.fetch(url, purpose=Purpose.SITEMAP, permit=self._permissions.refuses)

    async def _handle(self, candidate: Candidate) -> None:
        """Visit an address, keep what came of it, and queue where it leads."""
        visit = await self._recalled(candidate)
        if visit is None:
            trap = self._intake.trapped(candidate)
            if trap is not None:
                self._record(resource(candidate, Skipped(why=SkipWhy.TRAP, detail=trap)))
                return
            if self._intake.enclosed(candidate):
                self._intake.hold(candidate)
                return
            visit = await self._visitor.visit(candidate)
            for found in visit.resources:
                self._record(found)
            self._memory.remember(candidate, visit)
        self._crew.settle(candidate)
        if candidate is self._home:
            self._home, self._home_page = visit.at, visit.page
            self._naming.settle(visit.at.url)
            self._tally.start_read = visit.page is not None and was_read(visit.resources[0])
        self._charge(candidate, visit.resources[0].kind)
        if visit.leads_out is not None:
            self._intake.meet(elsewhere(visit.leads_out, candidate))
        if visit.page is not None:
            await self._follow(visit.page, visit.at)
        self._tell(candidate.url)

    async def _recalled(self, candidate: Candidate) -> Visit | None:
        """What an earlier start of the program found at an address; it is recorded already."""
        visit = self._memory.recall(candidate)
        if visit is not None:
            if visit.at.key != candidate.key:
                self._frontier.claim(visit.at.key)
            for found in visit.resources:
                self._tally.note(found)
            await asyncio.sleep(0)
        return visit

    def _charge(self, candidate: Candidate, kind: Kind) -> None:
        """Charge the budget of what it turned out to be."""
        if candidate.target is Target.PAGE and kind is Kind.DOCUMENT:
            self._frontier.charge_document()
        elif candidate.target is Target.DOCUMENT and kind is Kind.PAGE:
            self._frontier.charge_page()

    async def _follow(self, page: Page, at: Candidate) -> None:
        """Queue where a page leads; a page that breaks us leaves its links unknown, and the crawl incomplete."""
        try:
            await self._queue_links(page, at)
        except Exception:  # noqa: BLE001 - one bad page never costs another (RELIABILITY_RULES 13)
            _log.warning("could not follow %s", at.url, exc_info=True)
            self._tally.limit("internal-error")

    async def _queue_links(self, page: Page, at: Candidate) -> None:
        """Queue the links of a page; learn whether its pattern still brings news."""
        most = self._orders.settings.limits.max_links_per_page
        if len(page.links) > most:
            self._traps.too_many_links(at.url, len(page.links) - most)
        words = digest(page)
        # The links of a third page that says the very same can wait.
        is_copy = not (self._once.add(words) or self._twice.add(words))
        way_out = self._intake.was_met_elsewhere(at)
        for number, candidate in enumerate(self._links.of(page, at, most)):
            if number % _LINKS_A_TURN == _LINKS_A_TURN - 1:
                await asyncio.sleep(0)
            found_way = self._intake.meet(replace(candidate, waits=candidate.waits or is_copy))
            way_out = way_out or found_way
        self._traps.learn(at.url, words, way_out=way_out)

    # --- what is left --------------------------------------------------------------------------------------

    async def _check_links(self) -> None:
        known = [each for each in self._intake.to_check if await self._recalled(each) is not None]
        self._checked.update(each.key for each in known)
        await check_links(
            [each for each in self._intake.to_check if each.key not in self._checked],
            self._polite,
            self._tell_check,
            most=max(0, self._orders.settings.limits.external_checks - len(known)),
            permit=self._permissions.refuses_elsewhere,
        )

    def _tell_check(self, candidate: Candidate, outcome: Outcome) -> None:
        self._checked.add(candidate.key)
        fetch = fetched(outcome, None, None) if isinstance(outcome, Response) else outcome
        inside = self._orders.scope.contains(candidate.url)
        found = resource(candidate, fetch, kind=Kind.OTHER if inside else Kind.EXTERNAL)
        self._record(found)
        if not isinstance(fetch, Skipped):
            self._memory.remember(candidate, Visit(resources=(found,), at=candidate))
        self._tell(candidate.url)

    def _leave_rest(self, ended: str | None) -> None:
        """Say of all that still waits why it was not asked for."""
        self._intake.leave_held()
        for limit in self._frontier.exhausted:
            self._tally.limit(limit)
        pages, documents, elsewhere_ = self._frontier.pages, self._frontier.documents, self._frontier.elsewhere
        for queue, budget in ((pages, "max-pages"), (documents, "max-documents"), (elsewhere_, "max-documents")):
            for candidate in queue:
                self._leave(candidate, ended or budget)
        for candidate in self._crew.in_flight.values():
            self._leave(candidate, ended or "")

    def _leave(self, candidate: Candidate, why: str) -> None:
        """Say why an address was not asked for; what an earlier start of the program found there stays."""
        visit = self._memory.recall(candidate)
        if visit is None:
            self._record(resource(candidate, Skipped(why=SkipWhy.BUDGET, detail=why)))
        for found in () if visit is None else visit.resources:
            self._tally.note(found)

    def _leave_unchecked(self) -> None:
        """Say of the links that nobody came to check that they were not."""
        for candidate in self._intake.to_check:
            if candidate.key not in self._checked:
                self._tell_check(candidate, Skipped(why=SkipWhy.EXTERNAL, detail="not checked"))

    def _record(self, found: Resource) -> None:
        self._tally.note(found)
        self._recorder.add(found)

    def _tell(self, url: str) -> None:
        if self._orders.on_progress is not None:
            self._orders.on_progress(
                Progress(
                    pages=self._tally.pages,
                    documents=self._tally.documents,
                    queued=len(self._frontier),
                    url=url,
                    seconds=self._memory.seconds,
                )
            )

    def note_archive(self, archive: Archive) -> None:
        """Say that a file which breaks off may have held more."""
        if archive.damaged:
            self._tally.limit("archive-damaged")

    def coverage(self) -> Coverage:
        """What was looked at and what was not."""
        counters, memory = self._polite.fetcher.counters, self._memory
        typed = parse(self._orders.site.url)
        return self._tally.coverage(
            requests=memory.requests + counters.requests,
            wire_bytes=memory.wire_bytes + counters.wire_bytes,
            external_resolved=memory.external_resolved + counters.external_resolved,
            traps=self._traps.cuts,
            tls_error=None if typed is None else self._polite.fetcher.tls_error(typed.host),
        )
