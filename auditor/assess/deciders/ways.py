"""Ways from a page to a file. What a page is worth that only introduces a file, the file behind it tells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.availability import obstacle, shut
from auditor.assess.candidates import is_document, link_kind
from auditor.assess.lexicon import folded
from auditor.assess.passages import is_byline, letters_of
from auditor.facts import LabelSource, Page, Region
from auditor.findings import ReasonCode
from auditor.rules import LabelKind
from auditor.thai.sizes import find_sizes

if TYPE_CHECKING:
    from auditor.assess.candidates import Candidate
    from auditor.assess.case import Case
    from auditor.assess.passages import Passage
    from auditor.facts import Link

_SHORTEST_NAME = 8  # letters
_LONGEST_PARTICULARS = 120
_CLOSED = frozenset({ReasonCode.NEEDS_LOGIN, ReasonCode.ON_SHARED_DRIVE})


def paper_links(passage: Passage, candidate: Candidate, case: Case) -> list[Link]:
    """Links of the passage to documents, one a target, but those whose label names another topic alone.

    Of several to one target it is one that names the topic: not the viewer that shows the file beside its name.
    """
    chosen: dict[str, Link] = {}
    naming: set[str] = set()
    for link in passage.links:
        if not link.url.startswith("http") or link.url in naming:
            continue
        named = case.matcher.match(called(link, case), link_kind(link))
        topics = {match.topic for match in named.matches}
        barred = candidate.topic in topics and shut(link.url, link.label, case.desk) is not None
        if not (barred or is_document(case.look_up(link.url), link) or _is_closed(link, topics, passage, case)):
            continue
        if candidate.topic in topics:
            naming.add(link.url)
            chosen[link.url] = link
        elif link.url not in chosen and not (topics or named.never(case.topic(candidate.topic))):
            chosen[link.url] = link
    return list(chosen.values())


def called(link: Link, case: Case) -> str:
    """What a link is called: not by the particulars beside it, such as whose the file is."""
    return link.text if is_byline(link.label, case.desk.lexicon) else link.label


def _is_closed(link: Link, topics: set[str], passage: Passage, case: Case) -> bool:
    """Is it the way to a file behind a log-in or on another host: by its name, or because it offers one?"""
    if link.region is not Region.MAIN or not (topics or _offers(link, passage, case)):
        return False
    reason = obstacle(case.look_up(link.url), link.url, link.label, case.desk)
    return reason is not None and reason.code in _CLOSED


def _offers(link: Link, passage: Passage, case: Case) -> bool:
    """Does a label without a name say that something can be opened, in a line that names nothing else?"""
    page = passage.resource.content
    if not case.desk.lexicon.holds("offer-words", called(link, case)) or not isinstance(page, Page):
        return False
    line = page.blocks[link.block].text if link.block < len(page.blocks) else ""
    return not case.matcher.match(line, LabelKind.HEADING).matches


def without_links(passage: Passage) -> Passage:
    """The passage without the lines in which links stand, or that name one: a list of papers is no paper."""
    linked = {link.block for link in passage.links}
    labels = [folded(link.label) for link in passage.links if link.source is not LabelSource.CONTEXT]
    kept = [
        (number, block)
        for number, block in zip(passage.numbers, passage.blocks, strict=True)
        if number not in linked and not _is_caption(block.text, labels)
    ]
    return replace(passage, blocks=tuple(block for _, block in kept), numbers=tuple(number for number, _ in kept))


def _is_caption(line: str, labels: list[str]) -> bool:
    """Is the line a name that a link's own label holds: what stands above a button, and is read out with it?"""
    words = folded(line)
    return len(words) >= _SHORTEST_NAME and any(words in label for label in labels)


def own_letters(passage: Passage, case: Case) -> int:
    """Letters in which a page says something itself: not the particulars of a file, such as its size and day."""
    return letters_of(block.text for block in passage.body if not _is_particulars(block.text, case))


def _is_particulars(line: str, case: Case) -> bool:
    """Does a line tell size, type and day of a file, and nothing else?"""
    return is_byline(line, case.desk.lexicon) or (len(line) <= _LONGEST_PARTICULARS and bool(find_sizes(line)))
