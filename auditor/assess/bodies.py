"""Bodies beside an agency that bear its name (the hospital's foundation, its college, its staff's club).

Their reports, their history, their courses and vacancies are none of the agency's, though its name stands in theirs.
A body in its own right is told from one that may be the agency's own: of the latter a person decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.assess.naming import head_lines
from auditor.assess.outcome import Outcome, perhaps_theirs, theirs
from auditor.assess.quoting import shorten
from auditor.rules import Genre, LabelKind
from auditor.thai.fiscal import without_years
from auditor.thai.text import find_folded, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.case import Case
    from auditor.assess.naming import Reading

_BESIDE, _WITHIN = "bodies-beside", "bodies-within"
_PAPERS = frozenset({Genre.PLAN, Genre.REPORT, Genre.AGREEMENT, Genre.ORDER, Genre.ANNOUNCEMENT, Genre.MANUAL})
_FOR_OUR_STAFF = frozenset({"training"})
"""Topics of news of which another body's, held for its own people, is none."""
_LONGEST_NAME = 90
_SHOWN = 80
_BETWEEN = 3  # letters between the name of a thing and that of the body whose it is
_NUMBERING = re.compile(r"^[\W\d_]+")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body that a line names, and whether it is one in its own right rather than one that may be ours."""

    name: str
    beside: bool


def body_of(line: str, case: Case) -> Body | None:
    """The body whose name the line begins with, behind the word for a paper perhaps; None if it names us."""
    lexicon = case.desk.lexicon
    words = _NUMBERING.sub("", normalise(line))
    issued = [word for word in map(normalise, lexicon.words("issuing-words")) if words.startswith(word)]
    told = words.removeprefix(max(issued, key=len, default="")).lstrip()
    for start in dict.fromkeys((words, told)):
        for beside, kinds in ((True, _BESIDE), (False, _WITHIN)):
            if _begins_with_one(start, kinds, case) and not case.desk.own.is_named_in(start):
                return Body(name=shorten(start, _SHOWN), beside=beside)
    return None


def _begins_with_one(words: str, kinds: str, case: Case) -> bool:
    own = case.desk.own
    return any(words.startswith(kind) and not own.bears(kind) for kind in _kinds(kinds, case))


def _kinds(kinds: str, case: Case) -> tuple[str, ...]:
    return tuple(map(normalise, case.desk.lexicon.words(kinds)))


def of_another_body(reading: Reading, genre: Genre, case: Case) -> Outcome | None:
    """A text, paper or course of a body beside ours: told by its label, by its first lines, or by both."""
    topic = case.topic(reading.candidate.topic)
    if genre is Genre.LAW or topic is None or not case.desk.own.known:
        return None
    if reading.candidate.topic in _FOR_OUR_STAFF:
        return _course(reading, case)
    if reading.candidate.topic in case.prose:
        return _text(reading, case)
    if Genre.NEWS in topic.genres or not _PAPERS & set(topic.genres):
        return None
    return _paper(reading, case)


def _paper(reading: Reading, case: Case) -> Outcome | None:
    """Both label and first lines leave no doubt; one of them may speak of who helped to make it."""
    labelled = next(filter(None, (_in_label(label, reading, case) for label in _labels(reading))), None)
    heads = head_lines(reading)
    ours = any(map(case.desk.own.is_named_in, heads))
    named = (body for line in heads if len(line) <= _LONGEST_NAME and (body := _in_head(line, reading, case)))
    headed = None if ours else next(named, None)
    if labelled and headed and labelled.beside and headed.beside:
        return theirs(headed.name)
    told = headed or labelled
    return perhaps_theirs(told.name) if told else None


def _labels(reading: Reading) -> Iterator[str]:
    """What the paper is called from outside: by its label, and by the link that led to it."""
    yield from reading.labels
    if reading.passage.resource.trail:
        yield reading.passage.resource.trail[-1].label


def _in_head(line: str, reading: Reading, case: Case) -> Body | None:
    return body_of(line, case) or _behind_name(line, reading, case)


def _in_label(label: str, reading: Reading, case: Case) -> Body | None:
    """At the label's beginning, right behind the name of the thing, or in brackets."""
    if not label or case.desk.own.is_named_in(label):
        return None
    bracketed = (body_of(words, case) for words in _BRACKETS.findall(label))
    return body_of(label, case) or _behind_name(label, reading, case) or next(filter(None, bracketed), None)


def _behind_name(label: str, reading: Reading, case: Case) -> Body | None:
    """«Annual report 2568 of the foundation»: the body right behind the name of the thing, a year aside."""
    if case.desk.own.is_named_in(label):
        return None
    topic, found = reading.candidate.topic, case.matcher.match(label[:160], LabelKind.HEADING)
    phrases = (reading.candidate.match.phrase, *(each.phrase for each in found.matches if each.topic == topic))
    for phrase in phrases:
        place = find_folded(label, phrase) if phrase else None
        behind = normalise(label[place[1] :]) if place else ""
        for beside, kinds in ((True, _BESIDE), (False, _WITHIN)):
            for kind in _kinds(kinds, case):
                at = behind.find(kind)
                if at >= 0 and not case.desk.own.bears(kind) and _is_close(behind[:at], case):
                    return Body(name=shorten(behind[at:], _SHOWN), beside=beside)
    return None


def _is_close(between: str, case: Case) -> bool:
    """Is there nothing between but a year, signs, and what joins a thing to whose it is?"""
    between = without_years(between)
    for word in map(normalise, case.desk.lexicon.words("belonging-words")):
        between = between.replace(word, "")
    return sum(sign.isalpha() for sign in between) <= _BETWEEN


def _text(reading: Reading, case: Case) -> Outcome | None:
    """A text that begins with the body's name and tells of us nowhere: the foundation's history under our heading."""
    first = next((block.text for block in reading.passage.body), "")
    body = body_of(first, case)
    told = body is not None and case.desk.own.is_told_of(reading.passage.text)
    return perhaps_theirs(body.name) if body and not told else None


def _course(reading: Reading, case: Case) -> Outcome | None:
    """Training that another held, where nothing tells that ours took part."""
    names = tuple(filter(None, (reading.candidate.label, reading.passage.title)))
    if any(map(case.desk.own.is_named_in, names)):
        return None
    ours = case.desk.own.is_named_in(reading.passage.text)
    body = next((found for name in names if (found := body_of(name, case))), None)
    if body is None:
        return None
    if body.beside and not ours:
        return theirs(body.name)
    return perhaps_theirs(body.name)
