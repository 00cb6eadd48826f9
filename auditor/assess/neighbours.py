"""A page of a unit or body beside ours inside our site: its text is its own, though our name stands above every page.

Where every page has the site's title, only the bar above the content and the way to the page tell whose it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.assess.bodies import body_of
from auditor.assess.passages import is_byline, page_passage
from auditor.assess.posts import begins_with_agency, is_agency, tells
from auditor.facts import Page

if TYPE_CHECKING:
    from auditor.assess.case import Case
    from auditor.facts import Resource

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Whose page it is, and whether that leaves no doubt."""

    name: str
    surely: bool


def neighbour_of(resource: Resource, case: Case) -> Neighbour | None:
    """The unit or body whose page it is: by its own title, or by its first line and the way that leads to it.

    The first line or the way alone tells so much only where the page names us nowhere.
    """
    page = resource.content
    if not isinstance(page, Page) or not case.desk.own.known:
        return None
    titled = _named(case.survey.frame.own_title(page.title), case)
    if titled is not None:
        return titled
    own = page_passage(resource, page, case.survey.frame)
    first = next((block.text for block in own.blocks if not is_byline(block.text, case.desk.lexicon)), "")
    barred = _named_like_title(first, case)
    way = next(filter(None, (_named_like_title(step.label, case) for step in resource.trail)), None)
    if barred is None or way is None:
        told = barred or way
        doubtful = told is not None and not case.desk.own.is_named_in(own.text)
        return Neighbour(name=told.name, surely=False) if told and doubtful else None
    return Neighbour(name=barred.name, surely=barred.surely and way.surely)


def _named(title: str, case: Case) -> Neighbour | None:
    """Who is named at the title's beginning, if it is not we."""
    begun = begins_with_agency(title)
    if (begun or is_agency(title, case.desk.lexicon)) and not case.desk.own.owns_line(title):
        return Neighbour(name=title, surely=begun)
    body = body_of(title, case)
    return Neighbour(name=title, surely=body.beside) if body else None


def _named_like_title(line: str, case: Case) -> Neighbour | None:
    """The same of a line: none that is longer than a name, nor one that tells news."""
    return _named(line, case) if len(line) <= _LONGEST_NAME and not tells(line, case) else None
