"""What the values of a configuration must be beyond their types, and how they must fit together.

Says every mistake with its key and mend; knows nothing of files but whether those named are there.
"""

from __future__ import annotations

import math
import re
from dataclasses import fields
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from auditor.codec import nearest
from auditor.config import DEFAULT_PACK
from auditor.confignotify import notify_checks
from auditor.cron import parse_cron
from auditor.errors import Complaint
from auditor.urls import typed
from auditor.window import parse_window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from _typeshed import DataclassInstance

    from auditor.configfile import AuditorTable, Config, ScheduleTable, SiteSchedule, SiteTable

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_STORES = ("sqlite:///", "postgresql://", "postgresql+psycopg://")
_MAY_BE_ZERO = {
    *("delay", "retries", "workers", "jitter", "external_checks", "max_documents", "trap_future_years"),
    *("site_memory_bytes", "total_memory_bytes", "total_seconds", "second_look", "second_look_wait"),
    "images",
}


def cross_checks(config: Config, file: str, folder: Path) -> Iterator[Complaint]:
    """What each value must be beyond its type, and how values must fit together."""
    checks = (
        *_auditor_checks(config.auditor, folder),
        *_number_checks(config),
        *_schedule_checks("schedule", config.schedule),
        *_site_checks(config.site, folder),
        *notify_checks(config.notify, (site.notify for site in config.site), folder),
    )
    for where, problem, mend in checks:
        yield Complaint(file=file, where=where, problem=problem, mend=mend)


_Check = tuple[str, str, str]


def rule_complaints(config: Config, file: str, asked: Mapping[str, frozenset[str]]) -> Iterator[Complaint]:
    """Packs and requirements that the configuration names and no rule file has; `asked` by pack."""
    chosen = (
        ("auditor.packs", config.auditor.packs),
        *((f"site[{n}].packs", s.packs) for n, s in enumerate(config.site)),
    )
    for where, packs in chosen:
        for pack in packs:
            if pack not in asked:
                mend = nearest(pack, asked) or "known: " + ", ".join(asked)
                yield Complaint(file=file, where=where, problem=f'there is no pack "{pack}"', mend=mend)
    for number, site in enumerate(config.site):
        packs = site.packs or config.auditor.packs
        known = frozenset().union(*(asked.get(pack, frozenset()) for pack in packs))
        for requirement in site.set_aside:
            if requirement not in known:
                where = f'site[{number}].set_aside."{requirement}"'
                yield Complaint(
                    file=file, where=where, problem="no chosen pack asks for it", mend=nearest(requirement, known)
                )


def id_complaints(config: Config, file: str, shared_hosts: tuple[str, ...]) -> Iterator[Complaint]:
    """Sites that would share one history, because the ids made of their addresses are the same."""
    seen: dict[str, int] = {}
    for number, table in enumerate(config.site):
        first = seen.setdefault(table.site(shared_hosts).id, number)
        if first != number and not (table.id and config.site[first].id):
            problem = f'would have the same history as site[{first}], "{table.site(shared_hosts).id}"'
            yield Complaint(file=file, where=f"site[{number}].id", problem=problem, mend="give each site its own id")


def _auditor_checks(table: AuditorTable, folder: Path) -> Iterator[_Check]:
    if table.store and not table.store.startswith(_STORES):
        yield "auditor.store", f'"{table.store}" is no store', "begin with sqlite:/// or postgresql://"
    if not table.packs:
        yield "auditor.packs", "is empty", f'name at least one pack, such as "{DEFAULT_PACK}"'
    try:
        ZoneInfo(table.timezone)
    except (KeyError, ValueError, OSError):
        yield "auditor.timezone", f'"{table.timezone}" is no known time zone', 'write "Asia/Bangkok"'
    for number, rules in enumerate(table.rules):
        if not (folder / rules).exists():
            yield f"auditor.rules[{number}]", f'"{rules}" is not there', "name a folder or file of rules"


def _number_checks(config: Config) -> Iterator[_Check]:
    """Counts, sizes and times: never negative, and never none where that would stop everything."""
    tables: tuple[tuple[str, DataclassInstance], ...] = (
        ("auditor", config.auditor),
        ("crawl", config.crawl),
        ("politeness", config.politeness),
        ("traps", config.traps),
        ("network", config.network),
        ("documents", config.documents),
        ("schedule", config.schedule),
        ("evidence", config.evidence),
        ("report", config.report),
        ("limits", config.limits),
        ("retention", config.retention),
        *((f"site[{number}].crawl", site.crawl) for number, site in enumerate(config.site)),
        *((f"site[{number}].schedule", site.schedule) for number, site in enumerate(config.site)),
    )
    for name, table in tables:
        for each in fields(table):
            value = getattr(table, each.name)
            if not isinstance(value, int | float) or isinstance(value, bool):
                continue
            if not math.isfinite(value):
                yield f"{name}.{each.name}", f"{value} is no amount", "write a number"
            elif value < 0 or (value == 0 and each.name not in _MAY_BE_ZERO):
                least = "0 or more" if each.name in _MAY_BE_ZERO else "a number above 0"
                yield f"{name}.{each.name}", f"{value} is too small", f"write {least}"
    if any(wait < 0 or not math.isfinite(wait) for wait in config.politeness.retry_waits):
        yield "politeness.retry_waits", "holds what is no time", "write seconds, such as [1.0, 4.0]"


def _schedule_checks(where: str, table: ScheduleTable | SiteSchedule) -> Iterator[_Check]:
    understood: tuple[tuple[str, str | None, Callable[[str], object]], ...] = (
        ("cron", table.cron, parse_cron),
        ("window", table.window or None, parse_window),
    )
    for key, text, parse in understood:
        try:
            if text is not None:
                parse(text)
        except ValueError as exc:
            problem, _, mend = str(exc).partition(": ")
            yield f"{where}.{key}", problem, mend


def _site_checks(sites: tuple[SiteTable, ...], folder: Path) -> Iterator[_Check]:
    seen: dict[str, int] = {}
    for number, site in enumerate(sites):
        where = f"site[{number}]"
        yield from _address_checks(where, site)
        if site.id and not _ID.fullmatch(site.id):
            yield f"{where}.id", f'"{site.id}" cannot name a folder', "use letters, digits, . _ and -"
        if site.id and seen.setdefault(site.id, number) != number:
            yield f"{where}.id", f'"{site.id}" is also the id of site[{seen[site.id]}]', "give each site its own id"
        yield from _file_checks(where, site, folder)
        yield from _schedule_checks(f"{where}.schedule", site.schedule)
        for requirement, reason in site.set_aside.items():
            if not reason.strip():
                yield f'{where}.set_aside."{requirement}"', "gives no reason", "say why it does not apply"


def _address_checks(where: str, site: SiteTable) -> Iterator[_Check]:
    for key, url in (("url", site.url), *((f"also[{number}]", also) for number, also in enumerate(site.also))):
        try:
            typed(url)
        except ValueError as exc:
            yield f"{where}.{key}", str(exc), ""


def _file_checks(where: str, site: SiteTable, folder: Path) -> Iterator[_Check]:
    for key, path in (("register", site.register), ("reviews", site.reviews)):
        if path and not (folder / path).is_file():
            home = (folder / path).parent
            there = (each.name for each in home.iterdir()) if home.is_dir() else ()
            yield f"{where}.{key}", f'"{path}" is not there', nearest(path.name, there)
