"""Where assessors say that the program is wrong: rows of labels by which the rules can be mended.

What was missed is a label that means the requirement's topics; what was wrongly taken for it is a label that means
none. The rows are those that `auditor rules eval` reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.evaluation.label_rows import NONE
from auditor.findings import EvidenceKind, Status
from auditor.report.tables import Column, Table
from auditor.rules import LabelKind
from auditor.urls import canonical

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.report.past_audit import PastAudit, PastRequirement, PastReview

_MET = frozenset({Status.PASS, Status.PARTIAL})
_COLUMNS = ("text", "kind", "url", "label", "soft", "note")
_NO_LABEL = "no words on the website are known: write them into the form's column for them"
_NO_TOPIC = "it is not decided by a label"
_OTHER = "both see the thing, and judge its content differently"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackRow:
    """A label as the website shows it, and what it means."""

    text: str
    kind: LabelKind
    url: str
    topics: tuple[str, ...]  # empty: the name of no required thing
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """The rows, and the requirements of which none could be made, with the cause."""

    rows: tuple[FeedbackRow, ...]
    left_out: tuple[tuple[str, str], ...]


def feedback_of(audit: PastAudit, topics: Mapping[tuple[str, str], tuple[str, ...]]) -> Feedback:
    """What an audit's reviews say against the program; `topics` by pack and requirement."""
    rows: list[FeedbackRow] = []
    left_out: list[tuple[str, str]] = []
    for asked in audit.requirements:
        if asked.review is None or not asked.review.machine_wrong:
            continue
        made = _row(asked, asked.review, topics.get((asked.pack, asked.id), ()))
        if isinstance(made, FeedbackRow):
            rows.append(made)
        else:
            left_out.append((asked.id, made))
    return Feedback(rows=tuple(rows), left_out=tuple(left_out))


def feedback_table(feedback: Feedback) -> Table:
    """The rows as a table."""
    rows = (
        (row.text, row.kind.value, row.url, "|".join(row.topics) or NONE, None, row.note) for row in feedback.rows
    )
    return Table(key="feedback", columns=tuple(map(Column, _COLUMNS)), rows=rows)


def _row(asked: PastRequirement, review: PastReview, topics: tuple[str, ...]) -> FeedbackRow | str:
    """The row, or why there is none."""
    machine = review.machine or asked.status
    missed = review.status in _MET
    if missed is (machine in _MET):
        return _OTHER
    if not topics:
        return _NO_TOPIC
    place = review.url or (asked.evidence[0].url if asked.evidence else "")
    label = review.label or _label(asked, place, missed=missed)
    if not label:
        return _NO_LABEL
    note = f"{asked.id}: {review.reason} ({review.by}, {review.at})"
    return FeedbackRow(text=label, kind=_kind(asked, place), url=place, topics=topics if missed else (), note=note)


def _label(asked: PastRequirement, place: str, *, missed: bool) -> str:
    """The words that lead to a place."""
    labels = {canonical(each.url): each.trail[-1].label for each in asked.evidence if each.trail}
    if missed:
        labels |= {canonical(each.url): each.label for each in asked.searched.nearest}
    return labels.get(canonical(place), "") if place else ""


def _kind(asked: PastRequirement, place: str) -> LabelKind:
    kinds = {canonical(each.url): each.kind for each in asked.evidence}
    return LabelKind.DOCUMENT if kinds.get(canonical(place)) is EvidenceKind.DOCUMENT else LabelKind.MENU
