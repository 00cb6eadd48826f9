"""robots.txt by RFC 9309 (RELIABILITY_RULES 9): what it allows us, and what its absence or failure means.

protego parses the rules; which group is ours is decided here, because protego also applies a group `audit` to
`auditor`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from protego import Protego

from auditor.crawl.purpose import Purpose
from auditor.facts import Response, RobotsState, Skipped, Why
from auditor.urls import absolute

if TYPE_CHECKING:
    from auditor.crawl.redirects import Outcome

_PARSED_BYTES = 500 * 1024  # RFC 9309 2.5: at least 500 KiB; the rest is skipped
_LONGEST_LINE = 8 * 1024
_LONGEST_RULE = 2000  # no address that we ask for is longer
_SITEMAPS = 50
_LINE_ENDS = re.compile(r"\r\n|\r|\n")
# What a line may say; the misspellings are those that protego knows too. Any other line is none, so that it cannot
# end a group (RFC 9309 2.2.1).
_AGENT_LINE = re.compile(r"\s*user[- ]?agent(?:\s*:|\s)\s*(.*?)\s*(?:#.*)?\Z", re.IGNORECASE)
_OTHER_LINE = re.compile(
    r"\s*(?:allow|dis+al+ow|diasllow|disallaw|sitemaps?|site-map|crawl[- ]delay)(?:\s*:|\s)", re.IGNORECASE
)
_TOKEN = re.compile(r"[\w-]+")
_OTHER_AGENT = "-"  # stands for every group that is not ours: no token begins so
_BLANKS = dict.fromkeys(map(ord, "\0\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")  # no line ends by RFC 9309
_HTML = re.compile(r"\s*(?:<!doctype|<html|<head|<body|<script|<!--)", re.IGNORECASE)
_TOO_MANY_REQUESTS = 429
_PARTIAL_CONTENT = 206
# RFC 9309 2.3.1.2: what cannot be got for reasons of redirection counts as unavailable, not as unreachable.
_UNAVAILABLE = frozenset({Why.REDIRECT_LOOP, Why.TOO_MANY_REDIRECTS, Why.BAD_REDIRECT, Why.SCHEME})


class Fetch(Protocol):
    """`PoliteFetcher.fetch` or the like."""

    async def __call__(self, url: str, *, purpose: Purpose) -> Outcome:
        """Ask for an address."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What one origin's robots.txt means for us."""

    state: RobotsState
    detail: str = ""
    crawl_delay: float | None = None  # seconds, as stated
    sitemaps: tuple[str, ...] = ()  # absolute
    agent: str = "*"  # the group that applies
    rules: Protego | None = None

    def allows(self, url: str) -> bool:
        """May this address be asked for? Unreachable rules allow nothing."""
        if self.state is RobotsState.UNREACHABLE:
            return False
        if self.state is not RobotsState.PARSED or self.rules is None:
            return True
        return self.rules.can_fetch(url, self.agent)

    def ignored(self) -> Robots:
        """The same for an operator who audits a site of their own: sitemaps stay, rules and delay do not."""
        return replace(self, state=RobotsState.IGNORED, crawl_delay=None)


def product_token(user_agent: str) -> str:
    """The name by which robots.txt groups may address us: the letters at the start of the User-Agent."""
    match = _TOKEN.match(user_agent)
    return match[0].lower() if match else "*"


def parse_robots(body: bytes, *, url: str, token: str) -> Robots:
    """Read the rules for `token` (see `product_token`) from a robots.txt that was found at `url`."""
    text = body[:_PARSED_BYTES].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").translate(_BLANKS)
    lines = [_line(line, token) for line in _LINE_ENDS.split(text) if len(line) <= _LONGEST_LINE]
    rules = Protego.parse("\n".join(lines))
    agents = {match[1] for line in lines if (match := _AGENT_LINE.match(line))}
    agent = token if token in agents else "*"
    if not agents and _HTML.match(text):
        return Robots(state=RobotsState.ABSENT, detail="a page stands where robots.txt should")
    found = (absolute(address, url) for address in rules.sitemaps)
    return Robots(
        state=RobotsState.PARSED,
        crawl_delay=rules.crawl_delay(agent),
        sitemaps=tuple(dict.fromkeys(address for address in found if address))[:_SITEMAPS],
        agent=agent,
        rules=rules,
    )


async def read_robots(fetch: Fetch, origin: str, *, token: str) -> Robots:
    """Fetch and read the robots.txt of an origin (any address on it)."""
    url = absolute("/robots.txt", origin)
    if url is None:
        return Robots(state=RobotsState.UNREACHABLE, detail=f"not an http or https address: {origin[:200]}")
    outcome = await fetch(url, purpose=Purpose.ROBOTS)
    if isinstance(outcome, Response):
        return _of_response(outcome, token)
    detail = f"{outcome.why}: {outcome.detail}"
    unavailable = isinstance(outcome, Skipped) or outcome.why in _UNAVAILABLE
    return Robots(state=RobotsState.ABSENT if unavailable else RobotsState.UNREACHABLE, detail=detail)


def _of_response(response: Response, token: str) -> Robots:
    """RFC 9309 2.3.1: rules for 2xx, everything allowed for 4xx, nothing for 429 and 5xx."""
    status = response.status
    if status >= 500 or status in {_TOO_MANY_REQUESTS, _PARTIAL_CONTENT} or 300 <= status < 400:  # noqa: PLR2004
        return Robots(state=RobotsState.UNREACHABLE, detail=f"status {status}")
    if status >= 400 or not response.body.strip():  # noqa: PLR2004 (status classes)
        return Robots(state=RobotsState.ABSENT, detail=f"status {status}" if status != 200 else "empty")  # noqa: PLR2004
    return parse_robots(response.body, url=response.final_url, token=token)


def _line(line: str, token: str) -> str:
    """A line as protego should see it: group names brought to their token, so that only exact ones are ours."""
    match = _AGENT_LINE.match(line)
    if match is None:
        return line if len(line) <= _LONGEST_RULE and _OTHER_LINE.match(line) else ""
    name = match[1]
    if name.startswith("*"):
        return "User-agent: *"
    named = _TOKEN.match(name)
    return f"User-agent: {token if named and named[0].lower() == token else _OTHER_AGENT}"
