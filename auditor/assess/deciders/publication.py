"""Clause 2.2 over all published items: the share that shows a field, and where the others are listed."""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING

from auditor.assess.inventory.expiry import NOTICES
from auditor.assess.inventory.lacking import lacks
from auditor.assess.outcome import Outcome, because, outcome_of
from auditor.assess.passages import page_title
from auditor.assess.quoting import shorten
from auditor.facts import Page
from auditor.findings import Evidence, EvidenceKind, ReasonCode, Status
from auditor.items import ItemField, ItemKind
from auditor.urls import display

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.assess.case import Case
    from auditor.assess.inventory.lacking import Lack
    from auditor.findings import Reason
    from auditor.items import Item
    from auditor.rules import Requirement

_MOST_LISTS = 5
_MOST_TITLES = 3
_MOST_EVIDENCE = 3
_TITLE = 80


def decide(requirement: Requirement, case: Case) -> Outcome:
    """The verdict on a field, or on what is past its last day."""
    if requirement.of == "expired":
        return _expired(requirement, case)
    field = ItemField(requirement.of.replace("-", "_"))
    asked = sum(item.is_asked(field) for item in case.items)
    if not asked:
        return _nothing(case)
    have = sum(item.is_asked(field) and field not in item.missing for item in case.items)
    share = have / asked
    told: dict[str, str | int] = {
        "what": requirement.of,
        "have": have,
        "of": asked,
        "percent": _percent(share),
    }
    showing = _first(item for item in case.items if item.is_asked(field) and field not in item.missing)
    evidence = tuple(_evidence(item, field, case) for item in showing)
    jobs = tuple(_job(lack, requirement, case) for lack in lacks(case.items, field)[:_MOST_LISTS])
    if share >= requirement.pass_from:
        reasons = (because(ReasonCode.FIELD_SHOWN, **told), *jobs)
        return Outcome(status=Status.PASS, reasons=reasons, confidence=0.85, evidence=evidence)
    status = Status.FAIL if share < requirement.fail_under else Status.PARTIAL
    reasons = (because(ReasonCode.FIELD_LACKING, **told), *jobs)
    return Outcome(status=status, reasons=reasons, confidence=0.8, evidence=evidence)


def _expired(requirement: Requirement, case: Case) -> Outcome:
    """Is anything past the last day that it states still shown as current?"""
    if not case.items:
        return _nothing(case)
    ending = sorted((item for item in case.items if item.expires is not None), key=_by_key)
    past = [item for item in ending if item.expires is not None and item.expires < case.as_of]
    notices = (item for item in case.items if NOTICES & set(item.topics))
    shown = (past or ending)[:_MOST_EVIDENCE] or _first(notices) or _first(case.items)
    evidence = tuple(_evidence(item, ItemField.PUBLISHED, case) for item in shown)
    share = 1 - len(past) / len(ending) if ending else 1.0
    if share >= requirement.pass_from:
        reason = because(ReasonCode.NONE_EXPIRED, **({"of": len(ending)} if ending else {}))
        return outcome_of(reason, confidence=0.85 if ending else 0.7, evidence=evidence)
    reasons = (
        because(ReasonCode.ITEMS_EXPIRED, count=len(past), of=len(ending)),
        *(_past(item) for item in past[:_MOST_LISTS]),
    )
    status = Status.FAIL if share < requirement.fail_under else Status.PARTIAL
    return Outcome(status=status, reasons=reasons, confidence=0.8, evidence=evidence)


def _first(items: Iterable[Item]) -> list[Item]:
    return nsmallest(_MOST_EVIDENCE, items, key=_by_key)


def _by_key(item: Item) -> str:
    """The order in which items were met says nothing."""
    return item.key


def _past(item: Item) -> Reason:
    day = item.expires.isoformat() if item.expires else ""
    return because(ReasonCode.ITEM_PAST, title=shorten(item.title, _TITLE), url=item.url, day=day)


def _nothing(case: Case) -> Outcome:
    reason = because(ReasonCode.NO_ITEMS, pages=case.coverage.pages, documents=case.coverage.documents)
    if case.covered:
        return outcome_of(reason, confidence=0.8)
    return outcome_of(reason, confidence=0.8, status=Status.UNVERIFIABLE)


def _percent(share: float) -> int:
    """Whole percents that never round up to a threshold that is not reached."""
    return int(100 * share + 1e-9)


def _job(lack: Lack, requirement: Requirement, case: Case) -> Reason:
    titles = ", ".join(f"“{shorten(item.title, _TITLE)}”" for item in lack.first[:_MOST_TITLES])
    return because(
        ReasonCode.LIST_LACKS,
        what=requirement.of,
        list=list_title(lack.page, case),
        url=lack.page,
        count=lack.count,
        of=lack.total,
        titles=titles,
    )


def list_title(url: str, case: Case) -> str:
    """What the page with a list calls itself; its address where it has no name."""
    resource = case.look_up(url)
    if resource is not None and isinstance(resource.content, Page):
        return shorten(page_title(resource.content, case.survey.frame), _TITLE) or display(url)
    return display(url)


def _evidence(item: Item, field: ItemField, case: Case) -> Evidence:
    resource = case.look_up(item.url)
    fetch = resource.fetch if resource is not None else None
    matched, quote = _shown(item, field)
    return Evidence(
        url=item.url,
        kind=EvidenceKind.DOCUMENT if item.kind is ItemKind.DOCUMENT else EvidenceKind.PAGE,
        quote=quote or item.title,
        matched=matched if matched in quote else "",
        score=0.9,
        trail=resource.trail if resource is not None else (),
        fetched_at=getattr(fetch, "at", None),
        sha256=getattr(fetch, "sha256", None),
        warc=getattr(fetch, "warc", None),
    )


def _shown(item: Item, field: ItemField) -> tuple[str, str]:
    """The value of a field and the words in which it is shown."""
    match field:
        case ItemField.SOURCE:
            return (item.source.value, item.source.quote) if item.source else ("", "")
        case ItemField.PERIOD:
            return ("", item.period.quote) if item.period else ("", "")
        case ItemField.PUBLISHED:
            return ("", item.published.quote) if item.published else ("", "")
        case ItemField.FILE_TYPE:
            return item.file_type.shown or "", item.title
        case ItemField.FILE_SIZE:
            return item.file_size.quote, item.file_size.quote
