"""`auditor history`, `diff`, `reassess`, `report` and `store`: what the store knows, without a request."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_check import HOME, PAGES, VISION, auditor, is_mendable
from tests.cli.test_run import BROKEN, config, made, runs
from tests.loopback import LoopbackSite, Reply

if TYPE_CHECKING:
    from pathlib import Path

FAX = Reply(f"{HOME.body!s}<footer>โทรศัพท์ 043-511-234 โทรสาร 043-511-235</footer>")


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the history of three nights of the site `x`: a broken link, then none and a fax, then down."""
    folder = tmp_path_factory.mktemp("nights")
    for day, home in (("2024-06-10", BROKEN), ("2024-06-11", FAX)):
        with LoopbackSite({**PAGES, "/": home}) as site:
            config(folder, ("x", site.url))
            auditor("run", "--as-of", day, "--quiet", cwd=folder)
    auditor("run", "--as-of", "2024-06-12", "--quiet", cwd=folder)
    return folder


@pytest.fixture
def folder(nights: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return shutil.copytree(nights, tmp_path / "copy", symlinks=True)


@pytest.mark.parametrize(("lang", "words"), [("th", ("แนวโน้ม", "ไม่ผ่าน")), ("en", ("Trend", "Not met"))])
def test_history_lists_the_nights_with_the_course_of_the_score(
    nights: Path, lang: str, words: tuple[str, ...]
) -> None:
    done = auditor("history", "x", "--lang", lang, cwd=nights)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [name for name in runs(nights, "x") if name in done.stdout] == runs(nights, "x")
    assert all(word in done.stdout for word in words)
    assert lines[-2].split()[-1][-1] == "·"  # the last night had no score
    percents = [made(nights, "x", run)["score"]["percent"] for run in runs(nights, "x")]
    assert f"{percents[1]:.1f}" in lines[3]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_diff_tells_what_was_fixed_and_why_a_requirement_changed(nights: Path, lang: str) -> None:
    first, second, _ = runs(nights, "x")
    done = auditor("diff", "x", first, second, "--lang", lang, cwd=nights)
    assert (done.returncode, done.stderr) == (0, "")
    assert ("แก้ไขแล้ว" if lang == "th" else "Fixed findings") in done.stdout
    assert "/gone" in done.stdout
    assert "1.1.fax" in done.stdout
    assert "043-511-235" in done.stdout


@pytest.mark.parametrize("command", ["history", "diff"])
def test_programs_get_json(nights: Path, command: str) -> None:
    done = auditor(command, "x", "--json", cwd=nights)
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert (told["schema"], told["site"]) == (f"auditor/{command}/1", "x")
    shown = [each["run"] for each in told["audits"]] if command == "history" else [told["after"]["run"]]
    assert shown == runs(nights, "x")[-len(shown) :]


def test_diff_compares_the_newest_with_the_last_complete_audit_before_it(nights: Path) -> None:
    done = auditor("diff", "x", "--lang", "en", cwd=nights)
    assert done.returncode == 0, done.stderr
    assert "11 Jun 2024 → 12 Jun 2024" in done.stdout
    assert "Fixed" not in done.stdout
    assert "Results that changed" not in done.stdout
    assert "Not every page" in done.stdout


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        pytest.param(("history", "y"), ("'y'", "x"), id="no such site"),
        pytest.param(("diff", "x", "1999"), ("1999", "newest"), id="no such run"),
        pytest.param(("diff", "x", "2"), ("3 audits",), id="several runs"),
        pytest.param(("reassess", "x", "--pack", "moph"), ("moph-web-2567",), id="no such pack"),
        pytest.param(("reassess", "x", "--as-of", "today"), ("--as-of",), id="no day"),
        pytest.param(("report", "x", "--format", "docx"), ("docx",), id="no format"),
        pytest.param(("history", "x", "--config", "absent.toml"), ("absent.toml",), id="no configuration"),
        pytest.param(("store", "backup", "auditor.db"), ("there already",), id="a copy over the store"),
    ],
)
def test_what_cannot_be_is_said(nights: Path, words: tuple[str, ...], parts: tuple[str, ...]) -> None:
    is_mendable(auditor(*words, cwd=nights), *parts)


def test_runs_are_named_in_the_order_of_time(nights: Path) -> None:
    first, second, _ = runs(nights, "x")
    is_mendable(auditor("diff", "x", second, first, cwd=nights), "earlier one first")


@pytest.mark.parametrize("command", ["history", "diff", "reassess", "report"])
def test_without_a_store_nothing_is_made(tmp_path: Path, command: str) -> None:
    config(tmp_path, ("x", "http://127.0.0.1:1/"))
    done = auditor(command, "x", cwd=tmp_path)
    assert (done.returncode, "auditor run" in done.stderr) == (3, True)
    assert not (tmp_path / "auditor.db").exists()


def test_judged_again_nothing_differs_to_the_byte(folder: Path) -> None:
    for run in runs(folder, "x"):
        was = (folder / "output" / "x" / run / "audit.json").read_bytes()
        done = auditor("reassess", "x", "--run", run, "--output", "again", "--lang", "th", cwd=folder)
        assert done.returncode in {1, 3}, done.stderr
        assert "ผลของทุกรายการเหมือนเดิม" in done.stdout
        assert (folder / "again" / "audit.json").read_bytes() == was


def test_judged_again_for_another_day_or_by_other_rules_tells_what_changes(folder: Path) -> None:
    run = runs(folder, "x")[1]
    (folder / "mine").mkdir()
    (folder / "mine" / "own.toml").write_text(
        '[[requirement-change]]\nid = "1.1.fax"\noff = { th = "ไม่ใช้", en = "not used" }\n', encoding="utf-8"
    )
    told = (folder / "config.toml").read_text(encoding="utf-8")
    (folder / "config.toml").write_text(
        told.replace("[auditor]\n", '[auditor]\nrules = ["mine"]\n'), encoding="utf-8"
    )
    done = auditor("reassess", "x", "--run", run, "--as-of", "2024-07-01", "--lang", "en", cwd=folder)
    assert "1.1.fax: Met → Not applicable" in done.stdout, done.stderr
    again = json.loads((folder / "output" / "x" / "reassessed" / "audit.json").read_text(encoding="utf-8"))
    assert again["run"]["as_of"] == "2024-07-01"
    assert made(folder, "x", run)["run"]["as_of"] == "2024-06-11"
    # By the rules as they were then, nothing changes whatever became of the files.
    same = auditor("reassess", "x", "--run", run, "--as-used", "--lang", "en", "--output", "o", cwd=folder)
    assert "Every result is as it was" in same.stdout, same.stderr
    was = (folder / "output" / "x" / run / "audit.json").read_bytes()
    assert (folder / "o" / "audit.json").read_bytes() == was


def test_reports_are_written_again_as_they_were(folder: Path) -> None:
    run = runs(folder, "x")[-1]
    home = folder / "output" / "x" / run
    was = {path.name: path.read_bytes() for path in home.iterdir()}
    shutil.rmtree(folder / "output")
    done = auditor("report", "x", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert {path.name: path.read_bytes() for path in home.iterdir()} == was
    assert made(folder, "x")["run"]["id"] == run
    auditor("report", "x", "--run", runs_in_store(folder)[0], cwd=folder)
    assert made(folder, "x")["run"]["id"] == run  # an old report does not become the latest


def test_the_store_is_checked_pruned_and_copied(folder: Path) -> None:
    assert auditor("store", "check", cwd=folder).returncode == 0
    copied = auditor("store", "backup", "copy.db", cwd=folder)
    assert (copied.returncode, (folder / "copy.db").exists()) == (0, True)
    told = (folder / "config.toml").read_text(encoding="utf-8")
    (folder / "config.toml").write_text(f"{told}\n[retention]\ntext_days = 1\nfacts_days = 1\n", encoding="utf-8")
    with closing(sqlite3.connect(folder / "auditor.db")) as store, store:
        store.execute("UPDATE run SET started_at = started_at - 10 * 86400 * 1000000 WHERE number < 3")
    pruned = auditor("store", "prune", "--lang", "en", cwd=folder)
    assert pruned.returncode == 0, pruned.stderr
    # The last complete audit and the newest stay, and so do all reports.
    assert "1 old audits" in pruned.stdout
    assert len(runs_in_store(folder)) == 2
    assert len(runs(folder, "x")) == 3
    assert auditor("store", "check", cwd=folder).returncode == 0


def test_damage_is_found(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "auditor.db")) as store, store:
        store.execute("UPDATE facts SET body = sha256 WHERE id = 5")
    done = auditor("store", "check", cwd=folder)
    assert (done.returncode, "fact 5" in done.stderr) == (3, True)


def test_a_site_is_found_by_its_address(tmp_path: Path) -> None:
    with LoopbackSite({"/": HOME, "/vision": VISION}) as site:
        (tmp_path / "config.toml").write_text(
            f'[crawl]\ndelay = 0.0\nrender = "never"\n[[site]]\nurl = "{site.url}"\n'
        )
        auditor("run", cwd=tmp_path)
        assert auditor("history", site.url, cwd=tmp_path).returncode == 0


def runs_in_store(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "auditor.db")) as store:
        return [row[0] for row in store.execute("SELECT id FROM run ORDER BY started_at")]
