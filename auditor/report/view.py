"""An audit made ready to read: grouped, ordered, counted, folded. One view serves page and terminal.

Decides what comes first; writes no sentence and no mark-up.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.findings import Severity, Status
from auditor.reviews.standing import set_aside, settled
from auditor.rules import Obligation, Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from auditor.findings import Audit, Finding, FindingRule, PackUsed, Verdict
    from auditor.rules import Requirement, Rulebook, RulePack

MEND_FIRST = 5
STATUS_ORDER = tuple(Status)
SEVERITY_ORDER = tuple(Severity)

_JUDGED = (Status.PASS, Status.PARTIAL, Status.FAIL, Status.REVIEW)
_TO_MEND = (Status.FAIL, Status.PARTIAL, Status.REVIEW)
_SLIGHT = (Severity.MINOR, Severity.INFO)
_OBLIGATION_ORDER = tuple(Obligation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A verdict beside what was asked; `asked` is unknown when the pack is no longer at hand."""

    verdict: Verdict
    asked: Requirement | None

    @property
    def settled(self) -> Status:
        """The status that counts once people have been heard."""
        return settled(self.verdict)

    @property
    def set_aside(self) -> bool:
        """Whether a waiver holds."""
        return set_aside(self.verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A category of a pack, with its rows in the pack's order."""

    pack: str
    id: str
    title: Text
    rows: tuple[Row, ...]
    counts: tuple[tuple[Status, int], ...]  # every status, in order


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Findings of one rule together."""

    rule: FindingRule
    severity: Severity  # the worst of them
    findings: tuple[Finding, ...]

    @property
    def open(self) -> tuple[Finding, ...]:
        """Those that are not set aside."""
        return tuple(finding for finding in self.findings if not set_aside(finding))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """How many words of people hold, and how many no longer do."""

    verdicts: int
    waivers: int
    lapsed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A requirement that is judged otherwise than before."""

    row: Row
    before: Status
    after: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What is different from an earlier audit."""

    since: date
    new: tuple[Cause, ...]
    fixed: tuple[Cause, ...]
    unseen: int  # findings that could not be looked at again
    moved: tuple[Moved, ...]

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many findings are new and fixed, and how many requirements moved."""
        new, fixed = (sum(len(cause.findings) for cause in causes) for causes in (self.new, self.fixed))
        return new, fixed, len(self.moved)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """All that a report shows, in the order in which it shows it."""

    audit: Audit
    groups: tuple[Group, ...]
    counts: tuple[tuple[Status, int], ...]  # every status, in order
    causes: tuple[Cause, ...]
    to_mend: tuple[Row | Cause, ...]  # everything, the most urgent first
    mend_first: tuple[Row | Cause, ...]  # the few that are worth most
    changed: Changed | None  # None: nothing came before

    @property
    def judged(self) -> int:
        """How many requirements count in the score."""
        return sum(count for status, count in self.counts if status in _JUDGED)

    @property
    def heard(self) -> Heard:
        """What people have said of the requirements and findings."""
        reviews = [verdict.review for verdict in self.audit.verdicts if verdict.review]
        judged: tuple[Verdict | Finding, ...] = (*self.audit.verdicts, *self.audit.findings)
        waivers = [each.waiver for each in judged if each.waiver]
        verdicts = sum(each.lapsed is None for each in reviews)
        accepted = sum(each.lapsed is None for each in waivers)
        lapsed = len(reviews) + len(waivers) - verdicts - accepted
        return Heard(verdicts=verdicts, waivers=accepted, lapsed=lapsed)

    @property
    def obstacle(self) -> Row | None:
        """A row that tells why nothing at all could be judged; None where something was."""
        return None if self.judged else next((row for group in self.groups for row in group.rows), None)


def view_of(audit: Audit, rulebook: Rulebook) -> View:
    """The audit made ready to read."""
    asked = {(pack.id, each.id): each for pack in rulebook.packs for each in pack.requirements}
    rows = tuple(Row(verdict=each, asked=asked.get((each.pack, each.requirement))) for each in audit.verdicts)
    causes = _causes(audit.findings)
    weighty = _weighty(rows, causes)
    return View(
        audit=audit,
        groups=tuple(_groups(rows, audit.packs, rulebook.packs)),
        counts=_counts(rows),
        causes=causes,
        to_mend=(*weighty, *(cause for cause in causes if cause.severity in _SLIGHT and cause.open)),
        mend_first=weighty[:MEND_FIRST],
        changed=_changed(audit, rows),
    )


def _changed(audit: Audit, rows: tuple[Row, ...]) -> Changed | None:
    changes = audit.changes
    if changes is None:
        return None
    new = frozenset(changes.new)
    by_id = {row.verdict.requirement: row for row in rows}
    return Changed(
        since=changes.since,
        new=_causes(tuple(each for each in audit.findings if each.id in new)),
        fixed=_causes(changes.fixed),
        unseen=len(changes.unseen),
        moved=tuple(
            Moved(row=by_id[each.requirement], before=each.before, after=each.after)
            for each in changes.requirements
            if each.requirement in by_id
        ),
    )


def _groups(rows: tuple[Row, ...], used: tuple[PackUsed, ...], packs: tuple[RulePack, ...]) -> Iterator[Group]:
    titles = {(pack.id, each.id): each.title for pack in packs for each in pack.categories}
    pack_titles = {pack.id: pack.title for pack in used}
    members: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        members.setdefault((row.verdict.pack, row.verdict.category), []).append(row)
    for (pack, category), chosen in members.items():
        title = titles.get((pack, category)) or pack_titles.get(pack) or Text(th=category, en=category)
        yield Group(pack=pack, id=category, title=title, rows=tuple(chosen), counts=_counts(tuple(chosen)))


def _counts(rows: tuple[Row, ...]) -> tuple[tuple[Status, int], ...]:
    counts = Counter(row.verdict.status for row in rows)
    return tuple((status, counts[status]) for status in STATUS_ORDER)


def _causes(findings: tuple[Finding, ...]) -> tuple[Cause, ...]:
    by_rule: dict[FindingRule, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    causes = (
        Cause(
            rule=rule,
            severity=min((each.severity for each in found), key=SEVERITY_ORDER.index),
            findings=tuple(found),
        )
        for rule, found in by_rule.items()
    )
    return tuple(sorted(causes, key=lambda cause: (SEVERITY_ORDER.index(cause.severity), -len(cause.findings))))


def _weighty(rows: tuple[Row, ...], causes: tuple[Cause, ...]) -> tuple[Row | Cause, ...]:
    """What harms people now, then what the law requires, the heaviest first."""
    urgent = [cause for cause in causes if cause.severity is Severity.CRITICAL and cause.open]
    lacking = sorted((row for row in rows if row.settled in _TO_MEND), key=_urgency)
    grave = [cause for cause in causes if cause.severity is Severity.MAJOR and cause.open]
    firm: list[Row | Cause] = [row for row in lacking if row.settled is not Status.REVIEW]
    unsure: list[Row | Cause] = [row for row in lacking if row.settled is Status.REVIEW]
    return (*urgent, *firm, *grave, *unsure)


def _urgency(row: Row) -> tuple[int, int, float]:
    verdict = row.verdict
    return (_OBLIGATION_ORDER.index(verdict.obligation), _TO_MEND.index(row.settled), -verdict.weight)
