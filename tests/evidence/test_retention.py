"""How long evidence is kept, and whether the store knows when some of it is gone or damaged."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from auditor.evidence.retention import Rule, kept_runs
from auditor.findings import Status
from auditor.past import RunStatuses
from auditor.store import open_store
from auditor.store.retention import Keep
from tests.cli.test_check import auditor
from tests.evidence.keeping import SITE, audit, config, evidence, is_said, night, records, shelf
from tests.killing.processes import done
from tests.loopback import LoopbackSite

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 6, 15, tzinfo=UTC)
STATUSES = {"p": Status.PASS, "f": Status.FAIL, "?": Status.UNVERIFIABLE}


def told(age: int, said: str, *, text: bool = False) -> RunStatuses:
    """A run of so many days ago; `said`: a letter for each requirement."""
    statuses = tuple(("pack", f"r{number}", STATUSES[letter]) for number, letter in enumerate(said))
    return RunStatuses(run=f"-{age}", started_at=NOW - timedelta(days=age), has_text=text, statuses=statuses)


@pytest.mark.parametrize(
    ("runs", "kept"),
    [
        ([told(3, "p"), told(2, "p"), told(1, "p")], {"-1"}),
        ([told(3, "p"), told(2, "f"), told(1, "f")], {"-3", "-2", "-1"}),
        ([told(9, "p"), told(3, "p"), told(2, "f"), told(1, "f")], {"-3", "-2", "-1"}),
        ([told(402, "p"), told(401, "f"), told(400, "f"), told(1, "f")], {"-1"}),
        ([told(366, "p"), told(365, "f"), told(1, "f")], {"-366", "-365", "-1"}),
        ([told(500, "pp"), told(499, "?p"), told(1, "?p")], {"-500", "-1"}),
        ([told(500, "p"), told(450, "?")], {"-500", "-450"}),
        ([told(80, "p", text=True), told(79, "p", text=True), told(1, "p", text=True)], {"-80", "-79", "-1"}),
        ([], set()),
    ],
)
def test_what_is_kept(runs: list[RunStatuses], kept: set[str]) -> None:
    assert kept_runs(runs, Rule(now=NOW, days=365, run_days=400)) == kept


@pytest.fixture(scope="module")
def three_nights(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    folder = tmp_path_factory.mktemp("nights")
    with LoopbackSite(SITE) as site:
        config(folder, site.url)
        return folder, [night(folder, f"2024-06-1{number}") for number in (5, 6, 7)]


@pytest.fixture
def nights(three_nights: tuple[Path, list[str]], tmp_path: Path) -> tuple[Path, list[str]]:
    """A copy of a folder with three nights of an unchanged site, and their runs."""
    folder, runs = three_nights
    home = tmp_path / "home"
    shutil.copytree(folder, home, symlinks=True)
    return home, runs


def age(folder: Path, *runs: str) -> None:
    """Let the texts of runs be gone, as they are after [retention] text_days."""
    with closing(sqlite3.connect(folder / "auditor.db")) as store, store:
        store.executemany("UPDATE run SET has_text = 0 WHERE id = ?", [(run,) for run in runs])


def test_old_unchanged_nights_go_and_the_bodies_that_they_brought_stay(nights: tuple[Path, list[str]]) -> None:
    folder, (first, second, third) = nights
    age(folder, first, second)
    pruned = auditor("store", "prune", cwd=folder)
    assert pruned.returncode == 0, pruned.stderr
    is_said(pruned, "Evidence of 2 audits was deleted")
    assert {path.name for path in shelf(folder).iterdir()} == {f"{third}.warc.gz", f"{third}.cdxj"}
    kept = records(shelf(folder) / f"{third}.warc.gz")
    for each in evidence(audit(folder)):
        assert each["sha256"] is None or each["warc"].partition("#")[2] in kept
    assert auditor("store", "check", cwd=folder).returncode == 0
    done = auditor("evidence", "export", "x", "--output", "package", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "no stored answer" not in done.stderr
    assert auditor("evidence", "verify", "package", cwd=folder).returncode == 0


def test_an_audit_whose_evidence_was_deleted_points_nowhere(nights: tuple[Path, list[str]]) -> None:
    folder, (first, second, _) = nights
    age(folder, first, second)
    auditor("store", "prune", cwd=folder)
    auditor("report", "x", "--run", first, "--format", "json", "--output", "again", cwd=folder)
    again = json.loads((folder / "again" / "audit.json").read_text(encoding="utf-8"))
    assert {each["warc"] for each in evidence(again)} == {None}
    done = auditor("evidence", "export", "x", "--run", first, "--output", "package", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "no stored answer" in done.stderr
    assert "ไม่ได้เก็บไว้" in (folder / "package" / "index.html").read_text(encoding="utf-8")
    assert auditor("evidence", "verify", "package", cwd=folder).returncode == 0


def test_what_is_not_old_stays(nights: tuple[Path, list[str]]) -> None:
    folder, runs = nights
    before = {path.name: path.read_bytes() for path in shelf(folder).iterdir()}
    is_said(auditor("store", "prune", cwd=folder), "Evidence of 0 audits was deleted")
    assert {path.name: path.read_bytes() for path in shelf(folder).iterdir()} == before
    assert len(before) == 2 * len(runs)


def test_runs_that_the_store_forgets_take_their_evidence_along(nights: tuple[Path, list[str]]) -> None:
    folder, (first, second, third) = nights
    with closing(sqlite3.connect(folder / "auditor.db")) as store, store:
        years = int(timedelta(days=500) / timedelta(microseconds=1))
        store.execute("UPDATE run SET started_at = started_at - ? WHERE id IN (?, ?)", (years, first, second))
    is_said(auditor("store", "prune", cwd=folder), "Deleted: 2 old audits", "Evidence of 2 audits was deleted")
    assert {path.name for path in shelf(folder).iterdir()} == {f"{third}.warc.gz", f"{third}.cdxj"}
    assert auditor("store", "check", cwd=folder).returncode == 0


def test_evidence_of_runs_that_an_earlier_pruning_forgot_goes_with_the_next_one(tmp_path: Path) -> None:
    """The first pruning was killed, or an audit of the site went on: only the store had forgotten by then."""
    with LoopbackSite(SITE) as site:
        config(tmp_path, site.url)
        for days in (0, 300, 301):
            audited = done("run", "--fail-on", "never", cwd=tmp_path, at=NOW + timedelta(days=days))
            assert audited.returncode == 0, audited.stderr
    at = NOW + timedelta(days=410)
    first, *_ = sorted(path.name for path in shelf(tmp_path).iterdir())
    with open_store(f"sqlite:///{tmp_path / 'auditor.db'}") as store:
        assert store.prune(at, Keep(facts_days=400, text_days=400)).runs == 1
    assert done("store", "prune", cwd=tmp_path, at=at).returncode == 0
    assert first[:8] not in {path.name[:8] for path in shelf(tmp_path).iterdir()}
    assert done("store", "check", cwd=tmp_path, at=at).returncode == 0


def test_evidence_that_is_gone_is_told(nights: tuple[Path, list[str]]) -> None:
    folder, (first, second, _) = nights
    (shelf(folder) / f"{second}.warc.gz").unlink()
    done = auditor("store", "check", cwd=folder)
    assert done.returncode == 3
    assert f"{second}.warc.gz is not there, at which the audit {second} points" in done.stderr
    (shelf(folder) / f"{first}.warc.gz").unlink()
    assert "is in no file of" in auditor("store", "check", cwd=folder).stderr


def test_evidence_that_is_damaged_is_told(nights: tuple[Path, list[str]]) -> None:
    folder, (first, *_) = nights
    path = shelf(folder) / f"{first}.warc.gz"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(bytes(content))
    done = auditor("store", "check", cwd=folder)
    assert done.returncode == 3
    assert "is damaged at byte" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_audit_that_points_at_no_record_of_its_file_is_told(nights: tuple[Path, list[str]]) -> None:
    folder, (_, second, _) = nights
    index = shelf(folder) / f"{second}.cdxj"
    index.write_text("", encoding="ascii")
    assert "has no record urn:uuid:" in auditor("store", "check", cwd=folder).stderr


def test_a_copy_of_the_store_says_that_evidence_is_not_in_it(nights: tuple[Path, list[str]]) -> None:
    folder, _ = nights
    is_said(auditor("store", "backup", "copy.db", cwd=folder), str(folder / "evidence"), "not in this copy")
