"""What audits cite is kept beside the store, each body once, and audit.json says where."""

from __future__ import annotations

import json
import os
import signal
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.test_check import auditor, started
from tests.evidence.keeping import SITE, TALE, audit, config, evidence, night, records, shelf
from tests.killing.processes import children_of
from tests.loopback import LoopbackSite, Reply

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A folder in which a site was audited on two nights, unchanged but for one page; and the two runs."""
    folder = tmp_path_factory.mktemp("nights")
    changing = [SITE["/news"], Reply(f"{SITE['/news'].body!s}<p>ข่าวใหม่ 2 มิถุนายน 2567</p>")]
    asked: list[str] = []

    def news(_: object) -> Reply | None:
        asked.append("")
        return changing[len(asked) > 1]

    with LoopbackSite(SITE | {"/news": Reply("", status=302, headers=(("Location", "/now"),))}) as site:
        site.make = lambda request: news(request) if request.target == "/now" else None
        config(folder, site.url)
        return folder, night(folder), night(folder, "2024-06-16")


def test_every_piece_of_evidence_points_at_a_record_with_its_very_bytes(nights: tuple[Path, str, str]) -> None:
    folder, first, _ = nights
    kept = records(shelf(folder) / f"{first}.warc.gz")
    cited = [each for each in evidence(audit(folder, first)) if each["sha256"]]
    assert len(cited) >= 2
    for each in cited:
        file, _, record = each["warc"].partition("#")
        assert file == f"{first}.warc.gz"
        assert kept[record]["sha256"] == each["sha256"]


def test_redirects_robots_start_page_and_what_findings_name_are_kept(nights: tuple[Path, str, str]) -> None:
    folder, first, _ = nights
    kept = records(shelf(folder) / f"{first}.warc.gz").values()
    found = {(each["WARC-Target-URI"].rpartition("/")[2], each["status"]) for each in kept if each["status"]}
    assert found >= {("", "200"), ("robots.txt", "200"), ("old-vision", "301"), ("vision", "200"), ("gone", "404")}


def test_the_index_leads_to_each_record(nights: tuple[Path, str, str]) -> None:
    folder, first, second = nights
    for run in (first, second):
        path = shelf(folder) / f"{run}.warc.gz"
        content, kept = path.read_bytes(), records(path)
        lines = (shelf(folder) / f"{run}.cdxj").read_text(encoding="ascii").splitlines()
        assert lines == sorted(lines)
        assert len(lines) == len(kept) - 1  # but for the warcinfo record
        for line in lines:
            said = json.loads(line.split(" ", 2)[2])
            start = int(said["offset"])
            alone = path.with_name("alone.warc.gz")
            alone.write_bytes(content[start : start + int(said["length"])])
            assert list(records(alone)) == [said["record"]]
            alone.unlink()


def test_what_is_unchanged_refers_to_the_earlier_night(nights: tuple[Path, str, str]) -> None:
    folder, first, second = nights
    earlier = records(shelf(folder) / f"{first}.warc.gz").values()
    bodies = {(each["WARC-Target-URI"], each["WARC-Date"]): each for each in earlier if each.get("WARC-Target-URI")}
    later = [each for each in records(shelf(folder) / f"{second}.warc.gz").values() if each["status"] == "200"]
    again = [each for each in later if each["WARC-Type"] == "revisit"]
    assert len(again) >= 4
    for each in again:
        body = bodies[each["WARC-Refers-To-Target-URI"], each["WARC-Refers-To-Date"]]
        assert each["WARC-Profile"] == "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
        assert each["WARC-Payload-Digest"] == body["WARC-Payload-Digest"]
        assert (each["size"], body["WARC-Type"]) == (0, "response")
    fresh = [each for each in later if each["WARC-Type"] == "response"]
    assert [each["WARC-Target-URI"].rpartition("/")[2] for each in fresh] == ["now"]


def test_a_run_judged_again_is_the_same_to_the_byte(nights: tuple[Path, str, str]) -> None:
    folder, first, second = nights
    for run in (first, second):
        auditor("reassess", "x", "--run", run, "--fail-on", "never", "--output", f"again-{run}", cwd=folder)
        again = (folder / f"again-{run}" / "audit.json").read_bytes()
        assert again == (folder / "output" / "x" / run / "audit.json").read_bytes()
        assert b".warc.gz#urn:uuid:" in again


def test_nothing_lies_aside_after_the_night(nights: tuple[Path, str, str]) -> None:
    folder, first, second = nights
    names = {path.name for path in shelf(folder).iterdir()}
    assert names == {f"{run}{ending}" for run in (first, second) for ending in (".warc.gz", ".cdxj")}


@pytest.mark.parametrize(
    ("keep", "targets"),
    [
        ("cited", {"", "robots.txt", "vision"}),
        ("all", {"", "robots.txt", "vision", "unmentioned"}),
        ("none", set()),
    ],
)
def test_how_much_is_kept_is_the_operators_choice(tmp_path: Path, keep: str, targets: set[str]) -> None:
    home = Reply(f"{SITE['/'].body!s}<a href='/unmentioned'>กระต่ายกับเต่า</a>")
    pages = SITE | {"/": home, "/unmentioned": TALE}
    with LoopbackSite(pages) as site:
        config(tmp_path, site.url, evidence=f'keep = "{keep}"\nfolder = "elsewhere"')
        run = night(tmp_path)
    assert not shelf(tmp_path).exists()
    path = tmp_path / "elsewhere" / "x" / f"{run}.warc.gz"
    kept = records(path).values() if path.exists() else ()
    found = {each["WARC-Target-URI"].rpartition("/")[2] for each in kept if each["status"] == "200"}
    assert targets <= found
    assert ("unmentioned" in found) == (keep == "all")
    assert any(each["warc"] for each in evidence(audit(tmp_path))) == (keep != "none")


def test_evidence_that_has_no_room_is_said_and_costs_no_audit(tmp_path: Path) -> None:
    with LoopbackSite(SITE) as site:
        config(tmp_path, site.url, evidence="crawl_bytes = 2500")
        done = auditor("run", "--fail-on", "never", cwd=tmp_path)
    assert done.returncode == 0
    assert "not kept as evidence: [evidence] crawl_bytes is reached" in done.stderr
    assert audit(tmp_path)["coverage"]["complete"]
    pointers = [each["warc"] for each in evidence(audit(tmp_path)) if each["sha256"]]
    assert None in pointers


def test_a_folder_that_cannot_be_written_is_said_and_costs_no_audit(tmp_path: Path) -> None:
    (tmp_path / "evidence").write_text("in the way", encoding="utf-8")
    with LoopbackSite(SITE) as site:
        config(tmp_path, site.url)
        done = auditor("run", "--fail-on", "never", cwd=tmp_path)
    assert done.returncode == 0
    assert "no evidence is kept" in done.stderr
    assert {each["warc"] for each in evidence(audit(tmp_path))} == {None}


def _killed(folder: Path, website: LoopbackSite, target: str) -> None:
    """Start a run and kill it and its children once `target` was answered."""
    process = started("run", "--fail-on", "never", cwd=folder)
    while target not in website.targets and process.poll() is None:
        time.sleep(0.01)
    time.sleep(3.0)  # the store has what came before
    for pid in (*children_of(process.pid), process.pid):
        os.kill(pid, signal.SIGKILL)
    process.communicate(timeout=60)


def test_a_crawl_that_was_killed_keeps_what_its_first_start_fetched(tmp_path: Path) -> None:
    slow = Reply(SITE["/structure"].body, delay=6.0)
    with LoopbackSite(SITE | {"/structure": slow}) as site:
        config(tmp_path, site.url)
        _killed(tmp_path, site, "/structure")
        assert not list(shelf(tmp_path).glob("*.warc.gz"))
        (scratch,) = shelf(tmp_path).glob(".*.crawl.warc")
        with scratch.open("ab") as file:  # the record in which it was killed
            file.write(b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 9999\r\n\r\nHTTP/1.1 200 OK\r\n")
        before = site.targets.count("/vision")
        run = night(tmp_path, "2024-06-15")
        assert site.targets.count("/vision") == before
    assert run in scratch.name
    assert not scratch.exists()
    kept: dict[str, Any] = records(shelf(tmp_path) / f"{run}.warc.gz")
    cited = [each for each in evidence(audit(tmp_path)) if each["sha256"]]
    assert {each["url"].rpartition("/")[2] for each in cited} >= {"vision", "structure"}
    for each in cited:
        assert kept[each["warc"].partition("#")[2]]["sha256"] == each["sha256"]


def test_what_killed_runs_left_of_other_nights_goes_away(tmp_path: Path) -> None:
    with LoopbackSite(SITE) as site:
        config(tmp_path, site.url)
        shelf(tmp_path).mkdir(parents=True)
        for ending in ("crawl.warc", "warc.gz.part", "cdxj.part"):
            (shelf(tmp_path) / f".20200101T000000Z-abcdef.{ending}").write_bytes(b"x")
        run = night(tmp_path)
    assert {path.name for path in shelf(tmp_path).iterdir()} == {f"{run}.warc.gz", f"{run}.cdxj"}


def test_a_single_check_with_a_history_keeps_evidence_and_a_file_of_its_own(tmp_path: Path) -> None:
    with LoopbackSite(SITE) as site:
        config(tmp_path, site.url, head='store = "sqlite:///audits.db"')
        words = ("--config", "config.toml", "--output", "report", "--keep-warc", "own.warc.gz", "--fail-on", "never")
        done = auditor("check", site.url, *words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    made = json.loads((tmp_path / "report" / "audit.json").read_text(encoding="utf-8"))
    kept = records(shelf(tmp_path) / f"{made['run']['id']}.warc.gz")
    own = records(tmp_path / "own.warc.gz")
    for each in evidence(made):
        if each["sha256"]:
            record = each["warc"].partition("#")[2]
            assert kept[record]["sha256"] == own[record]["sha256"] == each["sha256"]
