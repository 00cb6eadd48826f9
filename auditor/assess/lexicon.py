"""The rulebook's vocabulary, folded once and asked often."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.thai.text import fold

if TYPE_CHECKING:
    from auditor.rules import Vocabulary

LINE = 600
_fold_line = lru_cache(maxsize=4_096)(fold)
_fold_text = lru_cache(maxsize=32)(fold)
"""Lines come again on other pages; long texts only while one is asked about word by word."""


def folded(text: str) -> str:
    """`thai.text.fold`, remembered."""
    return _fold_line(text) if len(text) <= LINE else _fold_text(text)


class Lexicon:
    """Named lists of words, and whether a text holds one of them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._lists = {
            name: tuple((fold(word), word) for word in words if fold(word)) for name, words in vocabulary.lists
        }
        self._tables = {
            name: tuple((code, tuple(map(fold, words))) for code, words in rows) for name, rows in vocabulary.tables
        }

    def found(self, name: str, text: str) -> tuple[str, ...]:
        """The words of list `name` that `text` holds, in the list's order and spelling.

        Raises:
            KeyError: no list has this name.
        """
        inside = folded(text)
        return tuple(word for key, word in self._lists[name] if key in inside)

    def holds(self, name: str, text: str) -> bool:
        """Does `text` hold any word of the list?"""
        inside = folded(text)
        return any(key in inside for key, _ in self._lists[name])

    def starts(self, name: str, text: str) -> bool:
        """Does `text` begin with any word of the list?"""
        inside = folded(text)
        return any(inside.startswith(key) for key, _ in self._lists[name])

    def equals(self, name: str, text: str) -> bool:
        """Is `text` one of the list's words and nothing else?"""
        whole = folded(text)
        return any(key == whole for key, _ in self._lists[name])

    def codes(self, name: str, text: str, *, whole: bool = False) -> frozenset[str]:
        """The codes of table `name` of which `text` holds a spelling, or (`whole`) is one.

        Raises:
            KeyError: no table has this name.
        """
        inside = folded(text)
        return frozenset(
            code
            for code, keys in self._tables[name]
            if any(key == inside if whole else key in inside for key in keys)
        )

    def has(self, name: str) -> bool:
        """Is there a list of this name?"""
        return name in self._lists

    def words(self, name: str) -> tuple[str, ...]:
        """The list in its own spelling."""
        return tuple(word for _, word in self._lists[name])
