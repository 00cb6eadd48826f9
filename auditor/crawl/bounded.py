"""Work that ends: by itself, at its time, or when somebody asks."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Coroutine

TIME_OUT = "max-seconds"
CANCELLED = "cancelled"


async def bounded(work: Coroutine[None, None, None], deadline: float, stop: asyncio.Event) -> str | None:
    """Do the work until the loop's clock says `deadline`, `stop` is set or the task is cancelled (once).

    Returns what ended it, None for the work itself; its parts are then gone. Raises what the work raises.
    """
    loop = asyncio.get_running_loop()
    working, stopping = loop.create_task(work), loop.create_task(stop.wait())
    both = {working, stopping}
    ended = TIME_OUT
    try:
        done, _ = await asyncio.wait(
            both, timeout=max(0.0, deadline - loop.time()), return_when=asyncio.FIRST_COMPLETED
        )
        ended = CANCELLED if stopping in done else TIME_OUT
    except asyncio.CancelledError:
        ended = CANCELLED
        if (task := asyncio.current_task()) is not None:
            task.uncancel()
    finally:
        finished = working.done()
        for part in both:
            part.cancel()
        await asyncio.wait(both)
    if finished or not working.cancelled():
        working.result()
    return None if finished else ended
