"""A long list of records that takes little memory: packed in portions, of which one at a time is open."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

V = TypeVar("V")

SHORT = 2_000
"""Records up to which a list is kept as a plain tuple."""

_PORTION = 100  # records
_LEVEL = 1  # of zlib; more costs more time than it saves memory


def listed(records: Iterable[V], short: int = SHORT) -> Sequence[V]:
    """The records in their order: a tuple, or a `LongList` if they are more than `short`."""
    waiting = iter(records)
    first = tuple(islice(waiting, short + 1))
    return first if len(first) <= short else LongList(chain(first, waiting))


class LongList(Sequence[V]):
    """Records that are never changed. What is read again equals what was put in, but is another object."""

    def __init__(self, records: Iterable[V]) -> None:
        waiting = iter(records)
        self._portions: list[bytes] = []
        self._count = 0
        while portion := tuple(islice(waiting, _PORTION)):
            self._portions.append(zlib.compress(pickle.dumps(portion), _LEVEL))
            self._count += len(portion)
        self._open: tuple[int, tuple[V, ...]] = (-1, ())

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[V]:
        return chain.from_iterable(map(_unpacked, self._portions))

    @overload
    def __getitem__(self, place: int) -> V: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[V, ...]: ...

    def __getitem__(self, place: int | slice) -> V | tuple[V, ...]:
        if isinstance(place, slice):
            return tuple(self._at(number) for number in range(*place.indices(self._count)))
        number = place + self._count if place < 0 else place
        if not 0 <= number < self._count:
            raise IndexError(place)
        return self._at(number)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash((self._count, *self._portions[:1]))

    def __repr__(self) -> str:
        return f"<{self._count} records>"

    def _at(self, number: int) -> V:
        at, place = divmod(number, _PORTION)
        if self._open[0] != at:
            self._open = (at, _unpacked(self._portions[at]))
        return self._open[1][place]


def _unpacked(portion: bytes) -> Any:
    return pickle.loads(zlib.decompress(portion))  # noqa: S301 - packed by ourselves, and never written down
