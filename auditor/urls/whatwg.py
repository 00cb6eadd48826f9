"""How a browser reads an http or https address (WHATWG URL standard), and nothing of what addresses mean to us.

Only the special schemes http and https are known: whatever else a page links to has no address here. User names,
passwords and fragments are read and thrown away, so that they can neither be sent, stored nor shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, quote_from_bytes

from auditor.urls.hosts import ascii_host

DEFAULT_PORTS = {"http": 80, "https": 443}
# A browser sends a query in the letters of its page; of the old encodings only the Thai one matters to us.
_QUERY_CODECS = {"windows-874": "cp874"}
_LARGEST_PORT = 0xFFFF
_STRIPPED = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_SLASHES = re.compile(r"[/\\]+")
_AUTHORITY = re.compile(r"[^/\\?#]*")
_DOT = re.compile(r"(?:\.|%2e)", re.IGNORECASE)
# The printable ASCII signs that WHATWG's path and special-query percent-encode sets leave alone.
_PATH_SAFE = "!$%&'()*+,-./:;=@[\\]_|~"
_QUERY_SAFE = "!$%&()*+,-./:;=?@[\\]^_`{|}~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The parts of an http(s) address, each in its normal spelling."""

    scheme: str
    host: str  # ASCII; an IPv6 address stands in brackets
    port: int | None  # None for the scheme's own
    path: str  # begins with a slash; percent-encoded, without dot segments
    query: str | None

    @property
    def authority(self) -> str:
        """Host and, unless it is the scheme's own, port."""
        return self.host if self.port is None else f"{self.host}:{self.port}"

    @property
    def effective_port(self) -> int:
        """The port a connection goes to."""
        return DEFAULT_PORTS[self.scheme] if self.port is None else self.port

    @property
    def target(self) -> str:
        """Path and query: what a request asks for."""
        return self.path if self.query is None else f"{self.path}?{self.query}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


@lru_cache(maxsize=4096)
def parse(text: str, base: Address | None = None, encoding: str = "utf-8") -> Address | None:
    """Read `text`, met on a page at `base`; None if it is invalid or not http(s).

    `encoding` is the WHATWG name of the page's charset: it decides how other letters in the query are sent.
    """
    text = re.sub(r"[\t\n\r]", "", text.strip(_STRIPPED)).partition("#")[0]
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # lone surrogates become U+FFFD
    if not (match := _SCHEME.match(text)):
        return _relative(text, base, encoding) if base else None
    scheme, rest = match[1].lower(), text[match.end() :]
    if scheme not in DEFAULT_PORTS:
        return None
    if base and base.scheme == scheme and not rest.startswith("//"):
        return _relative(rest, base, encoding)  # `http:page.html` is relative when the page is http
    return _absolute(scheme, rest, encoding)


def _relative(text: str, base: Address, encoding: str) -> Address | None:
    if _SLASHES.match(text[:1]) and _SLASHES.match(text[1:2]):
        return _absolute(base.scheme, text, encoding)
    path, mark, query = text.partition("?")
    if not path:
        new_path, new_query = base.path, _query(query, encoding) if mark else base.query
    else:
        folder = "" if _SLASHES.match(path[:1]) else base.path.rpartition("/")[0] + "/"
        new_path, new_query = _path(folder + path), _query(query, encoding) if mark else None
    return Address(scheme=base.scheme, host=base.host, port=base.port, path=new_path, query=new_query)


def _absolute(scheme: str, rest: str, encoding: str) -> Address | None:
    rest = _SLASHES.sub("", rest, count=1) if _SLASHES.match(rest) else rest
    authority = _AUTHORITY.match(rest)
    place = authority[0] if authority else ""
    path, mark, query = rest[len(place) :].partition("?")
    host_text, port_text = _host_and_port(place.rpartition("@")[2])
    host, port = ascii_host(host_text), _port(port_text, scheme)
    if host is None or port is None:
        return None
    return Address(
        scheme=scheme,
        host=host,
        port=None if port == DEFAULT_PORTS[scheme] else port,
        path=_path(path),
        query=_query(query, encoding) if mark else None,
    )


def _host_and_port(place: str) -> tuple[str, str]:
    """Split at the first colon outside brackets."""
    closing = place.find("]") if place.startswith("[") else -1
    colon = place.find(":", closing + 1)
    return (place, "") if colon < 0 else (place[:colon], place[colon + 1 :])


def _port(text: str, scheme: str) -> int | None:
    if not text:
        return DEFAULT_PORTS[scheme]
    digits = text.lstrip("0") or "0"
    if not (text.isascii() and text.isdigit()) or len(digits) > len("65535") or int(digits) > _LARGEST_PORT:
        return None
    return int(digits)


def _path(text: str) -> str:
    """Resolve dot segments, also those spelled `%2e`, and encode what may not stand in a path."""
    kept: list[str] = []
    segments = text.replace("\\", "/").removeprefix("/").split("/")
    for position, segment in enumerate(segments):
        dots = _DOT.sub(".", segment) if len(segment) <= len("%2e%2e") else segment
        if dots == ".." and kept:
            kept.pop()
        if dots not in {".", ".."}:
            kept.append(segment)
        elif position == len(segments) - 1:
            kept.append("")
    return "/" + quote("/".join(kept), safe=_PATH_SAFE)


def _query(text: str, encoding: str) -> str:
    codec = _QUERY_CODECS.get(encoding)
    if codec is None or text.isascii():
        return quote(text, safe=_QUERY_SAFE)
    return "".join(_query_letter(letter, codec) for letter in text)


def _query_letter(letter: str, codec: str) -> str:
    try:
        return quote_from_bytes(letter.encode(codec), safe=_QUERY_SAFE)
    except UnicodeEncodeError:
        return f"%26%23{ord(letter)}%3B"  # as browsers do: the sign's HTML number
