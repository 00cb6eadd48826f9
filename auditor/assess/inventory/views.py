"""A page with what is asked of it while its entries are cut: which links may lead to items, which lines repeat."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from auditor.assess.inventory.splitting import is_year
from auditor.assess.inventory.targets import Sort
from auditor.facts import LabelSource, Region
from auditor.thai.sources import SourceKind
from auditor.thai.text import letters_in

if TYPE_CHECKING:
    from auditor.assess.boilerplate import Boilerplate
    from auditor.assess.inventory.lines import LineReader
    from auditor.assess.inventory.targets import Target, Targets
    from auditor.assess.lexicon import Lexicon
    from auditor.facts import Block, Link, Page

CONTENT = (Region.MAIN, Region.ASIDE)
"""The parts of a page in which items are listed."""

SHORTEST = 5
"""Letters of a link or line that may be the title of something."""

_AROUND = " \t\n[](){}<>«»:*.…-–—_|"  # signs around words that name nothing
_LONGEST_HEAD = 60  # letters of a label before a link
_PICTURE_TITLE = 8  # of a link to a picture that is offered as a paper
_ONLY_DATE = 15  # letters beside a date that leave it alone in its line
_BESIDE_DAY = 3  # letters of a link beside the day that it says


def words_of(link: Link) -> str:
    """What a reader sees of the link."""
    return link.label if link.source is LabelSource.TEXT else link.text


class PageView:
    """One page while it is cut."""

    def __init__(
        self, page: Page, key: str, targets: Targets, lines: LineReader, lexicon: Lexicon, frame: Boilerplate
    ) -> None:
        self.page, self.blocks, self.key = page, page.blocks, key
        self.lines, self.lexicon = lines, lexicon
        self.repeated = [frame.is_frame(block) and not self._signs(block) for block in page.blocks]
        self.links = self._usable(targets)
        self.linked_alts: dict[str, list[str]] = {}
        self.alts: dict[int, list[str]] = {}  # of pictures that lead nowhere, by block
        for image in page.images:
            if image.alt and image.link is not None:
                self.linked_alts.setdefault(image.link, []).append(image.alt)
            elif image.alt:
                self.alts.setdefault(image.block, []).append(image.alt)
        self.numbers = {
            region: [
                number for number, block in enumerate(page.blocks) if block.region is region and not block.hidden
            ]
            for region in CONTENT
        }
        self.year_heads = self._year_heads()

    def _year_heads(self) -> frozenset[int]:
        """Lines that say a year and head a part of the page: most of them have several items below."""
        lines = [n for n in self.numbers[Region.MAIN] if is_year(self.blocks[n]) and n not in self.links]
        below = [
            {target.key for at in range(first, last) for _, target in self.links.get(at, ())}
            for first, last in pairwise([*lines, len(self.blocks)])
        ]
        wide = sum(1 for keys in below if len(keys) > 1)
        return frozenset(n for n in lines if n + 1 < len(self.blocks)) if wide * 2 > len(lines) else frozenset()

    def is_date_line(self, number: int) -> bool:
        """Is the block a day and little else?"""
        block = self.blocks[number]
        reading = self.lines.read(block.text)
        return reading.is_dated and not block.cells and reading.rest <= _ONLY_DATE

    def is_particular(self, number: int) -> bool:
        """Does the block, which is no row, tell a field and little else: a day, a type, a size, a unit?"""
        block = self.blocks[number]
        return not block.cells and not block.level and self.lines.read(block.text).is_only_fields

    def tells_of_file(self, number: int) -> bool:
        """Does the block tell the type or size of a file?"""
        found = self.lines.read(self.blocks[number].text).found
        return bool(found.sizes or found.types)

    def _signs(self, block: Block) -> bool:
        """Is it the by-line of the one who writes all the posts, the same below each?"""
        if block.region is not Region.MAIN:
            return False
        reading = self.lines.read(block.text)
        return reading.is_byline and any(source.kind is SourceKind.POSTER for source in reading.found.sources)

    def is_idle(self, text: str) -> bool:
        """Do the words name nothing?"""
        bare = text.strip(_AROUND)
        return any(self.lexicon.equals(name, bare) for name in ("idle-links", "byline-words", "type-words"))

    def names_itself(self, link: Link) -> bool:
        """Do the link's own words, or what a program is told of them, name the target?"""
        own = {LabelSource.TEXT, LabelSource.TITLE, LabelSource.ARIA, LabelSource.ALT}
        return (
            bool(link.label) and link.source in own and not self._is_idle_link(link.label) and not self.is_day(link)
        )

    def is_day(self, link: Link) -> bool:
        """Is a day all that the link says, as where the time of a post leads to it?"""
        reading = self.lines.read(words_of(link))
        return reading.is_dated and reading.rest <= _BESIDE_DAY

    def name_of(self, text: str) -> str:
        """The lines of a cell up to the first that tells a field: what the row is about, without its particulars."""
        named: list[str] = []
        for line in text.split("\n"):
            if named and self.lines.read(line).is_only_fields:
                break
            if letters_in(line) >= SHORTEST and not self.is_idle(line):
                named.append(line.strip())
        return " ".join(named)

    def _is_idle_link(self, label: str) -> bool:
        bare = label.strip(_AROUND)
        return any(self.lexicon.equals(name, bare) for name in ("idle-links", "type-words"))

    def _usable(self, targets: Targets) -> dict[int, list[tuple[Link, Target]]]:
        """By block the links that may lead to an item."""
        usable: dict[int, list[tuple[Link, Target]]] = {}
        for link in self.page.links:
            target = None if link.hidden else targets.of(link.url)
            if target is None or target.key == self.key:
                continue
            if target.sort is Sort.PAGE and not self._may_be_post(link, target):
                continue
            if target.sort is Sort.PICTURE and not self._is_offered(link):
                continue
            usable.setdefault(link.block, []).append((link, target))
        return usable

    def _may_be_post(self, link: Link, target: Target) -> bool:
        """Is the link the title of a post, or leads on from one, rather than a menu entry, an author or a tool?"""
        if target.menu or link.region not in CONTENT or link.embedded:
            return False
        if link.source in {LabelSource.CONTEXT, LabelSource.NONE} and not link.text:
            return False  # a picture: its words, if any, are those of another link
        said = words_of(link)
        if any(self.lexicon.equals("page-tool-words", words) for words in {said, link.label} if words):
            return False
        if letters_in(link.label) < SHORTEST or self.lines.is_account(link.label):
            return False
        return not self._names_category(link)

    def _names_category(self, link: Link) -> bool:
        """Does the link stand behind «หมวด :», «โดย» and the like?"""
        if link.block >= len(self.blocks) or link.source is not LabelSource.TEXT:
            return False
        block = self.blocks[link.block]
        cells = (cell.replace("\n", " ") for cell in block.cells)
        text = next((cell for cell in cells if link.label in cell), block.text)
        at = max(text.find(link.label), 0)
        before = text[max(0, at - _LONGEST_HEAD) : at].rstrip(" :")
        last = before.split()[-1] if before.split() else ""
        if not last or self.lines.is_account(last):
            return False
        return any(
            self.lexicon.equals(name, words)
            for name in ("byline-words", "owner-heads")
            for words in (before, last, f"{last}:")
        ) or self.lexicon.holds("post-category-words", f"{last}:")

    def _is_offered(self, link: Link) -> bool:
        """A picture that is linked by words as a paper would be: an order that was photographed."""
        shown = words_of(link)
        named = letters_in(shown) > 0 and letters_in(link.label) >= _PICTURE_TITLE
        return named and link.region in CONTENT
