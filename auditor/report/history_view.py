"""The nights of one agency made ready to read: the course of the score, whole and by category, and what changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.rules import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.portfolio import Cell, Chronicle, PastNight
    from auditor.rules import RulePack


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A category through the nights that are told in full, oldest first."""

    key: str
    title: Text
    percents: tuple[float | None, ...]

    @property
    def known(self) -> tuple[float, ...]:
        """The scores that there are."""
        return tuple(each for each in self.percents if each is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """A night in the table."""

    past: PastNight
    cells: tuple[Cell | None, ...]  # as the courses


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronicleView:
    """All that the page of an agency's nights shows."""

    chronicle: Chronicle
    percents: tuple[float | None, ...]  # of every night, oldest first
    courses: tuple[Course, ...]
    rows: tuple[HistoryRow, ...]  # newest first


def chronicle_view(chronicle: Chronicle, packs: Sequence[RulePack]) -> ChronicleView:
    """The nights made ready to read."""
    cells = [_cells(past) for past in chronicle.nights]
    keys = tuple(dict.fromkeys(key for each in cells for key in each))
    titles = {(pack.id, each.id): each.title for pack in packs for each in pack.categories}
    told = [known for past, known in zip(chronicle.nights, cells, strict=True) if past.standing is not None][::-1]
    return ChronicleView(
        chronicle=chronicle,
        percents=tuple(past.night.percent for past in reversed(chronicle.nights)),
        courses=tuple(
            Course(
                key=key[1],
                title=titles.get(key) or Text(th=key[1], en=key[1]),
                percents=tuple(known[key].percent if key in known else None for known in told),
            )
            for key in keys
        ),
        rows=tuple(
            HistoryRow(past=past, cells=tuple(known.get(key) for key in keys))
            for past, known in zip(chronicle.nights, cells, strict=True)
        ),
    )


def _cells(past: PastNight) -> dict[tuple[str, str], Cell]:
    """The categories of a night by pack; of one that says nothing, none."""
    if past.standing is None or not past.standing.firm:
        return {}
    return {(cell.pack, cell.category): cell for cell in past.standing.cells if cell.category}
