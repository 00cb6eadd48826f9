"""The store: runs with what they met, audits with what they concluded, in SQLite or PostgreSQL.

Keeps what it is given; judges and shows nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from auditor.errors import StoreError
from auditor.store import audits, care, history, nights, retention, runs
from auditor.store.earlier import earlier_run
from auditor.store.imprint import Imprint, imprint_of
from auditor.store.kept import Kept
from auditor.store.migrate import bring_up
from auditor.store.postgres import PostgresDatabase
from auditor.store.recorder import Recorder
from auditor.store.runs import RunState
from auditor.store.snapshots import StoredSnapshot
from auditor.store.sqlite import SqliteDatabase

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import date, datetime
    from types import TracebackType

    from auditor.findings import Audit, Past
    from auditor.past import AuditLine, RunStatuses
    from auditor.portfolio import NightLine
    from auditor.store.audits import RuleTexts
    from auditor.store.database import Database
    from auditor.store.earlier import EarlierRun
    from auditor.store.retention import Keep, Pruned
    from auditor.store.runs import StoredRun, Told

_SQLITE = "sqlite:///"


def open_store(url: str, *, check: bool = True, make: bool = True) -> Store:
    """The store at an address such as `sqlite:///audits.db` or `postgresql://host/name`.

    Args:
        url: where it is.
        check: ask first whether it is whole.
        make: make it if it is not there.

    Raises:
        StoreError: it cannot be opened, is damaged, or was written by a newer version or another program.
    """
    database = _database_at(url, make=make)
    try:
        bring_up(database, make=make)
        if check:
            _refuse_damaged(database)
    except BaseException:
        database.close()
        raise
    return Store(database)


def _database_at(url: str, *, make: bool) -> Database:
    if url.startswith(_SQLITE):
        path = Path(url.removeprefix(_SQLITE))
        if not make and not path.exists():
            raise StoreError(f"there is no store at {path} yet: `auditor run` makes it")
        return SqliteDatabase(path)
    return PostgresDatabase(url)


def _refuse_damaged(database: Database) -> None:
    if ailments := database.ailments(thorough=False):
        raise StoreError(f"the store {database.name} is damaged: {ailments[0]}; take the last backup")


class Store:
    """The door to the store; a context that closes it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of it."""
        self._database.close()

    @property
    def name(self) -> str:
        """Where it is, for messages; without passwords."""
        return self._database.name

    def claim(self, site: str, patience: float = 0.0) -> AbstractContextManager[bool]:
        """Hold the right to audit a site; False if another process keeps it for so many seconds more.

        It ends with the process.
        """
        return self._database.claim(site, patience)

    # --- runs ------------------------------------------------------------------------------------------------

    def begin(
        self,
        run_id: str,
        told: Told,
        as_of: date,
        started_at: datetime,
        due_at: datetime | None = None,
        *,
        reader: str = "",
    ) -> StoredRun:
        """Write down that a crawl begins, which is to be judged for a day.

        `due_at`: the time it was planned for. `reader` stands for how it reads.

        Raises:
            StoreError: another run of the site has that time.
        """
        return runs.begin_run(self._database, run_id, told, as_of, started_at, due_at, reader)

    def covered(self, now: datetime) -> dict[str, datetime]:
        """Of each site that was audited and its reports written: until when nothing is due any more."""
        return runs.covered(self._database, now)

    def left(self) -> frozenset[str]:
        """Sites with runs that were begun, and are neither given up nor shown as reports."""
        return runs.left(self._database)

    def unpublished(self, site: str) -> list[StoredRun]:
        """Runs of a site that were judged and whose reports do not stand where they belong, newest first."""
        return runs.unpublished_of(self._database, site)

    def recorder(
        self, run: StoredRun, stopped: Callable[[], bool] = lambda: False, earlier: EarlierRun | None = None
    ) -> Recorder:
        """What keeps the finds of a crawl, in the order of an earlier one; nothing more once `stopped` says so."""
        return Recorder(self._database, run, stopped, earlier)

    def earlier(self, site: str, reader: str) -> EarlierRun | None:
        """The last good crawl of a site, if it was read as `reader` stands for."""
        return earlier_run(self._database, site, reader)

    def kept(self) -> Kept:
        """What was worked out and need not be again."""
        return Kept(self._database)

    def close_run(self, run: StoredRun) -> None:
        """Give a run up: nothing will be said of it."""
        runs.close_run(self._database, run.number)

    def run(self, run_id: str) -> StoredRun:
        """The run of this id. Raises StoreError if there is none."""
        return runs.run_named(self._database, run_id)

    def unfinished(self, site: str) -> list[StoredRun]:
        """Runs of a site that were begun and not yet judged, newest first."""
        return runs.runs_of(self._database, site, RunState.CRAWLING, RunState.CRAWLED)

    def imprint(self, run: StoredRun) -> Imprint:
        """What stands for all that a run found."""
        return imprint_of(self._database, run.number)

    def snapshot(self, run: StoredRun, *, whole: bool = True) -> StoredSnapshot:
        """A finished crawl; `whole`: with what its pages and documents said.

        Raises:
            StoreError: it was not finished, or its contents are wanted and no longer kept.
        """
        return StoredSnapshot(self._database, run, whole=whole)

    # --- audits ----------------------------------------------------------------------------------------------

    def save(self, run: StoredRun, audit: Audit, texts: RuleTexts, *, published: bool = False) -> None:
        """Keep the audit of a run, with the rules that judged; all of it or nothing.

        `published`: its reports stand where they belong, or will by somebody else's doing.
        """
        audits.save_audit(self._database, run, audit, texts, published=published)

    def audit(self, run: StoredRun, *, items: bool = True, findings: bool = True) -> Audit:
        """The audit of a run as it was saved, without its items or findings if they are not asked for.

        Raises:
            StoreError: there is none.
        """
        return audits.read_audit(self._database, run, items=items, findings=findings)

    def amend(self, run: StoredRun, audit: Audit) -> None:
        """Keep other conclusions of a run than were saved; its findings and items stay."""
        audits.amend(self._database, run, audit)

    def rules(self, sha256: str) -> RuleTexts:
        """The rule files that judged as the pack with this digest. Raises StoreError if they are not kept."""
        return audits.read_rules(self._database, sha256)

    def mark_published(self, run: StoredRun) -> None:
        """Write down that the reports of an audit stand where they belong."""
        audits.mark_published(self._database, run.number)

    # --- history ---------------------------------------------------------------------------------------------

    def sites(self) -> tuple[str, ...]:
        """Ids of the sites that were ever audited."""
        return history.sites_in(self._database)

    def audits(self, site: str) -> tuple[AuditLine, ...]:
        """Every audit of a site, oldest first."""
        return history.audits_of(self._database, site)

    def statuses(self, site: str) -> tuple[RunStatuses, ...]:
        """What every audit of a site says of each requirement, oldest first."""
        return history.statuses_of(self._database, site)

    def nights(self, site: str, most: int) -> tuple[NightLine, ...]:
        """The last runs of a site, newest first, whether or not anything came of them."""
        return nights.nights_of(self._database, site, most)

    def past(self, run: StoredRun) -> Past:
        """What the audits of a run's site say whose crawls began before its own."""
        return history.past_of(self._database, run.site.id, run.number)

    def findings_before(self, run: StoredRun) -> frozenset[str]:
        """Ids of the findings of all audits of a run's site whose crawls began before its own."""
        return history.ids_before(self._database, run.site.id, run.number)

    # --- care ------------------------------------------------------------------------------------------------

    def check(self) -> tuple[str, ...]:
        """Everything that is wrong with it, in words; reads all of it."""
        return tuple(care.ailments(self._database))

    def prune(self, now: datetime, keep: Keep) -> Pruned:
        """Delete what is older than it is kept."""
        return retention.prune(self._database, now, keep)

    def backup(self, to: Path) -> None:
        """Copy the whole of it into a new file while others go on.

        Raises:
            UsageError: the file is there already, or the database has tools of its own for that.
            StoreError: it cannot be written.
        """
        self._database.backup(to)
