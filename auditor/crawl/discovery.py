"""Where a page leads: its links as candidates, each with the way to it from the start page.

Pure: says what was met and how, never whether it may be asked for.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from auditor.crawl.frontier import NO_CLICK_DEPTH, Candidate
from auditor.crawl.targets import Target, target_of
from auditor.facts import Region, Step
from auditor.thai.text import fold
from auditor.urls import canonical, is_second_view, shown_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditor.crawl.sitemap import Listed
    from auditor.facts import Link, Page
    from auditor.urls import Scope

MENU = frozenset({Region.NAV, Region.HEADER})
_SPLASH_LINKS = 5  # a page with no menu and so few ways on is a door, not a home page
_SHORTEST_WORD = 4
_LONGEST_LABEL = 300  # of what is kept in a trail


def start(url: str) -> Candidate:
    """The typed address."""
    return Candidate(
        key=canonical(url),
        url=url,
        target=Target.PAGE,
        depth=0,
        trail=(Step(label="", url=url),),
        parent="",
        home=True,
        from_menu=True,
    )


def belonging(url: str, home: Candidate) -> Candidate:
    """The start page of a further host that was said to belong to the site."""
    step = Step(label="", url=url)
    return Candidate(
        key=canonical(url),
        url=url,
        target=Target.PAGE,
        depth=1,
        trail=(*home.trail, step),
        parent=home.url,
        home=True,
        from_menu=True,
    )


def elsewhere(url: str, found: Candidate) -> Candidate:
    """The address on another site to which one of this site redirects."""
    last = Step(label=found.trail[-1].label, url=url)
    return replace(found, key=canonical(url), url=url, trail=(*found.trail[:-1], last), parent=found.parent)


class Links:
    """Reads pages of one site for where they lead."""

    def __init__(
        self, scope: Scope, preferred: tuple[str, ...], settled: Callable[[str], bool], key: Callable[[str], str]
    ) -> None:
        """Read for one crawl.

        Args:
            scope: the site.
            preferred: words that pull a link up.
            settled: is nothing new to be learnt of this key?
            key: the identity of an address.
        """
        self._scope, self._settled, self._key = scope, settled, key
        self._prefers = preference(preferred)

    def of(self, page: Page, found: Candidate, most: int) -> Iterator[Candidate]:
        """Addresses the page at `found` leads to, in document order, of its first `most` links.

        Frames and refreshes count. What other sites show inside the page is left out: it is no link.
        """
        splash = found.home and found.depth == 0 and self._is_splash(page)
        frameset = bool(page.links) and all(link.embedded for link in page.links)
        if page.refresh and not self._settled(self._key(page.refresh)):
            yield self._onwards(found, page.refresh)
        for link in page.links[:most]:
            for url in filter(None, (link.url, shown_file(link.url))):
                if not self._settled(self._key(url)) and self._is_link(link, url):
                    yield self._candidate(url, link, found, splash=splash, frameset=frameset)

    def _is_link(self, link: Link, url: str) -> bool:
        return not link.embedded or self._scope.contains(url) or target_of(url) is Target.DOCUMENT

    def _candidate(self, url: str, link: Link, found: Candidate, *, splash: bool, frameset: bool) -> Candidate:
        label = (link.label or link.text)[:_LONGEST_LABEL]
        in_menu = link.region in MENU or bool(link.path) or found.framed
        return Candidate(
            key=self._key(url),
            url=url,
            target=target_of(url),
            depth=found.depth if link.embedded else found.depth + 1,
            trail=(*found.trail, Step(label=label, url=url)),
            parent=found.url,
            home=found.home and (link.embedded or splash),
            from_menu=found.home and (in_menu or link.embedded or splash),
            preferred=self._prefers(label) or self._prefers(_words_of(url)),
            waits=is_second_view(url),
            hidden=link.hidden,
            framed=link.embedded and frameset,
        )

    def _onwards(self, found: Candidate, url: str) -> Candidate:
        """Where a refresh takes the reader without a click."""
        return Candidate(
            key=self._key(url),
            url=url,
            target=target_of(url),
            depth=found.depth,
            trail=(*found.trail, Step(label="", url=url)),
            parent=found.url,
            home=found.home,
            from_menu=found.from_menu,
        )

    def _is_splash(self, page: Page) -> bool:
        if any(link.region in MENU or link.path or link.embedded for link in page.links):
            return False
        ways = {self._key(link.url) for link in page.links if self._scope.contains(link.url)}
        return 0 < len(ways) <= _SPLASH_LINKS

    def listed(self, entry: Listed, sitemap: str, home: Candidate) -> Candidate:
        """An address that a sitemap names: no click leads there yet, so the sitemap stands in the trail."""
        return Candidate(
            key=self._key(entry.url),
            url=entry.url,
            target=target_of(entry.url),
            depth=NO_CLICK_DEPTH,
            trail=(*home.trail, Step(label="sitemap.xml", url=sitemap), Step(label="", url=entry.url)),
            parent=sitemap,
            preferred=self._prefers(_words_of(entry.url)),
            waits=is_second_view(entry.url),
            from_sitemap=True,
        )


def preference(words: tuple[str, ...]) -> Callable[[str], bool]:
    """Does a label hold one of these words? Short ones are in too many labels to prefer any."""
    by_start: dict[str, list[str]] = {}
    for word in dict.fromkeys(map(fold, words)):
        if len(word) >= _SHORTEST_WORD:
            by_start.setdefault(word[:_SHORTEST_WORD], []).append(word)

    @lru_cache(maxsize=2048)
    def holds(label: str) -> bool:
        text = fold(label)
        starts = ((at, by_start.get(text[at : at + _SHORTEST_WORD], ())) for at in range(len(text)))
        return any(text.startswith(word, at) for at, begun in starts for word in begun)

    return holds


@lru_cache(maxsize=2048)
def _words_of(url: str) -> str:
    """Path and query of an address; Thai agencies write their slugs in Thai."""
    return unquote(url.partition("://")[2].partition("/")[2], errors="replace")
