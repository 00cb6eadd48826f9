"""Fetching: the one door to the network. Every way a site can fail comes back as a value (RELIABILITY_RULES 1–8).

It follows redirects by hand, asks the address guard and the caller before each hop, keeps the total deadline from
outside the HTTP client, and sends nothing that could identify anyone: no cookies, no credentials, no Referer.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol, Self

from auditor.crawl.addresses import AddressGuard, Closed
from auditor.crawl.connection import HandshakeFailed, lenient_context, look_up, verifying_context
from auditor.crawl.deadline import Deadline
from auditor.crawl.exchange import FAILURES, Ask, Reply, detail_of, exchange, why_of
from auditor.crawl.purpose import Allowance, Purpose, allowance, says_document
from auditor.crawl.redirects import Chain, Hop, Outcome, follow, unreachable
from auditor.facts import Skipped, SkipWhy, Unreachable, Why
from auditor.urls import is_address, parse

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator
    from contextlib import AbstractAsyncContextManager

    from auditor.config import CrawlSettings
    from auditor.crawl.addresses import LookUp
    from auditor.crawl.redirects import Permit
    from auditor.urls import Address

Headers = tuple[tuple[str, str], ...]
Conditions = Callable[[str], Headers]
"""For an address, the fields under which it need not send its body again."""

_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"


class Turn(Protocol):
    """Leave to send one request."""

    def answered(self, status: int) -> None:
        """The head of the answer is there."""
        ...


class Gate(Protocol):
    """Gives out turns; a context manager that waits before it opens and may raise RefusedAnswer."""

    def __call__(self, host: str, address: str, /) -> AbstractAsyncContextManager[Turn]:
        """A turn to ask this host at this address."""
        ...


class Keeper(Protocol):
    """Keeps every answer as it came, for a later look."""

    def keep(
        self, url: str, method: str, hop: Hop | Unreachable | Skipped, tls_error: str | None, /
    ) -> Hop | Unreachable | Skipped:
        """Keep what came of one request; the same, with where it is kept."""
        ...


@dataclass(slots=True, kw_only=True)
class Counters:
    """What the crawl has cost so far."""

    requests: int = 0
    wire_bytes: int = 0
    errors: int = 0
    external_names: set[str] = field(default_factory=set)  # that resolved

    @property
    def external_resolved(self) -> int:
        """How many names of other sites resolved: if some did, the network itself works."""
        return len(self.external_names)


@dataclass(slots=True, kw_only=True)
class _Chain(Chain):
    """One fetch over the network."""

    conditions: Conditions
    gate: Gate
    allowance: Allowance
    deadline: Deadline


class Fetcher:
    """Fetches for one crawl: one guard, one set of TLS contexts, one count."""

    def __init__(
        self,
        settings: CrawlSettings,
        *,
        allowed_origins: tuple[str, ...],
        look_up: LookUp = look_up,
        keeper: Keeper | None = None,
    ) -> None:
        """`allowed_origins`: the typed addresses, which may be loopback, private or on any port."""
        self.counters = Counters()
        self._settings = settings
        self._keeper = keeper
        self._guard = AddressGuard(allowed_origins, look_up)
        self._large = asyncio.Lock()
        self._tls_errors: dict[str, str] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing is left to close: every connection ends with its answer."""

    def tls_error(self, host: str) -> str | None:
        """What was wrong with the TLS of an ASCII host, as OpenSSL words it; None if nothing was."""
        return self._tls_errors.get(host)

    async def fetch(
        self,
        url: str,
        *,
        purpose: Purpose,
        method: str = "GET",
        conditions: Conditions | None = None,
        permit: Permit | None = None,
        gate: Gate | None = None,
    ) -> Outcome:
        """GET or HEAD `url` and follow its redirects.

        `permit` is asked for every address on the way; what it answers ends the fetch as Skipped. `gate` opens when
        a host and its address may be asked again. `conditions` are asked for every address, and go to it alone.
        """
        cost = allowance(purpose, self._settings.network)
        if purpose is Purpose.ANY and says_document(url):
            purpose, cost = Purpose.DOCUMENT, allowance(Purpose.DOCUMENT, self._settings.network)
        chain = _Chain(
            purpose=purpose,
            method=method,
            conditions=conditions or _unconditional,
            permit=permit,
            redirects=cost.redirects,
            gate=gate or _open_gate,
            allowance=cost,
            deadline=Deadline(cost.seconds),
        )
        outcome = await follow(url, chain, lambda address: self._kept_hop(address, chain))
        self.counters.errors += isinstance(outcome, Unreachable)
        return outcome

    async def _kept_hop(self, url: str, chain: _Chain) -> Hop | Unreachable | Skipped:
        hop = await self._hop(url, chain)
        if self._keeper is None:
            return hop
        address = parse(url)
        return self._keeper.keep(url, chain.method, hop, self.tls_error(address.host) if address else None)

    async def _hop(self, url: str, chain: _Chain) -> Hop | Unreachable | Skipped:
        """One request of a chain, guarded and in its turn."""
        address = parse(url)
        if address is None:
            return unreachable(Why.SCHEME, url)
        try:
            async with chain.deadline.running():
                checked = await self._guard.resolve(address.scheme, address.host, address.effective_port)
            if isinstance(checked, Closed):
                return Skipped(why=SkipWhy.PRIVATE, detail=checked.reason)
            if chain.purpose is Purpose.EXTERNAL and not is_address(address.host):
                self.counters.external_names.add(address.host)
            async with chain.gate(address.host, checked[0]) as turn, chain.deadline.running():
                reply, insecure = await self._ask(address, checked, chain, turn)
                return Hop(reply=reply, at=datetime.now(UTC), insecure=insecure)
        except FAILURES as error:
            late = f"no whole answer within {chain.deadline.seconds:g} s"
            return unreachable(why_of(error), late if type(error) is TimeoutError else detail_of(error))
        except OSError as error:  # after FAILURES, whose TimeoutError is one: the name has no address
            return unreachable(Why.DNS, error.strerror or str(error))

    async def _ask(self, address: Address, checked: tuple[str, ...], chain: _Chain, turn: Turn) -> tuple[Reply, bool]:
        def widen(headers: Headers) -> Allowance:
            fields = dict(reversed(headers))
            declared, disposition = fields.get("content-type"), fields.get("content-disposition")
            if chain.purpose is Purpose.ANY and says_document(str(address), declared, disposition):
                chain.purpose = Purpose.DOCUMENT
                chain.allowance = allowance(Purpose.DOCUMENT, self._settings.network)
                chain.deadline.extend(chain.allowance.seconds - self._settings.network.page_seconds)
            return chain.allowance

        ask = Ask(
            address=address,
            connect_to=checked,
            method=chain.method,
            headers=(*self._own_headers(), *chain.conditions(str(address))),
            allowance=chain.allowance,
            widen=widen,
            on_head=turn.answered,
            on_end=self._spent,
            limits=self._settings.network,
            deadline=chain.deadline,
        )
        return await self._secured(ask)

    async def _secured(self, ask: Ask) -> tuple[Reply, bool]:
        """Exchange with a valid certificate; without one, unless `strict_tls`, go on and say so."""
        if ask.address.scheme == "http":
            return await self._counted(ask, None), False
        host = ask.address.host
        if host not in self._tls_errors or self._settings.strict_tls:
            try:
                return await self._counted(ask, verifying_context()), False
            except HandshakeFailed as error:
                self._tls_errors[host] = str(error)
                if self._settings.strict_tls:
                    raise
        return await self._counted(ask, lenient_context()), True

    async def _counted(self, ask: Ask, context: ssl.SSLContext | None) -> Reply:
        self.counters.requests += 1
        return await exchange(ask, context, self._large)

    def _spent(self, wire_bytes: int) -> None:
        self.counters.wire_bytes += wire_bytes

    def _own_headers(self) -> Headers:
        name = f"{self._settings.user_agent} (+{self._settings.contact})"
        return (
            ("User-Agent", re.sub(r"[^ -~]", "?", name)),
            ("Accept", _ACCEPT),
            ("Accept-Language", "th,en;q=0.5"),
            ("Accept-Encoding", "gzip, deflate"),
        )


def _unconditional(_url: str) -> Headers:
    return ()


class _Ungated:
    """The turn of someone who does not wait."""

    def answered(self, status: int) -> None:
        """Nobody asks."""


@contextlib.asynccontextmanager
async def _open_gate(_host: str, _address: str) -> AsyncIterator[Turn]:
    yield _Ungated()
