"""Exit codes, in the order of the contract."""

from __future__ import annotations

import signal
from dataclasses import replace
from datetime import date

import pytest

from auditor.cli.exits import exit_code
from auditor.config import FailOn
from auditor.facts import Coverage, RobotsState
from auditor.findings import Audit, HumanReview, ReasonCode, Status, Waiver
from auditor.rules import Obligation
from tests.report import sample

DONE = Coverage(pages=3, shallow_known=3, shallow_read=3, complete=True)


def audit(coverage: Coverage, *verdicts: tuple[Obligation, Status]) -> Audit:
    first = sample.verdicts()[0]
    judged = tuple(replace(first, obligation=obligation, status=status) for obligation, status in verdicts)
    return replace(sample.audit(), coverage=coverage, verdicts=judged)


@pytest.mark.parametrize(
    ("status", "fail_on", "code"),
    [
        (Status.FAIL, FailOn.FAIL, 1),
        (Status.PARTIAL, FailOn.FAIL, 0),
        (Status.REVIEW, FailOn.FAIL, 0),
        (Status.FAIL, FailOn.PARTIAL, 1),
        (Status.PARTIAL, FailOn.PARTIAL, 1),
        (Status.REVIEW, FailOn.PARTIAL, 0),
        (Status.FAIL, FailOn.REVIEW, 1),
        (Status.PARTIAL, FailOn.REVIEW, 1),
        (Status.REVIEW, FailOn.REVIEW, 1),
        (Status.FAIL, FailOn.NEVER, 0),
        *((status, FailOn.REVIEW, 0) for status in (Status.PASS, Status.UNVERIFIABLE, Status.NOT_APPLICABLE)),
    ],
)  # fmt: skip
def test_a_required_requirement_decides_from_the_chosen_status_on(status: Status, fail_on: FailOn, code: int) -> None:
    assert exit_code(audit(DONE, (Obligation.REQUIRED, status)), fail_on) == code


@pytest.mark.parametrize(
    ("review", "waiver", "code"),
    [
        (None, None, 1),
        (sample.review(Status.PASS), None, 0),
        (sample.review(Status.PARTIAL), None, 0),
        (replace(sample.review(Status.PASS), lapsed=sample.reason(ReasonCode.REVIEW_EXPIRED)), None, 1),
        (None, sample.waiver(date(2024, 12, 31)), 0),
        (None, replace(sample.waiver(date(2024, 5, 31)), lapsed=sample.reason(ReasonCode.WAIVER_EXPIRED)), 1),
    ],
)
def test_what_people_say_counts_while_it_holds(review: HumanReview | None, waiver: Waiver | None, code: int) -> None:
    failed = audit(DONE, (Obligation.REQUIRED, Status.FAIL))
    heard = tuple(replace(each, review=review, waiver=waiver) for each in failed.verdicts)
    assert exit_code(replace(failed, verdicts=heard), FailOn.FAIL) == code


@pytest.mark.parametrize("obligation", [Obligation.IF_ANY, Obligation.RECOMMENDED])
def test_only_required_requirements_count(obligation: Obligation) -> None:
    assert exit_code(audit(DONE, (obligation, Status.FAIL)), FailOn.REVIEW) == 0


@pytest.mark.parametrize(
    ("coverage", "code"),
    [
        pytest.param(Coverage(), 3, id="nothing could be read"),
        pytest.param(replace(DONE, robots=RobotsState.UNREACHABLE), 3, id="robots unreachable"),
        pytest.param(replace(DONE, shallow_known=40, limits=("host-down",)), 3, id="the host died early"),
        pytest.param(replace(DONE, shallow_known=40, limits=("put-off",)), 3, id="the host put us off"),
        pytest.param(replace(DONE, limits=("host-down",)), 1, id="another host died"),
        pytest.param(replace(DONE, shallow_known=40, limits=("max-pages",)), 1, id="a limit that was set"),
        pytest.param(replace(DONE, robots=RobotsState.IGNORED), 1, id="robots ignored"),
    ],
)
def test_an_audit_that_could_not_be_done_is_told_apart_from_one_that_was_limited(
    coverage: Coverage, code: int
) -> None:
    assert exit_code(audit(coverage, (Obligation.REQUIRED, Status.FAIL)), FailOn.FAIL) == code


@pytest.mark.parametrize(("caught", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_comes_before_everything_else(caught: int, code: int) -> None:
    assert exit_code(audit(Coverage(), (Obligation.REQUIRED, Status.FAIL)), FailOn.FAIL, caught) == code
