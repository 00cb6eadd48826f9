"""What came of asking for an address, and of the crawl as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from auditor.facts.content import Document, Page


class Why(StrEnum):
    """Why something could not be fetched: a closed list, each with a remedy in the message catalogue."""

    DNS = "dns"
    REFUSED = "refused"
    RESET = "reset"
    TIMEOUT = "timeout"
    TLS = "tls"
    PROTOCOL = "protocol"  # an answer that HTTP does not allow
    TRUNCATED = "truncated"  # shorter than declared, or a compressed stream without its end
    TOO_LARGE = "too-large"
    ENCODING = "encoding"  # a content coding we did not offer, or a broken one
    REDIRECT_LOOP = "redirect-loop"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    BAD_REDIRECT = "bad-redirect"
    PRIVATE = "private"  # leads to an address outside the guard
    SCHEME = "scheme"
    HOST_DOWN = "host-down"  # the circuit breaker is open: the host failed too often
    PUT_OFF = "put-off"  # the host asked to come back later than this audit may wait
    CANCELLED = "cancelled"


class SkipWhy(StrEnum):
    """Why an address that was met was not fetched: the keys of `coverage.skipped`."""

    ROBOTS = "robots"
    BUDGET = "budget"
    SCOPE = "scope"
    TRAP = "trap"
    PRIVATE = "private"
    EXTERNAL = "external"
    LOGOUT = "logout"


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer, from the network or from a WARC: nothing after this can tell which."""

    url: str  # asked for
    final_url: str
    redirects: tuple[str, ...]  # every address passed on the way, the first being `url`; empty if none
    status: int
    headers: tuple[tuple[str, str], ...]  # lower-case names, in order
    body: bytes  # decoded
    at: datetime
    wire_bytes: int
    insecure: bool = False  # the certificate was not valid; what it says is marked
    warc: str | None = None  # id of the WARC record that keeps it

    def header(self, name: str) -> str | None:
        """The first value of a header, by lower-case name."""
        return next((value for key, value in self.headers if key == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """That something answered, whatever it answered."""

    status: int
    final_url: str
    redirects: tuple[str, ...]
    at: datetime
    declared_type: str | None
    actual_type: str | None  # lower-case extension of what the bytes are (html, pdf …); None without a body
    size: int | None  # of the decoded body; of Content-Length where only the head was asked for
    sha256: str | None
    last_modified: datetime | None = None
    etag: str | None = None
    insecure: bool = False
    warc: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreachable:
    """That nothing usable answered: a value, never an exception."""

    why: Why
    detail: str
    attempts: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """That it was not asked for."""

    why: SkipWhy
    detail: str = ""


class Kind(StrEnum):
    """What a resource is to the audit."""

    PAGE = "page"
    DOCUMENT = "document"
    EXTERNAL = "external"  # another site's address, only checked for being there
    OTHER = "other"  # style sheets, pictures and the like that were met as links


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One click on the way from the start page."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One address of the site and what came of it."""

    key: str  # canonical URL: the identity
    url: str  # the spelling first met
    kind: Kind
    depth: int  # clicks from the start page
    trail: tuple[Step, ...]  # from the start page (first) to this one (last); shortest, menus preferred
    fetch: Fetched | Unreachable | Skipped
    content: Page | Document | None = None
    soft_404: bool = False  # the body is that of the site's not-found answer
    from_menu: bool = False  # linked from a menu of the start page, or the start page itself


class RobotsState(StrEnum):
    """How robots.txt was read."""

    PARSED = "parsed"
    ABSENT = "absent"
    UNREACHABLE = "unreachable"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrapCut:
    """A pattern of addresses that the crawl stopped following."""

    pattern: str
    example: str
    count: int
    reason: str  # repeats, no-news, future-dates, depth, segments, length


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was looked at, and what was not and why."""

    pages: int = 0
    documents: int = 0
    requests: int = 0
    bytes: int = 0
    errors: int = 0
    skipped: tuple[tuple[SkipWhy, int], ...] = ()
    complete: bool = False
    limits: tuple[str, ...] = ()  # max-pages, max-documents, max-seconds, host-down, cancelled …
    robots: RobotsState = RobotsState.ABSENT
    robots_detail: str = ""
    crawl_delay: float | None = None
    shallow_known: int = 0  # addresses at depth ≤ 2 …
    shallow_read: int = 0  # … and how many of them were read
    traps: tuple[TrapCut, ...] = ()
    external_resolved: int = 0  # external names that resolved: the network itself works
    tls_error: str | None = None  # certificate error of the typed host, as OpenSSL words it
    not_found_probe: int | None = None  # status that a made-up address got
    rendered: int = 0  # pages read as they stand in a browser


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """`[site.staff]`: who looks after the website, as the operator says; for forms, and to compare with the order."""

    head: str = ""
    webmasters: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()  # that own information


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Whose site is audited."""

    id: str  # key of its history; for `check` the host (and path on a shared host)
    url: str  # as typed, made absolute
    host: str  # ASCII form
    also: tuple[str, ...] = ()
    fallback: str | None = None  # tried where `url` cannot be reached: its scheme was not typed
    name: str | None = None  # told by the operator; otherwise inferred by assess
    province: str | None = None
    unit_type: str | None = None
    staff: Staff = Staff()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """When and with which limits the crawl was made."""

    id: str
    started_at: datetime
    finished_at: datetime
    config: tuple[tuple[str, str | int | float | bool | None], ...] = ()


class Snapshot(Protocol):
    """A finished crawl, in memory or in the store; `assess` sees nothing else."""

    @property
    def site(self) -> Site:
        """Whose site it is."""
        ...

    @property
    def run(self) -> Run:
        """When it was made."""
        ...

    @property
    def coverage(self) -> Coverage:
        """How much of the site it holds."""
        ...

    def __iter__(self) -> Iterator[Resource]:
        """Every resource once, in the order in which it was met; the start page comes first."""
        ...

    def get(self, key: str) -> Resource | None:
        """The resource with this canonical URL; redirects are followed to where they ended."""
        ...
