"""What to look at a second time before it is told that something got worse. Pure.

A page that is missing, empty or changed in a single look may have been caught at a bad moment. What speaks for a
requirement's fall, or for a broken link that is new, is named here with what was there before; a second look takes
the first one back where that is there again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain, pairwise, zip_longest
from typing import TYPE_CHECKING

from auditor.assess.changes import got_worse
from auditor.facts import Document, DocumentState, Fetched, Kind, Page, Resource, Skipped, SkipWhy, Unreachable
from auditor.findings import EvidenceKind, FindingRule, Status
from auditor.urls import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.facts import Snapshot, Step
    from auditor.findings import Audit, Evidence, Verdict

_BAD = 400
_GONE = frozenset({404, 410})
_EMPTY = 40  # letters: less than this is no page
_WORDS = 60  # letters of a quotation that are looked for
_NOISE = re.compile(r"[\s\d…]+")  # blanks, and the digits of counters and days
_NAMES = re.compile(r"^https?://(?:www\.)?")
_GOOD = frozenset({Status.PASS, Status.PARTIAL})
_FAILURES = frozenset(
    {
        FindingRule.LINK_BROKEN,
        FindingRule.LINK_REDIRECT_LOOP,
        FindingRule.PAGE_EMPTY,
        FindingRule.PAGE_SOFT_404,
        FindingRule.DOCUMENT_UNREADABLE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """An address whose first look speaks for a fall."""

    first: Resource
    words: tuple[str, ...] = ()  # cited before, and not there now; as `_plain` leaves them
    ways: tuple[str, ...] = ()  # places to which it led before, and does not now


def doubts_of(audit: Audit, before: Audit, snapshot: Snapshot) -> tuple[Doubt, ...]:
    """What to look at again, each address once; of each fall the most telling first."""
    falls = [list(_of_fall(was, now, snapshot)) for was, now in _falls(audit, before)]
    failures = [list(_of_failures(audit, snapshot))]
    found: dict[str, Doubt] = {}
    for doubt in filter(None, chain.from_iterable(zip_longest(*falls, *failures))):
        known = found.get(doubt.first.key)
        found[doubt.first.key] = doubt if known is None else _joined(known, doubt)
    return tuple(found.values())


def takes_back(doubt: Doubt, second: Resource) -> bool:
    """Does a second look take back what the first one said?

    Also where it could not look: then nothing is known of what seemed to be missing.
    """
    if isinstance(second.fetch, Skipped):
        return False
    if _asked_in_vain(second):
        return _fails(doubt.first) and not _asked_in_vain(doubt.first)
    if _fails(second):
        return False
    if _fails(doubt.first):
        return True
    text, ways = _text_of(second), _ways_of(second)
    return any(words in text for words in doubt.words) or any(way in ways for way in doubt.ways)


def behind(pages: Iterable[Resource], audit: Audit, before: Audit, snapshot: Snapshot) -> tuple[Doubt, ...]:
    """What is led to by pages that a second look brought back, was not met this time, and led to what was cited."""
    ways = frozenset().union(*map(_ways_of, pages))
    unmet = (each for was, _ in _falls(audit, before) for evidence in was.evidence for each in _on_the_way(evidence))
    found = {each.key: Doubt(first=each) for each in unmet if _place(each.url) in ways}
    return tuple(doubt for key, doubt in found.items() if snapshot.get(key) is None)


def _falls(audit: Audit, before: Audit) -> Iterator[tuple[Verdict, Verdict]]:
    """Verdicts before and after of what got worse, or went away where nothing need be."""
    old = {each.requirement: each for each in before.verdicts}
    now = {each.requirement: each for each in audit.verdicts}
    for change in audit.changes.requirements if audit.changes else ():
        fell = got_worse(change.before, change.after)
        went = change.before in _GOOD and change.after is Status.NOT_APPLICABLE
        if (fell or went) and change.requirement in old and change.requirement in now:
            yield old[change.requirement], now[change.requirement]


def _of_fall(was: Verdict, now: Verdict, snapshot: Snapshot) -> Iterator[Doubt]:
    for evidence in was.evidence:
        yield from _of_evidence(evidence, snapshot)
    for url in (*(each.url for each in now.evidence), *(each.url for each in now.searched.nearest)):
        found = snapshot.get(canonical(url))
        if found is not None and _fails(found):
            yield Doubt(first=found)


def _of_evidence(evidence: Evidence, snapshot: Snapshot) -> Iterator[Doubt]:
    """What was cited, and the clicks that led there."""
    cited = snapshot.get(canonical(evidence.url))
    if cited is not None:
        yield from _of_cited(evidence, cited)
    steps = [*(step.url for step in evidence.trail), evidence.url]
    for one, other in pairwise(steps):
        page, way = snapshot.get(canonical(one)), _place(other)
        if page is None or way == _place(one):
            continue
        if _fails(page) or (isinstance(page.content, Page) and way not in _ways_of(page)):
            yield Doubt(first=page, ways=(way,))


def _of_cited(evidence: Evidence, cited: Resource) -> Iterator[Doubt]:
    if _fails(cited):
        yield Doubt(first=cited)
        return
    same = isinstance(cited.fetch, Fetched) and evidence.sha256 is not None and cited.fetch.sha256 == evidence.sha256
    words = _plain(evidence.quote)[:_WORDS]
    if not same and words and words not in _text_of(cited):
        yield Doubt(first=cited, words=(words,))


def _of_failures(audit: Audit, snapshot: Snapshot) -> Iterator[Doubt]:
    """What new findings say of addresses that fail."""
    new = frozenset(audit.changes.new) if audit.changes else frozenset()
    for finding in audit.findings:
        if finding.id in new and finding.rule in _FAILURES:
            found = snapshot.get(canonical(finding.url))
            if found is not None and _fails(found):
                yield Doubt(first=found)


def _joined(one: Doubt, other: Doubt) -> Doubt:
    words, ways = (*one.words, *other.words), (*one.ways, *other.ways)
    return replace(one, words=tuple(dict.fromkeys(words)), ways=tuple(dict.fromkeys(ways)))


def _fails(resource: Resource) -> bool:
    """Is there nothing to be had at this address, as far as this look tells?"""
    fetch, content = resource.fetch, resource.content
    if isinstance(fetch, Skipped):
        return fetch.why is SkipWhy.BUDGET
    if isinstance(fetch, Unreachable) or fetch.status >= _BAD or resource.soft_404:
        return True
    if isinstance(content, Page):
        shown = content.images or any(link.embedded for link in content.links)
        return not shown and len(_text_of(resource)) < _EMPTY
    return isinstance(content, Document) and content.state in {DocumentState.EMPTY, DocumentState.DAMAGED}


def _asked_in_vain(resource: Resource) -> bool:
    """Did this look not tell whether something is there?"""
    fetch, content = resource.fetch, resource.content
    if isinstance(content, Page) and content.needs_script:
        return True
    return not isinstance(fetch, Fetched) or (fetch.status >= _BAD and fetch.status not in _GONE)


def _text_of(resource: Resource) -> str:
    content = resource.content
    if isinstance(content, Document):
        return _plain("".join((content.title or "", *content.text)))
    if not isinstance(content, Page):
        return ""
    texts = (*(block.text for block in content.blocks), *(link.text for link in content.links))
    return _plain("".join((content.title, *texts, *(image.alt or "" for image in content.images))))


def _ways_of(resource: Resource) -> frozenset[str]:
    """The places to which a page leads."""
    page = resource.content
    if not isinstance(page, Page):
        return frozenset()
    return frozenset(map(_place, filter(None, (*(link.url for link in page.links), page.refresh))))


def _plain(text: str) -> str:
    return _NOISE.sub("", text)


def _place(url: str) -> str:
    """An address by whatever name of the site it is asked for."""
    return _NAMES.sub("", canonical(url))


def _on_the_way(evidence: Evidence) -> Iterator[Resource]:
    """What is known of the pages that led to what was cited, and of that itself."""
    for depth, step in enumerate(evidence.trail):
        yield _unmet(step.url, Kind.PAGE, evidence.trail[: depth + 1])
    kind = Kind.DOCUMENT if evidence.kind is EvidenceKind.DOCUMENT else Kind.PAGE
    yield _unmet(evidence.url, kind, evidence.trail)


def _unmet(url: str, kind: Kind, trail: tuple[Step, ...]) -> Resource:
    fetch = Skipped(why=SkipWhy.BUDGET)
    depth = max(0, len(trail) - 1)
    return Resource(key=canonical(url), url=url, kind=kind, depth=depth, trail=trail, fetch=fetch)
