"""A finished crawl in memory: what `check` judges, and what tests build by hand. Holds facts; judges none.

What pages and documents say is kept in memory up to a limit, and beyond it in an unnamed scratch file, so that no
site can grow the process without end.
"""

from __future__ import annotations

import pickle
import tempfile
import weakref
import zlib
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from auditor.facts import Coverage, Document, Fetched, Page, Resource, Run, Site
from auditor.urls import canonical, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import IO

_MOST_HOPS = 10  # as many as the fetcher follows
_MEMORY = 192 * 1024 * 1024  # bytes of content, roughly, before the scratch file is used
# Rough sizes in bytes, as measured: of one fact besides its text, and of one letter of text.
_FACT, _LETTER = 500, 2


class MemorySnapshot:
    """A recorder while the crawl goes on; a `facts.Snapshot` once `finish` was called."""

    def __init__(self, site: Site, resources: Iterable[Resource] = (), *, memory: int = _MEMORY) -> None:
        """`memory`: bytes that the contents may take in memory."""
        self._site = site
        self._run: Run | None = None
        self._coverage = Coverage()
        self._resources: dict[str, Resource] = {}
        self._left = memory
        self._scratch = _Scratch()
        for resource in resources:
            self.add(resource)

    def add(self, resource: Resource) -> None:
        """Keep a resource; what was said of the same key before is replaced, in its old place."""
        self._scratch.forget(resource.key)
        if resource.content is not None:
            self._left -= _weight(resource.content)
            if self._left < 0:
                self._scratch.keep(resource.key, resource.content)
                resource = replace(resource, content=None)
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
        return map(self._whole, self._resources.values())

    def get(self, key: str) -> Resource | None:
        """The resource with this canonical URL; redirects are followed to where they ended.

        A redirect that is the site's way to say "not found" is the answer itself. An address that was not asked for
        is the same page as one that differs in http, https or `www.` only, as it is to the crawl.
        """
        found = looked_up(key, self._resources.get)
        return None if found is None else self._whole(found)

    def _whole(self, resource: Resource) -> Resource:
        content = self._scratch.read(resource.key)
        return resource if content is None else replace(resource, content=content)


def looked_up(key: str, find: Callable[[str], Resource | None]) -> Resource | None:
    """What a snapshot answers for a canonical URL, as `MemorySnapshot.get` tells; `find` knows exact keys only."""
    found = find(key) or next(filter(None, map(find, _other_names(key))), None)
    for _ in range(_MOST_HOPS):
        onwards = _onwards(found, find)
        if onwards is None or found is None or onwards.key == found.key:
            break
        found = onwards
    return found


def _onwards(found: Resource | None, find: Callable[[str], Resource | None]) -> Resource | None:
    """What a redirect ended at, if that is known; being sent to the not-found answer is no redirect."""
    if found is None or found.soft_404 or not isinstance(found.fetch, Fetched):
        return None
    return find(canonical(found.fetch.final_url)) if found.fetch.redirects else None


class _Scratch:
    """Contents on disk, by key; the file has no name and goes with its owner."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._places: dict[str, tuple[int, int]] = {}

    def keep(self, key: str, content: Page | Document) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with its owner
            weakref.finalize(self, self._file.close)
        packed = zlib.compress(pickle.dumps(content), 1)
        self._places[key] = (self._file.seek(0, 2), len(packed))
        self._file.write(packed)

    def forget(self, key: str) -> None:
        self._places.pop(key, None)

    def read(self, key: str) -> Page | Document | None:
        place = self._places.get(key)
        if place is None or self._file is None:
            return None
        self._file.seek(place[0])
        content = pickle.loads(zlib.decompress(self._file.read(place[1])))  # noqa: S301 - we wrote it ourselves
        assert isinstance(content, Page | Document)  # noqa: S101 - so says `keep`
        return content


def _weight(content: Page | Document) -> int:
    """Bytes that a content takes in memory, roughly."""
    if isinstance(content, Document):
        return _FACT + _LETTER * (sum(map(len, content.text)) + sum(map(len, content.ocr)))
    facts = len(content.blocks) + len(content.links) + len(content.images) + len(content.forms)
    letters = sum(len(block.text) + sum(map(len, block.cells)) for block in content.blocks)
    return _FACT * (1 + facts) + _LETTER * letters


def _other_names(key: str) -> Iterator[str]:
    """The same canonical address by http and https, with and without `www.`."""
    address = parse(key)
    if address is not None and address.port is None:
        bare = address.host.removeprefix("www.")
        for scheme, host in product(("https", "http"), (bare, f"www.{bare}")):
            yield key.replace(f"{address.scheme}://{address.host}", f"{scheme}://{host}", 1)
