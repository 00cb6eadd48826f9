"""The log and the health file: what happened, on lines that can act on no terminal, and how it is now."""

from __future__ import annotations

import io
import json
import logging
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from auditor.cron import parse_cron
from auditor.schedule.agenda import Agenda
from auditor.schedule.health import Board
from auditor.schedule.journal import journal, set_up_log
from auditor.schedule.notices import Notice, What
from auditor.schedule.plans import Plan
from tests.schedule.clock import BANGKOK, at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = at("2024-06-15 02:07")
DUE = at("2024-06-15 02:00")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the log's one handler writes."""
    root, written = logging.getLogger(), io.StringIO()
    handlers, root.handlers = root.handlers, [logging.StreamHandler(written)]
    yield written
    root.handlers = handlers


def notice(what: What, message: str = "", site: str = "x", code: int | None = None) -> Notice:
    return Notice(at=NOW, what=what, message=message, site=site, due_at=DUE if site else None, code=code)


def test_text_lines_name_site_and_due_time_and_act_on_no_terminal(log: io.StringIO) -> None:
    set_up_log(as_json=False, zone=BANGKOK)
    journal(notice(What.FAILED, "first\n\x1b[31msecond"))
    journal(notice(What.BEGUN, "2 site(s)", site=""))
    logging.getLogger("httpx").warning("of another part")
    lines = [line.partition(" ")[2] for line in log.getvalue().splitlines()]
    assert lines[0] == "failed x (due 2024-06-15T02:00:00+07:00): first"
    assert lines[1].startswith("failed x (due 2024-06-15T02:00:00+07:00): ")
    assert lines[2:] == ["begun: 2 site(s)", "warning: of another part"]
    assert "\x1b" not in log.getvalue()


def test_json_lines_are_objects(log: io.StringIO) -> None:
    set_up_log(as_json=True, zone=BANGKOK)
    journal(notice(What.ENDED, "ผ่าน 40\n2", code=1))
    journal(notice(What.REFUSED, "a mistake", site=""))
    logging.getLogger("httpx").warning("of another part")
    ended, refused, other = map(json.loads, log.getvalue().splitlines())
    assert {key: ended[key] for key in ("level", "event", "site", "due_at", "code", "message")} == {
        "level": "info", "event": "ended", "site": "x", "due_at": "2024-06-15T02:00:00+07:00", "code": 1,
        "message": "ผ่าน 40\n2",
    }  # fmt: skip
    assert (refused["level"], refused["event"], "site" in refused) == ("warning", "refused", False)
    assert (other["event"], other["message"]) == ("httpx", "of another part")


def agenda() -> Agenda:
    found = Agenda()
    plan = Plan(site="x", line="0 2 * * *", cron=parse_cron("0 2 * * *"), zone=BANGKOK)
    found.plan({"x": plan}, NOW)
    return found


@pytest.mark.parametrize(
    ("notices", "failures", "in_a_row", "trouble"),
    [
        pytest.param([], 0, 0, "", id="nothing yet"),
        pytest.param([What.FAILED, What.MISSED], 2, 2, "", id="two bad nights"),
        pytest.param([What.FAILED, What.STARTED, What.ENDED], 1, 0, "", id="mended by a good night"),
        pytest.param([What.ENDED, What.PASSED, What.FAILED], 1, 1, "", id="the last one bad"),
        pytest.param([What.REFUSED, What.TROUBLE], 0, 0, "refused!\ntrouble!", id="trouble of its own"),
        pytest.param([What.REFUSED, What.TROUBLE, What.RELOADED], 0, 0, "trouble!", id="a configuration mended"),
        pytest.param([What.REFUSED, What.TROUBLE, What.MENDED], 0, 0, "refused!", id="a store mended"),
    ],
)
def test_health_counts_bad_nights_and_keeps_trouble_until_it_is_mended(
    notices: list[What], failures: int, in_a_row: int, trouble: str
) -> None:
    board = Board(NOW, pid=7)
    own = {What.REFUSED, What.TROUBLE, What.RELOADED, What.MENDED}
    for what in notices:
        board(notice(what, f"{what}!", site="" if what in own else "x"))
    health = board.health(NOW, agenda(), {"x": DUE + timedelta(days=1)})
    assert (health.failures, health.sites["x"].failures, health.trouble) == (failures, in_a_row, trouble)
    assert health.next_due == health.sites["x"].next_due == DUE + timedelta(days=1)


def test_the_health_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    board, file = Board(NOW, pid=7), tmp_path / "health.json"
    board.write(file, board.health(NOW, agenda(), {}))
    told = json.loads(file.read_text(encoding="utf-8"))
    assert (told["schema"], told["alive_at"], told["pid"]) == ("auditor/health/1", "2024-06-14T19:07:00+00:00", 7)
    assert (told["next_due"], told["running"], told["sites"]["x"]["last"]) == (None, [], None)
    file.unlink()
    file.mkdir()
    board.write(file, board.health(NOW, agenda(), {}))
    assert "health.json" in board.problem
    assert [path.name for path in tmp_path.iterdir()] == ["health.json"]
