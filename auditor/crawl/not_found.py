"""The site's way to say "not found": learnt from an address that cannot exist, recognised on those that should.

Knows no phrases: whatever the site answers to a made-up name is its not-found answer.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import unquote

from auditor.urls import absolute, canonical, parse

if TYPE_CHECKING:
    from auditor.facts import Page, Response

_PARTING = re.compile(r"\d+|\s+")
_HOME_NAMES = re.compile(r"|index|home|main|default|start|th|en|thai|english|frontpage|homepage", re.IGNORECASE)
_OK = 200
_LEAST = 20  # letters: less than this on a page is no news
_SHARE = 0.05  # of the letters: clocks, counters and a picked story may differ


def probe_url(site_id: str, start: str) -> str:
    """An address beside the start page that cannot exist; the same for a site in every audit."""
    name = sha256(f"not found: {site_id}".encode()).hexdigest()[:16]
    return absolute(f"no-such-page-{name}.html", start) or start


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFound:
    """What a made-up address got, to compare others with."""

    probe: str = ""
    status: int | None = None
    final_key: str | None = None  # where a redirect led it: the home page, or a page that says so
    home_key: str = ""
    letters: Counter[str] | None = None  # of each text on it, by text
    own: frozenset[str] = frozenset()  # its texts that the home page has not

    @classmethod
    def learnt(cls, probe: str, response: Response, page: Page | None, home: Page | None, home_key: str) -> NotFound:
        """Take in the answer to a probe; `home` is the start page, if it could be read."""
        moved = canonical(response.final_url) != canonical(probe)
        texts = _texts(page, probe) if page is not None else Counter()
        return cls(
            probe=probe,
            status=response.status,
            final_key=canonical(response.final_url) if moved else None,
            home_key=home_key,
            letters=texts if texts.total() >= _LEAST else None,
            own=frozenset(texts.keys() - _texts(home, probe).keys()) if home is not None else frozenset(texts),
        )

    def matches(self, response: Response, page: Page | None) -> bool:
        """Is this answer, although its status is 200, the site's not-found answer?"""
        if response.status != _OK or canonical(response.url) == self.home_key:
            return False
        if self.status == _OK and self.final_key is not None and response.redirects:
            return canonical(response.final_url) == self.final_key and not _leads_home(response.url)
        return page is not None and self._same_text(response, page)

    def _same_text(self, response: Response, page: Page) -> bool:
        """All that only the not-found answer says is there, and next to nothing else."""
        if self.letters is None or canonical(response.final_url) == self.home_key:
            return False
        if not self.own and self.status != _OK:
            return False  # nothing tells it from the home page, and wrong addresses do not get that
        texts = _texts(page, response.url)
        if not self.own <= texts.keys():
            return False
        allowed = max(_LEAST, _SHARE * self.letters.total())
        return (texts - self.letters).total() <= allowed and (self.letters - texts).total() <= allowed


def _texts(page: Page | None, asked: str) -> Counter[str]:
    """The texts of a page with their lengths, without numbers and without the address that was asked for."""
    if page is None:
        return Counter()
    address = parse(asked)
    names = {asked, unquote(asked)}
    if address is not None:
        name = address.path.rpartition("/")[2]
        names |= {address.target, unquote(address.target), address.path, unquote(address.path), name, unquote(name)}
    longest_first = sorted((name for name in names if len(name.strip("/")) > 1), key=len, reverse=True)
    counted: Counter[str] = Counter()
    for text in [page.title, *(block.text for block in page.blocks)]:
        for name in longest_first:
            text = text.replace(name, "")  # noqa: PLW2901 - each name is taken out of what is left
        plain = _PARTING.sub("", text)
        counted[plain] = len(plain)
    return counted


def _leads_home(url: str) -> bool:
    """Does the address itself ask for the home page, so that being sent there is right?"""
    address = parse(url)
    if address is None:
        return False
    last = unquote(address.path).strip("/").rpartition("/")[2].rpartition(".")
    return _HOME_NAMES.fullmatch(last[0] or last[2]) is not None and not address.query
