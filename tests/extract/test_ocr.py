"""Words in pictures: found where Tesseract with Thai is installed, bounded, without numbers, never among the text."""

from __future__ import annotations

import asyncio
import io
import os
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from auditor.config import MB, DocumentLimits
from auditor.extract import Worker, extract
from auditor.extract.cache import MemoryCache
from auditor.extract.ocr import Ocr, needs_ocr
from auditor.extract.wire import pack_pictures, read_fact, unpack_pictures
from auditor.facts import Document, DocumentState, Response
from auditor.records import to_bytes
from auditor.thai.text import fold
from tests.sites.papers import PAGE_BREAK, Paper, pdf, poster

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

LIMITS = DocumentLimits()
NOW = datetime(2024, 6, 15, tzinfo=UTC)
LINES = ("# แผนปฏิบัติราชการ", "# ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", "# สำนักงานสาธารณสุขอำเภอบึงทอง", "โครงการ 12 โครงการ")


def running() -> list[str]:
    """Programs of ours that still run."""
    tasks = Path(f"/proc/{os.getpid()}/task").iterdir()
    pids = [pid for task in tasks for pid in (task / "children").read_text().split()]
    names = [Path(f"/proc/{pid}/cmdline").read_bytes().decode().replace("\0", " ") for pid in pids]
    return [name for name in names if "tesseract" in name]


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    if await Ocr.find(LIMITS) is None:
        pytest.skip("no Tesseract with Thai (Debian: tesseract-ocr tesseract-ocr-tha)")
    async with Worker(LIMITS, ocr=True) as worker:
        yield worker


async def test_a_scan_is_read_page_by_page_and_its_text_stays_empty(worker: Worker) -> None:
    body = pdf(Paper((*LINES, PAGE_BREAK, "คำนำ", "แผนปฏิบัติราชการฉบับนี้จัดทำขึ้นเพื่อเป็นกรอบการดำเนินงาน"), scanned=True))
    found = await worker.with_ocr(await worker.document("pdf", body), body)
    assert (found.pages, found.text_pages, len(found.ocr)) == (2, 0, 2)
    assert not any(map(str.strip, found.text))
    assert fold("แผนปฏิบัติราชการ") in fold(found.ocr[0])
    assert fold("กรอบการดำเนินงาน") in fold(found.ocr[1])


async def test_numbers_in_pictures_are_read_by_nobody(worker: Worker) -> None:
    """Tesseract takes ๒๕๖๗ for ๒๕๒๕."""
    body = pdf(Paper((*LINES, "ณ วันที่ 25 ธันวาคม 2566 เลขที่ ๑๒๓/๒๕๖๖"), scanned=True))
    found = await worker.with_ocr(await worker.document("pdf", body), body)
    assert found.ocr
    assert not re.search(r"[0-9๐-๙]", "".join(found.ocr))
    assert not found.dates or all(date.source.value == "document-info" for date in found.dates)


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "webp"])
async def test_a_poster_is_read(worker: Worker, kind: str) -> None:
    body = poster(kind, "โครงสร้างหน่วยงาน", "สำนักงานสาธารณสุขอำเภอบึงทอง")
    url = "https://a.go.th/chart"
    response = Response(
        url=url, final_url=url, redirects=(), status=200, headers=(), body=body, at=NOW, wire_bytes=len(body)
    )
    found = (await extract(response, worker)).content
    assert isinstance(found, Document)
    assert fold("โครงสร้างหน่วยงาน") in fold("".join(found.ocr))
    assert (found.width, found.height, found.text) == (800, 600, ())


async def test_only_pages_without_words_are_read_from_their_pictures(worker: Worker) -> None:
    typed = pdf(Paper(LINES))
    found = await worker.document("pdf", typed)
    assert await worker.with_ocr(found, typed) == found


@pytest.mark.parametrize(
    ("document", "needed"),
    [
        pytest.param(Document(kind="pdf", state=DocumentState.OK, text=("",)), True, id="scan"),
        pytest.param(
            Document(kind="pdf", state=DocumentState.OK, text=("แผนปฏิบัติราชการ" * 3, "")),
            True,
            id="scan-behind-text",
        ),
        pytest.param(Document(kind="pdf", state=DocumentState.OK, text=("แผนปฏิบัติราชการ" * 3,)), False, id="text"),
        pytest.param(
            Document(kind="pdf", state=DocumentState.OK, text=("x" * 99,), garbled=True), True, id="no-words"
        ),
        pytest.param(Document(kind="pdf", state=DocumentState.ENCRYPTED), False, id="locked"),
        pytest.param(Document(kind="png", state=DocumentState.OK, width=800, height=600), True, id="poster"),
        pytest.param(Document(kind="png", state=DocumentState.OK, width=32, height=32), False, id="icon"),
        pytest.param(Document(kind="png", state=DocumentState.OK), False, id="no-size"),
        pytest.param(Document(kind="png", state=DocumentState.OK, width=60000, height=60000), False, id="huge"),
        pytest.param(Document(kind="docx", state=DocumentState.OK), False, id="docx"),
    ],
)
def test_what_is_looked_at(document: Document, needed: bool) -> None:  # noqa: FBT001 - a table row
    assert needs_ocr(document) is needed


async def test_without_ocr_nothing_changes() -> None:
    body = pdf(Paper(LINES, scanned=True))
    async with Worker(LIMITS) as worker:
        found = await worker.document("pdf", body)
        assert await worker.with_ocr(found, body) == found


async def test_rule_13_time_for_a_document_and_for_a_site_is_bounded(worker: Worker) -> None:
    body = pdf(Paper(LINES, scanned=True))
    for limits in (replace(LIMITS, ocr_seconds=0.001), replace(LIMITS, ocr_total_seconds=0.0)):
        kept = MemoryCache()
        async with Worker(limits, kept, ocr=True) as hurried:
            found = await hurried.with_ocr(await hurried.document("pdf", body), body)
            assert found.ocr == ()
    assert running() == []
    assert (await worker.with_ocr(await worker.document("pdf", body), body)).ocr


async def test_a_picture_that_there_was_no_time_for_is_looked_at_in_the_next_audit(worker: Worker) -> None:
    body, kept = pdf(Paper(LINES, scanned=True)), MemoryCache()
    limits = replace(LIMITS, ocr_total_seconds=60.0)
    async with Worker(limits, kept, ocr=True) as first:
        assert first._eyes is not None
        first._eyes._left = 0.0
        assert (await first.with_ocr(await first.document("pdf", body), body)).ocr == ()
    async with Worker(limits, kept, ocr=True) as second:
        assert (await second.with_ocr(await second.document("pdf", body), body)).ocr
    async with Worker(limits, kept, ocr=True) as third:
        assert third._eyes is not None
        third._eyes._left = 0.0
        assert (await third.with_ocr(await third.document("pdf", body), body)).ocr
    assert worker._eyes is not None


async def test_rule_13_pages_that_are_looked_at_are_bounded(worker: Worker) -> None:
    lines = [line for _ in range(5) for line in (*LINES, PAGE_BREAK)]
    body = pdf(Paper(tuple(lines[:-1]), scanned=True))
    found = await worker.with_ocr(await worker.document("pdf", body), body)
    assert (found.pages, len(found.ocr)) == (5, LIMITS.ocr_pages)


def bomb() -> bytes:
    stream = io.BytesIO()
    Image.new("1", (12_000, 12_000), 1).save(stream, "png")
    return stream.getvalue()


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\xff" * 5000, id="noise"),
        pytest.param(poster("png", "คำสั่ง")[:900], id="cut"),
        pytest.param(b"P5 60000 60000 255\n", id="promises"),
        pytest.param(bomb(), id="much-out-of-little"),
    ],
)
async def test_rule_13_hostile_pictures_cost_no_more_than_their_time(worker: Worker, body: bytes) -> None:
    eyes = await Ocr.find(replace(LIMITS, ocr_seconds=5.0, memory_bytes=256 * MB))
    assert eyes is not None
    found = await eyes.look("png", [(1, body)])
    assert found.state in {DocumentState.OK, DocumentState.LIMITED}
    assert running() == []
    assert worker._eyes is not None


async def test_rule_25_a_cancelled_look_leaves_no_program(worker: Worker) -> None:
    body = poster("png", *("สำนักงานสาธารณสุขอำเภอบึงทอง",) * 9)
    assert worker._eyes is not None
    looking = asyncio.create_task(worker._eyes.look("png", [(1, body)] * 20))
    await asyncio.sleep(0.5)
    looking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await looking
    assert running() == []


def test_pictures_and_ocr_pass_between_processes() -> None:
    pictures = ((1, b"P5"), (3, b""))
    assert unpack_pictures(pack_pictures(pictures)) == pictures
    document = Document(kind="pdf", state=DocumentState.OK, ocr=("หนึ่ง", ""))
    assert read_fact(to_bytes(document)) == document
    for broken in (b"\0", pack_pictures(pictures)[:-3], pack_pictures(pictures) + b"x"):
        with pytest.raises(ValueError, match="not pictures"):
            unpack_pictures(broken)
