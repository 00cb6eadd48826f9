"""`junit.xml`, read by somebody else's reader: a suite for each category, and no verdict made better or worse."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree as ET

import junitparser
import pytest

from auditor.config import Lang
from auditor.findings import Audit, Status
from auditor.report.junit import outcome_of, render_junit
from auditor.report.messages import Messages
from auditor.rules import Obligation
from tests.report import sample
from tests.report.hostile_text import SUITES, payloads, saying

MESSAGES = Messages.load()


def read(audit: Audit, lang: Lang = Lang.TH) -> junitparser.JUnitXml:
    return junitparser.JUnitXml.fromfile(io.BytesIO(render_junit(audit, sample.rulebook(), MESSAGES, lang)))


def outcome(case: junitparser.TestCase) -> str:
    found = [type(result).__name__.lower() for result in case.result]
    assert len(found) <= 1
    return found[0] if found else "passed"


def test_each_category_is_a_suite_and_each_requirement_a_case() -> None:
    suites = list(read(sample.audit()))
    assert [suite.name.split()[1] for suite in suites] == [category.id for category in sample.CATEGORIES]
    cases = [case.name.split()[0] for suite in suites for case in suite]
    assert sorted(cases) == sorted(row[0] for row in sample.ROWS)


def test_the_counts_are_those_of_the_cases() -> None:
    log = read(sample.audit())
    for suite in log:
        counts = Counter(map(outcome, suite))
        assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (
            counts.total(),
            counts["failure"],
            counts["error"],
            counts["skipped"],
        )
    assert log.tests == len(sample.ROWS)
    assert log.failures == sum(suite.failures for suite in log)


@pytest.mark.parametrize(
    ("status", "obligation", "blind", "expected"),
    [
        (Status.PASS, Obligation.REQUIRED, False, "passed"),
        (Status.FAIL, Obligation.REQUIRED, False, "failure"),
        (Status.PARTIAL, Obligation.REQUIRED, False, "failure"),
        (Status.FAIL, Obligation.RECOMMENDED, False, "skipped"),
        (Status.PARTIAL, Obligation.IF_ANY, False, "skipped"),
        (Status.REVIEW, Obligation.REQUIRED, False, "skipped"),
        (Status.UNVERIFIABLE, Obligation.REQUIRED, False, "skipped"),
        (Status.UNVERIFIABLE, Obligation.REQUIRED, True, "error"),
        (Status.NOT_APPLICABLE, Obligation.REQUIRED, False, "skipped"),
    ],
)
def test_each_status_has_its_outcome(status: Status, obligation: Obligation, *, blind: bool, expected: str) -> None:
    verdict = replace(sample.verdicts()[0], status=status, obligation=obligation)
    assert outcome_of(verdict, blind=blind) == expected


def test_what_people_say_counts() -> None:
    cases = {case.name.split()[0]: case for suite in read(sample.reviewed(), Lang.EN) for case in suite}
    outcomes = {name: outcome(case) for name, case in cases.items()}
    assert [outcomes[name] for name in ("1.1.cio", "1.1.phone", "1.1.duties", "1.2.laws")] == [
        "passed", "failure", "skipped", "failure",
    ]  # fmt: skip
    assert "Set aside: อยู่ระหว่างปรับปรุงเว็บไซต์" in cases["1.1.duties"].result[0].message


def test_an_audit_that_could_not_look_is_in_error() -> None:
    dark = tuple(replace(verdict, status=Status.UNVERIFIABLE, review=None) for verdict in sample.verdicts())
    log = read(replace(sample.audit(), verdicts=dark))
    assert (log.errors, log.failures, log.skipped) == (len(dark), 0, 0)


def test_a_failure_says_why_and_what_to_do() -> None:
    cases = {case.name.split()[0]: case for suite in read(sample.audit(), Lang.EN) for case in suite}
    (failure,) = cases["1.1.executives"].result
    assert failure.type == "fail"
    assert failure.message.startswith("Not met: There is a link")
    assert "How to mend" in failure.text


@pytest.mark.parametrize("suite", SUITES)
def test_nothing_that_a_website_says_breaks_the_file(suite: str) -> None:
    texts = payloads(suite)
    content = render_junit(saying(texts), sample.rulebook(), MESSAGES, Lang.TH)
    assert len([case for part in junitparser.JUnitXml.fromfile(io.BytesIO(content)) for case in part]) == len(texts)
    known = {"testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out"}
    assert {element.tag for element in ET.fromstring(content).iter()} == known - {"error"}  # noqa: S314  (ours)
