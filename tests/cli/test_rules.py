"""`auditor rules`: what rule authors and assessors see, and the exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from auditor.cli.rules import app
from auditor.config import Lang
from auditor.errors import DataFileError, UsageError
from auditor.report.rule_sheet import RuleSheet
from auditor.rulebook import load_rulebook

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

LOCAL = """
[[topic-change]]
id = "fax"
add_any = ["เครื่องส่งภาพทางไกล"]
examples = [{ text = "เครื่องส่งภาพทางไกล สสอ.", match = true }]

[[requirement-change]]
id = "1.1.fax"
off = { th = "ไม่มีโทรสาร", en = "There is no fax" }
"""


@pytest.fixture
def local(tmp_path: Path) -> Path:
    path = tmp_path / "my-rules.toml"
    path.write_text(LOCAL, encoding="utf-8")
    return path


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def printed(*words: str) -> Any:
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_list_shows_packs_and_topics() -> None:
    output = run("list").output
    assert "moph-web-2567" in output
    assert "1.1.fax" in output
    assert "หมายเลขโทรสาร" in output
    assert "Fax number" in run("list", "--lang", "en").output


def test_list_as_json_names_everything_with_its_hash() -> None:
    listed = printed("list")
    [pack] = listed["packs"]
    assert len(pack["requirements"]) == 59
    assert len(pack["sha256"]) == 64
    assert {"id", "title"} == set(listed["topics"][0])


@pytest.mark.parametrize("lang", Lang)
def test_every_requirement_and_topic_can_be_shown(lang: Lang) -> None:
    book = load_rulebook()
    sheet = RuleSheet.of(book, lang)
    for pack in book.packs:
        for asked in pack.requirements:
            assert len(sheet.requirement(asked, pack)) > 10, asked.id
    for topic in book.topics:
        assert len(sheet.topic(topic)) > 3, topic.id


def test_show_tells_an_assessor_what_is_asked_and_how_it_is_decided() -> None:
    output = run("show", "1.6.manual-steps").output
    for words in ("ถ้อยคำของประกาศ", "แสดงขั้นตอนการปฏิบัติงาน", "วิธีตัดสิน", "1.6.manual", "วิธีแก้ไข"):
        assert words in output


def test_show_tells_periods_and_shares() -> None:
    assert "N-1, N" in run("show", "1.1.annual-report", "--lang", "en").output
    assert "met from 95 %, not met under 50 %" in run("show", "2.2.current", "--lang", "en").output


def test_show_tells_what_the_papers_leave_open() -> None:
    assert "What is not settled" in run("show", "3.announcement", "--lang", "en").output
    assert "What is not settled" not in run("show", "1.1.vision", "--lang", "en").output


def test_show_of_an_unknown_id_names_the_nearest() -> None:
    result = run("show", "1.1.fxa")
    assert isinstance(result.exception, UsageError)
    assert '"1.1.fax"' in str(result.exception)


def test_a_local_file_is_in_force_where_it_is_named(local: Path) -> None:
    assert "There is no fax" in run("show", "1.1.fax", "--lang", "en", "--rules", str(local)).output
    assert printed("match", "เครื่องส่งภาพทางไกล", "--rules", str(local))["matches"][0]["topic"] == "fax"


def test_match_answers_in_the_shape_of_the_contract() -> None:
    answer = printed("match", "วิสัยทัศน์", "--kind", "heading")
    assert set(answer) == {"text", "matches", "vetoed"}
    assert answer["text"] == "วิสัยทัศน์"
    assert set(answer["matches"][0]) == {"topic", "score", "rung", "phrase"}
    assert answer["matches"][0]["topic"] == "vision"
    assert answer["matches"][0]["rung"] == "exact"


def test_match_says_so_when_a_label_means_nothing() -> None:
    assert run("match", "กขค").output == "no topic\n"
    assert printed("match", "กขค")["matches"] == []


def test_match_refuses_a_kind_that_is_none() -> None:
    assert run("match", "วิสัยทัศน์", "--kind", "footer").exit_code == 2


def test_lint_is_silent_on_good_files(local: Path) -> None:
    for words in ([], [str(local)]):
        result = run("lint", *words)
        assert (result.exit_code, result.output) == (0, "no mistakes\n")


def test_lint_ends_with_2_and_names_every_mistake(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text('[[topic-change]]\nid = "fxa"\nadd_ani = ["x"]', encoding="utf-8")
    result = run("lint", str(path))
    assert result.exit_code == 2
    assert 'topic-change[0].add_ani: is not a known key (did you mean "add_any"?)' in result.output
    assert 'topic-change[0].id: "fxa" is not known (did you mean "fax"?)' in result.output
    assert [each["where"] for each in json.loads(run("lint", str(path), "--json").output)] == [
        "topic-change[0].add_ani",
        "topic-change[0].id",
    ]


def test_the_programs_own_examples_hold() -> None:
    result = run("test")
    assert result.exit_code == 0, result.output
    assert result.output.endswith(", 0 failure(s)\n")


def test_examples_of_a_local_file_are_run(local: Path) -> None:
    assert run("test", str(local)).exit_code == 0
    local.write_text(LOCAL.replace("match = true", "match = false"), encoding="utf-8")
    result = run("test", str(local))
    assert result.exit_code == 2
    assert "«เครื่องส่งภาพทางไกล สสอ.» must not mean it; it means fax" in result.output


def test_the_command_ends_with_2_at_a_rule_file_that_cannot_be_used(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text("x = \n", encoding="utf-8")
    words = [sys.executable, "-m", "auditor", "rules", "list", "--rules", str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603  (our own command)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "bad.toml: line 1" in done.stderr


def test_eval_metadata_answers_in_the_shape_of_the_contract(tmp_path: Path) -> None:
    path = tmp_path / "metadata.csv"
    rows = "text,field,value\nเผยแพร่เมื่อ 10 ม.ค. 67,published,2024-01-10\nผู้เข้าชม 1234 คน,counter,\n"
    path.write_text(rows, encoding="utf-8")
    answer = printed("eval-metadata", str(path))
    assert {"accuracy", "role_accuracy", "none_false", "fields", "misses"} <= set(answer)
    assert answer["accuracy"] == 1.0
    assert answer["fields"]["published"] == {"accuracy": 1.0, "rows": 1}
    assert "published" in run("eval-metadata", str(path)).output


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    path = tmp_path / "labels.csv"
    path.write_text(
        "text,kind,url,label\nวิสัยทัศน์,menu,https://a.go.th/,vision\nพันธกิจ,menu,https://a.go.th/,history\n"
        "กขค,menu,https://a.go.th/,none\n",
        encoding="utf-8",
    )
    return path


def test_eval_answers_in_the_shape_of_the_contract(labels: Path) -> None:
    answer = printed("eval", str(labels))
    assert {"precision", "recall", "f1", "none_false", "soft", "ignored", "topics", "misses"} <= set(answer)
    assert (answer["precision"], answer["recall"], answer["none_false"]) == (1.0, 0.5, 0.0)
    assert answer["topics"]["vision"] == {"precision": 1.0, "recall": 1.0, "rows": 1}
    assert answer["misses"] == [{"text": "พันธกิจ", "expected": ["history"], "got": []}]


def test_eval_tells_people_the_same(labels: Path) -> None:
    output = run("eval", str(labels), "--pack", "moph-web-2567").output
    assert "precision 1.0000  recall 0.5000" in output
    assert "«พันธกิจ» is history; got nothing" in output
    assert "«พันธกิจ»" not in run("eval", str(labels), "--no-misses").output


def test_eval_of_an_unknown_pack_names_the_nearest(labels: Path) -> None:
    result = run("eval", str(labels), "--pack", "moph-web-2566")
    assert isinstance(result.exception, UsageError)
    assert '"moph-web-2567"' in str(result.exception)


def test_eval_refuses_a_file_without_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "labels.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    assert isinstance(run("eval", str(path)).exception, DataFileError)
    assert isinstance(run("eval-metadata", str(path)).exception, DataFileError)
