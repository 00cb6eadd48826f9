"""How well the metadata reader does, and what its evaluation asks of a file (CONTRACT.md section 5)."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.errors import DataFileError
from auditor.evaluation.metadata import evaluate_metadata
from auditor.evaluation.metadata_rows import Field

DATA = Path(__file__).resolve().parent.parent / "data"
LABELLED = DATA / "metadata.csv"


def write(folder: Path, *lines: str, header: str = "text,field,value,url,note") -> Path:
    path = folder / "rows.csv"
    path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("file", "values", "roles", "none_false", "each"),
    [
        pytest.param("metadata.csv", 0.97, 0.93, 0.03, 0.9, id="collected"),
        pytest.param("metadata_own.csv", 0.98, 0.93, 0.0, 0.8, id="written by us"),
    ],
)
def test_the_reader_keeps_the_ground_it_has_won(
    file: str, values: float, roles: float, none_false: float, each: float
) -> None:
    report = evaluate_metadata(DATA / file)
    assert report.accuracy >= values, report.misses
    assert report.role_accuracy >= roles, report.role_misses
    assert report.none_false <= none_false, report.misses
    assert all(score.accuracy >= each for score in report.fields)


def test_every_field_of_the_file_is_reported_with_its_rows() -> None:
    report = evaluate_metadata(LABELLED)
    assert {score.field for score in report.fields} == set(Field) - {Field.NONE}
    assert report.none_rows > 40


def test_a_value_is_right_if_it_is_among_what_was_read(tmp_path: Path) -> None:
    path = write(tmp_path, "ลงวันที่ 3 ม.ค. 67 เผยแพร่ 5 ม.ค. 67,published,2024-01-05,,")
    assert evaluate_metadata(path).accuracy == 1.0


def test_a_wrong_value_is_a_miss_that_says_what_was_read(tmp_path: Path) -> None:
    report = evaluate_metadata(
        write(tmp_path, "5 ม.ค. 67,published,2024-01-06,,", "6 ม.ค. 67,published,2024-01-06,,")
    )
    assert report.accuracy == 0.5
    (miss,) = report.misses
    assert (miss.text, miss.expected) == ("5 ม.ค. 67", "2024-01-06")
    assert "2024-01-05" in miss.got[0]


def test_a_role_is_scored_where_a_label_tells_it(tmp_path: Path) -> None:
    report = evaluate_metadata(
        write(tmp_path, "เผยแพร่เมื่อ 5 ม.ค. 67,modified,2024-01-05,,", "5 ม.ค. 67,modified,2024-01-05,,")
    )
    assert (report.accuracy, report.role_accuracy, report.role_rows) == (1.0, 0.0, 1)


def test_metadata_out_of_a_none_row_is_false_but_a_plain_date_is_not(tmp_path: Path) -> None:
    report = evaluate_metadata(
        write(tmp_path, "เมื่อวันที่ 5 ม.ค. 2540,none,,,", "12 MB,counter,12,,", "เผยแพร่เมื่อ 5 ม.ค. 67,none,,,")
    )
    assert report.none_rows == 3
    assert round(report.none_false, 2) == 0.67


def test_unknown_is_right_where_no_year_is_shown(tmp_path: Path) -> None:
    assert evaluate_metadata(write(tmp_path, "วันที่ 21 เม.ย.,event,2020-04-21,,")).accuracy == 1.0


def test_an_empty_set_has_nothing_wrong(tmp_path: Path) -> None:
    report = evaluate_metadata(write(tmp_path))
    assert (report.accuracy, report.role_accuracy, report.none_false, report.misses) == (1.0, 1.0, 0.0, ())


def test_missing_columns_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="line 1: missing column field, value"):
        evaluate_metadata(write(tmp_path, "ก,ข", header="text,note"))


def test_every_bad_line_is_complained_of_at_once(tmp_path: Path) -> None:
    path = write(tmp_path, "ก,posted,2024-01-01,,", "ก", "5 ม.ค. 67,published,2024-01-05,,")
    with pytest.raises(DataFileError) as caught:
        evaluate_metadata(path)
    assert [complaint.where for complaint in caught.value.complaints] == ["line 2", "line 3"]


def test_a_file_that_is_not_there_or_no_text_is_a_complaint(tmp_path: Path) -> None:
    binary = tmp_path / "rows.csv"
    binary.write_bytes(b"text,field,value\n\xff\xfe,none,\n")
    for path in (tmp_path / "absent.csv", binary):
        with pytest.raises(DataFileError):
            evaluate_metadata(path)
