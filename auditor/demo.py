"""The bundled example: the site of a fictional agency, served on loopback, with the faults that real ones have."""

from __future__ import annotations

import mimetypes
import threading
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

AS_OF = date(2024, 6, 15)
"""The day for which the example's dates are made; judged on a later one, more of it would be out of date."""

FOLDER = Path(__file__).resolve().parent / "demo_site"
FILES = {f"/{file.relative_to(FOLDER).as_posix()}": file for file in FOLDER.rglob("*") if file.is_file()}
START, NOT_FOUND = FOLDER / "index.html", FOLDER / "not-found.html"


@contextmanager
def serve() -> Iterator[str]:
    """Serve the example while the context is open; yields the address of its start page."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    """The folder's files and nothing else, and a page of its own for what is not there."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the file that the path names."""
        path = urlsplit(self.path).path
        file = START if path == "/" else FILES.get(path)
        body = (file or NOT_FOUND).read_bytes()
        kind = mimetypes.guess_type((file or NOT_FOUND).name)[0] or "application/octet-stream"
        self.send_response(200 if file else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name is the library's)
        """Say nothing: standard error belongs to the audit's progress."""

    do_HEAD = do_GET  # noqa: N815  (the name is the library's)
