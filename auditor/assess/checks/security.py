"""security.* and privacy.* on every page and document, told once for all pages that show the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.assess.checks.defects import Defect, met_at
from auditor.assess.checks.gambling import GamblingSpam
from auditor.assess.checks.hidden import HiddenLinks
from auditor.assess.checks.hosts import Hosts
from auditor.assess.checks.personal import NationalIds
from auditor.assess.checks.scripts import SuspiciousScripts
from auditor.facts import Fetched, Kind
from auditor.findings import FindingRule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.assess.checks.marks import Mark
    from auditor.assess.detectors.hits import Desk
    from auditor.facts import Resource, Site
    from auditor.findings import Where

_MOST = 500  # signs that are told apart
_BREACHES = frozenset(
    {
        FindingRule.SECURITY_GAMBLING_SPAM,
        FindingRule.SECURITY_HIDDEN_LINKS,
        FindingRule.SECURITY_SUSPICIOUS_SCRIPT,
    }
)
"""What breaches the Computer Crime Act: spam, malware and false content, not what the data protection law forbids."""


@dataclass(frozen=True, slots=True)
class _Met:
    """A sign and where it was met first."""

    mark: Mark
    url: str
    where: Where | None


class SecurityWatch:
    """Takes the resources of a site one by one; afterwards tells their defects in the order met."""

    def __init__(self, site: Site, desk: Desk) -> None:
        hosts = Hosts(desk, site.host)
        gambling = GamblingSpam(desk.lexicon, hosts)
        readers = (gambling, HiddenLinks(desk.lexicon, hosts, gambling), SuspiciousScripts(hosts))
        self._readers = (*readers, NationalIds(desk.lexicon))
        self._met: dict[tuple[str, ...], _Met] = {}
        self._counts: dict[tuple[str, ...], int] = {}

    def see(self, resource: Resource) -> None:
        """Take one resource; what did not come from the site's own pages or documents is passed over."""
        if not isinstance(resource.fetch, Fetched) or resource.content is None or resource.kind is Kind.EXTERNAL:
            return
        for reader in self._readers:
            for mark in reader.marks(resource):
                key = (mark.rule.value, *mark.key)
                if key in self._met or len(self._met) < _MOST:
                    self._met.setdefault(key, _Met(mark, resource.url, met_at(resource)))
                    self._counts[key] = self._counts.get(key, 0) + 1

    def defects(self) -> Iterator[Defect]:
        """One defect for each sign, with the number of pages that show it."""
        for key, met in self._met.items():
            count = self._counts[key]
            yield Defect(
                rule=met.mark.rule,
                url=met.url,
                where=met.where,
                params=(*met.mark.params, *((("count", count),) if count > 1 else ())),
                quote=met.mark.quote,
                severity=met.mark.severity,
            )


def breaches_among(defects: Iterable[Defect]) -> tuple[Defect, ...]:
    """Those that breach the Computer Crime Act, or may: the certain ones are critical and come first."""
    told = [defect for defect in defects if defect.rule in _BREACHES]
    return tuple(sorted(told, key=lambda defect: defect.severity is not Severity.CRITICAL))
