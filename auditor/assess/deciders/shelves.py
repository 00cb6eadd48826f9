"""A row or page under whose name nothing stands but links: it is worth what stands behind them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.availability import obstacle, shut
from auditor.assess.candidates import link_kind
from auditor.assess.deciders.papers import papers_in
from auditor.assess.deciders.ways import without_links
from auditor.assess.naming import Reading, asks_paper
from auditor.assess.outcome import Outcome, because, best, outcome_of
from auditor.assess.passages import letters_of, page_passage, posters
from auditor.assess.quoting import shorten
from auditor.assess.reading import read
from auditor.facts import BlockKind, Page
from auditor.findings import ReasonCode
from auditor.thai.persons import find_persons

if TYPE_CHECKING:
    from auditor.assess.candidates import Candidate
    from auditor.assess.case import Case
    from auditor.assess.passages import Passage
    from auditor.facts import Block, Link
    from auditor.findings import Reason
    from auditor.rules import Requirement

_DOORS = 12  # links of a shelf that are followed


def only_leads_on(passage: Passage) -> bool:
    """Is it a row or page of an index, under whose name nothing stands but links, and what heads them?"""
    if not passage.links or passage.forms or posters(passage):
        return False
    columns = {block.heads for block in passage.blocks if block.heads}
    told = (block for block in without_links(passage).body if not (block.cells and block.cells in columns))
    return not any(letters_of([block.text]) for block in told if passage.section or not _heads_a_shelf(block))


def _heads_a_shelf(block: Block) -> bool:
    """Is it a heading of a page, rather than a person's name set as one?"""
    return block.kind is BlockKind.HEADING and not any(find_persons(block.text))


def all_shut(passage: Passage, candidate: Candidate, case: Case) -> Reason | None:
    """Why none of the things could be looked at to which such a row leads; None if one could, or is another thing."""
    reasons: list[Reason | None] = []
    for link in passage.links[:_DOORS]:
        names = {match.topic for match in case.matcher.match(link.label, link_kind(link)).matches}
        ours = candidate.topic in names or not names
        reasons.append(shut(link.url, link.label, case.desk) if ours else None)
    return reasons[0] if reasons and None not in reasons else None


def behind_shelf(passage: Passage, candidate: Candidate, requirement: Requirement, case: Case) -> Outcome | None:
    """What the pages come to that such a row leads to; None where one of them is named so, and is judged itself.

    What is named after another thing is no matter of ours; behind a name that tells nothing its papers are read.
    """
    found: list[Outcome] = []
    for link in passage.links[:_DOORS]:
        target = case.look_up(link.url)
        if target is None or not isinstance(target.content, Page):
            return None
        if obstacle(target, link.url, link.label, case.desk) is not None:
            return None
        named = {match.topic for match in case.matcher.match(link.label, link_kind(link)).matches}
        if candidate.topic in named:
            return None
        if named:
            continue
        behind = page_passage(target, target.content, case.survey.frame)
        papers = papers_in(behind, candidate, requirement, case)
        if not papers and not asks_paper(candidate.topic, case):
            return None
        found += papers or [_in_words(behind, link, candidate, requirement, case)]
    return best([*found, bare_shelf(passage, candidate)])


def _in_words(behind: Passage, link: Link, candidate: Candidate, requirement: Requirement, case: Case) -> Outcome:
    """A page on the shelf as the paper itself, which its own label does not call it."""
    outside = replace(candidate, section=None)
    reading = Reading(requirement=requirement, candidate=outside, passage=behind, label=link.label, named=False)
    return read(reading, case)


def bare_shelf(passage: Passage, candidate: Candidate) -> Outcome:
    """Nothing but links under a name: what stands there is judged by what it is called itself."""
    reason = because(ReasonCode.NOT_THE_THING, label=candidate.label, head=shorten(passage.text, 80))
    return outcome_of(reason, confidence=0.6)
