"""Pages that eat memory: the process of one is ended before it costs the audit its own. Linux only."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal

from auditor.weight import called_with, descendants, resident

_log = logging.getLogger(__name__)

_MOST_BYTES = 700 * 1024 * 1024
"""Of one process of a browser, with what it shares; one that shows a page full of photographs takes half of that."""

_LOOK_SECONDS = 0.2
_OF_PAGES = ("--type=renderer", "--type=gpu-process")


async def keep_small() -> None:
    """End every process of a browser of ours that takes too much, until cancelled; its page is then lost."""
    while True:
        await asyncio.sleep(_LOOK_SECONDS)
        for pid in descendants(os.getpid()):
            if resident(pid) > _MOST_BYTES and any(mark in called_with(pid) for mark in _OF_PAGES):
                _log.info("a page took more than %d MB in the browser", _MOST_BYTES // 1024 // 1024)
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
