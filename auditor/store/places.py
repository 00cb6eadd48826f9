"""The numbers of a run's resources: the order in which they were met, and where they were met before, that of then.

Which of several answers comes first is chance; nothing may be judged otherwise for it from one night to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.store.earlier import EarlierRun


class Places:
    """Gives every address its number; the start page, which is met first, has number 0."""

    def __init__(self, given: dict[bytes, int], earlier: EarlierRun | None) -> None:
        """`given`: numbers that the run has given out already, by digest of the canonical URL."""
        self._given, self._taken = given, set(given.values())
        self._then = {} if earlier is None else dict(earlier.places)
        self._settled = False

    def of(self, key: bytes) -> int | None:
        """The number that an address has."""
        return self._given.get(key)

    def give(self, key: bytes) -> int:
        """A number for a new address."""
        if not self._settled:
            self._settle(key)
        number = self._then.get(key)
        if number is None or number in self._taken:
            number = self._next
            self._next += 1
        self._given[key] = number
        self._taken.add(number)
        return number

    def _settle(self, key: bytes) -> None:
        """The order of then is of use only where the start page is still the same."""
        first = next((given for given, number in self._given.items() if number == 0), key)
        if self._then.get(first) != 0:
            self._then = {}
        self._next = 1 + max((*self._then.values(), *self._taken), default=-1)
        self._settled = True
