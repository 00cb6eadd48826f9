"""What we conclude. A conclusion always points at a fact.

Names follow CONTRACT.md section 2 (`audit.json`); `report.json` maps these types to those keys.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from auditor.facts import Coverage, Run, Site, Step
    from auditor.items import Item
    from auditor.register import Reconciliation
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


class ReasonCode(StrEnum):
    """Why a verdict is what it is; each has a sentence in both languages in `reports/messages`."""

    # the thing is there
    FOUND_PAGE = "found-page"  # title, path (menu labels joined by ›)
    FOUND_SECTION = "found-section"  # heading, title
    FOUND_DOCUMENT = "found-document"  # title, page, leaf: what the number counts (page, sheet, slide)
    FOUND_LISTING = "found-listing"  # title, entries, newest (ISO date or "")
    FOUND_WIDGET = "found-widget"  # what
    FOUND_PART = "found-part"  # what, count
    FOUND_ALT_TEXT = "found-alt-text"  # alt
    VARIANT_LABEL = "variant-label"  # label: met under another wording
    NONE_STATED = "none-stated"  # quote: the site says there is none, where the law allows that
    ZERO_REPORT = "zero-report"  # quote: a report of zero for a stated period
    CURRENT_PERIOD = "current-period"  # period: of the year asked for
    # the right thing, with a condition that fails
    WRONG_YEAR = "wrong-year"  # found, wanted (B.E. years)
    UNDATED = "undated"  # wanted
    STALE = "stale"  # newest (ISO date), age, allowed (days)
    STAMP_BY_SCRIPT = "stamp-by-script"  # quote, pages, day (ISO date): a day of change that tells nothing
    AGES_OF_CATEGORY = "ages-of-category"  # category, count, newest (ISO date), median: of its dated items, in days
    NONE_THIS_YEAR = "none-this-year"  # category, newest (ISO date), year (B.E.): nothing of the fiscal year
    NEWEST_OF_LIST = "newest-of-list"  # list, url, count, newest (ISO date)
    ROUNDS_MISSING = "rounds-missing"  # missing, newest: ISO months of a series, parted by blanks
    PART_MISSING = "part-missing"  # what, found, wanted
    LINKS_BROKEN = "links-broken"  # broken, tried
    FIELD_SHOWN = "field-shown"  # what, have, of, percent: enough of the published items show a field
    FIELD_LACKING = "field-lacking"  # what, have, of, percent: too few do
    LIST_LACKS = "list-lacks"  # what, list, url, count, of, titles: where the items that lack it are listed
    ITEMS_EXPIRED = "items-expired"  # count, of: items past their stated last day that stand there as current
    ITEM_PAST = "item-past"  # title, url, day (ISO date): one of them
    NONE_EXPIRED = "none-expired"  # of: items with a stated last day, none of them past it
    EXTERNAL_ONLY = "external-only"  # host: stands only on a foreign host such as a social network
    # not there
    NOT_FOUND = "not-found"  # pages, documents
    IF_ANY_ABSENT = "if-any-absent"  # pages, documents
    NO_ITEMS = "no-items"  # pages, documents: no published document or dated post
    TARGET_MISSING = "target-missing"  # label, status
    SOFT_404 = "soft-404"  # label
    EMPTY = "empty"  # label
    UNDER_CONSTRUCTION = "under-construction"  # quote
    NO_DATA = "no-data"  # quote
    MEMO_ONLY = "memo-only"  # title
    REQUEST_FORM_ONLY = "request-form-only"  # title
    OTHER_AGENCY = "other-agency"  # name
    NEWS_ONLY = "news-only"  # title
    NOT_THE_THING = "not-the-thing"  # label, head: the first words of what it is instead
    DEAD_LABEL = "dead-label"  # label: a label that leads nowhere
    PARENT_NOT_MET = "parent-not-met"  # requirement
    BREACH_SEEN = "breach-seen"  # count
    BREACH_SUSPECTED = "breach-suspected"  # count
    # a person must look
    NO_TEXT = "no-text"  # title: a scan without a text layer
    POSTER = "poster"  # label: a picture without words beside it
    ENCRYPTED = "encrypted"  # title
    DAMAGED = "damaged"  # title
    OCR_TEXT = "ocr-text"  # title, quote: a scan or a picture in which a machine read the words
    GARBLED_TEXT = "garbled-text"  # title: a text layer that is no words
    UNSUPPORTED = "unsupported"  # title, kind
    FUZZY_LABEL = "fuzzy-label"  # label, phrase
    AMBIGUOUS = "ambiguous"  # count
    ON_SHARED_DRIVE = "on-shared-drive"  # host, label: on another host, where only a person can look
    # could not look
    BLOCKED = "blocked"  # status, label
    NEEDS_LOGIN = "needs-login"  # label
    SERVER_ERROR = "server-error"  # status, label
    UNREACHABLE = "unreachable"  # why, label
    ROBOTS = "robots"  # label
    NEEDS_SCRIPT = "needs-script"  # label
    LIMIT_REACHED = "limit-reached"  # limit, label
    COVERAGE_INCOMPLETE = "coverage-incomplete"  # read, known
    SITE_UNREACHABLE = "site-unreachable"  # why
    PACK_NOT_LOADED = "pack-not-loaded"  # pack
    NO_BREACH_SEEN = "no-breach-seen"
    # set aside
    SWITCHED_OFF = "switched-off"  # reason
    NOT_FOR_UNIT = "not-for-unit"  # unit_type
    # remarks beside any of the above
    UNVERIFIED_TLS = "unverified-tls"
    IDENTITY_UNDECIDED = "identity-undecided"
    WEBMASTERS_DIFFER = "webmasters-differ"  # order, configured: names that stand in only one of the two
    # why a person's word no longer holds
    REVIEW_EXPIRED = "review-expired"  # expires (ISO date)
    REVIEW_EVIDENCE_CHANGED = "review-evidence-changed"  # at (ISO date)
    WAIVER_EXPIRED = "waiver-expired"  # expires (ISO date)


class FindingRule(StrEnum):
    """The defects an audit can tell (CONTRACT.md section 4)."""

    LINK_BROKEN = "link.broken"
    LINK_REDIRECT_LOOP = "link.redirect-loop"
    LINK_PRIVATE_DOCUMENT = "link.private-document"
    PAGE_EMPTY = "page.empty"
    PAGE_UNDER_CONSTRUCTION = "page.under-construction"
    PAGE_SOFT_404 = "page.soft-404"
    PAGE_ENCODING = "page.encoding"
    DOCUMENT_UNREADABLE = "document.unreadable"
    DOCUMENT_ENCRYPTED = "document.encrypted"
    DOCUMENT_SCANNED = "document.scanned"
    DOCUMENT_TYPE_MISMATCH = "document.type-mismatch"
    DOCUMENT_SIZE_MISMATCH = "document.size-mismatch"
    ITEM_MISSING_SOURCE = "item.missing-source"
    ITEM_MISSING_PERIOD = "item.missing-period"
    ITEM_MISSING_PUBLISHED = "item.missing-published"
    ITEM_MISSING_FILE_TYPE = "item.missing-file-type"
    ITEM_MISSING_FILE_SIZE = "item.missing-file-size"
    ITEM_EXPIRED = "item.expired"
    ITEM_STALE = "item.stale"
    ITEM_WRONG_FISCAL_YEAR = "item.wrong-fiscal-year"
    ITEM_FUTURE_DATE = "item.future-date"
    SECURITY_NO_HTTPS = "security.no-https"
    SECURITY_TLS = "security.tls"
    SECURITY_MIXED_CONTENT = "security.mixed-content"
    SECURITY_GAMBLING_SPAM = "security.gambling-spam"
    SECURITY_HIDDEN_LINKS = "security.hidden-links"
    SECURITY_SUSPICIOUS_SCRIPT = "security.suspicious-script"
    PRIVACY_NATIONAL_ID = "privacy.national-id"
    CRAWL_TRAP = "crawl.trap"
    CRAWL_ROBOTS_BLOCKED = "crawl.robots-blocked"
    SITE_NOT_GOVERNMENT_DOMAIN = "site.not-government-domain"
    REGISTER_NOT_FOUND = "register.not-found"  # approved, and not on the site
    REGISTER_UNREGISTERED = "register.unregistered"  # on the site, and not in the register
    REGISTER_EXPIRED = "register.expired"
    REGISTER_REFUSED_PUBLISHED = "register.refused-published"
    REGISTER_PENDING_PUBLISHED = "register.pending-published"
    REGISTER_DIFFERS = "register.differs"


Params = tuple[tuple[str, str | int | float], ...]
"""Values that a message is filled with, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a verdict is what it is: its code, and what fills the sentence."""

    code: ReasonCode
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
    image: str | None = None  # the record of a picture of the page, as `warc` names that of its answer


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
    expires: date | None = None  # the last day on which it holds
    machine: Status | None = None  # what the program said then
    machine_wrong: bool = False  # the program made a mistake here, rather than the agency
    label: str = ""  # the words on the website that mean it, or that the program wrongly took for it
    url: str | None = None  # where the person found the thing
    lapsed: Reason | None = None  # why it no longer holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """That a requirement or finding is accepted as it is, for a time; it is shown all the same."""

    by: str
    at: date
    reason: str
    expires: date  # the last day on which it holds
    lapsed: Reason | None = None  # why it no longer holds


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
    waiver: Waiver | None = None


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
    rule: FindingRule  # its sentence and remedy are in `reports/messages`
    severity: Severity
    url: str
    where: Where | None
    params: Params = ()
    quote: str = ""
    first_seen: date | None = None
    requirement: str | None = None
    waiver: Waiver | None = None


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
    beside: str | None = None  # the province that stands right behind the name


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """A requirement that is judged otherwise than before; what could not be looked at counts as it was last seen."""

    requirement: str
    before: Status
    after: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is different from an earlier complete audit of the site."""

    since: date  # the day for which that one judged
    run: str  # its run
    new: tuple[str, ...] = ()  # ids of findings
    fixed: tuple[Finding, ...] = ()
    unseen: tuple[Finding, ...] = ()  # known before, and this audit could not look: neither fixed nor still open
    requirements: tuple[StatusChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What earlier audits of a site say, as far as the next one needs it."""

    baseline: Audit | None = None  # the last complete one, without its items
    first_seen: tuple[tuple[str, date], ...] = ()  # of findings that were met in it or later
    good: tuple[tuple[str, str, Carried], ...] = ()  # pack, requirement, the last verdict from a look


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
    items: Sequence[Item] = ()  # what the site publishes, in the order met
    register: Reconciliation | None = None  # None: no register was given
    detectors: tuple[str, ...] = field(default=())  # the finding rules whose detectors ran
    changes: Changes | None = None  # None: no complete audit came before
    score_with_reviews: Score | None = None  # None: no person has said anything
