"""Puts runs of words together into blocks: where one ends, what kind it is, how its lines are parted.

Knows scopes and headings, no element.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.extract.raw import LINE, RawBlock, RawLink
from auditor.facts import BlockKind

if TYPE_CHECKING:
    from auditor.extract.raw import RawForm, RawImage, Scope

SHORT = 120  # letters of a text that may be set as a heading, or name a menu entry
SET_AS_HEADING = 7  # the level of a heading that is none by its element
_LONGEST_HEADING = 250  # letters; a text that only a class calls a title is none beyond
_KEPT_KINDS = frozenset((BlockKind.OPTION, BlockKind.TERM))


class Composer:
    """The blocks of a page so far, and the words of the next one."""

    def __init__(self) -> None:
        self.blocks: list[RawBlock] = []
        self.headed: list[tuple[RawBlock, Scope]] = []  # headings whose words stand elsewhere, with their sections
        self.seq = 0  # of the next block
        self.fresh = False  # the next block is the first of a list entry, term or option
        self.line = 0  # of the words being gathered
        self.bounds = 0  # beginnings and ends of elements that are blocks
        self._pieces: list[str] = []
        self._line_start = 0  # index into the pieces
        self.letters = 0  # gathered and not yet in a block
        self._emphatic = self._linked = 0
        self._line_letters = self._line_emphatic = 0
        self._waiting: list[RawLink | RawImage | RawForm] = []  # for the block they stand in

    def words(self, text: str, size: int, *, emphatic: bool, linked: bool) -> None:
        """Words that belong to the block being gathered; `size` counts them without blanks around."""
        self._pieces.append(text)
        self.letters += size
        self._line_letters += size
        if emphatic:
            self._emphatic += size
            self._line_emphatic += size
        if linked:
            self._linked += size

    def blank(self) -> None:
        """A blank between words."""
        if self._pieces:
            self._pieces.append(" ")

    def wait(self, thing: RawLink | RawImage | RawForm) -> None:
        """Let something know, later, the block in which it stands."""
        if isinstance(thing, RawLink):
            thing.bounds = self.bounds
        self._waiting.append(thing)

    def flush(self, scope: Scope, link: RawLink | None = None) -> RawBlock | None:
        """The words gathered so far become a block; the open link, if it has none of them, waits for the next."""
        if not self.letters:
            return None
        wordless = link is not None and not any(map(str.strip, link.parts))
        text = "".join(self._pieces)
        lines: tuple[str, ...] = ()
        if LINE in text:
            lines = tuple(" ".join(line.split()) for line in text.split(LINE))
            text = "\n".join(filter(None, lines))
        else:
            text = " ".join(text.split())
        block = self._made(scope, text, lines)
        self._add(block, link if wordless else None)
        self._reset()
        return block

    def head(self, scope: Scope, text: str) -> RawBlock:
        """A heading whose words stand elsewhere."""
        block = RawBlock(self.seq, BlockKind.HEADING, text, scope.zone, level=SET_AS_HEADING, hidden=scope.hidden)
        self._add(block)
        self.headed.append((block, scope))
        return block

    def anchor(self, scope: Scope) -> None:
        """A place for links and pictures of a cell or entry that has no words."""
        if self._waiting:
            self._add(RawBlock(self.seq, BlockKind.TEXT, "", scope.zone, hidden=scope.hidden))

    def anchor_all_but(self, link: RawLink | None, scope: Scope) -> None:
        """The same before an element that only `link` reaches into."""
        if any(thing is not link for thing in self._waiting):
            self.anchor(scope)

    def line_break(self, scope: Scope) -> None:
        """A `br`: a line that is wholly bold is a heading above what follows."""
        set_apart = 0 < self._line_letters <= SHORT and self._line_emphatic == self._line_letters
        plain = not (self._linked or self.fresh or scope.level) and scope.kind is BlockKind.TEXT
        if set_apart and plain:
            self._split_line(scope)
        elif self._pieces:
            self._pieces.append(LINE)
            self.line += 1
            self._line_start = len(self._pieces)
        self._line_letters = self._line_emphatic = 0

    def part_links(self, link: RawLink | None) -> None:
        """Two links side by side are two words, even if only a border parts them."""
        ended = self._waiting and isinstance(self._waiting[-1], RawLink) and self._waiting[-1] is not link
        if ended and self._pieces and not self._pieces[-1][-1:].isspace():
            self._pieces.append(" ")

    def words_before(self, scope: Scope) -> str:
        """What stands right before here, in the same element or just above it."""
        text = " ".join("".join(piece[-SHORT:] for piece in self._pieces[-20:]).replace(LINE, " ").split())
        if not text and self.blocks and self.blocks[-1].seq >= scope.start - 1:
            text = self.blocks[-1].text
        return text[-SHORT:]

    def first_since(self, seq: int) -> str:
        """The words of the first block since then, if it is among the latest."""
        return next((block.text for block in self.blocks[-8:] if block.seq >= seq and block.text), "")

    def _split_line(self, scope: Scope) -> None:
        line, letters = self._pieces[self._line_start :], self._line_letters
        if self.letters > letters:
            del self._pieces[self._line_start :]
            self.letters -= letters
            self._emphatic -= letters
            self.flush(scope)
        self._pieces = line
        self.letters = self._emphatic = letters
        self.flush(scope)

    def _made(self, scope: Scope, text: str, lines: tuple[str, ...]) -> RawBlock:
        linked = self._linked * 10 >= self.letters * 9
        emphatic = self._emphatic >= self.letters
        block = RawBlock(self.seq, scope.kind, text, scope.zone, hidden=scope.hidden)
        block.emphatic, block.linked, block.lines, block.scope = emphatic, linked, lines, scope
        if scope.level and (scope.level < SET_AS_HEADING or len(text) <= _LONGEST_HEADING):
            block.kind, block.level = BlockKind.HEADING, scope.level
        elif not self.fresh and scope.kind not in _KEPT_KINDS:
            block.kind = BlockKind.TEXT
            if emphatic and not linked and len(text) <= SHORT:
                block.kind, block.level, block.by_look = BlockKind.HEADING, SET_AS_HEADING, True
        self.fresh = False
        return block

    def _add(self, block: RawBlock, later: RawLink | None = None) -> None:
        self.blocks.append(block)
        self.seq += 1
        if self._waiting:
            for thing in self._waiting:
                if thing is later:
                    continue
                thing.block = block
                if isinstance(thing, RawLink):
                    thing.apart = not block.text or thing.bounds != self.bounds
            self._waiting[:] = [thing for thing in self._waiting if thing is later]

    def _reset(self) -> None:
        self._pieces.clear()
        self._line_start = self.line = self.letters = self._emphatic = self._linked = 0
        self._line_letters = self._line_emphatic = 0
