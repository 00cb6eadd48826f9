"""What names the target of a link: its own words, those a program is told, or what stands around it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.facts import BlockKind, LabelSource, Region
from auditor.thai.link_words import EMPTY_WORDS, READ_MORE
from auditor.thai.sizes import find_sizes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.extract.raw import RawBlock, RawLink

_ENGLISH = (
    *(
        "click here",
        "click",
        "here",
        "download",
        "downloads",
        "view",
        "read more",
        "read",
        "more",
        "details",
        "detail",
    ),
    *(
        "open",
        "file",
        "files",
        "file(s)",
        "link",
        "attachment",
        "attach",
        "document",
        "doc",
        "docx",
        "pdf",
        "xls",
        "xlsx",
        "ppt",
    ),
    *(
        "pptx",
        "zip",
        "rar",
        "icon",
        "image",
        "img",
        "png",
        "jpg",
        "gif",
        "new",
        "kb",
        "mb",
        "bytes",
        "adobe",
        "acrobat",
        "to",
    ),
)
_ENGLISH_MORE = ("read more", "more", "details", "view")
_IDLE = re.compile(
    "(?:"
    + "|".join(sorted(map(re.escape, {*EMPTY_WORDS, *_ENGLISH}), key=len, reverse=True))
    + r"|[\W\d_]|[\u0e46\u0e2f])++",
)
_MORE = re.compile("|".join(map(re.escape, (*READ_MORE, *_ENGLISH_MORE))))
_INVISIBLE = re.compile("[\u200b-\u200f\ufeff\u00ad]")
_LETTER = re.compile(r"[^\W\d_]")
_NAME_LETTERS = 3  # fewer name nothing
_LONGEST_IDLE = 80
_LONGEST = 300  # letters of a label
_LONGEST_LINE = 600
_UNEXPLAINED = frozenset((Region.NAV, Region.HEADER))  # there, what stands around a link names other links
_NEAR = 200  # letters of a text that may name the links after it


def is_idle(text: str) -> bool:
    """Does the label say only "click here", "download", "PDF (1.2 MB)" or nothing?"""
    return len(text) <= _LONGEST_IDLE and _says_nothing(text)


@lru_cache(maxsize=2048)
def _says_nothing(text: str) -> bool:
    bare = _INVISIBLE.sub("", text).strip().lower()
    return not bare or (bool(_IDLE.fullmatch(bare)) and not _is_number(bare))


def _is_number(text: str) -> bool:
    """A bare number or year is a label of its own: pages of a list, editions of a report."""
    return not _LETTER.search(text)


class Labels:
    """Names links from what stands around them; made once for a page whose blocks are final."""

    def __init__(self, blocks: list[RawBlock]) -> None:
        self._blocks = blocks
        self._above = _headings_above(blocks)

    def heading(self, block: RawBlock) -> str:
        """The nearest heading above a block, in its region."""
        place = self._above[block.index] if block.index < len(self._above) else -1
        return self._blocks[place].text[:_LONGEST] if place >= 0 else ""

    def label(self, link: RawLink) -> tuple[str, LabelSource]:
        """The label and where it comes from."""
        said = [(words, source) for words, source in _own_words(link) if words]
        naming = next((one for one in said if not is_idle(one[0])), None)
        if naming:
            return naming[0][:_LONGEST], naming[1]
        around = self._around(link, link.text) if link.kind != "frame" else ""
        if around:
            return around[:_LONGEST], LabelSource.CONTEXT
        return said[0] if said else ("", LabelSource.NONE)

    def _around(self, link: RawLink, text: str) -> str:
        own = link.block
        block = own.final() if own else None
        if own is None or block is None or block.index >= len(self._blocks) or link.zone.region in _UNEXPLAINED:
            return ""
        if block.kind is BlockKind.ROW:
            return _title_cell(block, own, text)
        line = "" if own.linked else _line_of(own, link.line, text)
        return line or self._before(block, text)

    def _before(self, block: RawBlock, text: str) -> str:
        place = self._above[block.index]
        if not _MORE.search(text.lower()):
            for before in range(block.index - 1, max(place, block.index - 4), -1):
                near = self._blocks[before]
                if near.zone.region is not block.zone.region:
                    break
                if near.cells:  # a table of its own: what it says of the target is not the target's name
                    break
                if (
                    len(near.text) <= _NEAR
                    and not is_idle(near.text)
                    and _names(near.text)
                    and not _measures(near.text)
                ):
                    return near.text.replace("\n", " ")
        return self.heading(block)


def _own_words(link: RawLink) -> Iterator[tuple[str, LabelSource]]:
    """What a link says itself, to readers first, then to programs."""
    yield link.text, LabelSource.TEXT
    yield " ".join(" ".join(link.alts).split()), LabelSource.AREA if link.kind == "area" else LabelSource.ALT
    yield " ".join(link.title.split()), LabelSource.FRAME if link.kind == "frame" else LabelSource.TITLE
    yield " ".join(link.aria.split()), LabelSource.ARIA


def _headings_above(blocks: list[RawBlock]) -> list[int]:
    """For each block the place of the nearest heading above it in its region, -1 for none.

    A heading stands under those of a higher rank only.
    """
    open_headings: dict[Region, list[int]] = {}
    found = []
    for number, block in enumerate(blocks):
        above = open_headings.setdefault(block.zone.region, [])
        if block.level:
            while above and blocks[above[-1]].level >= block.level:
                above.pop()
        found.append(above[-1] if above else -1)
        if block.level:
            above.append(number)
    return found


def _title_cell(row: RawBlock, own: RawBlock, text: str) -> str:
    """The cell that says what the row is about: not the link's own, not a number or date."""
    mine = own.text
    beside = [cell for cell in row.cells if cell not in {mine, text} and not is_idle(cell) and _names(cell)]
    if beside:
        return max(beside, key=len)
    return _line_of(own, 0, text) if len(mine) > len(text) else ""


def _line_of(own: RawBlock, line: int, text: str) -> str:
    """The rest of the line in which the link stands, or the nearest line above it that says something."""
    lines = own.lines[max(line - 2, 0) : line + 1] if line < len(own.lines) else (own.text,)
    for candidate in reversed(lines):
        if len(candidate) > _LONGEST_LINE:
            continue  # running text names nothing, and would be searched again for each of its links
        rest = candidate.replace(text, " ") if text else candidate
        rest = " ".join(rest.split()).strip(" -:|[]()»>")
        if not is_idle(rest) and _names(rest):
            return rest
    return ""


def _measures(text: str) -> bool:
    """Is it a line of particulars, which begins with the size of the file?"""
    return any(is_idle(text[: size.start]) for size in find_sizes(text)[:1])


def _names(text: str) -> bool:
    return len(_LETTER.findall(text)) >= _NAME_LETTERS
