"""Names that stand in two places are held together."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from auditor.assess.checks.defects import SEVERITY
from auditor.assess.deciders import DECIDERS
from auditor.assess.detectors import DETECTORS
from auditor.assess.outcome import STATUS_OF
from auditor.findings import FindingRule, ReasonCode
from auditor.rules import KNOWN_DETECTORS, Decide
from tests.assess.building import rulebook
from tests.shared_data import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FROM_THE_RULE_FILE = {ReasonCode.UNDATED, ReasonCode.PART_MISSING, ReasonCode.ROUNDS_MISSING}
REMARKS = {
    ReasonCode.VARIANT_LABEL,
    ReasonCode.CURRENT_PERIOD,
    ReasonCode.AGES_OF_CATEGORY,
    ReasonCode.NEWEST_OF_LIST,
    ReasonCode.NONE_THIS_YEAR,
    ReasonCode.STAMP_BY_SCRIPT,
    ReasonCode.UNVERIFIED_TLS,
    ReasonCode.IDENTITY_UNDECIDED,
    ReasonCode.WEBMASTERS_DIFFER,
    ReasonCode.REVIEW_EXPIRED,
    ReasonCode.REVIEW_EVIDENCE_CHANGED,
    ReasonCode.WAIVER_EXPIRED,
}
ASKS = {"found", "holds", "starts", "words", "equals"}


def test_every_detector_a_rule_file_may_name_exists() -> None:
    assert set(DETECTORS) == set(KNOWN_DETECTORS)


def test_every_way_to_decide_has_its_decider() -> None:
    assert set(DECIDERS) == set(Decide)


def test_every_reason_leads_to_a_status_or_only_remarks() -> None:
    assert set(STATUS_OF) | FROM_THE_RULE_FILE | REMARKS == set(ReasonCode)


def test_every_finding_rule_has_a_severity() -> None:
    assert set(SEVERITY) == set(FindingRule)


def _asked_lists(path: Path) -> Iterator[str]:
    """Names of vocabulary lists that a module asks its lexicon for."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
            continue
        first = node.args[0]
        if node.func.attr in ASKS and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value


MODULES = sorted((REPOSITORY / "auditor" / "assess").rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_every_vocabulary_list_that_is_asked_for_exists(module: Path) -> None:
    known = {name for name, _ in rulebook().vocabulary.lists}
    assert set(_asked_lists(module)) <= known


def test_what_may_stand_behind_a_shut_label_is_told_by_topic() -> None:
    topics = {topic.id for topic in rulebook().topics}
    assert {code for code, _ in rulebook().vocabulary.table("may-stand-behind")} <= topics
