"""Which night's result stands for an agency, and what its nights say one after the other.

Pure: the store's lines and audits are given. A night that could not look never stands for the site, and a score that
comes from too small a look is not told at all.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.score import score
from auditor.facts import RobotsState
from auditor.findings import ReasonCode, Status
from auditor.portfolio import (
    Agency,
    Cell,
    Chronicle,
    Judged,
    Night,
    NightChanges,
    OfRule,
    PastNight,
    Standing,
    Trouble,
    Turn,
)
from auditor.reviews.standing import settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from auditor.findings import Audit, Finding, Reason, Verdict
    from auditor.portfolio import NightLine, Profile

_FLOOR = 0.95  # share of the addresses near the start page that must be read, as CONTRACT.md section 2 says
_SAYS_NOTHING = frozenset({Trouble.UNREACHABLE, Trouble.ROBOTS, Trouble.INCOMPLETE, Trouble.UNFINISHED})


def agency_of(profile: Profile, lines: Sequence[NightLine], read: Callable[[str], Audit]) -> Agency:
    """An agency with the result that stands for it.

    Args:
        profile: whose site.
        lines: its nights, newest first.
        read: gives the audit of a run.
    """
    nights = tuple(night_of(line) for line in lines)
    usable = next((line for line, night in zip(lines, nights, strict=True) if night.usable), None)
    chosen = usable or next((line for line in lines if line.percent is not None), None)
    audit = None if chosen is None else read(chosen.run)
    failed = bool(lines) and lines[0].judged and not nights[0].usable
    return Agency(
        profile=profile if audit is None else known_by(profile, audit),
        nights=nights[::-1],
        result=None if audit is None else standing_of(audit, firm=usable is not None),
        reason=_obstacle(read(lines[0].run)) if failed else None,
    )


def known_by(profile: Profile, audit: Audit) -> Profile:
    """The profile with what the website says of itself, where nobody told otherwise."""
    identity = audit.identity
    return replace(
        profile,
        name=profile.name or identity.name,
        unit_type=profile.unit_type or identity.unit_type,
        province=profile.province or identity.province,
    )


def night_of(line: NightLine) -> Night:
    """How a night went."""
    trouble = _trouble(line)
    return Night(
        run=line.run,
        at=line.started_at,
        percent=None if trouble in _SAYS_NOTHING else line.percent,
        trouble=trouble,
        limits=line.coverage.limits if line.coverage else (),
    )


def standing_of(audit: Audit, *, firm: bool) -> Standing:
    """The result of an audit, by pack and category."""
    return Standing(
        run=audit.run.id,
        at=audit.run.started_at,
        percent=audit.score.percent,
        with_reviews=audit.score_with_reviews.percent if audit.score_with_reviews else None,
        firm=firm,
        cells=tuple(_cells(audit.verdicts)),
        judged=tuple(
            Judged(pack=each.pack, requirement=each.requirement, title=each.title, status=settled(each))
            for each in audit.verdicts
        ),
    )


def chronicle_of(profile: Profile, lines: Sequence[NightLine], audits: Iterable[Audit], *, cut: bool) -> Chronicle:
    """An agency night by night.

    Args:
        profile: whose site.
        lines: its nights, newest first.
        audits: those that are told in full, with their findings.
        cut: there were more nights before.
    """
    told = {audit.run.id: audit for audit in audits}
    best = next((told[line.run] for line in lines if line.run in told and night_of(line).usable), None)
    return Chronicle(
        profile=profile if best is None else known_by(profile, best),
        nights=tuple(_past_night(line, told.get(line.run)) for line in lines),
        cut=cut,
    )


def _past_night(line: NightLine, audit: Audit | None) -> PastNight:
    night = night_of(line)
    if audit is None:
        return PastNight(night=night)
    return PastNight(
        night=night,
        standing=standing_of(audit, firm=night.usable),
        changes=_changes_of(audit),
        findings=len(audit.findings),
    )


def _trouble(line: NightLine) -> Trouble | None:
    if not line.judged:
        return Trouble.UNFINISHED
    if line.complete:
        return None
    coverage = line.coverage
    if coverage is None:
        return Trouble.INCOMPLETE
    if coverage.robots is RobotsState.UNREACHABLE:
        return Trouble.ROBOTS
    if not coverage.pages:
        return Trouble.UNREACHABLE
    enough = coverage.shallow_known and coverage.shallow_read >= _FLOOR * coverage.shallow_known
    return Trouble.CAPPED if enough else Trouble.INCOMPLETE


def _obstacle(audit: Audit) -> Reason | None:
    """Why the site could not be looked at, where a verdict says so."""
    reasons = (reason for verdict in audit.verdicts for reason in verdict.reasons)
    return next((reason for reason in reasons if reason.code is ReasonCode.SITE_UNREACHABLE), None)


def _cells(verdicts: tuple[Verdict, ...]) -> Iterator[Cell]:
    groups: dict[tuple[str, str], list[Verdict]] = {}
    for verdict in verdicts:
        for category in ("", verdict.category):
            groups.setdefault((verdict.pack, category), []).append(verdict)
    for (pack, category), chosen in groups.items():
        total = score(chosen)
        counts = dict(total.counts)
        judged = sum(counts[each] for each in (Status.PASS, Status.PARTIAL, Status.FAIL, Status.REVIEW))
        yield Cell(pack=pack, category=category, percent=total.percent, passed=counts[Status.PASS], judged=judged)


def _changes_of(audit: Audit) -> NightChanges | None:
    changes = audit.changes
    if changes is None:
        return None
    fresh = frozenset(changes.new)
    titles = {verdict.requirement: verdict.title for verdict in audit.verdicts}
    return NightChanges(
        since=changes.since,
        new=_by_rule(each for each in audit.findings if each.id in fresh),
        fixed=_by_rule(changes.fixed),
        still_open=_by_rule((each for each in audit.findings if each.id not in fresh), audit.as_of),
        unseen=len(changes.unseen),
        turns=tuple(
            Turn(requirement=each.requirement, title=titles[each.requirement], before=each.before, after=each.after)
            for each in changes.requirements
            if each.requirement in titles
        ),
    )


def _by_rule(findings: Iterable[Finding], today: date | None = None) -> tuple[OfRule, ...]:
    """Findings counted by rule, the most first; with the age of the oldest where `today` is told."""
    chosen = tuple(findings)
    oldest: dict[str, int] = {}
    for each in chosen if today else ():
        if each.first_seen is not None and today is not None:
            oldest[each.rule] = max(oldest.get(each.rule, 0), (today - each.first_seen).days)
    counts = Counter(each.rule for each in chosen)
    return tuple(OfRule(rule=rule, count=count, days=oldest.get(rule)) for rule, count in counts.most_common())
