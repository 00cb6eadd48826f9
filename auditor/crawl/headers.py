"""Header fields that tell about a body: its type, its file name, its dates. What they claim is not yet true."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import unquote_to_bytes

# One parameter: `name=token` or `name="quoted"` (RFC 9110 5.6.6).
_PARAMETER = re.compile(r';\s*([!#$%&\'*+\-.^_`|~0-9A-Za-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))', re.DOTALL)
_QUOTED_PAIR = re.compile(r"\\(.)", re.DOTALL)
_DISPOSITION = re.compile(r"\s*[!#$%&'*+\-.^_`|~0-9A-Za-z]+\s*(?=;|\Z)")
_EXTENDED = re.compile(r"([A-Za-z0-9-]+)'[A-Za-z0-9-]*'(.*)", re.DOTALL)
_EXTENDED_CHARSETS = {"utf-8": "utf-8", "iso-8859-1": "latin-1", "windows-874": "cp874", "tis-620": "cp874"}
_TYPE = re.compile(r"\s*([!#$%&'*+\-.^_`|~0-9A-Za-z]+/[!#$%&'*+\-.^_`|~0-9A-Za-z]+)\s*(?=;|,|\Z)")
_LONGEST_NAME = 255
_FIRST_THAI_BYTE = 0xA1  # of windows-874
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def content_type(header: str | None) -> tuple[str | None, str | None]:
    """Media type and charset of a Content-Type, both lower-case; None for what is absent or malformed."""
    match = _TYPE.match(header or "")
    charset = _parameters(header or "").get("charset", "").strip(" \t'\"").lower()
    return (match[1].lower() if match else None), charset or None


def content_disposition_name(header: str) -> str | None:
    """The file name a Content-Disposition gives (RFC 6266, RFC 8187), for showing: last path part, no controls.

    None if there is none, or only dots.
    """
    if not _DISPOSITION.match(header):
        return None
    parameters = _parameters(header)
    name = _extended(parameters.get("filename*", "")) or _letters(parameters.get("filename", ""))
    last = re.split(r"[/\\]", name)[-1]
    shown = "".join(sign for sign in last if unicodedata.category(sign) not in _HIDDEN).strip()
    return shown[:_LONGEST_NAME] if shown.strip(". ") else None


def last_modified(header: str | None) -> datetime | None:
    """The moment an HTTP date names, in UTC; None if there is none or it cannot be read."""
    return http_date(header or "")


def http_date(text: str) -> datetime | None:
    """Any of the three forms of an HTTP date (RFC 9110 5.6.7)."""
    try:
        moment = parsedate_to_datetime(text.strip())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):  # at the edges of the calendar
        return None


def codings(headers: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The content codings of an answer in the order in which they were applied, lower-case."""
    values = ",".join(value for name, value in headers if name == "content-encoding")
    return tuple(coding.strip().lower() for coding in values.split(",") if coding.strip())


def _parameters(header: str) -> dict[str, str]:
    """Parameters by lower-case name; of one given twice the first counts."""
    found: dict[str, str] = {}
    for name, quoted, token in _PARAMETER.findall(header):
        found.setdefault(name.lower(), _QUOTED_PAIR.sub(r"\1", quoted) if quoted else token.strip())
    return found


def _extended(value: str) -> str:
    """The text of an RFC 8187 value `charset'language'percent-encoded`; empty if it cannot be read."""
    match = _EXTENDED.match(value)
    codec = _EXTENDED_CHARSETS.get(match[1].lower()) if match else None
    if match is None or codec is None:
        return ""
    try:
        return unquote_to_bytes(match[2].strip()).decode(codec)
    except UnicodeDecodeError:
        return ""


def _letters(name: str) -> str:
    """A plain name whose bytes came as latin-1 although a Thai server sent windows-874."""
    try:
        raw = name.encode("latin-1")
        return raw.decode("cp874") if any(byte >= _FIRST_THAI_BYTE for byte in raw) else name
    except UnicodeError:
        return name
