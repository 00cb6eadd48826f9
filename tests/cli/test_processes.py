"""Work in processes: every end of one is told, and none is another's."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from auditor.cli.processes import Caps, Died, Task, Why, in_processes

if TYPE_CHECKING:
    from collections.abc import Callable

UNBOUNDED = Caps()


def done(
    work: Callable[[], str], *, seconds: float = 60.0, workers: int = 2, times: int = 1, caps: Caps = UNBOUNDED
) -> list[str | Died | None]:
    tasks = [Task(name=str(number), work=work, seconds=seconds) for number in range(times)]
    return [result for _, result in in_processes(tasks, workers, caps=caps)]


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
    assert done(wait_long, seconds=0.1) == [Died(code=128 + signal.SIGTERM, why=Why.TIME)]


def test_work_that_does_not_end_when_asked_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.cli.processes._GRACE", 0.2)
    assert done(wait_whatever_is_asked, seconds=0.1) == [Died(code=-signal.SIGKILL, why=Why.TIME)]


def test_whoever_stops_listening_ends_what_runs() -> None:
    running = in_processes(
        [Task(name="a", work=lambda: "a", seconds=60.0), Task(name="b", work=wait_long, seconds=60.0)], 2
    )
    assert next(running)[1] == "a"
    running.close()  # type: ignore[attr-defined]  # an iterator by its type, a generator in truth
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def take_much() -> str:
    held = bytearray(64 * 1024 * 1024)
    held[::4096] = b"x" * len(held[::4096])
    return wait_long()


def start_another_that_takes_much() -> str:
    program = "import sys; held = b'x' * (64 * 1024 * 1024); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE):  # noqa: S603
        return wait_long()


@pytest.mark.parametrize("work", [take_much, start_another_that_takes_much])
@pytest.mark.parametrize("caps", [Caps(each=48 * 1024 * 1024), Caps(together=48 * 1024 * 1024)])
def test_work_that_takes_too_much_memory_is_ended(work: Callable[[], str], caps: Caps) -> None:
    assert done(work, caps=caps) == [Died(code=128 + signal.SIGTERM, why=Why.MEMORY)]


def test_when_the_time_for_all_is_over_none_is_begun_and_none_goes_on() -> None:
    tasks = [Task(name=str(number), work=wait_long, seconds=60.0) for number in range(3)]
    told = {task.name: result for task, result in in_processes(tasks, 1, seconds=0.2)}
    assert told == {"0": Died(code=128 + signal.SIGTERM, why=Why.TIME), "1": None, "2": None}


def test_a_process_that_leaves_another_behind_is_told_at_once() -> None:
    def leave_another_behind() -> str:
        if os.fork():
            kill_oneself()
        return wait_long()

    (result,) = done(leave_another_behind)
    assert result == Died(code=-signal.SIGKILL)


def test_one_host_is_asked_by_one_at_a_time() -> None:
    def span() -> str:
        begun = time.monotonic()
        time.sleep(0.1)
        return f"{begun} {time.monotonic()}"

    hosts = ("one", "one", "two", "")
    tasks = [Task(name=str(number), work=span, seconds=60.0, alone_on=host) for number, host in enumerate(hosts)]
    spans = {task.name: [float(word) for word in str(told).split()] for task, told in in_processes(tasks, 4)}
    first, second = sorted((spans["0"], spans["1"]))
    assert first[1] <= second[0]
    assert set(spans) == {"0", "1", "2", "3"}
