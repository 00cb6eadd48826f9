"""All phrases of all topics, folded, and where they stand in a label.

A lookup by the first letters makes the cost of a label independent of the number of phrases. Which of the hits count
is decided by `matcher`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from auditor.rules import LabelKind
from auditor.thai.text import BOUND, LEADING, fold
from auditor.thai.wordings import listed_wordings, names_beside, wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.rules import PlacedWords, Topic
    from auditor.thai.labels import Label, Part


class Use(Enum):
    """What a phrase does for its topic."""

    ANY = auto()
    EXACT = auto()
    STARTS = auto()
    ALL = auto()
    NEAR = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a rule file."""

    topic: Topic
    use: Use
    written: str
    folded: str
    kinds: frozenset[LabelKind]
    longest: int | None = None
    joint: int | None = None  # letters of its first part, where only a space or a sign joins it to the second

    def joins(self, label: Label, at: int) -> bool:
        """Whether a space or a sign stands between its two parts, in a label that holds it there."""
        return self.joint is None or at + self.joint in label.breaks or at + self.joint in label.spaces

    def may_stand(self, label: Label, kind: LabelKind) -> bool:
        """Whether the phrase counts in such a label at such a place at all."""
        return kind in self.kinds and (self.longest is None or len(label.folded) <= self.longest)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase at its place in a folded label."""

    phrase: Phrase
    start: int
    end: int
    whole: bool = False  # the phrase is all that the label says


KEY = 3
SHORTEST_INSIDE = 3  # shorter phrases are found only where they are a whole part of the label


class PhraseBook:
    """The phrases of all topics, ready for lookup."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self.phrases = tuple(phrase for topic in topics for phrase in _phrases(topic))
        self._by_key: dict[str, list[Phrase]] = defaultdict(list)
        self._whole: dict[str, list[Phrase]] = defaultdict(list)
        self._names: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in (*self.phrases, *_reworded(self.phrases)):
            if not _bars(phrase):
                self._names[phrase.folded].append(phrase)
            if phrase.use is Use.EXACT:
                self._whole[phrase.folded].append(phrase)
            elif len(phrase.folded) >= SHORTEST_INSIDE:
                self._by_key[phrase.folded[:KEY]].append(phrase)
        self._groups = tuple(group for topic in topics for group in _groups(topic))
        self._scattered = frozenset(word for _, parts in self._groups for word in parts)

    def hits(self, label: Label, kind: LabelKind) -> Iterator[Hit]:
        """Every phrase that the label holds in a way its use allows."""
        yield from self._inside(label, kind)
        for part in label.parts:
            for phrase in self._whole.get(label.folded[part.start : part.end].strip(), ()):
                if phrase.may_stand(label, kind) and phrase.joins(label, part.start):
                    yield Hit(phrase, part.start, part.end, whole=part.alone)
        yield from self._beside(label, kind)
        yield from self._together(label, kind)

    def _inside(self, label: Label, kind: LabelKind) -> Iterator[Hit]:
        text = label.folded
        beginnings = {part.start for part in label.parts}
        for at in range(len(text) - KEY + 1):
            for phrase in self._by_key.get(text[at : at + KEY], ()):
                end = at + len(phrase.folded)
                if (
                    text.startswith(phrase.folded, at)
                    and phrase.may_stand(label, kind)
                    and phrase.joins(label, at)
                    and (phrase.use is not Use.STARTS or at in beginnings)
                    and _stands_free(text, at, end)
                    and (_bars(phrase) or not label.seams.cut_by(at, end))
                ):
                    yield Hit(phrase, at, end, whole=_is_whole(label.parts, at, end))

    def _beside(self, label: Label, kind: LabelKind) -> Iterator[Hit]:
        """Names that say nothing inside a longer label, where «และ» (and) joins nothing but names."""
        for part in label.parts:
            places = names_beside(label.folded, part.start, part.end) if part.alone else ()
            named = [self._names.get(label.folded[start:end], ()) for start, end in places]
            if all(named):
                for (start, end), phrases in zip(places, named, strict=True):
                    for phrase in phrases:
                        if phrase.use is Use.EXACT and phrase.may_stand(label, kind) and phrase.joins(label, start):
                            yield Hit(phrase, start, end, whole=True)

    def _together(self, label: Label, kind: LabelKind) -> Iterator[Hit]:
        """The groups whose words all stand in the label, wherever."""
        places = {word: at for word in self._scattered if (at := _first(word, label)) >= 0}
        for group, parts in self._groups:
            if kind in group.kinds and all(part in places for part in parts):
                yield Hit(
                    group,
                    min(places[part] for part in parts),
                    max(places[part] + len(part) for part in parts),
                )


def _reworded(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases as others word them, where that is not what some topic is called already."""
    named = {phrase.folded for phrase in phrases if not _bars(phrase)}
    written = {(phrase.topic.id, phrase.folded) for phrase in phrases}
    for phrase in phrases:
        others = wordings(phrase.folded) if _bars(phrase) else listed_wordings(phrase.folded)
        for other in sorted(others, key=lambda each: each.text):
            if (phrase.topic.id, other.text) not in written and (_bars(phrase) or other.text not in named):
                yield replace(phrase, folded=other.text, joint=other.joint)


def _bars(phrase: Phrase) -> bool:
    """Does the phrase say what a label is not?"""
    return phrase.topic.decoy or phrase.use in {Use.NEAR, Use.NONE}


def _is_whole(parts: tuple[Part, ...], start: int, end: int) -> bool:
    return any(part.alone and part.start == start and part.end == end for part in parts)


def _first(word: str, label: Label) -> int:
    """Where a word of a group first stands in a label without being cut out of a longer one; -1 where it doesn't."""
    at = label.folded.find(word)
    while at >= 0 and (label.seams.cut_by(at, at + len(word)) or not _stands_free(label.folded, at, at + len(word))):
        at = label.folded.find(word, at + 1)
    return at


def _stands_free(text: str, start: int, end: int) -> bool:
    """Not inside an English word or a number, and not cut in the middle of a Thai syllable."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[start].isascii() and before.isascii() and before.isalnum():
        return False
    if text[end - 1].isascii() and after.isascii() and after.isalnum() and not _is_year(text, end):
        return False
    return not _cuts_syllable(text, start, end)


def _is_year(text: str, at: int) -> bool:
    """Does a year stand right behind a word: planfin69, SAR2568?"""
    return text[at - 1].isalpha() and _YEAR.match(text, at) is not None


_YEAR = re.compile(r"(?:25[5-9]\d|20[12]\d|[5-7]\d)(?![a-z0-9])")


def _cuts_syllable(text: str, start: int, end: int) -> bool:
    return text[end : end + 1] in BOUND or text[start - 1 : start] in LEADING


def _phrases(topic: Topic) -> Iterator[Phrase]:
    everywhere = frozenset(topic.kinds)
    yield from _of(topic, Use.NEAR, topic.near, frozenset(LabelKind))
    yield from _of(topic, Use.NONE, topic.none, frozenset(LabelKind))
    yield from _words(topic, topic, everywhere)
    for placed in topic.at:
        yield from _words(topic, placed, frozenset(placed.kinds), placed.longest)


def _words(
    topic: Topic, words: Topic | PlacedWords, kinds: frozenset[LabelKind], longest: int | None = None
) -> Iterator[Phrase]:
    yield from _of(topic, Use.ANY, words.any, kinds, longest)
    yield from _of(topic, Use.EXACT, words.exact, kinds, longest)
    yield from _of(topic, Use.STARTS, words.starts, kinds, longest)


def _of(
    topic: Topic, use: Use, written: Iterable[str], kinds: frozenset[LabelKind], longest: int | None = None
) -> Iterator[Phrase]:
    return (Phrase(topic, use, words, fold(words), kinds, longest) for words in written)


def _groups(topic: Topic) -> Iterator[tuple[Phrase, tuple[str, ...]]]:
    for parts in topic.all:
        yield Phrase(topic, Use.ALL, " … ".join(parts), "", frozenset(topic.kinds)), tuple(map(fold, parts))
