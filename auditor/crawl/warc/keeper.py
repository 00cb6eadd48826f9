"""Keeping what comes of each request in a WARC/1.1 file."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING

from auditor.crawl.redirects import Hop
from auditor.crawl.warc.records import info_record, pressed, record_of
from auditor.errors import OutputError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.crawl.warc.records import Record
    from auditor.facts import Skipped, Unreachable


class WarcKeeper:
    """Appends what comes of each request to a WARC file.

    A write that fails is no fault of the site: the crawl goes on without the file, and `close` tells.
    """

    def __init__(self, path: Path) -> None:
        """Begin a new file, compressed record by record if its name ends in `.gz`; raises OutputError."""
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file: IO[bytes] = path.open("xb")
        except FileExistsError:
            raise UsageError(f"--keep-warc {path}: the file is there already; name a new one") from None
        except OSError as error:
            raise OutputError(f"{path} cannot be written: {error.strerror}") from error
        self._failed: OSError | None = None
        self.put(info_record(path.name, datetime.now(UTC)))

    def keep(
        self, url: str, method: str, hop: Hop | Unreachable | Skipped, tls_error: str | None
    ) -> Hop | Unreachable | Skipped:
        """Keep what came of one request; the answer, with the id of its record."""
        record = record_of(url, method, hop, tls_error)
        self.put(record)
        if not isinstance(hop, Hop) or method == "HEAD":
            return hop
        return replace(hop, reply=replace(hop.reply, warc=record.field("WARC-Record-ID")))

    def close(self) -> None:
        """Finish the file and see it on the disk; raises OutputError if not all of it could be written."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
        except OSError as error:
            self._failed = self._failed or error
        if self._failed is not None:
            raise OutputError(f"{self.path} cannot be written: {self._failed.strerror}") from self._failed

    def put(self, record: Record) -> None:
        """Keep a record."""
        if self._failed is not None:
            return
        try:
            pieces = record.pieces()
            self._file.writelines(pressed(pieces) if self.path.suffix == ".gz" else pieces)
            self._file.flush()
        except OSError as error:
            self._failed = error
