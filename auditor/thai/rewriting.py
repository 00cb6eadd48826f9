"""Rewriting a text step by step without losing where each letter came from.

Knows nothing of Thai: the steps are given. Every reader that must quote the original exactly works on a `Traced`
copy and turns its offsets back.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Step:
    """One rewriting: every match of the pattern is replaced by what `to` makes of it."""

    pattern: re.Pattern[str]
    to: Callable[[re.Match[str]], str] | str
    hint: str = ""  # letters that every match holds: a text without them is passed over at a tenth of the cost

    def replacement(self, match: re.Match[str]) -> str:
        """What takes the place of one match."""
        if not isinstance(self.to, str):
            return self.to(match)
        return match.expand(self.to) if "\\" in self.to else self.to  # the template would be parsed for each match


@dataclass(frozen=True, slots=True)
class Traced:
    """A rewritten text; letter i stands for `original[starts[i]:ends[i]]`."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of a non-empty stretch of the rewritten text."""
        return self.starts[start], self.ends[end - 1]


def rewrite(steps: Iterable[Step], text: str) -> str:
    """The text after all steps, in order."""
    for step in steps:
        if step.hint in text:
            text = step.pattern.sub(step.to, text)
    return text


def untouched(text: str) -> Traced:
    """A text as its own copy."""
    return Traced(text, range(len(text)), range(1, len(text) + 1))


def trace(steps: Iterable[Step], traced: Traced) -> Traced:
    """The same as `rewrite`, with the origin of every letter carried along."""
    for step in steps:
        if step.hint in traced.text:
            traced = _apply(step, traced)
    return traced


def _apply(step: Step, old: Traced) -> Traced:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in step.pattern.finditer(old.text):
        new = step.replacement(match)
        if new == match[0]:
            continue
        first, last = match.span()
        pieces += (old.text[done:first], new)
        starts += old.starts[done:first]
        ends += old.ends[done:first]
        done = last
        if len(new) == last - first:  # letter for letter
            starts += old.starts[first:last]
            ends += old.ends[first:last]
        elif new:
            # A pattern may be empty-wide; then the new letters stand for nothing, between two old ones.
            start = old.starts[first] if first < len(old.text) else _end(old)
            starts += repeat(start, len(new))
            ends += repeat(old.ends[last - 1] if last > first else start, len(new))
    if not pieces:
        return old
    pieces.append(old.text[done:])
    starts += old.starts[done:]
    ends += old.ends[done:]
    return Traced("".join(pieces), starts, ends)


def _end(old: Traced) -> int:
    return old.ends[-1] if old.text else 0
