"""Which of very many values were met, at some twelve bytes each: where a set would hold every value whole."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable

_BITS = (1 << 64) - 1
_SPREAD = 0x9E3779B97F4A7C15  # odd, so that neighbours lie far apart (Knuth's multiplicative hashing)
_SHIFT = 32
_FIRST_SIZE = 1024  # slots; always a power of two
_FULL = 0.7  # share of the slots from which there are too few


class Marks:
    """Knows values of one type by 64 bits of their hash.

    That any two of a million texts are taken for one is less likely than one in ten million.
    """

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * _FIRST_SIZE))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __contains__(self, value: Hashable) -> bool:
        mark = _mark(value)
        return self._slots[self._place(mark)] == mark

    def add(self, value: Hashable) -> bool:
        """Take a value in; False if it was met before."""
        mark = _mark(value)
        at = self._place(mark)
        if self._slots[at] == mark:
            return False
        self._slots[at] = mark
        self._count += 1
        if self._count > len(self._slots) * _FULL:
            self._grow()
        return True

    def _place(self, mark: int) -> int:
        """Where it stands, or else the free slot in which it would."""
        slots, mask = self._slots, len(self._slots) - 1
        at = (mark >> _SHIFT) & mask
        while (there := slots[at]) and there != mark:
            at = (at + 1) & mask
        return at

    def _grow(self) -> None:
        old, self._slots = self._slots, array("Q", bytes(16 * len(self._slots)))
        for mark in old:
            if mark:
                self._slots[self._place(mark)] = mark


def _mark(value: Hashable) -> int:
    """64 bits that are never 0, which stands for a free slot."""
    return (hash(value) * _SPREAD) & _BITS or 1
