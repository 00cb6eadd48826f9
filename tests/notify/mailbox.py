"""An SMTP server on loopback for tests: it takes what comes, over TLS or not, and can be told to refuse.

In a thread of its own; speaks just enough ESMTP: STARTTLS, AUTH PLAIN, one message after the other.
"""

from __future__ import annotations

import asyncio
import base64
import ssl
import threading
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from email.message import EmailMessage

_LARGEST = 64 * 1024 * 1024
# A key and self-signed certificate for 127.0.0.1, made for these tests and known to everyone.
CERTIFICATE = Path(__file__).parent.parent / "crawl" / "data" / "loopback.pem"


@dataclass
class Mailbox:
    """A server at `port` while its context is open."""

    tls: str = "none"  # as in the configuration
    user: str = ""
    password: str = ""
    answers: list[str] = field(default_factory=list)  # to the next messages, instead of taking them
    refused: frozenset[str] = frozenset()  # receivers
    letters: list[EmailMessage] = field(default_factory=list, init=False)
    receivers: list[tuple[str, ...]] = field(default_factory=list, init=False)
    encrypted: list[bool] = field(default_factory=list, init=False)  # for each message
    port: int = field(default=0, init=False)

    def __enter__(self) -> Self:
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._closing.set)
        self._thread.join()

    def _context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        return context

    async def _serve(self) -> None:
        self._loop, self._closing = asyncio.get_running_loop(), asyncio.Event()
        context = self._context() if self.tls == "tls" else None
        server = await asyncio.start_server(self._converse, "127.0.0.1", 0, ssl=context, limit=_LARGEST)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._closing.wait()
        server.close()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await _Conversation(self, reader, writer).held()
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        finally:
            writer.close()


class _Conversation:
    def __init__(self, box: Mailbox, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._box, self._reader, self._writer = box, reader, writer
        self._to: list[str] = []
        self._logged_in = not box.user

    async def held(self) -> None:
        self._say("220 loopback ESMTP")
        while line := (await self._reader.readline()).decode().strip():
            verb, _, rest = line.partition(" ")
            if verb.upper() == "QUIT":
                self._say("221 bye")
                return
            await self._heed(verb.upper(), rest)

    async def _heed(self, verb: str, rest: str) -> None:
        box = self._box
        if verb == "EHLO":
            starttls = ["250-STARTTLS"] if box.tls == "starttls" and not self._encrypted else []
            self._say("250-loopback", *starttls, "250 AUTH PLAIN")
        elif verb == "STARTTLS":
            self._say("220 go ahead")
            await self._writer.drain()
            await self._writer.start_tls(box._context())
        elif verb == "AUTH":
            given = base64.b64decode(rest.partition(" ")[2]).decode().split("\0")[1:]
            self._logged_in = given == [box.user, box.password]
            self._say("235 welcome" if self._logged_in else f"535 no, {rest} and {given[-1]} are wrong")
        elif verb == "RCPT" and self._logged_in:
            to = rest.partition("<")[2].rstrip(">")
            self._say("550 nobody here" if to in box.refused else "250 fine")
            self._to += [] if to in box.refused else [to]
        elif verb == "DATA" and self._to:
            await self._take()
        else:
            self._say("250 fine" if self._logged_in or verb in {"RSET", "NOOP"} else "530 log in first")

    @property
    def _encrypted(self) -> bool:
        return self._writer.get_extra_info("ssl_object") is not None

    async def _take(self) -> None:
        self._say("354 go on")
        raw = (await self._reader.readuntil(b"\r\n.\r\n"))[:-3].replace(b"\r\n..", b"\r\n.")
        if self._box.answers:
            self._say(self._box.answers.pop(0))
        else:
            letter = message_from_bytes(raw, policy=policy.default)
            self._box.letters.append(letter)
            self._box.receivers.append(tuple(self._to))
            self._box.encrypted.append(self._encrypted)
            self._say("250 taken")
        self._to = []

    def _say(self, *lines: str) -> None:
        self._writer.write("".join(f"{line}\r\n" for line in lines).encode())
