"""Signals for a program that stays up: they wake it, and it looks what they want when it has time."""

from __future__ import annotations

import contextlib
import os
import signal
from typing import TYPE_CHECKING, Self

from auditor.cli.stopping import Stopped

if TYPE_CHECKING:
    from types import FrameType, TracebackType

_ENDING = (signal.SIGINT, signal.SIGTERM)


class Signals:
    """A context: SIGTERM and SIGINT ask to stop, SIGHUP asks to reload; a second one to stop raises Stopped."""

    def __init__(self) -> None:
        self.stop: int | None = None
        self._reload = False

    def __enter__(self) -> Self:
        self.wakes, self._wake = os.pipe()
        os.set_blocking(self.wakes, False)
        os.set_blocking(self._wake, False)
        numbers = (*_ENDING, signal.SIGHUP)
        self._before = {number: signal.signal(number, self._note) for number in numbers}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        os.close(self.wakes)
        os.close(self._wake)

    def reload(self) -> bool:
        """Was a reload asked for since the last look?"""
        with contextlib.suppress(BlockingIOError):
            os.read(self.wakes, 4096)
        asked, self._reload = self._reload, False
        return asked

    def _note(self, number: int, _: FrameType | None) -> None:
        if number == signal.SIGHUP:
            self._reload = True
        elif self.stop is not None:
            raise Stopped(number)
        else:
            self.stop = number
        with contextlib.suppress(BlockingIOError):
            os.write(self._wake, b"!")
