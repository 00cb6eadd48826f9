"""Which addresses one crawl takes as the same page: those of one canonical form, wherever in the site's own names.

A site that answers with and without `www.`, by http and by https, is one site (CONTRACT section 6). It is asked by
the name its start page was read from, or half of every budget would go into reading it twice.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.urls import canonical, parse

if TYPE_CHECKING:
    from auditor.urls import Address

_WWW = "www."


class Naming:
    """The names of one site; until `settle` every spelling is a page of its own."""

    def __init__(self) -> None:
        self._home: Address | None = None
        self.key = lru_cache(maxsize=2048)(self._key)

    def settle(self, home: str) -> None:
        """Take the name at which the start page was read as that of the site."""
        self._home = parse(home)
        self.key.cache_clear()

    def asked_as(self, url: str) -> str:
        """The address by the site's own name, if it differs from it in http, https and `www.` only."""
        address, home = parse(url), self._home
        if address is None or home is None or not _same_names(address, home):
            return url
        return str(replace(address, scheme=home.scheme, host=home.host))

    def _key(self, url: str) -> str:
        return canonical(self.asked_as(url))


def _same_names(one: Address, other: Address) -> bool:
    if one.port is not None or other.port is not None:
        return False
    return one.host.removeprefix(_WWW) == other.host.removeprefix(_WWW)
