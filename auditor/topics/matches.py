"""What a label means: the answer of the ladder, with the words that decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.findings import Rung
    from auditor.rules import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicMatch:
    """A topic that a label names."""

    topic: str
    score: float  # 0 to 1: exact is 1, contained from 0.7, fuzzy below
    rung: Rung
    phrase: str  # of the rule file, as written there


@dataclass(frozen=True, slots=True, kw_only=True)
class Veto:
    """A topic that a label would name, were it not for these words."""

    topic: str
    phrase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelMatches:
    """All that a label means and nearly means."""

    matches: tuple[TopicMatch, ...] = ()  # best first
    vetoed: tuple[Veto, ...] = ()
    decoy: str = ""  # the id of something that nobody asks for and that the label means
    near: tuple[TopicMatch, ...] = ()  # looked alike, or only mentioned; best first

    def names(self, topic: Topic | None) -> bool:
        """Is the topic among what the label names?"""
        return topic is not None and any(match.topic == topic.id for match in self.matches)

    def never(self, topic: Topic | None) -> tuple[str, ...]:
        """The phrases by which the label names what its rule file says is never the topic: vetoes and near misses."""
        if topic is None:
            return ()
        vetoes = (veto.phrase for veto in self.vetoed if veto.topic == topic.id)
        near = (each.phrase for each in self.near if each.topic == topic.id and each.phrase in topic.near)
        return (*vetoes, *near)


NOTHING = LabelMatches()
"""What most labels mean."""
