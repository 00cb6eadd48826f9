"""Scripts within a page that keep what they do from whoever reads them, and scripts outside of the document.

A script is told by what its code does, never by its author: it runs or writes what it first decodes, all its names
are garbled, or it moves on those readers who come from a search engine. What is kept in codes is decoded as far as
that can be done without running anything, for the addresses in it. Nothing else is kept of scripts.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from auditor.facts import ScriptTrait

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 10
"""Such scripts of a page that are kept."""

_LONGEST = 60_000  # letters of a script that are looked at
_DECODED = 20_000  # letters that are decoded in all
_ROUNDS = 3  # codes within codes
_EXCERPT = 120
_ADDRESSES = 5
_NAMES = 6  # garbled names; fewer may be a hash or a key
_EDGE = 20_000  # letters around the document in which scripts are looked for

_WORTH = re.compile(r"eval|unescape|fromCharCode|atob|_0x|\\x68|\\u0068|referrer")
_CODES = r"(?:window\.)?(?:unescape|decodeURI(?:Component)?|atob|String\s*+\.\s*+fromCharCode)\s*+\("
_RUNS = re.compile(rf"(?:\beval|\bFunction|\bexecScript)\s*+\(\s*+{_CODES}")
_ACTS = re.compile(
    r"createElement|<script|<iframe|location|document\.write|\beval\b|Function|XMLHttpRequest|fetch\(|import\(|\.src\b"
)
_GARBLED = re.compile(r"\b_0x[0-9a-f]{3,8}\b")
_SEARCH = re.compile(r"google|bing|yahoo|duckduckgo|baidu|yandex|coccoc", re.IGNORECASE)
_MOVES = re.compile(
    r"""location(?:\.href)?\s*+=\s*+["']([^"'\s]{4,500})["']|location\.(?:replace|assign)\(\s*+["']([^"'\s]{4,500})["']"""
)
_PERCENT = re.compile(r"""(?:unescape|decodeURI(?:Component)?)\s*+\(\s*+["']([^"']{3,20000})["']""")
_BASE64 = re.compile(r"""atob\s*+\(\s*+["']([A-Za-z0-9+/=\s]{8,20000})["']""")
_NUMBERS = re.compile(r"fromCharCode\s*+\(([\d\s,]{12,20000})\)")
_ESCAPES = re.compile(r"(?:\\x[0-9A-Fa-f]{2}|\\u00[0-9A-Fa-f]{2}){4,5000}")
_ESCAPE = re.compile(r"\\(?:x|u00)([0-9A-Fa-f]{2})")
_ADDRESS = re.compile(r"""(?:https?:)?//[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d+)?(?:/[^\s"'<>\\)]{0,200})?""")
_MAIL = re.compile(r"mailto:|[\w.-]@[\w-]")
_SOURCE = re.compile(r"""<script\b[^>]{0,500}?\bsrc\s*+=\s*+["']?([^"'\s>]{1,500})""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Code:
    """What a code says, and whether it is spelt by the numbers of its letters."""

    says: str
    spelt: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """What is kept of such a script; addresses as they are written in it."""

    traits: tuple[ScriptTrait, ...]
    leads_to: tuple[str, ...]
    excerpt: str


def odd_script(text: str) -> Noted | None:
    """What a script within a page hides; None where it hides nothing, or nothing but a mail address."""
    text = text[:_LONGEST]
    if not _WORTH.search(text):
        return None
    codes = tuple(_decoded(text))
    plain = "\n".join(code.says for code in codes)
    traits, leads_to = tuple(_traits(text, codes)), tuple(_targets(text, plain))
    if not traits or (_MAIL.search(plain) and not leads_to):
        return None
    return Noted(traits, leads_to, " ".join(text[: 4 * _EXCERPT].split())[:_EXCERPT])


def stray_sources(text: str) -> tuple[str, ...]:
    """Sources of the scripts that stand before the document begins, or after it has ended."""
    begins = text[:_EDGE].lower()
    starts = [at for mark in ("<!doctype", "<html") if (at := begins.find(mark)) >= 0]
    before = text[: min(starts)] if starts else ""
    tail = text[-_EDGE:]
    at = tail.lower().rfind("</html")
    return tuple(_SOURCE.findall(before) + (_SOURCE.findall(tail[at:]) if at >= 0 else []))[:MOST]


def _traits(text: str, codes: tuple[_Code, ...]) -> Iterator[ScriptTrait]:
    if _RUNS.search(text) and not (codes and not any(_ACTS.search(code.says) for code in codes)):
        yield ScriptTrait.RUNS_CODES  # what can be read and loads, writes and moves nothing is no secret
    addressed = [code for code in codes if _ADDRESS.search(code.says)]
    if any(code.spelt for code in addressed):
        yield ScriptTrait.SPELLS
    elif addressed:
        yield ScriptTrait.WRITES
    if len(_GARBLED.findall(text)) >= _NAMES:
        yield ScriptTrait.GARBLED
    if "referrer" in text and _SEARCH.search(text) and _MOVES.search(text):
        yield ScriptTrait.BY_REFERRER


def _targets(text: str, plain: str) -> Iterator[str]:
    found = [address[0] for address in _ADDRESS.finditer(plain)]
    if "referrer" in text:
        found += [move[1] or move[2] for move in _MOVES.finditer(text)]
    yield from list(dict.fromkeys(found))[:_ADDRESSES]


def _decoded(text: str) -> Iterator[_Code]:
    """What the codes of a text say, and the codes within that."""
    left = _DECODED
    layer = [text]
    for _ in range(_ROUNDS):
        read = [code for coded in layer for code in _read_codes(coded)]
        for code in read:
            if left <= 0:
                return
            yield _Code(code.says[:left].replace("\\/", "/"), code.spelt)
            left -= len(code.says)
        layer = [code.says for code in read]


def _read_codes(text: str) -> Iterator[_Code]:
    yield from (_Code(unquote(code[1])) for code in _PERCENT.finditer(text) if "%" in code[1])
    yield from (_Code(_from_base64(code[1])) for code in _BASE64.finditer(text))
    yield from (_Code("".join(map(_letter, code[1].split(","))), spelt=True) for code in _NUMBERS.finditer(text))
    yield from (_Code(_ESCAPE.sub(_by_number, code[0]), spelt=True) for code in _ESCAPES.finditer(text))


def _by_number(sign: re.Match[str]) -> str:
    return chr(int(sign[1], 16))


def _from_base64(code: str) -> str:
    try:
        return base64.b64decode("".join(code.split()), validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _letter(number: str) -> str:
    digits = number.strip()
    return chr(int(digits)) if digits.isdigit() and len(digits) <= 5 else ""  # noqa: PLR2004  (of the basic plane)
