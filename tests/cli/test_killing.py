"""`kill -9` at any moment of `auditor run`: nothing finished is lost, untold, doubled or half shown.

RELIABILITY_RULES 17, 18 and 20.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_check import HOME, VISION, auditor, started
from tests.cli.test_run import children_of, config, is_whole
from tests.evidence.keeping import records
from tests.loopback import LoopbackSite, Reply
from tests.notify.mailbox import Mailbox

if TYPE_CHECKING:
    import subprocess

MOMENTS = 45
PAGES = 24
NOTIFY = """[notify]
on = "always"
link = "https://reports.go.th"
[[notify.mail]]
host = "127.0.0.1"
port = {port}
tls = "none"
from = "auditor@x.go.th"
to = ["web@x.go.th"]
"""
RUN = ("run", "--fail-on", "never", "--as-of", "2024-06-15")


def site() -> dict[str, Reply]:
    pages = {f"/n{number}": Reply(f"{VISION.body!s}<p>ข่าวที่ {number}</p>", delay=0.03) for number in range(PAGES)}
    links = "".join(f'<a href="{target}">ข่าว {target}</a>' for target in pages)
    return {"/": Reply(f"{HOME.body!s}{links}"), **pages}


def first_request(process: subprocess.Popen[str], website: LoopbackSite) -> None:
    """Wait until a run asks for something, or ends without."""
    before = len(website.log)
    while len(website.log) == before and process.poll() is None:
        time.sleep(0.005)


def straight(folder: Path, website: LoopbackSite) -> tuple[float, float]:
    """Run once to the end: seconds to the first request, and from there to the end."""
    begun = time.monotonic()
    process = started(*RUN, cwd=folder)
    first_request(process, website)
    asked = time.monotonic()
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return asked - begun, time.monotonic() - asked


def killed(folder: Path, website: LoopbackSite, after: float, whom: str) -> None:
    """Start a run and kill it, or its child, or both at once; wait until none of them is left.

    `after`: seconds from its first request; below 0 from its start.
    """
    process = started(*RUN, cwd=folder)
    if after >= 0:
        first_request(process, website)
    time.sleep(abs(after))
    children = children_of(process.pid) if process.poll() is None else []
    victims = {"parent": [process.pid], "child": children or [process.pid], "all": [*children, process.pid]}[whom]
    for victim in victims:
        with suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)
    process.communicate(timeout=60)
    deadline = time.monotonic() + 30
    while any(map(lives, children)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(lives, children))


def lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def audits(folder: Path) -> dict[str, bool]:
    """Runs that were judged, and whether their reports stand."""
    if not (folder / "auditor.db").exists():
        return {}
    with closing(sqlite3.connect(folder / "auditor.db")) as store:
        if not store.execute("SELECT 1 FROM sqlite_master WHERE name = 'audit'").fetchall():
            return {}
        rows = store.execute("SELECT id, published FROM audit JOIN run ON run.number = audit.run").fetchall()
    assert len({row[0] for row in rows}) == len(rows)
    return {row[0]: bool(row[1]) for row in rows}


def shown(folder: Path) -> set[str]:
    """Runs whose reports stand; each of them whole."""
    home = folder / "output" / "x"
    found = {path.name for path in home.glob("2*")}
    for name in found:
        assert {path.name for path in (home / name).iterdir()} == {"report.html", "audit.json"}
        assert json.loads((home / name / "audit.json").read_text(encoding="utf-8"))["run"]["id"] == name
        assert (home / name / "report.html").read_text(encoding="utf-8").rstrip().endswith("</html>")
    if (home / "latest").is_symlink():
        assert (home / "latest").resolve().name == max(found)
    return found


def evidence_is_whole(folder: Path, kept: dict[str, bool]) -> None:
    """Every file of evidence that is shown can be read to its end, and each judged run has one."""
    files = {path.name.removesuffix(".warc.gz"): path for path in (folder / "evidence" / "x").glob("2*.warc.gz")}
    assert kept.keys() <= files.keys()
    for path in files.values():
        assert records(path)


@pytest.mark.parametrize("seed", [1])
def test_a_run_survives_being_killed_at_any_moment(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    finished: set[str] = set()
    with LoopbackSite(site()) as website, Mailbox() as box:
        config(tmp_path, ("x", website.url), head=NOTIFY.format(port=box.port))
        start, rest = straight(tmp_path, website)
        for number in range(MOMENTS):
            after = -chance.uniform(0.1, start) if number % 5 == 0 else chance.uniform(0, rest)
            killed(tmp_path, website, after, chance.choice(["parent", "child", "all"]))
            kept = audits(tmp_path)
            assert finished <= kept.keys()
            finished = set(kept)
            published = {run for run, there in kept.items() if there}
            assert published <= shown(tmp_path) <= kept.keys()
            evidence_is_whole(tmp_path, kept)
        done = auditor(*RUN, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    kept = audits(tmp_path)
    assert finished <= kept.keys()
    assert all(kept.values())
    assert shown(tmp_path) == kept.keys()
    letters = "".join(str(part.get_content()) for letter in box.letters if (part := letter.get_body(("plain",))))
    assert [run for run in kept if f"/x/{run}/" not in letters] == []
    assert auditor("notify", "status", "--lang", "en", cwd=tmp_path).stdout == "No message waits to be sent\n"
    is_whole(tmp_path)
    assert auditor("store", "check", cwd=tmp_path).returncode == 0
    for run in kept:
        again = auditor("reassess", "x", "--run", run, "--output", "again", "--quiet", cwd=tmp_path)
        assert again.returncode == 1, again.stderr
        report = tmp_path / "output" / "x" / run / "audit.json"
        assert (tmp_path / "again" / "audit.json").read_bytes() == report.read_bytes()
        made = json.loads(report.read_text(encoding="utf-8"))
        assert (made["coverage"]["pages"], made["coverage"]["complete"]) == (PAGES + 1, True)
    with closing(sqlite3.connect(tmp_path / "auditor.db")) as store:
        assert store.execute("SELECT id FROM run WHERE state IN ('crawling', 'crawled')").fetchall() == []
        assert store.execute("SELECT count(*) FROM visit").fetchall() == [(0,)]
