"""A defect before it has its identity, and how it gets one."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.findings import Finding, FindingRule, Params, Severity, Where
from auditor.urls import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.facts import Resource

SEVERITY: dict[FindingRule, Severity] = {
    FindingRule.LINK_BROKEN: Severity.MAJOR,
    FindingRule.LINK_REDIRECT_LOOP: Severity.MAJOR,
    FindingRule.LINK_PRIVATE_DOCUMENT: Severity.MAJOR,
    FindingRule.PAGE_EMPTY: Severity.MAJOR,
    FindingRule.PAGE_UNDER_CONSTRUCTION: Severity.MAJOR,
    FindingRule.PAGE_SOFT_404: Severity.MAJOR,
    FindingRule.PAGE_ENCODING: Severity.MINOR,
    FindingRule.DOCUMENT_UNREADABLE: Severity.MAJOR,
    FindingRule.DOCUMENT_ENCRYPTED: Severity.MAJOR,
    FindingRule.DOCUMENT_SCANNED: Severity.MINOR,
    FindingRule.DOCUMENT_TYPE_MISMATCH: Severity.MAJOR,
    FindingRule.DOCUMENT_SIZE_MISMATCH: Severity.MINOR,
    FindingRule.ITEM_MISSING_SOURCE: Severity.MINOR,
    FindingRule.ITEM_MISSING_PERIOD: Severity.MINOR,
    FindingRule.ITEM_MISSING_PUBLISHED: Severity.MINOR,
    FindingRule.ITEM_MISSING_FILE_TYPE: Severity.MINOR,
    FindingRule.ITEM_MISSING_FILE_SIZE: Severity.MINOR,
    FindingRule.ITEM_EXPIRED: Severity.MAJOR,
    FindingRule.ITEM_STALE: Severity.MINOR,
    FindingRule.ITEM_WRONG_FISCAL_YEAR: Severity.MAJOR,
    FindingRule.ITEM_FUTURE_DATE: Severity.MINOR,
    FindingRule.SECURITY_NO_HTTPS: Severity.MAJOR,
    FindingRule.SECURITY_TLS: Severity.MAJOR,
    FindingRule.SECURITY_MIXED_CONTENT: Severity.MAJOR,
    FindingRule.SECURITY_GAMBLING_SPAM: Severity.CRITICAL,
    FindingRule.SECURITY_HIDDEN_LINKS: Severity.CRITICAL,
    FindingRule.SECURITY_SUSPICIOUS_SCRIPT: Severity.CRITICAL,
    FindingRule.PRIVACY_NATIONAL_ID: Severity.CRITICAL,
    FindingRule.CRAWL_TRAP: Severity.MINOR,
    FindingRule.CRAWL_ROBOTS_BLOCKED: Severity.MAJOR,
    FindingRule.SITE_NOT_GOVERNMENT_DOMAIN: Severity.MINOR,
    FindingRule.REGISTER_NOT_FOUND: Severity.MAJOR,
    FindingRule.REGISTER_UNREGISTERED: Severity.MINOR,
    FindingRule.REGISTER_EXPIRED: Severity.MAJOR,
    FindingRule.REGISTER_REFUSED_PUBLISHED: Severity.MAJOR,
    FindingRule.REGISTER_PENDING_PUBLISHED: Severity.MINOR,
    FindingRule.REGISTER_DIFFERS: Severity.MINOR,
}
"""How bad each defect is (THAI_WEB.md section 7)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """What a check saw."""

    rule: FindingRule
    url: str
    where: Where | None = None
    params: Params = ()
    quote: str = ""
    severity: Severity | None = None  # where it differs from the rule's own
    requirement: str | None = None  # that it concerns


def met_at(resource: Resource) -> Where | None:
    """The page on which the way to a resource leads over it, and the label there."""
    if len(resource.trail) < 2:  # noqa: PLR2004  (the start page is met nowhere)
        return None
    return Where(page=resource.trail[-2].url, label=resource.trail[-1].label)


def findings_of(defects: Iterable[Defect], site_id: str) -> Iterator[Finding]:
    """Give each defect its id: stable over audits, other for equal hits of one rule on one address."""
    equal: Counter[tuple[FindingRule, str]] = Counter()
    for defect in defects:
        target = bare(defect.url)
        ordinal = equal[defect.rule, target]
        equal[defect.rule, target] += 1
        mark = f"{defect.rule.value}|{site_id}|{target}|{ordinal}"
        yield Finding(
            id=hashlib.sha256(mark.encode("utf-8", "surrogatepass")).hexdigest()[:16],
            rule=defect.rule,
            severity=defect.severity or SEVERITY[defect.rule],
            url=defect.url,
            where=defect.where,
            params=defect.params,
            quote=defect.quote,
            requirement=defect.requirement,
        )
