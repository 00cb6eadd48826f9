"""Ctrl-C and SIGTERM: the work is told, and what it has is kept (RELIABILITY_RULES 25)."""

from __future__ import annotations

import asyncio
import os
import signal

import pytest

from auditor.cli import stopping
from auditor.cli.stopping import Stopped, until_stopped


async def test_work_that_ends_by_itself_is_not_disturbed() -> None:
    async def work(stop: asyncio.Event) -> str:
        return f"done, stopped: {stop.is_set()}"

    assert await until_stopped(work) == ("done, stopped: False", None)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_work_that_is_stopped_gives_what_it_has(number: signal.Signals) -> None:
    async def work(stop: asyncio.Event) -> str:
        os.kill(os.getpid(), number)
        await stop.wait()
        return "what there was"

    assert await until_stopped(work) == ("what there was", number)


async def test_work_that_does_not_end_in_time_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopping, "GRACE", 0.05)

    async def work(_: asyncio.Event) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.sleep(60)

    with pytest.raises(Stopped) as caught:
        await until_stopped(work)
    assert caught.value.number == signal.SIGTERM


async def test_a_second_signal_does_not_wait() -> None:
    async def work(stop: asyncio.Event) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        await stop.wait()
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.sleep(60)

    with pytest.raises(Stopped):
        await until_stopped(work)


async def test_an_error_of_the_work_comes_out() -> None:
    async def work(_: asyncio.Event) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        await until_stopped(work)
