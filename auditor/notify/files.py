"""A file of the outbox is there whole, and stays there if the power goes, or it is as it was."""

from __future__ import annotations

import contextlib
import fcntl
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PART = ".part"


def put_file(path: Path, content: bytes) -> None:
    """Write a file and its folder. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}-{os.getpid()}{_PART}")
    with _locked(path.parent, fcntl.LOCK_SH):
        try:
            with part.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def remove_left(folder: Path) -> None:
    """Remove the parts of writers that were killed; nothing while anybody writes there. Raises OSError."""
    with _locked(folder, fcntl.LOCK_EX | fcntl.LOCK_NB) as alone:
        for part in folder.glob(f"*{_PART}") if alone else ():
            part.unlink(missing_ok=True)


@contextlib.contextmanager
def _locked(folder: Path, how: int) -> Iterator[bool]:
    """Hold a lock of the folder; False where another process or the file system does not let us."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, how)
        except OSError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)
