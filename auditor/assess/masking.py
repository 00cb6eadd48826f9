"""No ID number of a person leaves a judgement: every text of an audit, masked in one place.

Facts keep what the site said, since they are what is judged; whatever is taken from them into an audit passes here,
so that no report, message or stored audit can show it. Addresses stay as they are: a masked one would lead nowhere.
Records of a `LongList` pass one by one where the list is made, since it is not opened again for this.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from auditor.thai.national_ids import masked

T = TypeVar("T")


def without_ids(record: T) -> T:
    """The record with every text in it masked, however deep; the same record where there is nothing to mask."""
    found: T = _masked(record)
    return found


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        return value if type(value) is not str or _is_address(value) else masked(value)
    if isinstance(value, tuple):
        inner = tuple(map(_masked, value))
        return value if all(new is old for new, old in zip(inner, value, strict=True)) else inner
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {
        each.name: new for each in fields(value) if (new := _masked(old := getattr(value, each.name))) is not old
    }
    return replace(value, **changed) if changed else value


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://")) and not any(map(str.isspace, text))
