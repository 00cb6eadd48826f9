"""The lines offered to someone who disagrees can be copied as they are."""

from __future__ import annotations

import shlex
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.report.dispute import dispute_of
from auditor.report.messages import Messages
from auditor.report.view import Row, view_of
from auditor.rulebook import load_rulebook
from tests.report import sample

if TYPE_CHECKING:
    from pathlib import Path

MESSAGES = Messages.load()


def row(requirement: str) -> Row:
    view = view_of(sample.audit(), sample.rulebook())
    return next(row for group in view.groups for row in group.rows if row.verdict.requirement == requirement)


def with_label(label: str) -> Row:
    base = row("1.1.vision")
    proof = base.verdict.evidence[0]
    trail = (*proof.trail[:-1], replace(proof.trail[-1], label=label))
    return replace(base, verdict=replace(base.verdict, evidence=(replace(proof, trail=trail),)))


def test_the_command_asks_about_the_label_on_the_site() -> None:
    assert dispute_of(row("1.1.vision"), MESSAGES).command == "auditor rules match 'วิสัยทัศน์'"


def test_without_evidence_the_nearest_miss_is_asked_about() -> None:
    command = dispute_of(row("1.1.executives"), MESSAGES).command
    assert shlex.split(command)[-1] == "ประชุมทำเนียบผู้บริหาร"


@pytest.mark.parametrize(
    "label",
    ["'; rm -rf ~ #", "$(reboot)", "`reboot`", "a\nreboot", "--help", "a\x1bb\u202e", '"', "\\", "!!", "ก" * 5000],
)
def test_no_label_can_run_anything_in_a_shell(label: str) -> None:
    command = dispute_of(with_label(label), MESSAGES).command
    words = shlex.split(command)
    assert words[:3] == ["auditor", "rules", "match"]
    assert len(words) == 4
    assert "\n" not in command
    assert not words[3].startswith("-")


def test_the_lines_are_a_rule_file_that_does_what_it_says(tmp_path: Path) -> None:
    way = dispute_of(row("1.1.cio"), MESSAGES)
    (tmp_path / "local.toml").write_text("\n".join((*way.phrase, *way.off)), encoding="utf-8")
    rules = load_rulebook((tmp_path,))
    (cio,) = [topic for topic in rules.topics if topic.id == "cio"]
    assert cio.any[-1] == "ชื่อที่หน่วยงานใช้"
    (requirement,) = [each for pack in rules.packs for each in pack.requirements if each.id == "1.1.cio"]
    assert requirement.off is not None


def test_what_was_found_can_be_said_not_to_be_it(tmp_path: Path) -> None:
    way = dispute_of(with_label('บริการ "พิเศษ"'), MESSAGES)
    assert way.vetoes
    (tmp_path / "local.toml").write_text("\n".join((*way.phrase, *way.off)), encoding="utf-8")
    (vision,) = [topic for topic in load_rulebook((tmp_path,)).topics if topic.id == "vision"]
    assert vision.none[-1] == 'บริการ "พิเศษ"'


def test_without_a_topic_only_setting_aside_is_offered() -> None:
    base = row("1.1.cio")
    assert dispute_of(replace(base, asked=None), MESSAGES).phrase == ()
