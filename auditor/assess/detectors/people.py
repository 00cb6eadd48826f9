"""Persons with Thai titles, their positions, and the persons that an order names as web masters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.assess.detectors.hits import NOTHING, Desk, Hit
from auditor.assess.quoting import quote_around, quote_phrase, shorten
from auditor.findings import EvidenceKind
from auditor.thai.persons import find_persons, held_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.passages import Passage
    from auditor.facts import Block
    from auditor.rules import Condition
    from auditor.thai.persons import Person

_NEAR_LINES = 2
"""A position stands in the name's line, in one of the next two, or right above it."""
_SIGNATURE_LINES = 5
_SIGNED = re.compile(r"\n[ \t]*\([^()\n]+\)[^\n]*(?:\n[^\n]+){0,2}\s*$")
"""How a paper ends: a name in brackets, and the post in the next line or two."""


def persons(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Different persons named."""
    _ = condition, desk
    found = list(_named(passage))
    if not found:
        return NOTHING
    person, text = found[0]
    return Hit(
        count=len({who.name for who, _ in found}),
        quote=quote_around(text, person.start, person.end),
        matched=person.raw,
    )


def person_with_position(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Persons beside whom one of the condition's words (else an executive position) stands; who signs is none."""
    count, quote, matched = 0, "", ""
    for near, beside in _with_neighbours(passage):
        signed = _signature(near, passage)
        for person in find_persons(near):
            if held_before(near, person.end) or person.start >= signed:
                continue
            around = " ".join([near, *beside])
            word = _position(around, condition, desk)
            if word:
                count += 1
                quote = quote or (quote_phrase(around, word) or quote_around(near, person.start, person.end))
                matched = matched or word
    return Hit(count=count, quote=quote, matched=matched)


def _signature(text: str, passage: Passage) -> int:
    """Where the signature below the last page of a paper begins: who signs a chart is not listed in it."""
    paper = passage.kind is EvidenceKind.DOCUMENT and passage.blocks and passage.blocks[-1].text == text
    found = _SIGNED.search(text) if paper else None
    return found.start() if found else len(text)


def _with_neighbours(passage: Passage) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each line with its neighbours, then what pictures say of themselves."""
    for index, block in enumerate(passage.blocks):
        yield _readable(block), (*_preceding(passage.blocks, index), *_following(passage.blocks, index))
    said = {block.text for block in passage.blocks}
    for alt in dict.fromkeys(image.alt for image in passage.images if image.alt):
        if alt not in said:
            yield alt, ()


def _preceding(blocks: tuple[Block, ...], index: int) -> Iterator[str]:
    """The line before, where it stands behind no other person: a heading with the position."""
    before = [_readable(block) for block in blocks[max(0, index - _NEAR_LINES) : index]]
    if before and not any(find_persons(text) for text in before):
        yield before[-1]


def _following(blocks: tuple[Block, ...], index: int) -> Iterator[str]:
    """The next lines, up to the next person: what stands there belongs to this one."""
    for block in blocks[index + 1 : index + 1 + _NEAR_LINES]:
        if find_persons(_readable(block)):
            return
        yield _readable(block)


def _position(text: str, condition: Condition, desk: Desk) -> str:
    if condition.words:
        return next((word for word in condition.words if quote_phrase(text, word) is not None), "")
    return next(iter(desk.lexicon.found("executive-positions", text)), "")


def webmasters(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Persons named after the words for web master, up to where the order turns to another duty or its signature.

    The head who signs is none, nor is who has another duty in a line of their own.
    """
    names, quote = webmasters_in(passage, desk)
    surely = _called_webmasters(passage, desk)
    unsure = 0 < len(surely) < condition.at_least <= len(names)  # the others may have another part in the group
    return Hit(count=len(names), quote=quote, matched=next(iter(names), ""), doubtful=unsure)


def _called_webmasters(passage: Passage, desk: Desk) -> set[str]:
    """Whom a line of their own calls a web master, by words behind the name."""
    called: set[str] = set()
    for text in _order_lines(passage):
        found = find_persons(text)
        if found and desk.lexicon.holds("webmaster-words", text[found[-1].end :]):
            called.update(who.name for who in found)
    return called


def webmasters_in(passage: Passage, desk: Desk) -> tuple[tuple[str, ...], str]:
    """The names of the web masters in an order, each once and without title, and the words that make them so."""
    lines = list(_order_lines(passage))
    signatures = [place for place, text in enumerate(lines) if desk.lexicon.holds("signature-words", text)]
    signed = min(signatures, default=len(lines))
    listed: dict[str, None] = {}
    counting, quote = False, ""
    for text in lines[:signed]:
        if desk.lexicon.holds("webmaster-words", text):
            counting = True
            quote = quote or shorten(text)
        elif counting and desk.lexicon.holds("other-duty-words", text) and not find_persons(text):
            counting = False
        if desk.lexicon.holds("accompanying-duty-words", text) and not _is_called(text, desk):
            continue
        if counting:
            listed.update((who.name, None) for who in find_persons(text))
    signer = _signer(lines[signed:])
    return tuple(name for name in listed if name != signer), quote


def _is_called(text: str, desk: Desk) -> bool:
    """Is the line about web masters, whatever else their duty is?"""
    return desk.lexicon.holds("webmaster-words", text) and not desk.lexicon.holds("leading-words", text)


def _signer(lines: list[str]) -> str:
    """Who signs: the first person named from the signature on; an annex with further names may follow."""
    return next((who.name for text in lines[:_SIGNATURE_LINES] for who in find_persons(text)), "")


def _order_lines(passage: Passage) -> Iterator[str]:
    for block in passage.blocks:
        if block.cells:
            yield _readable(block)
        else:
            yield from block.text.splitlines()


def _named(passage: Passage) -> Iterator[tuple[Person, str]]:
    for block in passage.blocks:
        text = _readable(block)
        for person in find_persons(text):
            yield person, text
    for image in passage.images:
        for person in find_persons(image.alt):
            yield person, image.alt


def _readable(block: Block) -> str:
    return " ".join(block.cells).replace("\n", " ") if block.cells else block.text
