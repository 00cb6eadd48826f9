"""A loopback server that sends whatever bytes a test scripts: valid, broken, endless or none."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator

Script = Callable[["Exchange"], Awaitable[None]]


@dataclass(slots=True, kw_only=True)
class Exchange:
    """One connection: the request that came and the way to answer it."""

    target: str
    head: str
    writer: asyncio.StreamWriter

    async def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.writer.write(data)
        await self.writer.drain()

    async def silence(self) -> None:
        """Say nothing more; ends when the test is over."""
        await asyncio.Event().wait()

    def reset(self) -> None:
        """Break the connection off without a farewell."""
        self.writer.transport.abort()


@dataclass(slots=True, kw_only=True)
class HostileServer:
    """The server while it runs: where it is and what it was asked."""

    port: int
    scheme: str = "http"
    requests: list[str] = field(default_factory=list)  # heads, in the order in which they came
    open_now: int = 0
    most_open: int = 0

    @property
    def origin(self) -> str:
        """`http://127.0.0.1:port`."""
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def url(self, path: str = "/") -> str:
        """An address on this server."""
        return self.origin + path


@contextlib.asynccontextmanager
async def hostile_server(
    script: Script, tls: ssl.SSLContext | None = None, *, greets: bool = False
) -> AsyncIterator[HostileServer]:
    """Serve every connection by `script`; the connection is closed when the script ends.

    With `greets` the script begins at once, without a request.
    """
    running: set[asyncio.Task[None]] = set()
    transports: list[asyncio.WriteTransport] = []
    state = HostileServer(port=0, scheme="https" if tls else "http")

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task:
            running.add(task)
            task.add_done_callback(running.discard)
        transports.append(writer.transport)
        state.open_now += 1
        state.most_open = max(state.most_open, state.open_now)
        try:
            head = "GET / " if greets else (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            state.requests.append(head)
            await script(Exchange(target=head.split(" ")[1], head=head, writer=writer))
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the client has had enough, or the test has
        finally:
            state.open_now -= 1
            writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0, ssl=tls)
    state.port = server.sockets[0].getsockname()[1]
    try:
        yield state
    finally:
        server.close()
        for task in tuple(running):
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        for transport in transports:
            transport.abort()  # some still hold bytes that nobody will read
        await asyncio.sleep(0)  # the loop closes them in its next round


def answering(*answers: bytes) -> Script:
    """Send the answers in turn, one a connection, the last one over and over."""
    left = list(answers)

    async def script(exchange: Exchange) -> None:
        await exchange.send(left.pop(0) if len(left) > 1 else left[0])

    return script


def ok(body: bytes = b"fine", *fields: str, status: str = "200 OK") -> bytes:
    """A valid answer with further header fields."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *fields, "", ""]
    return "\r\n".join(lines).encode() + body


def moved(location: str, status: int = 302) -> bytes:
    """A redirect."""
    return ok(b"", f"Location: {location}", status=f"{status} Moved")
