"""security.suspicious-script: scripts that mine, lead readers away or keep what they load in codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.assess.checks.hosts import defanged, host_of
from auditor.assess.checks.marks import Mark, doubt
from auditor.facts import OddScript, Page, ScriptTrait
from auditor.findings import FindingRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.checks.hosts import Hosts
    from auditor.facts import Resource

_HIDES = frozenset({ScriptTrait.RUNS_CODES, ScriptTrait.SPELLS})
"""What no maker of counters or chats has to do; writing a script's address in codes is an old habit of theirs."""


class SuspiciousScripts:
    """Reads pages of one site."""

    def __init__(self, hosts: Hosts) -> None:
        self._hosts = hosts

    def marks(self, resource: Resource) -> Iterator[Mark]:
        """The signs on a page."""
        page = resource.content
        if not isinstance(page, Page):
            return
        for url in dict.fromkeys(page.scripts):
            if self._hosts.mines(url):
                yield _mark("miner", (host_of(url) or "",), _shown(url))
        for script in page.odd_scripts:
            yield from self._odd(script)
        stray = [url for url in dict.fromkeys(page.stray_scripts) if self._hosts.unknown(url)]
        if stray:
            hosts = tuple(dict.fromkeys(filter(None, map(host_of, stray))))
            yield _mark("outside", hosts, _shown(stray[0]), certain=False)

    def _odd(self, script: OddScript) -> Iterator[Mark]:
        """Where it leads is what makes it an intruder's; where nobody can see that, a person must look."""
        away = tuple(dict.fromkeys(host for url in script.leads_to if (host := self._hosts.unknown(url))))
        if ScriptTrait.BY_REFERRER in script.traits:
            if away:
                yield _mark("moves", away, script.excerpt)
        elif away or not script.leads_to:
            yield _mark("codes", away, script.excerpt, certain=bool(away) and not _HIDES.isdisjoint(script.traits))


def _shown(url: str) -> str:
    """The script's address as a report may show it."""
    return f"<script src={url.replace('.', '[.]')}>"


def _mark(how: str, hosts: tuple[str, ...], quote: str, *, certain: bool = True) -> Mark:
    return Mark(
        rule=FindingRule.SECURITY_SUSPICIOUS_SCRIPT,
        key=(how, str(certain), *(hosts or (quote,))),
        quote=quote,
        params=(("how", how), ("hosts", defanged(hosts)), *doubt(certain=certain)),
        certain=certain,
    )
