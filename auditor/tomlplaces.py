"""On which line each key of a TOML text stands: tomllib, which reads the values, does not say.

A reading of its own that knows how values begin and end and nothing of what they are. What it finds must be the very
keys that tomllib finds; else it says nothing, since a wrong line is worse than none.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from auditor.codec import key_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.codec import KeyPath

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*+")
_KEY = re.compile(r"""[ \t]*+([A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')[ \t]*+""")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'",
    re.DOTALL,
)
_SCALAR = re.compile(r"[^\s,\]}#=\[{\"'][^\n,\]}#]*+")
_LAST_STEP = re.compile(r'(?:(?:^|\.)(?:[\w-]+|"(?:[^"\\]|\\.)*")|\[\d+\])$')


class Places:
    """The lines of the keys of a text."""

    def __init__(self, text: str) -> None:
        """Read it; a text that is no TOML has no lines."""
        try:
            found = _Reading(text).lines()
            self._lines = {key_path(path): line for path, line in found.items()}
            if found.keys() != set(_paths(tomllib.loads(text))):
                self._lines = {}
        except (_LostError, ValueError, RecursionError):
            self._lines = {}

    def line(self, where: str) -> int | None:
        """The line of a key path as complaints name it; of a key that is missing, that of its table."""
        while where:
            if where in self._lines:
                return self._lines[where]
            shorter = _LAST_STEP.sub("", where)
            if shorter == where:
                return None
            where = shorter
        return None


def _paths(data: dict[str, Any]) -> Iterator[KeyPath]:
    """The paths of all values; without recursion."""
    todo: list[tuple[KeyPath, Any]] = [((), data)]
    while todo:
        path, value = todo.pop()
        if path:
            yield path
        if isinstance(value, dict):
            todo.extend(((*path, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            todo.extend(((*path, number), inner) for number, inner in enumerate(value))


class _LostError(Exception):
    """Something stands there that this reading does not know."""


class _Reading:
    """The way through a text."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._breaks = [found.start() for found in re.finditer("\n", text)]
        self._found: dict[KeyPath, int] = {}
        self._tables: dict[KeyPath, int] = {}  # how many tables of a list there are

    def lines(self) -> dict[KeyPath, int]:
        """The line of each key, and of each value in a list."""
        table: KeyPath = ()
        while self._next():
            if self._text.startswith("[", self._at):
                table = self._header()
            else:
                self._pair(table)
        return self._found

    def _next(self) -> str:
        """The sign after blanks, line breaks and remarks; "" at the end."""
        found = _BLANK.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._text[self._at : self._at + 1]

    def _take(self, sign: str) -> bool:
        if self._text.startswith(sign, self._at):
            self._at += len(sign)
            return True
        return False

    def _must_take(self, sign: str) -> None:
        if not self._take(sign):
            raise _LostError

    def _note(self, path: KeyPath) -> None:
        """Every key on the way stands here, unless it stood somewhere before."""
        line = bisect_left(self._breaks, self._at) + 1
        for length in range(1, len(path) + 1):
            self._found.setdefault(path[:length], line)

    def _header(self) -> KeyPath:
        several = self._take("[[")
        if not several:
            self._must_take("[")
        *way, last = self._keys()
        path: KeyPath = ()
        for step in way:
            path = self._inside((*path, step))
        path = (*path, last)
        if several:
            self._tables[path] = self._tables.get(path, 0) + 1
        path = self._inside(path)
        self._note(path)
        self._must_take("]]" if several else "]")
        return path

    def _inside(self, path: KeyPath) -> KeyPath:
        """The last table of a list of tables; else the path itself."""
        return (*path, self._tables[path] - 1) if path in self._tables else path

    def _pair(self, table: KeyPath) -> None:
        start = self._at
        path = (*table, *self._keys())
        end, self._at = self._at, start
        self._note(path)
        self._at = end
        self._must_take("=")
        self._value(path)

    def _keys(self) -> list[str]:
        keys = []
        while found := _KEY.match(self._text, self._at):
            self._at = found.end()
            keys.append(_spelled(found[1]))
            if not self._take("."):
                return keys
        raise _LostError

    def _value(self, path: KeyPath) -> None:
        first = self._next()
        if first == "[":
            self._list(path)
        elif first == "{":
            self._inline_table(path)
        elif found := _STRING.match(self._text, self._at) or _SCALAR.match(self._text, self._at):
            self._at = found.end()
        else:
            raise _LostError

    def _list(self, path: KeyPath) -> None:
        self._must_take("[")
        number = 0
        while self._next() != "]":
            self._note((*path, number))
            self._value((*path, number))
            number += 1
            self._next()
            if not self._take(","):
                break
        self._next()
        self._must_take("]")

    def _inline_table(self, path: KeyPath) -> None:
        self._must_take("{")
        while self._next() != "}":
            self._pair(path)
            self._next()
            if not self._take(","):
                break
        self._must_take("}")


def _spelled(key: str) -> str:
    """A key without its quotes and escapes."""
    return next(iter(tomllib.loads(f"{key} = 0"))) if key[:1] in {'"', "'"} else key
