"""What is coming within the next days, made ready to read: what has to come down, and what will be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.findings import Status
from auditor.report.cells import Code, Link
from auditor.report.tables import Column, Table
from auditor.upcoming import SOON, coming_down, falling_due

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.findings import Audit
    from auditor.items import Item
    from auditor.report.cells import Cell
    from auditor.report.messages import Messages
    from auditor.report.voice import Voice
    from auditor.rules import Rulebook, Text
    from auditor.upcoming import Due


@dataclass(frozen=True, slots=True, kw_only=True)
class Upcoming:
    """The next `days` days from that of the audit, the nearest first."""

    days: int
    down: tuple[Item, ...]
    due: tuple[Due, ...]


def upcoming_of(audit: Audit, rulebook: Rulebook) -> Upcoming:
    """What is coming, by the packs of the audit; what does not apply to the agency falls not due."""
    applies = {each.requirement for each in audit.verdicts if each.status is not Status.NOT_APPLICABLE}
    used = {pack.id for pack in audit.packs}
    asked = (each for pack in rulebook.packs if pack.id in used for each in pack.requirements)
    return Upcoming(
        days=SOON,
        down=coming_down(audit.items, audit.as_of),
        due=falling_due((each for each in asked if each.id in applies), audit.items, audit.as_of),
    )


def covered_by(due: Due, messages: Messages) -> Text:
    """Of which time a paper will be asked for."""
    if due.round is not None:
        return messages.word("upcoming-months", months=str(due.round))
    first, last = due.years[0], due.years[-1]
    if first == last:
        return messages.word("upcoming-year", year=first)
    return messages.word("upcoming-years", first=first, last=last)


def upcoming_table(audit: Audit, rulebook: Rulebook, voice: Voice) -> Table:
    """A row for each thing that is coming."""
    columns = (
        Column("by_day", 14), Column("coming", 26), Column("what", 60), Column("covers", 30), Column("url", 52),
        Column("id", 20),
    )  # fmt: skip
    return Table(key="upcoming", columns=columns, rows=_rows(upcoming_of(audit, rulebook), voice))


def _rows(upcoming: Upcoming, voice: Voice) -> Iterator[tuple[Cell, ...]]:
    for item in upcoming.down:
        yield item.expires, Code("down", voice.word("upcoming-down")), item.title, None, Link(item.url), None
    for due in upcoming.due:
        asked = due.requirement
        covers = voice.say(covered_by(due, voice.messages))
        yield due.by, Code("due", voice.word("upcoming-due")), voice.say(asked.title), covers, None, asked.id
