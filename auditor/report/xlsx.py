"""`audit.xlsx`, and the one way in which this program writes workbooks. The home of XlsxWriter.

Every text goes into an explicit string cell, so that nothing a website says becomes a formula, a number or a link
(RELIABILITY_RULES 22). Rows are streamed to a folder that is gone afterwards.
"""

from __future__ import annotations

import io
import re
import tempfile
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Self

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from auditor.config import Lang
from auditor.report.cells import Code, Link, cell_text
from auditor.report.messages import BANGKOK
from auditor.report.overview import coverage_pairs, summary_pairs
from auditor.report.register_table import register_table
from auditor.report.tables import (
    Column,
    Table,
    changes_table,
    evidence_table,
    findings_table,
    items_table,
    requirements_table,
    to_do_table,
)
from auditor.report.upcoming import upcoming_table
from auditor.report.view import view_of
from auditor.report.voice import Voice
from auditor.urls import display, parse

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from auditor.findings import Audit
    from auditor.report.cells import Cell
    from auditor.report.messages import Messages
    from auditor.report.overview import Pair
    from auditor.report.view import View
    from auditor.rules import Rulebook

MOST_LINKS = 60_000
"""Links of a sheet that can be clicked; spreadsheets allow 65,530."""

MOST_ROWS = 1_000_000
"""Rows of a sheet; spreadsheets allow 1,048,576."""

FONT = "Tahoma"  # has Thai letters wherever spreadsheets run
_LONGEST_LINK = 2000
_ESCAPED_IN_LINKS = '"<>[]^`{}\\'
_LARGEST_NUMBER = 10**15  # beyond it a spreadsheet loses digits
_FIRST_YEAR = 1900
_A4 = 9
_LINE_HEIGHT = 13.5  # points
_MOST_LINES = 12
_LONGEST_MEASURED = 4000
_LETTER_WIDTH = 1.05  # of a column's unit
_BARE = frozenset({"title", "label", "figure"})
_MARKS = re.compile(r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_BUDDHIST_CALENDAR = "[$-107041E]"
_STYLES: dict[str, dict[str, str | int | bool]] = {
    "text": {},
    "number": {"num_format": "#,##0.###", "align": "center"},
    "figure": {"num_format": "#,##0.###", "align": "left"},
    "percent": {"num_format": "0 %", "align": "center"},
    "date": {"num_format": "d mmm yyyy", "align": "left"},
    "moment": {"num_format": "d mmm yyyy hh:mm", "align": "left"},
    "link": {"font_color": "#0B57A4", "underline": 1},
    "head": {"bold": True, "bg_color": "#DCE8F2"},
    "label": {"bold": True},
    "title": {"bold": True, "text_wrap": False},
}


def render_xlsx(audit: Audit, rulebook: Rulebook, messages: Messages, lang: Lang) -> bytes:
    """The workbook of an audit, its words in `lang`."""
    view, voice = view_of(audit, rulebook), Voice(messages, lang)
    with Book(voice, audit.run.finished_at) as book:
        _summary(book, view, voice)
        book.table(requirements_table(view, voice))
        book.table(evidence_table(audit, voice))
        book.table(items_table(audit, voice))
        book.table(upcoming_table(audit, rulebook, voice))
        book.table(findings_table(audit, voice))
        if audit.register is not None:
            book.table(register_table(audit.register, voice))
        if audit.changes is not None:
            book.table(changes_table(audit, voice))
        coverage = book.sheet("coverage")
        coverage.columns((Column("what", 44), Column("value", 80)))
        coverage.pairs(coverage_pairs(audit, voice), 0)
        book.table(to_do_table(view, voice))
    return book.content


def _summary(book: Book, view: View, voice: Voice) -> None:
    sheet = book.sheet("summary")
    sheet.columns((Column("what", 44), Column("value", 52), *(Column("count", 18) for _ in (*view.counts, None))))
    row = sheet.pairs(summary_pairs(view, voice), 0) + 1
    statuses = (voice.term("status", status) for status, _ in view.counts)
    heads = (voice.word("category"), voice.word("results-by-category"), *statuses, voice.word("total"))
    sheet.line(row, heads, "head")
    for group in view.groups:
        row += 1
        counts = (count for _, count in group.counts)
        sheet.line(row, (group.id, voice.say(group.title), *counts, len(group.rows)))


class Book:
    """A workbook being written; its bytes are `content` once the block is left."""

    def __init__(self, voice: Voice, made_at: datetime) -> None:
        self.voice = voice
        self.content = b""
        self._made_at = made_at.astimezone(BANGKOK).replace(tzinfo=None)
        self._buffer = io.BytesIO()

    def __enter__(self) -> Self:
        self._scratch = tempfile.TemporaryDirectory(prefix="auditor-")
        options = {
            "constant_memory": True,
            "tmpdir": self._scratch.name,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "default_format_properties": {"font_name": FONT, "font_size": 10, "valign": "top"},
        }
        self._workbook = xlsxwriter.Workbook(self._buffer, options)
        self._workbook.set_properties({"created": self._made_at, "comments": ""})
        calendar = _BUDDHIST_CALENDAR if self.voice.lang is Lang.TH else ""
        self.styles = {name: self._style(name, calendar) for name in _STYLES}
        return self

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, at: TracebackType | None) -> None:
        try:
            if kind is None:
                self._workbook.close()
                self.content = self._buffer.getvalue()
        except FileCreateError as error:
            raise OSError(str(error)) from error
        finally:
            self._workbook.fileclosed = True  # whether or not it could be finished
            for sheet in self._workbook.worksheets():
                sheet.row_data_fh.close()
            self._scratch.cleanup()

    def sheet(self, key: str, name: str = "") -> Sheet:
        """A new sheet, named by the table `sheet` of the messages or as told."""
        return Sheet(self, self._workbook.add_worksheet(name or self.voice.term("sheet", key)))

    def table(self, table: Table) -> None:
        """A new sheet with the rows of a table under frozen heads with a filter."""
        sheet = self.sheet(table.key)
        sheet.columns(table.columns)
        sheet.heads(table.columns, 0)
        last = 0
        for last, row in enumerate(islice(table.rows, MOST_ROWS), start=1):
            sheet.line(last, row)
        sheet.freeze(1, 0, last, len(table.columns))

    def _style(self, name: str, calendar: str) -> Format:
        style: dict[str, str | int | bool] = {"font_name": FONT, "font_size": 10, "valign": "top", "text_wrap": True}
        if name not in _BARE:
            style |= {"border": 1, "border_color": "#C9D3DB"}
        style |= _STYLES[name]
        if name in {"date", "moment"}:
            style["num_format"] = f"{calendar}{style['num_format']}"
        return self._workbook.add_format(style)


class Sheet:
    """A sheet that is written row by row, from the top."""

    def __init__(self, book: Book, worksheet: Worksheet) -> None:
        self.worksheet = worksheet
        self._styles = book.styles
        self.voice = book.voice
        self._links = 0
        self._columns: tuple[Column, ...] = ()
        worksheet.set_landscape()
        worksheet.set_paper(_A4)
        worksheet.set_margins(0.4, 0.4, 0.5, 0.5)
        worksheet.fit_to_pages(1, 0)

    def columns(self, columns: Iterable[Column]) -> None:
        """The widths, and what blanks and numbers are."""
        self._columns = tuple(columns)
        for number, column in enumerate(self._columns):
            self.worksheet.set_column(number, number, column.width)

    def heads(self, columns: Iterable[Column], row: int) -> None:
        """The names of the columns, from the table `column` of the messages."""
        self.line(row, [self.voice.term("column", column.key) for column in columns], "head")

    def freeze(self, heads: int, first: int, last: int, width: int) -> None:
        """Keep the heads in sight and on every printed page, and filter by them."""
        self.worksheet.freeze_panes(heads, first)
        self.worksheet.repeat_rows(heads - 1)
        self.worksheet.autofilter(heads - 1, 0, max(last, heads - 1), width - 1)

    def pairs(self, pairs: Iterable[Pair], row: int) -> int:
        """Labels with their values, one a row; returns the row below them."""
        for label, value in pairs:
            self.line(row, (None, value), "figure" if isinstance(value, int | float) else "")
            self.put(row, 0, label, "label")
            row += 1
        return row

    def title(self, row: int, text: str) -> None:
        """A line that runs over the columns beside it."""
        self.worksheet.write_string(row, 0, cell_text(text), self._styles["title"])

    def hide(self, columns: Iterable[int]) -> None:
        """Columns that only the program reads."""
        for number in columns:
            self.worksheet.set_column(number, number, None, None, {"hidden": True})

    def choices(self, column: int, first: int, last: int, words: list[str]) -> None:
        """A drop-down in the cells of a column."""
        self.worksheet.data_validation(first, column, last, column, {"validate": "list", "source": words})

    def days(self, column: int, first: int, last: int, bounds: tuple[date, date]) -> None:
        """Cells of a column that take a day; text that is one is taken too."""
        rule = {"validate": "date", "criteria": "between", "minimum": bounds[0], "maximum": bounds[1]}
        self.worksheet.data_validation(first, column, last, column, {**rule, "error_type": "warning"})

    def line(self, row: int, cells: Iterable[Cell], style: str = "") -> None:
        """A row of cells, as high as its longest text needs."""
        chosen = tuple(cells)
        pairs = zip(chosen, self._columns, strict=False)
        lines = max((_lines(cell, column.width) for cell, column in pairs), default=1)
        self.worksheet.set_row(row, _LINE_HEIGHT * min(lines, _MOST_LINES) + 2)
        for column, cell in enumerate(chosen):
            self.put(row, column, cell, style)

    def put(self, row: int, column: int, cell: Cell, style: str = "") -> None:
        """One cell, written as what it is."""
        match cell:
            case None | "":
                blank = "date" if self._column(column).day else "text"
                self.worksheet.write_blank(row, column, None, self._styles[style or blank])
            case Code():
                self._text(row, column, cell.shown, style or "text")
            case Link():
                self._link(row, column, cell)
            case datetime() if cell.year >= _FIRST_YEAR:
                moment = cell.astimezone(BANGKOK).replace(tzinfo=None)
                self.worksheet.write_datetime(row, column, moment, self._styles[style or "moment"])
            case date() if cell.year >= _FIRST_YEAR:
                self.worksheet.write_datetime(row, column, cell, self._styles[style or "date"])
            case int() | float() if -_LARGEST_NUMBER < cell < _LARGEST_NUMBER:
                usual = "percent" if self._column(column).share else "number"
                self.worksheet.write_number(row, column, cell, self._styles[style or usual])
            case _:
                self._text(row, column, cell_text(str(cell)), style or "text")

    def _column(self, number: int) -> Column:
        return self._columns[number] if number < len(self._columns) else Column("")

    def _text(self, row: int, column: int, text: str, style: str) -> None:
        # XlsxWriter takes a text of this shape for mark-up that it made itself, and writes it unescaped.
        if text.startswith("<r>"):
            self.worksheet.write_rich_string(row, column, "<", "r", text[2:], self._styles[style])
        else:
            self.worksheet.write_string(row, column, text, self._styles[style])

    def _link(self, row: int, column: int, link: Link) -> None:
        shown = cell_text(link.shown or display(link.url))
        href = _openable(link.url)
        if href is None or self._links >= MOST_LINKS or shown.startswith("<r>"):
            self._text(row, column, shown, "text")
            return
        self._links += 1
        self.worksheet.write_url(row, column, href, self._styles["link"], shown)


def _lines(cell: Cell, width: int) -> int:
    """Lines that a cell needs in a column of this width; marks above and below Thai letters take no room."""
    text = cell.shown if isinstance(cell, Code | Link) else cell if isinstance(cell, str) else ""
    letters = len(text) - len(_MARKS.findall(text)) if len(text) < _LONGEST_MEASURED else _LONGEST_MEASURED
    return 1 + int(letters * _LETTER_WIDTH) // width


def _openable(url: str) -> str | None:
    """The address if a click may open it and a spreadsheet can hold it."""
    address = parse(url)
    if address is None:
        return None
    href = str(address)
    longest = len(href) + 2 * sum(map(href.count, _ESCAPED_IN_LINKS))
    return href if longest <= _LONGEST_LINK else None
