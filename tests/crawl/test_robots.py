"""RELIABILITY 9: robots.txt by RFC 9309."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from auditor.config import CrawlSettings, NetworkLimits, Politeness
from auditor.crawl.fetch import Fetcher
from auditor.crawl.polite import PoliteFetcher
from auditor.crawl.purpose import Purpose
from auditor.crawl.robots import Robots, parse_robots, product_token, read_robots
from auditor.facts import Response, RobotsState, Skipped, SkipWhy, Unreachable, Why
from tests.crawl.hostile_server import Exchange, Script, hostile_server, moved, ok
from tests.shared_data import conformance

if TYPE_CHECKING:
    from auditor.crawl.redirects import Outcome

URL = "https://www.example.go.th/robots.txt"
SITE = "https://www.example.go.th"
OURS = "auditor"


def cases(suite: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((conformance(suite) / "cases.json").read_text(encoding="utf-8"))
    return loaded


def robots(text: str | bytes, token: str = OURS) -> Robots:
    body = text.encode() if isinstance(text, str) else text
    return parse_robots(body, url=URL, token=token)


def test_the_reference_matcher_agrees() -> None:
    """Google's table; what goes beyond the RFC and rows whose long lines were not recorded stay out."""
    told = [case for case in cases("robots-google") if case["kind"] == "allowed"]
    told = [case for case in told if "LineTooLong" not in case["group"] and " " not in case["user_agent"]]
    wrong = [
        case["id"]
        for case in told
        if robots(case["robots_txt"].encode("latin-1"), product_token(case["user_agent"])).allows(case["url"])
        != case["expect"]
    ]
    assert wrong == []
    assert len(told) > 60


def is_ours(case: dict[str, Any]) -> bool:
    """Rows in which only a group's exact name, or `*`, decides; unknown lines by the RFC, not by protego."""
    generous = ("precedence", "generosity-07", "grouping_unknown_keys", "useragent-15")
    return case["call"] in {"can_fetch", "crawl_delay"} and not any(word in case["id"] for word in generous)


def test_protegos_own_verdicts_hold_through_ours() -> None:
    told = [case for case in cases("robots-protego") if is_ours(case)]
    wrong = []
    for case in told:
        rules = robots(case["robots_txt"], product_token(case["args"][-1]))
        got = rules.allows(case["args"][0]) if case["call"] == "can_fetch" else rules.crawl_delay
        if got != case["expect"]:
            wrong.append(case["id"])
    assert wrong == []
    assert len(told) > 190


def test_real_files_are_read_without_an_exception() -> None:
    for case in cases("robots-wild"):
        assert robots(base64.b64decode(case["bytes_b64"])).state in {RobotsState.PARSED, RobotsState.ABSENT}


@pytest.mark.parametrize("name", ["a", "audit", "aud*", "auditor-x", "auditor2", "myauditor"])
def test_a_group_that_only_resembles_our_name_is_not_ours(name: str) -> None:
    """RELIABILITY 9."""
    assert robots(f"User-agent: {name}\nDisallow: /\n").allows(f"{SITE}/x")


@pytest.mark.parametrize("name", ["auditor", "Auditor", "AUDITOR/2.0", "auditor # ours"])
def test_a_group_with_our_name_is_ours_alone(name: str) -> None:
    rules = robots(f"User-agent: *\nDisallow: /all\nUser-agent: {name}\nDisallow: /ours\nCrawl-delay: 0.5")
    assert not rules.allows(f"{SITE}/ours")
    assert rules.allows(f"{SITE}/all")
    assert rules.crawl_delay == 0.5


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"\xef\xbb\xbfUser-agent: *\nDisallow: /x", id="byte-order-mark"),
        pytest.param(b"User-agent: *\rDisallow: /x", id="carriage-returns"),
        pytest.param(b"\0\0User-agent: *\n\0Disallow: /x\0", id="nul"),
        pytest.param(b"# \xa1\xa2\nuser-agent:*\nDISALLOW:/x", id="thai-comment-odd-case"),
        pytest.param(b"User-agent: *\nFoo: bar\nUser-agent: b\nDisallow: /x", id="unknown-line-ends-no-group"),
        pytest.param(b"User-agent: *\n" + b"x" * 300_000 + b"\nDisallow: /x", id="huge-line"),
        pytest.param(b"<html>\nUser-agent: *\nDisallow: /x", id="rules-inside-html"),
    ],
)
def test_odd_files_still_say_their_rule(body: bytes) -> None:
    """RELIABILITY 9."""
    assert not robots(body).allows(f"{SITE}/x")
    assert robots(body).allows(f"{SITE}/y")


def test_what_stands_after_500_kib_is_skipped() -> None:
    """RELIABILITY 9."""
    padding = b"#" + b"x" * 1022 + b"\n"
    body = b"User-agent: *\nDisallow: /early\n" + padding * 510 + b"Disallow: /late\n"
    assert not robots(body).allows(f"{SITE}/early")
    assert robots(body).allows(f"{SITE}/late")


def test_sitemaps_are_absolute_and_each_once() -> None:
    rules = robots("Sitemap: /map.xml\nSitemap: https://www.example.go.th/map.xml\nSitemap: mailto:x")
    assert rules.sitemaps == ("https://www.example.go.th/map.xml",)


def test_an_operator_may_set_the_rules_of_their_own_site_aside() -> None:
    rules = robots("User-agent: *\nDisallow: /\nCrawl-delay: 60\nSitemap: /m.xml").ignored()
    assert rules.state is RobotsState.IGNORED
    assert rules.allows(f"{SITE}/x")
    assert rules.crawl_delay is None
    assert rules.sitemaps


def scripted(chain: list[Any]) -> Script:
    """A server that gives the outcomes of a chain in turn, the last one over and over."""
    rules = b"User-agent: *\nDisallow: /closed\n"
    left = list(chain)

    async def script(exchange: Exchange) -> None:
        now = left.pop(0) if len(left) > 1 else left[0]
        if now == "timeout":
            await exchange.silence()
        elif now == "incomplete":
            await exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nUser-agent: *\n")
        elif now == "redirect-loop":
            await exchange.send(moved("/robots.txt"))
        elif now == "redirect-out-of-scope":
            await exchange.send(moved("http://10.0.0.1/robots.txt"))
        elif isinstance(now, str):
            page = b"<html><body>Welcome</body></html>"
            await exchange.send(ok(page) if now.startswith("200") else ok(b"", status="503 Busy"))
        elif now in {301, 302}:
            await exchange.send(moved(f"/elsewhere{len(left)}.txt", now))
        else:
            await exchange.send(ok(b"" if now == 204 else rules, status=f"{now} Status"))

    return script


def outcome_cases() -> list[Any]:
    return [pytest.param(index, id=str(index)) for index in range(19)]


@pytest.mark.parametrize("index", outcome_cases())
async def test_each_outcome_of_asking_allows_what_the_table_says(index: int) -> None:
    """RELIABILITY 9: own-robots-outcome."""
    case = cases("own-robots-outcome")[index]
    settings = CrawlSettings(
        network=NetworkLimits(silence_seconds=0.6),
        politeness=Politeness(delay=0, retry_waits=(0.0,)),
    )
    async with (
        hostile_server(scripted(case["chain"])) as server,
        Fetcher(settings, allowed_origins=(server.origin,)) as fetcher,
    ):
        told = await read_robots(PoliteFetcher(fetcher, settings).fetch, server.origin, token=OURS)
        open_, closed = told.allows(server.url("/open")), told.allows(server.url("/closed"))
    may = "rules" if open_ and not closed else "all" if open_ else "none"
    assert may in case["may"].split("-or-"), told


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Unreachable(why=Why.DNS, detail="", attempts=1, at=datetime.now(UTC)), RobotsState.UNREACHABLE),
        (Unreachable(why=Why.TLS, detail="", attempts=1, at=datetime.now(UTC)), RobotsState.UNREACHABLE),
        (Unreachable(why=Why.HOST_DOWN, detail="", attempts=1, at=datetime.now(UTC)), RobotsState.UNREACHABLE),
        (Unreachable(why=Why.TOO_MANY_REDIRECTS, detail="", attempts=1, at=datetime.now(UTC)), RobotsState.ABSENT),
        (Skipped(why=SkipWhy.PRIVATE), RobotsState.ABSENT),
    ],
)
async def test_what_cannot_be_got_is_told_from_what_is_not_there(
    outcome: Unreachable | Skipped, state: RobotsState
) -> None:
    """RELIABILITY 9."""

    async def fetch(url: str, *, purpose: Purpose) -> Outcome:
        assert url == URL
        assert purpose is Purpose.ROBOTS
        return outcome

    assert (await read_robots(fetch, f"{SITE}/deep/page", token="auditor")).state is state  # noqa: S106


@pytest.mark.parametrize("status", [401, 403, 404, 410, 451])
async def test_a_refusal_allows_everything_and_is_reported(status: int) -> None:
    """RELIABILITY 9."""

    async def fetch(url: str, *, purpose: Purpose) -> Outcome:
        assert purpose is Purpose.ROBOTS
        return Response(
            url=url,
            final_url=url,
            redirects=(),
            status=status,
            headers=(),
            body=b"no",
            at=datetime.now(UTC),
            wire_bytes=2,
        )

    told = await read_robots(fetch, SITE, token=OURS)
    assert told.allows(f"{SITE}/x")
    assert (told.state, told.detail) == (RobotsState.ABSENT, f"status {status}")
