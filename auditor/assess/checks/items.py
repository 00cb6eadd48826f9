"""item.* and document.size-mismatch: what published items lack or say wrongly, each list told once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from auditor.assess.checks.defects import Defect, findings_of
from auditor.assess.inventory.lacking import lacks
from auditor.assess.masking import without_ids
from auditor.assess.quoting import shorten
from auditor.findings import FindingRule, ReasonCode, Status, Where
from auditor.items import ItemField, ItemKind
from auditor.longlist import listed
from auditor.thai.sizes import find_sizes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from auditor.findings import Finding, Verdict
    from auditor.items import Item

_MISSING = {
    ItemField.SOURCE: FindingRule.ITEM_MISSING_SOURCE,
    ItemField.PERIOD: FindingRule.ITEM_MISSING_PERIOD,
    ItemField.PUBLISHED: FindingRule.ITEM_MISSING_PUBLISHED,
    ItemField.FILE_TYPE: FindingRule.ITEM_MISSING_FILE_TYPE,
    ItemField.FILE_SIZE: FindingRule.ITEM_MISSING_FILE_SIZE,
}
_OUTDATED = {
    ReasonCode.STALE: FindingRule.ITEM_STALE,
    ReasonCode.WRONG_YEAR: FindingRule.ITEM_WRONG_FISCAL_YEAR,
}
_MOST_TITLES = 3
_TITLE = 80
_SAME = ({"doc", "docx"}, {"xls", "xlsx"}, {"ppt", "pptx"}, {"jpg", "jpeg"}, {"htm", "html"}, {"tif", "tiff"})
"""Types that readers and pages call by one name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDefect:
    """A defect, and the places of the items that have it."""

    defect: Defect
    places: tuple[int, ...]


def item_findings(
    items: Sequence[Item], site_id: str, as_of: date, title_of: Callable[[str], str]
) -> tuple[tuple[Finding, ...], Sequence[Item]]:
    """The findings on items, and the items with the ids of theirs; no ID number of a person is left in them.

    `title_of` gives the name of a page by its address.
    """
    defects = [
        *_missing(items, title_of),
        *_expired(items, as_of),
        *_future(items, as_of),
        *_sizes(items),
        *_types(items),
    ]
    findings = tuple(findings_of((each.defect for each in defects), site_id))
    ids: dict[int, tuple[str, ...]] = {}
    for each, finding in zip(defects, findings, strict=True):
        for place in each.places:
            ids[place] = (*ids.get(place, ()), finding.id)
    marked = (replace(item, findings=ids[place]) if place in ids else item for place, item in enumerate(items))
    return findings, listed(map(without_ids, marked))


def _missing(items: Sequence[Item], title_of: Callable[[str], str]) -> Iterator[ItemDefect]:
    for field, rule in _MISSING.items():
        for lack in lacks(items, field):
            if lack.is_whole:
                titles = ", ".join(f"“{shorten(item.title, _TITLE)}”" for item in lack.first[:_MOST_TITLES])
                yield ItemDefect(
                    defect=Defect(
                        rule=rule,
                        url=lack.page,
                        where=Where(page=lack.page, label=title_of(lack.page)),
                        params=(("count", lack.count), ("of", lack.total), ("titles", titles)),
                    ),
                    places=lack.places,
                )
            else:
                found = {items[place].key: place for place in lack.places}
                yield from (_single(found[item.key], item, rule) for item in lack.first)


def _single(at: int, item: Item, rule: FindingRule, quote: str = "", **params: str | int) -> ItemDefect:
    place = item.listed_on[0] if item.listed_on else item.url
    return ItemDefect(
        defect=Defect(
            rule=rule,
            url=item.url,
            where=Where(page=place, label=item.title),
            params=tuple(params.items()),
            quote=quote,
        ),
        places=(at,),
    )


def _expired(items: Iterable[Item], as_of: date) -> Iterator[ItemDefect]:
    """A stated last day that is over, of what is still shown as current."""
    for at, item in enumerate(items):
        if item.expires is not None and item.expires < as_of:
            yield _single(at, item, FindingRule.ITEM_EXPIRED, "", day=item.expires.isoformat())


def outdated(verdicts: Iterable[Verdict], site_id: str) -> Iterator[Finding]:
    """Lists that are too old, and things of another fiscal year than their requirement asks for, once each."""
    defects = [
        Defect(
            rule=rule,
            url=verdict.evidence[0].url,
            where=_place(verdict),
            params=reason.params,
            quote=verdict.evidence[0].quote,
            requirement=verdict.requirement,
        )
        for verdict in verdicts
        if verdict.evidence and verdict.status in {Status.PARTIAL, Status.FAIL, Status.REVIEW}
        for reason in verdict.reasons
        if (rule := _OUTDATED.get(reason.code)) is not None
    ]
    yield from findings_of(defects, site_id)


def _place(verdict: Verdict) -> Where | None:
    trail = verdict.evidence[0].trail
    return Where(page=trail[-2].url, label=trail[-1].label) if len(trail) > 1 else None


def _future(items: Iterable[Item], as_of: date) -> Iterator[ItemDefect]:
    """A day of publication that a label tells, later than the day after the as-of date."""
    for at, item in enumerate(items):
        told = item.published
        if told is not None and told.shown and told.labelled and told.day > as_of + timedelta(days=1):
            yield _single(at, item, FindingRule.ITEM_FUTURE_DATE, told.quote, day=told.day.isoformat())


def _sizes(items: Iterable[Item]) -> Iterator[ItemDefect]:
    """A size outside 5 % and outside one unit of its last digit, under both 1000 and 1024."""
    for at, item in enumerate(items):
        actual = item.file_size.actual_bytes
        if item.kind is not ItemKind.DOCUMENT or not actual or item.file_size.shown_bytes is None:
            continue
        shown = next(iter(find_sizes(item.file_size.quote)), None)
        if shown is not None and not shown.agrees_with(actual):
            quote = item.file_size.quote
            yield _single(at, item, FindingRule.DOCUMENT_SIZE_MISMATCH, quote, shown=quote, actual=actual)


def _types(items: Iterable[Item]) -> Iterator[ItemDefect]:
    """A shown type that is not what the bytes are; where the address says so too, its own check tells it."""
    for at, item in enumerate(items):
        shown, actual = item.file_type.shown, item.file_type.actual
        if item.kind is not ItemKind.DOCUMENT or shown is None or actual is None or shown == actual:
            continue
        if not any({shown, actual} <= same for same in _SAME) and not _spelt(item.url, shown):
            yield _single(at, item, FindingRule.DOCUMENT_TYPE_MISMATCH, "", claimed=shown, actual=actual)


def _spelt(url: str, suffix: str) -> bool:
    return url.partition("?")[0].lower().endswith(f".{suffix}")
