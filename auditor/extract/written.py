"""What a script within a page writes into it, as far as that is strings joined by `+`: read, never run.

Knows assignments of strings to names, `document.write(…)` and `….innerHTML = …`. Whatever else takes part in a string
makes all of it unknown. One pass over the tokens of a script that is cut to size; nothing grows beyond a limit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 20_000  # letters of a script that are looked at
_LONGEST_STRING = 2_000  # letters of a string that is known
_MOST_WRITTEN = 10_000  # letters in all
_NAMES = 200  # that are remembered

_WRITES = re.compile(r"document\s*+\.\s*+write|\.\s*+innerHTML")
_TOKEN = re.compile(
    r"""(?P<blank>\s++|//[^\n]*+|/\*.*?(?:\*/|\Z)|<!--|-->)"""
    r"""|(?P<text>'(?:[^'\\\n]++|\\.)*+'|"(?:[^"\\\n]++|\\.)*+")"""
    r"""|(?P<open>'(?:[^'\\\n]++|\\.)*+|"(?:[^"\\\n]++|\\.)*+)"""  # a string without its end, as a whole
    r"""|(?P<name>\.?[A-Za-z_$][\w$]*+(?:\s*+\.\s*+[A-Za-z_$][\w$]*+)*+)"""
    r"""|(?P<sign>[=!]=++|\+=|.)""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "\n": ""}
_SURROGATES = range(0xD800, 0xE000)
_CALLS = frozenset(("document.write", "document.writeln"))
_FILLED = ".innerHTML"
_ENDS = frozenset((";", ")", ",", "}", ""))  # what may follow a whole value, beside the next statement


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # text, open, name or sign; "" after the last one
    word: str


@dataclass(slots=True)
class _Script:
    """A script being read: its tokens, two empty ones after them, and the strings that names stand for."""

    tokens: list[_Token]
    at: int = 0
    known: dict[str, str] = field(default_factory=dict)


def written_by(script: str) -> str:
    """The markup that a script writes, of those pieces that are known; "" for none."""
    script = script[:_LONGEST]
    if not _WRITES.search(script):
        return ""
    return "".join(_pieces(_Script([*_tokens(script), _Token("", ""), _Token("", "")])))[:_MOST_WRITTEN]


def plain(text: str) -> str:
    """The text of a string without its quotes, whose letters may be spelt as escapes."""
    return _ESCAPE.sub(_unescaped, text)


def _tokens(script: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(script):
        kind = found.lastgroup or ""
        if kind == "name":
            yield _Token(kind, "".join(found[0].split()))
        elif kind != "blank":
            yield _Token(kind, found[0])


def _pieces(script: _Script) -> Iterator[str]:
    while (token := script.tokens[script.at]).kind:
        sign = script.tokens[script.at + 1].word
        script.at += 1
        if token.kind != "name":
            continue
        if sign == "(" and token.word in _CALLS:
            yield from _arguments(script)
        elif sign in {"=", "+="}:
            script.at += 1
            value = _value(script)
            if token.word.endswith(_FILLED):
                yield value or ""
            else:
                _assign(script.known, token.word, value, adds=sign == "+=")


def _arguments(script: _Script) -> Iterator[str]:
    """The known values of a call, from its bracket on."""
    sign = "("
    while sign in {"(", ","}:
        script.at += 1
        yield _value(script) or ""
        sign = script.tokens[script.at].word


def _assign(known: dict[str, str], name: str, value: str | None, *, adds: bool) -> None:
    before = known.pop(name, None) if adds else ""
    if value is None or before is None or len(before) + len(value) > _LONGEST_STRING:
        known.pop(name, None)
    elif name in known or len(known) < _NAMES:
        known[name] = before + value


def _value(script: _Script) -> str | None:
    """The strings from here on that are joined by `+`; None if one of them is unknown."""
    parts: list[str] = []
    letters = 0
    while (part := _operand(script)) is not None and (letters := letters + len(part)) <= _LONGEST_STRING:
        parts.append(part)
        following = script.tokens[script.at]
        if following.word != "+":
            whole = following.word in _ENDS or (following.kind == "name" and not following.word.startswith("."))
            return "".join(parts) if whole else None
        script.at += 1
    return None


def _operand(script: _Script) -> str | None:
    token = script.tokens[script.at]
    if token.kind == "text":
        value: str | None = plain(token.word[1:-1])
    else:
        value = script.known.get(token.word) if token.kind == "name" else None
    script.at += value is not None
    return value


def _unescaped(found: re.Match[str]) -> str:
    if not (digits := found[1] or found[2]):
        return _ESCAPED.get(found[3], found[3])
    code = int(digits, 16)
    return "\ufffd" if code in _SURROGATES else chr(code)
