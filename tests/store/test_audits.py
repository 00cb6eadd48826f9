"""Audits in the store: whole, one after the other, and as long as they are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from auditor.errors import StoreError
from auditor.facts import Coverage, Run, Site
from auditor.findings import Audit, Carried, Changes, Finding, Status, StatusChange, Verdict
from auditor.items import DateFrom, FileSize, FileType, Item, ItemField, ItemKind, ItemPeriod, Published, Source
from auditor.report.json import render_json
from auditor.report.messages import Messages
from auditor.store.audits import RuleTexts
from auditor.store.retention import Keep, Pruned
from auditor.store.runs import Told
from tests.report import sample
from tests.store.test_snapshots import resource

if TYPE_CHECKING:
    from auditor.store import Store
    from auditor.store.runs import StoredRun

SITE = Site(id="a", url="http://a.go.th/", host="a.go.th")
FIRST = datetime(2024, 1, 1, 19, tzinfo=UTC)
TEXTS = RuleTexts(files=(("packs/moph-web-2567.toml", "# ชุดข้อกำหนด\n"),))
ITEM = Item(
    key="http://a.go.th/plan.pdf",
    url="http://a.go.th/plan.pdf",
    title="แผน",
    kind=ItemKind.DOCUMENT,
    listed_on=("http://a.go.th/",),
    topics=("action-plan",),
    source=Source(value="สสอ.", quote="ที่มา สสอ."),
    period=ItemPeriod(start=date(2023, 10, 1), end=None, quote="ปีงบประมาณ 2567"),
    published=Published(day=date(2024, 1, 1), quote="1 ม.ค. 67", origin=DateFrom.PAGE),
    file_type=FileType(shown="pdf", actual="pdf"),
    file_size=FileSize(shown_bytes=1024, quote="1 KB", actual_bytes=1000),
    age_days=3,
    missing=(ItemField.SOURCE,),
    findings=("f1",),
)


def night(
    store: Store,
    number: int,
    *,
    complete: bool = True,
    findings: tuple[Finding, ...] = (),
    statuses: tuple[Status, ...] = (),
    save: bool = True,
) -> tuple[StoredRun, Audit]:
    """The audit of one night, kept; nights are counted from the first."""
    started = FIRST + timedelta(days=number)
    run = store.begin(f"r{number}", Told(site=SITE, config=()), started.date(), started)
    recorder = store.recorder(run)
    for each in (resource("/"), resource("/a", f"ข้อความ {number // 100}")):
        recorder.add(each)
    run = recorder.finish(started + timedelta(minutes=1), Coverage(pages=1, complete=complete))
    audit = replace(
        sample.audit(),
        site=SITE,
        run=Run(id=run.id, started_at=started, finished_at=started + timedelta(minutes=1)),
        as_of=started.date(),
        coverage=replace(sample.audit().coverage, complete=complete),
        findings=findings,
        items=(replace(ITEM, age_days=number),),
    )
    if statuses:
        audit = replace(audit, verdicts=tuple(map(judged, audit.verdicts, statuses)))
    if save:
        store.save(run, audit, TEXTS)
    return store.run(run.id), audit


def judged(verdict: Verdict, status: Status) -> Verdict:
    return replace(verdict, status=status)


def finding(mark: str, day: date | None = None) -> Finding:
    return replace(sample.findings()[0], id=mark, first_seen=day)


def test_an_audit_comes_back_as_it_was_saved_to_the_byte(store: Store) -> None:
    changes = Changes(
        since=date(2024, 1, 1),
        run="r0",
        new=("x",),
        fixed=sample.findings()[:2],
        unseen=sample.findings()[2:3],
        requirements=(StatusChange(requirement="1.1.fax", before=Status.PASS, after=Status.FAIL),),
    )
    run, _ = night(store, 1, save=False)
    audit = replace(sample.audit(), items=(ITEM, replace(ITEM, age_days=None)), changes=changes)
    store.save(run, audit, TEXTS)
    back = store.audit(store.run(run.id))
    messages = Messages.load()
    assert back == audit
    assert render_json(back, messages) == render_json(audit, messages)
    assert store.rules(audit.packs[0].sha256) == TEXTS


def test_an_audit_is_saved_once(store: Store) -> None:
    run, audit = night(store, 1)
    with pytest.raises(StoreError):
        store.save(run, audit, TEXTS)
    assert len(store.audits(SITE.id)) == 1


def test_what_is_not_there_is_said_to_be_missing(store: Store) -> None:
    with pytest.raises(StoreError, match="no run r7"):
        store.run("r7")
    run, _ = night(store, 1, save=False)
    with pytest.raises(StoreError, match="never judged"):
        store.audit(run)
    with pytest.raises(StoreError, match="digest"):
        store.rules("0")


def test_an_unchanged_night_costs_rows_not_copies(store: Store) -> None:
    night(store, 1, findings=sample.findings())

    def facts() -> int:
        with store._database.reading() as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM facts").scalar() or 0)

    before = facts()
    night(store, 2, findings=sample.findings())
    assert facts() == before


def test_history_is_told_as_the_nights_followed_whatever_the_clock_showed(store: Store) -> None:
    assert store.audits(SITE.id) == ()
    for number in (1, 3, 2):
        night(store, number, findings=sample.findings()[:number], complete=number != 3)
    lines = store.audits(SITE.id)
    assert [(line.run, line.findings, line.complete) for line in lines] == [
        ("r1", 1, True),
        ("r3", 3, False),
        ("r2", 2, True),
    ]
    assert [line.run for line in store.nights(SITE.id, 2)] == ["r2", "r3"]
    assert sum(count for _, count in lines[0].counts) == len(sample.verdicts())
    assert store.sites() == (SITE.id,)


def test_a_run_that_was_not_judged_is_no_history(store: Store) -> None:
    night(store, 1, save=False)
    store.begin("r2", Told(site=SITE, config=()), FIRST.date(), FIRST)
    assert store.audits(SITE.id) == ()
    assert {run.id for run in store.unfinished(SITE.id)} == {"r1", "r2"}
    for run in store.unfinished(SITE.id):
        store.close_run(run)
    assert store.unfinished(SITE.id) == []


def baseline(store: Store, run: StoredRun) -> str | None:
    found = store.past(run).baseline
    return None if found is None else found.run.id


def test_the_baseline_is_the_last_complete_audit_that_began_before(store: Store) -> None:
    first, _ = night(store, 1)
    night(store, 2)
    night(store, 3, complete=False)
    night(store, 9)
    # The clock was a year ahead in the night before, and is right again.
    wrong, _ = night(store, 366, complete=False)
    right, _ = night(store, 10)
    assert [baseline(store, run) for run in (first, wrong, right)] == [None, "r9", "r9"]
    other = store.begin("o", Told(site=replace(SITE, id="other"), config=()), FIRST.date(), FIRST)
    assert store.past(other).baseline is None


def test_findings_keep_the_day_on_which_they_were_first_seen(store: Store) -> None:
    night(store, 1, findings=(finding("gone", date(2023, 1, 1)),))
    night(store, 2, findings=(finding("old", date(2023, 5, 1)),))
    third, _ = night(store, 3, findings=(finding("later", date(2024, 1, 4)),), complete=False)
    fourth, _ = night(store, 4)
    seen = dict(store.past(fourth).first_seen)
    assert seen == {"old": date(2023, 5, 1), "later": date(2024, 1, 4)}
    assert store.findings_before(third) == {"gone", "old"}


def test_the_last_verdict_from_a_look_is_told(store: Store) -> None:
    one, two, *_ = sample.verdicts()
    night(store, 1, statuses=(Status.PASS, Status.FAIL))
    night(store, 2, statuses=(Status.UNVERIFIABLE, Status.PARTIAL))
    night(store, 3, statuses=(Status.UNVERIFIABLE, Status.UNVERIFIABLE), complete=False)
    last, _ = night(store, 4, save=False)
    good = {requirement: carried for _, requirement, carried in store.past(last).good}
    assert good[one.requirement] == Carried(status=Status.PASS, as_of=date(2024, 1, 2))
    assert good[two.requirement] == Carried(status=Status.PARTIAL, as_of=date(2024, 1, 3))


def test_old_runs_are_not_kept_and_old_texts_go_sooner(store: Store) -> None:
    night(store, 0, complete=True, findings=sample.findings())
    night(store, 250)
    night(store, 350)
    night(store, 440, complete=False)
    keep = Keep(facts_days=400, text_days=90)
    now = FIRST + timedelta(days=441)
    done = store.prune(now, keep)
    assert (done.runs, done.texts) == (1, 1)
    assert done.facts > 0
    assert [line.run for line in store.audits(SITE.id)] == ["r250", "r350", "r440"]
    with pytest.raises(StoreError, match="text_days"):
        store.snapshot(store.run("r250"))
    assert store.audit(store.run("r250")).run.id == "r250"
    # r350 is older than texts are kept, but the last complete one.
    assert len(list(store.snapshot(store.run("r350")))) == 2
    assert store.prune(now, keep) == Pruned(runs=0, texts=0, facts=0)
    assert store.check() == ()


def test_the_newest_audit_is_kept_however_old(store: Store) -> None:
    night(store, 1)
    store.begin("r2", Told(site=SITE, config=()), FIRST.date(), FIRST)
    assert store.prune(FIRST + timedelta(days=4000), Keep(facts_days=400, text_days=90)).runs == 1
    assert [line.run for line in store.audits(SITE.id)] == ["r1"]
    assert len(list(store.snapshot(store.run("r1")))) == 2


def test_a_run_is_no_older_than_the_one_before_it_whatever_the_clock_showed(store: Store) -> None:
    for number in (400, 0, 401, 9000, 402):
        night(store, number)
    assert store.prune(FIRST + timedelta(days=450), Keep(facts_days=400, text_days=90)) == Pruned(
        runs=0, texts=0, facts=0
    )
    assert [line.run for line in store.audits(SITE.id)] == ["r400", "r0", "r401", "r9000", "r402"]
    assert store.prune(FIRST + timedelta(days=900), Keep(facts_days=400, text_days=90)).runs == 3
    assert [line.run for line in store.audits(SITE.id)] == ["r9000", "r402"]


def test_a_crawl_that_was_left_is_closed_with_the_texts(store: Store) -> None:
    night(store, 1, save=False)
    store.prune(FIRST + timedelta(days=100), Keep(facts_days=400, text_days=90))
    assert store.unfinished(SITE.id) == []


def test_what_each_audit_says_of_each_requirement_is_listed_in_time(store: Store) -> None:
    first, _ = night(store, 0, statuses=(Status.PASS,))
    second, audit = night(store, 1, statuses=(Status.FAIL,))
    told = store.statuses(SITE.id)
    assert [(each.run, each.started_at, each.has_text) for each in told] == [
        (run.id, run.started_at, True) for run in (first, second)
    ]
    assert told[1].statuses == tuple((each.pack, each.requirement, each.status) for each in audit.verdicts)
    assert store.statuses("b") == ()


def test_conclusions_can_be_amended_and_nothing_else_changes(store: Store) -> None:
    finding = replace(sample.audit().findings[0], first_seen=date(2024, 1, 2))
    run, audit = night(store, 0, findings=(finding,))
    assert store.audit(run, items=False, findings=False) == replace(audit, findings=(), items=())
    amended = replace(audit, verdicts=tuple(replace(each, evidence=()) for each in audit.verdicts))
    store.amend(run, amended)
    assert store.audit(run) == amended
