"""security.no-https, security.tls, site.*, crawl.*: what is told once for the whole site."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditor.assess.checks.defects import Defect
from auditor.facts import Fetched, RobotsState, SkipWhy
from auditor.findings import FindingRule
from auditor.urls import is_government

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.facts import Coverage, Resource, Site

_OK = 400


def site_defects(site: Site, coverage: Coverage, start: Resource | None) -> Iterator[Defect]:
    """All site-wide defects; nothing is said of the transport and the name of a loopback or private address."""
    if not _is_local(site.host):
        yield from _transport(site, coverage, start)
        if not is_government(site.host):
            yield Defect(rule=FindingRule.SITE_NOT_GOVERNMENT_DOMAIN, url=site.url, params=(("host", site.host),))
    yield from _robots(site, coverage)
    for trap in coverage.traps:
        yield Defect(
            rule=FindingRule.CRAWL_TRAP,
            url=trap.example,
            params=(("pattern", trap.pattern), ("count", trap.count), ("reason", trap.reason)),
        )


def _is_local(host: str) -> bool:
    """A loopback or private address, or a name that means one (RFC 6761)."""
    try:
        address = ip_address(host.strip("[]"))
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return address.is_private or address.is_loopback


def _transport(site: Site, coverage: Coverage, start: Resource | None) -> Iterator[Defect]:
    if coverage.tls_error is not None:
        yield Defect(rule=FindingRule.SECURITY_TLS, url=site.url, quote=coverage.tls_error)
    if start is None or not isinstance(start.fetch, Fetched) or start.fetch.status >= _OK:
        return
    if urlsplit(start.fetch.final_url).scheme == "http":
        yield Defect(rule=FindingRule.SECURITY_NO_HTTPS, url=site.url)


def _robots(site: Site, coverage: Coverage) -> Iterator[Defect]:
    blocked = dict(coverage.skipped).get(SkipWhy.ROBOTS, 0)
    if blocked and coverage.robots is RobotsState.PARSED:
        yield Defect(
            rule=FindingRule.CRAWL_ROBOTS_BLOCKED,
            url=site.url,
            params=(("count", blocked),),
            quote=coverage.robots_detail,
        )
