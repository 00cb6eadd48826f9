"""How long a site has gone without an audit that counts, so that nobody is told the same thing every night.

An outage is told when it begins, once a month while it lasts, and when it is over. Nights that the schedule left out
are told at most once a week. What was told is kept beside the messages that wait: a file for each site that has
anything to keep.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from auditor.notify.files import put_file
from auditor.records import Album, to_bytes

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

_AGAIN = timedelta(days=30)  # between two messages about the same outage
_MISSED_AGAIN = timedelta(days=7)  # between two messages about nights that were left out
_ALBUM = Album({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """Nights in a row without an audit that counts."""

    since: date
    last: date
    told_on: date
    nights: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """The last time for which the schedule made no audit, and how many there were since people were last told."""

    due_at: datetime
    told_on: date
    untold: int = 0


def one_more(before: Outage | None, day: date) -> tuple[Outage, bool]:
    """The outage after one more night, and whether that is told."""
    if before is None:
        return Outage(since=day, last=day, told_on=day), True
    nights = before.nights + (day > before.last)
    if day - before.told_on < _AGAIN:
        return replace(before, last=max(day, before.last), nights=nights), False
    return replace(before, last=day, nights=nights, told_on=day), True


def left_out(before: LeftOut | None, due_at: datetime, day: date) -> tuple[LeftOut, bool]:
    """What is known after one more night that was left out, and whether that is told.

    `untold` of what is told: those in between.
    """
    if before is None:
        return LeftOut(due_at=due_at, told_on=day), True
    if due_at <= before.due_at:  # heard before
        return before, False
    if day - before.told_on < _MISSED_AGAIN:
        return replace(before, due_at=due_at, untold=before.untold + 1), False
    return replace(before, due_at=due_at, told_on=day), True


class Ledger:
    """What is kept of each site. Every method may raise OSError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def outage(self, site: str) -> Outage | None:
        """The outage of a site, as it was told."""
        found: Outage | None = self._read(Outage, site)
        return found

    def left_out(self, site: str) -> LeftOut | None:
        """The night of a site that was left out last."""
        found: LeftOut | None = self._read(LeftOut, site)
        return found

    def keep(self, site: str, what: Outage | LeftOut) -> None:
        """Keep it for the next time."""
        put_file(self._path(type(what), site), to_bytes(what))

    def over(self, site: str) -> None:
        """Forget the outage of a site."""
        self._path(Outage, site).unlink(missing_ok=True)

    def _read(self, kind: type[Outage | LeftOut], site: str) -> Any:
        """What is kept; nothing where it is damaged, so that at worst something is told once more."""
        try:
            return _ALBUM.from_bytes(kind, self._path(kind, site).read_bytes())
        except (FileNotFoundError, ValueError):
            return None

    def _path(self, kind: type[Outage | LeftOut], site: str) -> Path:
        return self._folder / f"{hashlib.sha256(site.encode()).hexdigest()[:32]}.{kind.__name__.lower()}"
