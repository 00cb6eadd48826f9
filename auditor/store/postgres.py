"""A store in a PostgreSQL server."""

from __future__ import annotations

import contextlib
import hashlib
from typing import TYPE_CHECKING

import sqlalchemy
from sqlalchemy import text
from sqlalchemy.exc import ArgumentError

from auditor.errors import StoreError, UsageError
from auditor.store.database import told
from auditor.store.locks import in_time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection


_MIGRATING_SECONDS = 60.0


class PostgresDatabase:
    """A server's database."""

    def __init__(self, url: str) -> None:
        try:
            address = sqlalchemy.make_url(url).set(drivername="postgresql+psycopg")
            self.engine = sqlalchemy.create_engine(address, pool_pre_ping=True)
        except ArgumentError as exc:
            raise StoreError("auditor.store is no address of a database: write postgresql://host/name") from exc
        except ImportError as exc:
            raise StoreError("a store in PostgreSQL needs the package psycopg: install auditor[postgres]") from exc
        self.name = address.render_as_string(hide_password=True).replace("+psycopg", "")

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction."""
        with told(self.name), self.engine.connect() as connection, connection.begin():
            yield connection

    writing = reading

    @contextlib.contextmanager
    def migrating(self) -> Iterator[Connection]:
        """A connection outside of any transaction, while nobody else migrates."""
        with self._marked("auditor:migrating", _MIGRATING_SECONDS) as mine, self.engine.connect() as connection:
            if not mine:
                raise StoreError(f"another process keeps on bringing up the store {self.name}")
            yield connection

    def claim(self, site: str, patience: float) -> contextlib.AbstractContextManager[bool]:
        """Hold the right to audit a site."""
        return self._marked(site, patience)

    @contextlib.contextmanager
    def _marked(self, name: str, patience: float) -> Iterator[bool]:
        """Hold a lock that ends with its connection; False if it cannot be had in time."""
        mark = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big", signed=True)
        with told(self.name), self.engine.connect() as connection:
            held = connection.execution_options(isolation_level="AUTOCOMMIT")
            ask = text("SELECT pg_try_advisory_lock(:mark)")
            taken = in_time(lambda: bool(held.scalar(ask, {"mark": mark})), patience)
            try:
                yield taken
            finally:
                if taken:
                    held.execute(text("SELECT pg_advisory_unlock(:mark)"), {"mark": mark})

    def ailments(self, *, thorough: bool) -> list[str]:
        """Nothing but whether it answers: PostgreSQL looks after itself."""
        asked = "SELECT count(*) FROM migration" if thorough else "SELECT 1"
        with self.reading() as connection:
            return [] if connection.scalar(text(asked)) == 1 else ["it has no schema, or several"]

    def shrink(self) -> None:
        """PostgreSQL does so by itself."""

    def backup(self, to: Path) -> None:
        """Say how."""
        raise UsageError(f"a store in PostgreSQL is backed up by its own tools: pg_dump --file {to}")

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()
