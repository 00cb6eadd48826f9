"""Which pictures, frames and other links without words end the part of a page that they stand in.

What has no words waits for the next block. Where that is the heading of another part, or of another region, the
thing belongs to the words before it; unless it and the heading make one piece, as on a card with its picture on top.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.extract.raw import RawLink
from auditor.facts import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.extract.raw import RawBlock, RawImage, Scope

_WIDEST = 40  # elements around a picture that are looked at
_LATEST = 8  # blocks before it


def note_place(thing: RawImage | RawLink, scope: Scope, blocks: Sequence[RawBlock]) -> None:
    """Keep what tells later where a thing stands that was met in `scope`, after `blocks`."""
    thing.before = next((block for block in reversed(blocks[-_LATEST:]) if block.text), None)
    thing.piece = _piece(scope, len(blocks), leads=not isinstance(thing, RawLink) or thing.kind == "frame")


def _piece(scope: Scope, seq: int, *, leads: bool) -> Scope | None:
    """The widest element that begins here, or whose content began with a picture or frame: there they lead."""
    widest, around = None, scope
    for _ in range(_WIDEST):
        if around.start != seq and not around.led_by_picture:
            break
        around.led_by_picture |= leads
        widest = around
        if around.parent is None:
            break
        around = around.parent
    return widest


def settle_trailing(things: Iterable[RawImage | RawLink], blocks: Sequence[RawBlock]) -> None:
    """Number each thing without words that ends a part of the page with the last words of that part.

    `blocks` are the finished ones, in order, each knowing its index.
    """
    for thing in things:
        before = thing.before.final() if thing.before else None
        if before is None or not before.text or (isinstance(thing, RawLink) and thing.text):
            continue
        if not _ends_part(thing, _following(thing, blocks)):
            continue
        thing.block, thing.line = before, max(len(before.lines) - 1, 0)
        if isinstance(thing, RawLink):
            thing.apart = True


def _following(thing: RawImage | RawLink, blocks: Sequence[RawBlock]) -> RawBlock | None:
    """The words that the thing waited for; None at the end of the page."""
    block = thing.block.final() if thing.block else None
    if block is None or block.text:
        return block
    return blocks[block.index] if block.index < len(blocks) else None


def _ends_part(thing: RawImage | RawLink, following: RawBlock | None) -> bool:
    before, piece = thing.before, thing.piece
    if before is None or before.zone.region is not thing.zone.region:
        return False
    if following is None:
        return True
    if piece is not None and following.seq < piece.end:
        return False
    return following.kind is BlockKind.HEADING or following.zone.region is not thing.zone.region
