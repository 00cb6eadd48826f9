"""All agencies as tables: `portfolio.csv` and `portfolio.xlsx`, with the words and codes of the page."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from auditor.report.cells import Code, Link
from auditor.report.csv import csv_parts
from auditor.report.portfolio import trouble_text
from auditor.report.portfolio_view import day_of, portfolio_view
from auditor.report.tables import Column, Table
from auditor.report.voice import Voice
from auditor.report.xlsx import MOST_ROWS, Book

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditor.config import Lang
    from auditor.portfolio import Portfolio
    from auditor.report.cells import Cell
    from auditor.report.messages import Messages
    from auditor.report.portfolio_view import PortfolioView, Row
    from auditor.rules import RulePack

_LIST = "; "
_OF_CATEGORY = "category_"


def portfolio_csv(portfolio: Portfolio, packs: Sequence[RulePack], messages: Messages, lang: Lang) -> bytes:
    """A row for each agency, UTF-8 with byte order mark."""
    return b"".join(csv_parts(matrix_table(portfolio_view(portfolio, packs), Voice(messages, lang))))


def portfolio_xlsx(portfolio: Portfolio, packs: Sequence[RulePack], messages: Messages, lang: Lang) -> bytes:
    """The workbook: agencies, requirements that they do not meet, nights that failed."""
    view, voice = portfolio_view(portfolio, packs), Voice(messages, lang)
    with Book(voice, portfolio.made_at) as book:
        _matrix_sheet(book, view, voice)
        book.table(_lacking_table(view, voice))
        book.table(_nights_table(view, voice))
    return book.content


def matrix_table(view: PortfolioView, voice: Voice) -> Table:
    """An agency a row, a category a column."""
    columns = (
        Column("site", 20), Column("agency", 40), Column("url", 32), Column("unit_type", 10), Column("district", 16),
        Column("province", 16), Column("tags", 24), Column("state", 20), Column("total_score", 9),
        Column("score_with_reviews", 12), Column("difference", 12), Column("checked", 14), Column("age_days", 9),
        Column("last_night", 44), *(Column(f"{_OF_CATEGORY}{column.key}", 9) for column in view.columns),
    )  # fmt: skip
    return Table(key="portfolio", columns=columns, rows=(_agency(row, voice) for row in view.rows))


def _matrix_sheet(book: Book, view: PortfolioView, voice: Voice) -> None:
    """The matrix with frozen heads and names; the heads of categories are what they are called."""
    table = matrix_table(view, voice)
    sheet = book.sheet(table.key)
    sheet.columns(table.columns)
    named = [column.key for column in table.columns if not column.key.startswith(_OF_CATEGORY)]
    heads = [voice.term("column", key) for key in named]
    sheet.line(0, (*heads, *(f"{column.key} {voice.say(column.title)}" for column in view.columns)), "head")
    last = 0
    for last, row in enumerate(islice(table.rows, MOST_ROWS), start=1):
        sheet.line(last, row)
    sheet.freeze(1, named.index("agency") + 1, last, len(table.columns))


def _agency(row: Row, voice: Voice) -> tuple[Cell, ...]:
    profile, result = row.agency.profile, row.agency.result
    last = row.agency.nights[-1] if row.agency.nights else None
    troubled = last is not None and last.trouble is not None
    reason = row.agency.reason if row.failed else None
    return (
        profile.id,
        profile.name,
        Link(profile.url),
        profile.unit_type,
        profile.district,
        profile.province,
        _LIST.join(profile.tags),
        Code(row.state.value, voice.term("agency-state", row.state)),
        row.percent,
        result.with_reviews if result else None,
        row.difference,
        row.day,
        row.age,
        voice.say(trouble_text(last, reason, voice.messages)) if last is not None and troubled else None,
        *(cell.percent if cell is not None else None for cell in row.cells),
    )


def _lacking_table(view: PortfolioView, voice: Voice) -> Table:
    columns = (Column("id", 22), Column("requirement", 48), Column("failing", 14), Column("judged", 14),
               Column("lowest", 90))  # fmt: skip
    return Table(key="lacking", columns=columns, rows=_lacking(view, voice))


def _lacking(view: PortfolioView, voice: Voice) -> Iterator[tuple[Cell, ...]]:
    for each in view.lacking:
        lowest = _LIST.join(_name(row) for row in each.worst)
        yield each.requirement, voice.say(each.title), each.failed, each.judged, lowest


def _nights_table(view: PortfolioView, voice: Voice) -> Table:
    columns = (Column("day", 14), Column("site", 20), Column("agency", 40), Column("reason", 70))
    return Table(key="nights", columns=columns, rows=_nights(view, voice))


def _nights(view: PortfolioView, voice: Voice) -> Iterator[tuple[Cell, ...]]:
    failed = [(night, row) for row in view.rows for night in row.agency.nights if not night.usable]
    for night, row in sorted(failed, key=lambda pair: pair[0].at, reverse=True):
        reason = row.agency.reason if night == row.failed else None
        told = voice.say(trouble_text(night, reason, voice.messages))
        yield day_of(night.at), row.agency.profile.id, row.agency.profile.name, told


def _name(row: Row) -> str:
    return row.agency.profile.name or row.agency.profile.id
