"""What a decider is given: the site as surveyed, the rules, the day, and the outcomes decided before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor.assess.lexicon import folded
from auditor.findings import Evidence, EvidenceKind
from auditor.thai.fiscal import fiscal_year_of
from auditor.urls import canonical

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from auditor.assess.checks.defects import Defect
    from auditor.assess.detectors.hits import Desk
    from auditor.assess.outcome import Outcome
    from auditor.assess.passages import Passage
    from auditor.assess.survey import Survey
    from auditor.facts import Coverage, Resource, Snapshot
    from auditor.items import Item
    from auditor.rules import RulePack, Topic
    from auditor.topics import TopicMatcher


_CUT = " …"  # signs that a quotation is cut with


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything on the table while one audit is decided."""

    snapshot: Snapshot
    coverage: Coverage  # how much of the site was looked at
    survey: Survey
    desk: Desk
    matcher: TopicMatcher
    topics: dict[str, Topic]
    pack: RulePack
    as_of: date
    items: Sequence[Item] = ()  # what the site publishes
    prose: frozenset[str] = frozenset()  # topics whose texts often stand below each other on one page
    breaches: tuple[Defect, ...] = ()  # signs that somebody else has written on the website, the certain ones first
    decided: dict[str, Outcome] = field(default_factory=dict)  # by requirement id, in the order of the pack

    @property
    def fiscal_year(self) -> int:
        """N: the fiscal year (B.E.) of the as-of date."""
        return fiscal_year_of(self.as_of)

    def topic(self, topic_id: str) -> Topic | None:
        """A topic by id."""
        return self.topics.get(topic_id)

    def look_up(self, url: str) -> Resource | None:
        """What came of an address, by any of its spellings."""
        return self.snapshot.get(canonical(url))

    @property
    def covered(self) -> bool:
        """May "not there" be said: was enough of the site read (CONTRACT.md section 2)?"""
        coverage = self.coverage
        if coverage.complete:
            return True
        known = coverage.shallow_known
        return known > 0 and coverage.shallow_read >= self.pack.shallow_floor * known


def evidence_from(passage: Passage, quote: str, matched: str, score: float) -> Evidence:
    """The proof that a passage gives."""
    resource = passage.resource
    fetch = resource.fetch
    return Evidence(
        url=resource.url,
        kind=passage.kind,
        quote=quote,
        matched=matched,
        score=round(score, 3),
        trail=resource.trail,
        fetched_at=getattr(fetch, "at", None),
        sha256=getattr(fetch, "sha256", None),
        page=_page_of(passage, quote, matched) if passage.kind is EvidenceKind.DOCUMENT else None,
        warc=getattr(fetch, "warc", None),
    )


def _page_of(passage: Passage, quote: str, matched: str) -> int | None:
    """The page of a document on which the quotation stands; else that of what was matched, else the first."""
    numbered = tuple(zip(passage.pages, passage.blocks, strict=False))
    words = quote.strip(_CUT)
    quoted = (number for number, block in numbered if words and words in " ".join(block.text.split()))
    like = (number for number, block in numbered if matched and folded(matched) in folded(block.text))
    return next(quoted, None) or next(like, None) or (passage.pages[0] if passage.pages else None)
