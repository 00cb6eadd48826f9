"""The files of a package of evidence, in a folder or in one file."""

from __future__ import annotations

import contextlib
import zipfile
from typing import IO, TYPE_CHECKING, Protocol

from auditor.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST_FILES = 200_000


class Tree(Protocol):
    """Files by name; folders are divided by slashes."""

    def names(self) -> frozenset[str]:
        """What is there."""
        ...

    def opened(self, name: str) -> contextlib.AbstractContextManager[IO[bytes]]:
        """One of them; raises OSError, or zipfile.BadZipFile for one that is damaged."""
        ...


class FolderTree:
    """A folder; what its links lead to is no part of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> frozenset[str]:
        """What is there."""
        files = (path for path in self._folder.rglob("*") if path.is_symlink() or not path.is_dir())
        return frozenset(path.relative_to(self._folder).as_posix() for path in files)

    @contextlib.contextmanager
    def opened(self, name: str) -> Iterator[IO[bytes]]:
        """One of them."""
        path = self._folder / name
        if path.is_symlink() or not path.is_file():
            raise OSError("it is no plain file")
        with path.open("rb") as file:
            yield file


class ZipTree:
    """A ZIP file such as WACZ."""

    def __init__(self, zipped: zipfile.ZipFile) -> None:
        self._zipped = zipped

    def names(self) -> frozenset[str]:
        """What is there."""
        return frozenset(info.filename for info in self._zipped.infolist() if not info.is_dir())

    @contextlib.contextmanager
    def opened(self, name: str) -> Iterator[IO[bytes]]:
        """One of them."""
        with self._zipped.open(name) as file:
            yield file


@contextlib.contextmanager
def tree_at(path: Path) -> Iterator[Tree]:
    """The files of a folder or a ZIP file.

    Raises:
        UsageError: it is neither, or cannot be read.
    """
    if path.is_dir():
        yield FolderTree(path)
        return
    try:
        zipped = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as exc:
        raise UsageError(f"{path} cannot be read: {exc}") from exc
    with zipped:
        if len(zipped.infolist()) > _MOST_FILES:
            raise UsageError(f"{path} holds more than {_MOST_FILES} files: that is no package of evidence")
        yield ZipTree(zipped)
