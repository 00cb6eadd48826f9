"""How much memory processes take, with all that they started; of shared pages each bears its part. Linux only."""

from __future__ import annotations

from pathlib import Path

_MOST = 1000  # processes that are looked at
_PROC = Path("/proc")


def weight(pid: int) -> int:
    """Bytes that a process and its descendants take; 0 where the system does not say."""
    todo, total = [pid], 0
    for _ in range(_MOST):
        if not todo:
            break
        each = todo.pop()
        total += _own(each)
        todo += _children(each)
    return total


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
