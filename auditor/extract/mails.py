"""E-mail addresses that sites hide from collectors in attributes and scripts, and show their readers by script."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from auditor.extract.written import written_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PROTECTED = "/cdn-cgi/l/email-protection#"
_MOST = 20  # written by one script
_LONGEST_WORDS = 300
_AT = re.compile(r"@|&#0*+64\b|&#x0*+40\b|%40|\\x40|\\u0040|&commat", re.IGNORECASE)
_TAG = re.compile(r"(<[^<>]++>)")
_MAILTO = re.compile(r"""^<a\b.*?\bmailto:\s*+([^\s"'<>?]{3,200})""", re.IGNORECASE | re.DOTALL)
_ADDRESS = re.compile(r"[A-Za-z0-9][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63})++", re.ASCII)


@dataclass(frozen=True, slots=True)
class Mail:
    """An address as readers see it; `linked`: a click on the words writes to it."""

    address: str
    words: str
    linked: bool


def joomla_mail(attributes: Mapping[str, str | None]) -> str | None:
    """The address of Joomla's `joomla-hidden-mail`: name and domain, each in Base64."""
    name, domain = (_from_base64(attributes.get(part)) for part in ("first", "last"))
    return f"{name}@{domain}" if name and domain else None


def cloudflare_mail(attributes: Mapping[str, str | None]) -> str | None:
    """The address in Cloudflare's `data-cfemail` or link: hexadecimal bytes, each XOR the first."""
    href = attributes.get("href") or ""
    code = attributes.get("data-cfemail") or (href.partition(_PROTECTED)[2] if _PROTECTED in href else "")
    try:
        key, *signs = bytes.fromhex(code)
        address = bytes(sign ^ key for sign in signs).decode()
    except ValueError:
        return None
    return address if "@" in address else None


def written_mails(script: str) -> tuple[Mail, ...]:
    """The addresses that a script within a page puts together and writes (Joomla's e-mail cloaking and its kin)."""
    if not _AT.search(script):
        return ()
    return tuple(_mails(_TAG.split(unescape(written_by(script)))))[:_MOST]


def _mails(pieces: list[str]) -> Iterator[Mail]:
    """Those in tags, which stand at the odd places, and in the words between them."""
    open_link, words = "", ""
    for place, piece in enumerate(pieces):
        if place % 2 == 0 and open_link:
            words += piece
        elif place % 2 == 0:
            yield from (Mail(found[0], found[0], linked=False) for found in _ADDRESS.finditer(piece))
        elif (link := _MAILTO.match(piece)) and "@" in (address := unquote(link[1])):
            open_link, words = address, ""
        elif open_link and piece.lower() == "</a>":
            yield _linked(open_link, words)
            open_link = ""
    if open_link:
        yield _linked(open_link, words)


def _linked(address: str, words: str) -> Mail:
    return Mail(address, " ".join(words.split())[:_LONGEST_WORDS] or address, linked=True)


def _from_base64(text: str | None) -> str | None:
    try:
        return b64decode(text or "", validate=True).decode()
    except (Error, ValueError):
        return None
