"""National ID numbers in every spelling, their check digit, and their mask (THAI_WEB.md 7.2)."""

from __future__ import annotations

import pytest

from auditor.thai.national_ids import Form, checks, masked, numbers_in

MASKED = "1-xxxx-xxxxx-xx-2"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("1-1015-00123-45-2", Form.HYPHENED, id="hyphens"),
        pytest.param("1–1015–00123–45–2", Form.HYPHENED, id="dashes"),
        pytest.param("1.1015.00123.45.2", Form.HYPHENED, id="dots"),
        pytest.param("1 - 1015 - 00123 - 45 - 2", Form.HYPHENED, id="hyphens-and-blanks"),
        pytest.param("1 1015 00123 45 2", Form.BLANKS, id="blanks"),
        pytest.param("1\u00a01015\u00a000123\u00a045\u00a02", Form.BLANKS, id="no-break-blanks"),
        pytest.param("1 1 0 1 5 0 0 1 2 3 4 5 2", Form.BLANKS, id="boxes"),
        pytest.param("1101500123452", Form.RUN, id="run"),
        pytest.param("๑๑๐๑๕๐๐๑๒๓๔๕๒", Form.RUN, id="thai-digits"),
        pytest.param("๑-๑๐๑๕-๐๐๑๒๓-๔๕-๒", Form.HYPHENED, id="thai-digits-and-hyphens"),
    ],
)
def test_every_spelling_is_found_and_masked(text: str, form: Form) -> None:
    (seen,) = numbers_in(f"เลข{text}ของผู้สมัคร")
    assert (seen.digits, seen.form, seen.is_valid) == ("1101500123452", form, True)
    assert masked(f"เลข{text}ของผู้สมัคร") == f"เลข{MASKED}ของผู้สมัคร"
    assert masked(f"({text}), {text}") == f"({MASKED}), {MASKED}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1101500123453", id="wrong-check-digit"),
        pytest.param("0994000158378", id="juristic-person"),
        pytest.param("9-1015-00123-45-4", id="first-digit-out-of-use"),
        pytest.param("11015001234520", id="fourteen-digits"),
        pytest.param("21101500123452", id="the-end-of-a-longer-one"),
        pytest.param("https://www.test.go.th/1101500123452", id="address"),
        pytest.param("?id=1101500123452&x=1", id="query"),
        pytest.param("scan-1101500123452.pdf", id="file-name"),
        pytest.param("A1101500123452", id="code"),
        pytest.param("1-1015-00123-45-x", id="masked-already"),
        pytest.param("ปี 2566 2567 2568 1", id="years"),
        pytest.param("3500 3600 4100 2", id="amounts"),
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert masked(text) == text


def test_the_check_digit_is_that_of_the_registration_department() -> None:
    assert [digit for digit in "0123456789" if checks("110150012345" + digit)] == ["2"]


@pytest.mark.parametrize(
    ("text", "example"), [("1-2345-67890-12-1", True), ("1111111111119", True), ("1101500123452", False)]
)
def test_numbers_of_forms_and_tests_are_known(text: str, example: bool) -> None:  # noqa: FBT001
    (seen,) = numbers_in(text)
    assert seen.is_example is example
