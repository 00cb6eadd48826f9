"""Menus by repetition: runs of the same short links in the content of most pages, wherever they stand on them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from auditor.assess.lexicon import folded
from auditor.facts import Region
from auditor.thai.dates import Precision, find_dates
from auditor.urls import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.facts import Link, Page

_PAGES = 200  # that are counted: the first ones lie nearest to the start page
_KEPT = 6  # pages whose links are looked at in their order
_MOST = 500  # links of a page
_LEAST_PAGES = 5
_SHARE = 0.5
_LEAST = 5  # links of a menu
_SHORT = 24  # letters of a label, on average; beyond it the entries may be the titles of news

_Entry = tuple[str, str]
_Found = tuple[frozenset[_Entry], frozenset[str], frozenset[str]]  # entries, where they lead, what they are called


class Menus:
    """Counts the links of pages, then tells which belong to a menu that no markup calls one."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()
        self._kept: list[list[tuple[Link, bool]]] = []  # with whether a day stands beside it
        self._pages = 0
        self._found: _Found | None = None

    def count(self, page: Page) -> None:
        """Take one page into the counts."""
        if self._pages >= _PAGES:
            return
        self._pages += 1
        self._found = None
        links = [link for link in page.links if _is_content(link)][:_MOST]
        self._counts.update({hash(_entry(link)) for link in links})
        if len(self._kept) < _KEPT:
            self._kept.append([(link, _is_dated(link, page)) for link in links])

    def holds(self, link: Link) -> bool:
        """Is the link an entry of such a menu?"""
        return _is_content(link) and _entry(link) in self._menus()[0]

    def names(self, text: str) -> bool:
        """Are these the words of an entry?"""
        return folded(text) in self._menus()[2]

    def leads_to(self, key: str) -> bool:
        """Does an entry of such a menu lead to the page of this canonical address?"""
        return key in self._menus()[1]

    def _menus(self) -> _Found:
        if self._found is None:
            links = [link for kept in self._kept for run in self._runs(kept) for link in run]
            self._found = (
                frozenset(map(_entry, links)),
                frozenset(canonical(link.url) for link in links),
                frozenset(folded(link.label) for link in links),
            )
        return self._found

    def _runs(self, links: list[tuple[Link, bool]]) -> Iterator[list[Link]]:
        """Repeated links behind each other that are short and carry no days."""
        run: list[Link] = []
        dated = False
        for link, has_day in links:
            if self._is_repeated(link):
                run.append(link)
                dated = dated or has_day
                continue
            if not dated and _is_menu(run):
                yield run
            run, dated = [], False
        if not dated and _is_menu(run):
            yield run

    def _is_repeated(self, link: Link) -> bool:
        return self._pages >= _LEAST_PAGES and self._counts[hash(_entry(link))] > self._pages * _SHARE


def _is_content(link: Link) -> bool:
    return link.region is Region.MAIN and link.url.startswith("http") and bool(link.label) and not link.embedded


def _entry(link: Link) -> _Entry:
    return link.url, link.label


def _is_menu(run: list[Link]) -> bool:
    return len(run) >= _LEAST and sum(len(link.label) for link in run) <= len(run) * _SHORT


def _is_dated(link: Link, page: Page) -> bool:
    text = page.blocks[link.block].text if link.block < len(page.blocks) else ""
    return any(span.precision is Precision.DAY for span in find_dates(f"{link.label}\n{text[:400]}"))
