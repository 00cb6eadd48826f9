"""Scores the recognition of labels against a labelled CSV (CONTRACT.md section 5).

Knows what counts as right; what a label means is `auditor.topics`' business.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditor.evaluation.label_rows import LabelledRow, read_labelled_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from auditor.topics import TopicMatcher

ONE_THING = {"activities": "news"}
"""Ids that the labelled sets don't tell apart."""
PLACES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """How well a set of rows was answered."""

    rows: int
    precision: float
    recall: float
    none_false: float  # share of the rows that mean nothing which got an answer all the same

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return round(2 * self.precision * self.recall / both, PLACES) if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicScore:
    """How well one topic was recognised: each row that means it, each answer that names it."""

    topic: str
    precision: float
    recall: float
    rows: int  # that mean it


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelMiss:
    """A row with a wrong answer, or without the right one."""

    text: str
    expected: tuple[str, ...]
    got: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelReport:
    """The evaluation of a labelled set."""

    scores: Scores
    soft: Scores  # the rows where careful people may differ; they count nowhere else
    ignored_answers: int  # from topics that do not occur in the file's labels
    ignored_rows: int  # all of whose labels belong to packs that are not loaded
    topics: tuple[TopicScore, ...]
    misses: tuple[LabelMiss, ...]

    def as_json(self) -> dict[str, Any]:
        """The shape of CONTRACT.md section 5."""
        return {
            **_shown(self.scores),
            "soft": _shown(self.soft),
            "ignored": {"answers": self.ignored_answers, "rows": self.ignored_rows},
            "topics": {
                each.topic: {"precision": each.precision, "recall": each.recall, "rows": each.rows}
                for each in self.topics
            },
            "misses": [
                {"text": miss.text, "expected": list(miss.expected), "got": list(miss.got)} for miss in self.misses
            ],
        }


@dataclass(frozen=True, slots=True)
class _Answered:
    row: LabelledRow
    expected: frozenset[str]
    got: frozenset[str]

    @property
    def hit(self) -> bool:
        return bool(self.expected & self.got)

    @property
    def missed(self) -> bool:
        return bool(self.expected) and not self.hit

    @property
    def wrong(self) -> frozenset[str]:
        return self.got - self.expected


def evaluate_labels(path: Path, matcher: TopicMatcher) -> LabelReport:
    """Score a matcher on a labelled CSV.

    Raises:
        DataFileError: the file cannot be used; every complaint at once.
    """
    rows = read_labelled_rows(path)
    judged = [row for row in rows if not row.topics or row.topics & matcher.topics]
    occurring = frozenset(id_ for row in rows for id_ in _one(row.topics))
    named = [_one(match.topic for match in matcher.match(row.text, row.kind).matches) for row in judged]
    answered = [_Answered(row, _one(row.topics), got & occurring) for row, got in zip(judged, named, strict=True)]
    firm = [each for each in answered if not each.row.soft]
    return LabelReport(
        scores=_scores(firm),
        soft=_scores([each for each in answered if each.row.soft]),
        ignored_answers=sum(len(got - occurring) for got in named),
        ignored_rows=len(rows) - len(judged),
        topics=tuple(_topic_score(topic, firm) for topic in sorted(occurring & _one(matcher.topics))),
        misses=tuple(_miss(each) for each in firm if each.missed or each.wrong),
    )


def _one(topics: Iterable[str]) -> frozenset[str]:
    return frozenset(ONE_THING.get(topic, topic) for topic in topics)


def _scores(answered: Sequence[_Answered]) -> Scores:
    hits = sum(each.hit for each in answered)
    nothing = [each for each in answered if not each.expected]
    return Scores(
        rows=len(answered),
        precision=_share(hits, hits + sum(len(each.wrong) for each in answered)),
        recall=_share(hits, hits + sum(each.missed for each in answered)),
        none_false=_share(sum(bool(each.got) for each in nothing), len(nothing), empty=0.0),
    )


def _topic_score(topic: str, answered: Sequence[_Answered]) -> TopicScore:
    right = sum(topic in each.expected & each.got for each in answered)
    rows = sum(topic in each.expected for each in answered)
    return TopicScore(
        topic=topic,
        precision=_share(right, sum(topic in each.got for each in answered)),
        recall=_share(right, rows),
        rows=rows,
    )


def _share(part: int, whole: int, *, empty: float = 1.0) -> float:
    return round(part / whole, PLACES) if whole else empty


def _miss(each: _Answered) -> LabelMiss:
    return LabelMiss(text=each.row.text, expected=tuple(sorted(each.expected)), got=tuple(sorted(each.got)))


def _shown(scores: Scores) -> dict[str, Any]:
    return {
        "rows": scores.rows,
        "precision": scores.precision,
        "recall": scores.recall,
        "f1": scores.f1,
        "none_false": scores.none_false,
    }
