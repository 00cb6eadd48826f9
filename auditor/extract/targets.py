"""Where an element leads: `href`, and the few scripts that old pages use instead of it."""

from __future__ import annotations

import re

_QUOTED = r"""["']([^"'<>\s][^"'<>]{0,2000})["']"""
_OPENS = re.compile(
    rf"(?:window\.open|(?:\blocation(?:\.href)?\s*+=)|location\.(?:replace|assign)|MM_openBrWindow"
    rf"|(?:popup|open|goto|redirect)\w{{0,30}}+)"
    rf"\s*+\(?\s*+{_QUOTED}",
    re.IGNORECASE,
)
_GOES = re.compile(rf"MM_goToURL\(\s*'[^']*'\s*,\s*{_QUOTED}", re.IGNORECASE)
_ADDRESS = re.compile(r"[/?#]|\.\w{2,5}$|^[\w.-]+\.\w{2,}(?:/|$)")
_MOVES = re.compile(
    rf"(?:^|[;{{\s])(?:window\.|self\.|top\.|document\.|parent\.)*location(?:\.href)?\s*=\s*{_QUOTED}"
    rf"|location\.(?:replace|assign)\(\s*{_QUOTED}",
)
_URL = re.compile(r"""url\s*=\s*""", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|7z|csv|od[tsp]|jpe?g|png)(?:$|[?#])|/download|drive\.google", re.IGNORECASE
)
_SCRIPT = re.compile(r"\s*javascript:", re.IGNORECASE)
_LONGEST = 4000


def opened_by(script: str) -> str | None:
    """The address that a short script opens (`window.open('a.pdf')`); None if it opens none."""
    script = script[:_LONGEST]
    found = _GOES.search(script) or _OPENS.search(script)
    return found[1].strip() if found and _ADDRESS.search(found[1].strip()) else None


def moved_to(script: str) -> str | None:
    """The address that a script sends the reader on to."""
    found = _MOVES.search(script[:_LONGEST])
    return (found[1] or found[2]).strip() if found else None


def refreshed_to(content: str) -> str | None:
    """The address in the content of a `meta refresh`; None for one that only loads the page again."""
    rest = content.strip().lstrip("0123456789.").lstrip()
    if rest[:1] not in {";", ","}:
        return None
    rest = rest[1:].strip()
    if label := _URL.match(rest):
        rest = rest[label.end() :]
    quote = rest[:1]
    return (rest[1:].partition(quote)[0] if quote in {"'", '"'} else rest).strip() or None


def href_of(href: str, onclick: str) -> str:
    """The reference as written, or the one a script opens in its place; "" where a label leads nowhere."""
    href = href.strip()
    if _SCRIPT.match(href):
        return opened_by(href) or (opened_by(onclick) if onclick else None) or ""
    if href and href != "#":
        return href
    return (opened_by(onclick) if onclick else None) or ""


def is_document(href: str) -> bool:
    """Does the reference look like that of a file?"""
    return bool(_DOCUMENT.search(href))
