"""A configuration as the scheduler uses it: read, checked, and told apart from the next one by its files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from auditor.cli.configuration import load_checked
from auditor.cli.running import Wishes, chosen_sites, prepared
from auditor.schedule.alarms import Times
from auditor.schedule.plans import plans_of

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.cli.night import Night
    from auditor.configfile import SiteTable
    from auditor.schedule.plans import Plan

Stamp = tuple[int, int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A configuration that can be used."""

    night: Night
    tables: dict[str, SiteTable]
    plans: dict[str, Plan]
    times: dict[str, Times]
    files: dict[Path, Stamp]  # as they were when they were read
    zone: ZoneInfo


def load(path: Path, *, prepare: bool = True) -> Loaded:
    """Read a configuration.

    `prepare`: make sure, too, that the folder of the reports and the store can be used.

    Raises:
        ConfigError, RuleError: it cannot be used.
        UsageError, OutputError, StoreError: nor can what it names.
    """
    stamp = stamp_of(path)
    config, rulebook = load_checked(path)
    shared_hosts = rulebook.vocabulary.words("shared-hosts")
    sites = chosen_sites(config, rulebook, [])
    plans = plans_of(config, shared_hosts)
    return Loaded(
        night=prepared(path, config, rulebook, sites, Wishes(), make=prepare),
        tables={table.site(shared_hosts).id: table for table in sites},
        plans=plans,
        times={site: Times(plan.cron, plan.zone) for site, plan in plans.items()},
        files={path: stamp, **{each: stamp_of(each) for each in config.auditor.include}},
        zone=ZoneInfo(config.auditor.timezone),
    )


def stamp_of(path: Path) -> Stamp:
    """What changes when a file does; None if it is not there."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino
