"""The body that a record holds, piece by piece."""

from __future__ import annotations

import zlib
from typing import IO, TYPE_CHECKING

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLICE = 256 * 1024


def body_at(file: IO[bytes], offset: int) -> Iterator[bytes]:
    """The body of the answer that lies there, as our own records keep it: decoded.

    Raises:
        OSError: the record is damaged.
    """
    try:
        file.seek(offset)
        record = next(iter(ArchiveIterator(file)))
        while piece := record.raw_stream.read(_SLICE):
            yield piece
    except (ArchiveLoadFailed, zlib.error, EOFError, ValueError, StopIteration) as exc:
        raise OSError(f"damaged record: {exc}"[:300]) from exc
