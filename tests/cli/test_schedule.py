"""`auditor schedule` as a service manager sees it: real processes, sites on loopback, nights that were missed."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import time
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from auditor.cli.loaded import load
from auditor.cli.scheduler import Scheduler
from auditor.cli.signals import Signals
from auditor.schedule.notices import Notice, What
from tests.cli.test_check import HOME, PAGES, auditor, is_mendable, started
from tests.cli.test_run import ENDLESS, config, is_whole, made, runs
from tests.killing.processes import children_of, lives
from tests.loopback import Asked, LoopbackSite, Reply
from tests.schedule.clock import BANGKOK, Clock

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from pathlib import Path

NIGHTLY = '\n[schedule]\ncron = "0 2 * * *"\njitter = 0\nhealth = "health.json"\n'
DAY = 24 * 3600 * 1_000_000
SLOW = {**PAGES, "/": Reply(f"{HOME.body!s}<a href='/slow'>ข่าว</a>"), "/slow": Reply(HOME.body, delay=3)}


def slow(asked: Asked, delay: float) -> Reply | None:
    return Reply(HOME.body, delay=delay) if asked.target == "/slow" else None


def gone(processes: list[int]) -> bool:
    return not any(map(lives, processes))


def eventually(true: Callable[[], object], seconds: float = 90.0) -> None:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    assert true()


@contextmanager
def up(folder: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    """A scheduler that is up, until the end or until it was ended."""
    process = started("schedule", *words, cwd=folder)
    try:
        eventually(lambda: (folder / "health.json").exists() or process.poll() is not None)
        yield process
    finally:
        process.kill()
        process.communicate()


def ended(process: subprocess.Popen[str], number: int = signal.SIGTERM) -> str:
    """End it; what it logged."""
    process.send_signal(number)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 128 + number, errors
    assert "Traceback" not in errors
    return errors


def health(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "health.json").read_text(encoding="utf-8"))
    return found


def outcome(folder: Path, site: str) -> str | None:
    last = health(folder)["sites"].get(site, {}).get("last")
    return last and str(last["what"])


def due_times(folder: Path, site: str = "x") -> list[int | None]:
    with closing(sqlite3.connect(folder / "auditor.db")) as store:
        rows = store.execute("SELECT due_at FROM run WHERE site = ? AND state = 'audited' ORDER BY number", (site,))
        return [row[0] for row in rows]


def days_pass(folder: Path, days: int = 3) -> None:
    """Let the last audits be so many days older."""
    (folder / "health.json").unlink(missing_ok=True)
    with closing(sqlite3.connect(folder / "auditor.db")) as store, store:
        for column in ("due_at", "started_at", "finished_at"):
            store.execute(f"UPDATE run SET {column} = {column} - {days * DAY}")  # noqa: S608  (our own names)


def audited_once(folder: Path) -> None:
    assert auditor("run", "--fail-on", "never", "--quiet", cwd=folder).returncode in {0, 3}


def test_the_next_times_are_listed_and_nothing_is_started(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        head = '[schedule]\ncron = "0 2 * * 7"\nwindow = "22:00-05:00"\njitter = 0'
        config(tmp_path, ("x", site.url), ("longer", site.url), head=head)
        done = auditor("schedule", "--list", cwd=tmp_path)
        assert (done.returncode, done.stderr, site.log) == (0, "", [])
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["longer", "x"]
    for line in lines:
        days = [datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC) for day in line.split()[1:7:2]]
        assert [day.isoweekday() for day in days] == [7, 7, 7]
        assert days[1] - days[0] == timedelta(days=7)
        assert line.endswith("(starts 02:00:00)  0 2 * * 7")
    assert [path.name for path in tmp_path.iterdir()] == ["config.toml"]


def test_once_audits_what_is_due_and_nothing_twice(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as one, LoopbackSite(PAGES) as two:
        config(tmp_path, ("x", one.url), ("y", two.url), head=NIGHTLY)
        done = auditor("schedule", "--once", "--log", "json", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (1, ""), done.stderr
        asked = len(one.log)
        again = auditor("schedule", "--once", cwd=tmp_path)
        assert (again.returncode, len(one.log)) == (0, asked), again.stderr
        days_pass(tmp_path)
        assert auditor("schedule", "--once", cwd=tmp_path).returncode == 1
    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert {(each["event"], each.get("site")) for each in events} == {
        ("begun", None), ("started", "x"), ("started", "y"), ("ended", "x"), ("ended", "y"),
    }  # fmt: skip
    before, after = due_times(tmp_path)
    assert before is not None
    assert after is not None
    assert after - before == 3 * DAY
    assert len(runs(tmp_path, "x")) == 2
    is_whole(tmp_path)


def test_once_leaves_what_has_its_window_closed(tmp_path: Path) -> None:
    hour = datetime.now(UTC) + timedelta(hours=9)  # two hours ahead in Bangkok
    head = f'{NIGHTLY}window = "{hour:%H}:00-{hour:%H}:01"\n'
    with LoopbackSite(PAGES) as site:
        config(tmp_path, ("x", site.url), head=head)
        done = auditor("schedule", "--once", cwd=tmp_path)
        assert (done.returncode, site.log) == (0, [])
    assert "its window is closed" in done.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_missed_night_is_caught_up_once_after_a_start(tmp_path: Path, number: int) -> None:
    with LoopbackSite(PAGES) as site:
        config(tmp_path, ("x", site.url), head=NIGHTLY)
        audited_once(tmp_path)
        days_pass(tmp_path)
        with up(tmp_path) as process:
            eventually(lambda: outcome(tmp_path, "x") == "ended")
            told = health(tmp_path)
            assert (told["running"], told["waiting"], told["failures"]) == ([], [], 1)
            assert told["sites"]["x"]["last"]["code"] == 1
            assert told["pid"] == process.pid
            assert datetime.fromisoformat(told["next_due"]) > datetime.now(UTC)
            log = ended(process, number)
        assert "missed x" in log
        asked = len(site.log)
        (tmp_path / "health.json").unlink()
        with up(tmp_path) as process:
            assert outcome(tmp_path, "x") is None
            assert health(tmp_path)["waiting"] == []
            ended(process)
        assert len(site.log) == asked
    assert [due is None for due in due_times(tmp_path)] == [True, False]
    is_whole(tmp_path)


def test_a_site_that_was_never_audited_waits_for_its_time(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        config(tmp_path, ("x", site.url), head=NIGHTLY)
        with up(tmp_path) as process:
            assert set(health(tmp_path)["sites"]) == {"x"}
            ended(process)
        assert site.log == []


@pytest.mark.parametrize("whom", ["scheduler", "all"])
def test_a_killed_scheduler_leaves_a_run_that_the_next_start_goes_on_with(tmp_path: Path, whom: str) -> None:
    delays = [60]
    pages = {target: reply for target, reply in ENDLESS.items() if target != "/slow"}
    with LoopbackSite(pages, make=lambda asked: slow(asked, delays[-1])) as site:
        config(tmp_path, ("x", site.url), head=NIGHTLY)
        with up(tmp_path, "--once") as process:
            eventually(lambda: "/slow" in site.targets)
            children = children_of(process.pid)
            for victim in (*children, process.pid) if whom == "all" else (process.pid,):
                os.kill(victim, signal.SIGKILL)
            process.communicate()
        delays.append(0)
        (tmp_path / "health.json").unlink()
        with up(tmp_path) as process:
            eventually(lambda: outcome(tmp_path, "x") == "ended")
            ended(process)
        eventually(partial(gone, children))
    (due,) = due_times(tmp_path)
    assert due is not None
    assert len(runs(tmp_path, "x")) == 1
    assert site.targets.count("/vision") == 1 or whom == "all"  # what was not committed is asked again
    assert made(tmp_path, "x")["coverage"]["complete"] is True
    is_whole(tmp_path)


def test_two_schedulers_on_one_store_audit_a_site_once(tmp_path: Path) -> None:
    with LoopbackSite(SLOW) as site:
        config(tmp_path, ("x", site.url), head=NIGHTLY)
        audited_once(tmp_path)
        days_pass(tmp_path)
        site.log.clear()
        both = [started("schedule", "--health", f"{name}.json", cwd=tmp_path) for name in ("one", "two")]
        try:
            eventually(lambda: len(due_times(tmp_path)) == 2)
            time.sleep(3)
        finally:
            for process in both:
                process.terminate()
            logs = [process.communicate(timeout=30)[1] for process in both]
        assert site.targets.count("/slow") == 1
    assert sum("started x" in log for log in logs) == 2
    assert sum("failed x" in log for log in logs) == 0
    assert len(due_times(tmp_path)) == 2
    is_whole(tmp_path)


def test_a_broken_configuration_is_refused_while_the_old_one_goes_on(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        config(tmp_path, ("x", site.url), head=NIGHTLY)
        whole = (tmp_path / "config.toml").read_text(encoding="utf-8")
        (tmp_path / "sites.csv").write_text("url,id\nhttp://127.0.0.1:9/,y\n", encoding="utf-8")
        with up(tmp_path) as process:
            (tmp_path / "config.toml").write_text(
                "[schedule]\ncron = 'never'\n[crawl]\ndelay = 'x'", encoding="utf-8"
            )
            eventually(lambda: "schedule.cron" in health(tmp_path)["trouble"])
            assert "crawl.delay" in health(tmp_path)["trouble"]
            assert set(health(tmp_path)["sites"]) == {"x"}
            included = whole.replace('lang = "en"', 'lang = "en"\ninclude = ["sites.csv"]')
            (tmp_path / "config.toml").write_text(included, encoding="utf-8")
            eventually(lambda: set(health(tmp_path)["sites"]) == {"x", "y"})
            assert health(tmp_path)["trouble"] == ""
            (tmp_path / "sites.csv").write_text("url,id\nhttp://127.0.0.1:9/,z\n", encoding="utf-8")
            eventually(lambda: set(health(tmp_path)["sites"]) == {"x", "z"})
            process.send_signal(signal.SIGHUP)
            time.sleep(1)
            log = ended(process)
    assert log.count(" reloaded: ") == 3
    assert "the configuration before it is still in force" in log


def test_no_site_delays_another(tmp_path: Path) -> None:
    with LoopbackSite() as closed:
        absent = closed.url
    with LoopbackSite(ENDLESS) as hanging, LoopbackSite(PAGES) as good, LoopbackSite(PAGES) as late:
        sites = (("hanging", hanging.url), ("gone", absent), ("good", good.url), ("late", late.url))
        config(tmp_path, *sites, head=f"workers = 2{NIGHTLY}")
        with up(tmp_path, "--once") as process:
            eventually(lambda: outcome(tmp_path, "good") == outcome(tmp_path, "late") == "ended")
            eventually(lambda: outcome(tmp_path, "gone") == "failed")
            assert [each["site"] for each in health(tmp_path)["running"]] == ["hanging"]
            ended(process)


def test_a_site_that_takes_too_much_memory_is_ended_and_told(tmp_path: Path) -> None:
    with LoopbackSite(ENDLESS) as site:
        config(tmp_path, ("x", site.url), head=f"{NIGHTLY}[limits]\nsite_memory_bytes = 100000\n")
        done = auditor("schedule", "--once", "--log", "json", cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    (failed,) = [told for line in done.stderr.splitlines() if (told := json.loads(line))["event"] == "failed"]
    assert (failed["site"], failed["level"]) == ("x", "warning")
    assert "took too much memory" in failed["message"]
    assert health(tmp_path)["sites"]["x"]["failures"] == 1


def test_a_health_file_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        config(tmp_path, ("x", site.url), head=NIGHTLY)
        done = auditor("schedule", "--once", "--health", "absent/health.json", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert done.stderr.count("absent/health.json") == 1
    assert len(runs(tmp_path, "x")) == 1


@pytest.mark.parametrize(
    ("words", "text", "parts"),
    [
        pytest.param((), None, ("config.toml", "No such file"), id="no configuration"),
        pytest.param((), "", ("names no site",), id="no site"),
        pytest.param((), '[[site]]\nurl = "https://x.go.th"\n[site.schedule]\ncron = "0 2 * * 8"',
                     ("site[0].schedule.cron", "weekday"), id="no such weekday"),
        pytest.param(("--list", "--once"), '[[site]]\nurl = "https://x.go.th"', ("--list", "--once"), id="both"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_before_anything_starts(
    tmp_path: Path, words: tuple[str, ...], text: str | None, parts: tuple[str, ...]
) -> None:
    if text is not None:
        (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    is_mendable(auditor("schedule", *words, cwd=tmp_path), *parts)
    assert not (tmp_path / "auditor.db").exists()


class Nights(Signals):
    """Signals by which the clock goes on to the next moment whenever nothing is left to do, and then to the end."""

    def __init__(self, folder: Path, clock: Clock, moments: list[datetime]) -> None:
        super().__init__()
        self._folder, self._clock, self._moments = folder, clock, moments

    def reload(self) -> bool:
        """Look whether it is time to go on."""
        told = health(self._folder) if (self._folder / "health.json").exists() else {"running": [1]}
        if not told["running"] and not told["waiting"]:
            if self._moments:
                self._clock.moment = self._moments.pop(0)
            else:
                self.stop = signal.SIGTERM
        return super().reload()


def test_a_clock_that_is_put_forward_and_back_costs_no_night_and_doubles_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.cli.scheduler._TURN", 0.2)
    first = datetime.now(BANGKOK).replace(second=0, microsecond=0) + timedelta(hours=1)
    hours = (-1, 0.1, 0, -0.5, 0.2, 1, 24 * 400 + 0.1, 23, 24.1, 24.2)
    moments = [first + timedelta(hours=each) for each in hours]
    clock = Clock(moments[0])
    clock.rule(monkeypatch)
    notices: list[Notice] = []
    path = tmp_path / "config.toml"
    with LoopbackSite(PAGES) as site:
        config(tmp_path, ("x", site.url), head=NIGHTLY.replace("0 2 *", f"{first:%M} {first:%H} *"))
        with Nights(tmp_path, clock, moments) as signals:
            Scheduler(path, load(path), (notices.append,), now=clock).run(signals)
    due = [first + timedelta(hours=each) for each in (0, 24 * 400, 24)]
    assert [each.due_at for each in notices if each.what is What.ENDED] == due
    assert [each for each in notices if each.what in {What.FAILED, What.TROUBLE}] == []
    assert len(due_times(tmp_path)) == 3
    is_whole(tmp_path)
