"""`report.pdf`: the report printed by a Chromium that is installed here; tagged, with Thai letters shaped right.

The browser opens one file of ours, resolves no name, keeps nothing, and is ended with all its children.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from pathlib import Path

from auditor.chromium import QUIET_FLAGS, has_sandbox, installed
from auditor.errors import OutputError

SECONDS = 120.0
_MEND = "install Chromium, or leave pdf out of --format"
_FLAGS = ("--headless", *QUIET_FLAGS, "--no-pdf-header-footer", "--generate-pdf-document-outline")


def print_pdf(page: bytes, seconds: float = SECONDS) -> bytes:
    """A page of ours as PDF.

    Raises:
        OutputError: there is no browser, or it made nothing of the page in time.
    """
    command = installed()
    if command is None:
        raise OutputError(f"report.pdf needs Chromium, which is not installed: {_MEND}")
    with tempfile.TemporaryDirectory(prefix="auditor-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        source, target = folder / "report.html", folder / "report.pdf"
        source.write_bytes(page)
        sandbox = () if has_sandbox() else ("--no-sandbox",)
        _run(
            [
                command,
                *_FLAGS,
                *sandbox,
                f"--user-data-dir={folder / 'profile'}",
                f"--print-to-pdf={target}",
                source.as_uri(),
            ],
            seconds,
        )
        if not target.is_file():
            raise OutputError(f"report.pdf: {command} printed nothing: {_MEND}")
        return target.read_bytes()


def _run(command: list[str], seconds: float) -> None:
    """Run a command to its end, or end it and its children."""
    with subprocess.Popen(  # noqa: S603  (found on the path, and given nothing but our own file)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired as exc:
            raise OutputError(f"report.pdf: {command[0]} was not done in {seconds:.0f} seconds: {_MEND}") from exc
        finally:
            _end(process.pid)


def _end(group: int) -> None:
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return
