"""What is coming, as report, workbook and short report tell it; and the sheet of the register."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from auditor.config import Lang
from auditor.report.html import render_html
from auditor.report.markdown import render_markdown
from auditor.report.messages import Messages
from auditor.report.xlsx import render_xlsx
from auditor.rulebook import load_rulebook
from tests.report import sample

if TYPE_CHECKING:
    from auditor.findings import Audit

MESSAGES = Messages.load()
HOSTILE = '=HYPERLINK("https://x.invalid","เปิด")'


def in_september() -> Audit:
    """The sample, three weeks before the fiscal year turns; its post comes down within the month."""
    plan, post = sample.items()
    return replace(
        sample.audit(), as_of=date(2024, 9, 10), items=(plan, replace(post, title=HOSTILE, expires=date(2024, 9, 20)))
    )


def rows(audit: Audit, key: str, lang: Lang = Lang.EN) -> list[dict[str, Any]]:
    """The rows of a sheet by its heads, formulas as such."""
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(audit, load_rulebook(), MESSAGES, lang)))
    name = MESSAGES.term("sheet", key)
    sheet = book[name.th if lang is Lang.TH else name.en]
    assert not [cell for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]
    heads, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, heads), line, strict=True)) for line in lines]


def test_the_workbook_has_what_is_coming() -> None:
    first, *due = rows(in_september(), "upcoming")
    assert (first["By"].date(), first["What is coming"], first["What"]) == (
        date(2024, 9, 20),
        "Due to come down",
        HOSTILE,
    )
    plan = next(row for row in due if row["Id"] == "1.1.action-plan")
    assert (plan["By"].date(), plan["Time covered"]) == (date(2024, 9, 30), "of fiscal year 2025 (B.E. 2568)")


@pytest.mark.parametrize("lang", Lang)
def test_the_page_tells_what_is_coming_in_both_languages(lang: Lang) -> None:
    page = render_html(in_september(), load_rulebook(), MESSAGES, lang).decode()
    section = page.partition('<section id="upcoming"')[2].partition("</section>")[0]
    for words in ("20 กันยายน 2567", "20 Sep 2024", "รายการที่จะครบกำหนดนำลงจากเว็บไซต์", "Due to come down"):
        assert words in section
    assert "1.1.action-plan" in section
    assert "HYPERLINK(&#34;" in section


def test_the_page_says_so_where_nothing_is_coming() -> None:
    quiet = replace(sample.audit(), items=(), verdicts=())
    page = render_html(quiet, load_rulebook(), MESSAGES).decode()
    section = page.partition('<section id="upcoming"')[2].partition("</section>")[0]
    assert "Nothing has to come down" in section
    assert "<table" not in section


def test_the_short_report_tells_what_is_coming() -> None:
    text = render_markdown(in_september(), load_rulebook(), MESSAGES, Lang.EN).decode()
    assert "## In the next 30 days" in text
    assert "- Due to come down 20 Sep 2024: " in text
    assert "- Falling due for publication 30 Sep 2024: 1.1.action-plan" in text
    assert (
        "## In the next"
        not in render_markdown(
            replace(sample.audit(), items=(), verdicts=()), load_rulebook(), MESSAGES, Lang.EN
        ).decode()
    )


def test_the_register_has_a_sheet_with_the_standing_of_each_entry() -> None:
    found = rows(sample.audit(), "register")
    register = sample.reconciliation()
    assert len(found) == len(register.results) + len(register.unregistered)
    assert [row["Row of the register"] for row in found] == [
        *(result.entry.row for result in register.results),
        *(None for _ in register.unregistered),
    ]
    differs = next(row for row in found if row["Row of the register"] == 5)
    assert differs["Compared with the website"] == "Found, but not everything agrees"
    assert differs["What differs"] == (
        "Title: Register “เอกสารเรื่องที่ 5” · Website “เอกสารเรื่องอื่น”; "
        "Publication date: Register 1 Jun 2024 · Website 2 Jun 2024; "
        "Owner: Register “กลุ่มงานบริหาร” · Website “กลุ่มงานยุทธศาสตร์”"
    )
    assert found[-1]["Compared with the website"] == "Published, but not in the register"


@pytest.mark.parametrize("lang", Lang)
def test_the_register_cannot_put_formulas_into_the_sheet(lang: Lang) -> None:
    register = sample.reconciliation()
    first = register.results[0]
    hostile = replace(first, entry=replace(first.entry, subject=HOSTILE, owner="@SUM(A1)"))
    found = rows(replace(sample.audit(), register=replace(register, results=(hostile,))), "register", lang)
    assert {HOSTILE, "@SUM(A1)"} <= set(found[0].values())


def test_without_a_register_there_is_no_such_sheet() -> None:
    content = render_xlsx(replace(sample.audit(), register=None), sample.rulebook(), MESSAGES, Lang.EN)
    assert MESSAGES.term("sheet", "register").en not in openpyxl.load_workbook(io.BytesIO(content)).sheetnames
