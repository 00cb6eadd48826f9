"""`auditor report` without a site, and the end of `auditor run`: the page of all agencies and their histories."""

from __future__ import annotations

import csv
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from auditor.facts import Site
from auditor.store import open_store
from auditor.store.runs import Told
from tests import agencies
from tests.cli.test_check import PAGES, auditor, is_mendable
from tests.cli.test_run import BROKEN, config, runs
from tests.cli.test_schedule import NIGHTLY
from tests.loopback import LoopbackSite

if TYPE_CHECKING:
    from pathlib import Path

COUNT = 12


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with six nights of twelve agencies in its store, and of a site that the configuration has no more."""
    folder = tmp_path_factory.mktemp("agencies")
    told = "".join(agencies.told(number) for number in range(COUNT))
    (folder / "config.toml").write_text(f"[report]\nstale_days = 1000000\n{told}", encoding="utf-8")
    with open_store(f"sqlite:///{folder / 'auditor.db'}") as store:
        agencies.fill(store, COUNT)
        gone = Site(id="gone", url="https://gone.example.go.th/", host="gone.example.go.th")
        store.begin("gone-1", Told(site=gone, config=()), agencies.NOW.date(), agencies.NOW)
    return folder


@pytest.fixture
def folder(nights: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return shutil.copytree(nights, tmp_path / "copy", ignore=shutil.ignore_patterns("output"))


def page(folder: Path, name: str = "index.html") -> LexborHTMLParser:
    return LexborHTMLParser((folder / "output" / name).read_text(encoding="utf-8"))


def states(tree: LexborHTMLParser) -> list[str | None]:
    return [row.attributes["data-state"] for row in tree.css(".agencies tbody tr")]


def count_of(part: LexborNode) -> int:
    node = part.css_first(".times")
    assert node is not None
    return int(node.text().strip("()"))


def agency(fate: str) -> str:
    return agencies.site_id(agencies.FATES.index(fate))


def test_all_agencies_are_told_from_the_store_without_a_request(folder: Path) -> None:
    done = auditor("report", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ["output/index.html", "output/portfolio.csv", "output/portfolio.xlsx"]
    tree = page(folder)
    assert states(tree) == ["weak" if fate == agencies.CUT else "never" if fate == agencies.NEVER else "current"
                            for fate in agencies.FATES]  # fmt: skip
    assert "1 แห่ง" in tree.css_first("#elsewhere").text()  # type: ignore[union-attr]
    with (folder / "output" / "portfolio.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["site"] for row in csv.DictReader(stream)] == [agencies.site_id(n) for n in range(COUNT)]


def test_results_are_old_after_as_many_days_as_are_configured(folder: Path) -> None:
    told = (folder / "config.toml").read_text(encoding="utf-8")
    (folder / "config.toml").write_text(told.replace("1000000", "7"), encoding="utf-8")
    assert auditor("report", "--format", "html", "--quiet", cwd=folder).stdout == ""
    assert "current" not in states(page(folder))


def test_every_link_leads_to_a_file_that_is_there(folder: Path) -> None:
    (folder / "output" / "agency-00" / "20240615-0213").mkdir(parents=True)
    with open_store(f"sqlite:///{folder / 'auditor.db'}") as store:
        newest = store.nights("agency-00", 1)[0].run
    (folder / "output" / "agency-00" / "20240615-0213").rename(folder / "output" / "agency-00" / newest)
    (folder / "output" / "agency-00" / newest / "report.html").write_text("kept", encoding="utf-8")
    (folder / "output" / "agency-00" / "latest").symlink_to(newest)
    auditor("report", cwd=folder)
    for name in ("index.html", "agency-00/history.html", "agency-01/history.html"):
        home = (folder / "output" / name).parent
        links = [node.attributes["href"] or "" for node in page(folder, name).css("a")]
        files = [link for link in links if not link.startswith(("#", "https:"))]
        assert files
        assert [link for link in files if not (home / link).is_file()] == []
    first = page(folder).css_first(".agencies tbody tr")
    assert first is not None
    assert [node.attributes["href"] for node in first.css("a")] == [
        "agency-00/latest/report.html",
        "agency-00/history.html",
        f"agency-00/{newest}/report.html",
    ]


def test_a_history_says_what_the_audits_say_changed(folder: Path) -> None:
    auditor("report", cwd=folder)
    tree = page(folder, "agency-00/history.html")
    told = {node.attributes["data-run"] or "": node for node in tree.css(".night")}
    with open_store(f"sqlite:///{folder / 'auditor.db'}") as store:
        lines = store.nights("agency-00", 10)
        assert list(told) == [line.run for line in lines[:-1]]  # nothing came before the first
        for run, node in told.items():
            audit = store.audit(store.run(run), items=False)
            assert audit.changes is not None
            parts = {part.attributes["data-part"]: count_of(part) for part in node.css("[data-part]")}
            still = len(audit.findings) - len(audit.changes.new)
            counts = {"new": len(audit.changes.new), "fixed": len(audit.changes.fixed), "open": still}
            assert parts == {name: count for name, count in counts.items() if count}
            assert len(node.css(".turns li")) == len(audit.changes.requirements)
            assert "นานที่สุด" in node.text()
    assert not (folder / "output" / agency(agencies.NEVER)).exists()


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        pytest.param(("report", "--run", "2024"), ("--run", "SITE"), id="a run of no site"),
        pytest.param(("report", "--format", "pdf"), ("pdf", "html"), id="a format of reports alone"),
    ],
)
def test_what_cannot_be_is_said(folder: Path, words: tuple[str, ...], parts: tuple[str, ...]) -> None:
    is_mendable(auditor(*words, cwd=folder), *parts)
    assert not (folder / "output").exists()


def test_without_a_store_nothing_is_made(tmp_path: Path) -> None:
    config(tmp_path, ("x", "http://127.0.0.1:1/"))
    done = auditor("report", cwd=tmp_path)
    assert (done.returncode, "auditor run" in done.stderr) == (3, True)
    assert not (tmp_path / "output").exists()


def test_a_damaged_audit_costs_its_own_agency_alone(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "auditor.db")) as store, store:
        damaged = "SELECT number FROM run WHERE site = 'agency-01'"
        store.execute(f"UPDATE audit SET body = x'00' WHERE run IN ({damaged})")  # noqa: S608  (our own words)
    done = auditor("report", cwd=folder)
    assert (done.returncode, "is damaged" in done.stderr) == (3, True)
    found = states(page(folder))
    assert (found[0], found[1]) == ("current", "weak")


def test_the_last_good_result_is_found_however_many_nights_failed_since(folder: Path) -> None:
    with open_store(f"sqlite:///{folder / 'auditor.db'}") as store:
        last = store.nights("agency-00", 1)[0]
        site = store.run(last.run).site
        for night in range(1, 33):
            at = last.started_at + timedelta(days=night)
            store.begin(f"z{night}", Told(site=site, config=()), at.date(), at)
    assert auditor("report", "--format", "html", cwd=folder).returncode == 0
    row = page(folder).css(".agencies tbody tr")[0]
    assert row.attributes["data-state"] == "current"
    assert "data-failed" in row.attributes
    assert "15 มิ.ย. 67" in row.css_first(".when").text()  # type: ignore[union-attr]
    assert row.css(".spark, .gain") == []
    assert len(page(folder, "agency-00/history.html").css(".audits tbody tr")) == 38


def test_a_run_ends_with_the_page_of_all_agencies_also_where_it_failed(tmp_path: Path) -> None:
    with LoopbackSite({**PAGES, "/": BROKEN}) as site:
        config(tmp_path, ("one", site.url), ("two", "http://127.0.0.1:1/"), ("three", "http://127.0.0.1:1/"))
        done = auditor("run", "one", "two", "--fail-on", "never", cwd=tmp_path)
    assert done.returncode == 3  # as without the page
    assert done.stdout.splitlines()[-1] == "All agencies: output/index.html"
    tree = page(tmp_path)
    assert states(tree) == ["current", "weak", "never"]
    rows = tree.css(".agencies tbody tr")
    assert "เซิร์ฟเวอร์ไม่รับการเชื่อมต่อ" in rows[1].css_first(".trouble").text()  # type: ignore[union-attr]
    assert (tmp_path / "output" / "two" / "history.html").is_file()
    assert not (tmp_path / "output" / "three").exists()
    for name in ("portfolio.csv", "portfolio.xlsx"):
        assert (tmp_path / "output" / name).is_file()


@pytest.mark.parametrize("in_the_way", [False, True])
def test_the_scheduler_writes_the_page_when_its_audits_are_done(tmp_path: Path, *, in_the_way: bool) -> None:
    with LoopbackSite(PAGES) as one, LoopbackSite(PAGES) as two:
        config(tmp_path, ("x", one.url), ("y", two.url), head=NIGHTLY)
        if in_the_way:
            (tmp_path / "output" / "index.html").mkdir(parents=True)
        done = auditor("schedule", "--once", cwd=tmp_path)
    assert done.returncode == 1, done.stderr  # of the audits
    assert ("the page of all agencies could not be written" in done.stderr) == in_the_way
    if not in_the_way:
        assert states(page(tmp_path)) == ["current", "current"]
        assert (tmp_path / "output" / "y" / "history.html").is_file()


def test_a_page_that_cannot_be_written_is_told_and_has_no_exit_code(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        config(tmp_path, ("x", site.url))
        (tmp_path / "output" / "index.html").mkdir(parents=True)
        done = auditor("run", "--fail-on", "never", cwd=tmp_path)
        assert (done.returncode, "index.html cannot be written" in done.stderr) == (0, True), done.stderr
        assert not (tmp_path / "output" / "portfolio.csv").exists()  # whole or not at all
        assert len(runs(tmp_path, "x")) == 1
        again = auditor("report", cwd=tmp_path)
    assert (again.returncode, "index.html cannot be written" in again.stderr) == (3, True)


def test_a_disk_that_is_full_has_its_exit_code(tmp_path: Path) -> None:
    program = (
        "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))\n"
        "sys.argv = ['auditor', 'run', 'x', '--fail-on', 'never']\nrunpy.run_module('auditor', run_name='__main__')"
    )
    with LoopbackSite(PAGES) as site:
        config(tmp_path, ("x", site.url), *((f"s{number}", f"http://s{number}.invalid/") for number in range(1000)))
        command = [sys.executable, "-c", program]
        full = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603
    assert (full.returncode, "Traceback" in full.stderr) == (3, False), full.stderr
    assert "index.html: " in full.stderr
    assert "free some space" in full.stderr
    assert len(runs(tmp_path, "x")) == 1  # the audit itself is whole
    assert not [path for path in (tmp_path / "output").iterdir() if path.is_file()]
