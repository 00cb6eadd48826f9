"""RELIABILITY 5 and 6: content codings, bounded and to a proper end."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

import pytest

from auditor.crawl.decoding import Body, gunzip
from auditor.crawl.gauge import RefusedAnswer
from auditor.facts import Why

TEXT = "แผนการใช้จ่ายงบประมาณ ".encode() * 500
MIB = 1024 * 1024


def raw_deflate(data: bytes) -> bytes:
    stream = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return stream.compress(data) + stream.flush()


def decoded(data: bytes, *codings: str, step: int = 7, limit: int = MIB) -> bytes:
    body = Body(codings, wire_limit=MIB, limit=limit)
    for start in range(0, len(data), step):
        body.feed(data[start : start + step])
    return body.finish()


@pytest.mark.parametrize("step", [1, 7, 4096, MIB])
@pytest.mark.parametrize(
    ("data", "codings"),
    [
        pytest.param(TEXT, (), id="plain"),
        pytest.param(TEXT, ("identity",), id="identity"),
        pytest.param(gzip.compress(TEXT), ("gzip",), id="gzip"),
        pytest.param(gzip.compress(TEXT), ("x-gzip",), id="x-gzip"),
        pytest.param(zlib.compress(TEXT), ("deflate",), id="deflate"),
        pytest.param(raw_deflate(TEXT), ("deflate",), id="raw-deflate"),
        pytest.param(gzip.compress(zlib.compress(TEXT)), ("deflate", "gzip"), id="two-layers"),
        pytest.param(gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:]), ("gzip",), id="two-members"),
        pytest.param(gzip.compress(TEXT) + b"\0" * 99, ("gzip",), id="zero-padding"),
        pytest.param(gzip.compress(TEXT) + b"<!-- cached -->", ("gzip",), id="trailing-garbage"),
    ],
)
def test_a_whole_body_is_decoded_however_it_is_cut_into_pieces(
    data: bytes, codings: tuple[str, ...], step: int
) -> None:
    """RELIABILITY 5."""
    assert decoded(data, *codings, step=step) == TEXT


def test_an_empty_body_needs_no_compressed_stream() -> None:
    assert decoded(b"", "gzip") == b""


@pytest.mark.parametrize(
    ("data", "codings", "why"),
    [
        pytest.param(gzip.compress(TEXT)[:-1], ("gzip",), Why.TRUNCATED, id="gzip-without-its-end"),
        pytest.param(gzip.compress(TEXT)[:-8], ("gzip",), Why.TRUNCATED, id="gzip-without-checksum"),
        pytest.param(b"\x1f", ("gzip",), Why.TRUNCATED, id="one-byte"),
        pytest.param(zlib.compress(TEXT)[:-1], ("deflate",), Why.TRUNCATED, id="deflate-without-its-end"),
        pytest.param(raw_deflate(TEXT)[:-1], ("deflate",), Why.TRUNCATED, id="raw-deflate-without-its-end"),
        pytest.param(gzip.compress(zlib.compress(TEXT)[:-1]), ("deflate", "gzip"), Why.TRUNCATED, id="inner-end"),
        pytest.param(b"<html>not gzip</html>", ("gzip",), Why.ENCODING, id="not-gzip-at-all"),
        pytest.param(gzip.compress(TEXT)[:-8] + b"\0" * 8, ("gzip",), Why.ENCODING, id="wrong-checksum"),
        pytest.param(TEXT, ("br",), Why.ENCODING, id="brotli"),
        pytest.param(TEXT, ("zstd",), Why.ENCODING, id="zstd"),
        pytest.param(TEXT, ("gzip, x",), Why.ENCODING, id="nonsense"),
        pytest.param(TEXT, ("gzip", "gzip", "gzip"), Why.ENCODING, id="three-layers"),
    ],
)
def test_a_broken_or_unknown_coding_is_never_a_page(data: bytes, codings: tuple[str, ...], why: Why) -> None:
    """RELIABILITY 5 and 6."""
    with pytest.raises(RefusedAnswer) as refused:
        decoded(data, *codings)
    assert refused.value.why is why


def test_a_bomb_is_refused_before_it_fills_memory() -> None:
    """RELIABILITY 5: one chunk never gives more than the limit, in two layers neither."""
    bomb = gzip.compress(gzip.compress(b"\0" * (256 * MIB), compresslevel=9))
    body = Body(("gzip", "gzip"), wire_limit=MIB, limit=4 * MIB)
    tracemalloc.start()
    with pytest.raises(RefusedAnswer) as refused:
        body.feed(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused.value.why is Why.TOO_LARGE
    assert peak < 16 * MIB


def test_a_bomb_hidden_in_an_inner_header_is_refused() -> None:
    """RELIABILITY 5: the outer layer is bounded too, although the inner one gives nothing."""
    endless_name = b"\x1f\x8b\x08\x08" + b"\0" * 6 + b"a" * (8 * MIB)
    body = Body(("gzip", "gzip"), wire_limit=MIB, limit=4 * MIB)
    with pytest.raises(RefusedAnswer) as refused:
        body.feed(gzip.compress(endless_name))
    assert refused.value.why is Why.TOO_LARGE


def test_what_may_be_cut_is_cut_at_the_limit() -> None:
    body = Body(("gzip",), wire_limit=MIB, limit=100, cut=True)
    body.feed(gzip.compress(TEXT))
    assert body.full
    assert body.finish() == TEXT[:100]


def test_a_gzip_file_is_opened_within_a_limit() -> None:
    assert gunzip(gzip.compress(TEXT), MIB) == TEXT
    with pytest.raises(RefusedAnswer):
        gunzip(gzip.compress(TEXT), 100)
