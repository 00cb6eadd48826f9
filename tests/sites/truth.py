"""What a careful assessor finds on a site (`truth.json`), and where an audit differs from it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from auditor.findings import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from auditor.findings import Audit, Finding, Verdict

PROVED = {Status.PASS, Status.PARTIAL, Status.REVIEW}  # what an audit must show evidence for


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What is right to say about one requirement."""

    requirement: str
    statuses: frozenset[Status]
    where: tuple[str, ...] = ()  # decoded path and query of what may stand as evidence
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingMark:
    """A finding by its rule and the end of its address; an empty end means anywhere."""

    rule: str
    url_suffix: str

    def matches(self, finding: Finding) -> bool:
        """Is this such a finding?"""
        return finding.rule == self.rule and place(finding.url).endswith(_sorted_query(self.url_suffix))


ALARMS = tuple(
    FindingMark(rule=rule, url_suffix="")
    for rule in (
        "security.gambling-spam",
        "security.hidden-links",
        "security.suspicious-script",
        "privacy.national-id",
    )
)
"""What is told of no site unless its truth expects it: a false alarm of these shames an office that did nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """Everything that is right to say about a site."""

    site: str
    agency: str
    as_of: date
    requirements: tuple[Expected, ...]
    must: tuple[FindingMark, ...] = ()
    must_not: tuple[FindingMark, ...] = ()
    may: tuple[FindingMark, ...] = ()

    def allowing(self, statuses: Mapping[str, frozenset[Status]]) -> Truth:
        """The truth with other statuses for some requirements."""
        unknown = statuses.keys() - {expected.requirement for expected in self.requirements}
        assert not unknown, f"no such requirement: {sorted(unknown)}"
        return replace(
            self,
            requirements=tuple(
                replace(expected, statuses=statuses.get(expected.requirement, expected.statuses))
                for expected in self.requirements
            ),
        )

    def changed(self, changes: Mapping[str, frozenset[Status]], findings: tuple[FindingMark, ...] = ()) -> Truth:
        """The truth after a mutation: other statuses for some requirements, the same for the rest.

        Evidence of what changed is not asked for, nor are findings but those that the mutation names; alarms of an
        intrusion that it does not name are wrong.
        """
        moved = self.allowing(changes)
        requirements = tuple(
            replace(expected, where=()) if expected.requirement in changes else expected
            for expected in moved.requirements
        )
        return replace(moved, requirements=requirements, must=findings, must_not=ALARMS)


class Fault(StrEnum):
    """In which way an audit differs from the truth; the order is that of harm."""

    WRONG_PASS = "wrong pass"  # noqa: S105  (no password)
    WRONG_FAIL = "wrong fail"
    WRONG_STATUS = "wrong status"
    NEEDLESS_REVIEW = "needless review"
    NOT_JUDGED = "not judged"
    WRONG_EVIDENCE = "wrong evidence"
    FINDING_MISSING = "finding missing"
    FINDING_WRONG = "finding wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One difference."""

    fault: Fault
    subject: str  # requirement id or finding rule
    expected: str
    got: str
    note: str = ""


def read_truth(file: Path) -> Truth:
    """The truth of a site, in the format of the shared samples."""
    data = json.loads(file.read_text(encoding="utf-8"))
    findings = data.get("findings", {})
    return Truth(
        site=data["site"],
        agency=data["agency"],
        as_of=date.fromisoformat(data["as_of"]),
        requirements=tuple(
            Expected(
                requirement=requirement,
                statuses=frozenset(map(Status, said["expect"])),
                where=tuple(said.get("where", ())),
                why=said.get("why", ""),
            )
            for requirement, said in data["requirements"].items()
        ),
        must=tuple(FindingMark(**mark) for mark in findings.get("expected", ())),
        must_not=(*(FindingMark(**mark) for mark in findings.get("forbidden", ())), *ALARMS),
        may=tuple(FindingMark(**mark) for mark in findings.get("tolerated", ())),
    )


def compare(audit: Audit, truth: Truth) -> tuple[Miss, ...]:
    """Every difference between an audit and the truth, the worst first."""
    verdicts = {verdict.requirement: verdict for verdict in audit.verdicts}
    misses = [
        miss
        for expected in truth.requirements
        if (miss := judge(expected, verdicts.get(expected.requirement))) is not None
    ]
    misses += _finding_misses(audit.findings, truth)
    order = list(Fault)
    return tuple(sorted(misses, key=lambda miss: order.index(miss.fault)))


def judge(expected: Expected, verdict: Verdict | None) -> Miss | None:
    """Where a verdict differs from what is right to say, if it does."""
    wanted = "|".join(sorted(expected.statuses))
    if verdict is None:
        return Miss(fault=Fault.NOT_JUDGED, subject=expected.requirement, expected=wanted, got="nothing")
    if verdict.status not in expected.statuses:
        return Miss(
            fault=_fault(verdict.status),
            subject=expected.requirement,
            expected=wanted,
            got=verdict.status,
            note=f"{_reasons(verdict)} {expected.why and f'({expected.why})'}".strip(),
        )
    if expected.where and verdict.status in PROVED and not _stands_at(verdict, expected.where):
        return Miss(
            fault=Fault.WRONG_EVIDENCE,
            subject=expected.requirement,
            expected=" or ".join(expected.where),
            got=", ".join(place(proof.url) for proof in verdict.evidence) or "no evidence",
            note=_reasons(verdict),
        )
    return None


def table(misses: Iterable[Miss]) -> str:
    """The misses as lines to read, and their count by fault."""
    misses = tuple(misses)
    rows = [(miss.fault, miss.subject, f"{miss.got} ≠ {miss.expected}", miss.note) for miss in misses]
    lines = [
        f"  {fault:<16} {subject:<26} {difference}  {note}".rstrip() for fault, subject, difference, note in rows
    ]
    counts = Counter(miss.fault for miss in misses)
    summary = ", ".join(f"{counts[fault]} {fault}" for fault in Fault if counts[fault]) or "no misses"
    return "\n".join([*lines, f"  {summary}"])


def place(url: str) -> str:
    """Decoded path and query of an address, the query's fields in order."""
    parts = urlsplit(url)
    return _sorted_query(unquote(parts.path) + (f"?{unquote(parts.query)}" if parts.query else ""))


def _sorted_query(address: str) -> str:
    path, mark, query = unquote(address).partition("?")
    return path + mark + "&".join(sorted(query.split("&")))


def _stands_at(verdict: Verdict, where: tuple[str, ...]) -> bool:
    wanted = {_sorted_query(address) for address in where}
    seen = {place(proof.url) for proof in verdict.evidence}
    seen |= {place(step.url) for proof in verdict.evidence for step in proof.trail}
    return bool(wanted & seen)


def _fault(status: Status) -> Fault:
    match status:
        case Status.PASS:
            return Fault.WRONG_PASS
        case Status.FAIL:
            return Fault.WRONG_FAIL
        case Status.REVIEW:
            return Fault.NEEDLESS_REVIEW
        case _:
            return Fault.WRONG_STATUS


def _reasons(verdict: Verdict) -> str:
    return "; ".join(
        " ".join([reason.code, *(f"{name}={value}" for name, value in reason.params)]) for reason in verdict.reasons
    )


def _finding_misses(findings: tuple[Finding, ...], truth: Truth) -> list[Miss]:
    missing = [
        Miss(fault=Fault.FINDING_MISSING, subject=mark.rule, expected=mark.url_suffix or "anywhere", got="none")
        for mark in truth.must
        if not any(mark.matches(finding) for finding in findings)
    ]
    allowed = (*truth.must, *truth.may)
    wrong = [
        Miss(fault=Fault.FINDING_WRONG, subject=finding.rule, expected="none", got=place(finding.url))
        for finding in findings
        if any(mark.matches(finding) for mark in truth.must_not)
        and not any(mark.matches(finding) for mark in allowed)
    ]
    return missing + wrong


def unlisted(findings: tuple[Finding, ...], truth: Truth) -> tuple[Finding, ...]:
    """The findings of which the truth says nothing: to look at, no misses."""
    listed = (*truth.must, *truth.must_not, *truth.may)
    return tuple(finding for finding in findings if not any(mark.matches(finding) for mark in listed))
