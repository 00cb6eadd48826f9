"""Runs of blocks that are one entry of a page, or several in one line, and the lines between them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from auditor.assess.inventory.splitting import is_known_label
from auditor.assess.inventory.targets import Sort
from auditor.assess.inventory.views import SHORTEST, words_of
from auditor.assess.lexicon import folded
from auditor.facts import BlockKind, LabelSource
from auditor.thai.text import letters_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from auditor.assess.inventory.targets import Target
    from auditor.assess.inventory.views import PageView
    from auditor.facts import Block, Link, Region

LONGEST_LABEL = 150
"""Letters of what stands around a link that names nothing."""

_REACH = 8  # blocks of a card below its title
_BEFORE = 6  # blocks of a card above a link that names nothing
_LEAD = 2  # lines below a day that may name a card
_TOP = 4  # lines above a title that belong to it
_WHOLE = 12  # blocks of a card that is one link
_PAIR = 2  # cells of a row that is a label and its value


@dataclass(slots=True, kw_only=True)
class Run:
    """Blocks, as places in their region, that are one entry or (several targets in one block) some."""

    start: int
    end: int
    links: list[tuple[Link, Target]]
    keys: set[str]
    name: str = ""
    row: bool = False
    whole: bool = False  # blocks that are one link
    wordless: bool = False  # the links have no words and are numbered with the block behind them
    below: tuple[int, ...] = ()
    above: tuple[int, ...] = ()


class RunFinder:
    """Finds the runs of one part of a page."""

    def __init__(self, view: PageView, region: Region) -> None:
        self._view, self._region = view, region
        self._blocks, self._links, self._lines = view.blocks, view.links, view.lines
        self._numbers = view.numbers[region]

    def runs(self) -> list[Run]:
        """The runs in order, with the lines that belong to them."""
        runs = self._linked()
        self._name_from_below([run for run in runs if self._says_only_days(run)])
        runs += self._strays(runs)
        runs.sort(key=lambda run: run.start)
        self._share(runs)
        return runs

    def _linked(self) -> list[Run]:
        """Blocks with links, those with one and the same target taken together."""
        runs: list[Run] = []
        for place, number in enumerate(self._numbers):
            links = self._title_links(number)
            if not links:
                continue
            keys = {target.key for _, target in links}
            last = runs[-1] if runs else None
            goes_on = last is not None and keys == last.keys and len(keys) == 1 and place - last.end <= _REACH
            if goes_on and last is not None and not self._new_title(number, links, last):
                if all(link.apart for link, _ in last.links) and not all(link.apart for link, _ in links):
                    # Shown in a frame, too, above its own words: these tell where the entry begins.
                    runs[-1] = self._run(place, [*links, *last.links], keys, _floor(runs[:-1]))
                    continue
                last.end = place
                last.links += links
                continue
            runs.append(self._run(place, links, keys, _floor(runs)))
        return runs

    def _strays(self, runs: list[Run]) -> list[Run]:
        """Embedded files and pictures behind the last words of their part: numbered with a block of another."""
        places: dict[int, list[tuple[Link, Target]]] = {}
        for number, links in self._links.items():
            stray = number >= len(self._blocks) or self._blocks[number].region is not self._region
            for link, target in links if stray else ():
                if link.region is self._region and target.sort is not Sort.PAGE:
                    place = bisect_left(self._numbers, number)
                    places.setdefault(place, []).append((link, target))
        found = []
        for place, links in places.items():
            floor = max((run.end + 1 for run in runs if run.end < place), default=0)
            keys = {target.key for _, target in links}
            start, name = self._card_start(place, floor, links[0][0], within=False)
            found.append(Run(start=start, end=place - 1, links=links, keys=keys, name=name, wordless=start == place))
        return found

    def _new_title(self, number: int, links: list[tuple[Link, Target]], last: Run) -> bool:
        """The same file under another name in its own row: two lines of a list, though one item."""
        row = self._blocks[number].kind is BlockKind.ROW
        return row and last.row and links[0][0].label != last.links[0][0].label

    def _title_links(self, number: int) -> list[tuple[Link, Target]]:
        """The links of a block that head entries.

        A link amid running text leads to something that the text mentions, and is none.
        """
        links = self._links.get(number, [])
        if not links or number >= len(self._blocks):
            return links
        block = self._blocks[number]
        doubtful = [link for link, target in links if _may_be_amid(link, target, block)]
        if not doubtful:
            return links
        rest = block.text
        for link, _ in links:
            rest = rest.replace(link.label, "\n", 1)
        if self._lines.read(rest).is_byline:
            return links
        half = letters_in(block.text) / 2
        amid = {id(link) for link in doubtful if letters_in(link.label) < half}
        return [(link, target) for link, target in links if id(link) not in amid]

    def _run(self, place: int, links: list[tuple[Link, Target]], keys: set[str], floor: int) -> Run:
        """A run from here; a link that names nothing takes the lines above it along."""
        start, name = place, ""
        block = self._blocks[self._numbers[place]]
        wordless = all(link.apart for link, _ in links)
        end = self._end_of(place, links[0][0]) if len(keys) == 1 else place
        if end > place:
            name = self._name_within(place, end)
            return Run(start=place, end=end, links=list(links), keys=keys, name=name, whole=True)
        if block.kind is not BlockKind.ROW and not any(self._view.names_itself(link) for link, _ in links):
            if len(keys) == 1:
                start, name = self._card_start(place, floor, links[0][0], within=not wordless)
            elif not wordless:
                name = self._named_in_line(self._numbers[place], [link for link, _ in links])
        elif block.kind is not BlockKind.ROW and len(keys) == 1:
            start, name = self._title_above(place, floor, [link for link, _ in links], keys)
        return Run(
            start=start,
            end=place if not wordless else max(start, place - 1),
            links=list(links),
            keys=keys,
            name=name,
            row=block.kind is BlockKind.ROW,
            wordless=wordless and start == place,
        )

    def _end_of(self, place: int, link: Link) -> int:
        """The last block of a link that goes over several, as of a card that is a link as a whole."""
        words, at, end = words_of(link), 0, place
        for following in range(place, min(place + _WHOLE, len(self._numbers))):
            text = " ".join(self._blocks[self._numbers[following]].text.split())
            if not words.startswith(text, at):
                break
            at, end = at + len(text) + 1, following
        return end if at > len(words) else place

    def _name_within(self, start: int, end: int) -> str:
        """What names a card: its heading, else its first line that is no by-line."""
        texts = [self._blocks[self._numbers[place]] for place in range(start, end + 1)]
        heads = [block.text for block in texts if block.level and not self._lines.read(block.text).is_dated]
        lines = (
            block.text
            for block in texts
            if letters_in(block.text) >= SHORTEST
            and not self._view.is_idle(block.text)
            and not self._lines.read(block.text).is_only_fields
        )
        return heads[0] if heads else next(lines, texts[0].text)

    def _card_start(self, place: int, floor: int, link: Link, *, within: bool) -> tuple[int, str]:
        """Where the card of a link that names nothing begins, and what names it there."""
        if within and (named := self._named_in_line(self._numbers[place], [link])):
            return place, named
        best: tuple[int, str] | None = None
        for above in range(place - 1, max(floor - 1, place - _BEFORE, 0) - 1, -1):
            block = self._blocks[self._numbers[above]]
            if self._links.get(self._numbers[above]):
                return (best or (above + 1, block.text)) if block.level else (best or (place, ""))
            if block.kind is BlockKind.ROW and len(block.cells) != _PAIR:
                break
            if block.level or block.kind is BlockKind.TERM:
                if not self._view.is_date_line(self._numbers[above]):
                    return best or (above, block.text)
                continue
            reading = self._lines.read(block.text)
            if folded(block.text) == folded(link.label) and not reading.tells:
                return above, block.text
            short = len(block.text) <= LONGEST_LABEL and letters_in(block.text) >= SHORTEST
            if short and not reading.is_only_fields and not self._view.is_idle(block.text):
                best = (above, block.text)
                if link.embedded:
                    break
        return best or (place, "")

    def _title_above(self, place: int, floor: int, links: Sequence[Link], keys: set[str]) -> tuple[int, str]:
        """Where the card of a button begins that names it for programs only, and its title as readers see it."""
        if any(words and not self._view.is_idle(words) for words in map(words_of, links)):
            return place, ""
        told = [folded(link.label) for link in links]
        for above in range(place - 1, max(floor, place - _BEFORE) - 1, -1):
            number = self._numbers[above]
            title = folded(self._blocks[number].text)
            linked = self._links.get(number, ())
            others = any(target.key not in keys and not link.apart for link, target in linked)
            if others or self._blocks[number].kind is BlockKind.ROW:
                break
            if letters_in(title) >= SHORTEST and any(title in label for label in told):
                return above, self._blocks[number].text
        particular = place > floor and self._view.is_particular(self._numbers[place - 1])
        return (self._card_start(place, floor, links[0], within=False)[0], "") if particular else (place, "")

    def _named_in_line(self, number: int, links: Sequence[Link]) -> str:
        """Other words of the links' own line that name them: the longest run without fields."""
        rest = self._blocks[number].text
        for words in filter(None, map(words_of, links)):
            rest = rest.replace(words, "\n", 1)
        name = self._lines.name_in(rest)
        return name if letters_in(name) >= SHORTEST else ""

    def _says_only_days(self, run: Run) -> bool:
        return not run.row and len(run.keys) == 1 and all(self._view.is_day(link) for link, _ in run.links)

    def _name_from_below(self, runs: list[Run]) -> None:
        """Cards whose day is the link, and whose first words below it their name, where no heading parts them."""
        for before, run in pairwise(runs):
            between = [self._blocks[self._numbers[place]] for place in range(before.end + 1, run.start)]
            if any(block.level and not self._lines.read(block.text).is_only_fields for block in between):
                return
        for run, following in zip_longest(runs, runs[1:]) if len(runs) > 1 else ():
            stop = following.start if following else len(self._numbers)
            run.name = self._first_name(run.end + 1, min(stop, run.end + 1 + _LEAD))

    def _first_name(self, start: int, stop: int) -> str:
        texts = (self._blocks[self._numbers[place]].text for place in range(start, stop))
        named = (self._view.name_of(text) for text in texts if len(text) <= LONGEST_LABEL)
        return next((name for name in named if name and not self._lines.read(name).tells), "")

    # --- what stands between the runs ----------------------------------------------------------------------

    def _share(self, runs: list[Run]) -> None:
        """Give the lines between entries to the one above or below them."""
        tops = self._tops(runs)
        for index, run in enumerate(runs):
            if run.row:
                continue
            following = runs[index + 1].start if index + 1 < len(runs) else len(self._numbers)
            before = runs[index - 1].end + 1 if index else 0
            run.below = self._below(run.end + 1, following, tops)
            if tops or run.wordless:
                run.above = self._above(run.start - 1, before, tops or self._view.is_date_line)

    def _tops(self, runs: list[Run]) -> Callable[[int], bool] | None:
        """What tells the lines that stand above the entries of a list, by the number of a block; None if none do.

        Both ends of the list tell it: there are such lines above its first entry, and none below its last.
        """
        cards = [run for run in runs if not run.row]
        if not cards:
            return None
        first, last = cards[0].start - 1, cards[-1].end + 1
        above = [self._numbers[place] for place in self._above(first, 0, self._view.is_particular)]
        below = self._numbers[last : last + 1]
        if any(map(self._view.tells_of_file, above)):
            return None if any(map(self._view.tells_of_file, below)) else self._view.is_particular
        dated = first >= 0 and self._view.is_date_line(self._numbers[first])
        return self._view.is_date_line if dated and not any(map(self._view.is_date_line, below)) else None

    def _below(self, start: int, stop: int, tops: Callable[[int], bool] | None) -> tuple[int, ...]:
        """The lines of a card below its title: up to a heading, or in lists with lines on top to the next of them."""
        taken: list[int] = []
        for place in range(start, min(stop, start + _REACH, len(self._numbers))):
            block = self._blocks[self._numbers[place]]
            heads = block.level or block.kind is BlockKind.TERM or self._numbers[place] in self._view.year_heads
            if heads and not self._is_label(block):
                break
            if self._view.repeated[self._numbers[place]] or (tops is not None and tops(self._numbers[place])):
                break
            if block.kind is BlockKind.ROW and len(block.cells) != _PAIR:
                break
            taken.append(place)
        return tuple(taken)

    def _is_label(self, block: Block) -> bool:
        """A heading that is only a label set in bold: «วันที่เผยแพร่ :»."""
        text = block.text.rstrip()
        return text.endswith(":") or is_known_label(text, self._view.lexicon)

    def _above(self, start: int, stop: int, tops: Callable[[int], bool]) -> tuple[int, ...]:
        taken = []
        for place in range(start, max(stop, start - _TOP + 1) - 1, -1):
            if not tops(self._numbers[place]):
                break
            taken.append(place)
        return tuple(reversed(taken))


def _floor(runs: Sequence[Run]) -> int:
    """The first place that is not taken by these runs."""
    return runs[-1].end + 1 if runs else 0


def _may_be_amid(link: Link, target: Target, block: Block) -> bool:
    """Is it a link by words to a page, in a block that is no heading and no row?"""
    if target.sort is not Sort.PAGE or link.source is not LabelSource.TEXT:
        return False
    return not block.level and block.kind is not BlockKind.ROW and link.label in block.text
