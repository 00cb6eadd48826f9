"""`audit.sarif`: SARIF 2.1.0, for tools that gather results of checkers.

Results are the findings, and the requirements that are not met, need a person, could not be checked or are set aside.
A requirement's status is the result's kind: fail and partial are `fail` (as error and warning), review is `review`,
unverifiable `open`. What is set aside, or decided otherwise by a person, is suppressed with the reason.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import UTC
from typing import TYPE_CHECKING, Any

from auditor.findings import ReasonCode, Severity, Status
from auditor.report.safe_text import one_line, valid_unicode
from auditor.report.view import view_of
from auditor.report.voice import Voice
from auditor.reviews.standing import set_aside, settled
from auditor.urls import parse

if TYPE_CHECKING:
    from datetime import datetime

    from auditor.config import Lang
    from auditor.findings import Audit, Evidence, Finding, HumanReview, Verdict, Waiver
    from auditor.report.messages import Messages
    from auditor.report.view import View
    from auditor.rules import Rulebook

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HOME = "https://github.com/auditor-th/auditor"

_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.INFO: "note",
}
_KINDS = {
    Status.FAIL: ("fail", "error"),
    Status.PARTIAL: ("fail", "warning"),
    Status.REVIEW: ("review", "none"),
    Status.UNVERIFIABLE: ("open", "none"),
    Status.NOT_APPLICABLE: ("notApplicable", "none"),
}
_MET = frozenset({Status.PASS, Status.NOT_APPLICABLE})

Record = dict[str, Any]


def render_sarif(audit: Audit, rulebook: Rulebook, messages: Messages, lang: Lang) -> bytes:
    """The results as UTF-8."""
    voice = Voice(messages, lang)
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_Log(audit, voice).run(view_of(audit, rulebook))]}
    text = json.dumps(log, ensure_ascii=False, allow_nan=False, indent=2)
    return (valid_unicode(text) + "\n").encode()


class _Log:
    """One run of the program, in one language."""

    def __init__(self, audit: Audit, voice: Voice) -> None:
        self.audit = audit
        self.voice = voice
        changes = audit.changes
        self.new = frozenset(changes.new) if changes else frozenset()
        self.before = {each.requirement: each.before for each in changes.requirements} if changes else {}

    def run(self, view: View) -> Record:
        audit = self.audit
        told = [row.verdict for group in view.groups for row in group.rows if _is_told(row.verdict)]
        rules = [*(self._finding_rule(cause.rule) for cause in view.causes), *map(self._requirement_rule, told)]
        driver = {
            "name": "auditor",
            "version": audit.auditor_version,
            "informationUri": HOME,
            "rules": rules,
        }
        return {
            "tool": {"driver": driver},
            "automationDetails": {"id": f"{one_line(audit.site.id)}/{one_line(audit.run.id)}"},
            "language": str(self.voice.lang),
            "invocations": [self._invocation()],
            "results": [*map(self._finding, audit.findings), *map(self._requirement, told)],
            "properties": {
                "asOf": audit.as_of.isoformat(),
                "score": audit.score.percent,
                "packs": [f"{pack.id} {pack.version} {pack.sha256}" for pack in audit.packs],
            },
        }

    def _invocation(self) -> Record:
        audit, messages = self.audit, self.voice.messages
        notes = [
            {"level": "warning", "message": _message(self.voice.say(messages.code("limit", limit)))}
            for limit in audit.coverage.limits
        ]
        return {
            "executionSuccessful": audit.coverage.pages > 0,
            "startTimeUtc": _utc(audit.run.started_at),
            "endTimeUtc": _utc(audit.run.finished_at),
            "toolExecutionNotifications": notes,
        }

    def _finding_rule(self, rule: Any) -> Record:
        messages, say = self.voice.messages, self.voice.say
        return {
            "id": str(rule),
            "shortDescription": _message(say(messages.finding_title(rule))),
            "help": _message(say(messages.finding_remedy(rule))),
        }

    def _requirement_rule(self, verdict: Verdict) -> Record:
        say = self.voice.say
        return {
            "id": _rule_id(verdict),
            "shortDescription": _message(say(verdict.title)),
            "help": _message(say(verdict.remedy)),
            "properties": {"category": verdict.category, "citation": verdict.citation},
        }

    def _finding(self, finding: Finding) -> Record:
        where = finding.where
        result: Record = {
            "ruleId": str(finding.rule),
            "kind": "fail",
            "level": _LEVELS[finding.severity],
            "message": _message(self.voice.say(self.voice.messages.finding_message(finding))),
            "locations": _locations(finding.url),
            "partialFingerprints": {"finding/v1": one_line(finding.id)},
            "properties": {"severity": finding.severity, "quote": one_line(finding.quote)},
        }
        if finding.waiver and set_aside(finding):
            result["suppressions"] = [_suppression(_person(finding.waiver))]
        if where:
            result["relatedLocations"] = _locations(where.page, where.label)
        if self.audit.changes:
            result["baselineState"] = "new" if finding.id in self.new else "unchanged"
        return result

    def _requirement(self, verdict: Verdict) -> Record:
        messages, say = self.voice.messages, self.voice.say
        status = verdict.status if settled(verdict) in _MET else settled(verdict)
        kind, level = _KINDS[status]
        reasons = "; ".join(say(messages.reason(each)) for each in verdict.reasons)
        text = f"{say(verdict.title)}: {self.voice.term('status', verdict.status)}. {reasons}"
        mark = f"{self.audit.site.id}|{verdict.pack}|{verdict.requirement}"
        result: Record = {
            "ruleId": _rule_id(verdict),
            "kind": kind,
            "level": level,
            "message": _message(text),
            "locations": [place for each in verdict.evidence[:1] for place in _locations(each.url)]
            or _locations(self.audit.site.url),
            "partialFingerprints": {"requirement/v1": hashlib.sha256(mark.encode("utf-8", "replace")).hexdigest()},
            "properties": {
                "status": verdict.status,
                "settled": settled(verdict),
                "obligation": verdict.obligation,
                "confidence": verdict.confidence,
                "evidence": [_evidence(each) for each in verdict.evidence],
            },
        }
        if (reason := _suppressed(verdict)) is not None:
            result["suppressions"] = [_suppression(reason)]
        if self.audit.changes:
            result["baselineState"] = self._baseline(verdict)
        return result

    def _baseline(self, verdict: Verdict) -> str:
        before = self.before.get(verdict.requirement)
        if before is None:
            return "unchanged"
        return "new" if before in _MET else "updated"


def _is_told(verdict: Verdict) -> bool:
    return not {verdict.status, settled(verdict)} <= _MET or _suppressed(verdict) is not None


def _suppressed(verdict: Verdict) -> str | None:
    """The reason for which a requirement is not held against the site; None where it is."""
    if verdict.waiver and set_aside(verdict):
        return _person(verdict.waiver)
    if verdict.review and settled(verdict) in _MET and settled(verdict) is not verdict.status:
        return _person(verdict.review)
    off = (dict(each.params).get("reason", "") for each in verdict.reasons if each.code is ReasonCode.SWITCHED_OFF)
    return next(map(str, off), None)


def _person(given: Waiver | HumanReview) -> str:
    until = f" – {given.expires.isoformat()}" if given.expires else ""
    return f"{given.reason} ({given.by}, {given.at.isoformat()}{until})"


def _suppression(reason: str) -> Record:
    return {"kind": "external", "status": "accepted", "justification": one_line(reason)}


def _evidence(evidence: Evidence) -> Record:
    return {"url": one_line(evidence.url), "quote": one_line(evidence.quote), "sha256": evidence.sha256}


def _rule_id(verdict: Verdict) -> str:
    return one_line(f"{verdict.pack}/{verdict.requirement}")


def _locations(url: str, label: str = "") -> list[Record]:
    address = parse(url)
    if address is None:
        return []
    place: Record = {"physicalLocation": {"artifactLocation": {"uri": str(address)}}}
    return [{**place, "message": _message(label)}] if label else [place]


def _message(text: str) -> Record:
    """A message that holds no link and no placeholder: SARIF reads brackets and braces as such."""
    line = re.sub(r"([\\\[\]])", r"\\\1", one_line(text))
    return {"text": line.replace("{", "{{").replace("}", "}}")}


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
