"""Defects that are told whatever the packs ask: one function each, run in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.assess.checks import documents, links, pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from auditor.assess.checks.defects import Defect
    from auditor.assess.checks.look import Look
    from auditor.facts import Resource

RESOURCE_CHECKS: tuple[Callable[[Resource, Look], Iterator[Defect]], ...] = (
    links.broken,
    links.redirect_loop,
    links.private_document,
    pages.empty,
    pages.under_construction,
    pages.soft_404,
    pages.encoding,
    documents.unreadable,
    documents.encrypted,
    documents.scanned,
    documents.type_mismatch,
)


def resource_defects(resources: Iterable[Resource], look: Look) -> Iterator[Defect]:
    """Every defect of every resource, in the order met."""
    for resource in resources:
        for check in RESOURCE_CHECKS:
            yield from check(resource, look)
