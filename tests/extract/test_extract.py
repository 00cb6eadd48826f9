"""The one door: an answer's bytes become a page or a document by what they are."""

from __future__ import annotations

import gzip
import hashlib
import io
import zipfile
from datetime import UTC, datetime

import pytest

from auditor.config import DocumentLimits
from auditor.extract import Extraction, Worker, extract
from auditor.facts import Document, DocumentState, Page, Response

NOW = datetime(2024, 6, 15, tzinfo=UTC)


async def extracted(body: bytes, content_type: str | None, url: str = "https://a.go.th/x") -> Extraction:
    headers = (("content-type", content_type),) if content_type else ()
    response = Response(
        url=url, final_url=url, redirects=(), status=200, headers=headers, body=body, at=NOW, wire_bytes=len(body)
    )
    async with Worker(DocumentLimits(text_chars=100)) as worker:
        return await extract(response, worker)


async def test_a_page_is_read_whatever_it_claims_to_be() -> None:
    body = "<title>ไม่พบ</title><p>ไม่พบหน้าที่คุณต้องการ</p>".encode()
    found = await extracted(body, "application/pdf", "https://a.go.th/plan.pdf")
    assert found.actual_type == "html"
    assert found.sha256 == hashlib.sha256(body).hexdigest()
    assert isinstance(found.content, Page)
    assert found.content.title == "ไม่พบ"


@pytest.mark.parametrize(
    ("body", "content_type", "url", "kind", "state"),
    [
        pytest.param(b"\xff\xd8\xff\xe0", "application/pdf", "/a.pdf", "jpg", DocumentState.OK, id="picture"),
        pytest.param(b"PK\x05\x06" + b"\0" * 18, None, "/a.zip", "zip", DocumentState.UNSUPPORTED, id="archive"),
        pytest.param(b"\x01\x02\x03", None, "/a.bin", "", DocumentState.UNSUPPORTED, id="unknown"),
        pytest.param(b"", "text/html", "/dir/a.PDF?x=1", "pdf", DocumentState.EMPTY, id="no-bytes"),
        pytest.param(b"%PDF-1.4 rubbish", None, "/a", "pdf", DocumentState.DAMAGED, id="damaged-pdf"),
        pytest.param("ชื่อ,จำนวน\nก,1\n".encode("cp874"), "text/csv", "/a.csv", "csv", DocumentState.OK, id="csv"),
        pytest.param(b"  \r\n ", "text/plain", "/a.txt", "txt", DocumentState.EMPTY, id="blank-text"),
    ],
)
async def test_files_are_documents_with_a_state(
    body: bytes, content_type: str | None, url: str, kind: str, state: DocumentState
) -> None:
    found = (await extracted(body, content_type, f"https://a.go.th{url}")).content
    assert isinstance(found, Document)
    assert (found.kind, found.state) == (kind, state)


async def test_text_is_decoded_and_cut_at_the_limit() -> None:
    found = (await extracted("ประกาศ\r\nก".encode("cp874") + b"x" * 200, "text/plain")).content
    assert isinstance(found, Document)
    assert found.text[0].startswith("ประกาศ\nก")
    assert (len(found.text[0]), found.truncated) == (100 - 1, True)


async def test_no_bytes_have_neither_type_nor_hash() -> None:
    found = await extracted(b"", None)
    assert (found.actual_type, found.sha256) == (None, None)


async def test_a_page_that_is_too_much_for_the_event_loop_comes_from_a_child() -> None:
    found = (await extracted(b"<p>first</p>" + b"<div>" * 6_000 + b"<p>last</p>", "text/html")).content
    assert isinstance(found, Page)
    assert ([one.text for one in found.blocks], found.truncated) == (["first"], True)


ENTITIES = (
    b"<?xml version='1.0'?><!DOCTYPE z [<!ENTITY a 'ha'>"
    + b"".join(b"<!ENTITY %c '%b'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><z>&j;</z>"
)


def bomb(name: str) -> bytes:
    """An office file whose only part would fill more than 200 MB."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        with archive.open(name, "w") as part:
            for _ in range(201):
                part.write(b" " * 1024 * 1024)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("body", "kind", "state"),
    [
        pytest.param(ENTITIES, "xml", DocumentState.UNSUPPORTED, id="billion-laughs"),
        pytest.param(gzip.compress(b"\0" * 10_000_000), "gz", DocumentState.UNSUPPORTED, id="gzip"),
        pytest.param(bomb("word/document.xml"), "docx", DocumentState.LIMITED, id="office-file-of-200-mb"),
        pytest.param(b"PK\x03\x04" + b"\xff" * 100, "zip", DocumentState.DAMAGED, id="torn-archive"),
    ],
)
async def test_rule_14_archives_and_xml_are_no_way_in(body: bytes, kind: str, state: DocumentState) -> None:
    found = (await extracted(body, "application/octet-stream")).content
    assert isinstance(found, Document)
    assert (found.kind, found.state, found.text) == (kind, state, ())
