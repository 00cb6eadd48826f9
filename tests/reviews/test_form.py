"""The assessor's form: written, filled in a spreadsheet, and read back with every mistake of every row at once."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from auditor.config import Lang
from auditor.errors import DataFileError
from auditor.findings import Status
from auditor.report.json import render_json
from auditor.report.messages import Messages
from auditor.report.past_audit import PastAudit, read_audit
from auditor.report.review_form import form_words, render_form
from auditor.reviews import GivenReview, GivenWaiver, Reviews
from auditor.reviews.columns import HIDDEN, Choice, FormColumn
from auditor.reviews.form import read_form
from auditor.reviews.standing import evidence_sha256
from tests.report import sample
from tests.report.hostile_text import SUITES, payloads, saying

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from auditor.findings import Audit

MESSAGES = Messages.load()
WORDS = form_words(MESSAGES)
KNOWN = {sample.PACK: frozenset(row[0] for row in sample.ROWS)}
HEAD_ROW = 3
CLEAN = replace(sample.audit(), verdicts=tuple(replace(each, review=None) for each in sample.verdicts()))

Filling = dict[FormColumn, Any]
C = FormColumn


def past(tmp_path: Path, audit: Audit) -> PastAudit:
    path = tmp_path / "audit.json"
    path.write_bytes(render_json(audit, MESSAGES))
    return read_audit(path)


def word(choice: Choice, lang: Lang = Lang.TH) -> str:
    text = MESSAGES.term("form-choice", choice)
    return text.th if lang is Lang.TH else text.en


def status(code: Status, lang: Lang = Lang.TH) -> str:
    text = MESSAGES.term("status", code)
    return text.th if lang is Lang.TH else text.en


def columns(sheet: Worksheet) -> dict[FormColumn, int]:
    return {key: number for number, key in enumerate(FormColumn, start=1) if sheet.cell(HEAD_ROW, number).value}


def filled(tmp_path: Path, fillings: dict[str, Filling], lang: Lang = Lang.TH, audit: Audit = CLEAN) -> Path:
    """A form in which rows are filled, by requirement."""
    book = openpyxl.load_workbook(io.BytesIO(render_form(past(tmp_path, audit), MESSAGES, lang)))
    (sheet,) = book.worksheets
    at = columns(sheet)
    for row in range(HEAD_ROW + 1, sheet.max_row + 1):
        for column, value in fillings.get(str(sheet.cell(row, at[C.ID]).value), {}).items():
            sheet.cell(row, at[column]).value = value
    path = tmp_path / "form.xlsx"
    book.save(path)
    return path


def read(path: Path) -> Reviews:
    return read_form(path, KNOWN, WORDS)


def told(path: Path) -> list[str]:
    with pytest.raises(DataFileError) as caught:
        read(path)
    return [f"{each.where}: {each.problem} ({each.mend})" for each in caught.value.complaints]


@pytest.mark.parametrize("lang", Lang)
def test_the_form_has_a_row_for_each_requirement_and_drop_downs(tmp_path: Path, lang: Lang) -> None:
    (sheet,) = openpyxl.load_workbook(io.BytesIO(render_form(past(tmp_path, CLEAN), MESSAGES, lang))).worksheets
    assert sheet.title == sample.PACK
    heads = [cell.value for cell in sheet[HEAD_ROW]]
    wanted = [MESSAGES.term("form-column", key) for key in FormColumn]
    assert heads == [text.th if lang is Lang.TH else text.en for text in wanted]
    at = columns(sheet)
    ids = [sheet.cell(row, at[C.ID]).value for row in range(HEAD_ROW + 1, sheet.max_row + 1)]
    assert ids == [row[0] for row in sample.ROWS]
    assert sheet.freeze_panes == "C4"
    letters = [get_column_letter(at[key]) for key in HIDDEN]
    assert all(sheet.column_dimensions[letter].hidden for letter in letters[:1])
    lists = [rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert any(status(Status.PASS, lang) in each and word(Choice.SET_ASIDE, lang) in each for each in lists)


def test_each_pack_has_its_sheet(tmp_path: Path) -> None:
    (used,) = CLEAN.packs
    packs = tuple(replace(used, id=name) for name in (sample.PACK, "x" * 40, "X" * 41))
    book = openpyxl.load_workbook(
        io.BytesIO(render_form(past(tmp_path, replace(CLEAN, packs=packs)), MESSAGES, Lang.TH))
    )
    assert book.sheetnames == [sample.PACK, "2", "3"]
    assert [sheet.max_row for sheet in book.worksheets] == [HEAD_ROW + len(sample.ROWS), HEAD_ROW, HEAD_ROW]


def test_an_untouched_form_says_nothing(tmp_path: Path) -> None:
    assert read(filled(tmp_path, {})) == Reviews()


def test_a_filled_row_is_a_verdict_on_the_evidence_that_was_shown(tmp_path: Path) -> None:
    filling: Filling = {
        C.PRESENT: word(Choice.PRESENT), C.VERDICT: status(Status.PASS), C.EXPLANATION: "ผังอยู่ในรูปภาพ",
        C.NAME: "สมหญิง", C.DATE: date(2024, 6, 15), C.EXPIRES: "31 ธันวาคม 2567",
    }  # fmt: skip
    verdict = next(each for each in CLEAN.verdicts if each.requirement == "1.1.structure")
    assert read(filled(tmp_path, {"1.1.structure": filling})).review == (
        GivenReview(
            requirement="1.1.structure",
            pack=sample.PACK,
            status=Status.PASS,
            by="สมหญิง",
            at=date(2024, 6, 15),
            reason="ผังอยู่ในรูปภาพ",
            expires=date(2024, 12, 31),
            machine=Status.REVIEW,
            evidence=evidence_sha256(verdict),
        ),
    )


def test_set_aside_is_a_waiver(tmp_path: Path) -> None:
    filling: Filling = {
        C.VERDICT: word(Choice.SET_ASIDE, Lang.EN), C.EXPLANATION: "ใช้ร่วมกับ สสจ.", C.NAME: "ก",
        C.DATE: "2024-06-01", C.EXPIRES: datetime(2024, 9, 30),  # noqa: DTZ001  (cells know no zone)
    }  # fmt: skip
    assert read(filled(tmp_path, {"1.1.cio": filling})).waiver == (
        GivenWaiver(
            requirement="1.1.cio",
            pack=sample.PACK,
            by="ก",
            at=date(2024, 6, 1),
            reason="ใช้ร่วมกับ สสจ.",
            expires=date(2024, 9, 30),
        ),
    )


def test_where_the_program_is_wrong_is_marked(tmp_path: Path) -> None:
    filling: Filling = {
        C.VERDICT: status(Status.PASS), C.EXPLANATION: "มี", C.NAME: "ก", C.DATE: "1/6/2567",
        C.MACHINE_WRONG: word(Choice.YES), C.LABEL: "ผู้บริหารดิจิทัล", C.EVIDENCE: "https://www.x.invalid/cio",
    }  # fmt: skip
    (review,) = read(filled(tmp_path, {"1.1.cio": filling})).review
    assert (review.machine_wrong, review.label, review.url) == (True, "ผู้บริหารดิจิทัล", "https://www.x.invalid/cio")


BASE: Filling = {C.VERDICT: status(Status.PASS), C.EXPLANATION: "มี", C.NAME: "ก", C.DATE: date(2024, 6, 1)}


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (date(2024, 6, 15), date(2024, 6, 15)),
        (date(2567, 6, 15), date(2024, 6, 15)),
        ("15/06/2567", date(2024, 6, 15)),
        ("15 มิ.ย. 2567", date(2024, 6, 15)),
        ("๑๕ มิถุนายน ๒๕๖๗", date(2024, 6, 15)),
        ("2024-06-15", date(2024, 6, 15)),
    ],
)
def test_days_are_read_as_people_write_them(tmp_path: Path, written: date | str, day: date) -> None:
    (review,) = read(filled(tmp_path, {"1.1.cio": {**BASE, C.DATE: written}})).review
    assert review.at == day


@pytest.mark.parametrize(("present", "expected"), [(Choice.PRESENT, Status.PASS), (Choice.ABSENT, Status.FAIL)])
def test_has_and_has_not_alone_are_a_verdict(tmp_path: Path, present: Choice, expected: Status) -> None:
    filling = {**BASE, C.VERDICT: None, C.PRESENT: word(present)}
    (review,) = read(filled(tmp_path, {"1.1.structure": filling})).review
    assert review.status is expected


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        ({C.NAME: None}, (C.NAME, "is missing")),
        ({C.DATE: None}, (C.DATE, "is missing")),
        ({C.DATE: "เมื่อวาน"}, (C.DATE, "is no day")),
        ({C.DATE: "มิถุนายน 2567"}, (C.DATE, "is no day")),
        ({C.EXPIRES: date(2024, 5, 1)}, (C.EXPIRES, "is before 2024-06-01")),
        ({C.EXPLANATION: None}, (C.EXPLANATION, "say why")),
        ({C.VERDICT: "บางที"}, (C.VERDICT, "is no verdict")),
        ({C.VERDICT: status(Status.REVIEW)}, (C.VERDICT, "is no verdict")),
        ({C.VERDICT: None}, (C.VERDICT, "is missing")),
        ({C.PRESENT: "ครึ่งเดียว"}, (C.PRESENT, "is not known")),
        ({C.PRESENT: "ไม่มี"}, (C.VERDICT, "does not go with")),
        ({C.MACHINE_WRONG: "อาจจะ"}, (C.MACHINE_WRONG, "is not known")),
        ({C.MACHINE_WRONG: "ใช่", C.VERDICT: status(Status.FAIL)}, (C.MACHINE_WRONG, "the program's own")),
        ({C.VERDICT: "ยกเว้นไว้"}, (C.EXPIRES, "is missing")),
        ({C.VERDICT: "ยกเว้นไว้", C.EXPIRES: date(2024, 9, 1), C.EXPLANATION: ""}, (C.EXPLANATION, "accepted")),
        ({C.ID: "1.1.coi"}, (C.REQUIREMENT, "1.1.cio")),
        ({C.PACK: "moph"}, (C.PACK, 'no pack "moph"')),
    ],
)
def test_a_mistake_is_told_with_sheet_row_column_and_mend(
    tmp_path: Path, change: Filling, parts: tuple[FormColumn, str]
) -> None:
    (only,) = told(filled(tmp_path, {"1.1.cio": {**BASE, **change}}))
    assert "sheet “moph-web-2567”, row 9" in only
    assert f"“{MESSAGES.term('form-column', parts[0]).th}”" in only
    assert parts[1] in only


def test_every_mistake_of_every_row_is_told_at_once(tmp_path: Path) -> None:
    path = filled(tmp_path, {"1.1.cio": {**BASE, C.NAME: None, C.DATE: "x"}, "1.1.duties": {**BASE, C.VERDICT: "x"}})
    assert [each.partition(": ")[0].split(", ", 1)[1] for each in told(path)] == [
        "row 9, “ชื่อผู้ประเมิน”",
        "row 9, “วันที่พิจารณา”",
        "row 10, “ผลการพิจารณาของผู้ประเมิน”",
    ]


def test_a_table_made_by_hand_is_read_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Requirement", "Assessor's verdict", "Explanation", "Assessor", "Date"])
    sheet.append(["1.1.fax หมายเลขโทรสาร", "Met", "seen", "A", "2024-06-15"])
    book.save(tmp_path / "own.xlsx")
    (review,) = read(tmp_path / "own.xlsx").review
    assert (review.requirement, review.status, review.evidence) == ("1.1.fax", Status.PASS, "")


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"", "is no workbook"), (b"PK\x03\x04nothing", "is no workbook"), (None, "cannot be read")],
)
def test_what_is_no_workbook_is_told(tmp_path: Path, content: bytes | None, problem: str) -> None:
    path = tmp_path / "form.xlsx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataFileError, match=problem):
        read(path)


def test_a_workbook_without_the_columns_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(DataFileError, match="no sheet with the columns"):
        read(tmp_path / "other.xlsx")


def test_what_holds_is_filled_in_and_comes_back_as_it_was(tmp_path: Path) -> None:
    """Export, import: nothing that holds is lost; what lapsed must be decided anew."""
    read_again = read(filled(tmp_path, {}, audit=sample.reviewed()))
    assert [each.requirement for each in read_again.review] == ["1.1.structure", "1.1.cio", "1.1.phone"]
    assert [each.requirement for each in read_again.waiver] == ["1.1.duties"]
    structure, cio, _ = read_again.review
    assert (structure.status, structure.by, structure.expires) == (Status.PASS, "ผู้ประเมินตัวอย่าง", date(2024, 12, 31))
    assert (cio.machine_wrong, cio.label) == (True, "ผู้บริหารดิจิทัล")


@pytest.mark.parametrize("suite", SUITES)
def test_a_form_for_a_hostile_site_is_read_back_as_untouched(tmp_path: Path, suite: str) -> None:
    audit = saying(payloads(suite))
    known = {sample.PACK: frozenset(each.requirement for each in audit.verdicts)}
    path = tmp_path / "form.xlsx"
    path.write_bytes(render_form(past(tmp_path, audit), MESSAGES, Lang.TH))
    assert read_form(path, known, WORDS) == Reviews()


def test_an_audit_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "audit.json"
    made = json.loads(render_json(CLEAN, MESSAGES))
    path.write_text(json.dumps({**made, "schema": "auditor/audit/9"}))
    with pytest.raises(DataFileError, match="auditor/audit/9"):
        read_audit(path)
    path.write_text("[]")
    with pytest.raises(DataFileError, match=r"audit\.json"):
        read_audit(path)
