"""What the links of a site lead to: documents, pages, and what is neither. One pass over the snapshot makes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditor.facts import Document, Fetched, Kind, Page, Skipped, Unreachable, Why
from auditor.overflow import Overflow
from auditor.urls import canonical, ending, gives_out_file, is_document_ending, shown_file

if TYPE_CHECKING:
    from datetime import date

    from auditor.assess.detectors.hits import Desk
    from auditor.assess.menus import Menus
    from auditor.facts import Resource, Snapshot

_GONE = 400
_REMEMBERED = 4_096  # links
_IN_MEMORY = 2_048  # targets
_REFUSED = frozenset({401, 403})
_PICTURES = frozenset({"jpg", "jpeg", "png", "gif", "webp", "bmp", "svg", "tif", "tiff", "heic", "ico"})
_SHARED = re.compile(
    r"(?P<file>/(?:file|document|spreadsheets|presentation)/(?:u/\d+/)?d/[\w-]{6,})|/folders?/[\w-]{6,}"
)
_FORMS = re.compile(r"/forms?/|/viewform")


class Sort(StrEnum):
    """What stands at the end of a link."""

    DOCUMENT = "document"
    PICTURE = "picture"
    PAGE = "page"
    NOTHING = "nothing"  # gone, of another site, a program


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The end of a link, and what is known of its bytes."""

    key: str  # canonical URL of where redirects and a canonical link end
    sort: Sort
    menu: bool = False  # an entry of the site's menu: a section, no post
    actual_type: str | None = None
    actual_bytes: int | None = None
    modified: date | None = None  # as the server says


class Targets:
    """The targets of a site by the spelling of their links."""

    def __init__(self, snapshot: Snapshot, desk: Desk, menus: Menus) -> None:
        self._desk, self._menus = desk, menus
        self._gazettes = desk.lexicon.words("gazette-hosts")
        self._albums = desk.lexicon.words("album-hosts")
        self._drives = desk.lexicon.words("file-drives")
        self._forms = desk.lexicon.words("survey-hosts")
        self._ends: dict[str, str] = {}
        self._index: Overflow[Target] = Overflow(_IN_MEMORY)
        self._known: dict[str, Target | None] = {}  # what was asked for lately
        for resource in snapshot:
            self._note(resource)

    def of(self, url: str) -> Target | None:
        """What a link leads to; None if it is no item's address."""
        if url not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[url] = self._find(url)
        return self._known[url]

    def at(self, key: str) -> Target | None:
        """The target of a canonical URL."""
        return self._index.get(self._ends.get(key, key))

    def _find(self, url: str) -> Target | None:
        if not url.startswith(("http://", "https://")):
            return None
        inner = shown_file(url) or url
        key = canonical(inner)
        found = self.at(key) or self.at(_other_scheme(key))
        if found is None:
            found = self._unmet(inner, key)
        return found if found is not None and found.sort is not Sort.NOTHING else None

    def _unmet(self, url: str, key: str) -> Target | None:
        """An address that the crawl did not come to."""
        if self._is_drive(url):
            return Target(key=_shared_key(key), sort=Sort.DOCUMENT)
        if not self._desk.in_site(url):
            return None
        return Target(key=key, sort=_told(url))

    def _note(self, resource: Resource) -> None:
        target = self._target(resource)
        if isinstance(resource.fetch, Fetched) and resource.fetch.redirects:
            end = canonical(resource.fetch.final_url)
            if end != resource.key and target.sort is not Sort.NOTHING:
                self._ends[resource.key] = end
                self._add(_moved(target, end))
                return
        if isinstance(resource.content, Page) and resource.content.canonical:
            self._note_canonical(resource, target, canonical(resource.content.canonical))
        self._index[resource.key] = target

    def _add(self, target: Target) -> None:
        if target.key not in self._index:
            self._index[target.key] = target

    def _note_canonical(self, resource: Resource, target: Target, told: str) -> None:
        """A page that names another address of its own site as the one it is known by; the start page names none."""
        same_page = urlsplit(told).path not in {"", "/"} and self._desk.in_site(told)
        if told != resource.key and same_page and resource.depth > 0:
            self._ends[resource.key] = told
            self._add(_moved(target, told))

    def _target(self, resource: Resource) -> Target:
        fetch = resource.fetch
        key, sort = resource.key, self._sort(resource)
        menu = resource.from_menu or self._menus.leads_to(key)
        if resource.kind is Kind.EXTERNAL or not self._desk.in_site(resource.url):
            key = _shared_key(key)
        if not isinstance(fetch, Fetched):
            return Target(key=key, sort=sort, menu=menu)
        content = resource.content
        kind = content.kind if isinstance(content, Document) else fetch.actual_type
        return Target(
            key=key,
            sort=sort,
            menu=menu,
            actual_type=kind if resource.kind is not Kind.EXTERNAL else None,
            actual_bytes=fetch.size if resource.kind is not Kind.EXTERNAL else None,
            modified=fetch.last_modified.date() if fetch.last_modified else None,
        )

    def _sort(self, resource: Resource) -> Sort:
        if _host_in(resource.url, self._gazettes) and not self._desk.in_site(resource.url):
            return Sort.NOTHING
        drive = self._is_drive(resource.url)
        match resource.fetch:
            case Fetched():
                return self._answered(resource, resource.fetch, drive=drive)
            case Unreachable():
                gone = resource.fetch.why is Why.DNS and not drive
                return Sort.NOTHING if gone else self._promised(resource, drive=drive)
            case Skipped():
                return self._promised(resource, drive=drive)

    def _answered(self, resource: Resource, fetch: Fetched, *, drive: bool) -> Sort:
        if fetch.status >= _GONE:
            return Sort.DOCUMENT if drive and fetch.status in _REFUSED else Sort.NOTHING
        if drive:
            return Sort.DOCUMENT
        if resource.soft_404 or resource.kind is Kind.EXTERNAL:
            return Sort.NOTHING
        if isinstance(resource.content, Document):
            return Sort.PICTURE if resource.content.kind in _PICTURES else Sort.DOCUMENT
        if isinstance(resource.content, Page):
            return _spelt(resource.url)
        return Sort.NOTHING

    def _promised(self, resource: Resource, *, drive: bool) -> Sort:
        """What an address that was not read may be: nothing is said of other sites."""
        if drive:
            return Sort.DOCUMENT
        if not self._desk.in_site(resource.url):
            return Sort.NOTHING
        return _told(resource.url)

    def _is_drive(self, url: str) -> bool:
        """A file or folder on a shared drive, or a flip-book: no form to fill in, no album of pictures."""
        if _host_in(url, self._albums) or _FORMS.search(url) or any(form in url for form in self._forms):
            return False
        path = urlsplit(url).path
        on_drive = _host_in(url, self._drives) and len(path) > 1
        return on_drive or (not self._desk.in_site(url) and _SHARED.search(path) is not None)


def _spelt(url: str) -> Sort:
    suffix = ending(urlsplit(url).path)
    if not is_document_ending(suffix):
        return Sort.PAGE
    return Sort.PICTURE if suffix in _PICTURES else Sort.DOCUMENT


def _told(url: str) -> Sort:
    """What the spelling tells of an address that was not read."""
    return Sort.DOCUMENT if gives_out_file(url) else _spelt(url)


def _moved(target: Target, key: str) -> Target:
    return Target(
        key=key,
        sort=target.sort,
        menu=target.menu,
        actual_type=target.actual_type,
        actual_bytes=target.actual_bytes,
        modified=target.modified,
    )


def _shared_key(key: str) -> str:
    """A shared file has many addresses (view, preview, edit): its number is its identity."""
    found = _SHARED.search(key)
    return key[: found.end()] if found and found["file"] else key


def _other_scheme(key: str) -> str:
    return f"http://{key[8:]}" if key.startswith("https://") else f"https://{key[7:]}"


def _host_in(url: str, hosts: tuple[str, ...]) -> bool:
    host = urlsplit(url).hostname or ""
    return any(host == known or host.endswith("." + known) for known in hosts)
