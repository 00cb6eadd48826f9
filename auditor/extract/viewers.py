"""Files that flipbooks and other viewers show within a page, named only in a script or in data attributes.

DearFlip, 3D FlipBook, Real3D FlipBook, PDFObject, PDF.js, EmbedPress and whatever is set up in their manner.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from typing import TYPE_CHECKING

from auditor.extract.written import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MOST = 50  # files of one script
_LONGEST = 60_000  # letters of a script that are looked at
_LONGEST_OPTIONS = 16_000  # of an attribute
_VIEWER = re.compile(
    r"flip-?book|\bdflip|_df_|dearpdf|pdf-?js|pdfobject|getDocument|fb3d|real3d|wowbook|turn-?js|embedpress|pdf-?viewer",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(r"[^/]\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|epub)(?:[?#]|\Z)", re.IGNORECASE)
_VALUE = r"""["']([^"'<>\n]{5,1000}+)["'](?!\s*+\+)"""
_NAMED = re.compile(
    rf"""(?<![\w.])["']?(?:source|pdf|pdf[_-]?(?:url|source|src|file)|file|file[_-]?url|url|guid|default_url)["']?"""
    rf"""\s*+[:=]\s*+{_VALUE}""",
    re.IGNORECASE,
)
_OPENED = re.compile(rf"(?:PDFObject\.embed|getDocument|\.flipBook)\(\s*+{_VALUE}", re.IGNORECASE)
_PAGES = re.compile(
    r"""(?<![\w.])["']?(?:source|pages|images)["']?\s*+[:=]\s*+\[([^\[\]]{5,16000}+)\]""", re.IGNORECASE
)
_QUOTED = re.compile(r"""["']([^"'<>\n]{5,1000}+)["']""")
_PICTURE = re.compile(r"[^/]\.(?:jpe?g|png|gif|webp)(?:[?#]|\Z)", re.IGNORECASE)
_PACKED = re.compile(r"""FB3D_CLIENT_DATA[^"']{0,60}["']([A-Za-z0-9+/=]{40,60000}+)["']""")
_ATTRIBUTES = ("data-pdf", "data-pdf-url", "data-pdfurl", "data-pdf-src", "data-emsrc", "data-df-source")
_OPTIONS = ("data-flipbook-options", "data-fb3d-options", "data-pdf-options")
_OF_VIEWERS = frozenset((*_ATTRIBUTES, *_OPTIONS, "source"))


def is_viewer(attributes: Mapping[str, str | None]) -> bool:
    """Is the element, by its class or id, the place of a viewer?"""
    return bool(_VIEWER.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:400]))


def files_in_attributes(attributes: Mapping[str, str | None]) -> tuple[str, ...]:
    """References of the files that an element is to show."""
    if _OF_VIEWERS.isdisjoint(attributes):
        return ()
    stated = [attributes.get(name) or "" for name in _ATTRIBUTES]
    if is_viewer(attributes):
        stated.append(attributes.get("source") or "")
    for name in _OPTIONS:
        stated += _named((attributes.get(name) or "")[:_LONGEST_OPTIONS])
    return _documents(stated)


def files_in_script(script: str) -> tuple[str, ...]:
    """References of the files that a script within the page sets viewers up with."""
    script = script[:_LONGEST]
    if not _VIEWER.search(script):
        return ()
    return _documents([*_named(script), *(_stated for text in _unpacked(script) for _stated in _named(text))])


def pictures_in_script(script: str) -> tuple[str, ...]:
    """References of the pictures that a script within the page makes a flipbook of, a page each."""
    script = script[:_LONGEST]
    if not _VIEWER.search(script):
        return ()
    stated = (plain(each[1]) for pages in _PAGES.finditer(script) for each in _QUOTED.finditer(pages[1]))
    return tuple(dict.fromkeys(picture.strip() for picture in stated if _PICTURE.search(picture)))[:_MOST]


def _named(text: str) -> Iterator[str]:
    for pattern in (_NAMED, _OPENED):
        yield from (plain(found[1]) for found in pattern.finditer(text))


def _unpacked(script: str) -> Iterator[str]:
    for found in _PACKED.finditer(script):
        try:
            yield b64decode(found[1], validate=True).decode("utf-8", "replace")
        except (Error, ValueError):
            continue


def _documents(references: list[str]) -> tuple[str, ...]:
    files = (reference.strip() for reference in references if _DOCUMENT.search(reference))
    return tuple(dict.fromkeys(files))[:_MOST]
