"""Single notices of one kind that stand among other news, taken together as the list that is asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.assess import freshness
from auditor.assess.availability import obstacle
from auditor.assess.bodies import body_of
from auditor.assess.candidates import Place
from auditor.assess.case import evidence_from
from auditor.assess.detectors.listings import day_in_list, day_of, stated_month
from auditor.assess.outcome import Outcome, because
from auditor.assess.passages import passage_of
from auditor.assess.posts import begins_with_agency
from auditor.assess.quoting import shorten
from auditor.findings import EvidenceKind, ReasonCode, Rung

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from auditor.assess.candidates import Candidate
    from auditor.assess.case import Case
    from auditor.assess.passages import Passage
    from auditor.facts import Block, Resource
    from auditor.rules import Requirement


_SHORT = 220
_IN_PICTURES = frozenset({"activities"})
"""Topics of which a single post without a picture is none: news that merely tells of a meeting is no photo news."""

_OF_ONES_OWN = frozenset({"jobs", "procurement-notice", "procurement-result"})
"""Topics of which a notice that begins with another agency's name is that agency's, passed on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One post or file whose own label names the topic."""

    candidate: Candidate
    resource: Resource
    day: date | None


def gathered(candidates: tuple[Candidate, ...], requirement: Requirement, case: Case) -> Iterator[Outcome]:
    """The list that the notices make together, if there are enough of them."""
    posts = tuple(post for topic in requirement.topics for post in case.survey.posts.get(topic, ()))
    notices = [
        notice for notice in _notices((*candidates, *posts), case) if notice.day is None or notice.day <= case.as_of
    ]
    wanted = max((condition.at_least for condition in requirement.content), default=1)
    if not notices or len(notices) < wanted:
        return
    newest = max((notice.day for notice in notices if notice.day), default=None)
    shown = next((notice for notice in notices if notice.day == newest), notices[0])
    time = freshness.of_list(requirement.freshness, newest, case.as_of)
    found = because(
        ReasonCode.FOUND_LISTING,
        title=shorten(shown.candidate.label, 120),
        entries=len(notices),
        newest=newest.isoformat() if newest else "",
    )
    match = shown.candidate.match
    passage = passage_of(shown.resource, case.survey.frame)
    yield Outcome(
        status=time.status,
        reasons=(found,) if time.reason is None else (time.reason, found),
        confidence=0.8,
        evidence=(evidence_from(passage, shorten(shown.candidate.label), match.phrase, match.score),),
        passages=(passage,),
        dated=time.dated,
    )


def _notices(candidates: tuple[Candidate, ...], case: Case) -> Iterator[Notice]:
    """Living links in the content that name the topic surely, one a target."""
    seen: set[str] = set()
    for candidate in candidates:
        if not _is_surely_one(candidate) or candidate.dead or candidate.key in seen or is_passed_on(candidate, case):
            continue
        seen.add(candidate.key)
        resource = case.snapshot.get(candidate.key)
        if resource is not None and obstacle(resource, candidate.url, candidate.label, case.desk) is None:
            if _says_none(resource, case) or (candidate.topic in _IN_PICTURES and not _shows(resource, case)):
                continue
            day = stated_month(candidate.label) or day_of(resource, case.desk) or _listed_day(candidate, case)
            yield Notice(candidate=candidate, resource=resource, day=day)


def _is_surely_one(candidate: Candidate) -> bool:
    """Is it a link in the content, whether or not the post's own title is the better name of it?"""
    titled = candidate.place is Place.TITLE and candidate.listed and candidate.match.rung is Rung.CONTAINED
    return titled or (candidate.match.rung is not Rung.FUZZY and candidate.place in {Place.MAIN, Place.ASIDE})


def is_passed_on(candidate: Candidate, case: Case) -> bool:
    """Does the title say that another agency or body seeks somebody or buys something?"""
    return is_anothers(candidate.label, candidate.topic, case)


def is_anothers(title: str, topic: str, case: Case) -> bool:
    """Does the title of a notice on what each agency seeks or buys for itself begin with another's name than ours?"""
    if topic not in _OF_ONES_OWN:
        return False
    body = body_of(title, case)
    agency = begins_with_agency(title) and not case.desk.own.owns_line(title)
    return agency or (body is not None and body.beside)


def without_anothers(passage: Passage, topic: str, case: Case) -> tuple[Passage, str]:
    """The list without the notices of other agencies and bodies, be they units of ours, and the first title of those.

    What a unit of ours seeks we may well seek for it: where nothing else is listed, a person must tell.
    """
    if topic not in _OF_ONES_OWN:
        return passage, ""
    lines = dict(zip(passage.numbers, passage.blocks, strict=False))
    told = {number: title for number, line in lines.items() if (title := _told_for_another(line, topic, case))}
    for link in passage.links:
        title = next((each for each in (link.label, link.heading) if _is_of_another(each, topic, case)), "")
        if title:
            told.setdefault(link.block, title)
    urls = {link.url for link in passage.links if link.block in told and link.url}
    gone = told.keys() | {link.block for link in passage.links if link.url in urls}
    kept = [(number, line) for number, line in lines.items() if number not in gone]
    left = replace(
        passage,
        links=tuple(link for link in passage.links if link.block not in gone),
        numbers=tuple(number for number, _ in kept),
        blocks=tuple(line for _, line in kept),
    )
    return (left, told[min(told)]) if told else (passage, "")


def _told_for_another(line: Block, topic: str, case: Case) -> str:
    return next((each for each in (line.text, *line.cells) if _is_of_another(each, topic, case)), "")


def _is_of_another(title: str, topic: str, case: Case) -> bool:
    return case.desk.own.known and is_anothers(title, topic, case)


def _shows(resource: Resource, case: Case) -> bool:
    """Does the post show anything: a picture, a film, a frame of another site's album?"""
    passage = passage_of(resource, case.survey.frame)
    return (
        bool(passage.images) or any(link.embedded for link in passage.links) or passage.kind is EvidenceKind.DOCUMENT
    )


def _says_none(resource: Resource, case: Case) -> bool:
    """Does the target say no more than that there is nothing yet?"""
    passage = passage_of(resource, case.survey.frame)
    words = passage.text
    lexicon = case.desk.lexicon
    return passage.letters < _SHORT and (
        lexicon.holds("no-data", words) or lexicon.holds("under-construction", words)
    )


def _listed_day(candidate: Candidate, case: Case) -> date | None:
    """The day that the list with the notice gives it."""
    found_on = case.snapshot.get(candidate.found_on)
    return None if found_on is None else day_in_list(passage_of(found_on, case.survey.frame), candidate.key)
