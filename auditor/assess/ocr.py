"""What a machine read in a picture of words: quoted for the person who must decide, and never more than that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.lexicon import folded
from auditor.assess.outcome import Outcome, because
from auditor.assess.quoting import quote_phrase, shorten
from auditor.facts import Document
from auditor.findings import ReasonCode
from auditor.thai.text import skeleton

if TYPE_CHECKING:
    from auditor.assess.candidates import Candidate
    from auditor.facts import Resource
    from auditor.findings import Reason

SUREST = 0.6
_PICTURES_OF_WORDS = frozenset({ReasonCode.NO_TEXT, ReasonCode.GARBLED_TEXT})


def with_ocr(outcome: Outcome, barrier: Reason, resource: Resource, candidate: Candidate) -> Outcome:
    """The outcome of a thing that cannot be read, with the words of its picture that name it; still for a person."""
    if barrier.code not in _PICTURES_OF_WORDS or not isinstance(resource.content, Document):
        return outcome
    for number, page in enumerate(resource.content.ocr, 1):
        quote = _line_of(page, candidate.match.phrase)
        if quote is not None:
            title = resource.content.title or candidate.label
            shown = replace(outcome.evidence[0], quote=quote, page=number, score=min(SUREST, candidate.match.score))
            reason = because(ReasonCode.OCR_TEXT, title=title, quote=quote)
            return replace(outcome, reasons=(reason,), confidence=SUREST, evidence=(shown,))
    return outcome


def _line_of(page: str, phrase: str) -> str | None:
    """The line that says the phrase, tone marks aside: a machine misreads them first. Else the words around it."""
    wanted = skeleton(phrase)
    lines = (line for line in page.splitlines() if folded(phrase) in folded(line) or wanted in skeleton(line))
    line = next(lines, None) if wanted else None
    return quote_phrase(page, phrase) if line is None else shorten(line)
