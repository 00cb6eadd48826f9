"""What a target itself says: the content of a page, a section of a page, or a document, without the site's frame.

A passage is what detectors read and what evidence quotes. Menus, and lines that stand on most pages of the site,
are no content of any of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.assess.boilerplate import FRAME
from auditor.assess.lexicon import folded
from auditor.facts import Block, BlockKind, Document, Page, Region
from auditor.findings import EvidenceKind
from auditor.thai.dates import find_dates
from auditor.thai.text import letters_in, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.assess.boilerplate import Boilerplate
    from auditor.assess.lexicon import Lexicon
    from auditor.facts import Form, Image, Link, Resource

_LONG_BYLINE = 60  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The content of one target, in reading order."""

    resource: Resource
    kind: EvidenceKind
    title: str  # what the passage calls itself: heading, title or document title
    blocks: tuple[Block, ...]  # own blocks; of a document, one TEXT block a page
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    forms: tuple[Form, ...] = ()
    section: bool = False  # only a part of the page
    numbers: tuple[int, ...] = ()  # of a page: the index of each block in `Page.blocks`
    pages: tuple[int, ...] = ()  # of a document: the page number of each block, from 1
    leaf: str = "page"  # what these numbers count: page, sheet or slide

    @property
    def text(self) -> str:
        """All of it, a line a block."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks that say something beyond the title."""
        title = folded(self.title)
        return tuple(block for block in self.blocks if folded(block.text) != title)

    @property
    def letters(self) -> int:
        """Letters and digits beyond the title."""
        return letters_of(block.text for block in self.body)


_PAIR = 2  # cells of a row of label and value
_LONGEST_LABEL = 80
_LEAD = re.compile(r"\s*([^\s:：\"“\n][^:：\"“\n]{1,48}?)\s*(?:[:：]\s*\S|[\"“])")
_NAME = re.compile(r"^[^:：\"“”\n]{2,80}?(?=\s*[:：\"“”\n]|$)")


def is_byline(text: str, lexicon: Lexicon) -> bool:
    """Does a line tell when, by whom and how often a page is read, as a content system sets it above every page?"""
    if lexicon.equals("byline-words", text):
        return True
    return len(text) <= _LONG_BYLINE and (lexicon.starts("byline-beginnings", text) or _is_day(text))


def _is_day(text: str) -> bool:
    """Is it a day, with the hour perhaps, and nothing else?"""
    words = normalise(text)
    spans = tuple(find_dates(words)) if any(sign.isdigit() for sign in words) else ()
    return len(spans) == 1 and letters_of([words[: spans[0].start], words[spans[0].end :]]) == 0


def letters_of(texts: Iterable[str]) -> int:
    """How many letters, vowel and tone signs and digits the texts hold."""
    return sum(map(letters_in, texts))


def page_passage(resource: Resource, page: Page, boilerplate: Boilerplate) -> Passage:
    """The page's own content: its main region, or what is left beside the frame where no main region holds any."""
    own = _own_blocks(page, boilerplate)
    chosen = {index for index in own if page.blocks[index].region is Region.MAIN}
    if letters_of(page.blocks[index].text for index in chosen) == 0 and not _main_media(page):
        chosen = set(own)
    return _cut(resource, page, chosen, boilerplate, title=page_title(page, boilerplate))


def section_passage(resource: Resource, page: Page, start: int, end: int, boilerplate: Boilerplate) -> Passage:
    """The blocks `start` (the heading) up to `end` (not included)."""
    heading = _name_of(page.blocks[start])
    of_frame = _is_of_frame(page.blocks[start], boilerplate)
    chosen = {
        index
        for index in range(start, end)
        if index == start or of_frame or not boilerplate.is_frame(page.blocks[index])
    }
    return _cut(resource, page, chosen, boilerplate, title=heading, span=(start, end))


def _is_of_frame(block: Block, boilerplate: Boilerplate) -> bool:
    return block.region in FRAME or boilerplate.is_frame(block)


def row_label(block: Block) -> str:
    """What stands in front of a value: the first cell of a row of two; "" for any other block."""
    label = block.cells[0].strip() if len(block.cells) == _PAIR else ""
    return label if len(label) <= _LONGEST_LABEL else ""


def lead_of(block: Block) -> str:
    """What a line begins with, as headings do: all of a short line, or what stands before a colon or a quotation."""
    found = _NAME.match(row_label(block) or block.text.strip())
    return found.group().strip() if found else ""


def row_passage(resource: Resource, page: Page, row: int, boilerplate: Boilerplate) -> Passage:
    """The value of a row of label and value, under its label."""
    block = page.blocks[row]
    value = Block(kind=BlockKind.TEXT, text=block.cells[1], region=block.region)
    return replace(
        _cut(resource, page, {row}, boilerplate, title=row_label(block), span=(row, row + 1)),
        blocks=(value,) if value.text.strip() else (),
        numbers=(row,) if value.text.strip() else (),
    )


def _name_of(block: Block) -> str:
    """What a section calls itself: its heading, or the lead of «name : …» or «name “…”» in a plain line."""
    lead = None if block.kind in {BlockKind.HEADING, BlockKind.TERM} else _LEAD.match(block.text)
    return lead.group(1) if lead else block.text


_LEAVES = {"xlsx": "sheet", "xls": "sheet", "ods": "sheet", "pptx": "slide", "odp": "slide"}


def document_passage(resource: Resource, document: Document) -> Passage:
    """What a document's pages say."""
    blocks = tuple(
        Block(kind=BlockKind.TEXT, text=text, region=Region.MAIN) for text in document.text if text.strip()
    )
    pages = tuple(number for number, text in enumerate(document.text, 1) if text.strip())
    title = document.title or (document.name or "")
    return Passage(
        resource=resource,
        kind=EvidenceKind.DOCUMENT,
        title=title,
        blocks=blocks,
        pages=pages,
        leaf=_LEAVES.get(document.kind, "page"),
    )


def has_unread_pages(passage: Passage) -> bool:
    """Is there more to the document than the pages whose words are known: scanned ones, or beyond a limit?"""
    document = passage.resource.content
    return isinstance(document, Document) and (document.truncated or not all(map(str.strip, document.text)))


def passage_of(resource: Resource, boilerplate: Boilerplate) -> Passage:
    """The whole content of a page or a document; nothing of what has none."""
    match resource.content:
        case Page():
            return page_passage(resource, resource.content, boilerplate)
        case Document():
            return document_passage(resource, resource.content)
        case None:
            return Passage(resource=resource, kind=EvidenceKind.LINK, title="", blocks=())


def posters(passage: Passage) -> tuple[Image, ...]:
    """Pictures large enough to hold what a page should say; buttons, icons and rules are none."""
    return tuple(image for image in passage.images if not _is_decoration(image))


def _is_decoration(image: Image) -> bool:
    small = any(side is not None and side < _SMALLEST_POSTER for side in (image.width, image.height))
    return small or _DECORATION.search(image.url.lower()) is not None


_SMALLEST_POSTER = 120  # pixels, as the markup says
_DECORATION = re.compile(
    r"icon|button|arrow|print|bullet|spacer|logo|new\.gif|line\d*\.|blank|avatar|/m_images/|smil"
)


def section_end(page: Page, start: int) -> int:
    """Where the section under the heading at `start` ends: at the next heading of its level or above."""
    level = page.blocks[start].level or 7
    region = page.blocks[start].region
    for index in range(start + 1, len(page.blocks)):
        block = page.blocks[index]
        if block.region is not region and block.region in FRAME | {Region.ASIDE, Region.MAIN}:
            return index
        if block.kind is BlockKind.HEADING and block.level <= level:
            return index
        if block.kind is BlockKind.TERM and page.blocks[start].kind is BlockKind.TERM:
            return index
    return len(page.blocks)


def page_title(page: Page, boilerplate: Boilerplate) -> str:
    """What the page calls itself: its first own heading in the main region, else its title less the site's name."""
    for block in page.blocks:
        if block.kind is BlockKind.HEADING and block.region is Region.MAIN and not boilerplate.is_frame(block):
            return block.text
    return boilerplate.own_title(page.title)


def _own_blocks(page: Page, boilerplate: Boilerplate) -> list[int]:
    return [
        index
        for index, block in enumerate(page.blocks)
        if block.region not in FRAME and not block.hidden and not boilerplate.is_frame(block)
    ]


def _main_media(page: Page) -> bool:
    return any(image.region is Region.MAIN for image in page.images) or any(
        link.embedded and link.region is Region.MAIN for link in page.links
    )


def _cut(
    resource: Resource,
    page: Page,
    chosen: set[int],
    boilerplate: Boilerplate,
    *,
    title: str,
    span: tuple[int, int] | None = None,
) -> Passage:
    """The chosen blocks with the links, pictures and forms that stand in them, or between them without words."""
    first, last = span or (0, len(page.blocks) + 1)
    of_page = span is None or not _is_of_frame(page.blocks[first], boilerplate)

    def beside(region: Region, block: int) -> bool:
        if block in chosen:
            return region not in FRAME or page.blocks[block].region in FRAME
        # What has no words is numbered with the block that follows: a picture alone under its heading, with the next.
        alone = span is not None and last - first == 1 and block == last
        return alone or (first <= block < last and (span is not None or region is Region.MAIN))

    banners = {image.link for image in page.images if image.link and boilerplate.is_frame_image(image.url)}
    return Passage(
        resource=resource,
        kind=EvidenceKind.PAGE,
        title=title,
        blocks=tuple(page.blocks[index] for index in sorted(chosen)),
        numbers=tuple(sorted(chosen)),
        links=tuple(
            link
            for link in page.links
            if beside(link.region, link.block)
            and not _in_frame(link, page, chosen)
            and not (span is None and link.apart and link.url in banners)
            and not boilerplate.menus.holds(link)
        ),
        images=tuple(
            image
            for image in page.images
            if beside(image.region, image.block) and not boilerplate.is_frame_image(image.url)
        ),
        forms=tuple(
            form
            for form in page.forms
            if beside(form.region, form.block)
            and _is_shown(form)
            and not (of_page and boilerplate.is_frame_form(form))
        ),
        section=span is not None,
    )


def _is_shown(form: Form) -> bool:
    """Does a visitor see anything of the form? Some makers wrap every page in one of hidden fields."""
    return any(not field.startswith(("hidden", "submit", "button", "image", "reset")) for field in form.fields)


def _in_frame(link: Link, page: Page, chosen: set[int]) -> bool:
    """Does the link stand in a line that is not the passage's own, rather than without words before it?"""
    if link.block in chosen or link.block >= len(page.blocks):
        return False
    return bool(link.label) and folded(link.label) in folded(page.blocks[link.block].text)
