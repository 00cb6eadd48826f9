"""How a verdict stands once people have been heard, and what their word hangs on."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from auditor.findings import EvidenceKind, Status
from auditor.urls import canonical

if TYPE_CHECKING:
    from auditor.findings import Evidence, Finding, Verdict


def set_aside(judged: Verdict | Finding) -> bool:
    """Whether a waiver holds."""
    return judged.waiver is not None and judged.waiver.lapsed is None


def settled(verdict: Verdict) -> Status:
    """The status that counts: not applicable where set aside, else a person's verdict, else ours."""
    if set_aside(verdict):
        return Status.NOT_APPLICABLE
    review = verdict.review
    return verdict.status if review is None or review.lapsed is not None else review.status


def evidence_sha256(verdict: Verdict) -> str:
    """A hash that changes when what is cited does.

    Of a document that is its bytes. Of a page it is the words cited, since its bytes change with every visit
    counter; the digits of a counter count for nothing.
    """
    cited = sorted(f"{each.kind} {_place(each.url)} {_content(each)}" for each in verdict.evidence)
    return hashlib.sha256("\n".join(cited).encode("utf-8", "replace")).hexdigest()


def _place(url: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", canonical(url))


def _content(evidence: Evidence) -> str:
    if evidence.kind is EvidenceKind.DOCUMENT and evidence.sha256:
        return evidence.sha256
    quote = " ".join(evidence.quote.split())
    counter = evidence.kind is EvidenceKind.WIDGET
    return "".join("#" if sign.isdigit() else sign for sign in quote) if counter else quote
