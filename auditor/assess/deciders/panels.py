"""A page of several papers, each in a part of its own: the part that names a paper is judged, not the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.assess.lexicon import folded
from auditor.assess.naming import asks_paper
from auditor.assess.passages import page_title
from auditor.assess.sections import named_passage
from auditor.facts import Page, Region
from auditor.findings import Rung
from auditor.rules import LabelKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.assess.candidates import Candidate
    from auditor.assess.case import Case
    from auditor.facts import Block

_LONGEST_NAME = 160
_SAYS = 20  # letters from which a part without links holds something


def without_whole_pages(candidates: Iterable[Candidate], case: Case) -> tuple[Candidate, ...]:
    """The candidates but those for a whole page, by another name, of which a part names just what they name."""
    listed = tuple(candidates)
    parts = {(part.topic, part.key): folded(part.label) for part in listed if _is_part(part, case)}
    return tuple(
        candidate
        for candidate in listed
        if not _is_whole(candidate, case)
        or parts.get((candidate.topic, candidate.key), folded(candidate.label)) == folded(candidate.label)
    )


def _is_part(candidate: Candidate, case: Case) -> bool:
    """Is the label the name of one part among others that name other papers, and does the part hold anything?"""
    page = _page(candidate, case)
    if page is None or candidate.section is None or _is_whole(candidate, case):
        return False
    if candidate.match.rung is not Rung.EXACT or candidate.named > 1 or not asks_paper(candidate.topic, case):
        return False
    beside = (block for number, block in enumerate(page.blocks) if number != candidate.section)
    if not any(_names_another(block, candidate.topic, case) for block in beside):
        return False
    resource = case.snapshot.get(candidate.key)
    passage = named_passage(resource, page, candidate, case) if resource is not None else None
    return passage is not None and (passage.letters >= _SAYS or bool(passage.links))


def _is_whole(candidate: Candidate, case: Case) -> bool:
    """Does the label stand for the page: from outside, or as its own first heading?"""
    page = _page(candidate, case)
    if page is None or candidate.section is None:
        return page is not None
    return folded(candidate.label) == folded(page_title(page, case.survey.frame))


def _names_another(block: Block, topic: str, case: Case) -> bool:
    """Is the block a line of the content that names another paper and nothing else?"""
    if block.region is not Region.MAIN or block.hidden or block.cells or len(block.text) > _LONGEST_NAME:
        return False
    found = case.matcher.match(block.text, LabelKind.HEADING)
    named = {match.topic for match in found.matches if match.rung is Rung.EXACT}
    return bool(named) and topic not in named and any(asks_paper(other, case) for other in named)


def _page(candidate: Candidate, case: Case) -> Page | None:
    resource = case.snapshot.get(candidate.key)
    return resource.content if resource is not None and isinstance(resource.content, Page) else None
