"""What must hold between the parts of a rulebook, beyond what each file says by itself.

`STRUCTURE` is asked whenever rules are loaded; `CARE` only by lint: a phrase that can never match harms nobody's
audit, but its author should hear of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from auditor.codec import nearest
from auditor.errors import Complaint
from auditor.rulebook.merge import Merged
from auditor.rules import ITEM_FIELDS, KNOWN_DETECTORS, Decide, Text
from auditor.thai.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.rulebook.merge import Placed
    from auditor.rules import Requirement, Topic

Check = Callable[[Merged], Iterator[Complaint]]

SHORTFALL = ("fail", "partial", "review")
UNDATED = ("pass", "partial", "review")

FEW = 12
"""So many known names are listed when none is near."""

NEED_TOPICS = {Decide.CONTENT, Decide.LISTING}
NEED_OF = {Decide.PART_OF, Decide.PACK, Decide.INVENTORY}


def references(merged: Merged) -> Iterator[Complaint]:
    """Every name that a requirement or topic uses must be known."""
    requirements = merged.all_requirements
    for topic in merged.topics.values():
        yield from _known(topic, "spares", topic.value.spares, merged.topics)
    units = merged.tables.get("unit-types", {})
    for pack, inside in merged.requirements.items():
        for asked in inside.values():
            value = asked.value
            yield from _known(asked, "category", (value.category,), merged.categories[pack])
            yield from _known(asked, "topics", value.topics, merged.topics)
            yield from _known(asked, "unit_types", value.unit_types, units)
            if value.decide is Decide.PART_OF:
                yield from _known(asked, "of", (value.of,), requirements)
            if value.decide is Decide.INVENTORY and value.of:
                yield from _known(asked, "of", (value.of,), ITEM_FIELDS)
            for number, condition in enumerate(value.content):
                yield from _known(asked, f"content[{number}].detector", (condition.detector,), KNOWN_DETECTORS)


def statuses(merged: Merged) -> Iterator[Complaint]:
    """A condition that is not met leads to a status that makes sense there."""
    for asked in merged.all_requirements.values():
        for number, condition in enumerate(asked.value.content):
            yield from _known(asked, f"content[{number}].otherwise", (condition.otherwise,), SHORTFALL)
        if fresh := asked.value.freshness:
            yield from _known(asked, "freshness.undated", (fresh.undated,), UNDATED)
            yield from _known(asked, "freshness.may_be_old", (fresh.may_be_old,), SHORTFALL)


def ways(merged: Merged) -> Iterator[Complaint]:
    """Each way of deciding needs its own keys."""
    for asked in merged.all_requirements.values():
        value = asked.value
        if value.decide in NEED_TOPICS and not value.topics:
            yield asked.complain("topics", f'is needed to decide by "{value.decide}"')
        if value.decide in NEED_OF and not value.of:
            yield asked.complain("of", f'is needed to decide by "{value.decide}"')
        if value.decide is Decide.SITEWIDE and not value.content:
            yield asked.complain("content", 'is needed to decide by "sitewide"', "name a detector")


def numbers(merged: Merged) -> Iterator[Complaint]:
    """Shares, weights and counts lie where they mean something."""
    for head in merged.packs.values():
        if not 0 <= head.value.shallow_floor <= 1:
            yield head.complain("shallow_floor", "must lie between 0 and 1")
    for asked in merged.all_requirements.values():
        value = asked.value
        if value.weight < 0:
            yield asked.complain("weight", "must not be negative")
        if not 0 <= value.fail_under <= value.pass_from <= 1:
            yield asked.complain("pass_from", "must lie between fail_under and 1")
        for number, condition in enumerate(value.content):
            if condition.at_least < 1:
                yield asked.complain(f"content[{number}].at_least", "must be 1 or more")
        if value.freshness and value.freshness.max_age_days is not None and value.freshness.max_age_days < 0:
            yield asked.complain("freshness.max_age_days", "must not be negative")


def words_for_people(merged: Merged) -> Iterator[Complaint]:
    """Whatever is shown to people stands there in both languages."""
    for head in merged.packs.values():
        yield from _both(head, "title", head.value.title)
    for inside in merged.categories.values():
        for category in inside.values():
            yield from _both(category, "title", category.value.title)
    for topic in merged.topics.values():
        yield from _both(topic, "title", topic.value.title)
    for asked in merged.all_requirements.values():
        for key, text in _texts(asked.value):
            yield from _both(asked, key, text)


def _texts(asked: Requirement) -> Iterator[tuple[str, Text]]:
    """The words for people of a requirement, by their keys."""
    for key in ("title", "remedy", "explain", "off", "undecided"):
        text = getattr(asked, key)
        if text is not None:
            yield key, text
    for number, condition in enumerate(asked.content):
        if condition.title:
            yield f"content[{number}].title", condition.title


def circles(merged: Merged) -> Iterator[Complaint]:
    """No requirement hangs on itself through `of`."""
    requirements = merged.all_requirements
    for start, asked in requirements.items():
        seen = [start]
        while (here := requirements.get(seen[-1])) and here.value.decide is Decide.PART_OF:
            if here.value.of == start:
                yield asked.complain("of", "runs in a circle: " + " → ".join((*seen, start)))
            if here.value.of in seen:
                break
            seen.append(here.value.of)


def phrases(merged: Merged) -> Iterator[Complaint]:
    """Every phrase can match something, and no veto forbids it."""
    for topic in merged.topics.values():
        value = topic.value
        vetoes = tuple((fold(veto), veto) for veto in value.none)
        for key, phrase in _phrases(value):
            folded = fold(phrase)
            if not folded:
                yield topic.complain(key, f'"{phrase}" has nothing to compare: no letter, no digit')
            for veto, written in vetoes:
                if veto and folded and veto in folded and key != "none":
                    yield topic.complain(key, f'"{phrase}" can never match: the veto "{written}" is in it')
        if not (value.any or value.exact or value.starts or value.all or value.at):
            yield topic.complain("", "has no phrase to be recognised by", "give it any, exact, starts, all or at")


def examples(merged: Merged) -> Iterator[Complaint]:
    """A topic shows what it means by labels that match and labels that must not; a decoy by the former alone."""
    for topic in merged.topics.values():
        for wanted, kind in ((True, "must match"), (False, "must not match")):
            needed = wanted or not topic.value.decoy
            if needed and not any(example.match is wanted for example in topic.value.examples):
                yield topic.complain("examples", f'has no label that {kind}, in "{topic.value.id}"')


def _phrases(topic: Topic) -> Iterator[tuple[str, str]]:
    for key in ("any", "exact", "starts", "none"):
        for phrase in getattr(topic, key):
            yield key, phrase
    for group in topic.all:
        yield from (("all", part) for part in group)
    for number, placed in enumerate(topic.at):
        for key in ("any", "exact", "starts"):
            yield from ((f"at[{number}].{key}", phrase) for phrase in getattr(placed, key))


def _known(asked: Placed[Any], key: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Complaint]:
    words = tuple(known)
    for name in names:
        if name not in words:
            mend = nearest(name, words) or ("known: " + ", ".join(words) if len(words) <= FEW else "")
            yield asked.complain(key, f'"{name}" is not known, in "{asked.value.id}"', mend)


def _both(placed: Placed[Any], key: str, text: Text) -> Iterator[Complaint]:
    for language, words in (("th", text.th), ("en", text.en)):
        if not words.strip():
            yield placed.complain(f"{key}.{language}", "is empty")


STRUCTURE: tuple[Check, ...] = (references, statuses, ways, numbers, words_for_people, circles)
CARE: tuple[Check, ...] = (phrases, examples)
