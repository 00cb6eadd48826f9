"""Whose page is this? Agencies are told apart by kind and name; parents and sub-units may rightly be named."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice
from typing import TYPE_CHECKING

from auditor.facts import Page, Region
from auditor.findings import Identity
from auditor.thai.agencies import AgencyName, Level, find_agencies, find_province, level, of_one_network, same_kind
from auditor.thai.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.assess.passages import Passage
    from auditor.facts import Resource, Site

HEAD_LETTERS = 900
"""How far into a passage its owner is looked for: the head of a paper names it."""


_FIRST_PAGES = 12
_LONGEST_ADDITION = 6  # letters that make another place's name of ours; more is a sentence that goes on


def infer(site: Site, resources: Iterable[Resource], site_title: str | None) -> Identity:
    """Who the site says it belongs to: what the operator told, else the name that its frame repeats most.

    The start page says it, or, where that is but a splash or a frameset, the first pages behind it.
    """
    for resource in islice(resources, _FIRST_PAGES):
        if isinstance(resource.content, Page):
            identity = _infer_from(site, resource, resource.content, site_title)
            if identity.name is not None:
                return identity
    return Identity(name=site.name, unit_type=site.unit_type, province=site.province, told=site.name is not None)


def _infer_from(site: Site, start: Resource, page: Page, site_title: str | None) -> Identity:
    found = _most_named(page, site_title)
    return Identity(
        name=site.name or (found.raw if found else None),
        unit_type=site.unit_type or (found.unit_type if found else None),
        province=site.province or _province(page),
        quote=found.raw if found else "",
        url=start.url if found else None,
        told=site.name is not None,
        beside=site.province or (found.province if found else None),
    )


def _most_named(page: Page, site_title: str | None) -> AgencyName | None:
    """The agency named most in title, header and footer; the first of equals."""
    weighed: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], AgencyName] = {}
    for text, weight in _frame_texts(page, site_title):
        for name in find_agencies(text):
            weighed[name.unit_type, name.proper] += weight
            first.setdefault((name.unit_type, name.proper), name)
    if not weighed:
        return None
    best = max(weighed.values())
    return next(first[identity] for identity in first if weighed[identity] == best)


def _frame_texts(page: Page, site_title: str | None) -> Iterator[tuple[str, int]]:
    yield page.title, 4
    if site_title:
        yield site_title, 2
    for block in page.blocks:
        if block.region in {Region.HEADER, Region.FOOTER}:
            yield block.text, 3
        elif block.region is Region.MAIN and block.level in {1, 2}:
            yield block.text, 2
    for image in page.images:
        if image.region is Region.HEADER and image.alt:
            yield image.alt, 2


def _province(page: Page) -> str | None:
    frame = [block.text for block in page.blocks if block.region in {Region.FOOTER, Region.HEADER}]
    texts = (page.title, *frame, *(block.text for block in page.blocks))
    return next((found for found in map(find_province, texts) if found), None)


class Owner(IntEnum):
    """Whose a passage is, as far as its own words say."""

    OURS = 0  # it names us
    NOBODY = 1  # it names no agency
    RELATED = 2  # a parent, a sub-unit or a neighbour of another kind, and not us
    OTHER = 3  # another unit of our kind, and not us: what copied sites and borrowed papers show


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership:
    """Whose a passage is, and the name that says so."""

    owner: Owner
    name: str = ""
    surely: bool = True  # is the name written as a name, rather than what may be a word behind «รพ. »?


class OwnName:
    """Our agency's name, to compare with the names that a passage gives."""

    def __init__(self, identity: Identity) -> None:
        own = list(find_agencies(identity.name or "")) or list(find_agencies(identity.quote))
        self._propers = frozenset(name.proper for name in own)
        self._province = identity.beside or (own[0].province if own else None)
        told = (identity.unit_type,) if identity.unit_type else ()
        self._kinds = frozenset(name.unit_type for name in own) or frozenset(told)
        self._called = normalise(f"{identity.name or ''} {identity.quote}")

    @property
    def known(self) -> bool:
        """Is there a name to compare with?"""
        return bool(self._propers)

    @property
    def is_local(self) -> bool:
        """Are we of a district or below, with a province above us?"""
        levels = [known for known in map(level, self._kinds) if known is not None]
        return bool(levels) and min(levels) > Level.PROVINCE

    def judge(self, passage: Passage) -> Ownership:
        """Whose the passage is, by its title and head; our own name anywhere in it settles it."""
        named = tuple(find_agencies(f"{passage.title}\n{passage.text[:HEAD_LETTERS]}"))
        if not self.known or not named:
            return Ownership(owner=Owner.NOBODY)
        if any(self._is_ours(name) for name in named) or self.is_named_in(passage.text):
            return Ownership(owner=Owner.OURS)
        surely = not all(name.apart for name in named)
        first = next((name for name in named if not name.apart), named[0])
        theirs = any(same_kind(first.unit_type, kind) for kind in self._kinds)
        return Ownership(owner=Owner.OTHER if theirs else Owner.RELATED, name=first.raw, surely=surely)

    def owns_line(self, text: str) -> bool:
        """May a contact line be ours: does it name us, or nobody?"""
        named = tuple(find_agencies(text))
        return not named or not self.known or any(self._is_ours(name) for name in named)

    def is_named_in(self, text: str) -> bool:
        """Does the text name us?"""
        return any(self._is_ours(name) for name in find_agencies(text))

    def bears(self, kind: str) -> bool:
        """Does our own name hold this word (normalised) for a kind of body?"""
        return kind in self._called

    def is_told_of(self, text: str) -> bool:
        """Does the text tell of us, be it in the middle of a word: «to build the hospital of this place»?"""
        return any(self._is_ours(name) for name in find_agencies(text, within=True))

    def is_below(self, text: str) -> bool:
        """Does the first agency that the text names stand above us?"""
        theirs, ours = self._levels(text)
        return theirs is not None and ours is not None and theirs < ours

    def is_not_above(self, text: str) -> bool:
        """Does the first agency that the text names stand above us or beside us, rather than being a unit of ours?"""
        theirs, ours = self._levels(text)
        return theirs is not None and ours is not None and theirs <= ours

    def _levels(self, text: str) -> tuple[Level | None, Level | None]:
        """How far up the first agency stands that the text names, and how far up we."""
        first = next(find_agencies(text), None)
        ours = [known for known in map(level, self._kinds) if known is not None]
        return level(first.unit_type) if first else None, min(ours, default=None)

    def _is_ours(self, name: AgencyName) -> bool:
        if self._province and name.province and not _agree(self._province, name.province):
            return False  # many districts share a name (THAI_WEB.md 6.10)
        alike = any(_may_be_one(proper, name) for proper in self._propers)
        return alike and (not self._kinds or any(_may_be_kin(name.unit_type, kind) for kind in self._kinds))


def _may_be_kin(one: str, other: str) -> bool:
    """May two kinds of unit of one name be one house: are they alike, or a district's network and its member?"""
    return same_kind(one, other) or of_one_network(one, other)


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _may_be_one(proper: str, name: AgencyName) -> bool:
    """The same name, or one of the two cut short or run into the next word; หนองบัวแดง is another than หนองบัว."""
    if name.complete and name.proper.startswith(proper) and 1 < len(name.proper) - len(proper) <= _LONGEST_ADDITION:
        return False
    return _agree(name.proper, proper)
