"""What is different from before: never fixed by an audit that could not look, never changed by an outage."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from auditor.assess.changes import could_not_look, difference, got_worse, with_past
from auditor.facts import Coverage, Fetched, Kind, Resource, Run, Site, Skipped, SkipWhy, Unreachable, Why
from auditor.findings import Carried, FindingRule, Past, Reason, ReasonCode, Status, StatusChange, Where
from auditor.items import FileSize, Item, ItemKind
from auditor.snapshot import MemorySnapshot
from auditor.urls import canonical
from tests.report import sample

if TYPE_CHECKING:
    from auditor.findings import Audit, Changes, Finding, Verdict

SITE = Site(id="a", url="http://a.go.th/", host="a.go.th")
AT = datetime(2024, 6, 15, tzinfo=UTC)
YESTERDAY, TODAY = date(2024, 6, 14), date(2024, 6, 15)
PAGE, FILE = "http://a.go.th/list", "http://a.go.th/plan.pdf"


def answered(url: str, status: int = 200) -> Resource:
    fetch = Fetched(
        status=status,
        final_url=url,
        redirects=(),
        at=AT,
        declared_type=None,
        actual_type="html",
        size=1,
        sha256=None,
    )
    return Resource(key=canonical(url), url=url, kind=Kind.PAGE, depth=0, trail=(), fetch=fetch)


def down(url: str) -> Resource:
    return replace(answered(url), fetch=Unreachable(why=Why.TIMEOUT, detail="", attempts=3, at=AT))


def skipped(url: str) -> Resource:
    return replace(answered(url), fetch=Skipped(why=SkipWhy.BUDGET))


def crawl(*resources: Resource) -> MemorySnapshot:
    snapshot = MemorySnapshot(SITE, resources)
    snapshot.finish(Run(id="r", started_at=AT, finished_at=AT), Coverage(complete=True))
    return snapshot


def finding(mark: str) -> Finding:
    broken = next(each for each in sample.findings() if each.rule is FindingRule.LINK_BROKEN)
    return replace(broken, id=mark, url=FILE, where=Where(page=PAGE, label="แผน"), first_seen=None)


def verdict(status: Status, code: ReasonCode = ReasonCode.FOUND_PAGE, carried: Carried | None = None) -> Verdict:
    reasons = (Reason(code=code),)
    return replace(sample.verdicts()[0], status=status, reasons=reasons, carried=carried, review=None)


def audit(
    *findings: Finding,
    verdicts: tuple[Verdict, ...] = (),
    complete: bool = True,
    as_of: date = TODAY,
    changes: Changes | None = None,
) -> Audit:
    return replace(
        sample.audit(),
        site=SITE,
        as_of=as_of,
        coverage=Coverage(complete=complete),
        findings=findings,
        verdicts=verdicts,
        changes=changes,
    )


def compared(before: Audit, now: Audit, snapshot: MemorySnapshot) -> Changes:
    changes = with_past(now, Past(baseline=before), snapshot).changes
    assert changes is not None
    return changes


def ids(findings: tuple[Finding, ...]) -> list[str]:
    return [each.id for each in findings]


def test_a_first_audit_has_no_changes_and_sees_everything_first() -> None:
    now = with_past(audit(finding("x")), Past(), crawl())
    assert now.changes is None
    assert [each.first_seen for each in now.findings] == [TODAY]


def test_a_finding_keeps_the_day_on_which_it_was_first_seen() -> None:
    past = Past(baseline=audit(finding("x"), as_of=YESTERDAY), first_seen=(("x", date(2024, 1, 1)),))
    now = with_past(audit(finding("x"), finding("y")), past, crawl())
    assert [each.first_seen for each in now.findings] == [date(2024, 1, 1), TODAY]
    assert now.changes is not None
    assert (now.changes.new, now.changes.since) == (("y",), YESTERDAY)


def test_what_a_complete_audit_looked_for_and_did_not_meet_is_fixed() -> None:
    changes = compared(audit(finding("x")), audit(), crawl(answered(PAGE), answered(FILE)))
    assert (ids(changes.fixed), changes.unseen) == (["x"], ())


def test_what_is_linked_to_no_more_is_fixed() -> None:
    assert ids(compared(audit(finding("x")), audit(), crawl(answered(PAGE))).fixed) == ["x"]


@pytest.mark.parametrize("gone", [404, 410])
def test_an_answer_that_there_is_nothing_is_an_answer(gone: int) -> None:
    assert ids(compared(audit(finding("x")), audit(), crawl(answered(PAGE, gone))).fixed) == ["x"]


@pytest.mark.parametrize(
    "snapshot",
    [
        pytest.param(crawl(down(PAGE), answered(FILE)), id="page down"),
        pytest.param(crawl(answered(PAGE), down(FILE)), id="target down"),
        pytest.param(crawl(answered(PAGE, 503), answered(FILE)), id="server error"),
        pytest.param(crawl(answered(PAGE, 403), answered(FILE)), id="blocked"),
        pytest.param(crawl(answered(PAGE, 429), answered(FILE)), id="too often"),
        pytest.param(crawl(skipped(PAGE), answered(FILE)), id="not asked for"),
    ],
)
def test_what_could_not_be_looked_at_is_not_fixed(snapshot: MemorySnapshot) -> None:
    changes = compared(audit(finding("x")), audit(), snapshot)
    assert (changes.fixed, ids(changes.unseen)) == ((), ["x"])


def test_an_incomplete_crawl_fixes_nothing() -> None:
    changes = compared(audit(finding("x")), audit(complete=False), crawl(answered(PAGE), answered(FILE)))
    assert (changes.fixed, ids(changes.unseen)) == ((), ["x"])


def test_what_was_out_of_sight_for_a_night_is_not_new_when_it_is_met_again() -> None:
    first = audit(finding("x"))
    second = with_past(audit(), Past(baseline=first), crawl(down(PAGE)))
    third = compared(second, audit(finding("x")), crawl(answered(PAGE)))
    assert (third.new, third.unseen) == ((), ())
    fourth = compared(second, audit(), crawl(answered(PAGE)))
    assert ids(fourth.fixed) == ["x"]


def test_what_a_new_detector_finds_did_not_begin_today() -> None:
    before = replace(audit(), detectors=("page.empty",))
    assert compared(before, audit(finding("x")), crawl()).new == ()
    blind = replace(audit(), detectors=("page.empty",))
    assert ids(compared(audit(finding("x")), blind, crawl(answered(PAGE))).unseen) == ["x"]


def test_a_requirement_that_is_judged_otherwise_is_told() -> None:
    before, now = audit(verdicts=(verdict(Status.PASS),)), audit(verdicts=(verdict(Status.FAIL),))
    (change,) = compared(before, now, crawl()).requirements
    assert change == StatusChange(requirement=before.verdicts[0].requirement, before=Status.PASS, after=Status.FAIL)
    assert compared(before, before, crawl()).requirements == ()


OUTAGE = verdict(Status.UNVERIFIABLE, ReasonCode.SERVER_ERROR)


def test_an_outage_changes_no_verdict_and_carries_the_last_good_one() -> None:
    good = verdict(Status.PASS)
    last = Carried(status=Status.PASS, as_of=YESTERDAY)
    past = Past(baseline=audit(verdicts=(good,)), good=((good.pack, good.requirement, last),))
    first = with_past(audit(verdicts=(OUTAGE,)), past, crawl())
    assert first.verdicts[0].carried == last
    assert first.changes is not None
    assert first.changes.requirements == ()
    again = with_past(audit(verdicts=(verdict(Status.FAIL),)), replace(past, baseline=first), crawl())
    assert again.changes is not None
    assert [(each.before, each.after) for each in again.changes.requirements] == [(Status.PASS, Status.FAIL)]
    assert again.verdicts[0].carried is None


@pytest.mark.parametrize(
    ("status", "code", "looked"),
    [
        (Status.UNVERIFIABLE, ReasonCode.SITE_UNREACHABLE, False),
        (Status.UNVERIFIABLE, ReasonCode.COVERAGE_INCOMPLETE, False),
        (Status.UNVERIFIABLE, ReasonCode.ROBOTS, False),
        (Status.UNVERIFIABLE, ReasonCode.NO_BREACH_SEEN, True),
        (Status.UNVERIFIABLE, ReasonCode.PACK_NOT_LOADED, True),
        (Status.FAIL, ReasonCode.NOT_FOUND, True),
    ],
)
def test_only_what_could_not_be_looked_at_carries(status: Status, code: ReasonCode, looked: bool) -> None:  # noqa: FBT001
    assert could_not_look(verdict(status, code)) is not looked


def test_a_requirement_that_was_not_asked_before_has_not_changed() -> None:
    assert compared(audit(), audit(verdicts=(verdict(Status.FAIL),)), crawl()).requirements == ()


def item(path: str, title: str = "แผน", **changed: object) -> Item:
    url = f"http://a.go.th/{path}"
    made = Item(key=canonical(url), url=url, title=title, kind=ItemKind.DOCUMENT, listed_on=(PAGE,))
    return replace(made, **changed)  # type: ignore[arg-type]  # fields by name


def test_a_difference_tells_new_from_regressed_and_keeps_both_verdicts() -> None:
    before = audit(finding("open"), verdicts=(verdict(Status.PASS),), as_of=YESTERDAY)
    now = audit(finding("open"), finding("new"), finding("again"), verdicts=(verdict(Status.FAIL),))
    told = difference(before, now, crawl(), frozenset({"again", "open"}))
    assert (ids(told.new), ids(told.regressed), ids(told.still_open)) == (["new"], ["again"], ["open"])
    assert [(each.before.status, each.after.status) for each in told.flips] == [(Status.PASS, Status.FAIL)]
    assert told.rules == ()


def test_a_difference_names_packs_that_judged_in_another_state() -> None:
    newer = replace(audit(), packs=(replace(audit().packs[0], version="2", sha256="x"),))
    assert [(old.version, new.version) for old, new in difference(audit(), newer, crawl(), frozenset()).rules] == [
        (audit().packs[0].version, "2")
    ]


def test_items_are_published_changed_and_taken_down() -> None:
    before = replace(audit(), items=(item("a", age_days=1), item("b"), item("c"), item("down")))
    larger = item("b", file_size=FileSize(actual_bytes=9))
    now = replace(audit(), items=(item("a", age_days=2, listed_on=(), findings=("x",)), larger, item("new")))
    told = difference(before, now, crawl(answered("http://a.go.th/c", 404), down("http://a.go.th/down")), frozenset())
    assert [each.url for each in told.published] == ["http://a.go.th/new"]
    assert [each.after for each in told.changed] == [larger]
    assert [each.url for each in told.taken_down] == ["http://a.go.th/c"]
    incomplete = replace(now, coverage=Coverage(complete=False))
    assert difference(before, incomplete, crawl(), frozenset()).taken_down == ()


def test_items_that_ran_out_since_then_are_named_and_those_that_had_are_not() -> None:
    def past(mark: str) -> Finding:
        return replace(finding(mark), rule=FindingRule.ITEM_EXPIRED)

    old, new, good = item("old", findings=("e1",)), item("new", findings=("e2",)), item("good", findings=("m",))
    before = replace(audit(), items=(old, replace(new, findings=())), findings=(past("e1"),))
    now = replace(audit(), items=(old, new, good), findings=(past("e1"), past("e2"), finding("m")))
    assert [each.url for each in difference(before, now, crawl(), frozenset()).expired] == [new.url]


@pytest.mark.parametrize(
    ("before", "after", "worse"),
    [
        (Status.PASS, Status.FAIL, True),
        (Status.PASS, Status.REVIEW, True),
        (Status.REVIEW, Status.FAIL, True),
        (Status.FAIL, Status.PARTIAL, False),
        (Status.PASS, Status.PASS, False),
        (Status.PASS, Status.NOT_APPLICABLE, False),
        (Status.UNVERIFIABLE, Status.FAIL, False),
    ],
)
def test_what_is_worse_than_what(before: Status, after: Status, *, worse: bool) -> None:
    assert got_worse(before, after) is worse
