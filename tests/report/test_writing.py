"""Reports appear whole or not at all (RELIABILITY_RULES 20)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.chromium import installed
from auditor.config import ReportFormat
from auditor.errors import OutputError
from auditor.report import FORMATS, Wanted, prepare_folder, write_reports, write_whole
from auditor.report.messages import Messages
from tests.report import sample

ROOT = Path(__file__).parents[2]
WANTED = Wanted(audit=sample.audit(), rulebook=sample.rulebook(), messages=Messages.load())


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from auditor.config import ReportFormat
from auditor.errors import OutputError
from auditor.report import write_reports
from tests.report.test_writing import WANTED

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))
try:
    write_reports(WANTED, Path(sys.argv[1]), ReportFormat)
except OutputError as error:
    print(error)
"""
"""No file may grow beyond a kilobyte, as on a full disk: in a process of its own, which writes to a pipe."""


def test_every_format_has_a_file_of_its_own(tmp_path: Path) -> None:
    here = [each for each in ReportFormat if each is not ReportFormat.PDF or installed()]
    files = write_reports(WANTED, tmp_path, here)
    assert [path.name for path in files] == [
        "report.html",
        "audit.json",
        "audit.xlsx",
        "items.csv",
        "findings.csv",
        "junit.xml",
        "audit.sarif",
        "report.md",
        *(["report.pdf"] if installed() else []),
    ]
    assert {each.name for each in tmp_path.iterdir()} == {path.name for path in files}
    assert set(FORMATS) == set(ReportFormat)


def test_reports_can_be_read_by_everyone_who_may_read_the_folder(tmp_path: Path) -> None:
    for path in write_reports(WANTED, tmp_path, [ReportFormat.HTML, ReportFormat.XLSX]):
        assert path.stat().st_mode & 0o777 == 0o644


def test_a_full_disk_leaves_the_last_good_report_and_nothing_else(tmp_path: Path) -> None:
    """RELIABILITY_RULES 20: a failed report leaves the last good one."""
    path = tmp_path / "report.html"
    write_whole({path: b"good"})
    command = [sys.executable, "-c", FULL_DISK, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)  # noqa: S603
    assert "cannot be written" in done.stdout
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("report.html", b"good")]


def test_what_a_killed_process_left_goes_with_the_next_writing(tmp_path: Path) -> None:
    """RELIABILITY_RULES 20; a file of somebody else stays."""
    for name in (".report.html.a1b2c3d4", ".htaccess", ".report.html.mine"):
        (tmp_path / name).write_bytes(b"half")
    write_whole({tmp_path / "report.html": b"whole"})
    assert {each.name for each in tmp_path.iterdir()} == {"report.html", ".htaccess", ".report.html.mine"}


def test_two_processes_that_write_the_same_reports_cost_each_other_nothing(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from auditor.report import write_whole\n"
        "for number in range(200): write_whole({Path(sys.argv[1]) / name: b'x' * 99999 for name in 'abc'})"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    both = [subprocess.Popen(command, cwd=ROOT) for _ in range(2)]  # noqa: S603
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    assert {each.name for each in tmp_path.iterdir()} == set("abc")


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="cannot be written"):
        prepare_folder(tmp_path / "file" / "inner")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_leave_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="cannot be written"):
        prepare_folder(tmp_path)


def test_a_new_folder_is_made_and_left_empty(tmp_path: Path) -> None:
    prepare_folder(tmp_path / "a" / "b")
    assert list((tmp_path / "a" / "b").iterdir()) == []
