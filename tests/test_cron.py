"""Cron times mean what crontab(5) says."""

from __future__ import annotations

import pytest

from auditor.cron import parse_cron

DAYS = tuple(range(1, 32))
WEEK = tuple(range(7))


@pytest.mark.parametrize(
    ("word", "days"),
    [
        ("*", WEEK), ("0", (0,)), ("7", (0,)), ("1", (1,)), ("sun", (0,)), ("Mon", (1,)), ("1-5", (1, 2, 3, 4, 5)),
        ("5-7", (0, 5, 6)), ("fri-sun", (0, 5, 6)), ("sun-tue", (0, 1, 2)), ("*/2", (0, 2, 4, 6)), ("1,3", (1, 3)),
        ("0,7", (0,)), ("1-5/2", (1, 3, 5)),
    ],
)  # fmt: skip
def test_weekdays_count_from_sunday(word: str, days: tuple[int, ...]) -> None:
    assert parse_cron(f"0 2 * * {word}").weekdays == days


@pytest.mark.parametrize(
    ("text", "minutes", "hours", "days", "months"),
    [
        ("0 2 * * *", (0,), (2,), DAYS, tuple(range(1, 13))),
        ("*/20 22-23 1,15 jan-mar *", (0, 20, 40), (22, 23), (1, 15), (1, 2, 3)),
        ("5-59/30 0 31 12 *", (5, 35), (0,), (31,), (12,)),
    ],
)
def test_every_value_is_spelt_out(
    text: str, minutes: tuple[int, ...], hours: tuple[int, ...], days: tuple[int, ...], months: tuple[int, ...]
) -> None:
    cron = parse_cron(text)
    assert (cron.minutes, cron.hours, cron.days, cron.months) == (minutes, hours, days, months)


@pytest.mark.parametrize(
    ("text", "either"), [("0 2 1 * 1", True), ("0 2 * * 1", False), ("0 2 1 * *", False), ("0 2 */2 * 1", False)]
)
def test_a_day_and_a_weekday_are_each_enough(text: str, either: bool) -> None:  # noqa: FBT001  (a column of the table)
    assert parse_cron(text).either_day is either


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "is no cron time"), ("0 2 * *", "is no cron time"), ("@daily", "is no cron time"),
        ("60 2 * * *", '"60" is no minute'), ("0 24 * * *", "no hour"), ("0 2 0 * *", "no day"),
        ("0 2 * 13 *", "no month"), ("0 2 * * 8", "no weekday"), ("0 2 * * mo", "no weekday"),
        ("0 5-2 * * *", "no hour"), ("*/0 2 * * *", "no minute"), ("1/5 2 * * *", "no minute"),
        ("0, 2 * * *", "no minute"),
        ("๑ 2 * * *", "no minute"), ("-1 2 * * *", "no minute"), ("00000000001 2 * * *", "no minute"),
        ("0 2 30 2 *", "never comes"), ("0 2 31 4,6 *", "never comes"), ("1," * 300 + "1 2 * * *", "is no cron time"),
    ],
)  # fmt: skip
def test_what_cron_would_refuse_is_refused(text: str, part: str) -> None:
    with pytest.raises(ValueError, match=part):
        parse_cron(text)
