"""Which night stands for an agency, and what its nights say: an outage never does, nor a look that was too small."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from auditor.assess.nights import agency_of, chronicle_of, night_of, standing_of
from auditor.facts import Coverage, RobotsState, Run
from auditor.findings import Audit, Changes, FindingRule, ReasonCode, Score, Severity, Status, StatusChange
from auditor.portfolio import NightLine, OfRule, Profile, Trouble
from tests.report import sample

if TYPE_CHECKING:
    from collections.abc import Callable

LAST = datetime(2024, 6, 14, 19, tzinfo=UTC)
PROFILE = Profile(id="a", url="https://a.go.th/")
GOOD = Coverage(pages=100, complete=True, shallow_known=40, shallow_read=40)
DOWN = Coverage(complete=False, limits=("host-down",), shallow_known=1)
SHUT = Coverage(complete=False, robots=RobotsState.UNREACHABLE)
SHORT = Coverage(pages=10, complete=False, limits=("max-seconds",), shallow_known=40, shallow_read=10)
CAPPED = Coverage(pages=500, complete=False, limits=("max-pages",), shallow_known=40, shallow_read=38)
SLIGHTLY_LESS = replace(CAPPED, shallow_read=37)


def line(days_ago: int, coverage: Coverage | None, percent: float | None = 50.0, *, judged: bool = True) -> NightLine:
    return NightLine(
        run=f"r{days_ago}",
        started_at=LAST - timedelta(days=days_ago),
        judged=judged,
        percent=percent,
        complete=coverage is not None and coverage.complete,
        coverage=coverage,
    )


def reading(*lines: NightLine) -> Callable[[str], Audit]:
    """What reads the audits of these nights: the sample, each with its own score."""
    by_run = {each.run: each for each in lines}

    def read(run: str) -> Audit:
        night = by_run[run]
        return replace(
            sample.audit(),
            run=Run(id=run, started_at=night.started_at, finished_at=night.started_at),
            score=Score(percent=night.percent, counts=()),
        )

    return read


@pytest.mark.parametrize(
    ("coverage", "judged", "trouble", "usable"),
    [
        pytest.param(GOOD, True, None, True, id="whole"),
        pytest.param(DOWN, True, Trouble.UNREACHABLE, False, id="not one page"),
        pytest.param(SHUT, True, Trouble.ROBOTS, False, id="robots.txt out of reach"),
        pytest.param(SHORT, True, Trouble.INCOMPLETE, False, id="too little"),
        pytest.param(CAPPED, True, Trouble.CAPPED, True, id="not all but 95 %"),
        pytest.param(SLIGHTLY_LESS, True, Trouble.INCOMPLETE, False, id="a little less than 95 %"),
        pytest.param(None, True, Trouble.INCOMPLETE, False, id="nobody knows how much"),
        pytest.param(GOOD, False, Trouble.UNFINISHED, False, id="never judged"),
    ],
)
def test_a_night_is_usable_where_enough_was_looked_at(
    coverage: Coverage | None, trouble: Trouble | None, *, judged: bool, usable: bool
) -> None:
    night = night_of(line(0, coverage, judged=judged))
    assert (night.trouble, night.usable) == (trouble, usable)
    assert night.percent == (50.0 if usable else None)


@pytest.mark.parametrize(
    ("lines", "run", "firm"),
    [
        pytest.param((line(0, GOOD), line(1, GOOD)), "r0", True, id="the newest"),
        pytest.param((line(0, DOWN, None), line(1, GOOD)), "r1", True, id="before an outage"),
        pytest.param(
            (line(0, SHORT, 99.0), line(1, DOWN, None), line(9, GOOD)), "r9", True, id="before two bad nights"
        ),
        pytest.param(
            (line(0, None, None, judged=False), line(1, CAPPED)), "r1", True, id="before one without an end"
        ),
        pytest.param((line(0, SHORT, 99.0), line(1, SHORT, 98.0)), "r0", False, id="never enough, and said so"),
    ],
)
def test_the_last_usable_night_stands_for_the_agency(lines: tuple[NightLine, ...], run: str, *, firm: bool) -> None:
    result = agency_of(PROFILE, lines, reading(*lines)).result
    assert result is not None
    assert (result.run, result.firm) == (run, firm)


def test_an_agency_that_was_never_judged_has_no_result() -> None:
    assert agency_of(PROFILE, (), reading()).result is None
    outage = (line(0, DOWN, None),)
    agency = agency_of(PROFILE, outage, reading(*outage))
    assert agency.result is None
    assert [night.trouble for night in agency.nights] == [Trouble.UNREACHABLE]


def test_the_cause_of_a_failed_last_night_is_told_and_only_then() -> None:
    bad, good = (line(0, DOWN, None), line(1, GOOD)), (line(0, GOOD), line(1, GOOD))
    told = agency_of(PROFILE, bad, reading(*bad)).reason
    assert told is not None
    assert told == sample.reason(ReasonCode.SITE_UNREACHABLE)
    assert agency_of(PROFILE, good, reading(*good)).reason is None


def test_what_the_website_says_of_itself_counts_where_nobody_told_otherwise() -> None:
    lines = (line(0, GOOD),)
    inferred = agency_of(PROFILE, lines, reading(*lines)).profile
    assert (inferred.name, inferred.unit_type) == ("สำนักงานสาธารณสุขอำเภอบึงแก้วงาม", "สสอ.")
    named = agency_of(replace(PROFILE, name="ชื่อที่บอก", province="ขอนแก่น"), lines, reading(*lines)).profile
    assert (named.name, named.province) == ("ชื่อที่บอก", "ขอนแก่น")


def test_cells_are_the_score_of_their_category_and_together_all_verdicts() -> None:
    audit = sample.audit()
    cells = standing_of(audit, firm=True).cells
    whole = next(cell for cell in cells if not cell.category)
    parts = [cell for cell in cells if cell.category]
    assert whole.passed == sum(cell.passed for cell in parts) == dict(audit.score.counts)[Status.PASS]
    assert whole.judged == sum(cell.judged for cell in parts)
    first = next(cell for cell in parts if cell.category == "1.1")
    counted = [each.status for each in audit.verdicts if each.category == "1.1"]
    assert first.passed == counted.count(Status.PASS)


def test_people_who_were_heard_count_in_what_agencies_lack() -> None:
    judged = {each.requirement: each.status for each in standing_of(sample.reviewed(), firm=True).judged}
    assert judged["1.1.cio"] is Status.PASS  # a person's word
    assert judged["1.1.duties"] is Status.NOT_APPLICABLE  # set aside
    assert judged["1.2.laws"] is next(each.status for each in sample.verdicts() if each.requirement == "1.2.laws")


def test_changes_are_told_by_rule_with_the_age_of_what_is_still_open() -> None:
    old = replace(sample.finding(1, FindingRule.LINK_BROKEN, Severity.MINOR), first_seen=date(2024, 5, 15))
    young = replace(sample.finding(2, FindingRule.LINK_BROKEN, Severity.MINOR), first_seen=date(2024, 6, 1))
    new = sample.finding(3, FindingRule.PAGE_EMPTY, Severity.MINOR)
    fixed = sample.finding(4, FindingRule.ITEM_STALE, Severity.MINOR)
    lines = (line(0, GOOD), line(1, GOOD))
    turned = StatusChange(requirement="1.1.cio", before=Status.PASS, after=Status.FAIL)
    audit = replace(
        reading(*lines)("r0"),
        findings=(old, young, new),
        changes=Changes(since=date(2024, 6, 14), run="r1", new=(new.id,), fixed=(fixed,), requirements=(turned,)),
    )
    told = chronicle_of(PROFILE, lines, (audit,), cut=False)
    changes = told.nights[0].changes
    assert changes is not None
    assert changes.new == (OfRule(rule=FindingRule.PAGE_EMPTY, count=1),)
    assert changes.fixed == (OfRule(rule=FindingRule.ITEM_STALE, count=1),)
    assert changes.still_open == (OfRule(rule=FindingRule.LINK_BROKEN, count=2, days=31),)
    assert [(each.requirement, each.before, each.after) for each in changes.turns] == [
        ("1.1.cio", Status.PASS, Status.FAIL)
    ]
    assert (told.nights[1].standing, told.nights[1].changes) == (None, None)
    assert told.profile.name == "สำนักงานสาธารณสุขอำเภอบึงแก้วงาม"
