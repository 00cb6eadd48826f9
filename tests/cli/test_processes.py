"""Work in processes: every end of one is told, and none is another's."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from auditor.cli.processes import Died, Task, in_processes

if TYPE_CHECKING:
    from collections.abc import Callable


def done(work: Callable[[], str], *, seconds: float = 60.0, workers: int = 2, times: int = 1) -> list[str | Died]:
    tasks = [Task(name=str(number), work=work, seconds=seconds) for number in range(times)]
    return [result for _, result in in_processes(tasks, workers)]


def wait_long() -> str:
    time.sleep(60)
    return "never"


def wait_whatever_is_asked() -> str:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    return wait_long()


def kill_oneself() -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    return "never"


def test_results_come_from_other_processes() -> None:
    results = done(lambda: str(os.getpid()), times=5)
    assert len(set(results)) == 5
    assert str(os.getpid()) not in results


@pytest.mark.parametrize(
    ("work", "code"), [(kill_oneself, -signal.SIGKILL), (lambda: os._exit(7), 7), (lambda: 1 / 0, 1)]
)
def test_a_process_that_dies_is_told(work: Callable[[], str], code: int, capfd: pytest.CaptureFixture[str]) -> None:
    assert done(work) == [Died(code=code)]
    assert ("ZeroDivisionError" in capfd.readouterr().err) is (code == 1)


def test_work_that_takes_too_long_is_ended() -> None:
    assert done(wait_long, seconds=0.1) == [Died(code=128 + signal.SIGTERM, too_long=True)]


def test_work_that_does_not_end_when_asked_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.cli.processes._GRACE", 0.2)
    assert done(wait_whatever_is_asked, seconds=0.1) == [Died(code=-signal.SIGKILL, too_long=True)]


def test_whoever_stops_listening_ends_what_runs() -> None:
    running = in_processes(
        [Task(name="a", work=lambda: "a", seconds=60.0), Task(name="b", work=wait_long, seconds=60.0)], 2
    )
    assert next(running)[1] == "a"
    running.close()  # type: ignore[attr-defined]  # an iterator by its type, a generator in truth
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
