"""Words of several vocabulary lists in a text, so that each part of it counts for one word, the longest first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.assess.lexicon import folded
from auditor.marks import Marks
from auditor.thai.text import fold

if TYPE_CHECKING:
    from auditor.assess.lexicon import Lexicon

_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A word, where it comes from, and its folded form as a word that stands free."""

    key: str
    word: str
    name: str
    pattern: re.Pattern[str]


class Phrases:
    """Looks for the words of these lists; lines without any, of which most are met again, are passed over at once."""

    def __init__(self, lexicon: Lexicon, *names: str) -> None:
        pairs = {fold(word): (word, name) for name in names for word in lexicon.words(name)}
        made = (_Phrase(key, word, name, _free(key)) for key, (word, name) in pairs.items() if key)
        self._phrases = sorted(made, key=lambda phrase: -len(phrase.key))
        self._without = Marks()

    def found(self, text: str) -> tuple[tuple[str, str], ...]:
        """Each word once, as (list, word)."""
        inside = folded(text)
        if inside in self._without:
            return ()
        whole, found = inside, list[tuple[str, str]]()
        for phrase in self._phrases:
            if phrase.key in inside and phrase.pattern.search(inside):
                found.append((phrase.name, phrase.word))
                inside = phrase.pattern.sub("\x00", inside)
        if not found and len(self._without) < _REMEMBERED:
            self._without.add(whole)
        return tuple(found)


def _free(key: str) -> re.Pattern[str]:
    """The folded word: ASCII letters stand free, but that digits may follow them; Thai and others run on."""
    before = "(?<![0-9a-z])" if re.match("[0-9a-z]", key) else ""
    after = "(?![0-9])" if key[-1].isdigit() else "(?![a-z])" if re.match("[a-z]", key[-1]) else ""
    return re.compile(before + re.escape(key) + after)
