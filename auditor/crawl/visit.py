"""One address visited: asked for as far as allowed, read, and put down under each address it turned out to have."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from auditor.crawl.door import Door, by_robots
from auditor.crawl.resources import fetched, kind_of, resource
from auditor.crawl.targets import Target
from auditor.extract import Extraction, extract
from auditor.facts import Page, Response, Skipped, SkipWhy, Step, Unreachable, Why
from auditor.urls import parse, shared_file

if TYPE_CHECKING:
    from auditor.crawl.earlier import Recall, Recollection
    from auditor.crawl.frontier import Candidate, Frontier
    from auditor.crawl.naming import Naming
    from auditor.crawl.not_found import NotFound
    from auditor.crawl.permission import Permissions
    from auditor.crawl.polite import PoliteFetcher
    from auditor.crawl.redirects import Outcome
    from auditor.crawl.render import Browser
    from auditor.extract.worker import Worker
    from auditor.facts import Document, Resource
    from auditor.urls import Scope

_log = logging.getLogger(__name__)

_BAD = 400
_FEW_LETTERS = 200  # of a page that only passes its reader on
_FEW_LINKS = 5
_WAITING = 40  # letters, such as "loading …", of a page that a browser could not fill either
_DOORS = 4  # addresses of start pages that may stand before the real one under its own identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """What reads for a crawl."""

    worker: Worker
    browser: Browser | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What came of a visit."""

    resources: tuple[Resource, ...]
    at: Candidate  # where it ended: the candidate itself, or what it was redirected to
    page: Page | None = None  # whose links lead on
    leads_out: str | None = None  # the address outside the site to which it was redirected


class Visitor:
    """Visits the addresses of one site."""

    def __init__(
        self,
        scope: Scope,
        frontier: Frontier,
        permissions: Permissions,
        naming: Naming,
        polite: PoliteFetcher,
        readers: Readers,
        recall: Recall,
    ) -> None:
        self.not_found: NotFound | None = None
        self._scope, self._frontier, self._naming = scope, frontier, naming
        self._door = Door(scope, permissions, polite)
        self._worker, self._browser = readers.worker, readers.browser
        self._recall = recall

    async def visit(self, candidate: Candidate) -> Visit:
        """Ask for an address, read what comes, and say what it is."""
        try:
            return await self._visit(candidate)
        except Exception as error:  # noqa: BLE001 - one bad page never costs another (RELIABILITY_RULES 13)
            _log.warning("could not visit %s", candidate.url, exc_info=True)
            detail = f"internal error: {type(error).__name__}"
            broken = Unreachable(why=Why.PROTOCOL, detail=detail, attempts=1, at=datetime.now(UTC))
            return Visit(resources=(resource(candidate, broken),), at=candidate)

    async def _visit(self, candidate: Candidate, doors: tuple[str, ...] = ()) -> Visit:
        known = self._recall.visit(candidate.key)
        outcome = await self.ask(candidate, known)
        if not isinstance(outcome, Response):
            out = outcome.detail if isinstance(outcome, Skipped) and outcome.why is SkipWhy.SCOPE else None
            return Visit(resources=(resource(candidate, outcome),), at=candidate, leads_out=out)
        at = self._end_of(candidate, outcome)
        if at is not candidate:
            if self._frontier.settled(at.key):
                soft = self._is_soft_404(outcome, None)
                return Visit(resources=(resource(candidate, fetched(outcome, None, None), soft_404=soft),), at=at)
            at = _better(at, self._frontier.claim(at.key))
        read = await self.read(outcome, known)
        doors = (*doors, _path(outcome.url), _path(outcome.final_url))
        if at.home and (inner := self._behind_the_door(at, outcome, read, doors)):
            visit = await self._visit(replace(candidate, url=inner), doors)
            if visit.resources[0].content is not None:
                return visit
        return self._visited(candidate, at, outcome, read)

    def _behind_the_door(
        self, at: Candidate, response: Response, read: Extraction | None, doors: tuple[str, ...]
    ) -> str | None:
        """The real start page, where one with little else leads to it by another spelling (`/` to `/index.php`)."""
        page = read.content if read is not None and response.status < _BAD else None
        if not isinstance(page, Page) or not _passes_on(page):
            return None
        ways = (page.refresh, *(link.url for link in page.links))
        same = (way for way in ways if way and self._naming.key(way) == at.key)
        return next((way for way in same if _path(way) not in doors), None) if len(doors) <= _DOORS else None

    async def ask(self, candidate: Candidate, known: Recollection) -> Outcome:
        """Fetch an address: where the bytes of a shared file are given out, and by the site's own name, first."""
        met = candidate.url
        shared = shared_file(met)
        outcomes = [await self._ask(shared or self._naming.asked_as(met), known)]
        if by_robots(outcomes[0]) or (shared is None and not _is_good(outcomes[0])):
            outcomes += [await self._ask(met, known)] if met != (shared or self._naming.asked_as(met)) else []
        return next(filter(_is_good, outcomes), outcomes[0])

    async def _ask(self, url: str, known: Recollection | None = None) -> Outcome:
        outcome = await self._door.ask(url, conditions=known.conditions if known else None)
        return known.filled_in(outcome) if known and isinstance(outcome, Response) else outcome

    def _end_of(self, candidate: Candidate, response: Response) -> Candidate:
        """The candidate as a redirect within the site renamed it; an error stays with the address asked for."""
        key = self._naming.key(response.final_url)
        stays = not response.redirects or response.status >= _BAD or key == candidate.key
        if stays or not self._scope.contains(response.final_url):
            return candidate
        last = Step(label=candidate.trail[-1].label, url=response.final_url)
        return replace(candidate, key=key, url=response.final_url, trail=(*candidate.trail[:-1], last))

    async def read(self, response: Response, known: Recollection | None = None) -> Extraction | None:
        """What an answer holds; None if the reader broke on it."""
        page = None if known is None else partial(known.page, response)
        try:
            read = await extract(response, self._worker, page)
            return await self._rendered(response, read)
        except Exception:  # noqa: BLE001 - one bad page never costs another (RELIABILITY_RULES 13)
            _log.warning("could not read %s", response.final_url, exc_info=True)
            return None

    async def _rendered(self, response: Response, read: Extraction) -> Extraction:
        """The same, as it stands after the scripts of the page ran, where that is wanted and can be had."""
        page, browser = read.content, self._browser
        if browser is None or not isinstance(page, Page) or response.status >= _BAD:
            return read
        if not (page.needs_script or browser.always):
            return read
        loaded = await browser.renderer.loaded(response, self._ask)
        content = (await extract(loaded.response, self._worker)).content if loaded else None
        if loaded is None or not isinstance(content, Page):
            return read
        waits = not (loaded.whole or content.links) and _letters(content) < _WAITING
        return replace(read, content=replace(content, rendered=True, needs_script=waits))

    def _is_soft_404(self, response: Response, page: Page | None) -> bool:
        return self.not_found is not None and self.not_found.matches(response, page)

    def _visited(self, candidate: Candidate, at: Candidate, response: Response, read: Extraction | None) -> Visit:
        if read is None:
            broken = Unreachable(why=Why.PROTOCOL, detail="could not be read", attempts=1, at=response.at)
            return Visit(resources=(resource(at, broken),), at=at)
        bad = response.status >= _BAD
        page = read.content if isinstance(read.content, Page) else None
        soft = self._is_soft_404(response, page)
        content = None if bad else _promised(read, at)
        kind = kind_of(content, None if bad else read.actual_type, at.target)
        fetch = fetched(response, read.actual_type, read.sha256)
        if at.home and page is not None and (out := self._sent_out(page)):
            gone = resource(at, Skipped(why=SkipWhy.SCOPE, detail=out))
            return Visit(resources=(gone,), at=at, leads_out=out)
        found = resource(at, fetch, kind=kind, content=content, soft_404=soft)
        alias = (resource(candidate, fetch, kind=kind, soft_404=soft),) if at is not candidate else ()
        leads_on = page is not None and not soft and (not bad or at.home)
        return Visit(resources=(found, *alias), at=at, page=page if leads_on else None)

    def _sent_out(self, page: Page) -> str | None:
        """Where a start page that is nothing but a refresh or a frame sends its readers, if that is another site."""
        frames = [link.url for link in page.links if link.embedded]
        ways = [page.refresh] if page.refresh else frames if len(frames) == len(page.links) else []
        outside = bool(ways) and _passes_on(page) and not any(map(self._scope.contains, ways))
        return ways[0] if outside else None


def _passes_on(page: Page) -> bool:
    """Has the page next to nothing to say itself?"""
    return len(page.links) <= _FEW_LINKS and _letters(page) <= _FEW_LETTERS


def _letters(page: Page) -> int:
    return sum(len(block.text) for block in page.blocks)


def _path(url: str) -> str:
    address = parse(url)
    return "" if address is None else address.path


def _promised(read: Extraction, at: Candidate) -> Page | Document | None:
    """What was read; no bytes at all are an empty page where a page was promised.

    As a start page they are none: that is how a site looks whose program has died.
    """
    nothing = read.actual_type is None and read.sha256 is None
    return Page() if nothing and at.target is Target.PAGE and not at.home else read.content


def _is_good(outcome: Outcome) -> bool:
    return isinstance(outcome, Response) and outcome.status < _BAD


def _better(one: Candidate, other: Candidate | None) -> Candidate:
    return other if other is not None and other.shorter_than(one) else one
