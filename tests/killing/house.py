"""Where an auditor lives: a folder with configuration, store, evidence and reports, of which copies can be made.

Also what a reader of the store sees who is not the program: runs, how far they came, and how much a crawl remembers.
"""

from __future__ import annotations

import itertools
import json
import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import sqlalchemy

from tests.killing.processes import done
from tests.store import postgres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.killing.agencies import Agencies

BANGKOK = timezone(timedelta(hours=7))
FIRST = datetime(2024, 6, 15, 2, 5, tzinfo=BANGKOK)
NIGHTS = {0: "", 350: "/vision", 420: ""}
"""Nights after the first on which the sites were audited before, and the page that was gone then."""

TONIGHT = FIRST + timedelta(days=421)
GONE_TONIGHT = "/structure"
LATER = FIRST + timedelta(days=500)
"""When the first night is no longer kept, and of the second no longer what its pages said."""

FILES = frozenset(
    "report.html audit.json audit.xlsx items.csv findings.csv junit.xml audit.sarif report.md".split()  # noqa: SIM905
)
_CONFIG = """[auditor]
lang = "en"
workers = 2
{store}
[crawl]
delay = 0.0
check_external_links = false
render = "never"
[politeness]
retries = 0
[schedule]
cron = "0 2 * * *"
jitter = 0
[report]
formats = ["html", "json", "xlsx", "csv", "junit", "sarif", "md"]
[notify]
on = "always"
link = "https://reports.go.th"
[[notify.mail]]
host = "127.0.0.1"
port = {port}
tls = "none"
from = "auditor@x.go.th"
to = ["web@x.go.th"]
"""
_numbers = itertools.count()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRun:
    """A run, as its row says."""

    id: str
    site: str
    state: str
    published: bool
    remembered: int  # addresses of which a crawl that goes on need not ask again

    @property
    def finished(self) -> bool:
        """Are its reports said to stand?"""
        return self.state == "audited" and self.published


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The folder, and where the store is if not there."""

    folder: Path
    server: Path | None = None  # the folder of a PostgreSQL server's socket …
    database: str = ""  # … and the name of the database

    @property
    def output(self) -> Path:
        """The folder of the reports."""
        return self.folder / "output"

    def copy(self, folder: Path) -> House:
        """The same once more; nobody may be using it."""
        shutil.copytree(self.folder, folder, symlinks=True)
        if self.server is None:
            return House(folder=folder)
        name = f"kills{next(_numbers)}"
        url = postgres.new_database(self.server, name, like=self.database)
        path = folder / "config.toml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(postgres.url_of(self.server, self.database), url), encoding="utf-8")
        return House(folder=folder, server=self.server, database=name)

    def remove(self) -> None:
        """Remove it."""
        shutil.rmtree(self.folder)
        if self.server is not None:
            postgres.drop_database(self.server, self.database)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What the store answers; nothing if there is none yet."""
        url = f"sqlite:///{self.folder / 'auditor.db'}"
        if self.server is not None:
            url = postgres.url_of(self.server, self.database).replace("postgresql:", "postgresql+psycopg:")
        engine = sqlalchemy.create_engine(url, poolclass=sqlalchemy.NullPool)
        with closing(engine.connect()) as connection:
            return [tuple(row) for row in connection.exec_driver_sql(query)]

    def runs(self) -> tuple[StoredRun, ...]:
        """Every run that was begun, the first one first."""
        rows = self.rows(
            "SELECT run.id, site, state, coalesce(CAST(published AS INTEGER), 0),"
            " (SELECT count(*) FROM visit WHERE visit.run = number)"
            " FROM run LEFT JOIN audit ON audit.run = number ORDER BY number"
        )
        return tuple(
            StoredRun(id=each[0], site=each[1], state=each[2], published=bool(each[3]), remembered=each[4])
            for each in rows
        )

    def audit(self, run: StoredRun) -> dict[str, Any]:
        """The audit.json of a run."""
        path = self.output / run.site / run.id / "audit.json"
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return found


def furnish(folder: Path, sites: Agencies, port: int, server: Path | None = None) -> House:
    """A new house of an auditor who has been through `NIGHTS`; `port`: of the mail server."""
    name = f"kills{next(_numbers)}" if server else ""
    store = f'store = "{postgres.new_database(server, name)}"' if server else ""
    tables = "".join(f'[[site]]\nid = "{site}"\nurl = "{at.url}"\n' for site, at in sites.sites.items())
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(_CONFIG.format(store=store, port=port) + tables, encoding="utf-8")
    for night, gone in NIGHTS.items():
        sites.without = gone
        told = done("schedule", "--once", cwd=folder, at=FIRST + timedelta(days=night))
        assert told.returncode == 1, told.stderr
    sites.without = GONE_TONIGHT
    return House(folder=folder, server=server, database=name)


def files_below(folder: Path) -> Iterator[Path]:
    """Every file, in order."""
    yield from sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
