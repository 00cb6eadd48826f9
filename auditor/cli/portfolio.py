"""The page of all agencies and the histories of each, out of the store and into files."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from auditor.assess.nights import agency_of, chronicle_of, night_of
from auditor.cli.archive import Archive
from auditor.cli.exits import FULL_DISK, Exit
from auditor.cli.night import Outcome
from auditor.cli.processes import Task
from auditor.config import ReportFormat
from auditor.errors import AuditorError, OutputError, StoreError
from auditor.portfolio import Agency, Places, Portfolio, Profile
from auditor.report import output_error, prepare_folder, write_whole
from auditor.report.portfolio import history_pages, render_portfolio
from auditor.report.portfolio_tables import portfolio_csv, portfolio_xlsx
from auditor.report.publishing import LATEST, site_folder
from auditor.report.voice import Voice
from auditor.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from auditor.cli.night import Night
    from auditor.configfile import SiteTable
    from auditor.findings import Audit
    from auditor.portfolio import Chronicle
    from auditor.rules import Rulebook, RulePack

NIGHTS_TOLD = 30
"""The last nights of each agency that are told in full."""

MOST_NIGHTS = 1000
"""Nights of an agency that its history lists."""

FILES = {
    ReportFormat.HTML: ("index.html", render_portfolio),
    ReportFormat.CSV: ("portfolio.csv", portfolio_csv),
    ReportFormat.XLSX: ("portfolio.xlsx", portfolio_xlsx),
}
PAGE = "*"
"""Name of the work that makes the page, beside those of sites, which no site can have."""

_PAGE_SECONDS = 3_600.0
_REPORT, _HISTORY = "report.html", "history.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What was written, and what came in the way of the rest."""

    files: tuple[Path, ...]
    problems: tuple[AuditorError, ...]


class Rendering:
    """The agencies of a configuration, from the store to their pages."""

    def __init__(self, opened: Archive, rulebook: Rulebook, output: Path) -> None:
        self._opened, self._output = opened, output
        self._shared_hosts = rulebook.vocabulary.words("shared-hosts")
        chosen = opened.config.auditor.packs
        by_id = {pack.id: pack for pack in rulebook.packs}
        first = [by_id[each] for each in chosen if each in by_id]
        self._packs: tuple[RulePack, ...] = (*first, *(pack for pack in rulebook.packs if pack not in first))
        self._problems: list[AuditorError] = []

    def write(
        self, now: datetime, formats: Iterable[ReportFormat], histories: frozenset[str] | None = None
    ) -> Rendered:
        """Write the pages; a site that cannot be told costs no other.

        Args:
            now: for which moment ages are told.
            formats: those of the portfolio that are wanted.
            histories: ids of the sites whose histories are written; None: all.

        Raises:
            OutputError: the portfolio cannot be written.
            StoreError: the store cannot be read.
        """
        wanted = tuple(formats)
        profiles = [self._profile(table) for table in self._opened.config.site]
        prepare_folder(self._output)
        if ReportFormat.HTML in wanted:
            page = history_pages(self._packs, self._opened.messages, self._opened.lang)
            for profile in profiles:
                if histories is None or profile.id in histories:
                    self._write_history(profile, page)
        agencies = tuple(map(self._agency, profiles))
        known = {profile.id for profile in profiles}
        portfolio = Portfolio(
            made_at=now,
            stale_days=self._opened.config.report.stale_days,
            most_nights=NIGHTS_TOLD,
            agencies=agencies,
            elsewhere=sum(site not in known for site in self._opened.store.sites()),
        )
        made = dict(self._made(portfolio, each) for each in wanted)
        write_whole(made)
        return Rendered(files=tuple(made), problems=tuple(self._problems))

    def _made(self, portfolio: Portfolio, wanted: ReportFormat) -> tuple[Path, bytes]:
        name, render = FILES[wanted]
        path = self._output / name
        try:
            return path, render(portfolio, self._packs, self._opened.messages, self._opened.lang)
        except OSError as exc:  # no room for what a writer keeps aside
            raise output_error(path, exc) from exc

    def _profile(self, table: SiteTable) -> Profile:
        site = table.site(self._shared_hosts)
        return Profile(
            id=site.id,
            url=site.url,
            name=table.name,
            unit_type=table.unit_type,
            province=table.province,
            district=table.district,
            tags=tuple(dict.fromkeys(filter(None, table.tags))),
        )

    def _agency(self, profile: Profile) -> Agency:
        lines = self._opened.store.nights(profile.id, NIGHTS_TOLD)
        if len(lines) == NIGHTS_TOLD and not any(night_of(line).usable for line in lines):
            lines = self._opened.store.nights(profile.id, MOST_NIGHTS)
        try:
            agency = agency_of(profile, lines, self._conclusions)
        except StoreError as exc:  # one damaged audit
            self._problems.append(exc)
            agency = Agency(profile=profile, nights=tuple(map(night_of, reversed(lines))), result=None)
        return replace(agency, nights=agency.nights[-NIGHTS_TOLD:], places=self._places(agency))

    def _conclusions(self, run: str) -> Audit:
        store = self._opened.store
        return store.audit(store.run(run), items=False, findings=False)

    def _places(self, agency: Agency) -> Places:
        folder = self._folder(agency.profile)
        name = quote(folder.name, safe="")
        run = agency.result.run if agency.result else ""
        return Places(
            newest=_below(name, _report(folder, LATEST)),
            result=_below(name, _report(folder, run)) if run else None,
            history=f"{name}/{_HISTORY}" if (folder / _HISTORY).is_file() else None,
        )

    def _write_history(self, profile: Profile, page: Callable[[Chronicle], bytes]) -> None:
        try:
            chronicle = self._chronicle(profile)
            if chronicle.nights:
                folder = self._folder(profile)
                prepare_folder(folder)
                write_whole({folder / _HISTORY: page(chronicle)})
        except (OutputError, StoreError) as exc:
            self._problems.append(exc)

    def _chronicle(self, profile: Profile) -> Chronicle:
        store, folder = self._opened.store, self._folder(profile)
        lines = store.nights(profile.id, MOST_NIGHTS + 1)
        audits = (store.audit(store.run(line.run), items=False) for line in lines[:NIGHTS_TOLD] if line.judged)
        told = chronicle_of(profile, lines[:MOST_NIGHTS], audits, cut=len(lines) > MOST_NIGHTS)
        kept = (replace(each, report=_report(folder, each.night.run)) for each in told.nights)
        return replace(told, nights=tuple(kept), newest=_report(folder, LATEST))

    def _folder(self, profile: Profile) -> Path:
        return site_folder(self._output, profile.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What came of the page of all agencies at the end of a run."""

    lines: tuple[str, ...] = ()  # for standard output
    problems: tuple[str, ...] = ()
    full_disk: bool = False


def render_after(night: Night, tables: tuple[SiteTable, ...]) -> Shown:
    """Write the page of all agencies, and the histories of the sites that were audited; never raises an error."""
    shared_hosts = night.rulebook.vocabulary.words("shared-hosts")
    audited = frozenset(table.site(shared_hosts).id for table in tables)
    try:
        with open_store(night.store, check=False) as store:
            opened = Archive(
                config=night.config, store=store, messages=night.messages, lang=night.lang, evidence=night.evidence
            )
            rendered = Rendering(opened, night.rulebook, night.output).write(datetime.now(UTC), FILES, audited)
    except (AuditorError, OSError) as exc:
        return Shown(problems=(str(exc),), full_disk=_full_disk(exc))
    except Exception:  # noqa: BLE001  (no page that sums up may cost the audits their exit code)
        return Shown(problems=(f"{traceback.format_exc()}this is a mistake in auditor: please report it",))
    said = Voice(night.messages, night.lang).word("portfolio-at")
    return Shown(
        lines=tuple(f"{said}: {path}" for path in rendered.files[:1]),
        problems=tuple(map(str, rendered.problems)),
        full_disk=any(map(_full_disk, rendered.problems)),
    )


def page_task(night: Night, tables: tuple[SiteTable, ...]) -> Task[Outcome]:
    """The same as work for a process of its own; only a full disk has an exit code."""

    def work() -> Outcome:
        shown = render_after(night, tables)
        code = Exit.NOT_DONE if shown.full_disk else Exit.GOOD
        return Outcome(code=code, lines=shown.lines, problem="\n".join(shown.problems))

    return Task(name=PAGE, work=work, seconds=_PAGE_SECONDS)


def _full_disk(exc: Exception) -> bool:
    causes = (exc, exc.__cause__)
    return any(isinstance(cause, OSError) and cause.errno in FULL_DISK for cause in causes)


def _report(folder: Path, run: str) -> str | None:
    """The report of a run, seen from the folder of its site."""
    return f"{quote(run, safe='')}/{_REPORT}" if (folder / run / _REPORT).is_file() else None


def _below(folder: str, place: str | None) -> str | None:
    return None if place is None else f"{folder}/{place}"
