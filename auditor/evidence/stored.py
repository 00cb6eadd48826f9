"""Stored bodies as plain files that do nothing when somebody opens them.

Their names come from us alone. What a browser would run is named as plain text; what it can only show, and office
files without macros, as what it is; anything else so that nothing opens it by itself.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.crawl.warc.bodies import body_at
from auditor.evidence.names import BODIES
from auditor.extract.sniff import sniff

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.crawl.warc.cdxj import Line
    from auditor.evidence.shelf import Shelf

_AS_THEY_ARE = frozenset({"pdf", "jpg", "png", "gif", "webp", "docx", "xlsx", "pptx"})
_TEXTS = frozenset({"html", "xml", "svg", "json", "js", "css", "csv", "txt", "rss", "atom", "text", "eml"})
_ENDS = 256 * 1024  # bytes at both ends that tell what a file is
_MARK = 12  # letters of the SHA-256 in a name


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBody:
    """A body as a file of the package."""

    name: str
    sha256: str
    size: int


class Bodies:
    """Writes each body once."""

    def __init__(self, shelf: Shelf, home: Path) -> None:
        """`home`: the folder of the package."""
        self._shelf, self._home = shelf, home
        self._by_digest: dict[str, StoredBody | None] = {}

    def stored(self, line: Line) -> StoredBody | None:
        """The file of the body that lies at `line`; None if there is no byte of it.

        Raises:
            OSError: it cannot be read or written.
        """
        if line.digest not in self._by_digest:
            self._by_digest[line.digest] = self._write(line)
        return self._by_digest[line.digest]

    def _write(self, line: Line) -> StoredBody | None:
        folder = self._home / BODIES
        folder.mkdir(exist_ok=True)
        part = folder / "part"
        sha256, size, first, last = hashlib.sha256(), 0, b"", b""
        with (self._shelf.home / line.filename).open("rb") as source, part.open("wb") as file:
            for piece in body_at(source, line.offset):
                file.write(piece)
                sha256.update(piece)
                size += len(piece)
                first = first if len(first) >= _ENDS else first + piece
                last = (last + piece)[-_ENDS:]
        if not size:
            part.unlink()
            return None
        known = sniff(first if size <= len(first) else first + last, line.mime)
        number = sum(body is not None for body in self._by_digest.values()) + 1
        name = f"{BODIES}/{number:04d}-{sha256.hexdigest()[:_MARK]}.{_ending(known)}"
        part.rename(self._home / name)
        return StoredBody(name=name, sha256=sha256.hexdigest(), size=size)


def _ending(known: str | None) -> str:
    if known in _AS_THEY_ARE:
        return str(known)
    if known in _TEXTS:
        return "txt" if known in {"txt", "text"} else f"{known}.txt"
    return f"{known}.bin" if known else "bin"
