"""Where a page leads: its links as candidates, each with the way to it from the start page.

Pure: says what was met and how, never whether it may be asked for.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from auditor.crawl.frontier import NO_CLICK_DEPTH, Candidate
from auditor.crawl.targets import Target, is_second_view, shown_file, target_of
from auditor.facts import Link, Page, Region, Step
from auditor.thai.commands import is_command
from auditor.thai.text import fold
from auditor.urls import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.crawl.sitemap import Listed
    from auditor.urls import Scope

MENU = frozenset({Region.NAV, Region.HEADER})
_SPLASH_LINKS = 5  # a page with no menu and so few ways on is a door, not a home page
_LONGEST_LABEL = 300  # of what is kept in a trail


def start(url: str) -> Candidate:
    """The typed address."""
    step = Step(label="", url=url)
    return Candidate(
        key=canonical(url),
        url=url,
        target=Target.PAGE,
        depth=0,
        trail=(step,),
        parent="",
        home=True,
        from_menu=True,
    )


def links_of(page: Page, found: Candidate, scope: Scope, preferred: tuple[str, ...]) -> Iterator[Candidate]:
    """Every address that a page read at `found` leads to, in document order; frames and refreshes too.

    `preferred` are folded words; a label or address that holds one is pulled up. Links that command are left out
    by the caller, who knows which reason to give: see `commands`.
    """
    splash = found.home and _is_splash(page, scope)
    frameset = all(link.embedded for link in page.links)
    if page.refresh:
        yield _onwards(found, page.refresh, home=found.home)
    for link in page.links:
        yield _candidate(link, found, splash=splash, frameset=frameset, preferred=preferred)
        if inner := shown_file(link.url):
            yield _candidate(link, found, splash=splash, frameset=frameset, preferred=preferred, instead=inner)


def commands(page: Page) -> frozenset[str]:
    """Keys of the addresses that some label on the page says to log out, delete or the like with."""
    return frozenset(canonical(link.url) for link in page.links if is_command(link.label) or is_command(link.text))


def listed_in_sitemap(listed: Listed, sitemap: str, home: Candidate, preferred: tuple[str, ...]) -> Candidate:
    """An address that a sitemap names: no click leads there yet, so the sitemap stands in the trail."""
    return Candidate(
        key=canonical(listed.url),
        url=listed.url,
        target=target_of(listed.url),
        depth=NO_CLICK_DEPTH,
        trail=(*home.trail, Step(label="sitemap.xml", url=sitemap), Step(label="", url=listed.url)),
        parent=sitemap,
        preferred=_prefers(_words_of(listed.url), preferred),
        waits=is_second_view(listed.url),
        from_sitemap=True,
    )


def _candidate(
    link: Link,
    found: Candidate,
    *,
    splash: bool,
    frameset: bool,
    preferred: tuple[str, ...],
    instead: str | None = None,
) -> Candidate:
    url = instead or link.url
    label = (link.label or link.text)[:_LONGEST_LABEL]
    in_menu = link.region in MENU or bool(link.path) or found.framed
    return Candidate(
        key=canonical(url),
        url=url,
        target=target_of(url),
        depth=found.depth if link.embedded else found.depth + 1,
        trail=(*found.trail, Step(label=label, url=url)),
        parent=found.key,
        home=found.home and (link.embedded or splash),
        from_menu=found.home and (in_menu or link.embedded or splash),
        preferred=_prefers(fold(label) if label else "", preferred) or _prefers(_words_of(url), preferred),
        waits=is_second_view(url),
        hidden=link.hidden,
        framed=link.embedded and frameset,
    )


def _onwards(found: Candidate, url: str, *, home: bool) -> Candidate:
    """Where a refresh takes the reader without a click."""
    return Candidate(
        key=canonical(url),
        url=url,
        target=target_of(url),
        depth=found.depth,
        trail=(*found.trail, Step(label="", url=url)),
        parent=found.key,
        home=home,
        from_menu=found.from_menu,
    )


def _is_splash(page: Page, scope: Scope) -> bool:
    if any(link.region in MENU or link.path or link.embedded for link in page.links):
        return False
    ways = {canonical(link.url) for link in page.links if scope.contains(link.url)}
    return 0 < len(ways) <= _SPLASH_LINKS


def _prefers(folded: str, preferred: tuple[str, ...]) -> bool:
    return bool(folded) and any(word in folded for word in preferred)


@lru_cache(maxsize=8192)
def _words_of(url: str) -> str:
    """Path and query of an address as folded words; Thai agencies write their slugs in Thai."""
    return fold(unquote(url.partition("://")[2].partition("/")[2], errors="replace"))
