"""What is asked once a crawl, over all starts of the program: robots.txt, sitemaps and the made-up address.

What a server said of them before the crawl was stopped still holds when it goes on in the same night. Answers only
are remembered: what failed is asked for again.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.crawl.polite import PoliteFetcher
from auditor.crawl.purpose import Purpose
from auditor.facts import Response
from auditor.facts.album import NAMES
from auditor.records import Album, to_bytes

if TYPE_CHECKING:
    from datetime import datetime
    from typing import TypeGuard

    from auditor.config import CrawlSettings
    from auditor.crawl.fetch import Conditions
    from auditor.crawl.memory import Memory
    from auditor.crawl.polite import Source
    from auditor.crawl.redirects import Outcome, Permit

_ALBUM = Album(NAMES)
_ONCE = frozenset({Purpose.ROBOTS, Purpose.SITEMAP, Purpose.PROBE})
_SERVER_ERROR = 500
_TOO_MANY_REQUESTS = 429
_LARGEST = 4 * 1024 * 1024  # bytes of a body that is remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A Response as it is remembered; its body in base64."""

    url: str
    final_url: str
    redirects: tuple[str, ...]
    status: int
    headers: tuple[tuple[str, str], ...]
    body: str
    at: datetime
    wire_bytes: int
    insecure: bool

    @classmethod
    def of(cls, response: Response) -> Answer:
        """A Response, to be remembered."""
        return cls(
            url=response.url,
            final_url=response.final_url,
            redirects=response.redirects,
            status=response.status,
            headers=response.headers,
            body=base64.b64encode(response.body).decode(),
            at=response.at,
            wire_bytes=response.wire_bytes,
            insecure=response.insecure,
        )

    def response(self) -> Response:
        """The Response back."""
        return Response(
            url=self.url,
            final_url=self.final_url,
            redirects=self.redirects,
            status=self.status,
            headers=self.headers,
            body=base64.b64decode(self.body),
            at=self.at,
            wire_bytes=self.wire_bytes,
            insecure=self.insecure,
        )


class OnceFetcher(PoliteFetcher):
    """Fetches as its base does, and what is asked once from memory, if it is there."""

    def __init__(self, fetcher: Source, settings: CrawlSettings, memory: Memory) -> None:
        super().__init__(fetcher, settings)
        self._memory = memory

    async def fetch(
        self,
        url: str,
        *,
        purpose: Purpose,
        method: str = "GET",
        conditions: Conditions | None = None,
        permit: Permit | None = None,
    ) -> Outcome:
        """As `PoliteFetcher.fetch`."""
        name = f"{purpose} of {url}"
        message = self._memory.note(name) if purpose in _ONCE else None
        if message is not None:
            answer: Answer = _ALBUM.from_bytes(Answer, message)
            return answer.response()
        outcome = await super().fetch(url, purpose=purpose, method=method, conditions=conditions, permit=permit)
        if purpose in _ONCE and _is_an_answer(outcome):
            self._memory.write_down(name, to_bytes(Answer.of(outcome)))
        return outcome


def _is_an_answer(outcome: Outcome) -> TypeGuard[Response]:
    passing = isinstance(outcome, Response) and (
        outcome.status >= _SERVER_ERROR or outcome.status == _TOO_MANY_REQUESTS or len(outcome.body) > _LARGEST
    )
    return isinstance(outcome, Response) and not passing
