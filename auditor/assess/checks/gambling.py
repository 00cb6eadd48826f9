"""security.gambling-spam: what sellers of gambling write into other people's websites (THAI_WEB.md 7.1).

An agency may speak of gambling itself: it warns, treats, tells of arrests and of the law. So only words count that
none but a seller uses, and none of them where the line, or the page beside what is hidden or leads away, speaks so.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from auditor.assess.checks.hosts import defanged
from auditor.assess.checks.marks import Mark, doubt
from auditor.assess.checks.phrases import Phrases
from auditor.assess.quoting import shorten
from auditor.facts import Document, LabelSource, Page
from auditor.findings import FindingRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.assess.checks.hosts import Hosts
    from auditor.assess.lexicon import Lexicon
    from auditor.facts import Link, Resource

GAMES = "gambling-games"
_LISTS = ("gambling-pitches", "gambling-brands", GAMES)
_META = frozenset({"description", "keywords", "og:title", "og:description", "twitter:title", "twitter:description"})
_PAIR, _SEVERAL, _MANY = 2, 3, 4
_SHOWN = 3  # words that a finding names
_PAGES = 3  # of a document: who uploads spam says so at once
_LINES = 400  # of them


@dataclass(frozen=True, slots=True)
class Said:
    """The sellers' words of some text, the games' names beside them, and the first line that has any."""

    words: frozenset[str] = frozenset()
    games: frozenset[str] = frozenset()
    line: str = ""

    @property
    def count(self) -> int:
        """Different words."""
        return len(self.words) + len(self.games)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """Where on a page or in a document it stands, and how sure it is."""

    how: str
    said: Said
    certain: bool
    hosts: tuple[str, ...] = ()


class GamblingSpam:
    """Reads pages and documents of one site."""

    def __init__(self, lexicon: Lexicon, hosts: Hosts) -> None:
        self._lexicon, self._hosts = lexicon, hosts
        self._phrases = Phrases(lexicon, *_LISTS)
        self._stems = lexicon.words("gambling-host-stems")

    def marks(self, resource: Resource) -> Iterator[Mark]:
        """The sign on a page or in a document, if there is one: the surest and, of equals, the worst hidden."""
        match resource.content:
            case Page():
                seen = sorted(self._on_page(resource, resource.content), key=lambda each: not each.certain)
            case Document():
                own = self._hosts.outside(resource.url) is None
                seen = list(self._in_document(resource.content)) if own else []
            case _:
                return
        if seen:
            yield _mark(seen[0])

    def sells(self, link: Link) -> bool:
        """Does a link's label or host offer gambling or its games?"""
        return bool(self.said([_label(link)]).count) or self.is_sellers(link.url)

    def is_sellers(self, url: str) -> bool:
        """Is it the host of a gambling firm, by its name?"""
        return _holds_any(url.partition("//")[2].partition("/")[0].lower(), self._stems)

    def said(self, lines: Iterable[str]) -> Said:
        """What lines say that warn of nothing."""
        words, games, first = set[str](), set[str](), ""
        for line in lines:
            found = self._phrases.found(line)
            if found and not self._lexicon.holds("gambling-warnings", line):
                first = first or line
                words |= {word for name, word in found if name != GAMES}
                games |= {word for name, word in found if name == GAMES}
        return Said(frozenset(words), frozenset(games), first)

    def campaigns(self, lines: Iterable[str]) -> bool:
        """Does any line speak of the harm, the treatment or the law of gambling?"""
        return any(self._lexicon.holds("gambling-campaigns", line) for line in lines)

    def _on_page(self, resource: Resource, page: Page) -> Iterator[_Seen]:
        yield from self._links(page)
        yield from self._hidden(page)
        yield from self._text(resource, page)

    def _links(self, page: Page) -> Iterator[_Seen]:
        """Links to other hosts that offer gambling; one is enough where its label does."""
        labelled, named = [], []
        for link in page.links:
            said, sellers = self.said([_label(link)]), self.is_sellers(link.url)
            host = self._hosts.outside(link.url) if said.count or sellers else None
            if host is None:
                continue
            unseen = link.hidden or link.buried
            if (said.words or (said.games and (sellers or unseen))) and (
                unseen or sellers or not self._speaks_of_it(page, link)
            ):
                labelled.append((host, said))
            elif sellers:
                named.append((host, unseen))
        for target in (page.canonical, page.refresh):
            host = self._hosts.outside(target or "")
            if host is not None and self.is_sellers(target or ""):
                named.append((host, True))
        if labelled:
            hosts = _distinct(host for host, _ in labelled)
            yield _Seen(how="link", said=_together(said for _, said in labelled), certain=True, hosts=hosts)
        elif named and not self.campaigns(block.text for block in page.blocks):
            unseen = any(hidden for _, hidden in named)
            yield _Seen(how="link", said=Said(), certain=unseen, hosts=_distinct(host for host, _ in named))

    def _hidden(self, page: Page) -> Iterator[_Seen]:
        """Text that no reader sees."""
        lines = [block.text for block in page.blocks if block.hidden]
        said = self.said(lines)
        if said.words and not self.campaigns(lines):
            yield _Seen(how="hidden", said=said, certain=said.count >= _PAIR)

    def _text(self, resource: Resource, page: Page) -> Iterator[_Seen]:
        """The title and what search engines are told, with what readers see."""
        heads = [page.title, *(text for name, text in page.meta if name in _META), _words_of(resource.url)]
        head = self.said(heads)
        lines = [block.text for block in page.blocks if not block.hidden]
        body = self.said(lines)
        words, games = head.words | body.words, head.games | body.games
        if not words:
            return
        campaigns = self.campaigns([*heads, *lines])
        titled = bool(head.words) and head.count >= _PAIR
        together, how = _together((head, body)), "title" if head.words else "text"
        if titled or (len(words) >= _PAIR and len(words) + len(games) >= _SEVERAL):
            if titled or not campaigns or len(words) >= _MANY:
                yield _Seen(how=how, said=together, certain=not campaigns)
        elif not campaigns and (len(words) >= _PAIR or head.words or len(games) >= _PAIR):
            yield _Seen(how=how, said=together, certain=False)

    def _in_document(self, document: Document) -> Iterator[_Seen]:
        lines = [document.title or "", *"\n".join(document.text[:_PAGES]).splitlines()[:_LINES]]
        said = self.said(lines)
        if len(said.words) >= _PAIR and not self.campaigns(lines):
            yield _Seen(how="document", said=said, certain=len(said.words) >= _SEVERAL)

    def _speaks_of_it(self, page: Page, link: Link) -> bool:
        """Does the line of a link warn, or tell of the law?"""
        line = page.blocks[link.block].text if link.block < len(page.blocks) else ""
        return self._lexicon.holds("gambling-warnings", line) or self.campaigns([line])


@lru_cache(maxsize=4096)
def _holds_any(host: str, stems: tuple[str, ...]) -> bool:
    return any(stem in host for stem in stems)


def _mark(seen: _Seen) -> Mark:
    terms = sorted(seen.said.words) + sorted(seen.said.games)
    hosts = seen.hosts[:_SHOWN]
    return Mark(
        rule=FindingRule.SECURITY_GAMBLING_SPAM,
        key=(seen.how, str(seen.certain), *terms, *sorted(seen.hosts)),
        quote=shorten(seen.said.line),
        params=(
            ("how", seen.how),
            ("terms", ", ".join(f"“{term}”" for term in terms[:_SHOWN])),
            ("hosts", defanged(hosts)),
            *doubt(certain=seen.certain),
        ),
        certain=seen.certain,
    )


def _label(link: Link) -> str:
    """What the link itself says."""
    said = (link.text, "" if link.source is LabelSource.CONTEXT else link.label)
    return " ".join(filter(None, said))


def _together(several: Iterable[Said]) -> Said:
    told = tuple(several)
    return Said(
        frozenset[str]().union(*(each.words for each in told)),
        frozenset[str]().union(*(each.games for each in told)),
        next((each.line for each in told if each.line), ""),
    )


def _distinct(hosts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hosts))


def _words_of(url: str) -> str:
    """The words in the path of an address."""
    return unquote(urlsplit(url).path).replace("/", " ").replace("-", " ").replace("_", " ")
