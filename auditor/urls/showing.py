"""Addresses for people: Thai letters instead of percent signs, and nothing that could mislead a reader."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote_to_bytes

from auditor.urls.names import to_thai
from auditor.urls.whatwg import parse

_ENCODED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")  # of bytes above ASCII; encoded ASCII keeps its meaning
# Letters, marks and digits are shown; controls, direction marks, joiners, blanks and look-alike signs stay encoded.
_SHOWN = {"Lu", "Ll", "Lt", "Lo", "Mn", "Mc", "Nd"}


def display(url: str) -> str:
    """How an address is shown: Thai letters in host, path and query; everything doubtful stays encoded.

    A host label that mixes scripts or looks like another one stays in Punycode. What is no http(s) address is
    shown with its controls escaped.
    """
    address = parse(url)
    if address is None:
        return "".join(sign if sign.isprintable() else _encode(sign) for sign in url)
    port = "" if address.port is None else f":{address.port}"
    return f"{address.scheme}://{to_thai(address.host)}{port}{_ENCODED.sub(_readable, address.target)}"


def _readable(encoded: re.Match[str]) -> str:
    """The letters of a run of encoded bytes; the bytes themselves where they are no UTF-8."""
    try:
        letters = unquote_to_bytes(encoded[0]).decode("utf-8")
    except UnicodeDecodeError:
        return encoded[0]
    return "".join(sign if unicodedata.category(sign) in _SHOWN else _encode(sign) for sign in letters)


def _encode(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "replace"))
