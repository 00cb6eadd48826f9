"""RELIABILITY 10 and 11: gaps, turns, Retry-After and the breaker, in numbers and without waiting."""

from __future__ import annotations

import asyncio
import json
import math
from datetime import UTC, datetime

import pytest

from auditor.config import Politeness
from auditor.crawl.gauge import RefusedAnswer
from auditor.crawl.politeness import Lane, Throttle, jittered, retry_after
from auditor.facts import Why
from tests.shared_data import conformance

DEFAULT = Politeness()


def answered(lane: Lane, seconds: float, status: int | None = 200, times: int = 1) -> Lane:
    for _ in range(times):
        lane.begin(0.0)
        lane.end(seconds, status)
    return lane


@pytest.mark.parametrize(
    ("lane", "politeness", "gap"),
    [
        pytest.param(Lane(), DEFAULT, 0.25, id="least"),
        pytest.param(answered(Lane(), 0.1), DEFAULT, 0.25, id="quick-answer"),
        pytest.param(answered(Lane(), 0.9), DEFAULT, 0.9, id="last-answer"),
        pytest.param(answered(Lane(crawl_delay=5), 0.9), DEFAULT, 5, id="crawl-delay"),
        pytest.param(Lane(crawl_delay=900), DEFAULT, 60, id="crawl-delay-capped"),
        pytest.param(answered(Lane(), 3.0), DEFAULT, 6.0, id="slow-doubles"),
        pytest.param(answered(Lane(), 3.0, times=5), DEFAULT, 6.0, id="slow-doubles-once"),
        pytest.param(answered(Lane(), 0.1, 503), DEFAULT, 0.5, id="error-doubles"),
        pytest.param(answered(Lane(), 0.1, None, times=2), DEFAULT, 1.0, id="errors-double-again"),
        pytest.param(answered(Lane(), 0.1, 500, times=9), DEFAULT, 2.0, id="errors-double-to-a-limit"),
        pytest.param(answered(answered(Lane(), 0.1, 503), 0.1), DEFAULT, 0.25, id="recovers"),
        pytest.param(answered(Lane(), 0.1, 404), DEFAULT, 0.25, id="not-found-is-no-strain"),
        pytest.param(answered(Lane(), 0.9), Politeness(delay=0), 0, id="no-delay"),
        pytest.param(answered(Lane(crawl_delay=2), 0.9), Politeness(delay=0), 2, id="no-delay-but-crawl-delay"),
        pytest.param(answered(Lane(), 0.9, 503), Politeness(delay=0), 1.8, id="no-delay-but-strain"),
        pytest.param(answered(Lane(), 99.0), DEFAULT, 60, id="never-over-a-minute"),
    ],
)
def test_the_gap_is_the_largest_of_what_is_asked(lane: Lane, politeness: Politeness, gap: float) -> None:
    """RELIABILITY 10."""
    assert lane.gap(politeness) == pytest.approx(gap)


def test_two_may_be_in_flight_and_with_a_crawl_delay_one() -> None:
    """RELIABILITY 10."""
    lane = Lane()
    lane.begin(0.0)
    assert lane.wait(DEFAULT, now=1.0) <= 0
    lane.begin(1.0)
    assert lane.wait(DEFAULT, now=100.0) == math.inf
    slow = Lane(crawl_delay=3)
    slow.begin(0.0)
    assert slow.wait(DEFAULT, now=100.0) == math.inf


def test_150_pages_of_a_site_that_answers_in_300_ms_take_about_a_minute() -> None:
    """The promise of the default settings, by the arithmetic of one lane with two turns."""
    lane, now, ends = Lane(), 0.0, list[float]()
    for _ in range(150):
        wait = lane.wait(DEFAULT, now)
        if wait == math.inf:
            now = ends.pop(0)
            lane.end(0.3, 200)
            wait = lane.wait(DEFAULT, now)
        now += max(wait, 0.0)
        while ends and ends[0] <= now:
            ends.pop(0)
            lane.end(0.3, 200)
        lane.begin(now)
        ends.append(now + 0.3)
    assert 40 < now < 60


async def test_hosts_do_not_wait_for_each_other_but_share_an_address() -> None:
    """RELIABILITY 10: at most two in flight per host and per address."""
    throttle = Throttle(Politeness(delay=0))
    async with throttle.turn("a", "192.0.2.1"), throttle.turn("b", "192.0.2.1"):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05), throttle.turn("c", "192.0.2.1"):
                pass
        async with asyncio.timeout(5), throttle.turn("d", "192.0.2.2") as turn:
            turn.answered(200)
            assert turn.status == 200


async def test_no_more_than_the_total_are_in_flight() -> None:
    """RELIABILITY 10: at most 16 in all."""
    throttle = Throttle(Politeness(delay=0))
    most = now = 0

    async def ask(number: int) -> None:
        nonlocal most, now
        async with throttle.turn(f"host{number}", f"address{number}"):
            now += 1
            most = max(most, now)
            await asyncio.sleep(0.01)
            now -= 1

    await asyncio.gather(*(ask(number) for number in range(40)))
    assert most == 16


async def test_a_host_that_keeps_failing_is_left_alone() -> None:
    """The circuit breaker; a success in between closes it."""
    throttle = Throttle(Politeness(delay=0))
    answered(throttle.lane("down"), 0.0, None, times=7)
    answered(throttle.lane("down"), 0.0)
    answered(throttle.lane("down"), 0.0, 503, times=8)
    with pytest.raises(RefusedAnswer) as refused:
        async with throttle.turn("down", "192.0.2.1"):
            pass
    assert refused.value.why is Why.HOST_DOWN
    answered(throttle.lane("broken-pages"), 0.0, 500, times=20)
    async with asyncio.timeout(5), throttle.turn("broken-pages", "192.0.2.2") as turn:
        assert turn.status is None


async def test_those_who_wait_learn_that_a_host_was_put_off() -> None:
    throttle = Throttle(Politeness(delay=30))
    async with throttle.turn("busy", "192.0.2.1") as turn:
        turn.answered(429)

    async def wait() -> Why | None:
        try:
            async with throttle.turn("busy", "192.0.2.1"):
                return None
        except RefusedAnswer as refusal:
            return refusal.why

    waiting = asyncio.create_task(wait())
    await asyncio.sleep(0)
    throttle.put_off("busy", 7200)
    assert await waiting is Why.PUT_OFF


def test_retry_after_is_read_as_the_suite_says() -> None:
    """RELIABILITY 11: own-retry-after."""
    now = datetime(2026, 1, 15, tzinfo=UTC)
    cases = json.loads((conformance("own-retry-after") / "cases.json").read_text(encoding="utf-8"))
    assert [case for case in cases if retry_after(case["value"], now, 3600.0) != case["wait_s"]] == []


@pytest.mark.parametrize("value", ["", "-1", "1.5", "1e9", "soon", "²", "Thu, 99 Jan 2026 00:00:00 GMT"])
def test_garbage_in_retry_after_is_ignored(value: str) -> None:
    """RELIABILITY 11."""
    assert retry_after(value, datetime(2026, 1, 15, tzinfo=UTC), 3600.0) is None


def test_an_absurd_number_of_seconds_is_capped() -> None:
    assert retry_after("9" * 5000, datetime(2026, 1, 15, tzinfo=UTC), 3600.0) == 3600.0


def test_the_jitter_is_small_and_the_same_every_time() -> None:
    """RELIABILITY 11: 1 s and 4 s with jitter, and no random number."""
    waits = [jittered(4.0, f"http://a.go.th/{number}", 2) for number in range(50)]
    assert all(4.0 <= wait <= 5.0 for wait in waits)
    assert len(set(waits)) > 40
    assert waits == [jittered(4.0, f"http://a.go.th/{number}", 2) for number in range(50)]
