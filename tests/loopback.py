"""A small web site on loopback for tests: what it answers is a table, what it was asked is a log.

It runs in a thread of its own, so that the code under test may block or run its own event loop. It speaks just
enough HTTP/1.1: GET and HEAD, keep-alive, one Content-Length. It checks nothing that it is sent.
"""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HTML = "text/html; charset=utf-8"
REASONS = {200: "OK", 301: "Moved Permanently", 302: "Found", 404: "Not Found", 503: "Service Unavailable"}


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer; text is sent as UTF-8."""

    body: bytes | str = b""
    content_type: str | None = HTML
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    delay: float = 0.0  # seconds before the first byte
    hang_up: bool = False  # close the connection instead of answering

    @classmethod
    def to(cls, location: str, status: int = 302) -> Reply:
        """A redirect; `location` is sent as it is."""
        return cls(status=status, headers=(("Location", location),))

    def encoded(self, *, head_only: bool) -> bytes:
        """The bytes of the whole answer."""
        body = self.body.encode() if isinstance(self.body, str) else self.body
        lines = [f"HTTP/1.1 {self.status} {REASONS.get(self.status, 'Status')}", f"Content-Length: {len(body)}"]
        if self.content_type is not None:
            lines.append(f"Content-Type: {self.content_type}")
        lines += [f"{name}: {value}" for name, value in self.headers]
        head = "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape")
        return head if head_only else head + body


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came."""

    method: str
    target: str  # path and query, as sent
    headers: tuple[tuple[str, str], ...]  # lower-case names
    at: float  # monotonic seconds

    def header(self, name: str) -> str | None:
        """The first value of a header, by lower-case name."""
        return next((value for key, value in self.headers if key == name), None)


NOT_FOUND = Reply("<!doctype html><title>404</title><p>not found", status=404)


_MOMENT = 0.005  # seconds


@dataclass
class LoopbackSite:
    """A site at `url` while its context is open.

    `pages` maps path and query to a Reply. Both are compared decoded and with the query's fields sorted, so that
    keys may be written in Thai letters. What is not in the table goes to `make`, and then gets `missing`.
    """

    pages: Mapping[str, Reply] = field(default_factory=dict)
    missing: Reply = NOT_FOUND
    make: Callable[[Asked], Reply | None] | None = None
    host: str = "127.0.0.1"
    log: list[Asked] = field(default_factory=list, init=False)
    port: int = field(default=0, init=False)

    def __enter__(self) -> Self:
        self._table = {_identity(target): reply for target, reply in self.pages.items()}
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._closing.set)
        self._thread.join()

    @property
    def origin(self) -> str:
        """Scheme, host and port, without a slash at the end."""
        return f"http://{self.host}:{self.port}"

    @property
    def url(self) -> str:
        """Address of the start page."""
        return f"{self.origin}/"

    @property
    def targets(self) -> list[str]:
        """Paths and queries asked for, in order."""
        return [asked.target for asked in self.log]

    def reply_to(self, asked: Asked) -> Reply:
        """What a request gets."""
        found = self._table.get(_identity(asked.target))
        if found is None and self.make is not None:
            found = self.make(asked)
        return self.missing if found is None else found

    async def _serve(self) -> None:
        self._loop, self._closing = asyncio.get_running_loop(), asyncio.Event()
        self._conversations: set[asyncio.Task[None]] = set()
        server = await asyncio.start_server(self._converse, self.host, 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._closing.wait()
        await asyncio.sleep(_MOMENT)  # asyncio forgets the socket of who is just being accepted when a server closes
        server.close()
        for conversation in self._conversations:
            conversation.cancel()
        await asyncio.sleep(_MOMENT)  # the sockets close

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        conversation = asyncio.current_task()
        if conversation is not None:
            self._conversations.add(conversation)
        try:
            while await self._answer_one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.CancelledError):
            pass
        finally:
            if self._closing.is_set():
                writer.transport.abort()  # a reader who went away takes nothing more
            else:
                writer.close()
            if conversation is not None:
                self._conversations.discard(conversation)

    async def _answer_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; False once the connection is to be closed."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.rstrip("\r\n").split("\r\n")
        method, target, _ = first.split(" ", 2)
        fields = (line.partition(":") for line in lines)
        headers = tuple((name.strip().lower(), value.strip()) for name, _, value in fields)
        asked = Asked(method, target, headers, asyncio.get_running_loop().time())
        self.log.append(asked)
        reply = self.reply_to(asked)
        if reply.delay:
            await asyncio.sleep(reply.delay)
        if reply.hang_up:
            return False
        writer.write(reply.encoded(head_only=method == "HEAD"))
        await writer.drain()
        return (asked.header("connection") or "").lower() != "close"


def _identity(target: str) -> tuple[bytes, tuple[bytes, ...]]:
    path, _, query = target.partition("?")
    fields = (unquote_to_bytes(part.replace("+", " ")) for part in query.split("&") if part)
    return unquote_to_bytes(path), tuple(sorted(fields))
