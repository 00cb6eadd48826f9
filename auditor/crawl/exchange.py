"""One request and its answer over a connection of its own; what goes wrong is raised, for `fetch` to catch."""

from __future__ import annotations

import contextlib
import errno
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpcore

from auditor.crawl.connection import CheckedAddresses, HandshakeFailed
from auditor.crawl.decoding import Body
from auditor.crawl.gauge import Gauge, RefusedAnswer
from auditor.crawl.headers import codings
from auditor.facts import Why
from auditor.urls import is_address

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from auditor.config import NetworkLimits
    from auditor.crawl.deadline import Deadline
    from auditor.crawl.purpose import Allowance
    from auditor.urls import Address

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LEAST_STATUS, _LARGEST_STATUS = 200, 599
_PARTIAL_CONTENT = 206
_NOT_MODIFIED = 304
_BODILESS = frozenset({204, 205, 304})
_CONDITIONS = frozenset({"if-none-match", "if-modified-since"})
_LARGE = 32 * 1024 * 1024  # only one body at a time may grow beyond this, so that memory stays bounded
_SLICE = 8 * 1024  # wire bytes decoded between two looks at the size

# What httpcore and the system raise when a site, not we, failed; first match wins.
_CAUSES: tuple[tuple[type[Exception], Why], ...] = (
    (HandshakeFailed, Why.TLS),
    (TimeoutError, Why.TIMEOUT),
    (httpcore.TimeoutException, Why.TIMEOUT),
    (httpcore.ConnectError, Why.REFUSED),
    (httpcore.NetworkError, Why.RESET),
    (httpcore.ProtocolError, Why.PROTOCOL),
)
_BY_ERRNO = {errno.ETIMEDOUT: Why.TIMEOUT, errno.ECONNRESET: Why.RESET}
FAILURES: tuple[type[Exception], ...] = (*(kind for kind, _ in _CAUSES), RefusedAnswer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer to one request, redirects not followed."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    wire_bytes: int
    location: bytes | None = None  # as sent, of a redirect
    warc: str | None = None  # the record that keeps it


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is asked, of which address, and what the answer may cost."""

    address: Address
    connect_to: tuple[str, ...]
    method: str
    headers: tuple[tuple[str, str], ...]
    allowance: Allowance
    widen: Callable[[tuple[tuple[str, str], ...]], Allowance]  # the allowance once the head is known
    on_head: Callable[[int], None]  # told the status as soon as it is there
    on_end: Callable[[int], None]  # told the bytes that came in, however it ended
    limits: NetworkLimits
    deadline: Deadline


async def exchange(ask: Ask, context: ssl.SSLContext | None, large: asyncio.Lock) -> Reply:
    """Send one request and read its answer; raises one of FAILURES."""
    gauge = Gauge(
        head_bytes=ask.limits.head_bytes,
        head_fields=ask.limits.head_fields,
        body_bytes=ask.allowance.wire_bytes,
    )
    address = ask.address
    connection = httpcore.AsyncHTTPConnection(
        origin=httpcore.Origin(address.scheme.encode(), address.host.encode(), address.effective_port),
        ssl_context=context,
        network_backend=CheckedAddresses(ask.connect_to, gauge),
    )
    try:
        response = await connection.handle_async_request(_request(ask))
        return await _read(ask, response, gauge, large)
    except (httpcore.RemoteProtocolError, httpcore.ReadError) as error:
        raise _broken_off(error, gauge) from error
    finally:
        ask.on_end(gauge.wire_bytes)
        await connection.aclose()


def why_of(error: Exception) -> Why:
    """The cause, of the closed list, that one of FAILURES stands for."""
    if isinstance(error, RefusedAnswer):
        return error.why
    why = next(why for kind, why in _CAUSES if isinstance(error, kind))
    return _BY_ERRNO.get(_system_error(error).errno or 0, why) if why is Why.REFUSED else why


def detail_of(error: Exception) -> str:
    """What happened, in words for a log."""
    silent: dict[type[BaseException], str] = {
        httpcore.ConnectTimeout: "no connection in time",
        httpcore.ReadTimeout: "silent for too long",
    }
    return _system_error(error).strerror or str(error) or silent.get(type(error)) or type(error).__name__


def _system_error(error: BaseException) -> OSError:
    """The operating system's own error beneath; an empty one if there is none."""
    found = OSError()
    link: BaseException | None = error
    while link is not None:
        if isinstance(link, OSError) and not isinstance(link, ssl.SSLError) and link.errno:
            found = link
        link = link.__cause__ or link.__context__
    return found


def _request(ask: Ask) -> httpcore.Request:
    address, limits = ask.address, ask.limits
    timeouts = {"connect": limits.connect_seconds, "read": limits.silence_seconds, "write": limits.silence_seconds}
    name = address.host.strip("[]").rstrip(".")
    return httpcore.Request(
        ask.method.encode(),
        httpcore.URL(
            scheme=address.scheme.encode(),
            host=address.host.encode(),
            port=address.effective_port,
            target=address.target.encode("ascii"),
        ),
        headers=[("Host", address.authority), *ask.headers, ("Connection", "close")],
        extensions={"timeout": timeouts, **({} if is_address(name) else {"sni_hostname": name})},
    )


async def _read(ask: Ask, response: httpcore.Response, gauge: Gauge, large: asyncio.Lock) -> Reply:
    raw = tuple((name.decode("ascii").lower(), value) for name, value in response.headers)
    headers = tuple((name, _text(value)) for name, value in raw)
    _check_head(ask, response.status, headers)
    ask.on_head(response.status)
    location = next((value for name, value in raw if name == "location"), None)
    moved = response.status in REDIRECTS
    body = b"" if moved or ask.method == "HEAD" else await _body(ask, response, headers, gauge, large)
    return Reply(
        status=response.status,
        headers=headers,
        body=body,
        wire_bytes=gauge.wire_bytes,
        location=(location or b"") if moved else None,
    )


def _check_head(ask: Ask, status: int, headers: tuple[tuple[str, str], ...]) -> None:
    """Refuse what HTTP does not allow (RELIABILITY_RULES 6); conflicting lengths of one kind h11 has refused."""
    names = {name for name, _ in headers}
    if not _LEAST_STATUS <= status <= _LARGEST_STATUS:
        raise RefusedAnswer(Why.PROTOCOL, f"status {status}")
    if status == _NOT_MODIFIED and not _CONDITIONS & {name.lower() for name, _ in ask.headers}:
        raise RefusedAnswer(Why.PROTOCOL, "304 although no condition was sent")
    if status == _PARTIAL_CONTENT:
        raise RefusedAnswer(Why.PROTOCOL, "206 although no range was asked for")
    if {"content-length", "transfer-encoding"} <= names:  # RFC 9112 6.3: ought to be handled as an error
        raise RefusedAnswer(Why.PROTOCOL, "two different lengths")
    if len(headers) > ask.limits.head_fields:
        raise RefusedAnswer(Why.PROTOCOL, f"the head has more than {ask.limits.head_fields} fields")


async def _body(
    ask: Ask,
    response: httpcore.Response,
    headers: tuple[tuple[str, str], ...],
    gauge: Gauge,
    large: asyncio.Lock,
) -> bytes:
    allowance = ask.widen(headers)
    gauge.body_bytes = allowance.wire_bytes + (ask.limits.head_bytes if allowance.cut else 0)
    declared = next((int(value) for name, value in headers if name == "content-length"), 0)
    if declared > allowance.wire_bytes and not allowance.cut:
        raise RefusedAnswer(Why.TOO_LARGE, f"{declared} bytes declared, {allowance.wire_bytes} allowed")
    body = Body(
        () if response.status in _BODILESS else codings(headers),
        wire_limit=allowance.wire_bytes,
        limit=allowance.decoded_bytes,
        cut=allowance.cut,
    )
    async with contextlib.AsyncExitStack() as held:
        is_large = False
        async for chunk in response.aiter_stream():
            for start in range(0, len(chunk), _SLICE):
                body.feed(chunk[start : start + _SLICE])
                if body.full:
                    return body.finish()
                if body.size > _LARGE and not is_large:
                    is_large = True
                    with ask.deadline.suspended():
                        await held.enter_async_context(large)
        return body.finish()


def _broken_off(error: httpcore.RemoteProtocolError | httpcore.ReadError, gauge: Gauge) -> RefusedAnswer:
    """Tell an answer that never began from one that broke off and from one that is not HTTP."""
    if not gauge.wire_bytes:
        return RefusedAnswer(Why.RESET, "the connection was closed without an answer")
    if gauge.ended or isinstance(error, httpcore.ReadError):
        return RefusedAnswer(Why.TRUNCATED, str(error) or "the connection broke off")
    return RefusedAnswer(Why.PROTOCOL, str(error))


def _text(value: bytes) -> str:
    """A header value as text: UTF-8, as servers of our time send it, else byte by byte."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
