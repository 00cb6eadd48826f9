"""What a request is for, and what it may cost because of that (RELIABILITY_RULES 4, 5 and 7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import unquote

from auditor.crawl.headers import content_type
from auditor.urls import parse

if TYPE_CHECKING:
    from auditor.config import NetworkLimits

_KIB = 1024
_LINK_CHECK_BYTES = 64 * _KIB  # a link check only asks whether something is there
PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
"""Media types of web pages."""

_PLAIN_TYPES = frozenset(
    {
        "text/plain",
        "text/xml",
        "application/xml",
        "application/json",
        "text/javascript",
        "application/javascript",
        "text/css",
        "application/rss+xml",
        "application/atom+xml",
    }
)
_DOCUMENT_ENDINGS = (
    ".pdf",
    ".doc",
    ".docx",
    ".docm",
    ".dot",
    ".dotx",
    ".rtf",
    ".odt",
    ".xls",
    ".xlsx",
    ".xlsm",
    ".xlsb",
    ".ods",
    ".csv",
    ".ppt",
    ".pptx",
    ".pps",
    ".ppsx",
    ".odp",
    ".zip",
    ".rar",
    ".7z",
    ".gz",
    ".tar",
    ".jpg",
    ".jpeg",
    ".png",
    ".gif",
    ".bmp",
    ".tif",
    ".tiff",
    ".webp",
    ".mp3",
    ".mp4",
    ".m4a",
    ".avi",
    ".mov",
    ".wmv",
    ".epub",
    ".exe",
    ".apk",
)


class Purpose(StrEnum):
    """What a request is for."""

    PAGE = "page"
    DOCUMENT = "document"
    ROBOTS = "robots"
    SITEMAP = "sitemap"
    PROBE = "probe"  # a made-up address, to learn what "not found" looks like
    EXTERNAL = "external"  # is another site's address there?
    ANY = "any"  # a page until the address or the answer says document


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What one request may cost."""

    seconds: float
    wire_bytes: int
    decoded_bytes: int
    redirects: int
    cut: bool = False  # what is longer is cut off, not refused


def allowance(purpose: Purpose, limits: NetworkLimits) -> Allowance:
    """The allowance of a purpose under the limits in force."""
    seconds = limits.document_seconds if purpose in {Purpose.DOCUMENT, Purpose.SITEMAP} else limits.page_seconds
    wire = {
        Purpose.DOCUMENT: limits.document_bytes,
        Purpose.SITEMAP: limits.sitemap_bytes,
        Purpose.ROBOTS: limits.robots_bytes,
        Purpose.EXTERNAL: min(_LINK_CHECK_BYTES, limits.page_bytes),
    }.get(purpose, limits.page_bytes)
    cut = purpose in {Purpose.ROBOTS, Purpose.EXTERNAL}
    return Allowance(
        seconds=seconds,
        wire_bytes=wire,
        decoded_bytes=wire if cut else min(wire * limits.decoded_ratio, limits.decoded_bytes),
        redirects=limits.robots_redirects if purpose is Purpose.ROBOTS else limits.redirects,
        cut=cut,
    )


def says_document(url: str, declared: str | None = None, disposition: str | None = None) -> bool:
    """Do the header fields, or where they say nothing the ending of the address, tell of a file and not a page?"""
    kind, _ = content_type(declared)
    if (disposition or "").lstrip().lower().startswith("attachment"):  # scripts send files as text/html
        return True
    if kind in PAGE_TYPES:
        return False
    if kind is None or kind in _PLAIN_TYPES or kind == "application/octet-stream":
        return _ends_like_document(url) or kind == "application/octet-stream"
    return not kind.startswith("text/")


def _ends_like_document(url: str) -> bool:
    address = parse(url)
    return address is not None and unquote(address.path).lower().endswith(_DOCUMENT_ENDINGS)
