"""Which addresses are one and the same page: the key of the seen-set, and the pattern that traps are told by.

A key is compared, never fetched: it may decode and drop more than a server would forgive.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote_from_bytes, unquote, unquote_to_bytes

from auditor.urls.whatwg import Address, parse

# Signs that mean the same in a path whether they are percent-encoded or not.
_PATH_SAFE = "!$&'()*+,-.:;=@[]_|~"
_ROOT_DOT = re.compile(r"(?<=[^.])\.\Z")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")

_SESSION = re.compile(
    r"phpsessid|j?sessionid|session_id|oscsid|zenid|cfid|cftoken|aspsessionid\w*|asp\.net_sessionid|phpsess|"
    r"osadminid|xtcsid|mosessid|wsid|sessid",
    re.IGNORECASE,
)
# `sid` is a session on one site and the number of a story on the next: only a value that looks drawn by lot is one.
_MAYBE_SESSION = re.compile(r"sid|s|session", re.IGNORECASE)
_DRAWN = re.compile(r"(?=.*[0-9])(?=.*[A-Za-z])[0-9A-Za-z,-]{6,}|[0-9A-Za-z,-]{20,}")
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|gad_source|srsltid|msclkid|yclid|ttclid|twclid|li_fat_id|"
    r"igshid|igsh|mibextid|mc_[ce]id|mkt_tok|_g[al]|_hsenc|_hsmi|vero_id|fb_action_\w+|fb_source|__cf_chl_\w+|"
    r"zarsrc|_openstat",
    re.IGNORECASE,
)
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;]*", re.IGNORECASE)
_ASP_NET_SESSION = re.compile(r"/\((?:[ASF]\([\w-]+\))+\)(?=/)", re.IGNORECASE)  # /(S(lit3py55t21z5v55vlm25s55))/
_INDEX = re.compile(
    r"(?<=/)(?:index\.(?:php\d?|html?|shtml|aspx?|jsp)|default\.(?:aspx?|html?|php))\Z", re.IGNORECASE
)

_HEX = re.compile(r"(?<![0-9a-z])(?=[a-f]*[0-9])[0-9a-f-]{8,}(?![0-9a-z])", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=4096)
def canonical(url: str) -> str:
    """The identity of an address: equal for all spellings of one page. What is no address is its own key."""
    address = parse(url)
    return url.strip() if address is None else _key(address)


def bare(url: str) -> str:
    """The canonical address without scheme and `www.`: moving a site to https makes no page another one."""
    return canonical(url).partition("://")[2].removeprefix("www.")


def pattern(url: str) -> str:
    """The address with digits and hexadecimal folded: equal for the pages of one calendar or one listing."""
    key = unquote(canonical(url).partition("://")[2], errors="replace")
    return _DIGITS.sub("0", _HEX.sub("0", key))


def _key(address: Address) -> str:
    query = "" if _is_blog_variant(address) else _query_key(address.query or "")
    path = _path_key(address.path)
    path = path if query else _INDEX.sub("", path)
    host = _ROOT_DOT.sub("", address.host)
    port = "" if address.port is None else f":{address.port}"
    return f"{address.scheme}://{host}{port}{path}" + (f"?{query}" if query else "")


def _is_blog_variant(address: Address) -> bool:
    """Is it a Blogger post in the form for telephones? `m` means other things elsewhere, but not behind `.html`."""
    return address.query in {"m=0", "m=1"} and address.path.endswith(".html")


def _path_key(path: str) -> str:
    path = _ASP_NET_SESSION.sub("", _PATH_SESSION.sub("", path))
    return "/".join(_respelt(segment, _PATH_SAFE) for segment in path.split("/"))


def _query_key(query: str) -> str:
    """Parameters sorted by name; those of one name keep their order, which may matter."""
    pairs = [piece.partition("=") for piece in query.replace("+", "%20").split("&") if piece]
    named = [(_respelt(name, ""), _respelt(value, "")) for name, _, value in pairs]
    kept = [(name, value) for name, value in named if not _is_noise(unquote(name), unquote(value))]
    return "&".join(f"{name}={value}" for name, value in sorted(kept, key=lambda pair: pair[0]))


def _is_noise(name: str, value: str) -> bool:
    """Is the parameter a visitor's session or the trace of an advertisement?"""
    if _SESSION.fullmatch(name) or _TRACKING.fullmatch(name):
        return True
    return bool(_MAYBE_SESSION.fullmatch(name) and _DRAWN.fullmatch(value))


def _respelt(text: str, safe: str) -> str:
    """Percent-encoding brought to one form: everything decoded, then encoded again but for `safe` signs."""
    if text.isalnum() and text.isascii():
        return text
    return quote_from_bytes(unquote_to_bytes(_STRAY_PERCENT.sub("%25", text)), safe=safe)
