"""Which schema a database has, and the way to ours. Alembic is imported only where there is a way to go.

Never touches what is not ours: a database of a newer version, or of another program, is refused.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy
from sqlalchemy import text

from auditor.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from auditor.store.database import Database

REVISIONS = ("0001", "0002", "0003")
"""Every schema there ever was, oldest first; the last one is that of `tables`."""

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
_TABLE = "migration"


def bring_up(
    database: Database,
    *,
    make: bool = True,
    revisions: tuple[str, ...] = REVISIONS,
    migrations: Path = MIGRATIONS,
) -> None:
    """Give a database our schema: a new one all of it, an older one what it lacks, each step whole or not at all.

    `make`: whether a new one may be filled.

    Raises:
        StoreError: it is of a newer version or of another program, or a step failed.
    """
    with database.reading() as connection:
        found = _known(connection, revisions, database.name)
    if found == revisions[-1]:
        return
    if found is None and not make:
        raise StoreError(f"the store {database.name} is empty: `auditor run` fills it")
    with database.migrating() as connection:
        # Another process may have done it meanwhile.
        with connection.begin():
            found = _known(connection, revisions, database.name)
        if found != revisions[-1]:
            _upgrade(connection, migrations)


def _known(connection: Connection, revisions: tuple[str, ...], name: str) -> str | None:
    """The schema of a database; None for an empty one."""
    tables = sqlalchemy.inspect(connection).get_table_names()
    if not tables:
        return None
    if _TABLE not in tables:
        raise StoreError(f"the store {name} holds tables of another program; name another one as auditor.store")
    found: str | None = connection.scalar(text(f"SELECT version_num FROM {_TABLE}"))  # noqa: S608  (our own name)
    if found is not None and found not in revisions:
        raise StoreError(
            f"the store {name} was written by a newer version of auditor (schema {found}, known is up to "
            f"{revisions[-1]}); install that version"
        )
    return found


def _upgrade(connection: Connection, migrations: Path) -> None:
    from alembic import command  # noqa: PLC0415  (a tenth of a second)
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
