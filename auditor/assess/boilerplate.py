"""What belongs to the site's frame: lines and title parts that most of its pages repeat."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from auditor.assess.lexicon import LINE, folded
from auditor.assess.menus import Menus
from auditor.assess.stamps import Stamps
from auditor.facts import BlockKind, Region

if TYPE_CHECKING:
    from auditor.facts import Block, Form, Page

FRAME = frozenset({Region.NAV, Region.HEADER, Region.BREADCRUMB, Region.FOOTER})
"""Regions that belong to the site rather than to the page."""

_EDGES = frozenset({Region.HEADER, Region.FOOTER})

SAMPLE = 2000
"""Pages that are counted; a frame shows itself long before."""

LEAST_PAGES = 5
"""On fewer pages nothing can be called repeated."""

SHARE = 0.5
"""A line on more than this share of the pages is frame …"""

_SEPARATORS = re.compile(r"\s+[-–—|«»:·•>/]+\s+|\s*[|»«]\s*")


class Boilerplate:
    """Counts lines and title parts over the pages, then tells frame from content."""

    def __init__(self) -> None:
        self._lines: Counter[str] = Counter()
        self._headings: Counter[str] = Counter()
        self._edges: Counter[str] = Counter()
        self._titles: Counter[str] = Counter()
        self._images: Counter[str] = Counter()
        self._forms: Counter[tuple[str, ...]] = Counter()
        self._pages = 0
        self.menus = Menus()
        self.stamps = Stamps()

    def count(self, page: Page) -> None:
        """Take one page into the counts."""
        if self._pages >= SAMPLE:
            return
        self._pages += 1
        self.menus.count(page)
        # Menus are frame by their region; counting them would make a page's heading, which its menu entry repeats
        # on every page, look like one.
        self._lines.update({_mark(block.text) for block in page.blocks if block.region not in FRAME})
        self._headings.update({folded(block.text) for block in page.blocks if block.kind is BlockKind.HEADING})
        entries = _entries(page)
        self._edges.update(
            {_mark(block.text) for n, block in enumerate(page.blocks) if block.region in _EDGES and n not in entries}
        )
        self._titles.update({folded(part) for part in title_parts(page.title)})
        self._images.update({image.url for image in page.images})
        self._forms.update({_fields(form) for form in page.forms})

    def is_frame(self, block: Block) -> bool:
        """Does the line stand on most pages of the site? A heading that a menu in the content repeats does not."""
        if block.kind is BlockKind.HEADING and self.menus.names(block.text):
            return self.is_frame_heading(block.text)
        return self.is_frame_line(block.text)

    def is_frame_line(self, text: str) -> bool:
        """Do these words stand as a line on most pages of the site?"""
        mark = _mark(text)
        return self._repeated(self._lines[mark]) or self._repeated(self._edges[mark])

    def is_frame_heading(self, text: str) -> bool:
        """Do most pages of the site have a heading of these words?"""
        return self._repeated(self._headings[folded(text)])

    def is_frame_image(self, url: str) -> bool:
        """Does the picture stand on most pages of the site?"""
        return self._repeated(self._images[url])

    def is_frame_form(self, form: Form) -> bool:
        """Does the form, told by its fields and their labels, stand on most pages of the site?"""
        return self._repeated(self._forms[_fields(form)])

    def own_title(self, title: str) -> str:
        """The page's title without the parts that most titles share; the whole title where nothing else is left."""
        parts = title_parts(title)
        own = [part for part in parts if not self._repeated(self._titles[folded(part)])]
        return " – ".join(own) if own else title

    def site_title(self) -> str | None:
        """The (folded) title part that most pages share, as long as there is one."""
        common = self._titles.most_common(1)
        return common[0][0] if common and self._repeated(common[0][1]) else None

    def _repeated(self, times: int) -> bool:
        return self._pages >= LEAST_PAGES and times > self._pages * SHARE


def _entries(page: Page) -> set[int]:
    """Lines at the edges that are links: a menu in the foot of a page repeats the headings of others."""
    return {
        link.block
        for link in page.links
        if link.region in _EDGES and link.block < len(page.blocks) and link.label == page.blocks[link.block].text
    }


def _fields(form: Form) -> tuple[str, ...]:
    return (*form.fields, *form.labels)


def _mark(text: str) -> str:
    """What tells a line from others; a paragraph that is repeated is repeated to the letter."""
    return folded(text) if len(text) <= LINE else text


def title_parts(title: str) -> list[str]:
    """A title cut at the dashes and bars that site makers put between page and site."""
    return [part for part in (piece.strip() for piece in _SEPARATORS.split(title)) if part]
