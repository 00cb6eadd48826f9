"""What an address promises before anybody asked for it: a page, a document, a mere part of a page, or a button.

Only spelling is looked at. What was really there is decided by the bytes that came.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from urllib.parse import parse_qsl, unquote

from auditor.urls import Address, ending, is_document_ending, parse, shared_file

_RECORDINGS = re.compile(r"mp[34]|m4[av]|mov|avi|wm[av]|flv|mpe?g|mkv|webm|wav|ogg|swf|exe|msi|apk|iso")
_PARTS = re.compile(r"css|m?js|map|json|xml|rss|atom|ico|svgz?|woff2?|ttf|otf|eot|cur|webmanifest|xsl|dtd|wasm")
_PROGRAMS = re.compile(r"php\d?|aspx?|jspx?|do|cfm|cgi|pl|py|nsf|action")
_PAGES = re.compile(rf"s?html?|xhtml|{_PROGRAMS.pattern}")

_WORDS = re.compile(r"[a-z]+|[A-Z][a-z]*|[A-Z]+(?![a-z])")
_ENDINGS = frozenset({"logout", "logoff", "signout", "unsubscribe"})
_DESTROYING = frozenset({"delete", "del", "destroy", "erase"})
_ACTIONS = _ENDINGS | _DESTROYING | {"edit", "remove", "trash"}
_ACTION_NAME = re.compile(r"action|act|do|op|task|cmd|mode|func|function|method|m|a|event", re.IGNORECASE)

# Made for programs, not for readers.
_FEED = re.compile(
    r"/(?:feed|rss|atom|xmlrpc\.php|wp-json|oembed|trackback)(?:/|\?|\Z)"
    r"|[?&](?:feed=|rest_route=|format=(?:feed|json|xml)|type=(?:rss|atom))",
    re.IGNORECASE,
)


class Target(StrEnum):
    """What to do with an address."""

    PAGE = "page"
    DOCUMENT = "document"
    RECORDING = "recording"  # sound, film or program: only looked at for being there
    PART = "part"  # style sheets, scripts, feeds: nothing a reader reads


@lru_cache(maxsize=2048)
def target_of(url: str) -> Target:
    """What the spelling of an address promises; a page when it tells nothing."""
    address = parse(url)
    if address is None or _FEED.search(address.target):
        return Target.PART
    if shared_file(url):
        return Target.DOCUMENT
    suffix = ending(address.path)
    if not suffix or _PAGES.fullmatch(suffix):
        return Target.DOCUMENT if _names_document(address.query) else Target.PAGE
    if is_document_ending(suffix):
        return Target.DOCUMENT
    if _RECORDINGS.fullmatch(suffix):
        return Target.RECORDING
    return Target.PART if _PARTS.fullmatch(suffix) else Target.PAGE


@lru_cache(maxsize=2048)
def is_button(url: str) -> bool:
    """Would asking for this address end a session or change something (RELIABILITY_RULES 8)?"""
    address = parse(url)
    return address is not None and (_button_path(address) or _button_query(address))


def _names_document(query: str | None) -> bool:
    return query is not None and any(is_document_ending(ending(value)) for _, value in parse_qsl(query))


def _button_path(address: Address) -> bool:
    """A whole segment that commands, or a program named for it (`news_delete.php`, `DeleteItem.aspx`)."""
    segments = [segment for segment in unquote(address.path).split("/") if segment]
    if any(segment.lower() in _ENDINGS | _DESTROYING | {"edit"} for segment in segments):
        return True
    last = segments[-1] if segments else ""
    stem, _, ending = last.rpartition(".")
    if not _PROGRAMS.fullmatch(ending.lower()):
        return False
    words = {word.lower() for word in _WORDS.findall(stem)}
    return bool(words & _ACTIONS) or stem.lower() in _ACTIONS


def _button_query(address: Address) -> bool:
    for name, value in parse_qsl(address.query or "", keep_blank_values=True):
        words = {word.lower() for word in _WORDS.findall(value)} | {value.lower()}
        if words & _ACTIONS and _ACTION_NAME.fullmatch(name):
            return True
        if name.lower() in _ENDINGS | _DESTROYING or value.lower() in _ENDINGS:
            return True
    return False
