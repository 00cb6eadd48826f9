"""Content codings undone step by step (RELIABILITY_RULES 5 and 6): bounded, at most two layers, to a proper end.

Only gzip and deflate are known, because only they are offered.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

from auditor.crawl.gauge import RefusedAnswer
from auditor.facts import Why

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEP = 64 * 1024  # bytes that one step may give at most
_LAYERS = 2
_MAGIC = b"\x1f\x8b"
_GZIP_BITS = 16 + zlib.MAX_WBITS
_KNOWN = frozenset({"gzip", "x-gzip", "deflate"})


class Inflater:
    """One layer of gzip or deflate, which gives at most `limit` bytes in all."""

    def __init__(self, coding: str, limit: int) -> None:
        self._gzip = coding != "deflate"
        self._limit = limit
        self._given = 0
        self._waiting = b""
        self._stream: zlib._Decompress | None = None
        self._members = 0
        self._over = False  # what follows is no part of the stream and is ignored, as browsers do

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What `data` decodes to, in bounded pieces; raises RefusedAnswer."""
        self._waiting += data
        more = True
        while not self._over and (self._waiting or more) and (self._stream or self._open()):
            piece = self._step()
            more = len(piece) == _STEP  # zlib may hold back output although it took all input
            if piece:
                yield piece

    def finish(self) -> None:
        """Demand the proper end; a body without a single byte is an empty one."""
        if self._stream or (self._waiting and not self._over and not self._members):
            raise RefusedAnswer(Why.TRUNCATED, "the compressed stream has no end")

    def _open(self) -> bool:
        """Begin a member if its first bytes are there; a gzip file may have several."""
        if len(self._waiting) < len(_MAGIC):
            return False
        if self._members and not (self._gzip and self._waiting.startswith(_MAGIC)):
            self._over = True
            return False
        self._stream = zlib.decompressobj(_GZIP_BITS if self._gzip else _deflate_bits(self._waiting))
        self._members += 1
        return True

    def _step(self) -> bytes:
        stream = self._stream
        if stream is None:
            return b""
        try:
            piece = stream.decompress(self._waiting, _STEP)
        except zlib.error as error:
            raise RefusedAnswer(Why.ENCODING, f"broken compressed stream: {error}") from None
        self._given += len(piece)
        if self._given > self._limit:
            raise RefusedAnswer(Why.TOO_LARGE, f"more than {self._limit} bytes when decoded")
        self._waiting = stream.unused_data if stream.eof else stream.unconsumed_tail
        if stream.eof:
            self._stream = None
        return piece


class Body:
    """Collects a decoded body of at most `limit` bytes; with `cut` the rest is left off instead of refused."""

    def __init__(self, codings: tuple[str, ...], *, wire_limit: int, limit: int, cut: bool = False) -> None:
        """`codings` as Content-Encoding lists them, the last applied last; raises RefusedAnswer for one unknown."""
        most = limit + _STEP if cut else limit  # what is to be cut must first come out
        self._layers = [Inflater(coding, most) for coding in reversed(checked_codings(codings))]
        self._limit = limit if self._layers else wire_limit
        self._cut = cut
        self._parts = io.BytesIO()  # hands its bytes out without copying them
        self.full = False  # cut: no more is wanted

    @property
    def size(self) -> int:
        """Decoded bytes so far."""
        return self._parts.tell()

    def feed(self, data: bytes) -> None:
        """Take bytes from the wire; raises RefusedAnswer."""
        for piece in _through(self._layers, data):
            room = self._limit - self.size
            if len(piece) > room:
                if not self._cut:
                    raise RefusedAnswer(Why.TOO_LARGE, f"more than {self._limit} bytes")
                self._parts.write(piece[:room])
                self.full = True
                return
            self._parts.write(piece)

    def finish(self) -> bytes:
        """The whole body; raises RefusedAnswer if a compressed stream lacks its end."""
        for layer in () if self.full else self._layers:
            layer.finish()
        return self._parts.getvalue()


def checked_codings(codings: tuple[str, ...]) -> tuple[str, ...]:
    """The codings that change something; raises RefusedAnswer for one that was not offered or too many."""
    real = tuple(coding for coding in codings if coding not in {"", "identity", "none"})
    for coding in real:
        if coding not in _KNOWN:
            raise RefusedAnswer(Why.ENCODING, f"content coding {coding[:40]!r} was not offered")
    if len(real) > _LAYERS:
        raise RefusedAnswer(Why.ENCODING, f"more than {_LAYERS} content codings")
    return real


def gunzip(data: bytes, limit: int) -> bytes:
    """Decode a gzip file (such as a `sitemap.xml.gz`) of at most `limit` decoded bytes; raises RefusedAnswer."""
    body = Body(("gzip",), wire_limit=len(data), limit=limit)
    body.feed(data)
    return body.finish()


def _through(layers: list[Inflater], data: bytes) -> Iterator[bytes]:
    """Pass bytes through the layers, outermost first, holding one step's worth at a time."""
    if not layers:
        yield data
        return
    for piece in layers[0].feed(data):
        yield from _through(layers[1:], piece)


def _deflate_bits(start: bytes) -> int:
    """`deflate` is a zlib stream by RFC 9110, but some servers send a raw one (RFC 1950 2.2)."""
    is_zlib = start[0] & 0x0F == zlib.DEFLATED and int.from_bytes(start[:2], "big") % 31 == 0
    return zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS
