"""A finished crawl in memory: what `check` judges, and what tests build by hand. Holds facts; judges none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.facts import Coverage, Fetched, Resource, Run, Site
from auditor.urls import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST_HOPS = 10  # as many as the fetcher follows


class MemorySnapshot:
    """A recorder while the crawl goes on; a `facts.Snapshot` once `finish` was called."""

    def __init__(self, site: Site, resources: Iterable[Resource] = ()) -> None:
        self._site = site
        self._run: Run | None = None
        self._coverage = Coverage()
        self._resources: dict[str, Resource] = {}
        for resource in resources:
            self.add(resource)

    def add(self, resource: Resource) -> None:
        """Keep a resource; what was said of the same key before is replaced, in its old place."""
        self._resources[resource.key] = resource

    def finish(self, run: Run, coverage: Coverage) -> None:
        """Say when the crawl was made and what it covers."""
        self._run, self._coverage = run, coverage

    @property
    def site(self) -> Site:
        """Whose site it is."""
        return self._site

    @property
    def run(self) -> Run:
        """When it was made; raises ValueError before `finish`."""
        if self._run is None:
            raise ValueError("the crawl is not finished: call finish(run, coverage) first")
        return self._run

    @property
    def coverage(self) -> Coverage:
        """How much of the site it holds."""
        return self._coverage

    def __len__(self) -> int:
        return len(self._resources)

    def __iter__(self) -> Iterator[Resource]:
        """Every resource once, in the order in which it was met; the start page comes first."""
        return iter(self._resources.values())

    def get(self, key: str) -> Resource | None:
        """The resource with this canonical URL; redirects are followed to where they ended."""
        found = self._resources.get(key)
        for _ in range(_MOST_HOPS):
            if found is None or not isinstance(found.fetch, Fetched) or found.content is not None:
                return found
            onwards = self._resources.get(canonical(found.fetch.final_url))
            if onwards is None or onwards is found:
                return found
            found = onwards
        return found
