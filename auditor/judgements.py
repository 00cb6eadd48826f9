"""Judging a stored crawl, or taking over what was judged before of the very same.

A judgement follows from what was found, the rules, the site and the day. Where all of that is as it was, or the day
is another that changes no answer (`watched_day`), the judgement kept in the store is the one that judging again would
give: only the times at which evidence was seen, the costs of the crawl and ages in days are put in anew.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.assess import assess
from auditor.build import build
from auditor.labelling import matcher_of
from auditor.longlist import listed
from auditor.records import to_bytes
from auditor.store.moments import moment_of, stamp
from auditor.store.packing import ALBUM
from auditor.watched_day import Watch

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from auditor.facts import Snapshot
    from auditor.findings import Audit, Params, Reason, Verdict
    from auditor.rules import Rulebook
    from auditor.store import Store
    from auditor.store.imprint import Imprint
    from auditor.store.runs import StoredRun

AGE = "age"
"""The parameter of reasons and findings that is a number of days until the as-of day."""

_MOST = 5_000  # items and findings of an audit that is kept in one piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """By what a crawl is judged."""

    rulebook: Rulebook
    packs: tuple[str, ...]
    as_of: date
    set_aside: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """An audit without what is not the crawl's: its evidence was seen "at" the place of its resource in the run."""

    mark: str  # of all that it follows from but the day
    as_of: date
    until: date  # the last day for which it is the same but for ages
    audit: Audit


def judged(store: Store, run: StoredRun, snapshot: Snapshot, terms: Terms) -> Audit:
    """What is to be said of a crawl, worked out or taken over."""
    kept, imprint = store.kept(), store.imprint(run)
    slot, mark = f"judgement/{run.site.id}/{terms.packs!r}", _mark(terms, snapshot, imprint)
    known = _read(kept.get(slot))
    if known is not None and known.mark == mark and known.as_of <= terms.as_of <= known.until:
        audit = _taken_over(known, terms.as_of, snapshot, imprint)
    else:
        watch = Watch(terms.as_of)
        with matcher_of(terms.rulebook, kept, run.site.id) as matcher:
            audit = assess(snapshot, terms.rulebook, terms.packs, watch.day(), matcher, set_aside=terms.set_aside)
        audit = replace(audit, as_of=terms.as_of)
        judgement = _lasting(audit, mark, watch, imprint)
        if judgement is not None:
            kept.put(slot, _written(judgement, watch))
    kept.flush()
    return audit


def _mark(terms: Terms, snapshot: Snapshot, imprint: Imprint) -> str:
    """Stands for all that a judgement follows from but the day."""
    digests = {pack.id: pack.sha256 for pack in terms.rulebook.packs}
    costless = replace(snapshot.coverage, requests=0, bytes=0)
    rules = repr((build(), imprint.digest, [(each, digests.get(each)) for each in terms.packs], terms.set_aside))
    digest = hashlib.sha256(rules.encode("utf-8", "replace"))
    for part in (snapshot.site, costless):
        digest.update(hashlib.sha256(to_bytes(part)).digest())
    return digest.hexdigest()


def _read(message: bytes | None) -> Judgement | None:
    if message is None:
        return None
    try:
        judgement: Judgement = ALBUM.from_bytes(Judgement, message)
    except ValueError:
        return None
    return judgement


def _lasting(audit: Audit, mark: str, watch: Watch, imprint: Imprint) -> Judgement | None:
    """What is to be kept of an audit; None if it is so large that it would take too much memory in one piece."""
    if len(audit.items) + len(audit.findings) > _MOST:
        return None
    places = {at: place for place, at in reversed(list(enumerate(imprint.times))) if at is not None}

    def placed(at: datetime) -> datetime:
        return moment_of(places[stamp(at)])

    lasting = replace(audit, verdicts=tuple(_seen(each, placed) for each in audit.verdicts))
    return Judgement(mark=mark, as_of=watch.today, until=watch.until, audit=lasting)


def _written(judgement: Judgement, watch: Watch) -> bytes:
    """The judgement as bytes. Where the day itself got into it, writing that down ends its use today."""
    message = to_bytes(judgement)
    return message if watch.until == judgement.until else to_bytes(replace(judgement, until=watch.until))


def _taken_over(known: Judgement, as_of: date, snapshot: Snapshot, imprint: Imprint) -> Audit:
    """The judgement as it is on a day, of a crawl that found the same."""
    audit, older, costs = known.audit, (as_of - known.as_of).days, snapshot.coverage

    def placed(at: datetime) -> datetime:
        then = imprint.times[stamp(at)]
        return at if then is None else moment_of(then)

    return replace(
        audit,
        run=snapshot.run,
        as_of=as_of,
        coverage=replace(audit.coverage, requests=costs.requests, bytes=costs.bytes),
        verdicts=tuple(_aged_verdict(_seen(each, placed), older) for each in audit.verdicts),
        findings=tuple(replace(each, params=_aged(each.params, older)) for each in audit.findings),
        items=listed(
            each if each.age_days is None else replace(each, age_days=each.age_days + older) for each in audit.items
        ),
    )


def _seen(verdict: Verdict, when: Callable[[datetime], datetime]) -> Verdict:
    """A verdict whose evidence was seen at other times."""
    evidence = (
        each if each.fetched_at is None else replace(each, fetched_at=when(each.fetched_at))
        for each in verdict.evidence
    )
    return replace(verdict, evidence=tuple(evidence))


def _aged_verdict(verdict: Verdict, days: int) -> Verdict:
    """A verdict whose ages are counted so many days later."""
    searched = verdict.searched
    nearest = tuple(replace(each, reason=_aged_reason(each.reason, days)) for each in searched.nearest)
    return replace(
        verdict,
        reasons=tuple(_aged_reason(each, days) for each in verdict.reasons),
        searched=replace(searched, nearest=nearest),
    )


def _aged_reason(reason: Reason, days: int) -> Reason:
    return replace(reason, params=_aged(reason.params, days))


def _aged(params: Params, days: int) -> Params:
    return tuple((name, int(value) + days if name == AGE else value) for name, value in params)
