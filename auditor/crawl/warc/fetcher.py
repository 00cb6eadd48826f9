"""A crawl without a network: every answer comes from a WARC file, and nothing is asked of anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.crawl.fetch import Counters
from auditor.crawl.purpose import Purpose, allowance, says_document
from auditor.crawl.redirects import Chain, Hop, Outcome, follow
from auditor.crawl.tally import NOT_ARCHIVED
from auditor.facts import Skipped, SkipWhy, Unreachable
from auditor.urls import is_address, parse

if TYPE_CHECKING:
    from auditor.config import NetworkLimits
    from auditor.crawl.fetch import Conditions, Gate
    from auditor.crawl.redirects import Permit
    from auditor.crawl.warc.archive import Archive


class ArchiveFetcher:
    """Answers as `Fetcher` does, from an archive."""

    def __init__(self, archive: Archive, limits: NetworkLimits) -> None:
        """`limits`: an answer in the file is held to the same bounds as one from the network."""
        self.counters = Counters()
        self._archive = archive
        self._limits = limits
        self._tls_errors: dict[str, str] = {}

    def tls_error(self, host: str) -> str | None:
        """What was wrong with the TLS of a host when the archive was made."""
        return self._tls_errors.get(host)

    async def fetch(
        self,
        url: str,
        *,
        purpose: Purpose,
        method: str = "GET",
        conditions: Conditions | None = None,
        permit: Permit | None = None,
        gate: Gate | None = None,
    ) -> Outcome:
        """As `Fetcher.fetch`; nobody waits for a turn, and conditions are not needed."""
        _ = conditions, gate
        document = purpose is Purpose.ANY and says_document(url)
        chain = Chain(
            purpose=Purpose.DOCUMENT if document else purpose,
            method=method,
            permit=permit,
            redirects=allowance(purpose, self._limits).redirects,
        )

        async def hop(address: str) -> Hop | Unreachable | Skipped:
            return self._hop(address, chain)

        outcome = await follow(url, chain, hop)
        self.counters.errors += isinstance(outcome, Unreachable)
        return outcome

    def _hop(self, url: str, chain: Chain) -> Hop | Unreachable | Skipped:
        entry = self._archive.find(url, chain.method)
        if entry is None:
            external = chain.purpose is Purpose.EXTERNAL
            return Skipped(why=SkipWhy.EXTERNAL if external else SkipWhy.BUDGET, detail=NOT_ARCHIVED)
        bounds = allowance(Purpose.DOCUMENT if chain.purpose is Purpose.ANY else chain.purpose, self._limits)
        answer = self._archive.read(entry, bounds)
        if isinstance(answer, Hop):
            self.counters.wire_bytes += answer.reply.wire_bytes
            address = parse(url)
            if address is not None and chain.purpose is Purpose.EXTERNAL and not is_address(address.host):
                self.counters.external_names.add(address.host)
            if address is not None and answer.insecure:
                self._tls_errors.setdefault(address.host, self._archive.tls_error(entry) or "")
        return answer
