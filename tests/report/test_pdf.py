"""`report.pdf`: whole, tagged, with Thai text that can be read out of it; its failure costs no other report."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from auditor.chromium import COMMANDS, installed
from auditor.config import Lang, ReportFormat
from auditor.errors import OutputError
from auditor.report import Wanted, write_reports
from auditor.report.messages import Messages
from auditor.report.pdf import print_pdf
from tests.report import sample

MESSAGES = Messages.load()
WANTED = Wanted(audit=sample.audit(), rulebook=sample.rulebook(), messages=MESSAGES, lang=Lang.TH)
BOTH = (ReportFormat.PDF, ReportFormat.JSON)


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that alone is the path, for browsers made up."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def command(folder: Path, script: str) -> None:
    path = folder / COMMANDS[0]
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def runs(process: int) -> bool:
    """Whether a process is there and not merely waiting to be reaped."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state not in {"Z", "X"}


@pytest.mark.browser
def test_the_report_is_printed_tagged_and_whole(tmp_path: Path) -> None:
    if installed() is None:
        pytest.skip("no Chromium here: install it")
    json, pdf = write_reports(WANTED, tmp_path, BOTH)
    assert (json.name, pdf.name) == ("audit.json", "report.pdf")
    content = pdf.read_bytes()
    assert b"/MarkInfo" in content
    document = pypdfium2.PdfDocument(content)
    assert len(document) > 3
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)  # A4
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    for row in sample.ROWS:
        assert row[0] in text
    document.close()


def test_without_a_browser_the_mend_is_told_and_the_others_are_written(fake: Path, tmp_path: Path) -> None:
    assert not any(fake.iterdir())
    with pytest.raises(OutputError, match="install Chromium"):
        write_reports(WANTED, tmp_path, BOTH)
    assert (tmp_path / "audit.json").is_file()
    assert not (tmp_path / "report.pdf").exists()


def test_a_browser_that_prints_nothing_is_told(fake: Path) -> None:
    command(fake, "exit 1")
    with pytest.raises(OutputError, match="printed nothing"):
        print_pdf(b"<p>x")


def test_a_browser_that_hangs_is_ended_with_its_children(fake: Path, tmp_path: Path) -> None:
    """RELIABILITY_RULES 25: no orphan processes."""
    marks = tmp_path / "child"
    command(fake, f"/bin/sleep 600 & echo $! > {marks}; wait")
    with pytest.raises(OutputError, match="was not done"):
        print_pdf(b"<p>x", seconds=1.0)
    assert not runs(int(marks.read_text()))
