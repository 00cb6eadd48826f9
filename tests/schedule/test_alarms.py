"""When sites are due: cron's own weekdays, once for many missed times, never while one is under way."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from auditor.cron import parse_cron
from auditor.schedule.alarms import Alarms, Times
from tests.schedule.clock import BANGKOK, Clock, at

SUNDAYS = ["2024-06-16 02:00", "2024-06-23 02:00"]


def times(line: str) -> Times:
    return Times(parse_cron(line), BANGKOK)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("0 2 * * 0", SUNDAYS),
        ("0 2 * * 7", SUNDAYS),
        ("0 2 * * sun", SUNDAYS),
        ("0 2 * * 1", ["2024-06-17 02:00", "2024-06-24 02:00"]),
        ("0 2 * * 6-7", ["2024-06-15 02:00", "2024-06-16 02:00"]),
        ("0 2 20 * 0", ["2024-06-16 02:00", "2024-06-20 02:00"]),
        ("30 23 29 2 *", ["2028-02-29 23:30", "2032-02-29 23:30"]),
        ("*/30 22-23 * * *", ["2024-06-14 22:00", "2024-06-14 22:30"]),
    ],
)
def test_times_are_those_of_cron_in_the_time_zone(line: str, expected: list[str]) -> None:
    assert list(islice(times(line).after(at("2024-06-14 12:00")), 2)) == [at(text) for text in expected]


def test_a_time_comes_after_itself_no_more() -> None:
    assert next(times("0 2 * * *").after(at("2024-06-14 02:00"))) == at("2024-06-15 02:00")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("* * * * *", "2024-06-14 12:00"),
        ("0 2 * * *", "2024-06-14 02:00"),
        ("0 2 * * 1", "2024-06-10 02:00"),
        ("0 2 1 1 *", "2024-01-01 02:00"),
        ("0 2 29 2 *", "2024-02-29 02:00"),
    ],
)
def test_the_last_time_is_found_however_long_ago(line: str, expected: str) -> None:
    assert times(line).last(at("2024-06-14 12:00")) == at(expected)


def test_every_day_has_its_time_where_clocks_are_put_forward_and_back() -> None:
    berlin = Times(parse_cron("30 3 * * *"), ZoneInfo("Europe/Berlin"))
    for first in (datetime(2024, 3, 29, 12, tzinfo=BANGKOK), datetime(2024, 10, 25, 12, tzinfo=BANGKOK)):
        found = list(islice(berlin.after(first), 5))
        assert [(each.hour, each.minute) for each in found] == [(3, 30)] * 5
        assert len({each.date() for each in found}) == 5


class Heard:
    """Alarms under a clock, and what was heard of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
        self.clock = Clock(at(moment))
        self.clock.rule(monkeypatch)
        self.due: list[datetime] = []
        self.overlapped: list[datetime] = []
        self.alarms = Alarms(
            lambda _, moment: self.due.append(moment), lambda _, moment: self.overlapped.append(moment)
        )
        self.alarms.start()

    def ring(self, moment: str) -> None:
        """Let it be this moment."""
        self.clock.moment = at(moment)
        self.alarms.ring()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    found = Heard(monkeypatch, "2024-06-14 12:00")
    found.alarms.arm("x", times("0 2 * * *"), at("2024-06-15 02:00"))
    return found


def test_it_rings_when_it_is_time(heard: Heard) -> None:
    heard.ring("2024-06-15 01:59")
    assert heard.due == []
    heard.ring("2024-06-15 02:00")
    heard.ring("2024-06-15 02:01")
    assert (heard.due, heard.overlapped) == ([at("2024-06-15 02:00")], [])
    assert heard.alarms.next_times() == {"x": at("2024-06-16 02:00")}


def test_a_week_of_missed_nights_is_one_audit_for_the_last_of_them(heard: Heard) -> None:
    heard.ring("2024-06-22 09:00")
    heard.ring("2024-06-22 09:01")
    assert (heard.due, heard.overlapped) == ([at("2024-06-22 02:00")], [])


def test_no_second_audit_of_a_site_while_one_is_under_way(heard: Heard) -> None:
    heard.ring("2024-06-15 02:00")
    heard.ring("2024-06-16 02:00")
    assert (len(heard.due), heard.overlapped) == (1, [at("2024-06-16 02:00")])
    heard.alarms.free("x")
    heard.ring("2024-06-17 02:00")
    assert heard.due == [at("2024-06-15 02:00"), at("2024-06-17 02:00")]


def test_other_sites_are_due_while_one_is_under_way(heard: Heard) -> None:
    heard.alarms.arm("y", times("0 3 * * *"), at("2024-06-15 03:00"))
    heard.ring("2024-06-15 02:00")
    heard.ring("2024-06-15 03:00")
    assert heard.due == [at("2024-06-15 02:00"), at("2024-06-15 03:00")]
    heard.alarms.keep_only({"y"})
    assert set(heard.alarms.next_times()) == {"y"}


@pytest.mark.parametrize("back", [timedelta(hours=3), timedelta(days=400)])
def test_a_clock_put_back_rings_nothing_twice(heard: Heard, back: timedelta) -> None:
    heard.ring("2024-06-15 02:00")
    heard.alarms.free("x")
    heard.clock.moment -= back
    heard.alarms.ring()
    assert len(heard.due) == 1
