"""Whose host an address is on: the site's own, a body that nobody has to wonder about, or one that nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditor.urls import is_government, registrable_domain

if TYPE_CHECKING:
    from auditor.assess.detectors.hits import Desk

_KNOWN = (
    "trusted-hosts", "script-hosts", "social-hosts", "file-drives", "login-hosts", "survey-hosts", "gazette-hosts",
    "counter-hosts",
)  # fmt: skip


class Hosts:
    """Tells hosts apart for one site."""

    def __init__(self, desk: Desk, own: str) -> None:
        self._desk = desk
        self._own = own
        self._known = frozenset(host for name in _KNOWN for host in desk.lexicon.words(name))
        self._miners = frozenset(desk.lexicon.words("miner-hosts"))

    def outside(self, url: str) -> str | None:
        """The host of an address that leads away from the site; None for any other."""
        if not url.startswith(("http://", "https://")) or self._desk.in_site(url):
            return None
        return host_of(url)

    def unknown(self, url: str) -> str | None:
        """The host of an address outside that belongs neither to a state body nor to anybody listed as known."""
        host = self.outside(url)
        if host is None or is_government(host) or self._is_listed(host):
            return None
        own = registrable_domain(self._own)
        return None if own is not None and own == registrable_domain(host) else host

    def mines(self, url: str) -> bool:
        """Is the address on the host of a miner?"""
        return not self._miners.isdisjoint(_ends(host_of(url) or ""))

    def _is_listed(self, host: str) -> bool:
        return not self._known.isdisjoint(_ends(host))


def host_of(url: str) -> str | None:
    """The host of an address."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def defanged(hosts: list[str] | tuple[str, ...]) -> str:
    """Hosts as a report may show them, so that nobody is led there."""
    return ", ".join(host.replace(".", "[.]") for host in hosts)


def _ends(host: str) -> set[str]:
    """The host and every domain that it lies in."""
    labels = host.split(".")
    return {".".join(labels[place:]) for place in range(len(labels))}
