"""What is told of audits that are over: one after the other, and one against another. Holds; decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from auditor.findings import Audit, Changes, Finding, PackUsed, Status, Verdict
    from auditor.items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """An audit in a list."""

    run: str
    started_at: datetime
    as_of: date
    percent: float | None
    complete: bool
    has_text: bool  # what the pages said is still there: it can be judged again
    counts: tuple[tuple[Status, int], ...]
    findings: int


def audits_until(audits: tuple[AuditLine, ...], run: str) -> tuple[AuditLine, ...]:
    """Of a site's audits, in their order, those up to the one of a run."""
    place = next((place for place, line in enumerate(audits) if line.run == run), -1)
    return audits[: place + 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStatuses:
    """What an audit says of each requirement."""

    run: str
    started_at: datetime
    has_text: bool
    statuses: tuple[tuple[str, str, Status], ...]  # pack, requirement, status


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """A requirement that is judged otherwise, with both verdicts."""

    before: Verdict
    after: Verdict
    worse: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """A published item that is not what it was."""

    before: Item
    after: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One audit against an earlier one of the same site."""

    before: Audit
    after: Audit
    changes: Changes
    flips: tuple[Flip, ...]
    new: tuple[Finding, ...]  # never met before
    regressed: tuple[Finding, ...]  # new, but met before the earlier audit
    still_open: tuple[Finding, ...]
    published: tuple[Item, ...]
    changed: tuple[ItemChange, ...]
    taken_down: tuple[Item, ...]
    expired: tuple[Item, ...]  # still there, and since then past the last day they state
    rules: tuple[tuple[PackUsed, PackUsed], ...]  # packs that judged in another state
