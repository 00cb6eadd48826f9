"""Whose a page or paper is: another agency's answers no requirement of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.assess.identity import Owner
from auditor.assess.naming import head_lines, is_label
from auditor.assess.neighbours import neighbour_of
from auditor.assess.outcome import Outcome, perhaps_theirs, theirs
from auditor.assess.passages import has_unread_pages
from auditor.assess.posts import begins_with_agency, is_agency, is_of_health
from auditor.findings import EvidenceKind
from auditor.rules import Genre

if TYPE_CHECKING:
    from auditor.assess.case import Case
    from auditor.assess.identity import Ownership
    from auditor.assess.naming import Reading


def of_another_agency(reading: Reading, genre: Genre, case: Case) -> Outcome | None:
    """Another agency's page or paper. A law is everyone's; a paper that only speaks of a parent needs a person."""
    if genre is Genre.LAW:
        return None
    neighbour = neighbour_of(reading.passage.resource, case) if reading.candidate.topic in case.prose else None
    if neighbour is not None:
        return theirs(neighbour.name) if neighbour.surely else perhaps_theirs(neighbour.name)
    ownership = case.desk.own.judge(reading.passage)
    if ownership.owner is Owner.OTHER and ownership.surely:
        return theirs(ownership.name)
    if ownership.owner is Owner.RELATED and (
        _is_called_theirs(reading, case) or _is_issued_by_another(reading, ownership, case)
    ):
        return theirs(ownership.name)
    document = reading.passage.kind is EvidenceKind.DOCUMENT
    if ownership.owner is Owner.OTHER or (
        ownership.owner is Owner.RELATED
        and (document or _tells_of_superior(reading, case) or _labelled_for_another(reading, case))
    ):
        return perhaps_theirs(ownership.name)
    return None


def _labelled_for_another(reading: Reading, case: Case) -> bool:
    """Does a line that names the paper, as a label does, say that it is another agency's?"""
    labels = (block.text for block in reading.passage.body if is_label(block.text, reading, case))
    return any(not case.desk.own.owns_line(label) for label in labels)


def _is_called_theirs(reading: Reading, case: Case) -> bool:
    """Does a label name another agency and not us: that of the paper itself, or that of the page that offers it?"""
    return not all(map(case.desk.own.owns_line, (reading.label, reading.candidate.label)))


def _is_issued_by_another(reading: Reading, ownership: Ownership, case: Case) -> bool:
    """Do the first lines of a paper that names us nowhere, all of whose pages are read, tell who issued it?

    A unit of ours may have written it for us; a local authority may be our own parent, or name but the place.
    """
    if reading.passage.kind is not EvidenceKind.DOCUMENT or has_unread_pages(reading.passage):
        return False
    own, lexicon = case.desk.own, case.desk.lexicon
    issuers = [line for line in head_lines(reading) if is_agency(line, lexicon)]
    return any(
        own.is_below(line) or (ownership.surely and own.is_not_above(line) and is_of_health(line)) for line in issuers
    )


def _tells_of_superior(reading: Reading, case: Case) -> bool:
    """Does a text that each agency has of its own begin with the name of one that stands above ours?"""
    if reading.candidate.topic not in case.prose:
        return False
    first = next((block.text for block in reading.passage.body), "")
    return begins_with_agency(first) and case.desk.own.is_below(first)
