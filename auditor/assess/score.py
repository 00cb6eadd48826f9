"""The percent, from verdicts alone (CONTRACT.md section 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.findings import Score, Status
from auditor.rules import Obligation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.findings import Verdict

WORTH = {Status.PASS: 1.0, Status.PARTIAL: 0.5, Status.FAIL: 0.0, Status.REVIEW: 0.0}
"""What could not be looked at, or does not apply, is not in the sum at all."""

_RECOMMENDED = 0.5


def score(verdicts: Iterable[Verdict]) -> Score:
    """100 × Σ weight·worth / Σ weight, one decimal; None where nothing counts."""
    counts = dict.fromkeys(Status, 0)
    earned = possible = 0.0
    for verdict in verdicts:
        counts[verdict.status] += 1
        if verdict.status in WORTH:
            weight = verdict.weight * (_RECOMMENDED if verdict.obligation is Obligation.RECOMMENDED else 1.0)
            earned += weight * WORTH[verdict.status]
            possible += weight
    percent = round(100 * earned / possible, 1) if possible else None
    return Score(percent=percent, counts=tuple(counts.items()))
