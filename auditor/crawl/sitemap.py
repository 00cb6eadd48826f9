"""Sitemaps: the addresses a site says it has (sitemaps.org; also RSS, Atom and plain lists used as such).

Read in a stream within the limits of RELIABILITY_RULES 12 and 14: no DOCTYPE, no entities, nothing external. A list
that breaks off keeps what came before. Whether the addresses belong to the site is for the crawl to say.
"""

from __future__ import annotations

import zlib
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar
from xml.parsers import expat

from auditor.facts import Response
from auditor.urls import absolute, canonical

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator

    from auditor.config import CrawlLimits
    from auditor.facts import Skipped, Unreachable

    Ask = Callable[[str], Awaitable[Response | Unreachable | Skipped]]

GUESSES = ("/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml")

_GZIP = b"\x1f\x8b"
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CHUNK = 64 * 1024
_LONGEST_TEXT = 4096  # of one element; addresses end at 2,000
_DEEPEST = 64  # nested elements; a sitemap has four
_ENTRY = {"url", "item", "entry"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One address in a sitemap."""

    url: str  # as written
    lastmod: str | None = None  # as written: a hint, never evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapFile:
    """What one file named."""

    pages: tuple[Listed, ...] = ()
    sitemaps: tuple[str, ...] = ()


async def read_sitemaps(
    roots: Iterable[str], ask: Ask, limits: CrawlLimits, *, largest: int, inside: Callable[[str], bool]
) -> tuple[Listed, ...]:
    """All addresses that the sitemaps at `roots` and those they name list, each once, absolute and `inside` only.

    Each file is asked for once, `limits.sitemap_files` in all and `limits.sitemap_depth` indexes deep; `largest`
    is the limit of one unpacked file in bytes.
    """
    waiting = deque((url, 1) for url in roots if inside(url))
    asked: set[str] = set()
    pages: dict[str, Listed] = {}
    while waiting and len(asked) < limits.sitemap_files and len(pages) < limits.sitemap_urls:
        url, depth = waiting.popleft()
        if canonical(url) in asked:
            continue
        asked.add(canonical(url))
        found, at = await _read(url, ask, asked, limits, largest)
        if depth <= limits.sitemap_depth:
            links = (absolute(link, at) for link in found.sitemaps)
            waiting.extend((link, depth + 1) for link in links if link is not None and inside(link))
        for listed in found.pages[: limits.sitemap_urls - len(pages)]:
            link = absolute(listed.url, at)
            if link is not None and inside(link):
                pages.setdefault(canonical(link), Listed(url=link, lastmod=listed.lastmod))
    return tuple(pages.values())


async def _read(url: str, ask: Ask, asked: set[str], limits: CrawlLimits, largest: int) -> tuple[SitemapFile, str]:
    """One file and the address it really had; empty if there is none or it was read under that address before."""
    answer = await ask(url)
    if not isinstance(answer, Response) or answer.status != 200:  # noqa: PLR2004 - HTTP's word for OK
        return SitemapFile(), url
    final = canonical(answer.final_url)
    if final != canonical(url) and final in asked:
        return SitemapFile(), url
    asked.add(final)
    return parse_sitemap(answer.body, most=limits.sitemap_urls, largest=largest), answer.final_url


def parse_sitemap(body: bytes, *, most: int, largest: int) -> SitemapFile:
    """Read one file, XML or a plain list, gzipped or not; at most `most` addresses of each kind."""
    reader = _Reader(most=most)
    chunks = _chunks(body, largest)
    first = next(chunks, b"")
    if not _looks_like_xml(first):
        return _plain(b"".join([first, *chunks]), most)
    try:
        reader.feed(first.lstrip())
        for chunk in chunks:
            reader.feed(chunk)
    except (expat.ExpatError, _EnoughError, LookupError, ValueError):
        pass  # what came before the mistake, the limit or the DOCTYPE still stands
    return SitemapFile(pages=tuple(reader.pages), sitemaps=tuple(reader.sitemaps))


def _chunks(body: bytes, largest: int) -> Iterator[bytes]:
    """The bytes of the file, unpacked step by step; ends at `largest` bytes or where the packing is broken."""
    if not body.startswith(_GZIP):
        for start in range(0, min(len(body), largest), _CHUNK):
            yield body[start : min(start + _CHUNK, largest)]
        return
    unpacker, waiting = zlib.decompressobj(wbits=31), body
    while waiting and largest > 0 and not unpacker.eof:
        try:
            chunk = unpacker.decompress(waiting, min(_CHUNK, largest))
        except zlib.error:
            return
        waiting = unpacker.unconsumed_tail
        largest -= len(chunk)
        yield chunk


def _looks_like_xml(first: bytes) -> bool:
    start = first.lstrip()
    return start.startswith((b"<", *_BYTE_ORDER_MARKS[1:])) or start[3:].lstrip().startswith(b"<")


def _plain(text: bytes, most: int) -> SitemapFile:
    lines = (line.strip() for line in text.decode("utf-8-sig", "replace").splitlines())
    links = [Listed(url=line) for line in lines if line.startswith(("http://", "https://"))]
    return SitemapFile(pages=tuple(links[:most]))


_Kept = TypeVar("_Kept", Listed, str)


class _EnoughError(Exception):
    """A limit is reached, or the file is of a kind we refuse."""


@dataclass(slots=True)
class _Reader:
    """Handlers of one XML stream; nothing is built but the two lists."""

    most: int
    pages: list[Listed] = field(default_factory=list)
    sitemaps: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _length: int = 0
    _loc: str = ""
    _lastmod: str | None = None
    _parser: expat.XMLParserType = field(default_factory=expat.ParserCreate)

    def __post_init__(self) -> None:
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.EntityDeclHandler = self._refuse

    def feed(self, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)  # noqa: FBT003 - expat's own signature

    def _refuse(self, *_: object) -> None:
        raise _EnoughError

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2].lower()
        self._open.append(name)
        self._text, self._length = [], 0
        if len(self._open) > _DEEPEST:
            raise _EnoughError
        if name in _ENTRY or name == "sitemap":
            self._loc, self._lastmod = "", None
        if name == "link" and "href" in attributes and attributes.get("rel", "alternate") == "alternate":
            self._loc = self._loc or attributes["href"]

    def _characters(self, text: str) -> None:
        if self._length < _LONGEST_TEXT:
            self._text.append(text)
            self._length += len(text)

    def _end(self, name: str) -> None:
        name = self._open.pop()
        parent = self._open[-1] if self._open else ""
        text = "".join(self._text).strip()
        if (name, parent) in {("loc", "url"), ("loc", "sitemap"), ("link", "item")} and text:
            self._loc = text
        elif name in {"lastmod", "pubdate", "updated"} and parent in _ENTRY:
            self._lastmod = text
        elif name == "sitemap" and self._loc:
            self._keep(self.sitemaps, self._loc)
        elif name in _ENTRY and self._loc:
            self._keep(self.pages, Listed(url=self._loc, lastmod=self._lastmod))

    def _keep(self, where: list[_Kept], what: _Kept) -> None:
        where.append(what)
        if len(where) >= self.most:
            raise _EnoughError
