"""How far a crawl has come, for whoever waits for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One look at a crawl that goes on."""

    pages: int  # read so far
    documents: int
    queued: int  # addresses that wait
    url: str  # the last one answered
    seconds: float  # since the start
