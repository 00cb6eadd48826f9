"""Documents named by their own first lines: in many ITA trees a link says no more than "file 1" or a number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.candidates import Candidate, Place, names_in
from auditor.assess.genre import genre_of
from auditor.assess.lexicon import folded
from auditor.findings import Rung
from auditor.rules import Genre, LabelKind
from auditor.thai.fiscal import fiscal_years_in
from auditor.thai.persons import find_persons
from auditor.topics import TopicMatch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.lexicon import Lexicon
    from auditor.facts import Document, Resource
    from auditor.topics import TopicMatcher

_PAGES = 4  # a memo and a form may lie before the thing itself
_LINES = 3
_LONGEST = 160
REQUEST_FORM = "request-form"


def own_titles(
    resource: Resource, document: Document, matcher: TopicMatcher, lexicon: Lexicon
) -> Iterator[Candidate]:
    """What the first lines of a document's papers name; a memo names only what it sends along.

    Of a scan, what a machine read in them: the candidate leads to a review at best, since the scan has no text.
    """
    for page in document.text[:_PAGES]:
        genre = genre_of(page, lexicon)
        if genre is Genre.REQUEST_FORM:
            yield _candidate(resource, page.strip().splitlines()[0], _form_match(page, lexicon), 1)
        if genre not in {Genre.MEMO, Genre.REQUEST_FORM}:
            yield from _titled(resource, page, matcher, lexicon)
    if any(page.strip() for page in document.text) and not document.garbled:
        return
    for page in document.ocr[:_PAGES]:
        # No year comes from them, nor is a form taken for one that is filled in.
        if genre_of(page, lexicon) not in {Genre.MEMO, Genre.REQUEST_FORM}:
            yield from (replace(found, years=()) for found in _titled(resource, page, matcher, lexicon))


def _titled(resource: Resource, page: str, matcher: TopicMatcher, lexicon: Lexicon) -> Iterator[Candidate]:
    lines = [line.strip() for line in page.splitlines() if line.strip()][:_LINES]
    # "Operating manual" in one line, "on complaints" in the next: what both say together may be another thing.
    together = matcher.match(" ".join(lines)[:_LONGEST], LabelKind.HEADING)
    barred = {veto.topic for veto in together.vetoed}
    told: set[str] = set()
    for line in lines:
        if lexicon.starts("preamble-words", line):
            break
        if find_persons(line):
            continue  # who signs it, or whose card it is
        found = matcher.match(line[:_LONGEST], LabelKind.HEADING)
        surely = [match for match in found.matches if match.rung is not Rung.FUZZY and match.topic not in barred]
        for match in surely:
            # Below a line that names another thing it may be but a part of that: the head's box in a chart.
            below = bool(told - {match.topic})
            yield _candidate(resource, line[:_LONGEST], match, names_in(found) + below)
        told.update(match.topic for match in surely)
        # What the title says it never is, its parts are not: «The nation's strategy», then «Strategy 1».
        barred |= {veto.topic for veto in found.vetoed}
        barred |= {near.topic for near in found.near if folded(line).startswith(folded(near.phrase))}


def _form_match(page: str, lexicon: Lexicon) -> TopicMatch:
    words = next(iter(lexicon.found("request-form-marks", page)), "")
    return TopicMatch(topic=REQUEST_FORM, score=1.0, rung=Rung.EXACT, phrase=words)


def _candidate(resource: Resource, line: str, match: TopicMatch, named: int) -> Candidate:
    return Candidate(
        topic=match.topic,
        key=resource.key,
        url=resource.url,
        found_on=resource.key,
        label=line,
        match=match,
        place=Place.PAPER,
        years=fiscal_years_in(line),
        named=named,
    )
