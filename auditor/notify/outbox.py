"""What is to be told waits in a folder until it is: a file for each message and receiver, whole or not at all.

Whoever is told is remembered by the name of the message, so that a run that was killed in between tells nobody twice.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from auditor.notify.digest import Digest, from_json, to_json
from auditor.notify.files import put_file, remove_left
from auditor.records import Album, to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WAITING, _TOLD = ".json", ".told"
_REMEMBERED = timedelta(days=400)
_MOST = 10_000  # messages that wait; more are not looked at in one turn
_ALBUM = Album({})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Note:
    """What stands in the first line of a file; the digest is the second."""

    receiver: str
    made_at: datetime
    tries: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A message that waits to be told to one receiver."""

    key: str
    receiver: str  # what the receiver is called
    digest: Digest
    made_at: datetime
    tries: int = 0
    problem: str = ""  # why the last try failed


class Outbox:
    """The folder. Every method may raise OSError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, receiver: str, digest: Digest, now: datetime) -> None:
        """Let a digest wait for a receiver; nothing happens if it waits already or was told."""
        key = _key(receiver, digest)
        if not (self._path(key, _WAITING).exists() or self._path(key, _TOLD).exists()):
            self._write(Waiting(key=key, receiver=receiver, digest=digest, made_at=now))

    def waiting(self) -> tuple[Waiting, ...]:
        """What waits, oldest first; a file that cannot be read is passed over and removed."""
        if not self._folder.is_dir():
            return ()
        files = sorted(self._folder.glob(f"*{_WAITING}"))[:_MOST]
        found = [entry for file in files if (entry := self._read(file)) is not None]
        return tuple(sorted(found, key=lambda entry: (entry.made_at, entry.digest.site, entry.key)))

    def told(self, entry: Waiting, now: datetime) -> None:
        """Remember that a message was told, or that nobody is left to tell it to."""
        put_file(self._path(entry.key, _TOLD), now.isoformat().encode())
        self._path(entry.key, _WAITING).unlink(missing_ok=True)

    def failed(self, entry: Waiting, problem: str) -> None:
        """Remember that a try failed."""
        self._write(replace(entry, tries=entry.tries + 1, problem=problem))

    def tidy(self, now: datetime) -> None:
        """Forget what was told long ago, and what was left half written."""
        remove_left(self._folder)
        for file in self._folder.glob(f"*{_TOLD}"):
            if now.timestamp() - file.stat().st_mtime > _REMEMBERED.total_seconds():
                file.unlink(missing_ok=True)

    @contextlib.contextmanager
    def held(self) -> Iterator[bool]:
        """Hold the right to send; False if another process does. It ends with the process."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(self._folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                yield True
        finally:
            os.close(handle)

    def _path(self, key: str, ending: str) -> Path:
        return self._folder / f"{key}{ending}"

    def _read(self, file: Path) -> Waiting | None:
        try:
            head, _, body = file.read_bytes().partition(b"\n")
            note: _Note = _ALBUM.from_bytes(_Note, head)
            digest = from_json(body)
        except (FileNotFoundError, ValueError):
            file.unlink(missing_ok=True)
            return None
        return Waiting(
            key=file.stem,
            receiver=note.receiver,
            digest=digest,
            made_at=note.made_at,
            tries=note.tries,
            problem=note.problem,
        )

    def _write(self, entry: Waiting) -> None:
        note = _Note(receiver=entry.receiver, made_at=entry.made_at, tries=entry.tries, problem=entry.problem)
        put_file(self._path(entry.key, _WAITING), to_bytes(note) + b"\n" + to_json(entry.digest))


def _key(receiver: str, digest: Digest) -> str:
    """The name of a message: each event is told once."""
    return hashlib.sha256(f"{digest.site}|{digest.event}|{receiver}".encode()).hexdigest()[:32]
