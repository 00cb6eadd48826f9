"""What is a news post: where it is listed, where it lies, and how its title speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from auditor.thai.agencies import find_agencies, is_local_authority, is_place
from auditor.thai.dates import Precision, find_dates
from auditor.thai.text import normalise

if TYPE_CHECKING:
    from auditor.assess.case import Case
    from auditor.assess.lexicon import Lexicon


_DATED_PATH = re.compile(r"/(?:19|20|25)\d\d/(?:0?[1-9]|1[0-2])/(?!.*\.[a-z]{2,4}$)")
"""Year and month, as content systems put them before the name of a post; files lie in such folders as well."""


def is_posted(key: str, case: Case) -> bool:
    """Does a list of news name this address, or does the address itself lie among the news?"""
    if key in case.survey.news_posts:
        return True
    path = unquote(urlsplit(key).path).lower()
    folders = path.strip("/").split("/")[:-1]
    return bool(_DATED_PATH.search(path)) or any(
        folder in case.desk.lexicon.words("news-folders") for folder in folders
    )


def is_dated(label: str) -> bool:
    """Does the label end with a day, as the entries of a list of news do?"""
    spans = list(find_dates(label))
    return bool(spans) and spans[-1].precision is Precision.DAY and spans[-1].end >= len(label.rstrip())


def tells(label: str, case: Case) -> bool:
    """Does a label speak as the titles of news do: somebody did, does or will do something?"""
    lexicon = case.desk.lexicon
    begun = any(lexicon.starts("news-verbs", words) for words in _after_agency(label))
    return begun or lexicon.holds("statement-words", label)


def asks(label: str, case: Case) -> bool:
    """Is the label a question, as on a web board?"""
    lexicon = case.desk.lexicon
    return lexicon.holds("question-words", label) or lexicon.starts("question-beginnings", label)


def begins_with_agency(label: str) -> bool:
    """Does the label begin with the name of an agency, as the titles of news do?"""
    name = next(find_agencies(label), None)
    return name is not None and normalise(label).startswith(name.raw)


def is_agency(line: str, lexicon: Lexicon) -> bool:
    """Is the line the name of an agency, by itself or behind the word for a paper of it, its place perhaps behind?"""
    name = next(find_agencies(line), None)
    if name is None:
        return False
    before, _, behind = normalise(line).partition(name.words)
    return is_place(behind) and (not before.strip() or lexicon.equals("issuing-words", before))


def is_of_health(line: str) -> bool:
    """Is the first agency that the line names one of health, rather than a local authority?"""
    name = next(find_agencies(line), None)
    return name is not None and not is_local_authority(name.unit_type)


def _after_agency(label: str) -> tuple[str, ...]:
    """The label, and what of it follows the agency that it begins with: news titles tell what somebody did."""
    name = next(find_agencies(label), None)
    return (label, normalise(label).removeprefix(name.raw)) if name else (label,)
