"""How large a picture is, from its first bytes; the picture itself is not unpacked."""

from __future__ import annotations

import struct

from auditor.facts import Document, DocumentState

PICTURES = frozenset(("jpg", "png", "gif", "webp", "svg", "bmp", "tif", "ico", "heic", "avif"))
_SIDE = 65_535 * 4
_MOST_SEGMENTS = 2_000
_VP8X_HEAD = 30
_START_OF_FRAME = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))  # markers without a length

Size = tuple[int, int]


def read_picture(kind: str, body: bytes) -> Document:
    """A picture's width and height in pixels, where its kind is one whose head we know."""
    try:
        size = _size(kind, body)
    except (struct.error, IndexError):
        size = None
    known = size is not None and all(0 < side <= _SIDE for side in size)
    width, height = size if size is not None and known else (None, None)
    return Document(kind=kind, state=DocumentState.OK, width=width, height=height)


def _size(kind: str, body: bytes) -> Size | None:
    if kind == "png" and body[12:16] == b"IHDR":
        width, height = struct.unpack_from(">II", body, 16)
        return width, height
    if kind == "gif":
        width, height = struct.unpack_from("<HH", body, 6)
        return width, height
    if kind == "jpg":
        return _jpeg(body)
    return _webp(body) if kind == "webp" else None


def _jpeg(body: bytes) -> Size | None:
    at = 2
    for _ in range(_MOST_SEGMENTS):
        while body[at] == 0xFF and body[at + 1] == 0xFF:  # noqa: PLR2004 - fill bytes
            at += 1
        if body[at] != 0xFF:  # noqa: PLR2004
            return None
        marker = body[at + 1]
        if marker in _START_OF_FRAME:
            height, width = struct.unpack_from(">HH", body, at + 5)
            return width, height
        at += 2 if marker in _ALONE else 2 + struct.unpack_from(">H", body, at + 2)[0]
    return None


def _webp(body: bytes) -> Size | None:
    form = body[12:16]
    if form == b"VP8X" and len(body) >= _VP8X_HEAD:
        return 1 + int.from_bytes(body[24:27], "little"), 1 + int.from_bytes(body[27:30], "little")
    if form == b"VP8L":
        (bits,) = struct.unpack_from("<I", body, 21)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if form == b"VP8 ":
        width, height = struct.unpack_from("<HH", body, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None
