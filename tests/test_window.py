"""Hours in which audits may start."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from auditor.window import parse_window

BANGKOK = ZoneInfo("Asia/Bangkok")


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2024-06-{text}").replace(tzinfo=BANGKOK)


@pytest.mark.parametrize(
    ("window", "moment", "is_open", "opening"),
    [
        ("22:00-05:00", "15T21:59:59", False, "15T22:00"),
        ("22:00-05:00", "15T22:00", True, "16T22:00"),
        ("22:00-05:00", "16T04:59:59", True, "16T22:00"),
        ("22:00-05:00", "16T05:00", False, "16T22:00"),
        ("01:00-05:30", "16T05:29", True, "17T01:00"),
        ("01:00-05:30", "16T00:59", False, "16T01:00"),
        ("20:00-00:00", "16T23:59", True, "17T20:00"),
    ],
)
def test_a_window_opens_and_closes(window: str, moment: str, is_open: bool, opening: str) -> None:  # noqa: FBT001  (a column of the table)
    found = parse_window(window)
    assert (found.is_open(at(moment)), found.opening(at(moment))) == (is_open, at(opening))


def test_its_length_goes_over_midnight() -> None:
    assert parse_window("22:00-05:00").length == timedelta(hours=7)


@pytest.mark.parametrize("text", ["22:00", "25:00-05:00", "22:00-05:60", "22-5", "05:00-05:00"])
def test_what_is_no_span_of_hours_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        parse_window(text)
