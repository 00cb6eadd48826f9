"""Ending `auditor check` and `auditor run` while they judge a site that takes long to judge."""

from __future__ import annotations

import os
import pty
import shlex
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from itertools import product
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_check import HOME, VISION, auditor, report
from tests.loopback import LoopbackSite, Reply

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLACES, MATTERS, PAGES = 20, 30, 4
# Each label is one that no page had before, near enough to what is looked for to be compared with all of it.
LABELS = [f"แผน{matter:02}ปฏิบัติราชการของ{place:02}หน่วยงาน" for place, matter in product(range(PLACES), range(MATTERS))]
# The program with less patience, so that what takes it seconds takes it too long.
HURRIED = "import auditor.cli.stopping as stopping; stopping.GRACE = 0.0; from auditor.cli import main; main()"


def served() -> LoopbackSite:
    """A site of few pages with very many labels."""
    pages = {
        f"/{page}": Reply(
            "<h1>ข่าว</h1>" + "".join(f'<p><a href="/vision">{page} {label}</a></p>' for label in LABELS)
        )
        for page in range(PAGES)
    }
    links = "".join(f'<a href="{target}">ข่าว</a>' for target in pages)
    return LoopbackSite({**pages, "/": Reply(f"{HOME.body!s}{links}"), "/vision": VISION})


def begun(folder: Path, *words: str, errors: int = subprocess.PIPE) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HURRIED, *words]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, env=os.environ, stdout=pipe, stderr=errors, text=True)  # noqa: S603


def reached(true: Callable[[], object], process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + 120
    while not true() and time.monotonic() < end and process.poll() is None:
        time.sleep(0.02)
    assert process.poll() is None, process.communicate()


def is_fetched(site: LoopbackSite) -> bool:
    return {f"/{page}" for page in range(PAGES)} <= set(site.targets)


def is_crawled(folder: Path) -> bool:
    if not (folder / "auditor.db").exists():
        return False
    with closing(sqlite3.connect(f"file:{folder / 'auditor.db'}?mode=ro", uri=True)) as store:
        try:
            return bool(store.execute("SELECT 1 FROM run WHERE state = 'crawled'").fetchone())
        except sqlite3.OperationalError:  # not made yet
            return False


@pytest.mark.parametrize("kept", [True, False], ids=["a WARC file", "nothing"])
def test_a_check_that_is_terminated_while_it_judges_says_what_is_left(tmp_path: Path, *, kept: bool) -> None:
    """RELIABILITY_RULES 25: it ends in time, and an earlier report stands as it was."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "report.html").write_text("of yesterday")
    more = ("--keep-warc", "of tonight.warc.gz") if kept else ()
    with served() as site:
        process = begun(tmp_path, "check", site.url, "--delay", "0", "--output", "out", "--quiet", *more)
        reached(lambda: is_fetched(site), process)
        process.terminate()
        output, errors = process.communicate(timeout=60)
    assert (process.returncode, output, "Traceback" in errors) == (143, "", False), errors
    assert (tmp_path / "out" / "report.html").read_text() == "of yesterday"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["report.html"]
    assert ("nothing is kept" in errors) is not kept
    if kept:
        _, _, command = errors.strip().rpartition("judges it: auditor ")
        done = auditor(*shlex.split(command), "--output", "out", "--fail-on", "never", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert report(tmp_path / "out")["coverage"]["pages"] >= PAGES


def test_who_pressed_ctrl_c_gets_the_report_however_long_it_takes(tmp_path: Path) -> None:
    with served() as site:
        process = begun(tmp_path, "check", site.url, "--delay", "0", "--output", "out")
        reached(lambda: is_fetched(site), process)
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=300)
    assert (process.returncode, errors) == (130, "")
    assert "out/report.html" in output
    assert report(tmp_path / "out")["coverage"]["pages"] >= PAGES


def test_a_second_ctrl_c_ends_it_at_once(tmp_path: Path) -> None:
    """Who sits at a terminal is told of it."""
    terminal, errors = pty.openpty()
    with served() as site:
        process = begun(tmp_path, "check", site.url, "--delay", "0", "--output", "out", errors=errors)
        os.close(errors)
        reached(lambda: is_fetched(site), process)
        process.send_signal(signal.SIGINT)
        told = read_until("Ctrl-C again ends it without a report", terminal)
        process.send_signal(signal.SIGINT)
        told += read_until("stopped before a report was made", terminal)
        output, _ = process.communicate(timeout=60)
    os.close(terminal)
    assert (process.returncode, output, "Traceback" in told) == (130, "", False), told
    assert list((tmp_path / "out").iterdir()) == []


def read_until(words: str, terminal: int) -> str:
    """What a terminal shows up to and with some words."""
    shown = b""
    while words.encode() not in shown:
        try:
            shown += os.read(terminal, 4096)
        except OSError:  # nobody writes to it any more
            break
    assert words.encode() in shown, shown
    return shown.decode(errors="replace")


@pytest.mark.parametrize("command", ["check", "run"])
def test_what_a_store_holds_is_judged_by_the_next_start_without_a_request(tmp_path: Path, command: str) -> None:
    with served() as site:
        (tmp_path / "config.toml").write_text(
            f'[auditor]\nstore = "sqlite:///auditor.db"\n[crawl]\ndelay = 0.0\n'
            f'[[site]]\nid = "x"\nurl = "{site.url}"\n'
        )
        words = ("check", site.url, "--config", "config.toml", "--output", "out") if command == "check" else ("run",)
        process = begun(tmp_path, *words, "--fail-on", "never")
        reached(lambda: is_crawled(tmp_path), process)
        process.terminate()
        _, errors = process.communicate(timeout=60)
        assert (process.returncode, "Traceback" in errors) == (143, False), errors
        assert "what was fetched is kept" in errors
        assert not list(tmp_path.rglob("audit.json"))
        site.log.clear()
        done = auditor(*words, "--fail-on", "never", cwd=tmp_path)
        assert (done.returncode, site.log) == (0, []), done.stderr
    made = report(tmp_path / "out" if command == "check" else tmp_path / "output" / "x" / "latest")
    assert made["coverage"]["complete"] is True
