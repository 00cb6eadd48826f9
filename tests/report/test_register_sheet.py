"""The register's template: Excel opens it in Thai, it offers the states, and what is filled in can be read."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from auditor.config import Lang
from auditor.register import Column, EntryStatus
from auditor.report.messages import Messages
from auditor.report.register_sheet import SheetFormat, register_template
from tests.register.tables import csv_file, read, words

if TYPE_CHECKING:
    from pathlib import Path

FILLED = {
    "th": (
        "แผน",
        "กลุ่มงาน",
        "นาย ก",
        "นาย ข",
        "https://x.go.th/a",
        "1/10/2566",
        "30/9/2567",
        "25/12/2566",
        "",
        "อนุมัติ",
    ),
    "en": ("แผน", "Group", "A", "B", "https://x.go.th/a", "2023-10-01", "2024-09-30", "2023-12-25", "", "Approved"),
}


def made(wanted: SheetFormat, lang: Lang = Lang.TH) -> bytes:
    return register_template(wanted, words(), Messages.load(), lang)


def book(content: bytes) -> Any:
    return load_workbook(io.BytesIO(content))


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("wanted", SheetFormat)
def test_the_empty_template_is_a_register_without_entries(tmp_path: Path, wanted: SheetFormat, lang: Lang) -> None:
    register = read(csv_file(tmp_path, made(wanted, lang), f"r.{wanted}"))
    assert (register.entries, register.unread) == ((), ())


@pytest.mark.parametrize("lang", Lang)
def test_what_is_filled_into_the_csv_is_read(tmp_path: Path, lang: Lang) -> None:
    stream = io.StringIO()
    csv.writer(stream).writerow(FILLED[lang])
    entry = read(csv_file(tmp_path, made(SheetFormat.CSV, lang) + stream.getvalue().encode())).entries[0]
    assert (entry.row, entry.subject, entry.status) == (3, "แผน", EntryStatus.APPROVED)
    assert None not in {entry.owner, entry.approver, entry.webmaster, entry.link, entry.period_from, entry.published}


@pytest.mark.parametrize("lang", Lang)
def test_what_is_filled_into_the_workbook_is_read(tmp_path: Path, lang: Lang) -> None:
    filled = book(made(SheetFormat.XLSX, lang))
    for place, text in enumerate(FILLED[lang], start=1):
        filled.worksheets[0].cell(2, place, text)
    filled.save(tmp_path / "r.xlsx")
    assert read(tmp_path / "r.xlsx").entries[0].row == 2


def test_csv_begins_with_the_mark_by_which_excel_knows_utf8() -> None:
    assert made(SheetFormat.CSV).startswith(b"\xef\xbb\xbf" + "เรื่อง,".encode())


@pytest.mark.parametrize("lang", Lang)
def test_the_workbook_offers_the_states_and_a_hint_for_every_column(lang: Lang) -> None:
    sheet = book(made(SheetFormat.XLSX, lang)).worksheets[0]
    rules = sheet.data_validations.dataValidation
    assert len(rules) == len(Column) - 1
    assert all(rule.prompt and rule.showInputMessage for rule in rules)
    [choice] = [rule for rule in rules if rule.type == "list"]
    wanted = "อนุมัติ,ไม่อนุมัติ,รอพิจารณา" if lang is Lang.TH else "Approved,Refused,Pending"
    assert choice.formula1 == f'"{wanted}"'
    assert str(choice.sqref) == "J2:J2001"


def test_the_second_sheet_explains_every_column() -> None:
    hints = book(made(SheetFormat.XLSX)).worksheets[1]
    assert hints.title == "คำอธิบาย"
    assert [row[0].value for row in hints.iter_rows()] == [
        cell.value for cell in next(book(made(SheetFormat.XLSX)).worksheets[0].iter_rows())
    ]


def test_nothing_in_the_workbook_is_a_formula() -> None:
    """RELIABILITY_RULES 22."""
    cells = [cell for sheet in book(made(SheetFormat.XLSX)).worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}


@pytest.mark.parametrize("wanted", SheetFormat)
def test_the_same_template_has_the_same_bytes(wanted: SheetFormat) -> None:
    assert made(wanted) == made(wanted)
