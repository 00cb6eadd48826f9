"""The shape of `audit.json`, version 1: what outside programs rely on (CONTRACT.md section 2).

Kept apart from our own types, which may change. A trailing underscore in a field's name (`pass_`) is not part of
the key. Fields stand in the order of the file and are always present; adding one is free, changing one is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003  (the schema is made from the types)

from auditor.facts import RobotsState, SkipWhy  # noqa: TC001  (as above)
from auditor.findings import (  # noqa: TC001  (as above)
    EvidenceKind,
    FindingRule,
    ReasonCode,
    Severity,
    Status,
)
from auditor.items import DateFrom, ItemField, ItemKind  # noqa: TC001  (as above)
from auditor.report.register_shape import Register  # noqa: TC001  (as above)
from auditor.rules import Obligation, Text  # noqa: TC001  (as above)

SCHEMA = "auditor/audit/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Whose site: what the operator told, else what the site says of itself."""

    id: str
    url: str
    display_url: str
    name: str | None
    host: str
    unit_type: str | None
    province: str | None
    identity: Identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The words that tell whose site it is, and where they stand."""

    quote: str | None
    url: str | None
    told: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A rule pack as it was when it judged."""

    id: str
    version: str
    sha256: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """When, by which program and with which settings."""

    id: str
    started_at: datetime
    finished_at: datetime
    as_of: date
    auditor_version: str
    packs: tuple[Pack, ...]
    config: dict[str, str | int | float | bool | list[str] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """A pattern of addresses that was no longer followed."""

    pattern: str
    example: str
    count: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shallow:
    """Addresses at depth ≤ 2, and how many of them were read."""

    known: int
    read: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was looked at, and what was not and why."""

    pages: int
    documents: int
    rendered: int
    requests: int
    bytes: int
    errors: int
    skipped: dict[SkipWhy, int]
    complete: bool
    limits: tuple[str, ...]
    robots: RobotsState
    robots_detail: str | None
    crawl_delay: float | None
    shallow: Shallow
    traps: tuple[Trap, ...]
    tls_error: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The percent, and how many requirements have each status."""

    percent: float | None
    pass_: int
    partial: int
    fail: int
    review: int
    not_applicable: int
    unverifiable: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(Counts):
    """Our own sum, and the one in which people's verdicts and waivers count."""

    with_reviews: Counts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why, as a code with its values and as a sentence."""

    code: ReasonCode
    params: dict[str, str | int | float]
    message: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One click on the way from the start page."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where, in whose words and when.

    `warc`: the record that keeps the answer, as `FILE#RECORD`: a file of the site's evidence and the WARC-Record-ID
    (`urn:uuid:…`) in it; of a single check with --keep-warc the WARC-Record-ID alone; null where none is kept.
    `image`: in the same way the record of a picture of the page; null where none was drawn.
    """

    url: str
    display_url: str
    kind: EvidenceKind
    quote: str
    matched: str
    score: float
    trail: tuple[Step, ...]
    fetched_at: datetime | None
    sha256: str | None
    page: int | None
    warc: str | None
    image: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """What came closest, and why it was not enough."""

    url: str
    display_url: str
    label: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What was looked for and where."""

    terms: tuple[str, ...]
    pages: int
    documents: int
    nearest: tuple[NearMiss, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """The last good verdict, when this audit could not look."""

    status: Status
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A person's verdict."""

    status: Status
    by: str
    at: date
    reason: str
    expires: date | None
    machine: Status | None
    machine_wrong: bool
    label: str
    url: str | None
    lapsed: Reason | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """That a person accepts it as it is, for a time."""

    by: str
    at: date
    reason: str
    expires: date
    lapsed: Reason | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What is asked, and our verdict on it."""

    id: str
    pack: str
    category: str
    title: Text
    obligation: Obligation
    weight: float
    status: Status
    confidence: float
    reasons: tuple[Reason, ...]
    evidence: tuple[Evidence, ...]
    evidence_sha256: str
    searched: Searched
    remedy: Text
    citation: str
    carried: Carried | None
    review: Review | None
    waiver: Waiver | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSource:
    """Who owns the data or answers for it."""

    value: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPeriod:
    """The days that the data covers; `null` for an open end."""

    from_: date | None
    to: date | None
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPublished:
    """When it was published, and where that stands."""

    date_: date
    quote: str
    from_: DateFrom


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFileType:
    """Lower-case extensions: what a reader sees, and what the bytes are."""

    shown: str | None
    actual: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFileSize:
    """Bytes as shown (number × 1024ⁿ), in whose words, and as transferred."""

    shown_bytes: int | None
    quote: str | None
    actual_bytes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A published document or dated post.

    `published` is what a reader sees; `published_hint` a date that only a server, a program or the address tells.
    """

    url: str
    display_url: str
    title: str
    kind: ItemKind
    listed_on: tuple[str, ...]
    category: str | None
    topics: tuple[str, ...]
    source: ItemSource | None
    period: ItemPeriod | None
    published: ItemPublished | None
    published_hint: ItemPublished | None
    file_type: ItemFileType
    file_size: ItemFileSize
    age_days: int | None
    expires: date | None
    missing: tuple[ItemField, ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where a defect is met."""

    page: str
    label: str
    selector: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A defect of the site."""

    id: str
    rule: FindingRule
    severity: Severity
    url: str
    display_url: str
    where: Where | None
    message: Text
    quote: str
    remedy: Text
    first_seen: date | None
    requirement: str | None
    waiver: Waiver | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """A requirement that is judged otherwise than before."""

    id: str
    from_: Status
    to: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is different from the last complete audit that began before this one; findings by their ids."""

    since: date
    run: str
    new: tuple[str, ...]
    fixed: tuple[str, ...]
    unseen: tuple[str, ...]  # known before, and this audit could not look
    requirements: tuple[StatusChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFile:
    """The whole file."""

    schema: str
    site: Site
    run: Run
    coverage: Coverage
    score: Score
    requirements: tuple[Requirement, ...]
    items: tuple[Item, ...]
    findings: tuple[Finding, ...]
    register: Register | None
    changes: Changes | None = None  # left out where nothing came before
