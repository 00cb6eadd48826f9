"""register.*: where the register of publication requests and the site do not agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.assess.checks.defects import Defect
from auditor.findings import FindingRule, Where
from auditor.register import DifferentField, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.findings import Params
    from auditor.register import EntryResult, Reconciliation

_RULES = {
    Standing.NOT_FOUND: FindingRule.REGISTER_NOT_FOUND,
    Standing.EXPIRED: FindingRule.REGISTER_EXPIRED,
    Standing.REFUSED_PUBLISHED: FindingRule.REGISTER_REFUSED_PUBLISHED,
    Standing.PENDING_PUBLISHED: FindingRule.REGISTER_PENDING_PUBLISHED,
    Standing.DIFFERS: FindingRule.REGISTER_DIFFERS,
}
REGISTER_RULES = (*_RULES.values(), FindingRule.REGISTER_UNREGISTERED)
"""The rules whose detectors run only where a register was given."""

_EXAMPLES = 5


def register_defects(reconciliation: Reconciliation, site_url: str) -> Iterator[Defect]:
    """One defect for each entry that the site contradicts; one for all that the register does not know."""
    for result in reconciliation.results:
        rule = _RULES.get(result.standing)
        url = result.url or result.entry.link
        if rule is not None and url is not None:
            yield Defect(rule=rule, url=url, where=_where(result), params=tuple(_params(result)))
    if reconciliation.unregistered:
        titles = [each.title or each.url for each in reconciliation.unregistered[:_EXAMPLES]]
        yield Defect(
            rule=FindingRule.REGISTER_UNREGISTERED,
            url=site_url,
            params=(
                ("count", len(reconciliation.unregistered)),
                ("examples", ", ".join(f"“{title}”" for title in titles)),
            ),
        )


def _where(result: EntryResult) -> Where | None:
    return Where(page=result.listed_on, label=result.entry.subject) if result.listed_on else None


def _params(result: EntryResult) -> Iterator[tuple[str, str | int | float]]:
    entry = result.entry
    yield "row", entry.row
    yield "subject", entry.subject
    if entry.expires:
        yield "expires", entry.expires.isoformat()
    if result.likely:
        yield "likely", result.likely.title
    yield from _both_wordings(result)


def _both_wordings(result: EntryResult) -> Params:
    names = {DifferentField.TITLE: "title", DifferentField.PUBLISHED: "published", DifferentField.OWNER: "owner"}
    return tuple(
        (f"{names[each.field]}_{side}", words)
        for each in result.differences
        for side, words in (("registered", each.registered), ("shown", each.shown))
    )
