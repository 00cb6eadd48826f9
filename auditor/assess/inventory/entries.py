"""The entries of a page: each link to a document or post with the words that belong to it.

Rows of tables, lines with their dates inside, cards with a title and lines below or above it, lines with several
links: all become the same, a link with its lines.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor.assess.inventory.lines import Line
from auditor.assess.inventory.runs import LONGEST_LABEL, RunFinder
from auditor.assess.inventory.splitting import chains_of, headed, heads_of, pair_lines, parted, row_lines
from auditor.assess.inventory.targets import Sort
from auditor.assess.inventory.views import CONTENT, PageView, words_of
from auditor.assess.lexicon import folded
from auditor.facts import LabelSource, Region
from auditor.thai.text import letters_in
from auditor.urls import shown_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.boilerplate import Boilerplate
    from auditor.assess.inventory.lines import LineReader
    from auditor.assess.inventory.runs import Run
    from auditor.assess.inventory.targets import Target, Targets
    from auditor.assess.lexicon import Lexicon
    from auditor.facts import Block, Link, Page


@dataclass(slots=True, kw_only=True)
class Entry:
    """A link to an item and what stands beside it."""

    target: Target
    url: str
    label: str  # what names the item; "" where nothing does
    first: int  # blocks
    last: int
    region: Region
    lines: list[Line] = field(default_factory=list)  # nearest first
    groups: tuple[str, ...] = ()  # headings above, nearest first
    alts: tuple[str, ...] = ()  # of the pictures beside the link
    repeated: bool = False  # stands on most pages
    row: bool = False
    sure: bool = True  # the words of the link itself name it

    @property
    def is_document(self) -> bool:
        """A file rather than a page."""
        return self.target.sort is not Sort.PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page read for its entries, and what is left for the page itself."""

    entries: tuple[Entry, ...]
    own: tuple[int, ...]  # blocks of the main part that belong to no other page's entry
    behind: frozenset[int]  # of these, the ones in or below an entry for a document


class SheetReader:
    """Cuts pages into entries."""

    def __init__(self, targets: Targets, lines: LineReader, lexicon: Lexicon, frame: Boilerplate) -> None:
        self._targets, self._lines, self._lexicon, self._frame = targets, lines, lexicon, frame

    def read(self, page: Page, key: str) -> Sheet:
        """The entries of the page at `key`, in order."""
        return _Cut(PageView(page, key, self._targets, self._lines, self._lexicon, self._frame)).sheet()


class _Cut:
    """One page being cut."""

    def __init__(self, view: PageView) -> None:
        self._view, self._blocks, self._lexicon = view, view.blocks, view.lexicon
        self._heads = heads_of(view.blocks, view.lexicon)
        self._chains = chains_of(view.blocks, view.year_heads)
        self._claimed: set[int] = set()
        self._behind: set[int] = set()

    def sheet(self) -> Sheet:
        entries: list[Entry] = []
        for region in CONTENT:
            numbers = self._view.numbers[region]
            for run in RunFinder(self._view, region).runs():
                self._claim(run, numbers)
                entries += self._entries(run, numbers)
        entries += self._elsewhere()
        own = tuple(
            number
            for number in self._view.numbers[Region.MAIN]
            if number not in self._claimed and not self._view.repeated[number]
        )
        return Sheet(entries=tuple(entries), own=own, behind=frozenset(self._behind))

    def _claim(self, run: Run, numbers: list[int]) -> None:
        """What stands in an entry, or beside one for another page, is not the page's own."""
        around = {numbers[place] for place in (*run.below, *run.above)}
        if all(target.sort is Sort.PAGE for _, target in run.links):
            self._claimed |= around
        else:
            self._behind |= {numbers[place] for place in run.below}
        if not run.wordless:
            self._claimed |= {numbers[place] for place in range(run.start, run.end + 1)}

    def _entries(self, run: Run, numbers: list[int]) -> Iterator[Entry]:
        targets: dict[str, list[Link]] = {}
        found: dict[str, Target] = {}
        for link, target in run.links:
            targets.setdefault(target.key, []).append(link)
            found[target.key] = target
        beside = self._beside(run, numbers)
        for key, links in targets.items():
            entry = self._entry(run, numbers, links, found[key])
            if entry.label:
                entry.lines.append(Line(text=entry.label, title=True))
            entry.lines += (Line(text=words) for words in map(words_of, links) if words and words != entry.label)
            entry.lines += beside[key] if beside is not None else self._card(run, numbers, links, entry.label)
            if not run.row:
                entry.lines += self._around(run, numbers)
            yield entry

    def _beside(self, run: Run, numbers: list[int]) -> dict[str, list[Line]] | None:
        """The lines of a row, or of a block with several targets, by target; None of any other."""
        words = [(words_of(link), target.key) for link, target in run.links]
        if run.row:
            number = run.links[0][0].block
            return row_lines(self._blocks[number], self._heads[number], words)
        if len(run.keys) == 1:
            return None
        lines: dict[str, list[Line]] = {key: [] for key in run.keys}
        if not run.wordless and run.start <= run.end:
            for key, line in parted(self._blocks[numbers[run.end]].text, words):
                lines[key].append(line)
        return lines

    def _entry(self, run: Run, numbers: list[int], links: list[Link], target: Target) -> Entry:
        first = numbers[run.start] if run.start < len(numbers) else len(self._blocks)
        block = links[0].block
        label, sure = self._label(run, links)
        repeated = block < len(self._blocks) and self._view.repeated[block]
        return Entry(
            target=target,
            url=shown_file(links[0].url) or links[0].url,
            label=label,
            first=first,
            last=numbers[run.end] if run.end < len(numbers) else first,
            region=links[0].region,
            groups=self._groups(run, numbers, label, links[0]),
            alts=self._alts(run, numbers, links),
            repeated=repeated,
            row=run.row,
            sure=sure,
        )

    def _label(self, run: Run, links: list[Link]) -> tuple[str, bool]:
        """What names the item: the words of a link, else the lines above it, else what a program is told."""
        if run.whole:
            return run.name, True
        named = [link.label for link in links if self._view.names_itself(link) and link.source is LabelSource.TEXT]
        if named:
            return max(named, key=letters_in), True
        name = run.name or (self._title_cell(links[0].block) if run.row else "")
        if name:
            return name, True
        return self._told_apart(links)

    def _told_apart(self, links: list[Link]) -> tuple[str, bool]:
        """What only a program is told, or what stands around the link."""
        said = [link for link in links if link.label and link.source is not LabelSource.NONE]
        named = (self._view.name_of(link.label) if "\n" in link.label else link.label for link in said)
        other = next((name for name in named if len(name) <= LONGEST_LABEL), "")
        return ("" if self._view.is_idle(other) else other), not links[0].embedded

    def _title_cell(self, number: int) -> str:
        """The cell of a row that names what it is about, by the head of its column."""
        block = self._blocks[number]
        cells = [*zip(self._heads[number], block.cells, strict=False), *block.over]
        named = (cell for head, cell in cells if self._lexicon.equals("title-heads", head.rstrip(" :")))
        return next((name for cell in named if (name := self._view.name_of(cell))), "")

    def _groups(self, run: Run, numbers: list[int], label: str, link: Link) -> tuple[str, ...]:
        """The headings above; what has no words stands under the block before the one it is numbered with."""
        place = min(run.start, len(numbers)) - run.wordless
        if not 0 <= place < len(numbers):
            chain: tuple[str, ...] = (link.heading,) if link.heading else ()
        else:
            block = self._blocks[numbers[place]]
            chain = self._chains[numbers[place]]
            if run.wordless and block.level:
                chain = (block.text, *chain)
        return tuple(words for words in chain if words and folded(words) != folded(label))

    def _alts(self, run: Run, numbers: list[int], links: list[Link]) -> tuple[str, ...]:
        """Descriptions of the icons in the link, or in the same lines where they lead nowhere else."""
        linked = [alt for url in {link.url for link in links} for alt in self._view.linked_alts.get(url, ())]
        if len(run.keys) == 1:
            blocks = numbers[run.start : run.end + 1]
            linked += [alt for number in blocks for alt in self._view.alts.get(number, ())]
        return tuple(linked)

    def _card(self, run: Run, numbers: list[int], links: list[Link], label: str) -> Iterator[Line]:
        """The lines of a card or line with one target, without its links."""
        if run.wordless:
            return
        shown = [words for link in links if (words := words_of(link)) and not self._view.is_day(link)]
        plain: list[Block] = []
        over = self._blocks[numbers[run.start]].over
        yield from (headed(head, words, cell=True) for head, words in over)
        for place in range(run.start, run.end + 1):
            block = self._blocks[numbers[place]]
            rest = block.text
            for words in [*shown, label]:
                rest = rest.replace(words, "\n", 1) if words else rest
            if rest == block.text:
                plain.append(block)
            elif rest.strip():
                yield Line(text=rest.strip())
        yield from pair_lines(plain, self._lexicon)

    def _around(self, run: Run, numbers: list[int]) -> Iterator[Line]:
        """The lines below and above that belong to it."""
        for places in (run.below, run.above):
            yield from pair_lines([self._blocks[numbers[place]] for place in places], self._lexicon)

    # --- links in the frame of the site --------------------------------------------------------------------

    def _elsewhere(self) -> Iterator[Entry]:
        """Documents in menus, headers and footers, and what stands behind the last words of the page."""
        for number, links in self._view.links.items():
            block = self._blocks[number] if number < len(self._blocks) else None
            for link, target in links:
                if link.region in CONTENT or target.sort is Sort.PAGE or (block is not None and block.hidden):
                    continue
                lines = [Line(text=link.label, title=True)] if link.label else []
                yield Entry(
                    target=target,
                    url=shown_file(link.url) or link.url,
                    label=link.label,
                    first=number,
                    last=number,
                    region=link.region,
                    lines=lines,
                    groups=(*((link.heading,) if link.heading else ()), *reversed(link.path)),
                    repeated=block is not None,
                    sure=not link.embedded and self._view.names_itself(link),
                )
