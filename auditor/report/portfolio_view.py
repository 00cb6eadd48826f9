"""All agencies made ready to read: columns, ages, averages, who lacks what, which nights failed.

Decides what stands where; writes no sentence and no mark-up.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from auditor.findings import Status
from auditor.report.messages import BANGKOK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, datetime

    from auditor.portfolio import Agency, Cell, Judged, Night, Portfolio
    from auditor.rules import RulePack, Text

WORST = 5
"""Agencies that are named where the weakest are told."""

MOST_DAYS = 31
"""Days of failed nights that are told."""

MOST_OF_A_DAY = 30
"""Agencies that are named for one of them."""

_NAMED_STATUS = (Status.FAIL, Status.PARTIAL, Status.REVIEW, Status.PASS)


class State(StrEnum):
    """What can be said of an agency today."""

    CURRENT = "current"
    OLD = "old"  # its last usable result is older than is allowed
    WEAK = "weak"  # it was looked at, never enough to compare it with others
    NEVER = "never"  # it was never audited


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A category of the first pack, or the whole of a further one."""

    key: str  # "1.1", or the id of the pack
    title: Text
    pack: str
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An agency in the matrix."""

    number: int  # from 1
    agency: Agency
    state: State
    day: date | None  # of its result, in Bangkok
    age: int | None  # of its result, in days
    failed: Night | None  # the last night, where it came to nothing
    cells: tuple[Cell | None, ...]  # as the columns; None: not asked of it, or no result
    before: Night | None  # the usable night before that of the result

    @property
    def percent(self) -> float | None:
        """The score that is shown."""
        return self.agency.result.percent if self.agency.result else None

    @property
    def about(self) -> tuple[str, ...]:
        """The words by which it is found beside its name."""
        profile = self.agency.profile
        words = (profile.unit_type, profile.district, profile.province, *profile.tags)
        return tuple(word for word in words if word)

    @property
    def counts(self) -> bool:
        """Whether its result may be held against others'."""
        return self.state in {State.CURRENT, State.OLD}

    @property
    def difference(self) -> float | None:
        """Points gained since the usable night before."""
        if self.before is None or self.before.percent is None or self.percent is None:
            return None
        return round(self.percent - self.before.percent, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """A requirement, and how the agencies stand with it."""

    requirement: str
    title: Text
    counts: tuple[tuple[Status, int], ...]  # every status, in order
    judged: int  # agencies of which something can be said
    failed: int
    worst: tuple[Row, ...]  # a few of those that fail it, the lowest score first


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The agencies whose audit came to nothing on a day."""

    day: date
    entries: tuple[tuple[Row, Night], ...]  # at most so many
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioView:
    """All that the page of all agencies shows."""

    portfolio: Portfolio
    today: date
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    states: tuple[tuple[State, int], ...]  # every state, in order; together all rows
    failed_last: int  # agencies whose last night came to nothing
    average: float | None  # of the current results
    averages: tuple[float | None, ...]  # the same, as the columns
    worst: tuple[Row, ...]
    worst_of: tuple[tuple[Column, tuple[tuple[Row, Cell], ...]], ...]
    lacking: tuple[Lacking, ...]  # the one that most agencies fail first
    failed: tuple[Failed, ...]  # newest first
    tags: tuple[str, ...]
    districts: tuple[str, ...]
    provinces: tuple[str, ...]
    unit_types: tuple[str, ...]


def day_of(at: datetime) -> date:
    """The day of a moment in Bangkok."""
    return at.astimezone(BANGKOK).date()


def portfolio_view(portfolio: Portfolio, packs: Sequence[RulePack]) -> PortfolioView:
    """The agencies made ready to read; the categories of the first of `packs` are columns, of others the whole."""
    columns = tuple(_columns(portfolio, packs))
    today = day_of(portfolio.made_at)
    rows = tuple(
        _row(number, agency, columns, today, portfolio.stale_days)
        for number, agency in enumerate(portfolio.agencies, start=1)
    )
    states = Counter(row.state for row in rows)
    current = [row for row in rows if row.state is State.CURRENT]
    profiles = [agency.profile for agency in portfolio.agencies]
    return PortfolioView(
        portfolio=portfolio,
        today=today,
        columns=columns,
        rows=rows,
        states=tuple((state, states[state]) for state in State),
        failed_last=sum(row.failed is not None for row in rows),
        average=mean(row.percent for row in current),
        averages=tuple(mean(_column(current, place)) for place in range(len(columns))),
        worst=tuple(sorted((row for row in rows if row.counts), key=_score)[:WORST]),
        worst_of=tuple((column, _lowest(rows, place)) for place, column in enumerate(columns)),
        lacking=tuple(_lacking(rows)),
        failed=tuple(_failed(rows)),
        tags=_words(tag for profile in profiles for tag in profile.tags),
        districts=_words(profile.district for profile in profiles),
        provinces=_words(profile.province for profile in profiles),
        unit_types=_words(profile.unit_type for profile in profiles),
    )


def mean(percents: Iterable[float | None]) -> float | None:
    """The average of those that are known, one decimal."""
    known = [each for each in percents if each is not None]
    return round(sum(known) / len(known), 1) if known else None


def _column(rows: Iterable[Row], place: int) -> Iterator[float | None]:
    return (cell.percent for row in rows if (cell := row.cells[place]) is not None)


def _columns(portfolio: Portfolio, packs: Sequence[RulePack]) -> Iterator[Column]:
    used = {cell.pack for agency in portfolio.agencies if agency.result for cell in agency.result.cells}
    for place, pack in enumerate(packs):
        if place == 0:
            for each in pack.categories:
                yield Column(key=each.id, title=each.title, pack=pack.id, category=each.id)
        elif pack.id in used:
            yield Column(key=pack.id, title=pack.title, pack=pack.id, category="")


def _row(number: int, agency: Agency, columns: tuple[Column, ...], today: date, stale_days: int) -> Row:
    result = agency.result
    day = None if result is None else day_of(result.at)
    age = None if day is None else max(0, (today - day).days)
    known = {(cell.pack, cell.category): cell for cell in result.cells} if result else {}
    last = agency.nights[-1] if agency.nights else None
    return Row(
        number=number,
        agency=agency,
        state=_state(agency, age, stale_days),
        day=day,
        age=age,
        failed=last if last is not None and not last.usable else None,
        cells=tuple(known.get((column.pack, column.category)) for column in columns),
        before=_before(agency) if result is not None and result.firm else None,
    )


def _state(agency: Agency, age: int | None, stale_days: int) -> State:
    if not agency.nights:
        return State.NEVER
    if agency.result is None or age is None or not agency.result.firm:
        return State.WEAK
    return State.OLD if age > stale_days else State.CURRENT


def _before(agency: Agency) -> Night | None:
    """The usable night before the one whose result is shown."""
    usable = [night for night in agency.nights if night.usable]
    return usable[-2] if len(usable) > 1 else None


def _score(row: Row) -> tuple[float, int]:
    return (row.percent or 0.0, row.number)


def _lowest(rows: tuple[Row, ...], place: int) -> tuple[tuple[Row, Cell], ...]:
    """The few agencies that are lowest in a column and lack something there."""
    lacking = [
        (row, cell, cell.percent)
        for row in rows
        if row.counts and (cell := row.cells[place]) is not None and cell.percent is not None and cell.percent < 100  # noqa: PLR2004
    ]
    lacking.sort(key=lambda entry: (entry[2], _score(entry[0])))
    return tuple((row, cell) for row, cell, _ in lacking[:WORST])


def _lacking(rows: tuple[Row, ...]) -> list[Lacking]:
    stands: dict[tuple[str, str], list[tuple[Row, Judged]]] = {}
    for row in rows:
        for judged in row.agency.result.judged if row.counts and row.agency.result else ():
            stands.setdefault((judged.pack, judged.requirement), []).append((row, judged))
    found = []
    for entries in stands.values():
        counts = Counter(judged.status for _, judged in entries)
        failing = sorted((row for row, judged in entries if judged.status is Status.FAIL), key=_score)
        first = entries[0][1]
        found.append(
            Lacking(
                requirement=first.requirement,
                title=first.title,
                counts=tuple((status, counts[status]) for status in Status),
                judged=sum(counts[status] for status in _NAMED_STATUS),
                failed=len(failing),
                worst=tuple(failing[:WORST]),
            )
        )
    return sorted(found, key=lambda each: -each.failed)


def _failed(rows: tuple[Row, ...]) -> Iterator[Failed]:
    by_day: dict[date, list[tuple[Row, Night]]] = {}
    for row in rows:
        for night in row.agency.nights:
            if not night.usable:
                by_day.setdefault(day_of(night.at), []).append((row, night))
    for day in sorted(by_day, reverse=True)[:MOST_DAYS]:
        yield Failed(day=day, entries=tuple(by_day[day][:MOST_OF_A_DAY]), count=len(by_day[day]))


def _words(words: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({word for word in words if word}))
