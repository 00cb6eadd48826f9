"""An empty publication register to fill in, as CSV that Excel opens in Thai or as a workbook. The home of XlsxWriter.

What it makes, `auditor.register` reads. Nothing in it is a formula (RELIABILITY_RULES 22).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from auditor.config import Lang
from auditor.register import Column, EntryStatus
from auditor.register.headings import heading_of, state_word

if TYPE_CHECKING:
    from auditor.report.messages import Messages
    from auditor.rules import Text, Vocabulary

_ROWS = 2000
"""Rows that come with their choices and hints; more may be filled in."""
_MADE = datetime(2023, 12, 25, tzinfo=UTC)  # of the announcement, so that the same template has the same bytes
_WIDTHS = {Column.SUBJECT: 46, Column.LINK: 46, Column.STATUS: 14}
_WIDTH = 22
_HINT = 255  # letters that Excel shows beside a cell
_HINT_TITLE = 32
_SHEET_NAME = 31


class SheetFormat(StrEnum):
    """What the template can be written as."""

    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """One column of the template."""

    column: Column
    heading: str
    hint: str


def register_template(wanted: SheetFormat, vocabulary: Vocabulary, messages: Messages, lang: Lang) -> bytes:
    """The template in one language."""
    fields = tuple(
        _Field(
            column=column,
            heading=heading_of(column, vocabulary, thai=lang is Lang.TH),
            hint=_said(messages.term("register-help", column), lang),
        )
        for column in Column
        if column is not Column.PERIOD
    )
    if wanted is SheetFormat.CSV:
        return _as_csv(fields)
    states = [state_word(status, vocabulary, thai=lang is Lang.TH) for status in EntryStatus]
    names = tuple(_said(messages.word(key), lang) for key in ("register", "register-hints"))
    return _as_workbook(fields, states, names)


def _said(text: Text, lang: Lang) -> str:
    return text.th if lang is Lang.TH else text.en


def _as_csv(fields: tuple[_Field, ...]) -> bytes:
    stream = StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(field.heading for field in fields)
    writer.writerow(f"# {field.hint}" if not place else field.hint for place, field in enumerate(fields))
    return stream.getvalue().encode("utf-8-sig")


def _as_workbook(fields: tuple[_Field, ...], states: list[str], names: tuple[str, ...]) -> bytes:
    import xlsxwriter  # noqa: PLC0415  (not needed for CSV)

    made = BytesIO()
    as_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, {"in_memory": True, **as_text}) as book:
        book.set_properties({"title": names[0], "created": _MADE})
        sheet, help_sheet = (book.add_worksheet(name[:_SHEET_NAME]) for name in names)
        head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#E3EFF0"}
        )
        body = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for place, field in enumerate(fields):
            sheet.write_string(0, place, field.heading, head)
            sheet.set_column(place, place, _WIDTHS.get(field.column, _WIDTH), body)
            sheet.data_validation(1, place, _ROWS, place, _choice(field, states))
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, _ROWS, len(fields) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        help_sheet.set_column(0, 0, 28, body)
        help_sheet.set_column(1, 1, 90, body)
        for row, field in enumerate(fields):
            help_sheet.write_string(row, 0, field.heading, head)
            help_sheet.write_string(row, 1, field.hint, body)
    return made.getvalue()


def _choice(field: _Field, states: list[str]) -> dict[str, Any]:
    """What may be written into a column, and the hint beside the cell."""
    hint = {"input_title": field.heading[:_HINT_TITLE], "input_message": field.hint[:_HINT]}
    if field.column is not Column.STATUS:
        return {"validate": "any", **hint}
    wrong = {"error_title": field.heading[:_HINT_TITLE], "error_message": field.hint[:_HINT]}
    return {"validate": "list", "source": states, **hint, **wrong}
