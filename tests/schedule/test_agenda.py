"""Which audit starts next: fair, one for a site, tried again within reason, whatever the clock does."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from auditor.cron import parse_cron
from auditor.schedule.agenda import Agenda, End
from auditor.schedule.plans import Plan
from auditor.window import parse_window
from tests.schedule.clock import BANGKOK, at

DUE = at("2024-06-15 02:00")


def plan(site: str, window: str = "") -> Plan:
    return Plan(
        site=site,
        line="0 2 * * *",
        cron=parse_cron("0 2 * * *"),
        zone=BANGKOK,
        window=parse_window(window) if window else None,
    )


@pytest.fixture
def agenda() -> Agenda:
    found = Agenda()
    found.plan({name: plan(name) for name in "abc"}, DUE)
    return found


def ready(agenda: Agenda, now: datetime) -> str:
    return "".join(entry.site for entry in agenda.ready(now))


def test_who_waits_longest_starts_first(agenda: Agenda) -> None:
    agenda.due("c", DUE, DUE)
    agenda.due("a", DUE + timedelta(minutes=5), DUE + timedelta(minutes=5))
    agenda.due("b", DUE, DUE)
    assert ready(agenda, DUE) == "bc"
    assert ready(agenda, DUE + timedelta(minutes=6)) == "bca"
    agenda.start("b")
    assert ready(agenda, DUE + timedelta(minutes=6)) == "ca"


@pytest.mark.parametrize(
    ("ends", "pauses"),
    [
        pytest.param([End.DONE], [], id="done"),
        pytest.param([End.FAILED, End.DONE], [15], id="failed once"),
        pytest.param([End.FAILED] * 3, [15, 60], id="failed for good"),
        pytest.param([End.ELSEWHERE] * 4 + [End.DONE], [5] * 4, id="made by another scheduler"),
        pytest.param([End.FAILED, End.ELSEWHERE, End.FAILED, End.FAILED], [15, 5, 60], id="both"),
    ],
)
def test_what_could_not_be_made_is_tried_again_within_reason(
    agenda: Agenda, ends: list[End], pauses: list[int]
) -> None:
    now = DUE
    agenda.due("a", DUE, now)
    waited = []
    for how in ends:
        assert ready(agenda, now) == "a"
        agenda.start("a")
        entry = agenda.end("a", how, now)
        if entry is not None:
            waited.append(int((entry.start_at - now).total_seconds() // 60))
            assert (entry.due_at, ready(agenda, entry.start_at - timedelta(seconds=1))) == (DUE, "")
            now = entry.start_at
    assert waited == pauses
    assert (agenda.waiting, agenda.running) == ({}, {})


def test_what_missed_its_window_waits_for_the_next(agenda: Agenda) -> None:
    agenda.plan({"a": plan("a", "22:00-05:00")}, DUE)
    agenda.due("a", DUE, DUE)
    assert ready(agenda, at("2024-06-15 05:00")) == ""
    assert agenda.next_start() == at("2024-06-15 22:00")
    assert ready(agenda, at("2024-06-15 22:00")) == "a"


def test_a_night_that_comes_while_the_last_one_waits_takes_its_place(agenda: Agenda) -> None:
    agenda.due("a", DUE, DUE)
    tomorrow = DUE + timedelta(days=1)
    assert agenda.overlap("a", tomorrow) == DUE
    assert agenda.overlap("a", tomorrow) is None
    assert [entry.due_at for entry in agenda.ready(tomorrow)] == [tomorrow]
    agenda.start("a")
    assert agenda.overlap("a", tomorrow) is None
    assert agenda.overlap("a", tomorrow + timedelta(days=1)) == tomorrow + timedelta(days=1)


def test_a_site_that_is_no_longer_planned_waits_no_longer(agenda: Agenda) -> None:
    for site in "abc":
        agenda.due(site, DUE, DUE)
    agenda.start("c")
    assert agenda.plan({"a": plan("a")}, DUE) == ["b"]
    assert ready(agenda, DUE) == "a"
    assert agenda.end("c", End.FAILED, DUE) is None


def test_what_was_due_in_a_future_that_is_taken_back_waits_no_longer(agenda: Agenda) -> None:
    agenda.due("a", DUE + timedelta(days=900), DUE + timedelta(days=900))
    agenda.due("b", DUE, DUE + timedelta(days=900))
    assert agenda.turn_clock(DUE) == ["a"]
    assert ready(agenda, DUE) == "b"
