"""What there is to tell of one audit, in few lines; and whether it is worth telling. Pure.

Holds sentences in both languages and no secret, so that it can wait on disk until it is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.assess.changes import could_not_look, got_worse, standing
from auditor.confignotify import TellOn
from auditor.findings import Severity, Status
from auditor.records import Album, to_bytes
from auditor.reviews.standing import set_aside
from auditor.rules import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from auditor.findings import Audit, Finding, Verdict
    from auditor.report.messages import Messages

MOST = 60
"""Entries of one kind that a digest holds."""

_GRAVE = frozenset({Severity.CRITICAL, Severity.MAJOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A requirement that is judged otherwise than before."""

    requirement: str
    title: Text
    before: Status
    after: Status
    url: str = ""  # of the first evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A finding that is new."""

    message: Text
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LastGood:
    """The last audit that could look at the site."""

    as_of: date
    percent: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nights:
    """Nights in a row without an audit that counts."""

    since: date
    last: date
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A planned time at which no audit was made."""

    due_at: datetime
    why: Text
    others: int = 0  # that were left out since people were told of it the last time


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What came of one audit, that it failed, or that none was made at its time."""

    site: str
    url: str
    as_of: date
    name: str = ""
    run: str = ""  # "": there is no audit
    percent: float | None = None
    percent_before: float | None = None
    since: date | None = None  # the day of the audit with which it is compared; None: there is none
    worse: tuple[Turn, ...] = ()
    better: tuple[Turn, ...] = ()
    grave: tuple[Fault, ...] = ()  # the first of the critical and major findings that are new
    grave_count: int = 0
    new_count: int = 0
    fixed_count: int = 0
    unseen_count: int = 0  # requirements that could not be looked at
    obstacle: Text | None = None  # why the first of them could not
    failed: Text | None = None  # why there is no audit that counts
    last_good: LastGood | None = None  # before one that failed; None: there is none
    nights: Nights | None = None  # without one: up to this one if it failed too, else before it
    missed: Missed | None = None  # there is nothing else to tell then

    @property
    def event(self) -> str:
        """What is told, once; of a failure without an audit, once for a day."""
        if self.missed is not None:
            return f"missed {self.missed.due_at.isoformat()}"
        return self.run or f"failed {self.as_of.isoformat()}"


_ALBUM = Album({"Text": Text, "Status": Status, "Turn": Turn, "Fault": Fault})


def to_json(digest: Digest) -> bytes:
    """The digest as it waits on disk."""
    return to_bytes(digest)


def from_json(message: bytes) -> Digest:
    """The digest back.

    Raises:
        ValueError: it is none.
    """
    digest: Digest = _ALBUM.from_bytes(Digest, message)
    return digest


def digest_of(audit: Audit, messages: Messages, *, percent_before: float | None, done: bool) -> Digest:
    """What there is to tell of an audit.

    `percent_before`: the score of the audit with which its `changes` compare it. `done`: the site could be looked at.
    """
    changes = audit.changes
    new = frozenset(changes.new) if changes else frozenset()
    grave = [each for each in audit.findings if each.id in new and each.severity in _GRAVE and not set_aside(each)]
    shut = [each for each in audit.verdicts if could_not_look(each)]
    obstacle = next((messages.reason(reason) for each in shut for reason in each.reasons), None)
    turns = list(_turns(audit))
    return Digest(
        site=audit.site.id,
        url=audit.site.url,
        as_of=audit.as_of,
        name=audit.site.name or audit.identity.name or "",
        run=audit.run.id,
        percent=audit.score.percent,
        percent_before=percent_before,
        since=changes.since if changes else None,
        worse=tuple(each for each in turns if got_worse(each.before, each.after))[:MOST],
        better=tuple(each for each in turns if got_worse(each.after, each.before))[:MOST],
        grave=tuple(_fault(each, messages) for each in grave[:MOST]),
        grave_count=len(grave),
        new_count=len(new),
        fixed_count=len(changes.fixed) if changes else 0,
        unseen_count=len(shut),
        obstacle=obstacle,
        failed=None if done else obstacle or messages.word("notify-not-done"),
    )


def is_worth_telling(digest: Digest, on: TellOn) -> bool:
    """Is it told? What failed or was missed always is, and that an outage is over."""
    if digest.failed is not None or digest.missed is not None or digest.nights is not None:
        return True
    if on is TellOn.ALWAYS:
        return True
    if digest.worse or digest.grave:
        return True
    return on is TellOn.ANY and bool(
        digest.better or digest.new_count or digest.fixed_count or digest.percent != digest.percent_before
    )


def _turns(audit: Audit) -> Iterator[Turn]:
    verdicts = {each.requirement: each for each in audit.verdicts}
    for change in audit.changes.requirements if audit.changes else ():
        verdict = verdicts.get(change.requirement)
        if verdict is None or set_aside(verdict) or standing(verdict) is not change.after:
            continue
        yield Turn(
            requirement=change.requirement,
            title=verdict.title,
            before=change.before,
            after=change.after,
            url=_place(verdict),
        )


def _place(verdict: Verdict) -> str:
    """Where to look first: what is cited, else what came closest."""
    places = (*(each.url for each in verdict.evidence), *(each.url for each in verdict.searched.nearest))
    return next(iter(places), "")


def _fault(finding: Finding, messages: Messages) -> Fault:
    return Fault(message=messages.finding_message(finding), url=finding.url)
