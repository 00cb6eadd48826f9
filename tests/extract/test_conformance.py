"""RELIABILITY_RULES 13: files of public test suites, each read in a child: all end in a state, most with words.

PDF suites say what another program made of each file; where we differ, the reason stands here.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from auditor.config import DocumentLimits
from auditor.extract import Worker
from auditor.extract.kinds import READ_IN_CHILD
from auditor.extract.sniff import is_locked_office, sniff
from auditor.facts import Document, DocumentState
from tests.shared_data import REPOSITORY, conformance

if TYPE_CHECKING:
    from pathlib import Path

LIMITS = DocumentLimits()
SAMPLES = REPOSITORY / "tests" / "data" / "office"
PDF_SUITES = ["pdf-pdfjs", "pdf-safedocs", "pdf-verapdf", "pdf-pypdf-samples"]
ENDS = {DocumentState.OK, DocumentState.DAMAGED, DocumentState.ENCRYPTED}

# What PDFium makes of a file where poppler, by the manifests, makes something else.
DIFFERENT = {
    "issue15893_reduced.pdf": "encrypted in a way that PDFium takes for one with a password",
    "issue18986.pdf": "poppler gives it up; PDFium shows a page",
    "poppler-395-0-fuzzed.pdf": "poppler fails; PDFium takes the noise for a password",
    "poppler-67295-0.pdf": "poppler fails; PDFium reads it",
    "poppler-91414-0-53.pdf": "poppler fails; PDFium reads it",
    "poppler-742-0-fuzzed.pdf": "poppler shows an empty page; PDFium gives it up",
    "pr6531_2.pdf": "poppler reads what the owner forbids; PDFium asks for the password",
}


def manifest(suite: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads((conformance(suite) / "MANIFEST.json").read_text(encoding="utf-8"))
    return listed


async def read_all(paths: list[Path]) -> dict[str, Document]:
    """What a worker makes of each document, by file name; kinds without a reader are left out."""
    found = {}
    async with Worker(LIMITS) as worker:
        for path in paths:
            body = path.read_bytes()
            kind = sniff(body, path.name)
            if kind in READ_IN_CHILD and not is_locked_office(body):
                found[path.name] = await worker.read(kind, body)
    return found


@pytest.mark.parametrize("suite", PDF_SUITES)
async def test_every_pdf_ends_as_it_does_elsewhere_or_the_difference_is_explained(suite: str) -> None:
    listed = {entry["file"].rpartition("/")[2]: entry["poppler"] for entry in manifest(suite)}
    found = await read_all([conformance(suite) / "files" / name for name in listed])
    assert found.keys() == listed.keys()
    wrong = {}
    for name, document in found.items():
        assert document.state in ENDS, name
        assert "".join(document.text).encode("utf-8") is not None
        locked = document.state is DocumentState.ENCRYPTED
        if (document.pages, locked) != (listed[name]["pages"], listed[name]["encrypted"]):
            wrong[name] = (document.state, document.pages, listed[name])
    assert {name: why for name, why in wrong.items() if name not in DIFFERENT} == {}


@pytest.mark.parametrize("suite", PDF_SUITES)
async def test_a_pdf_with_words_elsewhere_has_words_here(suite: str) -> None:
    wordy = [entry["file"] for entry in manifest(suite) if (entry["poppler"]["text_chars"] or 0) > 30]
    found = await read_all([conformance(suite) / name for name in wordy])
    silent = [name for name, document in found.items() if not any(map(str.strip, document.text))]
    assert [name for name in silent if name not in DIFFERENT] == []


async def test_every_office_file_of_the_suite_ends_in_a_state() -> None:
    listed = [conformance("office-tika") / entry["file"] for entry in manifest("office-tika")]
    found = await read_all(listed)
    assert len(found) >= 40
    told = {DocumentState.OK, DocumentState.UNSUPPORTED, DocumentState.ENCRYPTED}
    assert {name: document.detail for name, document in found.items() if document.state not in told} == {}
    words = {name for name, document in found.items() if document.state is DocumentState.OK}
    silent = {name for name in words if not any(map(str.strip, found[name].text))}
    assert silent == {"testRTFIgnoredControlWord.rtf", "testExcel_embeddedPDF.xlsx"}  # neither has any


# --- small files of that suite, kept here ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "state", "words"),
    [
        pytest.param("EmbeddedDocument.docx", DocumentState.OK, ("insert a worksheet.",), id="docx"),
        pytest.param(
            "testWORD_boldHyperlink.docx", DocumentState.OK, ("This is a bold", "I say."), id="docx-with-links"
        ),
        pytest.param("testDdeLink.xlsx", DocumentState.OK, ("1",), id="xlsx"),
        pytest.param(
            "testEXCEL_custom_props.xlsx", DocumentState.OK, ("propriétés sur xlsx", "Second line"), id="xlsx-strings"
        ),
        pytest.param("testFooter.odt", DocumentState.OK, ("Here is some text", "text on page 2"), id="odt"),
        pytest.param("testFooter.ods", DocumentState.OK, ("Data 1\tData 2\nData 3\tData 4",), id="ods"),
        pytest.param(
            "testRTFHexEscapeInsideWord.rtf", DocumentState.OK, ("GOVERNO DO ESTADO DO ESPÍRITO SANTO",), id="rtf"
        ),
        pytest.param("testFontAfterBufferedText.rtf", DocumentState.OK, ("Уважаемый клиент!",), id="rtf-cyrillic"),
        pytest.param(
            "testRTFTableCellSeparation2.rtf", DocumentState.OK, ("Fax / Phone Station\tFax",), id="rtf-table"
        ),
        pytest.param("testRTFInvalidUnicode.rtf", DocumentState.OK, ("Unpaired lo",), id="rtf-half-letters"),
        pytest.param(
            "testZipEncrypted.zip", DocumentState.UNSUPPORTED, ("unencrypted.txt\nencrypted.txt",), id="zip"
        ),
        pytest.param("testEXCEL_extra_metadata.xls", DocumentState.OK, ("4\t5\t6", "anchor cell"), id="xls"),
        pytest.param("testWORD_embedded_rtf.doc", DocumentState.OK, ("The main doc\nAdding more text",), id="doc"),
        pytest.param("password.xls", DocumentState.ENCRYPTED, (), id="xls-with-a-password"),
    ],
)
async def test_words_of_real_office_files(name: str, state: DocumentState, words: tuple[str, ...]) -> None:
    found = (await read_all([SAMPLES / name]))[name]
    assert found.state is state
    assert [phrase for phrase in words if phrase not in "\n".join(found.text)] == []
    assert words or not found.text


async def test_what_an_old_word_file_says_of_itself() -> None:
    name = "testWORD_embedded_rtf.doc"
    found = (await read_all([SAMPLES / name]))[name]
    assert (found.state, found.detail) == (DocumentState.OK, "")
    assert (found.author, found.producer, found.pages) == ("IBMer", "Microsoft Office Word", 1)
    assert found.created is not None
    assert (found.created.year, found.created.month) == (2012, 7)


def test_a_locked_office_file_is_known_before_it_is_read() -> None:
    assert is_locked_office((SAMPLES / "protectedFile.xlsx").read_bytes())
