"""A clock on the wall that goes as the test says, for APScheduler too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from datetime import tzinfo

    import pytest

BANGKOK = ZoneInfo("Asia/Bangkok")


def at(text: str) -> datetime:
    """A moment in Bangkok, such as `2024-06-15 02:00`."""
    return datetime.fromisoformat(text).replace(tzinfo=BANGKOK)


@dataclass
class Clock:
    """The clock."""

    moment: datetime

    def __call__(self) -> datetime:
        """Now."""
        return self.moment

    def rule(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """From here on APScheduler goes by this clock."""
        clock = self

        class Ours(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> Ours:
                return cls.fromtimestamp(clock.moment.timestamp(), tz)

        monkeypatch.setattr("apscheduler.schedulers.base.datetime", Ours)
