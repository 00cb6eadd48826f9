"""Children that read hostile files, from the parent's side: asked, timed, killed, replaced, never left behind.

RELIABILITY_RULES 13. Knows the protocol and the limits; what is in a file it leaves to `child.py`.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

import auditor
from auditor.extract.cache import DocumentCache, Readings
from auditor.extract.child import LENGTH, PICTURES_OF_PAGES, READY
from auditor.extract.encoding import decode_html
from auditor.extract.ocr import Ocr, needs_ocr
from auditor.extract.wire import read_fact, unpack_pictures
from auditor.facts import Document, DocumentState, Page

if TYPE_CHECKING:
    from types import TracebackType

    from auditor.config import DocumentLimits

_CHILDREN = 2  # one hostile file may keep one busy for its whole time
_LIFETIME = 200  # files after which a child is replaced: parsers leak
_START_SECONDS = 60.0
_CHUNK = 256 * 1024
_LONGEST_ANSWER = 64 * 1024 * 1024
_OUT_OF_LIMITS = {signal.SIGXCPU, signal.SIGKILL, signal.SIGABRT, signal.SIGILL, signal.SIGTRAP}
_SAMPLE = 64 * 1024
_PACKAGES = str(Path(auditor.__file__).resolve().parent.parent)  # the child has no other folder to import from


class _FailedError(Exception):
    """A child gave no answer; `state` says what that makes of the file."""

    def __init__(self, state: DocumentState, detail: str) -> None:
        super().__init__(detail)
        self.state = state
        self.detail = detail


class Worker:
    """A small pool of children. Use as an async context manager; leaving it ends them all.

    `kept`: what was read of documents in earlier audits, where somebody keeps that. `ocr`: read pictures of words, if
    the machine has Tesseract with Thai.
    """

    def __init__(self, limits: DocumentLimits, kept: DocumentCache | None = None, *, ocr: bool = False) -> None:
        self._limits = limits
        self._readings = Readings(self.read, limits, kept)
        self._seen = Readings(self._look, limits, kept, by="ocr")
        self._wants_ocr = ocr
        self._eyes: Ocr | None = None
        self._free: list[_Child] = []
        self._children: set[_Child] = set()
        self._places = asyncio.Semaphore(_CHILDREN)
        self._open = False

    async def __aenter__(self) -> Self:
        self._open = True
        if self._wants_ocr:
            self._eyes = await Ocr.find(self._limits)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open = False
        self._free.clear()
        await asyncio.gather(*map(self._end, tuple(self._children)))

    @property
    def limits(self) -> DocumentLimits:
        """What a document may cost."""
        return self._limits

    async def document(self, kind: str, body: bytes, sha256: str | None = None) -> Document:
        """What these bytes hold, read in a child unless they were before (`sha256`: their hash, if known)."""
        return await self._readings.of(kind, body, sha256)

    async def with_ocr(self, document: Document, body: bytes, sha256: str | None = None) -> Document:
        """The document with what OCR makes of its pictures, if it needs that and OCR is at hand."""
        if self._eyes is None or not needs_ocr(document):
            return document
        seen = await self._seen.of(document.kind, body, sha256)
        return replace(document, ocr=seen.ocr)

    def has_read(self, content: Page | Document, sha256: str | None) -> bool:
        """Would reading these bytes again bring nothing more than `content`, which was read of them before?"""
        if self._eyes is None or isinstance(content, Page) or content.ocr or not needs_ocr(content):
            return True
        return sha256 is not None and self._seen.knows(content.kind, sha256)

    async def _look(self, kind: str, body: bytes) -> Document:
        if self._eyes is None:
            return Document(kind=kind, state=DocumentState.LIMITED)
        pictures = ((1, body),) if kind != "pdf" else await self._pictures(body)
        return await self._eyes.look(kind, pictures)

    async def _pictures(self, body: bytes) -> tuple[tuple[int, bytes], ...]:
        try:
            answer = await self._ask({"kind": PICTURES_OF_PAGES, "url": None, "content_type": None}, body)
            return unpack_pictures(answer)
        except (_FailedError, ValueError):
            return ()

    async def read(self, kind: str, body: bytes) -> Document:
        """A document read in a child, now; every end of it is one of the states, never an exception."""
        try:
            fact = _fact(await self._ask({"kind": kind, "url": None, "content_type": None}, body))
        except _FailedError as failed:
            return Document(kind=kind, state=failed.state, detail=failed.detail)
        if isinstance(fact, Document):
            return fact
        return Document(kind=kind, state=DocumentState.DAMAGED, detail="answered with a page")

    async def parse_html(self, body: bytes, url: str, content_type: str | None) -> Page:
        """A page parsed in a child; one that cannot be is empty and `truncated`."""
        try:
            fact = _fact(await self._ask({"kind": "html", "url": url, "content_type": content_type}, body))
        except _FailedError:
            return _unread(body, content_type)
        return fact if isinstance(fact, Page) else _unread(body, content_type)

    async def _ask(self, request: dict[str, str | None], body: bytes) -> bytes:
        if not self._open:
            raise RuntimeError("Worker is used as `async with Worker(…)`")
        async with self._places:
            child = await self._child()
            kept = False
            try:
                answer = await child.ask(request, body)
                kept = child.served < _LIFETIME
                if kept:
                    self._free.append(child)
                return answer
            finally:
                if not kept:
                    await self._end(child)

    async def _child(self) -> _Child:
        """A child that lives, as far as can be known, else a new one."""
        while self._free:
            child = self._free.pop()
            if child.lives:
                return child
            await self._end(child)
        child = _Child(self._limits)
        self._children.add(child)
        return child

    async def _end(self, child: _Child) -> None:
        await child.end()
        self._children.discard(child)


class _Child:
    """One process, started when it is first asked."""

    def __init__(self, limits: DocumentLimits) -> None:
        self._limits = limits
        self._process: asyncio.subprocess.Process | None = None
        self._asked = False  # somebody waits for an answer
        self.served = 0

    @property
    def lives(self) -> bool:
        """Has it not ended while nobody asked it anything?"""
        return self._process is None or self._process.returncode is None

    async def ask(self, request: dict[str, str | None], body: bytes) -> bytes:
        """The child's answer. Raises `_FailedError` if it gives none; it must be ended then."""
        self.served += 1
        self._asked = True
        try:
            process = self._process or await self._start()
            async with asyncio.timeout(self._limits.wall_seconds):
                return await self._exchange(process, json.dumps(request).encode(), body)
        except TimeoutError:
            raise _FailedError(DocumentState.LIMITED, "wall time") from None
        except (OSError, EOFError) as exc:
            raise await self._explained(exc) from exc
        except ValueError as exc:
            raise _FailedError(DocumentState.DAMAGED, f"unusable answer: {exc}"[:300]) from exc
        finally:
            self._asked = False

    async def _start(self) -> asyncio.subprocess.Process:
        """A process that has loaded all it needs: that time is not the document's.

        Its scratch folder has no name any more once it runs, so that not even `kill -9` can leave one behind.
        """
        with tempfile.TemporaryDirectory(prefix="auditor-", ignore_cleanup_errors=True) as scratch:
            self._process = process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-P", "-m", "auditor.extract.child", str(os.getpid()), json.dumps(asdict(self._limits))),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                cwd=scratch,
                env={"PYTHONPATH": _PACKAGES, "TMPDIR": scratch, "LANG": "C.UTF-8", "PATH": os.defpath},
                limit=_CHUNK,
            )
        async with asyncio.timeout(_START_SECONDS):
            if await self._message(process) != READY:
                raise EOFError("no reader")
        return process

    async def _exchange(self, process: asyncio.subprocess.Process, header: bytes, body: bytes) -> bytes:
        to_child = process.stdin
        if to_child is None:
            raise EOFError("no pipes")
        for part in (LENGTH.pack(len(header)), header, LENGTH.pack(len(body))):
            to_child.write(part)
        whole = memoryview(body)
        for start in range(0, len(body), _CHUNK):
            to_child.write(whole[start : start + _CHUNK])
            await to_child.drain()
        await to_child.drain()
        return await self._message(process)

    async def _message(self, process: asyncio.subprocess.Process) -> bytes:
        from_child = process.stdout
        if from_child is None:
            raise EOFError("no pipes")
        (size,) = LENGTH.unpack(await from_child.readexactly(LENGTH.size))
        if size > _LONGEST_ANSWER:
            raise ValueError("an answer beyond all limits")
        return await from_child.readexactly(size)

    async def _explained(self, exc: BaseException) -> _FailedError:
        """What the way a child ended says of the file."""
        process = self._process
        if process is None:
            return _FailedError(DocumentState.LIMITED, f"no child: {exc}"[:300])
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), 1.0)
        code = process.returncode
        if code is not None and code < 0:
            ended = signal.Signals(-code)
            state = DocumentState.LIMITED if ended in _OUT_OF_LIMITS else DocumentState.DAMAGED
            return _FailedError(state, f"reader ended by {ended.name}")
        return _FailedError(DocumentState.LIMITED, f"reader ended with {code}")

    async def end(self) -> None:
        """Kill the process, if there is one, and wait until it is gone."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin:
            process.stdin.close()
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        # Whoever still waits for an answer reads the end of it himself; nobody else may read then.
        await asyncio.shield(process.wait() if self._asked else process.communicate())


def _fact(answer: bytes) -> Page | Document:
    try:
        return read_fact(answer)
    except ValueError as exc:
        raise _FailedError(DocumentState.DAMAGED, f"unusable answer: {exc}"[:300]) from exc


def _unread(body: bytes, content_type: str | None) -> Page:
    """A page of which only the letters are known."""
    return Page(charset=decode_html(body[:_SAMPLE], content_type).charset, truncated=True)
