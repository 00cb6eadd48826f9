"""Which addresses may be connected to (RELIABILITY_RULES 2): deny by default, every answer checked.

A typed origin (scheme, host and port) is allowed whatever it resolves to; everything else must be a public name or
address on port 80 or 443.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from auditor.crawl.connection import look_up
from auditor.urls import is_address, parse
from auditor.urls.hosts import ascii_host

LookUp = Callable[[str, int], Awaitable[tuple[str, ...]]]

_WEB_PORTS = frozenset({80, 443})
_REMEMBERED_SECONDS = 300.0

# IANA special-purpose registries (RFC 6890 and later) and what clouds use for metadata inside public space.
_CLOSED_V4 = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",  # carrier-grade NAT
        "127.0.0.0/8",
        "168.63.129.16/32",  # metadata of a cloud
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
# Of IPv6 only global unicast is open; IPv4 in IPv6 clothes (mapped, NAT64) lies outside it, 6to4 and Teredo inside.
_OPEN_V6 = IPv6Network("2000::/3")
_CLOSED_V6 = tuple(
    IPv6Network(block)
    for block in (
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",
        "2002::/16",  # 6to4
        "2620:4f:8000::/48",
        "3fff::/20",
    )
)
# Names that mean a machine nearby, whatever the name server says.
_LOCAL_SUFFIXES = (
    ".localhost",
    ".local",
    ".localdomain",
    ".internal",
    ".intranet",
    ".lan",
    ".home",
    ".corp",
    ".home.arpa",
    ".test",
    ".invalid",
    ".onion",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """That a place must not be connected to, and why."""

    reason: str


def is_public(address: str) -> bool:
    """Is this IP address one that the whole internet shares?"""
    number = ip_address(address.partition("%")[0])
    if isinstance(number, IPv4Address):
        return not any(number in block for block in _CLOSED_V4)
    return _is_public_v6(number)


def check_host_literal(host: str) -> Closed | None:
    """What can be said against a host before it is resolved; any spelling of numbers and names is understood."""
    name = ascii_host(host)
    if name is None:
        return Closed(reason=f"{host!r} is no host name")
    if is_address(name):
        return None if is_public(name.strip("[]")) else Closed(reason=f"{name} is not a public address")
    bare = name.rstrip(".")
    if "." not in bare or bare.endswith(_LOCAL_SUFFIXES):
        return Closed(reason=f"{name} is a local name")
    return None


class AddressGuard:
    """Decides, for one crawl, where connections may go."""

    def __init__(self, allowed_origins: tuple[str, ...], look_up: LookUp = look_up) -> None:
        """`allowed_origins` are typed addresses; of each, scheme, host and port count."""
        addresses = [parse(origin) for origin in allowed_origins]
        self._typed = {(each.scheme, each.host, each.effective_port) for each in addresses if each}
        self._look_up = look_up
        self._known: dict[str, tuple[float, tuple[str, ...]]] = {}

    def check_origin(self, scheme: str, host: str, port: int) -> Closed | None:
        """What can be said against an origin without asking the name server."""
        if (scheme, host, port) in self._typed:
            return None
        if port not in _WEB_PORTS:
            return Closed(reason=f"port {port} was not named")
        return check_host_literal(host)

    async def resolve(self, scheme: str, host: str, port: int) -> tuple[str, ...] | Closed:
        """The addresses of an origin, all of them checked; raises OSError if the name cannot be resolved."""
        if closed := self.check_origin(scheme, host, port):
            return closed
        addresses = (host.strip("[]"),) if is_address(host) else await self._look_up_once(host, port)
        if (scheme, host, port) in self._typed:
            return addresses
        closed_ones = [address for address in addresses if not is_public(address)]
        if closed_ones:
            return Closed(reason=f"{host} resolves to {closed_ones[0]}, which is not a public address")
        return addresses

    async def _look_up_once(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses of a name, remembered for a while: a second look-up could only lead elsewhere."""
        now = asyncio.get_running_loop().time()
        until, addresses = self._known.get(host, (now, ()))
        if until <= now:
            addresses = await self._look_up(host, port)
            self._known[host] = (now + _REMEMBERED_SECONDS, addresses)
        return addresses


def _is_public_v6(number: IPv6Address) -> bool:
    return number in _OPEN_V6 and not any(number in block for block in _CLOSED_V6)
