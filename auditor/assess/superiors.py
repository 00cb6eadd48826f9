"""A heading that names the thing of a body above ours or beside it (วิสัยทัศน์กระทรวง): what stands under it is its."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.lexicon import folded
from auditor.assess.passages import is_byline, lead_of, letters_of, posters, row_label
from auditor.facts import BlockKind
from auditor.findings import EvidenceKind, Rung
from auditor.rules import LabelKind
from auditor.thai.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.case import Case
    from auditor.assess.passages import Passage
    from auditor.facts import Block

_SIGNS = re.compile(r"[\s(\[:/-]+$")


def names_superiors(name: str, case: Case) -> bool:
    """Does a heading name a thing and, right behind it, the body above ours or beside it whose it is?

    Not where it names us as well, nor where it is not known who we are.
    """
    own, words = case.desk.own, case.desk.lexicon.words
    if not own.known or own.is_named_in(name):
        return False
    line = normalise(name)
    beside = (*words("bodies-beside"), *words("bodies-within"))
    above = (*words("superior-words"), *(words("provincial-words") if own.is_local else ()))
    bodies = (*above, *(body for body in beside if not own.bears(normalise(body))))
    places = (line.find(normalise(body)) for body in bodies)
    return any(place > 0 and _ends_with_thing(line[:place], case) for place in places)


def _ends_with_thing(words: str, case: Case) -> bool:
    """Do the words end with the name of something that is asked for, but for what joins it to whose it is?"""
    before = _SIGNS.sub("", words)
    for joint in case.desk.lexicon.words("belonging-words"):
        before = _SIGNS.sub("", before.removesuffix(joint))
    found = case.matcher.match(before, LabelKind.HEADING) if before else None
    return found is not None and any(
        match.rung is not Rung.FUZZY and folded(before).endswith(folded(match.phrase)) for match in found.matches
    )


def superiors_heading(passage: Passage, case: Case) -> str:
    """The first heading of the passage that names the thing of a body above ours; "" if none does."""
    return next((lead for block in passage.blocks if names_superiors(lead := lead_of(block), case)), "")


def own_part(passage: Passage, topic: str, case: Case) -> Passage | None:
    """The passage without what stands under such headings; None where its own is one, or nothing else is left.

    What follows them is of the topic only from where a line names that, or us: the name of the page stands for what
    comes first.
    """
    if passage.kind is not EvidenceKind.PAGE:
        return passage
    gone = {place for start, end in _spans(passage, case) for place in range(start, end)}
    if not gone or (passage.section and 0 in gone):
        return None if gone else passage
    behind = range(min(gone), len(passage.blocks))
    named = (place for place in behind if place not in gone and _names(passage.blocks[place], topic, case))
    gone |= set(range(min(gone), next(named, len(passage.blocks))))
    numbers = {passage.numbers[place] for place in gone}
    kept = [place for place in range(len(passage.blocks)) if place not in gone]
    left = replace(
        passage,
        blocks=tuple(passage.blocks[place] for place in kept),
        numbers=tuple(passage.numbers[place] for place in kept),
        links=tuple(link for link in passage.links if link.block not in numbers),
        images=tuple(image for image in passage.images if image.block not in numbers),
    )
    told = letters_of(block.text for block in left.body if not is_byline(block.text, case.desk.lexicon))
    return left if told or posters(left) else None


def _names(block: Block, topic: str, case: Case) -> bool:
    lead = lead_of(block)
    named = case.matcher.match(lead, LabelKind.HEADING).matches if lead else ()
    return any(match.topic == topic for match in named) or case.desk.own.is_named_in(lead)


def _spans(passage: Passage, case: Case) -> Iterator[tuple[int, int]]:
    """From each such heading to where another begins; not where nothing stands under it: then it is no heading."""
    place = 0
    while place < len(passage.blocks):
        block = passage.blocks[place]
        if names_superiors(lead_of(block), case):
            end = _end(passage, place, case)
            if _holds_something(passage, place, end):
                yield place, end
            place = end
        else:
            place += 1


def _end(passage: Passage, start: int, case: Case) -> int:
    head = passage.blocks[start]
    if row_label(head):
        return start + 1
    for place in range(start + 1, len(passage.blocks)):
        if _ends_it(passage.blocks[place], head, case, titled=start == 0):
            return place
    return len(passage.blocks)


def _ends_it(block: Block, head: Block, case: Case, *, titled: bool) -> bool:
    """Does another thing begin with this line: a heading of the same height, or a line that names a thing or us?"""
    if block.kind is BlockKind.HEADING and (head.kind is not BlockKind.HEADING or block.level <= head.level):
        return True
    lead = lead_of(block)
    found = case.matcher.match(lead, LabelKind.HEADING) if lead else None
    if found is None or not any(match.rung is not Rung.FUZZY for match in (*found.matches, *found.near)):
        return False
    below = head.kind is BlockKind.HEADING and (titled or block.kind is BlockKind.HEADING)
    return not below or case.desk.own.is_named_in(lead)


def _holds_something(passage: Passage, start: int, end: int) -> bool:
    """Words or a picture under the heading, or words behind it in its own line."""
    block = passage.blocks[start]
    told = block.text.strip() != lead_of(block) or letters_of(each.text for each in passage.blocks[start + 1 : end])
    behind = passage.numbers[end] if end < len(passage.numbers) else passage.numbers[-1] + 1
    return bool(told) or any(passage.numbers[start] <= image.block <= behind for image in posters(passage))
