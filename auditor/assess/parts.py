"""A part of the agency (กลุ่มงาน, ฝ่าย) has a history, a vision, a plan of its own: none of them is the agency's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.assess.naming import head_lines
from auditor.assess.outcome import Outcome, because, outcome_of, perhaps_theirs
from auditor.facts import Page
from auditor.findings import EvidenceKind, ReasonCode
from auditor.rules import Genre
from auditor.thai.fiscal import without_years
from auditor.thai.text import find_folded

if TYPE_CHECKING:
    from auditor.assess.case import Case
    from auditor.assess.lexicon import Lexicon
    from auditor.assess.naming import Reading
    from auditor.facts import Resource

_PAPERS = frozenset({Genre.PLAN, Genre.REPORT, Genre.AGREEMENT})
"""Papers that each part may have of its own; a manual is of the agency's work, whichever part does it."""
_BETWEEN = 3  # letters between the name of a thing and that of the part whose it is: «ของ»
_SIGNS = frozenset("([-/|")
"""Behind these stands who prepared a paper, rather than whose it is."""


def of_a_part(reading: Reading, case: Case) -> Outcome | None:
    """What bars the text or paper of a part from standing for the agency's; None where no part is named."""
    topic = case.topic(reading.candidate.topic)
    if reading.candidate.topic in case.prose:
        return _text(reading, case)
    if topic is None or not _PAPERS & set(topic.genres) or Genre.NEWS in topic.genres:
        return None
    heads = head_lines(reading)
    named = (
        _part_in(name, reading.candidate.match.phrase, case.desk.lexicon, closely=True)
        for name in (*reading.labels, *heads)
    )
    part = next(filter(None, named), "") or _issued_by(reading, heads, case)
    return perhaps_theirs(part) if part else None


def _issued_by(reading: Reading, heads: list[str], case: Case) -> str:
    """The part whose name stands under the title of a paper that begins without the agency's; "" for any other."""
    if reading.passage.kind is not EvidenceKind.DOCUMENT or any(map(case.desk.own.is_named_in, heads)):
        return ""
    return next((line for line in heads if case.desk.lexicon.starts("part-words", line)), "")


def titled_for_part(resource: Resource, case: Case) -> str:
    """The page's own title where it begins with the name of a part; "" for any other page, and for documents."""
    page = resource.content
    title = case.survey.frame.own_title(page.title) if isinstance(page, Page) else ""
    return title if case.desk.lexicon.starts("part-words", title) else ""


def _text(reading: Reading, case: Case) -> Outcome | None:
    """By the label and by the page's title: both together leave no doubt."""
    names = (reading.candidate.label, reading.passage.title)
    title = titled_for_part(reading.passage.resource, case)
    phrase, lexicon = reading.candidate.match.phrase, case.desk.lexicon
    part = next(filter(None, (_part_in(name, phrase, lexicon, closely=False) for name in names)), "")
    if title and part:
        return outcome_of(because(ReasonCode.OTHER_AGENCY, name=title), confidence=0.8)
    if part or (title and not any(map(case.desk.own.is_named_in, names))):
        return perhaps_theirs(part or title)
    return None


def _part_in(label: str, phrase: str, lexicon: Lexicon, *, closely: bool) -> str:
    """The word for a part behind `phrase` in a label: anywhere, or with hardly a letter between; "" if none is."""
    place = find_folded(label, phrase) if phrase else None
    behind = label[place[1] :] if place else ""
    for word in lexicon.found("part-words", behind):
        at = find_folded(behind, word)
        between = without_years(behind[: at[0]]) if at else ""
        if at and (not closely or (len(between) <= _BETWEEN and _SIGNS.isdisjoint(between))):
            return word
    return ""
