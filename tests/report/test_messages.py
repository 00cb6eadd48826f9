"""Every code has its sentence in both languages, and every sentence its values."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from auditor.config import Lang
from auditor.facts import RobotsState, SkipWhy, Why
from auditor.findings import EvidenceKind, FindingRule, Reason, ReasonCode, Severity, Status
from auditor.items import DateFrom, ItemField, ItemKind
from auditor.portfolio import Trouble
from auditor.register import Column, DifferentField, EntryStatus, Standing, Unchecked
from auditor.report.messages import Messages
from auditor.report.portfolio_view import State
from auditor.reviews.columns import Choice, FormColumn
from auditor.rules import Obligation, Text
from tests.report import sample
from tests.shared_data import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import StrEnum
    from pathlib import Path

MESSAGES = Messages.load()
THAI = re.compile(r"[\u0e01-\u0e4e]")
TERMS: tuple[tuple[str, type[StrEnum]], ...] = (
    ("status", Status),
    ("status-short", Status),
    ("status-meaning", Status),
    ("severity", Severity),
    ("obligation", Obligation),
    ("evidence", EvidenceKind),
    ("robots", RobotsState),
    ("skip", SkipWhy),
    ("register-standing", Standing),
    ("register-status", EntryStatus),
    ("register-field", DifferentField),
    ("register-help", Column),
    ("item-kind", ItemKind),
    ("item-field", ItemField),
    ("date-from", DateFrom),
    ("form-column", FormColumn),
    ("form-choice", Choice),
    ("trouble", Trouble),
    ("agency-state", State),
)


def tables(lang: Lang) -> dict[str, Any]:
    return dict((MESSAGES.th if lang is Lang.TH else MESSAGES.en).tables)


def test_words_said_in_two_files_are_refused(tmp_path: Path) -> None:
    for lang in Lang:
        home = tmp_path / "messages" / lang
        home.mkdir(parents=True)
        for file in ("one", "two"):
            (home / f"{file}.toml").write_text('[word]\nyes = "ใช่"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"two.toml: \[word\] has yes in another file already"):
        Messages.load(tmp_path)


def sentences(table: dict[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from sentences(value, f"{path}{key}/")
        else:
            yield path + key, value


def is_whole(text: Text) -> None:
    assert THAI.search(text.th)
    assert re.search("[A-Za-z]", text.en)
    for each in (text.th, text.en):
        assert not re.search(r"[{}\[\]]|…|  | ,|\(\)|“”", each), each


@pytest.mark.parametrize("code", ReasonCode)
def test_every_reason_is_a_whole_sentence_in_both_languages(code: ReasonCode) -> None:
    is_whole(MESSAGES.reason(sample.reason(code)))


@pytest.mark.parametrize("code", ReasonCode)
def test_no_reason_needs_a_value_that_its_code_does_not_name(code: ReasonCode) -> None:
    assert MESSAGES.missing(sample.reason(code)) == frozenset()


@pytest.mark.parametrize("code", ReasonCode)
def test_the_values_of_a_reason_are_those_that_its_comment_names(code: ReasonCode) -> None:
    source = (REPOSITORY / "auditor" / "findings.py").read_text(encoding="utf-8")
    line = re.search(rf'= "{re.escape(code)}"(?:  # (.*))?$', source, flags=re.MULTILINE)
    assert line
    named = re.sub(r"\([^()]*\)", "", (line[1] or "").partition(":")[0])
    assert {name for name, _ in sample.REASON_PARAMS[code]} == {part.strip() for part in named.split(",") if part}


@pytest.mark.parametrize("rule", FindingRule)
def test_every_finding_has_title_message_and_remedy_in_both_languages(rule: FindingRule) -> None:
    is_whole(MESSAGES.finding_title(rule))
    is_whole(MESSAGES.finding_message(sample.finding(1, rule, Severity.MAJOR)))
    is_whole(MESSAGES.finding_remedy(rule))


@pytest.mark.parametrize("why", Why)
def test_every_cause_of_failure_has_a_remedy_in_both_languages(why: Why) -> None:
    is_whole(MESSAGES.cause(why))
    is_whole(MESSAGES.cause_remedy(why))


@pytest.mark.parametrize("why", Unchecked)
def test_what_cannot_be_said_of_an_entry_of_the_register_has_its_reason(why: Unchecked) -> None:
    [result] = [each for each in sample.reconciliation().results if each.unchecked is why]
    said = MESSAGES.unchecked(result)
    assert said is not None
    is_whole(said)


def test_what_could_not_be_checked_is_mended_by_what_stood_in_the_way() -> None:
    verdicts = {verdict.requirement: verdict for verdict in sample.verdicts()}
    blocked, failed = verdicts["1.1.projects-budget"], verdicts["1.1.cio"]
    assert MESSAGES.remedy(failed) == failed.remedy
    assert "ไฟร์วอลล์" in MESSAGES.remedy(blocked).th
    timeout = replace(blocked, reasons=(sample.reason(ReasonCode.UNREACHABLE),))
    assert MESSAGES.remedy(timeout) == MESSAGES.cause_remedy(Why.TIMEOUT)


@pytest.mark.parametrize(("table", "code"), [(table, code) for table, codes in TERMS for code in codes])
def test_every_member_of_a_closed_set_has_its_word(table: str, code: StrEnum) -> None:
    is_whole(MESSAGES.term(table, code))


def test_both_languages_have_the_same_keys_and_values() -> None:
    fields = [{key: sorted(re.findall(r"\{(\w+)", text)) for key, text in sentences(tables(lang))} for lang in Lang]
    th, en = ({key: names for key, names in each.items() if not key.startswith("form/")} for each in fields)
    assert th == en  # among the forms, English names both eras
    assert fields[0].keys() == fields[1].keys()


@pytest.mark.parametrize("lang", Lang)
def test_no_table_has_a_code_that_does_not_exist(lang: Lang) -> None:
    shown = tables(lang)
    closed: tuple[tuple[str, type[StrEnum]], ...] = (
        ("reason", ReasonCode),
        ("why", Why),
        ("finding", FindingRule),
        ("register-unchecked", Unchecked),
    )
    for table, codes in (*TERMS, *closed):
        assert set(shown[table]) == set(codes)


@pytest.mark.parametrize("lang", Lang)
def test_no_sentence_shouts(lang: Lang) -> None:
    """THAI_UI: no exclamation marks."""
    assert [key for key, text in sentences(tables(lang)) if "!" in text] == []


def test_a_part_whose_value_is_unknown_is_left_out() -> None:
    params = (("title", "วิสัยทัศน์"), ("path", ""))
    text = MESSAGES.reason(Reason(code=ReasonCode.FOUND_PAGE, params=params))
    assert text == Text(th="พบในหน้า “วิสัยทัศน์”", en="Found on the page “วิสัยทัศน์”")


def test_a_value_is_never_read_as_a_template() -> None:
    text = MESSAGES.reason(Reason(code=ReasonCode.DEAD_LABEL, params=(("label", "[x {label} {title:date}]"),)))
    assert "[x {label} {title:date}]" in text.en


def test_a_missing_value_is_told_and_does_not_cost_the_report() -> None:
    reason = Reason(code=ReasonCode.WRONG_YEAR, params=(("found", 2566),))
    assert MESSAGES.missing(reason) == {"wanted"}
    assert "2566" in MESSAGES.reason(reason).th


@pytest.mark.parametrize(
    ("why", "th"),
    [
        pytest.param("dns", "ไม่พบชื่อเว็บไซต์ในระบบชื่อโดเมน", id="a cause"),
        pytest.param("no-answer", "เว็บไซต์ไม่ตอบสนอง", id="no answer"),
        pytest.param("http-503", "เซิร์ฟเวอร์ตอบ HTTP 503", id="an answer"),
        pytest.param("never heard of", "never heard of", id="a code nobody foresaw"),
    ],
)
def test_codes_become_words(why: str, th: str) -> None:
    assert th in MESSAGES.reason(Reason(code=ReasonCode.SITE_UNREACHABLE, params=(("why", why),))).th


def test_a_value_can_come_in_both_languages() -> None:
    text = MESSAGES.reason(Reason(code=ReasonCode.FOUND_WIDGET, params=(("what_th", "แผนที่ตั้ง"), ("what_en", "map"))))
    assert text == Text(th="พบแผนที่ตั้ง", en="Found: map")


@pytest.mark.parametrize(
    ("shown", "th", "en"),
    [
        pytest.param(MESSAGES.date(date(2023, 12, 25)), "25 ธันวาคม 2566", "25 Dec 2023", id="day"),
        pytest.param(
            MESSAGES.date_in_full(date(2023, 12, 25)), "25 ธันวาคม 2566", "25 Dec 2023 (B.E. 2566)", id="first mention"
        ),
        pytest.param(
            MESSAGES.moment(datetime(2024, 6, 14, 19, 14, tzinfo=UTC)),
            "15 มิถุนายน 2567 เวลา 02:14 น.",
            "15 Jun 2024, 02:14",
            id="moment in Bangkok",
        ),
        pytest.param(MESSAGES.number(1234567), "1,234,567", "1,234,567", id="number"),
        pytest.param(MESSAGES.size(812), "812 B", "812 B", id="bytes"),
        pytest.param(MESSAGES.size(1258291), "1.2 MB", "1.2 MB", id="megabytes"),
    ],
)
def test_dates_numbers_and_sizes_are_written_as_officials_do(shown: Text, th: str, en: str) -> None:
    assert shown == Text(th=th, en=en)


def test_thai_digits_are_an_option_of_thai_dates() -> None:
    assert Messages.load(thai_digits=True).date(date(2023, 12, 25)) == Text(th="๒๕ ธันวาคม ๒๕๖๖", en="25 Dec 2023")


def test_fiscal_years_name_both_eras_in_english() -> None:
    text = MESSAGES.reason(sample.reason(ReasonCode.WRONG_YEAR))
    assert text.th == "พบข้อมูล แต่เป็นของปีงบประมาณ พ.ศ. 2566 (ต้องเป็นปีงบประมาณ พ.ศ. 2567)"
    assert "fiscal year 2023 (B.E. 2566)" in text.en


@pytest.mark.parametrize("table", ["word", "column", "sheet"])
def test_every_word_of_the_report_is_used(table: str) -> None:
    parts = ("reports/templates", "auditor/report", "auditor/cli", "auditor/evidence", "auditor/notify")
    homes = tuple(REPOSITORY / part for part in parts)
    sources = "".join(path.read_text(encoding="utf-8") for home in homes for path in home.iterdir() if path.is_file())
    assert [key for key in tables(Lang.TH)[table] if not re.search(rf"""["']{key}["']""", sources)] == []
