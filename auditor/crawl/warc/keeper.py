"""Keeping what comes of each request in a WARC/1.1 file."""

from __future__ import annotations

import io
import json
import os
import uuid
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from typing import IO, TYPE_CHECKING, Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from auditor import __version__
from auditor.crawl.redirects import Hop
from auditor.crawl.warc.marks import FAILURE, HEAD, TLS_ERROR
from auditor.errors import OutputError, UsageError
from auditor.facts import Skipped, Unreachable

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.crawl.exchange import Reply

_CODINGS = frozenset({"content-encoding", "transfer-encoding", "content-length"})


class WarcKeeper:
    """Appends what comes of each request to a WARC file.

    A write that fails is no fault of the site: the crawl goes on without the file, and `close` tells.
    """

    def __init__(self, path: Path) -> None:
        """Begin a new file, compressed record by record if its name ends in `.gz`; raises OutputError."""
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file: IO[bytes] = path.open("xb")
        except FileExistsError:
            raise UsageError(f"--keep-warc {path}: the file is there already; name a new one") from None
        except OSError as error:
            raise OutputError(f"{path} cannot be written: {error.strerror}") from error
        self._failed: OSError | None = None
        self._writer = WARCWriter(self._file, gzip=path.suffix == ".gz", warc_version="1.1")
        info = {"software": f"auditor/{__version__}", "format": "WARC File Format 1.1"}
        self._write(self._writer.create_warcinfo_record(path.name, info))

    def keep(
        self, url: str, method: str, hop: Hop | Unreachable | Skipped, tls_error: str | None
    ) -> Hop | Unreachable | Skipped:
        """Keep what came of one request; the answer, with the id of its record."""
        if not isinstance(hop, Hop):
            self._keep_failure(url, method, hop)
            return hop
        record_id = f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{url} {hop.at.isoformat()}')}>"
        headers = _dated(hop.at) | {"WARC-Record-ID": record_id}
        if hop.insecure and tls_error:
            headers[TLS_ERROR] = " ".join(tls_error.split())
        if method == "HEAD":
            fields = {"status": hop.reply.status, "headers": _kept_fields(hop.reply)}
            self._keep_metadata(url, HEAD, fields, headers)
            return hop
        status = f"{hop.reply.status} {_phrase(hop.reply.status)}".strip()
        record = self._writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(hop.reply.body),
            length=len(hop.reply.body),
            warc_headers_dict=headers,
            http_headers=StatusAndHeaders(status, _kept_fields(hop.reply), protocol="HTTP/1.1"),
        )
        self._write(record)
        return replace(hop, reply=replace(hop.reply, warc=record_id))

    def close(self) -> None:
        """Finish the file and see it on the disk; raises OutputError if not all of it could be written."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
        except OSError as error:
            self._failed = self._failed or error
        if self._failed is not None:
            raise OutputError(f"{self._path} cannot be written: {self._failed.strerror}") from self._failed

    def _keep_failure(self, url: str, method: str, failure: Unreachable | Skipped) -> None:
        fields = {"state": type(failure).__name__.lower(), "why": failure.why, "detail": failure.detail}
        at = failure.at if isinstance(failure, Unreachable) else datetime.now(UTC)
        self._keep_metadata(url, FAILURE, fields | {"method": method}, _dated(at))

    def _keep_metadata(self, url: str, kind: str, fields: dict[str, Any], headers: dict[str, str]) -> None:
        body = json.dumps(fields, ensure_ascii=True).encode()
        record = self._writer.create_warc_record(
            url,
            "metadata",
            payload=io.BytesIO(body),
            length=len(body),
            warc_content_type=kind,
            warc_headers_dict=headers,
        )
        self._write(record)

    def _write(self, record: Any) -> None:
        if self._failed is not None:
            return
        try:
            self._writer.write_record(record)
        except OSError as error:
            self._failed = error


def _kept_fields(reply: Reply) -> list[tuple[str, str]]:
    """The header fields of an answer whose body is kept decoded; one line each, whatever they held."""
    kept = []
    for name, value in reply.headers:
        plain = " ".join(value.split())
        kept.append((f"x-archive-orig-{name}" if name in _CODINGS else name, plain))
    if reply.location is not None:
        kept = [(name, value) for name, value in kept if name != "location"]
        kept.append(("location", " ".join(_percented(reply.location).split())))
    return [*kept, ("content-length", str(len(reply.body)))]


def _percented(location: bytes) -> str:
    return "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in location)  # noqa: PLR2004


def _dated(at: datetime) -> dict[str, str]:
    return {"WARC-Date": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")}


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
