"""Where the evidence of a site lies: for each run a WARC file and its index, in one folder.

`<folder>/<site>/<run>.warc.gz` with `<run>.cdxj`. Names of runs sort by time. While a run goes on, and while a file
is made, what belongs to it has a name that begins with a dot, and nobody is shown it.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.crawl.warc.cdxj import REVISIT, Line, read_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FILE, _INDEX, _SCRATCH, _PART = ".warc.gz", ".cdxj", ".crawl.warc", ".part"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The evidence of one site."""

    folder: Path  # of all sites
    site: str

    @property
    def home(self) -> Path:
        """Its folder; the id of a site may hold the path of a shared host."""
        return self.folder / self.site.replace("/", "_")

    def file(self, run: str) -> Path:
        """The evidence of a run."""
        return self.home / f"{run}{_FILE}"

    def index(self, run: str) -> Path:
        """The index of the evidence of a run."""
        return self.home / f"{run}{_INDEX}"

    def scratch(self, run: str) -> Path:
        """Everything that the crawl of a run got, until it is judged."""
        return self.home / f".{run}{_SCRATCH}"

    def begin(self, run: str) -> tuple[Path, Path]:
        """File and index while they are made; raises OSError.

        Of the index something is there from the beginning until it is shown: by that `tidy` tells whether a process
        was killed before `show` or in it.
        """
        file, index = self._parts(run)
        index.touch()
        return file, index

    def _parts(self, run: str) -> tuple[Path, Path]:
        return self.home / f".{run}{_FILE}{_PART}", self.home / f".{run}{_INDEX}{_PART}"

    def give_up(self, run: str) -> None:
        """Remove what was made so far; raises OSError."""
        for path in self._parts(run):
            path.unlink(missing_ok=True)

    def runs(self) -> tuple[str, ...]:
        """The runs of which there is evidence, oldest first."""
        names = (path.name for path in self.home.glob(f"*{_FILE}") if not path.name.startswith("."))
        return tuple(sorted(name.removesuffix(_FILE) for name in names))

    def lines(self, run: str) -> tuple[Line, ...]:
        """The index of the evidence of a run; nothing if there is none."""
        try:
            text = self.index(run).read_text(encoding="ascii") if self.file(run).exists() else ""
        except (OSError, UnicodeDecodeError):
            return ()
        return tuple(line for line in map(read_line, text.splitlines()) if line is not None)

    def bodies(self, before: str | None = None) -> dict[str, Line]:
        """Where each body lies, by its digest; `before`: in the evidence of runs before this one only."""
        found: dict[str, Line] = {}
        for run in self.runs():
            if before is None or run < before:
                for line in self._own(run):
                    found.setdefault(line.digest, line)
        return found

    def views(self, before: str) -> dict[tuple[str, str], str]:
        """The digest of each picture in the evidence of runs before this one, by its address and what it shows."""
        found: dict[tuple[str, str], str] = {}
        for run in self.runs():
            if run < before:
                for line in self._of_pictures(run):
                    found[line.url, line.drawn_from] = line.digest
        return found

    def _of_pictures(self, run: str) -> Iterator[Line]:
        with contextlib.suppress(OSError, UnicodeDecodeError):
            for text in self.index(run).read_text(encoding="ascii").splitlines():
                line = read_line(text) if '"drawn_from"' in text else None
                if line is not None:
                    yield line

    def _own(self, run: str) -> Iterator[Line]:
        """The lines of a run whose bodies lie in its own file; most lines of most nights only say: as before."""
        with contextlib.suppress(OSError, UnicodeDecodeError):
            for text in self.index(run).read_text(encoding="ascii").splitlines():
                line = None if f'"{REVISIT}"' in text else read_line(text)
                if line is not None and line.digest:
                    yield line

    def show(self, run: str) -> None:
        """Give the parts of a run their names: from now on they are its evidence."""
        file, index = self._parts(run)
        index.replace(self.index(run))
        file.replace(self.file(run))
        handle = os.open(self.home, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def discard(self, run: str) -> None:
        """Remove the evidence of a run, and what lies aside for it; raises OSError."""
        for path in (
            self.index(run),
            self.file(run),
            self.scratch(run),
        ):  # of a file without index `runs` still tells
            path.unlink(missing_ok=True)
        self.give_up(run)

    def tidy(self, unfinished: frozenset[str]) -> None:
        """Remove what killed runs left aside, but for those that can be taken up. Nobody else may be writing."""
        for path in self.home.glob(f".*{_SCRATCH}"):
            if path.name.removeprefix(".").removesuffix(_SCRATCH) not in unfinished:
                path.unlink(missing_ok=True)
        for path in self.home.glob(f".*{_FILE}{_PART}"):
            run = path.name.removeprefix(".").removesuffix(f"{_FILE}{_PART}")
            file, index = self._parts(run)
            if not index.exists():
                file.replace(self.file(run))
            self.give_up(run)
        for path in self.home.glob(f".*{_INDEX}{_PART}"):
            path.unlink(missing_ok=True)
