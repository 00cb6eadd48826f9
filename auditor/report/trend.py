"""The course of a site's score over its audits, as points of a drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditor.past import AuditLine

MOST_AUDITS = 60
"""The newest audits that are drawn."""
WIDTH, HEIGHT = 600, 120
"""Units of the drawing; a score of 100 lies at its upper edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An audit with a score, and where it lies in the drawing."""

    line: AuditLine
    percent: float
    x: float
    y: float


def course(audits: Sequence[AuditLine]) -> tuple[tuple[Point, ...], ...]:
    """The audits with a score, oldest first, in runs that an audit without one interrupts; empty below two points.

    Audits stand at equal distances, however many nights lie between them.
    """
    newest = audits[-MOST_AUDITS:]
    runs = tuple(_runs(newest, WIDTH / max(1, len(newest) - 1)))
    return runs if sum(map(len, runs)) > 1 else ()


def _runs(audits: Sequence[AuditLine], step: float) -> Iterator[tuple[Point, ...]]:
    run: list[Point] = []
    for number, line in enumerate(audits):
        if line.percent is not None:
            y = HEIGHT - line.percent / 100 * HEIGHT
            run.append(Point(line=line, percent=line.percent, x=round(number * step, 1), y=round(y, 1)))
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)
