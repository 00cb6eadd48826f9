"""What the store tells of past audits, for programs: `history --json` and `diff --json`.

Findings, items, evidence and reasons have the shape that they have in `audit.json`; keys may be added, never removed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from auditor.report.json import evidence_shape, finding_shape, item_shape, plain, reason_shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.findings import Audit, Finding, Status, Verdict
    from auditor.items import Item
    from auditor.past import AuditLine, Difference, Flip
    from auditor.report.messages import Messages

HISTORY = "auditor/history/1"
DIFF = "auditor/diff/1"


def history_json(site: str, audits: Sequence[AuditLine]) -> str:
    """Every audit of a site, oldest first."""
    return _text({"schema": HISTORY, "site": site, "audits": [_line(each) for each in audits]})


def difference_json(difference: Difference, messages: Messages) -> str:
    """One audit against an earlier one."""

    def findings(chosen: Iterable[Finding]) -> list[Any]:
        return [finding_shape(each, messages) for each in chosen]

    def items(chosen: Iterable[Item]) -> list[Any]:
        return [item_shape(each) for each in chosen]

    told = difference
    return _text(
        {
            "schema": DIFF,
            "site": told.after.site.id,
            "before": _audit(told.before),
            "after": _audit(told.after),
            "rules": [
                {"pack": new.id, "from": old.version, "to": new.version, "sha256": new.sha256}
                for old, new in told.rules
            ],
            "requirements": [_flip(each, messages) for each in told.flips],
            "findings": {
                "new": findings(told.new),
                "regressed": findings(told.regressed),
                "fixed": findings(told.changes.fixed),
                "open": findings(told.still_open),
                "unseen": findings(told.changes.unseen),
            },
            "items": {
                "published": items(told.published),
                "changed": [
                    {"before": item_shape(each.before), "after": item_shape(each.after)} for each in told.changed
                ],
                "taken_down": items(told.taken_down),
                "expired": items(told.expired),
            },
        }
    )


def _line(line: AuditLine) -> dict[str, Any]:
    return {
        "run": line.run,
        "started_at": line.started_at,
        "as_of": line.as_of,
        "percent": line.percent,
        "complete": line.complete,
        "has_text": line.has_text,
        "counts": {status.value: count for status, count in line.counts},
        "findings": line.findings,
    }


def _audit(audit: Audit) -> dict[str, Any]:
    return {
        "run": audit.run.id,
        "started_at": audit.run.started_at,
        "as_of": audit.as_of,
        "percent": audit.score.percent,
        "complete": audit.coverage.complete,
    }


def _flip(flip: Flip, messages: Messages) -> dict[str, Any]:
    return {
        "id": flip.after.requirement,
        "pack": flip.after.pack,
        "title": flip.after.title,
        "from": _standing(flip.before),
        "to": _standing(flip.after),
        "worse": flip.worse,
        "before": _ground(flip.before, messages),
        "after": _ground(flip.after, messages),
    }


def _standing(verdict: Verdict) -> Status:
    return verdict.carried.status if verdict.carried else verdict.status


def _ground(verdict: Verdict, messages: Messages) -> dict[str, Any]:
    return {
        "reasons": [reason_shape(each, messages) for each in verdict.reasons],
        "evidence": [evidence_shape(each) for each in verdict.evidence],
    }


def _text(told: dict[str, Any]) -> str:
    return json.dumps(plain(told), ensure_ascii=False, allow_nan=False, indent=2)
