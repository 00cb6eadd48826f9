"""ZIP archives: listed, never opened."""

from __future__ import annotations

import io
import zipfile

import pytest

from auditor.config import DocumentLimits
from auditor.extract.readers import read_document
from auditor.facts import Document, DocumentState
from auditor.thai.filenames import file_name_of

LIMITS = DocumentLimits()


def zipped(*names: bytes, flags: int = 0) -> bytes:
    """An archive whose names are these bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for number, name in enumerate(names):
            file.writestr(_placeholder(number, name), b"")
    body = stream.getvalue()
    for number, name in enumerate(names):
        body = body.replace(_placeholder(number, name).encode(), name)
    return body.replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00" + flags.to_bytes(2, "little")
    )


def _placeholder(number: int, name: bytes) -> str:
    return chr(ord("A") + number) * len(name)


def listed(body: bytes) -> Document:
    return read_document("zip", body, LIMITS)


@pytest.mark.parametrize(
    ("name", "flags", "shown"),
    [
        pytest.param("แผนปฏิบัติราชการ 2567.pdf".encode(), 0x800, "แผนปฏิบัติราชการ 2567.pdf", id="utf-8"),
        pytest.param("แผนปฏิบัติราชการ 2567.pdf".encode(), 0, "แผนปฏิบัติราชการ 2567.pdf", id="utf-8-unmarked"),
        pytest.param("แผนปฏิบัติราชการ.pdf".encode("cp874"), 0, "แผนปฏิบัติราชการ.pdf", id="windows-874"),
        pytest.param("résumé.pdf".encode("cp437"), 0, "résumé.pdf", id="ms-dos"),
        pytest.param(b"plan\\2567\\a.pdf", 0, "plan/2567/a.pdf", id="backslashes"),
        pytest.param(b"../../etc/passwd", 0, "../../etc/passwd", id="a-name-is-only-a-name"),
    ],
)
def test_names_of_an_archive(name: bytes, flags: int, shown: str) -> None:
    found = listed(zipped(name, flags=flags))
    assert (found.text, found.detail) == ((shown,), "an archive of 1 files")


def test_what_is_in_an_archive_is_not_read_and_that_is_said() -> None:
    found = listed(zipped(b"first.pdf", b"folder/", b"second.pdf"))
    assert (found.state, found.text) == (DocumentState.UNSUPPORTED, ("first.pdf\nsecond.pdf",))


def test_an_archive_that_asks_for_a_password() -> None:
    assert listed(zipped(b"first.pdf", b"second.pdf", flags=1)).state is DocumentState.ENCRYPTED


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"\xa1\xd1\xd1\xd1\xd1", b"\xe8\xa1"])
def test_bytes_that_spell_no_thai_are_read_as_ms_dos_wrote_them(raw: bytes) -> None:
    assert file_name_of(raw) == raw.decode("cp437")
