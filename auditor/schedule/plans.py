"""What the configuration plans for each site: its times, its window, and where in the window it starts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from auditor.cron import Cron, parse_cron
from auditor.window import Window, parse_window

if TYPE_CHECKING:
    from auditor.configfile import Config

_WHOLE = 2**64


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When a site is audited."""

    site: str
    line: str  # the cron line as it is written
    cron: Cron
    zone: ZoneInfo
    window: Window | None = None
    jitter: int = 0  # seconds
    rank: int = 0  # among those that share the window
    sharers: int = 1

    def start(self, due: datetime, now: datetime) -> datetime:
        """When an audit may start that is due; the same for everybody who asks."""
        later = timedelta(seconds=self.jitter * _chance(self.site, due))
        for begin in (max(due + later, now), max(due, now)):
            if self.is_open(begin):
                return begin
        return self.opening(now, due)

    def is_open(self, moment: datetime) -> bool:
        """May audits start at this moment?"""
        return self.window is None or self.window.is_open(moment.astimezone(self.zone))

    def opening(self, now: datetime, due: datetime) -> datetime:
        """This site's place in the next window: they take turns, so that none is always the last."""
        if self.window is None:
            return now
        place = (self.rank + due.astimezone(self.zone).toordinal()) % self.sharers / self.sharers
        opening = self.window.opening(max(now, due).astimezone(self.zone))
        return opening.astimezone(UTC) + self.window.length * place


def plans_of(config: Config, shared_hosts: tuple[str, ...]) -> dict[str, Plan]:
    """The plan of every site, by its id, in the order of the configuration."""
    zone = ZoneInfo(config.auditor.timezone)
    tables = {table.site(shared_hosts).id: config.schedule_of(table) for table in config.site}
    sharers: dict[str, list[str]] = {}
    for site in sorted(tables, key=_digest):
        sharers.setdefault(tables[site].window, []).append(site)
    ranks = {site: rank for group in sharers.values() for rank, site in enumerate(group)}
    return {
        site: Plan(
            site=site,
            line=table.cron,
            cron=parse_cron(table.cron),
            zone=zone,
            window=parse_window(table.window) if table.window else None,
            jitter=table.jitter,
            rank=ranks[site],
            sharers=len(sharers[table.window]),
        )
        for site, table in tables.items()
    }


def _chance(site: str, due: datetime) -> float:
    """A number from 0 to 1 that looks drawn by lot, yet is the same in every process."""
    return int.from_bytes(_digest(f"{site} {int(due.timestamp())}")[:8], "big") / _WHOLE


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
