"""Are the addresses that a site links to there? Asked last, once each, and nothing of them is read."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from auditor.crawl.purpose import Purpose
from auditor.facts import Response, Skipped, SkipWhy, Unreachable, Why

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from auditor.crawl.frontier import Candidate
    from auditor.crawl.polite import PoliteFetcher
    from auditor.facts import SkipWhy as _SkipWhy

    Outcome = Response | Unreachable | Skipped

_BAD = 400
_AT_ONCE = 8
# What a server that does not know HEAD may do; DNS, TLS and the like would not be better for a GET.
_MAYBE_HEAD = frozenset({Why.RESET, Why.PROTOCOL, Why.TRUNCATED, Why.ENCODING, Why.TIMEOUT})


async def check_links(
    candidates: Sequence[Candidate],
    polite: PoliteFetcher,
    tell: Callable[[Candidate, Outcome], None],
    *,
    most: int,
    permit: Callable[[str], _SkipWhy | None] | None = None,
) -> None:
    """Tell of each candidate whether it answers: the first `most` are asked, the others told as skipped.

    May be cancelled at any moment; what was not told by then is for the caller to tell.
    """
    waiting = iter(candidates[:most])

    async def work() -> None:
        for candidate in waiting:
            tell(candidate, await _check(candidate.url, polite, permit))

    for candidate in candidates[most:]:
        tell(candidate, Skipped(why=SkipWhy.EXTERNAL, detail="more links than are checked"))
    async with asyncio.TaskGroup() as group:
        for _ in range(min(_AT_ONCE, len(candidates))):
            group.create_task(work())


async def _check(url: str, polite: PoliteFetcher, permit: Callable[[str], _SkipWhy | None] | None) -> Outcome:
    """HEAD, and GET where that may be the fault of HEAD."""
    outcome = await polite.fetch(url, purpose=Purpose.EXTERNAL, method="HEAD", permit=permit)
    refused = isinstance(outcome, Response) and outcome.status >= _BAD
    if refused or (isinstance(outcome, Unreachable) and outcome.why in _MAYBE_HEAD):
        return await polite.fetch(url, purpose=Purpose.EXTERNAL, permit=permit)
    return outcome
