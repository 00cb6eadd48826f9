"""What a label means: the answer of the ladder, with the words that decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.findings import Rung


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
