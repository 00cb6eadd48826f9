"""Which addresses belong to the site that was typed (CONTRACT section 6)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import unquote

from auditor.urls.hosts import is_address, without_www
from auditor.urls.whatwg import DEFAULT_PORTS, Address, parse

_HOST_AND_PORT = re.compile(r"[^/\\?#@:]+:\d{1,5}(?=[/\\?#]|\Z)|\[[0-9A-Fa-f:.]+\](?::\d{1,5})?(?=[/\\?#]|\Z)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_MAIL = re.compile(r"(?:mailto:)?[^/\\?#@\s:]+@[^/\\?#@\s:]+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One typed address and what lies in its site."""

    origin: tuple[str, str, int]  # scheme, host, port exactly as typed
    port: int | None  # None: http and https on their own ports
    prefix: str = "/"  # decoded path under which the site lies on a shared host

    def contains(self, address: Address) -> bool:
        """Is the address in this area?"""
        scheme, host, port = self.origin
        if self.port is None:
            same = address.port is None and _same_name(address.host, host)
        else:
            same = (address.scheme, address.effective_port) == (scheme, port) and _same_name(address.host, host)
        return same and (self.prefix == "/" or f"{unquote(address.path)}/".startswith(self.prefix))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The site that is audited: the typed address and those that were said to belong to it."""

    areas: tuple[Area, ...]

    @classmethod
    def of(cls, url: str, also: tuple[str, ...] = (), shared_hosts: tuple[str, ...] = ()) -> Scope:
        """The scope of typed, absolute addresses.

        An entry of `shared_hosts` is a host (`sites.google.com`: the typed path is the site) or a host with the
        shape of the path that names a site there (`sites.google.com/view/*`). Raises ValueError for an address
        that is not http(s).
        """
        return cls(areas=tuple(_area(text, shared_hosts) for text in (url, *also)))

    @property
    def origins(self) -> tuple[str, ...]:
        """The typed origins, `scheme://host:port`: the allow-list of the address guard."""
        return tuple(f"{scheme}://{host}:{port}" for scheme, host, port in (area.origin for area in self.areas))

    def contains(self, url: str) -> bool:
        """Does this address belong to the site?"""
        address = parse(url)
        return address is not None and any(area.contains(address) for area in self.areas)

    def origin_allowed(self, scheme: str, host: str, port: int) -> bool:
        """Was exactly this origin typed, so that it may be asked even if it is loopback, private or an odd port?"""
        return any(area.origin == (scheme, host, port) for area in self.areas)


def site_id(url: str, shared_hosts: tuple[str, ...] = ()) -> str:
    """The key of a site's history where none is configured: its host, with port and shared path if they matter."""
    area = _area(url, shared_hosts)
    _, host, port = area.origin
    place = without_www(host) + ("" if area.port is None else f":{port}")
    return place + area.prefix.rstrip("/")


def typed(text: str) -> str:
    """The address that a person means by what was typed: https by default, http for IP addresses and loopback.

    Raises ValueError with what is wrong and how to mend it.
    """
    text = text.strip()
    if not text:
        raise ValueError("the address is empty: give one such as https://www.example.go.th/")
    if _MAIL.match(text):
        raise ValueError(
            f"{text!r} is an e-mail address: give that of the website, such as https://www.example.go.th/"
        )
    has_scheme = _SCHEME.match(text) and not _HOST_AND_PORT.match(text)
    address = _with_scheme(text) if has_scheme else _without_scheme(text)
    if address.port == 0:
        raise ValueError(f"{text!r} names port 0, which no website has: leave it out")
    return str(address)


def plain_form(text: str) -> str | None:
    """The http form of an address that was typed without its scheme and is taken for https; None for any other.

    Raises ValueError as `typed` does.
    """
    address = parse(typed(text))
    guessed = address is not None and address.scheme == "https" and "://" not in text
    return str(replace(address, scheme="http")) if address and guessed and address.port is None else None


def _with_scheme(text: str) -> Address:
    scheme = text.partition(":")[0].lower()
    if scheme not in DEFAULT_PORTS:
        raise ValueError(f"{scheme!r} addresses cannot be audited: give one that begins with https:// or http://")
    if not (address := parse(text)):
        raise ValueError(f"{text!r} is not a valid web address: check the host name and the port")
    return address


def _without_scheme(text: str) -> Address:
    address = parse(f"https://{text.lstrip('/')}")
    if address is None:
        raise ValueError(f"{text!r} is not a valid web address: give one such as https://www.example.go.th/")
    if is_address(address.host) or address.host == "localhost" or address.host.endswith(".localhost"):
        return parse(f"http://{text.lstrip('/')}") or address
    if "." not in address.host.strip("."):
        raise ValueError(f"{text!r} is not a full host name: give one such as https://www.example.go.th/")
    return address


def _area(url: str, shared_hosts: tuple[str, ...]) -> Area:
    address = parse(url)
    if address is None:
        raise ValueError(f"{url!r} is not an http or https address")
    return Area(
        origin=(address.scheme, address.host, address.effective_port),
        port=address.port,
        prefix=_prefix(address, shared_hosts),
    )


def _prefix(address: Address, shared_hosts: tuple[str, ...]) -> str:
    segments = [segment for segment in unquote(address.path).split("/") if segment]
    for entry in shared_hosts:
        host, _, shape = entry.strip("/").partition("/")
        if without_www(host.lower()) == without_www(address.host) and _fits(segments, shape):
            kept = segments[: shape.count("/") + 1] if shape else _folder(segments)
            return "/".join(["", *kept, ""])
    return "/"


def _fits(segments: list[str], shape: str) -> bool:
    parts = shape.split("/") if shape else []
    return len(segments) >= len(parts) and all(
        part in {"*", segment} for part, segment in zip(parts, segments, strict=False)
    )


def _folder(segments: list[str]) -> list[str]:
    """The typed path itself, or its folder where it names a file."""
    return segments[:-1] if segments and "." in segments[-1] else segments


def _same_name(host: str, typed_host: str) -> bool:
    if is_address(typed_host):
        return host == typed_host
    return without_www(host.removesuffix(".")) == without_www(typed_host.removesuffix("."))
