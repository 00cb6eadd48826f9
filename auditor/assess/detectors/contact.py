"""Contact parts: telephone, fax, e-mail, address, map. National hotlines and others' numbers are none of ours."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from auditor.assess.detectors.hits import NOTHING, Desk, Hit
from auditor.assess.quoting import quote_around, shorten
from auditor.facts import Page
from auditor.thai.agencies import find_agencies
from auditor.thai.contacts import (
    PhoneKind,
    find_addresses,
    find_coordinates,
    find_emails,
    find_phones,
    is_foreign,
    labels_a_number,
    map_url,
)
from auditor.thai.emails import MAIL_MARK
from auditor.thai.text import find_folded, holds_thai

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.passages import Passage
    from auditor.facts import Block, Link
    from auditor.rules import Condition

_OWN_KINDS = frozenset({PhoneKind.PHONE, PhoneKind.BOTH, PhoneKind.MOBILE})
_FAX_KINDS = frozenset({PhoneKind.FAX, PhoneKind.BOTH})
_BESIDE = 3  # lines in which the parts of one address stand


def phone(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """The unit's own numbers."""
    _ = condition
    return _numbers(passage, desk, _OWN_KINDS)


def fax(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Numbers labelled as fax; one number for telephone and fax counts."""
    _ = condition
    return _numbers(passage, desk, _FAX_KINDS)


def _numbers(passage: Passage, desk: Desk, kinds: frozenset[PhoneKind]) -> Hit:
    count, quote, matched = 0, "", ""
    for text in _lines(passage, desk, r"\d"):
        for number in find_phones(text):
            if number.kind in kinds:
                count += 1
                quote = quote or quote_around(text, number.start, number.end)
                matched = matched or number.raw
    for link in _own_links(passage, desk, "tel:") if PhoneKind.PHONE in kinds else ():
        if any(sign.isdecimal() for sign in link.url):
            count += 1
            quote, matched = quote or shorten(link.label or link.url), matched or link.url
    return Hit(count=count, quote=quote, matched=matched)


def email(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """E-mail addresses, written out, obfuscated or behind a link."""
    _ = condition
    count, quote, matched = 0, "", ""
    for text in _lines(passage, desk, MAIL_MARK):
        for found in find_emails(text):
            if desk.lexicon.holds("template-residue", found.address):
                continue
            count += 1
            quote = quote or quote_around(text, found.start, found.end)
            matched = matched or found.raw
    for link in _own_links(passage, desk, "mailto:"):
        if "@" in link.url and not desk.lexicon.holds("template-residue", link.url):
            count += 1
            quote, matched = quote or shorten(f"{link.label} {link.url}"), matched or link.url
    return Hit(count=count, quote=quote, matched=matched)


def address(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Address lines with at least three parts (number, village, subdistrict, district, province, postcode)."""
    _ = condition
    for text in _neighbours(passage, desk):
        found = find_addresses(text)
        if found:
            best = max(found, key=lambda line: len(line.parts))
            return Hit(
                count=len(best.parts), quote=quote_around(text, best.start, best.end), matched=best.raw.strip()
            )
    return NOTHING


def site_map(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """A map of where the unit is: embedded, linked, as coordinates, or as a picture that says it is one."""
    _ = condition
    for link in passage.links:
        if map_url(link.url) and not _maps_something_else(f"{link.heading} {link.label}", desk):
            return Hit(count=1, quote=shorten(f"{link.label} {link.url}"), matched=link.label or link.url, url="")
    for image in passage.images:
        if image.link and map_url(image.link) and not _maps_something_else(image.alt, desk):
            return Hit(count=1, quote=shorten(f"{image.alt} {image.link}"), matched=image.alt)
        if image.alt and desk.lexicon.holds("map-words", image.alt):
            return Hit(count=1, quote=image.alt, matched=image.alt)
    for text in (block.text for block in passage.blocks):
        found = find_coordinates(text)
        if found:
            return Hit(count=1, quote=quote_around(text, found[0].start, found[0].end), matched=found[0].raw)
    return next(_called_maps(passage, desk), NOTHING)


def _called_maps(passage: Passage, desk: Desk) -> Iterator[Hit]:
    """Links called a map of the place, to hosts of which no map is known: a person must look."""
    for link in passage.links:
        elsewhere = link.url.startswith("http") and not desk.in_site(link.url)
        if elsewhere and desk.lexicon.holds("map-words", link.label):
            yield Hit(count=1, quote=shorten(f"{link.label} {link.url}"), matched=link.label, doubtful=True)


def _maps_something_else(words: str, desk: Desk) -> bool:
    """Do the words say that the map is of diseases, risks or plans rather than of the place?"""
    return desk.lexicon.holds("other-map-words", words)


def _lines(passage: Passage, desk: Desk, mark: str) -> Iterator[str]:
    """Lines that hold the mark of what is sought and may speak of us: they name no other agency."""
    label, before = "", -1
    for number, block in zip(passage.numbers or itertools.count(), passage.blocks, strict=False):
        line = _readable(block)
        if re.search(mark, line) and desk.own.owns_line(block.text) and not _is_templates(passage, number, desk):
            labelled = number == before + 1 and labels_a_number(label)
            yield _without_maker(f"{label} {line}" if labelled else line, desk)
        label, before = line, number


def _is_templates(passage: Passage, number: int, desk: Desk) -> bool:
    """Does it stand in an address that a template brought along: without a Thai letter, of another country?"""
    page = passage.resource.content
    if not isinstance(page, Page) or number >= len(page.blocks):
        return False
    region = page.blocks[number].region
    near = page.blocks[max(0, number - _BESIDE) : number + _BESIDE + 1]
    beside = [block.text for block in near if block.region is region]
    if any(map(holds_thai, beside)):
        return False
    return any(is_foreign(text) or desk.lexicon.holds("template-streets", text) for text in beside)


def _neighbours(passage: Passage, desk: Desk) -> Iterator[str]:
    """Lines with a digit, alone and with their neighbours: address parts often stand a line each."""
    lines = [_readable(block) for block in passage.blocks]
    for place, line in enumerate(lines):
        if re.search(r"\d", line) and desk.own.owns_line(line):
            own = [near for near in lines[max(0, place - 1) : place + 3] if desk.own.owns_line(near)]
            yield _without_maker(line, desk)
            yield _without_maker(" ".join(own), desk)


def _own_links(passage: Passage, desk: Desk, scheme: str) -> Iterator[Link]:
    """Links by which one mails or dials, but for those in a line that tells who made the website."""
    lines = dict(zip(passage.numbers, passage.blocks, strict=False))
    for link in passage.links:
        if not link.url.startswith(scheme):
            continue
        if _is_templates(passage, link.block, desk):
            continue
        line = _readable(lines[link.block]) if link.block in lines else ""
        kept = _without_maker(line, desk)
        if kept == line or (link.label and link.label in kept):
            yield link


def _without_maker(text: str, desk: Desk) -> str:
    """The text up to where it tells who made the website: what stands behind is the maker's, unless it names us."""
    places = [place for word in desk.lexicon.found("site-maker-words", text) if (place := find_folded(text, word))]
    if not places:
        return text
    first = min(start for start, _ in places)
    behind = text[first:].partition("\n")[0]
    if any(find_agencies(behind)) and desk.own.owns_line(behind):
        return text
    return text[:first] + text[first + len(behind) :]


def _readable(block: Block) -> str:
    """A row reads as its cells with a colon between: label cell and value cell belong together."""
    return " : ".join(cell for cell in block.cells if cell).replace("\n", " ") if block.cells else block.text
