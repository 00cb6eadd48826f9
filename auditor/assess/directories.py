"""A directory of the staff (บุคลากร) that begins with who leads the agency: its name alone promises no executive."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from auditor.assess.candidates import Candidate, Place
from auditor.assess.lexicon import folded
from auditor.assess.passages import page_title
from auditor.facts import Region
from auditor.rules import LabelKind
from auditor.thai.persons import find_persons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.boilerplate import Boilerplate
    from auditor.assess.detectors.hits import Desk
    from auditor.facts import Page, Resource
    from auditor.topics import TopicMatch, TopicMatcher

_EXECUTIVES = "executives"


def staff_pages(
    resource: Resource, page: Page, matcher: TopicMatcher, desk: Desk, frame: Boilerplate
) -> Iterator[Candidate]:
    """The page as a directory of executives, where it is called one of the staff and names the head with the post."""
    title = page_title(page, frame)
    if not desk.lexicon.starts("staff-page-words", title):
        return
    match = next((match for post in _posts(page, frame) if (match := _of_head(post, matcher, desk))), None)
    if match is not None:
        yield Candidate(
            topic=match.topic,
            key=resource.key,
            url=resource.url,
            found_on=resource.key,
            label=title,
            match=match,
            place=Place.TITLE,
            years=(),
        )


def _posts(page: Page, frame: Boilerplate) -> Iterator[str]:
    """What stands behind a person's name, in its line or in the next."""
    lines = [
        line.strip()
        for block in page.blocks
        if block.region is Region.MAIN and not block.hidden and not frame.is_frame(block)
        for line in (block.cells or (block.text,))
        for line in line.splitlines()
        if line.strip()
    ]
    for line, below in pairwise([*lines, ""]):
        named = find_persons(line)
        if len(named) == 1 and named[0].start == 0:
            yield line[named[0].end :].strip() or below


def _of_head(post: str, matcher: TopicMatcher, desk: Desk) -> TopicMatch | None:
    """Is it the post of who leads the agency, rather than a part of it or another one?"""
    if not post or desk.lexicon.holds("part-words", post) or not desk.own.owns_line(post):
        return None
    named = (match for match in matcher.match(post, LabelKind.HEADING).matches if match.topic == _EXECUTIVES)
    return next((match for match in named if folded(post).startswith(folded(match.phrase))), None)
