"""What an earlier night knows of an address, so that it is fetched and read again only where it changed.

Only what was kept whole is ever asked after: then an answer of "not modified" can always be filled in. The validators
go to the very address that gave them, as they came. Since servers lie, each address is fetched whole now and then.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import astuple, dataclass, replace
from datetime import timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING, Protocol

from auditor.build import build
from auditor.config import Render
from auditor.facts import Document, DocumentState, Fetched, Page, Response, Unchanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor.config import CrawlSettings
    from auditor.crawl.fetch import Headers
    from auditor.extract import DocumentCache, Worker

_OK, _NOT_MODIFIED = 200, 304
# What may stand in a field as it is; whatever else a server sent as its ETag is not sent back.
_SENDABLE = re.compile(r"[!-~](?:[ -~]{0,1000}[!-~])?")
_SETTLED = timedelta(minutes=1)
"""How old a change must have been when it was seen, for its time to tell it from the next one (RFC 9110 8.8.2.2)."""


class Earlier(Protocol):
    """Whatever keeps what an earlier night found."""

    def fetch(self, key: str) -> Fetched | None:
        """How an address answered, if what it answered is still there; by canonical URL."""
        ...

    def content(self, key: str) -> Page | Document | None:
        """What was read there."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Nights:
    """What earlier nights left for this one."""

    earlier: Earlier | None = None
    documents: DocumentCache | None = None


def reader_mark(settings: CrawlSettings) -> str:
    """Stands for all that decides what is made of an answer's bytes; nights of another mark are of no use."""
    told = (
        build(),
        astuple(settings.network),
        astuple(settings.documents),
        settings.ocr,
        settings.render,
        settings.user_agent,
    )
    return hashlib.sha256(repr(told).encode()).hexdigest()


class Recall:
    """The use that one crawl makes of an earlier night."""

    def __init__(
        self, earlier: Earlier | None, worker: Worker, key_of: Callable[[str], str], settings: CrawlSettings
    ) -> None:
        # What scripts make of a page may change while the page does not.
        self._earlier = earlier if settings.render is not Render.ALWAYS else None
        self._worker, self._key_of, self._full_every = worker, key_of, settings.full_every

    def visit(self, key: str) -> Recollection:
        """What is known of the addresses that a visit to `key` may pass."""
        return Recollection(self._earlier, self._worker, lambda url: (key, self._key_of(url)), self._full_every)


class Recollection:
    """What an earlier night knows, while one address is visited."""

    def __init__(
        self,
        earlier: Earlier | None,
        worker: Worker,
        keys_of: Callable[[str], tuple[str, ...]],
        full_every: int,
    ) -> None:
        self._earlier, self._worker, self._keys_of, self._full_every = earlier, worker, keys_of, full_every
        self._known: dict[str, tuple[str, Fetched] | None] = {}
        self._offered: dict[str, Unchanged] = {}

    def conditions(self, url: str) -> Headers:
        """The fields under which `url` need not send its body again."""
        key, fetch = self._at(url) or ("", None)
        if fetch is None or fetch.confirmed + 1 >= self._full_every:
            return ()
        fields = tuple(_validators(fetch))
        content = self._whole(key) if fields else None
        if content is None or not self._worker.has_read(content, fetch.sha256):
            return ()
        self._offered[url] = Unchanged(fetch=fetch, content=content)
        return fields

    def filled_in(self, response: Response) -> Response:
        """The answer with what is there, where the server only said that it is what it was."""
        known = self._offered.get(response.final_url) if response.status == _NOT_MODIFIED else None
        return response if known is None else replace(response, status=known.fetch.status, unchanged=known)

    def page(self, response: Response, sha256: str) -> Page | None:
        """The page that was read of bytes with this digest at the address that answered."""
        key, fetch = self._at(response.final_url) or ("", None)
        content = self._whole(key) if fetch is not None and fetch.sha256 == sha256 else None
        return content if isinstance(content, Page) else None

    def _at(self, url: str) -> tuple[str, Fetched] | None:
        """How this very address answered, and under which key."""
        if url not in self._known:
            self._known[url] = self._found(url)
        return self._known[url]

    def _found(self, url: str) -> tuple[str, Fetched] | None:
        if self._earlier is None:
            return None
        for key in dict.fromkeys(self._keys_of(url)):
            fetch = self._earlier.fetch(key)
            if fetch is not None and (fetch.final_url, fetch.status) == (url, _OK) and fetch.sha256 is not None:
                return key, fetch
        return None

    def _whole(self, key: str) -> Page | Document | None:
        content = None if self._earlier is None else self._earlier.content(key)
        if isinstance(content, Page):
            return None if content.truncated or content.rendered or content.needs_script else content
        return None if content is None or content.state is DocumentState.LIMITED else content


def _validators(fetch: Fetched) -> list[tuple[str, str]]:
    fields = []
    if fetch.etag is not None and _SENDABLE.fullmatch(fetch.etag):
        fields.append(("If-None-Match", fetch.etag))
    changed = fetch.last_modified
    if changed is not None and fetch.at - changed >= _SETTLED:
        fields.append(("If-Modified-Since", format_datetime(changed, usegmt=True)))
    return fields
