"""One address visited: asked for as far as allowed, read, and put down under each address it turned out to have."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeGuard

from auditor.crawl.purpose import Purpose
from auditor.crawl.resources import fetched, kind_of, resource
from auditor.crawl.targets import Target, shared_file
from auditor.extract import Extraction, extract
from auditor.facts import Page, Response, Skipped, SkipWhy, Step, Unreachable, Why

if TYPE_CHECKING:
    from auditor.crawl.fetch import Outcome
    from auditor.crawl.frontier import Candidate, Frontier
    from auditor.crawl.naming import Naming
    from auditor.crawl.not_found import NotFound
    from auditor.crawl.permission import Permissions
    from auditor.crawl.polite import PoliteFetcher
    from auditor.extract.worker import Worker
    from auditor.facts import Document, Resource
    from auditor.urls import Scope

_log = logging.getLogger(__name__)

_BAD = 400
_ORIGINS = 4  # of one site: with and without www., http and https


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
        worker: Worker,
    ) -> None:
        self.not_found: NotFound | None = None
        self._scope, self._frontier, self._permissions, self._naming = scope, frontier, permissions, naming
        self._polite, self._worker = polite, worker

    async def visit(self, candidate: Candidate) -> Visit:
        """Ask for an address, read what comes, and say what it is."""
        try:
            return await self._visit(candidate)
        except Exception as error:  # noqa: BLE001 - one bad page never costs another (RELIABILITY_RULES 13)
            _log.warning("could not visit %s", candidate.url, exc_info=True)
            detail = f"internal error: {type(error).__name__}"
            broken = Unreachable(why=Why.PROTOCOL, detail=detail, attempts=1, at=datetime.now(UTC))
            return Visit(resources=(resource(candidate, broken),), at=candidate)

    async def _visit(self, candidate: Candidate) -> Visit:
        outcome = await self.ask(candidate)
        if not isinstance(outcome, Response):
            out = outcome.detail if isinstance(outcome, Skipped) and outcome.why is SkipWhy.SCOPE else None
            return Visit(resources=(resource(candidate, outcome),), at=candidate, leads_out=out)
        at = self._end_of(candidate, outcome)
        if at is not candidate:
            if self._frontier.settled(at.key):
                soft = self._is_soft_404(outcome, None)
                return Visit(resources=(resource(candidate, fetched(outcome, None, None), soft_404=soft),), at=at)
            at = _better(at, self._frontier.claim(at.key))
        return self._visited(candidate, at, outcome, await self.read(outcome))

    async def ask(self, candidate: Candidate) -> Outcome:
        """Fetch an address: where the bytes of a shared file are given out, and by the site's own name, first."""
        met = candidate.url
        shared = shared_file(met)
        outcomes = [await self._ask(shared or self._naming.asked_as(met))]
        if _by_robots(outcomes[0]) or (shared is None and not _is_good(outcomes[0])):
            outcomes += [await self._ask(met)] if met != (shared or self._naming.asked_as(met)) else []
        return next(filter(_is_good, outcomes), outcomes[0])

    async def _ask(self, url: str) -> Outcome:
        """Fetch an address, after the robots.txt of its origin and of those that it redirects to."""
        permissions = self._permissions
        permit = permissions.refuses if self._scope.contains(url) else permissions.refuses_elsewhere
        await permissions.read_robots(url)
        for _ in range(_ORIGINS):
            outcome = await self._polite.fetch(url, purpose=Purpose.ANY, permit=permit)
            if not (_by_robots(outcome) and permissions.unread(outcome.detail)):
                break
            await permissions.read_robots(outcome.detail)
        return outcome

    def _end_of(self, candidate: Candidate, response: Response) -> Candidate:
        """The candidate as a redirect within the site renamed it; an error stays with the address asked for."""
        key = self._naming.key(response.final_url)
        stays = not response.redirects or response.status >= _BAD or key == candidate.key
        if stays or not self._scope.contains(response.final_url):
            return candidate
        last = Step(label=candidate.trail[-1].label, url=response.final_url)
        return replace(candidate, key=key, url=response.final_url, trail=(*candidate.trail[:-1], last))

    async def read(self, response: Response) -> Extraction | None:
        """What an answer holds; None if the reader broke on it."""
        try:
            return await extract(response, self._worker)
        except Exception:  # noqa: BLE001 - one bad page never costs another (RELIABILITY_RULES 13)
            _log.warning("could not read %s", response.final_url, exc_info=True)
            return None

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
        found = resource(at, fetch, kind=kind, content=content, soft_404=soft)
        alias = (resource(candidate, fetch, kind=kind, soft_404=soft),) if at is not candidate else ()
        leads_on = page is not None and not soft and (not bad or at.home)
        return Visit(resources=(found, *alias), at=at, page=page if leads_on else None)


def _promised(read: Extraction, at: Candidate) -> Page | Document | None:
    """What was read; no bytes at all are an empty page where a page was promised.

    As a start page they are none: that is how a site looks whose program has died.
    """
    nothing = read.actual_type is None and read.sha256 is None
    return Page() if nothing and at.target is Target.PAGE and not at.home else read.content


def _is_good(outcome: Outcome) -> bool:
    return isinstance(outcome, Response) and outcome.status < _BAD


def _by_robots(outcome: Outcome) -> TypeGuard[Skipped]:
    return isinstance(outcome, Skipped) and outcome.why is SkipWhy.ROBOTS


def _better(one: Candidate, other: Candidate | None) -> Candidate:
    return other if other is not None and other.shorter_than(one) else one
