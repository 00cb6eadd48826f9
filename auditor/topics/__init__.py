"""From what a thing is called to what it is: labels to topics.

`TopicMatcher.match` is the door. Knows phrases and how Thai labels are built; knows no page, no pack and no clock.
"""

from auditor.topics.bounded import BoundedMatcher
from auditor.topics.matcher import TopicMatcher
from auditor.topics.matches import LabelMatches, TopicMatch, Veto

__all__ = ["BoundedMatcher", "LabelMatches", "TopicMatch", "TopicMatcher", "Veto"]
