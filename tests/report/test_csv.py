"""`items.csv` and `findings.csv`: what goes in comes out, and nothing in them is a formula."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.config import Lang, ReportFormat
from auditor.report import FORMATS, Wanted
from auditor.report.cells import cell_text
from auditor.report.csv import field
from auditor.report.messages import Messages
from tests.report import sample
from tests.report.hostile_text import SUITES, payloads, saying

if TYPE_CHECKING:
    from auditor.findings import Audit

MESSAGES = Messages.load()
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
NUMBER = re.compile(r"[+-]?[\d,]+(\.\d+)?")


def written(audit: Audit, name: str) -> bytes:
    wanted = Wanted(audit=audit, rulebook=sample.rulebook(), messages=MESSAGES, lang=Lang.TH)
    made = FORMATS[ReportFormat.CSV][name](wanted)
    return made if isinstance(made, bytes) else b"".join(made)


def rows(audit: Audit, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(audit, name).decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.parametrize("name", ["items.csv", "findings.csv"])
def test_spreadsheets_see_that_it_is_utf8(name: str) -> None:
    assert written(sample.audit(), name).startswith(b"\xef\xbb\xbf")


def test_every_item_has_its_row() -> None:
    first, second = rows(sample.audit(), "items.csv")
    assert first["url"] == sample.items()[0].url
    assert first["title"] == "แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567"
    assert (first["kind"], first["category"], first["source"]) == ("document", "1.1", "กลุ่มงานยุทธศาสตร์")
    assert (first["period_from"], first["period_to"], first["published"]) == (
        "2023-10-01",
        "2024-09-30",
        "2023-11-14",
    )
    assert (first["file_size_shown"], first["file_size_actual"], first["missing"]) == ("35543", "35538", "")
    assert second["missing"] == "source period published"


def test_every_finding_has_its_row() -> None:
    made = rows(sample.audit(), "findings.csv")
    assert [row["id"] for row in made] == [finding.id for finding in sample.findings()]
    assert [row["severity"] for row in made] == [finding.severity for finding in sample.findings()]
    assert made[0]["requirement"] == "1.2.laws"
    assert "ลิงก์ “เอกสาร 1”" in made[0]["message"]


def test_an_audit_without_items_has_the_heads() -> None:
    assert rows(replace(sample.audit(), items=()), "items.csv") == []
    assert b"url,title,kind" in written(replace(sample.audit(), items=()), "items.csv")


@pytest.mark.parametrize("suite", SUITES)
def test_nothing_that_a_website_says_is_a_formula(suite: str) -> None:
    """RELIABILITY_RULES 22. Data: own-spreadsheet-text, formula-payloadbox, xss-*, naughty-strings."""
    texts = payloads(suite)
    for name, column in (("items.csv", "title"), ("findings.csv", "quote")):
        made = rows(saying(texts), name)
        for row in made:
            for value in row.values():
                assert not FORMULA.match(value) or NUMBER.fullmatch(value)
                assert not re.search(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", value)
        for row, text in zip(made, texts, strict=True):
            assert row[column].removeprefix("'") == cell_text(text).removeprefix("'")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),
        ("\t=1", "' =1"),
        ("\tplain", "' plain"),
        ("\rplain", "' plain"),
        ("＝1", "'＝1"),
        ("\u3000＠x", "'\u3000＠x"),
        ("\u200b=1", "'\u200b=1"),
        ("\x0b=1", "'=1"),
        ("-5", "-5"),
        ("-5.25", "-5.25"),
        ("+66 2 590 1000", "'+66 2 590 1000"),
        ("-1+1", "'-1+1"),
        ("1-2", "1-2"),
        ("A=1", "A=1"),
        ("0012", "0012"),
        ("", ""),
    ],
)
def test_what_would_be_a_formula_gets_an_apostrophe(text: str, shown: str) -> None:
    """RELIABILITY_RULES 22."""
    assert field(text) == shown
