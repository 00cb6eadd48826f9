"""Six nights, and on three of them no look at the website: a name that does not resolve, a server that is down.

What could not be looked at is told so, with the last good result and its day; nothing counts as new or fixed, the
baseline stays, and the history says the same as that of an office whose server never failed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.killing.house import FIRST
from tests.killing.processes import done
from tests.loopback import LoopbackSite, Reply
from tests.outages.office import PAGES, RUN, Site, audit, configure, is_tidy, is_told, nothing_changed
from tests.outages.room import Room
from tests.outages.test_clock import MENDED

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from tests.loopback import Asked

NIGHTS = (
    PAGES,
    PAGES,
    PAGES | {"/": MENDED},
    PAGES | {"/": MENDED},
    PAGES | {"/": MENDED, "/vision": Reply("<title>404</title>ไม่พบหน้านี้", status=404)},
    PAGES | {"/": MENDED},
)
DOWN = (1, 3, 4)
"""Nights without a look; on the last of them the vision was gone, which nobody could see."""

DAY = timedelta(days=1)
NAME = "www.sso.invalid"
"""Some people's own name for their office; only the room knows it."""


@dataclass
class Server:
    """The server of the office."""

    site: Site
    down: Callable[[Asked], Reply | None] | None = None  # what it answers when it is out of order

    def __call__(self, asked: Asked) -> Reply | None:
        """The answer to one request."""
        return self.site(asked) if self.down is None else self.down(asked)


BROKEN = Reply("out of order", status=503)
OUTAGES: dict[str, Callable[[Asked], Reply | None]] = {
    "every page is an error": lambda _: BROKEN,
    "it never answers": lambda _: Reply(delay=60),
    "the firewall bars us": lambda _: Reply("denied", status=403),
    "only robots.txt fails": lambda asked: BROKEN if asked.target == "/robots.txt" else PAGES.get(asked.target),
    "all but the start page fails": lambda asked: PAGES["/"] if asked.target == "/" else BROKEN,
}


def six_nights(
    folder: Path, audited: Callable[[int], subprocess.CompletedProcess[str]], site: Site
) -> list[dict[str, Any]]:
    """What is shown after each night."""
    told = []
    for night, pages in enumerate(NIGHTS):
        site.pages = dict(pages)
        is_told(audited(night), 3 if night in DOWN else 0)
        told.append(audit(folder))
    return told


def no_verdict_was_changed(told: list[dict[str, Any]]) -> None:
    """An office that nobody could look at on three nights is told of as on the nights before them."""
    results = [{each["id"]: each["status"] for each in night["requirements"]} for night in told]
    for night in DOWN:
        before = max(each for each in range(night) if each not in DOWN)
        open_anyway = {
            name for name, status in results[before].items() if status in {"unverifiable", "not-applicable"}
        }
        carried = {each["id"]: each["carried"] for each in told[night]["requirements"] if each["carried"]}
        assert nothing_changed(told[night])
        assert told[night]["changes"]["run"] == told[before]["run"]["id"]
        for name, status in results[night].items():
            if name in open_anyway or status == "not-applicable":
                continue
            if status == "unverifiable":
                assert carried[name] == {"status": results[before][name], "as_of": told[before]["run"]["as_of"]}, name
            else:
                assert status == results[before][name], name
        assert results[night]["1.1.vision"] == "unverifiable"
    assert nothing_changed(told[5])
    assert told[5]["changes"]["run"] == told[2]["run"]["id"]
    assert results[5] == results[2]
    assert (len(told[2]["changes"]["fixed"]), told[2]["changes"]["new"]) == (1, [])
    days = {each["id"]: each["first_seen"] for each in told[2]["findings"]}
    assert {each["id"]: each["first_seen"] for each in told[5]["findings"]} == days


def stands(folder: Path, told: list[dict[str, Any]], at: timedelta) -> None:
    """History, difference and the page of all agencies say the same."""
    listed = json.loads(done("history", "x", "--json", cwd=folder, at=FIRST + at).stdout)["audits"]
    assert [each["run"] for each in listed] == [night["run"]["id"] for night in told]
    assert [each["complete"] for each in listed] == [night not in DOWN for night in range(len(told))]
    different = json.loads(done("diff", "x", "--json", cwd=folder, at=FIRST + at).stdout)
    assert [different[each]["run"] for each in ("before", "after")] == [told[2]["run"]["id"], told[5]["run"]["id"]]
    assert [different["findings"][each] for each in ("new", "fixed", "regressed", "unseen")] == [[]] * 4
    assert different["requirements"] == []
    is_told(done("store", "check", cwd=folder, at=FIRST + at), 0)
    is_tidy(folder)


@pytest.mark.parametrize("down", OUTAGES.values(), ids=OUTAGES)
def test_a_server_that_is_down_three_nights_of_six(tmp_path: Path, down: Callable[[Asked], Reply | None]) -> None:
    site = Site()
    server = Server(site)
    with LoopbackSite(make=server) as address:
        configure(tmp_path, address.url, "silence_seconds = 1.0")

        def audited(night: int) -> subprocess.CompletedProcess[str]:
            server.down = down if night in DOWN else None
            return done(*RUN, cwd=tmp_path, at=FIRST + night * DAY)

        told = six_nights(tmp_path, audited, site)
    no_verdict_was_changed(told)
    stands(tmp_path, told, 6 * DAY)


def test_a_name_that_does_not_resolve_three_nights_of_six(tmp_path: Path) -> None:
    """The name is told by the room's own hosts file; for all else there is a name server that nobody answers at."""
    site = Site()
    hosts, servers = tmp_path / "hosts", tmp_path / "resolv.conf"
    servers.write_text("nameserver 127.0.0.1\noptions timeout:1 attempts:1\n", encoding="ascii")
    hosts.write_text("", encoding="ascii")
    with Room() as room, LoopbackSite(make=site) as address:
        configure(tmp_path, f"http://{NAME}:{address.port}/")
        room.over(Path("/etc/hosts"), hosts)
        room.over(Path("/etc/resolv.conf"), servers)

        def audited(night: int) -> subprocess.CompletedProcess[str]:
            hosts.write_text("" if night in DOWN else f"127.0.0.1 {NAME}\n", encoding="ascii")
            before = len(address.log)
            told = room.auditor(*RUN, cwd=tmp_path, at=FIRST + night * DAY)
            assert (len(address.log) == before) == (night in DOWN)
            return told

        told = six_nights(tmp_path, audited, site)
    no_verdict_was_changed(told)
    stands(tmp_path, told, 6 * DAY)
