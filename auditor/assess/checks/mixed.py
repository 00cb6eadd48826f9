"""security.mixed-content: an encrypted page that takes or sends something unencrypted (W3C Mixed Content)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditor.assess.checks.defects import Defect
from auditor.facts import Fetched, Page
from auditor.findings import FindingRule, Severity, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.facts import Resource

_OK = 300
_MOST = 200  # hosts and kinds that are told apart
_HARMLESS = frozenset({"image"})  # browsers show it with a warning; the rest they refuse


class MixedContent:
    """Takes the resources of a site one by one; afterwards tells what its encrypted pages use unencrypted."""

    def __init__(self) -> None:
        self._met: dict[tuple[str, str], tuple[str, str]] = {}
        self._counts: dict[tuple[str, str], int] = {}

    def see(self, resource: Resource) -> None:
        """Take one resource."""
        page = resource.content
        if not isinstance(page, Page) or not _is_encrypted(resource):
            return
        seen = set()
        for kind, url in _used(page):
            mark = urlsplit(url).netloc, kind
            if url.startswith("http://") and (mark in self._met or len(self._met) < _MOST):
                self._met.setdefault(mark, (url, resource.url))
                seen.add(mark)
        for mark in seen:
            self._counts[mark] = self._counts.get(mark, 0) + 1

    def defects(self) -> Iterator[Defect]:
        """One defect for each host and kind of thing (script, frame, form, image), with how many pages have it."""
        for (host, kind), (example, where) in self._met.items():
            yield Defect(
                rule=FindingRule.SECURITY_MIXED_CONTENT,
                url=f"http://{host}/",
                where=Where(page=where, label=""),
                params=(("kind", kind), ("count", self._counts[host, kind]), ("example", example)),
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
