"""What a store does before it is one: schemas, files that are none, damage, and who may write (rule 18)."""

from __future__ import annotations

import contextlib
import gzip
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from auditor.errors import StoreError, UsageError
from auditor.facts import Site
from auditor.store import open_store
from auditor.store.migrate import MIGRATIONS, REVISIONS, bring_up
from auditor.store.runs import Told
from auditor.store.sqlite import SqliteDatabase
from auditor.store.tables import TABLES
from tests.shared_data import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.store import Store

SITE = Site(id="a", url="http://a.go.th/", host="a.go.th")
NOW = datetime(2024, 6, 15, tzinfo=UTC)


def url_of(file: Path) -> str:
    return f"sqlite:///{file}"


def test_the_migrations_lead_to_the_tables_of_the_program(store: Store) -> None:
    with store._database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": "migration"})
        assert compare_metadata(context, TABLES) == []


def test_every_migration_is_known_in_its_order() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    walked = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(script.revision for script in walked)[::-1] == REVISIONS


def test_a_store_of_the_first_schema_is_brought_up_with_all_it_holds(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    file.write_bytes(gzip.decompress((REPOSITORY / "tests" / "data" / "store-0001.db.gz").read_bytes()))
    with open_store(url_of(file)) as store:
        (line,) = store.audits("a")
        audit = store.audit(store.run(line.run))
        assert (line.run, line.findings, len(audit.verdicts), len(audit.items)) == ("r1", 2, 3, 1)
        assert len(list(store.snapshot(store.run("r1")))) == 2
        assert [run.id for run in store.unfinished("a")] == ["left"]
        assert store.check() == ()


def test_a_store_is_opened_again_as_it_was(url: str) -> None:
    with open_store(url) as store:
        store.begin("r", Told(site=SITE, config=()), NOW.date(), NOW)
    with open_store(url) as store:
        assert store.run("r").site == SITE
        assert store.check() == ()


def test_alembic_is_not_imported_for_a_store_of_our_schema(tmp_path: Path) -> None:
    url = url_of(tmp_path / "a.db")
    program = f"from auditor.store import open_store; open_store({url!r}).close()"
    program = f"import sys; {program}; print('alembic' in sys.modules)"
    told = [subprocess.check_output([sys.executable, "-c", program], text=True).strip() for _ in range(2)]  # noqa: S603
    assert told == ["True", "False"]


def test_a_newer_schema_is_refused_and_left_alone(url: str) -> None:
    with open_store(url) as store, store._database.writing() as connection:
        connection.exec_driver_sql("UPDATE migration SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer version of auditor"):
        open_store(url)


def test_tables_of_another_program_are_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    with contextlib.closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE wp_posts (id)")
    with pytest.raises(StoreError, match="another program"):
        open_store(url_of(file))
    with contextlib.closing(sqlite3.connect(file)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("wp_posts",)]


@pytest.mark.parametrize("content", [b"text that is no database at all", b"SQLite format 3\0" + b"x" * 5000])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "notes.db"
    file.write_bytes(content)
    with pytest.raises(StoreError, match=r"no SQLite database|is damaged"):
        open_store(url_of(file))
    assert file.read_bytes() == content


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("sqlite:////nowhere/at/all.db", "folder"),
        ("postgresql://auditor@/none?host=/nowhere", "failed"),
        ("postgresql:/none", "address"),
    ],
)
def test_a_store_that_cannot_be_opened_says_why(url: str, problem: str) -> None:
    with pytest.raises(StoreError, match=problem):
        open_store(url)


def test_a_password_is_never_shown() -> None:
    with pytest.raises(StoreError) as told:
        open_store("postgresql://auditor:geheim@/none?host=/nowhere")
    assert "geheim" not in str(told.value)


def test_a_migration_that_fails_leaves_the_schema_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "r9.py").write_text(
        "from alembic import op\n"
        f"revision, down_revision = '9', '{REVISIONS[-1]}'\n"
        "def upgrade():\n    op.execute('CREATE TABLE half (id INTEGER)')\n    op.execute('no SQL')\n"
    )
    with open_store(url_of(tmp_path / "a.db")) as store:
        store.begin("r", Told(site=SITE, config=()), NOW.date(), NOW)
    database = SqliteDatabase(tmp_path / "a.db")
    with contextlib.closing(database), pytest.raises(StoreError, match="syntax"):
        bring_up(database, revisions=(*REVISIONS, "9"), migrations=folder)
    with open_store(url_of(tmp_path / "a.db")) as store, store._database.reading() as connection:
        assert store.run("r").site == SITE
        assert not connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'half'").all()


def test_sqlite_is_set_as_the_rules_want_it(tmp_path: Path) -> None:
    with open_store(url_of(tmp_path / "a.db")) as store, store._database.reading() as connection:
        wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}
        assert {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted} == wanted


def test_a_damaged_store_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    with open_store(url_of(file)) as store:
        for number in range(300):
            store.begin(f"r{number}", Told(site=SITE, config=(("n", number),)), NOW.date(), NOW)
    size = file.stat().st_size
    with file.open("r+b") as stream:
        stream.seek(size // 2)
        stream.write(os.urandom(size // 4))
    with pytest.raises(StoreError, match=r"damaged|malformed"):
        open_store(url_of(file))


def test_what_changed_since_it_was_written_is_found(store: Store) -> None:
    store.begin("r", Told(site=SITE, config=()), NOW.date(), NOW)
    with store._database.writing() as connection:
        connection.exec_driver_sql("UPDATE facts SET body = sha256")
    assert [line for line in store.check() if "not what it was" in line]


def test_a_site_is_claimed_once(url: str) -> None:
    with open_store(url) as one, open_store(url) as two:
        with one.claim("a") as first, two.claim("a") as second, two.claim("b") as other:
            assert (first, second, other) == (True, False, True)
        with two.claim("a") as again:
            assert again


def test_many_writers_wait_for_one_another(url: str) -> None:
    with open_store(url) as store:
        errors: list[Exception] = []

        def work(name: str) -> None:
            told = Told(site=Site(id=name, url="http://a/", host="a"), config=())
            try:
                for number in range(20):
                    store.begin(f"{name}{number}", told, NOW.date(), NOW)
            except StoreError as exc:
                errors.append(exc)

        threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert errors == []
        assert sum(len(store.unfinished(name)) for name in "abcd") == 80
        assert store.check() == ()


def test_a_backup_is_a_store_of_its_own_and_replaces_nothing(tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with open_store(url_of(tmp_path / "a.db")) as store:
        store.begin("r", Told(site=SITE, config=()), NOW.date(), NOW)
        store.backup(copy)
        with pytest.raises(UsageError, match="there already"):
            store.backup(copy)
    with open_store(url_of(copy)) as restored:
        assert restored.run("r").site == SITE
        assert restored.check() == ()


def test_a_backup_is_made_while_others_write(tmp_path: Path) -> None:
    with open_store(url_of(tmp_path / "a.db")) as store:
        stop = threading.Event()

        def write() -> None:
            number = 0
            while not stop.is_set():
                store.begin(f"r{number}", Told(site=SITE, config=(("n", number),)), NOW.date(), NOW)
                number += 1

        writer = threading.Thread(target=write)
        writer.start()
        time.sleep(0.1)
        store.backup(tmp_path / "copy.db")
        stop.set()
        writer.join()
    with open_store(url_of(tmp_path / "copy.db")) as restored:
        assert restored.check() == ()
