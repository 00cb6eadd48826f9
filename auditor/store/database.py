"""What the store asks of a database of either kind. Every failure leaves as a StoreError that says what to do."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Protocol

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from auditor.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine


class Database(Protocol):
    """A database of either kind."""

    engine: Engine
    name: str  # for messages; holds no password

    def reading(self) -> contextlib.AbstractContextManager[Connection]:
        """A transaction that reads."""
        ...

    def writing(self) -> contextlib.AbstractContextManager[Connection]:
        """A transaction that writes; committed at the end, rolled back by an exception."""
        ...

    def migrating(self) -> contextlib.AbstractContextManager[Connection]:
        """A connection outside of any transaction, which no other process that migrates has."""
        ...

    def claim(self, site: str, patience: float) -> contextlib.AbstractContextManager[bool]:
        """Hold the right to audit a site; False if another process keeps it for so many seconds more.

        It ends with the process.
        """
        ...

    def ailments(self, *, thorough: bool) -> list[str]:
        """What the database says is wrong with itself."""
        ...

    def shrink(self) -> None:
        """Give the room of deleted rows back."""
        ...

    def backup(self, to: Path) -> None:
        """Copy the whole database into a new file while others go on."""
        ...

    def close(self) -> None:
        """Let go of every connection."""
        ...


@contextlib.contextmanager
def told(name: str) -> Iterator[None]:
    """Failures of the database `name` as StoreErrors that say what to do."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as exc:
        problem = str(exc.orig if isinstance(exc, DBAPIError) else exc).strip()
        raise StoreError(f"the store {name} failed: {problem}{_mend(problem)}") from exc


_MENDS = (
    ("disk is full", "free some space and try again"),
    ("disk I/O", "is the disk full or failing? free some space and run `auditor store check`"),
    ("readonly", "make the file and its folder writable"),
    ("locked", "another program keeps it locked"),
    ("unable to open", "is its folder there and writable?"),
    ("malformed", "it is damaged: run `auditor store check`, and take the last backup"),
    ("not a database", "it is damaged: take the last backup"),
)


def _mend(problem: str) -> str:
    return next((f"; {mend}" for sign, mend in _MENDS if sign in problem), "")
