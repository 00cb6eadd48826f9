"""link.*: targets that are gone, files that only some may open, and chains that never end."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditor.assess.checks.defects import Defect, met_at
from auditor.facts import Fetched, Kind, Resource, Unreachable, Why
from auditor.findings import FindingRule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.checks.look import Look

_GONE = frozenset({404, 410})
_UNAUTHORISED = 401


def broken(resource: Resource, look: Look) -> Iterator[Defect]:
    """A link whose target answers 404 or 410, is a soft 404, or stands on a name that no longer resolves."""
    where = met_at(resource)
    if where is None:
        return
    severity = Severity.MINOR if resource.kind is Kind.EXTERNAL else None
    match resource.fetch:
        case Fetched() if resource.fetch.status in _GONE:
            params = (("status", resource.fetch.status),)
            yield Defect(
                rule=FindingRule.LINK_BROKEN, url=resource.url, where=where, params=params, severity=severity
            )
        case Fetched() if resource.kind is not Kind.EXTERNAL and look.not_found(resource):
            yield Defect(
                rule=FindingRule.LINK_BROKEN,
                url=resource.url,
                where=where,
                params=(("status", resource.fetch.status),),
            )
        case Unreachable() if _name_is_gone(resource, look):
            yield Defect(
                rule=FindingRule.LINK_BROKEN,
                url=resource.url,
                where=where,
                params=(("status", "dns"),),
                severity=Severity.MINOR,
            )
        case _:
            return


def _name_is_gone(resource: Resource, look: Look) -> bool:
    """An external name that does not resolve, while others do: so it is not our network."""
    return (
        resource.kind is Kind.EXTERNAL
        and isinstance(resource.fetch, Unreachable)
        and resource.fetch.why is Why.DNS
        and look.coverage.external_resolved > 0
    )


def private_document(resource: Resource, look: Look) -> Iterator[Defect]:
    """A file on a drive that asks its reader to log in."""
    drive = _host_in("file-drives", resource.url, look)
    if resource.kind is not Kind.EXTERNAL or not drive or not isinstance(resource.fetch, Fetched):
        return
    refused = resource.fetch.status == _UNAUTHORISED
    if refused or _host_in("login-hosts", resource.fetch.final_url, look):
        label = resource.trail[-1].label if resource.trail else ""
        yield Defect(
            rule=FindingRule.LINK_PRIVATE_DOCUMENT,
            url=resource.url,
            where=met_at(resource),
            params=(("label", label),),
        )


def _host_in(name: str, url: str, look: Look) -> bool:
    host = urlsplit(url).hostname or ""
    return any(host == known or host.endswith("." + known) for known in look.desk.lexicon.words(name))


def redirect_loop(resource: Resource, look: Look) -> Iterator[Defect]:
    """A chain of redirects that comes back to where it was."""
    _ = look
    if isinstance(resource.fetch, Unreachable) and resource.fetch.why is Why.REDIRECT_LOOP:
        yield Defect(
            rule=FindingRule.LINK_REDIRECT_LOOP,
            url=resource.url,
            where=met_at(resource),
            quote=resource.fetch.detail,
        )
