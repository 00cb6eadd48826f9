"""A clock that is put back and forth between nights: what was made last is what stands, and is compared with.

No verdict, order, difference or report goes by what a clock showed that was wrong. RELIABILITY_RULES 19.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.cli.test_check import HOME
from tests.killing.house import BANGKOK, FIRST
from tests.killing.processes import done
from tests.loopback import LoopbackSite, Reply
from tests.outages.office import LAST, PAGES, RUN, Site, audit, configure, is_tidy, is_told

if TYPE_CHECKING:
    from pathlib import Path

MENDED = Reply(f"{HOME.body!s}<a href='{LAST}'>โครงสร้างหน่วยงาน</a>")
NIGHTS: tuple[dict[str, Reply], ...] = (
    PAGES,
    PAGES | {"/": MENDED},
    PAGES | {"/": MENDED, "/vision": Reply("<title>404</title>ไม่พบหน้านี้", status=404)},
    PAGES | {"/": MENDED},
)
"""What the office shows from night to night: a link is mended, the vision is gone, and is back."""

HOUR, DAY, YEAR = timedelta(hours=1), timedelta(days=1), timedelta(days=365)
REGULAR = (0 * DAY, DAY, 2 * DAY, 3 * DAY)
BATTERY = datetime(1970, 1, 1, tzinfo=UTC) - FIRST


def told_by(folder: Path, site: Site, clock: tuple[timedelta, ...]) -> list[dict[str, Any]]:
    """Audit night by night, and see what is shown after each."""
    told = []
    for pages, shown in zip(NIGHTS, clock, strict=True):
        site.pages = dict(pages)
        is_told(done(*RUN, cwd=folder, at=FIRST + shown), 0)
        told.append(audit(folder))
    return told


def said(told: dict[str, Any]) -> dict[str, Any]:
    """What must not depend on the clock."""
    changes = told.get("changes", {"new": [], "fixed": [], "requirements": []})
    return {
        "verdicts": {each["id"]: each["status"] for each in told["requirements"]},
        "findings": sorted((each["rule"], urlsplit(each["url"]).path) for each in told["findings"]),
        "new, fixed": (len(changes["new"]), len(changes["fixed"])),
        "requirements": changes["requirements"],
    }


@pytest.fixture(scope="module")
def regular(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What is said where the clock is right."""
    folder = tmp_path_factory.mktemp("regular")
    site = Site()
    with LoopbackSite(make=site) as server:
        configure(folder, server.url)
        return [said(each) for each in told_by(folder, site, REGULAR)]


@pytest.mark.parametrize(
    "clock",
    [
        pytest.param((0 * DAY, DAY, DAY - HOUR, 2 * DAY), id="an hour back"),
        pytest.param((0 * DAY, DAY, 0 * DAY - HOUR, 3 * DAY), id="a day back"),
        pytest.param((0 * DAY, DAY, 2 * DAY - YEAR, 3 * DAY), id="a year back"),
        pytest.param((0 * DAY, DAY, BATTERY, 3 * DAY), id="an empty battery"),
        pytest.param((0 * DAY, DAY + YEAR, 2 * DAY, 3 * DAY), id="a year forth"),
    ],
)
def test_nights_follow_one_another_whatever_the_clock_shows(
    tmp_path: Path, regular: list[dict[str, Any]], clock: tuple[timedelta, ...]
) -> None:
    site = Site()
    with LoopbackSite(make=site) as server:
        configure(tmp_path, server.url)
        told = told_by(tmp_path, site, clock)
    assert [said(each) for each in told] == regular
    made = [each["run"]["id"] for each in told]
    assert len(set(made)) == len(NIGHTS)
    days = [(FIRST + shown).astimezone(BANGKOK).date().isoformat() for shown in clock]
    assert [each["run"]["as_of"] for each in told] == days
    at = FIRST + clock[-1] + HOUR
    assert told_in_history(tmp_path, at) == made
    different = json.loads(done("diff", "x", "--json", cwd=tmp_path, at=at).stdout)
    assert [different[each]["run"] for each in ("before", "after")] == made[-2:]
    is_told(done("store", "prune", cwd=tmp_path, at=at), 0)
    assert told_in_history(tmp_path, at) == made
    is_told(done("reassess", "x", "--run", made[2], "--output", "again", cwd=tmp_path, at=at), 1)
    report = tmp_path / "output" / "x" / made[2] / "audit.json"
    assert (tmp_path / "again" / "audit.json").read_bytes() == report.read_bytes()
    is_told(done("store", "check", cwd=tmp_path, at=at), 0)
    is_tidy(tmp_path)


def told_in_history(folder: Path, at: datetime) -> list[str]:
    """The runs in the order in which they are told."""
    told = done("history", "x", "--json", cwd=folder, at=at)
    assert told.returncode == 0, told.stderr
    return [each["run"] for each in json.loads(told.stdout)["audits"]]
