"""The health file: one JSON object that tells monitoring how the scheduler is. Whole or not at all."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from auditor.errors import OutputError
from auditor.report import write_whole
from auditor.schedule.notices import TROUBLES, Notice, What

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.schedule.agenda import Agenda

SCHEMA = "auditor/health/1"
_OUTCOMES = frozenset({What.ENDED, What.FAILED, What.MISSED})
_ENDS_OF_TROUBLE = {What.RELOADED: What.REFUSED, What.MENDED: What.TROUBLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class LastOutcome:
    """What came of a site last, since the scheduler was started."""

    what: What
    at: datetime
    due_at: datetime | None
    code: int | None  # exit code as of `auditor run`
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteHealth:
    """How the audits of a site go."""

    next_due: datetime | None = None
    last: LastOutcome | None = None
    failures: int = 0  # in a row


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderWay:
    """An audit that waits or goes on."""

    site: str
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """The file."""

    schema: str = SCHEMA
    alive_at: datetime  # when it was written: too long ago means that the scheduler is not there
    started_at: datetime
    pid: int
    next_due: datetime | None = None
    running: tuple[UnderWay, ...] = ()
    waiting: tuple[UnderWay, ...] = ()
    failures: int = 0  # of all sites, since the scheduler was started
    trouble: str = ""  # of the scheduler itself: a configuration that was refused, a store that fails
    sites: dict[str, SiteHealth] = field(default_factory=dict)

    def text(self) -> bytes:
        """The file's contents."""
        return f"{json.dumps(asdict(self), ensure_ascii=False, indent=1, default=_shown)}\n".encode()


class Board:
    """Keeps in mind how it goes, from what is told."""

    def __init__(self, started_at: datetime, pid: int) -> None:
        self._health = Health(alive_at=started_at, started_at=started_at, pid=pid)
        self._troubles: dict[What, str] = {}
        self.problem = ""  # why the file could not be written

    def __call__(self, notice: Notice, /) -> None:
        """Hear of one thing."""
        if notice.what in {What.REFUSED, What.TROUBLE}:
            self._troubles[notice.what] = notice.message
        elif notice.what in _ENDS_OF_TROUBLE:
            self._troubles.pop(_ENDS_OF_TROUBLE[notice.what], None)
        if not notice.site or notice.what not in _OUTCOMES:
            return
        failed = notice.what in TROUBLES
        before = self._health.sites.get(notice.site, SiteHealth())
        last = LastOutcome(
            what=notice.what, at=notice.at, due_at=notice.due_at, code=notice.code, message=notice.message
        )
        site = replace(before, last=last, failures=before.failures + 1 if failed else 0)
        sites = {**self._health.sites, notice.site: site}
        self._health = replace(self._health, sites=sites, failures=self._health.failures + failed)

    def health(self, now: datetime, agenda: Agenda, next_times: dict[str, datetime]) -> Health:
        """How it is now."""
        known = self._health.sites
        sites = {site: replace(known.get(site, SiteHealth()), next_due=next_times.get(site)) for site in agenda.plans}
        return replace(
            self._health,
            alive_at=now,
            next_due=min(next_times.values(), default=None),
            running=tuple(UnderWay(site=each.site, due_at=each.due_at) for each in agenda.running.values()),
            waiting=tuple(UnderWay(site=each.site, due_at=each.due_at) for each in agenda.waiting.values()),
            trouble="\n".join(self._troubles.values()),
            sites=sites,
        )

    def write(self, path: Path, health: Health) -> None:
        """Put the file in place; that it cannot be written is no reason to stop, but is kept as `problem`."""
        try:
            write_whole({path: health.text()})
            self.problem = ""
        except OutputError as exc:
            self.problem = str(exc)


def _shown(value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="seconds")
    raise TypeError(type(value))
