"""The summary on a terminal: readable without colour, right in columns, harmless whatever the site says."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from auditor.config import Lang
from auditor.findings import Audit, ReasonCode, Score, Status
from auditor.report import Wanted
from auditor.report.html import render_html
from auditor.report.messages import Messages
from auditor.report.terminal import SIGNS, clusters, cut, pad, print_summary, wrap
from tests.report import sample
from tests.report.hostile_text import SUITES, payloads, saying

MESSAGES = Messages.load()
REPORT = Path("auditor-report/x/report.html")


def summary(audit: Audit, lang: Lang = Lang.TH) -> str:
    stream = io.StringIO()
    wanted = Wanted(audit=audit, rulebook=sample.rulebook(), messages=MESSAGES, lang=lang)
    print_summary(wanted, (REPORT,), stream)
    return stream.getvalue()


@pytest.mark.parametrize("lang", Lang)
def test_every_requirement_has_one_row_with_sign_and_word(lang: Lang) -> None:
    lines = summary(sample.audit(), lang).splitlines()
    for verdict in sample.verdicts():
        (row,) = [line for line in lines if f" {verdict.requirement} " in line and not line.startswith("  1.")]
        word = MESSAGES.term("status-short", verdict.status)
        assert f"{SIGNS[verdict.status][0]} {word.th if lang is Lang.TH else word.en}" in row


def test_signs_tell_the_statuses_apart_without_colour() -> None:
    assert len({sign for sign, _ in SIGNS.values()}) == len(Status)


def test_nothing_but_text_is_written_where_there_is_no_terminal() -> None:
    assert "\x1b" not in summary(sample.audit())


def test_what_people_say_stands_behind_the_title_and_below_the_score() -> None:
    text = summary(sample.reviewed())
    assert re.search(r"✓ ผ่าน +1\.1\.phone .*→ ไม่ผ่าน\n", text)
    assert re.search(r"✗ ไม่ผ่าน +1\.1\.duties .*→ ยกเว้นไว้\n", text)
    assert "คะแนนเมื่อรวมผลการพิจารณาของผู้ประเมิน 55.6 %" in text
    assert "เป็นหมายเลขของหน่วยงานอื่น" in text.partition("สิ่งที่ควรแก้ไขก่อน")[2]


@pytest.mark.parametrize(("lang", "words"), [(Lang.TH, "พบใหม่ 3 แก้ไขแล้ว 4"), (Lang.EN, "3 new, 4 fixed, 2 results")])
def test_what_changed_is_told_in_a_line(lang: Lang, words: str) -> None:
    assert words in summary(sample.audit(), lang)
    assert words not in summary(replace(sample.audit(), changes=None), lang)


def test_the_report_is_named_last() -> None:
    assert summary(sample.audit()).rstrip().endswith(str(REPORT))


def test_at_most_five_things_to_mend_come_with_reason_and_remedy() -> None:
    text = summary(sample.audit()).partition("สิ่งที่ควรแก้ไขก่อน")[2]
    assert [f"  {number}. " in text for number in range(1, 7)] == [True] * 5 + [False]
    assert text.count("→") == 5


def test_an_audit_without_score_says_so() -> None:
    bare = replace(sample.audit(), verdicts=(), findings=(), score=Score(percent=None, counts=()))
    text = summary(bare)
    assert "ไม่มีรายการที่คิดคะแนนได้" in text
    assert "ไม่มีสิ่งที่ต้องแก้ไขเร่งด่วน" in text


def unopened() -> Audit:
    """An audit of a site that did not open: every requirement for the same reason."""
    reasons = (sample.reason(ReasonCode.SITE_UNREACHABLE),)
    verdicts = tuple(replace(each, status=Status.UNVERIFIABLE, reasons=reasons) for each in sample.verdicts())
    return replace(sample.audit(), verdicts=verdicts, findings=(), score=Score(percent=None, counts=()))


def test_a_site_that_did_not_open_is_told_why_and_what_to_do_never_that_nothing_is_to_be_mended() -> None:
    told = summary(unopened()).partition("สิ่งที่ควรแก้ไขก่อน")[2]
    assert "เปิดเว็บไซต์ไม่ได้" in told
    assert told.count("→") == 1
    assert "ไม่มีสิ่งที่ต้องแก้ไขเร่งด่วน" not in told
    page = render_html(unopened(), sample.rulebook(), MESSAGES).decode()
    section = page.partition('id="mend-first"')[2].partition("</section>")[0]
    assert "เปิดเว็บไซต์ไม่ได้" in section
    assert "ไม่มีสิ่งที่ต้องแก้ไขเร่งด่วน" not in section


def test_what_a_site_says_cannot_drive_the_terminal() -> None:
    """RELIABILITY_RULES 23: controls, ESC, C1, newlines and bidi marks are shown as escapes."""
    name = "a\x1b[31mb\x07\x9bc\u202ed\ne"
    audit = replace(sample.audit(), identity=replace(sample.audit().identity, name=name))
    text = summary(audit)
    assert r"a\u001B[31mb\u0007\u009Bc\u202Ed e" in text
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(text)


@pytest.mark.parametrize("suite", SUITES)
def test_no_list_of_hostile_texts_drives_the_terminal(suite: str) -> None:
    """RELIABILITY_RULES 23. Data: own-spreadsheet-text, formula-payloadbox, xss-*, naughty-strings."""
    text = summary(saying(payloads(suite)))
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text) == []


@pytest.mark.parametrize("lang", Lang)
def test_no_line_is_wider_than_a_terminal_of_eighty_columns(lang: Lang) -> None:
    lines = summary(sample.audit(), lang).splitlines()
    assert [line for line in lines if cell_len(line) > 80 and "·" not in line] == []


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("ที่", ["ที่"], id="vowel and tone stay on their letter"),
        pytest.param("เก้า", ["เก้า"], id="leading and following vowels too"),
        pytest.param("ทำๆ", ["ทำๆ"], id="sara am and repetition mark"),
        pytest.param("ab", ["a", "b"], id="Latin letters"),
    ],
)
def test_thai_letters_are_not_torn_from_their_vowels(text: str, pieces: list[str]) -> None:
    assert clusters(text) == pieces


@pytest.mark.parametrize("width", range(2, 30))
def test_text_is_cut_and_padded_by_columns(width: int) -> None:
    text = "ผู้อำนวยการที่ปรึกษา"
    assert cell_len(cut(text, width)) <= width
    assert cell_len(pad(text, width)) == width


@pytest.mark.parametrize("width", [4, 10, 33])
def test_wrapped_lines_fit_and_lose_nothing(width: int) -> None:
    text = "พบในหน้า “วิสัยทัศน์” (เมนู: เกี่ยวกับหน่วยงาน › วิสัยทัศน์) abc defgh " + "ก" * 50
    lines = wrap(text, width)
    assert max(map(cell_len, lines)) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_the_register_is_summed_up_where_one_was_given() -> None:
    assert "ทะเบียนคำขอเผยแพร่" in summary(sample.audit())
    assert "อนุมัติแล้ว แต่ไม่พบบนเว็บไซต์ 1" in summary(sample.audit())
    assert "ทะเบียนคำขอเผยแพร่" not in summary(replace(sample.audit(), register=None, findings=()))
