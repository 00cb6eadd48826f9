"""Text from outside is shown and never acts."""

from __future__ import annotations

import pytest

from auditor.report.safe_text import LONGEST, one_line, valid_unicode
from auditor.thai.national_ids import masked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("ที่ทำการ ก๊าซ", "ที่ทำการ ก๊าซ", id="Thai stays"),
        pytest.param("a\r\n\t b\u2028c\xa0d", "a b c d", id="blanks of every kind become one"),
        pytest.param("\x1b[31m", r"\u001B[31m", id="escape"),
        pytest.param("\x00\x7f\x9b", r"\u0000\u007F\u009B", id="C0, DEL and C1"),
        pytest.param("\u202egpj.exe", r"\u202Egpj.exe", id="direction override"),
        pytest.param("a\u2066b\u2069", r"a\u2066b\u2069", id="direction isolates"),
        pytest.param("\U000e0041", r"\U000E0041", id="invisible tag letter"),
        pytest.param("a\ud800b", r"a\uD800b", id="lone surrogate"),
        pytest.param("คำ\u200bแบ่ง\ufeff", "คำแบ่ง", id="break marks of Thai editors go"),
        pytest.param("e" + "\u0301" * 50, "e" + "\u0301" * 4, id="towers of marks are cut"),
        pytest.param("😀 ราคา ฿100", "😀 ราคา ฿100", id="signs stay"),
    ],
)
def test_controls_are_shown_and_letters_stay(text: str, shown: str) -> None:
    """RELIABILITY_RULES 23."""
    assert one_line(text) == shown


@pytest.mark.parametrize("length", [LONGEST + 1, LONGEST * 4 + 1, LONGEST * 50])
def test_long_text_is_cut_with_a_mark(length: int) -> None:
    shown = one_line("x" * length)
    assert (len(shown), shown[-1]) == (LONGEST, "…")


def test_text_of_blanks_that_hides_its_end_is_marked_as_cut() -> None:
    assert one_line(" " * LONGEST * 4 + "x") == "…"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("เลข 1-1111-11111-11-9 ค่ะ", "เลข 1-xxxx-xxxxx-xx-9 ค่ะ", id="dashed"),
        pytest.param("1111111111119", "1-xxxx-xxxxx-xx-9", id="bare"),
        pytest.param("๑ ๑๑๑๑ ๑๑๑๑๑ ๑๑ ๙.", "1-xxxx-xxxxx-xx-9.", id="Thai digits"),
        pytest.param("1-1111-11111-11-8", "1-1111-11111-11-8", id="wrong check digit"),
        pytest.param("https://x.go.th/1111111111119.pdf", "https://x.go.th/1111111111119.pdf", id="in an address"),
        pytest.param("1111111111119.pdf", "1111111111119.pdf", id="a file name"),
        pytest.param("0-1111-11111-11-0", "0-1111-11111-11-0", id="a juristic person"),
    ],
)
def test_national_id_numbers_are_masked(text: str, shown: str) -> None:
    """RELIABILITY_RULES 23."""
    assert masked(text) == one_line(text) == shown


def test_surrogates_are_removed() -> None:
    assert valid_unicode("a\ud800\udfffb") == "ab"
