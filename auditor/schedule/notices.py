"""What the scheduler tells, and who hears it: the log, the health file, and whoever else wants to know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime


class What(StrEnum):
    """What happened."""

    BEGUN = "begun"  # the scheduler itself
    DUE = "due"
    STARTED = "started"
    ENDED = "ended"
    PASSED = "passed"  # nothing to do: another program did it
    FAILED = "failed"  # a night without an audit that could look
    MISSED = "missed"  # a time for which there was no audit when it was due
    RELOADED = "reloaded"
    REFUSED = "refused"  # a configuration
    CLOCK = "clock"  # the clock on the wall was set
    TROUBLE = "trouble"  # of the scheduler itself
    MENDED = "mended"
    UNTOLD = "untold"  # a message that could not be sent
    STOPPED = "stopped"


TROUBLES = frozenset({What.FAILED, What.MISSED, What.REFUSED, What.TROUBLE, What.UNTOLD})
"""What somebody should be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing that happened."""

    at: datetime
    what: What
    message: str
    site: str = ""  # "": the scheduler itself
    due_at: datetime | None = None
    code: int | None = None  # exit code of an audit that ended


class Told(Protocol):
    """Whoever hears of everything; must not fail and not take long."""

    def __call__(self, notice: Notice, /) -> None:
        """Hear of one thing."""
        ...
