"""The command `auditor` as real processes: begun on any day, followed down to the last child, and killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

_PATIENCE = 30.0  # seconds: children that lost their parent take up to nine
_AT = (
    "import runpy, sys, time_machine\nfrom datetime import datetime\n"
    "time_machine.travel(datetime.fromisoformat(sys.argv.pop(1)), tick=True).start()\n"
    "runpy.run_module('auditor', run_name='__main__', alter_sys=True)"
)


def command(*words: str | Path, at: datetime | None = None) -> list[str]:
    """The command line; `at`: for whose processes the clock on the wall then shows."""
    begun = ["-m", "auditor"] if at is None else ["-c", _AT, at.isoformat()]
    return [sys.executable, *begun, *map(str, words)]


def done(*words: str | Path, cwd: Path, at: datetime | None = None) -> subprocess.CompletedProcess[str]:
    """The command, run to its end."""
    return subprocess.run(  # noqa: S603
        command(*words, at=at), cwd=cwd, capture_output=True, text=True, timeout=300, check=False
    )


def begun(*words: str, cwd: Path, at: datetime | None = None) -> subprocess.Popen[bytes]:
    """The command, begun; nobody reads what it says."""
    return subprocess.Popen(  # noqa: S603
        command(*words, at=at), cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def children_of(parent: int) -> list[int]:
    """Processes whose parent this one is."""
    try:
        told = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return []
    return [int(word) for word in told.split()]


def below(parent: int) -> list[int]:
    """All processes that it started, and that those started, the latest last."""
    found = []
    for child in children_of(parent):
        found += [child, *below(child)]
    return found


def lives(pid: int) -> bool:
    """Does it still go on?"""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def kill(victims: Iterable[int]) -> None:
    """`kill -9`, one right after the other."""
    for victim in victims:
        with suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)


def left_of(pids: Iterable[int]) -> list[int]:
    """Those that do not end."""
    end = time.monotonic() + _PATIENCE
    left = list(pids)
    while (left := [pid for pid in left if lives(pid)]) and time.monotonic() < end:
        time.sleep(0.02)
    return left
