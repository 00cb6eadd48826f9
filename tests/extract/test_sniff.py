"""What a body is, by its bytes."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile

import pytest

from auditor.extract.sniff import is_locked_office, sniff
from tests.shared_data import conformance


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, b"application/vnd.oasis.opendocument.text" if name == "mimetype" else b"x")
    return buffer.getvalue()


def packed(kind: str, member: bytes) -> bytes:
    """An archive that holds a file as it is."""
    buffer = io.BytesIO()
    if kind == "tar":
        with tarfile.open(fileobj=buffer, mode="w") as archive:
            entry = tarfile.TarInfo("a.pdf")
            entry.size = len(member)
            archive.addfile(entry, io.BytesIO(member))
        return buffer.getvalue()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.pdf", member)
    return buffer.getvalue()


def ole(*streams: str, made_by: str = "") -> bytes:
    """A compound file; `made_by`: the class of its root, whose entry begins behind the first sector."""
    root = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(30, b"\0") + b"\x09"
    root = root.ljust(512 + 80, b"\0") + bytes.fromhex(made_by or "00" * 16)
    return root + b"".join((stream + "\0").encode("utf-16-le") for stream in streams) + b"\0" * 100


WORD, EXCEL, POWERPOINT = (
    "06090200 0000 0000 C000 000000000046",
    "20080200 0000 0000 C000 000000000046",
    "108D8164 9B4F CF11 86EA 00AA00B929E8",
)


@pytest.mark.parametrize(
    ("body", "declared", "kind"),
    [
        pytest.param(b"", "application/pdf", None, id="no-bytes"),
        pytest.param(b"%PDF-1.7\n", None, "pdf", id="pdf"),
        pytest.param(b"\r\n\r\n%PDF-1.4", None, "pdf", id="pdf-after-blanks"),
        pytest.param(b"MZ garbage %PDF-1.4", None, "pdf", id="pdf-after-rubbish"),
        pytest.param(b"Rar!\x1a\x07\x01\x00 a.pdf %PDF-1.4", "application/pdf", "rar", id="pdf-stored-in-rar"),
        pytest.param(packed("zip", b"%PDF-1.4"), "application/pdf", "zip", id="pdf-stored-in-zip"),
        pytest.param(packed("tar", b"%PDF-1.4"), "application/pdf", "tar", id="pdf-stored-in-tar"),
        pytest.param(b"<!DOCTYPE html><p>%PDF-1.4</p>", "application/pdf", "html", id="html-that-names-pdf"),
        pytest.param("<html><body>ไม่พบหน้า".encode(), "application/pdf", "html", id="html-as-pdf"),
        pytest.param(b"\xef\xbb\xbf\n<!-- x --><p>a", None, "html", id="html-after-comment"),
        pytest.param(b'<?xml version="1.0"?><!DOCTYPE html><html>', None, "html", id="xhtml"),
        pytest.param("\ufeff<html><body>".encode("utf-16-le"), None, "html", id="html-utf-16"),
        pytest.param(b"hello <b>x</b>", "text/html", "html", id="html-by-claim"),
        pytest.param(b"plain words", "text/html", "txt", id="text-as-html"),
        pytest.param(b'<?xml version="1.0"?><rss>', None, "xml", id="xml"),
        pytest.param(b'<?xml version="1.0"?><svg xmlns="x">', None, "svg", id="svg"),
        pytest.param(b'{"a": 1}', "text/html", "json", id="json"),
        pytest.param(b"a,b\n1,2\n3,4\n", None, "csv", id="csv"),
        pytest.param(b"a,b", "text/csv; charset=utf-8", "csv", id="csv-by-claim"),
        pytest.param(b"User-agent: *\nDisallow:\n", None, "txt", id="txt"),
        pytest.param(b"{\\rtf1\\ansi", "application/msword", "rtf", id="rtf-as-doc"),
        pytest.param(b"\xff\xd8\xff\xe0", "application/pdf", "jpg", id="jpg-as-pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n", None, "png", id="png"),
        pytest.param(b"RIFF\x00\x00\x00\x00WEBPVP8", None, "webp", id="webp"),
        pytest.param(b"\x00\x00\x00\x18ftypmp42", None, "mp4", id="mp4"),
        pytest.param(b"MZ\x90\x00", "application/pdf", "exe", id="exe"),
        pytest.param(zipped("[Content_Types].xml", "word/document.xml"), None, "docx", id="docx"),
        pytest.param(
            zipped("_rels/.rels", "docProps/app.xml", "xl/workbook.xml", "[Content_Types].xml"),
            None,
            "xlsx",
            id="xlsx",
        ),
        pytest.param(zipped("[Content_Types].xml", "ppt/presentation.xml"), None, "pptx", id="pptx"),
        pytest.param(zipped("mimetype", "content.xml"), None, "odt", id="odt"),
        pytest.param(zipped("แผน.pdf"), "application/pdf", "zip", id="zip"),
        pytest.param(ole("WordDocument"), None, "doc", id="doc"),
        pytest.param(ole("Workbook"), "application/msword", "xls", id="xls-as-doc"),
        pytest.param(ole("PowerPoint Document"), None, "ppt", id="ppt"),
        pytest.param(ole("WordDocument", "Workbook", made_by=WORD), None, "doc", id="doc-with-a-sheet-in-it"),
        pytest.param(ole("WordDocument", "Workbook", made_by=EXCEL), None, "xls", id="xls-with-a-text-in-it"),
        pytest.param(ole("Workbook", "PowerPoint Document", made_by=POWERPOINT), None, "ppt", id="ppt-with-a-sheet"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None, "ole", id="compound-file-cut-off"),
        pytest.param(ole("EncryptedPackage"), "x/แผน.xlsx", "xlsx", id="locked"),
        pytest.param(bytes(range(256)), "application/pdf", None, id="noise"),
        pytest.param(b"\xa1\xc3\xd0\xb7\xc3\xc7\xa7", None, "txt", id="thai-text"),
    ],
)
def test_kinds_are_told_by_bytes_not_by_claims(body: bytes, declared: str | None, kind: str | None) -> None:
    assert sniff(body, declared) == kind


def test_a_locked_office_file_is_known() -> None:
    assert is_locked_office(ole("EncryptedPackage"))
    assert not is_locked_office(ole("WordDocument"))


# Files whose name says something else than their bytes, on purpose.
ODD = {"testODTnotaZipFile.odt": "txt"}


def test_the_kinds_of_tikas_files_are_those_of_their_names() -> None:
    root = conformance("office-tika")
    wrong = {}
    for entry in json.loads((root / "MANIFEST.json").read_text()):
        name = entry["file"].rpartition("/")[2]
        found = sniff((root / entry["file"]).read_bytes(), name)
        expected = ODD.get(name, name.rpartition(".")[2])
        if found != expected:
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize("suite", ["pdf-pdfjs", "pdf-safedocs", "pdf-verapdf", "pdf-pypdf-samples"])
def test_damaged_pdfs_are_still_pdfs(suite: str) -> None:
    files = sorted((conformance(suite) / "files").rglob("*.pdf"))
    assert [path.name for path in files if sniff(path.read_bytes()) != "pdf"] == []
