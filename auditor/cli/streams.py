"""Standard output and standard error as they are given to us: closed, full, or with a reader that leaves early.

The log goes to standard error, harmless whatever the outside put into it (RELIABILITY_RULES 23).
"""

from __future__ import annotations

import io
import logging
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_LAST_STANDARD = 2


class _WithoutReader(io.FileIO):
    """Writes while somebody reads; what nobody reads any more (`| head`) is dropped. Other failures raise once."""

    lost = False

    def write(self, data: ReadableBuffer, /) -> int:
        """Write, or drop."""
        if not self.lost:
            try:
                return super().write(data)
            except BrokenPipeError:
                self.lost = True
            except OSError:
                self.lost = True
                raise
        return memoryview(data).nbytes


class _Spare(io.FileIO):
    """Writes what can be written; no failure of it may cost an audit."""

    def write(self, data: ReadableBuffer, /) -> int:
        """Write, or drop."""
        try:
            return super().write(data)
        except OSError:
            return memoryview(data).nbytes


class _HarmlessLines(logging.Formatter):
    """Every record, and every line of a traceback, on a line of its own that can act on no terminal."""

    def format(self, record: logging.LogRecord) -> str:
        """The lines of a record."""
        from auditor.report.safe_text import one_line  # noqa: PLC0415  (only when needed)

        return "\n".join(map(one_line, super().format(record).splitlines()))


def settle_streams() -> None:
    """Make both streams such that writing to them ends no audit early; a full disk under standard output still does.

    A terminal that has no Thai letters shows their codes. The log begins here.
    """
    # A closed standard stream would be the next file or connection that is opened.
    while (number := os.open(os.devnull, os.O_RDWR)) <= _LAST_STANDARD:
        pass
    os.close(number)
    sys.stdout = _settled(sys.stdout, 1, _WithoutReader)
    sys.stderr = _settled(sys.stderr, 2, _Spare)
    log = logging.StreamHandler(sys.stderr)
    log.setFormatter(_HarmlessLines("auditor: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[log])


def _settled(stream: TextIO | None, number: int, kind: type[io.FileIO]) -> TextIO:
    if stream is not None and not (isinstance(stream, io.TextIOWrapper) and _writes_to(stream, number)):
        return stream  # somebody has put one of their own in its place
    if stream is not None:
        stream.flush()
    encoding = stream.encoding if stream is not None else "utf-8"
    raw = kind(number, "wb", closefd=False)
    return io.TextIOWrapper(
        io.BufferedWriter(raw),
        encoding=encoding,
        errors="backslashreplace",
        line_buffering=raw.isatty() or number > 1,
    )


def _writes_to(stream: io.TextIOWrapper, number: int) -> bool:
    try:
        return stream.fileno() == number
    except (OSError, ValueError):
        return False
