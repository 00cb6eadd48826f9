"""The examples written inside rule files: does each label mean, or not mean, what its author says?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.rules import LabelExample, Topic
    from auditor.topics import TopicMatcher


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleFailure:
    """A label that means something else than its author says."""

    topic: str
    example: LabelExample
    got: tuple[str, ...]  # the topics that it means


def failing_examples(topics: Iterable[Topic], matcher: TopicMatcher) -> Iterator[ExampleFailure]:
    """Run the examples of these topics."""
    for topic in topics:
        for example in topic.examples:
            got = tuple(match.topic for match in matcher.match(example.text, example.kind).matches)
            if not _holds(topic, example, got):
                yield ExampleFailure(topic=topic.id, example=example, got=got)


def _holds(topic: Topic, example: LabelExample, got: tuple[str, ...]) -> bool:
    """Does the label mean what its author says? One that means a decoy means at most what the decoy spares."""
    if not topic.decoy:
        return (topic.id in got) is example.match
    return set(got) <= set(topic.spares) if example.match else bool(got)
