"""Hosts: their one ASCII spelling, the numbers that are written as names, and whose domain they are.

No look-up is ever made: the public suffix list is the copy that comes with tldextract.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from auditor.urls.names import to_ascii

if TYPE_CHECKING:
    import tldextract

_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_IPV4_PARTS = 4
_BYTE = 256
_LONGEST = 2000  # of a text that is looked at at all; DNS ends at 253

# Second-level domains that only Thai state bodies are given (THNIC): agencies and armed forces.
_GOVERNMENT = (".go.th", ".mi.th", ".xn--h3cuzk1di.xn--o3cw4h", ".xn--o3cyx2a.xn--o3cw4h")


@lru_cache(maxsize=4096)
def ascii_host(text: str) -> str | None:
    """The ASCII spelling of a host as a browser would connect to it; None if there can be no such host.

    Numbers in any spelling become a dotted IPv4 address; IPv6 addresses stand compressed in brackets.
    """
    if text.startswith("["):
        return _ipv6(text)
    if len(text) > _LONGEST:
        return None
    name = to_ascii(unquote_to_bytes(text.encode("utf-8", "replace")).decode("utf-8", "replace"))
    if not name:
        return None
    labels = name.removesuffix(".").split(".")
    return _ipv4(labels) if _NUMBER.fullmatch(labels[-1]) else name


def is_address(host: str) -> bool:
    """Is this ASCII host an IP address rather than a name?"""
    return host.startswith("[") or host.rpartition(".")[2].isdigit()


def without_www(host: str) -> str:
    """The host without a leading `www.`."""
    return host.removeprefix("www.")


def registrable_domain(host: str) -> str | None:
    """The domain somebody registered (one label under a public suffix, private suffixes counted); None if none."""
    name = ascii_host(host)
    if name is None or name.startswith(".") or is_address(name):
        return None
    found = _suffixes()(name)
    if found.suffix:
        return f"{found.domain}.{found.suffix}" if found.domain else None
    labels = name.removesuffix(".").split(".")
    return ".".join(labels[-2:]) if len(labels) > 1 else None  # an unlisted top-level domain is a suffix itself


def is_government(host: str) -> bool:
    """Does the host lie in a domain that only Thai government bodies are given?"""
    name = ascii_host(host)
    return name is not None and name.removesuffix(".").endswith(_GOVERNMENT)


@cache
def _suffixes() -> tldextract.TLDExtract:
    import tldextract  # noqa: PLC0415  (it brings `requests`, which most runs and every child can do without)

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def _ipv4(labels: list[str]) -> str | None:
    numbers = [_number(label) for label in labels]
    known = [number for number in numbers if number is not None]
    if len(known) != len(labels) or len(labels) > _IPV4_PARTS:
        return None
    *high, low = known
    if any(number >= _BYTE for number in high) or low >= _BYTE ** (_IPV4_PARTS - len(high)):
        return None
    return str(IPv4Address(low + sum(number << (24 - 8 * place) for place, number in enumerate(high))))


def _number(label: str) -> int | None:
    """A part of an IPv4 address: decimal, `0x` hexadecimal or, with a leading zero, octal."""
    try:
        if label.startswith("0x"):
            return int(label[2:] or "0", 16)
        return int(label, 8 if label.startswith("0") and len(label) > 1 else 10) if label.isdigit() else None
    except ValueError:
        return None


def _ipv6(text: str) -> str | None:
    try:
        if not text.endswith("]") or "%" in text:  # zones mean something on one machine only
            return None
        address = IPv6Address(text[1:-1])
    except AddressValueError:
        return None
    return f"[{IPv6Address(int(address)).compressed}]"
