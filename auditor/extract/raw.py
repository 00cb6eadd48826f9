"""What a walk over a page notes down before all of it is known: mutable, and gone when the `facts.Page` is made."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor.facts import BlockKind, Region

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor.extract.boxes import Box

LINE = "\x1e"  # stands for a `br` within the pieces of a text; blank to HTML, so no page can mean anything by it


class Origin:
    """How sure a zone is of its region."""

    ASSUMED = 0  # nothing was said
    WORDS = 1  # by class or id
    SURE = 2  # by element or role


@dataclass(slots=True)
class Zone:
    """A part of the page with one region; blocks and links share it, so that a guess can be corrected at the end."""

    region: Region = Region.MAIN
    origin: int = Origin.ASSUMED


@dataclass(slots=True, eq=False)
class RawBlock:
    """A run of text; `seq` orders it, `into` is the row that took it in."""

    seq: int
    kind: BlockKind
    text: str
    zone: Zone
    level: int = 0
    cells: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    over: tuple[tuple[str, str], ...] = ()
    hidden: bool = False
    emphatic: bool = False  # wholly bold or large
    by_look: bool = False  # a heading only because it is emphatic
    linked: bool = False  # wholly the text of links
    lines: tuple[str, ...] = ()  # as `br` parted it
    scope: Scope | None = None  # the element at whose end its words ended
    into: RawBlock | None = None
    index: int = 0  # among the texts that are kept
    first: int = 0  # index in the finished page, of its first line

    @property
    def parts(self) -> tuple[str, ...]:
        """What becomes blocks of their own: the lines of a plain text, since on hand-written pages `br` ends them."""
        lines = tuple(filter(None, self.lines)) if self.kind is BlockKind.TEXT else ()
        return lines if len(lines) > 1 else (self.text,)

    def place(self, line: int) -> int:
        """Index in the finished page of a line of this text, counted as `br` parted it."""
        if len(self.parts) == 1 or line >= len(self.lines):
            return self.first
        return self.first + sum(1 for text in self.lines[:line] if text)

    def final(self) -> RawBlock:
        """The block that stands in the finished page."""
        block = self
        while block.into is not None:
            block = block.into
        return block


@dataclass(slots=True, eq=False)
class RawLink:
    """A reference, its words still in pieces."""

    href: str
    zone: Zone
    path: tuple[str, ...]
    parts: list[str] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    title: str = ""
    aria: str = ""
    kind: str = "a"  # a, area, frame
    block: RawBlock | None = None
    line: int = 0
    bounds: int = 0  # of blocks, passed when it was met
    apart: bool = False  # another block began between it and the words of `block`
    before: RawBlock | None = None  # the last words before it
    piece: Scope | None = None  # the widest element that begins with it or is led by pictures
    hidden: bool = False
    buried: bool = False
    nofollow: bool = False
    target: str = ""
    dropped: bool = False  # a menu entry that only opens its submenu

    @property
    def text(self) -> str:
        """The visible words."""
        return " ".join("".join(self.parts).split())


@dataclass(slots=True, eq=False)
class RawImage:
    """A picture."""

    src: str
    alt: str
    zone: Zone
    width: int | None
    height: int | None
    link: RawLink | None
    block: RawBlock | None = None
    line: int = 0
    before: RawBlock | None = None  # the last words before it
    piece: Scope | None = None  # the widest element that is led by pictures, this one or earlier ones


@dataclass(slots=True, eq=False)
class RawForm:
    """A form being read."""

    action: str
    method: str
    zone: Zone
    fields: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    block: RawBlock | None = None


@dataclass(slots=True)
class Counts:
    """Running totals; the difference of two says what lies between."""

    letters: int = 0
    link_letters: int = 0
    links: int = 0
    documents: int = 0  # links to files
    framed: int = 0  # links that open in another frame


class Scope:
    """An open element that changes what its content means; it takes on the ways of `parent`, the scope around it."""

    __slots__ = (
        "at_exit", "base", "box", "buried", "counts", "emphatic", "end", "entry", "folding", "hidden", "is_block",
        "kind", "led_by_picture", "level", "narrow", "opened", "opens", "parent", "path", "start", "tag", "zone",
    )  # fmt: skip

    def __init__(self, parent: Scope | None, zone: Zone) -> None:
        self.parent = parent
        self.zone = zone
        self.tag = ""
        self.hidden = False
        self.buried: bool = parent.buried if parent else False
        self.is_block = True
        self.start = 0  # seq
        self.end = sys.maxsize  # seq after its last block; it is open as yet
        self.led_by_picture = False  # its content began with one
        self.narrow = False  # a column beside the content
        self.folding = False  # an accordion or the like: what is hidden in it opens when it is clicked
        self.opens = False  # a click on it opens something
        self.opened = False  # the part of it that was met last opens something
        self.box: tuple[Box, Box] | None = None  # it and the one around it
        self.counts: Counts | None = None  # as they were at its beginning
        self.at_exit: Callable[[], None] | None = None
        self.emphatic: bool = parent.emphatic if parent else False
        self.level: int = parent.level if parent else 0  # of the heading this is, or is in
        self.kind: BlockKind = parent.kind if parent else BlockKind.TEXT
        self.path: tuple[str, ...] = parent.path if parent else ()
        self.base: tuple[str, ...] = self.path  # the path without a column's heading
        self.entry: int = (
            parent.entry if parent else -1
        )  # seq at which the list entry began; -1 when its label is taken

    def ends_with(self, end: Callable[[], None]) -> None:
        """Let something be done at the element's end, after what is to be done already."""
        inner = self.at_exit

        def close() -> None:
            if inner:
                inner()
            end()

        self.at_exit = close
