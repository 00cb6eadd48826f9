"""Rows of a list that each lead to one paper, taken together: five laws with a file each are a list of laws."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.naming import Reading
from auditor.assess.passages import Passage
from auditor.assess.reading import read
from auditor.facts import BlockKind, Page, Region
from auditor.findings import EvidenceKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditor.assess.candidates import Candidate
    from auditor.assess.case import Case
    from auditor.assess.outcome import Outcome
    from auditor.rules import Requirement

_ADD_UP = frozenset({"named-laws"})
"""Detectors whose finds on several papers add up to what is asked for."""
_LEAST = 2


def together(tried: Sequence[tuple[Candidate, Outcome]], requirement: Requirement, case: Case) -> Iterator[Outcome]:
    """The rows of each page whose papers were right but too few one by one."""
    if not any(condition.detector in _ADD_UP for condition in requirement.content):
        return
    pages: dict[str, list[Candidate]] = {}
    for candidate, outcome in tried:
        if outcome.status is Status.PARTIAL and candidate.section is None and candidate.found_on != candidate.key:
            pages.setdefault(candidate.found_on, []).append(candidate)
    for key, candidates in pages.items():
        passage = _rows(key, {candidate.key for candidate in candidates}, case)
        if passage is not None and len(candidates) >= _LEAST:
            first = candidates[0]
            outcome = read(
                Reading(requirement=requirement, candidate=first, passage=passage, label=first.label), case
            )
            yield replace(outcome, named=first.surely, place=int(first.place))


def _rows(key: str, targets: set[str], case: Case) -> Passage | None:
    """The lines of a page in which links to these targets stand."""
    resource = case.snapshot.get(key)
    if resource is None or not isinstance(resource.content, Page):
        return None
    page = resource.content
    links = [
        link
        for link in page.links
        if link.region is Region.MAIN and (found := case.look_up(link.url)) is not None and found.key in targets
    ]
    numbers = sorted({link.block for link in links if link.block < len(page.blocks)})
    blocks = [
        replace(page.blocks[number], kind=BlockKind.ITEM, text=_from_name(page.blocks[number].text, case), cells=())
        for number in numbers
    ]
    return Passage(
        resource=resource,
        kind=EvidenceKind.PAGE,
        title=page.title,
        blocks=tuple(blocks),
        numbers=tuple(numbers),
        links=tuple(links),
    )


def _from_name(row: str, case: Case) -> str:
    """What a row says from the law's name on: «1.5 Laws that apply: Act …» has it behind the name of the shelf."""
    places = [row.find(kind) for kind in case.desk.lexicon.words("law-kinds")]
    return row[min((place for place in places if place > 0), default=0) :]
