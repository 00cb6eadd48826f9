"""Moments as the store writes them: whole microseconds since 1970 in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_UNIT = timedelta(microseconds=1)


def stamp(moment: datetime) -> int:
    """A moment as a number."""
    return (moment - EPOCH) // _UNIT


def moment_of(number: int) -> datetime:
    """The moment back."""
    return EPOCH + number * _UNIT
