"""Pictures: how large they are, by their first bytes."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from auditor.extract.pictures import read_picture
from auditor.facts import DocumentState


def drawn(kind: str, size: tuple[int, int], **options: bool) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(stream, kind, **options)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        pytest.param("png", drawn("png", (640, 480)), id="png"),
        pytest.param("gif", drawn("gif", (640, 480)), id="gif"),
        pytest.param("jpg", drawn("jpeg", (640, 480)), id="jpg"),
        pytest.param("jpg", drawn("jpeg", (640, 480), progressive=True), id="progressive-jpg"),
        pytest.param("webp", drawn("webp", (640, 480)), id="webp"),
        pytest.param("webp", drawn("webp", (640, 480), lossless=True), id="lossless-webp"),
    ],
)
def test_the_size_of_a_picture(kind: str, body: bytes) -> None:
    found = read_picture(kind, body)
    assert (found.kind, found.state, found.width, found.height) == (kind, DocumentState.OK, 640, 480)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        pytest.param("png", b"\x89PNG", id="cut-png"),
        pytest.param("gif", b"GIF89a", id="cut-gif"),
        pytest.param("jpg", b"\xff\xd8" + b"\xff" * 1000, id="fill"),
        pytest.param("jpg", b"\xff\xd8" + b"\xff\xe0\x00\x00" * 5000, id="segments-of-no-length"),
        pytest.param("jpg", b"\xff\xd8" + b"\xff\xd0" * 5000, id="marks-without-end"),
        pytest.param("png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\xff" * 8, id="beyond-all-screens"),
        pytest.param("gif", b"GIF89a\x00\x00\x00\x00", id="nothing-wide"),
        pytest.param("webp", b"RIFF\x00\x00\x00\x00WEBPVP8X", id="cut-webp"),
        pytest.param("tif", b"II*\x00" + b"\x01" * 40, id="a-kind-whose-head-is-not-read"),
    ],
)
def test_a_picture_without_a_size_is_still_a_picture(kind: str, body: bytes) -> None:
    found = read_picture(kind, body)
    assert (found.state, found.width, found.height) == (DocumentState.OK, None, None)
