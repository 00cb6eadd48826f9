"""Frozen dataclasses as JSON bytes and back: for the store, and for children that read hostile files.

Values only, never pickles. A field that holds its default is left out, so a default of a stored type is never
changed. Which class stands where a union allows several is told by the keys. Knows no type by itself: an `Album` is
told the names that the annotations of its types use.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import re
import types
import typing
from collections.abc import Sequence
from datetime import date, datetime, time
from enum import Enum
from typing import Any

if typing.TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Read = typing.Callable[[Any], Any]

_SURROGATES = re.compile(r"[\ud800-\udfff]")  # no UTF-8 carries them


def to_bytes(record: object) -> bytes:
    """A record, or a sequence of records, as JSON in UTF-8; equal records give equal bytes."""
    text = json.dumps(record, default=_plain, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("", text).encode()


class Album:
    """Reads records back; `names` are those that annotations use and the modules themselves do not hold."""

    def __init__(self, names: Mapping[str, Any]) -> None:
        self.names = {"date": date, "datetime": datetime, "time": time, "Sequence": Sequence, **names}
        self._reader = functools.cache(self._make)

    def from_bytes(self, kind: Any, message: bytes) -> Any:
        """The record of the type `kind`: a dataclass, a union of them, or `tuple[X, ...]`.

        Raises:
            ValueError: the bytes hold anything else.
        """
        read = self._reader(kind)
        try:
            plain = json.loads(message)
            return plain if read is None else read(plain)
        except (KeyError, TypeError, AttributeError, RecursionError) as exc:
            raise ValueError(f"not a {getattr(kind, '__name__', kind)}: {exc!r}") from exc

    def _make(self, hint: Any) -> Read | None:
        """A function from what JSON holds to the value; None where the two are the same."""
        origin, inner = typing.get_origin(hint), typing.get_args(hint)
        if origin in (types.UnionType, typing.Union):
            return self._union(inner)
        if origin is tuple:
            return self._tuple(inner)
        if origin is Sequence:
            return self._tuple((*inner, ...))
        if dataclasses.is_dataclass(hint):
            return self._record(hint)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return {member.value: member for member in hint}.__getitem__
        return hint.fromisoformat if hint in (date, datetime, time) else None

    def _record(self, kind: Any) -> Read:
        hints = typing.get_type_hints(kind, localns=self.names)
        readers = {name: self._reader(hints[name]) for name, _ in _parts(kind)}

        def read(plain: Any) -> Any:
            told = {}
            for name, value in plain.items():
                inner = readers[name]
                told[name] = value if inner is None else inner(value)
            return kind(**told)

        return read

    def _tuple(self, inner: tuple[Any, ...]) -> Read:
        readers = tuple(map(self._reader, inner[:1] if inner[1:] == (...,) else inner))
        if inner[1:] != (...,):
            return lambda plain: tuple(
                each if read is None else read(each) for read, each in zip(readers, plain, strict=True)
            )
        first = readers[0]
        return tuple if first is None else lambda plain: tuple(map(first, plain))

    def _union(self, inner: tuple[Any, ...]) -> Read | None:
        records: list[Any] = [each for each in inner if dataclasses.is_dataclass(each)]
        if not records:
            read = next(filter(None, map(self._reader, inner)), None)
            return None if read is None else lambda plain: None if plain is None else read(plain)
        known = [(_wanted(each), _names(each), self._reader(each)) for each in records]
        known.sort(key=lambda entry: -len(entry[0]))

        def choose(plain: Any) -> Any:
            if plain is None:
                return None
            keys = plain.keys()
            fits: Callable[[Any], Any] | None = next(
                (read for wanted, names, read in known if wanted <= keys <= names), None
            )
            if fits is None:
                raise KeyError(*sorted(keys))
            return fits(plain)

        return choose


@functools.cache
def _parts(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Names of the fields with their defaults."""
    return tuple(
        (each.name, each.default if each.default_factory is dataclasses.MISSING else each.default_factory())
        for each in dataclasses.fields(kind)
    )


def _names(kind: Any) -> frozenset[str]:
    return frozenset(name for name, _ in _parts(kind))


def _wanted(kind: Any) -> frozenset[str]:
    return frozenset(name for name, default in _parts(kind) if default is dataclasses.MISSING)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return _differing(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Sequence):
        return list(value)
    raise TypeError(type(value))


def _differing(record: Any) -> dict[str, Any]:
    """The fields that do not hold their default."""
    pairs = ((name, getattr(record, name), default) for name, default in _parts(record.__class__))
    return {name: told for name, told, default in pairs if told != default}
