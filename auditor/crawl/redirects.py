"""Following redirects by hand (RELIABILITY_RULES 7), whoever answers: the network or an archive."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from auditor.facts import Response, Skipped, SkipWhy, Unreachable, Why
from auditor.urls import absolute

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from auditor.crawl.exchange import Reply
    from auditor.crawl.purpose import Purpose

    Permit = Callable[[str], SkipWhy | None]

Outcome = Response | Unreachable | Skipped

_OTHER_SCHEME = re.compile(r"\s*(?!https?:)[A-Za-z][A-Za-z0-9+.\-]*:", re.IGNORECASE)
_LONGEST_DETAIL = 300  # a detail may quote what a server sent


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """The answer to one request of a chain."""

    reply: Reply
    at: datetime
    insecure: bool = False  # its TLS was not valid


@dataclass(slots=True, kw_only=True)
class Chain:
    """One fetch on its way through redirects."""

    purpose: Purpose
    method: str
    permit: Permit | None
    redirects: int  # at most
    passed: list[str] = field(default_factory=list)


async def follow(url: str, chain: Chain, hop: Callable[[str], Awaitable[Hop | Unreachable | Skipped]]) -> Outcome:
    """Ask for `url` and go where the answers send, each address permitted and asked for once."""
    current: str | None = absolute(url, url)
    if current is None:
        return unreachable(Why.SCHEME, f"not an http or https address: {url}")
    while True:
        if chain.permit and (why := chain.permit(current)):
            return Skipped(why=why, detail=current)
        answer = await hop(current)
        if not isinstance(answer, Hop):
            return answer
        if answer.reply.location is None:
            return _response(current, chain.passed, answer)
        chain.passed.append(current)
        target = _target(answer.reply.location, current, chain)
        if isinstance(target, Unreachable):
            return target
        current = target


def _target(location: bytes, current: str, chain: Chain) -> str | Unreachable:
    """Where a redirect leads, if it may be followed."""
    text = re.sub(rb"[\x80-\xff]", lambda byte: b"%%%02X" % byte[0][0], location).decode("ascii")
    target = absolute(text, current)
    if not text.strip():
        return unreachable(Why.BAD_REDIRECT, "a redirect without a Location")
    if target is None:
        why = Why.SCHEME if _OTHER_SCHEME.match(text) else Why.BAD_REDIRECT
        return unreachable(why, f"redirected to {text}")
    if target in chain.passed:
        return unreachable(Why.REDIRECT_LOOP, f"redirected in a circle to {target}")
    if len(chain.passed) > chain.redirects:
        return unreachable(Why.TOO_MANY_REDIRECTS, f"more than {chain.redirects} redirects")
    return target


def _response(url: str, passed: list[str], hop: Hop) -> Response:
    return Response(
        url=passed[0] if passed else url,
        final_url=url,
        redirects=tuple(passed),
        status=hop.reply.status,
        headers=hop.reply.headers,
        body=hop.reply.body,
        at=hop.at,
        wire_bytes=hop.reply.wire_bytes,
        insecure=hop.insecure,
        warc=hop.reply.warc,
    )


def unreachable(why: Why, detail: str) -> Unreachable:
    """That nothing usable answered, just now."""
    return Unreachable(why=why, detail=detail[:_LONGEST_DETAIL], attempts=1, at=datetime.now(UTC))
