"""`audit.json`: our own types put into the shape that outside programs rely on, and its JSON Schema.

The same audit gives the same bytes. Knows the mapping; the shape stands in `audit_shape`.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from auditor.codec import json_schema
from auditor.facts import SkipWhy
from auditor.findings import Status
from auditor.report import audit_shape as shape
from auditor.report.messages import BANGKOK
from auditor.report.register_shape import register_part
from auditor.report.safe_text import valid_unicode
from auditor.reviews.standing import evidence_sha256
from auditor.thai.national_ids import masked
from auditor.urls import display

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor import facts, findings
    from auditor.items import Item, ItemPeriod
    from auditor.report.messages import Messages


def render_json(audit: findings.Audit, messages: Messages) -> bytes:
    """`audit.json` as UTF-8."""
    return b"".join(json_parts(audit, messages))


def json_parts(audit: findings.Audit, messages: Messages) -> Iterator[bytes]:
    """The same piece by piece: items may be so many that the whole would not fit into memory."""
    made = plain(audit_file(replace(audit, items=()), messages))
    if audit.changes is None:
        del made["changes"]
    before, empty, after = _text(made).partition('\n  "items": []')  # no other key stands so far to the left
    yield before.encode()
    items = (_text(plain(item_shape(each))).replace("\n", "\n    ") for each in audit.items)
    yield from (part.encode() for part in (_array(items) if audit.items else [empty]))
    yield f"{after}\n".encode()


def _array(items: Iterable[str]) -> Iterator[str]:
    opening = '\n  "items": [\n    '
    for item in items:
        yield opening + item
        opening = ",\n    "
    yield "\n  ]"


def _text(made: Any) -> str:
    return json.dumps(made, ensure_ascii=False, allow_nan=False, indent=2)


def render_schema() -> bytes:
    """The JSON Schema of `audit.json`: `reports/audit.schema.json`."""
    schema = json.loads(json_schema(shape.AuditFile))
    for part in (schema, *schema["$defs"].values()):
        if "properties" in part:
            part["properties"] = {_key(name): value for name, value in part["properties"].items()}
            part["required"] = [_key(name) for name in part["required"]]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": shape.SCHEMA}
    return (json.dumps(head | schema, ensure_ascii=False, indent=2) + "\n").encode()


def audit_file(audit: findings.Audit, messages: Messages) -> shape.AuditFile:
    """An audit in the shape of the file."""
    return shape.AuditFile(
        schema=shape.SCHEMA,
        site=_site(audit),
        run=_run(audit),
        coverage=_coverage(audit.coverage),
        score=_score(audit.score, audit.score_with_reviews),
        requirements=tuple(_requirement(each, messages) for each in audit.verdicts),
        items=tuple(map(item_shape, audit.items)),
        findings=tuple(finding_shape(each, messages) for each in audit.findings),
        register=register_part(audit.register, messages) if audit.register else None,
        changes=_changes(audit.changes),
    )


def _site(audit: findings.Audit) -> shape.Site:
    site, identity = audit.site, audit.identity
    return shape.Site(
        id=site.id,
        url=site.url,
        display_url=display(site.url),
        name=site.name or identity.name,
        host=site.host,
        unit_type=site.unit_type or identity.unit_type,
        province=site.province or identity.province,
        identity=shape.Identity(quote=identity.quote or None, url=identity.url, told=identity.told),
    )


def _run(audit: findings.Audit) -> shape.Run:
    return shape.Run(
        id=audit.run.id,
        started_at=audit.run.started_at,
        finished_at=audit.run.finished_at,
        as_of=audit.as_of,
        auditor_version=audit.auditor_version,
        packs=tuple(
            shape.Pack(id=pack.id, version=pack.version, sha256=pack.sha256, title=pack.title) for pack in audit.packs
        ),
        config={**dict(audit.run.config), "detectors": list(audit.detectors)},
    )


def _coverage(coverage: facts.Coverage) -> shape.Coverage:
    skipped = dict(coverage.skipped)
    return shape.Coverage(
        pages=coverage.pages,
        documents=coverage.documents,
        rendered=coverage.rendered,
        requests=coverage.requests,
        bytes=coverage.bytes,
        errors=coverage.errors,
        skipped={why: skipped.get(why, 0) for why in SkipWhy},
        complete=coverage.complete,
        limits=coverage.limits,
        robots=coverage.robots,
        robots_detail=coverage.robots_detail or None,
        crawl_delay=coverage.crawl_delay,
        shallow=shape.Shallow(known=coverage.shallow_known, read=coverage.shallow_read),
        traps=tuple(
            shape.Trap(pattern=trap.pattern, example=trap.example, count=trap.count, reason=trap.reason)
            for trap in coverage.traps
        ),
        tls_error=coverage.tls_error,
    )


def _score(score: findings.Score, heard: findings.Score | None) -> shape.Score:
    return shape.Score(**_counts(score), with_reviews=shape.Counts(**_counts(heard)) if heard else None)


def _counts(score: findings.Score) -> dict[str, Any]:
    counts = dict(score.counts)
    keys = {"pass_" if status is Status.PASS else status.replace("-", "_"): status for status in Status}
    return {"percent": score.percent, **{key: counts.get(status, 0) for key, status in keys.items()}}


def _requirement(verdict: findings.Verdict, messages: Messages) -> shape.Requirement:
    return shape.Requirement(
        id=verdict.requirement,
        pack=verdict.pack,
        category=verdict.category,
        title=verdict.title,
        obligation=verdict.obligation,
        weight=verdict.weight,
        status=verdict.status,
        confidence=verdict.confidence,
        reasons=tuple(reason_shape(each, messages) for each in verdict.reasons),
        evidence=tuple(map(evidence_shape, verdict.evidence)),
        evidence_sha256=evidence_sha256(verdict),
        searched=_searched(verdict.searched, messages),
        remedy=verdict.remedy,
        citation=verdict.citation,
        carried=_carried(verdict.carried),
        review=_review(verdict.review, messages),
        waiver=_waiver(verdict.waiver, messages),
    )


def reason_shape(reason: findings.Reason, messages: Messages) -> shape.Reason:
    """A reason in the shape of the file."""
    return shape.Reason(code=reason.code, params=dict(reason.params), message=messages.reason(reason))


def evidence_shape(evidence: findings.Evidence) -> shape.Evidence:
    """An entry of evidence in the shape of the file."""
    return shape.Evidence(
        url=evidence.url,
        display_url=display(evidence.url),
        kind=evidence.kind,
        quote=evidence.quote,
        matched=evidence.matched,
        score=evidence.score,
        trail=tuple(shape.Step(label=step.label, url=step.url) for step in evidence.trail),
        fetched_at=evidence.fetched_at,
        sha256=evidence.sha256,
        page=evidence.page,
        warc=evidence.warc,
        image=evidence.image,
    )


def _searched(searched: findings.Searched, messages: Messages) -> shape.Searched:
    nearest = (
        shape.NearMiss(
            url=each.url, display_url=display(each.url), label=each.label, reason=reason_shape(each.reason, messages)
        )
        for each in searched.nearest
    )
    return shape.Searched(
        terms=searched.terms, pages=searched.pages, documents=searched.documents, nearest=tuple(nearest)
    )


def _carried(carried: findings.Carried | None) -> shape.Carried | None:
    return shape.Carried(status=carried.status, as_of=carried.as_of) if carried else None


def _review(review: findings.HumanReview | None, messages: Messages) -> shape.Review | None:
    if review is None:
        return None
    return shape.Review(
        status=review.status,
        by=review.by,
        at=review.at,
        reason=review.reason,
        expires=review.expires,
        machine=review.machine,
        machine_wrong=review.machine_wrong,
        label=review.label,
        url=review.url,
        lapsed=reason_shape(review.lapsed, messages) if review.lapsed else None,
    )


def _waiver(waiver: findings.Waiver | None, messages: Messages) -> shape.Waiver | None:
    if waiver is None:
        return None
    return shape.Waiver(
        by=waiver.by,
        at=waiver.at,
        reason=waiver.reason,
        expires=waiver.expires,
        lapsed=reason_shape(waiver.lapsed, messages) if waiver.lapsed else None,
    )


def item_shape(item: Item) -> shape.Item:
    """A published item in the shape of the file."""
    told = item.published
    published = None if told is None else shape.ItemPublished(date_=told.day, quote=told.quote, from_=told.origin)
    shown = told is not None and told.shown
    return shape.Item(
        url=item.url,
        display_url=display(item.url),
        title=item.title,
        kind=item.kind,
        listed_on=item.listed_on,
        category=item.category,
        topics=item.topics,
        source=shape.ItemSource(value=item.source.value, quote=item.source.quote) if item.source else None,
        period=_period(item.period),
        published=published if shown else None,
        published_hint=None if shown else published,
        file_type=shape.ItemFileType(shown=item.file_type.shown, actual=item.file_type.actual),
        file_size=shape.ItemFileSize(
            shown_bytes=item.file_size.shown_bytes,
            quote=item.file_size.quote or None,
            actual_bytes=item.file_size.actual_bytes,
        ),
        age_days=item.age_days,
        expires=item.expires,
        missing=item.missing,
        findings=item.findings,
    )


def _period(period: ItemPeriod | None) -> shape.ItemPeriod | None:
    return shape.ItemPeriod(from_=period.start, to=period.end, quote=period.quote) if period else None


def finding_shape(finding: findings.Finding, messages: Messages) -> shape.Finding:
    """A finding in the shape of the file."""
    where = finding.where
    return shape.Finding(
        id=finding.id,
        rule=finding.rule,
        severity=finding.severity,
        url=finding.url,
        display_url=display(finding.url),
        where=shape.Where(page=where.page, label=where.label, selector=where.selector) if where else None,
        message=messages.finding_message(finding),
        quote=finding.quote,
        remedy=messages.finding_remedy(finding.rule),
        first_seen=finding.first_seen,
        requirement=finding.requirement,
        waiver=_waiver(finding.waiver, messages),
    )


def _changes(changes: findings.Changes | None) -> shape.Changes | None:
    if changes is None:
        return None
    return shape.Changes(
        since=changes.since,
        run=changes.run,
        new=changes.new,
        fixed=tuple(each.id for each in changes.fixed),
        unseen=tuple(each.id for each in changes.unseen),
        requirements=tuple(
            shape.StatusChange(id=each.requirement, from_=each.before, to=each.after) for each in changes.requirements
        ),
    )


def plain(value: Any) -> Any:
    """What JSON can hold: keys without underscore, times in Bangkok's offset, no lone surrogates, no ID numbers."""
    if is_dataclass(value):
        return {_key(each.name): plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, dict):
        return {valid_unicode(str(key)): plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [plain(inner) for inner in value]
    if isinstance(value, datetime):
        return value.astimezone(BANGKOK).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return valid_unicode(masked(value)) if isinstance(value, str) else value


def _key(name: str) -> str:
    return name.removesuffix("_")
