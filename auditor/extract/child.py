"""The process that parses what could hang, crash or fill the memory: `python -m auditor.extract.child PARENT LIMITS`.

Reads requests from standard input and answers each on standard output; both are a length and that many bytes. Knows
nothing of the network and, after `confine`, could not reach it.
"""

from __future__ import annotations

import json
import os
import struct
import sys
from typing import BinaryIO

from auditor.config import DocumentLimits
from auditor.extract.confine import allow_cpu, confine
from auditor.extract.html import parse_html
from auditor.extract.pdf import render_pages
from auditor.extract.readers import read_document
from auditor.extract.wire import pack_pictures
from auditor.facts import Document, DocumentState, Page
from auditor.records import to_bytes

LENGTH = struct.Struct(">Q")
PICTURES_OF_PAGES = "pictures of a PDF's pages"  # a kind of request
READY = b"ready"  # the first message: all is loaded and given up


def main(arguments: list[str]) -> int:
    """Serve one parent until it closes our input."""
    parent, limits = int(arguments[0]), DocumentLimits(**json.loads(arguments[1]))
    # Answers have the real standard output to themselves: a library's chatter goes to the error stream.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    confine(parent=parent, memory_bytes=limits.memory_bytes)
    _send(answers, READY)
    requests = sys.stdin.buffer
    while (header := _read_part(requests)) is not None:
        request, body = json.loads(header), _read_part(requests)
        if body is None:
            break
        allow_cpu(limits.cpu_seconds)
        _send(answers, _answer(request, body, limits))
    return 0


def _send(answers: BinaryIO, message: bytes) -> None:
    answers.write(LENGTH.pack(len(message)) + message)
    answers.flush()


def _answer(request: dict[str, str | None], body: bytes, limits: DocumentLimits) -> bytes:
    if request["kind"] == PICTURES_OF_PAGES:
        return _pictures(body, limits)
    return to_bytes(_fact(request, body, limits))


def _pictures(body: bytes, limits: DocumentLimits) -> bytes:
    try:
        return pack_pictures(render_pages(body, limits))
    except Exception:  # noqa: BLE001 - a page that cannot be drawn has no picture
        return b""


def _fact(request: dict[str, str | None], body: bytes, limits: DocumentLimits) -> Page | Document:
    kind = request["kind"] or ""
    if kind != "html":
        return read_document(kind, body, limits)
    try:
        return parse_html(body, request["url"] or "", request["content_type"])
    except MemoryError:
        return Document(kind=kind, state=DocumentState.LIMITED, detail="memory")
    except Exception as exc:  # noqa: BLE001 - whatever a hostile page brings a parser to, one may not cost another
        return Document(kind=kind, state=DocumentState.DAMAGED, detail=f"{type(exc).__name__}: {exc}"[:300])


def _read_part(stream: BinaryIO) -> bytes | None:
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (size,) = LENGTH.unpack(head)
    part = stream.read(size)
    return part if len(part) == size else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
