"""What an address promises before anybody asked for it: a page, a document, a mere part of a page, or a button.

Only spelling is looked at. What was really there is decided by the bytes that came.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from urllib.parse import parse_qsl, unquote

from auditor.urls import Address, absolute, parse

_DOCUMENTS = re.compile(
    r"pdf|docx?|docm|dotx?|rtf|odt|xlsx?|xlsm|xlsb|ods|csv|pptx?|pps|ppsx|odp|epub|zip|rar|7z|tar|t?gz|"
    r"jpe?g|jpe|png|gif|bmp|tiff?|webp|heic"
)
_RECORDINGS = re.compile(r"mp[34]|m4[av]|mov|avi|wm[av]|flv|mpe?g|mkv|webm|wav|ogg|swf|exe|msi|apk|iso")
_PARTS = re.compile(r"css|m?js|map|json|xml|rss|atom|ico|svgz?|woff2?|ttf|otf|eot|cur|webmanifest|xsl|dtd|wasm")
_PROGRAMS = re.compile(r"php\d?|aspx?|jspx?|do|cfm|cgi|pl|py|nsf|action")
_PAGES = re.compile(rf"s?html?|xhtml|{_PROGRAMS.pattern}")

_SHARED_FILE = re.compile(r"/(?:file|document|spreadsheets|presentation)/(?:u/\d+/)?d/([\w-]{10,})")
_EXPORTS = {
    "document": "https://docs.google.com/document/d/{}/export?format=pdf",
    "spreadsheets": "https://docs.google.com/spreadsheets/d/{}/export?format=xlsx",
    "presentation": "https://docs.google.com/presentation/d/{}/export/pdf",
}

_WORDS = re.compile(r"[a-z]+|[A-Z][a-z]*|[A-Z]+(?![a-z])")
_ENDINGS = frozenset({"logout", "logoff", "signout", "unsubscribe"})
_DESTROYING = frozenset({"delete", "del", "destroy", "erase"})
_ACTIONS = _ENDINGS | _DESTROYING | {"edit", "remove", "trash"}
_ACTION_NAME = re.compile(r"action|act|do|op|task|cmd|mode|func|function|method|m|a|event", re.IGNORECASE)

# Other views of what has an address of its own, and pages made by the day: asked for last, if there is time.
_SECOND_VIEW = re.compile(
    r"[?&](?:print(?:er_friendly|able)?=(?:1|true|yes)|tmpl=component|format=(?:pdf|raw)|replytocom=|share=|"
    r"(?:order|sort)(?:_?by|dir|col)?=|filter_order|action=(?:history|info|print)|m=1(?:&|\Z)|"
    r"(?:year|month|mon|date|day|ical|tribe-bar-date|cal_\w+)=)"
    r"|/(?:tag|author|print|login|wp-login\.php|administrator|calendar)(?:/|\?|\Z)",
    re.IGNORECASE,
)
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


@lru_cache(maxsize=8192)
def target_of(url: str) -> Target:
    """What the spelling of an address promises; a page when it tells nothing."""
    address = parse(url)
    if address is None or _FEED.search(address.target):
        return Target.PART
    if shared_file(url):
        return Target.DOCUMENT
    ending = _ending(address.path)
    if not ending or _PAGES.fullmatch(ending):
        return Target.DOCUMENT if _names_document(address.query) else Target.PAGE
    if _DOCUMENTS.fullmatch(ending):
        return Target.DOCUMENT
    if _RECORDINGS.fullmatch(ending):
        return Target.RECORDING
    return Target.PART if _PARTS.fullmatch(ending) else Target.PAGE


def is_document_elsewhere(url: str) -> bool:
    """Is this, on another host, a file of its own rather than a page of somebody else's site?"""
    address = parse(url)
    if address is None:
        return False
    return shared_file(url) is not None or _DOCUMENTS.fullmatch(_ending(address.path)) is not None


@lru_cache(maxsize=1024)
def shared_file(url: str) -> str | None:
    """Where the bytes of a file on Google Drive or Docs are given out; None for any other address."""
    address = parse(url)
    if address is None or address.host not in {"drive.google.com", "docs.google.com"}:
        return None
    if match := _SHARED_FILE.match(address.path):
        form = _EXPORTS.get(address.path.split("/")[1])
        return form.format(match[1]) if form else _download(match[1])
    number = dict(parse_qsl(address.query or "")).get("id")
    return _download(number) if address.path in {"/uc", "/open"} and number else None


def shown_file(url: str) -> str | None:
    """The file that a viewer's address shows (`viewer.html?file=/plan.pdf`); None if it is no viewer's."""
    address = parse(url)
    if address is None or not address.query:
        return None
    for name, value in parse_qsl(address.query):
        inner = absolute(value, url) if name.lower() in {"url", "file", "src", "document"} else None
        named = inner is not None and (value.startswith("/") or "://" in value) and is_document_elsewhere(inner)
        if named:
            return inner
    return None


@lru_cache(maxsize=8192)
def is_button(url: str) -> bool:
    """Would asking for this address end a session or change something (RELIABILITY_RULES 8)?"""
    address = parse(url)
    return address is not None and (_button_path(address) or _button_query(address))


def is_second_view(url: str) -> bool:
    """Is this a print version, a sorting, a day of a calendar: something that can wait?"""
    address = parse(url)
    return address is not None and _SECOND_VIEW.search(address.target) is not None


def _download(number: str) -> str:
    return f"https://drive.google.com/uc?export=download&id={number}"


def _ending(path: str) -> str:
    stem, dot, ending = unquote(path).rpartition("/")[2].rpartition(".")
    return ending.strip().lower() if dot and stem else ""


def _names_document(query: str | None) -> bool:
    return query is not None and any(_DOCUMENTS.fullmatch(_ending(value)) for _, value in parse_qsl(query))


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
