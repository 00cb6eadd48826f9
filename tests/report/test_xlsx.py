"""`audit.xlsx`, read back by somebody else's reader: true to the audit, typed, and harmless."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from auditor.config import Lang
from auditor.findings import Audit, FindingRule, Severity, Status
from auditor.report import xlsx
from auditor.report.cells import LONGEST_CELL, cell_text
from auditor.report.messages import Messages
from auditor.report.xlsx import render_xlsx
from auditor.reviews.standing import settled
from tests.report import sample
from tests.report.hostile_text import SUITES, payloads, saying

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MESSAGES = Messages.load()
SHEETS = (
    *("summary", "requirements", "evidence", "items", "upcoming", "findings", "register", "changes", "coverage"),
    "to-do",
)


def written(audit: Audit, lang: Lang = Lang.EN) -> bytes:
    return render_xlsx(audit, sample.rulebook(), MESSAGES, lang)


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def sheet(book: Workbook, key: str, lang: Lang = Lang.EN) -> Worksheet:
    text = MESSAGES.term("sheet", key)
    found = book[text.en if lang is Lang.EN else text.th]
    assert isinstance(found, Worksheet)
    return found


def records(book: Workbook, key: str) -> list[dict[str, Any]]:
    """The rows of a sheet below its heads, by the English head."""
    heads, *rows = sheet(book, key).iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


@pytest.mark.parametrize("lang", Lang)
def test_every_sheet_is_there_in_the_language_asked_for(lang: Lang) -> None:
    book = opened(written(sample.audit(), lang))
    names = [MESSAGES.term("sheet", key) for key in SHEETS]
    assert book.sheetnames == [name.th if lang is Lang.TH else name.en for name in names]


def test_changes_have_a_sheet_when_they_are_known() -> None:
    book = opened(written(replace(sample.audit(), changes=sample.changes())))
    rows = records(book, "changes")
    assert [(row["Change"], row["Id"]) for row in rows] == [
        ("Result changed", "1.1.cio"),
        ("Result changed", "1.1.vision"),
        ("New findings", sample.findings()[0].id),
        ("Fixed findings", "00000000000000ff"),
    ]
    assert (rows[0]["Before"], rows[0]["Now"]) == ("Met", "Not met")


def test_rows_agree_with_the_audit() -> None:
    audit = sample.audit()
    book = opened(written(audit))
    requirements = records(book, "requirements")
    assert [row["Id"] for row in requirements] == [verdict.requirement for verdict in audit.verdicts]
    assert [row["Result"] for row in requirements] == [
        MESSAGES.term("status", verdict.status).en for verdict in audit.verdicts
    ]
    assert len(records(book, "evidence")) == sum(len(verdict.evidence) for verdict in audit.verdicts)
    assert [row["Id"] for row in records(book, "findings")] == [finding.id for finding in audit.findings]
    assert [row["Title"] for row in records(book, "items")] == [item.title for item in audit.items]


def test_the_summary_counts_what_the_requirements_sheet_lists() -> None:
    book = opened(written(sample.audit()))
    listed = [row["Result"] for row in records(book, "requirements")]
    summary = {str(row[0]): row[1] for row in sheet(book, "summary").iter_rows(values_only=True)}
    for status in Status:
        word = MESSAGES.term("status", status).en
        assert summary[word] == listed.count(word)
    assert summary["Score"] == 48.6


def test_what_people_say_has_its_columns() -> None:
    book = opened(written(sample.reviewed()))
    rows = {row["Id"]: row for row in records(book, "requirements")}
    assert (rows["1.1.phone"]["Result"], rows["1.1.phone"]["Assessor's verdict"]) == ("Met", "Not met")
    assert rows["1.1.phone"]["Valid until"] == datetime(2024, 12, 31)  # noqa: DTZ001
    assert (rows["1.1.duties"]["Result"], rows["1.1.duties"]["Assessor's verdict"]) == ("Not met", "Set aside")
    assert "no longer holds" in rows["1.1.action-plan"]["Why it no longer holds"]
    assert records(book, "findings")[0]["Set aside because"] == "อยู่ระหว่างปรับปรุงเว็บไซต์"
    to_do = [row["Id"] for row in records(book, "to-do")]
    assert "1.1.phone" in to_do
    assert not {"1.1.cio", "1.1.duties"} & set(to_do)
    summary = {str(row[0]): row[1] for row in sheet(book, "summary").iter_rows(values_only=True)}
    assert summary["Score with the assessor's verdicts"] == 55.6


def test_what_is_to_do_has_blanks_for_who_and_when() -> None:
    rows = records(opened(written(sample.audit())), "to-do")
    causes = {finding.rule for finding in sample.findings()}
    to_mend = [v for v in sample.verdicts() if settled(v) in {Status.FAIL, Status.PARTIAL, Status.REVIEW}]
    assert len(rows) == len(causes) + len(to_mend)
    assert {row[head] for row in rows for head in ("Owner", "Due date", "Mended on")} == {None}
    assert all(row["How to mend"] for row in rows)


def test_dates_numbers_and_links_have_their_types() -> None:
    book = opened(written(sample.audit()))
    item = records(book, "items")[0]
    assert item["Published"] == datetime(2023, 11, 14)  # noqa: DTZ001  (cells know no zone)
    assert item["Shown size (bytes)"] == 35_543
    assert records(book, "evidence")[0]["Opened"] == datetime(2024, 6, 15, 9, 14, 7)  # noqa: DTZ001
    assert records(book, "requirements")[0]["Confidence"] == 0.95
    links = sheet(book, "items")["A2"].hyperlink
    assert links is not None
    assert links.target == sample.items()[0].url


def test_thai_dates_show_the_buddhist_era() -> None:
    cell = sheet(opened(written(sample.audit(), Lang.TH)), "items", Lang.TH)["H2"]
    assert cell.value == datetime(2023, 11, 14)  # noqa: DTZ001
    assert "107041E" in cell.number_format


@pytest.mark.parametrize("key", ["requirements", "evidence", "items", "findings", "to-do"])
def test_tables_have_frozen_heads_filters_and_widths(key: str) -> None:
    chosen = sheet(opened(written(sample.audit())), key)
    assert chosen.freeze_panes == "A2"
    assert chosen.auto_filter.ref == chosen.dimensions
    assert all(
        chosen.column_dimensions[letter].width > 5
        for letter in (get_column_letter(n + 1) for n in range(chosen.max_column))
    )
    assert chosen["A1"].font.name == "Tahoma"


def harmless(content: bytes) -> None:
    """Nothing but texts, numbers, dates and links to http(s) stands in the workbook, and its XML is whole."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            text = archive.read(name)
            ET.fromstring(text)  # noqa: S314  (our own file)
            if name.startswith("xl/worksheets/sheet"):
                assert b"<f>" not in text
                assert b"<f " not in text
    for chosen in opened(content).worksheets:
        for row in chosen.iter_rows():
            for cell in row:
                assert cell.data_type in {"s", "n", "d", "inlineStr"}
                assert len(str(cell.value or "").encode("utf-16-le")) // 2 <= LONGEST_CELL + 100
                if cell.hyperlink is not None:
                    assert re.match(r"https?://", str(cell.hyperlink.target))


@pytest.mark.parametrize("suite", SUITES)
def test_nothing_that_a_website_says_acts(suite: str) -> None:
    """RELIABILITY_RULES 22. Data: own-spreadsheet-text, formula-payloadbox, xss-*, naughty-strings."""
    texts = payloads(suite)
    content = written(saying(texts))
    harmless(content)
    book = opened(content)
    shown = [row["Title"] for row in records(book, "items")]
    for text, cell in zip(texts, shown, strict=True):
        assert (cell or "").replace("_x005F_", "_") == cell_text(text)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "=1+1"),
        ("  ก\tข\r\nค", "  ก ข ค"),
        ("a\x00\x1b\x9f\ufffeb\ud800", "ab"),
        ("\u202egnp.exe", "\\u202Egnp.exe"),
        ("\U0001f600" * 20_000, "\U0001f600" * 16_383 + "…"),
        ("1-1111-11111-11-9", "1-xxxx-xxxxx-xx-9"),
    ],
)
def test_text_is_made_fit_for_a_cell(text: str, cell: str) -> None:
    """RELIABILITY_RULES 22 and 23."""
    assert cell_text(text) == cell


def test_links_beyond_what_a_sheet_can_hold_are_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """RELIABILITY_RULES 22: at most 60,000 links a sheet."""
    assert xlsx.MOST_LINKS == 60_000
    monkeypatch.setattr(xlsx, "MOST_LINKS", 7)
    many = tuple(sample.finding(n, FindingRule.LINK_BROKEN, Severity.MINOR) for n in range(20))
    chosen = sheet(opened(written(replace(sample.audit(), findings=many))), "findings")
    links = [cell for row in chosen.iter_rows() for cell in row if cell.hyperlink is not None]
    assert len(links) == 7
    assert chosen.max_row == 21


def test_an_audit_without_anything_makes_a_workbook() -> None:
    bare = replace(sample.audit(), verdicts=(), findings=(), items=(), packs=(), detectors=())
    harmless(written(bare))


def test_the_same_audit_gives_the_same_bytes() -> None:
    assert written(sample.audit()) == written(sample.audit())


def test_a_date_before_spreadsheets_is_text() -> None:
    old = replace(sample.items()[0], expires=date(1066, 10, 14))
    assert (
        records(opened(written(replace(sample.audit(), items=(old,)))), "items")[0]["Published until"] == "1066-10-14"
    )
