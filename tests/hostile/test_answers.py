"""Answers that break HTTP or never end, at the start page and behind a link: told, bounded, never a verdict.

RELIABILITY_RULES 2 to 8 and 16, through the whole pipeline.
"""

from __future__ import annotations

import asyncio
import gzip

import pytest

from tests.crawl.hostile_server import Exchange, answering, hostile_server, moved, ok
from tests.hostile.auditing import HTML, LOOKED_AWAY, VISION, VISION_PAGE, audited, home, page, serving


async def _silence(exchange: Exchange) -> None:
    await exchange.silence()


async def _reset(exchange: Exchange) -> None:
    exchange.reset()


async def _drips_head(exchange: Exchange) -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        await exchange.send(b"X: y\r\n")
        await asyncio.sleep(0.05)


async def _drips_body(exchange: Exchange) -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\nContent-Type: text/html\r\n\r\n")
    while True:
        await exchange.send(b"<p>a")
        await asyncio.sleep(0.05)


async def _interim_for_ever(exchange: Exchange) -> None:
    while True:
        await exchange.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        await asyncio.sleep(0)


async def _body_for_ever(exchange: Exchange) -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        await exchange.send(b"<p>" + b"a" * 65536)


async def _moves_for_ever(exchange: Exchange) -> None:
    await exchange.send(moved(f"{exchange.target}x"))


def _status(number: int) -> bytes:
    return ok(b"<!doctype html><title>x</title><p>x", HTML, status=f"{number} Status")


SLOW = [
    pytest.param(_silence, id="rule 4: silence"),
    pytest.param(_drips_head, id="rule 4: a head that drips"),
    pytest.param(_drips_body, id="rule 4: a body that drips"),
    pytest.param(_interim_for_ever, id="rule 6: interim answers without end"),
]
STATUSES = [
    pytest.param(answering(_status(number)), id=f"rule 6: status {number}")
    for number in (101, 304, 600, 401, 403, 429, 500, 503)
]
# Neither read nor refused for good: whatever it is, it says nothing of what the site publishes.
UNREAD = [
    *SLOW,
    pytest.param(_reset, id="rule 6: a reset"),
    pytest.param(_body_for_ever, id="rule 5: a body without end"),
    pytest.param(
        answering(ok(gzip.compress(b"\0" * 250_000_000, 9), "Content-Encoding: gzip", HTML)), id="rule 5: a bomb"
    ),
    pytest.param(
        answering(ok(gzip.compress(VISION.encode() * 100)[:-10], "Content-Encoding: gzip", HTML)),
        id="rule 6: gzip without its end",
    ),
    pytest.param(answering(ok(b"abc", "Content-Encoding: br", HTML)), id="rule 5: a coding nobody offered"),
    pytest.param(
        answering(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n"), id="rule 6: bad chunks"
    ),
    pytest.param(answering(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nabc"), id="rule 6: too short"),
    pytest.param(
        answering(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde"), id="rule 6: two lengths"
    ),
    pytest.param(answering(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 70_000 + b"\r\n\r\nx"), id="rule 6: a huge head"),
    pytest.param(answering(b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 300 + b"\r\nx"), id="rule 6: many fields"),
    pytest.param(answering(b"SSH-2.0-OpenSSH_9\r\n"), id="rule 6: another protocol"),
    pytest.param(answering(moved("file:///etc/passwd")), id="rule 3: to a file"),
    pytest.param(answering(moved("javascript:alert(1)")), id="rule 3: to a script"),
    pytest.param(answering(ok(b"", status="302 Found")), id="rule 7: to nowhere"),
    *STATUSES,
]
# A start page that could not be had, in further ways.
NO_START = [
    *SLOW,
    *STATUSES,
    pytest.param(_moves_for_ever, id="rule 7: redirects without end"),
    pytest.param(answering(moved("http://169.254.169.254/latest/")), id="rule 2: to a metadata address"),
    pytest.param(answering(moved("http://127.0.0.1:1/")), id="rule 2: to another port"),
    pytest.param(answering(_status(404)), id="rule 16: status 404"),
    pytest.param(answering(ok(b"", HTML)), id="rule 16: no bytes"),
    pytest.param(answering(ok(b"", status="204 No Content")), id="rule 16: no content"),
    pytest.param(answering(ok(bytes(range(256)) * 100)), id="rule 16: bytes of no kind"),
]


@pytest.mark.parametrize("start", NO_START)
async def test_a_start_page_that_cannot_be_had_makes_everything_unverifiable_with_code_3(start: object) -> None:
    async with hostile_server(serving({"/": start})) as server:  # type: ignore[dict-item]  # a script
        done = await audited(server.url())
    assert done.code == 3
    assert done.statuses <= LOOKED_AWAY
    assert done.made["coverage"]["pages"] == 0


@pytest.mark.parametrize("target", UNREAD)
async def test_a_page_that_cannot_be_had_is_unverifiable_and_costs_no_other(target: object) -> None:
    mission = page(f"<h2>พันธกิจ</h2><p>1. {VISION}</p><p>2. พัฒนาระบบบริการสุขภาพให้ได้มาตรฐาน</p>", "พันธกิจ")
    site = {"/": home('<nav><a href="/mission">พันธกิจ</a></nav>'), "/vision": target, "/mission": mission}
    async with hostile_server(serving(site)) as server:  # type: ignore[arg-type]  # scripts and bytes
        done = await audited(server.url())
    assert done.requirement("1.1.vision")["status"] == "unverifiable"
    assert done.requirement("1.1.mission")["status"] == "pass"


@pytest.mark.parametrize("status", [403, 429, 500, 503])
async def test_rule_16_a_site_that_shuts_us_out_half_way_is_not_a_site_without_anything(status: int) -> None:
    answered = 0
    news = {f"/news/{number}": page(f"<h2>ข่าวที่ {number}</h2><p>{VISION}</p>") for number in range(40)}
    links = "".join(f'<p><a href="{url}">ข่าวประชาสัมพันธ์ {url}</a></p>' for url in news)
    whole = serving({"/": home(links), "/vision": VISION_PAGE, **news})

    async def tiring(exchange: Exchange) -> None:
        nonlocal answered
        answered += 1
        await (whole(exchange) if answered <= 8 else exchange.send(_status(status)))

    async with hostile_server(tiring) as server:
        done = await audited(server.url())
    assert done.code == 3
    assert done.made["coverage"]["complete"] is False
    assert "fail" not in done.statuses


async def test_rule_16_one_broken_page_does_not_make_a_crawl_incomplete() -> None:
    site = {"/": home('<a href="/broken">ข่าว</a>'), "/vision": VISION_PAGE, "/broken": _status(500)}
    async with hostile_server(serving(site)) as server:
        done = await audited(server.url())
    assert done.made["coverage"]["complete"] is True
    assert done.code == 1
