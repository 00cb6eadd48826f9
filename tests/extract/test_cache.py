"""Documents are parsed once for what they hold, however many addresses they have."""

from __future__ import annotations

import asyncio
import hashlib

import pytest

from auditor.config import DocumentLimits
from auditor.extract import Worker
from auditor.extract.cache import MemoryCache, Readings, key_of
from auditor.facts import Document, DocumentState, Page
from auditor.records import to_bytes
from tests.extract.office_files import docx, paragraph

LIMITS = DocumentLimits()
BODY = b"body"
KEY = key_of("pdf", hashlib.sha256(BODY).hexdigest(), LIMITS)


class Reader:
    """Counts how often it is asked; the first `failing` times it is interrupted."""

    def __init__(self, document: Document, *, failing: int = 0) -> None:
        self.document = document
        self.asked = 0
        self._failing = failing

    async def read(self, kind: str, body: bytes) -> Document:
        """The document, as a worker's child would give it."""
        assert (kind, body) == ("pdf", BODY)
        self.asked += 1
        await asyncio.sleep(0)
        if self.asked <= self._failing:
            raise asyncio.CancelledError
        return self.document


GOOD = Document(kind="pdf", state=DocumentState.OK, title="แผน", text=("หนึ่ง", "สอง"))
SLOW = Document(kind="pdf", state=DocumentState.LIMITED, detail="wall time")


async def test_the_same_bytes_are_parsed_once() -> None:
    reader = Reader(GOOD)
    readings = Readings(reader.read, LIMITS)
    found = [await readings.of("pdf", BODY), await readings.of("pdf", BODY, hashlib.sha256(BODY).hexdigest())]
    assert (found, reader.asked) == ([GOOD, GOOD], 1)


async def test_the_same_bytes_at_the_same_time_are_parsed_once() -> None:
    reader = Reader(GOOD)
    readings = Readings(reader.read, LIMITS)
    assert await asyncio.gather(*(readings.of("pdf", BODY) for _ in range(5))) == [GOOD] * 5
    assert reader.asked == 1


async def test_who_waits_for_a_reading_that_is_interrupted_reads_himself() -> None:
    reader = Reader(GOOD, failing=1)
    readings = Readings(reader.read, LIMITS)
    first, second = await asyncio.gather(*(readings.of("pdf", BODY) for _ in range(2)), return_exceptions=True)
    assert isinstance(first, asyncio.CancelledError)
    assert (second, reader.asked) == (GOOD, 2)


async def test_what_is_kept_serves_the_next_audit() -> None:
    kept = MemoryCache()
    for _ in range(2):
        reader = Reader(GOOD)
        assert await Readings(reader.read, LIMITS, kept).of("pdf", BODY) == GOOD
    assert reader.asked == 0


async def test_a_reading_that_ran_out_of_time_is_tried_again_in_the_next_audit_only() -> None:
    kept, reader = MemoryCache(), Reader(SLOW)
    readings = Readings(reader.read, LIMITS, kept)
    assert [await readings.of("pdf", BODY) for _ in range(3)] == [SLOW] * 3
    assert reader.asked == 1
    assert kept.get(KEY) is None


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"{}", id="another-shape"),
        pytest.param(b"\xff", id="no-text"),
        pytest.param(to_bytes(Page(title="x")), id="a-page"),
    ],
)
async def test_what_is_kept_and_makes_no_sense_is_read_again(kept: bytes) -> None:
    cache, reader = MemoryCache(), Reader(GOOD)
    cache.put(KEY, kept)
    assert await Readings(reader.read, LIMITS, cache).of("pdf", BODY) == GOOD
    assert cache.get(KEY) == to_bytes(GOOD)


def test_other_limits_kinds_and_contents_have_other_keys() -> None:
    one = key_of("pdf", "a", LIMITS)
    others = {
        key_of("docx", "a", LIMITS),
        key_of("pdf", "b", LIMITS),
        key_of("pdf", "a", DocumentLimits(text_pages=1)),
    }
    assert len({one, *others}) == 4


def test_a_memory_cache_is_bounded_and_forgets_what_was_not_asked_for_longest() -> None:
    cache = MemoryCache(most_bytes=10)
    for key in "abc":
        cache.put(key, b"1234")
        cache.get("a")
    assert [cache.get(key) for key in "abc"] == [b"1234", None, b"1234"]
    cache.put("d", b"x" * 11)
    assert [cache.get(key) for key in "acd"] == [None, None, None]


def test_a_reading_put_twice_counts_once() -> None:
    cache = MemoryCache(most_bytes=10)
    for _ in range(5):
        cache.put("a", b"123456")
    cache.put("b", b"1234")
    assert cache.get("a") == b"123456"


async def test_a_worker_reads_the_same_file_once() -> None:
    kept = MemoryCache()
    body = docx(paragraph("แผนปฏิบัติราชการ"))
    async with Worker(LIMITS, kept) as worker:
        first = await worker.document("docx", body)
    async with Worker(DocumentLimits(), kept) as worker:
        again = await worker.document("docx", body)
        assert not worker._children
    assert first == again
    assert first.text == ("แผนปฏิบัติราชการ",)
