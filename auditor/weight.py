"""How much memory processes take, with all that they started; of shared pages each bears its part. Linux only."""

from __future__ import annotations

import resource
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 1000  # processes that are looked at
_PROC = Path("/proc")


def weight(pid: int) -> int:
    """Bytes that a process and its descendants take; 0 where the system does not say."""
    return sum(map(_own, (pid, *descendants(pid))))


def descendants(pid: int) -> Iterator[int]:
    """The processes that a process started, and those that they did."""
    todo = _children(pid)
    for _ in range(_MOST):
        if not todo:
            return
        each = todo.pop()
        yield each
        todo += _children(each)


def resident(pid: int) -> int:
    """Bytes of memory in which a process lies, with all that it shares; quicker to tell than `weight`."""
    pages = _read(_PROC / str(pid) / "statm").split()[1:2]
    return int(pages[0]) * resource.getpagesize() if pages else 0


def called_with(pid: int) -> str:
    """The words with which a process was started, in one line; empty if it has ended."""
    return _read(_PROC / str(pid) / "cmdline").replace("\0", " ")


def _own(pid: int) -> int:
    text = _read(_PROC / str(pid) / "smaps_rollup")
    line = next((line for line in text.splitlines() if line.startswith("Pss:")), "")
    return int(line.split()[1]) * 1024 if line else 0


def _children(pid: int) -> list[int]:
    tasks = _PROC / str(pid) / "task"
    try:
        threads = list(tasks.iterdir())
    except OSError:
        return []
    return [int(word) for thread in threads for word in _read(thread / "children").split()]


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:  # it has just ended
        return ""
