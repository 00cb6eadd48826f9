"""The lowest rung: labels that are misspelt or lost their marks. It may propose; it never decides.

The only place that imports rapidfuzz, and always without a processor: its default one deletes Thai vowels.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import ratio

from auditor.thai.labels import bare, unmarked
from auditor.thai.text import LEADING
from auditor.topics.phrases import Use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditor.rules import LabelKind
    from auditor.thai.labels import Label
    from auditor.topics.phrases import Phrase

LEAST_LENGTH = 8  # letters; below it a difference of one letter is another word
LEAST_BARE = 9
LEAST_WHOLE_BARE = 6  # where the letters on the line are all that a label without any mark says
THRESHOLD = 86.0
LEAST_BEGINNING = 13  # letters of a phrase that is sought at the beginning of a longer label
BEGINNING = 93.0
GRAM = 3
MOST_MORE = 1  # letters on the line more or fewer: beyond it a word was added, and the label means something else
LEAST_SHARED = 0.3  # of the phrase's grams; a letter wrong in the middle costs three of them


@dataclass(frozen=True, slots=True)
class Likeness:
    """A phrase that the label resembles, 0 to 1."""

    phrase: Phrase
    score: float


class FuzzyBook:
    """The phrases that are long enough to be recognised misspelt."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._phrases = tuple(p for p in phrases if p.use is not Use.NONE and len(p.folded) >= LEAST_LENGTH)
        self._grams: dict[str, list[int]] = defaultdict(list)
        self._needed: list[float] = []
        for number, phrase in enumerate(self._phrases):
            grams = _grams(phrase.folded)
            self._needed.append(len(grams) * LEAST_SHARED)
            for gram in grams:
                self._grams[gram].append(number)
        self._bare = tuple((bare(p.folded), p) for p in self._phrases)
        self._bare_index: dict[str, list[tuple[str, Phrase]]] = defaultdict(list)
        self._bare_wholes: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in phrases:
            if phrase.use not in {Use.NONE, Use.NEAR} and len(letters := bare(phrase.folded)) >= LEAST_WHOLE_BARE:
                self._bare_wholes[letters].append(phrase)
        for letters, phrase in self._bare:
            if len(letters) >= LEAST_BARE and phrase.use is not Use.EXACT:
                self._bare_index[letters[:GRAM]].append((letters, phrase))

    def likenesses(self, label: Label, kind: LabelKind) -> Iterator[Likeness]:
        """The phrases that a whole part of the label resembles, and those it holds but for their marks."""
        for text in _names(label):
            for phrase in self.candidates(text):
                if phrase.may_stand(label, kind) and (score := likeness(text, phrase)) >= THRESHOLD:
                    yield Likeness(phrase, score / 100)
        for part in label.parts:
            for phrase in self._bare_wholes.get(label.folded[part.start : part.end], ()):
                if phrase.may_stand(label, kind) and bare(label.folded) == label.folded:
                    yield Likeness(phrase, THRESHOLD / 100)
        yield from self._without_marks(label, kind)

    def candidates(self, text: str) -> Iterator[Phrase]:
        """Those phrases that share enough of their letter groups with the text to be worth measuring."""
        shared = Counter(number for gram in _grams(text) for number in self._grams.get(gram, ()))
        return (self._phrases[number] for number, count in shared.items() if count >= self._needed[number])

    def everything(self) -> tuple[Phrase, ...]:
        """All phrases that take part, for measuring what the choice of candidates costs."""
        return self._phrases

    def _without_marks(self, label: Label, kind: LabelKind) -> Iterator[Likeness]:
        letters, places = bare(label.folded), unmarked(label.folded)
        for at in range(len(letters) - GRAM + 1):
            for wanted, phrase in self._bare_index.get(letters[at : at + GRAM], ()):
                if letters[at - 1 : at] in LEADING or not letters.startswith(wanted, at):
                    continue
                if label.seams.cut_by(places[at], places[at + len(wanted) - 1] + 1):
                    continue
                if phrase.may_stand(label, kind):
                    if phrase.use is Use.STARTS and at > len(bare(label.folded[: label.start])):
                        continue
                    yield Likeness(phrase, THRESHOLD / 100)


def likeness(text: str, phrase: Phrase) -> float:
    """0 to 100, of the phrase and the whole text, or the text's beginning where the phrase may begin a longer one."""
    if text[0] != phrase.folded[0] or _numbers_differ(text, phrase.folded):
        return 0
    length = len(phrase.folded)
    more = abs(_on_line(text) - _on_line(phrase.folded))
    whole = ratio(text, phrase.folded, score_cutoff=THRESHOLD) if more <= MOST_MORE else 0
    if whole or phrase.use is Use.EXACT or length < LEAST_BEGINNING or len(text) <= length:
        return whole
    if text.startswith(phrase.folded):  # not misspelt: the label goes on within a word
        return 0
    return max(ratio(text[:end], phrase.folded, score_cutoff=BEGINNING) for end in (length - 1, length, length + 1))


def _numbers_differ(text: str, wanted: str) -> bool:
    """Section 7 is never a misspelt section 11."""
    numbers = _NUMBER.findall(wanted)
    return bool(numbers) and numbers != _NUMBER.findall(text)[: len(numbers)]


_NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=8192)
def _on_line(text: str) -> int:
    return len(bare(text))


def _names(label: Label) -> set[str]:
    parts = {label.folded[part.start : part.end] for part in label.parts}
    return {text for text in parts if len(text) >= LEAST_LENGTH}


def _grams(text: str) -> set[str]:
    return {text[at : at + GRAM] for at in range(len(text) - GRAM + 1)}
