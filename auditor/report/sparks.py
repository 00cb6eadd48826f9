"""The course of a score as the path of a line: for the eye, beside the same in words. Knows nothing of mark-up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SMALL = 100  # a box of that width needs no fractions


@dataclass(frozen=True, slots=True, kw_only=True)
class Spark:
    """A line in a box of `width` times `height`, 100 at the top; it breaks where there is no score."""

    width: int
    height: int
    path: str  # of SVG
    end: tuple[float, float] | None  # the newest point
    known: tuple[float, ...]  # the scores, oldest first


def spark(percents: Sequence[float | None], width: int, height: int, margin: int = 3) -> Spark:
    """The line of scores from 0 to 100, oldest first."""
    digits = 1 if width > _SMALL else 0
    room, rise = width - 2 * margin, height - 2 * margin
    steps = max(1, len(percents) - 1)
    path, end, drawing = "", None, False
    for place, percent in enumerate(percents):
        if percent is None:
            drawing = False
            continue
        end = (round(margin + room * place / steps, digits), round(margin + rise * (1 - percent / 100), digits))
        # A point alone is a line of no length, which round ends make a dot.
        path += f"L{end[0]:g} {end[1]:g}" if drawing else f"M{end[0]:g} {end[1]:g}h0"
        drawing = True
    known = tuple(each for each in percents if each is not None)
    return Spark(width=width, height=height, path=path, end=end, known=known)
