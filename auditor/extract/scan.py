"""One linear look at a page's tags before they are parsed, because parsing is quadratic on hostile nesting.

RELIABILITY_RULES 13. Follows the standard's tokeniser as far as tags, attributes, comments and raw text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGE = 512 * 1024  # letters; beyond, a page is parsed in a child
LONGEST = 5 * 1024 * 1024  # a page is never read beyond
_OPEN = 5_000  # unclosed tags
_MANY = 10_000  # tags: harmless, but too much work for the event loop
_TAG_SIZE = 16 * 1024
_ATTRIBUTES = 200
_SHORT = 2 * _ATTRIBUTES  # letters that cannot hold more attributes than that
_WORK = 20_000_000  # sum of open tags over all tags: what a parser that climbs at each tag has to do

_VALUE = r"""\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+|(?=>|\Z))"""
_ONE = rf"=?[^\s/>=]++(?:{_VALUE})?+|="
_ATTRIBUTE = re.compile(_ONE)
_INSIDES = re.compile(rf"</?[A-Za-z][^\s/>]*+((?:[\s/]++|{_ONE})*+)>?")
_TAG = re.compile(rf"<(/?[A-Za-z][^\s/>]*+)((?:[\s/]++|{_ONE})*+)>?")
_TOKEN = re.compile(rf"<!--(?:-?>|.*?(?:--!?>|\Z))|{_TAG.pattern}", re.DOTALL)
_RAW_TEXT = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"))
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW_TEXT}
_FOREIGN = re.compile(r"<(?:svg|math)\b", re.IGNORECASE)
_MERGED = frozenset(("html", "body"))  # the attributes of all of them end up in one
_MERGES = 20
_DATA_ADDRESS = re.compile(r"""=\s*+["']?data:[^"'\s>]*+["']?""", re.IGNORECASE)
_VOID_WORDS = """
area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr
"""
_VOID = frozenset(_VOID_WORDS.split())
_CLOSES_ITSELF_WORDS = """
p li dt dd tr td th tbody thead tfoot option optgroup
"""
_CLOSES_ITSELF = frozenset(_CLOSES_ITSELF_WORDS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What of a page may be parsed, and whether the event loop may do it."""

    text: str
    heavy: bool  # a child must parse it
    truncated: bool = False  # something was cut off


def scan(text: str) -> Scan:
    """Cut from a page what would make a parser run for minutes; cheap and linear, whatever the page holds."""
    cut = text[:LONGEST]
    shortened = len(cut) < len(text)
    many = cut.count("<")
    if not any(map(_is_fat, _INSIDES.findall(cut))):
        end = _safe_end(cut) if many > _OPEN or _merges(cut) else len(cut)
        deep = end < len(cut)
        heavy = deep or many > _MANY or len(text) > LARGE
        return Scan(text=cut[:end], heavy=heavy, truncated=deep or shortened)
    slim, lost = _slimmed(cut)
    end = _safe_end(slim)
    return Scan(text=slim[:end], heavy=True, truncated=lost or shortened or end < len(slim))


def _merges(text: str) -> bool:
    lower = text.lower()
    return lower.count("<body") + lower.count("<html") > _MERGES


def _is_fat(attributes: str) -> bool:
    if len(attributes) <= _SHORT:
        return False
    return len(attributes) > _TAG_SIZE or sum(1 for _ in _ATTRIBUTE.finditer(attributes)) > _ATTRIBUTES


def _slimmed(text: str) -> tuple[str, bool]:
    """The text with every tag cut down to the limits, and whether more than pictures within addresses was lost.

    Comments and raw text are left alone: what looks like a tag there is none.
    """
    pieces: list[str] = []
    lost, copied = False, 0
    for found in _tags(text):
        if _is_fat(found[2]):
            kept, worse = _kept_attributes(found[2])
            pieces += (text[copied : found.start()], f"<{found[1]}{kept}>")
            lost, copied = lost or worse, found.end()
    return "".join((*pieces, text[copied:])), lost


def _tags(text: str) -> Iterator[re.Match[str]]:
    if _FOREIGN.search(text):
        # There a title or script holds tags like any other element; which ones do, only a parser can say.
        yield from _TAG.finditer(text)
        return
    position = 0
    while found := _TOKEN.search(text, position):
        position = found.end()
        if found[1]:
            yield found
            if end := _RAW_END.get(found[1].lower()):
                closing = end.search(text, position)
                position = closing.start() if closing else len(text)


def _kept_attributes(attributes: str) -> tuple[str, bool]:
    attributes = _DATA_ADDRESS.sub("=''", attributes)
    if not _is_fat(attributes):
        return attributes, False
    pieces: list[str] = []
    size = 0
    for found in _ATTRIBUTE.finditer(attributes):
        size += len(found[0])
        if len(pieces) >= _ATTRIBUTES or size > _TAG_SIZE:
            break
        pieces.append(found[0])
    return " " + " ".join(pieces), True


def _safe_end(text: str) -> int:
    """Where tags have nested so deep, or so often, that the rest is left out."""
    open_tags = work = merges = 0
    for found in _tags(text):
        name = found[1].lower()
        work += open_tags
        merges += name in _MERGED
        if open_tags > _OPEN or work > _WORK or merges > _MERGES:
            return found.start()
        if name.startswith("/"):
            open_tags -= open_tags > 0
        elif name not in _VOID and name not in _CLOSES_ITSELF and not found[2].endswith("/"):
            open_tags += 1
    return len(text)
