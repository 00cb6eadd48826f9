"""What an audit cites, and where of that is kept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from auditor.crawl.warc.records import Sight, date_of, digest, digest_of
from auditor.facts import Fetched, Kind, Page, Snapshot
from auditor.urls import absolute, canonical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from auditor.crawl.warc.cdxj import Line
    from auditor.facts import Resource
    from auditor.findings import Audit, Evidence, Finding, Reason, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What is to be kept of a crawl."""

    everything: bool = False
    urls: frozenset[str] = frozenset()  # as they were asked for
    answers: dict[tuple[str, str], str] = field(default_factory=dict)  # digest of the body, by address and WARC-Date
    sights: tuple[Sight, ...] = ()  # pages whose pictures are


class Headings(Protocol):
    """What came of the addresses of a crawl, without what was read at them."""

    def heading(self, key: str) -> Resource | None:
        """What came of a canonical address, redirects followed."""
        ...

    def headings(self) -> Iterator[Resource]:
        """What came of every address."""
        ...


class Crawl(Headings, Snapshot, Protocol):
    """A finished crawl."""


def citation_of(audit: Audit, crawl: Headings, *, everything: bool = False) -> Citation:
    """What an audit cites: evidence, findings, near misses, with the redirects to them, robots.txt and start page."""
    site = audit.site
    urls = {site.url, *filter(None, (site.fallback,)), *site.also}
    for verdict in audit.verdicts:
        urls.update(cited_by(verdict))
    for finding in audit.findings:
        urls.update(cited_by_finding(finding))
    answers: dict[tuple[str, str], str] = {}
    cited = (crawl.heading(canonical(url)) for url in sorted(urls))
    for resource in crawl.headings() if everything else cited:
        fetch = None if resource is None else resource.fetch
        if isinstance(fetch, Fetched):
            urls |= {fetch.final_url, *fetch.redirects}
            if fetch.sha256:
                answers[fetch.final_url, date_of(fetch.at)] = digest_of(fetch.sha256)
    urls |= set(filter(None, (absolute("/robots.txt", url) for url in urls)))
    asked = frozenset(filter(None, (absolute(url, url) for url in urls)))
    return Citation(everything=everything, urls=asked, answers=answers)


def sights_of(audit: Audit, crawl: Crawl, most: int) -> tuple[Sight, ...]:
    """The first pages from which evidence was taken."""
    pages = (found.key for found in answers_cited(audit, crawl) if found.kind is Kind.PAGE)
    return tuple(islice((sight for key in pages for sight in _sights(crawl.get(key))), most))


def _sights(found: Resource | None) -> Iterator[Sight]:
    fetch, page = (found.fetch, found.content) if found else (None, None)
    if isinstance(fetch, Fetched) and isinstance(page, Page) and fetch.sha256 is not None:
        # What scripts make of a page may change while its bytes do not.
        made = "\n".join(block.text for block in page.blocks) if page.rendered else ""
        drawn_from = digest(bytes.fromhex(fetch.sha256), made.encode()) if made else digest_of(fetch.sha256)
        yield Sight(url=fetch.final_url, at=fetch.at, body=digest_of(fetch.sha256), drawn_from=drawn_from)


def answers_cited(audit: Audit, crawl: Headings) -> Iterator[Resource]:
    """What answered, and from which the evidence was taken; in the order of the verdicts, each once."""
    seen: set[str] = set()
    for evidence in (each for verdict in audit.verdicts for each in verdict.evidence):
        found = crawl.heading(canonical(evidence.url))
        fetch = None if found is None else found.fetch
        if found is None or found.key in seen or not isinstance(fetch, Fetched) or evidence.sha256 is None:
            continue
        if (fetch.sha256, fetch.at) == (evidence.sha256, evidence.fetched_at):
            seen.add(found.key)
            yield found


def cited_by(verdict: Verdict) -> Iterator[str]:
    """The addresses that a verdict rests on, and those of the way there."""
    for evidence in verdict.evidence:
        yield evidence.url
        yield from (step.url for step in evidence.trail)
    for miss in verdict.searched.nearest:
        yield miss.url
        yield from _named(miss.reason)
    for reason in verdict.reasons:
        yield from _named(reason)


def cited_by_finding(finding: Finding) -> Iterator[str]:
    """The addresses that a finding rests on."""
    yield finding.url
    if finding.where is not None:
        yield finding.where.page


def _named(reason: Reason) -> Iterator[str]:
    yield from (str(value) for name, value in reason.params if name == "url" and value)


def pointed(audit: Audit, lines: Iterable[Line]) -> Audit:
    """The same audit, each piece of evidence with the places where its record and its picture are kept."""
    kept: dict[str, list[Line]] = defaultdict(list)
    views: dict[str, str] = {}
    for line in lines:
        if line.shows:
            views[line.shows] = _place(line)
        else:
            kept[line.date].append(line)
    if not kept:
        return audit
    return with_evidence(audit, lambda evidence: _pointed(evidence, kept, views))


def without_pointers(audit: Audit) -> Audit:
    """The same audit, after its evidence was deleted."""
    return with_evidence(audit, lambda evidence: replace(evidence, warc=None, image=None))


def with_views(audit: Audit, views: Mapping[str, str]) -> Audit:
    """The audit of a single check, with its pictures; `views`: their records by those of the pages."""
    return with_evidence(audit, lambda evidence: replace(evidence, image=views.get(evidence.warc or "")))


def with_evidence(audit: Audit, made: Callable[[Evidence], Evidence]) -> Audit:
    """The same audit, with something else made of each piece of evidence."""
    told = (replace(each, evidence=tuple(map(made, each.evidence))) for each in audit.verdicts)
    return replace(audit, verdicts=tuple(told))


def _pointed(evidence: Evidence, kept: dict[str, list[Line]], views: dict[str, str]) -> Evidence:
    line = _record(evidence, kept)
    return evidence if line is None else replace(evidence, warc=_place(line), image=views.get(line.record))


def _place(line: Line) -> str:
    return f"{line.filename}#{line.record}"


def _record(evidence: Evidence, kept: dict[str, list[Line]]) -> Line | None:
    """The record of the answer that came at just that moment, if it has that very body; first of the same address."""
    lines = kept.get(date_of(evidence.fetched_at), []) if evidence.fetched_at else []
    if evidence.sha256 is not None:
        lines = [line for line in lines if line.digest == digest_of(evidence.sha256)]
    same = (line for line in lines if canonical(line.url) == canonical(evidence.url))
    return next(same, None) or next(iter(lines), None)
