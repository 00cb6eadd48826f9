"""What is different from before: new, fixed, changed, and what an audit that could not look takes over.

Pure: earlier audits are given. An outage, a block or a crawl that stopped short never fixes anything and never
changes a verdict; what they hide is carried with its day.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.facts import Fetched
from auditor.findings import Changes, FindingRule, ReasonCode, Status, StatusChange
from auditor.overflow import Overflow
from auditor.past import Difference, Flip, ItemChange
from auditor.urls import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.facts import Snapshot
    from auditor.findings import Audit, Finding, Past, Verdict
    from auditor.items import Item

# Statuses of answers that do not tell whether something is there.
_ASKED_IN_VAIN = frozenset({401, 403, 407, 408, 425, 429})
_SERVER_ERROR = 500
# Why a verdict is open although the site could be looked at.
_NOT_FROM_OUTSIDE = frozenset({ReasonCode.PACK_NOT_LOADED, ReasonCode.NO_BREACH_SEEN})

_STANDING = (Status.FAIL, Status.REVIEW, Status.PARTIAL, Status.PASS)  # from bad to good


def with_past(audit: Audit, past: Past, snapshot: Snapshot) -> Audit:
    """The audit with what earlier ones say: carried verdicts, when a finding was first seen, and what changed."""
    good = {(pack, requirement): carried for pack, requirement, carried in past.good}
    verdicts = tuple(
        replace(each, carried=good.get((each.pack, each.requirement))) if could_not_look(each) else each
        for each in audit.verdicts
    )
    seen = dict(past.first_seen)
    findings = tuple(replace(each, first_seen=seen.get(each.id, audit.as_of)) for each in audit.findings)
    now = replace(audit, verdicts=verdicts, findings=findings)
    return now if past.baseline is None else replace(now, changes=changes_since(past.baseline, now, snapshot))


def could_not_look(verdict: Verdict) -> bool:
    """Is it open because of an outage, a block or a limit?"""
    return verdict.status is Status.UNVERIFIABLE and _NOT_FROM_OUTSIDE.isdisjoint(
        reason.code for reason in verdict.reasons
    )


def changes_since(before: Audit, now: Audit, snapshot: Snapshot) -> Changes:
    """What is different from a complete audit; `snapshot` is the crawl that `now` judges."""
    open_before = {each.id: each for each in (*_unseen(before), *before.findings)}
    ids = {each.id for each in now.findings}
    gone = [each for each in open_before.values() if each.id not in ids]
    fixed = [each for each in gone if _looked_for(each, now, snapshot)]
    fixed_ids = {each.id for each in fixed}
    return Changes(
        since=before.as_of,
        run=before.run.id,
        new=tuple(
            each.id for each in now.findings if each.id not in open_before and each.rule.value in before.detectors
        ),
        fixed=tuple(fixed),
        unseen=tuple(each for each in gone if each.id not in fixed_ids),
        requirements=tuple(status_changes(before, now)),
    )


def difference(before: Audit, now: Audit, snapshot: Snapshot, met_before: frozenset[str]) -> Difference:
    """One audit against an earlier one; `met_before`: ids of the findings of audits before both."""
    changes = changes_since(before, now, snapshot)
    fresh = [each for each in now.findings if each.id in frozenset(changes.new)]
    old = {(each.pack, each.requirement): each for each in before.verdicts}
    moved = {each.requirement for each in changes.requirements}
    then, today = map(_by_key, (before, now))
    used = {pack.id: pack for pack in before.packs}
    return Difference(
        before=before,
        after=now,
        changes=changes,
        flips=tuple(
            _flip(old[each.pack, each.requirement], each)
            for each in now.verdicts
            if each.requirement in moved and (each.pack, each.requirement) in old
        ),
        new=tuple(each for each in fresh if each.id not in met_before),
        regressed=tuple(each for each in fresh if each.id in met_before),
        still_open=tuple(each for each in now.findings if each.id not in frozenset(changes.new)),
        published=tuple(item for key, item in today.items() if key not in then),
        changed=tuple(
            ItemChange(before=known, after=item)
            for key, item in today.items()
            if (known := then.get(key)) is not None and _lasting(item) != _lasting(known)
        ),
        taken_down=tuple(
            item
            for key, item in then.items()
            if key not in today and now.coverage.complete and _answered(snapshot, item.url)
        ),
        expired=tuple(_expired(before, now)),
        rules=tuple(
            (used[pack.id], pack) for pack in now.packs if pack.id in used and used[pack.id].sha256 != pack.sha256
        ),
    )


def _by_key(audit: Audit) -> Overflow[Item]:
    found: Overflow[Item] = Overflow()
    for item in audit.items:
        found[item.key] = item
    return found


def _flip(before: Verdict, after: Verdict) -> Flip:
    return Flip(before=before, after=after, worse=got_worse(standing(before), standing(after)))


def _expired(before: Audit, now: Audit) -> Iterator[Item]:
    """Items that stand there past their stated last day, and did not before."""
    past = frozenset(item.key for item in _past_their_day(before))
    return (item for item in _past_their_day(now) if item.key not in past)


def _past_their_day(audit: Audit) -> Iterator[Item]:
    told = frozenset(each.id for each in audit.findings if each.rule is FindingRule.ITEM_EXPIRED)
    return (item for item in audit.items if not told.isdisjoint(item.findings))


def _lasting(item: Item) -> Item:
    """The item without what differs though nobody touched it."""
    return replace(item, age_days=None, findings=(), listed_on=())


def standing(verdict: Verdict) -> Status:
    """How the requirement stands: as judged, or as it was last seen."""
    return verdict.carried.status if verdict.carried else verdict.status


def got_worse(before: Status, after: Status) -> bool:
    """Does a requirement stand worse than before? What does not apply, or could not be seen, is neither."""
    return before in _STANDING and after in _STANDING and _STANDING.index(after) < _STANDING.index(before)


def _unseen(audit: Audit) -> tuple[Finding, ...]:
    return audit.changes.unseen if audit.changes else ()


def _looked_for(finding: Finding, now: Audit, snapshot: Snapshot) -> bool:
    """Did this audit look where the finding was met, so that its absence says something?"""
    if not now.coverage.complete or finding.rule.value not in now.detectors:
        return False
    places = {finding.url, *((finding.where.page,) if finding.where else ())}
    return all(_answered(snapshot, url) for url in places)


def _answered(snapshot: Snapshot, url: str) -> bool:
    """Did the address answer, or is it met nowhere any more?"""
    found = snapshot.get(canonical(url))
    if found is None:
        return True
    fetch = found.fetch
    return isinstance(fetch, Fetched) and fetch.status < _SERVER_ERROR and fetch.status not in _ASKED_IN_VAIN


def status_changes(before: Audit, now: Audit) -> Iterator[StatusChange]:
    """Requirements of both audits that stand otherwise in the second."""
    known = {(each.pack, each.requirement): standing(each) for each in before.verdicts}
    for each in now.verdicts:
        was, stands = known.get((each.pack, each.requirement)), standing(each)
        if was is not None and was is not stands:
            yield StatusChange(requirement=each.requirement, before=was, after=stands)
