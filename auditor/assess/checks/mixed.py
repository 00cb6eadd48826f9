"""security.mixed-content: an encrypted page that takes or sends something unencrypted (W3C Mixed Content)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditor.assess.checks.defects import Defect
from auditor.facts import Fetched, Page
from auditor.findings import FindingRule, Severity, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.facts import Resource

_OK = 300
_MOST = 200  # hosts and kinds that are told apart
_HARMLESS = frozenset({"image"})  # browsers show it with a warning; the rest they refuse


def mixed_content(resources: Iterable[Resource]) -> Iterator[Defect]:
    """One defect for each host and kind of thing (script, frame, form, image), with how many pages it is met on."""
    met: dict[tuple[str, str], tuple[str, str]] = {}
    counts: dict[tuple[str, str], int] = {}
    for resource in resources:
        page = resource.content
        if not isinstance(page, Page) or not _is_encrypted(resource):
            continue
        seen = set()
        for kind, url in _used(page):
            mark = urlsplit(url).netloc, kind
            if url.startswith("http://") and (mark in met or len(met) < _MOST):
                met.setdefault(mark, (url, resource.url))
                seen.add(mark)
        for mark in seen:
            counts[mark] = counts.get(mark, 0) + 1
    for (host, kind), (example, where) in met.items():
        yield Defect(
            rule=FindingRule.SECURITY_MIXED_CONTENT,
            url=f"http://{host}/",
            where=Where(page=where, label=""),
            params=(("kind", kind), ("count", counts[host, kind]), ("example", example)),
            severity=Severity.MINOR if kind in _HARMLESS else None,
        )


def _is_encrypted(resource: Resource) -> bool:
    fetch = resource.fetch
    return isinstance(fetch, Fetched) and fetch.status < _OK and fetch.final_url.startswith("https://")


def _used(page: Page) -> Iterator[tuple[str, str]]:
    yield from (("script", url) for url in page.scripts)
    yield from (("frame", link.url) for link in page.links if link.embedded)
    yield from (("form", form.action) for form in page.forms)
    yield from (("image", image.url) for image in page.images)
