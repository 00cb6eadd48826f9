"""What an address says by its spelling: a file, a file behind a viewer or a drive, another view of a page."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote

from auditor.urls.whatwg import parse

_DOCUMENTS = re.compile(
    r"pdf|docx?|docm|dotx?|rtf|odt|xlsx?|xlsm|xlsb|ods|csv|pptx?|pps|ppsx|odp|epub|zip|rar|7z|tar|t?gz|"
    r"jpe?g|jpe|png|gif|bmp|tiff?|webp|heic"
)

_SHARED_FILE = re.compile(r"/(?:file|document|spreadsheets|presentation)/(?:u/\d+/)?d/([\w-]{10,})")
_EXPORTS = {
    "document": "https://docs.google.com/document/d/{}/export?format=pdf",
    "spreadsheets": "https://docs.google.com/spreadsheets/d/{}/export?format=xlsx",
    "presentation": "https://docs.google.com/presentation/d/{}/export/pdf",
}


# Other views of what has an address of its own, and pages made by the day: asked for last, if there is time.
_SECOND_VIEW = re.compile(
    r"[?&](?:print(?:er_friendly|able)?=(?:1|true|yes)|tmpl=component|format=(?:pdf|raw)|replytocom=|share=|"
    r"(?:order|sort)(?:_?by|dir|col)?=|filter_order|action=(?:history|info|print)|m=1(?:&|\Z)|"
    r"(?:year|month|mon|date|day|ical|tribe-bar-date|cal_\w+)=)"
    r"|/(?:tag|author|print(?:page|view|_\w+)?|login|wp-login|administrator|calendar)(?:\.\w{3,4})?(?:/|\?|\Z)",
    re.IGNORECASE,
)

_PRINT_VIEW = re.compile(
    r"[?&](?:print(?:er_friendly|able)?=(?:1|true|yes)|tmpl=component|action=print)|/print(?:page|view|/\d+)?/?(?:\?|\Z)",
    re.IGNORECASE,
)


# Folders of Google Drive, OneDrive and SharePoint, and Dropbox.
_FOLDER = re.compile(r"/folders?/[\w-]{6,}/?(?:\?|\Z)|/folderview\?|/:f:/|\A/(?:scl/fo|sh)/\w", re.IGNORECASE)

# Addresses by which content systems give out a file; their lists have others.
_GIVES_OUT = re.compile(
    r"/linkclick\.aspx\?(?:[^#]*&)?fileticket="  # DNN
    r"|[?&](?:wpdmdl|fileticket)=\w"  # WordPress Download Manager
    r"|[?&]task=(?:doc_download|doc_view|document\.(?:download|viewdoc)|download\.send|file\.download)"  # Joomla
    r"|/(?:get|dl|down|download|view|open|show)_?(?:file|doc|pdf|attach)[\w-]*\.(?:php|aspx?|ashx|jsp|cgi)\?",
    re.IGNORECASE,
)


def ending(path: str) -> str:
    """The lower-case extension of the last part of a path, without dot; "" where it has none."""
    stem, dot, suffix = unquote(path).rpartition("/")[2].rpartition(".")
    return suffix.strip().lower() if dot and stem else ""


def is_document_ending(suffix: str) -> bool:
    """Is this the extension of a document or picture?"""
    return _DOCUMENTS.fullmatch(suffix) is not None


def is_document_elsewhere(url: str) -> bool:
    """Is this, on another host, a file of its own rather than a page of somebody else's site?"""
    address = parse(url)
    if address is None:
        return False
    return shared_file(url) is not None or is_document_ending(ending(address.path))


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
        inner = _absolute(value, url) if name.lower() in {"url", "file", "src", "document"} else None
        placed = value.startswith("/") or "://" in value or address.path.endswith("/viewer.html")
        if inner is not None and placed and is_document_elsewhere(inner):
            return inner
    return None


def is_second_view(url: str) -> bool:
    """Is this a print version, a sorting, a day of a calendar: something that can wait?"""
    address = parse(url)
    return address is not None and _SECOND_VIEW.search(address.target) is not None


def is_print_view(url: str) -> bool:
    """Is this what another page shows, without its frame?"""
    address = parse(url)
    return address is not None and _PRINT_VIEW.search(address.target) is not None


def opens_folder(url: str) -> bool:
    """Is this the address of a folder on a shared drive, rather than of a file?"""
    address = parse(url)
    return address is not None and _FOLDER.search(address.target) is not None


def gives_out_file(url: str) -> bool:
    """Is this the address by which a content system gives out a file, whose kind it does not tell?"""
    address = parse(url)
    return address is not None and _GIVES_OUT.search(address.target) is not None


def _download(number: str) -> str:
    return f"https://drive.google.com/uc?export=download&id={number}"


def _absolute(href: str, base: str) -> str | None:
    address = parse(href, parse(base))
    return None if address is None else str(address)
