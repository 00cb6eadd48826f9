"""Reviews as TOML: what is written is read again, and every mistake is said at once with its place and mend."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditor.errors import DataFileError
from auditor.findings import Status
from auditor.reviews import GivenReview, GivenWaiver, Reviews
from auditor.reviews.tomlfile import read_reviews, toml_of

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = {"moph-web-2567": frozenset({"1.1.fax", "1.1.cio", "1.1.map"}), "other": frozenset({"x.1"})}
EVERYTHING = Reviews(
    review=(
        GivenReview(
            requirement="1.1.cio",
            pack="moph-web-2567",
            status=Status.PASS,
            by='สมหญิง "ทดสอบ"',
            at=date(2024, 6, 1),
            reason="มีอยู่ในเมนู\\ผู้บริหาร\x7f\n",
            expires=date(2025, 6, 1),
            evidence="0" * 64,
            machine=Status.FAIL,
            machine_wrong=True,
            label="ผู้บริหารดิจิทัล",
            url="https://www.example.go.th/cio",
        ),
        GivenReview(requirement="1.1.fax", status=Status.PASS, by="ก", at=date(2024, 6, 1), machine=Status.PASS),
    ),
    waiver=(
        GivenWaiver(
            requirement="1.1.map", by="ข", at=date(2024, 6, 1), reason="ย้ายที่ทำการ", expires=date(2024, 9, 30)
        ),
        GivenWaiver(finding="0123456789abcdef", by="ข", at=date(2024, 6, 1), reason="รอ", expires=date(2024, 9, 30)),
    ),
)


def read(tmp_path: Path, text: str) -> Reviews:
    path = tmp_path / "reviews.toml"
    path.write_text(text, encoding="utf-8")
    return read_reviews(path, KNOWN)


def complaints(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(DataFileError) as caught:
        read(tmp_path, text)
    return [str(each).removeprefix(f"{tmp_path}/") for each in caught.value.complaints]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    assert read(tmp_path, toml_of(EVERYTHING)) == EVERYTHING


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "") == Reviews()


REVIEW = '[[review]]\nrequirement = "1.1.cio"\nstatus = "pass"\nby = "ก"\nat = 2024-06-01\nreason = "ข"\n'
WAIVER = '[[waiver]]\nrequirement = "1.1.fax"\nby = "ก"\nat = 2024-06-01\nreason = "ข"\nexpires = 2024-09-30\n'


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (REVIEW.replace("cio", "coi"), ("review[0].requirement", "1.1.cio")),
        (REVIEW.replace('"pass"', '"passed"'), ("review[0].status", "did you mean")),
        (REVIEW.replace('"pass"', '"review"'), ("review[0].status", "one of: pass, partial, fail, not-applicable")),
        (REVIEW.replace('by = "ก"', 'by = " "'), ("review[0].by", "names nobody")),
        (REVIEW.replace('reason = "ข"', ""), ("review[0].reason", "is missing")),
        (REVIEW.replace("at = 2024-06-01", "at = 1"), ("review[0].at", "a date as 2024-01-31")),
        (REVIEW.replace("at = 2024-06-01", 'at = "soon"'), ("review[0].at", "a date as 2024-01-31")),
        (REVIEW + "expires = 2024-05-31\n", ("review[0].expires", "before 2024-06-01")),
        (REVIEW + 'pack = "moph"\n', ("review[0].pack", 'no pack "moph"')),
        (REVIEW + 'evidence = "abc"\n', ("review[0].evidence", "evidence_sha256")),
        (REVIEW + 'machine = "pass"\nmachine_wrong = true\n', ("review[0].machine_wrong", "the program's own")),
        (REVIEW + "colour = 1\n", ("review[0].colour", "not a known key")),
        (REVIEW * 2, ("review[1]", "stands in review[0] too")),
        (WAIVER.replace("expires = 2024-09-30\n", ""), ("waiver[0].expires", "is missing")),
        (WAIVER.replace('reason = "ข"', 'reason = ""'), ("waiver[0].reason", "is missing")),
        (WAIVER + 'finding = "x"\n', ("waiver[0].requirement", "not both")),
        (WAIVER.replace('requirement = "1.1.fax"\n', ""), ("waiver[0].requirement", "must be named")),
        (WAIVER * 2, ("waiver[1]", "stands in waiver[0] too")),
        ("[[review]\n", ("is not TOML",)),
    ],
)
def test_a_mistake_is_told_with_its_place_and_mend(tmp_path: Path, text: str, parts: tuple[str, ...]) -> None:
    """RELIABILITY_RULES 24."""
    (told,) = complaints(tmp_path, text)
    assert told.startswith("reviews.toml: ")
    assert [part for part in parts if part not in told] == []


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    """RELIABILITY_RULES 24."""
    text = REVIEW.replace("cio", "coi") + REVIEW.replace("2024-06-01", '"x"') + WAIVER.replace('"ก"', '""')
    assert [told.split(": ")[1] for told in complaints(tmp_path, text)] == [
        "review[1].at",
        "review[0].requirement",
        "waiver[0].by",
    ]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="cannot be read"):
        read_reviews(tmp_path / "none.toml", KNOWN)
