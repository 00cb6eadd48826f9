"""A matcher that reads so many labels of one site and no more: a page may hold thousands that were made up."""

from __future__ import annotations

from auditor.marks import Marks
from auditor.rules import LabelKind
from auditor.topics.matcher import TopicMatcher
from auditor.topics.matches import NOTHING, LabelMatches


class BoundedMatcher(TopicMatcher):
    """Answers as the matcher it stands before, until the site has shown too many distinct labels."""

    def __init__(self, matcher: TopicMatcher, most: int) -> None:
        """`most`: distinct labels that are read; whatever comes later means nothing."""
        self.topics = matcher.topics
        self._matcher = matcher
        self._most = most
        self._met = Marks()
        self.exhausted = False

    def match(self, text: str, kind: LabelKind = LabelKind.MENU) -> LabelMatches:
        """As `TopicMatcher.match`; nothing for labels beyond the bound."""
        if len(self._met) < self._most:
            self._met.add((text, kind))
        elif (text, kind) not in self._met:
            self.exhausted = True
            return NOTHING
        return self._matcher.match(text, kind)
