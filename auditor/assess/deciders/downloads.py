"""Files that a page offers to take home: which of them are the paper that is asked for, by their own words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.availability import obstacle
from auditor.assess.titles import own_titles
from auditor.facts import Document
from auditor.findings import ReasonCode

if TYPE_CHECKING:
    from auditor.assess.case import Case
    from auditor.assess.passages import Passage
    from auditor.facts import Link
    from auditor.findings import Reason

_UNREAD = frozenset({ReasonCode.NO_TEXT, ReasonCode.GARBLED_TEXT, ReasonCode.ENCRYPTED, ReasonCode.UNSUPPORTED})


def without_other_papers(passage: Passage, topics: tuple[str, ...], case: Case) -> Passage:
    """The passage without links to files whose first lines name other things than these topics."""
    return replace(passage, links=tuple(link for link in passage.links if not _is_other(link, topics, case)))


def unread(passage: Passage, case: Case) -> Reason | None:
    """Why none of the passage's files can be read; None if one can, or there is none."""
    files = [link for link in passage.links if _document(link, case) is not None]
    reasons = [obstacle(case.look_up(link.url), link.url, link.label, case.desk) for link in files]
    closed = [reason for reason in reasons if reason is not None and reason.code in _UNREAD]
    return closed[0] if closed and len(closed) == len(reasons) else None


def _is_other(link: Link, topics: tuple[str, ...], case: Case) -> bool:
    resource, document = case.look_up(link.url) if link.url.startswith("http") else None, _document(link, case)
    if resource is None or document is None:
        return False
    named = {title.topic for title in own_titles(resource, document, case.matcher, case.desk.lexicon)}
    return bool(named) and named.isdisjoint(topics)


def _document(link: Link, case: Case) -> Document | None:
    resource = case.look_up(link.url) if link.url.startswith("http") else None
    return resource.content if resource is not None and isinstance(resource.content, Document) else None
