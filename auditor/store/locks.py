"""Locks between processes on one machine, by `flock`: gone with the process that holds them, however it ends.

One for writing: SQLite before 3.51.3 can lose data when connections write and checkpoint at the same time
(RELIABILITY_RULES 18), so whoever writes or checkpoints holds it. One for each site that is being audited.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import time
from typing import TYPE_CHECKING

from auditor.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_PATIENCE = 60.0  # seconds; whoever writes holds the lock for milliseconds
_TURN = 0.01


class Locks:
    """The locks of one store, files in a folder beside it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock of whoever writes.

        Raises:
            StoreError: another process does not let go of it.
        """
        with self._file("writing") as handle:
            if not in_time(lambda: _taken(handle), _PATIENCE):
                raise StoreError(f"another process keeps on writing to the store (lock in {self._folder})")
            yield

    @contextlib.contextmanager
    def of_site(self, site: str, patience: float) -> Iterator[bool]:
        """Hold the lock of a site's audits; False if another process does for so many seconds more."""
        with self._file(hashlib.sha256(site.encode()).hexdigest()[:16]) as handle:
            yield in_time(lambda: _taken(handle), patience)

    @contextlib.contextmanager
    def _file(self, name: str) -> Iterator[int]:
        try:
            self._folder.mkdir(exist_ok=True)
            handle = os.open(self._folder / name, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as exc:
            raise StoreError(f"{self._folder} cannot be written: {exc.strerror}") from exc
        try:
            yield handle
        finally:
            os.close(handle)


def in_time(take: Callable[[], bool], seconds: float) -> bool:
    """Try to take something again and again; False if it could not be had in time."""
    end = time.monotonic() + seconds
    while not (taken := take()) and time.monotonic() < end:
        time.sleep(_TURN)
    return taken


def _taken(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
