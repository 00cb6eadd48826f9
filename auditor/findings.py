"""What we conclude. A conclusion always points at a fact.

Names follow CONTRACT.md section 2 (`audit.json`); `report.json` maps these types to those keys.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from auditor.facts import Coverage, Run, Site, Step
    from auditor.rules import Obligation, Text


class Status(StrEnum):
    """The verdict on a requirement."""

    PASS = "pass"  # noqa: S105  (no password)
    PARTIAL = "partial"  # found, but a condition on it fails
    FAIL = "fail"  # coverage was good enough to say so
    REVIEW = "review"  # candidates exist; a person must decide
    UNVERIFIABLE = "unverifiable"  # blocked, unreachable, or the crawl stopped short
    NOT_APPLICABLE = "not-applicable"


class EvidenceKind(StrEnum):
    """What the evidence is."""

    PAGE = "page"
    DOCUMENT = "document"
    LINK = "link"
    WIDGET = "widget"
    EXTERNAL = "external"


class Rung(StrEnum):
    """How a label came to its topic; the order is the order of trust."""

    EXACT = "exact"
    CONTAINED = "contained"
    FUZZY = "fuzzy"


class Severity(StrEnum):
    """How bad a finding is (THAI_WEB.md section 7)."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    INFO = "info"


Params = tuple[tuple[str, str | int | float], ...]
"""Values that a message is filled with, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a verdict is what it is: a code of `reports/messages`, and what fills its sentence."""

    code: str
    params: Params = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where, in whose words and when."""

    url: str
    kind: EvidenceKind
    quote: str  # the words on the page or in the document, uncut words, at most 300 letters
    matched: str  # the phrase or the detector that found it
    score: float
    trail: tuple[Step, ...]
    fetched_at: datetime | None
    sha256: str | None
    page: int | None = None  # of a document, from 1
    warc: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """What came closest, and why it was not enough."""

    url: str
    label: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What was looked for and where."""

    terms: tuple[str, ...] = ()
    pages: int = 0
    documents: int = 0
    nearest: tuple[NearMiss, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """The last good verdict, when this audit could not look."""

    status: Status
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class HumanReview:
    """A person's verdict, kept beside ours."""

    status: Status
    by: str
    at: date
    reason: str
    expires: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Our conclusion on one requirement."""

    requirement: str
    pack: str
    category: str
    title: Text
    obligation: Obligation
    weight: float
    status: Status
    confidence: float
    reasons: tuple[Reason, ...]
    evidence: tuple[Evidence, ...]
    searched: Searched
    remedy: Text
    citation: str
    carried: Carried | None = None
    review: HumanReview | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The place where a defect is met."""

    page: str
    label: str
    selector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A defect of the site, told whatever the packs ask."""

    id: str  # hash of rule, site, canonical URL and the ordinal of equal hits
    rule: str  # id of CONTRACT.md section 4; its sentence and remedy are in `reports/messages`
    severity: Severity
    url: str
    where: Where | None
    params: Params = ()
    quote: str = ""
    first_seen: date | None = None
    requirement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The sum printed last, from verdicts alone."""

    percent: float | None
    counts: tuple[tuple[Status, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackUsed:
    """A pack as it was when it judged."""

    id: str
    version: str
    sha256: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who the site says it belongs to, and in which words."""

    name: str | None = None
    unit_type: str | None = None  # สสอ. สสจ. รพ. รพ.สต. …
    province: str | None = None
    quote: str = ""
    url: str | None = None
    told: bool = False  # by the operator, not inferred


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """One judged crawl: all that a report shows."""

    site: Site
    identity: Identity
    run: Run
    as_of: date
    auditor_version: str
    packs: tuple[PackUsed, ...]
    coverage: Coverage
    score: Score
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...] = ()
    detectors: tuple[str, ...] = field(default=())  # the finding rules whose detectors ran
