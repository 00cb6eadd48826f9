"""Bytes to letters as browsers do it, with two corrections for pages whose declaration is plainly wrong.

RELIABILITY_RULES 15. Knows charsets and how Thai letters may follow each other, nothing of HTML but the `meta`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.extract.charsets import charset_of, decode
from auditor.extract.prescan import declared_in_html, label_in_content
from auditor.facts import Charset

THAI = "windows-874"
_BOMS = ((b"\xef\xbb\xbf", "UTF-8"), (b"\xfe\xff", "UTF-16BE"), (b"\xff\xfe", "UTF-16LE"))
_HIGH = re.compile(rb"[\x80-\xff]+")
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Lead vowel (sara ae is often typed as two sara e), consonant, marks above and below in any order (nikhahit is half
# of a sara am typed as two), following vowels; or a lone sign, digit or blank.
_THAI_CLUSTER = re.compile(
    rb"(?:[\xe0-\xe4]{0,2}[\xa1-\xce][\xd1\xd4-\xda\xe7-\xed]{0,3}[\xd0\xd2\xd3\xe5]?[\xcf\xe6]?)+"
    rb"|[\xa0\xcf\xe6\xdf\xef-\xfb\x85\x91-\x97]+"
)
_THAI_CONSONANT = re.compile(rb"[\xa1-\xce]")
_FEW = 4  # letters that could be legal by chance
_LATIN = "windows-1252"  # what editors write into pages whatever they hold
_SAMPLE = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A page's letters, valid Unicode, and how they were read."""

    text: str
    charset: Charset


def decode_html(body: bytes, content_type: str | None) -> Decoded:
    """The text of an HTML page; `content_type` is the header as it came. Never raises."""
    declared, used, reason = browser_charset(body, content_type)
    used, reason = _corrected(body, used, reason)
    text = decode(_without_bom(body, used), used)
    replaced = text.count("\ufffd")
    if replaced and used == "UTF-8":
        replaced -= min(replaced, body.count(b"\xef\xbf\xbd"))  # those the author wrote are not ours
    charset = Charset(declared=_lower(declared), used=used.lower(), reason=reason, replaced=replaced)
    return Decoded(text=text, charset=charset)


def is_read_as(charset: Charset, body: bytes, content_type: str | None) -> bool:
    """Would `decode_html` read these bytes, which were read so under another head, so again?"""
    declared, used, reason = browser_charset(body, content_type)
    used, reason = _corrected(body, used, reason)
    return (charset.declared, charset.used, charset.reason) == (_lower(declared), used.lower(), reason)


def browser_charset(body: bytes, content_type: str | None) -> tuple[str | None, str, str]:
    """What is declared, what a browser uses and why: `bom`, `header`, `meta`, `detected` or `default`."""
    header = charset_of(label_in_content(content_type) or "") if content_type else None
    meta = declared_in_html(body)
    declared = header or meta
    for mark, charset in _BOMS:
        if body.startswith(mark):
            return declared, charset, "bom"
    if declared:
        return declared, declared, "header" if header else "meta"
    return None, *_detected(body)


def _detected(body: bytes) -> tuple[str, str]:
    if not _HIGH.search(body):
        return "UTF-8", "default"  # plain ASCII: any answer reads the same
    if _mostly_utf8(body):
        return "UTF-8", "detected"
    return (THAI if is_thai(body) else _LATIN), "detected"


def _corrected(body: bytes, used: str, reason: str) -> tuple[str, str]:
    if reason == "bom":
        return used, reason
    if used != "UTF-8" and _is_utf8(body, used):
        return "UTF-8", "utf8-override" if reason != "detected" else reason
    if used in {"UTF-8", _LATIN} and not _is_utf8(body, "") and not _mostly_utf8(body) and is_thai(body):
        return THAI, "thai-override" if reason != "detected" else reason
    return used, reason


def _is_utf8(body: bytes, used: str) -> bool:
    """Valid UTF-8 with letters beyond ASCII; for "UTF-16" plain ASCII is proof enough."""
    if not _HIGH.search(body):
        return used.startswith("UTF-16") and b"\0" not in body[:_SAMPLE]
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as exc:
        return exc.reason == "unexpected end of data" and exc.end >= len(body)  # cut within the last letter
    return True


def _mostly_utf8(body: bytes) -> bool:
    """UTF-8 with some damage: Thai UTF-8 would pass for Thai in windows-874 (as เธ, เน …), never the other way."""
    high = _high_bytes(body)
    letters = sum(map(len, _UTF8_LETTER.findall(high)))
    return letters * 10 >= len(high) * 9


def is_thai(body: bytes) -> bool:
    """Do the bytes beyond ASCII, read as windows-874, follow each other as Thai letters may?"""
    high = _high_bytes(body, b" ")
    letters = len(_THAI_CONSONANT.findall(high))
    total = len(high) - high.count(b" ")
    if letters < _FEW or letters * 10 < total * 4:
        return False
    legal = sum(map(len, _THAI_CLUSTER.findall(high)))
    return legal * 100 >= total * 95


def _high_bytes(body: bytes, between: bytes = b"") -> bytes:
    return between.join(_HIGH.findall(body[: 8 * _SAMPLE]))


def _without_bom(body: bytes, used: str) -> bytes:
    return next((body[len(mark) :] for mark, charset in _BOMS if charset == used and body.startswith(mark)), body)


def _lower(name: str | None) -> str | None:
    return name.lower() if name else None
