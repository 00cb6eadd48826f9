"""What an operator may set. Whatever decides a verdict is in the rule packs instead."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from auditor import __version__

MB = 1024 * 1024

DEFAULT_PACK = "moph-web-2567"


class Lang(StrEnum):
    """Languages of results and reports."""

    TH = "th"
    EN = "en"


class ReportFormat(StrEnum):
    """What reports can be written as."""

    HTML = "html"
    JSON = "json"
    XLSX = "xlsx"
    CSV = "csv"
    JUNIT = "junit"
    SARIF = "sarif"
    MD = "md"
    PDF = "pdf"  # printed by an installed Chromium


class Render(StrEnum):
    """Which pages are loaded in a browser before they are read."""

    AUTO = "auto"  # those that are empty without their scripts, where there is a browser
    NEVER = "never"
    ALWAYS = "always"


class FailOn(StrEnum):
    """From which verdict on a required requirement a command ends with exit code 1."""

    FAIL = "fail"
    PARTIAL = "partial"
    REVIEW = "review"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkLimits:
    """Limits of one request (RELIABILITY_RULES 4–7); seconds and bytes."""

    connect_seconds: float = 10.0
    silence_seconds: float = 20.0
    page_seconds: float = 60.0
    document_seconds: float = 180.0
    page_bytes: int = 10 * MB
    document_bytes: int = 100 * MB
    robots_bytes: int = 512 * 1024
    sitemap_bytes: int = 50 * MB
    decoded_ratio: int = 10  # decoded bytes may be this many times the limit on the wire …
    decoded_bytes: int = 200 * MB  # … and never more than this
    head_bytes: int = 64 * 1024
    head_fields: int = 200
    redirects: int = 10
    robots_redirects: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Politeness:
    """How gently a host is asked (RELIABILITY_RULES 10–11); seconds."""

    delay: float = 0.25  # least gap between two requests; 0 lifts every gap but a Crawl-delay
    concurrency: int = 2  # in flight per host and per address
    total_concurrency: int = 16
    crawl_delay_cap: float = 60.0
    retries: int = 2
    retry_waits: tuple[float, ...] = (1.0, 4.0)
    retry_after_cap: float = 3600.0
    breaker_failures: int = 8  # failures in a row after which a host is left alone


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlLimits:
    """Budgets and traps of one site (RELIABILITY_RULES 12)."""

    max_pages: int = 500
    max_documents: int = 200
    max_seconds: float = 600.0
    max_depth: int = 20
    max_url_length: int = 2000
    max_segments: int = 20
    max_segment_repeats: int = 2
    max_links_per_page: int = 10_000
    trap_run: int = 200  # pages of one pattern without news
    trap_future_years: int = 2
    sitemap_depth: int = 3
    sitemap_files: int = 50
    sitemap_urls: int = 50_000
    external_checks: int = 200
    external_seconds: float = 90.0  # for all checks of other sites' addresses together
    second_look: int = 40  # addresses asked for again before it is told that something got worse
    second_look_wait: float = 5.0  # seconds before that


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLimits:
    """Limits of the child that reads documents (RELIABILITY_RULES 13–14)."""

    cpu_seconds: int = 20
    wall_seconds: float = 30.0
    memory_bytes: int = 512 * MB
    text_pages: int = 40  # pages of a document that are read
    text_chars: int = 400_000
    unpacked_bytes: int = 200 * MB  # out of one archive or office file, counted as they come
    unpacked_ratio: int = 200  # times its size, from the second MB on
    archive_members: int = 5_000
    ocr_pages: int = 3  # pages without text that are read from their picture
    ocr_seconds: float = 20.0  # for one document
    ocr_total_seconds: float = 120.0  # for one site; the crawl waits for it


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlSettings:
    """Everything the crawl is told."""

    network: NetworkLimits = field(default_factory=NetworkLimits)
    politeness: Politeness = field(default_factory=Politeness)
    limits: CrawlLimits = field(default_factory=CrawlLimits)
    documents: DocumentLimits = field(default_factory=DocumentLimits)
    full_every: int = 7  # nights after which an address is fetched whole, whatever the server says of it
    user_agent: str = f"auditor/{__version__}"
    contact: str = "https://github.com/auditor-th/auditor"
    ignore_robots: bool = False
    strict_tls: bool = False
    check_external_links: bool = True
    render: Render = Render.NEVER
    ocr: bool = False  # read pictures of words by machine, if Tesseract is there
