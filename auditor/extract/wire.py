"""Facts as JSON and back, between us and the child that read something hostile: values only, never pickles."""

from __future__ import annotations

import json
import struct
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import TYPE_CHECKING, Any

from auditor.facts import (
    Block,
    BlockKind,
    Charset,
    DateSeen,
    DateSource,
    Document,
    DocumentState,
    Form,
    Image,
    LabelSource,
    Link,
    Page,
    Region,
)
from auditor.thai.dates import DateRole, DateSpan, Precision

if TYPE_CHECKING:
    from collections.abc import Iterable

Plain = dict[str, Any]


_PICTURE = struct.Struct(">IQ")  # its page, from 1, and its size


def pack_pictures(pictures: Iterable[tuple[int, bytes]]) -> bytes:
    """Pictures of pages, each with its page number, as one message."""
    return b"".join(_PICTURE.pack(number, len(picture)) + picture for number, picture in pictures)


def unpack_pictures(message: bytes) -> tuple[tuple[int, bytes], ...]:
    """The pictures in a message. Raises ValueError for anything else."""
    pictures, at = [], 0
    while at < len(message):
        if len(message) < at + _PICTURE.size:
            raise ValueError("not pictures")
        number, size = _PICTURE.unpack_from(message, at)
        at += _PICTURE.size + size
        if at > len(message):
            raise ValueError("not pictures")
        pictures.append((number, message[at - size : at]))
    return tuple(pictures)


def to_bytes(fact: Page | Document) -> bytes:
    """A fact as JSON, valid UTF-8 whatever letters it holds."""
    plain = {"type": type(fact).__name__, "value": _plain(fact)}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def from_bytes(message: bytes) -> Page | Document:
    """The fact a child sent. Raises ValueError for anything else."""
    try:
        plain = json.loads(message)
        value = plain["value"]
        return _page(value) if plain["type"] == "Page" else _document(value)
    except (KeyError, TypeError, AttributeError, RecursionError) as exc:
        raise ValueError(f"not a fact: {exc!r}") from exc


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, (date, time)) else value


def _page(value: Plain) -> Page:
    lists = {
        "charset": Charset(**value["charset"]),
        "blocks": tuple(map(_block, value["blocks"])),
        "links": tuple(map(_link, value["links"])),
        "images": tuple(Image(**_with_region(image)) for image in value["images"]),
        "forms": tuple(map(_form, value["forms"])),
        "dates": tuple(map(_date_seen, value["dates"])),
        "meta": tuple((name, content) for name, content in value["meta"]),
        "scripts": tuple(value["scripts"]),
    }
    return Page(**{**value, **lists})


def _document(value: Plain) -> Document:
    changed = {
        "state": DocumentState(value["state"]),
        "created": _moment(value["created"]),
        "modified": _moment(value["modified"]),
        "text": tuple(value["text"]),
        "ocr": tuple(value["ocr"]),
        "dates": tuple(map(_date_seen, value["dates"])),
    }
    return Document(**{**value, **changed})


def _with_region(value: Plain) -> Plain:
    return {**value, "region": Region(value["region"])}


def _block(value: Plain) -> Block:
    lists = {
        "kind": BlockKind(value["kind"]),
        "cells": tuple(value["cells"]),
        "heads": tuple(value["heads"]),
        "over": tuple((head, words) for head, words in value["over"]),
    }
    return Block(**{**_with_region(value), **lists})


def _link(value: Plain) -> Link:
    return Link(**{**_with_region(value), "source": LabelSource(value["source"]), "path": tuple(value["path"])})


def _form(value: Plain) -> Form:
    return Form(**{**_with_region(value), "fields": tuple(value["fields"]), "labels": tuple(value["labels"])})


def _date_seen(value: Plain) -> DateSeen:
    return DateSeen(**{**value, "span": _span(value["span"]), "source": DateSource(value["source"])})


def _span(value: Plain) -> DateSpan:
    changed = {
        "first": date.fromisoformat(value["first"]) if value["first"] else None,
        "last": date.fromisoformat(value["last"]) if value["last"] else None,
        "precision": Precision(value["precision"]),
        "role": DateRole(value["role"]),
        "time": time.fromisoformat(value["time"]) if value["time"] else None,
    }
    return DateSpan(**{**value, **changed})


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
