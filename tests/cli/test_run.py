"""`auditor run` as a webmaster's cron sees it: several sites, a history, reports that never half appear."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.test_check import HOME, PAGE, PAGES, auditor, is_mendable, started
from tests.killing.processes import children_of
from tests.loopback import LoopbackSite, Reply
from tests.test_rulebook import BASE

if TYPE_CHECKING:
    from pathlib import Path

NEWS = Reply(PAGE.format(heading="ข่าวประชาสัมพันธ์", text="สำนักงานสาธารณสุขอำเภอจัดประชุมประจำเดือน 1 มิถุนายน 2567"))
ENDLESS = {**PAGES, "/": Reply(f"{HOME.body!s}<a href='/slow'>ข่าว</a>"), "/slow": Reply(NEWS.body, delay=60)}
BROKEN = Reply(f"{HOME.body!s}<a href='/gone'>แผนปฏิบัติราชการ</a>")


OWN_PACK = BASE.partition("[[topic]]")[0].replace('id = "small"', 'id = "own"')


def config(folder: Path, *sites: tuple[str, str], head: str = "") -> None:
    tables = "".join(f'[[site]]\nid = "{name}"\nurl = "{url}"\n' for name, url in sites)
    (folder / "config.toml").write_text(
        f'[auditor]\nlang = "en"\n{head}\n[crawl]\ndelay = 0.0\ncheck_external_links = false\n'
        f'render = "never"\n[politeness]\nretries = 0\n[network]\nconnect_seconds = 2.0\n{tables}',
        encoding="utf-8",
    )


def made(folder: Path, site: str, run: str = "latest") -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "output" / site / run / "audit.json").read_text(encoding="utf-8"))
    return found


def runs(folder: Path, site: str) -> list[str]:
    return sorted(path.name for path in (folder / "output" / site).iterdir() if _of_a_run(path))


def _of_a_run(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def is_whole(folder: Path) -> None:
    """Nothing half-written stands anywhere, and the store is what it says."""
    assert not [path for path in (folder / "output").rglob(".*") if path.exists()]
    with closing(sqlite3.connect(folder / "auditor.db")) as store:
        assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert store.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_site_of_the_configuration_is_audited_and_its_newest_reports_stand_under_latest(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as one, LoopbackSite({"/": HOME}) as two:
        config(tmp_path, ("one", one.url), ("two", two.url))
        done = auditor("run", "--as-of", "2024-06-15", cwd=tmp_path)
        assert done.returncode == 1, done.stderr
        assert done.stderr == ""
        assert "output/one/latest/report.html" in done.stdout
        first = runs(tmp_path, "one")
        again = auditor("run", "one", "--as-of", "2024-06-16", cwd=tmp_path)
        assert again.returncode == 1, again.stderr
    assert len(first) == 1
    assert len(runs(tmp_path, "one")) == 2
    assert len(runs(tmp_path, "two")) == 1
    assert made(tmp_path, "one")["run"]["id"] == runs(tmp_path, "one")[-1]
    assert made(tmp_path, "one", first[0])["run"]["as_of"] == "2024-06-15"
    assert "changes" not in made(tmp_path, "one", first[0])
    assert made(tmp_path, "one")["changes"]["since"] == "2024-06-15"
    is_whole(tmp_path)


def test_what_changed_is_told_night_by_night(tmp_path: Path) -> None:
    nights = (BROKEN, HOME)
    for number, home in enumerate(nights):
        with LoopbackSite({**PAGES, "/": home}) as site:
            # The address changes with the port; the id of the site does not.
            config(tmp_path, ("x", site.url))
            auditor("run", "--as-of", f"2024-06-1{number}", cwd=tmp_path)
    broken = [each["id"] for each in made(tmp_path, "x", runs(tmp_path, "x")[0])["findings"]]
    assert broken
    changes = made(tmp_path, "x")["changes"]
    assert set(changes["fixed"]) == set(broken)
    assert changes["new"] == []


def test_an_outage_changes_nothing_and_carries_the_last_results(tmp_path: Path) -> None:
    with LoopbackSite({**PAGES, "/": BROKEN}) as site:
        config(tmp_path, ("x", site.url))
        auditor("run", "--as-of", "2024-06-10", cwd=tmp_path)
        before = made(tmp_path, "x")
    done = auditor("run", "--as-of", "2024-06-11", cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    down = made(tmp_path, "x")
    assert down["coverage"]["complete"] is False
    assert (down["changes"]["fixed"], down["changes"]["requirements"]) == ([], [])
    good = {each["id"]: each["status"] for each in before["requirements"] if each["status"] != "unverifiable"}
    carried = {each["id"]: each["carried"] for each in down["requirements"] if each["carried"]}
    assert {name: each["status"] for name, each in carried.items()} == good
    assert {each["as_of"] for each in carried.values()} == {"2024-06-10"}


def test_a_pack_may_be_named_and_addresses_are_told(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OWN_PACK, encoding="utf-8")
    with LoopbackSite(PAGES) as site:
        config(tmp_path, ("x", site.url), head='rules = ["own.toml"]')
        done = auditor("run", "--pack", "own", "--verbose", "--quiet", "--fail-on", "never", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        lines = done.stderr.splitlines()
        assert [line for line in lines if not line.startswith("x ")] == []
        assert any(line.endswith(f"{site.url}vision") for line in lines)
        is_mendable(auditor("run", "--pack", "owm", cwd=tmp_path), "owm", "own")
    assert {each["pack"] for each in made(tmp_path, "x")["requirements"]} == {"own"}


def test_who_was_audited_longest_ago_comes_first(tmp_path: Path) -> None:
    with ExitStack() as stack:
        sites = {name: stack.enter_context(LoopbackSite({"/": HOME})) for name in "abc"}
        config(tmp_path, *((name, site.url) for name, site in sites.items()), head="workers = 1")
        for name in "ba":
            auditor("run", name, "--quiet", cwd=tmp_path)
        done = auditor("run", "--format", "json", cwd=tmp_path)
    *told, page = [line for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert [line[0] for line in told] == ["c", "b", "a"]
    assert page == "All agencies: output/index.html"


def test_when_the_time_for_all_is_over_the_rest_is_left(tmp_path: Path) -> None:
    with LoopbackSite(ENDLESS) as one, LoopbackSite(PAGES) as two:
        config(tmp_path, ("one", one.url), ("two", two.url), head="workers = 1\n[limits]\ntotal_seconds = 4.0")
        done = auditor("run", "--fail-on", "never", cwd=tmp_path)
        assert (done.returncode, done.stdout, two.log) == (3, "All agencies: output/index.html\n", [])
    assert "one: the audit could not be done: it took too long; the next run goes on with it" in done.stderr
    assert "two: not audited" in done.stderr
    is_whole(tmp_path)


def test_one_broken_site_costs_no_other(tmp_path: Path) -> None:
    with LoopbackSite() as closed:
        gone = closed.url
    with LoopbackSite(PAGES) as good:
        config(tmp_path, ("gone", gone), ("good", good.url))
        done = auditor("run", "--workers", "1", "--fail-on", "never", cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    assert made(tmp_path, "good")["coverage"]["complete"] is True
    assert {each["status"] for each in made(tmp_path, "gone")["requirements"]} <= {"unverifiable", "not-applicable"}


def test_a_folder_that_cannot_be_written_costs_only_its_site(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        config(tmp_path, ("one", site.url), ("two", site.url))
        (tmp_path / "output").mkdir()
        (tmp_path / "output" / "one").write_text("in the way")
        done = auditor("run", "--fail-on", "never", cwd=tmp_path)
        assert done.returncode == 3
        assert "one" in done.stderr
        assert "Traceback" not in done.stderr
        assert made(tmp_path, "two")["coverage"]["complete"] is True
        # The audit itself is kept: once there is room, its reports are written without another look.
        (tmp_path / "output" / "one").unlink()
        asked = len(site.log)
        assert auditor("run", "one", "--fail-on", "never", cwd=tmp_path).returncode == 0
        assert len(site.log) == asked
    assert len(runs(tmp_path, "one")) == 1
    is_whole(tmp_path)


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("fail", 1)])
def test_the_exit_code_is_that_of_the_worst_site(tmp_path: Path, fail_on: str, code: int) -> None:
    with LoopbackSite(PAGES) as site:
        config(tmp_path, ("x", site.url))
        done = auditor("run", "--fail-on", fail_on, "--quiet", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")


@pytest.mark.parametrize(
    ("words", "text", "parts"),
    [
        pytest.param(("run",), None, ("config.toml", "No such file"), id="no configuration"),
        pytest.param(("run", "y"), '[[site]]\nurl = "http://x.go.th/"\nid = "x"', ("'y'", "x"), id="no such site"),
        pytest.param(("run",), "", ("names no site",), id="no site at all"),
        pytest.param(
            ("run",), '[[site]]\nurl = "http://x.go.th/"\n[[site]]\nurl = "http://www.x.go.th/"', ("same history",),
            id="one history for two",
        ),
        pytest.param(("run",), "[auditor]\nworker = 3\n[crawl]\ndelay = -1.0", ("workers", "delay"), id="all"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_before_anything_starts(
    tmp_path: Path, words: tuple[str, ...], text: str | None, parts: tuple[str, ...]
) -> None:
    if text is not None:
        (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    is_mendable(auditor(*words, cwd=tmp_path), *parts)
    assert not (tmp_path / "auditor.db").exists()
    assert not (tmp_path / "output").exists()


def test_a_store_that_cannot_be_used_is_told_before_anything_starts(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        config(tmp_path, ("x", site.url))
        (tmp_path / "auditor.db").write_bytes(b"no database at all, but my notes")
        done = auditor("run", cwd=tmp_path)
        assert (done.returncode, site.log) == (3, [])
    assert "no SQLite database" in done.stderr
    assert (tmp_path / "auditor.db").read_bytes() == b"no database at all, but my notes"


@pytest.mark.parametrize("limit", [60_000, 170_000, 300_000], ids=["opening", "crawling", "reporting"])
def test_a_full_disk_ends_cleanly_and_the_next_run_goes_on(tmp_path: Path, limit: int) -> None:
    """RELIABILITY_RULES 18 and 20: the exit code for it, nothing half-written."""
    program = (
        f"import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
        "sys.argv = ['auditor', 'run', '--fail-on', 'never']\nrunpy.run_module('auditor', run_name='__main__')"
    )
    with LoopbackSite(PAGES) as site:
        config(tmp_path, ("x", site.url))
        command = [sys.executable, "-c", program]
        full = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603
        assert (full.returncode, "Traceback" in full.stderr) == (3, False), full.stderr
        assert "free some space" in full.stderr
        assert not list((tmp_path / "output").rglob("audit.json"))
        done = auditor("run", "--fail-on", "never", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(runs(tmp_path, "x")) == 1
    is_whole(tmp_path)


def test_a_store_that_another_program_keeps_locked_is_told(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        config(tmp_path, ("x", site.url))
        assert auditor("run", "--fail-on", "never", cwd=tmp_path).returncode == 0
        with closing(sqlite3.connect(tmp_path / "auditor.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            done = auditor("run", cwd=tmp_path)
    assert (done.returncode, "keeps it locked" in done.stderr) == (3, True), done.stderr
    assert len(runs(tmp_path, "x")) == 1


def test_an_old_crawl_that_cannot_be_judged_bars_no_further_night(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        config(tmp_path, ("x", site.url))
        assert auditor("run", "--fail-on", "never", cwd=tmp_path).returncode == 0
        with closing(sqlite3.connect(tmp_path / "auditor.db")) as store, store:
            for table in ("verdict", "finding", "item", "audit", "kept"):
                store.execute(f"DELETE FROM {table}")  # noqa: S608  (our own names)
            store.execute("UPDATE run SET state = 'crawled'")
            store.execute("UPDATE facts SET body = sha256 WHERE id IN (SELECT content FROM resource)")
        assert auditor("run", "--fail-on", "never", cwd=tmp_path).returncode == 3
        with closing(sqlite3.connect(tmp_path / "auditor.db")) as store, store:
            store.execute("UPDATE run SET started_at = started_at - 13 * 3600 * 1000000")
            store.execute("UPDATE facts SET sha256 = CAST(-id AS BLOB) WHERE body = sha256")
        done = auditor("run", "--fail-on", "never", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        with closing(sqlite3.connect(tmp_path / "auditor.db")) as store:
            assert store.execute("SELECT state FROM run ORDER BY number").fetchall() == [("closed",), ("audited",)]


def test_more_sites_than_workers_are_all_audited(tmp_path: Path) -> None:
    with ExitStack() as stack:
        sites = [stack.enter_context(LoopbackSite(PAGES)) for _ in range(5)]
        config(tmp_path, *((f"s{number}", site.url) for number, site in enumerate(sites)), head="workers = 2")
        done = auditor("run", "--format", "json", "--fail-on", "never", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [len(runs(tmp_path, f"s{number}")) for number in range(5)] == [1] * 5
    is_whole(tmp_path)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_all_sites_in_time_and_shows_nothing_half_done(tmp_path: Path, number: int, code: int) -> None:
    """RELIABILITY_RULES 25."""
    with LoopbackSite(ENDLESS) as one, LoopbackSite(ENDLESS) as two:
        config(tmp_path, ("one", one.url), ("two", two.url), head="workers = 2")
        process = started("run", cwd=tmp_path)
        deadline = time.monotonic() + 60
        while not ("/slow" in one.targets and "/slow" in two.targets) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(number)
        output, errors = process.communicate(timeout=15)
    assert (process.returncode, output) == (code, "")
    assert "Traceback" not in errors
    assert "goes on with it" in errors
    assert not list((tmp_path / "output").rglob("audit.json"))
    is_whole(tmp_path)


def test_two_runs_at_once_never_audit_one_site_twice(tmp_path: Path) -> None:
    with LoopbackSite(ENDLESS) as site:
        config(tmp_path, ("x", site.url))
        first = started("run", cwd=tmp_path)
        while "/slow" not in site.targets:
            time.sleep(0.05)
        second = auditor("run", cwd=tmp_path)
        first.terminate()
        first.communicate(timeout=60)
    assert (second.returncode, first.returncode) == (3, 143)
    assert "another audit of this site is going on" in second.stderr
    assert site.targets.count("/slow") == 1


def test_check_keeps_a_history_only_where_the_configuration_names_a_store(tmp_path: Path) -> None:
    with LoopbackSite({**PAGES, "/": BROKEN}) as site:
        config(tmp_path, ("x", site.url))
        auditor("check", site.url, "--config", "config.toml", "--output", "o", cwd=tmp_path)
        assert not (tmp_path / "auditor.db").exists()
        config(tmp_path, ("x", site.url), head='store = "sqlite:///auditor.db"')
        for day in ("2024-06-10", "2024-06-11"):
            done = auditor(
                "check", site.url, "--config", "config.toml", "--output", "o", "--as-of", day, cwd=tmp_path
            )
            assert done.returncode == 1, done.stderr
    checked = json.loads((tmp_path / "o" / "audit.json").read_text(encoding="utf-8"))
    assert checked["changes"]["since"] == "2024-06-10"
    assert {each["first_seen"] for each in checked["findings"]} == {"2024-06-10"}


def test_a_process_that_is_killed_costs_its_site_alone(tmp_path: Path) -> None:
    with LoopbackSite(ENDLESS) as bad, LoopbackSite(PAGES) as good:
        config(tmp_path, ("bad", bad.url), ("good", good.url), head="workers = 1")
        process = started("run", "--fail-on", "never", cwd=tmp_path)
        while "/slow" not in bad.targets:
            time.sleep(0.05)
        (child,) = children_of(process.pid)
        os.kill(child, signal.SIGKILL)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "bad" in errors
    assert made(tmp_path, "good")["coverage"]["complete"] is True
    is_whole(tmp_path)
