"""A store in one SQLite file (RELIABILITY_RULES 18)."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from typing import TYPE_CHECKING, Any

import sqlalchemy
from sqlalchemy import event

from auditor.errors import StoreError, UsageError
from auditor.store.database import told
from auditor.store.locks import Locks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

_BUSY_MS = 10_000
_LOG_BYTES = 4 * 1024 * 1024  # a longer log is put into the database


class SqliteDatabase:
    """A file. One process writes at a time, and only who writes checkpoints (RELIABILITY_RULES 18)."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        self._path = path
        self._locks = Locks(path.with_name(f"{path.name}.locks"))
        self._refuse_what_is_no_database()
        self.engine = sqlalchemy.create_engine(f"sqlite:///{path}")
        event.listen(self.engine, "connect", _prepare_sqlite)
        event.listen(self.engine, "begin", _begin_sqlite)

    def _refuse_what_is_no_database(self) -> None:
        """SQLite takes an empty or absent file for a new database; anything else must be one."""
        try:
            if not self._path.parent.is_dir():
                raise StoreError(f"the folder of the store is not there: {self._path.parent}")
            if self._path.exists():
                with self._path.open("rb") as stream:
                    head = stream.read(16)
                if head and head != b"SQLite format 3\0":
                    raise StoreError(f"{self._path} is no SQLite database; name another file as auditor.store")
        except OSError as exc:
            raise StoreError(f"{self._path} cannot be read: {exc.strerror}") from exc

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that reads what was committed when it began."""
        with told(self.name), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes, alone on this machine."""
        with told(self.name), self._locks.writing(), self.engine.connect() as connection:
            writer = connection.execution_options(auditor_writes=True)
            with writer.begin():
                yield writer
            self._checkpoint(connection)

    @contextlib.contextmanager
    def migrating(self) -> Iterator[Connection]:
        """A connection outside of any transaction, while nobody else writes."""
        with told(self.name), self._locks.writing(), self.engine.connect() as connection:
            yield connection.execution_options(auditor_writes=True)

    def _checkpoint(self, connection: Connection) -> None:
        log = self._path.with_name(f"{self._path.name}-wal")
        with contextlib.suppress(FileNotFoundError):
            if log.stat().st_size > _LOG_BYTES:
                _raw(connection).execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()  # waits for no reader

    def claim(self, site: str, patience: float) -> contextlib.AbstractContextManager[bool]:
        """Hold the right to audit a site."""
        return self._locks.of_site(site, patience)

    def ailments(self, *, thorough: bool) -> list[str]:
        """What SQLite says is wrong; `thorough` reads everything."""
        checks = ("integrity_check", "foreign_key_check") if thorough else ("quick_check",)
        with self.reading() as connection:
            rows = [row for check in checks for row in connection.exec_driver_sql(f"PRAGMA {check}")]
        told = (" ".join(str(part) for part in row if part is not None) for row in rows)
        return [line for line in told if line != "ok"]

    def shrink(self) -> None:
        """Give the room of deleted rows back to the disk."""
        with told(self.name), self._locks.writing(), self.engine.connect() as connection:
            _raw(connection).execute("PRAGMA incremental_vacuum").fetchall()
            _raw(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def backup(self, to: Path) -> None:
        """Copy the database as it is now, and check the copy before it gets its name."""
        if to.exists():
            raise UsageError(f"{to} is there already: name a new file")
        part = to.with_name(f".{to.name}.part")
        try:
            with told(self.name), self.engine.connect() as connection:
                _copy(_raw(connection), part)
            _sync(part)
            part.rename(to)
            _sync(to.parent)
        except (OSError, sqlite3.Error) as exc:
            raise StoreError(f"{to} cannot be written: {exc}") from exc
        finally:
            part.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of every connection; the last one of all processes checkpoints."""
        with contextlib.suppress(StoreError), self._locks.writing():
            self.engine.dispose()


def _prepare_sqlite(connection: Any, _: object) -> None:
    # We say BEGIN ourselves: Python's own would leave changes of the schema outside of transactions.
    connection.isolation_level = None
    for setting in (
        "auto_vacuum=INCREMENTAL",  # heeded before the first table only
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={_BUSY_MS}",
        "wal_autocheckpoint=0",
        f"journal_size_limit={_LOG_BYTES}",
        "cell_size_check=ON",
        "trusted_schema=OFF",
    ):
        connection.execute(f"PRAGMA {setting}").fetchall()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("auditor_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _raw(connection: Connection) -> Any:
    """The driver's own connection, outside of any transaction."""
    return connection.connection.driver_connection


def _copy(connection: sqlite3.Connection, to: Path) -> None:
    with contextlib.closing(sqlite3.connect(to)) as copy:
        connection.backup(copy)  # in one step: in several, each write of another process would begin it again
        copy.execute("PRAGMA journal_mode=DELETE")
        if copy.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise StoreError("the copy is damaged; run `auditor store check`")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
