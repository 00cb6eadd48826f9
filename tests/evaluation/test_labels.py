"""Scoring labels: what counts as right, what is set aside, and how well the rules do on the labelled set."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.errors import DataFileError
from auditor.evaluation.labels import LabelReport, evaluate_labels
from auditor.rulebook import load_rulebook
from auditor.rules import Text, Topic
from auditor.topics import TopicMatcher

DATA = Path(__file__).parents[1] / "data"
HEADER = "text,kind,url,label,soft,note\n"


def _topic(name: str, *phrases: str) -> Topic:
    return Topic(id=name, title=Text(th=name, en=name), exact=phrases)


MATCHER = TopicMatcher(
    (
        _topic("vision", "วิสัยทัศน์", "วิสัยทัศน์พันธกิจ"),
        _topic("mission", "พันธกิจ", "วิสัยทัศน์พันธกิจ"),
        _topic("news", "ข่าว"),
        _topic("activities", "ภาพกิจกรรม"),
        _topic("cio", "ผู้บริหารเทคโนโลยี"),
    )
)


def _report(tmp_path: Path, *rows: str) -> LabelReport:
    file = tmp_path / "labels.csv"
    file.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    return evaluate_labels(file, MATCHER)


@pytest.mark.parametrize(
    ("rows", "precision", "recall", "none_false"),
    [
        pytest.param(["วิสัยทัศน์,menu,,vision,,"], 1.0, 1.0, 0.0, id="the right topic"),
        pytest.param(["วิสัยทัศน์,menu,,mission|vision,,"], 1.0, 1.0, 0.0, id="one of two right topics is enough"),
        pytest.param(["วิสัยทัศน์พันธกิจ,menu,,vision|mission,,"], 1.0, 1.0, 0.0, id="both count as one"),
        pytest.param(["วิสัยทัศน์,menu,,vision,,", "พันธกิจ,menu,,vision,,"], 0.5, 0.5, 0.0, id="wrong and missed"),
        pytest.param(["วิสัยทัศน์,menu,,vision,,", "อื่น,menu,,vision,,"], 1.0, 0.5, 0.0, id="nothing answered"),
        pytest.param(["วิสัยทัศน์,menu,,vision,,", "ข่าว,menu,,none,,"], 1.0, 1.0, 0.0, id="a topic the file lacks"),
        pytest.param(["ข่าว,menu,,news,,", "ข่าว,menu,,none,,"], 0.5, 1.0, 1.0, id="an answer to a name of nothing"),
        pytest.param(["ภาพกิจกรรม,menu,,news,,", "ข่าว,menu,,activities,,"], 1.0, 1.0, 0.0, id="news and activities"),
        pytest.param(["ข่าว,menu,,news,,", "พันธกิจ,menu,,news,1,"], 1.0, 1.0, 0.0, id="soft rows count nowhere"),
    ],
)
def test_rows_are_scored_as_the_contract_says(
    tmp_path: Path, rows: list[str], precision: float, recall: float, none_false: float
) -> None:
    extra = ["พันธกิจ,menu,,mission,1,"]  # makes mission a topic of the file without counting
    scores = _report(tmp_path, *rows, *extra).scores
    assert (scores.precision, scores.recall, scores.none_false) == (precision, recall, none_false)


def test_soft_rows_are_reported_apart(tmp_path: Path) -> None:
    report = _report(tmp_path, "ข่าว,menu,,news,,", "พันธกิจ,menu,,news,1,", "พันธกิจ,menu,,mission,1,")
    assert (report.soft.rows, report.soft.precision, report.soft.recall) == (2, 0.5, 0.5)


def test_rows_of_packs_that_are_not_loaded_and_foreign_answers_are_counted_apart(tmp_path: Path) -> None:
    report = _report(
        tmp_path, "ข่าว,link,,moit-1,,", "ข่าว,link,,moit-2|news,,", "ผู้บริหารเทคโนโลยี,menu,,none,,", "ข่าว,menu,,news,,"
    )
    assert (report.ignored_rows, report.ignored_answers, report.scores.rows) == (1, 1, 3)
    assert (report.scores.precision, report.scores.recall, report.scores.none_false) == (1.0, 1.0, 0.0)


def test_the_report_has_the_keys_of_the_contract(tmp_path: Path) -> None:
    shown = _report(tmp_path, "ข่าว,menu,,vision,,", "พันธกิจ,menu,,mission,,", "ข่าว,menu,,news,,").as_json()
    assert set(shown) >= {"precision", "recall", "f1", "none_false", "soft", "ignored", "topics", "misses"}
    assert shown["misses"] == [{"text": "ข่าว", "expected": ["vision"], "got": ["news"]}]
    assert shown["topics"]["news"] == {"precision": 0.5, "recall": 1.0, "rows": 1}


@pytest.mark.parametrize(
    ("content", "wheres"),
    [
        pytest.param("text,label\nข่าว,news\n", ["line 1"], id="a missing column"),
        pytest.param(
            HEADER + "ข่าว,banner,,news,,\nข่าว,menu,,,,\n", ["line 2", "line 3"], id="unknown kind, no label"
        ),
        pytest.param(HEADER + "ข่าว,menu\n", ["line 2"], id="too few fields"),
        pytest.param(HEADER + "ข่าว,menu,,news,,,,\n", ["line 2"], id="too many fields"),
        pytest.param(HEADER + "ข่าว,menu,,news|none,,\n", ["line 2"], id="a topic and none"),
        pytest.param(HEADER + '"ข่าว,menu,,news,,\n', ["line 2"], id="a quotation that does not end"),
    ],
)
def test_every_mistake_of_a_bad_file_is_told_with_its_line(tmp_path: Path, content: str, wheres: list[str]) -> None:
    file = tmp_path / "bad.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(DataFileError) as error:
        evaluate_labels(file, MATCHER)
    assert [complaint.where for complaint in error.value.complaints] == wheres


@pytest.mark.parametrize("content", [b"text,kind,label\n\xff\xfe,menu,news\n", None], ids=["not UTF-8", "not there"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "bad.csv"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(DataFileError, match=r"bad\.csv"):
        evaluate_labels(file, MATCHER)


@pytest.mark.parametrize(
    ("file", "precision", "recall", "none_false"),
    [
        pytest.param("labels.csv", 0.98, 0.975, 0.015, id="collected"),
        pytest.param("labels_own.csv", 0.985, 0.98, 0.01, id="written by us"),
    ],
)
def test_the_rules_keep_the_ground_they_have_won(
    file: str, precision: float, recall: float, none_false: float
) -> None:
    scores = evaluate_labels(DATA / file, TopicMatcher(load_rulebook().topics)).scores
    assert scores.precision >= precision
    assert scores.recall >= recall
    assert scores.none_false <= none_false
