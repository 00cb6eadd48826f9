"""Words in pictures, by an installed Tesseract with Thai: scanned pages and posters.

Tesseract is run as a program of its own, not through a wrapper: the one that is kept (pytesseract) passes pictures
through files and knows no limit but time, while here the picture goes in and the words come out by pipe, and the
program has no network and bounded memory, processor time and clock (RELIABILITY_RULES 13). Pictures are as hostile as
documents. Tesseract misreads Thai digits (๖๗ as ๒๕), so numbers are taken out before anybody sees them.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Self

from auditor.extract import confine
from auditor.extract.about import clean
from auditor.extract.leaves import has_few_letters
from auditor.facts import Document, DocumentState
from auditor.thai.pdf_text import repair_pdf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.config import DocumentLimits

_PICTURES = frozenset({"jpg", "png", "gif", "webp"})
_SMALLEST_SIDE = 200  # pixels: what is smaller is an icon
_MOST_PIXELS = 40_000_000
_LANGUAGES = ("tha", "eng")
_CONFINE = str(Path(confine.__file__).resolve())
_PLACES = f"{os.defpath}:/usr/local/bin"
_LIST_SECONDS = 10.0
_LONGEST_ANSWER = 1024 * 1024  # bytes of one page
_NUMBER = re.compile(r"\d+(?:[.,/:-]\d+)*")  # Thai digits are digits too
_LEFT_OUT = "#"


def needs_ocr(document: Document) -> bool:
    """Is it a picture of words, as far as can be told: a poster, or a PDF some of whose pages have no text?"""
    if document.state is not DocumentState.OK:
        return False
    if document.kind in _PICTURES:
        width, height = document.width or 0, document.height or 0
        return min(width, height) >= _SMALLEST_SIDE and width * height <= _MOST_PIXELS
    return document.kind == "pdf" and (document.garbled or any(map(has_few_letters, document.text)))


class Ocr:
    """One Tesseract at a time, for so many seconds in all."""

    def __init__(self, program: str, limits: DocumentLimits) -> None:
        self._program = program
        self._limits = limits
        self._left = limits.ocr_total_seconds
        self._turn = asyncio.Semaphore(1)

    @classmethod
    async def find(cls, limits: DocumentLimits) -> Self | None:
        """Tesseract, if it is installed and knows Thai."""
        program = shutil.which("tesseract", path=_PLACES)
        if program is None:
            return None
        ocr = cls(program, limits)
        listed = await ocr._run(["--list-langs"], b"", _LIST_SECONDS)
        return ocr if listed is not None and set(_LANGUAGES) <= set(listed.split()) else None

    async def look(self, kind: str, pictures: Iterable[tuple[int, bytes]]) -> Document:
        """What the pictures of pages say, each at its page; LIMITED if there was no time for some of them."""
        pages: dict[int, str] = {}
        complete = True
        async with self._turn:
            left = self._limits.ocr_seconds
            for number, picture in pictures:
                began = asyncio.get_running_loop().time()
                allowed = min(left, self._left)
                words = await self._words(picture, allowed) if allowed > 0 else None
                used = asyncio.get_running_loop().time() - began
                left, self._left = left - used, self._left - used
                complete = complete and words is not None
                pages[number] = words or ""
        state = DocumentState.OK if complete else DocumentState.LIMITED
        text = tuple(pages.get(number, "") for number in range(1, max(pages, default=0) + 1))
        return Document(kind=kind, state=state, ocr=text if any(text) else ())

    async def _words(self, picture: bytes, seconds: float) -> str | None:
        said = await self._run(["stdin", "stdout", "-l", "+".join(_LANGUAGES)], picture, seconds)
        if said is None:
            return None
        lines = (" ".join(_NUMBER.sub(_LEFT_OUT, line).split()) for line in repair_pdf(clean(said)).split("\n"))
        return "\n".join(line for line in lines if line)

    async def _run(self, arguments: list[str], given: bytes, seconds: float) -> str | None:
        """What the program says; None if it did not end by itself, in time and well."""
        limits = (os.getpid(), self._limits.memory_bytes, math.ceil(seconds) + 1)
        with tempfile.TemporaryDirectory(prefix="auditor-", ignore_cleanup_errors=True) as scratch:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-I", "-S", _CONFINE),
                *(*map(str, limits), self._program, *arguments),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                cwd=scratch,
                env={"TMPDIR": scratch, "LANG": "C.UTF-8", "PATH": os.defpath, "OMP_THREAD_LIMIT": "1"},
            )
            try:
                async with asyncio.timeout(seconds):
                    _, said = await asyncio.gather(_give(process, given), _take(process))
                    ended = await process.wait()
            except (TimeoutError, ValueError, OSError):
                return None
            finally:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await asyncio.shield(process.communicate())
        return said.decode("utf-8", "replace") if ended == 0 else None


async def _give(process: asyncio.subprocess.Process, given: bytes) -> None:
    if process.stdin is None:
        return
    with contextlib.suppress(OSError):  # it may have heard enough
        process.stdin.write(given)
        await process.stdin.drain()
        process.stdin.close()
        await process.stdin.wait_closed()


async def _take(process: asyncio.subprocess.Process) -> bytes:
    said = b""
    while process.stdout is not None and (part := await process.stdout.read(_LONGEST_ANSWER)):
        said += part
        if len(said) > _LONGEST_ANSWER:
            raise ValueError("an answer beyond all limits")
    return said
