"""The lines offered to someone who disagrees can be copied as they are."""

from __future__ import annotations

import shlex
import tomllib
from dataclasses import replace

import pytest

from auditor.report.dispute import dispute_of
from auditor.report.messages import Messages
from auditor.report.view import Row, view_of
from tests.report import sample

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


def test_the_lines_are_a_rule_file() -> None:
    way = dispute_of(row("1.1.cio"), MESSAGES)
    made = tomllib.loads("\n".join((*way.phrase, *way.off)))
    assert made["topic-change"][0]["id"] == "cio"
    assert len(made["topic-change"][0]["add_any"]) == 1
    assert made["requirement-change"][0]["id"] == "1.1.cio"
    assert made["requirement-change"][0]["off"].keys() == {"th", "en"}


def test_without_a_topic_only_setting_aside_is_offered() -> None:
    base = row("1.1.cio")
    assert dispute_of(replace(base, asked=None), MESSAGES).phrase == ()
