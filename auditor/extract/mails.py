"""E-mail addresses that sites hide from collectors in attributes, and show their readers by script."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PROTECTED = "/cdn-cgi/l/email-protection#"


def joomla_mail(attributes: Mapping[str, str | None]) -> str | None:
    """The address of Joomla's `joomla-hidden-mail`: name and domain, each in Base64."""
    name, domain = (_from_base64(attributes.get(part)) for part in ("first", "last"))
    return f"{name}@{domain}" if name and domain else None


def cloudflare_mail(attributes: Mapping[str, str | None]) -> str | None:
    """The address in Cloudflare's `data-cfemail` or link: hexadecimal bytes, each XOR the first."""
    href = attributes.get("href") or ""
    code = attributes.get("data-cfemail") or (href.partition(_PROTECTED)[2] if _PROTECTED in href else "")
    try:
        key, *signs = bytes.fromhex(code)
        address = bytes(sign ^ key for sign in signs).decode()
    except ValueError:
        return None
    return address if "@" in address else None


def _from_base64(text: str | None) -> str | None:
    try:
        return b64decode(text or "", validate=True).decode()
    except (Error, ValueError):
        return None
