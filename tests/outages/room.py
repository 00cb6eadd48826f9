"""A view of the disks of its own while its context is open: small ones, read-only ones, other name servers.

It is a mount namespace, so that real processes meet what a real disk or a real resolver does, and nobody else does.
Root may make one, and wherever the system lets them others may too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pytest

from tests.killing.processes import command

if TYPE_CHECKING:
    from datetime import datetime
    from types import TracebackType

_BALLAST = "ballast"


class Room:
    """The namespace. Paths are those of everybody; what is mounted is seen by who runs in it."""

    def __init__(self) -> None:
        programs = {name: shutil.which(name) for name in ("unshare", "nsenter", "mount")}
        if None in programs.values():
            pytest.skip(f"needs util-linux: {programs}")
        self._unshare, self._nsenter, self._mount = map(str, programs.values())
        self._mapped = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]

    def __enter__(self) -> Self:
        holder = [self._unshare, "--mount", *self._mapped, sys.executable, "-c", "print(flush=True); input()"]
        self._holder = subprocess.Popen(  # noqa: S603
            holder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert self._holder.stdout is not None
        if not self._holder.stdout.readline():
            _, why = self._holder.communicate()
            pytest.skip(f"the system lets us have no mount namespace: {why.decode().strip()}")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._holder.communicate(b"\n")

    def command(self, *words: str | Path) -> list[str]:
        """A command as one that runs in it."""
        mapped = ["--user", "--preserve-credentials"] if self._mapped else []
        return [self._nsenter, "--target", str(self._holder.pid), *mapped, "--mount", *map(str, words)]

    def auditor(self, *words: str | Path, cwd: Path, at: datetime | None = None) -> subprocess.CompletedProcess[str]:
        """The command `auditor`, run to its end in it; `at`: what the clock on the wall then shows."""
        # nsenter would stay in the folder as everybody sees it.
        shell = ["sh", "-c", 'cd "$0" && exec "$@"', str(cwd), *command(*words, at=at)]
        return subprocess.run(self.command(*shell), capture_output=True, text=True, timeout=300, check=False)  # noqa: S603

    def seen(self, path: Path) -> Path:
        """Where everybody else finds what it sees at a path."""
        return Path(f"/proc/{self._holder.pid}/root{path}")

    def _do(self, *words: str | Path) -> None:
        subprocess.run(self.command(self._mount, *words), check=True, capture_output=True)  # noqa: S603

    def disk(self, folder: Path, megabytes: int) -> Disk:
        """Put an empty disk of this size at a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self._do("-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder)
        return Disk(self.seen(folder))

    def read_only(self, folder: Path) -> None:
        """From now on nobody writes to the disk at a folder."""
        self._do("-o", "remount,bind,ro", folder)

    def writable(self, folder: Path) -> None:
        """From now on it can be written again."""
        self._do("-o", "remount,bind,rw", folder)

    def over(self, path: Path, content: Path) -> None:
        """Put another file in the place of one."""
        self._do("--bind", content, path)


class Disk:
    """A small disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, left: int = 0) -> None:
        """Leave so many bytes."""
        with (self.folder / _BALLAST).open("wb", buffering=0) as file:
            page = b"x" * 4096
            while shutil.disk_usage(self.folder).free >= left + len(page):
                file.write(page)

    def clear(self) -> None:
        """Take away what filled it."""
        (self.folder / _BALLAST).unlink()
