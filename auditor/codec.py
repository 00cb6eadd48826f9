"""Text files to frozen types: TOML in, dataclasses out, every complaint at once.

The home of pydantic. It knows types and nothing of what they mean: whether an id exists or a threshold makes sense
is said by whoever owns the type (`rulebook`, `config`). TOML is validated as JSON in strict mode, so arrays become
tuples and strings dates, but `"3"` is no number. An unknown key is a mistake at every depth, whether or not the
type says so. Limits of size and depth are those of RELIABILITY_RULES 24.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import math
import re
import tomllib
import types
import typing
from datetime import date, datetime, time
from difflib import get_close_matches
from enum import Enum
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from auditor.errors import Complaint, ComplaintsError

if typing.TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")
KeyPath = tuple[str | int, ...]

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 16

# tomllib's time grows with the square of a dotted key's length.
KEY_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+"""
LONG_KEY = re.compile(rf"(?<![\w-])(?:{KEY_PART}\.[ \t]*+){{{MAX_DEPTH}}}", re.ASCII)

KINDS = (
    (bool, "true or false"),
    (str, "text in quotes"),
    (int, "a whole number"),
    (float, "a number"),
    (list, "a list in [ ]"),
    (dict, "a table"),
)

WANTED = {
    "string_type": "text in quotes",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list in [ ]",
    "dict_type": "a table",
    "dataclass_type": "a table with keys and values",
    "date_type": "a date as 2024-01-31",
    "date_parsing": "a date as 2024-01-31",
    "date_from_datetime_parsing": "a date as 2024-01-31",
    "date_from_datetime_inexact": "a date as 2024-01-31",
    "path_type": "a path in quotes",
}


def read_text(path: Path, *, most: int = MAX_BYTES) -> str:
    """The text of a file that a person gave us: UTF-8, with or without byte order mark, at most `most` bytes.

    Raises:
        ComplaintsError: it is absent, too large or not UTF-8.
    """
    raw = read_bytes(path, most=most)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        line = raw.count(b"\n", 0, exc.start) + 1
        raise _error(path, f"line {line}", "is not UTF-8", "save the file as UTF-8") from exc


def read_bytes(path: Path, *, most: int) -> bytes:
    """What a file holds that a person gave us, at most `most` bytes; a pipe, which might never end, is no file.

    Raises:
        ComplaintsError: it is absent, no file, or too large.
    """
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise _error(path, "", "is no file but a pipe or a device", "save it as a file")
        with path.open("rb") as stream:
            raw = stream.read(most + 1)
    except OSError as exc:
        raise _error(path, "", f"cannot be read: {exc.strerror or exc}") from exc
    if len(raw) > most:
        raise _too_large(path, most)
    return raw


def decode_toml(text: str, kind: type[T], file: str, error: type[ComplaintsError]) -> T:
    """Turn TOML text into a value of the dataclass `kind`.

    Args:
        text: The whole file.
        kind: A dataclass; nested dataclasses, tuples, enums, dates, paths and `dict[str, …]` are understood.
        file: The name that complaints carry.
        error: The class to raise, such as `errors.ConfigError`.

    Raises:
        ComplaintsError: as the class `error`, with every mistake at once: key path (`site[1].url`, counted from 0),
            what is wrong, the values allowed, and the nearest known key or value.
    """
    value, complaints = examine_toml(text, kind, file)
    if complaints or value is None:
        raise error(complaints)
    return value


def examine_toml(text: str, kind: type[T], file: str) -> tuple[T | None, tuple[Complaint, ...]]:
    """Every mistake of a TOML text, and what can be made of the rest.

    Wrong and missing values are replaced by empty ones of their type, so that whoever owns the type can go on to
    check names and references in the same file. None: nothing can be made of it. With a complaint, the value is for
    finding more complaints and nothing else.
    """
    try:
        data = _parse(text, file)
    except ComplaintsError as exc:
        return None, exc.complaints
    complaints = [*_without_infinities(data, file), *_unknown(data, kind, (), file)]
    for _ in range(3):  # an empty value put in can be refused in turn
        try:
            value = _adapter(cast("Any", kind)).validate_json(json.dumps(data, default=_isoformat), strict=True)
        except ValidationError as exc:
            complaints += _complaints(exc, data, file)
            _mend(exc, data, kind)
        else:
            return value, tuple(complaints)
    return None, tuple(complaints)


def decode_json(text: str | bytes, kind: type[T], file: str, error: type[ComplaintsError]) -> T:
    """Turn JSON that a program of ours wrote into a value of the dataclass `kind`.

    Keys that no field has are passed over, since later versions add some.

    Raises:
        ComplaintsError: as the class `error`, with every mistake at once, as `decode_toml`.
    """
    try:
        data = json.loads(text)
        if not isinstance(data, dict):
            raise error((Complaint(file=file, where="", problem="is no JSON object"),))
        return cast("T", _adapter(cast("Any", kind)).validate_json(text, strict=True))
    except ValidationError as exc:
        raise error(tuple(_complaints(exc, data, file))) from exc
    except (ValueError, RecursionError) as exc:
        raise error((Complaint(file=file, where="", problem=f"is not JSON: {exc}"),)) from exc


def json_schema(kind: type[Any]) -> str:
    """The JSON Schema of a dataclass, as text: what `decode_toml` accepts, keys unknown to it refused."""
    schema = _adapter(cast("Any", kind)).json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        if "properties" in part:
            part["additionalProperties"] = False
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def nearest(word: str, known: typing.Iterable[str]) -> str:
    """«did you mean …?» with the known word closest to `word`; empty if none is close."""
    found = get_close_matches(word, tuple(known), n=1, cutoff=0.6)
    return f'did you mean "{found[0]}"?' if found else ""


def key_path(path: KeyPath) -> str:
    """A place in a file as people read it: `requirement[3].title.th`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{_quoted(step)}" for step in path)
    return "".join(steps).removeprefix(".")


@functools.cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)  # 15 ms for rule files, of which there are many


def _parse(text: str, file: str) -> dict[str, Any]:
    """The tables of a TOML text, within the limits; otherwise raises one complaint with its line."""
    if len(text) > MAX_BYTES:
        raise _too_large(file)
    if long_key := LONG_KEY.search(text):
        raise _too_deep(file, f"line {text.count(chr(10), 0, long_key.start()) + 1}")
    try:
        data = tomllib.loads(text)
    except RecursionError as exc:
        raise _too_deep(file, "") from exc
    except ValueError as exc:  # TOMLDecodeError, and int() on a number of thousands of digits
        problem, where = _syntax(str(exc))
        raise _error(file, where, problem) from exc
    _check_depth(data, file)
    return data


def _syntax(message: str) -> tuple[str, str]:
    """Problem and line of tomllib's message «… (at line 3, column 5)»."""
    problem, _, place = message.partition(" (at ")
    line = re.match(r"line \d+, column \d+", place)
    return f"is not TOML: {problem[:200]}", line[0] if line else "end of the file" if place else ""


def _check_depth(data: dict[str, Any], file: str) -> None:
    """Refuse what is nested too deep; without recursion."""
    todo: list[tuple[KeyPath, Any]] = [((), data)]
    while todo:
        path, value = todo.pop()
        if len(path) > MAX_DEPTH:
            raise _too_deep(file, key_path(path[:4]))
        todo.extend(((*path, step), inner) for step, inner in _inside(value))


def _without_infinities(data: dict[str, Any], file: str) -> typing.Iterator[Complaint]:
    """Put 0 in the place of numbers that JSON cannot carry, and say so of each."""
    todo: list[tuple[KeyPath, Any]] = [((), data)]
    while todo:
        path, parent = todo.pop()
        for step, value in list(_inside(parent)):
            if isinstance(value, float) and not math.isfinite(value):
                parent[step] = 0.0
                yield Complaint(file=file, where=key_path((*path, step)), problem="must be a finite number")
            todo.append(((*path, step), value))


def _inside(value: Any) -> typing.Iterable[tuple[str | int, Any]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def _unknown(value: Any, kind: Any, path: KeyPath, file: str) -> typing.Iterator[Complaint]:
    """A complaint for each key that no field has, at every depth."""
    if isinstance(value, dict) and (record := _alternative(kind, dataclasses.is_dataclass)):
        known = dict(_hints(record))
        for key, inner in value.items():
            if key in known:
                yield from _unknown(inner, known[key], (*path, key), file)
            else:
                mend = nearest(key, known) or "known here: " + ", ".join(known)
                yield Complaint(file=file, where=key_path((*path, key)), problem="is not a known key", mend=mend)
    elif isinstance(value, dict | list):
        wanted = dict if isinstance(value, dict) else tuple
        if items := _alternative(kind, lambda part: typing.get_origin(part) is wanted):
            inner_kind = typing.get_args(items)[1 if wanted is dict else 0]
            for step, inner in _inside(value):
                yield from _unknown(inner, inner_kind, (*path, step), file)


def _alternative(kind: Any, fits: typing.Callable[[Any], bool]) -> Any:
    """The part of `kind` (itself, or of a union such as `X | None`) that fits; None if there is none."""
    union = typing.get_origin(kind) in (types.UnionType, typing.Union)
    return next(filter(fits, typing.get_args(kind) if union else (kind,)), None)


@functools.cache
def _hints(record: Any) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(record)
    return tuple((_spelling(record, field.name), hints[field.name]) for field in dataclasses.fields(record))


def _spelling(record: Any, name: str) -> str:
    """How the file spells a field: as the type does, unless the type names a function that spells it."""
    spell = getattr(record, "__pydantic_config__", {}).get("alias_generator", str)
    return str(spell(name))


def _mend(exc: ValidationError, data: dict[str, Any], kind: Any) -> None:
    """Put an empty value of its type wherever pydantic found a wrong one or none."""
    for detail in exc.errors(include_url=False):
        *way, last = _known_path(detail["loc"], data)
        here: Any = data
        hint: Any = kind
        for step in way:
            hint = _inner(hint, here, step)
            here = here[step]
        if detail["type"] == "unexpected_keyword_argument":
            here.pop(last, None)
        else:
            here[last] = _empty(_inner(hint, here, last))


def _inner(hint: Any, value: Any, step: str | int) -> Any:
    """The type of what stands at `step` in a value of type `hint`."""
    if isinstance(value, dict) and (record := _alternative(hint, dataclasses.is_dataclass)):
        return dict(_hints(record)).get(str(step), Any)
    items = _alternative(hint, lambda part: typing.get_origin(part) in {dict, tuple})
    return typing.get_args(items)[1 if isinstance(value, dict) else 0] if items else Any


def _empty(hint: Any) -> Any:
    """What JSON has for an empty value of a type."""
    if _alternative(hint, lambda part: part is types.NoneType):
        return None
    record: Any = hint if dataclasses.is_dataclass(hint) else None
    if record:
        return {
            key: _empty(inner)
            for (key, inner), field in zip(_hints(record), dataclasses.fields(record), strict=True)
            if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        }
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint)).value
    if hint is date:
        return date.min.isoformat()
    origin = typing.get_origin(hint)
    return [] if origin is tuple else {} if origin is dict else hint() if hint in {str, int, float, bool} else ""


def _complaints(exc: ValidationError, data: dict[str, Any], file: str) -> typing.Iterator[Complaint]:
    for detail in exc.errors(include_url=False):
        if detail["type"] == "unexpected_keyword_argument":
            continue  # `_unknown` says it better
        path = _known_path(detail["loc"], data)
        problem, mend = _explain(detail["type"], detail["msg"], detail["input"], detail.get("ctx", {}))
        owner = _owner(path, data)
        yield Complaint(
            file=file, where=key_path(path), problem=problem + (f', in "{owner}"' if owner else ""), mend=mend
        )


def _known_path(loc: KeyPath, data: dict[str, Any]) -> KeyPath:
    """The steps of `loc` that stand in the file; pydantic adds names of union members, which do not."""
    path: list[str | int] = []
    here: Any = data
    for number, step in enumerate(loc):
        inside = dict(_inside(here))
        if step in inside or number == len(loc) - 1:
            path.append(step)
            here = inside.get(step)
    return tuple(path)


def _explain(code: str, message: str, found: Any, context: dict[str, Any]) -> tuple[str, str]:
    """Problem and mend in plain words."""
    if code == "missing":
        return "is missing", ""
    if code in {"enum", "literal_error"}:
        allowed = re.findall(r"'([^']*)'", context.get("expected", ""))
        listed = "one of: " + ", ".join(allowed)
        return f"{_shown(found)} is not allowed", "; ".join(filter(None, (nearest(str(found), allowed), listed)))
    if code in WANTED:
        return f"must be {WANTED[code]}, not {_kind_of(found)}", ""
    return message[:1].lower() + message[1:] + f", got {_shown(found)}", ""


def _kind_of(found: Any) -> str:
    return next((name for kind, name in KINDS if isinstance(found, kind)), _shown(found))


def _shown(found: Any) -> str:
    text = json.dumps(found, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "…"  # noqa: PLR2004  (a line on a terminal)


def _owner(path: KeyPath, data: dict[str, Any]) -> str:
    """The id of the innermost table of a list around `path`: «requirement[40]» alone is hard to find."""
    owner = ""
    here: Any = data
    for step in path:
        here = dict(_inside(here)).get(step)
        if isinstance(step, int) and isinstance(here, dict) and isinstance(here.get("id"), str):
            owner = here["id"]
    return owner


def _isoformat(value: Any) -> str:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    raise TypeError(type(value))


def _quoted(step: str) -> str:
    return step if re.fullmatch(r"[\w-]+", step) else json.dumps(step, ensure_ascii=False)


def _too_deep(file: str, where: str) -> ComplaintsError:
    return _error(file, where, f"is nested deeper than {MAX_DEPTH} levels")


def _too_large(file: Path | str, most: int = MAX_BYTES) -> ComplaintsError:
    return _error(file, "", f"is larger than {most} bytes", "split it into several files")


def _error(file: Path | str, where: str, problem: str, mend: str = "") -> ComplaintsError:
    return ComplaintsError((Complaint(file=str(file), where=where, problem=problem, mend=mend),))
