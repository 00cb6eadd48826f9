"""A PostgreSQL server of one's own while its context is open: a fresh cluster on a socket in a scratch folder."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def server() -> Iterator[Path]:
    """The folder of its socket; skips the test where PostgreSQL is not installed."""
    programs = _programs()
    with tempfile.TemporaryDirectory(prefix="auditor-pg-") as scratch:
        folder = Path(scratch)
        account = "postgres" if os.geteuid() == 0 else None  # it refuses to be run by root
        if account:
            shutil.chown(folder, account)

        def run(program: str, *words: str) -> None:
            command = [str(programs / program), "-D", str(folder / "data"), *words]
            subprocess.run(command, check=True, user=account, cwd=folder, capture_output=True)  # noqa: S603

        run("initdb", "--auth=trust", "--username=auditor", "--encoding=UTF8", "--no-sync", "--locale=C")
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        run("pg_ctl", "-w", "-s", "-o", options, "-l", str(folder / "log"), "start")
        try:
            yield folder
        finally:
            run("pg_ctl", "-w", "-s", "-m", "immediate", "stop")


def url_of(folder: Path, name: str) -> str:
    """The address of a database of the server."""
    return f"postgresql://auditor@/{name}?host={folder}"


def new_database(folder: Path, name: str, *, like: str = "template1") -> str:
    """Make a database, a copy of another one that nobody uses; its address."""
    command = [str(_programs() / "createdb"), "-h", str(folder), "-U", "auditor", "-T", like, name]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    return url_of(folder, name)


def drop_database(folder: Path, name: str) -> None:
    """Remove a database, whoever still uses it."""
    command = [str(_programs() / "dropdb"), "-h", str(folder), "-U", "auditor", "--force", name]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603


def is_installed() -> bool:
    """Can there be a server?"""
    return bool(_homes())


def _programs() -> Path:
    homes = _homes()
    if not homes:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    return homes[-1]


def _homes() -> list[Path]:
    found = shutil.which("initdb")
    return [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
