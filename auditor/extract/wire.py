"""Messages between us and the child that reads something hostile: values only, never pickles."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from auditor.facts import Document, Page
from auditor.facts.album import FACTS

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def read_fact(message: bytes) -> Page | Document:
    """The fact that a child sent. Raises ValueError for anything else."""
    fact: Page | Document = FACTS.from_bytes(Page | Document, message)
    return fact
