"""The register of publication requests held against what the site publishes (clauses 2.1 and 3.2).

Identity is by link alone: the target itself, or the thing of exactly the entry's title on the page that the entry
names. Likeness of titles only proposes. What could not be looked at is never said to be missing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.assess.lexicon import folded
from auditor.assess.sighting import Seen
from auditor.items import ItemKind
from auditor.register import (
    Difference,
    DifferentField,
    EntryResult,
    EntryStatus,
    Likely,
    Reconciliation,
    Standing,
    Unchecked,
    Unregistered,
)
from auditor.topics.titles import TitleBook
from auditor.urls import bare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from auditor.assess.sighting import Sighting
    from auditor.items import Item
    from auditor.register import Register, RegisterEntry

_MOST_PROPOSALS = 2000
"""Entries for which similar titles are looked for: more than a person will look at, and a bound on time."""


def reconcile(
    register: Register,
    items: Sequence[Item],
    as_of: date,
    look: Callable[[str], Sighting],
    *,
    thorough: bool,
) -> Reconciliation:
    """Hold the register against the site.

    Args:
        register: what was asked for and decided.
        items: what the site publishes.
        as_of: the day, in Asia/Bangkok.
        look: what came of an address.
        thorough: was enough of the site read to say that nothing leads to an address?
    """
    shelf = _Shelf(items, register.entries)
    matches = [_match(entry, shelf, look, thorough=thorough) for entry in register.entries]
    approved = Counter(match.target for match in matches if match.entry.status is EntryStatus.APPROVED)
    current = {match.target for match in matches if _is_current(match.entry, as_of)}
    results = [_result(match, approved, current, as_of) for match in matches]
    taken = {bare(match.item.key) for match in matches if match.item}
    left = tuple(item for item in items if not _is_covered(item, taken, shelf))
    return _with_proposals(register, results, left)


# --- which thing an entry means ------------------------------------------------------------------------------------


class _Shelf:
    """The items, to be found by their address and by the page that lists them."""

    def __init__(self, items: Iterable[Item], entries: Iterable[RegisterEntry]) -> None:
        self.by_key: dict[str, Item] = {}
        self.by_page: dict[str, dict[str, Item]] = defaultdict(dict)
        for item in items:
            self.by_key.setdefault(bare(item.key), item)
            for page in item.listed_on:
                self.by_page[bare(page)].setdefault(folded(item.title), item)
        self._subjects: dict[str, set[str]] = defaultdict(set)
        for entry in entries:
            if entry.link:
                self._subjects[bare(entry.link)].add(folded(entry.subject))

    def is_shared(self, link: str) -> bool:
        """Do entries of different subjects name this page?"""
        return len(self._subjects[bare(link)]) > 1

    def item(self, entry: RegisterEntry, keys: Iterable[str]) -> Item | None:
        """The item that an entry means; `keys` are those of its link and of where that leads."""
        title = folded(entry.subject)
        for key in keys:
            found = self.by_key.get(key) or self.by_page.get(key, {}).get(title)
            if found:
                return found
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """An entry, and what is at its link."""

    entry: RegisterEntry
    target: str  # equal for entries that mean the same thing
    there: bool | None  # None: nothing can be said
    item: Item | None = None
    url: str | None = None
    listed_on: str | None = None
    unchecked: Unchecked | None = None
    obstacle: str = ""


def _match(entry: RegisterEntry, shelf: _Shelf, look: Callable[[str], Sighting], *, thorough: bool) -> _Match:
    if entry.link is None:
        return _Match(entry=entry, target=f"row {entry.row}", there=None, unchecked=Unchecked.NO_LINK)
    seen = look(entry.link)
    keys = dict.fromkeys(bare(url) for url in (entry.link, seen.url) if url)
    item = shelf.item(entry, keys)
    match = _Match(
        entry=entry,
        target=bare(item.key) if item else bare(entry.link),
        there=None,
        item=item,
        url=item.url if item else seen.url,
        listed_on=item.listed_on[0] if item and item.listed_on else seen.listed_on,
    )
    if seen.seen is Seen.SHUT:
        return replace(match, unchecked=Unchecked.SHUT, obstacle=seen.obstacle)
    if seen.seen is Seen.GONE:
        return replace(match, there=False)
    if item:
        return replace(match, there=True)
    if seen.seen is Seen.THERE:
        shared = shelf.is_shared(entry.link)
        return replace(match, unchecked=Unchecked.SHARED_PAGE) if shared else replace(match, there=True)
    return replace(match, there=False) if thorough else replace(match, unchecked=Unchecked.COVERAGE)


# --- how it stands -------------------------------------------------------------------------------------------------


def _is_current(entry: RegisterEntry, as_of: date) -> bool:
    return entry.status is EntryStatus.APPROVED and (entry.expires is None or entry.expires >= as_of)


def _result(match: _Match, approved: Counter[str], current: set[str], as_of: date) -> EntryResult:
    alone = approved[match.target] == 1
    differences = tuple(_differences(match.entry, match.item)) if alone and match.item and match.there else ()
    return EntryResult(
        entry=match.entry,
        standing=_standing(match, approved, current, as_of, differs=bool(differences)),
        url=match.url if match.there else None,
        listed_on=match.listed_on if match.there else None,
        differences=differences,
        unchecked=match.unchecked,
        obstacle=match.obstacle,
    )


def _standing(match: _Match, approved: Counter[str], current: set[str], as_of: date, *, differs: bool) -> Standing:
    entry = match.entry
    if match.there is None:
        return Standing.UNCHECKED
    if not match.there:
        due = entry.published is None or entry.published <= as_of
        return Standing.NOT_FOUND if _is_current(entry, as_of) and due else Standing.NOT_PUBLISHED
    if entry.status is EntryStatus.APPROVED:
        if match.target not in current:
            return Standing.EXPIRED
        return Standing.DIFFERS if differs else Standing.AS_REGISTERED
    if approved[match.target]:  # another entry allows what this one does not
        return Standing.AS_REGISTERED
    refused = entry.status is EntryStatus.REFUSED
    return Standing.REFUSED_PUBLISHED if refused else Standing.PENDING_PUBLISHED


def _differences(entry: RegisterEntry, item: Item) -> Iterator[Difference]:
    """Where both say something and not the same. A day that no reader sees says nothing."""
    if _differ(entry.subject, item.title):
        yield Difference(field=DifferentField.TITLE, registered=entry.subject, shown=item.title)
    if entry.published and item.published and item.published.shown and entry.published != item.published.day:
        yield Difference(
            field=DifferentField.PUBLISHED,
            registered=entry.published.isoformat(),
            shown=item.published.day.isoformat(),
        )
    if entry.owner and item.source and _differ(entry.owner, item.source.value):
        yield Difference(field=DifferentField.OWNER, registered=entry.owner, shown=item.source.value)


def _differ(registered: str, shown: str) -> bool:
    """Neither is a part of the other, spelling aside."""
    one, other = folded(registered), folded(shown)
    return bool(one and other) and one not in other and other not in one


# --- what the register does not know -------------------------------------------------------------------------------


def _is_covered(item: Item, taken: set[str], shelf: _Shelf) -> bool:
    """Is it in the register, itself or as an attachment of a post that is?"""
    if bare(item.key) in taken:
        return True
    pages = (bare(page) for page in item.listed_on)
    posts = (shelf.by_key.get(page) for page in pages if page in taken)
    return any(post is not None and post.kind is ItemKind.POST for post in posts)


def _with_proposals(register: Register, results: list[EntryResult], left: tuple[Item, ...]) -> Reconciliation:
    """Name what is alike on both sides; each thing is proposed once, to the first entry that resembles it."""
    book = TitleBook(item.title for item in left)
    rows: dict[int, Likely] = {}
    unsettled = [place for place, result in enumerate(results) if not _is_settled(result)]
    for place in unsettled[:_MOST_PROPOSALS]:
        result = results[place]
        found = book.closest(result.entry.subject)
        if found:
            item = left[found.index]
            results[place] = replace(
                result, likely=Likely(title=item.title, url=item.url, row=None, score=round(found.score, 3))
            )
            rows.setdefault(
                found.index,
                Likely(title=result.entry.subject, url=None, row=result.entry.row, score=round(found.score, 3)),
            )
    return Reconciliation(
        file=register.file,
        results=tuple(results),
        unregistered=tuple(
            Unregistered(url=item.url, title=item.title, likely=rows.get(index)) for index, item in enumerate(left)
        ),
        unread=register.unread,
    )


def _is_settled(result: EntryResult) -> bool:
    return result.standing not in {Standing.NOT_FOUND, Standing.UNCHECKED}
