"""Addresses without end: which are never asked for, and which patterns have stopped bringing anything new.

RELIABILITY_RULES 12. A real archive is told from a trap by what its pages say, never by how many there are.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote

from auditor.crawl.targets import Target, target_of
from auditor.facts import Region, TrapCut
from auditor.marks import Marks
from auditor.urls import parse, pattern

if TYPE_CHECKING:
    from datetime import date

    from auditor.config import CrawlLimits
    from auditor.facts import Page

NO_NEWS = "no-news"
"""Why a pattern is left whose pages say the same, or lead nowhere but to each other."""

_MOST_CUTS = 100  # told in the report; the rest is counted with the last
_BUDDHIST_ERA = 543
_FIRST_BUDDHIST = 2400  # four-digit years from here on are Buddhist
_COUNTER_DIGITS = 2  # segments of one or two digits are parameters and may well repeat

_DIGITS = re.compile(r"\d+")
_PATH_DATE = re.compile(r"/(\d{4})[-/](?:0?[1-9]|1[0-2])(?:[-/](?:0?[1-9]|[12]\d|3[01]))?(?=[/.]|\Z)")
_DATE_NAME = re.compile(r"(?:.*[_-])?(?:year|yr|yyyy|y|ym|month|date|day|start|from|ical|calendar)", re.IGNORECASE)
_DATE_VALUE = re.compile(r"(\d{4})(?:[-/.]?\d{1,2}){0,2}|\d{1,2}[-/.](?:\d{1,2}[-/.])?(\d{4})")


@dataclass(slots=True)
class _Run:
    """Pages of one pattern in a row that brought no news."""

    same_content: int = 0
    no_way_out: int = 0


class Traps:
    """What this crawl has learnt of its site's patterns; asked before an address is queued and in its turn."""

    def __init__(self, limits: CrawlLimits, today: date) -> None:
        self._limits = limits
        self._last_year = today.year + limits.trap_future_years
        self._contents = Marks()
        self._runs: dict[str, _Run] = {}
        self._cut: set[str] = set()
        self._closed: set[str] = set()  # patterns that lead nowhere but to themselves
        self._counts: Counter[tuple[str, str]] = Counter()
        self._examples: dict[tuple[str, str], str] = {}

    @property
    def cuts(self) -> tuple[TrapCut, ...]:
        """Every pattern that was cut, in the order in which it was first met."""
        return tuple(
            TrapCut(pattern=name, example=example, count=self._counts[name, reason], reason=reason)
            for (name, reason), example in self._examples.items()
        )

    def refuses(self, url: str, depth: int, parent: str) -> str | None:
        """Why this address, met on the page `parent`, is not to be asked for; None if it may. Counts its cuts."""
        reason = self._shape(url, depth) or self._ahead(url, parent)
        if reason is not None:
            self._count(_outline(url), url, reason)
            return reason
        for name in (pattern(url), _skeleton(url)):
            if name in self._cut:
                self._count(name, url, NO_NEWS)
                return NO_NEWS
        return None

    def encloses(self, url: str, parent: str) -> bool:
        """Were both found to be of one pattern that leads nowhere but to itself?

        An archive looks like that as well until its lists are read, so that such an address is only held back.
        """
        name = pattern(url)
        return name in self._closed and name == pattern(parent)

    def leave(self, url: str) -> None:
        """Count an address to which nothing but such a pattern led."""
        self._count(pattern(url), url, NO_NEWS)

    def too_many_links(self, url: str, count: int) -> None:
        """Note that a page had more links than are followed; `count` were left."""
        key = (pattern(url), "links")
        self._examples.setdefault(key, url)
        self._counts[key] += count

    def learn(self, url: str, content: bytes, *, way_out: bool) -> None:
        """Take in a page that was read, by the digest of its content.

        `way_out`: it was met on, or was first to lead to, an address of another pattern.
        """
        news = self._contents.add(content)
        self._runs_on(_skeleton(url), url, same_content=not news, no_way_out=False)
        self._runs_on(pattern(url), url, same_content=False, no_way_out=not way_out)

    def _runs_on(self, name: str, url: str, *, same_content: bool, no_way_out: bool) -> None:
        run = self._runs.setdefault(name, _Run())
        run.same_content = run.same_content + 1 if same_content else 0
        run.no_way_out = run.no_way_out + 1 if no_way_out else 0
        if run.same_content >= self._limits.trap_run and name not in self._cut:
            self._cut.add(name)
            self._examples.setdefault((name, NO_NEWS), url)
        if run.no_way_out >= self._limits.trap_run:
            self._closed.add(name)

    def _count(self, name: str, url: str, reason: str) -> None:
        key = (name, reason)
        if key not in self._examples and len(self._examples) >= _MOST_CUTS:
            key = next(reversed(self._examples))
        self._examples.setdefault(key, url)
        self._counts[key] += 1

    def _shape(self, url: str, depth: int) -> str | None:
        limits = self._limits
        if len(url) > limits.max_url_length:
            return "length"
        if depth > limits.max_depth:
            return "depth"
        segments = _segments(url)
        if len(segments) > limits.max_segments:
            return "segments"
        words = Counter(part for part in segments if not (part.isdigit() and len(part) <= _COUNTER_DIGITS))
        return "repeats" if words and max(words.values()) > limits.max_segment_repeats else None

    def _ahead(self, url: str, parent: str) -> str | None:
        """A date years ahead, reached by paging on from another date: a calendar without end.

        A plan for 2580 that an ordinary page links to is none.
        """
        year = _year(url)
        ahead = year is not None and year > self._last_year and _year(parent) is not None
        return "future-dates" if ahead else None


def digest(page: Page) -> bytes:
    """What a page says: its title, its text, and the files and pictures it shows.

    Boilerplate would make all pages alike, so only the main part counts where there is one. Numbers count: articles
    of an archive may differ in little else.
    """
    main = [block.text for block in page.blocks if block.region is Region.MAIN]
    texts = [page.title, *(main or [block.text for block in page.blocks])]
    links = [link for link in page.links if link.region is Region.MAIN]
    files = [link.url for link in links if link.embedded or target_of(link.url) is Target.DOCUMENT]
    pictures = [image.url for image in page.images if image.region is Region.MAIN]
    return blake2b("\n".join([*texts, *files, *pictures]).encode("utf-8", "replace"), digest_size=12).digest()


def _segments(url: str) -> list[str]:
    address = parse(url)
    return [] if address is None else [part for part in address.path.split("/") if part]


def _outline(url: str) -> str:
    """Host and first two segments: a name for what grows longer and longer."""
    address = parse(url)
    return url[:100] if address is None else "/".join([address.authority, *_segments(url)[:2], "…"])


def _skeleton(url: str) -> str:
    """Path and the names of the parameters without their values: equal for all sortings and filters of one list."""
    address = parse(url)
    if address is None:
        return url
    names = sorted({name for name, _ in parse_qsl(address.query or "", keep_blank_values=True)})
    return _DIGITS.sub("0", f"{address.authority}{unquote(address.path)}?{'&'.join(names)}")


def _year(url: str) -> int | None:
    """The latest year (CE) that the address names as part of a date."""
    address = parse(url)
    if address is None:
        return None
    found = [int(match[1]) for match in _PATH_DATE.finditer(address.path)]
    for name, value in parse_qsl(address.query or ""):
        match = _DATE_VALUE.fullmatch(value) if _DATE_NAME.fullmatch(name) else None
        found.extend([int(match[1] or match[2])] if match else [])
    return max((year - _BUDDHIST_ERA if year >= _FIRST_BUDDHIST else year for year in found), default=None)
