"""The one way out (RELIABILITY_RULES 1): name look-up, TCP and TLS, with every byte that comes in counted.

Each request has a connection of its own, to an address that was checked before: no answer can then be left over
for the next request, and no second look-up can lead elsewhere. Host and SNI keep the name.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import socket
import ssl
import threading
from typing import TYPE_CHECKING, Any

import httpcore
import httpx

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.crawl.gauge import Gauge


class HandshakeFailed(httpcore.ConnectError):
    """TLS could not be agreed on: a bad certificate, or no common version, cipher or language at all."""


async def look_up(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a name, each once; raises OSError.

    IPv4 comes first: a machine without a way to IPv6 then wastes no time. A daemon thread asks, so that a name
    server that never answers does not hold the program back when it ends.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[tuple[str, ...]] = loop.create_future()

    def settle(addresses: tuple[str, ...], error: OSError | None) -> None:
        if not answer.done():
            answer.set_exception(error) if error else answer.set_result(addresses)

    def ask() -> None:
        addresses: tuple[str, ...] = ()
        error: OSError | None = None
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            each_once = dict.fromkeys(str(place[0]) for *_, place in found)
            addresses = tuple(sorted(each_once, key=lambda address: ":" in address))
        except OSError as failure:
            error = failure
        except UnicodeError as failure:  # a label is empty or longer than DNS allows
            error = socket.gaierror(socket.EAI_NONAME, str(failure))
        with contextlib.suppress(RuntimeError):  # the loop may have ended meanwhile
            loop.call_soon_threadsafe(settle, addresses, error)

    threading.Thread(target=ask, name="look-up", daemon=True).start()
    return await answer


class GaugedStream(httpcore.AsyncNetworkStream):
    """A network stream whose incoming bytes pass a gauge."""

    def __init__(self, stream: httpcore.AsyncNetworkStream, gauge: Gauge) -> None:
        self._stream = stream
        self._gauge = gauge

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 (httpcore's signature)
        """Read and count; raises RefusedAnswer when it is too much."""
        data = await self._stream.read(max_bytes, timeout)
        self._gauge.feed(data)
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 (httpcore's signature)
        """Write all of it."""
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        """Close without a farewell that could be waited for."""
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 (httpcore's signature)
    ) -> httpcore.AsyncNetworkStream:
        """Begin TLS; raises HandshakeFailed whatever went wrong but time."""
        try:
            stream = await self._stream.start_tls(ssl_context, server_hostname, timeout)
        except httpcore.ConnectError as error:
            raise HandshakeFailed(_tls_words(error)) from error
        except ValueError as error:  # a name that no certificate can hold
            raise HandshakeFailed(str(error)) from error
        return GaugedStream(stream, self._gauge)

    def get_extra_info(self, info: str) -> Any:
        """What the stream beneath knows of itself."""
        return self._stream.get_extra_info(info)


class CheckedAddresses(httpcore.AsyncNetworkBackend):
    """Connects to addresses that were checked, whatever name it is asked for."""

    def __init__(self, addresses: tuple[str, ...], gauge: Gauge) -> None:
        self._addresses = addresses
        self._gauge = gauge
        self._backend = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 (httpcore's signature)
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address that answers; the last failure is raised if none does."""
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._addresses:
            try:
                stream = await self._backend.connect_tcp(address, port, timeout, local_address, socket_options)
                return GaugedStream(stream, self._gauge)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


@functools.cache
def verifying_context() -> ssl.SSLContext:
    """TLS that demands a valid certificate; neither environment nor system settings are asked."""
    return httpx.create_ssl_context(verify=True, trust_env=False)


def _tls_words(error: Exception) -> str:
    """What OpenSSL said, without its file and line numbers."""
    cause = error.__cause__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"certificate: {cause.verify_message}"
    if isinstance(cause, ssl.SSLError):
        return f"TLS: {cause.reason or cause}"
    return "the connection was closed during the TLS handshake"


@functools.cache
def lenient_context() -> ssl.SSLContext:
    """TLS that only hides the talk: any certificate, old versions, weak ciphers, no secure renegotiation.

    Servers of small offices are old. What they say is still the site; it is marked as insecure.
    """
    context = httpx.create_ssl_context(verify=False, trust_env=False)
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
    context.set_ciphers("ALL:@SECLEVEL=0")
    return context
