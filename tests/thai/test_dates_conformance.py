"""Public suites and our own one, by path; what is out of scope is named, with the reason."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from auditor.thai.dates import Precision, find_dates
from auditor.thai.text import normalise, skeleton
from auditor.thai.years import read_year
from tests.shared_data import conformance

if TYPE_CHECKING:
    from collections.abc import Iterable

REFERENCE = date(2026, 11, 23)


def cases(name: str) -> list[dict[str, Any]]:
    loaded = json.loads((conformance(name) / "cases.json").read_text(encoding="utf-8"))
    assert loaded
    return loaded  # type: ignore[no-any-return]  # shape is asserted where it is used


def first_day(text: str) -> date | None:
    days = [span.first for span in find_dates(text) if span.precision is Precision.DAY]
    return days[0] if days else None


def first_value(text: str) -> str | None:
    """The first day or month of a text; our own suite asks for no other thing."""
    for span in find_dates(text):
        if span.precision in {Precision.DAY, Precision.MONTH} and span.first:
            return str(span.first) if span.precision is Precision.DAY else f"{span.first:%Y-%m}"
    return None


def wrong(rows: Iterable[tuple[str, object, object]]) -> list[tuple[str, object, object]]:
    return [(text, expected, got) for text, expected, got in rows if expected != got]


def test_our_own_thai_dates_are_all_read() -> None:
    rows = [(case["text"], case["date"], first_value(case["text"])) for case in cases("own-thai-dates")]
    assert wrong(rows) == []


# --- dateparser --------------------------------------------------------------------------------------------

_CALL = re.compile(r"datetime\((\d+), (\d+), (\d+)")


def test_thai_rows_of_dateparser_give_the_same_days() -> None:
    """Rows with an expected moment; the others test its tokens and its list of languages, which we have not."""
    rows = []
    for case in cases("thai-dateparser"):
        expected = case["args"][1] if len(case["args"]) > 1 else None
        if isinstance(expected, dict) and (call := _CALL.match(expected["$expr"])):
            rows.append((case["args"][0], date(*map(int, call.groups())), first_day(case["args"][0])))
    assert len(rows) >= 5
    assert wrong(rows) == []


def test_relative_rows_of_dateparser_are_read_where_they_say_ago_or_name_a_day() -> None:
    """Out of scope: bare lengths («2 ชั่วโมง», "2 weeks 3 days"), which on a page are durations of a service."""
    rows = []
    for case in cases("thai-dateparser"):
        if set(case["kwargs"]) == {"ago", "period"} and not re.search(r"\d", case["args"][0]):
            spans = find_dates(case["args"][0], reference=REFERENCE)
            expected = REFERENCE - timedelta(days=case["kwargs"]["ago"]["days"])
            rows.append((case["args"][0], expected, spans[0].first if spans else None))
    assert rows
    assert wrong(rows) == []


def test_the_date_in_a_sentence_of_dateparser_is_found() -> None:
    (text,) = (case["args"][1] for case in cases("thai-dateparser") if case["test"] == "test_detection")
    assert first_day(text) == date(1939, 5, 11)


# --- PyThaiNLP ---------------------------------------------------------------------------------------------

# Its normaliser also removes repeated vowels with spaces between, and spaces before marks; the first we keep, since a
# page is quoted, the second is done for text of PDF files alone (`thai.pdf_text`).
_OTHER_AIM = frozenset({"กา า  า  า", "พ ุ่มดอกไม้", "พ ุ่มดอกไม้ในสนามหญา้หนา้บา้น"})


def test_rows_of_pythainlp_are_normalised_alike() -> None:
    rows = [
        (case["args"][0], case["expect"], normalise(case["args"][0]))
        for case in cases("thai-pythainlp")
        if case["call"] in {"normalize", "remove_zw"} and case["args"][0] not in _OTHER_AIM
    ]
    assert len(rows) >= 6
    assert wrong(rows) == []


def test_tone_marks_of_pythainlp_leave_the_skeleton() -> None:
    rows = [
        (case["args"][0], case["expect"], skeleton(case["args"][0]))
        for case in cases("thai-pythainlp")
        if case["call"] == "remove_tonemark"
    ]
    assert rows
    assert wrong(rows) == []


def test_years_of_pythainlp_are_converted_alike() -> None:
    """B.E. to A.D. only: no Thai page dates in the Hijra or the Rattanakosin era."""
    rows = []
    for case in cases("thai-pythainlp"):
        if case["call"] == "convert_years" and case["kwargs"] == {"src": "be", "target": "ad"}:
            year = read_year(case["args"][0], "พ.ศ.")
            rows.append((case["args"][0], case["expect"], str(year.christian) if year else None))
    assert rows
    assert wrong(rows) == []


def test_day_words_of_pythainlp_are_read_alike() -> None:
    rows = []
    for case in cases("thai-pythainlp"):
        if case["call"] == "thaiword_to_date" and len(case["args"]) > 1:
            today = datetime.fromisoformat(case["args"][1]["$dt"]).date()
            spans = find_dates(case["args"][0], reference=today)
            expected = datetime.fromisoformat(case["expect"]["$dt"]).date()
            rows.append((case["args"][0], expected, spans[0].first if spans else None))
    assert rows
    assert wrong(rows) == []


# --- htmldate ----------------------------------------------------------------------------------------------

# Languages other than English and Thai are not read.
_FOREIGN = re.compile(
    r"Januar |Februar |März|Mai |Oktober|Dezember|Tag"
    r"|Aral|Mart |Ocak|Haziran|Temmuz|Ağustos|Eylül|Kas|Oca|Şub|Haz |Eyl|Nis|Ağu|Ek|Ara"
)
# A date that htmldate's one pattern refuses is no non-date: read in any of these separators.
_STRICTER = frozenset({"Fri, Sept 1, 2017", "Fri - September 1 - 2017", "abcd 2004-2-12 efgh"})
# Eight bare digits are a date only in the name of a file (THAI_WEB D18); else they number something.
_BARE_STAMP = frozenset({"20041212"})


def test_text_rows_of_htmldate_give_the_same_days() -> None:
    """Its calls on whole HTML belong to extract; years that it fills in («2005» → 1 January) are no days of ours."""
    rows = []
    for case in cases("dates-htmldate"):
        text = case["args"][0]
        if case["call"] not in {"regex_parse", "custom_parse"} or "<" in text or case["args"][1:2] == ["%d %B %Y"]:
            continue
        if _FOREIGN.search(text) or text in _STRICTER | _BARE_STAMP:
            continue
        expected = case["expect"]["$dt"][:10] if isinstance(case["expect"], dict) else case["expect"]
        day = first_day(text)
        rows.append((text, expected, str(day) if day else None))
    assert len(rows) >= 30
    assert wrong(rows) == []


def test_nothing_of_htmldates_copyright_lines_is_taken_for_a_date() -> None:
    texts = [case["args"][0] for case in cases("dates-htmldate") if re.search(r"©|&copy;", str(case["args"][0]))]
    assert texts
    assert [find_dates(re.sub(r"<[^>]*>", " ", text).replace("&copy;", "©")) for text in texts] == [()] * len(texts)


# --- anything ----------------------------------------------------------------------------------------------


def test_naughty_strings_break_no_reader() -> None:
    texts = json.loads((conformance("naughty-strings") / "cases.json").read_text(encoding="utf-8"))
    for text in texts:
        assert all(text[span.start : span.end] == span.raw for span in find_dates(text, reference=REFERENCE))
