"""`auditor schedule`: every site at its times, by itself."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.running import CONFIG, DEFAULT_CONFIG
from auditor.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.cli.loaded import Loaded

_LISTED = 3  # times of each site


class LogForm(StrEnum):
    """What a line of the log is."""

    TEXT = "text"
    JSON = "json"


_Once = Annotated[bool, typer.Option("--once", help="Audit what is due or was missed, then end.")]
_List = Annotated[bool, typer.Option("--list", help="Print the next times of each site; start nothing.")]
_Health = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Tell here, as JSON, how it is. [default: as configured]")
]
_Log = Annotated[LogForm, typer.Option("--log", help="What a line on standard error is.")]


def schedule(
    *,
    config: CONFIG = DEFAULT_CONFIG,
    once: _Once = False,
    list_: _List = False,
    health: _Health = None,
    log: _Log = LogForm.TEXT,
) -> None:
    """Stay up and audit the websites of the configuration, each at its times; SIGHUP reads it again."""
    from auditor.cli.loaded import load  # noqa: PLC0415  (not needed for --help)

    if once and list_:
        raise UsageError("--list starts nothing, --once ends by itself: leave one of them out")
    if list_:
        typer.echo("\n".join(_next_times(load(config, prepare=False), datetime.now(UTC))))
        return
    from auditor.cli.running import worst  # noqa: PLC0415
    from auditor.cli.scheduler import Scheduler  # noqa: PLC0415
    from auditor.cli.signals import Signals  # noqa: PLC0415
    from auditor.schedule.journal import journal, set_up_log  # noqa: PLC0415

    with Signals() as signals:
        loaded = load(config)
        set_up_log(as_json=log is LogForm.JSON, zone=loaded.zone)
        scheduler = Scheduler(config, loaded, (journal,), health=health, once=once)
        scheduler.run(signals)
        if signals.stop is not None:
            raise typer.Exit(128 + signals.stop)
    raise typer.Exit(worst(scheduler.codes))


def _next_times(loaded: Loaded, now: datetime) -> Iterator[str]:
    """A line for each site: its next times, the soonest site first; with a window, when it may start."""
    rows = []
    for site, plan in loaded.plans.items():
        due = list(islice(loaded.times[site].after(now), _LISTED))
        starts = plan.start(due[0], now).astimezone(loaded.zone) if due else None
        shown = "  ".join(f"{at.astimezone(loaded.zone):%Y-%m-%d %H:%M}" for at in due)
        rows.append((due[0] if due else now, site, shown, f"{starts:%H:%M:%S}" if starts else "never", plan.line))
    width = max(len(row[1]) for row in rows)
    for _, site, shown, start, line in sorted(rows):
        yield f"{site:<{width}}  {shown}  (starts {start})  {line}"
