"""The log of the scheduler: every record on a line of its own, as text or as JSON."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from auditor.report.safe_text import one_line
from auditor.schedule.notices import TROUBLES, Notice

if TYPE_CHECKING:
    from datetime import tzinfo

_LOG = logging.getLogger("auditor.schedule")


def journal(notice: Notice, /) -> None:
    """Log a notice."""
    level = logging.WARNING if notice.what in TROUBLES else logging.INFO
    _LOG.log(level, notice.message, extra={"notice": notice})


def set_up_log(*, as_json: bool, zone: tzinfo) -> None:
    """From here on every record of the program is a line of this log."""
    for handler in logging.getLogger().handlers:
        handler.setFormatter(_JsonLines(zone) if as_json else _TextLines(zone))
    _LOG.setLevel(logging.INFO)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # what it warns of is told by us


class _Lines(logging.Formatter):
    def __init__(self, zone: tzinfo) -> None:
        super().__init__()
        self._zone = zone

    def _moment(self, moment: datetime) -> str:
        return moment.astimezone(self._zone).isoformat(timespec="seconds")

    def _at(self, record: logging.LogRecord) -> str:
        return self._moment(datetime.fromtimestamp(record.created, UTC))

    def _words(self, record: logging.LogRecord) -> str:
        return super().format(record)


def _notice(record: logging.LogRecord) -> Notice | None:
    found = getattr(record, "notice", None)
    return found if isinstance(found, Notice) else None


class _TextLines(_Lines):
    """`2026-11-26T02:00:00+07:00 started example (due 02:00): …`; what has several lines, on as many."""

    def format(self, record: logging.LogRecord) -> str:
        notice = _notice(record)
        head = f"{self._at(record)} {notice.what if notice else record.levelname.lower()}"
        if notice and notice.site:
            head += f" {one_line(notice.site)}"
        if notice and notice.due_at:
            head += f" (due {self._moment(notice.due_at)})"
        return "\n".join(f"{head}: {one_line(line)}" for line in self._words(record).splitlines())


class _JsonLines(_Lines):
    """An object on each line: `at`, `level`, `event`, `message`; of a site also `site`, `due_at` and `code`."""

    def format(self, record: logging.LogRecord) -> str:
        notice = _notice(record)
        told = {
            "at": self._at(record),
            "level": record.levelname.lower(),
            "event": notice.what if notice else record.name,
            "message": self._words(record),
        }
        if notice and notice.site:
            due_at = self._moment(notice.due_at) if notice.due_at else None
            return json.dumps({**told, "site": notice.site, "due_at": due_at, "code": notice.code})
        return json.dumps(told)
