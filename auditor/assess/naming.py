"""A passage on trial, and what it is called: by its label, by its title, by its own first lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.assess.candidates import Place
from auditor.assess.lexicon import folded
from auditor.assess.passages import posters
from auditor.assess.quoting import shorten
from auditor.facts import Document
from auditor.findings import EvidenceKind, Rung
from auditor.rules import Genre, LabelKind
from auditor.thai.text import normalise

if TYPE_CHECKING:
    from auditor.assess.candidates import Candidate
    from auditor.assess.case import Case
    from auditor.assess.passages import Passage
    from auditor.rules import Requirement

PAPERS = frozenset({Genre.PLAN, Genre.REPORT, Genre.AGREEMENT, Genre.ORDER, Genre.ANNOUNCEMENT, Genre.MANUAL,
                    Genre.REQUEST_FORM})  # fmt: skip
"""Kinds of paper: a page that only lists such papers does not hold one."""
_HEAD_LINES = 4
_LONGEST_HEAD = 160
_ONE_WORD = 8  # letters that may stand before a name: «list of former heads»
_MOSTLY = 0.6  # of the line
_SIGNS = re.compile(r"[/,&+]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A passage on trial: for which requirement, named how, by which candidate."""

    requirement: Requirement
    candidate: Candidate
    passage: Passage
    label: str  # what names the passage: the candidate's label, or that of the document's own link
    named: bool = True  # does that label name the topic? A link such as "download" does not

    @property
    def labels(self) -> tuple[str, ...]:
        """What names it from outside, nearest first."""
        return tuple(dict.fromkeys((self.label, self.candidate.label, self.candidate.heading)))


def only_touched(reading: Reading) -> bool:
    """Is it one of several things that the first lines of a paper name, all of whose pages can be read?"""
    paper = reading.passage.resource.content
    whole = isinstance(paper, Document) and paper.text_pages == len(paper.text) and not paper.truncated
    return whole and reading.candidate.place is Place.PAPER and reading.candidate.named > 1


def is_joint(reading: Reading, case: Case) -> bool:
    """Does its label name other things beside the topic: mission and duties, executives and CIO?"""
    candidate = reading.candidate
    if candidate.named > 1:
        return True
    parts = _SIGNS.split(normalise(candidate.label))
    for joint in case.desk.lexicon.words("joining-words"):
        parts = [piece for part in parts for piece in part.split(joint)]
    named = [
        {match.topic for match in case.matcher.match(part, LabelKind.HEADING).matches if match.rung is Rung.EXACT}
        for part in (parts if len(parts) > 1 else ())
    ]
    return any(topics and topics - {candidate.topic} for topics in named)


def named_alike(reading: Reading, case: Case) -> bool:
    """Does its exact name mean another topic as well, and is it a page without pictures: that other thing, then?"""
    candidate = reading.candidate
    if reading.passage.kind is not EvidenceKind.PAGE or candidate.match.rung is not Rung.EXACT:
        return False
    also = {
        match.topic
        for match in case.matcher.match(candidate.label, LabelKind.HEADING).matches
        if match.rung is Rung.EXACT and folded(match.phrase) == folded(candidate.match.phrase)
    }
    return bool(also - {candidate.topic}) and not posters(reading.passage)


def asks_paper(topic_id: str, case: Case) -> bool:
    """Is the topic a paper, such as a manual? A page that calls itself by another name is not that one."""
    topic = case.topic(topic_id)
    return topic is not None and bool(set(topic.genres) & PAPERS) and Genre.NEWS not in topic.genres


def is_label(line: str, reading: Reading, case: Case) -> bool:
    """Does a line begin with the name of the paper of a year that is asked for, and is it no longer than such a name?

    What it says of a manual may be the steps themselves.
    """
    if (
        len(line) > _LONGEST_HEAD
        or reading.requirement.freshness is None
        or not asks_paper(reading.candidate.topic, case)
    ):
        return False
    found = case.matcher.match(line, LabelKind.HEADING)
    return any(
        match.topic == reading.candidate.topic and match.rung is not Rung.FUZZY and _begins(line, match.phrase)
        for match in found.matches
    )


def head(reading: Reading) -> str:
    """How the passage begins, to show it."""
    return shorten("\n".join(block.text for block in reading.passage.body), 80)


def barred_in_head(reading: Reading, case: Case) -> bool:
    """Do the first lines name what never is this topic: the nation's strategy, a program's manual?"""
    for place, line in enumerate(head_lines(reading)):
        found = case.matcher.match(line[:_LONGEST_HEAD], LabelKind.HEADING)
        decoy = place == 0 and found.decoy and reading.passage.kind is EvidenceKind.DOCUMENT
        if decoy or found.never(case.topic(reading.candidate.topic)):
            return True
    return False


def begins_otherwise(reading: Reading, case: Case) -> bool:
    """Is the title ours, but the first line below it the name of what never is: «Strategy», then the nation's?"""
    for line in head_lines(reading)[:1]:
        found = case.matcher.match(line[:_LONGEST_HEAD], LabelKind.HEADING)
        topic = case.topic(reading.candidate.topic)
        others = list(found.never(topic))
        if reading.candidate.named > 1:  # nor what is never one of the other things that a joint label names
            others += [near.phrase for near in found.near]
        return not found.names(topic) and any(_begins(line, phrase) for phrase in others)
    return False


def head_lines(reading: Reading) -> list[str]:
    """The first lines that say something."""
    lines = [line for block in reading.passage.body for line in block.text.splitlines() if _says_something(line)]
    return lines[:_HEAD_LINES]


def _says_something(line: str) -> bool:
    """Is it more than a number or a sign?"""
    return any(sign.isalpha() for sign in line)


def _begins(line: str, phrase: str) -> bool:
    """Does the line begin with the phrase, signs and numbers aside, or is it the phrase with a word before it?"""
    words, name = folded(line).lstrip("0123456789 "), folded(phrase)
    at = words.find(name)
    return at == 0 or (0 < at <= _ONE_WORD and len(name) >= _MOSTLY * len(words))


def named_in_head(reading: Reading, case: Case) -> set[str]:
    """The topics that the passage's own first lines name; fuzzy likeness names nothing."""
    passage = reading.passage
    lines = [line for line in passage.text.splitlines() if line.strip()][:_HEAD_LINES]
    heads = [passage.title] if passage.kind is EvidenceKind.PAGE else lines
    return {
        match.topic
        for line in heads
        if line
        for match in case.matcher.match(line, LabelKind.HEADING).matches
        if match.rung is not Rung.FUZZY
    }


def never_speaks_of_it(reading: Reading, case: Case) -> bool:
    """Does a label promise what the whole page that it leads to never names: policy and strategy, and no strategy?"""
    candidate, passage = reading.candidate, reading.passage
    if candidate.section is not None or passage.section or posters(passage):
        return False
    topic, words = case.topic(candidate.topic), folded(f"{passage.title}\n{passage.text}")
    names = (candidate.match.phrase, *topic.any, *topic.exact) if topic else (candidate.match.phrase,)
    return not any(folded(name) in words for name in names)
