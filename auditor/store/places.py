"""The numbers of a run's resources: the order in which they were met, and where they were met before, that of then.

Which of several answers comes first is chance; nothing may be judged otherwise for it from one night to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.store.earlier import EarlierRun


class Places:
    """Gives every address its number; the start page, which is met first, has number 0."""

    def __init__(self, start: bytes | None, taken: Iterable[int], earlier: EarlierRun | None) -> None:
        """`start`: the digest of the start page's key, if it has its number; `taken`: numbers given out before."""
        self._start, self._taken = start, bytearray()
        self._then: Mapping[bytes, int] = {} if earlier is None else earlier.places
        self._settled = False
        for number in taken:
            self._take(number)

    def give(self, key: bytes) -> int:
        """A number for a new address."""
        if not self._settled:
            self._settle(key)
        number = self._then.get(key)
        if number is None or self._is_taken(number):
            number = self._next
            self._next += 1
        self._take(number)
        return number

    def _is_taken(self, number: int) -> bool:
        return number < len(self._taken) and bool(self._taken[number])

    def _take(self, number: int) -> None:
        self._taken.extend(bytes(max(0, number + 1 - len(self._taken))))
        self._taken[number] = 1

    def _settle(self, key: bytes) -> None:
        """The order of then is of use only where the start page is still the same."""
        if self._then.get(self._start or key) != 0:
            self._then = {}
        self._next = max(1 + max(self._then.values(), default=-1), len(self._taken))
        self._settled = True
