"""Which pictures end the part of a page that they stand in, where the next words begin another.

What has no words waits for the next block. Where that is the heading of another part, or of another region, the picture
belongs to the words before it; unless it and the heading make one piece, as on a card with its picture on top.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.facts import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.extract.raw import RawBlock, RawImage, Scope

_WIDEST = 40  # elements around a picture that are looked at
_LATEST = 8  # blocks before it


def note_place(image: RawImage, scope: Scope, blocks: Sequence[RawBlock]) -> None:
    """Keep what tells later where a picture stands that was met in `scope`, after `blocks`."""
    image.before = next((block for block in reversed(blocks[-_LATEST:]) if block.text), None)
    image.piece = _piece(scope, len(blocks))


def _piece(scope: Scope, seq: int) -> Scope | None:
    """The widest element that begins with this picture, or whose content began with one: its pictures lead."""
    widest, around = None, scope
    for _ in range(_WIDEST):
        if around.start != seq and not around.led_by_picture:
            break
        around.led_by_picture = True
        widest = around
        if around.parent is None:
            break
        around = around.parent
    return widest


def settle_trailing(images: Iterable[RawImage], blocks: Sequence[RawBlock]) -> None:
    """Number each picture that ends a part of the page with the last words of that part.

    `blocks` are the finished ones, in order, each knowing its index.
    """
    for image in images:
        before = image.before.final() if image.before else None
        if before is not None and before.text and _ends_part(image, _following(image, blocks)):
            image.block, image.line = before, max(len(before.lines) - 1, 0)


def _following(image: RawImage, blocks: Sequence[RawBlock]) -> RawBlock | None:
    """The words that the picture waited for; None at the end of the page."""
    block = image.block.final() if image.block else None
    if block is None or block.text:
        return block
    return blocks[block.index] if block.index < len(blocks) else None


def _ends_part(image: RawImage, following: RawBlock | None) -> bool:
    before, piece = image.before, image.piece
    if before is None or before.zone.region is not image.zone.region:
        return False
    if following is None:
        return True
    if piece is not None and following.seq < piece.end:
        return False
    return following.kind is BlockKind.HEADING or following.zone.region is not image.zone.region
